"""Tables with a preamble: the header row is found by what its cells say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.sources.records import CellProblem, Record, RecordKind, UnreadableSourceError, Value
from app.sources.sheets import SheetRows

LOOKED_AT = 25
_SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
# Marks of the publisher's footnotes: one of several targets `(#)`, one of several origins `(##)`, stars.
_FOOTNOTE_MARKS = re.compile(r"\s*(\(#+\)|\*+)\s*$")


def plain(text: str) -> str:
    """A header or heading as it is compared: one case, letters and digits only."""
    return re.sub(r"[^a-z0-9*]+", " ", text.casefold()).strip()


def without_marks(text: str) -> str:
    """A title without footnote marks and stray blanks."""
    return _FOOTNOTE_MARKS.sub("", " ".join(text.split()))


def soc_code(text: str) -> str:
    """A SOC code; `ValueError` for anything else."""
    stripped = text.strip()
    if not _SOC.fullmatch(stripped):
        raise ValueError("a SOC code such as 29-2072")
    return stripped


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's table: the rows above it, the number of its header row and the header's cells."""

    sheet: SheetRows
    preamble: str
    header_row: int
    header: tuple[str, ...]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header with their numbers, all as long as the header; empty rows are left out."""
        width = len(self.header)
        for number, row in enumerate(self.sheet.rows(), start=1):
            if number > self.header_row and any(cell.strip() for cell in row):
                yield number, [*row[:width], *[""] * (width - len(row))]


def tables_in(sheet: SheetRows) -> Iterator[Table]:
    """Each of the first rows as the header that it may be, with the text above it."""
    above: list[str] = []
    for number, row in enumerate(islice(sheet.rows(), LOOKED_AT), start=1):
        if sum(bool(cell.strip()) for cell in row) > 1:
            yield Table(sheet, " ".join(above), number, tuple(row))
        above += [cell for cell in row if cell.strip()]


class Problems:
    """What cannot be read in a table, gathered."""

    def __init__(self, table: Table) -> None:
        """`table` is the one that is read."""
        self._table = table
        self.found: list[CellProblem] = []

    def add(self, row: int, place: int, cells: Sequence[str], expected: str) -> None:
        """Note a cell."""
        sheet = self._table.sheet.sheet
        column = " ".join(self._table.header[place].split()) or f"(column {place + 1})"
        self.found.append(CellProblem(sheet.file.name, sheet.name, row, column, cells[place], expected))

    def raise_if_any(self) -> None:
        """Raise `UnreadableSourceError` with all that were noted."""
        if self.found:
            raise UnreadableSourceError(tuple(self.found))


def occupation(table: Table, row: int, code: str, vintage: str, *, title: str, level: str) -> Record:
    """An occupation code as this classification states it."""
    values: dict[str, Value] = {
        "soc_code": code,
        "soc_vintage": vintage,
        "title": title,
        "level": level,
        "origin": "published",
        "origin_basis": None,
        "document_line": None,
    }
    return Record(RecordKind.OCCUPATION, values, table.sheet.sheet, row)
