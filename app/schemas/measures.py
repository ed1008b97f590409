"""Measures: the dictionary of every figure that the API serves."""

from pydantic import Field

from app.domain.measures import Unit
from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.schemas.envelope import ItemAnswer, ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId
from app.schemas.model import Model


class QualifierMeaning(Model):
    """A qualifier that the measure can have."""

    qualifier: Qualifier
    """As it stands in `qualifiers`."""
    meaning: str
    """What it says of the value."""


class PublishedDefinition(Model):
    """How a publication words the measure."""

    label: str = Field(json_schema_extra={"example": "lowest 10 percent"})
    """The publication's words."""
    percentile: int
    """The percentile that they mean."""
    share_below_percent: float | None
    """Percent of workers who earn less; `null` where the publication does not say."""
    share_above_percent: float | None
    """Percent of workers who earn more; `null` where the publication does not say."""
    comparison: str | None = Field(json_schema_extra={"example": "less_than"})
    """How the publication words the bound: `less_than` or `more_than`."""
    statement: str
    """The publication's own sentence."""
    source: ReleaseId
    provenance: RecordProvenance


class Measure(Model):
    """A measure: what it means, its unit and rounding, where its definition comes from, and its qualifiers."""

    measure: str = Field(json_schema_extra={"example": "annual_median"})
    """Name of the field, and with `min_` or `max_` before it of its filters."""
    title: str
    """What it is called."""
    meaning: str
    """What it says, in a sentence."""
    unit: Unit
    """Unit of its values."""
    percentile: int | None
    """For a point of the wage distribution: the percent of workers who earn less."""
    rounding: str | None
    """How the publishers round it."""
    programs: list[Program]
    """Programs that publish it."""
    definition_source: str
    """Where the definition comes from."""
    qualifiers: list[QualifierMeaning]
    """Why its value can be `null` or a bound."""
    published_definitions: list[PublishedDefinition]
    """How publications that are loaded word it."""


MeasureList = ListAnswer[Measure]
MeasureItem = ItemAnswer[Measure]
