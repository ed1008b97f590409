"""Query parameters: the types that paths put their queries together from, one naming rule for all.

A filter is a key (`area_code=TX`, repeated for several values) or `min_`/`max_` and a measure
(`min_annual_median=50000`). A path declares its parameters as a class: keys by their types from here, and by
`listing` the sorting, paging and measures that it has.
"""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Annotated, Any, Literal, TypeAlias, TypeVar

from fastapi import Path
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    create_model,
)
from pydantic.json_schema import SkipJsonSchema

from app.domain.codes import AreaCode, IndustryCode, SocCode, soc_of_onet
from app.domain.education import EducationLevel
from app.domain.levels import AreaType, IndustryLevel, OccupationLevel, Ownership, SocVintage
from app.domain.measures import MEASURES
from app.domain.outlook import OutlookCategory
from app.domain.programs import Program
from app.domain.releases import RELEASE_PATTERN, parse_release
from app.domain.statements import OrganizationRole, Relation
from app.queries.listing import Bound, Count

DEFAULT_LIMIT = 50
MAX_LIMIT = 1_000
_MAX_VALUES = 100
_LARGEST = Decimal(10) ** 12


def several(description: str) -> Any:
    """A parameter that may be repeated."""
    return Field(
        default_factory=list, description=f"{description} Repeat it for several values.", max_length=_MAX_VALUES
    )


_Period = Annotated[str, Field(pattern=r"^[0-9]{4}(-[0-9]{2})?$", json_schema_extra={"example": "2025-05"})]
_ReleaseName = Annotated[
    str,
    StringConstraints(max_length=40),
    AfterValidator(lambda text: str(parse_release(text))),
    Field(json_schema_extra={"example": "oews-2025-05", "pattern": RELEASE_PATTERN}),
]
_MajorGroup = Annotated[
    str,
    Field(pattern=r"^[0-9]{2}(-0000)?$", json_schema_extra={"example": "29"}),
    AfterValidator(lambda text: text[:2]),
]

SocCodePath: TypeAlias = Annotated[SocCode, Path()]
OrganizationPath: TypeAlias = Annotated[
    str,
    Path(
        description="Identifier of an organization: `ahima`. `/v1/organizations` lists them.",
        pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$",
        json_schema_extra={"example": "ahima"},
    ),
]

_SixDigits = Annotated[SocCode, AfterValidator(soc_of_onet)]
SocCodes: TypeAlias = Annotated[list[_SixDigits], several("Keep these occupation codes.")]
Vintages: TypeAlias = Annotated[list[SocVintage], several("Keep codes of these editions of the SOC.")]
Levels: TypeAlias = Annotated[list[OccupationLevel], several("Keep occupations at these levels.")]
MajorGroups: TypeAlias = Annotated[
    list[_MajorGroup], several("Keep occupations of these major groups: `29` or `29-0000`.")
]
AreaCodes: TypeAlias = Annotated[list[AreaCode], several("Keep these areas: `99` or `US`, `TX` or `48`.")]
AreaTypes: TypeAlias = Annotated[list[AreaType], several("Keep areas of these kinds.")]
IndustryCodes: TypeAlias = Annotated[list[IndustryCode], several("Keep these industries (NAICS).")]
IndustryLevels: TypeAlias = Annotated[list[IndustryLevel], several("Keep industries at these levels.")]
Ownerships: TypeAlias = Annotated[list[Ownership], several("Keep estimates for these owners of establishments.")]
Periods: TypeAlias = Annotated[
    list[_Period], several("Keep figures of these periods: a month `2025-05` or a year `2018`.")
]
EducationLevels: TypeAlias = Annotated[
    list[EducationLevel], several("Keep occupations with this typical entry-level education.")
]
OutlookCategories: TypeAlias = Annotated[list[OutlookCategory], several("Keep occupations with this outlook category.")]
_Acronym = Annotated[str, Field(pattern=r"^[A-Za-z0-9&.+-]{1,20}$", json_schema_extra={"example": "RHIT"})]
_Organization = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$", json_schema_extra={"example": "ahima"})]
Acronyms: TypeAlias = Annotated[
    list[_Acronym], several("Keep credentials with these letters, as printed or as they are today, in any case.")
]
Organizations: TypeAlias = Annotated[list[_Organization], several("Keep these organizations, by identifier.")]
Issuers: TypeAlias = Annotated[list[_Organization], several("Keep credentials that these organizations issue.")]
OrganizationRoles: TypeAlias = Annotated[
    list[OrganizationRole], several("Keep organizations that play any of these parts.")
]
Relations: TypeAlias = Annotated[list[Relation], several("Keep occupations that are related in these ways.")]
Programs: TypeAlias = Annotated[
    list[Program], several("Answer from these programs instead of the default of this path.")
]
Releases: TypeAlias = Annotated[
    list[_ReleaseName], several("Answer from these releases; `.r2` at the end pins a revision.")
]
Vintage: TypeAlias = Annotated[
    SocVintage | SkipJsonSchema[None],
    Field(
        default=None,
        description="Edition of the SOC that the code is taken in; the newest that has it if left out.",
    ),
]


class Parameters(BaseModel):
    """The query parameters of a path."""

    model_config = ConfigDict(frozen=True)


class ProfileQuery(Parameters):
    """What the items that a profile gives take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


Query = TypeVar("Query", bound=Parameters)


def listing(*, sort: Iterable[str], measures: Iterable[str] = ()) -> Callable[[type[Query]], type[Query]]:
    """Give a query the parameters of a list: sorting by these fields, bounds on these measures, paging."""
    fields: dict[str, Any] = {}
    for name in measures:
        fields |= _bounds(name)
    fields["sort"] = (_sort_type(sort), Field(default_factory=list))
    fields |= _PAGING

    def extend(query: type[Query]) -> type[Query]:
        return create_model(query.__name__, __base__=query, **fields)

    return extend


_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")


def _plain_number(given: object) -> object:
    # Python reads more as a number than JSON does: 1_000, nan, digits of other scripts.
    if isinstance(given, str) and not _PLAIN_NUMBER.fullmatch(given):
        raise ValueError("a number in plain digits, such as 50000 or 24.59")
    return given


def _whole_number(given: object) -> object:
    if isinstance(given, str) and not _INTEGER.fullmatch(given):
        raise ValueError(f"a whole number from 1 to {MAX_LIMIT}")
    return given


_INTEGER = re.compile(r"-?[0-9]{1,18}")

_PAGING: dict[str, Any] = {
    "limit": (
        Annotated[
            int,
            Field(ge=1, le=MAX_LIMIT, description=f"Most records on a page, at most {MAX_LIMIT}."),
            BeforeValidator(_whole_number),
        ],
        DEFAULT_LIMIT,
    ),
    "cursor": (
        Annotated[
            str | None,
            Field(max_length=600, description="Where the page starts: take it from `page.next` of the page before."),
            WithJsonSchema({"type": "string", "maxLength": 600}),
        ],
        None,
    ),
    "count": (
        Annotated[Count, Field(description="`exact` counts the total even where that takes long.")],
        Count.AUTO,
    ),
}


def _bounds(name: str) -> dict[str, Any]:
    """The filters of a measure: `min_` and `max_`."""
    found = MEASURES[name]
    fields: dict[str, Any] = {}
    for bound, words in ((Bound.MIN, "at or above"), (Bound.MAX, "at or below")):
        described = Field(description=f"Keep records whose {found.title.lower()} is {words} this value ({found.unit}).")
        fields[f"{bound}_{name}"] = (Annotated[_MeasureBound | None, described, _AS_NUMBER], None)
    return fields


def _within_range(value: Decimal) -> Decimal:
    if abs(value) > _LARGEST:
        raise ValueError(f"a number between -{_LARGEST} and {_LARGEST}")
    return value


_MeasureBound = Annotated[Decimal, BeforeValidator(_plain_number), AfterValidator(_within_range)]
_AS_NUMBER = WithJsonSchema({"type": "number", "minimum": -int(_LARGEST), "maximum": int(_LARGEST)})


def _sort_type(names: Iterable[str]) -> Any:
    allowed = tuple(spelled for name in names for spelled in (name, f"-{name}"))
    described = Field(
        max_length=3,
        description="Sort by this field, or by `-field` for the largest first; repeat it for ties. "
        "Records without a figure come last either way; a bounded figure sorts by its bound.",
    )
    return Annotated[list[Literal[allowed]], described]  # type: ignore[valid-type]
