"""`/v1/wages` and `/v1/occupations/{soc_code}/wages`: what occupations pay."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.estimates import AcrossOccupations, ByArea, ByIndustry, OfOccupation
from app.api.filters import SocCodePath
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
from app.domain.measures import EMPLOYMENT_MEASURES, OEWS_MEASURES, WAGE_MEASURES
from app.queries.list_request import OneOf
from app.queries.resolution import find_occupation
from app.queries.snapshot import Database
from app.queries.wages import list_occupation_wages as query_occupation_wages
from app.queries.wages import list_wages as query_wages
from app.schemas.wages import WageList

router = APIRouter(tags=["wages"])

_ORDER = ("title", "area_code", "area_title", "industry_code", "reference_period", *WAGE_MEASURES)


@listing(sort=("soc_code", *_ORDER, *EMPLOYMENT_MEASURES), measures=OEWS_MEASURES)
class WagesQuery(AcrossOccupations):
    """What `/v1/wages` takes."""


@listing(sort=_ORDER)
class OccupationWagesQuery(OfOccupation):
    """What the wages of an occupation takes."""


@listing(sort=(*_ORDER, *EMPLOYMENT_MEASURES), measures=OEWS_MEASURES)
class WagesByAreaQuery(ByArea):
    """What the wages of an occupation by area takes."""


@listing(sort=(*_ORDER, *EMPLOYMENT_MEASURES), measures=OEWS_MEASURES)
class WagesByIndustryQuery(ByIndustry):
    """What the wages of an occupation by industry takes."""


@router.get(
    "/wages",
    operation_id="listWages",
    summary="Wages across occupations",
    response_model=WageList,
    responses=LIST_PROBLEMS,
)
def list_wages(request: Request, query: Annotated[WagesQuery, Query()], database: Served) -> Response:
    """The pay of every occupation in every area, as a list to filter, sort and page.

    Answers from the newest OEWS release unless `program`, `release` or `reference_period` says otherwise.
    Use it to rank occupations or areas: the best-paid detailed occupations of Texas are
    `/v1/wages?area_code=TX&level=detailed&sort=-annual_median&limit=10`. Without `sort`, records come in the order of
    the publication.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        listing = query_wages(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


@router.get(
    "/occupations/{soc_code}/wages",
    operation_id="listOccupationWages",
    summary="What an occupation pays",
    response_model=WageList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_wages(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationWagesQuery, Query()], database: Served
) -> Response:
    """The wage distribution of an occupation: mean and percentiles, hourly and annual, over all industries.

    Use it to tell what an occupation pays: the middle, and the spread from the lowest to the highest tenth.

    For the nation unless `area_code` names other areas. Answers from the newest OEWS release that has the occupation,
    else from its handbook profile; `program=oews&program=ooh` gives both, which need not agree: they differ in year.
    """
    fixed = (ALL_INDUSTRIES,) if query.area_code else (ALL_INDUSTRIES, THE_NATION)
    return _occupation_wages(request, soc_code, query, database, fixed)


@router.get(
    "/occupations/{soc_code}/wages/by-area",
    operation_id="listOccupationWagesByArea",
    summary="What an occupation pays, by state and territory",
    response_model=WageList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_wages_by_area(
    request: Request, soc_code: SocCodePath, query: Annotated[WagesByAreaQuery, Query()], database: Served
) -> Response:
    """The wage distribution of an occupation in each area below the nation, over all industries.

    Use it to compare states: `/v1/occupations/29-1141/wages/by-area?area_type=state&sort=-annual_median`.
    """
    fixed = (ALL_INDUSTRIES, BELOW_THE_NATION)
    return _occupation_wages(request, soc_code, query, database, fixed)


@router.get(
    "/occupations/{soc_code}/wages/by-industry",
    operation_id="listOccupationWagesByIndustry",
    summary="What an occupation pays, by industry",
    response_model=WageList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_wages_by_industry(
    request: Request, soc_code: SocCodePath, query: Annotated[WagesByIndustryQuery, Query()], database: Served
) -> Response:
    """The wages of an occupation in single industries of the nation.

    Use it to compare what employers pay for the same work.

    A handbook profile gives the median in the industries that employ most; `industry_label` is its wording, and
    `industry_code` the NAICS industry that it means.
    """
    return _occupation_wages(request, soc_code, query, database, (THE_NATION, SINGLE_INDUSTRIES))


def _occupation_wages(
    request: Request,
    soc_code: str,
    query: OccupationWagesQuery | WagesByAreaQuery | WagesByIndustryQuery,
    database: Database,
    fixed: Sequence[OneOf],
) -> Response:
    with database.snapshot() as snapshot:
        found = find_occupation(
            snapshot.catalog, soc_code, query.soc_vintage, release_choice(query), query.reference_period
        )
        asked = list_request(request, query, snapshot, fixed)
        listing = query_occupation_wages(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)
