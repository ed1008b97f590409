"""`/v1/occupations/{soc_code}/wages/history` and its likes: figures over the years, with the breaks marked."""

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import (
    AreaCodes,
    Bases,
    IndustryCodes,
    IndustryLevels,
    Ownerships,
    Periods,
    Programs,
    Releases,
    RowTypes,
    SocCodePath,
    Vintage,
)
from app.api.list_requests import ALL_INDUSTRIES, THE_NATION, list_request, releases_over_time
from app.api.parameters import Parameters, listing
from app.api.responses import history_response
from app.domain.codes import CROSS_INDUSTRY
from app.queries.classification import Occupation
from app.queries.employment_history import employment_history
from app.queries.history import History
from app.queries.list_request import ListRequest, OneOf
from app.queries.projection_history import projection_history
from app.queries.resolution import ReleaseChoice, find_occupation
from app.queries.snapshot import Database, Snapshot
from app.queries.wage_history import wage_history
from app.schemas.history import EmploymentHistory, ProjectionHistory, WageHistory

router = APIRouter()


@listing()
class WageHistoryQuery(Parameters):
    """What the history of an occupation's wages takes."""

    soc_vintage: Vintage
    area_code: AreaCodes
    industry_code: IndustryCodes
    industry_level: IndustryLevels
    ownership_code: Ownerships
    reference_period: Periods
    program: Programs
    release: Releases


@listing()
class EmploymentHistoryQuery(Parameters):
    """What the history of an occupation's employment takes."""

    soc_vintage: Vintage
    area_code: AreaCodes
    industry_code: IndustryCodes
    industry_level: IndustryLevels
    ownership_code: Ownerships
    reference_period: Periods
    basis: Bases
    program: Programs
    release: Releases


@listing()
class ProjectionHistoryQuery(Parameters):
    """What the history of an occupation's projections takes."""

    soc_vintage: Vintage
    row_type: RowTypes
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/wages/history",
    operation_id="listOccupationWageHistory",
    summary="What an occupation paid over the years, with the breaks marked",
    tags=["wages"],
    response_model=WageHistory,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_wage_history(
    request: Request, soc_code: SocCodePath, query: Annotated[WageHistoryQuery, Query()], database: Served
) -> Response:
    """The wages of an occupation in every release that is loaded, and those of the codes before and after it.

    Use it to draw pay over time without drawing over a break: `/v1/occupations/47-2111/wages/history` for the nation,
    `?area_code=TX` for a state. Records with the same `span` make one series. `breaks` says what changed between two
    spans, and where that is said; `missing` names the years that have no figure. Nothing is chained, filled in or
    adjusted for prices. A code of any edition answers, with its predecessors and successors as spans of their own.

    For the nation, all industries and all owners unless filters say otherwise. OEWS answers, else the handbook.
    """
    return _history(request, soc_code, query, database, wage_history)


@router.get(
    "/occupations/{soc_code}/employment/history",
    operation_id="listOccupationEmploymentHistory",
    summary="How many people worked in an occupation over the years, with the breaks marked",
    tags=["employment"],
    response_model=EmploymentHistory,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_employment_history(
    request: Request, soc_code: SocCodePath, query: Annotated[EmploymentHistoryQuery, Query()], database: Served
) -> Response:
    """The jobs of an occupation in every release that is loaded, and those of the codes before and after it.

    Use it to tell how an occupation grew or shrank as far as its figures compare:
    `/v1/occupations/29-2072/employment/history`. Records with the same `span` make one series; `breaks` says what
    changed between two spans, `missing` which years have no figure, and why.

    For the nation, all industries and all owners unless filters say otherwise. OEWS answers (wage and salary jobs),
    else the handbook, else Employment Projections; with `program=oews&program=ep` each basis has its own spans.
    """
    return _history(request, soc_code, query, database, employment_history)


@router.get(
    "/occupations/{soc_code}/projections/history",
    operation_id="listOccupationProjectionHistory",
    summary="What each round projected for an occupation, with the breaks marked",
    tags=["projections"],
    response_model=ProjectionHistory,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_projection_history(
    request: Request, soc_code: SocCodePath, query: Annotated[ProjectionHistoryQuery, Query()], database: Served
) -> Response:
    """Every round that is loaded for an occupation and for the codes before and after it, the earliest first.

    Use it to see what earlier rounds expected: `/v1/occupations/29-2072/projections/history`. Each round is a span of
    its own: rounds are made anew, and their figures are not one series. The reasons of an outlook stand in
    `/v1/occupations/{soc_code}/projections`.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        asked = list_request(request, query, snapshot)
        history = projection_history(snapshot, found, releases_over_time(query), asked)
        return history_response(request, snapshot, history, asked.limit)


_UNDIVIDED = OneOf("industry_code", (CROSS_INDUSTRY,))
_Ask = Callable[[Snapshot, Occupation, ReleaseChoice, ListRequest], History[Any]]


def _history(
    request: Request,
    soc_code: str,
    query: WageHistoryQuery | EmploymentHistoryQuery,
    database: Database,
    ask: _Ask,
) -> Response:
    fixed: list[OneOf] = [] if query.area_code else [THE_NATION]
    if not query.industry_code and not query.industry_level:
        # Private owners over all industries have an industry code of their own, 000001.
        fixed.append(ALL_INDUSTRIES if query.ownership_code else _UNDIVIDED)
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        asked = list_request(request, query, snapshot, fixed)
        history = ask(snapshot, found, releases_over_time(query), asked)
        return history_response(request, snapshot, history, asked.limit)
