"""The closed lists of words that the handbook uses, and what each means here."""

import re
from collections.abc import Iterator

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.education import EducationLevel
from app.domain.levels import AreaType, IndustryLevel, OccupationLevel, SocVintage
from app.domain.oews_codes import OEWS_OWN_CODES
from app.domain.outlook import OutlookCategory
from app.domain.programs import Origin
from app.sources.records import Record, RecordKind, Sheet, Value

SEE_TEXT = "see how to become one"

EDUCATION: dict[str, EducationLevel | None] = {
    "doctoral or professional degree": EducationLevel.DOCTORAL_OR_PROFESSIONAL_DEGREE,
    "master's degree": EducationLevel.MASTERS_DEGREE,
    "bachelor's degree": EducationLevel.BACHELORS_DEGREE,
    "associate's degree": EducationLevel.ASSOCIATES_DEGREE,
    "postsecondary nondegree award": EducationLevel.POSTSECONDARY_NONDEGREE_AWARD,
    "postsecondary non-degree award": EducationLevel.POSTSECONDARY_NONDEGREE_AWARD,
    "some college, no degree": EducationLevel.SOME_COLLEGE_NO_DEGREE,
    "high school diploma or equivalent": EducationLevel.HIGH_SCHOOL_DIPLOMA,
    "no formal educational credential": EducationLevel.NO_FORMAL_CREDENTIAL,
    # The profile covers occupations with different levels, which its text tells apart.
    SEE_TEXT: None,
}
WORK_EXPERIENCE = frozenset({"none", "less than 5 years", "5 years or more", SEE_TEXT})
TRAINING = frozenset(
    {
        "none",
        "short-term on-the-job training",
        "moderate-term on-the-job training",
        "long-term on-the-job training",
        "internship/residency",
        "apprenticeship",
        SEE_TEXT,
    }
)
OUTLOOK: dict[str, OutlookCategory] = {
    "much faster than average": OutlookCategory.MUCH_FASTER_THAN_AVERAGE,
    "faster than average": OutlookCategory.FASTER_THAN_AVERAGE,
    "as fast as average": OutlookCategory.AS_FAST_AS_AVERAGE,
    "slower than average": OutlookCategory.SLOWER_THAN_AVERAGE,
    "little or no change": OutlookCategory.LITTLE_OR_NO_CHANGE,
    "decline": OutlookCategory.DECLINE,
}
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")


def lookup(text: str) -> str:
    """A phrase as the lists above spell it."""
    return text.lower().replace("’", "'").strip()


def outlook_category(text: str) -> OutlookCategory | None:
    """The category that `Much faster than average` or `much faster than the average` names, or `None`."""
    words = lookup(text).replace("than the average", "than average").replace("as the average", "as average")
    return OUTLOOK.get(words.removeprefix("about "))


def as_code(text: str) -> str:
    """A code with the hyphen that codes have, whichever dash is printed between its digits."""
    return re.sub(r"(?<=[0-9])[\u2010-\u2015\u2212](?=[0-9])", "-", text)


def is_soc_code(text: str) -> bool:
    """Whether a cell holds a well-formed occupation code."""
    return _CODE.fullmatch(text) is not None


def level_of(code: str) -> OccupationLevel:
    """The level that the digits of a SOC code show; OEWS's own aggregations are published as detailed."""
    if code in OEWS_OWN_CODES:
        return OccupationLevel.DETAILED
    if code.endswith("0000"):
        return OccupationLevel.TOTAL if code.startswith("00") else OccupationLevel.MAJOR
    if code.endswith("00"):
        return OccupationLevel.MINOR
    return OccupationLevel.BROAD if code.endswith("0") else OccupationLevel.DETAILED


def vintage_of(code: str, base_year: int) -> SocVintage:
    """The edition of the SOC in which a round codes its occupations: 2018 from the 2019-29 round on."""
    if code in OEWS_OWN_CODES:
        return SocVintage.OEWS
    return vintage_of_round(base_year)


def vintage_of_round(base_year: int) -> SocVintage:
    """The edition of the SOC that a projection round from `base_year` uses."""
    if base_year >= 2019:
        return SocVintage.SOC_2018
    return SocVintage.SOC_2010 if base_year >= 2010 else SocVintage.SOC_2000


def nation_and_all_industries(sheet: Sheet) -> Iterator[Record]:
    """What a profile's figures are for where it names no area and no industry."""
    nation: dict[str, Value] = {
        "area_code": NATION,
        "area_title": "U.S.",
        "area_type": AreaType.NATION,
        "state": None,
    }
    everything: dict[str, Value] = {
        "industry_code": CROSS_INDUSTRY,
        "industry_level": IndustryLevel.CROSS_INDUSTRY,
        "industry_title": "Cross-industry",
        "naics_vintage": None,
        "origin": Origin.CURATED,
        "origin_basis": "The code and title with which OEWS (BLS) names all industries together",
        "document_line": None,
    }
    yield Record(RecordKind.AREA, nation, sheet, 1)
    yield Record(RecordKind.INDUSTRY, everything, sheet, 1)
