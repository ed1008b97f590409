"""Occupational Outlook Handbook: profile pages (HTML), and the plain text of a profile."""

from app.sources.ooh.columns import columns_of
from app.sources.ooh.recognise import recognise_ooh

__all__ = ["columns_of", "recognise_ooh"]
