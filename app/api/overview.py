"""`/v1/occupations/{soc_code}/overview`: everything about an occupation that a page shows."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_ITEM_PROBLEMS
from app.api.filters import SocCodePath, Vintage, several
from app.api.parameters import Parameters
from app.api.responses import item_response
from app.domain.codes import is_onet_soc_code
from app.queries.overview import Section
from app.queries.overview import get_overview as query_overview
from app.queries.resolution import find_occupation
from app.schemas.overview import OverviewItem

router = APIRouter(tags=["occupations"])


class OverviewQuery(Parameters):
    """What an overview takes."""

    soc_vintage: Vintage
    section: Annotated[
        list[Section], several("Show these topics; all of them if left out.", example=Section.CERTIFICATIONS)
    ]


@router.get(
    "/occupations/{soc_code}/overview",
    operation_id="getOccupationOverview",
    summary="Everything about an occupation, for a page",
    response_model=OverviewItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_overview(
    request: Request, soc_code: SocCodePath, query: Annotated[OverviewQuery, Query()], database: Served
) -> Response:
    """An occupation at a glance, and each topic with the beginning of its own answer: what a page about it needs.

    Use it to show one occupation with one request: `/v1/occupations/29-2072/overview`, or with some topics
    `/v1/occupations/29-2072/overview?section=wages&section=certifications`. A list begins with its first 25 records;
    `url` leads to all of it, with filters and pages. A topic without an answer says why in its `absence`.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        onet_soc_code = soc_code if is_onet_soc_code(soc_code) else None
        return item_response(request, snapshot.catalog, query_overview(snapshot, found, onet_soc_code, query.section))
