"""Projections and the outlook."""

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import Field

from app.domain.education import EducationLevel
from app.domain.employment_projections import Attainment, OnTheJobTraining, RowType, WorkExperience
from app.domain.outlook import OutlookCategory
from app.domain.statements import ListedAs, ProspectFavors
from app.schemas.envelope import ListAnswer, Provenance, RecordProvenance
from app.schemas.keys import Basis, Covers, Level, Qualifiers, ReleaseId, SocCode, SubjectTitle, Title, Vintage
from app.schemas.model import Model, described, measure, with_words_of_part
from app.schemas.specialties import AppliesTo
from app.schemas.statements import Position

Round = Annotated[
    str,
    Field(
        description="Projection round: base year and projection year.",
        json_schema_extra={"example": "2018-28"},
    ),
]


RowKind = Annotated[
    RowType | None,
    Field(
        description="`line_item` stands for itself; `summary` sums up line items: never add the two. `null` where the "
        "publication does not say.",
        json_schema_extra={"example": "line_item"},
    ),
]
WageYear = Annotated[
    int | None,
    Field(
        description="Year of the median wage, which can differ from the base year; `null` where there is no wage.",
        json_schema_extra={"example": 2024},
    ),
]
EntryEducation = Annotated[
    EducationLevel | None,
    Field(
        description="Education that is typically needed to enter; `null` where there is none, as `qualifiers` say.",
        json_schema_extra={"example": "postsecondary_nondegree_award", "x-qualified": True},
    ),
]
RelatedExperience = Annotated[
    WorkExperience | None,
    Field(
        description="Experience in a related occupation that is typically needed; `null` where there is none.",
        json_schema_extra={"example": "none", "x-qualified": True},
    ),
]
Training = Annotated[
    OnTheJobTraining | None,
    Field(
        description="Training that is typically needed to become competent; `null` where there is none.",
        json_schema_extra={"example": "none", "x-qualified": True},
    ),
]
TableNumber = Annotated[
    str,
    Field(
        description="Table of the workbook, such as `1.2`; `download` for the file of the projections' page.",
        json_schema_extra={"example": "1.2"},
    ),
]
DisplayLevel = Annotated[
    int | None,
    Field(
        description="How deep the publication indents the title, 0 the total; `null` where it does not.",
        json_schema_extra={"example": 4},
    ),
]
Footnote = Annotated[
    str | None,
    Field(
        description="Footnote that the publisher attaches to the row; `null` where there is none.",
        json_schema_extra={"example": "Imputed from similar occupations."},
    ),
]


MatrixIndustryCode = Annotated[
    str,
    Field(
        description="Industry code of the national employment matrix. It is no NAICS code: `622000` looks like one, "
        "`TE1000` (all industries), `4A0000` and `31-330` do not; `naics_codes` says what it covers.",
        json_schema_extra={"example": "622000"},
    ),
]
OptionalMatrixIndustryCode = Annotated[
    str | None,
    Field(
        description="Industry code of the national employment matrix, which is no NAICS code; `null` where the "
        "publication prints none.",
        json_schema_extra={"example": "5110A1"},
    ),
]
EducationGroup = EducationLevel | Literal["total"]
AttainmentGroup = Attainment | Literal["total"]


class PublishedRow(Model):
    """A row of Employment Projections that a record was put together from."""

    contents: Literal["employment", "worker_characteristics", "separations", "replacement"] = Field(
        json_schema_extra={"example": "employment"}
    )
    """Which of the record's fields the row gives."""
    table_number: TableNumber
    title: str = Field(json_schema_extra={"example": "Medical records specialists"})
    """Title of the occupation in this row, as published."""
    display_level: DisplayLevel
    footnote: Footnote
    provenance: RecordProvenance


class Comparison(Model):
    """What an outlook category compares with."""

    title: str | None = Field(json_schema_extra={"example": "all occupations"})
    """In the publication's words."""
    soc_code: str | None = Field(json_schema_extra={"example": "00-0000"})
    """Its code."""
    employment_change_percent: float | None = Field(json_schema_extra={"example": 5.2})
    """Its projected change over the same round, percent; `null` where it is not known here."""
    provenance: Provenance | None
    """Where that percentage was read, and whether it is curated; `null` where none is known."""


class Driver(Model):
    """One reason why employment is projected to change."""

    position: Position
    driver: str = Field(json_schema_extra={"example": "aging population"})
    """What drives it, in a few words."""
    driver_scope: str | None
    """Where or for whom the driver works."""
    driver_acronym: str | None
    """Acronym that the publication gives the driver."""
    cause: str | None
    """What lies behind the driver."""
    effect: str = Field(json_schema_extra={"example": "more medical services required"})
    """What it leads to, in a few words."""
    effect_scope: str | None
    """Where or for whom the effect is felt."""
    certainty: str | None
    """How sure the publication is: `will`, `expected`, `likely`."""
    applies_to: AppliesTo
    statement: str
    """The publication's own sentence."""
    provenance: RecordProvenance


class Prospect(Model):
    """Who has the best chances of a job."""

    position: Position
    favors: ProspectFavors
    """What improves the chances."""
    listed_as: ListedAs
    """Whether this is the general statement or an example of it."""
    name: str
    """Which certification or skill."""
    acronym: str | None
    """Its acronym."""
    prospects: str = Field(json_schema_extra={"example": "best"})
    """What the chances are."""
    certainty: str | None
    """How sure the publication is."""
    condition: str | None
    """Condition that it depends on."""
    purpose: str | None
    """What the skill is needed for."""
    statement: str
    """The publication's own sentence."""
    provenance: RecordProvenance


class Outlook(Model):
    """How the projected change compares with the average."""

    category: OutlookCategory | None
    """The comparison as published, in a word. It is never derived from the percentage: bands differ by round."""
    label: str | None = Field(json_schema_extra={"example": "much faster than the average"})
    """The comparison in the publication's words."""
    compared_with: Comparison
    """What it compares with."""


class ExplainedOutlook(Model):
    """The outlook with its reasons and the job prospects."""

    category: OutlookCategory | None
    """The comparison as published, in a word. It is never derived from the percentage: bands differ by round."""
    label: str | None = Field(json_schema_extra={"example": "much faster than the average"})
    """The comparison in the publication's words."""
    compared_with: Comparison
    """What it compares with."""
    drivers: list[Driver]
    """Why employment changes, in the publication's order."""
    prospects: list[Prospect]
    """Who has the best chances of a job."""


class DerivedChange(Model):
    """The percentage computed here from the published levels. Not a published figure."""

    employment_change_percent: float = Field(json_schema_extra={"example": 10.7})
    """Percent change, to 0.1."""
    formula: str = Field(
        json_schema_extra={"example": "(projected_employment - base_employment) / base_employment x 100, to 0.1"}
    )
    """How it was computed."""


AnyOutlook = TypeVar("AnyOutlook", Outlook, ExplainedOutlook)


@described
class ProjectionRecord(Model, Generic[AnyOutlook]):
    """Projected employment of an occupation over one round."""

    model_config = with_words_of_part("Projected employment of an occupation over one round. `outlook`:")

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    row_type: RowKind
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2018})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2028})
    """Last year of the round."""
    basis: Basis
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    percent_rounded_to: float
    """The publisher's rounding of `employment_change_percent`, in percentage points."""
    base_percent_distribution: Annotated[float | None, measure("base_percent_distribution")]
    projected_percent_distribution: Annotated[float | None, measure("projected_percent_distribution")]
    annual_openings: Annotated[int | None, measure("annual_openings")]
    labor_force_exits: Annotated[int | None, measure("labor_force_exits")]
    occupational_transfers: Annotated[int | None, measure("occupational_transfers")]
    total_separations: Annotated[int | None, measure("total_separations")]
    labor_force_exit_rate: Annotated[float | None, measure("labor_force_exit_rate")]
    occupational_transfer_rate: Annotated[float | None, measure("occupational_transfer_rate")]
    total_separation_rate: Annotated[float | None, measure("total_separation_rate")]
    percent_self_employed: Annotated[float | None, measure("percent_self_employed")]
    annual_median: Annotated[int | None, measure("annual_median")]
    wage_year: WageYear
    entry_education: EntryEducation
    entry_education_code: int | None = Field(json_schema_extra={"example": 5})
    """The publisher's number of it: 1 doctoral or professional degree to 8 none; `null` where none is printed."""
    work_experience: RelatedExperience
    work_experience_code: int | None = Field(json_schema_extra={"example": 4})
    """The publisher's number of it: 1, 2 or 4 (there is no 3); `null` where none is printed."""
    on_the_job_training: Training
    on_the_job_training_code: int | None = Field(json_schema_extra={"example": 6})
    """The publisher's number of it, 1 to 6; `null` where none is printed."""
    in_handbook: bool | None = Field(json_schema_extra={"example": True})
    """Whether the publication points to a profile of the handbook for it; `null` where it does not say."""
    growth_and_replacement_openings: Annotated[int | None, measure("growth_and_replacement_openings")]
    growth_openings: Annotated[int | None, measure("growth_openings")]
    replacement_needs: Annotated[int | None, measure("replacement_needs")]
    replacement_rate: Annotated[float | None, measure("replacement_rate")]
    annual_replacement_needs: Annotated[int | None, measure("annual_replacement_needs")]
    annual_replacement_rate: Annotated[float | None, measure("annual_replacement_rate")]
    openings_rounded_to: int | None = Field(json_schema_extra={"example": 100, "x-unit": "jobs"})
    """The publisher's rounding of the openings that the handbook prints, in jobs; `null` without such."""
    openings_statement: str | None = Field(
        json_schema_extra={"example": "About 14,200 openings are projected each year, on average, over the decade."}
    )
    """The publication's own sentences on openings; of a page they stand on `provenance.document_line`."""
    position: int | None = Field(json_schema_extra={"example": 1})
    """Row of the profile's table of projections, from 1; `null` where it has none."""
    row_depth: int | None = Field(json_schema_extra={"example": 0})
    """How deep that row stands under those above it; 0 is the profile as a whole."""
    row_title: str | None = Field(json_schema_extra={"example": "Medical records specialists"})
    """Title of that row, as printed."""
    matrix_url: str | None = Field(
        json_schema_extra={"example": "https://data.bls.gov/projections/nationalMatrix?queryParams=29-2072&ioType=o"}
    )
    """Where the publisher offers the industries of the row's occupation."""
    derived: DerivedChange | None
    """The percentage recomputed from the levels; `null` where a level is not published."""
    outlook: AnyOutlook
    """How the change compares with the average; for one occupation with the reasons."""
    qualifiers: Qualifiers
    statement: str | None
    """The publication's own sentence."""
    subject_title: SubjectTitle
    covers: Covers
    read_from: list[PublishedRow]
    """The rows of Employment Projections that the record was put together from; empty for the handbook."""
    source: ReleaseId
    provenance: RecordProvenance

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`ExplainedOutlook` gives `ExplainedProjection`."""
        return str(params[0].__name__).replace("Outlook", "Projection")


ProjectionList = ListAnswer[ProjectionRecord[Outlook]]
ExplainedProjectionList = ListAnswer[ProjectionRecord[ExplainedOutlook]]
