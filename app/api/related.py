"""`/v1/occupations/{soc_code}/related`: other occupations that a profile points to."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, Programs, Relations, Releases, SocCodePath, Vintage, listing
from app.api.responses import list_response
from app.queries.related import list_related_occupations as query_related_occupations
from app.queries.resolution import find_occupation
from app.schemas.related import RelatedOccupationList

router = APIRouter(tags=["characteristics"])


@listing(sort=("position", "relation", "related_title", "related_soc_code"))
class RelatedQuery(Parameters):
    """What the related occupations of an occupation take."""

    soc_vintage: Vintage
    relation: Relations
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/related",
    operation_id="listRelatedOccupations",
    summary="Occupations to advance to, and similar ones",
    response_model=RelatedOccupationList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_related_occupations(
    request: Request, soc_code: SocCodePath, query: Annotated[RelatedQuery, Query()], database: Served
) -> Response:
    """The occupations that the profile of an occupation points to: those that people advance to, and similar ones.

    Use it to suggest where to go next: `relation` says how the other is related, `related_url` leads to it. A code
    that the profile does not print is curated, and `provenance.curated` says on what it rests.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        asked = list_request(request, query, snapshot)
        listing = query_related_occupations(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot.catalog, listing, asked.limit)
