"""`/v1/certifications` and `/v1/occupations/{soc_code}/certifications`: the credentials that profiles name."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.filters import Acronyms, Issuers, MajorGroups, Programs, Releases, SocCodePath, SocCodes, Vintage, Vintages
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.queries.certifications import list_certifications as query_certifications
from app.queries.certifications import list_occupation_certifications as query_occupation_certifications
from app.queries.resolution import find_occupation
from app.schemas.certifications import CertificationList

router = APIRouter(tags=["preparation"])


@listing(sort=("acronym", "name", "soc_code"))
class CertificationsQuery(Parameters):
    """What `/v1/certifications` takes."""

    soc_code: SocCodes
    major_group: MajorGroups
    soc_vintage: Vintages
    acronym: Acronyms
    organization: Issuers
    program: Programs
    release: Releases


@listing(sort=("position", "acronym", "name"))
class OccupationCertificationsQuery(Parameters):
    """What the certifications of an occupation take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/certifications",
    operation_id="listCertifications",
    summary="Credentials across occupations",
    response_model=CertificationList,
    responses=LIST_PROBLEMS,
)
def list_certifications(request: Request, query: Annotated[CertificationsQuery, Query()], database: Served) -> Response:
    """Every credential that a handbook profile names, with its issuer, what it requires and how it is renewed.

    Use it to find out what an acronym stands for and which occupation it belongs to: `/v1/certifications?acronym=RHIT`.
    A credential is found by the letters that it has today, too: `acronym=ODS` finds the CTR. `organization=ahima` keeps
    what one organization issues. Answers from the newest handbook release.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        listing = query_certifications(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


@router.get(
    "/occupations/{soc_code}/certifications",
    operation_id="listOccupationCertifications",
    summary="Which credentials count in an occupation",
    response_model=CertificationList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_certifications(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationCertificationsQuery, Query()], database: Served
) -> Response:
    """The credentials that the profile of an occupation names: issuer, requirements, renewal, who may ask for it.

    Use it to tell a candidate which exam to take and who holds it. `applies_to` names the specialty that a credential
    is for; the code that the specialty has today (29-9021 for cancer registrars) answers with it too.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, release_choice(query))
        asked = list_request(request, query, snapshot)
        listing = query_occupation_certifications(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)
