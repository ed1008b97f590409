"""`/v1/occupations/{soc_code}/contacts`: whom to ask, and for what."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import Programs, Releases, SocCodePath, Vintage
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.queries.contacts import list_contacts as query_contacts
from app.queries.resolution import find_occupation
from app.schemas.contacts import ContactGroupList

router = APIRouter(tags=["preparation"])


@listing(sort=("group_position", "topic_slug"))
class ContactsQuery(Parameters):
    """What the contacts of an occupation take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/contacts",
    operation_id="listOccupationContacts",
    summary="Whom to ask about an occupation, and for what",
    response_model=ContactGroupList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_contacts(
    request: Request, soc_code: SocCodePath, query: Annotated[ContactsQuery, Query()], database: Served
) -> Response:
    """The organizations that the profile of an occupation sends its readers to, in groups by what each is good for.

    Use it to show a reader where to go on: `topic` says on what, `offers` whether information or a list is to be had.
    A group that is for a specialty names it in `applies_to`, and the code that the specialty has today answers with it.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, release_choice(query))
        asked = list_request(request, query, snapshot)
        listing = query_contacts(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)
