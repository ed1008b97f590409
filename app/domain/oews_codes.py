"""Codes that OEWS made itself and that stand in no edition of the SOC.

OEWS publishes some detailed occupations of the SOC only together, under a code of its own. Reviewed against
the structure of SOC 2018 and the occupation list of OEWS May 2025.
"""

OEWS_OWN_CODES: frozenset[str] = frozenset(
    {
        "21-1018",  # Substance abuse, behavioral disorder, and mental health counselors: 21-1011 and 21-1014
        "25-2052",  # Special education teachers, kindergarten and elementary school: 25-2055 and 25-2056
        "25-9045",  # Teaching assistants, except postsecondary: 25-9042, 25-9043 and 25-9049
        "51-2028",  # Electrical, electronic, and electromechanical assemblers: 51-2022 and 51-2023
        "53-1047",  # First-line supervisors of transportation workers: 53-1042 to 53-1044 and 53-1049
    }
)
