"""`/v1/elements`: what O*NET describes occupations by."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_ITEM_PROBLEMS
from app.api.filters import ElementIds, ElementPath, Programs, RatingDomains, Releases
from app.api.list_requests import list_request, release_choice
from app.api.parameters import ExplainedQuery, Parameters, listing
from app.api.responses import item_response, list_response
from app.queries.elements import get_element as query_element
from app.queries.elements import list_elements as query_elements
from app.schemas.elements import ElementItem, ElementList

router = APIRouter(tags=["reference"])


@listing(sort=("element_id", "element_name"))
class ElementsQuery(Parameters):
    """What `/v1/elements` takes."""

    element_id: ElementIds
    domain: RatingDomains
    program: Programs
    release: Releases


class ElementQuery(ExplainedQuery):
    """What a single element takes."""

    program: Programs
    release: Releases


@router.get(
    "/elements",
    operation_id="listElements",
    summary="Elements of O*NET's content model",
    response_model=ElementList,
    responses=LIST_PROBLEMS,
)
def list_elements(request: Request, query: Annotated[ElementsQuery, Query()], database: Served) -> Response:
    """What O*NET describes occupations by: skills, abilities, activities and the rest, each with what it means.

    Use it to find the `element_id` that other lists take. An element's parent has the start of its identifier.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        found = query_elements(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, found, asked.limit)


@router.get(
    "/elements/{element_id}",
    operation_id="getElement",
    summary="One element, with all that explains it",
    response_model=ElementItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_element(
    request: Request, element_id: ElementPath, query: Annotated[ElementQuery, Query()], database: Served
) -> Response:
    """An element with examples of its levels, the meaning of its categories, the questions that ask for it, its links.

    Use it to read a rating: what a level of 4 means for this element, by its examples.

    Work activities come with the intermediate and detailed activities that belong to them, interests with examples and
    keywords.
    """
    with database.snapshot() as snapshot:
        return item_response(request, snapshot.catalog, query_element(snapshot, element_id, release_choice(query)))
