"""Filtering, sorting and paging, the same for every list.

A `Relation` says what a list is made of. Pages are found by key (keyset pagination): the next page starts after
the sort values and the identity of the last row, so that ties, and rows with no figure, are neither lost nor
shown twice.

Rules that hold everywhere:
- Rows without a figure come last, in either order of sorting.
- A bounded figure (`at_or_above`) sorts by its bound.
- `min_` keeps figures that are certainly at or above the value: a bound counts as its bound.
- `max_` keeps figures that are certainly at or below it: a bounded figure never is, and is left out.
- `include=possible` keeps those as well that may be within a bound, as far as the publisher says anything of them.
"""

import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Float,
    FromClause,
    Integer,
    Row,
    Select,
    String,
    Text,
    and_,
    bindparam,
    case,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
    true,
    union_all,
)

from app.domain.qualifiers import HALF_PERCENT, LOWER_BOUNDS, WITHHELD, Qualifier
from app.store.tables.types import Cents

KeyValue: TypeAlias = str | int | float | None

# Counting more rows than this takes longer than the page itself.
CHEAP_COUNT = 50_000


class Count(StrEnum):
    """Whether the total is counted: `auto` where counting is cheap, `exact` always."""

    AUTO = "auto"
    EXACT = "exact"


class Bound(StrEnum):
    """The side on which a filter bounds a measure."""

    MIN = "min"
    MAX = "max"


class Include(StrEnum):
    """Which figures a bound keeps: those that are `certain` to be within it, or the `possible` ones too."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class OneOf:
    """Keep rows whose key is one of the values."""

    field: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """Keep rows whose measure is at or above (`min`), or at or below (`max`), a value."""

    field: str
    bound: Bound
    value: Decimal
    include: Include = Include.CERTAIN


Match: TypeAlias = Callable[[Sequence[ColumnElement[str]]], ColumnElement[bool]]


def in_major_group(code: ColumnElement[str]) -> Match:
    """Occupation codes that begin with the two digits of any of some major groups: a range, which an index gives."""

    def match(groups: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
        return or_(*(and_(code >= group + "-", code < group + ".") for group in groups))

    return match


@dataclass(frozen=True)
class Relation:
    """What a list is made of.

    `columns` are all that is selected, by field name; `identity` names those that together are unique; `qualified` are
    the measures that have a column of qualifiers; `matches` has filters that are more than a comparison with one
    column: each makes its condition from the parameters that will hold the values. `unless` has conditions that hold
    while nothing is asked of a field.

    Make it once and take parts of it with `keeping` (by values of its columns) or `only` (by any condition): putting a
    wide statement together takes ten times longer than running it, so that `keeping` shares its statements.
    """

    source: FromClause
    columns: Mapping[str, ColumnElement[Any]]
    identity: tuple[str, ...]
    where: tuple[ColumnElement[bool], ...] = ()
    qualified: frozenset[str] = frozenset()
    matches: Mapping[str, Match] = field(default_factory=dict)
    unless: Mapping[str, ColumnElement[bool]] = field(default_factory=dict)
    kept: tuple[OneOf, ...] = ()

    @cached_property
    def selected(self) -> Select[Any]:
        """The statement that reads all of it, without its conditions."""
        columns = [column.label(name) for name, column in self.columns.items()]
        return select(*columns).select_from(self.source)

    @cached_property
    def statements(self) -> dict[Hashable, Select[Any]]:
        """Statements that were put together before, by the shape of the question: only its values differ."""
        return {}

    def keeping(self, *kept: OneOf) -> "Relation":
        """The same relation with the rows that have these values."""
        fewer = replace(self, kept=(*self.kept, *kept))
        fewer.__dict__.update(selected=self.selected, statements=self.statements)
        return fewer

    def only(self, *conditions: ColumnElement[bool]) -> "Relation":
        """The same relation with the rows that meet these conditions."""
        fewer = replace(self, where=(*self.where, *conditions))
        fewer.__dict__["selected"] = self.selected
        return fewer


@dataclass(frozen=True, slots=True)
class SortKey:
    """A field to sort by."""

    field: str
    descending: bool


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What a reader asks of a list: `filters` as the reader gave them, `fixed` those that the path itself sets.

    Without a `limit` the list is asked for as a whole, to be read batch by batch.
    """

    filters: tuple[OneOf | Limit, ...]
    sort: tuple[SortKey, ...]
    limit: int | None
    after: tuple[KeyValue, ...] | None = None
    count: Count = Count.AUTO
    fixed: tuple[OneOf, ...] = ()


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


def fetch_page(connection: Connection, relation: Relation, request: ListRequest) -> RowPage:
    """Read one page of a list and its total: two statements, whatever the page size.

    Raises `UnusableCursorError` if the request starts after something that is no row of this list.
    """
    if request.limit is None:
        batches = read_whole(connection, relation, request)
        return RowPage(next(batches, []), None, None, batches)
    keys = _sort_keys(relation, request)
    filters = (*relation.kept, *request.fixed, *request.filters)
    values = _filter_values(relation, filters)
    paging: dict[str, Any] = {"page_rows": request.limit + 1}
    if request.after is not None:
        _check_after(relation, keys, request.after)
        paging |= {f"after_{number}": value for number, value in enumerate(request.after)}
    empty = None if request.after is None else tuple(value is None for value in request.after)
    page = _prepared(
        relation,
        ("page", _shape(filters), keys, empty),
        lambda: _page_statement(relation, filters, keys, empty),
    )
    rows = list(connection.execute(page, values | paging))
    has_next = len(rows) > request.limit
    rows = rows[: request.limit]
    next_after = tuple(rows[-1]._mapping[key.field] for key in keys) if has_next else None
    if request.after is None and not has_next:
        return RowPage(rows, next_after, len(rows))
    counting = _prepared(
        relation,
        ("count", _shape(filters), request.count),
        lambda: _count_statement(relation, filters, request.count),
    )
    total = int(connection.execute(counting, values).scalar_one())
    return RowPage(rows, next_after, total if request.count is Count.EXACT or total <= CHEAP_COUNT else None)


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
    keys = _sort_keys(relation, request)
    filters = (*relation.kept, *request.fixed, *request.filters)
    values = _filter_values(relation, filters)
    if request.after is not None:
        _check_after(relation, keys, request.after)
        values |= {f"after_{number}": value for number, value in enumerate(request.after)}
    empty = None if request.after is None else tuple(value is None for value in request.after)
    order = [_ordering(relation, key, relation.columns[key.field]) for key in keys]
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


_MOST_STATEMENTS = 500


def _prepared(relation: Relation, shape: Hashable, make: Callable[[], Select[Any]]) -> Select[Any]:
    """The statement for a question of this shape: kept, so that SQLAlchemy keeps what it compiled of it, too."""
    statement = relation.statements.get(shape)
    if statement is None:
        if len(relation.statements) >= _MOST_STATEMENTS:
            relation.statements.clear()
        statement = relation.statements[shape] = make()
    return statement


def _shape(filters: Sequence[OneOf | Limit]) -> Hashable:
    """What of the filters stands in the statement itself."""
    shape: list[Hashable] = []
    for wanted in filters:
        if isinstance(wanted, Limit):
            shape.append((wanted.field, wanted.bound, wanted.include))
        else:
            shape.append((wanted.field, len(wanted.values)))
    return tuple(shape)


def _filter_values(relation: Relation, filters: Sequence[OneOf | Limit]) -> dict[str, Any]:
    """The values of the filters by the names of their parameters, which `_condition` gives them."""
    values: dict[str, Any] = {}
    for number, wanted in enumerate(filters):
        if isinstance(wanted, OneOf):
            values |= {f"filter_{number}_{place}": value for place, value in enumerate(wanted.values)}
        else:
            values[f"filter_{number}"] = _comparable(relation.columns[wanted.field], wanted)
    return values


class UnusableCursorError(ValueError):
    """The values of a cursor are not those of a row of the list that it is used for."""


def _check_after(relation: Relation, keys: tuple[SortKey, ...], values: tuple[KeyValue, ...]) -> None:
    if len(values) != len(keys):
        raise UnusableCursorError
    for key, value in zip(keys, values, strict=True):
        if value is not None and not _fits(relation.columns[key.field], value):
            raise UnusableCursorError


def _fits(column: ColumnElement[Any], value: KeyValue) -> bool:
    if isinstance(column.type, String):
        return isinstance(value, str) and "\0" not in value
    if isinstance(value, str | bool | None) or abs(value) > _LARGEST:
        return False
    if isinstance(column.type, Cents):
        return abs(value) <= _LARGEST / 100 and round(value, 2) == value
    return isinstance(value, int) or isinstance(column.type, Float)


def _page_statement(
    relation: Relation,
    filters: Sequence[OneOf | Limit],
    keys: tuple[SortKey, ...],
    empty: tuple[bool, ...] | None,
) -> Select[Any]:
    rows = bindparam("page_rows", type_=Integer)
    order = [_ordering(relation, key, relation.columns[key.field]) for key in keys]
    if len(relation.identity) > 1:
        condition = _behind(relation, filters, keys, empty)
        return relation.selected.where(condition).order_by(*order).limit(rows)
    # Sort keys alone first, and join titles to the few rows of the page: half the time where no index gives the order.
    chosen = _chosen(relation, filters, keys, empty)
    # `where` anew, since the key need be unique among the rows that meet it, and among no others.
    return relation.selected.where(relation.columns[relation.identity[0]].in_(chosen), *relation.where).order_by(*order)


# The filter that says which parts of releases a list is made of, and in how many of them its rows are sought apart.
_PARTS = "provenance_part_id"
_MOST_PARTS = 16


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
        order = (_ordering(relation, key, relation.columns[key.field]) for key in keys)
        chosen = select(identity) if part is None else select(identity, *columns)
        return chosen.select_from(relation.source).where(condition).order_by(*order).limit(rows)

    parts = next((one for one in filters if isinstance(one, OneOf) and one.field == _PARTS), None)
    if parts is None or not 1 < len(parts.values) <= _MOST_PARTS:
        return first(None)
    of_each = union_all(*(select(first(part).subquery()) for part in range(len(parts.values)))).subquery("of_each")
    order = [_ordering(relation, key, of_each.c[f"sorted_{number}"]) for number, key in enumerate(keys)]
    return select(of_each.c.identity).order_by(*order).limit(rows)


def _behind(
    relation: Relation,
    filters: Sequence[OneOf | Limit],
    keys: tuple[SortKey, ...],
    empty: tuple[bool, ...] | None,
    part: int | None = None,
) -> ColumnElement[bool]:
    """The rows that are asked for, of all parts or of one of them, that stand behind the page before."""
    condition = _conditions(relation, filters, part)
    return condition if empty is None else and_(condition, _after(relation, keys, empty))


def _count_statement(relation: Relation, filters: Sequence[OneOf | Limit], count: Count) -> Select[Any]:
    condition = _conditions(relation, filters)
    # Of a limited list SQLite reads no titles that are joined to it; a plain count would, for each row.
    most = CHEAP_COUNT + 1 if count is Count.AUTO else _LARGEST
    first = select(1).select_from(relation.source).where(condition).limit(most).subquery()
    return select(func.count()).select_from(first)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a part there are, the periods that they run over, and figures and withheld ones by measure."""

    part_id: int
    records: int
    first_period: str | None
    last_period: str | None
    published: Mapping[str, int]
    withheld: Mapping[str, int]


def tally(
    connection: Connection,
    relation: Relation,
    filters: Sequence[OneOf],
    measures: Sequence[str],
    period: str | None,
) -> list[Tally]:
    """Count the rows of a relation by part. `period` is the column that says which period a row is about."""
    wanted = (*relation.kept, *filters)
    statement = _prepared(
        relation,
        ("tally", _shape(wanted), tuple(measures), period),
        lambda: _tally_statement(relation, wanted, measures, period),
    )
    rows = connection.execute(statement, _filter_values(relation, wanted))
    return [tally_of(row, measures) for row in rows]


def tally_by_occupation(
    connection: Connection, relation: Relation, measures: Sequence[str], period: str
) -> dict[tuple[str, str], list[tuple[Any, ...]]]:
    """What `tally` counts, by code and edition of the occupation, as rows that `tally_of` takes."""
    by = [relation.columns["soc_code"], relation.columns["soc_vintage"]]
    statement = _tally_statement(relation, relation.kept, measures, period).add_columns(*by).group_by(*by)
    found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for *counts, code, vintage in connection.execute(statement, _filter_values(relation, relation.kept)):
        found.setdefault((code, vintage), []).append(tuple(counts))
    return found


def tally_of(row: Sequence[Any], measures: Sequence[str]) -> Tally:
    """A selected row as a tally: part, periods, rows, then figures and withheld ones of each measure."""
    part_id, first, last, records, *counts = row
    published = dict(zip(measures, map(int, counts[0::2]), strict=True))
    return Tally(
        part_id, int(records), first, last, published, dict(zip(measures, map(int, counts[1::2]), strict=True))
    )


def _tally_statement(
    relation: Relation, wanted: Sequence[OneOf], measures: Sequence[str], period: str | None
) -> Select[Any]:
    columns = relation.columns
    about = [null(), null()] if period is None else [func.min(columns[period]), func.max(columns[period])]
    counted: list[ColumnElement[Any]] = [func.count()]
    for name in measures:
        qualifier = columns.get(f"{name}_qualifier", null())
        is_withheld = qualifier.in_([str(one) for one in WITHHELD])
        counted += [func.count(columns[name]), func.count(case((is_withheld, 1)))]
    return (
        select(columns[_PARTS], *about, *counted)
        .select_from(relation.source)
        .where(_conditions(relation, wanted))
        .group_by(columns[_PARTS])
    )


def _sort_keys(relation: Relation, request: ListRequest) -> tuple[SortKey, ...]:
    named = {key.field for key in request.sort}
    # Ties are broken in the direction of the sort, so that an index can be read in one direction.
    descending = bool(request.sort) and request.sort[-1].descending
    return (*request.sort, *(SortKey(field, descending) for field in relation.identity if field not in named))


def _ordering(relation: Relation, key: SortKey, column: ColumnElement[Any]) -> ColumnElement[Any]:
    directed = column.desc() if key.descending else column.asc()
    # Identities are never empty, and no index is read for what might be.
    return directed if key.field in relation.identity else directed.nulls_last()


def _after(relation: Relation, keys: tuple[SortKey, ...], empty: tuple[bool, ...]) -> ColumnElement[bool]:
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


def _conditions(relation: Relation, filters: Sequence[OneOf | Limit], part: int | None = None) -> ColumnElement[bool]:
    wanted = (_condition(relation, number, one, part) for number, one in enumerate(filters))
    asked = {one.field for one in filters}
    unasked = (condition for name, condition in relation.unless.items() if name not in asked)
    return and_(true(), *relation.where, *unasked, *wanted)


def _condition(relation: Relation, number: int, wanted: OneOf | Limit, part: int | None) -> ColumnElement[bool]:
    if isinstance(wanted, OneOf) and wanted.field == _PARTS and part is not None:
        column = relation.columns[_PARTS]
        return column == bindparam(f"filter_{number}_{part}", type_=column.type)
    if isinstance(wanted, OneOf):
        match = relation.matches.get(wanted.field)
        kind = Text() if match is not None else relation.columns[wanted.field].type
        values = [bindparam(f"filter_{number}_{place}", type_=kind) for place in range(len(wanted.values))]
        return match(values) if match is not None else _one_of(relation.columns[wanted.field], values)
    return _bound(relation, number, wanted)


def _bound(relation: Relation, number: int, wanted: Limit) -> ColumnElement[bool]:
    column = relation.columns[wanted.field]
    value = bindparam(f"filter_{number}", type_=column.type)
    within = column >= value if wanted.bound is Bound.MIN else column <= value
    if wanted.field not in relation.qualified:
        return within
    qualifier = relation.columns[f"{wanted.field}_qualifier"]
    is_bounded = qualifier.in_([str(bound) for bound in LOWER_BOUNDS])
    if wanted.include is Include.CERTAIN:
        is_certain = or_(qualifier.is_(None), not_(is_bounded))
        return within if wanted.bound is Bound.MIN else and_(within, is_certain)
    # A share below half a percent has no figure, and may be any below that.
    is_small = qualifier == str(Qualifier.BELOW_HALF_PERCENT)
    if wanted.bound is Bound.MIN:
        return or_(within, is_bounded, and_(is_small, value < literal(HALF_PERCENT)))
    return or_(within, and_(is_small, value >= literal(0)))


def _one_of(column: ColumnElement[Any], values: Sequence[ColumnElement[Any]]) -> ColumnElement[bool]:
    # With one value an index can be read in its order; with several it cannot.
    return column == values[0] if len(values) == 1 else column.in_(values)


# No stored number is as large, and PostgreSQL takes none that is larger.
_LARGEST = 2**31 - 1


def _clamped(value: Decimal, largest: Decimal) -> Decimal:
    return max(-largest, min(largest, value))


def _comparable(column: ColumnElement[Any], wanted: Limit) -> int | float | Decimal:
    # A bound between two storable values is the same as the next storable one on its inner side.
    rounding = ROUND_CEILING if wanted.bound is Bound.MIN else ROUND_FLOOR
    if isinstance(column.type, Cents):
        return _clamped(wanted.value, Decimal(_LARGEST) / 100).quantize(Decimal("0.01"), rounding)
    if isinstance(column.type, Integer):
        return int(_clamped(wanted.value, Decimal(_LARGEST)).to_integral_value(rounding))
    return float(wanted.value)


def union(*relations: Relation) -> Relation:
    """Several relations with the same columns as one list; `record_table` tells their rows apart.

    Made of whole relations, once: `keeping` then chooses of it, and both databases push that down into each of them.
    """
    rows = union_all(*(one.selected.where(*one.where) for one in relations)).subquery("rows")
    columns = {name: rows.c[name] for name in relations[0].columns}
    qualified = frozenset().union(*(one.qualified for one in relations))
    return Relation(rows, columns, ("record_table", *relations[0].identity), qualified=qualified)


def including_possible(request: ListRequest) -> ListRequest:
    """The same question with bounds that keep figures which may be within them."""
    filters = tuple(
        replace(one, include=Include.POSSIBLE) if isinstance(one, Limit) else one for one in request.filters
    )
    return replace(request, filters=filters)


def of_occupation(relation: Relation, soc_code: str, soc_vintage: str) -> Relation:
    """The rows of a relation that are about one occupation."""
    return relation.keeping(OneOf("soc_code", (soc_code,)), OneOf("soc_vintage", (soc_vintage,)))
