"""Wages."""

from typing import Annotated

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import (
    AreaCode,
    AreaKind,
    AreaTitle,
    IndustryCode,
    IndustryDepth,
    IndustryLabel,
    IndustryTitle,
    Level,
    OwnershipCode,
    Qualifiers,
    ReferencePeriod,
    ReleaseId,
    SocCode,
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
    industry_code: IndustryCode
    industry_title: IndustryTitle
    industry_level: IndustryDepth
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
    rounded_to: int
    """The publisher's rounding of annual wages, in dollars. Hourly wages are published to the cent."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance
    """File and row that it was read from."""


WageList = ListAnswer[WageRecord]
