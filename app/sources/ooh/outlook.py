"""The outlook: the sentences on change and openings, and the projections table with a row for each occupation."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar

from selectolax.lexbor import LexborNode

from app.sources.ooh.agreement import check_change
from app.sources.ooh.figures import JOBS_ROUNDED_TO, parse_change, parse_jobs, parse_percent
from app.sources.ooh.markup import figure_of, headers_of, line_of, links_of, passages_of, span_of, text_of
from app.sources.ooh.no_figure import says_none
from app.sources.ooh.outlook_sentences import (
    stated_openings,
    stated_outlook,
    unread_openings_sentence,
    unread_outlook_sentences,
)
from app.sources.ooh.page_tables import rows_of_figures
from app.sources.ooh.profile_page import CoveredCode, ProfilePage, Subject
from app.sources.ooh.quick_facts import ROUND, outlook_in_a_word, round_name
from app.sources.ooh.vocabulary import as_code, is_soc_code, vintage_of
from app.sources.records import Record, RecordKind, Value

_COLUMNS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "title": r"Occupational Title|Occupation",
        "code": r"SOC Code",
        "base": r"Employment,? (?P<base>[0-9]{4})",
        "projected": r"Projected Employment,? (?P<end>[0-9]{4})",
        "percent": rf"Change,? {ROUND},? Percent",
        "numeric": rf"Change,? {ROUND},? Numeric",
        "link": r"Employment by Industry",
    }.items()
}


@dataclass(frozen=True, slots=True)
class OutlookRow:
    """A row of the projections table: the occupation, and the cells by the meaning of their columns."""

    code: CoveredCode
    node: LexborNode
    cells: Mapping[str, LexborNode]


@dataclass(frozen=True, slots=True)
class OutlookTable:
    """The projections table, and the years that its headers name."""

    rows: tuple[OutlookRow, ...]
    base_year: int
    projection_year: int

    @property
    def projection_round(self) -> str:
        """The round of its projections, such as 2024-34."""
        return round_name(str(self.base_year), str(self.projection_year))


def outlook_table(page: ProfilePage) -> OutlookTable | None:
    """The projections table of a page; `None` if it has none, or one whose columns cannot be told."""
    table = page.tree.css_first("#outlook-table")
    if table is None:
        page.faults.keep_as_text(line_of(page.tab(6)), "job outlook", "", "the projections table")
        return None
    columns = _columns(table, page)
    if columns is None:
        return None
    names, years = columns
    rows: list[OutlookRow] = []
    for row, cells in rows_of_figures(page, table, "projections table"):
        placed = dict(reversed(list(zip(names, _spread(cells), strict=False))))
        if set(placed) != set(_COLUMNS) or len(cells) > len(names):
            page.faults.note(line_of(row), "projections table", text_of(row), f"{len(_COLUMNS)} cells")
            continue
        _check_marks(page, row, placed)
        rows.append(OutlookRow(_covered(page, row, placed, years["base"]), row, placed))
    _check_once(page, rows)
    if not rows:
        page.faults.note(line_of(table), "projections table", "", "a row for each occupation")
    return OutlookTable(tuple(rows), years["base"], years["end"])


def _spread(cells: list[LexborNode]) -> Iterator[LexborNode]:
    """The cells of a row, one for each column that it reaches over."""
    for cell in cells:
        yield from repeat(cell, span_of(cell, "colspan"))


def _check_marks(page: ProfilePage, row: LexborNode, cells: Mapping[str, LexborNode]) -> None:
    """Note a cell that names another row or column as its own, for those who hear the page read out."""
    title = row.css_first("th[id]")
    for name, cell in cells.items():
        headers = (cell.attributes.get("headers") or "").split()
        if cell.tag == "td" and headers and title is not None and title.attributes.get("id") not in headers:
            expected = f"a cell of the row {title.attributes.get('id')}"
            page.faults.note(line_of(cell), f"projections table, {name}", " ".join(headers), expected)
        label = (cell.attributes.get("data-label") or "").strip(" :")
        named = [column for column, pattern in _COLUMNS.items() if pattern.fullmatch(_BRACKETS.sub(r"\1", label))]
        if named and name not in named:
            page.faults.note(line_of(cell), f"projections table, {name}", label, f"a cell of the column {name}")


_BRACKETS = re.compile(r"\((percent|numeric)\)", re.IGNORECASE)


def _check_once(page: ProfilePage, rows: list[OutlookRow]) -> None:
    seen: set[tuple[str, str | None]] = set()
    for code in (row.code for row in rows):
        if (code.title, code.soc_code) in seen:
            page.faults.doubt(code.line, "projections table", code.title, "one row for each occupation")
        seen.add((code.title, code.soc_code))


def _covered(page: ProfilePage, row: LexborNode, cells: Mapping[str, LexborNode], base_year: int) -> CoveredCode:
    code = as_code(figure_of(cells["code"]))
    if not is_soc_code(code) and not says_none(code):
        page.faults.note(line_of(row), "SOC Code", code, "an occupation code such as 29-2072, or a dash")
    known = code if is_soc_code(code) else None
    vintage = vintage_of(code, base_year) if known else None
    return CoveredCode(figure_of(cells["title"]), known, vintage, _depth(row), line_of(row))


def _columns(table: LexborNode, page: ProfilePage) -> tuple[list[str], dict[str, int]] | None:
    """The meaning of each column, and the years in their headers; `None` if one has no meaning, or one is missing."""
    names: list[str] = []
    years: dict[str, int] = {}
    unknown = 0
    for header in headers_of(table):
        found = [(name, match) for name, pattern in _COLUMNS.items() if (match := pattern.fullmatch(header))]
        if not found:
            page.faults.note(line_of(table), "projections table", header, f"a column of it: {', '.join(_COLUMNS)}")
            unknown += 1
            continue
        name, match = found[0]
        names.append(name)
        if name in ("base", "projected"):
            years |= {key: int(year) for key, year in match.groupdict().items()}
    missing = sorted(set(_COLUMNS) - set(names))
    for name in missing:
        page.faults.note(line_of(table), "projections table", "", f"a column for {name}, which is missing")
    # A header may reach over two columns; a figure has one.
    twice = [name for name in names if names.count(name) > 1 and name != "link"]
    for name in dict.fromkeys(twice):
        page.faults.note(line_of(table), "projections table", name, f"one column for {name}")
    return None if unknown or missing or twice else (names, years)


def _depth(row: LexborNode) -> int:
    mark = row.css_first("p")
    match = re.search(r"\bsub([0-9]+)\b", (mark.attributes.get("class") or "") if mark is not None else "")
    return int(match[1]) if match else 0


def projection_records(page: ProfilePage, table: OutlookTable) -> Iterator[Record]:
    """A projection for each row of the table; what the text says goes with the first, which is the whole page."""
    used: set[str] = set()
    for position, row in enumerate(table.rows, start=1):
        line = row.code.line
        figures = _row_values(page, row.node, row.cells)
        values: dict[str, Value] = {
            **dict.fromkeys(_SPOKEN),
            **figures,
            "position": position,
            "row_depth": row.code.depth,
            "row_title": row.code.title,
            "projection_round": table.projection_round,
            "base_year": table.base_year,
            "projection_year": table.projection_year,
            "percent_rounded_to": 1.0,
        }
        if position == 1:
            values |= _stated(page, table, figures.get("employment_change_percent"))
        subject = page.whole() if position == 1 else _subject(row.code, used)
        yield page.record(RecordKind.PROJECTION, values, line, subject)


# What the text says, of the profile as a whole; the other rows of the table have none of it.
_SPOKEN = (
    "outlook_label",
    "outlook_category",
    "compared_with_title",
    "statement",
    "annual_openings",
    "openings_rounded_to",
    "openings_statement",
)


def _subject(code: CoveredCode, used: set[str]) -> Subject:
    title = code.title
    if title in used:
        title = f"{title} ({code.soc_code or code.line})"
    used.add(title)
    return Subject(title, code.soc_code, code.soc_vintage)


def _stated(page: ProfilePage, table: OutlookTable, percent: Value) -> dict[str, Value]:
    """What the text says: the outlook in words, and the openings, with the line of the paragraph that states them."""
    paragraphs = passages_of(page.tab(6))
    return _outlook(page, table, paragraphs, percent) | _openings(page, paragraphs)


def _outlook(
    page: ProfilePage, table: OutlookTable, paragraphs: list[tuple[int, str]], percent: Value
) -> dict[str, Value]:
    years = (table.base_year, table.projection_year)
    for _, text in paragraphs:
        outlook = stated_outlook(text)
        if outlook is not None and outlook.agrees_with(years, percent):
            said = {name: value for name, value in outlook.values.items() if name != "employment_change_percent"}
            return said if said["outlook_category"] is not None else said | _in_a_word(page)
    worded = next(((line, one) for line, text in paragraphs for one in unread_outlook_sentences(text)), None)
    line, text = worded or next(iter(paragraphs), (line_of(page.tab(6)), ""))
    page.faults.keep_as_text(line, "job outlook", text, "a sentence on projected employment")
    return _in_a_word(page)


def _in_a_word(page: ProfilePage) -> dict[str, Value]:
    """The outlook as the quick facts say it of the same occupations."""
    label, category = outlook_in_a_word(page)
    return {"outlook_label": label, "outlook_category": category}


def _openings(page: ProfilePage, paragraphs: list[tuple[int, str]]) -> dict[str, Value]:
    """The openings, or where they are worded as none before or as a bound, the words alone."""
    for line, text in paragraphs:
        found = stated_openings(text)
        if found is not None:
            return {
                "annual_openings": found[0],
                "openings_rounded_to": found[1],
                "openings_statement": text,
                "document_line": line,
            }
    for line, text in paragraphs:
        worded = unread_openings_sentence(text)
        if worded is not None:
            page.faults.keep_as_text(line, "job outlook", worded, "how many openings are projected each year")
            return {"openings_statement": text, "document_line": line}
    page.faults.keep_as_text(line_of(page.tab(6)), "job outlook", "", "how many openings are projected each year")
    return {}


def _row_values(page: ProfilePage, row: LexborNode, cells: Mapping[str, LexborNode]) -> dict[str, Value]:
    base, projected = (_figure(page, row, cells, column, parse_jobs) for column in ("base", "projected"))
    values: dict[str, Value] = {
        "base_employment": base[0] if base else None,
        "projected_employment": projected[0] if projected else None,
        "employment_change": _figure(page, row, cells, "numeric", parse_change),
        "employment_change_percent": _figure(page, row, cells, "percent", parse_percent),
    }
    rounded_to = max(jobs[1] for jobs in (base, projected, (0, JOBS_ROUNDED_TO)) if jobs)
    check_change(values, rounded_to, figure_of(cells["title"]), line_of(row), page.faults)
    links = links_of(cells["link"], page.url)
    if not links and not says_none(text_of(cells["link"])):
        page.faults.keep_as_text(line_of(row), "projections table, link", text_of(cells["link"]), "a link, or a dash")
    values["matrix_url"] = links[0].url if links else None
    return values


_Figure = TypeVar("_Figure")


def _figure(
    page: ProfilePage, row: LexborNode, cells: Mapping[str, LexborNode], column: str, parse: Callable[[str], _Figure]
) -> _Figure | None:
    """The figure in a column of a row; `None` where it states none, which whoever loads the page is told."""
    text = figure_of(cells[column])
    try:
        return parse(text)
    except ValueError as error:
        page.faults.refuse_or_keep(line_of(row), f"projections table, {column}", text, str(error))
        return None
