"""The rows of a release in the order in which two releases are compared, read from where the page before stopped."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Select, Text, bindparam, not_, select, tuple_, type_coerce

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel
from app.domain.measures import OCCUPATION_PROJECTION_MEASURES, OEWS_MEASURES
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.oews_scope import of_kinds
from app.queries.projection_rounds import rounds_relation, rows_read
from app.queries.provenance import Provenance, provenance_columns, provenance_of
from app.store.tables import oews_estimate
from app.store.tables.types import Cents

Key = tuple[str | int, ...]
Figure = tuple[int | float | None, str | None]


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A row of a release as it was read: its key, its level, and all figures, each followed by its qualifier."""

    key: Key
    level: str | None
    figures: tuple[Any, ...]
    row: Row[Any]

    def figure(self, place: int) -> Figure:
        """The figure of the measure at a place among those that are compared, and its qualifier."""
        return self.figures[2 * place], self.figures[2 * place + 1]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are compared: values by key, kinds of cells, and measures."""

    keys: tuple[tuple[str, tuple[str, ...]], ...]
    kinds: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparedTable:
    """What of a program is compared.

    `key` identifies a row within a release, in the order of comparison; `measures` are its figures; `filters` are what
    rows can be chosen by, and `always` what all of them have of other keys; `read` gives at most so many rows from a
    key on, in this order, and the key from which on there may be more (`None` if that was all); `shown` makes of a
    stored figure what is served; `provenance` says where a row was read; `occupation` gives code and edition by the
    fields of the key in a release.
    """

    key: tuple[str, ...]
    measures: tuple[str, ...]
    filters: frozenset[str]
    always: Mapping[str, str]
    read: Callable[["Reading", Wanted, Key | None, int], tuple[list[ComparedRow], Key | None]]
    shown: Callable[[str, Figure], Figure]
    provenance: Callable[[ComparedRow, Catalog], Provenance]
    occupation: Callable[[dict[str, Any], Release], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A release that is read: the connection, the catalog and the release."""

    connection: Any
    catalog: Catalog
    release: Release


_OEWS_KEY = ("area_code", "industry_code", "industry_level", "ownership_code", "soc_code", "soc_vintage")
_ROUND_KEY = ("soc_code", "soc_vintage", "row_type")
Shape = tuple[tuple[tuple[str, int], ...], tuple[str, ...], tuple[str, ...], bool]


def shape(wanted: Wanted, after: Key | None) -> Shape:
    """What of a question stands in the statement itself."""
    return tuple((name, len(values)) for name, values in wanted.keys), wanted.kinds, wanted.measures, after is not None


def values_of(wanted: Wanted, after: Key | None, most: int) -> dict[str, Any]:
    """The values of the parameters of such a statement."""
    values: dict[str, Any] = {"most": most}
    for name, allowed in wanted.keys:
        values |= {f"{name}_{place}": value for place, value in enumerate(allowed)}
    return values | {f"after_{place}": value for place, value in enumerate(after or ())}


def _one_of(columns: Mapping[str, ColumnElement[Any]], keys: Sequence[tuple[str, int]]) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    for name, count in keys:
        values = [bindparam(f"{name}_{place}", type_=columns[name].type) for place in range(count)]
        conditions.append(columns[name] == values[0] if count == 1 else columns[name].in_(values))
    return conditions


def _from(columns: Mapping[str, ColumnElement[Any]], key: Sequence[str]) -> ColumnElement[bool]:
    after = (bindparam(f"after_{place}", type_=columns[name].type) for place, name in enumerate(key))
    return tuple_(*(columns[name] for name in key)) >= tuple_(*after)


def _stored(column: ColumnElement[Any]) -> ColumnElement[Any]:
    # Cents as they are stored: of the many that are compared few are shown.
    return type_coerce(column, Integer) if isinstance(column.type, Cents) else column


@lru_cache(maxsize=200)
def _of_oews(asked: Shape) -> Select[Any]:
    """The statement for one part. Kept, as it is long to make."""
    keys, kinds, measures, has_after = asked
    own = oews_estimate.c
    columns: dict[str, ColumnElement[Any]] = {name: own[name] for name in (*_OEWS_KEY, "level")}
    figures = [column for name in measures for column in (_stored(own[name]), own[f"{name}_qualifier"])]
    places = (column.label(name) for name, column in provenance_columns(oews_estimate).items())
    conditions = [
        own.part_id == bindparam("part_id", type_=Integer),
        not_(own.is_repeat),
        of_kinds(oews_estimate, kinds),
    ]
    conditions += _one_of(columns, keys)
    if has_after:
        conditions.append(_from(columns, _OEWS_KEY))
    order = (columns[name] for name in _OEWS_KEY)
    limit = bindparam("most", type_=Integer)
    return select(*columns.values(), *figures, *places).where(*conditions).order_by(*order).limit(limit)


def _read_oews(reading: Reading, wanted: Wanted, after: Key | None, most: int) -> tuple[list[ComparedRow], Key | None]:
    statement, values = _of_oews(shape(wanted, after)), values_of(wanted, after, most)
    rows: list[ComparedRow] = []
    ends: list[Key] = []
    width, end = len(_OEWS_KEY), len(_OEWS_KEY) + 1 + 2 * len(wanted.measures)
    for part_id in reading.release.part_ids:
        found = reading.connection.execute(statement, values | {"part_id": part_id}).all()
        rows += [ComparedRow(row[:width], row[width], row[width + 1 : end], row) for row in found]
        if len(found) == most:
            ends.append(rows[-1].key)
    rows.sort(key=lambda row: row.key)
    return rows, min(ends, default=None)


def _in_dollars(measure: str, figure: Figure) -> Figure:
    value, qualifier = figure
    if value is not None and isinstance(oews_estimate.c[measure].type, Cents):
        return value / 100, qualifier
    return figure


def _place_of_estimate(row: ComparedRow, catalog: Catalog) -> Provenance:
    return provenance_of(row.row._mapping, catalog)


@lru_cache(maxsize=200)
def _of_rounds(asked: Shape) -> Select[Any]:
    keys, _, measures, has_after = asked
    source, columns = rounds_relation()
    rest = [columns["release"] == bindparam("release", type_=Text), *_one_of(columns, keys)]
    if has_after:
        rest.append(_from(columns, _ROUND_KEY))
    names = (*_ROUND_KEY, "level", *measures, "annual_median_qualifier", "read_from")
    chosen = (columns[name].label(name) for name in dict.fromkeys(names))
    order = (columns[name] for name in _ROUND_KEY)
    limit = bindparam("most", type_=Integer)
    return select(*chosen).select_from(source).where(*rest).order_by(*order).limit(limit)


def _read_rounds(
    reading: Reading, wanted: Wanted, after: Key | None, most: int
) -> tuple[list[ComparedRow], Key | None]:
    statement = _of_rounds(shape(wanted, after))
    values = values_of(wanted, after, most) | {"release": reading.release.release}
    found = reading.connection.execute(statement, values).all()
    rows = [_projection(row, wanted.measures) for row in found]
    return rows, rows[-1].key if len(found) == most else None


def _projection(selected: Row[Any], measures: Sequence[str]) -> ComparedRow:
    row = selected._mapping
    bound = row["annual_median_qualifier"]
    figures = tuple(part for name in measures for part in (row[name], bound if name == "annual_median" else None))
    return ComparedRow(tuple(row[name] for name in _ROUND_KEY), row["level"], figures, selected)


def _place_of_projection(row: ComparedRow, catalog: Catalog) -> Provenance:
    return rows_read(row.row._mapping["read_from"], catalog)[0].provenance


def _stated_occupation(fields: dict[str, Any], _: Release) -> tuple[str, str]:
    return fields["soc_code"], fields["soc_vintage"]


OEWS_ESTIMATES = ComparedTable(
    _OEWS_KEY,
    OEWS_MEASURES,
    frozenset({*_OEWS_KEY, "level"}),
    {},
    _read_oews,
    _in_dollars,
    _place_of_estimate,
    _stated_occupation,
)
ROUNDS = ComparedTable(
    _ROUND_KEY,
    OCCUPATION_PROJECTION_MEASURES,
    frozenset({*_ROUND_KEY, "level"}),
    {
        "area_code": NATION,
        "industry_code": CROSS_INDUSTRY,
        "industry_level": IndustryLevel.CROSS_INDUSTRY,
    },
    _read_rounds,
    lambda _measure, figure: figure,
    _place_of_projection,
    _stated_occupation,
)
