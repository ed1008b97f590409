"""One occupation at a glance: what the code is, what became of it, its main figures, and where more stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping, Select, Table, and_, bindparam, select

from app.domain.codes import CROSS_INDUSTRY
from app.domain.levels import EmploymentBasis
from app.domain.programs import Program
from app.queries.absence import explain_missing_occupation, has_national_figures
from app.queries.answers import Item
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation, Transition
from app.queries.estimates import measure_columns, part_ids_of_one, qualifiers_of
from app.queries.facts import cited
from app.queries.provenance import Provenance, provenance_columns, provenance_of
from app.queries.resolution import ReleaseChoice, chosen_release
from app.queries.round_figures import RoundFigures, rounds_of
from app.queries.snapshot import Snapshot
from app.store.main_figures import national_estimate, of_profile, typical_entry
from app.store.tables import education_path, handbook_employment, handbook_wage, oews_estimate, part, projection
from app.store.tables import occupation as occupation_table


@dataclass(frozen=True, slots=True)
class CodeLink:
    """A code on the other side of a revision of the classification."""

    soc_code: str
    soc_vintage: str
    title: str
    link: str
    detail: str
    url: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SocDefinition:
    """What an edition of the SOC says that a code covers, and the group that it stands in."""

    text: str | None
    parent_soc_code: str | None
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class EmploymentGlance:
    """Jobs in the nation."""

    employment: int | None
    basis: str
    reference_period: str
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


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
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OutlookGlance:
    """Projected change, and how it compares with the average."""

    projection_round: str
    employment_change_percent: float | None
    category: str | None
    label: str | None
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class EducationGlance:
    """Typical entry-level education."""

    education_level: str
    label: str | None
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OccupationGlance:
    """One occupation: what the code is, what became of it, its main figures and where more stands."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    onet_soc_code: str | None
    retired: bool
    vintages: tuple[str, ...]
    definition: SocDefinition | None
    became: tuple[CodeLink, ...]
    came_from: tuple[CodeLink, ...]
    employment: EmploymentGlance | None
    pay: PayGlance | None
    outlook: OutlookGlance | None
    entry_education: EducationGlance | None
    links: dict[str, str]
    source: str
    provenance: Provenance


_PROGRAMS = (Program.OEWS, Program.OOH, Program.EP)


def get_occupation(
    snapshot: Snapshot, found: Occupation, onet_soc_code: str | None, choice: ReleaseChoice
) -> Item[OccupationGlance]:
    """One occupation at a glance: employment and pay of the newest OEWS release that has them, else the newest else.

    Outlook and education are those of the newest edition: of the handbook, or of Employment Projections where the
    handbook has none as new. A release that is named answers for its program.
    """
    catalog = snapshot.catalog
    oews = _with_the_nation(catalog, found, chosen_release(catalog, choice, Program.OEWS, found), choice)
    ooh = chosen_release(catalog, choice, Program.OOH, found)
    statement = _glance(part_ids_of_one(oews), part_ids_of_one(ooh))
    key = {"soc_code": found.soc_code, "soc_vintage": found.soc_vintage}
    row = snapshot.connection.execute(statement, key).one()._mapping
    rounds = rounds_of(snapshot, found, choice)
    glance = OccupationGlance(
        found.soc_code,
        found.soc_vintage,
        found.title,
        found.level,
        onet_soc_code,
        catalog.is_retired(found),
        tuple(edition.soc_vintage for edition in catalog.vintages[found.soc_code]),
        _definition(catalog, found),
        tuple(_successor(step) for step in catalog.successors(found)),
        tuple(_predecessor(step) for step in catalog.predecessors(found)),
        _employment(row, catalog, rounds),
        _pay(row, catalog, rounds),
        _outlook(row, catalog, rounds),
        _education(row, catalog, rounds),
        links_of(catalog, found),
        found.source,
        found.provenance,
    )
    has_figures = oews is not None or ooh is not None or rounds
    absence = None if has_figures else explain_missing_occupation(catalog, found, "", _PROGRAMS, ())
    return Item(glance, _releases_in(glance, catalog), absence)


def _with_the_nation(
    catalog: Catalog, found: Occupation, newest: Release | None, choice: ReleaseChoice
) -> Release | None:
    """The newest OEWS release that has national figures of an occupation, unless one is named.

    A release is loaded by parts: the newest that has an occupation may have it in single industries alone.
    """
    if newest is None or any(wanted.release == newest.release for wanted in choice.releases):
        return newest
    covering = (one for one in catalog.releases_covering(found) if one.program is Program.OEWS)
    return next((one for one in covering if has_national_figures(catalog, one, found)), newest)


def _releases_in(glance: OccupationGlance, catalog: Catalog) -> tuple[Release, ...]:
    figures = (glance.employment, glance.pay, glance.outlook, glance.entry_education)
    links = (*glance.became, *glance.came_from)
    stated = (glance.definition, *figures)
    return cited(catalog, [glance, *links, *(one for one in stated if one is not None)])


def _definition(catalog: Catalog, found: Occupation) -> SocDefinition | None:
    entry = catalog.entry(found)
    if entry is None:
        return None
    return SocDefinition(entry.definition, entry.parent_soc_code, entry.source, entry.provenance)


def links_of(catalog: Catalog, found: Occupation) -> dict[str, str]:
    """Where each kind of answer on an occupation stands."""
    base = f"/v1/occupations/{found.soc_code}"
    # A code in an older edition than the newest that has it must be asked for by that edition.
    edition = "" if catalog.vintages[found.soc_code][0] == found else f"?soc_vintage={found.soc_vintage}"
    names = (
        "overview",
        "employment",
        "employment/by-industry",
        "employment/by-area",
        "employment/history",
        "wages",
        "wages/by-industry",
        "wages/by-area",
        "wages/history",
        "projections",
        "projections/history",
        "certifications",
        "preparation",
        "characteristics",
        "skills",
        "knowledge",
        "abilities",
        "work-activities",
        "work-context",
        "interests",
        "work-values",
        "work-styles",
        "tasks",
        "technology",
        "education",
        "titles",
        "data-collection",
        "profile",
        "related",
        "contacts",
        "hierarchy",
    )
    return {name.replace("/", "_").replace("-", "_"): f"{base}/{name}{edition}" for name in names}


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
        f"/v1/occupations/{other.soc_code}?soc_vintage={other.soc_vintage}",
        step.source,
        step.provenance,
    )


_ESTIMATED = ("employment", "hourly_median", "annual_p10", "annual_median", "annual_p90")


@lru_cache(maxsize=64)
def _glance(oews: tuple[int, ...], profile: tuple[int, ...]) -> Select[Any]:
    """The statement of a glance, from the parts of an OEWS and of a handbook release. Kept, as it is long to make."""
    key = occupation_table
    source = (
        key.outerjoin(oews_estimate, national_estimate(key, oews))
        .outerjoin(part, part.c.part_id == oews_estimate.c.part_id)
        .outerjoin(handbook_employment, of_profile(handbook_employment, key, profile))
        .outerjoin(
            handbook_wage,
            and_(of_profile(handbook_wage, key, profile), handbook_wage.c.industry_code == CROSS_INDUSTRY),
        )
        .outerjoin(projection, of_profile(projection, key, profile))
        .outerjoin(education_path, typical_entry(key, profile))
    )
    return (
        select(
            *(column.label(name) for name, column in measure_columns(_ESTIMATED).items()),
            oews_estimate.c.estimate_id,
            part.c.reference_period.label("estimate_period"),
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
            *(
                column.label(name)
                for table in _READ
                for name, column in provenance_columns(table, f"{table.name}_").items()
            ),
        )
        .select_from(source)
        .where(key.c.soc_code == bindparam("soc_code"), key.c.soc_vintage == bindparam("soc_vintage"), key.c.is_current)
        .limit(1)
    )


# The tables that the figures of a glance come from.
_READ = (oews_estimate, handbook_employment, handbook_wage, projection, education_path)


def _read_from(row: RowMapping, table: Table, catalog: Catalog) -> dict[str, Any]:
    """The release and the provenance of a figure that was read from this table."""
    prefix = f"{table.name}_"
    source = catalog.release_of_part[row[f"{prefix}provenance_part_id"]]
    return {"source": source, "provenance": provenance_of(row, catalog, prefix)}


Rounds = Sequence[RoundFigures]


def _newest(rounds: Rounds, figure: str, than: str | None) -> RoundFigures | None:
    """The newest round with a figure, if it is newer than what another publication has it of."""
    found = next((one for one in rounds if getattr(one, figure) is not None), None)
    return found if found is not None and (than is None or found.projection_round[:4] > than[:4]) else None


def _employment(row: RowMapping, catalog: Catalog, rounds: Rounds) -> EmploymentGlance | None:
    if row["estimate_id"] is not None:
        return EmploymentGlance(
            row["employment"],
            str(EmploymentBasis.WAGE_AND_SALARY_JOBS),
            row["estimate_period"],
            qualifiers_of(row, ("employment",)),
            **_read_from(row, oews_estimate, catalog),
        )
    in_handbook = row["handbook_employment"] is not None
    newest = _newest(rounds, "base_employment", row["handbook_employment_period"] if in_handbook else None)
    if newest is not None:
        basis = str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)
        place = newest.provenance("employment")
        return EmploymentGlance(newest.base_employment, basis, newest.base_year, {}, newest.release, place)
    if not in_handbook:
        return None
    return EmploymentGlance(
        row["handbook_employment"],
        row["handbook_basis"],
        row["handbook_employment_period"],
        {},
        **_read_from(row, handbook_employment, catalog),
    )


_PAY = ("hourly_median", "annual_p10", "annual_median", "annual_p90")


def _pay(row: RowMapping, catalog: Catalog, rounds: Rounds) -> PayGlance | None:
    if row["estimate_id"] is not None:
        return PayGlance(
            **{name: row[name] for name in _PAY},
            reference_period=row["estimate_period"],
            qualifiers=qualifiers_of(row, _PAY),
            **_read_from(row, oews_estimate, catalog),
        )
    figures: dict[str, Any] = dict.fromkeys(_PAY)
    if row["handbook_wage_period"] is not None:
        figures |= {name: row[f"handbook_{name}"] for name in _PAY[1:]}
        period, read_from = row["handbook_wage_period"], _read_from(row, handbook_wage, catalog)
        bounded = {}
    else:
        newest = _newest(rounds, "annual_median", None)
        if newest is None:
            return None
        figures["annual_median"], period = newest.annual_median, str(newest.wage_year or newest.base_year)
        bounded = {"annual_median": newest.annual_median_qualifier} if newest.annual_median_qualifier else {}
        read_from = {"source": newest.release, "provenance": newest.provenance("worker_characteristics")}
    missing = {name: "not_applicable" for name, figure in figures.items() if figure is None}
    return PayGlance(**figures, reference_period=period, qualifiers=missing | bounded, **read_from)


def _outlook(row: RowMapping, catalog: Catalog, rounds: Rounds) -> OutlookGlance | None:
    newest = _newest(rounds, "employment_change_percent", row["projection_round"])
    if newest is not None:
        change, place = newest.employment_change_percent, newest.provenance("employment")
        return OutlookGlance(newest.projection_round, change, None, None, newest.release, place)
    if row["projection_round"] is None:
        return None
    return OutlookGlance(
        row["projection_round"],
        row["employment_change_percent"],
        row["outlook_category"],
        row["outlook_label"],
        **_read_from(row, projection, catalog),
    )


def _education(row: RowMapping, catalog: Catalog, rounds: Rounds) -> EducationGlance | None:
    in_handbook = row["education_level"] is not None
    release = catalog.release_of_part[row["education_path_provenance_part_id"]] if in_handbook else None
    edition = catalog.releases[release].projection_round if release is not None else None
    newest = _newest(rounds, "entry_education", edition)
    if newest is not None and newest.entry_education is not None:
        place = newest.provenance("worker_characteristics")
        return EducationGlance(newest.entry_education, None, newest.release, place)
    if not in_handbook:
        return None
    return EducationGlance(row["education_level"], row["education_label"], **_read_from(row, education_path, catalog))
