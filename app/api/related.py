"""`/v1/occupations/{soc_code}/related`: other occupations that a profile or O*NET points to."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import Flag, Relations, SocCodePath, flag
from app.api.onet import OnetQuery, asked_of_occupation
from app.api.parameters import listing
from app.api.responses import list_response
from app.queries.related import list_related_occupations as query_related_occupations
from app.schemas.related import RelatedOccupationList

router = APIRouter(tags=["characteristics"])


PaysMore = Annotated[
    Flag,
    flag(
        "`true` keeps occupations whose median wage in the newest OEWS release is surely above that of this one, "
        "`false` those where it surely is not."
    ),
]


@listing(sort=("position", "relation", "related_title", "related_soc_code", "related_annual_median"))
class RelatedQuery(OnetQuery):
    """What the related occupations of an occupation take."""

    relation: Relations
    pays_more: PaysMore


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
    """Occupations that people advance to and similar ones by the handbook, then those that O*NET finds related.

    Use it to suggest where to go next: `?pays_more=true&sort=-related_annual_median` keeps those that pay more, best
    first. `relation` says how the other is related, `related_url` leads to it. A code that the profile does not
    print is curated, and `provenance.curated` says on what it rests. `program=onet` keeps O*NET's, which come for each
    of its occupations, the most related first.
    """
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        listing = query_related_occupations(snapshot, asked)
        return list_response(request, snapshot, listing, asked.request.limit)
