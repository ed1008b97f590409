"""Why an occupation's share of an industry's jobs is projected to change."""

from dataclasses import dataclass

from app.queries.employment_projections import published
from app.queries.provenance import Provenance
from app.store.tables import ep_utilization_factor


@dataclass(frozen=True, slots=True)
class UtilizationFactor:
    """Why an occupation's share of an industry's jobs is projected to change."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    published_title: str
    industry_code: str | None
    industry_title: str
    factor: str
    projection_round: str
    base_year: int
    projection_year: int
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


UTILIZATION_FACTORS = published(
    "utilization-factors", ep_utilization_factor, UtilizationFactor, renamed={"published_title": "title"}
)
