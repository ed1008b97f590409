"""`/v1/occupations/{soc_code}/preparation`: what it takes to enter an occupation."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_ITEM_PROBLEMS
from app.api.list_requests import release_choice
from app.api.parameters import Parameters, Programs, Releases, SocCodePath, Vintage
from app.api.responses import item_response
from app.queries.preparation import get_preparation as query_preparation
from app.queries.resolution import find_occupation
from app.schemas.preparation import PreparationItem

router = APIRouter(tags=["preparation"])


class PreparationQuery(Parameters):
    """What the preparation of an occupation takes."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/preparation",
    operation_id="getOccupationPreparation",
    summary="What it takes to enter an occupation",
    response_model=PreparationItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_preparation(
    request: Request, soc_code: SocCodePath, query: Annotated[PreparationQuery, Query()], database: Served
) -> Response:
    """The typical entry-level education and its alternatives, coursework, experience, certification, advancement.

    Each statement of a handbook profile is taken apart: how many it holds of (`quantifier`), how often (`frequency`),
    how firmly (`modality`); `statement` has its own words. Use it to show a way into the occupation, step by step.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        return item_response(request, snapshot.catalog, query_preparation(snapshot, found, release_choice(query)))
