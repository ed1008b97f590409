"""`/v1/organizations`: who issues credentials, accredits programs and answers questions."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import Field

from app.api.dependencies import Served
from app.api.documentation import REFERENCE_ITEM_PROBLEMS, REFERENCE_LIST_PROBLEMS
from app.api.list_requests import list_request
from app.api.parameters import Parameters, listing, several
from app.api.responses import item_response, list_response
from app.domain.statements import OrganizationRole
from app.queries.organizations import get_organization as query_organization
from app.queries.organizations import list_organizations as query_organizations
from app.schemas.organizations import OrganizationItem, OrganizationList

router = APIRouter(tags=["reference"])

_Slug = Annotated[str, Field(max_length=60, json_schema_extra={"example": "ahima"})]
OrganizationSlug = Annotated[
    str,
    Path(
        description="Identifier of the organization, as `organization` has it in lists.",
        max_length=60,
        json_schema_extra={"example": "ahima"},
    ),
]


@listing(sort=("organization", "name", "acronym"))
class OrganizationsQuery(Parameters):
    """What `/v1/organizations` takes."""

    organization: Annotated[list[_Slug], several("Keep these organizations.")]
    role: Annotated[list[OrganizationRole], several("Keep organizations that play these parts.")]


@router.get(
    "/organizations",
    operation_id="listOrganizations",
    summary="Organizations that profiles name",
    response_model=OrganizationList,
    responses=REFERENCE_LIST_PROBLEMS,
)
def list_organizations(request: Request, query: Annotated[OrganizationsQuery, Query()], database: Served) -> Response:
    """The organizations that handbook profiles name, and the parts that they play: issuer, accreditor, contact.

    Who issues credentials: `/v1/organizations?role=issuer`.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        return list_response(request, snapshot.catalog, query_organizations(snapshot, asked), asked.limit)


@router.get(
    "/organizations/{organization}",
    operation_id="getOrganization",
    summary="One organization and where it is named",
    response_model=OrganizationItem,
    responses=REFERENCE_ITEM_PROBLEMS,
)
def get_organization(request: Request, organization: OrganizationSlug, database: Served) -> Response:
    """An organization: the credentials that it issues, the programs that it accredits, what it is a contact for."""
    with database.snapshot() as snapshot:
        return item_response(request, snapshot.catalog, query_organization(snapshot, organization))
