"""`/v1/compare`: occupations side by side."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import AfterValidator, BeforeValidator, Field

from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.filters import Programs, Releases
from app.api.list_requests import release_choice
from app.api.parameters import Parameters
from app.api.problems import InvalidParameter, ProblemError
from app.api.responses import comparison_response
from app.domain.codes import AREA_PATTERN, NATION, SocCode, parse_area_code, soc_of_onet
from app.queries.compare import compare as query_comparison
from app.queries.compare import find_occupations
from app.schemas.compare import ComparisonAnswer

router = APIRouter(tags=["occupations"])

_FEWEST, _MOST = 2, 10
_WORKS = f"from {_FEWEST} to {_MOST} codes, each by itself: occupation=29-1141&occupation=29-2072"


def _enough(given: object) -> object:
    if isinstance(given, list) and given and not _FEWEST <= len(given) <= _MOST:
        raise ValueError(f"{_WORKS} ({len(given)} given)")
    return given


def _each_once(codes: list[str]) -> list[str]:
    repeated = [code for number, code in enumerate(codes) if code in codes[:number]]
    if repeated:
        raise ValueError(f"each code once; {', '.join(dict.fromkeys(repeated))} is given more than once")
    return codes


_SixDigits = Annotated[SocCode, AfterValidator(soc_of_onet)]


class CompareQuery(Parameters):
    """What a comparison takes."""

    occupation: Annotated[
        list[_SixDigits],
        BeforeValidator(_enough),
        AfterValidator(_each_once),
        Field(
            default_factory=list,
            validate_default=True,
            description="The occupations, 2 to 10 different codes: the parameter repeated. The order is kept.",
            examples=[["29-1141", "29-2072"]],
            json_schema_extra={"minItems": _FEWEST, "maxItems": _MOST, "uniqueItems": True},
        ),
    ]
    area_code: Annotated[
        str,
        AfterValidator(parse_area_code),
        Field(
            default=NATION,
            description="Area of OEWS figures; the others are about the nation alone.",
            examples=["TX"],
            json_schema_extra={"pattern": AREA_PATTERN},
        ),
    ]
    program: Programs
    release: Releases


@router.get(
    "/compare",
    operation_id="getComparison",
    summary="Occupations side by side",
    response_model=ComparisonAnswer,
    responses=problems("unknown-code", "unknown-release", "release-revision-gone", "conflicting-parameters"),
)
def get_comparison(request: Request, query: Annotated[CompareQuery, Query()], database: Served) -> Response:
    """Two to ten occupations side by side: jobs, pay, projections, entry education and skills, each with its source.

    Use it to weigh occupations against each other: `/v1/compare?occupation=29-1141&occupation=29-2072`. Each topic has
    the figures of every program that is loaded, from the newest release that covers the occupation; `program=oews`
    keeps one. `differences` says where figures are not on one footing: another period, another basis, another edition
    of the SOC, a handbook page that speaks of several codes together. Nothing is mixed or averaged. A retired code
    answers with what became of it.
    """
    if not query.occupation:
        error = InvalidParameter("query", "occupation", None, _WORKS)
        raise ProblemError("conflicting-parameters", "There is nothing to compare.", errors=[error])
    with database.snapshot() as snapshot:
        found = find_occupations(snapshot.catalog, query.occupation, release_choice(query))
        comparison = query_comparison(snapshot, found, release_choice(query), query.area_code)
        return comparison_response(request, snapshot, comparison)
