"""How many OEWS estimates there are: from the counts that were made at loading, or of the few rows of one place."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, func, not_, null, select

from app.domain.measures import OEWS_MEASURES
from app.domain.qualifiers import WITHHELD
from app.queries.snapshot import Snapshot
from app.queries.tally import Tally, tally_of
from app.store.tables import oews_availability, oews_estimate
from app.store.tables.availability import ALL_TOGETHER

# Values of each key; a key with no value is left open.
Keys = dict[str, tuple[str, ...]]

_OCCUPATION = ("soc_code", "soc_vintage")
_PLACE = ("area_code", "industry_code")


def count_estimates(snapshot: Snapshot, keys: Keys, part_ids: Sequence[int]) -> list[Tally]:
    """The estimates of some parts that have these values of the keys, each that stands at two levels once."""
    by_occupation = any(keys[name] for name in _OCCUPATION)
    by_place = any(keys[name] for name in _PLACE)
    if not (by_occupation and by_place):
        given = {name: values for name, values in keys.items() if values}
        return _tallies(snapshot, _kept_counts(frozenset(given)), {**given, "part_id": part_ids})
    return _tallies(snapshot, _rows_counted(bool(keys["industry_code"])), _values_of_rows(snapshot, keys, part_ids))


def _tallies(snapshot: Snapshot, statement: Select[Any], values: dict[str, Sequence[Any]]) -> list[Tally]:
    rows = snapshot.connection.execute(statement, {name: list(some) for name, some in values.items()})
    return [tally_of(row, OEWS_MEASURES) for row in rows]


@cache
def _kept_counts(given: frozenset[str]) -> Select[Any]:
    """Reads the counts by occupation, or those by place, for questions that give values of some keys."""
    own = oews_availability.c
    kept = [_among(own.part_id)]
    for name in (*_OCCUPATION, *_PLACE):
        if name in given:
            kept.append(_among(own[name]))
        elif name in _OCCUPATION and given.intersection(_OCCUPATION):
            kept.append(own[name] != ALL_TOGETHER)
        else:
            kept.append(own[name] == ALL_TOGETHER)
    counts = [func.sum(own[f"{name}_{kind}"]) for name in OEWS_MEASURES for kind in ("published", "withheld")]
    statement = select(own.part_id, null(), null(), func.sum(own.row_count), *counts)
    return statement.where(*kept).group_by(own.part_id)


@cache
def _rows_counted(by_industry: bool) -> Select[Any]:
    own = oews_estimate.c
    withheld = [str(qualifier) for qualifier in WITHHELD]
    counts: list[ColumnElement[Any]] = []
    for name in OEWS_MEASURES:
        counts += [func.count(own[name]), func.count(case((own[f"{name}_qualifier"].in_(withheld), 1)))]
    names = (*_OCCUPATION, "part_id", *(_PLACE if by_industry else _PLACE[:1]))
    statement = select(own.part_id, null(), null(), func.count(), *counts)
    return statement.where(not_(own.is_repeat), *(_among(own[name]) for name in names)).group_by(own.part_id)


def _among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.in_(bindparam(column.key, expanding=True))


def _values_of_rows(snapshot: Snapshot, keys: Keys, part_ids: Sequence[int]) -> dict[str, Sequence[Any]]:
    """Values of every key of the index, so that it is read by all of them."""
    vintages = snapshot.catalog.vintages
    codes = keys["soc_code"] or tuple(vintages)
    editions = {str(found.soc_vintage) for code in codes for found in vintages.get(code, ())}
    values: dict[str, Sequence[Any]] = {
        "soc_code": codes,
        "soc_vintage": keys["soc_vintage"] or sorted(editions),
        "part_id": part_ids,
        "area_code": keys["area_code"] or _areas_with(snapshot, keys["industry_code"], part_ids),
    }
    return values | ({"industry_code": keys["industry_code"]} if keys["industry_code"] else {})


def _areas_with(snapshot: Snapshot, industries: Sequence[str], part_ids: Sequence[int]) -> Sequence[str]:
    own = oews_availability.c
    of_places = (own.soc_code == ALL_TOGETHER, own.area_code != ALL_TOGETHER)
    kept = (own.part_id.in_(part_ids), *of_places, own.industry_code.in_(industries))
    return list(snapshot.connection.execute(select(own.area_code).distinct().where(*kept)).scalars())
