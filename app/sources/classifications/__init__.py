"""The readers of classifications: the SOC, NAICS, and the crosswalks between schemes and editions."""

from app.sources.classifications.recognition import classification_header, recognise_classification

__all__ = ["classification_header", "recognise_classification"]
