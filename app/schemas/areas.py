"""Areas."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import AreaCode, AreaKind, AreaTitle, ReleaseId
from app.schemas.model import Model


class Area(Model):
    """An area that estimates are published for."""

    area_code: AreaCode
    area_title: AreaTitle
    area_type: AreaKind
    state: str | None = Field(json_schema_extra={"example": "TX"})
    """Postal abbreviation of its (primary) state; `null` for the nation."""
    source: ReleaseId
    provenance: RecordProvenance


AreaList = ListAnswer[Area]
