"""Query parameters: one naming rule for all paths, and what FastAPI alone does not check.

A filter is a key (`area_code=TX`, repeated for several values) or `min_`/`max_` and a measure
(`min_annual_median=50000`). `query_model` puts the parameters of a path together; `list_request` turns what
was given into what the read side takes.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias

from fastapi import Path, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, create_model
from rapidfuzz import process

from app.api.cursors import decode_cursor, fingerprint
from app.api.problems import InvalidParameter, ProblemError, shown
from app.domain.codes import NATION, AreaCode, IndustryCode, SocCode
from app.domain.education import EducationLevel
from app.domain.levels import AreaType, IndustryLevel, OccupationLevel, Ownership, SocVintage
from app.domain.measures import MEASURES
from app.domain.outlook import OutlookCategory
from app.domain.programs import Program
from app.domain.releases import ReleaseReference, parse_release
from app.queries.listing import Bound, Count, Limit, ListRequest, OneOf, SortKey
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot

DEFAULT_LIMIT = 50
MAX_LIMIT = 1_000
_MAX_VALUES = 100
_LARGEST = Decimal(10) ** 12

SocCodePath: TypeAlias = Annotated[SocCode, Path()]
Fields: TypeAlias = Mapping[str, Any]


def _several(kind: Any, description: str) -> Any:
    return (
        Annotated[
            list[kind], Field(description=f"{description} Repeat it for several values.", max_length=_MAX_VALUES)
        ],
        Field(default_factory=list),
    )


_Period = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2})?$", json_schema_extra={"example": "2025-05"})]
_ReleaseName = Annotated[
    str,
    AfterValidator(lambda text: str(parse_release(text))),
    Field(max_length=40, json_schema_extra={"example": "oews-2025-05"}),
]
_MajorGroup = Annotated[
    str,
    AfterValidator(lambda text: text[:2]),
    Field(pattern=r"^[0-9]{2}(-0000)?$", json_schema_extra={"example": "29"}),
]

# Every key that can be a filter, declared once.
_KEYS: dict[str, Any] = {
    "soc_code": _several(SocCode, "Keep these occupation codes."),
    "soc_vintage": _several(SocVintage, "Keep codes of these editions of the SOC."),
    "level": _several(OccupationLevel, "Keep occupations at these levels."),
    "major_group": _several(_MajorGroup, "Keep occupations of these major groups: `29` or `29-0000`."),
    "area_code": _several(AreaCode, "Keep these areas: `99` or `US`, `TX` or `48`."),
    "area_type": _several(AreaType, "Keep areas of these kinds."),
    "industry_code": _several(IndustryCode, "Keep these industries (NAICS)."),
    "industry_level": _several(IndustryLevel, "Keep industries at these levels."),
    "ownership_code": _several(Ownership, "Keep estimates for these owners of establishments."),
    "reference_period": _several(_Period, "Keep figures of these periods: a month `2025-05` or a year `2018`."),
    "education": _several(EducationLevel, "Keep occupations with this typical entry-level education."),
    "outlook": _several(OutlookCategory, "Keep occupations with this outlook category."),
}

CHOICE: Fields = {
    "program": _several(Program, "Answer from these programs instead of the default of this path."),
    "release": _several(_ReleaseName, "Answer from these releases; `.r2` at the end pins a revision."),
}
VINTAGE: Fields = {
    "soc_vintage": (
        Annotated[
            SocVintage | None,
            Field(description="Edition of the SOC that the code is taken in; the newest that has it if left out."),
        ],
        None,
    ),
}
PAGING: Fields = {
    "limit": (
        Annotated[int, Field(ge=1, le=MAX_LIMIT, description=f"Most records on a page, at most {MAX_LIMIT}.")],
        DEFAULT_LIMIT,
    ),
    "cursor": (
        Annotated[
            str | None,
            Field(max_length=600, description="Where the page starts: take it from `page.next` of the page before."),
        ],
        None,
    ),
    "count": (
        Annotated[Count, Field(description="`exact` counts the total even where that takes long.")],
        Count.AUTO,
    ),
}


def keys(*names: str) -> Fields:
    """Filters by key."""
    return {name: _KEYS[name] for name in names}


def measures(names: Iterable[str]) -> Fields:
    """Filters by measure: `min_` and `max_`."""
    fields: dict[str, Any] = {}
    for name in names:
        found = MEASURES[name]
        for bound, words in ((Bound.MIN, "at or above"), (Bound.MAX, "at or below")):
            described = Field(
                ge=-_LARGEST,
                le=_LARGEST,
                allow_inf_nan=False,
                description=f"Keep records whose {found.title.lower()} is {words} this value ({found.unit}).",
            )
            fields[f"{bound}_{name}"] = (Annotated[Decimal | None, described], None)
    return fields


def sorting(names: Iterable[str]) -> Fields:
    """The `sort` parameter for these fields."""
    allowed = tuple(spelled for name in names for spelled in (name, f"-{name}"))
    described = Field(
        max_length=3,
        description="Sort by this field, or by `-field` for the largest first; repeat it for ties. "
        "Records without a figure come last either way; a bounded figure sorts by its bound.",
    )
    return {"sort": (Annotated[list[Literal[allowed]], described], Field(default_factory=list))}


def query_model(name: str, *groups: Fields) -> Any:
    """The parameters of a path, as the model that FastAPI reads them into."""
    fields: dict[str, Any] = {}
    for group in groups:
        fields |= group
    return create_model(name, __config__=ConfigDict(frozen=True), **fields)


AREA_KEYS = keys("area_code", "area_type")
INDUSTRY_KEYS = keys("industry_code", "industry_level", "ownership_code")

# Filters that paths set by themselves.
THE_NATION = OneOf("area_code", (NATION,))
BELOW_THE_NATION = OneOf("area_type", tuple(kind for kind in AreaType if kind is not AreaType.NATION))
ALL_INDUSTRIES = OneOf("industry_level", (IndustryLevel.CROSS_INDUSTRY,))
SINGLE_INDUSTRIES = OneOf(
    "industry_level", tuple(level for level in IndustryLevel if level is not IndustryLevel.CROSS_INDUSTRY)
)


def release_choice(query: BaseModel) -> ReleaseChoice:
    """The programs and releases that a query names."""
    given = dict(query)
    releases: Sequence[ReleaseReference] = [parse_release(text) for text in given.get("release", ())]
    return ReleaseChoice(tuple(given.get("program", ())), tuple(releases))


def list_request(request: Request, query: BaseModel, snapshot: Snapshot, fixed: Sequence[OneOf] = ()) -> ListRequest:
    """What a query asks of a list. `fixed` are filters that the path itself sets.

    Without `sort`, rows come in the order in which the publication has them.

    Raises a problem for a cursor that does not fit, and for `min_` above `max_`.
    """
    given = dict(query)
    filters: list[OneOf | Limit] = list(fixed)
    for name, value in given.items():
        bound, _, measured = name.partition("_")
        if bound in ("min", "max") and measured in MEASURES:
            if value is not None:
                filters.append(Limit(measured, Bound(bound), value))
        elif name in _KEYS and isinstance(value, list) and value:
            filters.append(OneOf(name, tuple(str(one) for one in value)))
    _refuse_crossed_bounds(given)
    sort = tuple(SortKey(text.removeprefix("-"), text.startswith("-")) for text in given.get("sort", ()))
    cursor = given["cursor"]
    after = None
    if cursor is not None:
        after = decode_cursor(cursor, list_fingerprint(request), snapshot.catalog.data_revision)
    return ListRequest(tuple(filters), _distinct(sort), given["limit"], after, given["count"])


def list_fingerprint(request: Request) -> str:
    """What a cursor of this list is bound to."""
    return fingerprint(request.url.path, request.query_params.multi_items())


def _distinct(sort: tuple[SortKey, ...]) -> tuple[SortKey, ...]:
    return tuple({key.field: key for key in reversed(sort)}.values())[::-1]


def _refuse_crossed_bounds(given: Mapping[str, Any]) -> None:
    errors = [
        InvalidParameter("query", name, shown(value), f"at most max_{name[4:]}, which is {given[f'max_{name[4:]}']}")
        for name, value in given.items()
        if name.startswith("min_") and value is not None and (given.get(f"max_{name[4:]}") or value) < value
    ]
    if errors:
        raise ProblemError("invalid-parameter", "A lower bound is above its upper bound.", errors=errors)


def refuse_unknown_parameters(request: Request) -> None:
    """Refuse query parameters that the path does not have, and repeated ones that can have one value only."""
    declared = _declared_parameters(request)
    given = request.query_params.multi_items()
    errors: list[InvalidParameter] = []
    seen: set[str] = set()
    for name, value in given:
        if name not in declared:
            errors.append(InvalidParameter("query", shown(name), shown(value), _suggestion(name, list(declared))))
        elif name in seen and not declared[name]:
            errors.append(InvalidParameter("query", name, shown(value), "one value, given once"))
        seen.add(name)
    if errors:
        named = ", ".join(f"`{error.name}`" for error in errors[:5])
        raise ProblemError("invalid-parameter", f"Not valid: {named}.", errors=errors)


def _declared_parameters(request: Request) -> dict[str, bool]:
    """The query parameters of the path, and whether each may be repeated."""
    declared: dict[str, bool] = {}
    for parameter in request.scope["route"].dependant.query_params:
        for name, found in parameter.field_info.annotation.model_fields.items():
            declared[name] = found.default_factory is list
    return declared


def _suggestion(name: str, known: Sequence[str]) -> str:
    if not known:
        return "this path has no parameters"
    match = process.extractOne(name, known, score_cutoff=60)
    if match is not None:
        return f"did you mean `{match[0]}`?"
    return f"one of {', '.join(sorted(known))}"
