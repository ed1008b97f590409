"""The wage that stands for `#`, by year, as the notes of each year's files give it."""

import pytest

from app.domain.qualifiers import LOWER_BOUNDS
from app.domain.thresholds import wage_threshold

# From the notes, a year a line: dollars per hour, per year, and their word.
NOTES = {
    **dict.fromkeys((2006, 2007), (70, 145_600, "above")),
    **dict.fromkeys((2008, 2009, 2010), (80, 166_400, "above")),
    **dict.fromkeys((2011, 2012, 2013, 2014), (90, 187_200, "above")),
    2015: (90, 187_200, "at_or_above"),
    **dict.fromkeys((2016, 2017, 2018, 2019, 2020, 2021), (100, 208_000, "at_or_above")),
    **dict.fromkeys((2022, 2023, 2024, 2025), (115, 239_200, "at_or_above")),
}


@pytest.mark.parametrize("year", NOTES)
def test_the_table_is_that_of_the_notes(year: int) -> None:
    found = wage_threshold(year)
    assert (found.hourly_cents / 100, found.annual_dollars, str(found.qualifier)) == NOTES[year]
    assert found.annual_dollars == found.hourly_cents * 2_080 / 100
    assert found.qualifier in LOWER_BOUNDS


@pytest.mark.parametrize("year", [1999, 2005, 2026, 2100])
def test_a_year_that_nobody_reviewed_is_refused(year: int) -> None:
    with pytest.raises(LookupError, match=str(year)):
        wage_threshold(year)
