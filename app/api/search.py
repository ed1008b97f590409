"""`/v1/search`: which occupation is meant."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.filters import truth
from app.api.list_requests import page_limit
from app.api.parameters import Parameters, limited
from app.api.problems import InvalidParameter, ProblemError
from app.api.responses import list_response
from app.queries.search import search as query_search
from app.schemas.search import SearchHitList

router = APIRouter(tags=["occupations"])

_LONGEST = 200


@limited
class SearchQuery(Parameters):
    """What a search takes."""

    q: Annotated[
        Annotated[str, StringConstraints(max_length=_LONGEST)] | SkipJsonSchema[None],
        Field(
            default=None,
            description="A job title as people write it, a SOC or O*NET-SOC code of any edition, a credential, a "
            "technology, or words of a description. Misspelt words, abbreviations and plurals are understood. "
            "A search cannot do without it.",
            examples=["sr. RN - ICU nights"],
        ),
    ]
    prefix: Annotated[
        Annotated[bool, BeforeValidator(truth)] | SkipJsonSchema[None],
        Field(
            default=None,
            description="`true` takes each word as the beginning of one, to search while somebody types: `med rec`.",
            examples=[True],
        ),
    ]


@router.get(
    "/search",
    operation_id="listSearchHits",
    summary="Which occupation is meant",
    response_model=SearchHitList,
    responses=problems("conflicting-parameters"),
)
def list_search_hits(request: Request, query: Annotated[SearchQuery, Query()], database: Served) -> Response:
    """Occupations for a job title, code, credential, technology or words of a description, best first.

    Use it to turn what somebody wrote into a code: `/v1/search?q=medcal+coder`. Each hit says which text is nearest,
    where that was read, and how likely it is that this occupation is meant (`score`). A retired code finds itself and
    what it became. Where nothing is near, the list is empty and `absence` says so. The list has one page.
    """
    if query.q is None:
        error = InvalidParameter("query", "q", None, "what to search for: q=registered+nurse")
        raise ProblemError("conflicting-parameters", "There is nothing to search for.", errors=[error])
    with database.snapshot() as snapshot:
        limit = page_limit(request, dict(query)["limit"], snapshot)
        found = query_search(snapshot, query.q, unfinished=bool(query.prefix), limit=limit)
        return list_response(request, snapshot, found, limit)
