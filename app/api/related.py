"""`/v1/occupations/{soc_code}/related`: occupations that a profile points to."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, Programs, Releases, SocCodePath, Vintage, listing
from app.api.responses import list_response
from app.queries.related import list_related_occupations as query_related
from app.queries.resolution import find_occupation
from app.schemas.related import RelatedOccupationList

router = APIRouter(tags=["profile"])


@listing(sort=("position", "relation", "related_title"))
class RelatedQuery(Parameters):
    """What the related of an occupation take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/related",
    operation_id="listRelatedOccupations",
    summary="Occupations to advance to, or like it",
    response_model=RelatedOccupationList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_related(
    request: Request, soc_code: SocCodePath, query: Annotated[RelatedQuery, Query()], database: Served
) -> Response:
    """The occupations that a handbook profile points to: those that people advance to, and those with similar duties.

    The handbook names them in words; `related_soc_code` is the code that they mean.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        asked = list_request(request, query, snapshot)
        answer = query_related(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot.catalog, answer, asked.limit)
