"""The table of similar occupations: title, duties, entry education and median pay of each."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from app.domain.qualifiers import Qualifier
from app.domain.statements import Relation
from app.sources.ooh.figures import parse_money
from app.sources.ooh.markup import line_of, links_of, text_of
from app.sources.ooh.profile_page import ProfilePage
from app.sources.ooh.vocabulary import EDUCATION, lookup
from app.sources.records import Record, RecordKind, Value

_BOUND = re.compile(r"This wage is equal to or greater than (?P<amount>\$[0-9][0-9,.]*[0-9]) per year\.?")
_NOT_AVAILABLE = re.compile(r"The annual wage is not available\.?")
_COLUMNS = {
    "title": re.compile(r"Occupation"),
    "duties": re.compile(r"Job Duties", re.IGNORECASE),
    "education": re.compile(r"Entry-Level Education", re.IGNORECASE),
    "pay": re.compile(r"(?P<year>[0-9]{4}) Median Pay", re.IGNORECASE),
}


def similar_records(page: ProfilePage) -> Iterator[Record]:
    """Each similar occupation, in the order of the page."""
    table = page.tree.css_first("#similar-occupations")
    if table is None:
        page.faults.note(line_of(page.tab(8)), "similar occupations", "", "the table of similar occupations")
        return
    columns, year = _columns(page, table)
    position = 0
    for row in table.css("tbody tr"):
        cells = dict(zip(columns, row.css("td, th"), strict=False))
        if not text_of(row):
            continue
        if not set(_COLUMNS) <= set(cells):
            page.faults.note(line_of(row), "similar occupations", text_of(row), f"{len(columns)} cells")
            continue
        position += 1
        yield page.record(RecordKind.RELATED_OCCUPATION, _values(page, row, cells, position, year), line_of(row))


def _columns(page: ProfilePage, table: LexborNode) -> tuple[list[str], str | None]:
    names: list[str] = []
    year: str | None = None
    for cell in table.css("thead th"):
        header = text_of(cell)
        # The first column has a picture and no header.
        name = "picture" if not header else None
        for column, pattern in _COLUMNS.items():
            match = pattern.fullmatch(header)
            if match:
                name, year = column, match.groupdict().get("year") or year
        if name is None:
            page.faults.note(line_of(cell), "similar occupations", header, f"a column of it: {', '.join(_COLUMNS)}")
        names.append(name or "")
    for name in sorted(set(_COLUMNS) - set(names)):
        page.faults.note(line_of(table), "similar occupations", "", f"a column for {name}, which is missing")
    return names, year


def _values(
    page: ProfilePage, row: LexborNode, cells: dict[str, LexborNode], position: int, year: str | None
) -> dict[str, Value]:
    title, duties = text_of(cells["title"]), text_of(cells["duties"])
    education, pay = text_of(cells["education"]), text_of(cells["pay"])
    links = links_of(cells["title"], page.url)
    if not title or not links:
        page.faults.note(line_of(row), "similar occupations", title, "a title that links to a profile")
    if lookup(education) not in EDUCATION:
        page.faults.note(line_of(row), "similar occupations, education", education, f"one of {', '.join(EDUCATION)}")
    median: Value = None
    qualifier: Qualifier | None = None
    bound = _BOUND.fullmatch(pay)
    try:
        if _NOT_AVAILABLE.fullmatch(pay):
            qualifier = Qualifier.NOT_APPLICABLE
        elif bound:
            median, qualifier = parse_money(bound["amount"], hourly=False), Qualifier.AT_OR_ABOVE
        else:
            median = parse_money(pay, hourly=False)
    except ValueError as error:
        page.faults.note(line_of(row), "similar occupations, pay", pay, str(error))
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
        "annual_median": median,
        "annual_median_qualifier": qualifier,
        "pay_label": pay,
    }
