"""The handbook's jobs, growth and openings against the round of Employment Projections that they come from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, func, literal

from app.domain.codes import NATION
from app.domain.employment_projections import RowType
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.reconciliation.codes import across_editions, same_edition_first
from app.queries.reconciliation.findings import Cause, Comparison, Finding, Lacking, Loaded, Outcome, Verdict
from app.queries.reconciliation.handbook_statements import Stated, Statement, codes_together, read_statements
from app.queries.reconciliation.places import ABSENT, Figure
from app.queries.reconciliation.projection_cells import Row, national, read_rows
from app.queries.reconciliation.rounding import EP_JOBS, EP_PERCENT, compare_pair, of_two, verdict_on
from app.store.tables import ep_projection, handbook_employment, projection, quick_facts

NAME = "handbook_projections"
_PERCENT = "employment_change_percent"
_MEASURES = ("base_employment", "projected_employment", "employment_change", _PERCENT, "annual_openings")
_TABLE_JOBS = literal(100)  # the handbook's tables round jobs to 100; its prose says it of each figure
_WHOLE_PERCENT = literal(1.0)
_SOURCES: tuple[tuple[Table, tuple[Stated, ...], tuple[ColumnElement[bool], ...]], ...] = (
    (
        projection,
        (
            Stated("base_employment", "base_employment", _TABLE_JOBS),
            Stated("projected_employment", "projected_employment", _TABLE_JOBS),
            Stated("employment_change", "employment_change", _TABLE_JOBS),
            Stated(_PERCENT, _PERCENT, projection.c.percent_rounded_to),
            # A sentence says them, of the occupation in a row of the table.
            Stated(
                "annual_openings",
                "annual_openings",
                projection.c.openings_rounded_to,
                func.coalesce(projection.c.document_line, projection.c.row_number),
            ),
        ),
        (),
    ),
    (
        quick_facts,
        (
            Stated("employment", "base_employment", quick_facts.c.rounded_to),
            Stated("employment_change", "employment_change", _TABLE_JOBS),
            Stated(_PERCENT, _PERCENT, _WHOLE_PERCENT),
        ),
        (),
    ),
    (
        handbook_employment,
        (Stated("employment", "base_employment", handbook_employment.c.rounded_to),),
        (handbook_employment.c.area_code == NATION,),
    ),
)


@dataclass(frozen=True, slots=True)
class _Pair:
    """An edition of the handbook and its round: the rows of the round by code, and the codes of pages of several."""

    edition: Release
    round: Release
    rows: Mapping[str, Sequence[Row]]
    together: Mapping[tuple[int, str], Sequence[tuple[str, str]]]


def _find(loaded: Loaded) -> Iterator[Finding | Lacking]:
    editions = loaded.releases_of(Program.OOH)
    rounds = {one.projection_round: one for one in loaded.releases_of(Program.EP)}
    if not editions:
        yield Lacking(NAME, None, "any edition of the handbook")
    for edition in editions:
        based_on = rounds.get(edition.projection_round)
        if based_on is None:
            if loaded.asks_for(edition.release):
                yield Lacking(NAME, edition.release, f"ep-{edition.projection_round}")
        elif loaded.asks_for(edition.release, based_on.release):
            rows = _rows(loaded, based_on)
            if not rows:
                yield Lacking(NAME, edition.release, f"occupations of {based_on.release}, all industries together")
                continue
            together = codes_together(loaded.connection, edition)
            yield from _of_edition(loaded, _Pair(edition, based_on, rows, together))


def _rows(loaded: Loaded, based_on: Release) -> dict[str, list[Row]]:
    """The rows of a round by code; where a code is both, the line item comes before the summary."""
    rows: dict[str, list[Row]] = {}
    for row in read_rows(loaded.connection, based_on, ep_projection, _MEASURES):
        rows.setdefault(row.soc_code, []).append(row)
    for found in rows.values():
        found.sort(key=lambda row: row.kind == RowType.SUMMARY)
    return rows


def _of_edition(loaded: Loaded, pair: _Pair) -> Iterator[Finding]:
    for table, figures, conditions in _SOURCES:
        for stated in read_statements(loaded.connection, pair.edition, table, figures, (), *conditions):
            yield _compared(loaded, pair, stated)


def _compared(loaded: Loaded, pair: _Pair, stated: Statement) -> Finding:
    left = loaded.places.figure(stated.column, stated.cell)
    tolerance = of_two(stated.unit or 0, EP_PERCENT if stated.measure == _PERCENT else EP_JOBS)
    if stated.soc_code is None:
        right, outcome, tolerance = _together(loaded, pair, stated, left)
    else:
        right, outcome = _of_one_code(loaded, pair, stated, left, tolerance)
    subject = national(stated.soc_code, stated.title, stated.measure)
    return Finding(NAME, (pair.edition.release, pair.round.release), subject, left, right, tolerance, outcome)


def _of_one_code(
    loaded: Loaded, pair: _Pair, stated: Statement, left: Figure, tolerance: float
) -> tuple[Figure, Outcome]:
    assert stated.soc_code is not None
    row = same_edition_first(pair.rows, stated.soc_code, stated.soc_vintage or "")
    if row is None:
        return ABSENT, Outcome(Verdict.NOT_COMPARABLE, Cause.NOT_PRINTED)
    right = loaded.places.figure(ep_projection.c[stated.measure], row.cells[stated.measure])
    outcome = compare_pair(left, right, tolerance)
    return right, across_editions(outcome, stated.soc_vintage or "", row.soc_vintage)


def _together(loaded: Loaded, pair: _Pair, stated: Statement, left: Figure) -> tuple[Figure, Outcome, float]:
    """What a page says of several codes together: the sum of their rows, where the measure adds up."""
    codes = pair.together.get(stated.page, ())
    rows = [same_edition_first(pair.rows, code, vintage) for code, vintage in codes]
    found = [row for row in rows if row is not None]
    cells = [row.cells[stated.measure] for row in found]
    total = loaded.places.total(ep_projection.c[stated.measure], cells)
    tolerance = of_two(stated.unit or 0, EP_JOBS * len(cells))
    note = ", ".join(code for code, _ in codes)
    if stated.measure == _PERCENT:
        total = Figure(None, None, 0, total.places)
        return total, Outcome(Verdict.NOT_COMPARABLE, Cause.SEVERAL_CODES, note), tolerance
    if left.value is None or total.value is None or total.cells < len(codes):
        return total, Outcome(Verdict.NOT_COMPARABLE, Cause.NOT_PRINTED, note), tolerance
    return total, Outcome(verdict_on(left.value, total.value, tolerance), None, note), tolerance


COMPARISON = Comparison(
    NAME,
    "The handbook's jobs, change, percent and openings against Employment Projections of the same round, code by code; "
    "of a page of several codes against the sum of their rows",
    "The handbook rounds to 100 jobs (prose also to 100,000) and 1 percent, Employment Projections to 100 jobs and 0.1 "
    "percent: two figures may be half of both units apart, 100 jobs or 0.55 percent; a sum of n by (n + 1) x 50 jobs",
    _find,
)
