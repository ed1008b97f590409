"""`/v1/scales`: the scales that O*NET's ratings are on."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS
from app.api.filters import Programs, Releases, ScaleIds
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.queries.scales import list_scales as query_scales
from app.schemas.scales import ScaleList

router = APIRouter(tags=["reference"])


@listing(sort=("scale_id", "scale_name"))
class ScalesQuery(Parameters):
    """What `/v1/scales` takes."""

    scale_id: ScaleIds
    program: Programs
    release: Releases


@router.get(
    "/scales",
    operation_id="listScales",
    summary="Scales of O*NET's ratings",
    response_model=ScaleList,
    responses=LIST_PROBLEMS,
)
def list_scales(request: Request, query: Annotated[ScalesQuery, Query()], database: Served) -> Response:
    """The scales that ratings are on, with the least and the greatest value that each can take.

    Use it to put values of different scales in proportion: importance runs from 1 to 5, level from 0 to 7.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        found = query_scales(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, found, asked.limit)
