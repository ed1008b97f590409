"""Titles that people in an occupation hold."""

from dataclasses import dataclass

from app.queries.employment_projections import published
from app.queries.provenance import Provenance
from app.store.tables import ep_example_title


@dataclass(frozen=True, slots=True)
class ExampleTitle:
    """A title that people in an occupation hold, as the projections print it."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    example_title: str
    position: int
    projection_round: str
    base_year: int
    projection_year: int
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


EXAMPLE_TITLES = published("example-titles", ep_example_title, ExampleTitle)
