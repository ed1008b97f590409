"""National tables of Employment Projections that name no occupation."""

from dataclasses import dataclass

from app.queries.employment_projections import published
from app.queries.provenance import Provenance
from app.store.tables import ep_attainment_earnings, ep_education_top_skill, ep_education_total, ep_occupation_group


@dataclass(frozen=True, slots=True)
class EducationTotal:
    """Jobs of all occupations that typically ask for one entry education."""

    entry_education: str
    title: str
    projection_round: str
    base_year: int
    projection_year: int
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    base_percent_distribution: float | None
    projected_percent_distribution: float | None
    annual_median: int | None
    wage_year: int | None
    table_number: str
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class EducationTopSkill:
    """A skill that stands among the three highest of the occupations with one entry education."""

    entry_education: str
    rank: int
    skill: str
    projection_round: str
    base_year: int
    projection_year: int
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class AttainmentEarnings:
    """Earnings and unemployment of persons of 25 years and older, by educational attainment."""

    attainment: str
    survey_period: str
    median_weekly_earnings: int | None
    unemployment_rate: float | None
    projection_round: str
    base_year: int
    projection_year: int
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OccupationGroup:
    """Jobs of a group of occupations that cuts across the classification, such as STEM."""

    title: str
    projection_round: str
    base_year: int
    projection_year: int
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    annual_median: int | None
    wage_year: int | None
    footnote: str | None
    table_number: str
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


EDUCATION_TOTALS = published(
    "projections/education",
    ep_education_total,
    EducationTotal,
    (
        "base_employment",
        "projected_employment",
        "employment_change",
        "employment_change_percent",
        "base_percent_distribution",
        "projected_percent_distribution",
        "annual_median",
    ),
)
EDUCATION_TOP_SKILLS = published("projections/education-skills", ep_education_top_skill, EducationTopSkill)
ATTAINMENT_EARNINGS = published(
    "projections/attainment-earnings",
    ep_attainment_earnings,
    AttainmentEarnings,
    (
        "median_weekly_earnings",
        "unemployment_rate",
    ),
)
OCCUPATION_GROUPS = published(
    "projections/occupation-groups",
    ep_occupation_group,
    OccupationGroup,
    (
        "base_employment",
        "projected_employment",
        "employment_change",
        "employment_change_percent",
        "annual_median",
    ),
)
