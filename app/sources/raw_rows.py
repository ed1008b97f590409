"""A row of a publisher's file as it stands there, before any reader has made something of it: headers and texts.

The row's number is the one that records carry: of a workbook's sheet and of delimited text the n-th row, of a page or
a text without columns the n-th line.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest
from pathlib import Path
from typing import TypeVar

from app.domain.programs import Program
from app.sources.classifications import classification_header
from app.sources.ep import table_head
from app.sources.files import FileKind, FoundFile
from app.sources.finding import kind_of
from app.sources.oews import find_header
from app.sources.ooh.markup import element_on_line, headers_over, parse, text_of
from app.sources.records import SourceFile
from app.sources.sheets import SheetRows, open_sheets
from app.sources.table_schema import read_lines


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell: the name of its column (`C`; a number in text), the header above it, and the text that it holds."""

    column: str
    header: str
    text: str


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row with all its cells. A line of a page has the text of the element that begins there, cell by cell.

    `line` is the line of the file itself, where rows are lines.
    """

    row: int
    cells: tuple[RawCell, ...]
    line: str | None = None


class NoSuchRowError(LookupError):
    """A file has no such sheet or row; the message says what it has."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table of a file as it stands there: the header over each column, and all rows from the first one on.

    `lettered` says that columns have letters, as in a workbook; else they are counted.
    """

    sheet: str | None
    header: tuple[str, ...]
    lettered: bool
    rows: Callable[[], Iterator[Sequence[str]]]

    def row(self, number: int, cells: Sequence[str]) -> RawRow:
        """Some cells of this table as its row of this number."""
        return _cells(self.header, cells, number, letters=self.lettered)


def raw_tables(program: Program | None, file: SourceFile, path: Path) -> tuple[RawTable, ...]:
    """The tables of the file at `path`, none for a page or a text without columns; as `raw_row` takes them.

    Raises `UnreadableSourceError` for a damaged file.
    """
    if program is None:
        header = next(iter(read_lines(path)), ())
        return (RawTable(None, tuple(header), lettered=False, rows=lambda: iter(read_lines(path))),)
    kind = kind_of(path)
    if kind is FileKind.HTML or program is Program.OOH:
        return ()
    return tuple(
        RawTable(table.sheet.name, tuple(_header(program, table)), kind is not FileKind.TEXT, table.rows)
        for table in open_sheets(FoundFile(file, file.name, path, kind))
    )


_HEAD_ROWS = 60


def raw_row(program: Program | None, file: SourceFile, path: Path, sheet: str | None, row: int) -> RawRow:
    """A row of the file at `path`; `sheet` is `None` in a file without sheets, `program` in a table of the seed.

    Raises `NoSuchRowError`, and `UnreadableSourceError` for a damaged file.
    """
    if program is None:
        lines = list(islice(read_lines(path), max(row, 1)))
        return _cells(lines[0] if lines else (), _nth(lines, row, file.name), row, letters=False)
    kind = kind_of(path)
    if kind is FileKind.HTML:
        return _of_page(path, row, file.name)
    if program is Program.OOH:
        line = _nth(path.read_text(encoding="utf-8-sig").splitlines(), row, file.name)
        return RawRow(row, (RawCell("1", "", line),), line)
    tables = open_sheets(FoundFile(file, file.name, path, kind))
    table = next((one for one in tables if one.sheet.name == sheet), None)
    if table is None:
        names = ", ".join(str(one.sheet.name) for one in tables)
        raise NoSuchRowError(f"{file.name} has no sheet of the name {sheet}; it has {names}")
    header, cells = _header(program, table), _nth(table.rows(), row, file.name)
    return _cells(header, cells, row, letters=kind is not FileKind.TEXT)


def _header(program: Program, table: SheetRows) -> Sequence[str]:
    """The header of a table as the program's reader finds it: a header of several lines is one text each column."""
    first = list(islice(table.rows(), _HEAD_ROWS))
    if program is Program.OEWS:
        header = find_header(first)
        return header.names if header is not None else ()
    if program is Program.EP:
        head = table_head(first)
        return [heading.text for heading in head.headings] if head is not None else ()
    if program is Program.CLASSIFICATIONS:
        return classification_header(table)
    return first[0] if first else ()


_Row = TypeVar("_Row")


def _nth(rows: Iterable[_Row], row: int, name: str) -> _Row:
    last = 0
    for last, found in enumerate(rows, start=1):
        if last == row:
            return found
    raise NoSuchRowError(f"{name} has no row {row}; its last one is {last}")


def _cells(header: Sequence[str], cells: Sequence[str], row: int, *, letters: bool) -> RawRow:
    headers = [" ".join(text.split()) for text in header]
    named = zip_longest(headers, cells, fillvalue="")
    return RawRow(
        row,
        tuple(
            RawCell(_letters(place) if letters else str(place), head, text)
            for place, (head, text) in enumerate(named, start=1)
        ),
    )


def _letters(place: int) -> str:
    """The name of a spreadsheet's column: 1 is A, 27 is AA."""
    before, last = divmod(place - 1, 26)
    return (_letters(before) if before else "") + chr(ord("A") + last)


def _of_page(path: Path, row: int, name: str) -> RawRow:
    source = path.read_bytes().decode("utf-8-sig")
    line = _nth(source.split("\n"), row, name)
    element = element_on_line(parse(source), row)
    if element is None:
        return RawRow(row, (RawCell("1", "", line.strip()),), line)
    texts = [text_of(cell) for cell in element.css("td, th")] if element.tag == "tr" else [text_of(element)]
    # The last header may be wider than what stands under it.
    headers = headers_over(element)[: len(texts)] if element.tag == "tr" else ()
    shown = _cells(headers, texts, row, letters=False)
    return replace(shown, line=line.rstrip("\r"))
