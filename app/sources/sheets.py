"""Tables in files, as rows of text: the sheets of a workbook, or one table of delimited text."""

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import python_calamine

from app.sources.files import FileKind, FoundFile, ends_with_a_line
from app.sources.records import CellProblem, Sheet, UnreadableSourceError

_SPREADSHEETS = frozenset({FileKind.XLSX, FileKind.XLS})


@dataclass(frozen=True, slots=True)
class SheetRows:
    """A sheet and its rows from the first one on, none left out, so that the n-th row has the number n.

    A cell is text: as it stands in delimited text; in a workbook a whole number without a point (`31`, not `31.0`),
    another number as the sheet means it (see `_fraction_text`), a truth value as `TRUE` or `FALSE`, an empty cell as
    the empty text, a date in ISO 8601 (a reader that expects a code there will refuse it and show it).
    """

    sheet: Sheet
    rows: Callable[[], Iterator[Sequence[str]]]


class OtherEncodingError(UnreadableSourceError):
    """A text that is not UTF-8. Whatever it was meant to be, it cannot be read."""


def open_sheets(found: FoundFile) -> tuple[SheetRows, ...]:
    """The tables of a workbook or of a file of delimited text; none for other kinds of file.

    Raises `UnreadableSourceError` for a file that is damaged or not in a known encoding.
    """
    if found.kind in _SPREADSHEETS:
        with _workbook(found) as workbook:
            names = workbook.sheet_names
        return tuple(SheetRows(Sheet(found.file, name), partial(_sheet_rows, found, name)) for name in names)
    if found.kind is FileKind.TEXT:
        return (SheetRows(Sheet(found.file), partial(_text_rows, found)),)
    return ()


def _workbook(found: FoundFile) -> python_calamine.CalamineWorkbook:
    with _damage_named(found, None):
        return python_calamine.CalamineWorkbook.from_path(found.path)


@contextmanager
def _damage_named(found: FoundFile, sheet: str | None) -> Iterator[None]:
    """What the library says of a damaged workbook, as a problem of the file."""
    try:
        yield
    except python_calamine.CalamineError as error:
        raise _damaged(found, sheet, str(error)) from error
    except BaseException as error:
        # A fault of the library on bytes that it did not expect: no `Exception`, and of a type without a public name.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged(found, sheet, str(error)) from None


def _sheet_rows(found: FoundFile, name: str) -> Iterator[list[str]]:
    sheet = _opened_sheet(found, name)
    # `iter_rows` begins at row 1 of the sheet, but at the first used column: those left of it are empty and count.
    margin = [""] * (sheet.start[1] if sheet.start is not None else 0)
    texts = _CellTexts()
    for row in sheet.iter_rows():
        # To a dictionary TRUE and 1 are one, so it is not asked where there is a truth value.
        known = map(_cell_text, row) if bool in map(type, row) else map(texts.__getitem__, row)
        yield [*margin, *known]


# Opening a sheet reads all of it, which takes seconds for a large one, and a file that is recognised is read next. So
# the largest sheet of the file that was opened last is kept: `_kept` holds one entry at most.
_kept: dict[tuple[str, Path, str], python_calamine.CalamineSheet] = {}
_KEPT_FROM_ROWS = 2_000


def _opened_sheet(found: FoundFile, name: str) -> python_calamine.CalamineSheet:
    key = (found.file.sha256, found.path, name)
    if key in _kept:
        return _kept[key]
    if any(kept[:2] != key[:2] for kept in _kept):
        _kept.clear()
    with _workbook(found) as workbook, _damage_named(found, name):
        sheet = workbook.get_sheet_by_name(name)
    if sheet.height >= _KEPT_FROM_ROWS and all(sheet.height > kept.height for kept in _kept.values()):
        _kept.clear()
        _kept[key] = sheet
    return sheet


def forget_sheets() -> None:
    """Give back the memory of a large sheet that was kept for the next one who reads it."""
    _kept.clear()


class _CellTexts(dict[object, str]):
    """The text of each value in a sheet, worked out once: a large sheet has millions of cells and few values."""

    def __missing__(self, cell: object) -> str:
        text = self[cell] = _cell_text(cell)
        return text


def _cell_text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else _fraction_text(cell)
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


# No publication that is read has figures of more decimals in a workbook (wages have 2, jobs per 1,000 have 3).
_DECIMALS = Decimal("0.0001")
_NOISE = Decimal("0.000001")
_ROUNDED_BELOW = 1e9


def _fraction_text(number: float) -> str:
    """A number as the sheet means it: without what binary arithmetic leaves at its end.

    A spreadsheet shows and saves 15 digits at most: `4.6000000000000005` is 4.6. What is nearer than a millionth to a
    number of four decimals is that number: `10.0000001`, left by single precision, is 10.
    """
    text = repr(number)
    tail = text[-5:]
    if "." in tail and "e" not in tail:
        return text
    exact = Decimal(f"{number:.15g}")
    if abs(number) < _ROUNDED_BELOW:
        rounded = exact.quantize(_DECIMALS)
        if rounded and abs(rounded - exact) < _NOISE:
            exact = rounded
    text = format(exact, "f")
    return text.rstrip("0").removesuffix(".") if "." in text else text


def _text_rows(found: FoundFile) -> Iterator[list[str]]:
    delimiter = delimiter_of(found.path)
    number = width_before = width = 0
    try:
        with found.path.open(encoding="utf-8-sig", newline="") as text:
            lines = _tab_lines(text) if delimiter == "\t" else csv.reader(text, delimiter=delimiter, strict=True)
            for number, line in enumerate(lines, start=1):  # noqa: B007 - it is named if a line cannot be read
                width_before, width = width, len(line)
                yield line
    except UnicodeDecodeError as error:
        raise _other_encoding(found) from error
    except (csv.Error, OSError) as error:
        problem = CellProblem(found.file.name, None, number + 1, "row", str(error), "a whole, undamaged table")
        raise UnreadableSourceError((problem,)) from error
    if 0 < width < width_before and not ends_with_a_line(found.path):
        cells = f"{width} cells, and no end of the line"
        expected = f"{width_before} cells, as in the row above: the file was cut off"
        raise UnreadableSourceError((CellProblem(found.file.name, None, number, "row", cells, expected),))


def _other_encoding(found: FoundFile) -> OtherEncodingError:
    """Name the line that is not UTF-8. Text is decoded in blocks, so the row that was read last is not the place."""
    with found.path.open("rb") as stored:
        for number, line in enumerate(stored, start=1):
            try:
                line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                shown = line[max(0, error.start - 20) : error.start + 20].decode("utf-8", errors="backslashreplace")
                expected = "text in UTF-8: save the table anew, in a spreadsheet program as `CSV UTF-8`"
                problem = CellProblem(found.file.name, None, number, "row", shown.strip(), expected)
                return OtherEncodingError((problem,))
    raise AssertionError("each line is UTF-8, and the text is not")  # pragma: no cover


def _tab_lines(text: Iterator[str]) -> Iterator[list[str]]:
    # Tab-separated releases (O*NET) quote nothing: a quotation mark is a character of the text.
    for line in text:
        yield line.rstrip("\r\n").split("\t")


_FIRST_BYTES = 64 * 1024
_DELIMITERS = "\t;,"
_TITLE_LINES = 10


def delimiter_of(path: Path) -> str:
    """The delimiter of a table of text: the most frequent of tab, semicolon and comma in its first line.

    A line that has none of them may be a title above the table: then the next one tells that has.
    """
    with path.open("rb") as stored:
        first = stored.read(_FIRST_BYTES).decode("utf-8-sig", errors="replace")
    lines = [re.sub(r'"[^"]*"', "", line) for line in first.split("\n", _TITLE_LINES)[:_TITLE_LINES]]
    told = next((line for line in lines if max(map(line.count, _DELIMITERS)) > 0), lines[0])
    return max(_DELIMITERS, key=told.count)


def _damaged(found: FoundFile, sheet: str | None, error: str) -> UnreadableSourceError:
    problem = CellProblem(found.file.name, sheet, None, "file", f"damage ({error})", "a whole, undamaged workbook")
    return UnreadableSourceError((problem,))
