"""Occupations side by side."""

from typing import Annotated

from pydantic import Field

from app.domain.education import EducationLevel
from app.domain.outlook import OutlookCategory
from app.domain.programs import Program
from app.queries.absence import AbsenceReason
from app.queries.comparability import Aspect
from app.schemas.changes import ChangedCode
from app.schemas.envelope import Absence, Page, RecordProvenance, Source
from app.schemas.keys import (
    AreaCode,
    Basis,
    Covers,
    Level,
    Qualifiers,
    ReferencePeriod,
    ReleaseId,
    SocCode,
    SubjectTitle,
    Title,
    Url,
    Vintage,
)
from app.schemas.model import Model, measure
from app.schemas.onet import ElementId, ElementName, OnetSocCode, RecommendSuppress, Value
from app.schemas.projections import RelatedExperience, Training

OfProgram = Annotated[Program, Field(description="Program that publishes it.", json_schema_extra={"example": "ep"})]


class EmploymentFigure(Model):
    """Jobs of an occupation, as one program counts them."""

    program: OfProgram
    basis: Basis
    reference_period: ReferencePeriod
    area_code: AreaCode
    employment: Annotated[int | None, measure("employment")]
    employment_rse: Annotated[float | None, measure("employment_rse")]
    rounded_to: int | None = Field(json_schema_extra={"example": 100})
    """The publisher's rounding, in jobs."""
    subject_title: SubjectTitle
    covers: Covers
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class PayFigure(Model):
    """Wages of an occupation, as one program publishes them."""

    program: OfProgram
    reference_period: ReferencePeriod
    area_code: AreaCode
    hourly_median: Annotated[float | None, measure("hourly_median")]
    annual_mean: Annotated[int | None, measure("annual_mean")]
    annual_p10: Annotated[int | None, measure("annual_p10")]
    annual_p25: Annotated[int | None, measure("annual_p25")]
    annual_median: Annotated[int | None, measure("annual_median")]
    annual_p75: Annotated[int | None, measure("annual_p75")]
    annual_p90: Annotated[int | None, measure("annual_p90")]
    subject_title: SubjectTitle
    covers: Covers
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class ProjectionFigure(Model):
    """What one round, or one edition of the handbook, projects for an occupation."""

    program: OfProgram
    basis: Basis
    projection_round: str = Field(json_schema_extra={"example": "2024-34"})
    """The round: base year and projected year."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    annual_openings: Annotated[int | None, measure("annual_openings")]
    percent_self_employed: Annotated[float | None, measure("percent_self_employed")]
    outlook: OutlookCategory | None = Field(json_schema_extra={"example": "much_faster_than_average"})
    """The comparison with the average in a word, as the handbook prints it; `null` for Employment Projections."""
    outlook_label: str | None = Field(json_schema_extra={"example": "much faster than the average"})
    """The same in the handbook's words."""
    subject_title: SubjectTitle
    covers: Covers
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class EntryFigure(Model):
    """The typical entry-level education of an occupation, with experience and training where they are classed."""

    program: OfProgram
    projection_round: str | None = Field(json_schema_extra={"example": "2024-34"})
    """The round that it belongs to."""
    entry_education: EducationLevel
    """Typical entry-level education."""
    education_label: str | None = Field(json_schema_extra={"example": "Postsecondary nondegree award"})
    """The level in the handbook's words; `null` for Employment Projections."""
    work_experience: RelatedExperience
    on_the_job_training: Training
    subject_title: SubjectTitle
    covers: Covers
    source: ReleaseId
    provenance: RecordProvenance


class SkillFigure(Model):
    """How important a skill is for one code of O*NET."""

    onet_soc_code: OnetSocCode
    rank: int = Field(json_schema_extra={"example": 1})
    """Place among the skills of that code, 1 the most important. Derived: by value, ties by element."""
    element_id: ElementId
    element_name: ElementName
    scale_id: str = Field(json_schema_extra={"example": "IM"})
    """Scale of the value: `IM`, importance, from 1 to 5."""
    value: Value
    recommend_suppress: RecommendSuppress
    source: ReleaseId
    provenance: RecordProvenance


class MissingTopic(Model):
    """What there is nothing of for an occupation, and why."""

    topic: str = Field(json_schema_extra={"example": "skills"})
    """Which of `employment`, `pay`, `projections`, `entry` and `skills`."""
    reason: AbsenceReason = Field(json_schema_extra={"example": "not_published"})
    """The cause in a word."""
    detail: str = Field(json_schema_extra={"example": "O*NET database is loaded and has no skills for 29-2072."})
    """The cause in a sentence."""


class ComparedOccupation(Model):
    """One occupation of a comparison."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    retired: bool
    """Whether no edition in use has the code."""
    became: list[ChangedCode]
    """What became of a code that was replaced: compare these instead."""
    employment: list[EmploymentFigure]
    """Jobs, by program; programs count on different bases."""
    pay: list[PayFigure]
    """Wages, by program."""
    projections: list[ProjectionFigure]
    """Projected change, by program."""
    entry: list[EntryFigure]
    """What entry takes, by program."""
    skills: list[SkillFigure]
    """The ten most important skills of each of its codes of O*NET."""
    missing: list[MissingTopic]
    """What there is nothing of, and why."""
    url: Url
    source: ReleaseId
    provenance: RecordProvenance


class DifferingValue(Model):
    """What one occupation has where others have something else."""

    soc_code: SocCode
    value: str | None = Field(json_schema_extra={"example": "2018-05"})
    """What it has; `null` for nothing."""


class Difference(Model):
    """One thing in which figures of a topic are not on one footing."""

    topic: str = Field(json_schema_extra={"example": "pay"})
    """Topic that it is about; `identity` for the codes themselves."""
    aspect: Aspect = Field(json_schema_extra={"example": "reference_period"})
    """What differs."""
    program: Program | None = Field(json_schema_extra={"example": "oews"})
    """Program whose figures it is about; `null` for several."""
    detail: str
    """What a reader must know, in a sentence."""
    values: list[DifferingValue]
    """By occupation, what it has."""


class ComparisonAnswer(Model):
    """Occupations side by side."""

    data: list[ComparedOccupation]
    """The occupations, in the order that they were asked for."""
    differences: list[Difference]
    """Where their figures are not on one footing; empty where all compare."""
    page: Page
    """A comparison has one page."""
    sources: list[Source]
    """The releases that figures in the answer came from."""
    absence: Absence | None
    """Always `null`: what an occupation lacks stands in its `missing`."""
