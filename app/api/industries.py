"""`/v1/industries`: the industries that figures are published for."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import REFERENCE_ITEM_PROBLEMS, REFERENCE_LIST_PROBLEMS
from app.api.filters import IndustryCodes, IndustryLevels
from app.api.list_requests import list_request
from app.api.parameters import ExplainedQuery, Parameters, listing
from app.api.responses import item_response, list_response
from app.domain.codes import IndustryCode
from app.queries.industries import get_industry as query_industry
from app.queries.industries import list_industries as query_industries
from app.schemas.industries import IndustryItem, IndustryList

router = APIRouter(tags=["reference"])


@listing(sort=("industry_code", "industry_title", "industry_level"))
class IndustriesQuery(Parameters):
    """What `/v1/industries` takes."""

    industry_code: IndustryCodes
    industry_level: IndustryLevels


@router.get(
    "/industries",
    operation_id="listIndustries",
    summary="Industries",
    response_model=IndustryList,
    responses=REFERENCE_LIST_PROBLEMS,
)
def list_industries(request: Request, query: Annotated[IndustriesQuery, Query()], database: Served) -> Response:
    """The industries that figures are published for, with the handbook's words for them.

    Use it to find what to give as `industry_code`. Codes are NAICS codes as OEWS writes them; `000000` is all
    industries together.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        return list_response(request, snapshot, query_industries(snapshot, asked), asked.limit)


@router.get(
    "/industries/{industry_code}",
    operation_id="getIndustry",
    summary="One industry",
    response_model=IndustryItem,
    responses=REFERENCE_ITEM_PROBLEMS,
)
def get_industry(
    request: Request,
    industry_code: Annotated[IndustryCode, Path()],
    _query: Annotated[ExplainedQuery, Query()],
    database: Served,
) -> Response:
    """An industry by its code, at each level of NAICS at which the code stands.

    Use it to label a figure, and to see which words of the handbook mean the industry. `622` and `622000` are the same
    code; sectors are `54` or `31-33`.
    """
    with database.snapshot() as snapshot:
        return item_response(request, snapshot.catalog, query_industry(snapshot, industry_code))
