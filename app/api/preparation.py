"""`/v1/occupations/{soc_code}/preparation`: what it takes to enter an occupation and to advance."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_ITEM_PROBLEMS
from app.api.filters import SocCodePath
from app.api.list_requests import release_choice
from app.api.parameters import ProfileQuery
from app.api.responses import item_response
from app.queries.preparation import get_preparation as query_preparation
from app.queries.resolution import find_occupation
from app.schemas.preparation import PreparationItem

router = APIRouter(tags=["preparation"])


@router.get(
    "/occupations/{soc_code}/preparation",
    operation_id="getOccupationPreparation",
    summary="What it takes to enter an occupation",
    response_model=PreparationItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_preparation(
    request: Request, soc_code: SocCodePath, query: Annotated[ProfileQuery, Query()], database: Served
) -> Response:
    """The way into an occupation and up from it: education, courses, experience, certification, advancement.

    Use it to lay out the steps for someone who wants to enter: `entry_education` is what most need, `education_paths`
    has every level that the profile names with the words that limit it (`some`, `most`, `may`), `coursework` tells high
    school courses from those of the program.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, release_choice(query))
        return item_response(request, snapshot.catalog, query_preparation(snapshot, found, release_choice(query)))
