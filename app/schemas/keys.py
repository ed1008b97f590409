"""The key fields of records, described once. Each is an annotated type that models use by name."""

from typing import Annotated

from pydantic import Field

from app.domain.levels import AreaType, EmploymentBasis, IndustryLevel, OccupationLevel, Ownership, SocVintage
from app.domain.qualifiers import Qualifier


def _example(value: object) -> dict[str, object]:
    return {"example": value}


SocCode = Annotated[
    str,
    Field(
        description="Occupation code of the Standard Occupational Classification (SOC).",
        pattern="^[0-9]{2}-[0-9]{4}$",
        json_schema_extra=_example("29-2071"),
    ),
]
Vintage = Annotated[SocVintage, Field(description="Edition of the SOC that the code belongs to.")]
Title = Annotated[
    str,
    Field(
        description="Title of the occupation.",
        json_schema_extra=_example("Medical Records and Health Information Technicians"),
    ),
]
Level = Annotated[OccupationLevel, Field(description="Level of the occupation in the classification.")]
AreaCode = Annotated[
    str,
    Field(
        description="Area: 99 is the nation, two digits a state or territory (FIPS), five a metropolitan area.",
        json_schema_extra=_example("99"),
    ),
]
AreaTitle = Annotated[str, Field(description="Title of the area.", json_schema_extra=_example("U.S."))]
AreaKind = Annotated[AreaType, Field(description="Kind of area.")]
IndustryCode = Annotated[
    str,
    Field(
        description="Industry (NAICS), a sector or digits filled to six; 000000 is all industries together.",
        json_schema_extra=_example("622000"),
    ),
]
IndustryTitle = Annotated[str, Field(description="Title of the industry.", json_schema_extra=_example("Hospitals"))]
IndustryDepth = Annotated[IndustryLevel, Field(description="Level of the industry in NAICS.")]
IndustryLabel = Annotated[
    str | None,
    Field(
        description="Employer group as the handbook prints it; `null` for other programs and for all industries.",
        json_schema_extra=_example("Hospitals; state, local, and private"),
    ),
]
OwnershipCode = Annotated[
    Ownership | None,
    Field(description="Whose establishments are counted; `null` where the publication does not say."),
]
ReferencePeriod = Annotated[
    str,
    Field(
        description="Period that the figures refer to: a month (`2018-05`) or a year (`2018`).",
        json_schema_extra=_example("2018-05"),
    ),
]
Basis = Annotated[
    EmploymentBasis, Field(description="What the employment counts. Figures on different bases do not compare.")
]
Qualifiers = Annotated[
    dict[str, Qualifier],
    Field(
        description="By measure: why it is `null`, or that its value is a bound. Plain figures are not listed.",
        json_schema_extra=_example({"hourly_median": "not_applicable"}),
    ),
]
ReleaseId = Annotated[
    str,
    Field(
        description="Release that the record came from; `sources` describes it.",
        json_schema_extra=_example("ooh-2018-28"),
    ),
]
Covers = Annotated[
    list[str] | None,
    Field(
        description="All codes that it is said of together, as the handbook profile has them: a figure is that of none "
        "of them alone. `null` where it is about this code.",
        json_schema_extra=_example(["47-2021", "47-2022"]),
    ),
]
SubjectTitle = Annotated[
    str | None,
    Field(
        description="Those of a profile's occupations that it is said of, as printed; `null` for all of them together, "
        "and for other programs.",
        json_schema_extra=_example("Animal scientists"),
    ),
]
StatedIndustryCode = Annotated[
    str | None,
    Field(
        description="Industry (NAICS), a sector or digits filled to six; 000000 is all industries together. `null` "
        "where the handbook's `industry_label` is not settled as one. The national employment matrix has codes beside "
        "NAICS, such as 3250A1.",
        json_schema_extra=_example("622000"),
    ),
]
StatedIndustryTitle = Annotated[
    str | None,
    Field(
        description="Title of the industry; `null` without a code, then `industry_label` names the employers.",
        json_schema_extra=_example("Hospitals"),
    ),
]
StatedIndustryDepth = Annotated[
    IndustryLevel | None,
    Field(description="Level of the industry in NAICS; `null` without a code, and in the national employment matrix."),
]
Url = Annotated[
    str, Field(description="URL path of the resource itself.", json_schema_extra=_example("/v1/occupations/29-2071"))
]
AlsoLevel = Annotated[
    str | None,
    Field(
        description=(
            "Another level, of occupation or industry, at which the publication states the same figures again. That "
            "row is not listed a second time, unless its level is asked for."
        ),
        json_schema_extra=_example("broad"),
    ),
]
