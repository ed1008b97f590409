"""What a row of an OEWS file is about: area, industry, ownership, occupation. Codes become the ones that are stored."""

import re
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar

from app.domain.areas import FIPS_BY_POSTAL, POSTAL_BY_FIPS
from app.domain.codes import ALL_OCCUPATIONS, CROSS_INDUSTRY, NATION
from app.domain.levels import AreaType, IndustryLevel, OccupationLevel, Ownership, SocVintage
from app.domain.programs import Origin
from app.sources.oews.figures import UnreadableCellError, WageFlags
from app.sources.records import Value

# The cells of a row by today's column name. A column that the layout lacks is not in it.
Cells = Mapping[str, str]

_T = TypeVar("_T")

_AREA_TYPES: dict[str, AreaType] = {str(number): kind for number, kind in enumerate(AreaType, start=1)}
_STATES = (AreaType.STATE, AreaType.TERRITORY)
_METROPOLITAN = (AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION)
# FIPS codes from here on are territories.
_FIRST_TERRITORY = "60"
_DIVISION = re.compile(r"\b(metropolitan|necta) division\b", re.IGNORECASE)
_STATE_IN_TITLE = re.compile(r",\s*([A-Z]{2})\b")


def texts_at(positions: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """A function that takes the texts at these positions out of a row: a tuple, however few they are."""
    if len(positions) > 1:
        return itemgetter(*positions)
    return lambda line: tuple([line[at] for at in positions])


def read_text(cells: Cells, column: str) -> str:
    """The text of a cell that must not be blank."""
    text = cells[column].strip()
    if not text:
        raise UnreadableCellError(column, cells[column], "text")
    return text


def read_member(cells: Cells, column: str, members: Mapping[str, _T]) -> _T:
    """The member of a closed set that a cell names; a code may have become a decimal number (`5.0`), in any case."""
    try:
        return members[cells[column].strip().removesuffix(".0").lower()]
    except KeyError:
        raise UnreadableCellError(column, cells[column], f"one of {', '.join(members)}") from None


def read_area(cells: Cells) -> dict[str, Value]:
    """The area of a row, as a row of the store's `area` table; the nation where the layout has no area columns.

    Without AREA_TYPE the code tells: two digits a state or territory, seven a nonmetropolitan area, five a
    metropolitan area, or a division of one if its title says so. Zeros that a spreadsheet took from the front of a
    code come back where only one code is possible: `1` among states is 01, `100001` among nonmetropolitan areas
    0100001.
    """
    if "AREA" not in cells:
        return {"area_code": NATION, "area_title": "U.S.", "area_type": AreaType.NATION, "state": None}
    code = read_text(cells, "AREA").removesuffix(".0")
    title = _area_title(cells)
    kind = read_member(cells, "AREA_TYPE", _AREA_TYPES) if "AREA_TYPE" in cells else _area_type(code, title, cells)
    return {
        "area_code": _area_code(code, kind, cells),
        "area_title": title,
        "area_type": kind,
        "state": None if kind is AreaType.NATION else _state(code, title, kind, cells),
    }


def _area_title(cells: Cells) -> str:
    return read_text(cells, "AREA_TITLE" if "AREA_TITLE" in cells else "STATE")


def _area_type(code: str, title: str, cells: Cells) -> AreaType:
    if code == NATION:
        return AreaType.NATION
    if len(code) <= 2:
        return AreaType.TERRITORY if code.zfill(2) >= _FIRST_TERRITORY else AreaType.STATE
    if len(code) == 5:
        return AreaType.METROPOLITAN_DIVISION if _DIVISION.search(title) else AreaType.METROPOLITAN
    if len(code) in (6, 7):
        return AreaType.NONMETROPOLITAN
    raise UnreadableCellError("AREA", cells["AREA"], "an area code of two, five or seven digits")


_AREA_DIGITS = {
    AreaType.NATION: 2,
    AreaType.STATE: 2,
    AreaType.TERRITORY: 2,
    AreaType.METROPOLITAN: 5,
    AreaType.METROPOLITAN_DIVISION: 5,
    AreaType.NONMETROPOLITAN: 7,
}


def _area_code(code: str, kind: AreaType, cells: Cells) -> str:
    digits = _AREA_DIGITS[kind]
    # Codes of five digits never begin with a zero; a state's and a nonmetropolitan area's lose one at most.
    if kind not in _METROPOLITAN and len(code) == digits - 1:
        code = code.zfill(digits)
    known_state = code[:2] in POSTAL_BY_FIPS or kind not in (*_STATES, AreaType.NONMETROPOLITAN)
    if not (re.fullmatch(f"[0-9]{{{digits}}}", code) and known_state) or (kind is AreaType.NATION) != (code == NATION):
        raise UnreadableCellError("AREA", cells["AREA"], f"the code of a {kind} area: {digits} digits")
    return code


def _state(code: str, title: str, kind: AreaType, cells: Cells) -> str | None:
    if "PRIM_STATE" in cells:
        return _primary_state(code, kind, cells)
    if kind in _STATES or kind is AreaType.NONMETROPOLITAN:
        return POSTAL_BY_FIPS.get(_area_code(code, kind, cells)[:2])
    named = _STATE_IN_TITLE.search(title)
    return named[1] if named and named[1] in FIPS_BY_POSTAL else None


def _primary_state(code: str, kind: AreaType, cells: Cells) -> str:
    """The postal abbreviation that a row states: one that there is, and of a state's own row the state's."""
    state = read_text(cells, "PRIM_STATE").upper()
    if state not in FIPS_BY_POSTAL:
        raise UnreadableCellError("PRIM_STATE", cells["PRIM_STATE"], "the postal abbreviation of a state, such as TX")
    own = POSTAL_BY_FIPS.get(_area_code(code, kind, cells)) if kind in _STATES else state
    if state != own:
        raise UnreadableCellError("PRIM_STATE", cells["PRIM_STATE"], f"{own}, the state whose area code is {code}")
    return state


_SECTORS: dict[str, str] = {
    **dict.fromkeys(("31", "32", "33"), "31-33"),
    **dict.fromkeys(("44", "45"), "44-45"),
    **dict.fromkeys(("48", "49"), "48-49"),
}
_INDUSTRY_LEVELS = {level.value: level for level in IndustryLevel}
# The publisher adds this to the level of an industry that is shown by ownership; OWN_CODE says which.
_BY_OWNERSHIP = re.compile(r"\s*,\s*ownership$")
_DASHES = re.compile(r"\s*[-\u2010-\u2014]+\s*")
_SECTOR_CODE = re.compile(r"([0-9]{2})(-[0-9]{2}|0000)?")
# Government as OEWS delimits it, at whatever level it is shown: no NAICS, and six digits always.
GOVERNMENT = re.compile(r"999[0-9]{3}(\.0)?")
_INDUSTRY_CODE = re.compile(r"[0-9]{3}[0-9A-Z]{3}|[0-9]{3,5}")


def read_industry(cells: Cells, level_of_code: Callable[[str], IndustryLevel]) -> dict[str, Value]:
    """The industry of a row, as a row of the store's `industry` table; all industries without NAICS columns.

    A sector is stored with its range (`31`, `31.0` and `31-33` are one), a finer code filled with zeros to six
    places, as the publisher writes it. Codes that are no NAICS (999xxx, 000001, 3250A1) are kept as they stand.
    """
    if "NAICS" not in cells:
        code, level, title = CROSS_INDUSTRY, IndustryLevel.CROSS_INDUSTRY, "Cross-industry"
    else:
        text = _DASHES.sub("-", read_text(cells, "NAICS")).upper().removesuffix(".0")
        level = _industry_level(cells, text, level_of_code)
        code, title = _industry_code(cells, text, level), read_text(cells, "NAICS_TITLE")
    return {
        "industry_code": code,
        "industry_level": level,
        "industry_title": title,
        "naics_vintage": None,
        "origin": Origin.PUBLISHED,
        "origin_basis": None,
        "document_line": None,
    }


def _industry_level(cells: Cells, code: str, level_of_code: Callable[[str], IndustryLevel]) -> IndustryLevel:
    if "I_GROUP" in cells:
        name = _BY_OWNERSHIP.sub("", cells["I_GROUP"].strip().lower())
        return read_member({"I_GROUP": name} if name in _INDUSTRY_LEVELS else cells, "I_GROUP", _INDUSTRY_LEVELS)
    if cells.get("NAICS_LEVEL", "").strip():
        digits = re.sub(r"\D", "", cells["NAICS_LEVEL"])
        return read_member({"NAICS_LEVEL": digits}, "NAICS_LEVEL", _LEVEL_OF_DIGITS)
    return level_of_code(code)


_LEVEL_OF_DIGITS = {
    "2": IndustryLevel.SECTOR,
    "3": IndustryLevel.DIGITS_3,
    "4": IndustryLevel.DIGITS_4,
    "5": IndustryLevel.DIGITS_5,
    "6": IndustryLevel.DIGITS_6,
}


def significant_digits(code: str) -> int:
    """How many places of an industry code are used: 2 for a sector, 3 for `622000`, 0 for all industries."""
    bare = _DASHES.sub("-", code.strip()).upper().removesuffix(".0")
    if _SECTOR_CODE.fullmatch(bare) and bare.strip("0"):
        return 2
    used = len(bare.rstrip("0"))
    return 0 if not bare.strip("0") or bare == "000001" else max(3, used)


def level_by_digits(code: str) -> IndustryLevel:
    """The level of a code by its places, where neither the row nor the file says another.

    Codes with letters (`3250A1`) are industries of four digits that OEWS publishes together. Government that includes
    its schools, hospitals and postal service (`999001` to `999301`) stands beside the sectors.
    """
    if re.fullmatch("999[0-9]01", code.strip().removesuffix(".0")):
        return IndustryLevel.SECTOR
    if re.search("[A-Z]", code.upper()):
        return IndustryLevel.DIGITS_4
    return _LEVEL_OF_DIGITS.get(str(significant_digits(code)), IndustryLevel.CROSS_INDUSTRY)


def _industry_code(cells: Cells, text: str, level: IndustryLevel) -> str:
    if level is IndustryLevel.CROSS_INDUSTRY:
        if text.isdecimal() and text.zfill(6) in (CROSS_INDUSTRY, "000001"):
            return text.zfill(6)
        raise UnreadableCellError("NAICS", cells["NAICS"], "000000 or 000001, which stand for all industries")
    if level is IndustryLevel.SECTOR and not GOVERNMENT.fullmatch(text):
        found = _SECTOR_CODE.fullmatch(text)
        stored = _SECTORS.get(found[1], found[1]) if found else None
        if found is None or stored is None or (found[2] not in (None, "0000") and stored != text):
            raise UnreadableCellError("NAICS", cells["NAICS"], "a sector of NAICS, such as 54 or 31-33")
        return stored
    if not _INDUSTRY_CODE.fullmatch(text):
        raise UnreadableCellError("NAICS", cells["NAICS"], "an industry code such as 622000")
    return text.ljust(6, "0")


_OWNERSHIPS = {owner.value: owner for owner in Ownership}
_OWNER_WORDS = (("1", "federal"), ("2", "state"), ("3", "local"), ("5", "private"))
_COMBINED_BY_WORD = (("57", r"casino|gambling|gaming"), ("58", r"hospital"), ("59", r"postal"))


def read_ownership(cells: Cells) -> Ownership:
    """Whose establishments a row counts: the code, or the same in words; all of them where the layout has no column."""
    if "OWN_CODE" not in cells:
        return Ownership.ALL
    text = cells["OWN_CODE"].strip()
    if text and not text[0].isdigit():
        words = text.lower()
        special = [code for code, pattern in _COMBINED_BY_WORD if re.search(pattern, words)]
        code = special[0] if special else "".join(digit for digit, word in _OWNER_WORDS if word in words)
        return _OWNERSHIPS[code] if code in _OWNERSHIPS else read_member(cells, "OWN_CODE", _OWNERSHIPS)
    return read_member(cells, "OWN_CODE", _OWNERSHIPS)


_SOC = re.compile(r"[0-9]{2}-[0-9]{4}", re.ASCII)
_DATE = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-\d{2}([T ].*)?"
    r"|(?P<month2>\d{1,2})/\d{1,2}/(?P<year2>\d{4})( .*)?"
    r"|.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\b.*",
    re.IGNORECASE,
)
_OCCUPATION_LEVELS = {level.value: level for level in OccupationLevel}


def read_occupation(cells: Cells, vintage_of: Callable[[str], SocVintage], blank_is_detailed: bool) -> dict[str, Value]:
    """The occupation of a row, as a row of the store's `occupation` table.

    `blank_is_detailed`: in files to May 2011 the level of a detailed occupation is left blank.
    """
    code = cells["OCC_CODE"].strip()
    if not _SOC.fullmatch(code):
        raise UnreadableCellError("OCC_CODE", cells["OCC_CODE"], _expected_code(code))
    return {
        "soc_code": code,
        "soc_vintage": vintage_of(code),
        "title": read_text(cells, "OCC_TITLE"),
        "level": _occupation_level(cells, code, blank_is_detailed),
        "origin": Origin.PUBLISHED,
        "origin_basis": None,
        "document_line": None,
    }


def _expected_code(text: str) -> str:
    date = _DATE.fullmatch(text)
    if date is None:
        return "an occupation code such as 29-2072"
    month, year = date["month"] or date["month2"], date["year"] or date["year2"]
    lost = f" {month}-{year}" if year else ""
    return f"an occupation code such as 29-2072; a spreadsheet program turned the code{lost} into a date"


def _occupation_level(cells: Cells, code: str, blank_is_detailed: bool) -> OccupationLevel:
    if blank_is_detailed and not cells["O_GROUP"].strip():
        if code == ALL_OCCUPATIONS:
            return OccupationLevel.TOTAL
        if not code.endswith("-0000"):
            return OccupationLevel.DETAILED
    return read_member(cells, "O_GROUP", _OCCUPATION_LEVELS)


_FLAGS = {"TRUE": True, "": False, "FALSE": False}


def read_flags(cells: Cells) -> WageFlags:
    """Which wages of a row exist, by its two flags."""
    return WageFlags(annual_only=_flag(cells, "ANNUAL"), hourly_only=_flag(cells, "HOURLY"))


def _flag(cells: Cells, column: str) -> bool:
    """Whether a flag is set: `TRUE`, or blank. A column that the layout lacks sets none."""
    if column not in cells:
        return False
    text = cells[column].strip().upper()
    if text not in _FLAGS:
        raise UnreadableCellError(column, cells[column], "one of TRUE and blank")
    return _FLAGS[text]
