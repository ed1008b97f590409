"""The list of occupations, with their main figures for the nation."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum
from functools import lru_cache

from sqlalchemy import (
    ColumnElement,
    FromClause,
    RowMapping,
    Table,
    Text,
    and_,
    case,
    exists,
    func,
    literal,
    select,
)

from app.domain.levels import CURRENT_VINTAGES, EmploymentBasis
from app.domain.measures import OEWS_MEASURES
from app.domain.programs import Program
from app.queries.absence import explain_no_match
from app.queries.answers import Listing
from app.queries.catalog import Catalog, Release
from app.queries.employment_projections import rounds_with
from app.queries.estimates import measure_columns, part_ids_of, qualifiers_of
from app.queries.listing import ListRequest, Relation, fetch_page
from app.queries.main_figures import (
    SUMMARY_MEASURES,
    national_estimate,
    of_profile,
    part_ids_of_one,
    typical_entry,
)
from app.queries.projection_rounds import TABLES
from app.queries.resolution import ReleaseChoice, chosen_of, chosen_release, find_release
from app.queries.round_figures import of_each_occupation
from app.queries.snapshot import Snapshot
from app.store.tables import (
    education_path,
    oews_estimate,
    part_coverage,
    projection,
)
from app.store.tables import occupation as occupation_table


@dataclass(frozen=True, slots=True)
class FigureSources:
    """The release of each figure in a summary."""

    estimates: str | None
    projection: str | None
    outlook: str | None
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


def list_occupations(
    snapshot: Snapshot, words: str | None, retired: bool | None, choice: ReleaseChoice, request: ListRequest
) -> Listing[OccupationSummary]:
    """Every occupation once, in the newest edition that has its code, with figures for the nation.

    Figures are those of the newest releases, unless others are named: employment and pay of OEWS, so that one list has
    one basis; the projected change and the education of Employment Projections or of the handbook, whichever is newer,
    else of the other. The outlook is the handbook's alone.
    """
    catalog = snapshot.catalog
    editions = [one for one in catalog.releases.values() if one.program is Program.OOH]
    profiles = chosen_of(catalog, choice, editions)
    newest_round = next(iter(chosen_of(catalog, choice, rounds_with(snapshot, TABLES))), None)
    estimates = chosen_release(catalog, choice, Program.OEWS)
    named = any(find_release(catalog, wanted) is estimates for wanted in choice.releases)
    occupations = _summaries(
        Codes.OF_RELEASE if named else Codes.OF_ANY_EDITION,
        part_ids_of_one(estimates),
        part_ids_of(profiles),
        part_ids_of_one(newest_round),
        _order(newest_round, profiles),
    )
    conditions = [_contains(occupation_table, word) for word in (words or "").split()]
    if retired is not None:
        is_retired = occupations.columns["retired"]
        conditions.append(is_retired if retired else ~is_retired)
    page = fetch_page(snapshot.connection, occupations.only(*conditions), request)
    records = [_summary(row._mapping, catalog, newest_round) for row in page.rows]
    absence = None if records else explain_no_match(catalog, "occupations")
    part_ids = frozenset(row._mapping[name] for row in page.rows for name in _PARTS) - {None}
    releases = {catalog.release_of_part[part_id] for part_id in part_ids}
    if newest_round is not None and any(newest_round.release in astuple(one.figure_sources) for one in records):
        releases.add(newest_round.release)
        part_ids |= frozenset(newest_round.part_ids)
    return Listing(
        records,
        tuple(catalog.releases[name] for name in sorted(releases)),
        page.next_after,
        page.total,
        absence,
        part_ids=part_ids,
    )


# The parts that the figures of a row were read from.
_PARTS = ("estimate_part_id", "projection_part_id", "education_part_id", "occupation_part_id")


class First(StrEnum):
    """Whose figures are shown where two publications have them: those of the newer."""

    ROUND = "round"
    HANDBOOK = "handbook"


class Codes(StrEnum):
    """Which codes are listed: each in the newest edition that has it, or those of one OEWS release."""

    OF_ANY_EDITION = "of_any_edition"
    OF_RELEASE = "of_release"


def _order(newest_round: Release | None, profiles: Sequence[Release]) -> First:
    editions = [one.projection_round for one in profiles if one.projection_round is not None]
    if newest_round is None or newest_round.projection_round is None:
        return First.HANDBOOK
    return First.ROUND if newest_round.projection_round >= max(editions, default="") else First.HANDBOOK


@lru_cache(maxsize=8)
def _summaries(
    codes: Codes, oews: tuple[int, ...], profiles: tuple[int, ...], of_round: tuple[int, ...], first: First
) -> Relation:
    """All occupations, with figures from the parts of an OEWS release, a round, and handbook profiles."""
    key = occupation_table
    in_round = of_each_occupation(of_round)
    source = (
        key.outerjoin(oews_estimate, national_estimate(key, oews))
        .outerjoin(projection, _newest_of_profile(projection, key, profiles))
        .outerjoin(
            education_path, and_(typical_entry(key, profiles), _newest_of_profile(education_path, key, profiles))
        )
        .outerjoin(in_round, and_(in_round.c.soc_code == key.c.soc_code, in_round.c.soc_vintage == key.c.soc_vintage))
    )
    own_change, own_education = in_round.c.employment_change_percent, in_round.c.entry_education
    handbook_change, handbook_education = projection.c.employment_change_percent, education_path.c.education_level
    shows_round, shows_education = (
        of.is_not(None) if first is First.ROUND else and_(of.is_not(None), other.is_(None))
        for of, other in ((own_change, handbook_change), (own_education, handbook_education))
    )
    change = case((shows_round, own_change), else_=handbook_change)
    return Relation(
        source=source,
        columns={
            "soc_code": key.c.soc_code,
            "soc_vintage": key.c.soc_vintage,
            "major_group": func.substr(key.c.soc_code, 1, 2, type_=Text),
            "title": key.c.title,
            "level": key.c.level,
            "retired": _is_retired(key),
            "estimate_id": oews_estimate.c.estimate_id,
            **measure_columns(SUMMARY_MEASURES),
            "projection_round": projection.c.projection_round,
            "projection_part_id": projection.c.part_id,
            "employment_change_percent": change,
            "employment_change_percent_qualifier": case((change.is_(None), literal("not_applicable"))),
            "outlook": projection.c.outlook_category,
            "education": case((shows_education, own_education), else_=handbook_education),
            "change_of_round": case((shows_round, 1), else_=0),
            "education_of_round": case((shows_education, 1), else_=0),
            "education_part_id": education_path.c.part_id,
            "estimate_part_id": oews_estimate.c.part_id,
            "occupation_part_id": key.c.part_id,
        },
        identity=("soc_code", "soc_vintage"),
        where=(key.c.is_current, _is_newest_edition(key) if codes is Codes.OF_ANY_EDITION else _is_in(key, oews)),
        qualified=frozenset(OEWS_MEASURES),
    )


def _newest_of_profile(table: Table, key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The row of an occupation that was loaded last, so that there is one at most."""
    if not part_ids:
        return literal(value=False)
    same = table.alias(f"newest_{table.name}")
    newest = (
        select(func.max(same.c.statement_id))
        .where(of_profile(same, key, part_ids), *([same.c.path == "typical_entry"] if "path" in same.c else []))
        .scalar_subquery()
    )
    return table.c.statement_id == newest


def _is_in(key: Table, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    own = part_coverage.c
    same = (own.soc_code == key.c.soc_code, own.soc_vintage == key.c.soc_vintage)
    return exists().where(own.part_id.in_(part_ids), *same)


def _is_retired(key: Table) -> ColumnElement[bool]:
    in_use = key.alias("in_use")
    editions = [str(vintage) for vintage in CURRENT_VINTAGES]
    return ~exists().where(in_use.c.soc_code == key.c.soc_code, in_use.c.soc_vintage.in_(editions))


def _is_newest_edition(key: Table) -> ColumnElement[bool]:
    newer = key.alias("newer")
    return ~exists().where(newer.c.soc_code == key.c.soc_code, newer.c.soc_vintage > key.c.soc_vintage)


def _contains(key: Table, word: str) -> ColumnElement[bool]:
    return func.lower(key.c.title).contains(word.lower(), autoescape=True)


def _summary(row: RowMapping, catalog: Catalog, newest_round: Release | None) -> OccupationSummary:
    measured = {name: row[name] for name in SUMMARY_MEASURES}
    if row["estimate_id"] is None:
        qualifiers = dict.fromkeys(SUMMARY_MEASURES, "not_applicable")
    else:
        qualifiers = qualifiers_of(row, SUMMARY_MEASURES)
    if row["employment_change_percent"] is None:
        qualifiers["employment_change_percent"] = "not_applicable"
    release_of = catalog.release_of_part.get
    of_round = newest_round if row["change_of_round"] else None
    education_round = newest_round if row["education_of_round"] else None
    in_handbook = release_of(row["projection_part_id"])
    return OccupationSummary(
        soc_code=row["soc_code"],
        soc_vintage=row["soc_vintage"],
        title=row["title"],
        level=row["level"],
        retired=bool(row["retired"]),
        basis=str(EmploymentBasis.WAGE_AND_SALARY_JOBS),
        **measured,
        projection_round=of_round.projection_round if of_round else row["projection_round"],
        employment_change_percent=row["employment_change_percent"],
        outlook=row["outlook"],
        entry_education=row["education"],
        qualifiers=qualifiers,
        figure_sources=FigureSources(
            release_of(row["estimate_part_id"]),
            of_round.release if of_round else in_handbook,
            in_handbook if row["outlook"] is not None else None,
            education_round.release if education_round else release_of(row["education_part_id"]),
        ),
        url=catalog.path(catalog.occupation(row["soc_code"], row["soc_vintage"])),
    )
