"""Projections: the expected change in employment over each round, and the outlook that explains it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Table, Text, cast, literal, null

from app.domain.levels import EmploymentBasis
from app.domain.measures import PROJECTION_MEASURES
from app.domain.programs import Program
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.coverage import code_columns, covers_of, said_of
from app.queries.employment_projections import rounds_with, years_of
from app.queries.estimates import part_ids_of, stated_with, titled
from app.queries.facts import FactList, list_facts, list_occupation_facts
from app.queries.handbook import Statements, read_statements, statement_of
from app.queries.list_request import ListRequest, OneOf, SortKey
from app.queries.projection_rounds import (
    TABLES,
    PublishedRow,
    explain_projection,
    projection_fields,
    rounds_relation,
    rows_read,
)
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation, in_major_group, union
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.queries.specialties import AppliesTo, applies_to
from app.store.tables import job_prospect, occupation, outlook_driver, part, projection, projection_comparison

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
    row_type: str | None
    projection_round: str
    base_year: int
    projection_year: int
    basis: str
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    percent_rounded_to: float
    base_percent_distribution: float | None
    projected_percent_distribution: float | None
    annual_openings: int | None
    labor_force_exits: int | None
    occupational_transfers: int | None
    total_separations: int | None
    labor_force_exit_rate: float | None
    occupational_transfer_rate: float | None
    total_separation_rate: float | None
    percent_self_employed: float | None
    annual_median: int | None
    wage_year: int | None
    entry_education: str | None
    entry_education_code: int | None
    work_experience: str | None
    work_experience_code: int | None
    on_the_job_training: str | None
    on_the_job_training_code: int | None
    in_handbook: bool | None
    growth_and_replacement_openings: int | None
    growth_openings: int | None
    replacement_needs: int | None
    replacement_rate: float | None
    annual_replacement_needs: int | None
    annual_replacement_rate: float | None
    openings_rounded_to: int | None
    openings_statement: str | None
    position: int | None
    row_depth: int | None
    row_title: str | None
    matrix_url: str | None
    derived: DerivedChange | None
    outlook: Outlook | ExplainedOutlook
    qualifiers: dict[str, str]
    statement: str | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    read_from: tuple[PublishedRow, ...]
    source: str
    provenance: Provenance


_OWN_FIELDS = (
    "derived",
    "subject_title",
    "covers",
    "outlook",
    "qualifiers",
    "source",
    "provenance",
    "read_from",
    "in_handbook",
    "base_year",
    "projection_year",
)
_PLAIN_FIELDS = tuple(name for name in ProjectionRecord.__dataclass_fields__ if name not in _OWN_FIELDS)


def _every_round(catalog: Catalog, found: Occupation, choice: ReleaseChoice) -> tuple[Release, ...]:
    if choice.releases:
        chosen: Sequence[Release] = choose_releases(catalog, choice, PROGRAMS, found)
    else:
        programs = choice.programs or PROGRAMS
        chosen = [release for release in catalog.releases_covering(found) if release.program in programs]
    return tuple(release for release in chosen if release.program in PROGRAMS)


# The columns of a profile's own table of projections, and the openings.
_TABLE = (
    "annual_openings",
    "openings_rounded_to",
    "openings_statement",
    "position",
    "row_depth",
    "row_title",
    "matrix_url",
)


def _handbook() -> Relation:
    own, average = projection.c, projection_comparison.c
    same_round = (
        stated_with(projection_comparison, projection)
        & (average.projection_round == own.projection_round)
        & (average.soc_code == own.compared_with_soc_code)
    )
    code = code_columns(projection)
    columns: dict[str, ColumnElement[Any]] = {
        "record_id": own.statement_id,
        "record_key": cast(code["soc_code"], Text),
        "release": part.c.release,
        **projection_fields(),
        **code,
        **{name: own[name] for name in (*_TABLE, "projection_round", *PROJECTION_MEASURES)},
        "row_type": cast(null(), Text),
        "percent_rounded_to": own.percent_rounded_to,
        "outlook": own.outlook_category,
        "outlook_label": own.outlook_label,
        "compared_with_title": own.compared_with_title,
        "compared_with_soc_code": own.compared_with_soc_code,
        "average_percent": average.employment_change_percent,
        **provenance_columns(projection_comparison, "average_"),
        "statement": own.statement,
        **provenance_columns(projection),
    }
    source = titled(projection).outerjoin(projection_comparison, same_round).join(part, part.c.part_id == own.part_id)
    titles = {"title": occupation.c.title, "level": occupation.c.level}
    return _with_constants(Relation(source, columns | titles, ("record_id", "record_key")), "projection")


def _rounds(like: Relation) -> Relation:
    """The same columns from Employment Projections, which give no outlook."""
    source, own = rounds_relation()
    columns = {name: own[name] if name in own else cast(null(), column.type) for name, column in like.columns.items()}
    columns |= {"percent_rounded_to": literal(0.1), "provenance_part_id": own["part_id"], "shared": literal(0, Integer)}
    return _with_constants(Relation(source, columns, ("record_id", "record_key")), "ep_projection")


def _by_id(rows: Relation) -> Relation:
    """The same rows by themselves, which their id tells apart."""
    return replace(rows, identity=("record_id",))


def _with_constants(rows: Relation, table: str) -> Relation:
    columns = {
        **rows.columns,
        "record_table": literal(table, Text),
        "education": rows.columns["entry_education"],
        "basis": literal(str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)),
    }
    identity = ("record_table", *rows.identity)
    matches = {"major_group": in_major_group(rows.columns["soc_code"])}
    return replace(rows, columns=columns, identity=identity, qualified=frozenset({"annual_median"}), matches=matches)


def _joined(*both: Relation) -> Relation:
    rows = union(*(replace(one, identity=one.identity[1:]) for one in both))
    return replace(rows, matches={"major_group": in_major_group(rows.columns["soc_code"])})


_HANDBOOK = _handbook()
_ROUNDS = _rounds(_HANDBOOK)
# By the programs that are asked for together.
_RELATIONS = {
    frozenset({Program.OOH}): _HANDBOOK,
    frozenset({Program.EP}): _by_id(_ROUNDS),
    frozenset({Program.EP, Program.OOH}): _joined(_ROUNDS, _HANDBOOK),
}


def projection_relation(releases: Sequence[Release]) -> Relation | None:
    """All projections of some releases; `None` if none of them publishes projections."""
    able = [release for release in releases if release.program in PROGRAMS]
    programs = frozenset(release.program for release in able)
    # By the release's name rather than its parts, which together make one record.
    return _RELATIONS[programs].keeping(OneOf("release", tuple(one.release for one in able))) if able else None


def projection_record(selected: Row[Any], catalog: Catalog) -> ProjectionRecord:
    """The record of a row of `projection_relation`."""
    row = selected._mapping
    comparison = Comparison(
        row["compared_with_title"],
        row["compared_with_soc_code"],
        row["average_percent"],
        None if row["average_percent"] is None else provenance_of(row, catalog, "average_"),
    )
    page = catalog.profiles.get((row["provenance_part_id"], row["profile"]))
    if comparison.title is not None and comparison.provenance is None and page is not None:
        # A page states the average that it compares with once, for all its rows.
        comparison = replace(
            comparison, employment_change_percent=page.average_change_percent, provenance=page.provenance
        )
    read_from = () if row["read_from"] is None else rows_read(row["read_from"], catalog)
    base_year, projection_year = years_of(row["projection_round"])
    return ProjectionRecord(
        **{name: row[name] for name in _PLAIN_FIELDS},
        base_year=base_year,
        projection_year=projection_year,
        in_handbook=None if row["in_handbook"] is None else bool(row["in_handbook"]),
        derived=_derived(row["base_employment"], row["projected_employment"]),
        outlook=Outlook(row["outlook"], row["outlook_label"], comparison),
        qualifiers=explain_projection(row),
        read_from=read_from,
        subject_title=row["subject_title"] or None,
        covers=covers_of(row, catalog),
        source=source_of(row, catalog),
        provenance=read_from[0].provenance if read_from else provenance_of(row, catalog),
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


_FACTS = FactList("projections", PROGRAMS, projection_relation, projection_record)


def list_projections(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[ProjectionRecord]:
    """Projections across occupations, of the newest round unless a release is chosen.

    Employment Projections answer where they are loaded, else the handbook; which alone has outlooks to filter by.
    """
    catalog = snapshot.catalog
    if not choice.releases and Program.EP in (choice.programs or PROGRAMS):
        rounds = rounds_with(snapshot, TABLES)[:1]
        by_outlook = any(one.field == "outlook" for one in request.filters)
        others = _newest_handbook(catalog) if choice.programs or by_outlook or not rounds else ()
        if others and (by_outlook and not choice.programs):
            rounds = ()
        if choice.programs and Program.OOH not in choice.programs:
            others = ()
        return list_facts(_FACTS, snapshot, choice, request, releases=(*rounds, *others))
    return list_facts(_FACTS, snapshot, choice, request)


def _newest_handbook(catalog: Catalog) -> tuple[Release, ...]:
    newest = catalog.newest(Program.OOH)
    return () if newest is None else (newest,)


def list_occupation_projections(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[ProjectionRecord]:
    """Every round that is loaded for an occupation, newest first, with the reasons and prospects of its profile."""
    releases = _every_round(snapshot.catalog, found, choice)
    if not request.sort:
        request = replace(request, sort=(SortKey("projection_round", True), SortKey("record_table", False)))
    listing = list_occupation_facts(_FACTS, snapshot, found, choice, request, releases=releases)
    if not listing.records:
        return listing

    part_ids = part_ids_of(snapshot.catalog.parts_covering(releases, found))

    def wanted(table: Table) -> ColumnElement[bool]:
        return said_of(table, found, snapshot.catalog, part_ids)

    statements = read_statements(snapshot, (outlook_driver, job_prospect), wanted)

    def explained(records: Sequence[ProjectionRecord]) -> list[ProjectionRecord]:
        return [_explained(record, statements) for record in records]

    return replace(listing, records=explained(listing.records), further=map(explained, listing.further))
