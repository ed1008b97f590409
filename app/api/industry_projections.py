"""`/v1/industries/{industry_code}/projections` and the lists of industries under `/v1/projections`."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.employment_projections import RoundQuery, national_answer
from app.api.filters import MatrixIndustryCodes, RowTypes
from app.api.list_requests import list_request, release_choice
from app.api.parameters import listing
from app.api.responses import list_response
from app.domain.matrix_codes import MatrixIndustryCode
from app.domain.measures import INDUSTRY_PROJECTION_MEASURES
from app.queries.industry_projections import (
    INDUSTRY_PROJECTIONS,
    INDUSTRY_RANKINGS,
    MATRIX_INDUSTRIES,
    SECTOR_PROJECTIONS,
    list_of_industry,
)
from app.queries.list_request import OneOf
from app.schemas.industry_projections import (
    IndustryProjectionList,
    IndustryRankingList,
    MatrixIndustryList,
    SectorProjectionList,
)

router = APIRouter(tags=["projections"])


@listing(
    sort=("projection_round", "title", "row_type", *INDUSTRY_PROJECTION_MEASURES), measures=INDUSTRY_PROJECTION_MEASURES
)
class IndustryRoundsQuery(RoundQuery):
    """What `/v1/industries/{industry_code}/projections` takes."""


@listing(
    sort=("industry_code", "title", "position", *INDUSTRY_PROJECTION_MEASURES), measures=INDUSTRY_PROJECTION_MEASURES
)
class IndustryProjectionsQuery(RoundQuery):
    """What `/v1/projections/industries` takes."""

    industry_code: MatrixIndustryCodes
    row_type: RowTypes


@listing(sort=("title", "table_number", *INDUSTRY_PROJECTION_MEASURES), measures=INDUSTRY_PROJECTION_MEASURES)
class SectorProjectionsQuery(RoundQuery):
    """What `/v1/projections/sectors` takes."""


@listing(sort=("table_number", "rank", "title", *INDUSTRY_PROJECTION_MEASURES), measures=INDUSTRY_PROJECTION_MEASURES)
class IndustryRankingsQuery(RoundQuery):
    """What `/v1/projections/industry-rankings` takes."""


@listing(sort=("industry_code", "title"))
class MatrixIndustriesQuery(RoundQuery):
    """What `/v1/projections/matrix-industries` takes."""

    industry_code: MatrixIndustryCodes
    row_type: RowTypes


@router.get(
    "/industries/{industry_code}/projections",
    operation_id="listIndustryRounds",
    summary="How an industry is projected to change",
    response_model=IndustryProjectionList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_industry_rounds(
    request: Request,
    industry_code: Annotated[MatrixIndustryCode, Path()],
    query: Annotated[IndustryRoundsQuery, Query()],
    database: Served,
) -> Response:
    """Projected employment and output of an industry, in every round that is loaded, newest first.

    Use it to show how an industry grows.
    The code is that of the national employment matrix, which is no NAICS code: `TE1000` is all industries, `31-330`
    manufacturing, `4A0000` a group of its own; `/v1/projections/matrix-industries` lists them with the NAICS codes that
    they cover. A NAICS code is taken for the one that it looks like: `622` for `622000`.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot, (OneOf("industry_code", (industry_code,)),))
        listing = list_of_industry(snapshot, industry_code, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


@router.get(
    "/projections/industries",
    operation_id="listIndustryProjections",
    summary="Projections of all industries",
    response_model=IndustryProjectionList,
    responses=LIST_PROBLEMS,
)
def list_industry_projections(
    request: Request, query: Annotated[IndustryProjectionsQuery, Query()], database: Served
) -> Response:
    """Projected employment and output of every industry of the national employment matrix.

    Use it to rank industries: `row_type=line_item&sort=-employment_change_percent`. Codes are those of the matrix.
    """
    return national_answer(request, query, database, INDUSTRY_PROJECTIONS)


@router.get(
    "/projections/sectors",
    operation_id="listSectorProjections",
    summary="Projections of major sectors, with the ten years before",
    response_model=SectorProjectionList,
    responses=LIST_PROBLEMS,
)
def list_sector_projections(
    request: Request, query: Annotated[SectorProjectionsQuery, Query()], database: Served
) -> Response:
    """Employment and output of the major sectors: ten years before the base year, in it, and projected.

    Use it to set a projection beside what happened before. Employment and output stand in tables of their own
    (`table_number`), so that a sector has two records.
    """
    return national_answer(request, query, database, SECTOR_PROJECTIONS)


@router.get(
    "/projections/industry-rankings",
    operation_id="listIndustryRankings",
    summary="Industries by growth of output",
    response_model=IndustryRankingList,
    responses=LIST_PROBLEMS,
)
def list_industry_rankings(
    request: Request, query: Annotated[IndustryRankingsQuery, Query()], database: Served
) -> Response:
    """The rankings of industries that are printed in groups of their own, without codes of the matrix.

    Use it to name industries that grow or decline most.
    `ranking` says what is ranked; rankings that repeat the table of industries are not listed again.
    """
    return national_answer(request, query, database, INDUSTRY_RANKINGS)


@router.get(
    "/projections/matrix-industries",
    operation_id="listMatrixIndustries",
    summary="Industries of the national employment matrix",
    response_model=MatrixIndustryList,
    responses=LIST_PROBLEMS,
)
def list_matrix_industries(
    request: Request, query: Annotated[MatrixIndustriesQuery, Query()], database: Served
) -> Response:
    """The industries of the national employment matrix, with the NAICS codes that each covers.

    Use it to find the code for `/v1/industries/{industry_code}/projections`: it is no NAICS code, even where it
    looks like one.
    """
    return national_answer(request, query, database, MATRIX_INDUSTRIES)
