"""The parts that a release of OEWS is published in, and which of them contains which.

A part's name says what its rows are about:

- `nation`, `states`, `metropolitan`, `nonmetropolitan`: all industries together, by kind of area;
- `sector`, `industry-3-digit`, `industry-4-digit`, `industry-5-6-digit`: the nation, by industry;
- `ownership-` before one of these: the same by ownership (`ownership-nation`, `ownership-industry-3-digit`);
- `metropolitan-totals`: metropolitan areas that have divisions, which files to May 2017 give apart;
- `all`: everything; `nation-and-states`: what its name says (the starter release).

Files in the old workbook format hold 65,536 rows at most, so that the publisher cut some parts in pieces. A piece has
the span that it covers after a colon: `metropolitan:AK-IN`, `industry-4-digit:113300-517100`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from app.domain.levels import AreaType, IndustryLevel
from app.sources.oews.columns import Header, in_shape
from app.sources.oews.keys import GOVERNMENT, level_by_digits, significant_digits, texts_at

_AREAS = frozenset({"nation", "states", "metropolitan", "metropolitan-totals", "nonmetropolitan"})
_INDUSTRIES = frozenset({"sector", "industry-3-digit", "industry-4-digit", "industry-5-6-digit"})
_BY_OWNERSHIP = frozenset(f"ownership-{name}" for name in ("nation", *_INDUSTRIES))

_CONTAINED: dict[str, frozenset[str]] = {
    "nation-and-states": frozenset({"nation", "states"}),
    "all": _AREAS | _INDUSTRIES | _BY_OWNERSHIP | {"nation-and-states"},
}
# The layouts whose rows are spread over several workbooks where they are too many for one.
_FIRST_STATES, _LAST_STATES = frozenset({"AK", "AL"}), frozenset({"WY", "VI", "PR"})
_FIRST_INDUSTRIES, _LAST_INDUSTRIES = ("11", "21"), ("99", "81")


def contains(whole: str, part: str) -> bool:
    """Whether the part `whole` holds every row that the part `part` of the same release has."""
    uncut = part.partition(":")[0]
    return whole in (part, uncut) or uncut in _CONTAINED.get(whole, frozenset())


@dataclass(slots=True)
class Survey:
    """What kinds of rows a file has: its areas' types, its industries' levels, and whether it tells owners apart."""

    areas: dict[str, str] = field(default_factory=dict)
    area_types: set[str] = field(default_factory=set)
    states: list[str] = field(default_factory=list)
    industry_levels: set[str] = field(default_factory=set)
    industries: dict[str, None] = field(default_factory=dict)
    by_ownership: bool = False


_SURVEYED = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "NAICS", "I_GROUP", "OWN_CODE")


_SURVEYED_AT_ONCE = 10_000


def survey(header: Header, tables: Iterable[Iterable[Sequence[str]]]) -> Survey:
    """Look through the key columns of every row, or until nothing can change which part the file is.

    A row that cannot be read is no concern of this.
    """
    found = Survey()
    columns = [name for name in _SURVEYED if name in header.index]
    if not columns:
        return found
    width = len(header.names)
    texts_of = texts_at([header.index[name] for name in columns])
    # Each combination once, in the order of the file: rows are hundreds of thousands, combinations a few thousand.
    lines = (row if len(row) == width else in_shape(row, header) for rows in tables for row in rows)
    whole = map(texts_of, (row for row in lines if len(row) == width))
    met: dict[tuple[str, ...], None] = {}
    while (block := dict.fromkeys(islice(whole, _SURVEYED_AT_ONCE))) and not _is_of_all(header, found):
        for texts in (one for one in block if one not in met):
            _note(found, {name: text.strip() for name, text in zip(columns, texts, strict=True)})
        met |= block
    return found


def _is_of_all(header: Header, found: Survey) -> bool:
    """Whether a file has so many kinds of rows that it is the whole release, whatever follows."""
    kinds = {_AREA_PARTS[AreaType(kind)] for kind in found.area_types}
    return "I_GROUP" in header.index and "nation" in kinds and len(kinds) > 2 and _has_industries(found)


_TYPE_NUMBERS = {str(number): kind for number, kind in enumerate(AreaType, start=1)}


def _note(found: Survey, cells: dict[str, str]) -> None:
    if cells.get("AREA"):
        kind = _TYPE_NUMBERS.get(cells.get("AREA_TYPE", ""))
        found.areas.setdefault(cells["AREA"], cells.get("AREA_TITLE", ""))
        found.area_types.add(kind or _type_by_digits(cells["AREA"]))
    if cells.get("PRIM_STATE"):
        found.states.append(cells["PRIM_STATE"].upper())
    if cells.get("NAICS"):
        level = cells.get("I_GROUP", "").lower()
        found.industry_levels.add(level.split(",")[0].strip() or level_by_digits(cells["NAICS"]))
        found.by_ownership |= "," in level
        if significant_digits(cells["NAICS"]):
            found.industries.setdefault(cells["NAICS"])


def _type_by_digits(code: str) -> str:
    if len(code) <= 2:
        return AreaType.NATION if code == "99" else AreaType.STATE
    return AreaType.METROPOLITAN if len(code) == 5 else AreaType.NONMETROPOLITAN


def part_name(header: Header, found: Survey) -> str:
    """The part that rows of these kinds make up."""
    areas = _area_part(header, found)
    industries = _industry_part(header, found)
    if areas is not None and industries is not None:
        # By area and industry at once, or mixtures: only the whole release is published so.
        return "all" if areas != "nation" else industries
    return areas or industries or ("ownership-nation" if _tells_owners(header, found) else "nation")


_AREA_PARTS = {
    AreaType.NATION: "nation",
    AreaType.STATE: "states",
    AreaType.TERRITORY: "states",
    AreaType.METROPOLITAN: "metropolitan",
    AreaType.METROPOLITAN_DIVISION: "metropolitan",
    AreaType.NONMETROPOLITAN: "nonmetropolitan",
}


def _area_part(header: Header, found: Survey) -> str | None:
    kinds = {_AREA_PARTS[AreaType(kind)] for kind in found.area_types}
    if not kinds or (kinds == {"nation"} and _has_industries(found)):
        return None
    if kinds == {"nation", "states"}:
        return "nation-and-states"
    if len(kinds) > 1:
        return "all" if "nation" in kinds else "-and-".join(sorted(kinds))
    (kind,) = kinds
    if kind == "nation" and _tells_owners(header, found):
        return "ownership-nation"
    if kind == "metropolitan" and "AREA_TYPE" not in header.index:
        return _metropolitan_piece(found)
    return kind


# Metropolitan areas that have divisions, by the codes that they had from 2003 to 2017 (from knowledge: no such
# file was at hand).
_METROPOLITAN_WITH_DIVISIONS = "14460 16980 19100 19820 31080 31100 33100 35620 37980 41860 42660 47900 71650 70750"
_WITH_DIVISIONS = frozenset(_METROPOLITAN_WITH_DIVISIONS.split())


def _metropolitan_piece(found: Survey) -> str:
    if set(found.areas) <= _WITH_DIVISIONS:
        return "metropolitan-totals"
    states = sorted(set(found.states))
    if not states or (states[0] in _FIRST_STATES and states[-1] in _LAST_STATES):
        return "metropolitan"
    return f"metropolitan:{states[0]}-{states[-1]}"


def _has_industries(found: Survey) -> bool:
    return bool(found.industry_levels - {IndustryLevel.CROSS_INDUSTRY})


def _tells_owners(header: Header, found: Survey) -> bool:
    return found.by_ownership or ("OWN_CODE" in header.index and "AREA" not in header.index)


_INDUSTRY_PARTS = {
    frozenset({"sector"}): "sector",
    frozenset({"3-digit"}): "industry-3-digit",
    frozenset({"4-digit"}): "industry-4-digit",
    frozenset({"5-digit"}): "industry-5-6-digit",
    frozenset({"6-digit"}): "industry-5-6-digit",
    frozenset({"5-digit", "6-digit"}): "industry-5-6-digit",
}


def _industry_part(header: Header, found: Survey) -> str | None:
    if not _has_industries(found):
        return None
    owners = "ownership-" if _tells_owners(header, found) else ""
    if "I_GROUP" in header.index:
        levels = frozenset(found.industry_levels) - {IndustryLevel.CROSS_INDUSTRY}
        name = _INDUSTRY_PARTS.get(levels)
        return f"{owners}{name}" if name else "all"
    return f"{owners}{_finest_part(found)}{_industry_span(found)}"


def _finest_part(found: Survey) -> str:
    digits = finest_digits(found)
    return {2: "sector", 3: "industry-3-digit", 4: "industry-4-digit"}.get(digits, "industry-5-6-digit")


def finest_digits(found: Survey) -> int:
    """The most places that an industry code of the file uses. Codes with letters are of OEWS's 4-digit industries.

    Government has six places at every level (`999001` stands among the sectors), so that it tells none beside others.
    """
    of_naics = [code for code in found.industries if not GOVERNMENT.fullmatch(code.strip())]
    return max((significant_digits(code) for code in of_naics or found.industries if code[:6].isdecimal()), default=4)


def _industry_span(found: Survey) -> str:
    codes = list(found.industries)
    whole = codes[0][:2] in _FIRST_INDUSTRIES and codes[-1][:2] in _LAST_INDUSTRIES
    if whole or len(codes) == 1:
        return ""
    return f":{codes[0]}-{codes[-1]}" if finest_digits(found) >= 4 else ""


def level_in_file(found: Survey, naics: str) -> IndustryLevel:
    """The level of an industry in a file that has no column for it: the file's, since each level has its own file.

    The file of 5- and 6-digit industries is the exception: there the code's own places tell.
    """
    if not significant_digits(naics):
        return IndustryLevel.CROSS_INDUSTRY
    finest = {2: IndustryLevel.SECTOR, 3: IndustryLevel.DIGITS_3, 4: IndustryLevel.DIGITS_4}
    return finest.get(finest_digits(found)) or level_by_digits(naics)
