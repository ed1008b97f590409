"""Projections of Employment Projections: one row for each occupation and round, put together from several tables.

A round splits the fields of an occupation over tables and files, and repeats some: what several rows state is the
same (the loader has compared them), so that any of them gives the figure. `read_from` names all of them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Subquery,
    Table,
    Text,
    and_,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from app.domain.measures import OCCUPATION_PROJECTION_MEASURES
from app.queries.provenance import Places, Provenance
from app.store.tables import (
    ep_projection,
    ep_replacement,
    ep_separation,
    ep_worker_characteristic,
    occupation,
    part,
    release,
)

Conditions: TypeAlias = Callable[[Table], Sequence[ColumnElement[bool]]]
TABLES = (ep_projection, ep_worker_characteristic, ep_separation, ep_replacement)
REQUIREMENTS = ("entry_education", "work_experience", "on_the_job_training")
_WIDE = tuple(name for name in OCCUPATION_PROJECTION_MEASURES if name != "annual_median")
_OTHERS = (
    "annual_median",
    "annual_median_qualifier",
    "wage_year",
    *(column for name in REQUIREMENTS for column in (name, f"{name}_code")),
    "in_handbook",
)
FIELDS = (*_WIDE, *_OTHERS)
# Between the parts of a row, and between rows, in what is gathered of several rows as one text.
_UNIT, _ROW = "\x1f", "\x1e"
_CONTENTS = {
    "ep_projection": "employment",
    "ep_worker_characteristic": "worker_characteristics",
    "ep_separation": "separations",
    "ep_replacement": "replacement",
}


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
    fields: dict[str, ColumnElement[Any]] = {name: cast(null(), _column(name).type) for name in FIELDS}
    return fields | {"read_from": cast(null(), Text)}


def _column(name: str) -> ColumnElement[Any]:
    column: ColumnElement[Any] = next(table.c[name] for table in TABLES if name in table.c)
    return cast(column, Integer) if name == "in_handbook" else column


def _stated(table: Table, conditions: Conditions) -> Select[Any]:
    own = table.c
    values = [
        (cast(own[name], Integer) if name == "in_handbook" else own[name]).label(name)
        if name in own
        else cast(null(), _column(name).type).label(name)
        for name in FIELDS
    ]
    return (
        select(
            part.c.release,
            own.part_id,
            own.soc_code,
            own.soc_vintage,
            own.row_type,
            own.row_number,
            _as_text(table).label("read_from"),
            *values,
        )
        .select_from(table.join(part, part.c.part_id == own.part_id))
        .where(*conditions(table))
    )


def _as_text(table: Table) -> ColumnElement[str]:
    """Where a row stands, as one text: functions of groups take no more."""
    own = table.c
    parts = (
        literal(_CONTENTS[table.name]),
        cast(own.sheet_id, Text),
        cast(own.row_number, Text),
        own.table_number,
        own.title,
        func.coalesce(cast(own.display_level, Text), ""),
        func.coalesce(own.footnote, ""),
    )
    text: ColumnElement[str] = cast(parts[0], Text)
    for one in parts[1:]:
        text = text + literal(_UNIT, Text) + one
    return text


_KEY = ("release", "soc_code", "soc_vintage", "row_type")


def _together(conditions: Conditions) -> Subquery:
    rows = union_all(*(_stated(table, conditions) for table in TABLES)).subquery("stated")
    return (
        select(
            *(rows.c[name] for name in _KEY),
            func.max(rows.c.part_id).label("part_id"),
            func.min(rows.c.row_number).label("row_number"),
            func.aggregate_strings(rows.c.read_from, _ROW).label("read_from"),
            *(func.max(rows.c[name]).label(name) for name in FIELDS),
        )
        .group_by(*(rows.c[name] for name in _KEY))
        .subquery("together")
    )


def rounds_relation(
    conditions: Conditions = lambda _table: (),
) -> tuple[FromClause, dict[str, ColumnElement[Any]]]:
    """What to select from, and the columns by field name; `record_key` tells rows of one `record_id` apart.

    `conditions` choose rows of each table before they are put together, so that an index finds them.
    """
    rows = _together(conditions)
    stated = and_(
        occupation.c.part_id == rows.c.part_id,
        occupation.c.soc_code == rows.c.soc_code,
        occupation.c.soc_vintage == rows.c.soc_vintage,
    )
    source = rows.outerjoin(occupation, stated).join(release, release.c.release == rows.c.release)
    key = rows.c.release + "|" + rows.c.soc_code + "|" + rows.c.soc_vintage + "|" + rows.c.row_type
    columns: dict[str, ColumnElement[Any]] = {
        "record_id": rows.c.row_number,
        "record_key": cast(key, Text),
        **{name: rows.c[name] for name in (*_KEY, *FIELDS, "read_from")},
        "projection_round": release.c.projection_round,
        "title": occupation.c.title,
        "level": occupation.c.level,
        "part_id": rows.c.part_id,
    }
    return source, columns


def rows_read(text: str, catalog: Places) -> tuple[PublishedRow, ...]:
    """The rows behind a record, from what was gathered of them as one text; employment first."""
    order = list(_CONTENTS.values())
    found = [_row(one.split(_UNIT), catalog) for one in text.split(_ROW)]
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
    names = (*_WIDE, "annual_median", *REQUIREMENTS)
    found = {name: "not_applicable" for name in names if row[name] is None}
    if row["annual_median_qualifier"] is not None:
        found["annual_median"] = row["annual_median_qualifier"]
    return found
