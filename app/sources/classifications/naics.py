"""NAICS: the list of codes of 2 to 6 digits.

A spreadsheet has most codes as numbers and the three sectors with a range as text; a sector that stands as its first
number alone (`31`) is its range. In editions to 2017 a title may end in a superscript T (the three countries of North
America agree on the industry), which text shows as a letter.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.codes import parse_industry_code
from app.domain.levels import IndustryLevel
from app.sources.classifications.tables import Problems, Table, plain
from app.sources.records import Record, RecordKind, Sheet

_CODE = re.compile(r"(20[0-9]{2}) naics( us)? code")
_TITLE = re.compile(r"(20[0-9]{2}) naics( us)? title")
_NUMBERING = frozenset({"", "seq no", "sequence no"})
_FORM = re.compile(r"[0-9]{2,6}|31-33|44-45|48-49")
_TRILATERAL = re.compile(r"(?<=[a-z)])T$")
_LEVELS = {
    2: IndustryLevel.SECTOR,
    3: IndustryLevel.DIGITS_3,
    4: IndustryLevel.DIGITS_4,
    5: IndustryLevel.DIGITS_5,
    6: IndustryLevel.DIGITS_6,
}


@dataclass(frozen=True, slots=True)
class NaicsTable:
    """Where a table of NAICS has its codes and titles."""

    table: Table
    edition: str
    code: int
    title: int

    @property
    def unknown(self) -> tuple[str, ...]:
        """Headers of columns that this layout does not have."""
        known = {self.code, self.title}
        header = enumerate(self.table.header)
        return tuple(text for place, text in header if plain(text) not in _NUMBERING and place not in known)

    def columns(self, _sheet: Sheet, _kind: RecordKind) -> Mapping[str, str]:
        """The headers of the columns that the fields of an industry stand in."""
        return {"industry_code": self.table.header[self.code], "industry_title": self.table.header[self.title]}


def naics_table(table: Table) -> NaicsTable | None:
    """The table as the list of NAICS codes; `None` for another one."""
    names = [plain(cell) for cell in table.header]
    code = [(place, match) for place, name in enumerate(names) if (match := _CODE.fullmatch(name))]
    title = [place for place, name in enumerate(names) if _TITLE.fullmatch(name)]
    if len(code) != 1 or len(title) != 1:
        return None
    return NaicsTable(table, code[0][1][1], code[0][0], title[0])


def read_naics(naics: NaicsTable) -> Iterator[Record]:
    """The industries, each at its level: a 5- and a 6-digit industry may have one code as OEWS writes it."""
    problems = Problems(naics.table)
    for number, cells in naics.table.rows():
        text = cells[naics.code].strip().replace("\u2013", "-")
        title = _TRILATERAL.sub("", " ".join(cells[naics.title].split()))
        if not _FORM.fullmatch(text):
            problems.add(number, naics.code, cells, "a NAICS code of 2 to 6 digits, or 31-33, 44-45, 48-49")
        elif not title:
            problems.add(number, naics.title, cells, "a title")
        elif not problems.found:
            level = IndustryLevel.SECTOR if "-" in text else _LEVELS[len(text)]
            values = {
                "industry_code": parse_industry_code(text),
                "industry_level": level,
                "industry_title": title,
                "naics_vintage": naics.edition,
                "origin": "published",
                "origin_basis": None,
                "document_line": None,
            }
            yield Record(RecordKind.INDUSTRY, values, naics.table.sheet.sheet, number)
    problems.raise_if_any()
