"""Projections: the expected change in employment over each round, and the outlook that explains it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, literal

from app.domain.levels import EmploymentBasis
from app.domain.measures import PROJECTION_MEASURES
from app.domain.programs import Program
from app.queries.answers import Listing
from app.queries.catalog import Catalog, Release
from app.queries.classification import Occupation
from app.queries.estimates import in_parts, of_releases
from app.queries.facts import FactList, list_facts, list_occupation_facts
from app.queries.handbook import Statements, read_statements, statement_of
from app.queries.listing import ListRequest, Relation
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.queries.specialties import AppliesTo, applies_to
from app.store.tables import job_prospect, occupation, outlook_driver, projection, projection_comparison

PROGRAMS = (Program.EP, Program.OOH)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What an outlook category compares with: all occupations, and their projected change where it is known."""

    title: str | None
    soc_code: str | None
    employment_change_percent: float | None
    provenance: Provenance | None


@dataclass(frozen=True, slots=True)
class Driver:
    """One reason why employment is projected to change."""

    position: int
    driver: str
    driver_scope: str | None
    driver_acronym: str | None
    cause: str | None
    effect: str
    effect_scope: str | None
    certainty: str | None
    applies_to: AppliesTo | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Prospect:
    """Who has the best chances of a job."""

    position: int
    favors: str
    listed_as: str
    name: str
    acronym: str | None
    prospects: str
    certainty: str | None
    condition: str | None
    purpose: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Outlook:
    """How an occupation's projected change compares with the average, in a word."""

    category: str | None
    label: str | None
    compared_with: Comparison


@dataclass(frozen=True, slots=True)
class ExplainedOutlook:
    """The outlook with its reasons and the job prospects."""

    category: str | None
    label: str | None
    compared_with: Comparison
    drivers: tuple[Driver, ...]
    prospects: tuple[Prospect, ...]


@dataclass(frozen=True, slots=True)
class DerivedChange:
    """The percentage computed here from published levels, beside the one that was published."""

    employment_change_percent: float
    formula: str


@dataclass(frozen=True, slots=True)
class ProjectionRecord:
    """Projected employment of an occupation over one round."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    projection_round: str
    base_year: int
    projection_year: int
    basis: str
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    percent_rounded_to: float
    derived: DerivedChange | None
    outlook: Outlook | ExplainedOutlook
    qualifiers: dict[str, str]
    statement: str | None
    source: str
    provenance: Provenance


_OWN_FIELDS = ("derived", "outlook", "qualifiers", "source", "provenance")
_PLAIN_FIELDS = tuple(name for name in ProjectionRecord.__dataclass_fields__ if name not in _OWN_FIELDS)


def _every_round(catalog: Catalog, found: Occupation, choice: ReleaseChoice) -> tuple[Release, ...]:
    if choice.releases:
        chosen: Sequence[Release] = choose_releases(catalog, choice, PROGRAMS, found)
    else:
        programs = choice.programs or PROGRAMS
        chosen = [release for release in catalog.releases_covering(found) if release.program in programs]
    return tuple(release for release in chosen if release.program in PROGRAMS)


def _relation() -> Relation:
    own, average = projection.c, projection_comparison.c
    same_round = (average.projection_round == own.projection_round) & (average.soc_code == own.compared_with_soc_code)
    same_occupation = (occupation.c.soc_code == own.soc_code) & (occupation.c.soc_vintage == own.soc_vintage)
    columns = ("soc_code", "soc_vintage", "projection_round", "base_year", "projection_year", *PROJECTION_MEASURES)
    return Relation(
        source=projection.outerjoin(occupation, same_occupation).outerjoin(projection_comparison, same_round),
        columns={
            "record_id": own.statement_id,
            **{name: own[name] for name in columns},
            "title": occupation.c.title,
            "level": occupation.c.level,
            "basis": literal(str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)),
            "percent_rounded_to": own.percent_rounded_to,
            "outlook": own.outlook_category,
            "outlook_label": own.outlook_label,
            "compared_with_title": own.compared_with_title,
            "compared_with_soc_code": own.compared_with_soc_code,
            "average_percent": average.employment_change_percent,
            **provenance_columns(projection_comparison, "average_"),
            "statement": own.statement,
            **provenance_columns(projection),
        },
        identity=("record_id",),
    )


_PROJECTIONS = _relation()


def projection_relation(releases: Sequence[Release]) -> Relation | None:
    """All projections of some releases; `None` if none of them publishes projections."""
    able = [release for release in releases if release.program in PROGRAMS]
    return _PROJECTIONS.keeping(of_releases(able)) if able else None


def _record(selected: Row[Any], catalog: Catalog) -> ProjectionRecord:
    row = selected._mapping
    comparison = Comparison(
        row["compared_with_title"],
        row["compared_with_soc_code"],
        row["average_percent"],
        None if row["average_percent"] is None else provenance_of(row, catalog, "average_"),
    )
    return ProjectionRecord(
        **{name: row[name] for name in _PLAIN_FIELDS},
        derived=_derived(row["base_employment"], row["projected_employment"]),
        outlook=Outlook(row["outlook"], row["outlook_label"], comparison),
        qualifiers={name: "not_applicable" for name in PROJECTION_MEASURES if row[name] is None},
        source=source_of(row, catalog),
        provenance=provenance_of(row, catalog),
    )


def _derived(base: int | None, projected: int | None) -> DerivedChange | None:
    if not base or projected is None:
        return None
    formula = "(projected_employment - base_employment) / base_employment x 100, to 0.1"
    return DerivedChange(round((projected - base) / base * 100, 1), formula)


def _explained(record: ProjectionRecord, statements: Statements) -> ProjectionRecord:
    catalog = statements.catalog

    def mine(row: Mapping[Any, Any]) -> bool:
        return bool(row["projection_round"] == record.projection_round and source_of(row, catalog) == record.source)

    explained = ExplainedOutlook(
        record.outlook.category,
        record.outlook.label,
        record.outlook.compared_with,
        tuple(
            statement_of(Driver, row, catalog, applies_to=applies_to(row, catalog))
            for row in statements.of(outlook_driver)
            if mine(row)
        ),
        tuple(statement_of(Prospect, row, catalog) for row in statements.of(job_prospect) if mine(row)),
    )
    return replace(record, outlook=explained)


_FACTS = FactList("projections", PROGRAMS, projection_relation, _record)


def list_projections(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[ProjectionRecord]:
    """Projections across occupations, of the newest round unless a release is chosen."""
    return list_facts(_FACTS, snapshot, choice, request)


def list_occupation_projections(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[ProjectionRecord]:
    """Every round that is loaded for an occupation, with the reasons and prospects that its profile gives."""
    releases = _every_round(snapshot.catalog, found, choice)
    listing = list_occupation_facts(_FACTS, snapshot, found, choice, request, releases=releases)
    if not listing.records:
        return listing

    def wanted(table: Table) -> ColumnElement[bool]:
        own = table.c
        return and_(
            in_parts(table, releases), own.soc_code == found.soc_code, own.soc_vintage == str(found.soc_vintage)
        )

    statements = read_statements(snapshot, (outlook_driver, job_prospect), wanted)
    return replace(listing, records=[_explained(record, statements) for record in listing.records])
