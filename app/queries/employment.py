"""Employment: how many jobs an occupation holds, by area and by industry, and on which basis that is counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    FromClause,
    Integer,
    Row,
    RowMapping,
    Table,
    Text,
    case,
    cast,
    literal,
    null,
)

from app.domain.levels import EmploymentBasis
from app.domain.measures import EMPLOYMENT_MEASURES
from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog, Release
from app.queries.classification import Occupation
from app.queries.coverage import covers_of, has_profile
from app.queries.estimates import (
    each_once,
    key_columns,
    measure_columns,
    missing_measure,
    ordered,
    plain_fields,
    qualifiers_in,
    relation_of,
    with_titles,
)
from app.queries.facts import FactList, list_facts, list_occupation_facts
from app.queries.listing import ListRequest, Relation, union
from app.queries.missing_rows import Question, explain_withheld
from app.queries.provenance import Provenance, provenance_of, source_of
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.store.tables import handbook_employment, largest_employer, oews_estimate

PROGRAMS = (Program.OEWS, Program.OOH)
MEASURES = (*EMPLOYMENT_MEASURES, "percent_of_occupation")


@dataclass(frozen=True, slots=True)
class DerivedEmployment:
    """Jobs that were computed here from a published share: the value, and the range that rounding leaves open."""

    employment: int
    at_least: int
    at_most: int
    formula: str


@dataclass(frozen=True, slots=True)
class EmploymentRecord:
    """The jobs of an occupation in one area, industry and period, on one basis."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    area_code: str
    area_title: str
    area_type: str
    industry_code: str | None
    industry_title: str | None
    industry_level: str | None
    also_level: str | None
    industry_label: str | None
    ownership_code: str | None
    reference_period: str
    basis: str
    employment: int | None
    employment_rse: float | None
    jobs_per_1000: float | None
    location_quotient: float | None
    percent_of_industry: float | None
    percent_of_establishments_reporting: float | None
    percent_of_occupation: float | None
    rank: int | None
    quantifier: str | None
    rounded_to: int | None
    derived: DerivedEmployment | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


_OWN_FIELDS = ("derived", "subject_title", "covers", "qualifiers", "source", "provenance")
_PLAIN_FIELDS = tuple(name for name in EmploymentRecord.__dataclass_fields__ if name not in _OWN_FIELDS)


def employment_relation(releases: Sequence[Release]) -> Relation | None:
    """All employment records of some releases; `None` if none of them publishes employment."""
    return relation_of(releases, _RELATIONS)


def _record(row: Row[Any], catalog: Catalog) -> EmploymentRecord:
    fields = row._mapping
    return EmploymentRecord(
        **plain_fields(row, _PLAIN_FIELDS),
        derived=_derived(fields),
        subject_title=fields["subject_title"] or None,
        covers=covers_of(fields, catalog),
        qualifiers=qualifiers_in(row, _PLAIN_FIELDS, MEASURES),
        source=source_of(fields, catalog),
        provenance=provenance_of(fields, catalog),
    )


def _derived(row: RowMapping) -> DerivedEmployment | None:
    """The jobs behind a published share, where the publication gives the share and the occupation's total only."""
    share, total, rounded_to = (row[name] for name in _DERIVED_FROM)
    if share is None or total is None or row["employment"] is not None:
        return None
    half_percent, half = Decimal("0.5"), Decimal(rounded_to) / 2  # both are rounded: to whole percent, to 100 jobs
    share = Decimal(str(share))
    return DerivedEmployment(
        _whole(share * total / 100, ROUND_HALF_UP),
        _whole((share - half_percent) * (total - half) / 100, ROUND_FLOOR),
        _whole((share + half_percent) * (total + half) / 100, ROUND_CEILING),
        f"percent_of_occupation / 100 x employment of the occupation ({total}); range: share +/- 0.5 percent, "
        f"employment +/- {half}",
    )


_DERIVED_FROM = ("percent_of_occupation", "occupation_employment", "occupation_rounded_to")


def _whole(jobs: Decimal, rounding: str) -> int:
    return int(jobs.to_integral_value(rounding))


def _oews() -> Relation:
    return _relation(
        oews_estimate,
        with_titles(oews_estimate),
        measure_columns(EMPLOYMENT_MEASURES) | missing_measure("percent_of_occupation", Float()),
        basis=literal(str(EmploymentBasis.WAGE_AND_SALARY_JOBS)),
        rounded_to=literal(10, Integer),
    )


def _handbook_totals() -> Relation:
    own = handbook_employment.c
    return _relation(
        handbook_employment,
        with_titles(handbook_employment),
        _handbook_measures(employment=own.employment),
        basis=own.basis,
        quantifier=own.quantifier,
        rounded_to=own.rounded_to,
    )


def _largest_employers() -> Relation:
    own, total = largest_employer.c, handbook_employment.c
    of_same_profile = (
        (total.part_id == own.part_id)
        & (total.profile == own.profile)
        & (total.subject_title == own.subject_title)
        & (total.reference_period == own.reference_period)
    )
    return _relation(
        largest_employer,
        with_titles(largest_employer).outerjoin(handbook_employment, of_same_profile),
        _handbook_measures(employment=own.employment, percent_of_occupation=own.percent_of_occupation),
        basis=literal(str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)),
        rank=own.position,
        occupation_employment=total.employment,
        occupation_rounded_to=total.rounded_to,
    )


def _relation(
    facts: Table, source: FromClause, measured: dict[str, ColumnElement[Any]], **own: ColumnElement[Any]
) -> Relation:
    """Employment facts of one table; what the table lacks is empty."""
    empty: dict[str, ColumnElement[Any]] = {
        "rank": cast(null(), Integer),
        "quantifier": cast(null(), Text),
        "rounded_to": cast(null(), Integer),
        "occupation_employment": cast(null(), Integer),
        "occupation_rounded_to": cast(null(), Integer),
    }
    columns = ordered(key_columns(facts) | measured | empty | own, _PLAIN_FIELDS, MEASURES)
    identity = ("record_id", "soc_code") if has_profile(facts) else ("record_id",)
    return Relation(source, columns, identity, qualified=frozenset(MEASURES))


def _handbook_measures(**published: ColumnElement[Any]) -> dict[str, ColumnElement[Any]]:
    columns: dict[str, ColumnElement[Any]] = {}
    for name in MEASURES:
        if name in published:
            column = published[name]
            columns |= {name: column, f"{name}_qualifier": case((column.is_(None), literal("not_applicable")))}
        else:
            columns |= missing_measure(name, Integer() if name == "employment" else Float())
    return columns


_OEWS = _oews()
_TOTALS = _handbook_totals()
_EMPLOYERS = _largest_employers()
# By the programs that are asked for together.
_RELATIONS = {
    frozenset({Program.OEWS}): each_once(_OEWS),
    frozenset({Program.OOH}): union(_TOTALS, _EMPLOYERS),
    frozenset({Program.OEWS, Program.OOH}): each_once(union(_OEWS, _TOTALS, _EMPLOYERS)),
}
_EMPLOYMENT = FactList("employment", PROGRAMS, employment_relation, _record)


def list_employment(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[EmploymentRecord]:
    """Employment across occupations, from the newest OEWS release unless another is chosen."""
    return list_facts(_EMPLOYMENT, snapshot, choice, request)


def list_occupation_employment(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[EmploymentRecord]:
    """Employment of one occupation, from OEWS or else from the handbook, unless programs or releases are chosen."""
    releases = choose_releases(snapshot.catalog, choice, PROGRAMS, found)
    listing = list_occupation_facts(_EMPLOYMENT, snapshot, found, choice, request, releases=releases)
    if listing.records and all(_is_withheld(record) for record in listing.records):
        question = Question(snapshot.catalog, _EMPLOYMENT.resource, PROGRAMS, releases, request, found)
        return replace(listing, absence=explain_withheld(question))
    return listing


def _is_withheld(record: EmploymentRecord) -> bool:
    return record.qualifiers.get("employment") == Qualifier.EMPLOYMENT_NOT_RELEASED
