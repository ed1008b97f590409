"""`/v1/occupations/{soc_code}/contacts`: where to ask for more."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, Programs, Releases, SocCodePath, Vintage, listing
from app.api.responses import list_response
from app.queries.contacts import list_contacts as query_contacts
from app.queries.resolution import find_occupation
from app.schemas.contacts import ContactGroupList

router = APIRouter(tags=["profile"])


@listing(sort=("group_position", "topic"))
class ContactsQuery(Parameters):
    """What the contacts of an occupation take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/occupations/{soc_code}/contacts",
    operation_id="listOccupationContacts",
    summary="Where to ask for more",
    response_model=ContactGroupList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_contacts(
    request: Request, soc_code: SocCodePath, query: Annotated[ContactsQuery, Query()], database: Served
) -> Response:
    """The organizations that a handbook profile sends its readers to, in its groups: what each group is good for.

    Use it to show whom to ask about certification, about a specialty, or for a list of accredited programs.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        asked = list_request(request, query, snapshot)
        answer = query_contacts(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot.catalog, answer, asked.limit)
