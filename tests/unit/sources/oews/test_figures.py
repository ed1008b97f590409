"""Numbers and markers, whatever text stands in a cell: the exact value, a qualifier, or an error; never a guess."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.measures import MEASURES, OEWS_MEASURES, Measure, Unit
from app.domain.qualifiers import LOWER_BOUNDS, Qualifier
from app.domain.thresholds import wage_threshold
from app.sources.oews.figures import FigureCells, UnreadableCellError, WageFlags, read_figure

PLAIN, YEARLY, HOURLY = WageFlags(False, False), WageFlags(True, False), WageFlags(False, True)
THRESHOLD = wage_threshold(2022)
WHOLE = [name for name in OEWS_MEASURES if MEASURES[name].unit in (Unit.JOBS, Unit.DOLLARS_PER_YEAR)]
CENTS = [name for name in OEWS_MEASURES if MEASURES[name].unit is Unit.DOLLARS_PER_HOUR]
REST = [name for name in OEWS_MEASURES if name not in (*WHOLE, *CENTS)]

measures = st.sampled_from([MEASURES[name] for name in OEWS_MEASURES])
flags = st.sampled_from([PLAIN, YEARLY, HOURLY])
blanks = st.sampled_from(["", " ", "  ", "\t", "\u00a0"])


@given(st.integers(0, 10**9), st.sampled_from(WHOLE), flags, blanks, st.sampled_from(["", ".", ".0", ".00"]))
def test_whole_numbers(number: int, name: str, given_flags: WageFlags, blank: str, tail: str) -> None:
    for text in (f"{number}{tail}", f"{number:,}" + ("" if tail == "." else tail)):
        assert read_figure(f"{blank}{text}{blank}", MEASURES[name], given_flags, THRESHOLD) == (number, None)


@given(st.integers(0, 10**6), st.sampled_from(CENTS))
def test_cents_are_exact(cents: int, name: str) -> None:
    value, qualifier = read_figure(f"{cents // 100}.{cents % 100:02d}", MEASURES[name], PLAIN, THRESHOLD)
    assert (Decimal(str(value)) * 100, qualifier) == (cents, None)


@given(st.integers(0, 10**6), st.sampled_from(CENTS))
def test_a_fraction_of_a_cent_is_an_error(thousandths: int, name: str) -> None:
    if thousandths % 10:
        with pytest.raises(UnreadableCellError, match="whole cents"):
            read_figure(f"{thousandths // 1000}.{thousandths % 1000:03d}", MEASURES[name], PLAIN, THRESHOLD)


@given(st.decimals(0, 10**4, places=3), st.sampled_from(REST))
def test_other_figures_come_out_as_printed(number: Decimal, name: str) -> None:
    value, qualifier = read_figure(str(number), MEASURES[name], PLAIN, THRESHOLD)
    assert (Decimal(str(value)), qualifier) == (number, None)


@given(measures, flags, blanks, st.sampled_from(["*", "**", "#", "~", ""]))
def test_a_marker_is_a_qualifier_that_the_measure_can_have_or_an_error(
    measure: Measure, given_flags: WageFlags, blank: str, marker: str
) -> None:
    try:
        value, qualifier = read_figure(f"{blank}{marker}{blank}", measure, given_flags, THRESHOLD)
    except UnreadableCellError:
        return
    assert qualifier in measure.qualifiers
    assert (value is not None) == (qualifier in LOWER_BOUNDS)


@given(measures, flags, st.text())
def test_any_text_is_a_figure_or_an_error(measure: Measure, given_flags: WageFlags, text: str) -> None:
    cells = FigureCells(measure, given_flags, THRESHOLD)
    try:
        value = cells[text]
    except UnreadableCellError:
        with pytest.raises(UnreadableCellError) as caught:
            cells[text]
        assert caught.value.text == text
        return
    qualifier = cells.qualifiers.get(text)
    assert value is not None or qualifier is not None
    assert cells[text] == value
    if qualifier is None:
        assert Decimal(text.strip().replace(",", "")) == Decimal(str(value))


@pytest.mark.parametrize(
    "text", ["9" * 20, "1,23", "12,34,567", "1.2.3", "--", "—", "n/a", "1e3", "+5", "0x1", "1 000", "***", "* *"]
)
def test_what_is_no_number_and_no_marker(text: str) -> None:
    for name in OEWS_MEASURES:
        with pytest.raises(UnreadableCellError):
            read_figure(text, MEASURES[name], PLAIN, THRESHOLD)


def test_a_star_of_an_occupation_paid_otherwise_is_a_wage_that_does_not_exist() -> None:
    """The files print `*` in all hourly columns of an occupation flagged ANNUAL, and the reverse."""
    hourly, annual = MEASURES["hourly_median"], MEASURES["annual_median"]
    assert read_figure("*", hourly, YEARLY, THRESHOLD) == (None, Qualifier.ANNUAL_ONLY)
    assert read_figure("*", annual, YEARLY, THRESHOLD) == (None, Qualifier.WAGE_NOT_RELEASED)
    assert read_figure("*", annual, HOURLY, THRESHOLD) == (None, Qualifier.HOURLY_ONLY)
    assert read_figure("*", hourly, PLAIN, THRESHOLD) == (None, Qualifier.WAGE_NOT_RELEASED)
    assert read_figure("55.10", hourly, YEARLY, THRESHOLD) == (55.1, None)
