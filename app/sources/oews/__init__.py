"""The reader of OEWS (OES before 2021): every file layout since May 2006."""

from app.sources.oews.columns import COLUMN_OF_MEASURE, columns_of, find_header
from app.sources.oews.parts import contains
from app.sources.oews.recognition import recognise_oews
from app.sources.oews.rows import oews_records

__all__ = ["COLUMN_OF_MEASURE", "columns_of", "contains", "find_header", "oews_records", "recognise_oews"]
