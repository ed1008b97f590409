"""The list of occupations, with their main figures for the nation."""

from dataclasses import astuple, dataclass, replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Integer, RowMapping, and_, case, func, literal, or_

from app.domain.levels import EmploymentBasis
from app.domain.measures import SUMMARY_MEASURES
from app.domain.programs import Program
from app.queries.absence import Absence, AbsenceReason
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.employment_projections import rounds_with
from app.queries.errors import Nearest
from app.queries.estimates import part_ids_of, part_ids_of_one, qualifiers_of
from app.queries.list_request import ListRequest, SortKey, including_possible
from app.queries.listing import fetch_page
from app.queries.missing_rows import same_question
from app.queries.projection_rounds import TABLES
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice, chosen_of, chosen_release, find_release
from app.queries.search import codes_near
from app.queries.snapshot import Snapshot
from app.store.occupation_summaries import Codes, SummaryChoice, order_of, summaries
from app.store.tables import occupation_summary
from app.store.tables.summaries import PROJECTED_IN_ROUND, REQUIREMENTS


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
    hourly_mean: float | None
    hourly_p10: float | None
    hourly_p25: float | None
    hourly_median: float | None
    hourly_p75: float | None
    hourly_p90: float | None
    annual_mean: int | None
    annual_p10: int | None
    annual_p25: int | None
    annual_median: int | None
    annual_p75: int | None
    annual_p90: int | None
    mean_wage_rse: float | None
    projection_round: str | None
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    annual_openings: int | None
    labor_force_exits: int | None
    occupational_transfers: int | None
    percent_self_employed: float | None
    outlook: str | None
    entry_education: str | None
    work_experience: str | None
    on_the_job_training: str | None
    qualifiers: dict[str, str]
    figure_sources: FigureSources
    url: str


MEASURES = (*SUMMARY_MEASURES, *PROJECTED_IN_ROUND)


def list_occupations(
    snapshot: Snapshot, words: str | None, retired: bool | None, choice: ReleaseChoice, request: ListRequest
) -> Listing[OccupationSummary]:
    """Every occupation once, in the newest edition that has its code, with figures for the nation.

    Figures are those of the newest releases, unless others are named: employment and pay of OEWS, so that one list has
    one basis; projections and the education of Employment Projections or of the handbook, whichever is newer, else of
    the other. The outlook is the handbook's alone.
    """
    catalog = snapshot.catalog
    occupations = _of_releases(_choice(snapshot, choice)) if choice.releases else _OF_THE_NEWEST
    conditions: list[ColumnElement[bool]] = []
    if words is not None and words.split():
        occupations, condition = _searched(snapshot, occupations, words)
        conditions.append(condition)
        request = replace(request, sort=request.sort or (SortKey(_RELEVANCE, descending=False),))
    if retired is not None:
        is_retired = occupations.columns["retired"]
        conditions.append(is_retired if retired else ~is_retired)
    page = fetch_page(snapshot, occupations.only(*conditions) if conditions else occupations, request)
    records, further = page.records(lambda rows: [_summary(row._mapping, catalog) for row in rows])
    absence = None if records else _explain_no_match(snapshot, occupations, request)
    part_ids = frozenset(row._mapping[name] for row in page.rows for name in _PARTS) - {None}
    releases = {catalog.release_of_part[part_id] for part_id in part_ids}
    rounds = {name for one in records for name in astuple(one.figure_sources) if name is not None} - releases
    part_ids |= frozenset(part_id for name in rounds for part_id in catalog.releases[name].part_ids)
    return Listing(
        records,
        tuple(catalog.releases[name] for name in sorted(releases | rounds)),
        page.next_after,
        page.total,
        absence,
        part_ids=part_ids,
        further=further,
    )


def _explain_no_match(snapshot: Snapshot, occupations: Relation, request: ListRequest) -> Absence:
    detail = "None of the occupations that are loaded meets all of these filters."
    reason = AbsenceReason.NOT_PUBLISHED if snapshot.catalog.vintages else AbsenceReason.NOT_LOADED
    absence = Absence(reason, detail, (Nearest("All occupations", "/v1/occupations"),))
    wider = including_possible(request)
    if wider == request or not fetch_page(snapshot, occupations, replace(wider, limit=1, after=None)).rows:
        return absence
    link = Nearest("occupations that may be within these bounds", same_question("occupations", wider))
    return replace(absence, nearest=(link, *absence.nearest))


# The parts that the figures of a row were read from.
_PARTS = ("estimate_part_id", "projection_part_id", "education_part_id", "occupation_part_id")


def _choice(snapshot: Snapshot, choice: ReleaseChoice) -> SummaryChoice:
    """What summaries are made of where a question names releases: those, and the newest of the other programs."""
    catalog = snapshot.catalog
    estimates = chosen_release(catalog, choice, Program.OEWS)
    editions = chosen_of(catalog, choice, [one for one in catalog.releases.values() if one.program is Program.OOH])
    newest_round: Release | None = next(iter(chosen_of(catalog, choice, rounds_with(snapshot, TABLES))), None)
    named = any(find_release(catalog, wanted) is estimates for wanted in choice.releases)
    return SummaryChoice(
        Codes.OF_RELEASE if named else Codes.OF_ANY_EDITION,
        part_ids_of_one(estimates),
        part_ids_of(editions),
        None if newest_round is None else newest_round.release,
        order_of(
            None if newest_round is None else newest_round.projection_round, [one.projection_round for one in editions]
        ),
    )


def _relation(rows: FromClause) -> Relation:
    columns: dict[str, ColumnElement[Any]] = {column.name: column for column in rows.c}
    for name in PROJECTED_IN_ROUND:
        columns[f"{name}_qualifier"] = case((rows.c[name].is_(None), literal("not_applicable")))
    columns["education"] = rows.c.entry_education
    return Relation(
        source=rows,
        columns=columns,
        identity=("summary_id",) if "summary_id" in columns else ("soc_code", "soc_vintage"),
        qualified=frozenset(SUMMARY_MEASURES),
    )


_OF_THE_NEWEST = _relation(occupation_summary)


@lru_cache(maxsize=8)
def _of_releases(choice: SummaryChoice) -> Relation:
    return _relation(summaries(choice).subquery("summaries"))


# The place of an occupation among those that were searched for: what they are sorted by where nothing else is asked.
_RELEVANCE = "relevance"


def _searched(snapshot: Snapshot, occupations: Relation, words: str) -> tuple[Relation, ColumnElement[bool]]:
    """The relation with the place of each occupation in a search, and the condition that it was found.

    Besides, every title that contains all of the words is found, behind what the search puts first.
    """
    code, near = occupations.columns["soc_code"], codes_near(snapshot, words)
    titled = and_(*(_contains(occupations, word) for word in words.split()))
    places = {found: place for place, found in enumerate(near)}
    last = literal(len(near), Integer)
    place = case(places, value=code, else_=last) if places else last
    return replace(occupations, columns={**occupations.columns, _RELEVANCE: place}), or_(code.in_(near), titled)


def _contains(occupations: Relation, word: str) -> ColumnElement[bool]:
    return func.lower(occupations.columns["title"]).contains(word.lower(), autoescape=True)


def _summary(row: RowMapping, catalog: Catalog) -> OccupationSummary:
    release_of = catalog.release_of_part.get
    in_handbook = release_of(row["projection_part_id"])
    return OccupationSummary(
        soc_code=row["soc_code"],
        soc_vintage=row["soc_vintage"],
        title=row["title"],
        level=row["level"],
        retired=bool(row["retired"]),
        basis=str(EmploymentBasis.WAGE_AND_SALARY_JOBS),
        **{name: row[name] for name in (*MEASURES, "projection_round", "outlook", *REQUIREMENTS)},
        qualifiers=qualifiers_of(row, MEASURES),
        figure_sources=FigureSources(
            release_of(row["estimate_part_id"]),
            row["projection_release"] or in_handbook,
            in_handbook if row["outlook"] is not None else None,
            row["education_release"] or release_of(row["education_part_id"]),
        ),
        url=catalog.path(catalog.occupation(row["soc_code"], row["soc_vintage"])),
    )
