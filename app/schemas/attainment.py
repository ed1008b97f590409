"""Educational attainment of those who work in an occupation."""

from typing import Annotated

from pydantic import Field

from app.domain.employment_projections import Attainment
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Level, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model, measure
from app.schemas.projections import Footnote, Round


class AttainmentShare(Model):
    """The share of those who work in an occupation that has completed a level of education and no higher."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    published_title: str = Field(json_schema_extra={"example": "Registered nurses"})
    """Title of the occupation in this table, as published."""
    attainment: Attainment
    """Highest education completed."""
    percent_of_workers: Annotated[float | None, measure("percent_of_workers")]
    survey_period: str | None = Field(json_schema_extra={"example": "2022-23"})
    """Years of the American Community Survey."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    footnote: Footnote
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


AttainmentShareList = ListAnswer[AttainmentShare]
