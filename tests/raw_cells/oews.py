"""OEWS: every figure of every row of the given workbooks, read with calamine."""

import io
import zipfile
from collections import defaultdict
from functools import cache
from itertools import chain
from typing import Any

import python_calamine

from tests.publisher_files import publisher_file
from tests.raw_cells.cell import Cell, RawFile

# File: the part of its name that its workbook has, the sheet, the release.
FILES = {
    "oews/oesm10nat.zip": ("national_M2010_dl.xls", "national_dl", "oews-2010-05"),
    "oews/oesm13st.zip": ("state_M2013_dl.xls", "state_dl", "oews-2013-05"),
    "oews/oesm18nat.zip": ("national_M2018_dl.xlsx", "national_dl", "oews-2018-05"),
    "oews/national_M2019_dl.xlsx": ("national_M2019_dl.xlsx", "national_M2019_dl", "oews-2019-05"),
    "oews/national_M2022_dl.xlsx": ("national_M2022_dl.xlsx", "national_M2022_dl", "oews-2022-05"),
    "oews/natsector_M2023_dl.xlsx": ("natsector_M2023_dl.xlsx", "Natsector_M2023_dl", "oews-2023-05"),
}
_BOUNDS = {
    "2010": (80, 166_400, "above"),
    "2013": (90, 187_200, "above"),
    "2018": (100, 208_000, "at_or_above"),
    "2019": (100, 208_000, "at_or_above"),
    "2022": (115, 239_200, "at_or_above"),
    "2023": (115, 239_200, "at_or_above"),
}
_WAGES = {"MEAN_PRSE": "mean_wage_rse"} | {
    f"{letter}_{point}": f"{unit}_{name}"
    for letter, unit in (("H", "hourly"), ("A", "annual"))
    for point, name in (
        ("MEAN", "mean"),
        ("PCT10", "p10"),
        ("PCT25", "p25"),
        ("MEDIAN", "median"),
        ("PCT75", "p75"),
        ("PCT90", "p90"),
    )
}
_JOBS = {
    "TOT_EMP": "employment",
    "EMP_PRSE": "employment_rse",
    "JOBS_1000": "jobs_per_1000",
    "LOC_QUOTIENT": "location_quotient",
    "LOC_Q": "location_quotient",
    "PCT_TOTAL": "percent_of_industry",
    "PCT_RPT": "percent_of_establishments_reporting",
}
_MARKERS = {
    "*": "wage_not_released",
    "**": "employment_not_released",
    "~": "below_half_percent",
    "": "not_applicable",
}
_SECTORS = {"31": "31-33", "44": "44-45", "48": "48-49"}


@cache
def rows_of(name: str) -> list[list[Any]]:
    """The sheet of figures as calamine gives it."""
    workbook, sheet, _ = FILES[name]
    path = publisher_file(name)
    if path.suffix != ".zip":
        return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    with zipfile.ZipFile(path) as archive:
        member = next(each for each in archive.namelist() if each.endswith(workbook))
        stored = io.BytesIO(archive.read(member))
        return python_calamine.CalamineWorkbook.from_filelike(stored).get_sheet_by_name(sheet).to_python()


def raw_file(name: str) -> RawFile:
    """The cells of a file, drawn from lazily: a file has up to a million."""
    workbook, sheet, release = FILES[name]
    rows = rows_of(name)
    header = [str(text).upper() for text in rows[0]]
    twins: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, row in enumerate(rows[1:], start=2):
        twins[_key(dict(zip(header, row, strict=True)))].append(number)
    columns = [place for place, text in enumerate(header) if text in _WAGES or text in _JOBS]

    class Cells(list[Cell]):
        """Made when one is asked for."""

        def __len__(self) -> int:
            return (len(rows) - 1) * len(columns)

        def __getitem__(self, at: Any) -> Any:
            number, place = divmod(int(at), len(columns))
            cells = dict(zip(header, rows[number + 1], strict=True))
            return _cell(workbook, sheet, release, cells, header[columns[place]], tuple(twins[_key(cells)]))

    return RawFile(name, release, Cells(), {(workbook, sheet): set(range(2, len(rows) + 1))}, whole=True)


def _key(cells: dict[str, Any]) -> tuple[str, ...]:
    naics = cells.get("NAICS", "000000")
    naics = str(int(naics)) if isinstance(naics, float) else str(naics)
    area = cells.get("AREA", "99")
    area = f"{int(area):02d}" if isinstance(area, float) else str(area)
    owner = cells.get("OWN_CODE", "1235")
    owner = str(int(owner)) if isinstance(owner, float) else str(owner)
    return str(cells["OCC_CODE"]), area, _SECTORS.get(naics, naics), owner


def _cell(  # noqa: PLR0917
    workbook: str, sheet: str, release: str, cells: dict[str, Any], column: str, rows: tuple[int, ...]
) -> Cell:
    path, field = ("wages", _WAGES[column]) if column in _WAGES else ("employment", _JOBS[column])
    code, area, naics, owner = _key(cells)
    text = cells[column]
    value, qualifier = meaning(text, column, release[5:9], cells.get("ANNUAL"), cells.get("HOURLY"))
    query = f"release={release}&soc_code={code}&area_code={area}&industry_code={naics}&limit=1000"
    named: dict[str, object] = {"soc_code": code, "area_code": area, "ownership_code": owner}
    if len(rows) == 1:
        level = next(cells[spelled] for spelled in ("GROUP", "OCC_GROUP", "O_GROUP") if spelled in cells)
        named["level"] = level or "detailed"
    return Cell(workbook, sheet, rows, text, (f"/v1/{path}?{query}",), field, value, qualifier, named)


def meaning(text: Any, column: str, year: str, annual: object, hourly: object) -> tuple[object, str | None]:
    """What a cell says: a figure, a bound, or why there is none."""
    if isinstance(text, int | float):
        return text, None
    hour, dollars, word = _BOUNDS[year]
    if text == "#":
        return (hour if column.startswith("H_") else dollars), word
    if column.startswith("H_") and annual in ("TRUE", True) and text in ("", "*"):
        return None, "annual_only"
    if column.startswith("A_") and hourly in ("TRUE", True) and text in ("", "*"):
        return None, "hourly_only"
    return None, _MARKERS[text]


def markers(name: str) -> dict[str, int]:
    """How often each marker stands in the columns of figures."""
    header = [str(text).upper() for text in rows_of(name)[0]]
    columns = [place for place, text in enumerate(header) if text in _WAGES or text in _JOBS]
    found = chain.from_iterable((row[place] for place in columns) for row in rows_of(name)[1:])
    counted: defaultdict[str, int] = defaultdict(int)
    for cell in found:
        if cell in ("#", "*", "**", "~"):
            counted[cell] += 1
    return dict(counted)
