"""Occupations by code and vintage, and what became of retired codes."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, Table, Text

from app.domain.levels import Link, OccupationLevel
from app.store.tables.metadata import (
    curated_part,
    is_current,
    metadata,
    occupation_key,
    one_of,
    origin,
    origin_checks,
    provenance,
    references_occupation,
    refers_to,
    sorted_text,
    vintage_check,
)

occupation = Table(
    "occupation",
    metadata,
    *occupation_key(),
    Column("title", sorted_text(), nullable=False, comment="Title in that edition, or the publisher's own"),
    Column("level", Text, nullable=False, comment="total, major, minor, broad or detailed"),
    *origin(),
    is_current(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage"),
    Index("ix_occupation_code", "soc_code", "soc_vintage", "part_id"),
    vintage_check(),
    one_of("level", OccupationLevel),
    *origin_checks(),
    comment="An occupation code in one edition of the SOC, or a code of OEWS's own",
)

occupation_transition = Table(
    "occupation_transition",
    metadata,
    Column("from_soc_code", sorted_text(), nullable=False, comment="Code that was replaced"),
    Column("from_soc_vintage", Text, nullable=False, comment="Its edition"),
    Column("to_soc_code", sorted_text(), nullable=False, comment="Code that took its place, or a part of it"),
    Column("to_soc_vintage", Text, nullable=False, comment="Its edition"),
    Column("link", Text, nullable=False, comment="whole: all of the successor came from it; part: a part did"),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "from_soc_code", "from_soc_vintage", "to_soc_code", "to_soc_vintage"),
    refers_to("occupation", "from_soc_code", "from_soc_vintage", key=("soc_code", "soc_vintage")),
    refers_to("occupation", "to_soc_code", "to_soc_vintage", key=("soc_code", "soc_vintage")),
    one_of("link", Link),
    *origin_checks(),
    comment="What became of an occupation code when the classification was revised",
)

specialty = Table(
    "specialty",
    metadata,
    *occupation_key(),
    Column("specialty", sorted_text(), nullable=False, comment="Identifier, such as cancer_registrars"),
    Column("title", Text, nullable=False, comment="As the publication names it"),
    Column("specialty_soc_code", sorted_text(), nullable=False, comment="SOC code that the specialty has today"),
    Column("specialty_soc_vintage", Text, nullable=False, comment="Edition of that code"),
    *origin(),
    *curated_part("code", "the code"),
    *provenance(),
    PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage", "specialty"),
    references_occupation(),
    refers_to("occupation", "specialty_soc_code", "specialty_soc_vintage", key=("soc_code", "soc_vintage")),
    *origin_checks(),
    comment="A specialty within an occupation, to which some statements apply alone",
)
