"""The registry of measures agrees with itself, with the contract and with the publisher's columns."""

import pytest

from app.domain.measures import HANDBOOK_WAGE_MEASURES, MEASURES, OEWS_MEASURES, PROJECTION_MEASURES, WAGE_MEASURES
from app.domain.programs import Program
from app.domain.qualifiers import LOWER_BOUNDS, MEANINGS, Qualifier
from app.sources.oews import COLUMN_OF_MEASURE

RANKS = {
    "p10": (10, "PCT10"),
    "p25": (25, "PCT25"),
    "median": (50, "MEDIAN"),
    "p75": (75, "PCT75"),
    "p90": (90, "PCT90"),
}


@pytest.mark.parametrize("rank", RANKS)
@pytest.mark.parametrize(("period", "letter"), [("hourly", "H"), ("annual", "A")])
def test_percentiles_are_read_from_their_own_columns(period: str, letter: str, rank: str) -> None:
    percentile, column = RANKS[rank]
    assert MEASURES[f"{period}_{rank}"].percentile == percentile
    assert COLUMN_OF_MEASURE[f"{period}_{rank}"] == f"{letter}_{column}"


def test_every_measure_of_oews_has_one_column() -> None:
    assert set(COLUMN_OF_MEASURE) == set(OEWS_MEASURES)
    assert len(set(COLUMN_OF_MEASURE.values())) == len(OEWS_MEASURES) == 19


def test_groups_of_measures_are_in_the_registry() -> None:
    for group in (OEWS_MEASURES, WAGE_MEASURES, PROJECTION_MEASURES, HANDBOOK_WAGE_MEASURES):
        assert set(group) <= set(MEASURES)
    assert all(Program.OEWS in MEASURES[name].programs for name in OEWS_MEASURES)


def test_only_wages_can_be_bounds() -> None:
    for name, measure in MEASURES.items():
        bounded = bool(LOWER_BOUNDS & set(measure.qualifiers))
        assert bounded == name.startswith(("hourly_", "annual_m", "annual_p"))
        assert (Qualifier.ANNUAL_ONLY in measure.qualifiers) == name.startswith("hourly_")
    assert set(MEANINGS) == set(Qualifier)
