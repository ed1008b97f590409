"""`/v1/occupations/{soc_code}/example-titles`: titles that Employment Projections give as examples."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.employment_projections import OccupationRoundQuery, occupation_answer
from app.api.filters import SocCodePath
from app.api.parameters import listing
from app.queries.example_titles import EXAMPLE_TITLES
from app.schemas.example_titles import ExampleTitleList

router = APIRouter(tags=["characteristics"])


@listing(sort=("position", "example_title"))
class OccupationExampleTitlesQuery(OccupationRoundQuery):
    """What `/v1/occupations/{soc_code}/example-titles` takes."""


@router.get(
    "/occupations/{soc_code}/example-titles",
    operation_id="listOccupationExampleTitles",
    summary="Example titles of an occupation",
    response_model=ExampleTitleList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_example_titles(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationExampleTitlesQuery, Query()], database: Served
) -> Response:
    """The titles that the projections print behind an occupation's own, in their order.

    Use it to show what people in the occupation are called. They come with the download of a round, not with its
    workbook.
    """
    return occupation_answer(request, soc_code, query, database, EXAMPLE_TITLES)
