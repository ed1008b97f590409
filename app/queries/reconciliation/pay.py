"""Wages that other programs quote from OEWS, against OEWS of the year that they name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.codes import CROSS_INDUSTRY
from app.domain.levels import IndustryLevel
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.reconciliation.codes import across_editions, same_edition_first
from app.queries.reconciliation.findings import Cause, Loaded, Outcome, Verdict
from app.queries.reconciliation.oews_cells import National, read_national
from app.queries.reconciliation.places import ABSENT, Figure
from app.queries.reconciliation.rounding import ANNUAL_WAGE, HOURLY_WAGE, compare_pair, of_two
from app.store.tables import oews_estimate

ALL_INDUSTRIES = (CROSS_INDUSTRY, str(IndustryLevel.CROSS_INDUSTRY))


def tolerance_of(measure: str) -> float:
    """How far two printings of a wage may be apart by rounding: 10 dollars a year, 1 cent an hour."""
    unit = HOURLY_WAGE if measure.startswith("hourly") else ANNUAL_WAGE
    return of_two(unit, unit)


@dataclass(frozen=True, slots=True)
class Survey:
    """The nation's wages in one release of OEWS, by industry and its level, then by code."""

    release: Release
    rows: Mapping[tuple[str, str], Mapping[str, Sequence[National]]]


class Surveys:
    """OEWS by reference period, each read once."""

    def __init__(self, loaded: Loaded, measures: Sequence[str]) -> None:
        """`measures` are the wages to read."""
        self._loaded = loaded
        self._measures = measures
        self._releases = {one.reference_period: one for one in loaded.releases_of(Program.OEWS)}
        self._read: dict[str, Survey] = {}

    def release_of(self, period: str) -> str:
        """The name of the release of a period, loaded or not."""
        found = self._releases.get(period)
        return f"oews-{period}" if found is None else found.release

    def survey(self, period: str) -> Survey | None:
        """The survey of a period; `None` where it, or the nation in it, is not loaded."""
        release = self._releases.get(period)
        if release is None:
            return None
        if period not in self._read:
            rows = read_national(self._loaded.connection, release, self._measures)
            self._read[period] = Survey(release, rows)
        found = self._read[period]
        return found if ALL_INDUSTRIES in found.rows else None


def compare_wage(
    loaded: Loaded, left: Figure, rows: Mapping[str, Sequence[National]], code: tuple[str, str], measure: str
) -> tuple[Figure, Outcome]:
    """A wage that is quoted of a code (with its edition) against the row of that code among `rows`."""
    row = same_edition_first(rows, *code)
    if row is None:
        return ABSENT, Outcome(Verdict.NOT_COMPARABLE, Cause.NOT_PRINTED)
    right = loaded.places.figure(oews_estimate.c[measure], row.wages[measure])
    outcome = compare_pair(left, right, tolerance_of(measure))
    return right, across_editions(outcome, code[1], row.soc_vintage)
