"""`/v1/releases`: what is loaded, from which files."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AfterValidator

from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.parameters import Parameters, several
from app.api.responses import item_response, whole_list_response
from app.domain.programs import Program
from app.domain.releases import RELEASE_PATTERN, parse_release
from app.queries.releases import get_release as query_release
from app.queries.releases import list_releases as query_releases
from app.schemas.releases import ReleaseItem, ReleaseList

router = APIRouter(tags=["releases"])


class ReleasesQuery(Parameters):
    """What `/v1/releases` takes."""

    program: Annotated[list[Program], several("Keep releases of these programs.")]


ReleaseName = Annotated[
    str,
    AfterValidator(lambda text: str(parse_release(text))),
    Path(
        description="Release, such as `oews-2025-05`; with `.r1` at the end, that revision of it.",
        max_length=40,
        json_schema_extra={"example": "ooh-2018-28", "pattern": RELEASE_PATTERN},
    ),
]


@router.get(
    "/releases",
    operation_id="listReleases",
    summary="What is loaded",
    response_model=ReleaseList,
    responses=problems(),
)
def list_releases(request: Request, query: Annotated[ReleasesQuery, Query()], database: Served) -> Response:
    """Every release that is loaded: period, licence, how to cite it, its parts, their files and hashes.

    Use it to see how fresh the data is, and to name a release in `release=`. The list is complete: it has one page.
    """
    with database.snapshot() as snapshot:
        listing = query_releases(snapshot.catalog, query.program)
        return whole_list_response(request, snapshot.catalog, listing)


@router.get(
    "/releases/{release}",
    operation_id="getRelease",
    summary="One release and its files",
    response_model=ReleaseItem,
    responses=problems("unknown-release", "release-revision-gone"),
)
def get_release(request: Request, release: ReleaseName, database: Served) -> Response:
    """A release with each part that is loaded: files with SHA-256, rows read and stored, time of loading.

    Use it to cite a figure, or to check that a file of your own is the one that was loaded.
    A revision that was replaced (`oews-2025-05.r1` after another load) answers 410 and names the newest.
    """
    with database.snapshot() as snapshot:
        return item_response(request, snapshot.catalog, query_release(snapshot.catalog, parse_release(release)))
