"""`/v1/occupations/{soc_code}/characteristics`: what an occupation is like and whom it suits."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_ITEM_PROBLEMS
from app.api.filters import SocCodePath
from app.api.list_requests import release_choice
from app.api.parameters import ProfileQuery
from app.api.responses import item_response
from app.queries.characteristics import get_characteristics as query_characteristics
from app.queries.resolution import find_occupation
from app.schemas.characteristics import CharacteristicsItem

router = APIRouter(tags=["characteristics"])


@router.get(
    "/occupations/{soc_code}/characteristics",
    operation_id="getOccupationCharacteristics",
    summary="What an occupation is like, and whom it suits",
    response_model=CharacteristicsItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_characteristics(
    request: Request, soc_code: SocCodePath, query: Annotated[ProfileQuery, Query()], database: Served
) -> Response:
    """Interests (Holland Code) and qualities that suit an occupation, its work environment and its schedule.

    Use it to match people and occupations: each quality says which tasks call for it, and each statement on the work
    keeps how many (`most`), how often (`typically`) and how firmly (`may`) it is said. `onet` has the occupations that
    O*NET tells apart in the code, the job zone of each, and links to its skills, tasks and technology.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, release_choice(query))
        return item_response(request, snapshot.catalog, query_characteristics(snapshot, found, release_choice(query)))
