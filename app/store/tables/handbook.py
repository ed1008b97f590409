"""The frame that every table of handbook statements shares: whose occupation, what origin, which row.

A profile may cover several occupations. What it says of all of them together is stored once, under the profile: then
`subject_title` is empty, and the code is that of the group which the profile as a whole is, or empty where no code
stands for that. What it says of some of them carries their name in `subject_title`, and their code where the page's own
table of codes has that name. `profile_coverage` has all the codes that a profile covers.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, Table, Text, UniqueConstraint, text
from sqlalchemy.schema import SchemaItem

from app.store.tables.metadata import metadata, origin, origin_checks, provenance, references_occupation, sorted_text


def handbook_table(name: str, *items: SchemaItem, identity: tuple[str, ...], comment: str) -> Table:
    """A table of statements about the occupations of a profile.

    `items` are the columns and constraints of its own; `identity` names those columns that, with the part, the
    profile and the subject, make a row unique.
    """
    return Table(
        name,
        metadata,
        Column("statement_id", Integer, primary_key=True, comment="Surrogate key, in the order of the file"),
        *provenance(),
        Column("profile", sorted_text(), nullable=False, comment="Profile that says so"),
        Column(
            "subject_title",
            Text,
            nullable=False,
            server_default=text("''"),
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        Column(
            "soc_code", sorted_text(), comment="SOC code of the subject; empty where several codes or none are meant"
        ),
        Column("soc_vintage", sorted_text(), comment="Edition of the SOC that the code belongs to"),
        *items,
        *origin(),
        UniqueConstraint("part_id", "profile", "subject_title", *identity, name=f"uq_{name}_identity"),
        ForeignKeyConstraint(["part_id", "profile"], ["handbook_profile.part_id", "handbook_profile.profile"]),
        references_occupation(),
        Index(f"ix_{name}_occupation", "soc_code", "soc_vintage", "part_id"),
        *origin_checks(),
        comment=comment,
    )


def position(of: str) -> Column[int]:
    """The place of a row in the order in which the publication prints it."""
    return Column("position", Integer, nullable=False, comment=f"Order of {of} as printed, from 1")
