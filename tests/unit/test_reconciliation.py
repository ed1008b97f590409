"""How far apart rounding alone can make figures, and which codes lie in a group."""

import pytest
from hypothesis import given
from hypothesis.strategies import integers, lists, sampled_from

from app.queries.reconciliation.codes import filed, filed_in_oews, prefix_of_group, within
from app.queries.reconciliation.findings import Verdict
from app.queries.reconciliation.rounding import of_sum, of_two, verdict_on

UNITS = sampled_from([10, 100])
PARTS = lists(integers(0, 1_000_000), min_size=1, max_size=80)


def rounded(value: int, unit: int) -> int:
    """To the nearest unit, halves upwards."""
    return (value + unit // 2) // unit * unit


@given(PARTS, UNITS)
def test_parts_and_their_whole_never_differ_by_rounding_alone(parts: list[int], unit: int) -> None:
    total = sum(rounded(part, unit) for part in parts)
    assert verdict_on(rounded(sum(parts), unit), total, of_sum(unit, len(parts))) is not Verdict.DIFFERS


@given(PARTS, UNITS)
def test_what_rounding_allows_is_reached_and_not_passed(parts: list[int], unit: int) -> None:
    allowed = of_sum(unit, len(parts))
    total = sum(parts)
    assert verdict_on(total + allowed, total, allowed) is Verdict.WITHIN_ROUNDING
    assert verdict_on(total - allowed - 1, total, allowed) is Verdict.DIFFERS


@given(integers(0, 10_000_000), UNITS, UNITS)
def test_two_roundings_of_one_figure_never_differ(value: int, one: int, other: int) -> None:
    assert verdict_on(rounded(value, one), rounded(value, other), of_two(one, other)) is not Verdict.DIFFERS


def test_decimals_are_compared_as_printed() -> None:
    assert verdict_on(0.1 + 0.2, 0.3, 0) is Verdict.AGREES
    assert verdict_on(19.82, 19.83, of_two(0.01, 0.01)) is Verdict.WITHIN_ROUNDING
    assert verdict_on(10.7, 11.0, of_two(1.0, 0.1)) is Verdict.WITHIN_ROUNDING
    assert verdict_on(10.4, 11.0, of_two(1.0, 0.1)) is Verdict.DIFFERS


@pytest.mark.parametrize(
    ("group", "level", "inside"),
    [
        ("00-0000", "total", ["15-1211", "15-2011", "29-1211", "29-1221", "29-1229", "29-1241"]),
        ("15-0000", "major", ["15-1211", "15-2011"]),
        ("15-1200", "minor", ["15-1211"]),
        ("15-2000", "minor", ["15-2011"]),
        ("29-1000", "minor", ["29-1211", "29-1221", "29-1229", "29-1241"]),
        ("29-1210", "broad", ["29-1211", "29-1221", "29-1229"]),
        ("29-1240", "broad", ["29-1241"]),
        ("29-1220", "broad", []),
    ],
)
def test_the_codes_of_a_group(group: str, level: str, inside: list[str]) -> None:
    codes = sorted(["15-1211", "15-2011", "29-1241", "29-1211", "29-1221", "29-1229"], key=filed)
    found = codes[within(prefix_of_group(group, level), [filed(code) for code in codes])]
    assert sorted(found) == inside


def test_a_code_that_oews_made_stands_in_the_group_that_it_was_made_of() -> None:
    assert filed_in_oews("17-3098").startswith(prefix_of_group("17-3020", "broad"))
    assert not filed("17-3098").startswith(prefix_of_group("17-3020", "broad"))
