"""O*NET's closed sets: domains of ratings, kinds of link, and the editions of O*NET-SOC."""

from enum import StrEnum

from app.domain.levels import SocVintage


class RatingDomain(StrEnum):
    """What a rating is about: the part of the content model that its element stands in."""

    ABILITIES = "abilities"
    INTERESTS = "interests"
    WORK_VALUES = "work_values"
    WORK_STYLES = "work_styles"
    SKILLS = "skills"
    KNOWLEDGE = "knowledge"
    EDUCATION_TRAINING_EXPERIENCE = "education_training_experience"
    WORK_ACTIVITIES = "work_activities"
    WORK_CONTEXT = "work_context"


# By the start of the element's identifier. Work styles moved from 1.C to 1.D in 30.x; 1.B.3 are basic interests.
DOMAIN_BY_ELEMENT: tuple[tuple[str, RatingDomain], ...] = (
    ("1.A.", RatingDomain.ABILITIES),
    ("1.B.1.", RatingDomain.INTERESTS),
    ("1.B.2.", RatingDomain.WORK_VALUES),
    ("1.B.3.", RatingDomain.INTERESTS),
    ("1.C.", RatingDomain.WORK_STYLES),
    ("1.D.", RatingDomain.WORK_STYLES),
    ("2.A.", RatingDomain.SKILLS),
    ("2.B.", RatingDomain.SKILLS),
    ("2.C.", RatingDomain.KNOWLEDGE),
    ("2.D.", RatingDomain.EDUCATION_TRAINING_EXPERIENCE),
    ("3.A.", RatingDomain.EDUCATION_TRAINING_EXPERIENCE),
    ("4.A.", RatingDomain.WORK_ACTIVITIES),
    ("4.C.", RatingDomain.WORK_CONTEXT),
)


class TechnologyType(StrEnum):
    """Whether an example is software and the like, or a tool or machine."""

    TECHNOLOGY = "technology"
    TOOL = "tool"


class OnetRelation(StrEnum):
    """Why two occupations are related: alike at large, or as a career change or a career start."""

    RELATED = "related"
    CAREER_CHANGE = "career_change"
    CAREER_START = "career_start"


class OnetTitleKind(StrEnum):
    """What another title of an occupation is, by O*NET: one that it goes by, or one that workers reported."""

    ALTERNATE = "alternate"
    REPORTED = "reported"


# The file, and so the part of a release, that has the ratings of a domain.
PART_OF_DOMAIN: dict[RatingDomain, str] = {domain: domain.value.replace("_", "-") for domain in RatingDomain}


# What every release has a file of, under whatever name: one without it was loaded in part.
CORE_PARTS = (
    "occupations",
    *(part for domain, part in PART_OF_DOMAIN.items() if domain is not RatingDomain.WORK_VALUES),
    "tasks",
    "task-ratings",
    "job-zones",
    "alternate-titles",
)


class OnetSocEdition(StrEnum):
    """The edition of O*NET-SOC: 2010 up to release 25.0, 2019 from release 25.1."""

    EDITION_2010 = "2010"
    EDITION_2019 = "2019"


SOC_OF_EDITION: dict[OnetSocEdition, SocVintage] = {
    OnetSocEdition.EDITION_2010: SocVintage.SOC_2010,
    OnetSocEdition.EDITION_2019: SocVintage.SOC_2018,
}


def domain_of(element_id: str) -> RatingDomain | None:
    """The domain that an element of the content model belongs to; `None` for one that no domain holds."""
    return next((domain for start, domain in DOMAIN_BY_ELEMENT if element_id.startswith(start)), None)


def edition_of(release: tuple[int, int]) -> OnetSocEdition:
    """The edition of O*NET-SOC that a release, such as (30, 1), is coded in."""
    return OnetSocEdition.EDITION_2010 if release < (25, 1) else OnetSocEdition.EDITION_2019
