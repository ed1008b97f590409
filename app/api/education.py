"""`/v1/occupations/{soc_code}/education`: the education and training that work in an occupation asks for."""

from fastapi import APIRouter, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import SocCodePath
from app.api.onet import asked_of_occupation
from app.api.ratings import AskedRatings
from app.api.responses import list_response
from app.domain.onet import RatingDomain
from app.queries.ratings import list_occupation_ratings as query_occupation_ratings
from app.schemas.ratings import RatingList

router = APIRouter(tags=["preparation"])


@router.get(
    "/occupations/{soc_code}/education",
    operation_id="listOccupationEducation",
    summary="Education, experience and training that the work asks for",
    response_model=RatingList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_education(
    request: Request, soc_code: SocCodePath, query: AskedRatings, database: Served
) -> Response:
    """What those who work in an occupation say that it asks for: the percent of answers in each category.

    Use it to see how widely requirements differ: `element_id=2.D.1` is the required level of education, `3.A.1` related
    experience, `3.A.2` and `3.A.3` training. `category_description` says what a category means. What most entrants need
    stands in `/preparation`.
    """
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        found = query_occupation_ratings(snapshot, RatingDomain.EDUCATION_TRAINING_EXPERIENCE, asked)
        return list_response(request, snapshot, found, asked.request.limit)
