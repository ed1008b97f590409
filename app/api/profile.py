"""`/v1/occupations/{soc_code}/profile`: the handbook's text on an occupation."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_ITEM_PROBLEMS
from app.api.filters import SocCodePath
from app.api.list_requests import release_choice
from app.api.parameters import ProfileQuery
from app.api.responses import item_response
from app.queries.profile import get_profile as query_profile
from app.queries.resolution import find_occupation
from app.schemas.profile import ProfileItem

router = APIRouter(tags=["characteristics"])


@router.get(
    "/occupations/{soc_code}/profile",
    operation_id="getOccupationProfile",
    summary="The handbook profile of an occupation, word for word",
    response_model=ProfileItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_profile(
    request: Request, soc_code: SocCodePath, query: Annotated[ProfileQuery, Query()], database: Served
) -> Response:
    """The text of the handbook by section, with its headings, other titles of the occupation, and links to the facts.

    Use it to show the publisher's own words beside the figures: `lines` has each paragraph with its line in the
    document, and the `provenance.document_line` of every fact that a profile states points to the same lines.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, release_choice(query))
        return item_response(request, snapshot.catalog, query_profile(snapshot, found, release_choice(query)))
