"""Areas and industries, and how the handbook's employer labels correspond to industries."""

from sqlalchemy import Column, ForeignKeyConstraint, Index, PrimaryKeyConstraint, Table, Text

from app.domain.levels import AreaType, IndustryLevel, Ownership
from app.store.tables.metadata import (
    is_current,
    metadata,
    one_of,
    origin,
    origin_checks,
    provenance,
    refers_to,
    sorted_text,
)

area = Table(
    "area",
    metadata,
    Column("area_code", sorted_text(), nullable=False, comment="99 nation; FIPS state; 5 or 7 digits below the state"),
    Column("area_title", sorted_text(), nullable=False, comment="Title of the area, as published"),
    Column("area_type", Text, nullable=False, comment="nation, state, territory, metropolitan, ..."),
    Column("state", Text, comment="Postal abbreviation of the (primary) state; empty for the nation"),
    is_current(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "area_code"),
    Index("ix_area_code", "area_code", "part_id"),
    one_of("area_type", AreaType),
    comment="An area that estimates are published for",
)

industry = Table(
    "industry",
    metadata,
    Column(
        "industry_code", sorted_text(), nullable=False, comment="NAICS code as OEWS writes it: 54, 622000; 000000 all"
    ),
    Column("industry_level", Text, nullable=False, comment="cross-industry, sector, 3-digit, ..."),
    Column("industry_title", sorted_text(), nullable=False, comment="Title of the industry"),
    Column("naics_vintage", Text, comment="Edition of NAICS; empty for all industries together"),
    *origin(),
    is_current(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "industry_code", "industry_level"),
    Index("ix_industry_code", "industry_code", "industry_level", "part_id"),
    one_of("industry_level", IndustryLevel),
    *origin_checks(),
    comment="An industry at one level of NAICS",
)

industry_label = Table(
    "industry_label",
    metadata,
    Column("industry_label", Text, nullable=False, comment="Employer group as the handbook prints it"),
    Column("industry_code", sorted_text(), nullable=False, comment="Industry that it corresponds to"),
    Column("industry_level", Text, nullable=False, comment="Level of that industry"),
    Column("ownership_code", Text, comment="Ownership that the label states; empty where it states none"),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "industry_label"),
    refers_to("industry", "industry_code", "industry_level"),
    one_of("ownership_code", Ownership),
    *origin_checks(),
    comment="Which industry an employer label of the handbook means; the handbook prints no codes",
)


def industry_key() -> list[Column[str]]:
    """The columns of a handbook row that name an employer group: as printed, and the industry it means."""
    return [
        Column("industry_label", Text, comment="Employer group as printed; empty for all industries together"),
        Column("industry_code", sorted_text(), comment="Industry that the label means; empty where none is settled"),
        Column("industry_level", Text, comment="Level of that industry"),
        Column("ownership_code", Text, comment="Ownership that the label states; empty where it states none"),
    ]


def references_industry() -> ForeignKeyConstraint:
    """The foreign key that goes with `industry_key`."""
    return refers_to("industry", "industry_code", "industry_level")
