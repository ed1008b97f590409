"""`/v1/occupations/{soc_code}/titles`: other titles that an occupation goes by."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import SocCodePath, TitleKinds, Words, several
from app.api.onet import OnetQuery, asked_of_occupation
from app.api.parameters import listing
from app.api.responses import list_response
from app.queries.titles import list_titles as query_titles
from app.schemas.titles import ListedTitleList

router = APIRouter(tags=["occupations"])


@listing(sort=("other_title", "kind", "onet_soc_code"))
class TitlesQuery(OnetQuery):
    """What the other titles of an occupation take."""

    kind: TitleKinds
    other_title: Annotated[
        list[Words],
        several("Keep titles that have these words, whole and in any case.", example="health information"),
    ]


@router.get(
    "/occupations/{soc_code}/titles",
    operation_id="listOccupationTitles",
    summary="Other titles of an occupation",
    response_model=ListedTitleList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_titles(
    request: Request, soc_code: SocCodePath, query: Annotated[TitlesQuery, Query()], database: Served
) -> Response:
    """Titles that the handbook's profile uses, that O*NET lists as alternates, and that workers reported.

    Use it to recognise a job title as this occupation. `kind` tells where a title is from; with eight digits in the
    path, only the titles of that occupation of O*NET are listed.
    """
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        return list_response(request, snapshot, query_titles(snapshot, asked), asked.request.limit)
