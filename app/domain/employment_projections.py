"""Closed sets of Employment Projections: kinds of row, experience, training, attainment, and who is in which round."""

from enum import StrEnum

from app.domain.education import EDUCATION_CODES, EducationLevel
from app.domain.levels import SocVintage
from app.domain.oews_codes import oews_edition, oews_soc_vintage


class RowType(StrEnum):
    """Whether a row of the national employment matrix stands for itself or sums up others.

    Line items add up to the total; summaries repeat them, so that the two must never be added.
    """

    SUMMARY = "summary"
    LINE_ITEM = "line_item"


class WorkExperience(StrEnum):
    """Work experience in a related occupation that employers commonly ask for (codes 1, 2 and 4)."""

    FIVE_YEARS_OR_MORE = "five_years_or_more"
    LESS_THAN_FIVE_YEARS = "less_than_five_years"
    NONE = "none"


class OnTheJobTraining(StrEnum):
    """Training that is typically needed to become competent in an occupation (codes 1 to 6)."""

    INTERNSHIP_OR_RESIDENCY = "internship_or_residency"
    APPRENTICESHIP = "apprenticeship"
    LONG_TERM = "long_term"
    MODERATE_TERM = "moderate_term"
    SHORT_TERM = "short_term"
    NONE = "none"


class Attainment(StrEnum):
    """Highest education of those who work in an occupation, as the American Community Survey groups it."""

    LESS_THAN_HIGH_SCHOOL = "less_than_high_school"
    HIGH_SCHOOL_DIPLOMA = "high_school_diploma"
    SOME_COLLEGE_NO_DEGREE = "some_college_no_degree"
    ASSOCIATES_DEGREE = "associates_degree"
    BACHELORS_DEGREE = "bachelors_degree"
    MASTERS_DEGREE = "masters_degree"
    DOCTORAL_OR_PROFESSIONAL_DEGREE = "doctoral_or_professional_degree"
    # The Current Population Survey tells these two apart.
    PROFESSIONAL_DEGREE = "professional_degree"
    DOCTORAL_DEGREE = "doctoral_degree"


class SkillMeasure(StrEnum):
    """What a number for a skill is: an occupation's rank among all, or the score itself."""

    PERCENTILE_RANK = "percentile_rank"
    SCORE = "score"


TOTAL = "total"
"""The row of all groups together, in tables by education."""

# The publisher's own numbers. There is no experience 3.
EXPERIENCE_CODES: dict[WorkExperience, int] = {
    WorkExperience.FIVE_YEARS_OR_MORE: 1,
    WorkExperience.LESS_THAN_FIVE_YEARS: 2,
    WorkExperience.NONE: 4,
}
TRAINING_CODES: dict[OnTheJobTraining, int] = {training: code for code, training in enumerate(OnTheJobTraining, 1)}

ENTRY_EDUCATION_LABELS: dict[str, EducationLevel] = {
    "doctoral or professional degree": EducationLevel.DOCTORAL_OR_PROFESSIONAL_DEGREE,
    "master's degree": EducationLevel.MASTERS_DEGREE,
    "bachelor's degree": EducationLevel.BACHELORS_DEGREE,
    "associate's degree": EducationLevel.ASSOCIATES_DEGREE,
    "postsecondary nondegree award": EducationLevel.POSTSECONDARY_NONDEGREE_AWARD,
    # As the rounds up to 2012-22 spell it.
    "postsecondary non-degree award": EducationLevel.POSTSECONDARY_NONDEGREE_AWARD,
    "some college, no degree": EducationLevel.SOME_COLLEGE_NO_DEGREE,
    "high school diploma or equivalent": EducationLevel.HIGH_SCHOOL_DIPLOMA,
    "no formal educational credential": EducationLevel.NO_FORMAL_CREDENTIAL,
    # The wording of rounds before 2014-24 for the same group.
    "less than high school": EducationLevel.NO_FORMAL_CREDENTIAL,
}
EXPERIENCE_LABELS: dict[str, WorkExperience] = {
    "5 years or more": WorkExperience.FIVE_YEARS_OR_MORE,
    "more than 5 years": WorkExperience.FIVE_YEARS_OR_MORE,
    "less than 5 years": WorkExperience.LESS_THAN_FIVE_YEARS,
    "none": WorkExperience.NONE,
}
TRAINING_LABELS: dict[str, OnTheJobTraining] = {
    "internship/residency": OnTheJobTraining.INTERNSHIP_OR_RESIDENCY,
    "internship / residency": OnTheJobTraining.INTERNSHIP_OR_RESIDENCY,
    "apprenticeship": OnTheJobTraining.APPRENTICESHIP,
    "long-term on-the-job training": OnTheJobTraining.LONG_TERM,
    "moderate-term on-the-job training": OnTheJobTraining.MODERATE_TERM,
    "short-term on-the-job training": OnTheJobTraining.SHORT_TERM,
    "none": OnTheJobTraining.NONE,
}
ATTAINMENT_LABELS: dict[str, Attainment] = {
    "less than high school diploma": Attainment.LESS_THAN_HIGH_SCHOOL,
    "less than a high school diploma": Attainment.LESS_THAN_HIGH_SCHOOL,
    "high school diploma": Attainment.HIGH_SCHOOL_DIPLOMA,
    "high school diploma or equivalent": Attainment.HIGH_SCHOOL_DIPLOMA,
    "some college, no degree": Attainment.SOME_COLLEGE_NO_DEGREE,
    "associate's degree": Attainment.ASSOCIATES_DEGREE,
    "bachelor's degree": Attainment.BACHELORS_DEGREE,
    "master's degree": Attainment.MASTERS_DEGREE,
    "doctoral or professional degree": Attainment.DOCTORAL_OR_PROFESSIONAL_DEGREE,
    "professional degree": Attainment.PROFESSIONAL_DEGREE,
    "doctoral degree": Attainment.DOCTORAL_DEGREE,
}


def ep_edition(base_year: int) -> str:
    """The edition of the SOC that a round is coded in: 2010 up to 2018-28, 2018 from 2019-29."""
    return oews_edition(base_year).value


def ep_soc_vintage(code: str, base_year: int) -> SocVintage:
    """The edition that a code of a round belongs to.

    The matrix takes its occupations from OEWS of the base year, combinations and hybrid codes included: those of the
    rounds 2018-28, 2020-30, 2022-32 and 2024-34 that no SOC has are all codes of OEWS's own in that year.
    """
    return oews_soc_vintage(code, base_year)


def education_code(level: EducationLevel) -> int:
    """The publisher's number of an entry education: 1 doctoral or professional ... 8 none."""
    return EDUCATION_CODES[level]
