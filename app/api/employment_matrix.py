"""`/v1/occupations/{soc_code}/projections/by-industry` and `/v1/projections/by-industry`: the employment matrix."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.employment_projections import OccupationRoundQuery, RoundQuery, national_answer, occupation_answer
from app.api.filters import Levels, MatrixIndustryCodes, RowTypes, SocCodePath, SocCodes, Vintages
from app.api.parameters import listing
from app.domain.measures import MATRIX_MEASURES
from app.queries.employment_matrix import MATRIX_CELLS
from app.schemas.employment_matrix import MatrixCellList

router = APIRouter(tags=["projections"])


@listing(sort=("soc_code", "title", "industry_code", "sort_order", *MATRIX_MEASURES), measures=MATRIX_MEASURES)
class MatrixCellsQuery(RoundQuery):
    """What `/v1/projections/by-industry` takes."""

    soc_code: SocCodes
    soc_vintage: Vintages
    level: Levels
    industry_code: MatrixIndustryCodes
    occupation_row_type: RowTypes
    industry_row_type: RowTypes


@listing(sort=("industry_code", "industry_title", "sort_order", *MATRIX_MEASURES), measures=MATRIX_MEASURES)
class OccupationMatrixCellsQuery(OccupationRoundQuery):
    """What `/v1/occupations/{soc_code}/projections/by-industry` takes."""

    industry_code: MatrixIndustryCodes
    industry_row_type: RowTypes


@router.get(
    "/projections/by-industry",
    operation_id="listMatrixCells",
    summary="The national employment matrix: occupations in industries",
    response_model=MatrixCellList,
    responses=LIST_PROBLEMS,
)
def list_matrix_cells(request: Request, query: Annotated[MatrixCellsQuery, Query()], database: Served) -> Response:
    """The jobs of each occupation in each industry, in the base year and projected, with their shares of both.

    Use it to find where an occupation grows: rows are line items or summaries of them, so keep one kind before
    adding up (`occupation_row_type=line_item`). The newest round with a matrix answers.
    """
    return national_answer(request, query, database, MATRIX_CELLS)


@router.get(
    "/occupations/{soc_code}/projections/by-industry",
    operation_id="listOccupationMatrixCells",
    summary="Where an occupation is projected to grow, by industry",
    response_model=MatrixCellList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_matrix_cells(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationMatrixCellsQuery, Query()], database: Served
) -> Response:
    """The industries of the national employment matrix that employ an occupation, now and projected.

    Use it to find where an occupation grows.
    All jobs are counted, self-employment too, unlike in `employment/by-industry` of OEWS. Industry codes are those
    of the matrix: `TE1000` is all industries together.
    """
    return occupation_answer(request, soc_code, query, database, MATRIX_CELLS)
