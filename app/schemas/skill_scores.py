"""How much of a skill an occupation asks for, and the skills that stand highest."""

from typing import Annotated

from pydantic import Field

from app.domain.employment_projections import SkillMeasure
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Level, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model, measure
from app.schemas.projections import Footnote, Round


class SkillScore(Model):
    """How much of a skill an occupation asks for, beside the others."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    published_title: str = Field(json_schema_extra={"example": "Chief executives"})
    """Title of the occupation in this table, as published."""
    skill: str = Field(json_schema_extra={"example": "Interpersonal"})
    """Skill category, as published."""
    skill_measure: SkillMeasure
    """What the value is: a rank among all occupations, or the score itself."""
    skill_value: Annotated[float | None, measure("skill_value")]
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    footnote: Footnote
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class TopSkill(Model):
    """A skill that stands among the three highest of an occupation."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    level: Level
    published_title: str = Field(json_schema_extra={"example": "Chief executives"})
    """Title of the occupation in this table, as published."""
    rank: int = Field(json_schema_extra={"example": 1})
    """1 the highest, then 2 and 3."""
    skill: str = Field(json_schema_extra={"example": "Interpersonal"})
    """Skill category, as published."""
    projection_round: Round
    base_year: int = Field(json_schema_extra={"example": 2024})
    """First year of the round."""
    projection_year: int = Field(json_schema_extra={"example": 2034})
    """Last year of the round."""
    footnote: Footnote
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


SkillScoreList = ListAnswer[SkillScore]
TopSkillList = ListAnswer[TopSkill]
