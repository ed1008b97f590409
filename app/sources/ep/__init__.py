"""The reader of Employment Projections: workbooks and downloads of all rounds, and files of the employment matrix."""

from app.sources.ep.columns import columns_of
from app.sources.ep.headings import table_head
from app.sources.ep.recognise import recognise_ep

__all__ = ["columns_of", "recognise_ep", "table_head"]
