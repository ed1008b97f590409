"""The readers of classifications: the SOC, NAICS, and the crosswalks between schemes and editions."""

from app.sources.classifications.recognition import recognise_classification

__all__ = ["recognise_classification"]
