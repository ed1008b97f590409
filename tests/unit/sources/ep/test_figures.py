"""Numbers, markers, codes and headers of Employment Projections, for any that can be written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.qualifiers import Qualifier
from app.sources.ep import columns_of
from app.sources.ep.figures import (
    UnreadableCellError,
    dollars,
    industry_code,
    is_missing,
    jobs,
    number,
    occupation_code,
    unquoted,
)
from app.sources.ep.headings import heading, spans
from app.sources.ep.release import round_of, round_of_release
from app.sources.records import RecordKind


@given(st.integers(-(10**9), 10**9))
def test_thousands_with_decimals_become_jobs_exactly(count: int) -> None:
    text = str(Decimal(count) / 1000)
    assert jobs(text) == count
    assert jobs(f"{Decimal(count) / 1000:,}") == count


@given(st.text(max_size=12))
def test_a_cell_is_a_number_or_refused(text: str) -> None:
    try:
        value = number(text)
    except UnreadableCellError:
        return
    assert (
        Decimal(text.strip().replace(",", "").replace("\u2212", "-").replace("\u2013", "-")) == value
        or not text.isascii()
    )


@given(st.integers(0, 10**7), st.sampled_from([">=", "≥", ">= ", ">=$", ">", ">$", "", "$"]))
def test_wages_and_their_bounds(amount: int, sign: str) -> None:
    value, qualifier = dollars(f"{sign}{amount:,}")
    assert value == amount
    if sign.startswith((">=", "≥")):
        assert qualifier is Qualifier.AT_OR_ABOVE
    else:
        assert qualifier is (Qualifier.ABOVE if sign.startswith(">") else None)


@pytest.mark.parametrize("text", ["9" * 20, "12.5", "$", "<5", "1,23", "N.A.", "-5", ">=x"])
def test_wages_that_are_none(text: str) -> None:
    with pytest.raises(UnreadableCellError):
        dollars(text)


@given(st.from_regex(r"[0-9]{2}-[0-9]{4}", fullmatch=True))
def test_occupation_codes_as_formulas(code: str) -> None:
    assert occupation_code(f'="{code}"') == occupation_code(f" {code} ") == unquoted(f'="{code}"') == code


@pytest.mark.parametrize(
    "code", ["TE1000", "510000", "3250A1", "62210P", "1131-2", "9992-3", "31-330", "336-99", "9992,3"]
)
def test_industry_codes_of_the_matrix(code: str) -> None:
    assert industry_code(code) == code


@pytest.mark.parametrize("code", ["", "29-2072", "T1000", "5100000", "Information", "2019-01-01"])
def test_codes_of_no_industry(code: str) -> None:
    with pytest.raises(UnreadableCellError):
        industry_code(code)


def test_missing_is_a_dash_and_none_is_not() -> None:
    assert [is_missing(text) for text in ("\u2014", "\u2013", "-", "N/A", "None", "", "0")] == [
        True,
        True,
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("dash", ["-", "\u2013", "\u2014"])
@given(st.integers(1990, 2089), st.booleans())
def test_spans_of_years(dash: str, base: int, long: bool) -> None:
    last = base + 10
    assert spans(f"Change, {base}{dash}{last if long else f'{last % 100:02d}'}") == [(base, last)]


def test_rounds() -> None:
    assert (
        str(round_of(["Employment by sector, 2014, 2024, and projected 2034", "Change 2014\u201324, 2024\u201334"], ()))
        == "2024-34"
    )
    assert str(round_of(["Attainment, 2022\u201323"], ())) == "None"
    assert str(round_of_release("ep-1998-08")) == "1998-08"
    assert round_of_release("ep-2024-33") is None
    assert round_of_release("oews-2024-05") is None


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Employment, 2024", "employment"),
        ("2020 Employment", "employment"),
        ("Employment Number 2016", "employment"),
        ("Projected 2030 Employment", "employment"),
        ("Employment Percent distribution 2016", "distribution"),
        ("Percent employment change, 2019\u201329", "change_percent"),
        ("Change, 2016-26 Number", "change"),
        ("Job openings due to growth and replacement needs, 2012-22", "growth_replacement"),
        ("Average annual replacement rate, 2012-22", "annual_replacement_rate"),
        ("Replacement rate Annual average, 2014-24", "annual_replacement_rate"),
        ("Replacement needs Annual average, 2014-24", "annual_replacement_needs"),
        ("Median annual wage, 2018(1)", "wage"),
        ("Median annual wage, dollars, 2024[1]", "wage"),
        ("Output Billions of chained 2009 dollars 2016", "output"),
        ("Associate\u2019s degree", "attainment:associates_degree"),
        ("2012 NAICS Code", "naics"),
        ("Occupation\ntype", "row_type"),
        ("Shoe size", None),
    ],
)
def test_what_headers_mean(text: str, meaning: str | None) -> None:
    assert heading(text).meaning == meaning


def test_columns_of_a_header() -> None:
    header = ["Occupation Title", "Occupation Code", "Employment 2022", "Employment 2032", "Median Annual Wage 2023"]
    assert columns_of(RecordKind.EP_PROJECTION, header) == {
        "base_employment": "Employment 2022",
        "projected_employment": "Employment 2032",
        "annual_median": "Median Annual Wage 2023",
    }
