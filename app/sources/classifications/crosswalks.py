"""Crosswalks: tables that have a code and a title of two schemes (or four) in each row.

The headers say which: `SOCCode2010`, `2018 SOC Code`, `O*NET-SOC 2019 Title`, `CIP2020Code`, `OES2019EstimatesCode`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.classifications import Scheme
from app.domain.levels import Link, OccupationLevel, SocVintage
from app.sources.classifications.tables import Problems, Table, occupation, plain, without_marks
from app.sources.files import ends_with_a_line
from app.sources.records import Record, RecordKind, Sheet, Value

_YEAR = re.compile(r"20[0-9]{2}")
_FORMS: dict[Scheme, re.Pattern[str]] = {
    Scheme.SOC: re.compile(r"[0-9]{2}-[0-9]{4}"),
    Scheme.OEWS: re.compile(r"[0-9]{2}-[0-9]{4}"),
    Scheme.ONET_SOC: re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}"),
    Scheme.CIP: re.compile(r"[0-9]{2}\.[0-9]{4}"),
}


@dataclass(frozen=True, slots=True)
class End:
    """One side of a crosswalk: a scheme's edition, and the places of its code and title."""

    scheme: Scheme
    edition: str
    code: int
    title: int


@dataclass(frozen=True, slots=True)
class CrosswalkTable:
    """A table with codes of several schemes; `pairs` are the links that a row states."""

    table: Table
    pairs: tuple[tuple[End, End], ...]
    note: int | None

    @property
    def name(self) -> tuple[str, str, tuple[str, ...]]:
        """The kind of crosswalk, its release's name, and the editions that it is between."""
        first, second = self.pairs[0]
        editions = (first.edition, second.edition)
        if second.scheme is Scheme.OEWS:
            year = max(end.edition for pair in self.pairs for end in pair if end.scheme is Scheme.OEWS)
            return "oewshybrid", f"oewshybrid-{year}", (year,)
        if Scheme.CIP in (first.scheme, second.scheme):
            cip, soc = editions if first.scheme is Scheme.CIP else editions[::-1]
            return "cip", f"cip-{cip}-{soc}", (cip, soc)
        if first.scheme is second.scheme is Scheme.ONET_SOC:
            return "onetsoc", f"onetsoc-{'-'.join(editions)}", editions
        if Scheme.ONET_SOC in (first.scheme, second.scheme):
            onet, soc = editions if first.scheme is Scheme.ONET_SOC else editions[::-1]
            # the year of O*NET-SOC and of the SOC may be one, so that this name cannot be that of `onetsoc`
            return "onetsoc-soc", f"onetosoc-{onet}-{soc}", (onet, soc)
        return "soc-soc", f"soc-{'-'.join(editions)}", editions

    def columns(self, _sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
        """The headers of the columns that the fields of a link, a code or a step stand in.

        Where several are named, the schemes and editions of the link tell which.
        """
        header, places = self.table.header, _places(self.pairs)
        named = {name: " or ".join(dict.fromkeys(header[place] for place in found)) for name, found in places.items()}
        if kind is RecordKind.OCCUPATION_TRANSITION:
            return {"from_soc_code": named["from_code"], "to_soc_code": named["to_code"]}
        if kind is RecordKind.OCCUPATION:
            return {
                f: f"{named[f'from_{n}']} or {named[f'to_{n}']}" for f, n in (("soc_code", "code"), ("title", "title"))
            }
        return named if self.note is None else {**named, "note": header[self.note]}

    @property
    def vintage(self) -> SocVintage:
        """The newest edition of the SOC that it has codes of."""
        years = {end.edition for pair in self.pairs for end in pair if end.scheme is Scheme.SOC}
        return max((SocVintage(year) for year in years), default=SocVintage.SOC_2018)


def _places(pairs: tuple[tuple[End, End], ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for pair in pairs:
        for side, end in zip(("from", "to"), pair, strict=True):
            found[f"{side}_code"].append(end.code)
            found[f"{side}_title"].append(end.title)
    return found


def crosswalk_table(table: Table) -> CrosswalkTable | None:
    """The table as a crosswalk; `None` for another one, and for one with a column that is not understood."""
    found: dict[tuple[Scheme, str], dict[str, int]] = defaultdict(dict)
    note = None
    for place, header in enumerate(table.header):
        name = plain(header)
        if name in ("notes", "note"):
            note = place
        elif name:
            end = _end(name)
            if end is None or end[2] in found[end[:2]]:
                return None
            found[end[:2]][end[2]] = place
    if len(found) not in (2, 4) or any(set(places) != {"code", "title"} for places in found.values()):
        return None
    ends = [_sharpened(table, End(scheme, year, at["code"], at["title"])) for (scheme, year), at in found.items()]
    return CrosswalkTable(table, _pairs(ends), note)


def unknown_in_crosswalk(table: Table) -> tuple[str, ...] | None:
    """The columns that keep a table from being a crosswalk; `None` for one that is far from being one."""
    unknown = tuple(text for text in table.header if text.strip() and _end(plain(text)) is None)
    known = sum(_end(plain(text)) is not None for text in table.header)
    return unknown if known >= 3 else None


def _end(name: str) -> tuple[Scheme, str, str] | None:
    year = _YEAR.search(name)
    part = "code" if "code" in name else "title" if "title" in name else None
    letters = re.sub(r"[^a-z*]", "", name).removesuffix(part or "")
    if year is None or part is None:
        return None
    words = letters.replace("code", "").replace("title", "").replace("estimates", "")
    schemes = {
        "soc": Scheme.SOC,
        "cip": Scheme.CIP,
        "oes": Scheme.OEWS,
        "oews": Scheme.OEWS,
        "o*netsoc": Scheme.ONET_SOC,
        "onetsoc": Scheme.ONET_SOC,
    }
    return (schemes[words], year[0], part) if words in schemes else None


def _sharpened(table: Table, end: End) -> End:
    """A SOC whose first code has eight digits is O*NET-SOC, whatever the header calls it."""
    if end.scheme is Scheme.SOC:
        _, cells = next(table.rows(), (0, []))
        if cells and _FORMS[Scheme.ONET_SOC].fullmatch(cells[end.code].strip()):
            return replace(end, scheme=Scheme.ONET_SOC)
    return end


def _pairs(ends: list[End]) -> tuple[tuple[End, End], ...]:
    if len(ends) == 2:
        first, second = sorted(ends, key=lambda end: (end.scheme is Scheme.CIP, end.scheme is Scheme.SOC, end.edition))
        return ((second, first) if first.scheme is Scheme.SOC and second.scheme is Scheme.CIP else (first, second),)
    estimates = sorted((end for end in ends if end.scheme is Scheme.OEWS), key=lambda end: end.edition)
    codes = [end for end in ends if end.scheme is not Scheme.OEWS]
    return (*((code, listed) for listed in estimates for code in codes), (estimates[0], estimates[-1]))


def read_crosswalk(crosswalk: CrosswalkTable) -> Iterator[Record]:
    """The links, each once; for a revision of the SOC also the codes themselves and what became of them."""
    rows = _checked_rows(crosswalk)
    for pair in crosswalk.pairs:
        yield from _links(crosswalk, pair, rows)


def read_ended_crosswalk(crosswalk: CrosswalkTable, path: Path) -> Iterator[Record]:
    """The same of a text whose last line has to end; one that was cut off has fewer links, and a part of a title."""
    if not ends_with_a_line(path):
        problems = Problems(crosswalk.table)
        number, cells = max(crosswalk.table.rows(), default=(crosswalk.table.header_row, list(crosswalk.table.header)))
        problems.add(number, len(cells) - 1, cells, "an end of the last line: the file was cut off, download it again")
        problems.raise_if_any()
    yield from read_crosswalk(crosswalk)


def _checked_rows(crosswalk: CrosswalkTable) -> list[tuple[int, list[str]]]:
    problems = Problems(crosswalk.table)
    rows = list(crosswalk.table.rows())
    ends = {end for pair in crosswalk.pairs for end in pair}
    for number, cells in rows:
        for end in sorted(ends, key=lambda end: end.code):
            if not _FORMS[end.scheme].fullmatch(cells[end.code].strip()):
                problems.add(number, end.code, cells, f"a code of {end.scheme} {end.edition}")
            if not cells[end.title].strip():
                problems.add(number, end.title, cells, "a title")
    problems.raise_if_any()
    return rows


def _links(crosswalk: CrosswalkTable, pair: tuple[End, End], rows: list[tuple[int, list[str]]]) -> Iterator[Record]:
    first, second = pair
    sources: dict[str, set[str]] = defaultdict(set)
    for _, cells in rows:
        sources[cells[second.code].strip()].add(cells[first.code].strip())
    seen: set[tuple[str, str]] = set()
    for number, cells in rows:
        one, other = cells[first.code].strip(), cells[second.code].strip()
        if (one, other) in seen:
            continue
        seen.add((one, other))
        link = None if Scheme.CIP in (first.scheme, second.scheme) else Link.PART
        if link is not None and len(sources[other]) == 1:
            link = Link.WHOLE
        values: dict[str, Value] = {
            "from_scheme": first.scheme,
            "from_edition": first.edition,
            "from_code": one,
            "from_title": without_marks(cells[first.title]),
            "to_scheme": second.scheme,
            "to_edition": second.edition,
            "to_code": other,
            "to_title": without_marks(cells[second.title]),
            "link": link,
            "note": (cells[crosswalk.note].strip() or None) if crosswalk.note is not None else None,
        }
        if first.scheme is second.scheme is Scheme.SOC:
            yield from _revision(crosswalk.table, number, values)
        yield Record(RecordKind.CROSSWALK, values, crosswalk.table.sheet.sheet, number)


def _revision(table: Table, number: int, link: dict[str, Value]) -> Iterator[Record]:
    for end in ("from", "to"):
        yield occupation(
            table,
            number,
            str(link[f"{end}_code"]),
            SocVintage(str(link[f"{end}_edition"])),
            title=str(link[f"{end}_title"]),
            level=OccupationLevel.DETAILED,
        )
    values: dict[str, Value] = {
        "from_soc_code": link["from_code"],
        "from_soc_vintage": SocVintage(str(link["from_edition"])),
        "to_soc_code": link["to_code"],
        "to_soc_vintage": SocVintage(str(link["to_edition"])),
        "link": link["link"],
        "origin": "published",
        "origin_basis": None,
        "document_line": None,
    }
    yield Record(RecordKind.OCCUPATION_TRANSITION, values, table.sheet.sheet, number)
