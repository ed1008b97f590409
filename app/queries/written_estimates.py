"""OEWS estimates as lines of CSV that the database itself writes.

A release has hundreds of thousands of rows with some fifty cells each. Carrying each cell into Python costs several
times what reading the row does; one text for each row costs almost nothing. Both databases have `format`, with `%s` for
a value, and nothing for NULL. The columns are those of the list's relation, so that there is no second list.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    Cast,
    ColumnElement,
    Float,
    Integer,
    Null,
    Text,
    case,
    cast,
    func,
    literal_column,
    null,
    type_coerce,
)

from app.domain.columns import CellKind, Column
from app.queries.answers import WrittenRows
from app.queries.list_request import ListRequest
from app.queries.listing import read_texts
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.store.tables import oews_estimate, part, source_file, source_sheet
from app.store.tables.types import Cents


def written_estimates(
    snapshot: Snapshot, relation: Relation, request: ListRequest, empty: Sequence[str]
) -> WrittenRows | None:
    """What writes the rows of a list that is made of OEWS estimates alone; `empty` are fields that none of them has."""
    if relation.columns.get("record_id") is not oews_estimate.c.estimate_id:
        return None
    sheet = source_sheet.c.sheet_id == oews_estimate.c.sheet_id
    file = source_file.c.file_id == source_sheet.c.file_id
    placed = replace(relation, source=relation.source.outerjoin(source_sheet, sheet).outerjoin(source_file, file))
    cells = dict(relation.columns) | {
        "source": part.c.release,
        "provenance_file": source_file.c.name,
        "provenance_sheet": source_sheet.c.sheet,
    }

    def lines(columns: Sequence[Column]) -> Iterator[list[str]]:
        line = _line([_piece(cells, column, empty) for column in columns])
        return read_texts(snapshot.connection, placed, request, line)

    return lines


# A part of the format, and the values that stand for its `%s`.
Piece: TypeAlias = tuple[str, tuple[ColumnElement[Any], ...]]


def _piece(cells: Mapping[str, ColumnElement[Any]], column: Column, empty: Sequence[str]) -> Piece:
    """A cell. What is the same in all rows stands in the format itself."""
    found = null() if column.field in empty else cells[column.name]
    if isinstance(found, Null) or (isinstance(found, Cast) and isinstance(found.clause, Null)):
        return "", ()
    is_text = column.kind in (CellKind.TEXT, CellKind.JSON)
    if isinstance(found, BindParameter):
        constant = str(found.value).replace("%", "%%")
        return f'"{constant}"' if is_text else constant, ()
    if is_text:
        doubled = func.replace(found, _QUOTE, literal_column("'\"\"'", Text()))
        return ('"%s"', (doubled,)) if column.required else ("%s", (_QUOTE + doubled + _QUOTE,))
    if column.kind is CellKind.BOOLEAN:
        return "%s", (case((found.is_(None), null()), (found, "true"), else_="false"),)
    if isinstance(found.type, Cents):
        return "%s", (type_coerce(found, Integer).op("/", return_type=Float())(cast(literal_column("100"), Float())),)
    return "%s", (found,)


_QUOTE: ColumnElement[str] = literal_column("'\"'", Text())
# More arguments than this are too many for a function of SQLite or PostgreSQL.
_MOST_ARGUMENTS = 90


def _line(pieces: Sequence[Piece]) -> ColumnElement[str]:
    assert sum(len(values) for _, values in pieces) <= _MOST_ARGUMENTS
    form = ",".join(form for form, _ in pieces)
    return func.format(form, *(value for _, values in pieces for value in values), type_=Text)
