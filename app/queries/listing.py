"""Pages of lists, whole lists, and their totals.

Pages are found by key (keyset pagination): the next page starts after the sort values and the identity of the last
row, so that ties, and rows with no figure, are neither lost nor shown twice. `ordering` and `conditions` have the
rules of sorting and filtering.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    Text,
    and_,
    bindparam,
    func,
    select,
    union_all,
)

from app.queries.conditions import LARGEST, PARTS, conditions, filter_values
from app.queries.list_request import Count, KeyValue, Limit, ListRequest, OneOf, SortKey
from app.queries.ordering import behind_row, check_after, ordering, sort_keys
from app.queries.relation import Relation, prepared, shape_of
from app.queries.snapshot import Snapshot

# Counting more rows than this takes longer than the page itself.
CHEAP_COUNT = 50_000

# Fewer rows are counted as fast as one looks up how many they were.
MANY = 2_000

# A list of the rows of several parts is sought in each of them apart, in at most so many.
_MOST_PARTS = 16

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RowPage:
    """A page of rows, where the next one starts (`None` on the last page), and how many rows there are in all.

    Of a list that is asked for as a whole, `rows` are the first batch, and `further` has the others, which are read
    when they are asked for.
    """

    rows: list[Row[Any]]
    next_after: tuple[KeyValue, ...] | None
    total: int | None
    further: Iterable[list[Row[Any]]] = ()

    def records(self, make: Callable[[list[Row[Any]]], list[T]]) -> tuple[list[T], Iterable[list[T]]]:
        """The records of the rows, and those of the further ones."""
        return make(self.rows) if self.rows else [], map(make, self.further)


def fetch_page(snapshot: Snapshot, relation: Relation, request: ListRequest) -> RowPage:
    """Read one page of a list and its total: two statements, whatever the page size.

    Raises `UnusableCursorError` if the request starts after something that is no row of this list.
    """
    connection = snapshot.connection
    if request.limit is None:
        batches = read_whole(connection, relation, request)
        return RowPage(next(batches, []), None, None, batches)
    keys = sort_keys(relation, request)
    filters = (*relation.kept, *request.fixed, *request.filters)
    values = filter_values(relation, filters)
    paging: dict[str, Any] = {"page_rows": request.limit + 1}
    if request.after is not None:
        check_after(relation, keys, request.after)
        paging |= {f"after_{number}": value for number, value in enumerate(request.after)}
    empty = None if request.after is None else tuple(value is None for value in request.after)
    page = prepared(
        relation,
        ("page", shape_of(filters), keys, empty),
        lambda: _page_statement(relation, filters, keys, empty),
    )
    rows = list(connection.execute(page, values | paging))
    has_next = len(rows) > request.limit
    rows = rows[: request.limit]
    next_after = tuple(rows[-1]._mapping[key.field] for key in keys) if has_next else None
    if request.after is None and not has_next:
        return RowPage(rows, next_after, len(rows))
    total = _total(snapshot, relation, filters, values, request.count)
    return RowPage(rows, next_after, total if request.count is Count.EXACT or total <= CHEAP_COUNT else None)


def _total(
    snapshot: Snapshot, relation: Relation, filters: Sequence[OneOf | Limit], values: Mapping[str, Any], count: Count
) -> int:
    """How many rows meet the filters. Many are counted once for a state of the data: each page says how many."""
    counting = prepared(
        relation, ("count", shape_of(filters), count), lambda: _count_statement(relation, filters, count)
    )
    question = (counting, tuple(values.items()))
    known: int | None = snapshot.catalog.remembered.recall(question)
    if known is not None:
        return known
    total = int(snapshot.connection.execute(counting, values).scalar_one())
    return snapshot.catalog.remembered.keep(question, total) if total >= MANY else total


# Rows that are read at once of a list that is asked for as a whole.
BATCH_ROWS = 1_000


def read_whole(connection: Connection, relation: Relation, request: ListRequest) -> Iterator[list[Row[Any]]]:
    """All rows of a list from where the request starts, batch by batch, while one cursor is open."""
    if len(relation.identity) > 1:
        condition, order, values = _question(relation, request)
        whole = relation.selected.where(condition).order_by(*order)
        result = connection.execute(whole, values, execution_options=_IN_BATCHES)
        yield from (list(batch) for batch in result.partitions())
        return
    identity = relation.columns[relation.identity[0]].label("identity")
    few = _few(connection, relation, relation.selected.add_columns(identity))
    for identities in _identities(connection, relation, request):
        found = {row[-1]: row for row in few(identities)}
        yield [found[one] for one in identities]


def read_texts(
    connection: Connection, relation: Relation, request: ListRequest, column: ColumnElement[str]
) -> Iterator[list[str]]:
    """The same rows of a relation with one identity, as the texts that a column makes of them."""
    identity = relation.columns[relation.identity[0]].label("identity")
    few = _few(connection, relation, select(identity, column).select_from(relation.source))
    for identities in _identities(connection, relation, request):
        found: dict[Any, str] = dict(few(identities))  # type: ignore[arg-type]  # a row of two is a pair
        yield [found[one] for one in identities]


_IN_BATCHES: dict[str, Any] = {"yield_per": BATCH_ROWS}


def _question(
    relation: Relation, request: ListRequest
) -> tuple[ColumnElement[bool], list[ColumnElement[Any]], dict[str, Any]]:
    """The condition and the order of a whole list, and the values of their parameters."""
    keys = sort_keys(relation, request)
    filters = (*relation.kept, *request.fixed, *request.filters)
    values = filter_values(relation, filters)
    if request.after is not None:
        check_after(relation, keys, request.after)
        values |= {f"after_{number}": value for number, value in enumerate(request.after)}
    empty = None if request.after is None else tuple(value is None for value in request.after)
    order = [ordering(relation, key, relation.columns[key.field]) for key in keys]
    return _behind(relation, filters, keys, empty), order, values


def _identities(connection: Connection, relation: Relation, request: ListRequest) -> Iterator[list[Any]]:
    """The identities of the rows in their order: a database keeps what it sorts, and shall not keep whole rows."""
    condition, order, values = _question(relation, request)
    identity = relation.columns[relation.identity[0]]
    chosen = select(identity).select_from(relation.source).where(condition).order_by(*order)
    result = connection.execute(chosen, values, execution_options=_IN_BATCHES)
    yield from (list(batch) for batch in result.scalars().partitions())


def _few(
    connection: Connection, relation: Relation, selected: Select[Any]
) -> Callable[[list[Any]], Sequence[Row[Any]]]:
    """What reads the rows with some identities, in any order."""
    among, as_value = _one_of_many(connection, relation.columns[relation.identity[0]])
    statement = selected.where(among, *relation.where)
    return lambda identities: connection.execute(statement, {"identities": as_value(identities)}).all()


def _one_of_many(
    connection: Connection, identity: ColumnElement[Any]
) -> tuple[ColumnElement[bool], Callable[[list[Any]], Any]]:
    """The condition that an identity is among `identities`, and what makes the parameter's value of a list.

    One parameter for all: as many as there are rows take longer to write into a statement than the rows to read.
    """
    if connection.dialect.name == "postgresql":
        listed = bindparam("identities", type_=ARRAY(identity.type))
        return identity == func.any(listed), list
    values = func.json_each(bindparam("identities", type_=Text)).table_valued("value")
    return identity.in_(select(values.c.value)), json.dumps


def _page_statement(
    relation: Relation,
    filters: Sequence[OneOf | Limit],
    keys: tuple[SortKey, ...],
    empty: tuple[bool, ...] | None,
) -> Select[Any]:
    rows = bindparam("page_rows", type_=Integer)
    order = [ordering(relation, key, relation.columns[key.field]) for key in keys]
    if len(relation.identity) > 1:
        condition = _behind(relation, filters, keys, empty)
        return relation.selected.where(condition).order_by(*order).limit(rows)
    # Sort keys alone first, and join titles to the few rows of the page: half the time where no index gives the order.
    chosen = _chosen(relation, filters, keys, empty)
    # `where` anew, since the key need be unique among the rows that meet it, and among no others.
    return relation.selected.where(relation.columns[relation.identity[0]].in_(chosen), *relation.where).order_by(*order)


def _chosen(
    relation: Relation,
    filters: Sequence[OneOf | Limit],
    keys: tuple[SortKey, ...],
    empty: tuple[bool, ...] | None,
) -> Select[Any]:
    """The identities of a page's rows. No index has the rows of several parts in one order: each gives its first."""
    rows = bindparam("page_rows", type_=Integer)
    identity = relation.columns[relation.identity[0]].label("identity")
    columns = [relation.columns[key.field].label(f"sorted_{number}") for number, key in enumerate(keys)]

    def first(part: int | None) -> Select[Any]:
        condition = _behind(relation, filters, keys, empty, part)
        order = (ordering(relation, key, relation.columns[key.field]) for key in keys)
        chosen = select(identity) if part is None else select(identity, *columns)
        return chosen.select_from(relation.source).where(condition).order_by(*order).limit(rows)

    parts = next((one for one in filters if isinstance(one, OneOf) and one.field == PARTS), None)
    if parts is None or not 1 < len(parts.values) <= _MOST_PARTS:
        return first(None)
    of_each = union_all(*(select(first(part).subquery()) for part in range(len(parts.values)))).subquery("of_each")
    order = [ordering(relation, key, of_each.c[f"sorted_{number}"]) for number, key in enumerate(keys)]
    return select(of_each.c.identity).order_by(*order).limit(rows)


def _behind(
    relation: Relation,
    filters: Sequence[OneOf | Limit],
    keys: tuple[SortKey, ...],
    empty: tuple[bool, ...] | None,
    part: int | None = None,
) -> ColumnElement[bool]:
    """The rows that are asked for, of all parts or of one of them, that stand behind the page before."""
    condition = conditions(relation, filters, part)
    return condition if empty is None else and_(condition, behind_row(relation, keys, empty))


def _count_statement(relation: Relation, filters: Sequence[OneOf | Limit], count: Count) -> Select[Any]:
    condition = conditions(relation, filters)
    # Of a limited list SQLite reads no titles that are joined to it; a plain count would, for each row.
    most = CHEAP_COUNT + 1 if count is Count.AUTO else LARGEST
    first = select(1).select_from(relation.source).where(condition).limit(most).subquery()
    return select(func.count()).select_from(first)
