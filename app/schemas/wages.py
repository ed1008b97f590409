"""Wages."""

from typing import Annotated

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import (
    AlsoLevel,
    AreaCode,
    AreaKind,
    AreaTitle,
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


class WageRecord(Model):
    """The pay of an occupation in one area, industry and reference period."""

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
    reference_period: ReferencePeriod
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
    rounded_to: int | None
    """The publisher's rounding of annual wages, in dollars; `null` where only hourly wages, to the cent, are stated."""
    statement: str | None = Field(
        json_schema_extra={"example": "The median annual wage for medical records technicians was $40,350 in May 2018."}
    )
    """The publication's own sentences, where they state the figures; `null` for tables."""
    subject_title: SubjectTitle
    covers: Covers
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance
    """File and row that it was read from."""


WageList = ListAnswer[WageRecord]
