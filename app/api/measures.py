"""`/v1/measures`: the dictionary of every figure."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.parameters import ListParameters
from app.api.responses import item_response, whole_list_response
from app.queries.measures import get_measure as query_measure
from app.queries.measures import list_measures as query_measures
from app.schemas.measures import MeasureItem, MeasureList

router = APIRouter(tags=["reference"])


class MeasuresQuery(ListParameters):
    """What `/v1/measures` takes."""


MeasureName = Annotated[
    str,
    Path(
        description="Name of the measure, as the field is called.",
        max_length=60,
        json_schema_extra={"example": "annual_median"},
    ),
]


@router.get(
    "/measures",
    operation_id="listMeasures",
    summary="What each figure means",
    response_model=MeasureList,
    responses=problems(),
)
def list_measures(request: Request, query: Annotated[MeasuresQuery, Query()], database: Served) -> Response:  # noqa: ARG001
    """Every measure: meaning, unit, rounding, source of the definition, and the qualifiers that its values can have.

    Use it to label columns and to explain a `null`. The list is complete: it has one page.
    """
    with database.snapshot() as snapshot:
        return whole_list_response(request, snapshot, query_measures(snapshot))


@router.get(
    "/measures/{measure}",
    operation_id="getMeasure",
    summary="What one figure means",
    response_model=MeasureItem,
    responses=problems("unknown-code"),
)
def get_measure(request: Request, measure: MeasureName, database: Served) -> Response:
    """One measure by its field name, with the words by which publications define it.

    Use it to explain a figure where it is shown.
    """
    with database.snapshot() as snapshot:
        return item_response(request, snapshot.catalog, query_measure(snapshot, measure))
