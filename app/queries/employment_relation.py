"""Where statements of employment stand: OEWS, handbook and Employment Projections as one list."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    FromClause,
    Integer,
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
from app.domain.measures import OEWS_MEASURES, WAGE_MEASURES
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.coverage import has_profile
from app.queries.employment_matrix import CELL_TITLES, EACH_CELL_ONCE
from app.queries.employment_record import ALL_MEASURES, MEASURES, PLAIN_FIELDS
from app.queries.estimates import (
    OF_WIDEST_OWNERS,
    each_once,
    key_columns,
    measure_columns,
    missing_measure,
    ordered,
    relation_of,
    titled,
    with_titles,
)
from app.queries.relation import Relation, union
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


def employment_relation(releases: Sequence[Release]) -> Relation | None:
    """All employment records of some releases; `None` if none of them publishes employment."""
    return relation_of(releases, _RELATIONS)


def employment_of_widest_owners(releases: Sequence[Release]) -> Relation | None:
    """The same, of OEWS for the widest owners of establishments that an estimate is given for."""
    return relation_of(releases, _RELATIONS_OF_WIDEST_OWNERS)


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


def _handbook_measures(**published: ColumnElement[Any]) -> dict[str, ColumnElement[Any]]:
    columns: dict[str, ColumnElement[Any]] = {}
    for name in MEASURES:
        if name in published:
            column = published[name]
            columns |= {name: column, f"{name}_qualifier": case((column.is_(None), literal("not_applicable")))}
        else:
            columns |= _missing(name)
    return columns


def _missing(name: str) -> dict[str, ColumnElement[Any]]:
    kind = oews_estimate.c[name].type if name in oews_estimate.c else Float()
    return missing_measure(name, kind)


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
    columns = ordered(key_columns(facts) | no_wages | measured | empty | own, PLAIN_FIELDS, MEASURES)
    identity = ("record_id", "soc_code") if has_profile(facts) else ("record_id",)
    return Relation(source, columns, identity, qualified=frozenset(ALL_MEASURES))


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
