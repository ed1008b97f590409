"""Titles that people in an occupation hold."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Level, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.projections import Round


class ExampleTitle(Model):
    """A title that people in an occupation hold, as the projections print it."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    example_title: str = Field(json_schema_extra={"example": "Auditor"})
    """The title."""
    position: int = Field(json_schema_extra={"example": 3})
    """Place in the publisher's list, from 1."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


ExampleTitleList = ListAnswer[ExampleTitle]
