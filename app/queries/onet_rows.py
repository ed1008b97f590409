"""Rows of several O*NET tables in one statement: what belongs to the records of a page."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Table, cast, literal, null, select, union_all

from app.queries.provenance import provenance_columns
from app.queries.snapshot import Snapshot

Rows = Mapping[str, Sequence[Mapping[Any, Any]]]


def read_rows(snapshot: Snapshot, tables: Sequence[Table], wanted: Callable[[Table], ColumnElement[bool]]) -> Rows:
    """The rows that are `wanted` of each table, by its name and in the order of its file.

    Columns that a table lacks are empty.
    """
    columns: dict[str, ColumnElement[Any]] = {}
    for table in tables:
        columns = _columns_of(table) | columns
    selected = union_all(*(padded(table, number, columns).where(wanted(table)) for number, table in enumerate(tables)))
    rows: defaultdict[str, list[Mapping[Any, Any]]] = defaultdict(list)
    ordered = selected.order_by("table_number", "provenance_part_id", "provenance_row")
    for row in snapshot.connection.execute(ordered).mappings():
        rows[tables[row["table_number"]].name].append(row)
    return rows


def padded(table: Table, number: int, columns: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
    """All of these columns, and the number of the table; those that the table lacks are empty."""
    own = _columns_of(table)
    filled = {name: own[name] if name in own else cast(null(), column.type) for name, column in columns.items()}
    named = (column.label(name) for name, column in filled.items())
    return select(literal(number, Integer).label("table_number"), *named)


def _columns_of(table: Table) -> dict[str, ColumnElement[Any]]:
    return {column.name: column for column in table.c} | provenance_columns(table)
