"""Educational attainment of those who work in an occupation."""

from dataclasses import dataclass

from app.queries.employment_projections import published
from app.queries.provenance import Provenance
from app.store.tables import ep_attainment


@dataclass(frozen=True, slots=True)
class AttainmentShare:
    """The share of those who work in an occupation that has completed a level of education and no higher."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    published_title: str
    attainment: str
    percent_of_workers: float | None
    survey_period: str | None
    projection_round: str
    base_year: int
    projection_year: int
    footnote: str | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


ATTAINMENT_SHARES = published(
    "education/attainment",
    ep_attainment,
    AttainmentShare,
    ("percent_of_workers",),
    renamed={"published_title": "title", "percent_of_workers": "percent"},
)
