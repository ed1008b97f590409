"""`/v1/employment` and `/v1/occupations/{soc_code}/employment`: how many jobs there are."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.estimates import AcrossOccupations, ByArea, ByIndustry, OfOccupation
from app.api.filters import Bases, SocCodePath
from app.api.list_requests import (
    ALL_INDUSTRIES,
    BELOW_THE_NATION,
    SINGLE_INDUSTRIES,
    THE_NATION,
    list_request,
    release_choice,
)
from app.api.parameters import listing
from app.api.responses import list_response
from app.queries.employment import list_employment as query_employment
from app.queries.employment import list_occupation_employment as query_occupation_employment
from app.queries.employment_record import ALL_MEASURES
from app.queries.list_request import OneOf
from app.queries.resolution import find_occupation
from app.queries.snapshot import Database
from app.schemas.employment import EmploymentList

router = APIRouter(tags=["employment"])

_ORDER = ("title", "area_code", "area_title", "industry_code", "reference_period", *ALL_MEASURES)


@listing(sort=("soc_code", *_ORDER), measures=ALL_MEASURES)
class EmploymentQuery(AcrossOccupations):
    """What `/v1/employment` takes."""

    basis: Bases


@listing(sort=_ORDER)
class OccupationEmploymentQuery(OfOccupation):
    """What the employment of an occupation takes."""

    basis: Bases


@listing(sort=_ORDER, measures=ALL_MEASURES)
class EmploymentByAreaQuery(ByArea):
    """What the employment of an occupation by area takes."""


@listing(sort=_ORDER, measures=ALL_MEASURES)
class EmploymentByIndustryQuery(ByIndustry):
    """What the employment of an occupation by industry takes."""


@router.get(
    "/employment",
    operation_id="listEmployment",
    summary="Employment across occupations",
    response_model=EmploymentList,
    responses=LIST_PROBLEMS,
)
def list_employment(request: Request, query: Annotated[EmploymentQuery, Query()], database: Served) -> Response:
    """The jobs of every occupation in every area, as a list to filter, sort and page.

    Answers from the newest OEWS release, which counts wage and salary jobs, unless `program`, `release` or
    `reference_period` says otherwise; with both programs asked for, each record's `basis` says what it counts.
    Use it to rank occupations or areas by jobs: the ten biggest occupations of Texas are
    `/v1/employment?area_code=TX&level=detailed&sort=-employment&limit=10`.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        listing = query_employment(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


@router.get(
    "/occupations/{soc_code}/employment",
    operation_id="listOccupationEmployment",
    summary="How many people work in an occupation",
    response_model=EmploymentList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_employment(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationEmploymentQuery, Query()], database: Served
) -> Response:
    """The jobs in an occupation over all industries, for the nation unless `area_code` names other areas.

    Use it to tell how many people work in an occupation, and on which basis that is counted.

    Answers from the newest OEWS release that has the occupation (wage and salary jobs), else from its handbook profile
    (jobs including the self-employed), else from Employment Projections, which count as the handbook does.
    `program=oews&program=ooh` gives both: they count different things.
    """
    fixed = (ALL_INDUSTRIES,) if query.area_code else (ALL_INDUSTRIES, THE_NATION)
    return _occupation_employment(request, soc_code, query, database, fixed)


@router.get(
    "/occupations/{soc_code}/employment/by-area",
    operation_id="listOccupationEmploymentByArea",
    summary="Where people in an occupation work, by state and territory",
    response_model=EmploymentList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_employment_by_area(
    request: Request, soc_code: SocCodePath, query: Annotated[EmploymentByAreaQuery, Query()], database: Served
) -> Response:
    """The jobs in an occupation in each area below the nation, with their concentration and reliability.

    Use it to find where an occupation is most concentrated: `sort=-location_quotient`, with `max_employment_rse=10` to
    leave out estimates that are not reliable.
    """
    fixed = (ALL_INDUSTRIES, BELOW_THE_NATION)
    return _occupation_employment(request, soc_code, query, database, fixed)


@router.get(
    "/occupations/{soc_code}/employment/by-industry",
    operation_id="listOccupationEmploymentByIndustry",
    summary="Who employs people in an occupation, by industry",
    response_model=EmploymentList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_employment_by_industry(
    request: Request, soc_code: SocCodePath, query: Annotated[EmploymentByIndustryQuery, Query()], database: Served
) -> Response:
    """The jobs in an occupation in single industries of the nation. Use it to tell who employs an occupation.

    A handbook profile names the largest employers by rank, with their share of the occupation's jobs in whole percent;
    the shares do not sum to 100. `derived` has the jobs that a share stands for. `program=ep` gives the national
    employment matrix: every industry, with totals among them (`industry_row_type`).
    """
    return _occupation_employment(request, soc_code, query, database, (THE_NATION, SINGLE_INDUSTRIES))


def _occupation_employment(
    request: Request,
    soc_code: str,
    query: OccupationEmploymentQuery | EmploymentByAreaQuery | EmploymentByIndustryQuery,
    database: Database,
    fixed: Sequence[OneOf],
) -> Response:
    with database.snapshot() as snapshot:
        found = find_occupation(
            snapshot.catalog, soc_code, query.soc_vintage, release_choice(query), query.reference_period
        )
        asked = list_request(request, query, snapshot, fixed)
        listing = query_occupation_employment(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)
