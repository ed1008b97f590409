"""Pages that are written otherwise and say the same: what a browser or another version of the site does to them."""

import re
from collections.abc import Callable

import pytest

from app.sources.ooh.page_records import profile_records
from app.sources.records import Record, RecordKind
from app.store.tables import metadata
from tests.unit.sources.ooh.pages import SHEET, PageText, read
from tests.unit.sources.ooh.test_profile_page import SEVERAL


def _in_small_tables(html: str, old: str, new: str) -> str:
    """A page whose tables of two columns are written otherwise."""
    whole = re.compile(r'<table class="ooh-tab-table">.*?</table>', re.DOTALL)
    return whole.sub(lambda table: table[0].replace(old, new), html)


# The same page, written otherwise: what a browser or another version of the publisher's program does to it.
REWRITTEN: dict[str, Callable[[str], str]] = {
    "capital tags": lambda html: re.sub(
        r"<(/?)(table|tr|td|th|p|li|ul|tbody|thead|div|h2|h3)\b", lambda tag: f"<{tag[1]}{tag[2].upper()}", html
    ),
    "more attributes": lambda html: re.sub(r"<(td|tr|th|p|li|tbody)(?=[ >])", r'<\1 data-x="1" title="a"', html),
    "no tbody": lambda html: re.sub(r"</?tbody>", "", html),
    "no thead": lambda html: re.sub(r"</?thead>", "", html),
    "entities": lambda html: html.replace("$", "&#36;").replace("–", "&ndash;").replace("41%", "41&#37;"),
    "another dash": lambda html: html.replace("2024–34", "2024-34"),
    "minus signs": lambda html: re.sub(r"<td>-(?=[0-9])", "<td>\u2212", html),
    "one line": lambda html: re.sub(r"\s*\n\s*", " ", html),
    "windows lines": lambda html: html.replace("\n", "\r\n"),
    "marked figures": lambda html: re.sub(r"(<td>\s*)([$0-9][0-9,.%]*)", r"\1<span><b>\2</b></span>", html),
    "footnote marks": lambda html: re.sub(r"(<td>\s*\$?[0-9][0-9,.%]*)(?=\s*<)", r"\1<sup>1</sup>", html),
    "notes under tables": lambda html: html.replace("</tbody>", "<tr><td colspan='9'>Note: rounded.</td></tr></tbody>"),
    "a source under a table": lambda html: _in_small_tables(html, "</tbody>", "<tr><td>Source: BLS</td></tr></tbody>"),
    "headers": lambda html: _in_small_tables(html, "<tbody>", "<thead><tr><th>A</th><th>B</th></tr></thead><tbody>"),
    "headers without thead": lambda html: _in_small_tables(html, "<tbody>", "<tbody><tr><th>A</th><th>B</th></tr>"),
    "tables in boxes": lambda html: re.sub(
        r'<table class="ooh-tab-table">.*?</table>', r"<div><div>\g<0></div></div>", html, flags=re.DOTALL
    ),
    "tenths in a paragraph of their own": lambda html: html.replace(" The lowest 10 percent", "</p><p>The lowest 10"),
    "facts in other cases": lambda html: html.replace("On-the-job", "On-the-Job").replace("Entry-Level", "entry-level"),
    "invisible characters": lambda html: re.sub(r"(<td>\s*)(?=[$0-9])", "\\1\u200b", html),
}


@pytest.mark.parametrize("how", REWRITTEN)
def test_a_page_that_is_written_otherwise_says_the_same(how: str) -> None:
    for page in (PageText(), SEVERAL):
        html = page.html()
        rewritten = REWRITTEN[how](html).replace("The lowest 10 earned", "The lowest 10 percent earned")
        assert rewritten != html or page is SEVERAL
        found = list(profile_records(rewritten, SHEET, "2024-34"))
        assert _figures(found) == _figures(read(page))


def _figures(records: list[Record]) -> list[tuple[object, ...]]:
    """What the tables, sentences and quick facts say, without where it stands and how the words are spaced."""
    figures = {name for table in FIGURES for name in metadata.tables[table].c.keys()} - PLACES_AND_WORDS  # noqa: SIM118
    return [
        (record.kind, *(record.values.get(name) for name in sorted(figures)))
        for record in records
        if record.kind in FIGURES
    ]


FIGURES = (
    RecordKind.QUICK_FACTS,
    RecordKind.HANDBOOK_EMPLOYMENT,
    RecordKind.LARGEST_EMPLOYER,
    RecordKind.HANDBOOK_WAGE,
    RecordKind.PROJECTION,
    RecordKind.RELATED_OCCUPATION,
    RecordKind.PROFILE_COVERAGE,
)
PLACES_AND_WORDS = {"document_line", "statement", "openings_statement", "pay_label"}
