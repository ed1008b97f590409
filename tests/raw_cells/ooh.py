"""Handbook pages: tables and sentences of their source, by pattern."""

import html
import re
import zipfile
from functools import cache
from pathlib import Path

from tests.publisher_files import publisher_file
from tests.raw_cells.cell import Cell, RawFile

PAGES = "ooh/ooh-2024-34-profiles.zip"
FILES = (PAGES,)
MILITARY = "military-careers.html"
RELEASE = "ooh-2024-34"
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")


def sources() -> dict[str, str]:
    """The source of each page, by name."""
    return _sources(publisher_file(PAGES))


@cache
def _sources(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in sorted(archive.namelist()) if name.endswith(".html")}


def ordinary() -> list[str]:
    """The pages that are profiles."""
    return [name for name in sources() if Path(name).name != MILITARY]


def text(markup: str) -> str:
    """Markup as text, without an HTML parser."""
    return re.sub(r"[\s\u00a0]+", " ", html.unescape(re.sub(r"<[^>]*>", " ", markup))).strip()


def rows_of(source: str, table: str) -> list[tuple[int, list[str]]]:
    """The rows of the table of a page that has this identifier: line and cells."""
    found = re.search(rf'id="{table}".*?</table>', source, re.DOTALL)
    if found is None:
        return []
    start = found.start() + (found[0].index("<tbody>") if "<tbody>" in found[0] else 0)
    body = source[start : found.end()]
    return [
        (
            source.count("\n", 0, start + row.start()) + 1,
            [text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row[0], re.DOTALL)],
        )
        for row in re.finditer(r"<tr.*?</tr>", body, re.DOTALL)
    ]


def codes_of(source: str) -> list[str]:
    """The codes in the table of projections."""
    return [row[1] for _, row in rows_of(source, "outlook-table") if _CODE.fullmatch(row[1])]


def pay_rows(source: str) -> list[tuple[int, list[str]]]:
    """The rows of the tables in the section on pay: line and cells."""
    start, end = source.index('id="tab-5"'), source.index('id="tab-6"')
    return [
        (
            source.count("\n", 0, row.start()) + 1,
            [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row[0], re.DOTALL)],
        )
        for row in re.compile(r"<tr.*?</tr>", re.DOTALL).finditer(source, start, end)
    ]


def _number(printed: str) -> float:
    return float(re.sub(r"[$,%]| or more", "", printed))


_PROJECTIONS = {
    2: "base_employment",
    3: "projected_employment",
    4: "employment_change_percent",
    5: "employment_change",
}


def raw_file(name: str) -> RawFile:
    """The cells of all pages."""
    cells: list[Cell] = []
    for page in ordinary():
        source = sources()[page]
        if codes_of(source):
            cells += [*_quick_facts(page, source), *_projections(page, source), *_pay(page, source)]
    return RawFile(name, RELEASE, cells, {(Path(page).name, None): _lines(sources()[page]) for page in ordinary()})


def _lines(source: str) -> set[int]:
    """The lines on which rows of figures begin."""
    return {line for line, _ in (*rows_of(source, "outlook-table"), *pay_rows(source))}


def _quick_facts(page: str, source: str) -> list[Cell]:
    rows = rows_of(source, "quickfacts")
    cells = [row[-1] for _, row in rows if row]
    line = source.count("\n", 0, source.index('id="quickfacts"')) + 1
    url = f"/v1/occupations/{codes_of(source)[0]}/profile?program=ooh"
    printed = {
        1: ("education_label", cells[1]),
        2: ("work_experience_label", cells[2]),
        3: ("training_label", cells[3]),
        4: ("employment", _number(cells[4])),
        5: ("employment_change_percent", _number(cells[5].split("%")[0])),
        6: ("employment_change", _number(cells[6])),
    }
    for unit, field in (("year", "annual_median"), ("hour", "hourly_median")):
        found = re.search(rf"\$([\d,.]+\d)( or more)? per {unit}", cells[0])
        if found and not found[2]:
            printed[len(printed) + 1] = (field, _number(found[1]))
    return [Cell(Path(page).name, None, (line,), value, (url,), field, value) for field, value in printed.values()]


def _projections(page: str, source: str) -> list[Cell]:
    cells = []
    for position, (line, row) in enumerate(rows_of(source, "outlook-table"), start=1):
        code = row[1] if _CODE.fullmatch(row[1]) else codes_of(source)[0]
        url = f"/v1/occupations/{code}/projections?program=ooh&limit=500"
        named = {"position": position, "row_title": row[0]}
        cells += [
            Cell(Path(page).name, None, (line,), row[at], (url,), field, _number(row[at]), None, named)
            for at, field in _PROJECTIONS.items()
        ]
    return cells


def _pay(page: str, source: str) -> list[Cell]:
    cells, lines = [], source.split("\n")
    for line, row in pay_rows(source):
        printed = row[1]
        # The paragraph above the table says whether it holds medians or means.
        words = re.findall(r"\b(median|mean)\b", "\n".join(lines[: line - 1]))
        field = f"{'hourly' if '.' in printed else 'annual'}_{words[-1]}"
        qualifier = "at_or_above" if "or more" in printed else None
        urls = tuple(
            f"/v1/occupations/{code}/{path}?program=ooh&limit=500"
            for code in codes_of(source)
            for path in ("wages/by-industry", "wages")
        )
        cells.append(Cell(Path(page).name, None, (line,), printed, urls, field, _number(printed), qualifier))
    return cells
