"""Projections of industries, in the codes of the national employment matrix."""

from typing import Annotated

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Qualifiers, ReleaseId
from app.schemas.model import Model, measure
from app.schemas.projections import (
    DisplayLevel,
    Footnote,
    MatrixIndustryCode,
    OptionalMatrixIndustryCode,
    Round,
    RowKind,
    TableNumber,
)


class IndustryProjection(Model):
    """Projected employment and output of an industry over a round."""

    industry_code: OptionalMatrixIndustryCode
    title: str = Field(json_schema_extra={"example": "Hospitals; state, local, and private"})
    """Title of the industry, as published."""
    row_type: RowKind
    display_level: DisplayLevel
    naics_codes: str | None = Field(json_schema_extra={"example": "6216"})
    """NAICS codes that it covers, as printed; `null` where none are."""
    position: int = Field(json_schema_extra={"example": 3})
    """Place in the table, from 1."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    base_percent_distribution: Annotated[float | None, measure("base_percent_distribution")]
    projected_percent_distribution: Annotated[float | None, measure("projected_percent_distribution")]
    previous_employment: Annotated[int | None, measure("previous_employment")]
    previous_employment_change: Annotated[int | None, measure("previous_employment_change")]
    previous_employment_change_percent: Annotated[float | None, measure("previous_employment_change_percent")]
    previous_percent_distribution: Annotated[float | None, measure("previous_percent_distribution")]
    previous_employment_annual_rate: Annotated[float | None, measure("previous_employment_annual_rate")]
    employment_annual_rate: Annotated[float | None, measure("employment_annual_rate")]
    previous_output: Annotated[float | None, measure("previous_output")]
    base_output: Annotated[float | None, measure("base_output")]
    projected_output: Annotated[float | None, measure("projected_output")]
    output_change: Annotated[float | None, measure("output_change")]
    previous_output_percent_distribution: Annotated[float | None, measure("previous_output_percent_distribution")]
    base_output_percent_distribution: Annotated[float | None, measure("base_output_percent_distribution")]
    projected_output_percent_distribution: Annotated[float | None, measure("projected_output_percent_distribution")]
    previous_output_annual_rate: Annotated[float | None, measure("previous_output_annual_rate")]
    output_annual_rate: Annotated[float | None, measure("output_annual_rate")]
    output_dollar_year: int | None = Field(json_schema_extra={"example": 2017})
    """Year whose prices the output is in; `null` where no output is published."""
    footnote: Footnote
    table_number: TableNumber
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class SectorProjection(Model):
    """Employment or output of a major sector: ten years back, now and projected."""

    title: str = Field(json_schema_extra={"example": "Healthcare and social assistance"})
    """Major sector, as published."""
    display_level: DisplayLevel
    naics_codes: str | None = Field(json_schema_extra={"example": "6216"})
    """NAICS codes that it covers, as printed; `null` where none are."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    base_percent_distribution: Annotated[float | None, measure("base_percent_distribution")]
    projected_percent_distribution: Annotated[float | None, measure("projected_percent_distribution")]
    previous_employment: Annotated[int | None, measure("previous_employment")]
    previous_employment_change: Annotated[int | None, measure("previous_employment_change")]
    previous_employment_change_percent: Annotated[float | None, measure("previous_employment_change_percent")]
    previous_percent_distribution: Annotated[float | None, measure("previous_percent_distribution")]
    previous_employment_annual_rate: Annotated[float | None, measure("previous_employment_annual_rate")]
    employment_annual_rate: Annotated[float | None, measure("employment_annual_rate")]
    previous_output: Annotated[float | None, measure("previous_output")]
    base_output: Annotated[float | None, measure("base_output")]
    projected_output: Annotated[float | None, measure("projected_output")]
    output_change: Annotated[float | None, measure("output_change")]
    previous_output_percent_distribution: Annotated[float | None, measure("previous_output_percent_distribution")]
    base_output_percent_distribution: Annotated[float | None, measure("base_output_percent_distribution")]
    projected_output_percent_distribution: Annotated[float | None, measure("projected_output_percent_distribution")]
    previous_output_annual_rate: Annotated[float | None, measure("previous_output_annual_rate")]
    output_annual_rate: Annotated[float | None, measure("output_annual_rate")]
    output_dollar_year: int | None = Field(json_schema_extra={"example": 2017})
    """Year whose prices the output is in; `null` where no output is published."""
    footnote: Footnote
    table_number: TableNumber
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class IndustryRanking(Model):
    """A place in a ranking of industries, in groups that the matrix does not have."""

    ranking: str = Field(json_schema_extra={"example": "Industries with the fastest growing output"})
    """What is ranked, as the table's title says it."""
    rank: int = Field(json_schema_extra={"example": 1})
    """Place in the ranking, from 1."""
    title: str = Field(json_schema_extra={"example": "Home healthcare services"})
    """Industry, as published."""
    sector_title: str | None = Field(json_schema_extra={"example": "Healthcare and social assistance; private"})
    """Sector that it belongs to."""
    naics_codes: str | None = Field(json_schema_extra={"example": "6216"})
    """NAICS codes that it covers, as printed; `null` where none are."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    base_percent_distribution: Annotated[float | None, measure("base_percent_distribution")]
    projected_percent_distribution: Annotated[float | None, measure("projected_percent_distribution")]
    previous_employment: Annotated[int | None, measure("previous_employment")]
    previous_employment_change: Annotated[int | None, measure("previous_employment_change")]
    previous_employment_change_percent: Annotated[float | None, measure("previous_employment_change_percent")]
    previous_percent_distribution: Annotated[float | None, measure("previous_percent_distribution")]
    previous_employment_annual_rate: Annotated[float | None, measure("previous_employment_annual_rate")]
    employment_annual_rate: Annotated[float | None, measure("employment_annual_rate")]
    previous_output: Annotated[float | None, measure("previous_output")]
    base_output: Annotated[float | None, measure("base_output")]
    projected_output: Annotated[float | None, measure("projected_output")]
    output_change: Annotated[float | None, measure("output_change")]
    previous_output_percent_distribution: Annotated[float | None, measure("previous_output_percent_distribution")]
    base_output_percent_distribution: Annotated[float | None, measure("base_output_percent_distribution")]
    projected_output_percent_distribution: Annotated[float | None, measure("projected_output_percent_distribution")]
    previous_output_annual_rate: Annotated[float | None, measure("previous_output_annual_rate")]
    output_annual_rate: Annotated[float | None, measure("output_annual_rate")]
    output_dollar_year: int | None = Field(json_schema_extra={"example": 2017})
    """Year whose prices the output is in; `null` where no output is published."""
    footnote: Footnote
    table_number: TableNumber
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class MatrixIndustry(Model):
    """An industry of the national employment matrix, and the NAICS codes that it covers."""

    industry_code: MatrixIndustryCode
    title: str = Field(json_schema_extra={"example": "Hospitals; state, local, and private"})
    """Title of the industry, as published."""
    row_type: RowKind
    display_level: DisplayLevel
    naics_codes: str | None = Field(json_schema_extra={"example": "6216"})
    """NAICS codes that it covers, as printed; `null` where none are."""
    naics_vintage: str | None = Field(json_schema_extra={"example": "2022"})
    """Edition of NAICS."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


IndustryProjectionList = ListAnswer[IndustryProjection]
SectorProjectionList = ListAnswer[SectorProjection]
IndustryRankingList = ListAnswer[IndustryRanking]
MatrixIndustryList = ListAnswer[MatrixIndustry]
