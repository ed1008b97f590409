"""National tables of Employment Projections that name no occupation."""

from typing import Annotated

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Qualifiers, ReleaseId
from app.schemas.model import Model, measure
from app.schemas.projections import AttainmentGroup, EducationGroup, Footnote, Round, TableNumber, WageYear


class EducationTotal(Model):
    """Jobs of all occupations that typically ask for one entry education."""

    entry_education: EducationGroup = Field(json_schema_extra={"example": "bachelors_degree"})
    """Typical entry education; `total` for all together."""
    title: str = Field(json_schema_extra={"example": "Bachelor's degree"})
    """As published."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    base_percent_distribution: Annotated[float | None, measure("base_percent_distribution")]
    projected_percent_distribution: Annotated[float | None, measure("projected_percent_distribution")]
    annual_median: Annotated[int | None, measure("annual_median")]
    wage_year: WageYear
    table_number: TableNumber
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class EducationTopSkill(Model):
    """A skill that stands among the three highest of the occupations with one entry education."""

    entry_education: EducationGroup = Field(json_schema_extra={"example": "bachelors_degree"})
    """Typical entry education; `total` for all together."""
    rank: int = Field(json_schema_extra={"example": 1})
    """1 the highest, then 2 and 3."""
    skill: str = Field(json_schema_extra={"example": "Interpersonal"})
    """Skill category, as published."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class AttainmentEarnings(Model):
    """Earnings and unemployment of persons of 25 years and older, by educational attainment."""

    attainment: AttainmentGroup = Field(json_schema_extra={"example": "bachelors_degree"})
    """Highest education completed; `total` for all together."""
    survey_period: str = Field(json_schema_extra={"example": "2024"})
    """Year of the Current Population Survey."""
    median_weekly_earnings: Annotated[int | None, measure("median_weekly_earnings")]
    unemployment_rate: Annotated[float | None, measure("unemployment_rate")]
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class OccupationGroup(Model):
    """Jobs of a group of occupations that cuts across the classification, such as STEM."""

    title: str = Field(json_schema_extra={"example": "STEM occupations"})
    """The group, which has no code, as published."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    base_employment: Annotated[int | None, measure("base_employment")]
    projected_employment: Annotated[int | None, measure("projected_employment")]
    employment_change: Annotated[int | None, measure("employment_change")]
    employment_change_percent: Annotated[float | None, measure("employment_change_percent")]
    annual_median: Annotated[int | None, measure("annual_median")]
    wage_year: WageYear
    footnote: Footnote
    table_number: TableNumber
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


EducationTotalList = ListAnswer[EducationTotal]
EducationTopSkillList = ListAnswer[EducationTopSkill]
AttainmentEarningsList = ListAnswer[AttainmentEarnings]
OccupationGroupList = ListAnswer[OccupationGroup]
