"""What the cells of one row say of each other: figures that come to a third one, a label and its number.

A row in which figures do not fit may have lost, changed or moved a cell: it is stored as it stands, and told of. Each
bound is wider than what rounding leaves at most: three figures rounded to a tenth are off by 0.15 together. It was met
by every row of the workbooks and downloads that were at hand, of tables of industries too. Output is left out: in
chained dollars, parts need not come to the whole.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.education import EducationLevel
from app.domain.employment_projections import (
    EXPERIENCE_CODES,
    TRAINING_CODES,
    OnTheJobTraining,
    WorkExperience,
    education_code,
)
from app.sources.ep.columns import Column
from app.sources.ep.layout import Line, SheetTable
from app.sources.records import CellProblem, Value

# How far three figures that are rounded to a tenth may be off together.
_OFF = 0.15


@dataclass(frozen=True, slots=True)
class _Sum:
    """Two figures that come to a third. They are printed in units: thousands of jobs, percent as it is."""

    first: str
    second: str
    whole: str
    unit: int = 1000
    # Of the second, a year's part counts.
    is_of_a_year: bool = False


_SUMS = (
    _Sum("base_employment", "employment_change", "projected_employment"),
    _Sum("previous_employment", "previous_employment_change", "base_employment"),
    _Sum("labor_force_exits", "occupational_transfers", "total_separations"),
    _Sum("labor_force_exit_rate", "occupational_transfer_rate", "total_separation_rate", unit=1),
    _Sum("total_separations", "employment_change", "annual_openings", is_of_a_year=True),
)


@dataclass(frozen=True, slots=True)
class _Share:
    """A change, the figure that it is a change of, and its percentage of that."""

    change: str
    base: str
    percent: str


_SHARES = (
    _Share("employment_change", "base_employment", "employment_change_percent"),
    _Share("previous_employment_change", "previous_employment", "previous_employment_change_percent"),
)
# A round looks ten years ahead.
_YEARS = 10
# A percentage of fewer jobs may be any: both figures are rounded to a hundred jobs.
_FEWEST_JOBS = 1_000
_ROUNDED_TO_JOBS = 100
_ROUNDED_TO_PERCENT = 0.1


def doubtful_figures(table: SheetTable, line: Line, values: Mapping[str, Value]) -> Iterator[CellProblem]:
    """The figures of a row that do not fit the others of it; `values` are what its cells say, by field."""
    columns = {column.field: column for column in table.columns}
    for total in _SUMS:
        if total.whole in columns:
            yield from _wrong_sum(table, line, values, columns, total)
    for share in _SHARES:
        if share.percent in columns:
            yield from _wrong_share(table, line, values, columns, share)


def contradictions(table: SheetTable, line: Line, values: Mapping[str, Value]) -> Iterator[CellProblem]:
    """The code numbers of a row that are not those of their labels."""
    columns = {column.field: column for column in table.columns}
    for name, number_of in _NUMBER_OF.items():
        code_field = f"{name}_code"
        if code_field in values and name in values:
            label = values[name]
            expected = None if label is None else number_of(str(label))
            if values[code_field] != expected:
                yield _problem(table, line, columns[code_field], f"{expected}, for {label}")


_NUMBER_OF: dict[str, Callable[[str], int]] = {
    "entry_education": lambda label: education_code(EducationLevel(label)),
    "work_experience": lambda label: EXPERIENCE_CODES[WorkExperience(label)],
    "on_the_job_training": lambda label: TRAINING_CODES[OnTheJobTraining(label)],
}


def _wrong_sum(
    table: SheetTable, line: Line, values: Mapping[str, Value], columns: Mapping[str, Column], total: _Sum
) -> Iterator[CellProblem]:
    first, second, whole = (_number(values.get(name)) for name in (total.first, total.second, total.whole))
    if first is None or second is None or whole is None:
        return
    come_to = first + (second / _YEARS if total.is_of_a_year else second)
    if abs(come_to - whole) > _OFF * total.unit:
        part = "a year's part of " if total.is_of_a_year else ""
        told = f"{_told(line, columns[total.first])} and {part}{_told(line, columns[total.second])}"
        yield _problem(table, line, columns[total.whole], f"about {come_to / total.unit:.1f}, by {told}")


def _wrong_share(
    table: SheetTable, line: Line, values: Mapping[str, Value], columns: Mapping[str, Column], share: _Share
) -> Iterator[CellProblem]:
    change, base, percent = (_number(values.get(name)) for name in (share.change, share.base, share.percent))
    if change is None or base is None or percent is None or base < _FEWEST_JOBS:
        return
    come_to = change / base
    # Twice what rounding leaves, should a round have been worked out from figures that were rounded before.
    off = _ROUNDED_TO_PERCENT + 100 * _ROUNDED_TO_JOBS * (1 + abs(come_to)) / (base - _ROUNDED_TO_JOBS)
    if abs(100 * come_to - percent) > off:
        told = f"{_told(line, columns[share.change])} and {_told(line, columns[share.base])}"
        yield _problem(table, line, columns[share.percent], f"about {100 * come_to:.1f}, by {told}")


def _number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _told(line: Line, column: Column) -> str:
    return f"{line.cell(column.at).strip()} in {column.heading.text}"


def _problem(table: SheetTable, line: Line, column: Column, expected: str) -> CellProblem:
    return table.problem(line, column.heading.text, line.cell(column.at), expected)
