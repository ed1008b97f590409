"""`/v1/occupations`: every occupation, one at a glance, and its place in the classification."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BeforeValidator, Field, StringConstraints
from pydantic.json_schema import SkipJsonSchema

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_ITEM_PROBLEMS
from app.api.filters import (
    EducationLevels,
    FigureReleases,
    Levels,
    MajorGroups,
    OnTheJobTrainings,
    OutlookCategories,
    SocCodePath,
    SocCodes,
    Vintage,
    Vintages,
    WorkExperiences,
    truth,
)
from app.api.list_requests import figure_choice, list_request
from app.api.parameters import ExplainedQuery, Parameters, summaries
from app.api.responses import item_response, list_response
from app.domain.codes import is_onet_soc_code
from app.queries.glance import get_occupation as query_occupation
from app.queries.hierarchy import get_hierarchy as query_hierarchy
from app.queries.occupations import MEASURES
from app.queries.occupations import list_occupations as query_occupations
from app.queries.resolution import find_occupation
from app.schemas.occupations import HierarchyItem, OccupationItem, OccupationList

router = APIRouter(tags=["occupations"])


@summaries(sort=("soc_code", "title", *MEASURES), measures=MEASURES)
class OccupationsQuery(Parameters):
    """What `/v1/occupations` takes."""

    q: Annotated[
        Annotated[str, StringConstraints(max_length=100)] | SkipJsonSchema[None],
        Field(
            default=None,
            description="Keep occupations that these words may mean, as `/v1/search` finds them: a job title as people "
            "write it, a code, a credential, a technology. Without `sort`, the likeliest comes first.",
        ),
    ]
    retired: Annotated[
        Annotated[bool, BeforeValidator(truth)] | SkipJsonSchema[None],
        Field(default=None, description="`true` keeps codes that no edition in use has, `false` the others."),
    ]
    soc_code: SocCodes
    soc_vintage: Vintages
    level: Levels
    major_group: MajorGroups
    education: EducationLevels
    work_experience: WorkExperiences
    on_the_job_training: OnTheJobTrainings
    outlook: OutlookCategories
    release: FigureReleases


class OccupationQuery(ExplainedQuery):
    """What a single occupation takes."""

    soc_vintage: Vintage
    release: FigureReleases


class HierarchyQuery(ExplainedQuery):
    """What the place of a code in its classification takes."""

    soc_vintage: Vintage


@router.get(
    "/occupations",
    operation_id="listOccupations",
    summary="Find occupations",
    response_model=OccupationList,
    responses=LIST_PROBLEMS,
)
def list_occupations(request: Request, query: Annotated[OccupationsQuery, Query()], database: Served) -> Response:
    """Every occupation once, in the newest edition of the SOC that has its code, with main figures for the nation.

    Use it to find the code of a title, or occupations by level, pay, employment, education or outlook. Figures come
    from the newest OEWS release (wage and salary jobs), so that all of one list have one basis; a code that only a
    handbook profile covers has its figures under `/v1/occupations/{soc_code}`. `release` names other releases, one of
    each program; the list of `release=oews-2018-05` has the codes of that release.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        listing = query_occupations(snapshot, query.q, query.retired, figure_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


@router.get(
    "/occupations/{soc_code}",
    operation_id="getOccupation",
    summary="One occupation at a glance",
    response_model=OccupationItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationQuery, Query()], database: Served
) -> Response:
    """What a code is and what became of it, its latest employment, pay, outlook and entry education, and links.

    Use it to introduce an occupation on one screen, or to learn whether a code is still in use.
    A retired code answers too: `became` names its successors and how much of each came from it. A code that several
    editions have answers for the newest; `soc_vintage` chooses another. `release=oews-2018-05` shows that release's
    figures instead of the newest.
    """
    with database.snapshot() as snapshot:
        choice = figure_choice(query)
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage, choice)
        onet_soc_code = soc_code if is_onet_soc_code(soc_code) else None
        item = query_occupation(snapshot, found, onet_soc_code, choice)
        return item_response(request, snapshot.catalog, item)


@router.get(
    "/occupations/{soc_code}/hierarchy",
    operation_id="getOccupationHierarchy",
    summary="The groups above a code and the codes below it",
    response_model=HierarchyItem,
    responses=OCCUPATION_ITEM_PROBLEMS,
)
def get_occupation_hierarchy(
    request: Request, soc_code: SocCodePath, query: Annotated[HierarchyQuery, Query()], database: Served
) -> Response:
    """The place of a code in its edition of the SOC, from all occupations down to the codes right below it.

    Use it to go from a group to its occupations, or to a wider group where figures of a code are withheld.
    Only groups that something loaded names are shown; `missing_levels` tells which levels have none.
    """
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, query.soc_vintage)
        return item_response(request, snapshot.catalog, query_hierarchy(snapshot.catalog, found))
