"""`/v1/availability`: what exists, before asking for it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.filters import AreaCodes, IndustryCodes, Periods, Programs, Releases, SocCodes, Vintages, several
from app.api.parameters import ListParameters
from app.api.responses import whole_list_response
from app.domain.measures import MEASURES
from app.domain.releases import parse_release
from app.queries.availability import list_availability
from app.queries.available import AvailabilityQuestion
from app.queries.resolution import find_release
from app.queries.snapshot import Snapshot
from app.schemas.availability import AvailabilityList

router = APIRouter(tags=["releases"])

_NAMES = tuple(MEASURES)
Measures = Annotated[
    list[Literal[_NAMES]],  # type: ignore[valid-type]
    several("Keep what has a figure of these measures, or withholds it.", example="annual_median"),
]


class AvailabilityQuery(ListParameters):
    """What `/v1/availability` takes."""

    soc_code: SocCodes
    soc_vintage: Vintages
    area_code: AreaCodes
    industry_code: IndustryCodes
    measure: Measures
    reference_period: Periods
    program: Programs
    release: Releases


@router.get(
    "/availability",
    operation_id="listAvailability",
    summary="What exists, before asking for it",
    response_model=AvailabilityList,
    responses=problems("unknown-release", "release-revision-gone"),
)
def list_what_exists(request: Request, query: Annotated[AvailabilityQuery, Query()], database: Served) -> Response:
    """Which releases have figures for an occupation, area, industry, measure and period, and how many of them.

    Each record is a resource of a release: how many records it has for the question, how many of them have a figure of
    each measure or withhold it, and the `url` that gives them. Keys that are left out are open: with none, everything
    that is loaded is counted. Figures that the handbook states of several codes together are not counted, as in the
    lists across occupations. Use it to find out before a series of questions, or in which years a place is published:
    `/v1/availability?soc_code=29-1141&area_code=TX&measure=annual_median`. The list is complete: it has one page.
    """
    with database.snapshot() as snapshot:
        return whole_list_response(request, snapshot, list_availability(snapshot, _question(query, snapshot)))


def _question(query: AvailabilityQuery, snapshot: Snapshot) -> AvailabilityQuestion:
    catalog = snapshot.catalog
    named = [find_release(catalog, parse_release(text)) for text in dict.fromkeys(query.release)]
    releases = named or list(catalog.releases.values())
    if query.program:
        releases = [release for release in releases if release.program in query.program]
    keys = ("soc_code", "soc_vintage", "area_code", "industry_code", "measure", "reference_period")
    given = {name: tuple(dict.fromkeys(map(str, getattr(query, name)))) for name in keys}
    return AvailabilityQuestion(**given, releases=tuple(releases))
