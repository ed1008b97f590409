"""Figures of OEWS that contradict each other: of a part that was written, rows in which columns slipped or lost cells.

What holds of the publisher's figures in all years: percentiles do not fall; a yearly mean is 2,080 hours of the
hourly one, where both are published; and a column of employment or of a wage that has figures has a figure or a marker
in each row.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, and_, case, func, or_, select, type_coerce

from app.domain.qualifiers import Qualifier
from app.sources.oews.columns import COLUMN_OF_MEASURE
from app.sources.records import CellProblem
from app.store.tables import oews_estimate, source_file, source_sheet

_POINTS = ("p10", "p25", "median", "p75", "p90")
_NAMES = ("hourly_mean", "annual_mean", *(f"{unit}_{point}" for unit in ("annual", "hourly") for point in _POINTS))
HOURS_OF_A_YEAR, CENTS = 2_080, 100.0
# How far a yearly mean may be from that, as a share of it. They are 16 dollars apart at most, for hourly means are
# rounded to cents and yearly ones to 10 dollars: a hundredth leaves room for years that were not at hand.
_APART = 0.01
_MOST_NAMED = 1_000
_OWN = oews_estimate.c


def doubtful_estimates(connection: Connection, part_id: int) -> tuple[CellProblem, ...]:
    """The rows of a part that contradict themselves or lost a cell: they are stored as they stand, and told of."""
    rules = (*(_rising(tuple(f"{unit}_{point}" for point in _POINTS)) for unit in ("annual", "hourly")), _same_mean())
    # Nearly always there are none, which one look at the rows tells.
    any_of_them = or_(*(rule.broken for rule in rules), *map(_is_blank, _NEVER_BLANK))
    if connection.execute(_rows(part_id, any_of_them).limit(1)).first() is None:
        return ()
    return (*_named(connection, part_id, rules), *_lost(connection, part_id))


_NEVER_BLANK = ("employment", "employment_rse", "mean_wage_rse", *_NAMES)


def _is_blank(name: str) -> ColumnElement[bool]:
    return _OWN[f"{name}_qualifier"] == str(Qualifier.NOT_APPLICABLE)


def _lost(connection: Connection, part_id: int) -> Iterator[CellProblem]:
    """Blank cells in columns that have figures: a sheet without the column has none of it in all of its rows."""
    blanks = [func.count(case((_is_blank(name), 1))) for name in _NEVER_BLANK]
    counted = select(_OWN.sheet_id, func.count(), *blanks).where(_OWN.part_id == part_id).group_by(_OWN.sheet_id)
    for sheet_id, rows, *counts in connection.execute(counted).all():
        for name, blank in zip(_NEVER_BLANK, counts, strict=True):
            if 0 < blank < rows:
                found = _rows(part_id, and_(_is_blank(name), _OWN.sheet_id == sheet_id))
                for row in connection.execute(found.order_by(_OWN.estimate_id).limit(_MOST_NAMED)):
                    expected = "a figure or a marker, as the other rows have"
                    yield CellProblem(row.name, row.sheet, row.row_number, COLUMN_OF_MEASURE[name], "", expected)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What holds of some wages of a row, and the condition of a row in which it does not."""

    names: tuple[str, ...]
    broken: ColumnElement[bool]
    expected: str


def _rising(names: tuple[str, ...]) -> _Rule:
    """Each percentile is compared with the next, and the least with the greatest: a bound is under any number."""
    pairs = (*pairwise(names), (names[0], names[-1]))
    falls = (and_(_OWN[lower] > _OWN[upper], _OWN[f"{upper}_qualifier"].is_(None)) for lower, upper in pairs)
    return _Rule(names, or_(*falls), "wages that do not fall from one percentile to the next")


def _same_mean() -> _Rule:
    names = ("hourly_mean", "annual_mean")
    hourly, annual = (_OWN[name] for name in names)
    published = and_(*(_OWN[f"{name}_qualifier"].is_(None) for name in names))
    difference = func.abs(type_coerce(hourly, Integer) * HOURS_OF_A_YEAR / CENTS - annual)
    expected = f"a yearly mean of {HOURS_OF_A_YEAR:,} times the hourly one"
    return _Rule(names, and_(published, difference > annual * _APART), expected)


def _rows(part_id: int, broken: ColumnElement[bool]) -> Select[Any]:
    return (
        select(_OWN.row_number, source_sheet.c.sheet, source_file.c.name, *(_OWN[name] for name in _NAMES))
        .select_from(
            oews_estimate.join(source_sheet, source_sheet.c.sheet_id == _OWN.sheet_id).join(
                source_file, source_file.c.file_id == source_sheet.c.file_id
            )
        )
        .where(_OWN.part_id == part_id, broken)
    )


def _named(connection: Connection, part_id: int, rules: Iterable[_Rule]) -> Iterator[CellProblem]:
    for rule in rules:
        for row in connection.execute(_rows(part_id, rule.broken).order_by(_OWN.estimate_id).limit(_MOST_NAMED)):
            columns = ", ".join(COLUMN_OF_MEASURE[name] for name in rule.names)
            texts = ", ".join(
                "none" if row._mapping[name] is None else f"{row._mapping[name]:,}" for name in rule.names
            )
            yield CellProblem(row.name, row.sheet, row.row_number, columns, texts, rule.expected)
