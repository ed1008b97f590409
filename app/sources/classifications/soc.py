"""The SOC: structure and definitions.

Two layouts, of 2010 and of 2018 alike: definitions (group, code, title and definition in a column each; the 2010 file
has no column for the group), and structure (a column of codes for each level, the title in the one after them).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.levels import OccupationLevel, SocVintage
from app.sources.classifications.tables import Problems, Table, occupation, plain, soc_code, without_marks
from app.sources.records import Record, RecordKind, Sheet

_LEVELS = (OccupationLevel.MAJOR, OccupationLevel.MINOR, OccupationLevel.BROAD, OccupationLevel.DETAILED)
_BY_WORD = {level.value: level for level in _LEVELS}
_STRUCTURE = {
    "major group": OccupationLevel.MAJOR,
    "minor group": OccupationLevel.MINOR,
    "broad group": OccupationLevel.BROAD,
    "broad occupation": OccupationLevel.BROAD,
    "detailed occupation": OccupationLevel.DETAILED,
}
_EDITION = re.compile(r"(2000|2010|2018)")


@dataclass(frozen=True, slots=True)
class SocTable:
    """Where a table of the SOC has its codes, titles, levels and definitions."""

    table: Table
    vintage: SocVintage
    codes: tuple[int, ...]
    title: int
    level: int | None
    definition: int | None

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headers of columns that this layout does not have."""
        known = {*self.codes, self.title, self.level, self.definition}
        header = enumerate(self.table.header)
        return tuple(text for place, text in header if text.strip() and place not in known)

    def columns(self, _sheet: Sheet, _kind: RecordKind) -> Mapping[str, str]:
        """The headers of the columns that the fields of a code stand in; in a structure each level has its own."""
        header = self.table.header
        places = {"title": self.title, "level": self.level, "definition": self.definition}
        named = {field: header[place] for field, place in places.items() if place is not None}
        return {"soc_code": " or ".join(header[place] for place in self.codes), **named}


def soc_table(table: Table, location: str) -> SocTable | None:
    """A table of the SOC, `None` for another. Its edition stands above it, or in the sheet's or file's name."""
    names = [plain(cell) for cell in table.header]
    by_name = {name: place for place, name in enumerate(names) if name}
    edition = _edition(table, location)
    if edition is None:
        return None
    structure = tuple(place for place, name in enumerate(names) if name in _STRUCTURE)
    if len(structure) == 4:
        others = [place for place, name in enumerate(names) if name and name not in _STRUCTURE]
        title = others[0] if others else structure[-1] + 1
        padded = (
            Table(table.sheet, table.preamble, table.header_row, (*table.header, "")) if title == len(names) else table
        )
        return SocTable(padded, edition, structure, title, None, None)
    code, title_place = _place(by_name, "soc code"), _place(by_name, "soc title")
    definition = _place(by_name, "soc definition", "definition")
    if code is None or title_place is None or definition is None:
        return None
    return SocTable(table, edition, (code,), title_place, _place(by_name, "soc group"), definition)


def _place(by_name: dict[str, int], *wanted: str) -> int | None:
    for name, place in by_name.items():
        if _EDITION.sub("", name).strip() in wanted:
            return place
    return None


def _edition(table: Table, location: str) -> SocVintage | None:
    where = (" ".join(table.header), table.preamble, table.sheet.sheet.name or "", location.rsplit("/", 1)[-1])
    for text in where:
        years = set(_EDITION.findall(text))
        if len(years) == 1:
            return SocVintage(years.pop())
    return None


def level_by_digits(code: str) -> OccupationLevel:
    """The level that a code's closing zeros show: 29-0000, 29-2000 (15-1200), 29-2070, 29-2072."""
    zeros = len(code) - len(code.rstrip("0"))
    if zeros >= 4:
        return OccupationLevel.MAJOR
    if zeros >= 2:
        return OccupationLevel.MINOR
    return OccupationLevel.BROAD if zeros else OccupationLevel.DETAILED


def read_soc(soc: SocTable) -> Iterator[Record]:
    """Codes and their entries; the parent of a code is the group above it in the table."""
    problems = Problems(soc.table)
    above: dict[OccupationLevel, str] = {}
    for number, cells in soc.table.rows():
        filled = [place for place in soc.codes if cells[place].strip()]
        if len(filled) != 1:
            if len(soc.codes) > 1 and not filled and not cells[soc.title].strip():
                continue  # a note below or between the groups
            problems.add(number, soc.codes[0], cells, "one SOC code in the row")
            continue
        place = filled[0]
        try:
            code = soc_code(cells[place])
            level = _level(soc, cells, place, code)
            title = without_marks(cells[soc.title])
            if not title:
                raise ValueError("a title in the row")
        except ValueError as error:
            problems.add(number, place, cells, str(error))
            continue
        above = {group: held for group, held in above.items() if _LEVELS.index(group) < _LEVELS.index(level)}
        parent = next((above[group] for group in reversed(_LEVELS) if group in above), None)
        above[level] = code
        if not problems.found:
            definition = cells[soc.definition].strip() if soc.definition is not None else ""
            values = {
                "soc_code": code,
                "soc_vintage": soc.vintage,
                "parent_soc_code": parent,
                "definition": definition or None,
            }
            yield occupation(soc.table, number, code, soc.vintage, title=title, level=level)
            yield Record(RecordKind.SOC_ENTRY, values, soc.table.sheet.sheet, number)
    problems.raise_if_any()


def _level(soc: SocTable, cells: list[str], place: int, code: str) -> OccupationLevel:
    if len(soc.codes) > 1:
        return _STRUCTURE[plain(soc.table.header[place])]
    if soc.level is None:
        return level_by_digits(code)
    level = _BY_WORD.get(plain(cells[soc.level]))
    if level is None:
        raise ValueError(f"a level in column SOC Group: one of {', '.join(_BY_WORD)}; found {cells[soc.level]!r}")
    return level
