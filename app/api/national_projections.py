"""`/v1/projections/...`: national tables of Employment Projections that name no occupation."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import LIST_PROBLEMS
from app.api.employment_projections import RoundQuery, national_answer
from app.api.filters import AttainmentGroups, EducationGroups
from app.api.parameters import listing
from app.domain.measures import PROJECTION_MEASURES
from app.queries.national_projections import (
    ATTAINMENT_EARNINGS,
    EDUCATION_TOP_SKILLS,
    EDUCATION_TOTALS,
    OCCUPATION_GROUPS,
)
from app.schemas.national_projections import (
    AttainmentEarningsList,
    EducationTopSkillList,
    EducationTotalList,
    OccupationGroupList,
)

router = APIRouter(tags=["projections"])


@listing(
    sort=(
        "entry_education",
        "title",
        "table_number",
        *PROJECTION_MEASURES,
        "base_percent_distribution",
        "projected_percent_distribution",
        "annual_median",
    ),
    measures=(*PROJECTION_MEASURES, "base_percent_distribution", "projected_percent_distribution", "annual_median"),
)
class ProjectionsByEducationQuery(RoundQuery):
    """What `/v1/projections/education` takes."""

    entry_education: EducationGroups


@listing(sort=("entry_education", "rank", "skill"))
class SkillsByEducationQuery(RoundQuery):
    """What `/v1/projections/education-skills` takes."""

    entry_education: EducationGroups


@listing(
    sort=("attainment", "survey_period", "median_weekly_earnings", "unemployment_rate"),
    measures=("median_weekly_earnings", "unemployment_rate"),
)
class EarningsByAttainmentQuery(RoundQuery):
    """What `/v1/projections/attainment-earnings` takes."""

    attainment: AttainmentGroups


@listing(sort=("title", *PROJECTION_MEASURES, "annual_median"), measures=(*PROJECTION_MEASURES, "annual_median"))
class OccupationGroupProjectionsQuery(RoundQuery):
    """What `/v1/projections/occupation-groups` takes."""


@router.get(
    "/projections/education",
    operation_id="listProjectionsByEducation",
    summary="Jobs by the education that entry takes",
    response_model=EducationTotalList,
    responses=LIST_PROBLEMS,
)
def list_projections_by_education(
    request: Request, query: Annotated[ProjectionsByEducationQuery, Query()], database: Served
) -> Response:
    """Jobs and pay of all occupations that typically ask for one education, with `total` for all together.

    Use it to say how many jobs need a degree. A table of the skills workbook repeats the wage: `table_number` tells
    them apart.
    """
    return national_answer(request, query, database, EDUCATION_TOTALS)


@router.get(
    "/projections/education-skills",
    operation_id="listSkillsByEducation",
    summary="The skills that stand highest, by the education that entry takes",
    response_model=EducationTopSkillList,
    responses=LIST_PROBLEMS,
)
def list_skills_by_education(
    request: Request, query: Annotated[SkillsByEducationQuery, Query()], database: Served
) -> Response:
    """The three skill categories that stand highest among the occupations with one entry education.

    Use it to see how the top skills of an occupation differ from those of others on its level.
    """
    return national_answer(request, query, database, EDUCATION_TOP_SKILLS)


@router.get(
    "/projections/attainment-earnings",
    operation_id="listEarningsByAttainment",
    summary="Earnings and unemployment by education",
    response_model=AttainmentEarningsList,
    responses=LIST_PROBLEMS,
)
def list_earnings_by_attainment(
    request: Request, query: Annotated[EarningsByAttainmentQuery, Query()], database: Served
) -> Response:
    """Median weekly earnings and unemployment of persons of 25 years and older, by the education they have completed.

    Use it to show what a further degree goes with.
    It is about persons (Current Population Survey), not about occupations: use it to show what a further degree
    goes with.
    """
    return national_answer(request, query, database, ATTAINMENT_EARNINGS)


@router.get(
    "/projections/occupation-groups",
    operation_id="listOccupationGroupProjections",
    summary="Projections of groups of occupations, such as STEM",
    response_model=OccupationGroupList,
    responses=LIST_PROBLEMS,
)
def list_occupation_group_projections(
    request: Request, query: Annotated[OccupationGroupProjectionsQuery, Query()], database: Served
) -> Response:
    """Jobs and pay of groups that cut across the classification and have no code, such as STEM occupations.

    Use it to compare an occupation with the group that it belongs to.
    """
    return national_answer(request, query, database, OCCUPATION_GROUPS)
