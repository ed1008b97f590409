"""The figures in an OEWS row: numbers, and the markers that stand where there is none."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from app.domain.measures import Measure, Unit
from app.domain.qualifiers import Qualifier
from app.domain.thresholds import WageThreshold
from app.sources.oews.columns import COLUMN_OF_MEASURE
from app.sources.records import LARGEST_WHOLE, Value

# A value and why it is missing or a bound.
Figure: TypeAlias = tuple[Value, Qualifier | None]

_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+|-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|-?[0-9]+\.", re.ASCII)
_WHOLE = (Unit.JOBS, Unit.DOLLARS_PER_YEAR)
_CENTS = re.compile(r"[0-9]+(\.[0-9]{1,2}0*)?", re.ASCII)


class UnreadableCellError(Exception):
    """A cell that cannot be read: its column (by today's name), its text and what would be right."""

    def __init__(self, column: str, text: str, expected: str) -> None:
        """Name the column, show the text, say what was expected."""
        super().__init__(column, text, expected)
        self.column, self.text, self.expected = column, text, expected


@dataclass(frozen=True, slots=True)
class WageFlags:
    """Which wages of a row exist: `annual_only` or `hourly_only` where the file flags the occupation so."""

    annual_only: bool
    hourly_only: bool


def meaning_of(measure: Measure, flags: WageFlags) -> Hashable:
    """What decides how a text is read as this measure: those with the same can share what was read of them.

    All wages of an hour are one, so are those of a year; flags concern none but wages.
    """
    is_wage = measure.unit in (Unit.DOLLARS_PER_HOUR, Unit.DOLLARS_PER_YEAR)
    return measure.unit, frozenset(measure.qualifiers), flags if is_wage else measure.name


class FigureCells(dict[str, Value]):
    """The values of a measure by their text; each text is read once, however often it stands there.

    Looking up a text that cannot be read raises `UnreadableCellError`. `qualifiers` has, as they are stored, those of
    the texts that were looked up and are more or less than a plain value.
    """

    def __init__(self, measure: Measure, flags: WageFlags, threshold: WageThreshold) -> None:
        """A column of `measure` in rows with these flags, in a year with this threshold."""
        super().__init__()
        self.qualifiers: dict[str, str] = {}
        self._measure, self._flags, self._threshold = measure, flags, threshold

    def __missing__(self, text: str) -> Value:
        """Read a text that was not met before."""
        value, qualifier = read_figure(text, self._measure, self._flags, self._threshold)
        if qualifier is not None:
            self.qualifiers[text] = qualifier.value
        self[text] = value
        return value


def read_figure(text: str, measure: Measure, flags: WageFlags, threshold: WageThreshold) -> Figure:
    """The value of a cell, or the qualifier that its marker stands for.

    A number may have thousands separators and blanks around it. `*` is a wage that is not released, `**` an
    employment that is not released, and either of them a standard error that is not; `#` is a wage above the
    threshold, `~` a percentage below 0.5. A blank or a `*` in an hourly column of an occupation that is paid by the
    year only (and the reverse) is a wage that does not exist.
    """
    bare = text.strip()
    if bare in _MARKERS:
        return _marked(bare, text, measure, flags, threshold)
    column = COLUMN_OF_MEASURE[measure.name]
    if not _NUMBER.fullmatch(bare):
        raise UnreadableCellError(column, text, "a number or one of the markers *, **, #, ~")
    number = bare.replace(",", "")
    if measure.unit in _WHOLE:
        whole, _, fraction = number.partition(".")
        if fraction.strip("0") or not whole.isdecimal():
            raise UnreadableCellError(column, text, "a whole number")
        return _within(int(whole), text, column), None
    if number.startswith("-"):
        raise UnreadableCellError(column, text, "a number of zero or more")
    if measure.unit is Unit.DOLLARS_PER_HOUR and not _CENTS.fullmatch(number):
        raise UnreadableCellError(column, text, "dollars and whole cents")
    return _within(float(number), text, column), None


_N = TypeVar("_N", int, float)


def _within(value: _N, text: str, column: str) -> _N:
    if value > LARGEST_WHOLE:
        raise UnreadableCellError(column, text, f"a number of {LARGEST_WHOLE} at most")
    return value


_MARKERS = frozenset({"", "*", "**", "#", "~"})


def _marked(marker: str, text: str, measure: Measure, flags: WageFlags, threshold: WageThreshold) -> Figure:
    column = COLUMN_OF_MEASURE[measure.name]
    hourly = measure.unit is Unit.DOLLARS_PER_HOUR
    annual = measure.unit is Unit.DOLLARS_PER_YEAR
    if marker == "#":
        if not (hourly or annual):
            raise UnreadableCellError(column, text, "no # in a column that is not a wage")
        return (threshold.hourly_cents / 100 if hourly else threshold.annual_dollars), threshold.qualifier
    if marker in ("", "*") and hourly and flags.annual_only:
        return None, Qualifier.ANNUAL_ONLY
    if marker in ("", "*") and annual and flags.hourly_only:
        return None, Qualifier.HOURLY_ONLY
    qualifier = _WITHHELD_ERRORS.get((measure.name, marker), _MEANING[marker])
    if qualifier not in measure.qualifiers:
        raise UnreadableCellError(column, text, f"a marker that {measure.name} can have")
    return None, qualifier


# A standard error is withheld with what it is the error of, whichever of the two markers stands in its column: its
# estimate has a column of its own, and says for itself whether it is released.
_WITHHELD_ERRORS = {
    ("employment_rse", "*"): Qualifier.EMPLOYMENT_NOT_RELEASED,
    ("mean_wage_rse", "**"): Qualifier.WAGE_NOT_RELEASED,
}
_MEANING = {
    "": Qualifier.NOT_APPLICABLE,
    "*": Qualifier.WAGE_NOT_RELEASED,
    "**": Qualifier.EMPLOYMENT_NOT_RELEASED,
    "~": Qualifier.BELOW_HALF_PERCENT,
}
