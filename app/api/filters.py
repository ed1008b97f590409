"""Keys as query parameters, described once: a filter has the same name, form and meaning wherever it can be asked.

A key may be repeated for several values (`area_code=TX&area_code=CA`).
"""

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeAlias

from fastapi import Path
from pydantic import (
    AfterValidator,
    Field,
    StringConstraints,
)
from pydantic.json_schema import SkipJsonSchema

from app.domain.classifications import Scheme
from app.domain.codes import AreaCode, IndustryCode, SocCode, soc_of_onet
from app.domain.education import EducationLevel
from app.domain.employment_projections import Attainment, OnTheJobTraining, RowType, SkillMeasure, WorkExperience
from app.domain.levels import AreaType, EmploymentBasis, IndustryLevel, Link, OccupationLevel, Ownership, SocVintage
from app.domain.matrix_codes import MatrixIndustryCode
from app.domain.onet import OnetRelation, OnetTitleKind, RatingDomain, TechnologyType
from app.domain.outlook import OutlookCategory
from app.domain.periods import PERIOD_PATTERN, parse_period
from app.domain.programs import Program
from app.domain.releases import RELEASE_PATTERN, parse_release
from app.domain.statements import OrganizationRole, Relation, TitleKind
from app.domain.suggestions import did_you_mean, tidied

MAX_VALUES = 100


def several(description: str, *, example: str | None = None) -> Any:
    """A parameter that may be repeated."""
    return Field(
        default_factory=list,
        description=f"{description} Repeat it for several values.",
        max_length=MAX_VALUES,
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
    several(
        "Keep occupations with this outlook category. The handbook gives one where a page is about one code alone.",
        example=OutlookCategory.MUCH_FASTER_THAN_AVERAGE,
    ),
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
