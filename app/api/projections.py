"""`/v1/projections` and `/v1/occupations/{soc_code}/projections`: how employment is expected to change."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.filters import (
    EducationLevels,
    Levels,
    MajorGroups,
    OnTheJobTrainings,
    OutlookCategories,
    Programs,
    Releases,
    RowTypes,
    SocCodePath,
    SocCodes,
    Vintage,
    Vintages,
    WorkExperiences,
)
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.domain.measures import OCCUPATION_PROJECTION_MEASURES
from app.queries.projections import list_occupation_projections as query_occupation_projections
from app.queries.projections import list_projections as query_projections
from app.queries.resolution import find_occupation
from app.schemas.projections import ExplainedProjectionList, ProjectionList

router = APIRouter(tags=["projections"])

_ORDER = ("projection_round", "title", *OCCUPATION_PROJECTION_MEASURES)


@listing(sort=("soc_code", *_ORDER), measures=OCCUPATION_PROJECTION_MEASURES)
class ProjectionsQuery(Parameters):
    """What `/v1/projections` takes."""

    soc_code: SocCodes
    major_group: MajorGroups
    soc_vintage: Vintages
    level: Levels
    outlook: OutlookCategories
    education: EducationLevels
    work_experience: WorkExperiences
    on_the_job_training: OnTheJobTrainings
    row_type: RowTypes
    program: Programs
    release: Releases


@listing(sort=_ORDER)
class OccupationProjectionsQuery(Parameters):
    """What the projections of an occupation take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


@router.get(
    "/projections",
    operation_id="listProjections",
    summary="Projected employment across occupations",
    response_model=ProjectionList,
    responses=LIST_PROBLEMS,
)
def list_projections(request: Request, query: Annotated[ProjectionsQuery, Query()], database: Served) -> Response:
    """The ten-year change in employment that each occupation is projected to see, with openings and what entry takes.

    Use it to rank occupations: `/v1/projections?sort=-annual_openings&row_type=line_item`. The newest round of
    Employment Projections answers where it is loaded, else the handbook; with `outlook` the handbook, which alone
    publishes categories. The reasons stand in the projections of each occupation.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        listing = query_projections(snapshot, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


@router.get(
    "/occupations/{soc_code}/projections",
    operation_id="listOccupationProjections",
    summary="How employment in an occupation is expected to change, and why",
    response_model=ExplainedProjectionList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_projections(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationProjectionsQuery, Query()], database: Served
) -> Response:
    """Every projection round that is loaded for an occupation, newest first.

    Employment Projections give the change, openings, separations and what entry takes; the handbook gives the outlook,
    its reasons and job prospects. `program=` chooses one of them.

    Use it to tell how an occupation will change and why, and whom employers will look for.
    Percentages are as published (the handbook rounds to whole percent); `derived` is computed from the levels where
    both are published. Rounds use different methods and codes: do not chain them; `/projections/history` has those of
    earlier and later codes as well, with what changed between rounds.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, release_choice(query))
        asked = list_request(request, query, snapshot)
        listing = query_occupation_projections(snapshot, found, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)
