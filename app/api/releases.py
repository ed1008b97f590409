"""`/v1/releases`: what is loaded, from which files."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import AfterValidator, Field
from pydantic.json_schema import SkipJsonSchema

from app.api.cursors import decode_cursor
from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.filters import (
    AreaCodes,
    ElementIds,
    IndustryCodes,
    IndustryLevels,
    Levels,
    OnetSocCodes,
    Ownerships,
    RowTypes,
    ScaleIds,
    SocCodes,
    Vintages,
    several,
)
from app.api.list_requests import list_fingerprint, page_limit
from app.api.parameters import ListParameters, Parameters, Percent, paged
from app.api.problems import InvalidParameter, ProblemError
from app.api.responses import changes_response, item_response, whole_list_response
from app.domain.measures import OCCUPATION_PROJECTION_MEASURES, OEWS_MEASURES, RATING_MEASURES
from app.domain.programs import Program
from app.domain.releases import RELEASE_PATTERN, parse_release
from app.queries.changes import list_changes as query_changes
from app.queries.errors import NotComparableError
from app.queries.release_walk import ChangeKind, ChangesRequest
from app.queries.releases import get_release as query_release
from app.queries.releases import list_releases as query_releases
from app.queries.releases import releases_to_compare
from app.queries.snapshot import Snapshot
from app.schemas.changes import ChangeList
from app.schemas.releases import ReleaseItem, ReleaseList

router = APIRouter(tags=["releases"])


class ReleasesQuery(ListParameters):
    """What `/v1/releases` takes."""

    program: Annotated[list[Program], several("Keep releases of these programs.")]


_MEASURES = tuple(dict.fromkeys((*OEWS_MEASURES, *OCCUPATION_PROJECTION_MEASURES, *RATING_MEASURES)))
_KEYS = (
    "soc_code",
    "soc_vintage",
    "level",
    "area_code",
    "industry_code",
    "industry_level",
    "ownership_code",
    "row_type",
    "onet_soc_code",
    "element_id",
    "scale_id",
)


@paged
class ChangesQuery(Parameters):
    """What the changes between two releases take."""

    to: Annotated[
        Annotated[str, AfterValidator(lambda text: str(parse_release(text)))] | SkipJsonSchema[None],
        Field(
            default=None,
            description="The other release. Left out, it is the next newer one of the program that is loaded; for the "
            "newest, the one before it.",
            json_schema_extra={"pattern": RELEASE_PATTERN},
            examples=["oews-2025-05"],
        ),
    ]
    kind: Annotated[list[ChangeKind], several("Keep changes of these kinds.", example=ChangeKind.CHANGED)]
    measure: Annotated[
        list[Literal[_MEASURES]],  # type: ignore[valid-type]
        several("Compare these measures; all of the program if left out.", example="annual_median"),
    ]
    soc_code: SocCodes
    soc_vintage: Vintages
    level: Levels
    area_code: AreaCodes
    industry_code: IndustryCodes
    industry_level: IndustryLevels
    ownership_code: Ownerships
    row_type: RowTypes
    onet_soc_code: OnetSocCodes
    element_id: ElementIds
    scale_id: ScaleIds
    min_change_percent: Annotated[
        Percent,
        Field(default=None, description="Keep figures that rose by at least so many percent; -5 is a fall by 5."),
    ]
    max_change_percent: Annotated[
        Percent, Field(default=None, description="Keep figures that rose by at most so many percent; -10 keeps falls.")
    ]


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
        return whole_list_response(request, snapshot, listing)


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


@router.get(
    "/releases/{release}/changes",
    operation_id="listReleaseChanges",
    summary="What differs between two releases",
    response_model=ChangeList,
    responses=problems(
        "unknown-release", "release-revision-gone", "conflicting-parameters", "invalid-cursor", "stale-cursor"
    ),
)
def list_release_changes(
    request: Request, release: ReleaseName, query: Annotated[ChangesQuery, Query()], database: Served
) -> Response:
    """Every figure that two releases of a program do not have alike: changed, new, gone, and codes that were replaced.

    Use it to see what a release changed for an occupation:
    `/v1/releases/oews-2025-05/changes?soc_code=29-1141&area_code=US`. The earlier of the two is always `from`. A figure
    is a cell of one row; both values come with qualifiers and with the places they were read at. A code that the later
    release replaced is `retired`, and `became` names its successors: the two are not compared with each other. What is
    loaded of one release alone is not compared (`from.not_compared`, `to.not_compared`).

    Compared are OEWS estimates, the projections of occupations and the ratings of O*NET. A page may hold fewer records
    than `limit`, or none, and yet have a `next`: it ends after so many rows that were compared. A revision that was
    replaced answers 410.
    """
    with database.snapshot() as snapshot:
        asked = _changes_request(request, query, snapshot)
        try:
            named = None if query.to is None else parse_release(query.to)
            earlier, later = releases_to_compare(snapshot.catalog, parse_release(release), named)
        except NotComparableError as error:
            raise _not_comparable(query.to, error) from None
        changes = query_changes(snapshot, earlier, later, asked)
        return changes_response(request, snapshot, changes, asked.limit)


def _changes_request(request: Request, query: ChangesQuery, snapshot: Snapshot) -> ChangesRequest:
    given = dict(query)
    least, most = query.min_change_percent, query.max_change_percent
    if least is not None and most is not None and most < least:
        error = InvalidParameter("query", "min_change_percent", str(least), f"at most max_change_percent, {most}")
        raise ProblemError("conflicting-parameters", "A lower bound is above its upper bound.", errors=[error])
    cursor = given["cursor"]
    return ChangesRequest(
        {name: tuple(str(value) for value in given[name]) for name in _KEYS if given[name]},
        tuple(query.measure),
        tuple(query.kind),
        least,
        most,
        page_limit(request, given["limit"], snapshot),
        None if cursor is None else decode_cursor(cursor, list_fingerprint(request), snapshot.catalog.data_revision),
    )


def _not_comparable(to: str | None, error: NotComparableError) -> ProblemError:
    wrong = InvalidParameter("query", "to", to, "another release of the same program; `/v1/releases` lists them")
    return ProblemError("conflicting-parameters", f"Nothing to compare: {error}.", errors=[wrong])
