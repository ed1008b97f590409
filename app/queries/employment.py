"""Employment: how many jobs an occupation holds, by area and by industry, and on which basis that is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import combinations
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
    func,
    literal,
    not_,
    null,
    select,
)

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import AreaType, EmploymentBasis, IndustryLevel
from app.domain.matrix_codes import MATRIX_SECTORS, MATRIX_TOTAL
from app.domain.measures import EMPLOYMENT_MEASURES, OEWS_MEASURES, WAGE_MEASURES
from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.coverage import covers_of, has_profile
from app.queries.employment_matrix import CELL_TITLES, EACH_CELL_ONCE
from app.queries.estimates import (
    OF_WIDEST_OWNERS,
    asks_for_owners,
    each_once,
    key_columns,
    measure_columns,
    missing_measure,
    ordered,
    plain_fields,
    qualifiers_in,
    relation_of,
    titled,
    with_titles,
)
from app.queries.facts import FactList, list_facts, list_occupation_facts
from app.queries.list_request import ListRequest
from app.queries.missing_rows import Question, explain_withheld
from app.queries.nearest_rows import RowsAsked, nearest_figures
from app.queries.provenance import Provenance, provenance_of, source_of
from app.queries.relation import Relation, union
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.store.tables import (
    ep_matrix_cell,
    ep_projection,
    handbook_employment,
    largest_employer,
    oews_estimate,
    part,
    release,
)

PROGRAMS = (Program.OEWS, Program.OOH, Program.EP)
# The parts of a round of Employment Projections that print jobs by industry, and those that print jobs in all.
_PARTS_BY_INDUSTRY = ("matrix",)
_PARTS_IN_ALL = ("occupation", "download", "table")
MEASURES = (*EMPLOYMENT_MEASURES, "percent_of_occupation")
# Wages are those of the same estimate, to filter and to sort by: records do not repeat them.
ALL_MEASURES = (*MEASURES, *WAGE_MEASURES)


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
    row_type: str | None
    industry_row_type: str | None
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


def _relation_of_widest_owners(releases: Sequence[Release]) -> Relation | None:
    return relation_of(releases, _RELATIONS_OF_WIDEST_OWNERS)


def employment_record(row: Row[Any], catalog: Catalog) -> EmploymentRecord:
    """The record of a row of `employment_relation`."""
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
        measure_columns(OEWS_MEASURES) | missing_measure("percent_of_occupation", Float()),
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
        "row_type": cast(null(), Text),
        "industry_row_type": cast(null(), Text),
        "rounded_to": cast(null(), Integer),
        "occupation_employment": cast(null(), Integer),
        "occupation_rounded_to": cast(null(), Integer),
    }
    no_wages = {key: column for name in WAGE_MEASURES for key, column in _missing(name).items()}
    columns = ordered(key_columns(facts) | no_wages | measured | empty | own, _PLAIN_FIELDS, MEASURES)
    identity = ("record_id", "soc_code") if has_profile(facts) else ("record_id",)
    return Relation(source, columns, identity, qualified=frozenset(ALL_MEASURES))


def _missing(name: str) -> dict[str, ColumnElement[Any]]:
    kind = oews_estimate.c[name].type if name in oews_estimate.c else Float()
    return missing_measure(name, kind)


def _handbook_measures(**published: ColumnElement[Any]) -> dict[str, ColumnElement[Any]]:
    columns: dict[str, ColumnElement[Any]] = {}
    for name in MEASURES:
        if name in published:
            column = published[name]
            columns |= {name: column, f"{name}_qualifier": case((column.is_(None), literal("not_applicable")))}
        else:
            columns |= _missing(name)
    return columns


def _round_totals() -> Relation:
    """Jobs of the base year, of the nation and all industries, each occupation of a round once.

    A round prints them in several files, which the loader has compared.
    """
    own, same, of_same = ep_projection.c, ep_projection.alias("same"), part.alias("of_same")
    printed_before = (
        select(same.c.row_id)
        .join(of_same, of_same.c.part_id == same.c.part_id)
        .where(
            of_same.c.release == part.c.release,
            same.c.soc_code == own.soc_code,
            same.c.soc_vintage == own.soc_vintage,
            same.c.row_type == own.row_type,
            same.c.row_id < own.row_id,
            same.c.base_employment.is_not(None),
        )
        .correlate(part, ep_projection)
    )
    totals = _of_round(
        ep_projection,
        _measured_in_round(employment=("base_employment", ep_projection)),
        industry_code=literal(CROSS_INDUSTRY, Text),
        industry_title=literal("Cross-industry", Text),
        industry_level=literal(str(IndustryLevel.CROSS_INDUSTRY), Text),
        industry_scope=literal(str(IndustryLevel.CROSS_INDUSTRY), Text),
        row_type=own.row_type,
    )
    return totals.only(own.base_employment.is_not(None), not_(printed_before.exists()))


def _matrix() -> Relation:
    """Jobs of the base year in each industry of the national employment matrix."""
    own = ep_matrix_cell.c
    measured = _measured_in_round(
        employment=("base_employment", ep_matrix_cell),
        percent_of_industry=("base_percent_of_industry", ep_matrix_cell),
        percent_of_occupation=("base_percent_of_occupation", ep_matrix_cell),
    )
    cells = _of_round(
        ep_matrix_cell,
        measured,
        title=CELL_TITLES["title"],
        industry_code=_as_naics(own.industry_code),
        industry_title=CELL_TITLES["industry_title"],
        # The matrix has industries of its own, which stand at no level of NAICS; one line of it is all of them.
        industry_level=cast(null(), Text),
        industry_scope=case((own.industry_code == MATRIX_TOTAL, "all"), else_="unsettled"),
        row_type=own.occupation_row_type,
        industry_row_type=CELL_TITLES["industry_row_type"],
    )
    return cells.only(EACH_CELL_ONCE)


def _as_naics(code: ColumnElement[str]) -> ColumnElement[str]:
    """An industry of the matrix in the spelling of NAICS codes here, where it is one: `510000` is the sector `51`."""
    ranges = {of_matrix: naics for naics, of_matrix in MATRIX_SECTORS.items()}
    sector = func.substr(code, 1, 2, type_=Text)
    return case(ranges, value=code, else_=case((code.like("__0000"), sector), else_=code))


def _of_round(facts: Table, measured: dict[str, ColumnElement[Any]], **own: ColumnElement[Any]) -> Relation:
    """Employment facts of a table of Employment Projections, which is about the nation alone."""
    of_part = titled(facts).outerjoin(part, part.c.part_id == facts.c.part_id)
    source = of_part.outerjoin(release, release.c.release == part.c.release)
    return _relation(
        facts,
        source,
        measured,
        area_code=literal(NATION, Text),
        area_title=literal("U.S.", Text),
        area_type=literal(str(AreaType.NATION), Text),
        reference_period=func.substr(release.c.projection_round, 1, 4, type_=Text),
        basis=literal(str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)),
        rounded_to=literal(100, Integer),  # thousands with one decimal
        **own,
    )


def _measured_in_round(**published: tuple[str, Table]) -> dict[str, ColumnElement[Any]]:
    columns: dict[str, ColumnElement[Any]] = {}
    for name in MEASURES:
        if name in published:
            column, table = published[name]
            columns |= {name: table.c[column], f"{name}_qualifier": table.c[f"{column}_qualifier"]}
        else:
            columns |= _missing(name)
    return columns


_OEWS = _oews()
_TOTALS = _handbook_totals()
_EMPLOYERS = _largest_employers()
_TABLES = {
    Program.OEWS: (_OEWS,),
    Program.OOH: (_TOTALS, _EMPLOYERS),
    Program.EP: (_round_totals(), _matrix()),
}


def _together(programs: Sequence[Program], tables: Mapping[Program, Sequence[Relation]]) -> Relation:
    relations = [relation for program in programs for relation in tables[program]]
    rows = union(*relations) if len(relations) > 1 else relations[0]
    return each_once(rows) if Program.OEWS in programs else rows


def _by_programs(tables: Mapping[Program, Sequence[Relation]]) -> dict[frozenset[Program], Relation]:
    """What some tables say, by the programs that are asked for together."""
    return {
        frozenset(programs): _together(programs, tables)
        for number in range(1, len(PROGRAMS) + 1)
        for programs in combinations(PROGRAMS, number)
    }


_RELATIONS = _by_programs(_TABLES)
_RELATIONS_OF_WIDEST_OWNERS = _by_programs(_TABLES | {Program.OEWS: (_OEWS.only(OF_WIDEST_OWNERS),)})
_EMPLOYMENT = FactList(
    "employment", PROGRAMS, employment_relation, employment_record, empty_in_estimates=("derived", "covers")
)
_EMPLOYMENT_OF_WIDEST_OWNERS = replace(_EMPLOYMENT, relation=_relation_of_widest_owners)


def _of_owners(request: ListRequest) -> FactList[EmploymentRecord]:
    return _EMPLOYMENT if asks_for_owners(request) else _EMPLOYMENT_OF_WIDEST_OWNERS


def list_employment(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[EmploymentRecord]:
    """Employment across occupations, from the newest OEWS release unless another is chosen."""
    return list_facts(_EMPLOYMENT, snapshot, choice, request)


def list_occupation_employment(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[EmploymentRecord]:
    """Employment of one occupation, unless programs or releases are chosen from the first program that has any.

    That is OEWS, else the handbook, else Employment Projections. The jobs of all owners of establishments together,
    unless owners are asked for.
    """
    chosen = choose_releases(snapshot.catalog, choice, PROGRAMS, found)
    releases = tuple(_round_with(snapshot.catalog, found, choice, request, one) for one in chosen)
    listing = list_occupation_facts(_of_owners(request), snapshot, found, choice, request, releases=releases)
    if not listing.records and not choice.programs and not choice.releases:
        others = PROGRAMS[1 + PROGRAMS.index(chosen[0].program) :] if chosen else ()
        for program in others:
            other = _from(program, snapshot, found, request)
            if other is not None and other.records:
                return other
    if listing.records and all(_is_withheld(record) for record in listing.records):
        question = Question(snapshot.catalog, _EMPLOYMENT.resource, PROGRAMS, releases, request, found)
        asked = RowsAsked(snapshot, question.path, _of_owners(request).relation, found, request, releases, "employment")
        absence = explain_withheld(replace(question, elsewhere=nearest_figures(asked)))
        return replace(listing, absence=absence)
    return listing


def _from(
    program: Program, snapshot: Snapshot, found: Occupation, request: ListRequest
) -> Listing[EmploymentRecord] | None:
    """The employment of an occupation from the newest release of a program that has anything on it."""
    newest = snapshot.catalog.newest_covering(program, found)
    if newest is None:
        return None
    choice = ReleaseChoice((program,), ())
    releases = (_round_with(snapshot.catalog, found, choice, request, newest),)
    return list_occupation_facts(_of_owners(request), snapshot, found, choice, request, releases=releases)


def _round_with(
    catalog: Catalog, found: Occupation, choice: ReleaseChoice, request: ListRequest, newest: Release
) -> Release:
    """Of Employment Projections, the newest round that has the kind of rows that is asked for, else `newest`.

    A round is loaded by parts: the newest that has an occupation need not have its line of the matrix.
    """
    if newest.program is not Program.EP or choice.releases:
        return newest
    by_industry = any(one.field == "industry_scope" for one in request.fixed)
    wanted = _PARTS_BY_INDUSTRY if by_industry else _PARTS_IN_ALL
    rounds = [one for one in catalog.releases_covering(found) if one.program is Program.EP]
    able = (
        one
        for one in catalog.parts_covering(rounds, found)
        if any(loaded.part.startswith(wanted) for loaded in one.parts)
    )
    return next((catalog.releases[one.release] for one in able), newest)


def _is_withheld(record: EmploymentRecord) -> bool:
    return record.qualifiers.get("employment") == Qualifier.EMPLOYMENT_NOT_RELEASED
