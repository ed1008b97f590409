"""What somebody may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.suggestions import did_you_mean, nearest_name, tidied

NAMES = ["limit", "area_code", "min_annual_median", "max_annual_median", "bachelors_degree", "detailed", "-title"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (" TX\n", "TX"),
        ('"TX"', "TX"),
        ("29\u20132071", "29-2071"),
        ("\uff12\uff19", "29"),
        ("29%2D2071", "29-2071"),
        ("", ""),
    ],
)
def test_text_is_tidied(text: str, plain: str) -> None:
    assert tidied(text) == plain


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("limt", "limit"),
        ("LIMIT", "limit"),
        ("areacode", "area_code"),
        ("Area Code", "area_code"),
        ("area-code", "area_code"),
        ("bachelor's degree", "bachelors_degree"),
        ("bachelor", "bachelors_degree"),
        ("-titel", "-title"),
        ("annual_medians", "min_annual_median"),
        ("zzz", None),
        ("", None),
        ("\u2603", None),
    ],
)
def test_the_nearest_name(text: str, name: str | None) -> None:
    assert nearest_name(text, NAMES) == name


@given(st.text())
def test_no_text_has_a_name_near_that_is_not_known(text: str) -> None:
    assert nearest_name(text, NAMES) in (None, *NAMES)
    assert nearest_name(text, []) is None


def test_what_would_work_follows_what_was_meant() -> None:
    assert did_you_mean("29", "a number") == "did you mean `29`? a number"
    assert did_you_mean(None, "a number") == "a number"
