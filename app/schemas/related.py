"""Related occupations."""

from pydantic import Field

from app.domain.statements import Relation
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.statements import Position, Statement


class RelatedOccupation(Model):
    """Another occupation that the profile of an occupation points to."""

    soc_code: SocCode
    """The occupation that was asked for."""
    soc_vintage: Vintage
    title: Title
    position: Position
    relation: Relation
    """How the other is related."""
    related_title: str = Field(json_schema_extra={"example": "medical or health services manager"})
    """The other occupation, as printed."""
    related_soc_code: str | None = Field(json_schema_extra={"example": "11-9111"})
    """Its SOC code; curated where the publication prints none, `null` where none is known."""
    related_soc_vintage: Vintage | None
    """Edition of that code."""
    related_soc_title: str | None = Field(json_schema_extra={"example": "Medical and Health Services Managers"})
    """Title of the occupation with that code."""
    related_url: str | None = Field(json_schema_extra={"example": "/v1/occupations/11-9111"})
    """URL path of that occupation."""
    statement: Statement
    source: ReleaseId
    provenance: RecordProvenance


RelatedOccupationList = ListAnswer[RelatedOccupation]
