"""Why an occupation's share of an industry's jobs is projected to change."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Level, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.projections import OptionalMatrixIndustryCode, Round


class UtilizationFactor(Model):
    """Why an occupation's share of an industry's jobs is projected to change."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    published_title: str = Field(json_schema_extra={"example": "Marketing managers"})
    """Title of the occupation in this table, as published."""
    industry_code: OptionalMatrixIndustryCode
    industry_title: str = Field(json_schema_extra={"example": "Automobile dealers"})
    """Title of that industry, or of all industries."""
    factor: str = Field(
        json_schema_extra={"example": "Productivity change - share decreases as the same output takes fewer workers."}
    )
    """What changes the share, in the publisher's words."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


UtilizationFactorList = ListAnswer[UtilizationFactor]
