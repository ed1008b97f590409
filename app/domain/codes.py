"""SOC, area and industry codes: how they are written, and how what people type becomes one of them.

Each `parse_*` function takes text and returns the one spelling that is stored, or raises `ValueError`
with a message that says what would work. Each `Annotated` type carries the meaning and an example, so that
every parameter and field that uses it is documented alike.
"""

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import Annotated

from pydantic import AfterValidator, Field

from app.domain.areas import FIPS_BY_POSTAL, POSTAL_BY_NAME
from app.domain.suggestions import did_you_mean, tidied

NATION = "99"
ALL_OCCUPATIONS = "00-0000"
CROSS_INDUSTRY = "000000"

# The spellings that are accepted, as a schema has them.
_POSTAL = "|".join(FIPS_BY_POSTAL)
AREA_PATTERN = f"^([Uu][Ss][Aa]?|{_POSTAL}|{_POSTAL.lower()}|[0-9]{{2}}|[0-9]{{5}}|[0-9]{{7}})$"
INDUSTRY_PATTERN = r"^([0-9]{2}|31-33|44-45|48-49|[0-9]{3,5}|[0-9]{3}[0-9A-Za-z]{3})$"

_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
_ONET_SOC = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
_AREA = re.compile(r"[0-9]{2}|[0-9]{5}|[0-9]{7}")
_SECTOR_RANGES = {
    "31": "31-33",
    "32": "31-33",
    "33": "31-33",
    "44": "44-45",
    "45": "44-45",
    "48": "48-49",
    "49": "48-49",
}
_INDUSTRY = re.compile(r"[0-9]{2}(-[0-9]{2})?|[0-9]{3}[0-9A-Z]{3}|[0-9]{3,5}")


def parse_soc_code(text: str) -> str:
    """Return `text` as a SOC code (`29-2071`) or an O*NET-SOC code (`29-2072.00`)."""
    if _SOC.fullmatch(text) or _ONET_SOC.fullmatch(text):
        return text
    works = "a SOC code: two digits, a hyphen and four digits, such as 29-2071"
    raise ValueError(did_you_mean(_meant_soc_code(text), works))


def _meant_soc_code(text: str) -> str | None:
    plain = tidied(text)
    within = re.search(r"(?<![0-9])[0-9]{2}-[0-9]{4}(?![0-9])", plain)
    if within is not None:
        return within[0]
    digits = re.sub(r"[^0-9]", "", plain)
    return f"{digits[:2]}-{digits[2:6]}" if len(digits) in (6, 8) else None


def is_onet_soc_code(code: str) -> bool:
    """Whether a code has the two more digits of O*NET-SOC."""
    return _ONET_SOC.fullmatch(code) is not None


def soc_of_onet(code: str) -> str:
    """The six-digit SOC code in front of an O*NET-SOC code: `29-2072.00` gives `29-2072`."""
    return code[:7]


def parse_area_code(text: str) -> str:
    """Return `text` as the code under which an area is stored: `US`, `TX` and `48` are accepted.

    The nation is 99; states and territories have their two-digit FIPS code; metropolitan areas five
    digits, nonmetropolitan areas seven.
    """
    code = text.upper()
    if code in ("US", "USA"):
        return NATION
    if code in FIPS_BY_POSTAL:
        return FIPS_BY_POSTAL[code]
    if _AREA.fullmatch(code):
        return code
    works = (
        "an area code: US or 99 for the nation, a state's postal abbreviation or two-digit FIPS code (TX, 48), "
        "five digits for a metropolitan or seven for a nonmetropolitan area"
    )
    raise ValueError(did_you_mean(_meant_area_code(text), works))


def _meant_area_code(text: str) -> str | None:
    """`Texas`, `US-TX` and `6` (a spreadsheet lost the zero of 06) as what is accepted."""
    plain = re.sub(r"^(US[-_ ]?|state of )(?=[A-Z0-9])", "", tidied(text), flags=re.IGNORECASE)
    if plain.lower() in POSTAL_BY_NAME:
        return POSTAL_BY_NAME[plain.lower()]
    if plain.lower() in ("united states", "united states of america", "nation", "national", "u.s."):
        return "US"
    if plain.isascii() and plain.isdigit() and len(plain) == 1:
        plain = f"0{plain}"
        return plain if plain in FIPS_BY_POSTAL.values() else None
    return plain.upper() if plain.upper() in FIPS_BY_POSTAL or _AREA.fullmatch(plain) else None


def parse_industry_code(text: str) -> str:
    """Return `text` as the code under which an industry is stored.

    Sectors keep two digits or their range (`54`, `31-33`); below the sector, codes are filled with
    zeros to six digits as OEWS prints them, so `622` and `622000` are the same.
    """
    code = text.upper()
    if not _INDUSTRY.fullmatch(code):
        plain = tidied(text).upper()
        works = (
            "an industry code: a NAICS code of two to six digits (54, 31-33, 622, 621100), "
            "or 000000 for all industries together"
        )
        raise ValueError(did_you_mean(plain if _INDUSTRY.fullmatch(plain) else None, works))
    sector = code[:2] if len(code) == 2 or "-" in code or (code[2:] == "0000" and code != CROSS_INDUSTRY) else None
    if sector is not None:
        stored = _SECTOR_RANGES.get(sector, sector)
        if "-" in code and stored != code:
            meant = stored if stored in _SECTOR_RANGES.values() else None
            raise ValueError(did_you_mean(meant, "a sector: two digits, or one of 31-33, 44-45, 48-49"))
        return stored
    return code.ljust(6, "0")


def nearest_industry_codes(code: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known industries around a code: those it shares most leading digits with, the wider ones first.

    None where not even the sector is shared: an industry of another sector is near in spelling alone.
    """
    wanted = _significant(code)
    shared = {other: _shared(wanted, _significant(other)) for other in known if other != CROSS_INDUSTRY}
    near = [other for other, digits in shared.items() if digits >= 2]
    return sorted(near, key=lambda other: (-shared[other], len(_significant(other)), other))[:most]


def _significant(code: str) -> str:
    """The digits that say something: without the zeros that fill a code to six, and of a range the first sector."""
    return code[:2] if "-" in code else code.rstrip("0").ljust(2, "0")


def _shared(code: str, other: str) -> int:
    if _SECTOR_RANGES.get(code[:2], code[:2]) != _SECTOR_RANGES.get(other[:2], other[:2]):
        return 0
    return max(2, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(code, other, strict=False))))


SocCode = Annotated[
    str,
    AfterValidator(parse_soc_code),
    Field(
        description=(
            "Occupation code of the Standard Occupational Classification (SOC): `29-2071`. Codes of every edition "
            "that is loaded answer, retired ones too. An O*NET-SOC code (`29-2072.00`) is taken as its SOC code."
        ),
        json_schema_extra={"pattern": r"^[0-9]{2}-[0-9]{4}(\.[0-9]{2})?$", "example": "29-2071"},
    ),
]

AreaCode = Annotated[
    str,
    AfterValidator(parse_area_code),
    Field(
        description=(
            "Area code: `99` or `US` for the nation, a state's FIPS code or postal abbreviation (`48`, `TX`), five "
            "digits for a metropolitan area (OMB), seven for a nonmetropolitan area (BLS)."
        ),
        json_schema_extra={"example": "TX", "pattern": AREA_PATTERN},
    ),
]

IndustryCode = Annotated[
    str,
    AfterValidator(parse_industry_code),
    Field(
        description=(
            "Industry code of the North American Industry Classification System (NAICS), as OEWS writes it: a sector "
            "(`54`, `31-33`) or digits filled to six (`622000`); `000000` is all industries together."
        ),
        json_schema_extra={"example": "622000", "pattern": INDUSTRY_PATTERN},
    ),
]
