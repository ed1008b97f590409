"""Damage within a page, which only what the page says twice gives away: it keeps the page out, and is named."""

import pytest

from app.sources.ooh.page_records import profile_records
from app.sources.ooh.tags import unpaired_tags
from app.sources.records import CellProblem, RecordKind, RowCounts, UnreadableSourceError
from tests.processor_time import quickest
from tests.unit.sources.ooh.pages import SHEET, PageText, of_kind, outlook_row, read, values_of


def problems_of(html: str) -> list[CellProblem]:
    """What is wrong with a page."""
    with pytest.raises(UnreadableSourceError) as refused:
        list(profile_records(html, SHEET, "2024-34"))
    return list(refused.value.problems)


def doubts_of(html: str) -> list[CellProblem]:
    """What a page contradicts elsewhere, and is read all the same."""
    counts = RowCounts()
    assert list(profile_records(html, SHEET, "2024-34", counts=counts))
    return counts.doubtful


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
        ("<th>Numeric</th>", "<th>Numeric</TH></th>", "</th>", "Numeric"),
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


@pytest.mark.parametrize("nested", ["<div>", "<ul><li>", "<blockquote>", "<b>", "<font>"])
def test_a_page_that_is_nested_without_end_is_refused_at_once(nested: str) -> None:
    page = changed("<p>Kites.</p>", f"<p>Kites.</p>{nested * 3_000}")
    (problem,), seconds = quickest(lambda: problems_of(page))
    assert "less than a hundred others" in problem.expected
    assert seconds < 2


@pytest.mark.parametrize(
    "harmless", ["<!-- <td> -->", "<script>write('<td>')</script>", '<img alt="a <td> b">', "<style>/*<p>*/</style>"]
)
def test_a_tag_in_a_comment_a_script_or_an_attribute_needs_no_counterpart(harmless: str) -> None:
    assert list(profile_records(changed("<p>Kites.</p>", f"<p>Kites.</p>{harmless}"), SHEET, "2024-34"))


@pytest.mark.parametrize("identifier", ["tab-5", "quickfacts", "outlook-table", "similar-occupations"])
def test_a_tab_or_a_table_that_stands_twice_is_an_error(identifier: str) -> None:
    html = changed("<footer>", f'<div id="{identifier}"></div><footer>')
    assert (f'id="{identifier}"', "page") in [(problem.text, problem.column) for problem in problems_of(html)]


_MARKED = (
    '<tr><th id="row-1"><strong>Kite makers</strong></th><td headers="row-1 code" data-label="SOC Code:">51-9998</td>'
    '<td headers="row-1 base" data-label="employment, 2024:">12,300</td>'
    '<td headers="row-1 end" data-label="projected employment, 2034:">11,800</td>'
    '<td headers="row-1 change" data-label="change, 2024–34 (percent):">-4</td>'
    '<td headers="row-1 change" data-label="change, 2024–34 (numeric):">-500</td>'
    '<td headers="row-1 link" data-label="employment by industry:">—</td></tr>'
)


def test_a_cell_that_names_its_own_row_and_column_is_read() -> None:
    assert values_of(read(PageText(outlook_rows=_MARKED)), RecordKind.PROJECTION, "base_employment") == [(12300,)]


@pytest.mark.parametrize(
    ("old", "new", "text", "expected"),
    [
        ("row-1 base", "row-2 base", "row-2 base", "a cell of the row row-1"),
        ('="employment, 2024:', '="projected employment, 2034:', "projected employment, 2034", "of the column base"),
        ("(percent)", "(numeric)", "change, 2024–34 (numeric)", "a cell of the column percent"),
    ],
)
def test_a_cell_that_names_another_row_or_column_as_its_own_is_an_error(
    old: str, new: str, text: str, expected: str
) -> None:
    (problem,) = problems_of(PageText(outlook_rows=_MARKED.replace(old, new, 1)).html())
    assert problem.text == text
    assert expected in problem.expected


def with_row(base: str, projected: str, percent: str, change: str) -> PageText:
    """A page whose quick facts and projections table agree."""
    sign = "Decline" if percent.startswith("-") else "As fast as average"
    page = PageText(outlook_rows=outlook_row("Kite makers", "51-9998", base, projected, percent, change))
    page.facts |= {
        "Number of Jobs, 2024": base,
        "Job Outlook, 2024–34": f"{percent}% ({sign})",
        "Employment Change, 2024–34": change,
    }
    return page


@pytest.mark.parametrize(
    "row",
    [
        ("12,300", "11,900", "-4", "-500"),
        # So few jobs that what was rounded away makes four percent of no change.
        ("900", "900", "4", "0"),
        ("1,500", "1,300", "-11", "-200"),
        ("1.3 million", "1.4 million", "4", "51,300"),
    ],
)
def test_figures_of_a_row_that_differ_by_their_rounding_are_read(row: tuple[str, str, str, str]) -> None:
    assert of_kind(read(with_row(*row)), RecordKind.PROJECTION)


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (("12,300", "18,100", "-4", "-500"), "Kite makers: 12,300, 18,100 and -500"),
        (("12,300", "11,800", "-5", "-500"), "Kite makers: -5 percent, -500 of 12,300"),
        (("12,300", "11,800", "4", "-500"), "Kite makers: 4 percent, -500 of 12,300"),
    ],
)
def test_figures_of_a_row_that_contradict_each_other_are_told_of(row: tuple[str, str, str, str], text: str) -> None:
    (problem,) = doubts_of(with_row(*row).html())
    assert (problem.column, problem.text) == ("projections table", text)


@pytest.mark.parametrize(
    ("label", "value", "text", "expected"),
    [
        ("Number of Jobs, 2024", "12,800", "12,800", "12,300, as the first row of the projections table says on line"),
        ("Number of Jobs, 2024", "12,310", "12,310", "12,300, as the first row"),
        ("Employment Change, 2024–34", "500", "500", "-500, as the first row"),
        ("Job Outlook, 2024–34", "-3% (Decline)", "-3.0", "-4.0, as the first row"),
        ("2024     Median Pay", "$41,280 per year", "41,280", "41,230, as the text on pay says on line"),
    ],
)
def test_quick_facts_that_contradict_the_rest_of_the_page_are_told_of(
    label: str, value: str, text: str, expected: str
) -> None:
    page = PageText()
    page.facts[label] = value
    (problem,) = doubts_of(page.html())
    assert problem.text == text
    assert problem.expected.startswith(expected)


def test_quick_facts_in_millions_are_those_of_the_table_within_their_rounding() -> None:
    page = with_row("1,320,000", "1,371,300", "4", "51,300")
    page.facts["Number of Jobs, 2024"] = "1.3 million"
    assert values_of(read(page), RecordKind.QUICK_FACTS, "employment") == [(1_300_000,)]


@pytest.mark.parametrize(
    ("page", "place", "text"),
    [
        (
            PageText(environment=PageText().environment.replace("Self-employed workers", "Toy manufacturing")),
            "largest employers",
            "Toy manufacturing | 7",
        ),
        (PageText(pay=PageText().pay.replace("Retail trade", "Toy manufacturing")), "pay, table", "Toy manufacturing"),
        (PageText(outlook_rows=PageText().outlook_rows * 2), "projections table", "Kite makers"),
        (PageText(similar=PageText().similar * 2), "similar occupations", "/ooh/production/tailors.htm"),
    ],
)
def test_a_row_that_a_table_has_already_is_told_of(page: PageText, place: str, text: str) -> None:
    (problem,) = doubts_of(page.html())
    assert problem.column == place
    assert text in problem.text


@pytest.mark.parametrize(
    ("after", "place"),
    [
        ("<td>Toy manufacturing</td>\n<td>\n 41%\n</td>\n</tr>", "largest employers"),
        ("<td>Toy manufacturing</td>\n<td>\n $43,210\n</td>\n</tr>", "pay, table"),
        ("12,300</td></tr>", "quick facts"),
        (PageText().outlook_rows, "projections table"),
        (PageText().similar, "similar occupations"),
    ],
)
def test_a_row_without_a_text_is_told_of(after: str, place: str) -> None:
    (problem,) = doubts_of(changed(after, after + "<tr><td></td><td>&nbsp;</td></tr>"))
    assert (problem.column, problem.text, problem.expected) == (place, "", "a row with a text")


def test_shares_of_employers_are_100_percent_together_at_most_as_rounded() -> None:
    rounded = PageText(environment=PageText().environment.replace("41%", "94%"))
    assert len(of_kind(read(rounded), RecordKind.LARGEST_EMPLOYER)) == 2
    (problem,) = doubts_of(PageText(environment=PageText().environment.replace("41%", "95%")).html())
    assert (problem.column, problem.text) == ("largest employers", "95 + 7")


def test_an_amount_that_its_row_is_not_sorted_by_is_told_of() -> None:
    (problem,) = doubts_of(changed("$38,000", "$33,000"))
    assert (problem.column, problem.text) == ("similar occupations, pay", "$33,000")
    assert problem.expected.startswith("38,000")
    assert read(PageText(similar=PageText().similar.replace('"38000"', '"9999999"')))


@pytest.mark.parametrize("repeated", ["<!--", "<script>", '<a "', "<td>"])
def test_what_begins_over_and_over_is_looked_through_at_once(repeated: str) -> None:
    _, seconds = quickest(lambda: list(unpaired_tags(repeated * 50_000)))
    assert seconds < 1
