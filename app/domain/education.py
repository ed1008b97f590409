"""Education levels: the eight that Employment Projections assigns, in its order."""

from enum import StrEnum


class EducationLevel(StrEnum):
    """Typical entry-level education, as Employment Projections names it (codes 1 to 8)."""

    DOCTORAL_OR_PROFESSIONAL_DEGREE = "doctoral_or_professional_degree"
    MASTERS_DEGREE = "masters_degree"
    BACHELORS_DEGREE = "bachelors_degree"
    ASSOCIATES_DEGREE = "associates_degree"
    POSTSECONDARY_NONDEGREE_AWARD = "postsecondary_nondegree_award"
    SOME_COLLEGE_NO_DEGREE = "some_college_no_degree"
    HIGH_SCHOOL_DIPLOMA = "high_school_diploma"
    NO_FORMAL_CREDENTIAL = "no_formal_credential"


EDUCATION_CODES: dict[EducationLevel, int] = {level: code for code, level in enumerate(EducationLevel, start=1)}
