"""`/v1/occupations/{soc_code}/skill-scores` and `/top-skills`: skills as Employment Projections score them."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.employment_projections import OccupationRoundQuery, occupation_answer
from app.api.filters import SkillMeasures, SocCodePath
from app.api.parameters import listing
from app.queries.skill_scores import SKILL_SCORES, TOP_SKILLS
from app.schemas.skill_scores import SkillScoreList, TopSkillList

router = APIRouter(tags=["characteristics"])


@listing(sort=("skill", "skill_measure", "skill_value"), measures=("skill_value",))
class OccupationSkillScoresQuery(OccupationRoundQuery):
    """What `/v1/occupations/{soc_code}/skill-scores` takes."""

    skill_measure: SkillMeasures


@listing(sort=("rank", "skill"))
class OccupationTopSkillsQuery(OccupationRoundQuery):
    """What `/v1/occupations/{soc_code}/top-skills` takes."""


@router.get(
    "/occupations/{soc_code}/skill-scores",
    operation_id="listOccupationSkillScores",
    summary="How much of each skill an occupation asks for",
    response_model=SkillScoreList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_skill_scores(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationSkillScoresQuery, Query()], database: Served
) -> Response:
    """The skill categories of Employment Projections with the rank of the occupation among all, and its score.

    Use it to compare occupations by skill.
    They are made from O*NET ratings by the projections program, and are no O*NET ratings themselves: keep the two
    apart. What an occupation asks most for is `skill_measure=percentile_rank&sort=-skill_value`.
    """
    return occupation_answer(request, soc_code, query, database, SKILL_SCORES)


@router.get(
    "/occupations/{soc_code}/top-skills",
    operation_id="listOccupationTopSkills",
    summary="The three skills that stand highest in an occupation",
    response_model=TopSkillList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_top_skills(
    request: Request, soc_code: SocCodePath, query: Annotated[OccupationTopSkillsQuery, Query()], database: Served
) -> Response:
    """The three skill categories that stand highest in an occupation, as Employment Projections rank them.

    Use it to sum up an occupation in a line; the scores behind it are in its skill scores.
    """
    return occupation_answer(request, soc_code, query, database, TOP_SKILLS)
