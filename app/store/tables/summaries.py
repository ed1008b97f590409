"""What answers are read from that would be put together anew for each request: written anew after each load.

Nothing here is a publication: each figure stands in the table of its publication as well, with its sheet and row.
`app.store.summaries` writes both tables, in the transaction of the load; no key refers to other tables, which change
before these are written anew.
"""

from typing import Any

from sqlalchemy import Boolean, Column, Index, Integer, Table, Text

from app.domain.measures import OCCUPATION_PROJECTION_MEASURES, SUMMARY_MEASURES
from app.store.tables.employment_projections import (
    ep_projection,
    ep_replacement,
    ep_separation,
    ep_worker_characteristic,
)
from app.store.tables.metadata import metadata, occupation_key, sorted_text, text
from app.store.tables.oews import oews_estimate
from app.store.tables.projections import projection

# The tables of a round that say something of occupations, in the order in which their rows are named.
ROUND_TABLES = (ep_projection, ep_worker_characteristic, ep_separation, ep_replacement)
REQUIREMENTS = ("entry_education", "work_experience", "on_the_job_training")
ROUND_FIELDS = (
    *(name for name in OCCUPATION_PROJECTION_MEASURES if name != "annual_median"),
    "annual_median",
    "annual_median_qualifier",
    "wage_year",
    *(column for name in REQUIREMENTS for column in (name, f"{name}_code")),
    "in_handbook",
)


def _as_published(name: str, *tables: Table) -> Column[Any]:
    published = next(table.c[name] for table in tables if name in table.c)
    kind = Integer() if isinstance(published.type, Boolean) else published.type
    return Column(name, kind, comment=published.comment)


def _estimated(name: str) -> list[Column[Any]]:
    return [_as_published(name, oews_estimate), text(f"{name}_qualifier", f"Why {name} is empty or a bound")]


round_projection = Table(
    "round_projection",
    metadata,
    Column("round_projection_id", Integer, primary_key=True, comment="Surrogate key, in the order of the files"),
    Column("release", sorted_text(), nullable=False, comment="Release of the round"),
    *occupation_key(),
    Column("row_type", sorted_text(), nullable=False, comment="line_item, or summary: a sum of line items"),
    Column("part_id", Integer, nullable=False, comment="A part of the release that states it"),
    Column("row_number", Integer, nullable=False, comment="The first row that states it"),
    Column("read_from", Text, nullable=False, comment="Every row that it was put together from, as one text"),
    *(_as_published(name, *ROUND_TABLES) for name in ROUND_FIELDS),
    Index("ix_round_projection_identity", "soc_code", "soc_vintage", "release", "row_type", unique=True),
    Index("ix_round_projection_published", "release", "round_projection_id"),
    *(
        Index(f"ix_round_projection_{name}", "release", name, "round_projection_id")
        for name in ("employment_change_percent", "employment_change", "annual_openings", "annual_median")
    ),
    comment="What a round says of an occupation, put together from its tables and files",
)

_OF_ROUND = ("labor_force_exits", "occupational_transfers", "percent_self_employed")
PROJECTED = (
    "base_employment",
    "projected_employment",
    "employment_change",
    "employment_change_percent",
    "annual_openings",
)
PROJECTED_IN_ROUND = (*PROJECTED, *_OF_ROUND)

occupation_summary = Table(
    "occupation_summary",
    metadata,
    Column("summary_id", Integer, primary_key=True, comment="Surrogate key, in the order of codes"),
    *occupation_key(),
    Column("major_group", sorted_text(), nullable=False, comment="The first two digits of the code"),
    Column("title", sorted_text(), nullable=False, comment="Title in that edition, or the publisher's own"),
    Column("level", Text, nullable=False, comment="total, major, minor, broad or detailed"),
    Column("retired", Boolean, nullable=False, comment="Whether no edition in use has the code"),
    *(column for name in SUMMARY_MEASURES for column in _estimated(name)),
    Column("projection_round", Text, comment="Round of the projected figures"),
    *(_as_published(name, projection, *ROUND_TABLES) for name in PROJECTED_IN_ROUND),
    Column("outlook", Text, comment="The handbook's comparison with the average for all occupations"),
    *(_as_published(name, *ROUND_TABLES) for name in REQUIREMENTS),
    Column("projection_release", Text, comment="The round that projected figures came from; empty if the handbook"),
    Column("education_release", Text, comment="The round that entry requirements came from; empty if the handbook"),
    *(
        Column(name, Integer, comment=comment)
        for name, comment in (
            ("occupation_part_id", "Part that the title came in"),
            ("estimate_part_id", "Part of OEWS that estimates came in"),
            ("projection_part_id", "Part of the handbook that has a projection or an outlook"),
            ("education_part_id", "Part of the handbook that has an entry education"),
        )
    ),
    Index("ix_occupation_summary_code", "soc_code", "soc_vintage", unique=True),
    *(
        Index(f"ix_occupation_summary_{name}", name, "summary_id")
        for name in (
            "title",
            "employment",
            "annual_median",
            "employment_change_percent",
            "employment_change",
            "annual_openings",
        )
    ),
    comment="Each occupation with its main figures of the newest releases, in the newest edition that has its code",
)
