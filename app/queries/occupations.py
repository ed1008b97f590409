"""Occupations: the list of them with their main figures, and one at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    RowMapping,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    select,
)

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import CURRENT_VINTAGES, EmploymentBasis
from app.domain.measures import OEWS_MEASURES
from app.domain.programs import Program
from app.domain.statements import EducationPath
from app.queries.absence import Absence, explain_missing_occupation, explain_no_match
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog, Occupation, Release, Transition
from app.queries.estimates import in_part_ids, measure_columns, part_ids_of, qualifiers_of
from app.queries.listing import ListRequest, Relation, fetch_page
from app.queries.snapshot import Snapshot
from app.store.tables import (
    education_path,
    handbook_employment,
    handbook_wage,
    oews_estimate,
    projection,
)
from app.store.tables import occupation as occupation_table

SUMMARY_MEASURES = (
    "employment",
    "employment_rse",
    "hourly_median",
    "annual_mean",
    "annual_p10",
    "annual_median",
    "annual_p90",
)


@dataclass(frozen=True, slots=True)
class FigureSources:
    """The release of each figure in a summary."""

    estimates: str | None
    projection: str | None
    entry_education: str | None


@dataclass(frozen=True, slots=True)
class OccupationSummary:
    """An occupation in a list, with its main national figures."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    retired: bool
    basis: str
    employment: int | None
    employment_rse: float | None
    hourly_median: float | None
    annual_mean: int | None
    annual_p10: int | None
    annual_median: int | None
    annual_p90: int | None
    projection_round: str | None
    employment_change_percent: float | None
    outlook: str | None
    entry_education: str | None
    qualifiers: dict[str, str]
    figure_sources: FigureSources
    url: str


@dataclass(frozen=True, slots=True)
class CodeLink:
    """A code on the other side of a revision of the classification."""

    soc_code: str
    soc_vintage: str
    title: str
    link: str
    detail: str
    origin: str
    origin_basis: str | None
    url: str


@dataclass(frozen=True, slots=True)
class EmploymentGlance:
    """Jobs in the nation."""

    employment: int | None
    basis: str
    reference_period: str
    qualifiers: dict[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class PayGlance:
    """Wages in the nation."""

    hourly_median: float | None
    annual_p10: int | None
    annual_median: int | None
    annual_p90: int | None
    reference_period: str
    qualifiers: dict[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class OutlookGlance:
    """Projected change, and how it compares with the average."""

    projection_round: str
    employment_change_percent: float | None
    category: str | None
    label: str | None
    source: str


@dataclass(frozen=True, slots=True)
class EducationGlance:
    """Typical entry-level education."""

    education_level: str
    label: str | None
    source: str


@dataclass(frozen=True, slots=True)
class OccupationGlance:
    """One occupation: what the code is, what became of it, its main figures and where more stands."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    origin: str
    origin_basis: str | None
    onet_soc_code: str | None
    retired: bool
    vintages: tuple[str, ...]
    became: tuple[CodeLink, ...]
    came_from: tuple[CodeLink, ...]
    employment: EmploymentGlance | None
    pay: PayGlance | None
    outlook: OutlookGlance | None
    entry_education: EducationGlance | None
    links: dict[str, str]


def list_occupations(
    snapshot: Snapshot, words: str | None, retired: bool | None, request: ListRequest
) -> Listing[OccupationSummary]:
    """Every occupation once, in the newest edition that has its code, with figures for the nation.

    Figures are those of the newest releases: employment and pay of OEWS, so that one list has one basis;
    projections and education of the newest release that has them.
    """
    catalog = snapshot.catalog
    profiles = [release for release in catalog.releases.values() if release.program is Program.OOH]
    occupations = _summaries(_part_ids(catalog.newest(Program.OEWS)), part_ids_of(profiles))
    conditions = [_contains(occupation_table, word) for word in (words or "").split()]
    if retired is not None:
        is_retired = occupations.columns["retired"]
        conditions.append(is_retired if retired else ~is_retired)
    page = fetch_page(snapshot.connection, occupations.only(*conditions), request)
    records = [_summary(row._mapping, catalog) for row in page.rows]
    absence = None if records else explain_no_match(catalog, "occupations")
    return Listing(records, _releases_in(records, catalog), page.next_after, page.total, absence)


def get_occupation(snapshot: Snapshot, found: Occupation, onet_soc_code: str | None) -> Item[OccupationGlance]:
    """One occupation at a glance: each figure from the newest OEWS release that has it, else from the handbook."""
    catalog = snapshot.catalog
    oews = catalog.newest_covering(Program.OEWS, found)
    ooh = catalog.newest_covering(Program.OOH, found)
    statement = _glance(_part_ids(oews), _part_ids(ooh))
    key = {"soc_code": found.soc_code, "soc_vintage": found.soc_vintage}
    row = snapshot.connection.execute(statement, key).one()._mapping
    glance = OccupationGlance(
        found.soc_code,
        found.soc_vintage,
        found.title,
        found.level,
        found.origin,
        found.origin_basis,
        onet_soc_code,
        catalog.is_retired(found),
        tuple(edition.soc_vintage for edition in catalog.vintages[found.soc_code]),
        tuple(_successor(step) for step in catalog.successors(found)),
        tuple(_predecessor(step) for step in catalog.predecessors(found)),
        _employment(row, oews, ooh),
        _pay(row, oews, ooh),
        _outlook(row, ooh),
        _education(row, ooh),
        links_of(catalog, found),
    )
    releases = tuple(release for release in (oews, ooh) if release is not None)
    return Item(glance, releases, _absence(catalog, found, releases))


def links_of(catalog: Catalog, found: Occupation) -> dict[str, str]:
    """Where each kind of answer on an occupation stands."""
    base = f"/v1/occupations/{found.soc_code}"
    # A code in an older edition than the newest that has it must be asked for by that edition.
    edition = "" if catalog.vintages[found.soc_code][0] == found else f"?soc_vintage={found.soc_vintage}"
    names = (
        "employment",
        "employment/by-industry",
        "employment/by-area",
        "wages",
        "wages/by-industry",
        "wages/by-area",
        "projections",
        "certifications",
        "preparation",
        "characteristics",
        "profile",
        "related",
        "contacts",
        "hierarchy",
    )
    return {name.replace("/", "_").replace("-", "_"): f"{base}/{name}{edition}" for name in names}


def _absence(catalog: Catalog, found: Occupation, releases: Sequence[Release]) -> Absence | None:
    if releases:
        return None
    return explain_missing_occupation(catalog, found, "figures", (Program.OEWS, Program.OOH), ())


def _successor(step: Transition) -> CodeLink:
    after, before = step.after, step.before
    share = "All of it came" if step.link == "whole" else "A part of it came"
    detail = f"{share} from {before.soc_code} (SOC {before.soc_vintage})."
    return _code_link(after, step, detail)


def _predecessor(step: Transition) -> CodeLink:
    before = step.before
    share = "All of this code came" if step.link == "whole" else "A part of this code came"
    return _code_link(before, step, f"{share} from {before.soc_code} (SOC {before.soc_vintage}).")


def _code_link(other: Occupation, step: Transition, detail: str) -> CodeLink:
    return CodeLink(
        other.soc_code,
        other.soc_vintage,
        other.title,
        step.link,
        detail,
        step.origin,
        step.origin_basis,
        f"/v1/occupations/{other.soc_code}?soc_vintage={other.soc_vintage}",
    )


def _part_ids(release: Release | None) -> tuple[int, ...]:
    return () if release is None else release.part_ids


def _national_estimate(key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The one national estimate of an occupation; some files state it at two levels."""
    if not part_ids:
        return literal(value=False)
    same = oews_estimate.alias("same")
    first = (
        select(func.min(same.c.estimate_id))
        .where(
            in_part_ids(same, part_ids),
            same.c.soc_code == key.c.soc_code,
            same.c.soc_vintage == key.c.soc_vintage,
            same.c.area_code == NATION,
            same.c.industry_code == CROSS_INDUSTRY,
        )
        .scalar_subquery()
    )
    return oews_estimate.c.estimate_id == first


def _of_profile(table: FromClause, key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    if not part_ids:
        return literal(value=False)
    own = table.c
    return and_(own.soc_code == key.c.soc_code, own.soc_vintage == key.c.soc_vintage, in_part_ids(table, part_ids))


@lru_cache(maxsize=64)
def _glance(oews: tuple[int, ...], profile: tuple[int, ...]) -> Select[Any]:
    """The statement of a glance, from the parts of an OEWS and of a handbook release. Kept, as it is long to make."""
    key = occupation_table
    source = (
        key.outerjoin(oews_estimate, _national_estimate(key, oews))
        .outerjoin(handbook_employment, _of_profile(handbook_employment, key, profile))
        .outerjoin(
            handbook_wage,
            and_(_of_profile(handbook_wage, key, profile), handbook_wage.c.industry_code == CROSS_INDUSTRY),
        )
        .outerjoin(projection, _of_profile(projection, key, profile))
        .outerjoin(education_path, _typical_entry(key, profile))
    )
    return (
        select(
            *(column.label(name) for name, column in measure_columns(SUMMARY_MEASURES).items()),
            oews_estimate.c.estimate_id,
            handbook_employment.c.employment.label("handbook_employment"),
            handbook_employment.c.basis.label("handbook_basis"),
            handbook_employment.c.reference_period.label("handbook_employment_period"),
            handbook_wage.c.annual_p10.label("handbook_annual_p10"),
            handbook_wage.c.annual_median.label("handbook_annual_median"),
            handbook_wage.c.annual_p90.label("handbook_annual_p90"),
            handbook_wage.c.reference_period.label("handbook_wage_period"),
            projection.c.projection_round,
            projection.c.employment_change_percent,
            projection.c.outlook_category,
            projection.c.outlook_label,
            education_path.c.education_level,
            education_path.c.education_label,
        )
        .select_from(source)
        .where(key.c.soc_code == bindparam("soc_code"), key.c.soc_vintage == bindparam("soc_vintage"))
        .limit(1)
    )


def _typical_entry(key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    return and_(_of_profile(education_path, key, part_ids), education_path.c.path == str(EducationPath.TYPICAL_ENTRY))


def _employment(row: RowMapping, oews: Release | None, ooh: Release | None) -> EmploymentGlance | None:
    if oews is not None and row["estimate_id"] is not None:
        basis = str(EmploymentBasis.WAGE_AND_SALARY_JOBS)
        qualifiers = qualifiers_of(row, ("employment",))
        return EmploymentGlance(row["employment"], basis, oews.reference_period, qualifiers, oews.release)
    if ooh is not None and row["handbook_employment"] is not None:
        period = row["handbook_employment_period"]
        return EmploymentGlance(row["handbook_employment"], row["handbook_basis"], period, {}, ooh.release)
    return None


_PAY = ("hourly_median", "annual_p10", "annual_median", "annual_p90")


def _pay(row: RowMapping, oews: Release | None, ooh: Release | None) -> PayGlance | None:
    if oews is not None and row["estimate_id"] is not None:
        return PayGlance(
            **{name: row[name] for name in _PAY},
            reference_period=oews.reference_period,
            qualifiers=qualifiers_of(row, _PAY),
            source=oews.release,
        )
    if ooh is not None and row["handbook_wage_period"] is not None:
        figures = {"hourly_median": None} | {name: row[f"handbook_{name}"] for name in _PAY[1:]}
        return PayGlance(
            **figures,
            reference_period=row["handbook_wage_period"],
            qualifiers={name: "not_applicable" for name, figure in figures.items() if figure is None},
            source=ooh.release,
        )
    return None


def _outlook(row: RowMapping, ooh: Release | None) -> OutlookGlance | None:
    if ooh is None or row["projection_round"] is None:
        return None
    return OutlookGlance(
        row["projection_round"],
        row["employment_change_percent"],
        row["outlook_category"],
        row["outlook_label"],
        ooh.release,
    )


def _education(row: RowMapping, ooh: Release | None) -> EducationGlance | None:
    if ooh is None or row["education_level"] is None:
        return None
    return EducationGlance(row["education_level"], row["education_label"], ooh.release)


@lru_cache(maxsize=8)
def _summaries(oews: tuple[int, ...], profiles: tuple[int, ...]) -> Relation:
    """All occupations, with figures from the parts of an OEWS release and of all handbook profiles."""
    key = occupation_table
    source = (
        key.outerjoin(oews_estimate, _national_estimate(key, oews))
        .outerjoin(projection, _newest_of_profile(projection, key, profiles))
        .outerjoin(
            education_path, and_(_typical_entry(key, profiles), _newest_of_profile(education_path, key, profiles))
        )
    )
    is_retired = key.c.soc_vintage.not_in([str(vintage) for vintage in CURRENT_VINTAGES])
    change = projection.c.employment_change_percent
    return Relation(
        source=source,
        columns={
            "soc_code": key.c.soc_code,
            "soc_vintage": key.c.soc_vintage,
            "major_group": func.substr(key.c.soc_code, 1, 2, type_=Text),
            "title": key.c.title,
            "level": key.c.level,
            "retired": is_retired,
            "estimate_id": oews_estimate.c.estimate_id,
            **measure_columns(SUMMARY_MEASURES),
            "projection_round": projection.c.projection_round,
            "projection_part_id": projection.c.part_id,
            "employment_change_percent": change,
            "employment_change_percent_qualifier": case((change.is_(None), literal("not_applicable"))),
            "outlook": projection.c.outlook_category,
            "education": education_path.c.education_level,
            "education_part_id": education_path.c.part_id,
            "estimate_part_id": oews_estimate.c.part_id,
        },
        identity=("soc_code", "soc_vintage"),
        where=(_is_newest_edition(key),),
        qualified=frozenset(OEWS_MEASURES),
    )


def _newest_of_profile(table: Table, key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The row of an occupation that was loaded last, so that there is one at most."""
    if not part_ids:
        return literal(value=False)
    same = table.alias(f"newest_{table.name}")
    newest = (
        select(func.max(same.c.statement_id))
        .where(_of_profile(same, key, part_ids), *([same.c.path == "typical_entry"] if "path" in same.c else []))
        .scalar_subquery()
    )
    return table.c.statement_id == newest


def _is_newest_edition(key: Table) -> ColumnElement[bool]:
    newer = key.alias("newer")
    return ~exists().where(newer.c.soc_code == key.c.soc_code, newer.c.soc_vintage > key.c.soc_vintage)


def _contains(key: Table, word: str) -> ColumnElement[bool]:
    return func.lower(key.c.title).contains(word.lower(), autoescape=True)


def _summary(row: RowMapping, catalog: Catalog) -> OccupationSummary:
    measured = {name: row[name] for name in SUMMARY_MEASURES}
    if row["estimate_id"] is None:
        qualifiers = dict.fromkeys(SUMMARY_MEASURES, "not_applicable")
    else:
        qualifiers = qualifiers_of(row, SUMMARY_MEASURES)
    if row["employment_change_percent"] is None:
        qualifiers["employment_change_percent"] = "not_applicable"
    release_of = catalog.release_of_part.get
    return OccupationSummary(
        soc_code=row["soc_code"],
        soc_vintage=row["soc_vintage"],
        title=row["title"],
        level=row["level"],
        retired=bool(row["retired"]),
        basis=str(EmploymentBasis.WAGE_AND_SALARY_JOBS),
        **measured,
        projection_round=row["projection_round"],
        employment_change_percent=row["employment_change_percent"],
        outlook=row["outlook"],
        entry_education=row["education"],
        qualifiers=qualifiers,
        figure_sources=FigureSources(
            release_of(row["estimate_part_id"]),
            release_of(row["projection_part_id"]),
            release_of(row["education_part_id"]),
        ),
        url=f"/v1/occupations/{row['soc_code']}",
    )


def _releases_in(records: Sequence[OccupationSummary], catalog: Catalog) -> tuple[Release, ...]:
    names = {
        name
        for record in records
        for name in (
            record.figure_sources.estimates,
            record.figure_sources.projection,
            record.figure_sources.entry_education,
        )
        if name is not None
    }
    return tuple(catalog.releases[name] for name in sorted(names))
