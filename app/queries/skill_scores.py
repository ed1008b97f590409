"""How much of a skill an occupation asks for, and the skills that stand highest."""

from dataclasses import dataclass

from app.queries.employment_projections import published
from app.queries.provenance import Provenance
from app.store.tables import ep_skill_score, ep_top_skill


@dataclass(frozen=True, slots=True)
class SkillScore:
    """How much of a skill an occupation asks for, beside the others."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    published_title: str
    skill: str
    skill_measure: str
    skill_value: float | None
    projection_round: str
    base_year: int
    projection_year: int
    footnote: str | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class TopSkill:
    """A skill that stands among the three highest of an occupation."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    published_title: str
    rank: int
    skill: str
    projection_round: str
    base_year: int
    projection_year: int
    footnote: str | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


SKILL_SCORES = published(
    "skill-scores",
    ep_skill_score,
    SkillScore,
    ("skill_value",),
    renamed={"published_title": "title", "skill_measure": "measure", "skill_value": "value"},
)
TOP_SKILLS = published("top-skills", ep_top_skill, TopSkill, renamed={"published_title": "title"})
