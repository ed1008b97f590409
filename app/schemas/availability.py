"""What exists, before asking for it."""

from pydantic import Field

from app.domain.programs import Program
from app.schemas.envelope import ListAnswer
from app.schemas.keys import ReleaseId
from app.schemas.model import Model


class AvailableMeasure(Model):
    """How much there is of one measure."""

    measure: str = Field(json_schema_extra={"example": "annual_median"})
    """Field name of the measure; `/v1/measures` says what it means."""
    published: int = Field(json_schema_extra={"example": 612})
    """Records that have a figure of it, or a bound."""
    withheld: int = Field(json_schema_extra={"example": 14})
    """Records for which the publisher has the figure and does not release it."""


class Available(Model):
    """What a release has of one resource for the question."""

    resource: str = Field(json_schema_extra={"example": "wages"})
    """Path below `/v1/` that answers."""
    program: Program
    """Program that publishes it."""
    release: str = Field(json_schema_extra={"example": "oews-2025-05"})
    """Release that has it."""
    first_period: str = Field(json_schema_extra={"example": "2025-05"})
    """First period of its records."""
    last_period: str = Field(json_schema_extra={"example": "2025-05"})
    """Last period of its records."""
    records: int = Field(json_schema_extra={"example": 627})
    """How many records `url` lists, over all its pages."""
    measures: list[AvailableMeasure]
    """The measures that some of these records have, or that are withheld there; a measure that is not listed has
    nothing. Lists without measures, such as tasks, have none."""
    url: str = Field(json_schema_extra={"example": "/v1/wages?soc_code=29-1141&release=oews-2025-05"})
    """URL path that gives these records."""
    source: ReleaseId


AvailabilityList = ListAnswer[Available]
