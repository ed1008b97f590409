"""Which edition of the SOC a code of an OEWS year belongs to, and the codes that OEWS made itself.

OEWS publishes some detailed occupations of the SOC only together, under a code of its own, and it coded the two
years after each revision of the SOC in a hybrid of the old edition and the new one. The sets below were reviewed
against the occupation lists of May 2010, 2013, 2018, 2019, 2022 and 2025, the SOC 2010 and 2018 structures and the
publisher's crosswalk of the hybrid. A code stands here only if the edition of its years lacks it.
"""

from app.domain.levels import SocVintage

OEWS_OWN_CODES: frozenset[str] = frozenset(
    {
        "21-1018",  # Substance abuse, behavioral disorder, and mental health counselors: 21-1011 and 21-1014
        "25-2052",  # Special education teachers, kindergarten and elementary school: 25-2055 and 25-2056
        "25-9045",  # Teaching assistants, except postsecondary: 25-9042, 25-9043 and 25-9049
        "51-2028",  # Electrical, electronic, and electromechanical assemblers: 51-2022 and 51-2023
        "53-1047",  # First-line supervisors of transportation workers: 53-1042 to 53-1044 and 53-1049
    }
)
"""The codes of OEWS's own since May 2021."""


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


# May 2019 and 2020: what the surveys of those years, coded partly in SOC 2010, could not tell apart in SOC 2018.
# 25-2052 is a code of SOC 2010 too; it counts as OEWS's own from here on, since it has been published as a
# combination of two SOC 2018 codes ever since, without a break.
_OWN_2019_20 = OEWS_OWN_CODES | _codes(
    "11-9198 13-1198 13-2098 15-1245 15-1256 15-1257 15-2098 17-3098 19-4045 25-3097 27-4098 29-1228 29-1248 29-1298 "
    "29-2098 29-9098 33-9098 39-1098 39-9098 47-5097 47-5098 53-3058 53-6098"
)
# May 2012 to 2018: 25-3098 from the start, most of the others from May 2017. 53-1040 is a broad group that SOC 2010
# lacks: it stands over 53-1048.
_OWN_2012_18 = _codes("21-1018 25-3097 25-3098 51-2028 51-2098 53-1040 53-1048")
# May 2010 and 2011. The titles of most end in an asterisk there.
_OWN_2010_11 = _codes(
    "13-1078 15-1179 15-1799 21-1798 25-3999 29-2037 29-2799 29-9799 31-9799 39-4831 41-9799 43-9799 47-4799 49-9799 "
    "51-9399"
)
_OWN: tuple[tuple[range, frozenset[str]], ...] = (
    (range(2010, 2012), _OWN_2010_11),
    (range(2012, 2019), _OWN_2012_18),
    (range(2019, 2021), _OWN_2019_20),
)

# Those of SOC 2000 are from knowledge, since no list of that edition was at hand.
# In a hybrid year a code belongs to the newer edition, unless only the older one has it. These are the latter.
_OLDER: tuple[tuple[range, SocVintage, frozenset[str]], ...] = (
    (range(2010, 2012), SocVintage.SOC_2000, frozenset({"25-2041", "29-1111", "31-1012"})),
    (range(2019, 2021), SocVintage.SOC_2010, frozenset({"19-3031"})),
)


def oews_edition(year: int) -> SocVintage:
    """The edition of the SOC that the May `year` estimates are coded in; in a hybrid year the newer of the two.

    SOC 2000 to May 2009; SOC 2010 from May 2010 (2010-11 are hybrids with SOC 2000); SOC 2018 from May 2019
    (2019-20 are hybrids with SOC 2010).
    """
    if year < 2010:
        return SocVintage.SOC_2000
    return SocVintage.SOC_2010 if year < 2019 else SocVintage.SOC_2018


def oews_soc_vintage(code: str, year: int) -> SocVintage:
    """The edition that `code` belongs to in the May `year` estimates; the same code and year give the same answer.

    OEWS's own codes of that year are `oews`. Any other code of a hybrid year is of the newer edition, unless it
    stands in the reviewed list of those that only the older edition has.
    """
    own = next((codes for years, codes in _OWN if year in years), OEWS_OWN_CODES if year >= 2021 else frozenset())
    if code in own:
        return SocVintage.OEWS
    for years, edition, codes in _OLDER:
        if year in years and code in codes:
            return edition
    return oews_edition(year)
