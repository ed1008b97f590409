"""`/v1/organizations`: who issues credentials, accredits programs or is named as a contact."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import REFERENCE_ITEM_PROBLEMS, REFERENCE_LIST_PROBLEMS
from app.api.filters import OrganizationPath, OrganizationRoles, Organizations
from app.api.list_requests import list_request
from app.api.parameters import ExplainedQuery, Parameters, listing
from app.api.responses import item_response, list_response
from app.queries.organizations import get_organization as query_organization
from app.queries.organizations import list_organizations as query_organizations
from app.schemas.organizations import OrganizationItem, OrganizationList

router = APIRouter(tags=["reference"])


@listing(sort=("organization", "name", "acronym"))
class OrganizationsQuery(Parameters):
    """What `/v1/organizations` takes."""

    organization: Organizations
    role: OrganizationRoles


@router.get(
    "/organizations",
    operation_id="listOrganizations",
    summary="Organizations",
    response_model=OrganizationList,
    responses=REFERENCE_LIST_PROBLEMS,
)
def list_organizations(request: Request, query: Annotated[OrganizationsQuery, Query()], database: Served) -> Response:
    """The organizations that something loaded names, and the parts that each plays.

    Use it to find who certifies (`role=issuer`), who accredits programs (`role=accreditor`) and whom profiles name as
    contacts (`role=contact`). Names are as printed; acronyms and addresses are curated.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        return list_response(request, snapshot, query_organizations(snapshot, asked), asked.limit)


@router.get(
    "/organizations/{organization}",
    operation_id="getOrganization",
    summary="One organization, and where it is named",
    response_model=OrganizationItem,
    responses=REFERENCE_ITEM_PROBLEMS,
)
def get_organization(
    request: Request, organization: OrganizationPath, _query: Annotated[ExplainedQuery, Query()], database: Served
) -> Response:
    """An organization: the credentials that it issues, programs that it accredits, topics that it is a contact for.

    Use it to follow a credential to its issuer and to everything else that the issuer stands for.
    """
    with database.snapshot() as snapshot:
        return item_response(request, snapshot.catalog, query_organization(snapshot, organization))
