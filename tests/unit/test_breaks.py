"""The reviewed table of breaks, and how a line is cut by it."""

import pytest

from app.domain.breaks import AGGREGATIONS_OF_2017, OEWS_BREAKS, breaks_between
from app.domain.levels import AreaType, OccupationLevel, SocVintage
from app.domain.programs import Program
from app.queries.classification import Occupation
from app.queries.lineage import Lineage, Member, Relative
from app.queries.provenance import Provenance
from app.queries.spans import Line, Point, series_of

_READ = Provenance("published", None, None, "a.csv", None, 2, None)
_ELECTRICIANS = Occupation(
    "47-2111", SocVintage.SOC_2010, "Electricians", OccupationLevel.DETAILED, "soc-2010-2018", _READ
)
_ALONE = Lineage((Member(_ELECTRICIANS, Relative.SELF, None),), ())


def names(before: str, after: str, area: AreaType, industry: str = "000000", code: str = "47-2111") -> list[str]:
    return [one.kind.value for one in breaks_between(before, after, {code}, area, industry)]


def test_breaks_stand_in_the_order_of_time_and_say_what_they_rest_on() -> None:
    periods = [one.first_period for one in OEWS_BREAKS]
    assert periods == sorted(periods)
    for one in OEWS_BREAKS:
        assert one.name
        assert one.source
        assert one.cause.endswith(".")
        assert one.basis.endswith(".")


def test_ten_aggregations_took_the_place_of_21_occupations() -> None:
    # As the publisher's notice counts them.
    assert len(AGGREGATIONS_OF_2017) == 10
    assert sum(map(len, AGGREGATIONS_OF_2017.values())) == 21


@pytest.mark.parametrize(
    ("before", "after", "area", "industry", "kinds"),
    [
        ("2012-05", "2016-05", AreaType.NATION, "000000", []),
        ("2012-05", "2016-05", AreaType.METROPOLITAN, "000000", ["area_definition"]),
        ("2012-05", "2016-05", AreaType.STATE, "000000", []),
        ("2016-05", "2018-05", AreaType.NATION, "23", ["industry_classification"]),
        ("2016-05", "2018-05", AreaType.METROPOLITAN, "000000", []),
        ("2017-05", "2018-05", AreaType.NONMETROPOLITAN, "000000", ["area_definition"]),
        ("2018-05", "2019-05", AreaType.NATION, "000000", ["soc_revision", "hybrid"]),
        ("2019-05", "2020-05", AreaType.NATION, "000000", []),
        ("2020-05", "2021-05", AreaType.STATE, "000000", ["hybrid", "method"]),
        ("2021-05", "2023-05", AreaType.NATION, "000000", []),
    ],
)
def test_a_break_concerns_what_it_is_about(
    before: str, after: str, area: AreaType, industry: str, kinds: list[str]
) -> None:
    assert names(before, after, area, industry) == kinds


def test_an_aggregation_concerns_its_codes_alone() -> None:
    assert names("2016-05", "2017-05", AreaType.NATION, code="21-1018") == ["oews_aggregation"]
    assert names("2016-05", "2017-05", AreaType.NATION, code="21-1014") == ["oews_aggregation"]
    assert names("2016-05", "2017-05", AreaType.NATION, code="29-1141") == []


def point(period: str, area_title: str) -> Point[str]:
    line = Line(Program.OEWS, "47-2111", "2010", "12060", "000000", "cross-industry", "1235", None, None)
    source = f"oews-{period}"
    return Point(line, period, AreaType.METROPOLITAN, area_title, None, None, "Electricians", source, period)


def test_an_area_with_another_title_has_other_borders() -> None:
    points = [point("2012-05", "Atlanta"), point("2013-05", "Atlanta"), point("2014-05", "Atlanta-Marietta")]
    series = series_of(points, _ALONE)
    assert [span.periods for span, _ in series.spans] == [("2012-05", "2013-05"), ("2014-05",)]
    assert [(one.kind, one.cause) for one in series.breaks] == [
        ("area_definition", "The area was published as Atlanta, and is published as Atlanta-Marietta.")
    ]
