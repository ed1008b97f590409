"""OEWS files in the publisher's layout: one row for each occupation, area, industry and ownership.

Columns are found by their names in the header row, never by position. Markers are read as the files' notes define
them: `*` a wage that is not released, `**` an employment that is not released, `#` a wage at or above the threshold of
its year, `~` a percentage below 0.5; a blank hourly or annual wage of an occupation flagged ANNUAL or HOURLY is one
that does not exist.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

from app.domain.levels import AreaType, IndustryLevel, OccupationLevel, Ownership, SocVintage
from app.domain.measures import MEASURES, OEWS_MEASURES, Measure, Unit
from app.domain.oews_codes import OEWS_OWN_CODES
from app.domain.programs import Origin
from app.domain.qualifiers import Qualifier
from app.domain.thresholds import WageThreshold
from app.sources.records import CellProblem, Record, RecordKind, Sheet, UnreadableSourceError, Value

COLUMN_OF_MEASURE: dict[str, str] = {
    "employment": "TOT_EMP",
    "employment_rse": "EMP_PRSE",
    "jobs_per_1000": "JOBS_1000",
    "location_quotient": "LOC_QUOTIENT",
    "percent_of_industry": "PCT_TOTAL",
    "percent_of_establishments_reporting": "PCT_RPT",
    "hourly_mean": "H_MEAN",
    "annual_mean": "A_MEAN",
    "mean_wage_rse": "MEAN_PRSE",
    "hourly_p10": "H_PCT10",
    "hourly_p25": "H_PCT25",
    "hourly_median": "H_MEDIAN",
    "hourly_p75": "H_PCT75",
    "hourly_p90": "H_PCT90",
    "annual_p10": "A_PCT10",
    "annual_p25": "A_PCT25",
    "annual_median": "A_MEDIAN",
    "annual_p75": "A_PCT75",
    "annual_p90": "A_PCT90",
}
_KEY_COLUMNS = (
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "NAICS_TITLE",
    "I_GROUP",
    "OWN_CODE",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "ANNUAL",
    "HOURLY",
)
# The flat files that the starter release is made from lack these two.
_OPTIONAL_COLUMNS = frozenset({"PCT_TOTAL", "PCT_RPT"})

_AREA_TYPES: dict[str, AreaType] = {str(number): kind for number, kind in enumerate(AreaType, start=1)}
_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class _UnreadableCellError(Exception):
    def __init__(self, column: str, text: str, expected: str) -> None:
        super().__init__(column, text, expected)
        self.column, self.text, self.expected = column, text, expected


def oews_records(
    rows: Iterable[Sequence[str]], sheet: Sheet, vintage: SocVintage, threshold: WageThreshold
) -> Iterator[Record]:
    """Turn the rows of a sheet, the header row first, into areas, industries, occupations and estimates.

    Yields an area, industry or occupation before the first estimate that refers to it. Raises
    `UnreadableSourceError` with every problem of the sheet, after the rows before the first one.
    """
    lines = iter(rows)
    header = [name.strip().upper() for name in next(lines, ())]
    _check_header(header, sheet)
    problems: list[CellProblem] = []
    seen: set[tuple[Value, ...]] = set()
    for number, line in enumerate(lines, start=2):
        try:
            records = _row_records(_cells(header, line), vintage, threshold)
        except _UnreadableCellError as error:
            problems.append(CellProblem(sheet.file.name, sheet.name, number, error.column, error.text, error.expected))
            continue
        for kind, identity, values in records:
            if kind is not RecordKind.OEWS_ESTIMATE:
                if identity in seen:
                    continue
                seen.add(identity)
            if not problems:
                yield Record(kind, values, sheet, number)
    if problems:
        raise UnreadableSourceError(tuple(problems))


def _cells(header: Sequence[str], line: Sequence[str]) -> dict[str, str]:
    if len(line) != len(header):
        raise _UnreadableCellError("row", ",".join(line), f"{len(header)} cells, not {len(line)}")
    return dict(zip(header, line, strict=True))


def _check_header(header: Sequence[str], sheet: Sheet) -> None:
    known = {*_KEY_COLUMNS, *COLUMN_OF_MEASURE.values()}
    problems = [
        CellProblem(sheet.file.name, sheet.name, 1, name or "(empty)", name, "a column of the OEWS layout")
        for name in header
        if name not in known
    ]
    problems += [
        CellProblem(sheet.file.name, sheet.name, 1, name, "", f"a column {name}, which is missing")
        for name in sorted(known - set(header) - _OPTIONAL_COLUMNS)
    ]
    if problems:
        raise UnreadableSourceError(tuple(problems))


_Found: TypeAlias = tuple[RecordKind, tuple[Value, ...], dict[str, Value]]


def _row_records(cells: dict[str, str], vintage: SocVintage, threshold: WageThreshold) -> list[_Found]:
    area = _area(cells)
    industry = _industry(cells)
    occupation = _occupation(cells, vintage)
    estimate: dict[str, Value] = {
        "soc_code": occupation["soc_code"],
        "soc_vintage": occupation["soc_vintage"],
        "level": occupation["level"],
        "area_code": area["area_code"],
        "industry_code": industry["industry_code"],
        "industry_level": industry["industry_level"],
        "ownership_code": _member(cells, "OWN_CODE", {o.value: o for o in Ownership}),
    }
    for name in OEWS_MEASURES:
        value, qualifier = _figure(cells, MEASURES[name], threshold)
        estimate[name] = value
        estimate[f"{name}_qualifier"] = qualifier
    return [
        (RecordKind.AREA, ("area", area["area_code"]), area),
        (RecordKind.INDUSTRY, ("industry", industry["industry_code"], industry["industry_level"]), industry),
        (RecordKind.OCCUPATION, ("occupation", occupation["soc_code"], occupation["soc_vintage"]), occupation),
        (RecordKind.OEWS_ESTIMATE, (), estimate),
    ]


def _area(cells: dict[str, str]) -> dict[str, Value]:
    kind: AreaType = _member(cells, "AREA_TYPE", _AREA_TYPES)
    return {
        "area_code": _text(cells, "AREA"),
        "area_title": _text(cells, "AREA_TITLE"),
        "area_type": kind,
        "state": None if kind is AreaType.NATION else _text(cells, "PRIM_STATE"),
    }


def _industry(cells: dict[str, str]) -> dict[str, Value]:
    return {
        "industry_code": _text(cells, "NAICS"),
        "industry_level": _member(cells, "I_GROUP", {level.value: level for level in IndustryLevel}),
        "industry_title": _text(cells, "NAICS_TITLE"),
        "naics_vintage": None,
        "origin": Origin.PUBLISHED,
        "origin_basis": None,
        "document_line": None,
    }


def _occupation(cells: dict[str, str], vintage: SocVintage) -> dict[str, Value]:
    code = cells["OCC_CODE"].strip()
    if not _SOC.fullmatch(code):
        raise _UnreadableCellError("OCC_CODE", cells["OCC_CODE"], "an occupation code such as 29-2072")
    return {
        "soc_code": code,
        "soc_vintage": SocVintage.OEWS if code in OEWS_OWN_CODES else vintage,
        "title": _text(cells, "OCC_TITLE"),
        "level": _member(cells, "O_GROUP", {level.value: level for level in OccupationLevel}),
        "origin": Origin.PUBLISHED,
        "origin_basis": None,
        "document_line": None,
    }


def _text(cells: dict[str, str], column: str) -> str:
    text = cells[column].strip()
    if not text:
        raise _UnreadableCellError(column, cells[column], "text")
    return text


_T = TypeVar("_T")


def _member(cells: dict[str, str], column: str, members: dict[str, _T]) -> _T:
    try:
        return members[cells[column].strip()]
    except KeyError:
        raise _UnreadableCellError(column, cells[column], f"one of {', '.join(members)}") from None


def _figure(cells: dict[str, str], measure: Measure, threshold: WageThreshold) -> tuple[Value, Qualifier | None]:
    column = COLUMN_OF_MEASURE[measure.name]
    text = cells.get(column, "").strip()
    if text in _MARKERS:
        return _marked(cells, column, text, measure, threshold)
    number = text.replace(",", "")
    if not _NUMBER.fullmatch(number):
        raise _UnreadableCellError(column, text, "a number or one of the markers *, **, #, ~")
    if measure.unit in (Unit.JOBS, Unit.DOLLARS_PER_YEAR):
        if not number.removesuffix(".0").isdecimal():
            raise _UnreadableCellError(column, text, "a whole number")
        return int(number.removesuffix(".0")), None
    return float(number), None


_MARKERS = frozenset({"", "*", "**", "#", "~"})


def _marked(
    cells: dict[str, str], column: str, marker: str, measure: Measure, threshold: WageThreshold
) -> tuple[Value, Qualifier | None]:
    hourly = measure.unit is Unit.DOLLARS_PER_HOUR
    annual = measure.unit is Unit.DOLLARS_PER_YEAR
    meaning = {
        "*": Qualifier.WAGE_NOT_RELEASED,
        "**": Qualifier.EMPLOYMENT_NOT_RELEASED,
        "~": Qualifier.BELOW_HALF_PERCENT,
    }
    if marker == "":
        if hourly and _flag(cells, "ANNUAL"):
            return None, Qualifier.ANNUAL_ONLY
        if annual and _flag(cells, "HOURLY"):
            return None, Qualifier.HOURLY_ONLY
        qualifier = Qualifier.NOT_APPLICABLE
    elif marker == "#":
        if not (hourly or annual):
            raise _UnreadableCellError(column, marker, "no # in a column that is not a wage")
        return (threshold.hourly_cents / 100 if hourly else threshold.annual_dollars), threshold.qualifier
    else:
        qualifier = meaning[marker]
    if qualifier not in measure.qualifiers:
        raise _UnreadableCellError(column, marker, f"a marker that {measure.name} can have")
    return None, qualifier


def _flag(cells: dict[str, str], column: str) -> bool:
    return _member(cells, column, {"TRUE": True, "": False})
