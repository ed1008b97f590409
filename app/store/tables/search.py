"""What searches are answered from: arrays of numbers, written anew when the texts that they are made of change."""

from sqlalchemy import Column, LargeBinary, Table, Text

from app.store.tables.metadata import metadata, sorted_text

search_array = Table(
    "search_array",
    metadata,
    Column("name", sorted_text(), primary_key=True, comment="What the array is in the index"),
    Column("made_from", Text, nullable=False, comment="Hash of the texts that the index was made of, and how"),
    Column("kind", Text, nullable=False, comment="Type of the numbers, as numpy writes it: <f4, <u2 ..."),
    Column("shape", Text, nullable=False, comment="Numbers along each axis, separated by commas"),
    Column("content", LargeBinary, nullable=False, comment="The numbers, one after another"),
    comment="The search index, an array in each row: made of the texts in the other tables, and read as a whole",
)
