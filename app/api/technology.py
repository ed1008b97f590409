"""`/v1/technology` and `/v1/occupations/{soc_code}/technology`: software, tools and machines of occupations."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.filters import (
    CommodityCodes,
    ElementIds,
    Flag,
    MajorGroups,
    OnetSocCodes,
    Programs,
    Releases,
    SocCodePath,
    SocCodes,
    TechnologyTypes,
    Words,
    flag,
    several,
)
from app.api.list_requests import list_request, release_choice
from app.api.onet import OnetQuery, asked_of_occupation
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.queries.technology import list_occupation_technology as query_occupation_technology
from app.queries.technology import list_technology as query_technology
from app.schemas.technology import TechnologyList

router = APIRouter(tags=["onet"])

_ORDER = (
    "onet_soc_code",
    "example",
    "commodity_code",
    "commodity_title",
    "element_id",
    "element_name",
    "technology_type",
)
Examples = Annotated[
    list[Words],
    several("Keep examples whose name has these words, whole and in any case: `Terraform`.", example="Terraform"),
]
Commodities = Annotated[
    list[Words],
    several(
        "Keep commodities, or from O*NET 30.3 kinds of software, whose title has these words, whole and in any case.",
        example="spreadsheet software",
    ),
]
Hot = Annotated[Flag, flag("`true` keeps technology that employers often ask for, in all occupations.")]
InDemand = Annotated[Flag, flag("`true` keeps technology that employers often ask for in that occupation.")]


@listing(sort=_ORDER)
class TechnologyQuery(Parameters):
    """What technology across occupations takes."""

    soc_code: SocCodes
    major_group: MajorGroups
    onet_soc_code: OnetSocCodes
    example: Examples
    commodity: Commodities
    commodity_code: CommodityCodes
    element_id: ElementIds
    technology_type: TechnologyTypes
    hot_technology: Hot
    in_demand: InDemand
    program: Programs
    release: Releases


@listing(sort=_ORDER)
class OccupationTechnologyQuery(OnetQuery):
    """What the technology of an occupation takes."""

    example: Examples
    commodity: Commodities
    commodity_code: CommodityCodes
    element_id: ElementIds
    technology_type: TechnologyTypes
    hot_technology: Hot
    in_demand: InDemand


@router.get(
    "/technology",
    operation_id="listTechnology",
    summary="Technology and tools across occupations",
    response_model=TechnologyList,
    responses=LIST_PROBLEMS,
)
def list_technology(request: Request, query: Annotated[TechnologyQuery, Query()], database: Served) -> Response:
    """Software, tools and machines that O*NET names for occupations.

    Use it to find which occupations ask for something: `/v1/technology?example=Terraform`. `in_demand=true` keeps what
    employers often ask for in the occupation itself. Each is an example of a commodity (UNSPSC) or, from O*NET 30.3 on,
    of a kind of software (`element_id`).
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        found = query_technology(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, found, asked.limit)


@router.get(
    "/occupations/{soc_code}/technology",
    operation_id="listOccupationTechnology",
    summary="Technology and tools of an occupation",
    response_model=TechnologyList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_technology(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationTechnologyQuery, Query()], database: Served
) -> Response:
    """The software, tools and machines that people in an occupation use.

    Use it to say what to learn: `technology_type=technology&in_demand=true`. `hot_technology` holds for all occupations
    together, `in_demand` for this one. Each is an example of a commodity (UNSPSC) or, from O*NET 30.3 on, of a kind of
    software (`element_id`).
    """
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        found = query_occupation_technology(snapshot, asked)
        return list_response(request, snapshot, found, asked.request.limit)
