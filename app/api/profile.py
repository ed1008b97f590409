"""`/v1/occupations/{soc_code}/profile`: the handbook's text."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_ITEM_PROBLEMS
from app.api.list_requests import release_choice
from app.api.parameters import Parameters, Programs, Releases, SocCodePath, Vintage
from app.api.responses import item_response
from app.queries.profile import get_profile as query_profile
from app.queries.resolution import find_occupation
from app.schemas.profile import ProfileItem

router = APIRouter(tags=["profile"])


class ProfileQuery(Parameters):
    """What the profile of an occupation takes."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/profile",
    operation_id="getOccupationProfile",
    summary="The handbook's text, by section",
    response_model=ProfileItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_profile(
    request: Request, soc_code: SocCodePath, query: Annotated[ProfileQuery, Query()], database: Served
) -> Response:
    """The handbook profile of an occupation, word for word, by section, with the line that each paragraph stands on.

    Use it to show or to quote the text. The figures in it stand in their own answers, which `links` names.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        return item_response(request, snapshot.catalog, query_profile(snapshot, found, release_choice(query)))
