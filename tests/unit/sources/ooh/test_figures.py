"""Numbers as the handbook prints them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.levels import OccupationLevel, SocVintage
from app.domain.outlook import OutlookCategory
from app.domain.qualifiers import Qualifier
from app.sources.ooh.figures import (
    Money,
    highest_tenth,
    parse_change,
    parse_jobs,
    parse_money,
    parse_percent,
    parse_wage_cell,
)
from app.sources.ooh.vocabulary import is_soc_code, level_of, outlook_category, vintage_of


@given(st.integers(0, 10**9))
def test_jobs_are_read_as_they_are_grouped(jobs: int) -> None:
    assert parse_jobs(f"{jobs:,}") == (jobs, 100)
    assert parse_jobs(str(jobs)) == (jobs, 100)


@given(st.integers(1, 9999))
def test_millions_are_exact_and_say_their_rounding(tenths: int) -> None:
    assert parse_jobs(f"{tenths // 10}.{tenths % 10} million") == (tenths * 100_000, 100_000)


@given(st.integers(-(10**7), 10**7), st.sampled_from("-\u2212\u2013"))
def test_changes_keep_their_sign(change: int, minus: str) -> None:
    assert parse_change(f"{change:,}".replace("-", minus)) == change


@given(st.integers(-100, 400), st.sampled_from(["", "%", " %"]))
def test_percentages_keep_their_sign(percent: int, sign: str) -> None:
    assert parse_percent(f"{percent}{sign}") == float(percent)


@given(st.integers(0, 99_999))
def test_wages_per_hour_are_exact_to_the_cent(cents: int) -> None:
    assert parse_money(f"${cents // 100:,}.{cents % 100:02}", hourly=True) == Decimal(cents) / 100


@given(st.integers(0, 10**8))
def test_wages_per_year_are_whole(dollars: int) -> None:
    assert parse_money(f"${dollars:,}", hourly=False) == dollars


@given(st.text(max_size=12).filter(lambda text: not any(character.isdigit() for character in text)))
def test_what_has_no_digit_is_no_figure(text: str) -> None:
    for parse in (parse_jobs, parse_change, parse_percent, lambda word: parse_money(word, hourly=True)):
        with pytest.raises(ValueError, match="such as"):
            parse(text)


@pytest.mark.parametrize("text", ["1,23", "12,3456", "$4,12", "215.5", "1.2 thousand", "12 3", "½", "١٢"])
def test_broken_grouping_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="such as"):
        parse_jobs(text)


def test_a_wage_per_year_has_no_cents() -> None:
    with pytest.raises(ValueError, match="whole dollars"):
        parse_money("$41,230.50", hourly=False)
    with pytest.raises(ValueError, match="per hour"):
        parse_money("$41,230", hourly=True)


def test_bounds() -> None:
    assert parse_wage_cell("$239,200 or more", hourly=False) == Money(239200, Qualifier.AT_OR_ABOVE)
    assert parse_wage_cell("41,230", hourly=False) == Money(41230)
    for words in ("Equal to or greater than $239,200", "This wage is equal to or greater than $239,200 per year."):
        assert parse_wage_cell(words, hourly=False) == Money(239200, Qualifier.AT_OR_ABOVE)
    assert parse_wage_cell("The annual wage is not available.", hourly=False) == Money(None, Qualifier.NOT_APPLICABLE)
    assert highest_tenth(239200, 2024, hourly=False) == Money(239200, Qualifier.AT_OR_ABOVE)
    assert highest_tenth(239210, 2024, hourly=False) == Money(239210)
    assert highest_tenth(Decimal("115.00"), 2024, hourly=True) == Money(Decimal("115.00"), Qualifier.AT_OR_ABOVE)
    assert highest_tenth(239200, 2190, hourly=False) == Money(239200)


@given(st.from_regex(r"[0-9]{2}-[0-9]{4}", fullmatch=True).filter(str.isascii))
def test_codes_have_a_level(code: str) -> None:
    assert is_soc_code(code)
    assert level_of(code) in OccupationLevel


@given(st.text(max_size=9))
def test_nothing_else_is_a_code(text: str) -> None:
    well_formed = len(text) == 7 and text[2] == "-" and (text[:2] + text[3:]).isdecimal() and text.isascii()
    assert is_soc_code(text) == well_formed


def test_codes_of_oews_and_of_earlier_rounds() -> None:
    assert (level_of("21-1018"), vintage_of("21-1018", 2024)) == (OccupationLevel.DETAILED, SocVintage.OEWS)
    assert [vintage_of("29-2071", year) for year in (2008, 2018, 2019)] == ["2000", "2010", "2018"]
    assert [level_of(code) for code in ("15-0000", "15-1200", "15-1250", "15-1252")] == [
        "major",
        "minor",
        "broad",
        "detailed",
    ]


def test_outlook_words() -> None:
    assert outlook_category("Much faster than average") is OutlookCategory.MUCH_FASTER_THAN_AVERAGE
    assert outlook_category("about as fast as the average") is OutlookCategory.AS_FAST_AS_AVERAGE
    assert outlook_category("sideways") is None
