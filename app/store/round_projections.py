"""The rounds of Employment Projections put together: one row for each occupation and round.

A round splits the fields of an occupation over tables and files, and repeats some: what several rows state is the
same (the loader has compared them), so that any of them gives the figure. `read_from` names all of them.
"""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    Text,
    case,
    cast,
    delete,
    func,
    insert,
    literal,
    null,
    select,
    union_all,
)

from app.store.tables import part, round_projection
from app.store.tables.summaries import ROUND_FIELDS, ROUND_TABLES

# Between the parts of a row, and between rows, in what is gathered of several rows as one text.
UNIT, ROW = "\x1f", "\x1e"
# What the rows of each table tell, in the order in which they are named.
CONTENTS = {
    "ep_projection": "employment",
    "ep_worker_characteristic": "worker_characteristics",
    "ep_separation": "separations",
    "ep_replacement": "replacement",
}


def write_round_projections(connection: Connection) -> None:
    """Put all rounds together anew, inside the caller's transaction."""
    connection.execute(delete(round_projection))
    names = [column.name for column in round_projection.columns]
    connection.execute(insert(round_projection).from_select(names, _together(names)))


# More rows than a round has.
_MOST_ROWS = 1_000_000


def _together(names: list[str]) -> Select[Any]:
    rows = union_all(*(_stated(table) for table in ROUND_TABLES)).subquery("stated")
    # The table of all occupations has the order; others have some of them, or another one.
    of_all = func.min(case((rows.c.table_number.in_(_OF_ALL), rows.c.row_number)))
    order = (func.coalesce(of_all, func.min(rows.c.row_number)), rows.c.soc_code, rows.c.soc_vintage, rows.c.row_type)
    # Of the round alone, whatever else is loaded: pages of what is pinned are found by it.
    base_year = cast(func.substr(rows.c.release, len("ep-") + 1, 4), Integer)
    place = func.row_number().over(partition_by=rows.c.release, order_by=order)
    columns = {
        "round_projection_id": base_year * _MOST_ROWS + place,
        **{name: rows.c[name] for name in _KEY},
        "part_id": func.max(rows.c.part_id),
        "row_number": func.min(rows.c.row_number),
        "read_from": func.aggregate_strings(rows.c.read_from, ROW),
        **{name: func.max(rows.c[name]) for name in ROUND_FIELDS},
    }
    return (
        select(*(columns[name].label(name) for name in names))
        .group_by(*(rows.c[name] for name in _KEY))
        .order_by(rows.c.release, *order)
    )


# Employment by detailed occupation: Table 1.2, or the download that has one table for all.
_OF_ALL = ("1.2", "download")
_KEY = ("release", "soc_code", "soc_vintage", "row_type")


def _stated(table: Table) -> Select[Any]:
    own = table.c
    values = [_value(table, name).label(name) for name in ROUND_FIELDS]
    key = (part.c.release, own.part_id, own.soc_code, own.soc_vintage, own.row_type, own.row_number, own.table_number)
    source = table.join(part, part.c.part_id == own.part_id)
    return select(*key, _as_text(table).label("read_from"), *values).select_from(source)


def _value(table: Table, name: str) -> ColumnElement[Any]:
    kind = round_projection.c[name].type
    if name not in table.c:
        return cast(null(), kind)
    return cast(table.c[name], Integer) if name == "in_handbook" else table.c[name]


def _as_text(table: Table) -> ColumnElement[str]:
    """Where a row stands, as one text: functions of groups take no more."""
    own = table.c
    parts = (
        literal(CONTENTS[table.name]),
        cast(own.sheet_id, Text),
        cast(own.row_number, Text),
        own.table_number,
        own.title,
        func.coalesce(cast(own.display_level, Text), ""),
        func.coalesce(own.footnote, ""),
    )
    text: ColumnElement[str] = cast(parts[0], Text)
    for one in parts[1:]:
        text = text + literal(UNIT, Text) + one
    return text
