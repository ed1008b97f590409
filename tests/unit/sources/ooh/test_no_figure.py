"""Cells that hold no figure: a page has a few, and they keep neither it nor what is loaded with it out."""

import pytest

from app.domain.qualifiers import Qualifier
from app.sources.ooh.no_figure import has_no_figure, says_none
from app.sources.records import RecordKind
from tests.unit.sources.ooh.pages import PageText, of_kind, read, values_of
from tests.unit.sources.ooh.test_profile_page import SEVERAL, kept

NONE = ["—", "–", "-", "--", "N/A", "n/a", "NA", "Not available"]
WORDS = ["", "(1)", "[2]", "**", "a few"]
BOUNDS = ["Fewer than 50", "Less than 1%", "&lt;1", "More than $20"]


@pytest.mark.parametrize("text", ["4l%", "$43.210", "12.3 thousand", "5 (1)"])
def test_digits_that_cannot_be_read_are_no_absence(text: str) -> None:
    assert not has_no_figure(text)
    assert not says_none(text)


@pytest.mark.parametrize("text", [*NONE, *WORDS, *BOUNDS])
def test_a_wage_of_a_table_that_is_no_figure_is_stored_without_one(text: str) -> None:
    records, told = kept(PageText(pay=PageText().pay.replace("$43,210", text)))
    names = ("industry_label", "annual_median", "annual_median_qualifier")
    assert values_of(records, RecordKind.HANDBOOK_WAGE, *names)[1:] == [
        ("Toy manufacturing", None, Qualifier.NOT_APPLICABLE),
        ("Retail trade", 39990, None),
    ]
    assert told == ({} if text in NONE else {"pay, table": text.replace("&lt;", "<")})


@pytest.mark.parametrize("text", [*NONE, *WORDS, *BOUNDS])
def test_a_share_of_an_employer_that_is_no_figure_is_kept_as_text(text: str) -> None:
    records, told = kept(PageText(environment=PageText().environment.replace("41%", text)))
    found = values_of(records, RecordKind.LARGEST_EMPLOYER, "position", "industry_label")
    assert found == [(2, "Self-employed workers")]
    assert told == {"largest employers": text.replace("&lt;", "<")}
    sections = values_of(records, RecordKind.PROFILE_SECTION, "text")
    assert any("Toy manufacturing" in str(section) for section in sections)


def test_jobs_of_a_detailed_occupation_that_are_no_figure_are_kept_as_text() -> None:
    page = PageText(**{**SEVERAL.__dict__, "environment": SEVERAL.environment.replace("99,700", "Fewer than 50")})
    records, told = kept(page)
    assert len(of_kind(records, RecordKind.HANDBOOK_EMPLOYMENT)) == 2
    assert told == {"jobs of the detailed occupations": "Fewer than 50"}


@pytest.mark.parametrize("text", [*NONE, *WORDS, *BOUNDS])
def test_a_cell_of_the_projections_table_that_is_no_figure_is_stored_empty(text: str) -> None:
    records, told = kept(PageText(outlook_rows=PageText().outlook_rows.replace("11,800", text)))
    names = ("base_employment", "projected_employment", "employment_change")
    assert values_of(records, RecordKind.PROJECTION, *names) == [(12300, None, -500)]
    assert told == {"projections table, projected": text.replace("&lt;", "<")}


@pytest.mark.parametrize("label", ["Number of Jobs, 2024", "Job Outlook, 2024–34", "Employment Change, 2024–34"])
@pytest.mark.parametrize("text", [*NONE, *WORDS, *BOUNDS])
def test_a_quick_fact_that_is_no_figure_keeps_them_as_text(label: str, text: str) -> None:
    page = PageText()
    page.facts[label] = text
    records, told = kept(page)
    assert not of_kind(records, RecordKind.QUICK_FACTS)
    assert of_kind(records, RecordKind.PROJECTION)
    assert told == {f"quick facts, {label}": text.replace("&lt;", "<")}


@pytest.mark.parametrize("text", NONE)
def test_pay_among_the_quick_facts_that_is_no_figure_is_withheld(text: str) -> None:
    page = PageText()
    page.facts["2024     Median Pay"] = text
    names = ("annual_median", "annual_median_qualifier", "hourly_median_qualifier")
    withheld = Qualifier.WAGE_NOT_RELEASED
    assert values_of(read(page), RecordKind.QUICK_FACTS, *names) == [(None, withheld, withheld)]


@pytest.mark.parametrize("text", [*NONE, *WORDS, *BOUNDS])
def test_a_bar_of_a_chart_that_is_no_figure_is_stored_empty(text: str) -> None:
    html = PageText().html().replace("$40,000", text).replace("<span>-1%", f"<span>{text}")
    records, told = kept(PageText(), html)
    names = ("chart", "annual_median", "annual_median_qualifier", "employment_change_percent")
    assert values_of(records, RecordKind.PROFILE_COMPARISON, *names) == [
        ("pay", None, Qualifier.NOT_APPLICABLE, None),
        ("outlook", None, None, None),
    ]
    shown = text.replace("&lt;", "<")
    pay = {} if text in NONE else {"chart, pay, Production occupations": shown}
    assert told == pay | {"chart, outlook, Production occupations": shown}


@pytest.mark.parametrize("mark", [" [1]", " (1)", "*", "<sup>1</sup>"])
@pytest.mark.parametrize(
    "heading",
    ["Job Duties</th>", "SOC Code</th>", "Employment, 2024</th>", "Number of Jobs, 2024</a>", "Duties</h3>"],
)
def test_the_mark_of_a_footnote_is_no_word_of_a_heading(heading: str, mark: str) -> None:
    words, end = heading.split("<")
    html = PageText().html()
    marked = html.replace(f">{heading}", f">{words}{mark}<{end}")
    assert marked != html
    kinds = (RecordKind.QUICK_FACTS, RecordKind.PROJECTION, RecordKind.RELATED_OCCUPATION, RecordKind.DUTY)
    names = ("position", "base_employment", "employment", "duty", "duties", "soc_code")
    records, told = kept(PageText(), marked)
    assert told == {}
    for kind in kinds:
        assert values_of(records, kind, *names) == values_of(read(PageText()), kind, *names)


@pytest.mark.parametrize("introduction", ["as follows:</p>", ""])
def test_wages_by_industry_that_a_page_lost_are_told(introduction: str) -> None:
    pay = PageText().pay
    start = pay.index("<table") if introduction else pay.index("<p>In May")
    _, told = kept(PageText(pay=pay[:start]))
    assert "pay, table" in told
