"""Employment Projections: the line items of a group add up to its summary row, in all and in an industry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from app.domain.codes import CROSS_INDUSTRY
from app.domain.employment_projections import RowType
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.reconciliation.codes import filed, prefix_of_group, within
from app.queries.reconciliation.findings import Cause, Comparison, Finding, Lacking, Loaded, Outcome, Verdict
from app.queries.reconciliation.places import Figure
from app.queries.reconciliation.projection_cells import Row, national, read_rows
from app.queries.reconciliation.rounding import EP_JOBS, compare_sum, of_sum, verdict_on
from app.store.tables import ep_matrix_cell, ep_projection

NAME = "projection_sums"
_LEVELS = ("base_employment", "projected_employment")
_CHANGE = "employment_change"
_MEASURES = (*_LEVELS, _CHANGE, "annual_openings")


def _find(loaded: Loaded) -> Iterator[Finding | Lacking]:
    releases = loaded.releases_of(Program.EP)
    if not releases:
        yield Lacking(NAME, None, "any round of Employment Projections")
    for release in releases:
        if loaded.asks_for(release.release):
            yield from _of_release(loaded, release)


def _of_release(loaded: Loaded, release: Release) -> Iterator[Finding | Lacking]:
    rows = read_rows(loaded.connection, release, ep_projection, _MEASURES)
    missing = [kind for kind in RowType if not any(row.kind == kind for row in rows)]
    if missing:
        kinds = " and ".join(f"{kind.replace('_', ' ')} rows" for kind in missing)
        yield Lacking(NAME, release.release, f"{kinds} of occupations, all industries together")
    else:
        yield from _sums(loaded, release, rows, _MEASURES)
    of_one_industry = ep_matrix_cell.c.occupation_row_type.is_not(None)
    cells = read_rows(loaded.connection, release, ep_matrix_cell, _LEVELS, of_one_industry, kind="occupation_row_type")
    for _, of_industry in groupby(sorted(cells, key=attrgetter("industry_code")), key=attrgetter("industry_code")):
        yield from _sums(loaded, release, list(of_industry), _LEVELS)


def _sums(loaded: Loaded, release: Release, rows: Sequence[Row], measures: Sequence[str]) -> Iterator[Finding]:
    items = sorted((row for row in rows if row.kind == RowType.LINE_ITEM), key=lambda row: filed(row.soc_code))
    codes = [filed(item.soc_code) for item in items]
    for summary in rows:
        if summary.kind != RowType.SUMMARY:
            continue
        inside = items[within(prefix_of_group(summary.soc_code, summary.level), codes)]
        for measure in measures:
            yield _compared(loaded, release, summary, inside, measure)


def _compared(loaded: Loaded, release: Release, summary: Row, inside: Sequence[Row], measure: str) -> Finding:
    whole = loaded.places.figure(summary.table.c[measure], summary.cells[measure])
    total = loaded.places.total(summary.table.c[measure], [item.cells[measure] for item in inside])
    tolerance = of_sum(EP_JOBS, total.cells)
    missing = [item.soc_code for item in inside if item.cells[measure].value is None]
    subject = replace(national(summary.soc_code, summary.title, measure), industry_code=summary.industry_code)
    if whole.value is None:
        outcome = Outcome(Verdict.NOT_COMPARABLE, Cause.NOT_MEASURED)
    elif summary.industry_code != CROSS_INDUSTRY:
        outcome = _outcome_in_industry(whole, total, tolerance, missing)
    elif measure == _CHANGE and total.value is not None:
        outcome = _outcome_of_change(whole.value, total.value, tolerance, missing)
    else:
        outcome = compare_sum(whole, total, tolerance, withheld=missing, not_printed=())
    return Finding(NAME, (release.release,), subject, whole, total, tolerance, outcome)


def _outcome_in_industry(whole: Figure, total: Figure, tolerance: float, missing: Sequence[str]) -> Outcome:
    """A matrix file leaves out cells that are small or confidential, and does not say which."""
    unknown = ("which ones, a matrix file does not say",)
    return compare_sum(whole, total, tolerance, withheld=missing, not_printed=unknown)


def _outcome_of_change(whole: float, total: float, tolerance: float, missing: Sequence[str]) -> Outcome:
    """A change can be below zero, so that a sum that lacks any can be anything."""
    if missing:
        return Outcome(Verdict.NOT_COMPARABLE, Cause.NOT_MEASURED, f"without a figure: {', '.join(missing)}")
    return Outcome(verdict_on(whole, total, tolerance))


COMPARISON = Comparison(
    NAME,
    "Employment Projections: the summary row of a group against the sum of its line items, of all industries and of "
    "one in the matrix",
    "Employment Projections round to 100 jobs: a sum of n cells may be (n + 1) x 50 jobs off",
    _find,
)
