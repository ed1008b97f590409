"""The national employment matrix: an occupation in an industry."""

from typing import Annotated

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Basis, Level, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model, measure
from app.schemas.projections import DisplayLevel, MatrixIndustryCode, Round, RowKind


class MatrixCell(Model):
    """The jobs of an occupation in an industry, in the base year and projected."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    occupation_title: str | None = Field(json_schema_extra={"example": "Top executives"})
    """Title of the occupation, as the matrix prints it; `null` in a file of one occupation."""
    occupation_row_type: RowKind
    industry_code: MatrixIndustryCode
    industry_title: str | None = Field(json_schema_extra={"example": "Information"})
    """Title of the industry, from the cell or else from the list of industries; `null` where neither is loaded."""
    industry_row_type: RowKind
    naics_codes: str | None = Field(json_schema_extra={"example": "6216"})
    """NAICS codes that it covers, as printed; `null` where none are."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    basis: Basis
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    base_percent_of_industry: Annotated[float | None, measure("base_percent_of_industry")]
    projected_percent_of_industry: Annotated[float | None, measure("projected_percent_of_industry")]
    base_percent_of_occupation: Annotated[float | None, measure("base_percent_of_occupation")]
    projected_percent_of_occupation: Annotated[float | None, measure("projected_percent_of_occupation")]
    sort_order: int | None = Field(json_schema_extra={"example": 3})
    """The publisher's order; `null` for the total."""
    display_level: DisplayLevel
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


MatrixCellList = ListAnswer[MatrixCell]
