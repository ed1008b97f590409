"""`/v1/skills` and O*NET's ratings of one occupation: skills, knowledge, abilities and the other domains."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS, OCCUPATION_LIST_PROBLEMS
from app.api.filters import (
    ElementIds,
    Flag,
    MajorGroups,
    OnetSocCodes,
    Programs,
    Releases,
    ScaleIds,
    SocCodePath,
    SocCodes,
    flag,
)
from app.api.list_requests import list_request, release_choice
from app.api.onet import OnetQuery, asked_of_occupation
from app.api.parameters import Parameters, listing
from app.api.responses import list_response
from app.domain.measures import RATING_MEASURES
from app.domain.onet import RatingDomain
from app.queries.ratings import list_occupation_ratings as query_occupation_ratings
from app.queries.ratings import list_ratings as query_ratings
from app.queries.snapshot import Database
from app.schemas.ratings import RatingList

router = APIRouter(tags=["onet"])

_ORDER = ("value", "onet_soc_code", "element_id", "element_name", "scale_id", *RATING_MEASURES[1:])
Suppressed = Annotated[Flag, flag("`false` leaves out values that the publisher advises against; `true` keeps them.")]


@listing(sort=_ORDER, measures=RATING_MEASURES)
class RatingsQuery(Parameters):
    """What ratings across occupations take."""

    soc_code: SocCodes
    major_group: MajorGroups
    onet_soc_code: OnetSocCodes
    element_id: ElementIds
    scale_id: ScaleIds
    recommend_suppress: Suppressed
    program: Programs
    release: Releases


@listing(sort=_ORDER, measures=RATING_MEASURES)
class OccupationRatingsQuery(OnetQuery):
    """What the ratings of an occupation take."""

    element_id: ElementIds
    scale_id: ScaleIds
    recommend_suppress: Suppressed


AskedRatings = Annotated[OccupationRatingsQuery, Query()]


def _answer(
    request: Request, database: Database, domain: RatingDomain, soc_code: str, query: OccupationRatingsQuery
) -> Response:
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        found = query_occupation_ratings(snapshot, domain, asked)
        return list_response(request, snapshot, found, asked.request.limit)


@router.get(
    "/skills",
    operation_id="listSkills",
    summary="Skills across occupations",
    response_model=RatingList,
    responses=LIST_PROBLEMS,
)
def list_skills(request: Request, query: Annotated[RatingsQuery, Query()], database: Served) -> Response:
    """O*NET's ratings of skills in all occupations, each occupation of O*NET by itself.

    Use it to find the occupations that ask most of a skill: `/v1/skills?element_id=2.A.1.e&scale_id=LV&sort=-value` for
    mathematics. Answers from the newest O*NET release; a release that is loaded without its skills says so in `absence`
    and names one that has them.
    """
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot)
        found = query_ratings(snapshot, RatingDomain.SKILLS, release_choice(query), asked)
        return list_response(request, snapshot, found, asked.limit)


@router.get(
    "/occupations/{soc_code}/skills",
    operation_id="listOccupationSkills",
    summary="How important each skill is in an occupation, and at which level",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_skills(request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served) -> Response:
    """Skills by importance (`IM`) and level (`LV`), with the number of ratings and their standard error.

    Use it to compare what a worker can do with what the work asks for: `scale_id=IM&sort=-value` has the most
    important first. A level comes with examples of what somebody at that level can do.
    """
    return _answer(request, database, RatingDomain.SKILLS, soc_code, query)


@router.get(
    "/occupations/{soc_code}/knowledge",
    operation_id="listOccupationKnowledge",
    summary="Which fields of knowledge an occupation asks for",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_knowledge(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Fields of knowledge by importance (`IM`) and level (`LV`).

    Use it to see which subjects prepare for the work: `scale_id=IM&min_value=3.5` keeps those that matter much.
    """
    return _answer(request, database, RatingDomain.KNOWLEDGE, soc_code, query)


@router.get(
    "/occupations/{soc_code}/abilities",
    operation_id="listOccupationAbilities",
    summary="Which abilities an occupation asks for",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_abilities(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Cognitive, psychomotor, physical and sensory abilities by importance (`IM`) and level (`LV`).

    Use it to find what the work demands of body and mind: `element_id=1.A.3.a.1` is static strength.
    """
    return _answer(request, database, RatingDomain.ABILITIES, soc_code, query)


@router.get(
    "/occupations/{soc_code}/work-activities",
    operation_id="listOccupationWorkActivities",
    summary="What is done at work, in general terms",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_work_activities(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Generalized work activities by importance (`IM`) and level (`LV`): the same 41 for every occupation.

    Use it to compare occupations by what is done in them; `/tasks` says it in the words of the occupation.
    """
    return _answer(request, database, RatingDomain.WORK_ACTIVITIES, soc_code, query)


@router.get(
    "/occupations/{soc_code}/work-context",
    operation_id="listOccupationWorkContext",
    summary="The conditions that work is done in",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_work_context(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Physical and social conditions: the mean answer (`CX`, `CT`), and the percent that gave each (`category`).

    Use it to tell how often people sit, speak in public or wear protective equipment: `scale_id=CX&sort=-value`.
    """
    return _answer(request, database, RatingDomain.WORK_CONTEXT, soc_code, query)


@router.get(
    "/occupations/{soc_code}/interests",
    operation_id="listOccupationInterests",
    summary="The interests that an occupation suits",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_interests(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Occupational interests (RIASEC) on scale `OI`, and the highest three of them on scale `IH`.

    Use it to match the result of an interest test with occupations. The handbook's words stand in `/characteristics`.
    """
    return _answer(request, database, RatingDomain.INTERESTS, soc_code, query)


@router.get(
    "/occupations/{soc_code}/work-values",
    operation_id="listOccupationWorkValues",
    summary="The work values that an occupation satisfies",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_work_values(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Achievement, independence, recognition and other values by extent (`EX`), and the highest three (`VH`).

    Use it to match what somebody wants of work with occupations.
    """
    return _answer(request, database, RatingDomain.WORK_VALUES, soc_code, query)


@router.get(
    "/occupations/{soc_code}/work-styles",
    operation_id="listOccupationWorkStyles",
    summary="The personal characteristics that count in an occupation",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_work_styles(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """Work styles by their impact on performance (`WI`) and their distinctiveness (`DR`).

    Releases before 30 rate them by importance (`IM`). Use it to say which ways of working count: attention to detail,
    dependability, innovation. An impact may be negative.
    """
    return _answer(request, database, RatingDomain.WORK_STYLES, soc_code, query)
