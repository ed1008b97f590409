"""Where OEWS series break: what changed, from which May on, for which rows, and what says so. A reviewed table.

A break stands between two periods: figures before it and from it on do not make one series, even under one code.
`basis` says how far each entry was checked: on the publisher's notice (with its address), on files, or from knowledge
of the releases, which is to be confirmed when such files are at hand.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.codes import CROSS_INDUSTRY
from app.domain.levels import AreaType


class BreakKind(StrEnum):
    """What it is that two spans of a series differ in.

    - `soc_revision`: occupations are coded in another edition of the SOC.
    - `hybrid`: a mixture of two editions begins or ends, since the survey pools three years of answers.
    - `oews_aggregation`: OEWS publishes several occupations together from here on, under one code.
    - `method`: the estimates are made in another way.
    - `area_definition`: the area has other borders, or other areas took its place.
    - `industry_classification`: industries are coded in another edition of NAICS, or are grouped otherwise.
    - `new_round`: another round of projections, or another edition of the handbook, which revises no earlier one.
    """

    SOC_REVISION = "soc_revision"
    HYBRID = "hybrid"
    OEWS_AGGREGATION = "oews_aggregation"
    METHOD = "method"
    AREA_DEFINITION = "area_definition"
    INDUSTRY_CLASSIFICATION = "industry_classification"
    NEW_ROUND = "new_round"


@dataclass(frozen=True, slots=True)
class Break:
    """One change. `first_period` is the first period on its new side.

    `area_types` are the kinds of areas that it concerns, `single_industries` whether it is about rows of single
    industries alone, `codes` the occupations that it concerns; none is all of them.
    """

    first_period: str
    kind: BreakKind
    name: str
    cause: str
    source: str
    source_url: str | None
    basis: str
    area_types: frozenset[AreaType] = frozenset()
    single_industries: bool = False
    codes: frozenset[str] = frozenset()


# Codes under which OEWS publishes occupations of the SOC together, and these. Those from May 2017 on are ten codes for
# 21 occupations, as the publisher's notice counts them; the others are its own codes of today (see oews_codes.py).
AGGREGATIONS_OF_2017: dict[str, tuple[str, ...]] = {
    "13-1020": ("13-1021", "13-1022", "13-1023"),
    "15-2090": ("15-2091", "15-2099"),
    "21-1018": ("21-1011", "21-1014"),
    "29-2010": ("29-2011", "29-2012"),
    "39-1010": ("39-1011", "39-1012"),
    "39-7010": ("39-7011", "39-7012"),
    "47-4090": ("47-4091", "47-4099"),
    "51-2028": ("51-2022", "51-2023"),
    "51-2098": ("51-2092", "51-2099"),
    "53-1048": ("53-1021", "53-1031"),
}
AGGREGATIONS: dict[str, tuple[str, ...]] = AGGREGATIONS_OF_2017 | {
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
}

# What became of the three codes that only SOC 2000 has and the hybrid of May 2010 and 2011 still used; all of each
# successor came from it. From knowledge of the revision: no crosswalk of SOC 2000 was at hand.
FROM_SOC_2000: dict[str, tuple[str, ...]] = {
    "25-2041": ("25-2051", "25-2052"),
    "29-1111": ("29-1141", "29-1151", "29-1161", "29-1171"),
    "31-1012": ("31-1014", "31-1015"),
}

_NOTICE_2010 = "Implementing the 2010 SOC in the OES program, Monthly Labor Review, May 2013 (BLS)"
_URL_2010 = (
    "https://www.bls.gov/opub/mlr/2013/article/"
    "implementing-the-2010-standard-occupational-classification-in-the-occupational-employment-statistics-program.htm"
)
_NOTICE_2018 = "Implementing the 2018 SOC in the OES program (BLS)"
_URL_2018 = "https://www.bls.gov/oes/soc_2018.htm"
_NOTICE_2017 = "Occupational and industry aggregations in the May 2017 OES estimates (BLS)"
_URL_2017 = "https://www.bls.gov/oes/changes_2017.htm"
_ON_NOTICE_AND_FILES = "The publisher's notice, and the codes of files of the years on both sides."
_ON_NOTICE = "The publisher's notice."
_FROM_KNOWLEDGE = "Knowledge of the releases; no files of the years on both sides were at hand."
_BELOW_THE_STATES = frozenset({AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN})

# The first May that this API reads estimates of.
FIRST_YEAR_OF_OEWS = 2006

OEWS_BREAKS: tuple[Break, ...] = (
    Break(
        "2008-05",
        BreakKind.INDUSTRY_CLASSIFICATION,
        "NAICS 2002 to NAICS 2007",
        "From May 2008 industries are those of NAICS 2007.",
        "OES technical notes (BLS)",
        None,
        _FROM_KNOWLEDGE,
        single_industries=True,
    ),
    Break(
        "2010-05",
        BreakKind.SOC_REVISION,
        "SOC 2000 to SOC 2010",
        "From May 2010 occupations are coded in SOC 2010, but for a few of SOC 2000 that could not be told apart yet.",
        _NOTICE_2010,
        _URL_2010,
        _ON_NOTICE,
    ),
    Break(
        "2010-05",
        BreakKind.HYBRID,
        "Hybrid of SOC 2000 and SOC 2010 begins",
        "May 2010 and 2011 pool answers that were coded in SOC 2000 with answers coded in SOC 2010.",
        _NOTICE_2010,
        _URL_2010,
        _ON_NOTICE,
    ),
    Break(
        "2012-05",
        BreakKind.HYBRID,
        "Hybrid of SOC 2000 and SOC 2010 ends",
        "May 2012 is the first year in which all answers are coded in SOC 2010.",
        _NOTICE_2010,
        _URL_2010,
        _ON_NOTICE_AND_FILES,
    ),
    Break(
        "2012-05",
        BreakKind.INDUSTRY_CLASSIFICATION,
        "NAICS 2007 to NAICS 2012",
        "From May 2012 industries are those of NAICS 2012.",
        "OES technical notes (BLS)",
        None,
        _FROM_KNOWLEDGE,
        single_industries=True,
    ),
    Break(
        "2015-05",
        BreakKind.AREA_DEFINITION,
        "Metropolitan areas of the 2010 census",
        "From May 2015 metropolitan areas, their divisions and nonmetropolitan areas are drawn by the delineations "
        "that follow the 2010 census (OMB Bulletin 13-01); a code that stayed can have other counties.",
        "OES technical notes (BLS); OMB Bulletin 13-01",
        None,
        _FROM_KNOWLEDGE,
        area_types=_BELOW_THE_STATES,
    ),
    Break(
        "2017-05",
        BreakKind.OEWS_AGGREGATION,
        "OEWS aggregations of May 2017",
        "From May 2017 ten aggregations replace 21 detailed occupations of SOC 2010, which are not published any more.",
        _NOTICE_2017,
        _URL_2017,
        _ON_NOTICE_AND_FILES,
        codes=frozenset(AGGREGATIONS_OF_2017).union(*AGGREGATIONS_OF_2017.values()),
    ),
    Break(
        "2017-05",
        BreakKind.INDUSTRY_CLASSIFICATION,
        "NAICS 2012 to NAICS 2017, and OEWS industry aggregations",
        "From May 2017 industries are those of NAICS 2017, and some of four and five digits are published together.",
        _NOTICE_2017,
        _URL_2017,
        _ON_NOTICE,
        single_industries=True,
    ),
    Break(
        "2018-05",
        BreakKind.AREA_DEFINITION,
        "Fewer nonmetropolitan areas, no metropolitan divisions",
        "From May 2018 some nonmetropolitan areas are combined (134 instead of 167), and metropolitan divisions "
        "are not published any more.",
        "Changes to May 2018 OES metropolitan and nonmetropolitan data (BLS)",
        "https://www.bls.gov/oes/notices/2019/areas_2018.htm",
        _ON_NOTICE,
        area_types=frozenset({AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN}),
    ),
    Break(
        "2019-05",
        BreakKind.SOC_REVISION,
        "SOC 2010 to SOC 2018",
        "From May 2019 occupations are coded in SOC 2018, with codes of OEWS's own where they could not be told apart.",
        _NOTICE_2018,
        _URL_2018,
        _ON_NOTICE_AND_FILES,
    ),
    Break(
        "2019-05",
        BreakKind.HYBRID,
        "Hybrid of SOC 2010 and SOC 2018 begins",
        "May 2019 pools four panels of answers coded in SOC 2010 with two coded in SOC 2018, May 2020 two with four.",
        _NOTICE_2018,
        _URL_2018,
        _ON_NOTICE_AND_FILES,
    ),
    Break(
        "2021-05",
        BreakKind.HYBRID,
        "Hybrid of SOC 2010 and SOC 2018 ends",
        "May 2021 is the first year in which all six panels are coded in SOC 2018.",
        _NOTICE_2018,
        _URL_2018,
        _ON_NOTICE_AND_FILES,
    ),
    Break(
        "2021-05",
        BreakKind.METHOD,
        "Model-based estimates (MB3)",
        "From May 2021 staffing and wages of establishments that were not observed are predicted by a model; before, "
        "the answers of three years were weighted and older wages aged.",
        "Implementing New Estimation Methodology for the OEWS Program, note to OMB (BLS)",
        "https://omb.report/icr/202205-1220-001/doc/120994600",
        _ON_NOTICE,
    ),
    Break(
        "2022-05",
        BreakKind.INDUSTRY_CLASSIFICATION,
        "NAICS 2017 to NAICS 2022",
        "From May 2022 industries are those of NAICS 2022; retail trade and information changed most.",
        "OEWS technical notes (BLS)",
        None,
        _FROM_KNOWLEDGE,
        single_industries=True,
    ),
    Break(
        "2024-05",
        BreakKind.AREA_DEFINITION,
        "Metropolitan areas of the 2020 census",
        "From May 2024 areas below the states are drawn by the delineations that follow the 2020 census (OMB Bulletin "
        "23-01); in New England they are made of counties instead of towns.",
        "Metropolitan and Micropolitan Area Delineation Plans (BLS); OMB Bulletin 23-01",
        "https://www.bls.gov/bls/msa-redelineation-announcement.htm",
        "The publisher's notice that OEWS takes these delineations next; the year from knowledge of the releases.",
        area_types=_BELOW_THE_STATES,
    ),
)


# Rounds of projections: each is a break by itself, and this is one within what they measure.
SEPARATIONS_METHOD = Break(
    "2016-26",
    BreakKind.METHOD,
    "Openings by the separations method",
    "From 2016-26 openings are those of a year and come from separations (labor force exits and transfers); earlier "
    "rounds print openings of ten years from growth and replacement needs. The two are other measures.",
    "Employment Projections methods (BLS)",
    None,
    "The columns of the rounds on both sides.",
)


def breaks_between(
    last_before: str, first_after: str, soc_codes: Collection[str], area_type: AreaType, industry_code: str | None
) -> Iterator[Break]:
    """The breaks after one OEWS period, up to another, that concern an occupation in a kind of area, in their order.

    `soc_codes` are its codes on both sides; `industry_code` is 000000, or no code, for all industries together.
    """
    single_industry = industry_code not in (None, CROSS_INDUSTRY)
    for known in OEWS_BREAKS:
        concerns = (
            (not known.codes or not known.codes.isdisjoint(soc_codes))
            and (not known.area_types or area_type in known.area_types)
            and (single_industry or not known.single_industries)
        )
        if last_before < known.first_period <= first_after and concerns:
            yield known
