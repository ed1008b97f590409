"""Damage within a page, which only what the page says twice gives away: it keeps the page out, and is named."""

import pytest

from app.sources.ooh.page_records import profile_records
from app.sources.records import CellProblem, UnreadableSourceError
from tests.unit.sources.ooh.pages import SHEET, PageText


def problems_of(html: str) -> list[CellProblem]:
    """What is wrong with a page."""
    with pytest.raises(UnreadableSourceError) as refused:
        list(profile_records(html, SHEET, "2024-34"))
    return list(refused.value.problems)


def changed(old: str, new: str) -> str:
    """The small page with one place altered."""
    html = PageText().html()
    assert old in html
    return html.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "tag", "on_the_line_of"),
    [
        ("<td>Retail trade</td>", "<td>Retail trade", "<td>", "Retail trade"),
        ("<td>Retail trade</td>", "Retail trade</td>", "</td>", "Retail trade"),
        ("<li>Cut sails</li>", "<li>Cut sails", "<li>", "Cut sails"),
        ("<h3>Education</h3>", "<h3>Education", "<h3>", "Education"),
        ("<th>Numeric</th>", "<th>Numeric", "<th>", "Numeric"),
        ("<p>Kites.</p>", "<p>Kites.</P></p>", "</p>", "Kites."),
    ],
)
def test_a_tag_that_lost_its_counterpart_is_named_with_its_line(
    old: str, new: str, tag: str, on_the_line_of: str
) -> None:
    html = changed(old, new)
    (problem,) = [problem for problem in problems_of(html) if problem.column == "tags of the page"]
    assert problem.text == tag
    assert problem.row is not None
    assert on_the_line_of in "".join(html.splitlines()[problem.row - 1 : problem.row + 1])


@pytest.mark.parametrize(
    "harmless", ["<!-- <td> -->", "<script>write('<td>')</script>", '<img alt="a <td> b">', "<style>/*<p>*/</style>"]
)
def test_a_tag_in_a_comment_a_script_or_an_attribute_needs_no_counterpart(harmless: str) -> None:
    assert list(profile_records(changed("<p>Kites.</p>", f"<p>Kites.</p>{harmless}"), SHEET, "2024-34"))


@pytest.mark.parametrize("identifier", ["tab-5", "quickfacts", "outlook-table", "similar-occupations"])
def test_a_tab_or_a_table_that_stands_twice_is_an_error(identifier: str) -> None:
    html = changed("<footer>", f'<div id="{identifier}"></div><footer>')
    assert (f'id="{identifier}"', "page") in [(problem.text, problem.column) for problem in problems_of(html)]
