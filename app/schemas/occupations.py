"""Occupations: the list with main figures, one at a glance, and the place of a code in the classification."""

from typing import Annotated

from pydantic import Field

from app.domain.education import EducationLevel
from app.domain.employment_projections import OnTheJobTraining, WorkExperience
from app.domain.levels import Link, OccupationLevel, SocVintage
from app.domain.outlook import OutlookCategory
from app.schemas.envelope import ItemAnswer, ListAnswer, RecordProvenance
from app.schemas.keys import Basis, Level, Qualifiers, ReferencePeriod, ReleaseId, SocCode, Title, Url, Vintage
from app.schemas.model import Model, measure


class FigureSources(Model):
    """The release of each figure in a summary; `sources` describes them."""

    estimates: str | None
    """Release of employment and wages."""
    projection: str | None = Field(json_schema_extra={"example": "ep-2024-34"})
    """Release of the projected figures."""
    outlook: str | None = Field(json_schema_extra={"example": "ooh-2024-34"})
    """Release of the handbook that prints the outlook category, which can be of another round."""
    entry_education: str | None = Field(json_schema_extra={"example": "ooh-2018-28"})
    """Release of the typical entry-level education, and of the experience and training."""


class OccupationSummary(Model):
    """An occupation with its main figures for the nation."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    retired: bool
    """Whether no edition of the SOC that is in use has the code."""
    basis: Basis
    employment: Annotated[int | None, measure("employment")]
    employment_rse: Annotated[float | None, measure("employment_rse")]
    hourly_mean: Annotated[float | None, measure("hourly_mean")]
    hourly_p10: Annotated[float | None, measure("hourly_p10")]
    hourly_p25: Annotated[float | None, measure("hourly_p25")]
    hourly_median: Annotated[float | None, measure("hourly_median")]
    hourly_p75: Annotated[float | None, measure("hourly_p75")]
    hourly_p90: Annotated[float | None, measure("hourly_p90")]
    annual_mean: Annotated[int | None, measure("annual_mean")]
    annual_p10: Annotated[int | None, measure("annual_p10")]
    annual_p25: Annotated[int | None, measure("annual_p25")]
    annual_median: Annotated[int | None, measure("annual_median")]
    annual_p75: Annotated[int | None, measure("annual_p75")]
    annual_p90: Annotated[int | None, measure("annual_p90")]
    mean_wage_rse: Annotated[float | None, measure("mean_wage_rse")]
    projection_round: str | None = Field(json_schema_extra={"example": "2018-28"})
    """Round that the projected figures belong to."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    annual_openings: Annotated[int | None, measure("annual_openings")]
    labor_force_exits: Annotated[int | None, measure("labor_force_exits")]
    occupational_transfers: Annotated[int | None, measure("occupational_transfers")]
    percent_self_employed: Annotated[float | None, measure("percent_self_employed")]
    outlook: OutlookCategory | None = Field(json_schema_extra={"example": "much_faster_than_average"})
    """Outlook category as published."""
    entry_education: EducationLevel | None = Field(json_schema_extra={"example": "postsecondary_nondegree_award"})
    """Typical entry-level education, in the levels of Employment Projections (BLS)."""
    work_experience: WorkExperience | None = Field(json_schema_extra={"example": "none"})
    """Experience in a related occupation that Employment Projections (BLS) assign, where a round is loaded."""
    on_the_job_training: OnTheJobTraining | None = Field(json_schema_extra={"example": "moderate_term"})
    """Training on the job that they assign."""
    qualifiers: Qualifiers
    figure_sources: FigureSources
    """Which release each figure came from: the figures of one summary need not have one source."""
    url: Url


class CodeLink(Model):
    """A code on the other side of a revision of the classification."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    link: Link
    """Whether all of the newer code came from the older one, or a part."""
    detail: str
    """The same in a sentence."""
    url: Url
    source: ReleaseId
    provenance: RecordProvenance


class SocDefinition(Model):
    """What an edition of the SOC says that a code covers, and the group that it stands in."""

    text: str | None = Field(json_schema_extra={"example": "Compile, process and maintain records of patients."})
    """The classification's own words; `null` for a group, and where only the structure is loaded."""
    parent_soc_code: str | None = Field(json_schema_extra={"example": "29-2070"})
    """Group that the code stands in; `null` for a major group."""
    source: ReleaseId
    provenance: RecordProvenance


class EmploymentGlance(Model):
    """Jobs in the nation."""

    employment: Annotated[int | None, measure("employment")]
    basis: Basis
    reference_period: ReferencePeriod
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class PayGlance(Model):
    """Wages in the nation, over all industries."""

    hourly_median: Annotated[float | None, measure("hourly_median")]
    annual_p10: Annotated[int | None, measure("annual_p10")]
    annual_median: Annotated[int | None, measure("annual_median")]
    annual_p90: Annotated[int | None, measure("annual_p90")]
    reference_period: ReferencePeriod
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class OutlookGlance(Model):
    """Projected change in employment, and how it compares with the average."""

    projection_round: str = Field(json_schema_extra={"example": "2018-28"})
    """Base year and projection year."""
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    category: OutlookCategory | None
    """The comparison with the average, as published."""
    label: str | None
    """The comparison in the publication's words."""
    source: ReleaseId
    provenance: RecordProvenance


class EducationGlance(Model):
    """What most entrants need."""

    education_level: EducationLevel
    """Level of education, as Employment Projections (BLS) names it."""
    label: str | None
    """The level in the publication's words."""
    source: ReleaseId
    provenance: RecordProvenance


class OccupationGlance(Model):
    """One occupation: what the code is, what became of it, its main figures, and where more stands."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    onet_soc_code: str | None = Field(json_schema_extra={"example": "29-2072.00"})
    """The O*NET-SOC code as it was asked for, not checked against O*NET; `null` where a SOC code was."""
    retired: bool
    """Whether no edition of the SOC that is in use has the code."""
    vintages: list[SocVintage]
    """Every edition of the SOC that is loaded and has the code, newest first; `soc_vintage=` chooses one."""
    definition: SocDefinition | None
    """What the code covers; `null` where the definitions of its edition are not loaded."""
    became: list[CodeLink]
    """The codes that replaced this code of its edition, the same code of a later edition among them if that kept it."""
    came_from: list[CodeLink]
    """The codes of the edition before that it came from, as far as they are loaded."""
    employment: EmploymentGlance | None
    """How many jobs; `null` where nothing that is loaded says."""
    pay: PayGlance | None
    """What it pays; `null` where nothing that is loaded says."""
    outlook: OutlookGlance | None
    """How employment is projected to change; `null` where nothing that is loaded says."""
    entry_education: EducationGlance | None
    """What it takes to enter; `null` where nothing that is loaded says."""
    links: dict[str, str] = Field(json_schema_extra={"example": {"wages": "/v1/occupations/29-2071/wages"}})
    """URL paths of the answers in full."""
    source: ReleaseId
    provenance: RecordProvenance


class HierarchyEntry(Model):
    """A code above or below another."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    url: Url
    source: ReleaseId
    provenance: RecordProvenance


class Hierarchy(Model):
    """The place of a code in its edition of the classification."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    parents: list[HierarchyEntry]
    """The groups above it, widest first."""
    children: list[HierarchyEntry]
    """The codes right below it."""
    missing_levels: list[OccupationLevel] = Field(json_schema_extra={"example": ["broad"]})
    """Levels above it whose group nothing that is loaded names."""
    source: ReleaseId
    provenance: RecordProvenance


OccupationList = ListAnswer[OccupationSummary]
OccupationItem = ItemAnswer[OccupationGlance]
HierarchyItem = ItemAnswer[Hierarchy]
