"""Projections of Employment Projections: one row for each occupation and round, put together from several tables.

`app.store.round_projections` puts them together when something is loaded. `read_from` names the rows behind each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Text, and_, cast, null

from app.domain.measures import OCCUPATION_PROJECTION_MEASURES
from app.queries.provenance import Places, Provenance
from app.store.round_projections import CONTENTS, ROW, UNIT
from app.store.tables import occupation, release, round_projection
from app.store.tables.summaries import REQUIREMENTS, ROUND_FIELDS, ROUND_TABLES

TABLES = ROUND_TABLES
FIELDS = ROUND_FIELDS


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """A row of a publication that a record was put together from."""

    contents: str
    table_number: str
    title: str
    display_level: int | None
    footnote: str | None
    provenance: Provenance


def projection_fields() -> dict[str, ColumnElement[Any]]:
    """The fields that only Employment Projections have, empty: for the rows of others beside them."""
    fields: dict[str, ColumnElement[Any]] = {name: cast(null(), round_projection.c[name].type) for name in FIELDS}
    return fields | {"read_from": cast(null(), Text)}


def rounds_relation() -> tuple[FromClause, dict[str, ColumnElement[Any]]]:
    """What to select from, and the columns by field name; `record_id` tells the rows apart."""
    own = round_projection.c
    stated = and_(
        occupation.c.part_id == own.part_id,
        occupation.c.soc_code == own.soc_code,
        occupation.c.soc_vintage == own.soc_vintage,
    )
    source = round_projection.outerjoin(occupation, stated).join(release, release.c.release == own.release)
    columns: dict[str, ColumnElement[Any]] = {
        "record_id": own.round_projection_id,
        "record_key": cast(own.soc_code, Text),
        **{name: own[name] for name in ("release", "soc_code", "soc_vintage", "row_type", *FIELDS, "read_from")},
        "projection_round": release.c.projection_round,
        "title": occupation.c.title,
        "level": occupation.c.level,
        "part_id": own.part_id,
    }
    return source, columns


def rows_read(text: str, catalog: Places) -> tuple[PublishedRow, ...]:
    """The rows behind a record, from what was gathered of them as one text; employment first."""
    order = list(CONTENTS.values())
    found = [_row(one.split(UNIT), catalog) for one in text.split(ROW)]
    return tuple(sorted(found, key=lambda row: (order.index(row.contents), row.provenance.file, row.provenance.row)))


def _row(parts: Sequence[str], catalog: Places) -> PublishedRow:
    contents, sheet_id, row, table_number, title, display_level, footnote = parts
    sheet = catalog.sheets[int(sheet_id)]
    return PublishedRow(
        contents,
        table_number,
        title,
        int(display_level) if display_level else None,
        footnote or None,
        Provenance("published", None, None, sheet.file, sheet.sheet, int(row), None),
    )


def explain_projection(row: Mapping[Any, Any]) -> dict[str, str]:
    """Why fields of a projection are empty, or that its wage is a bound."""
    names = (*OCCUPATION_PROJECTION_MEASURES, *REQUIREMENTS)
    found = {name: "not_applicable" for name in names if row[name] is None}
    if row["annual_median_qualifier"] is not None:
        found["annual_median"] = row["annual_median_qualifier"]
    return found
