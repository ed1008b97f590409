"""Employment."""

from typing import Annotated

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import (
    AlsoLevel,
    AreaCode,
    AreaKind,
    AreaTitle,
    Basis,
    Covers,
    IndustryLabel,
    Level,
    OwnershipCode,
    Qualifiers,
    ReferencePeriod,
    ReleaseId,
    SocCode,
    StatedIndustryCode,
    StatedIndustryDepth,
    StatedIndustryTitle,
    SubjectTitle,
    Title,
    Vintage,
)
from app.schemas.model import Model, measure
from app.schemas.projections import RowKind


class DerivedEmployment(Model):
    """Jobs computed here from a published share. Not a published figure."""

    employment: int
    """The share of the occupation's published jobs, in jobs."""
    at_least: int
    """The fewest jobs that the rounding of the share leaves possible."""
    at_most: int
    """The most jobs that the rounding of the share leaves possible."""
    formula: str
    """How it was computed, with its inputs."""


class EmploymentRecord(Model):
    """The jobs of an occupation in one area, industry and reference period, on one basis."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    area_code: AreaCode
    area_title: AreaTitle
    area_type: AreaKind
    industry_code: StatedIndustryCode
    industry_title: StatedIndustryTitle
    industry_level: StatedIndustryDepth
    also_level: AlsoLevel
    industry_label: IndustryLabel
    ownership_code: OwnershipCode
    row_type: RowKind
    industry_row_type: RowKind
    reference_period: ReferencePeriod
    basis: Basis
    employment: Annotated[int | None, measure("employment")]
    employment_rse: Annotated[float | None, measure("employment_rse")]
    jobs_per_1000: Annotated[float | None, measure("jobs_per_1000")]
    location_quotient: Annotated[float | None, measure("location_quotient")]
    percent_of_industry: Annotated[float | None, measure("percent_of_industry")]
    percent_of_establishments_reporting: Annotated[float | None, measure("percent_of_establishments_reporting")]
    percent_of_occupation: Annotated[float | None, measure("percent_of_occupation")]
    rank: int | None = Field(json_schema_extra={"example": 1})
    """Rank among the largest employers as the handbook prints it, 1 the largest; `null` elsewhere."""
    quantifier: str | None = Field(json_schema_extra={"example": "about"})
    """How exact the publication says the figure is, such as `about`; `null` where it says nothing."""
    rounded_to: int | None
    """The publisher's rounding of `employment`, in jobs; `null` where no count is published."""
    derived: DerivedEmployment | None
    """Jobs computed from `percent_of_occupation`; `null` where a count is published."""
    subject_title: SubjectTitle
    covers: Covers
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


EmploymentList = ListAnswer[EmploymentRecord]
