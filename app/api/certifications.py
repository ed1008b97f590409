"""`/v1/certifications` and `/v1/occupations/{soc_code}/certifications`: which credentials count."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.list_requests import list_request, release_choice
from app.api.parameters import (
    Parameters,
    Programs,
    Releases,
    SocCodePath,
    SocCodes,
    Vintage,
    Vintages,
    listing,
    several,
)
from app.api.responses import list_response
from app.queries.certifications import list_certifications as query_certifications
from app.queries.certifications import list_occupation_certifications as query_occupation_certifications
from app.queries.resolution import find_occupation
from app.schemas.certifications import CertificationList

router = APIRouter(tags=["certifications"])

_Acronym = Annotated[str, Field(max_length=20, json_schema_extra={"example": "RHIT"})]
_Organization = Annotated[str, Field(max_length=60, json_schema_extra={"example": "ahima"})]


@listing(sort=("soc_code", "acronym", "name", "position"))
class CertificationsQuery(Parameters):
    """What `/v1/certifications` takes."""

    soc_code: SocCodes
    soc_vintage: Vintages
    acronym: Annotated[
        list[_Acronym], several("Keep credentials with this acronym, as printed or as it is today, in any case.")
    ]
    organization: Annotated[list[_Organization], several("Keep credentials that these organizations issue.")]
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
    """Every credential that a handbook profile names, with what it requires and who issues it.

    Find the occupations that a credential is for with `acronym=RHIT`; a later acronym (`ODS` for `CTR`) finds it too.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        answer = query_certifications(snapshot, release_choice(query), asked)
        return list_response(request, snapshot.catalog, answer, asked.limit)


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
    """The credentials of an occupation: what each requires, who issues it, how it is kept, where it may be required.

    `requirements` are those of the credential, `general_rules` what the profile says of certification in general. A
    credential of a specialty says so in `applies_to`, and is found under the specialty's own code too.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        asked = list_request(request, query, snapshot)
        answer = query_occupation_certifications(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot.catalog, answer, asked.limit)
