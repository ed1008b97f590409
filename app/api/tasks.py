"""`/v1/occupations/{soc_code}/tasks`: what those who work in an occupation do."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import OCCUPATION_LIST_PROBLEMS
from app.api.filters import Flag, SocCodePath, flag, several
from app.api.onet import OnetQuery, asked_of_occupation
from app.api.parameters import listing
from app.api.responses import list_response
from app.queries.tasks import list_tasks as query_tasks
from app.schemas.tasks import TaskList

router = APIRouter(tags=["onet"])


@listing(sort=("onet_soc_code", "task_id", "task", "task_type", "incumbents_responding", "date"))
class TasksQuery(OnetQuery):
    """What the tasks of an occupation take."""

    task_type: Annotated[list[Literal["Core", "Supplemental"]], several("Keep tasks of these types.", example="Core")]
    emerging: Annotated[Flag, flag("`true` keeps emerging tasks, `false` those that are rated.")]


@router.get(
    "/occupations/{soc_code}/tasks",
    operation_id="listOccupationTasks",
    summary="What people in an occupation do",
    response_model=TaskList,
    responses=OCCUPATION_LIST_PROBLEMS,
)
def list_occupation_tasks(
    request: Request, soc_code: SocCodePath, query: Annotated[TasksQuery, Query()], database: Served
) -> Response:
    """Tasks with their type, their importance, relevance and frequency, and the work activities they belong to.

    Use it to describe the work in an advertisement or a course: `task_type=Core` keeps what matters to most. Emerging
    tasks come last; `emerging` tells them.
    """
    with database.snapshot() as snapshot:
        asked = asked_of_occupation(request, soc_code, query, snapshot)
        return list_response(request, snapshot, query_tasks(snapshot, asked), asked.request.limit)
