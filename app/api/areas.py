"""`/v1/areas`: the areas that estimates are published for."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import REFERENCE_LIST_PROBLEMS
from app.api.filters import AreaCodes, AreaTypes
from app.api.list_requests import list_request
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.queries.areas import list_areas as query_areas
from app.schemas.areas import AreaList

router = APIRouter(tags=["reference"])


@listing(sort=("area_code", "area_title", "area_type"))
class AreasQuery(Parameters):
    """What `/v1/areas` takes."""

    area_code: AreaCodes
    area_type: AreaTypes


@router.get(
    "/areas",
    operation_id="listAreas",
    summary="Areas: nation, states, territories",
    response_model=AreaList,
    responses=REFERENCE_LIST_PROBLEMS,
)
def list_areas(request: Request, query: Annotated[AreasQuery, Query()], database: Served) -> Response:
    """The areas that estimates are published for, with the codes that `area_code` takes everywhere.

    Use it to find what to give as `area_code`. States are also accepted by their postal abbreviation, the nation as
    `US`.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        return list_response(request, snapshot, query_areas(snapshot, asked), asked.limit)
