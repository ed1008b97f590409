"""Reference periods."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.periods import PERIOD_PATTERN, parse_period


@pytest.mark.parametrize(
    "text", ["2025-05", "2025-01", "2025-12", "2018", "2018-28", "2008-18", "2024-34", "1996-06", "2095-05"]
)
def test_months_years_and_rounds(text: str) -> None:
    assert parse_period(text) == text


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *[("2025-13", None), ("2025-00", None), ("2025-99", None), ("2018-18", None), ("202", None), ("", None)],
        *[("2025-5", "2025-05"), ("2025/05", "2025-05"), ("202505", "2025-05"), ("2025-05-01", "2025-05")],
        *[("2018\u201328", "2018-28"), ("\uff12018", "2018"), ("May 2025", None), ("2025-05\n", "2025-05")],
    ],
)
def test_anything_else_is_told_what_a_period_is(text: str, meant: str | None) -> None:
    with pytest.raises(ValueError, match="a month such as 2025-05") as caught:
        parse_period(text)
    assert str(caught.value).startswith("a month" if meant is None else f"did you mean `{meant}`?")


@given(st.from_regex(r"[0-9]{4}(-[0-9]{2})?", fullmatch=True))
def test_the_pattern_of_the_document_is_what_is_accepted(text: str) -> None:
    accepted = True
    try:
        parse_period(text)
    except ValueError:
        accepted = False
    assert accepted == (re.search(PERIOD_PATTERN, text) is not None)
