"""A sound row in every table: made up, from what the schema says of it, for tables that the seed leaves empty.

Tests of constraints need a row that is right in all things but one, and a table without rows has none.
"""

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Float,
    ForeignKeyConstraint,
    Integer,
    Table,
    insert,
    select,
)

from app.store.tables import metadata, part
from app.store.tables.types import Cents

_CLOSED = re.compile(r"^(\w+) = '([^']*)'(?: OR \1 = '[^']*')*$")
_LISTED = re.compile(r"^(\w+) IN \((\d+|'[^']*')(?:, (?:\d+|'[^']*'))*\)$")
_BETWEEN = re.compile(r"^(\w+) BETWEEN (\d+) AND (\d+)$")
_EITHER = re.compile(r"^(\w+) IS NOT NULL OR (\w+) IS NOT NULL$")


def fill_empty_tables(connection: Connection, release: str = "ooh-2018-28") -> None:
    """Put one made-up row, of the part that the release has, into each table that has none."""
    part_id = connection.execute(select(part.c.part_id).where(part.c.release == release).limit(1)).scalar_one()
    for table in metadata.sorted_tables:
        if connection.execute(select(table).limit(1)).first() is None:
            connection.execute(insert(table).values(_made_up(connection, table, part_id)))


def _made_up(connection: Connection, table: Table, part_id: int) -> dict[str, Any]:
    row: dict[str, Any] = {"part_id": part_id} if "part_id" in table.c else {}
    for column in table.columns:
        if column.name not in row:
            row[column.name] = _some_value(column)
    for constraint in table.constraints:
        rule = str(constraint.sqltext) if isinstance(constraint, CheckConstraint) else ""
        if closed := _CLOSED.match(rule):
            row[closed[1]] = closed[2]
        if first := _BETWEEN.match(rule) or _LISTED.match(rule):
            row[first[1]] = int(first[2]) if first[2].isdigit() else first[2].strip("'")
    for key in _composite_last(table):
        row |= _referred(connection, key, row)
    return row


def _composite_last(table: Table) -> list[ForeignKeyConstraint]:
    return sorted(table.foreign_key_constraints, key=lambda key: len(key.columns))


def _referred(connection: Connection, key: ForeignKeyConstraint, row: dict[str, Any]) -> dict[str, Any]:
    """Values for the columns of a foreign key that a row of the other table has."""
    pairs = [(element.parent.name, element.column) for element in key.elements]
    same_part = [there == row[here] for here, there in pairs if here == "part_id"]
    found = connection.execute(select(*(there for _, there in pairs)).where(*same_part).limit(1)).first()
    if found is None:
        assert all(key.parent.c[here].nullable for here, _ in pairs if here != "part_id"), key
        return {here: None for here, _ in pairs if here != "part_id"}
    return {here: value for (here, _), value in zip(pairs, found, strict=True)}


def _some_value(column: Column[Any]) -> Any:
    if isinstance(column.type, Boolean):
        return True
    if isinstance(column.type, Integer):
        return 7
    if isinstance(column.type, Float | Cents):
        return 2.5
    return f"some {column.name} of {column.table.name}"


def breaking(check: CheckConstraint) -> dict[str, object]:
    """Values that a check must refuse, by the forms that our checks have."""
    rule = str(check.sqltext)
    if found := _CLOSED.match(rule):
        return {found[1]: "nonsense"}
    if found := _BETWEEN.match(rule):
        return {found[1]: int(found[3]) + 1}
    if found := _LISTED.match(rule):
        return {found[1]: 1_000 if found[2].isdigit() else "nonsense"}
    if found := _EITHER.match(rule):
        return {found[1]: None, found[2]: None}
    if rule == "origin <> 'curated' OR origin_basis IS NOT NULL":
        return {"origin": "curated", "origin_basis": None}
    if rule == "state_id = 1":
        return {"state_id": 2}
    raise AssertionError(f"this test does not know how to break {rule}: teach it")


def is_of(column: str, keys: Iterable[ForeignKeyConstraint]) -> int:
    """How many of the foreign keys a column is a part of."""
    return sum(column in key.column_keys for key in keys)
