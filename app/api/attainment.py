"""`/v1/occupations/{soc_code}/education/attainment`: what education those who work in an occupation have."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.employment_projections import OccupationRoundQuery, occupation_answer
from app.api.filters import Attainments, SocCodePath
from app.api.parameters import listing
from app.queries.attainment import ATTAINMENT_SHARES
from app.schemas.attainment import AttainmentShareList

router = APIRouter(tags=["preparation"])


@listing(sort=("attainment", "percent_of_workers"), measures=("percent_of_workers",))
class OccupationAttainmentQuery(OccupationRoundQuery):
    """What `/v1/occupations/{soc_code}/education/attainment` takes."""

    attainment: Attainments


@router.get(
    "/occupations/{soc_code}/education/attainment",
    operation_id="listOccupationAttainment",
    summary="What education those who work in an occupation have",
    response_model=AttainmentShareList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_attainment(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationAttainmentQuery, Query()], database: Served
) -> Response:
    """The educational attainment of workers in an occupation who are 25 years and older (American Community Survey).

    Use it to compare what people have with what entry takes (`entry_education` in the projections): many have more,
    or less. The shares of one occupation add up to 100 but for rounding; `survey_period` names the years of the
    survey.
    """
    return occupation_answer(request, soc_code, query, database, ATTAINMENT_SHARES)
