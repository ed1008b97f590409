"""Records as rows of a table: the value of each column, and its spelling in CSV."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

import orjson

from app.domain.columns import CellKind, Column
from app.schemas.columns import QUALIFIERS

Value: TypeAlias = str | int | float | bool | None


def rows_of(records: Sequence[Any], columns: Sequence[Column]) -> list[tuple[Value, ...]]:
    """A row of values for each record; a list is its JSON text."""
    getters = [_getter(column) for column in columns]
    return [tuple(get(record) for get in getters) for record in records]


def _getter(column: Column) -> Callable[[Any], Value]:
    found = _by_path(column.path)
    match column.kind:
        case CellKind.JSON:
            return lambda record: None if (value := found(record)) is None else orjson.dumps(value).decode()
        case CellKind.CODE:
            # A member of a closed set is more than its text.
            return lambda record: None if (value := found(record)) is None else str(value)
        case _:
            return found


def _by_path(path: tuple[str, ...]) -> Callable[[Any], Any]:
    if len(path) == 1:
        return attrgetter(path[0])
    if path[-2] == QUALIFIERS:
        qualifiers = _by_path(path[:-1])
        return lambda record: (qualifiers(record) or {}).get(path[-1])
    above = _by_path(path[:-1])
    return lambda record: None if (value := above(record)) is None else getattr(value, path[-1])


def lines_of(records: Sequence[Any], columns: Sequence[Column]) -> list[str]:
    """The records as lines of CSV, without line ends."""
    return _lines(rows_of(records, columns), [SPELLINGS[column.kind] for column in columns])


def lines_for_spreadsheets(records: Sequence[Any], columns: Sequence[Column]) -> list[str]:
    """The same, with an apostrophe before text that a spreadsheet would take for a formula."""
    spellings = [_text_no_formula if column.kind is CellKind.TEXT else SPELLINGS[column.kind] for column in columns]
    return _lines(rows_of(records, columns), spellings)


def _lines(rows: Sequence[tuple[Value, ...]], spellings: Sequence[Callable[[Any], str]]) -> list[str]:
    return [
        ",".join(["" if value is None else spell(value) for spell, value in zip(spellings, row, strict=True)])
        for row in rows
    ]


def _text(value: str) -> str:
    # Always in quotes, which tells an empty text from none; the csv module of Python 3.11 has no such rule.
    return '"' + value.replace('"', '""') + '"'


_STARTS_OF_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def _text_no_formula(value: str) -> str:
    return _text(f"'{value}" if value.startswith(_STARTS_OF_FORMULAS) else value)


def _truth(value: bool) -> str:
    return "true" if value else "false"


SPELLINGS: Mapping[CellKind, Callable[[Any], str]] = {
    CellKind.TEXT: _text,
    CellKind.CODE: str,
    CellKind.INTEGER: str,
    CellKind.NUMBER: repr,
    CellKind.BOOLEAN: _truth,
    CellKind.JSON: _text,
}
