"""Median wages that Employment Projections quote, against OEWS of the year that the column names."""

from collections.abc import Iterator

from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.reconciliation.findings import Comparison, Finding, Lacking, Loaded
from app.queries.reconciliation.pay import ALL_INDUSTRIES, Survey, Surveys, compare_wage, tolerance_of
from app.queries.reconciliation.projection_cells import Row, national, read_rows
from app.store.tables import ep_worker_characteristic

NAME = "projection_wages"
_MEASURE = "annual_median"


def _find(loaded: Loaded) -> Iterator[Finding | Lacking]:
    rounds = loaded.releases_of(Program.EP)
    if not rounds:
        yield Lacking(NAME, None, "any round of Employment Projections")
    surveys = Surveys(loaded, (_MEASURE,))
    for release in rounds:
        yield from _of_round(loaded, release, surveys)


def _of_round(loaded: Loaded, release: Release, surveys: Surveys) -> Iterator[Finding | Lacking]:
    has_wage = ep_worker_characteristic.c.wage_year.is_not(None)
    rows = read_rows(loaded.connection, release, ep_worker_characteristic, (_MEASURE,), has_wage)
    if not rows and loaded.asks_for(release.release):
        yield Lacking(NAME, release.release, "wages of the round's occupations")
    for year in sorted({row.wage_year for row in rows if row.wage_year is not None}):
        period = f"{year}-05"
        survey = surveys.survey(period)
        if not loaded.asks_for(release.release, surveys.release_of(period)):
            continue
        if survey is None:
            needs = f"{surveys.release_of(period)}, the nation, all industries together"
            yield Lacking(NAME, release.release, needs)
            continue
        for row in rows:
            if row.wage_year == year:
                yield _compared(loaded, release, survey, row)


def _compared(loaded: Loaded, release: Release, survey: Survey, row: Row) -> Finding:
    left = loaded.places.figure(ep_worker_characteristic.c[_MEASURE], row.cells[_MEASURE])
    code = (row.soc_code, row.soc_vintage)
    right, outcome = compare_wage(loaded, left, survey.rows[ALL_INDUSTRIES], code, _MEASURE)
    subject = national(row.soc_code, row.title, _MEASURE)
    releases = (release.release, survey.release.release)
    return Finding(NAME, releases, subject, left, right, tolerance_of(_MEASURE), outcome)


COMPARISON = Comparison(
    NAME,
    "The median wage that Employment Projections quote of an occupation against OEWS, the nation, May of its year",
    "Both round annual wages to 10 dollars: two roundings may be 10 dollars apart",
    _find,
)
