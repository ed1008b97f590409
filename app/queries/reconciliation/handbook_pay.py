"""The handbook's pay against OEWS of the month that it names: quick facts, the text's percentiles, pay by industry."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Table, null

from app.domain.codes import NATION
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.reconciliation.findings import Cause, Comparison, Finding, Lacking, Loaded, Outcome, Verdict
from app.queries.reconciliation.handbook_statements import Stated, Statement, read_statements
from app.queries.reconciliation.oews_cells import National
from app.queries.reconciliation.pay import ALL_INDUSTRIES, Survey, Surveys, compare_wage, tolerance_of
from app.queries.reconciliation.places import ABSENT
from app.queries.reconciliation.projection_cells import national
from app.store.tables import handbook_wage, quick_facts

NAME = "handbook_pay"
_QUICK = ("annual_median", "hourly_median")
_WAGES = ("annual_p10", "annual_median", "annual_p90", "annual_mean", "hourly_p10", "hourly_median", "hourly_p90")
_INDUSTRY = ("industry_label", "industry_code", "industry_level", "ownership_code")


@dataclass(frozen=True, slots=True)
class _Source:
    """A handbook table of pay: its wages, the columns that say of what, and that of the month or year."""

    table: Table
    wages: tuple[str, ...]
    others: tuple[str, ...]
    period: str
    conditions: tuple[ColumnElement[bool], ...] = ()


_SOURCES = (
    _Source(quick_facts, _QUICK, ("pay_year",), "pay_year"),
    _Source(
        handbook_wage,
        _WAGES,
        (*_INDUSTRY, "reference_period"),
        "reference_period",
        (handbook_wage.c.area_code == NATION,),
    ),
)


def _find(loaded: Loaded) -> Iterator[Finding | Lacking]:
    editions = loaded.releases_of(Program.OOH)
    if not editions:
        yield Lacking(NAME, None, "any edition of the handbook")
    surveys = Surveys(loaded, _WAGES)
    for edition in editions:
        yield from _of_edition(loaded, edition, surveys)


def _of_edition(loaded: Loaded, edition: Release, surveys: Surveys) -> Iterator[Finding | Lacking]:
    lacking: dict[str, set[str]] = defaultdict(set)
    for source in _SOURCES:
        figures = [Stated(name, name, null()) for name in source.wages]
        asked = (loaded.connection, edition, source.table, figures, source.others)
        for stated in read_statements(*asked, *source.conditions):
            period = _period(stated.row[source.period])
            if not loaded.asks_for(edition.release, surveys.release_of(period)):
                continue
            survey, industry = surveys.survey(period), _industry(stated)
            if survey is None:
                lacking[f"{surveys.release_of(period)}, the nation, all industries together"].add("")
            elif industry[0] and industry not in survey.rows:
                lacking[f"{survey.release.release}, the nation, industries"].add(industry[0])
            else:
                yield _compared(loaded, edition, survey, stated)
    for needs, industries in lacking.items():
        yield Lacking(NAME, edition.release, f"{needs} {', '.join(sorted(industries))}".strip())


def _period(stated: int | str) -> str:
    """The month of a survey: quick facts name the year alone, and OEWS is of May."""
    return stated if isinstance(stated, str) and "-" in stated else f"{stated}-05"


def _compared(loaded: Loaded, edition: Release, survey: Survey, stated: Statement) -> Finding:
    left = loaded.places.figure(stated.column, stated.cell)
    industry = _industry(stated)
    if stated.soc_code is None:
        right, outcome = ABSENT, Outcome(Verdict.NOT_COMPARABLE, Cause.SEVERAL_CODES)
    elif not industry[0]:
        right, outcome = ABSENT, Outcome(Verdict.NOT_COMPARABLE, Cause.UNSETTLED_INDUSTRY)
    else:
        rows = _of_industry(survey, industry, stated.row.get("ownership_code"))
        code = (stated.soc_code, stated.soc_vintage or "")
        right, outcome = compare_wage(loaded, left, rows, code, stated.measure)
    title = stated.title if industry == ALL_INDUSTRIES else f"{stated.title}: {stated.row['industry_label']}"
    subject = replace(
        national(stated.soc_code, title, stated.measure), industry_code=industry[0], industry_level=industry[1]
    )
    releases = (edition.release, survey.release.release)
    return Finding(NAME, releases, subject, left, right, tolerance_of(stated.measure), outcome)


def _industry(stated: Statement) -> tuple[str, str]:
    """The industry that a wage is of; empty where the handbook's label means none that is settled."""
    if stated.row.get("industry_label") is None:
        return ALL_INDUSTRIES
    return stated.row["industry_code"] or "", stated.row["industry_level"] or ""


def _of_industry(survey: Survey, industry: tuple[str, str], ownership: str | None) -> Mapping[str, Sequence[National]]:
    """The survey's rows of an industry by code, those of one ownership where the handbook's label states it."""
    rows = survey.rows.get(industry, {})
    if ownership is None:
        return rows
    return {code: [row for row in found if row.ownership_code == ownership] for code, found in rows.items()}


COMPARISON = Comparison(
    NAME,
    "The handbook's pay (quick facts and text: annual and hourly medians, percentiles, means; medians by industry "
    "where the industry is settled) against OEWS, the nation, of the month that it names",
    "Both round annual wages to 10 dollars and hourly ones to the cent: two roundings may be that much apart",
    _find,
)
