"""Occupational Outlook Handbook: profile pages (HTML), and the plain text of a profile."""

from app.sources.ooh.columns import SAID_IN_A_SENTENCE, columns_of
from app.sources.ooh.recognise import recognise_ooh

__all__ = ["SAID_IN_A_SENTENCE", "columns_of", "recognise_ooh"]
