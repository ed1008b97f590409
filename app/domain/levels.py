"""The closed sets that say how wide a record is: levels, area types, ownership, employment basis."""

from enum import StrEnum


class OccupationLevel(StrEnum):
    """How detailed an occupation code is, as its publisher states it.

    `total` is 00-0000, all occupations. A SOC group contains the ones below it:
    major (29-0000), minor (29-2000), broad (29-2070), detailed (29-2072).
    """

    TOTAL = "total"
    MAJOR = "major"
    MINOR = "minor"
    BROAD = "broad"
    DETAILED = "detailed"


class SocVintage(StrEnum):
    """The edition of the Standard Occupational Classification that a code belongs to.

    `oews` marks codes that OEWS made itself (aggregations and hybrids) and that stand in no edition.
    """

    SOC_2000 = "2000"
    SOC_2010 = "2010"
    SOC_2018 = "2018"
    OEWS = "oews"


# OEWS made its own codes for its years between two editions: a code that is one of both is the newer edition's.
NEWEST_FIRST = (SocVintage.SOC_2018, SocVintage.OEWS, SocVintage.SOC_2010, SocVintage.SOC_2000)

# Editions whose codes are in use. OEWS's own codes live beside the current SOC.
CURRENT_VINTAGES = frozenset({SocVintage.SOC_2018, SocVintage.OEWS})


class Link(StrEnum):
    """How much of a successor code came from the code that it replaced.

    `whole`: all of the successor came from it. `part`: the successor took from other codes as well.
    """

    WHOLE = "whole"
    PART = "part"


class AreaType(StrEnum):
    """The kind of area, named after the OEWS area types 1 to 6."""

    NATION = "nation"
    STATE = "state"
    TERRITORY = "territory"
    METROPOLITAN = "metropolitan"
    METROPOLITAN_DIVISION = "metropolitan_division"
    NONMETROPOLITAN = "nonmetropolitan"


class IndustryLevel(StrEnum):
    """How detailed an industry code is: all industries together, a NAICS sector, or 3 to 6 digits of NAICS."""

    CROSS_INDUSTRY = "cross-industry"
    SECTOR = "sector"
    DIGITS_3 = "3-digit"
    DIGITS_4 = "4-digit"
    DIGITS_5 = "5-digit"
    DIGITS_6 = "6-digit"


class Ownership(StrEnum):
    """Who owns the establishments counted: OEWS ownership codes.

    1 federal, 2 state, 3 local government, 5 private. 35, 123, 235 and 1235 are sums of these digits.
    57, 58 and 59 are combinations of their own: 57 private and local-government casinos and hotels,
    58 private, state and local hospitals, 59 private and postal service.
    """

    FEDERAL = "1"
    STATE = "2"
    LOCAL = "3"
    PRIVATE = "5"
    LOCAL_AND_PRIVATE = "35"
    GOVERNMENT = "123"
    STATE_LOCAL_AND_PRIVATE = "235"
    ALL = "1235"
    PRIVATE_AND_LOCAL_GAMING = "57"
    PRIVATE_STATE_LOCAL_HOSPITALS = "58"
    PRIVATE_AND_POSTAL = "59"


class EmploymentBasis(StrEnum):
    """What an employment figure counts. Figures on different bases are not comparable.

    - `wage_and_salary_jobs`: wage and salary jobs in nonfarm establishments, without the self-employed (OEWS).
    - `jobs_including_self_employed`: all jobs, the self-employed among them (OOH and EP, from the
      national employment matrix).
    """

    WAGE_AND_SALARY_JOBS = "wage_and_salary_jobs"
    JOBS_INCLUDING_SELF_EMPLOYED = "jobs_including_self_employed"
