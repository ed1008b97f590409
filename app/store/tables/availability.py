"""What OEWS estimates there are, counted: so that what exists can be asked without reading millions of rows."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, PrimaryKeyConstraint, Table, Text

from app.domain.measures import OEWS_MEASURES
from app.store.tables.metadata import metadata, sorted_text

# What stands for all members of a key together.
ALL_TOGETHER = ""


def _counts(measure: str) -> list[Column[int]]:
    return [
        Column(
            f"{measure}_published", Integer, nullable=False, comment=f"Rows with a figure, or a bound, of {measure}"
        ),
        Column(f"{measure}_withheld", Integer, nullable=False, comment=f"Rows whose {measure} is not released"),
    ]


oews_availability = Table(
    "oews_availability",
    metadata,
    Column("part_id", Integer, nullable=False, comment="Part that the rows belong to"),
    Column("soc_code", sorted_text(), nullable=False, comment="Occupation; empty: all together"),
    Column("soc_vintage", Text, nullable=False, comment="Edition of that code; empty: all together"),
    Column("area_code", sorted_text(), nullable=False, comment="Area; empty: all together"),
    Column("industry_code", sorted_text(), nullable=False, comment="Industry; empty: all together"),
    Column("row_count", Integer, nullable=False, comment="Rows, each that stands at two levels once"),
    *(column for measure in OEWS_MEASURES for column in _counts(measure)),
    PrimaryKeyConstraint(
        "part_id", "soc_code", "soc_vintage", "area_code", "industry_code", name="pk_oews_availability"
    ),
    ForeignKeyConstraint(["part_id"], ["part.part_id"], name="fk_oews_availability_part_id"),
    comment="OEWS rows counted by occupation, by area, by industry, and by both: made when a part is loaded",
)
