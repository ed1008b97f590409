"""The table of similar occupations: title, duties, entry education and median pay of each."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from app.domain.qualifiers import Qualifier
from app.domain.statements import Relation
from app.sources.ooh.figures import Money, parse_wage_cell
from app.sources.ooh.markup import figure_of, headers_of, line_of, links_of, text_of
from app.sources.ooh.page_tables import rows_of_figures
from app.sources.ooh.profile_page import ProfilePage
from app.sources.ooh.vocabulary import EDUCATION, lookup
from app.sources.records import Record, RecordKind, Value

_COLUMNS = {
    "title": re.compile(r"Occupations?", re.IGNORECASE),
    "duties": re.compile(r"(?:Job )?Duties", re.IGNORECASE),
    "education": re.compile(r"(?:Typical )?Entry-Level Education", re.IGNORECASE),
    "pay": re.compile(r"(?P<year>[0-9]{4}) Median (?:Annual )?Pay", re.IGNORECASE),
}


def similar_records(page: ProfilePage) -> Iterator[Record]:
    """Each similar occupation, in the order of the page."""
    table = page.tree.css_first("#similar-occupations")
    if table is None:
        page.faults.keep_as_text(line_of(page.tab(8)), "similar occupations", "", "the table of similar occupations")
        return
    columns, year = _columns(page, table)
    if not set(_COLUMNS) <= set(columns):
        return
    position = 0
    seen: set[str] = set()
    for row, in_row in rows_of_figures(page, table, "similar occupations"):
        cells = dict(zip(columns, in_row, strict=False))
        if not set(_COLUMNS) <= set(cells) or len(in_row) > len(columns):
            page.faults.note(line_of(row), "similar occupations", text_of(row), f"{len(columns)} cells")
            continue
        position += 1
        _check_once(page, row, cells["title"], seen)
        yield page.record(RecordKind.RELATED_OCCUPATION, _values(page, row, cells, position, year), line_of(row))


def _columns(page: ProfilePage, table: LexborNode) -> tuple[list[str], str | None]:
    names: list[str] = []
    year: str | None = None
    for header in headers_of(table):
        # The first column has a picture and no header.
        name = "picture" if not header else None
        for column, pattern in _COLUMNS.items():
            match = pattern.fullmatch(header)
            if match:
                name, year = column, match.groupdict().get("year") or year
        if name is None:
            expected = f"a column of it: {', '.join(_COLUMNS)}"
            page.faults.note(line_of(table), "similar occupations", header, expected)
        names.append(name or "")
    for name in sorted(set(_COLUMNS) - set(names)):
        page.faults.note(line_of(table), "similar occupations", "", f"a column for {name}, which is missing")
    return names, year


def _check_once(page: ProfilePage, row: LexborNode, title: LexborNode, seen: set[str]) -> None:
    links = links_of(title, page.url)
    address = links[0].url if links else text_of(title)
    if address in seen:
        page.faults.doubt(line_of(row), "similar occupations", address, "one row for each occupation")
    seen.add(address)


def _check_sort_key(page: ProfilePage, cell: LexborNode, wage: Money) -> None:
    """Note an amount that is not the one which the table is sorted by; a bound is sorted as the highest of all."""
    key = cell.css_first("span[title]")
    number = (key.attributes.get("title") or "").strip() if key is not None else ""
    if wage.value is None or wage.qualifier is not None or not re.fullmatch("[0-9]+", number):
        return
    if int(number) not in (wage.value, _SORTED_LAST):
        expected = f"{int(number):,}, which the table sorts the row by"
        page.faults.doubt(line_of(cell), "similar occupations, pay", figure_of(cell), expected)


_SORTED_LAST = 9_999_999


def _values(
    page: ProfilePage, row: LexborNode, cells: dict[str, LexborNode], position: int, year: str | None
) -> dict[str, Value]:
    title, duties = text_of(cells["title"]), text_of(cells["duties"])
    education, pay = figure_of(cells["education"]), figure_of(cells["pay"])
    links = links_of(cells["title"], page.url)
    if not title:
        page.faults.note(line_of(row), "similar occupations", text_of(row), "a title")
    if lookup(education) not in EDUCATION:
        expected = f"one of {', '.join(EDUCATION)}"
        page.faults.keep_as_text(line_of(row), "similar occupations, education", education, expected)
    wage = Money(None, Qualifier.NOT_APPLICABLE)
    try:
        wage = parse_wage_cell(pay, hourly=False)
    except ValueError as error:
        page.faults.refuse_or_keep(line_of(row), "similar occupations, pay", pay, str(error))
    _check_sort_key(page, cells["pay"], wage)
    return {
        "position": position,
        "relation": Relation.SIMILAR,
        "related_title": title,
        "related_url": links[0].url.partition("#")[0] if links else None,
        "statement": duties,
        "duties": duties,
        "education_label": education,
        "education_level": EDUCATION.get(lookup(education)),
        "reference_period": year,
        "annual_median": wage.value,
        "annual_median_qualifier": wage.qualifier,
        "pay_label": pay,
    }
