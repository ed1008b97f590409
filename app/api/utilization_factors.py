"""`/v1/occupations/{soc_code}/utilization-factors`: why its share of jobs changes."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.employment_projections import OccupationRoundQuery, occupation_answer
from app.api.filters import MatrixIndustryCodes, SocCodePath
from app.api.parameters import listing
from app.queries.utilization_factors import UTILIZATION_FACTORS
from app.schemas.utilization_factors import UtilizationFactorList

router = APIRouter(tags=["projections"])


@listing(sort=("industry_code", "industry_title"))
class UtilizationFactorsQuery(OccupationRoundQuery):
    """What `/v1/occupations/{soc_code}/utilization-factors` takes."""

    industry_code: MatrixIndustryCodes


@router.get(
    "/occupations/{soc_code}/utilization-factors",
    operation_id="listUtilizationFactors",
    summary="Why an occupation's share of jobs is projected to change",
    response_model=UtilizationFactorList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_utilization_factors(
    request: Request, soc_code: SocCodePath, query: Annotated[UtilizationFactorsQuery, Query()], database: Served
) -> Response:
    """What changes the occupation's share of the jobs of an industry, or of all industries, in the publisher's words.

    Use it to explain a projection: demand for the industry is one half of it, these factors are the other.
    A factor whose `industry_code` is `null` is about all industries.
    """
    return occupation_answer(request, soc_code, query, database, UTILIZATION_FACTORS)
