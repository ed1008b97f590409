"""Short forms that job titles have, and what they stand for, as far as they stand for one thing in a title.

A form with several meanings that all occur ("PT" is a physical therapist and part time) is left out: the texts of the
publishers tell those apart better than a table can.
"""

# Letters for words, as they stand in titles of the field. Kept in small letters.
MEANINGS: dict[str, str] = {
    # Health
    "rn": "registered nurse",
    "lpn": "licensed practical nurse",
    "lvn": "licensed vocational nurse",
    "cna": "certified nursing assistant",
    "crna": "certified registered nurse anesthetist",
    "emt": "emergency medical technician",
    "icu": "intensive care unit",
    "him": "health information management",
    "ehr": "electronic health records",
    "emr": "electronic medical records",
    "mri": "magnetic resonance imaging",
    "slp": "speech language pathologist",
    "phlebo": "phlebotomist",
    # Technology
    "it": "information technology",
    "dba": "database administrator",
    "qa": "quality assurance",
    "sre": "site reliability engineer",
    "swe": "software engineer",
    "sysadmin": "systems administrator",
    "ux": "user experience",
    "dev": "developer",
    "cad": "computer aided design",
    "gis": "geographic information systems",
    # Business
    "hr": "human resources",
    "ceo": "chief executive officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "vp": "vice president",
    "cpa": "certified public accountant",
    "csr": "customer service representative",
    "acct": "accountant",
    "admin": "administrative",
    "asst": "assistant",
    "assoc": "associate",
    "coord": "coordinator",
    "exec": "executive",
    "mgr": "manager",
    "mgmt": "management",
    "mktg": "marketing",
    "rep": "representative",
    "supv": "supervisor",
    "spec": "specialist",
    # Trades
    "cnc": "computer numerical control",
    "hvac": "heating ventilation air conditioning",
    "cdl": "commercial driver license",
    "eng": "engineer",
    "engr": "engineer",
    "mech": "mechanic",
    "mfg": "manufacturing",
    "maint": "maintenance",
    "elec": "electrical",
    "tech": "technician",
    "opr": "operator",
    "med": "medical",
}

# What a posting says of rank, hours or contract, and what no occupation is told by. Words that are part of titles too
# ("night auditor", "contract administrator") stand here only together with what makes them plain.
RANKS = frozenset(
    {
        "sr",
        "jr",
        "ii",
        "iii",
        "iv",
        "prn",
        "perdiem",
        "fulltime",
        "parttime",
        "urgent",
        "hiring",
        "immediate",
        "nights",
        "days",
        "evenings",
        "weekends",
        "1st",
        "2nd",
        "3rd",
    }
)
RANK_PHRASES = (
    ("full", "time"),
    ("part", "time"),
    ("per", "diem"),
    ("entry", "level"),
    ("night", "shift"),
    ("day", "shift"),
    ("evening", "shift"),
    ("level", "i"),
    ("level", "1"),
    ("level", "2"),
    ("level", "3"),
    ("job", "opening"),
    ("help", "wanted"),
)
# At the end of a title they tell of the contract or the place; before other words they may be part of it.
RANKS_AT_END = frozenset(
    {
        "i",
        "v",
        "1",
        "2",
        "3",
        "remote",
        "hybrid",
        "onsite",
        "temp",
        "temporary",
        "seasonal",
        "permanent",
        "contract",
        "trainee",
    }
)
