"""Wages."""

from typing import Annotated

from pydantic import Field

from app.domain.levels import AreaType, IndustryLevel, OccupationLevel, Ownership, SocVintage
from app.domain.qualifiers import Qualifier
from app.schemas.envelope import Absence, Page, Provenance, Source
from app.schemas.model import Model, measure


class WageRecord(Model):
    """The pay of an occupation in one area, industry and reference period."""

    soc_code: str = Field(json_schema_extra={"example": "29-2071"})
    """Occupation code."""
    soc_vintage: SocVintage
    """Edition of the SOC that the code belongs to."""
    title: str = Field(json_schema_extra={"example": "Medical Records and Health Information Technicians"})
    """Title of the occupation."""
    level: OccupationLevel
    """Level of the occupation in the classification."""
    area_code: str = Field(json_schema_extra={"example": "99"})
    """Area: 99 is the nation, two digits a state (FIPS)."""
    area_title: str = Field(json_schema_extra={"example": "U.S."})
    """Title of the area."""
    area_type: AreaType
    """Kind of area."""
    industry_code: str = Field(json_schema_extra={"example": "000000"})
    """Industry (NAICS): 000000 is all industries together."""
    industry_title: str = Field(json_schema_extra={"example": "Cross-industry"})
    """Title of the industry."""
    industry_level: IndustryLevel
    """Level of the industry in NAICS."""
    industry_label: str | None
    """Employer group as the handbook prints it; `null` for other programs and for all industries."""
    ownership_code: Ownership | None
    """Whose establishments are counted; `null` where the publication does not say."""
    reference_period: str = Field(json_schema_extra={"example": "2018-05"})
    """Month that the wages refer to."""
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
    qualifiers: dict[str, Qualifier] = Field(json_schema_extra={"example": {"hourly_median": "not_applicable"}})
    """By measure: why it is `null`, or that its value is a bound. Measures with a plain figure are not listed."""
    source: str = Field(json_schema_extra={"example": "ooh-2018-28"})
    """Release that the record came from; `sources` describes it."""
    provenance: Provenance
    """File and row that it was read from."""


class WageList(Model):
    """A page of wage records."""

    data: list[WageRecord]
    """The records."""
    page: Page
    """Where the list goes on."""
    sources: list[Source]
    """The releases that the records came from."""
    absence: Absence | None
    """Why the list is empty or its wages are withheld; `null` where there are figures."""
