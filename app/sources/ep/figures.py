"""Cells of Employment Projections: numbers, markers, codes and labels, each read exactly or refused."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from app.domain.employment_projections import TOTAL, RowType
from app.domain.levels import OccupationLevel
from app.domain.qualifiers import Qualifier
from app.sources.ep.headings import plain
from app.sources.records import LARGEST_WHOLE, Value

_MISSING = frozenset({"-", "--", "---", "n/a", "na"})
_NUMBER = re.compile(r"-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?|-?\.[0-9]+")
_BOUNDED = re.compile(r"(?P<sign>>=|\u2265|>)\s*\$?(?P<number>[0-9,]+(\.0+)?)")
_FORMULA = re.compile(r'="(.*)"')
_OCCUPATION = re.compile(r"[0-9]{2}-[0-9]{4}")
# The matrix's industry codes: TE1000, 510000, 3250A1, 62210P, 1131-2, 31-330, 336-99, 9992,3.
_INDUSTRY = re.compile(r"TE[0-9]{4}|[0-9]{2,6}|[0-9]{3,5}[A-Z][0-9]?|[0-9]{2,4}[-,][0-9]{1,3}|[0-9]{4}[A-Z][0-9]")
# Minor groups of the SOC whose codes end in two zeros; all other codes of that form end in three.
_LEVELS = (
    (re.compile(r"00-0000"), OccupationLevel.TOTAL),
    (re.compile(r"[0-9]{2}-0000"), OccupationLevel.MAJOR),
    (re.compile(r"[0-9]{2}-[0-9]{2}00"), OccupationLevel.MINOR),
    (re.compile(r"[0-9]{2}-[0-9]{3}0"), OccupationLevel.BROAD),
)


class UnreadableCellError(Exception):
    """A cell's text is not what its column holds; says what would be."""

    def __init__(self, expected: str) -> None:
        """`expected` ends the sentence "found ..., expected ..."."""
        super().__init__(expected)
        self.expected = expected


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no figure: a dash, or N/A. A blank cell says nothing."""
    return plain(text) in _MISSING


def unquoted(text: str) -> str:
    """A cell of a download without the formula that keeps a spreadsheet from reading it as a date: `="29-2072"`."""
    match = _FORMULA.fullmatch(text.strip())
    return (match[1] if match else text).strip()


def number(text: str) -> Decimal:
    """A number, thousands separated or not."""
    stripped = re.sub("[\u2010-\u2015\u2212]", "-", text.strip())
    if not _NUMBER.fullmatch(stripped):
        raise UnreadableCellError("a number, or a dash or N/A for none")
    value = Decimal(stripped.replace(",", ""))
    if abs(value) > LARGEST_WHOLE:
        raise UnreadableCellError(f"a number of {LARGEST_WHOLE} at most")
    return value


def jobs(text: str) -> int:
    """Thousands of jobs as jobs: 215.5 is 215500."""
    value = number(text) * 1000
    if value != value.to_integral_value() or abs(value) > LARGEST_WHOLE:
        raise UnreadableCellError("thousands of jobs with three decimals or fewer")
    return int(value)


def percent(text: str) -> float:
    """A percentage, or another number that is not counted."""
    return float(number(text))


def dollars(text: str) -> tuple[int, Qualifier | None]:
    """Whole dollars, or the bound that a wage is known to reach: `>=$239,200`."""
    bounded = _BOUNDED.fullmatch(text.strip())
    digits = bounded["number"] if bounded else text.strip().removeprefix("$")
    value = number(digits)
    if value != value.to_integral_value() or value < 0:
        raise UnreadableCellError("whole dollars, or a bound such as >=$239,200")
    if bounded is None:
        return int(value), None
    return int(value), Qualifier.ABOVE if bounded["sign"] == ">" else Qualifier.AT_OR_ABOVE


def whole(text: str) -> int:
    """A whole number."""
    value = number(text)
    if value != value.to_integral_value():
        raise UnreadableCellError("a whole number")
    return int(value)


def occupation_code(text: str) -> str:
    """An occupation code: two digits, a hyphen, four digits."""
    code = re.sub("[\u2010-\u2015\u2212]", "-", unquoted(text))
    if not _OCCUPATION.fullmatch(code):
        raise UnreadableCellError("an occupation code such as 29-2072")
    return code


def industry_code(text: str) -> str:
    """An industry code of the matrix."""
    code = re.sub("[\u2010-\u2015\u2212]", "-", unquoted(text))
    if not _INDUSTRY.fullmatch(code):
        raise UnreadableCellError("an industry code of the matrix, such as TE1000, 510000 or 3250A1")
    return code


_MATRIX_LENGTH = 6


def matrix_code(text: str) -> str:
    """An industry code in a file of the matrix: six characters, which tables of industries need not have."""
    code = industry_code(text)
    if len(code) != _MATRIX_LENGTH:
        raise UnreadableCellError("an industry code of the matrix, of six characters: TE1000, 510000 or 31-330")
    return code


def is_occupation_code(text: str) -> bool:
    """Whether a text has the form of an occupation code."""
    return _OCCUPATION.fullmatch(unquoted(text)) is not None


def level_of(code: str) -> OccupationLevel:
    """The level of an occupation code by its form; the matrix has line items of every level below the major."""
    return next((level for form, level in _LEVELS if form.fullmatch(code)), OccupationLevel.DETAILED)


def row_type(text: str) -> RowType:
    """`Summary` or `Line item`."""
    words = plain(text).replace("-", " ")
    if words not in _ROW_TYPES:
        raise UnreadableCellError("Summary or Line item")
    return _ROW_TYPES[words]


_ROW_TYPES = {"summary": RowType.SUMMARY, "line item": RowType.LINE_ITEM}
_T = TypeVar("_T")


def labelled(text: str, labels: Mapping[str, _T]) -> _T:
    """The member of a closed set that a label names."""
    words = plain(text)
    if words not in labels:
        raise UnreadableCellError(f"one of: {'; '.join(labels)}")
    return labels[words]


def total_or(labels: Mapping[str, Value]) -> Callable[[str], Value]:
    """A label of a closed set, or the row of all together."""

    def read(text: str) -> Value:
        return TOTAL if plain(text).startswith("total") else labelled(text, labels)

    return read
