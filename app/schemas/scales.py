"""O*NET's scales."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId
from app.schemas.model import Model
from app.schemas.onet import ScaleId


class ScaleCategory(Model):
    """What a category means for everything that is rated on a scale."""

    category: int = Field(json_schema_extra={"example": 7})
    """Number of the category."""
    category_description: str = Field(json_schema_extra={"example": "Hourly or more"})
    """What it means."""
    provenance: RecordProvenance


class RatingScale(Model):
    """A scale that ratings are on."""

    scale_id: ScaleId
    scale_name: str = Field(json_schema_extra={"example": "Importance"})
    """What it is called."""
    minimum: float = Field(json_schema_extra={"example": 1})
    """Least value that it can take."""
    maximum: float = Field(json_schema_extra={"example": 5})
    """Greatest value that it can take."""
    categories: list[ScaleCategory]
    """What its categories mean, where that is one for everything on it; else `/v1/elements/{element_id}` says."""
    source: ReleaseId
    provenance: RecordProvenance


ScaleList = ListAnswer[RatingScale]
