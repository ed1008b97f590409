"""Histories: figures over the years, in spans with breaks between them."""

from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.breaks import BreakKind
from app.domain.levels import Link
from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.absence import AbsenceReason
from app.queries.lineage import Relative
from app.schemas.employment import EmploymentRecord
from app.schemas.envelope import Absence, Nearest, Page, Source
from app.schemas.keys import (
    AreaCode,
    AreaTitle,
    Basis,
    OwnershipCode,
    SocCode,
    StatedIndustryCode,
    StatedIndustryTitle,
    SubjectTitle,
    Title,
    Vintage,
)
from app.schemas.model import Model, described, with_words_of_part
from app.schemas.projections import Outlook, ProjectionRecord
from app.schemas.wages import WageRecord

SpanNumber = Annotated[
    int,
    Field(
        description="Number of the span in `spans`: records of one span make one series; those of two do not, and "
        "`breaks` says why.",
        json_schema_extra={"example": 2},
    ),
]
Relation = Annotated[
    Relative, Field(description="What its code is to the one asked for: itself, or one before or after it.")
]
LinkToAsked = Annotated[
    Link | None,
    Field(
        description="`whole`: all of the later of the two codes came from the earlier; `part`: others went into it as "
        "well. `null` for the code itself, and where nothing that is loaded says how the two correspond.",
        json_schema_extra={"example": "whole"},
    ),
]
BreaksBefore = Annotated[
    list[BreakKind],
    Field(
        description="Kinds of the breaks between this record and those before it, on the first record of a span; empty "
        "on the others. `breaks` has them in full.",
        json_schema_extra={"example": ["soc_revision", "hybrid"]},
    ),
]
LastPeriod = Annotated[
    str, Field(description="Last period before it that is shown.", json_schema_extra={"example": "2018-05"})
]
FirstPeriod = Annotated[
    str, Field(description="First period after it that is shown.", json_schema_extra={"example": "2019-05"})
]


class Span(Model):
    """Figures that make one series: of one code, in one place, counted in one way."""

    span: int
    """Its number, which records have too; spans are numbered place by place, and in the order of time."""
    relation: Relation
    link: LinkToAsked
    program: Program
    """Program that publishes it."""
    basis: Basis | None
    """What employment counts; `null` for wages."""
    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    area_code: AreaCode
    area_title: AreaTitle
    industry_code: StatedIndustryCode
    industry_title: StatedIndustryTitle
    ownership_code: OwnershipCode
    subject_title: SubjectTitle
    from_period: str = Field(json_schema_extra={"example": "2022-05"})
    """First period of it that is loaded."""
    to_period: str = Field(json_schema_extra={"example": "2025-05"})
    """Last period of it that is loaded."""
    periods: list[str] = Field(json_schema_extra={"example": ["2022-05", "2025-05"]})
    """Every period of it that has a record; what lies between and is not here stands in `missing`."""
    releases: list[str] = Field(json_schema_extra={"example": ["oews-2022-05", "oews-2025-05"]})
    """Releases that its records came from."""


class SpanBreak(Model):
    """Why two spans are not one series. Several can stand between the same two."""

    before_span: int
    """Number of the span before it."""
    after_span: int
    """Number of the span after it."""
    last_period: LastPeriod
    first_period: FirstPeriod
    kind: BreakKind
    """What the two differ in."""
    name: str = Field(json_schema_extra={"example": "SOC 2010 to SOC 2018"})
    """What it is called."""
    cause: str
    """What changed, in a sentence."""
    link: Link | None
    """Where the code itself changed: how much of the later code came from the earlier one; otherwise `null`."""
    link_source: str | None = Field(json_schema_extra={"example": "soc-2010-2018"})
    """What says so: a release of crosswalks, or a table of this API."""
    source: str
    """What says that the break is there."""
    source_url: str | None
    """Where the publisher says it; `null` where no address is known."""
    basis: str
    """How far the entry was checked: on the publisher's notice, on files, or from knowledge of the releases."""


class MissingPeriod(Model):
    """A period without a figure of any of the codes. Nothing is filled in for it."""

    reference_period: str = Field(json_schema_extra={"example": "2021-05"})
    """The period."""
    area_code: AreaCode
    industry_code: str = Field(json_schema_extra={"example": "000000"})
    """Industry that was asked for; 000000 is all industries together."""
    reason: AbsenceReason
    """Whether it is not loaded here or not published."""
    detail: str
    """The cause in a sentence."""
    nearest: list[Nearest]
    """The nearest that exists in that period."""


class ThresholdChange(Model):
    """The wage at which OEWS stops publishing a value changed between two periods that hold such bounds.

    A bound on one side and a figure on the other do not compare: the higher threshold shows more.
    """

    last_period: LastPeriod
    first_period: FirstPeriod
    hourly_before: float = Field(json_schema_extra={"example": 100.0, "x-unit": "dollars_per_hour"})
    """Threshold by the hour before the change."""
    hourly_after: float = Field(json_schema_extra={"example": 115.0, "x-unit": "dollars_per_hour"})
    """Threshold by the hour after it."""
    annual_before: int = Field(json_schema_extra={"example": 208000, "x-unit": "dollars_per_year"})
    """Threshold by the year before the change."""
    annual_after: int = Field(json_schema_extra={"example": 239200, "x-unit": "dollars_per_year"})
    """Threshold by the year after it."""
    qualifier_before: Qualifier = Field(json_schema_extra={"example": "above"})
    """How the notes word the bound before: `above`, or `at_or_above`."""
    qualifier_after: Qualifier = Field(json_schema_extra={"example": "at_or_above"})
    """How the notes word it after."""
    spans: list[int] = Field(json_schema_extra={"example": [1, 2]})
    """Spans with such a bound in one of the two periods."""
    measures: list[str] = Field(json_schema_extra={"example": ["annual_p90", "hourly_p90"]})
    """Measures that are a bound in one of the two periods."""


class WageHistoryRecord(WageRecord):
    """The pay of an occupation in one area, industry and period, and the span of the history that it belongs to."""

    span: SpanNumber
    relation: Relation
    link: LinkToAsked
    breaks_before: BreaksBefore


class EmploymentHistoryRecord(EmploymentRecord):
    """The jobs of an occupation in one area, industry and period, and the span of the history they belong to."""

    span: SpanNumber
    relation: Relation
    link: LinkToAsked
    breaks_before: BreaksBefore


class ProjectionHistoryRecord(ProjectionRecord[Outlook]):
    """What one round projected for an occupation, and the span of the history that it belongs to."""

    model_config = ConfigDict(json_schema_extra=None)  # that of the generic model describes what it is made of

    span: SpanNumber
    relation: Relation
    link: LinkToAsked
    breaks_before: BreaksBefore


Record = TypeVar("Record", bound=BaseModel)


@described
class HistoryAnswer(Model, Generic[Record]):
    """Figures over the years."""

    model_config = with_words_of_part("Figures over the years, in spans with breaks between them. Each record:")

    data: list[Record]
    """The records of this page, span by span and in the order of their periods."""
    spans: list[Span]
    """Every span of the history, those of other pages too."""
    breaks: list[SpanBreak]
    """Every break between two spans."""
    missing: list[MissingPeriod]
    """Every May from 2006 to the newest that is loaded without a figure; empty where releases or periods are named."""
    threshold_changes: list[ThresholdChange]
    """Changes of the wage at which OEWS stops publishing a value, where a figure is such a bound."""
    page: Page
    """Where the list goes on."""
    sources: list[Source]
    """The releases that figures in the answer came from."""
    absence: Absence | None
    """Why there is nothing to show; `null` where there is something."""


WageHistory = HistoryAnswer[WageHistoryRecord]
EmploymentHistory = HistoryAnswer[EmploymentHistoryRecord]
ProjectionHistory = HistoryAnswer[ProjectionHistoryRecord]
