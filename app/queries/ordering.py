"""The order of a list, the same for every list, and what stands behind a row in it.

Rows without a figure come last, in either order. A bounded figure (`at_or_above`) sorts by its bound.
"""

from typing import Any

from sqlalchemy import ColumnElement, Float, String, and_, bindparam, false, or_

from app.queries.conditions import LARGEST
from app.queries.list_request import KeyValue, ListRequest, SortKey
from app.queries.relation import Relation
from app.store.tables.types import Cents


class UnusableCursorError(ValueError):
    """The values of a cursor are not those of a row of the list that it is used for."""


def sort_keys(relation: Relation, request: ListRequest) -> tuple[SortKey, ...]:
    """What a list is sorted by: as asked, then by what tells its rows apart."""
    named = {key.field for key in request.sort}
    # Ties are broken in the direction of the sort, so that an index can be read in one direction.
    descending = bool(request.sort) and request.sort[-1].descending
    return (*request.sort, *(SortKey(field, descending) for field in relation.identity if field not in named))


def ordering(relation: Relation, key: SortKey, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """One key of the order, as the statement has it."""
    directed = column.desc() if key.descending else column.asc()
    # Identities are never empty, and no index is read for what might be.
    return directed if key.field in relation.identity else directed.nulls_last()


def behind_row(relation: Relation, keys: tuple[SortKey, ...], empty: tuple[bool, ...]) -> ColumnElement[bool]:
    """The rows behind the one with the values `after_0`, `after_1` ...; `empty` says which of these have no figure."""
    alternatives: list[ColumnElement[bool]] = []
    equal: list[ColumnElement[bool]] = []
    for number, (key, is_empty) in enumerate(zip(keys, empty, strict=True)):
        column = relation.columns[key.field]
        value = bindparam(f"after_{number}", type_=column.type)
        if is_empty:  # rows without a figure are last: only the next key can tell them apart
            further: ColumnElement[bool] = false()
            same: ColumnElement[bool] = column.is_(None)
        else:
            further = column < value if key.descending else column > value
            if key.field not in relation.identity:
                further = or_(further, column.is_(None))
            same = column == value
        alternatives.append(and_(*equal, further))
        equal.append(same)
    return or_(*alternatives)


def check_after(relation: Relation, keys: tuple[SortKey, ...], values: tuple[KeyValue, ...]) -> None:
    """Raises `UnusableCursorError` where a cursor's values cannot be those of a row of the list."""
    if len(values) != len(keys):
        raise UnusableCursorError
    for key, value in zip(keys, values, strict=True):
        if value is not None and not _fits(relation.columns[key.field], value):
            raise UnusableCursorError


def _fits(column: ColumnElement[Any], value: KeyValue) -> bool:
    if isinstance(column.type, String):
        return isinstance(value, str) and "\0" not in value
    if isinstance(value, str | bool | None) or abs(value) > LARGEST:
        return False
    if isinstance(column.type, Cents):
        return abs(value) <= LARGEST / 100 and round(value, 2) == value
    return isinstance(value, int) or isinstance(column.type, Float)
