"""The frame that every table of handbook statements shares: whose occupation, what origin, which row."""

from sqlalchemy import Column, Integer, Table, UniqueConstraint
from sqlalchemy.schema import SchemaItem

from app.store.tables.metadata import (
    metadata,
    occupation_key,
    origin,
    origin_checks,
    provenance,
    references_occupation,
)


def handbook_table(name: str, *items: SchemaItem, identity: tuple[str, ...], comment: str) -> Table:
    """A table of statements about occupations.

    `items` are the columns and constraints of its own; `identity` names those columns that, with the part and
    the occupation, make a row unique.
    """
    return Table(
        name,
        metadata,
        Column("statement_id", Integer, primary_key=True, comment="Surrogate key, in the order of the file"),
        *occupation_key(),
        *items,
        *origin(),
        *provenance(),
        UniqueConstraint("part_id", "soc_code", "soc_vintage", *identity, name=f"uq_{name}_identity"),
        references_occupation(),
        *origin_checks(),
        comment=comment,
    )


def position(of: str) -> Column[int]:
    """The place of a row in the order in which the publication prints it."""
    return Column("position", Integer, nullable=False, comment=f"Order of {of} as printed, from 1")
