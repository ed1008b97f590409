"""Classifications and crosswalks: workbooks with calamine, tables of text with csv."""

import csv
import re
from functools import cache
from typing import Any

import python_calamine

from tests.publisher_files import publisher_file
from tests.raw_cells.cell import Cell, RawFile

_CROSSWALKS = {
    # File: delimiter; scheme, edition, place of code, place of title, of both ends.
    "classifications/soc2010_to_2018_crosswalk.csv": (",", ("soc", "2010", 0, 1), ("soc", "2018", 2, 3)),
    "classifications/soc2018_cip2020_crosswalk.csv": (",", ("cip", "2020", 2, 3), ("soc", "2018", 0, 1)),
    "classifications/2010_to_2019_Crosswalk.csv": (";", ("onet_soc", "2010", 0, 1), ("onet_soc", "2019", 2, 3)),
    "classifications/oes_hybrid_crosswalk.csv": (",", ("soc", "2018", 2, 3), ("oews", "2019", 0, 1)),
}
_RELEASES = dict(
    zip(_CROSSWALKS, ("soc-2010-2018", "cip-2020-2018", "onetsoc-2010-2019", "oewshybrid-2019"), strict=True)
)
SOC = "classifications/soc_2018_definitions.xlsx"
NAICS = "classifications/2-6 digit_2022_Codes.xlsx"
FILES = (*_CROSSWALKS, SOC, NAICS)


def raw_file(name: str) -> RawFile:
    """The cells of a file."""
    if name == SOC:
        return _soc()
    return _naics() if name == NAICS else _crosswalk(name)


@cache
def lines_of(name: str, delimiter: str) -> list[list[str]]:
    """The rows of a table of text."""
    with publisher_file(name).open(encoding="utf-8-sig", newline="") as stored:
        return list(csv.reader(stored, delimiter=delimiter))


@cache
def sheet_of(name: str) -> tuple[str, list[list[Any]]]:
    """The first sheet of a workbook: its name and rows."""
    workbook = python_calamine.CalamineWorkbook.from_path(publisher_file(name))
    sheet = workbook.sheet_names[0]
    return sheet, workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def _title(text: str) -> str:
    """A title without the publisher's marks at its end, and without stray blanks."""
    return re.sub(r"\s*(\(#+\)|\*+)$", "", " ".join(text.split()))


def _crosswalk(name: str) -> RawFile:
    delimiter, one, other = _CROSSWALKS[name]
    rows = lines_of(name, delimiter)
    first: dict[tuple[str, str], int] = {}
    cells: list[Cell] = []
    for number, row in enumerate(rows[1:], start=2):
        codes = row[one[2]].strip(), row[other[2]].strip()
        at = first.setdefault(codes, number)
        url = (
            f"/v1/crosswalks?from_scheme={one[0]}&from_edition={one[1]}&from_code={codes[0]}"
            f"&to_scheme={other[0]}&to_edition={other[1]}&limit=1000"
        )
        named = {"from_code": codes[0], "to_code": codes[1]}
        for side, end in (("from", one), ("to", other)):
            file = publisher_file(name).name
            cells.append(Cell(file, None, (at,), row[end[2]], (url,), f"{side}_code", row[end[2]].strip(), None, named))
            if at == number:
                title = _title(row[end[3]])
                cells.append(Cell(file, None, (at,), row[end[3]], (url,), f"{side}_title", title, None, named))
    # A row of the hybrid states several links: it is new if one of them is.
    rows_of_links = set(first.values()) if other[0] != "oews" else set()
    return RawFile(name, _RELEASES[name], cells, {(publisher_file(name).name, None): rows_of_links})


def _soc() -> RawFile:
    sheet, rows = sheet_of(SOC)
    cells: list[Cell] = []
    numbers: set[int] = set()
    for number, row in enumerate(rows, start=1):
        code = next((str(cell).strip() for cell in row if re.fullmatch(r"\d\d-\d{4}", str(cell).strip())), None)
        if code is None:
            continue
        numbers.add(number)
        texts = [str(cell).strip() for cell in row]
        definition = texts[texts.index(code) + 2]
        if definition:
            url = f"/v1/occupations/{code}?soc_vintage=2018"
            named = {"text": definition}
            place = (publisher_file(SOC).name, sheet, (number,))
            cells.append(Cell(*place, definition, (url,), "text", definition, None, named))
    return RawFile(SOC, "soc-2018", cells, {(publisher_file(SOC).name, sheet): numbers}, whole=True)


def _naics() -> RawFile:
    sheet, rows = sheet_of(NAICS)
    levels = {3: "3-digit", 4: "4-digit", 5: "5-digit", 6: "6-digit"}
    cells: list[Cell] = []
    numbers: set[int] = set()
    for number, row in enumerate(rows, start=1):
        code = str(int(row[1])) if isinstance(row[1], float) else str(row[1]).strip()
        if not re.fullmatch(r"\d{2,6}|\d\d-\d\d", code):
            continue
        numbers.add(number)
        if "-" in code or len(code) == 2:
            continue  # the newest statement of a sector is that of OEWS
        asked = code.ljust(6, "0")
        named = {"industry_level": levels[len(code)], "source": "naics-2022"}
        title = " ".join(str(row[2]).split())
        place = (publisher_file(NAICS).name, sheet, (number,))
        cells.append(Cell(*place, row[2], (f"/v1/industries/{asked}",), "industry_title", title, None, named))
    return RawFile(NAICS, "naics-2022", cells, {(publisher_file(NAICS).name, sheet): numbers}, whole=True)
