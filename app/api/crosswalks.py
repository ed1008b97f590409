"""`/v1/crosswalks`: which codes correspond to which."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import REFERENCE_LIST_PROBLEMS
from app.api.filters import Links, Schemes, several, written
from app.api.list_requests import list_request
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.queries.crosswalks import list_crosswalks as query_crosswalks
from app.schemas.crosswalks import CrosswalkList

router = APIRouter(tags=["reference"])

_Edition = Annotated[str, *written(r"^(19|20)[0-9]{2}$", "an edition, by its year: 2018", example="2018")]
_Code = Annotated[
    str,
    *written(
        r"^([0-9]{2}-[0-9]{4}(\.[0-9]{2})?|[0-9]{2}\.[0-9]{4})$",
        "a code of a scheme: 29-2071 (SOC, OEWS), 29-2072.00 (O*NET-SOC) or 51.0707 (CIP)",
        example="29-2071",
    ),
]
Editions = Annotated[list[_Edition], several("Keep links with a code of these editions.", example="2018")]
Codes = Annotated[list[_Code], several("Keep links with these codes.", example="29-2071")]


@listing(sort=("from_code", "to_code", "from_title", "to_title", "from_edition", "to_edition"))
class CrosswalksQuery(Parameters):
    """What `/v1/crosswalks` takes."""

    from_scheme: Schemes
    from_edition: Editions
    from_code: Codes
    to_scheme: Schemes
    to_edition: Editions
    to_code: Codes
    link: Links


@router.get(
    "/crosswalks",
    operation_id="listCrosswalks",
    summary="Which codes correspond to which",
    response_model=CrosswalkList,
    responses=REFERENCE_LIST_PROBLEMS,
)
def list_crosswalks(request: Request, query: Annotated[CrosswalksQuery, Query()], database: Served) -> Response:
    """Links between codes of classifications and their editions: SOC, O*NET-SOC, the list of OEWS, CIP.

    Use it to carry figures from one edition to the next: `/v1/crosswalks?from_scheme=soc&from_code=29-2071`. `link`
    says whether all of the second code came from the first (`whole`) or a part: parts do not add up to the first.
    Programs of education lead to occupations by `from_scheme=cip`.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        return list_response(request, snapshot, query_crosswalks(snapshot, asked), asked.limit)
