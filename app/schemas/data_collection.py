"""How O*NET's data were collected."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId, SocCode, Vintage
from app.schemas.model import Model
from app.schemas.onet import CollectedIn, OnetSocCode, OnetTitle


class CollectionFact(Model):
    """One thing about the collection of data on an occupation: a share of the questionnaires, or a rate of response."""

    soc_code: SocCode
    soc_vintage: Vintage
    onet_soc_code: OnetSocCode
    title: OnetTitle
    item: str = Field(json_schema_extra={"example": "Data Collection Mode"})
    """What was measured, as printed."""
    response: str | None = Field(json_schema_extra={"example": "Web"})
    """Answer that the percentage is of; `null` where the item has none."""
    n: int | None = Field(json_schema_extra={"example": 95})
    """Number of questionnaires; `null` where that does not apply."""
    percent: float | None = Field(json_schema_extra={"example": 81.1})
    """Percent; `null` where that does not apply."""
    date: CollectedIn
    source: ReleaseId
    provenance: RecordProvenance


CollectionFactList = ListAnswer[CollectionFact]
