"""Query parameters: the types that paths put their queries together from, one naming rule for all.

A filter is a key (`area_code=TX`, repeated for several values) or `min_`/`max_` and a measure
(`min_annual_median=50000`). A path declares its parameters as a class: keys by their types from here, and by
`listing` the sorting, paging and measures that it has.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar

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

from app.api.forms import Form
from app.domain.classifications import Scheme
from app.domain.codes import AreaCode, IndustryCode, SocCode, soc_of_onet
from app.domain.education import EducationLevel
from app.domain.employment_projections import Attainment, OnTheJobTraining, RowType, SkillMeasure, WorkExperience
from app.domain.levels import AreaType, EmploymentBasis, IndustryLevel, Link, OccupationLevel, Ownership, SocVintage
from app.domain.matrix_codes import MatrixIndustryCode
from app.domain.measures import MEASURES
from app.domain.onet import OnetRelation, OnetTitleKind, RatingDomain, TechnologyType
from app.domain.outlook import OutlookCategory
from app.domain.periods import PERIOD_PATTERN, parse_period
from app.domain.programs import Program
from app.domain.releases import RELEASE_PATTERN, parse_release
from app.domain.statements import OrganizationRole, Relation, TitleKind
from app.domain.suggestions import did_you_mean, tidied
from app.queries.list_request import Bound, Count, Include

DEFAULT_LIMIT = 50
MAX_LIMIT = 1_000
MAX_SORT_KEYS = 3
_MAX_VALUES = 100
_LARGEST = Decimal(10) ** 12


def several(description: str, *, example: str | None = None) -> Any:
    """A parameter that may be repeated."""
    return Field(
        default_factory=list,
        description=f"{description} Repeat it for several values.",
        max_length=_MAX_VALUES,
        examples=None if example is None else [[example]],
    )


def truth(given: object) -> object:
    """`given` if it is `true` or `false`. Pydantic reads more as a truth value than JSON does: yes, on, 1, T."""
    if isinstance(given, str) and given not in ("true", "false"):
        meant = tidied(given).lower()
        raise ValueError(did_you_mean(meant if meant in ("true", "false") else None, "true or false"))
    return given


def written(
    pattern: str, works: str, *, example: str, meant: Callable[[str], str] = tidied
) -> tuple[AfterValidator, Any]:
    """Text of one form. A refusal says `works`, and what `meant` makes of the text if that has the form."""
    form = re.compile(pattern.removeprefix("^").removesuffix("$"))

    def check(text: str) -> str:
        if form.fullmatch(text):
            return text
        guess = meant(text)
        raise ValueError(did_you_mean(guess if form.fullmatch(guess) else None, works))

    return AfterValidator(check), Field(json_schema_extra={"example": example, "pattern": pattern})


_Period = Annotated[
    str, AfterValidator(parse_period), Field(json_schema_extra={"example": "2025-05", "pattern": PERIOD_PATTERN})
]
_ReleaseName = Annotated[
    str,
    AfterValidator(lambda text: str(parse_release(text))),
    Field(json_schema_extra={"example": "oews-2025-05", "pattern": RELEASE_PATTERN}),
]
_MajorGroup = Annotated[
    str,
    *written(
        r"^[0-9]{2}(-0000)?$",
        "a major group: the first two digits of its codes, such as 29, or 29-0000",
        example="29",
        meant=lambda text: tidied(text).partition("-")[0],
    ),
    AfterValidator(lambda text: text[:2]),
]

_OnetSocCode = Annotated[
    str,
    *written(
        r"^[0-9]{2}-[0-9]{4}\.[0-9]{2}$",
        "an O*NET-SOC code: a SOC code, a point and two digits, such as 29-2072.00",
        example="29-2072.00",
        meant=lambda text: f"{tidied(text)}.00",
    ),
]
_ElementId = Annotated[
    str,
    *written(
        r"^[1-6](\.[A-Za-z0-9]{1,4}){0,8}$",
        "an element of the content model, such as 2.A.1.a: a digit from 1 to 6, and parts after points",
        example="2.A.1.a",
    ),
]
_ScaleId = Annotated[
    str,
    *written(
        r"^[A-Z]{2,3}$",
        "a scale: two or three capital letters, such as IM",
        example="IM",
        meant=lambda text: tidied(text).upper(),
    ),
]
_CommodityCode = Annotated[
    str, *written(r"^[0-9]{8}$", "a commodity of UNSPSC: eight digits, such as 43232306", example="43232306")
]
_RELATIONS = tuple(str(member) for kind in (Relation, OnetRelation) for member in kind)
_TITLE_KINDS = tuple(str(member) for kind in (TitleKind, OnetTitleKind) for member in kind)

SocCodePath: TypeAlias = Annotated[SocCode, Path()]
OrganizationPath: TypeAlias = Annotated[
    str,
    *written(
        r"^[A-Za-z][A-Za-z0-9_-]{0,39}$",
        "an identifier of an organization, such as ahima: letters, digits and underscores, at most 40",
        example="ahima",
    ),
    Path(description="Identifier of an organization: `ahima`. `/v1/organizations` lists them."),
]

_SixDigits = Annotated[SocCode, AfterValidator(soc_of_onet)]
SocCodes: TypeAlias = Annotated[list[_SixDigits], several("Keep these occupation codes.", example="29-2072")]
Vintages: TypeAlias = Annotated[list[SocVintage], several("Keep codes of these editions of the SOC.", example="2018")]
Levels: TypeAlias = Annotated[list[OccupationLevel], several("Keep occupations at these levels.", example="detailed")]
MajorGroups: TypeAlias = Annotated[
    list[_MajorGroup], several("Keep occupations of these major groups: `29` or `29-0000`.", example="29")
]
Bases: TypeAlias = Annotated[
    list[EmploymentBasis],
    several("Keep employment that is counted so.", example="jobs_including_self_employed"),
]
AreaCodes: TypeAlias = Annotated[list[AreaCode], several("Keep these areas: `99` or `US`, `TX` or `48`.", example="TX")]
AreaTypes: TypeAlias = Annotated[list[AreaType], several("Keep areas of these kinds.", example="state")]
IndustryCodes: TypeAlias = Annotated[
    list[IndustryCode],
    several("Keep these industries (NAICS), those of the employment matrix among them.", example="622000"),
]
IndustryLevels: TypeAlias = Annotated[
    list[IndustryLevel], several("Keep industries at these levels.", example=IndustryLevel.CROSS_INDUSTRY)
]
Ownerships: TypeAlias = Annotated[
    list[Ownership], several("Keep estimates for these owners of establishments.", example="1235")
]
OwnershipsApart: TypeAlias = Annotated[
    list[Ownership],
    several(
        "Keep estimates for these owners of establishments. Without it, the widest group that is published: all owners "
        "together (`1235`) where there is such an estimate, so that no part of a total stands beside it.",
        example="5",
    ),
]
Periods: TypeAlias = Annotated[
    list[_Period],
    several("Keep figures of these periods: a month `2025-05`, a year `2018` or a round `2018-28`.", example="2025-05"),
]
EducationLevels: TypeAlias = Annotated[
    list[EducationLevel],
    several(
        "Keep occupations with this typical entry-level education.",
        example=EducationLevel.POSTSECONDARY_NONDEGREE_AWARD,
    ),
]
WorkExperiences: TypeAlias = Annotated[
    list[WorkExperience],
    several("Keep occupations that need this work experience in a related one.", example=WorkExperience.NONE),
]
OnTheJobTrainings: TypeAlias = Annotated[
    list[OnTheJobTraining],
    several("Keep occupations that need this training on the job.", example=OnTheJobTraining.NONE),
]
RowTypes: TypeAlias = Annotated[
    list[RowType],
    several(
        "Keep rows of these kinds: line items, or summaries of line items; the two never add up together.",
        example=RowType.LINE_ITEM,
    ),
]
MatrixIndustryCodes: TypeAlias = Annotated[
    list[MatrixIndustryCode],
    several("Keep these industries, by code of the national employment matrix.", example="622000"),
]
EducationGroups: TypeAlias = Annotated[
    list[EducationLevel | Literal["total"]],
    several("Keep these entry educations; `total` is all together.", example=EducationLevel.BACHELORS_DEGREE),
]
Attainments: TypeAlias = Annotated[
    list[Attainment], several("Keep these levels of education.", example=Attainment.BACHELORS_DEGREE)
]
AttainmentGroups: TypeAlias = Annotated[
    list[Attainment | Literal["total"]],
    several("Keep these levels of education; `total` is all together.", example=Attainment.BACHELORS_DEGREE),
]
SkillMeasures: TypeAlias = Annotated[
    list[SkillMeasure], several("Keep ranks or scores.", example=SkillMeasure.PERCENTILE_RANK)
]
OutlookCategories: TypeAlias = Annotated[
    list[OutlookCategory],
    several("Keep occupations with this outlook category.", example=OutlookCategory.MUCH_FASTER_THAN_AVERAGE),
]
_Acronym = Annotated[
    str,
    *written(
        r"^[A-Za-z0-9&.+-]{1,20}$",
        "the letters of a credential, such as RHIT: letters, digits and & . + -, at most 20",
        example="RHIT",
    ),
]
_Organization = Annotated[
    str,
    *written(
        r"^[a-z][a-z0-9_]{0,39}$",
        "an identifier of an organization, such as ahima: small letters, digits and underscores, at most 40",
        example="ahima",
        meant=lambda text: tidied(text).lower(),
    ),
]
Acronyms: TypeAlias = Annotated[
    list[_Acronym],
    several("Keep credentials with these letters, as printed or as they are today, in any case.", example="RHIT"),
]
Organizations: TypeAlias = Annotated[
    list[_Organization], several("Keep these organizations, by identifier.", example="ahima")
]
Issuers: TypeAlias = Annotated[
    list[_Organization], several("Keep credentials that these organizations issue.", example="ahima")
]
OrganizationRoles: TypeAlias = Annotated[
    list[OrganizationRole],
    several("Keep organizations that play any of these parts.", example=OrganizationRole.ISSUER),
]
Relations: TypeAlias = Annotated[
    list[Literal[_RELATIONS]],  # type: ignore[valid-type]
    several("Keep occupations that are related in these ways.", example=Relation.ADVANCEMENT),
]
TitleKinds: TypeAlias = Annotated[
    list[Literal[_TITLE_KINDS]],  # type: ignore[valid-type]
    several("Keep titles of these kinds.", example=OnetTitleKind.ALTERNATE),
]
OnetSocCodes: TypeAlias = Annotated[
    list[_OnetSocCode], several("Keep these O*NET-SOC codes of eight digits.", example="29-2072.00")
]
ElementIds: TypeAlias = Annotated[
    list[_ElementId], several("Keep these elements of O*NET's content model.", example="2.A.1.a")
]
ElementPath: TypeAlias = Annotated[
    _ElementId,
    Path(description="Element of O*NET's content model: `2.A.1.a`. `/v1/elements` lists them."),
]
ScaleIds: TypeAlias = Annotated[list[_ScaleId], several("Keep values on these scales.", example="IM")]
RatingDomains: TypeAlias = Annotated[
    list[RatingDomain], several("Keep elements of these parts of the content model.", example=RatingDomain.SKILLS)
]
TechnologyTypes: TypeAlias = Annotated[
    list[TechnologyType], several("Keep technology, or tools.", example=TechnologyType.TECHNOLOGY)
]
Words: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=100)]
CommodityCodes: TypeAlias = Annotated[
    list[_CommodityCode], several("Keep examples of these commodities (UNSPSC).", example="43232306")
]
Schemes: TypeAlias = Annotated[list[Scheme], several("Keep links with a code of these schemes.", example=Scheme.SOC)]
Links: TypeAlias = Annotated[
    list[Link],
    several("Keep links where all of the second code came from the first, or a part.", example=Link.WHOLE),
]


def flag(description: str) -> Any:
    """A parameter that is `true` or `false`, or left out."""
    return Field(default=None, description=description, examples=[True])


Flag: TypeAlias = bool | SkipJsonSchema[None]
Programs: TypeAlias = Annotated[
    list[Program], several("Answer from these programs instead of the default of this path.", example=Program.OEWS)
]
Releases: TypeAlias = Annotated[
    list[_ReleaseName],
    several("Answer from these releases; `.r2` at the end pins a revision.", example="oews-2025-05"),
]
FigureReleases: TypeAlias = Annotated[
    list[_ReleaseName],
    several(
        "Show figures of these releases, one of each program, instead of the newest; `.r2` at the end pins a revision.",
        example="oews-2025-05",
    ),
]
Vintage: TypeAlias = Annotated[
    SocVintage | SkipJsonSchema[None],
    Field(
        default=None,
        description="Edition of the SOC that the code is taken in; if left out, the newest of `release`, or of all.",
        examples=["2010"],
    ),
]


class Parameters(BaseModel):
    """The query parameters of a path."""

    model_config = ConfigDict(frozen=True)


Explain: TypeAlias = Annotated[
    Flag,
    flag(
        "`true` adds an `explanation` to the `provenance` of each record: the row, column and text of the cell that "
        "each field was read from, and the rule that made of it what is served. At most 50 records on a page."
    ),
]


class ExplainedQuery(Parameters):
    """What items take that say where they were read."""

    explain: Explain


class ListParameters(Parameters):
    """What every list takes, whether it has pages or not: in which form, and with which fields."""

    format: Annotated[
        Form | SkipJsonSchema[None],
        Field(
            default=None,
            description="Form of the answer, in place of `Accept`. A table has a row for each record, and no envelope.",
            examples=[Form.CSV],
        ),
    ]
    fields: Annotated[
        list[str],
        Field(
            default_factory=list,
            description="Only these fields of the records, with `source`, and with `qualifiers` if a measure is among "
            "them. Repeat it for several.",
            max_length=_MAX_VALUES,
        ),
    ]
    bom: Annotated[
        Annotated[bool, BeforeValidator(truth)] | SkipJsonSchema[None],
        Field(
            default=None,
            description="`true` makes CSV for spreadsheets: it begins with a byte-order mark, and text that would be "
            "taken for a formula has an apostrophe before it.",
            examples=[True],
        ),
    ]


class ProfileQuery(ExplainedQuery):
    """What the items that a profile gives take."""

    soc_vintage: Vintage
    program: Programs
    release: Releases


Query = TypeVar("Query", bound=Parameters)


def listing(*, sort: Iterable[str] = (), measures: Iterable[str] = ()) -> Callable[[type[Query]], type[Query]]:
    """Give a query the parameters of a list: sorting by these fields, bounds on these measures, paging.

    A list without fields to sort by has one order, and no `sort`.
    """
    fields: dict[str, Any] = {}
    for name in measures:
        fields |= _bounds(name)
    if fields:
        fields["include"] = _INCLUDE
    if sorted_by := tuple(sort):
        fields["sort"] = (_sort_type(sorted_by), Field(default_factory=list))
    fields |= _PAGING | {name: (field.annotation, field) for name, field in ListParameters.model_fields.items()}

    def extend(query: type[Query]) -> type[Query]:
        return create_model(query.__name__, __base__=query, **fields)

    return extend


def paged(query: type[Query]) -> type[Query]:
    """Give a query the parameters of a list that is read page by page, in one order and without a total."""
    fields = {name: _PAGING[name] for name in ("limit", "cursor")}
    fields |= {name: (field.annotation, field) for name, field in ListParameters.model_fields.items()}
    return create_model(query.__name__, __base__=query, **fields)


def limited(query: type[Query]) -> type[Query]:
    """Give a query the parameters of a list that has one page, in one order, of at most so many records."""
    fields = {"limit": _PAGING["limit"]}
    fields |= {name: (field.annotation, field) for name, field in ListParameters.model_fields.items()}
    return create_model(query.__name__, __base__=query, **fields)


_PLAIN_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_NUMBER = f"a number in plain digits from -{_LARGEST} to {_LARGEST}, such as 50000 or 24.59"


def _plain_number(given: object) -> object:
    # Python reads more as a number than JSON does: 1_000, nan, digits of other scripts.
    if isinstance(given, str) and not _PLAIN_NUMBER.fullmatch(given):
        plain = re.sub(r"[$,_ ]|%$", "", tidied(given))
        raise ValueError(did_you_mean(plain if _PLAIN_NUMBER.fullmatch(plain) else None, _NUMBER))
    return given


ALL: Final = "all"


def _page_size(given: object) -> object:
    """`given` if it is within bounds: written before the number is read, so that every refusal has the same words."""
    if given == ALL:
        return given
    if isinstance(given, str) and not (_INTEGER.fullmatch(given) and 1 <= int(given) <= MAX_LIMIT):
        raise ValueError(f"a whole number from 1 to {MAX_LIMIT}, or `all` with `format=csv`, `ndjson` or `parquet`")
    return given


_INTEGER = re.compile(r"-?[0-9]{1,18}")
_LONGEST_CURSOR = 600


def _no_longer_than_a_cursor(given: str) -> str:
    if len(given) > _LONGEST_CURSOR:
        raise ValueError(
            f"the cursor in `page.next` of the page before, as it is: at most {_LONGEST_CURSOR} characters"
        )
    return given


_INCLUDE: Any = (
    Annotated[
        Literal["possible"] | None,
        Field(
            description="`possible` lets bounds keep figures too that may lie within them: a wage that is published as "
            "`at_or_above` 239,200 passes `min_annual_median=300000` then, and its qualifier tells it apart.",
            examples=[Include.POSSIBLE],
        ),
        WithJsonSchema({"type": "string", "enum": ["possible"], "examples": ["possible"]}),
    ],
    None,
)
_PAGING: dict[str, Any] = {
    "limit": (
        Annotated[
            Annotated[int, Field(ge=1, le=MAX_LIMIT)] | Literal["all"],
            Field(
                description=f"Most records on a page, at most {MAX_LIMIT}; `all` sends the whole list as CSV, NDJSON "
                "or Parquet.",
                examples=[10],
            ),
            BeforeValidator(_page_size),
        ],
        DEFAULT_LIMIT,
    ),
    "cursor": (
        Annotated[
            Annotated[str, AfterValidator(_no_longer_than_a_cursor)] | None,
            Field(description="Where the page starts: take it from `page.next` of the page before."),
            WithJsonSchema(
                {
                    "type": "string",
                    "maxLength": _LONGEST_CURSOR,
                    "examples": ["JL8W8RVdWzEsImRmYTI4MmMxYjMzODMxNzY3OSIsMSxbIjAxIl1d"],
                }
            ),
        ],
        None,
    ),
    "count": (
        Annotated[
            Count, Field(description="`exact` counts the total even where that takes long.", examples=[Count.EXACT])
        ],
        Count.AUTO,
    ),
}


_PAGING["explain"] = (Explain, None)


def _bounds(name: str) -> dict[str, Any]:
    """The filters of a measure: `min_` and `max_`."""
    found = MEASURES[name]
    fields: dict[str, Any] = {}
    for bound, words in ((Bound.MIN, "at or above"), (Bound.MAX, "at or below")):
        described = Field(
            description=f"Keep records whose {found.title.lower()} is {words} this value ({found.unit}).",
        )
        fields[f"{bound}_{name}"] = (
            Annotated[_MeasureBound | None, described, WithJsonSchema({**_AS_NUMBER, "examples": [found.example]})],
            None,
        )
    return fields


def _within_range(value: Decimal) -> Decimal:
    if abs(value) > _LARGEST:
        raise ValueError(_NUMBER)
    return value


_MeasureBound = Annotated[Decimal, BeforeValidator(_plain_number), AfterValidator(_within_range)]
_AS_NUMBER = {"type": "number", "minimum": -int(_LARGEST), "maximum": int(_LARGEST)}
Percent: TypeAlias = Annotated[_MeasureBound, WithJsonSchema({**_AS_NUMBER, "examples": [10]})] | SkipJsonSchema[None]


def _sort_type(names: Sequence[str]) -> Any:
    allowed = tuple(spelled for name in names for spelled in (name, f"-{name}"))
    largest = next((f"-{name}" for name in names if name in MEASURES), names[0])
    described = Field(
        max_length=MAX_SORT_KEYS,
        description="Sort by this field, or by `-field` for the largest first; repeat it for ties. "
        "Records without a figure come last either way; a bounded figure sorts by its bound.",
        examples=[[largest]],
    )
    return Annotated[list[Literal[allowed]], described]  # type: ignore[valid-type]
