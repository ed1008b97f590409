"""`/v1/occupations/{soc_code}/data-collection`: how O*NET's data on an occupation were collected."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import SocCodePath, Words, several
from app.api.onet import OnetQuery, asked_of_occupation
from app.api.parameters import listing
from app.api.responses import list_response
from app.queries.data_collection import list_collection_facts as query_collection_facts
from app.schemas.data_collection import CollectionFactList

router = APIRouter(tags=["onet"])


@listing(sort=("onet_soc_code", "item", "response", "date"))
class CollectionFactsQuery(OnetQuery):
    """What the notes on the collection of data take."""

    item: Annotated[
        list[Words], several("Keep what was measured under these names, as printed.", example="Data Collection Mode")
    ]


@router.get(
    "/occupations/{soc_code}/data-collection",
    operation_id="listOccupationDataCollection",
    summary="How O*NET's data on an occupation were collected",
    response_model=CollectionFactList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_data_collection(
    request: Request, soc_code: SocCodePath, query: Annotated[CollectionFactsQuery, Query()], database: Served
) -> Response:
    """From whom O*NET collected its data on an occupation, how, and how many answered.

    Use it to judge how far to trust ratings: rates of response, industries and years on the job of those who answered.
    """
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        return list_response(request, snapshot, query_collection_facts(snapshot, asked), asked.request.limit)
