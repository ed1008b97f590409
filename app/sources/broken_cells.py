"""Cells of a workbook that hold an error of the program that wrote it, or lost their value: read as blanks, but none.

The library that reads workbooks gives an empty text for such a cell, as it does for a blank, and a blank can mean that
there is no such figure. So the XML of each sheet is looked through for them before anything reads it.
"""

import mmap
import re
from collections.abc import Iterable

# Attributes of a cell are short; without a bound, a sheet that repeats them forever would be looked through as often.
_CELL = rb"<(?:\w{1,20}:)?c\b(?P<attributes>[^<>]{0,500})"
_REFERENCE = re.compile(rb"\br=[\"']([A-Z]+[0-9]+)[\"']")
# An error: #REF!, #N/A, #DIV/0! ...
_ERROR = re.compile(_CELL + rb"\bt=[\"']e[\"'][^<>]{0,500}>(?:\s*<(?:\w+:)?f\b[^<>]*>[^<>]*(?:</(?:\w+:)?f>)?)?\s*"
                    rb"(?:<(?:\w+:)?v>(?P<error>[^<>]*))?")  # fmt: skip
_FORMULA = rb">\s*(?:<(?:\w+:)?f\b[^<>]*/>|<(?:\w+:)?f\b[^<>]*>[^<>]*</(?:\w+:)?f>)\s*"
# A formula whose result was not saved: without a value, or with one that is empty and not said to be a text.
_WITHOUT_RESULT = re.compile(_CELL + _FORMULA + rb"</(?:\w+:)?c>")
_EMPTY_RESULT = re.compile(
    _CELL.replace(rb"\b(?P", rb"\b(?![^<>]{0,500}\bt=[\"']str[\"'])(?P")
    + _FORMULA
    + rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)\s*</(?:\w+:)?c>"
)
# What is in a sheet at all if one of these is: to look for it takes a fiftieth of the time.
_SIGNS: tuple[tuple[re.Pattern[bytes], tuple[bytes, ...]], ...] = (
    (_ERROR, (b't="e"', b"t='e'")),
    (_WITHOUT_RESULT, (b"f></", b"f/></", b"/></c>")),
    (_EMPTY_RESULT, (b"<f>", b"<f ", b":f>", b":f ")),
)
# Longer than a cell whose formula is a paragraph.
_OVERLAP = 8_192


_ROW = re.compile(rb"<(?:\w{1,20}:)?row\b[^<>]{0,500}?\br=[\"']([0-9]{1,7})[\"']")


class RowOrder:
    """Whether the rows of a sheet's XML have rising numbers: of two with one number, readers keep one alone."""

    def __init__(self) -> None:
        """Nothing was looked at yet."""
        self._last, self._before = 0, b""

    def broken_by(self, block: bytes) -> str | None:
        """The first row of the next block whose number is not above that of the row before it."""
        joined = self._before + block
        end = 0
        for row in _ROW.finditer(joined):
            number, end = int(row[1]), row.end()
            if number <= self._last:
                return f"row {number} after row {self._last}"
            self._last = number
        self._before = joined[max(end, len(joined) - _OVERLAP) :]
        return None


def first_broken_cell(blocks: Iterable[bytes]) -> str | None:
    """The first cell that holds an error or lost its value, as `K10, #REF!`, in a sheet's XML that comes in blocks.

    Or the first row that has the number of another one.
    """
    before, order = b"", RowOrder()
    for block in blocks:
        joined = before + block
        found = _broken(joined) or order.broken_by(block)
        if found is not None:
            return found
        before = joined[-_OVERLAP:]
    return None


def _broken(xml: bytes) -> str | None:
    for pattern, signs in _SIGNS:
        found = pattern.search(xml) if any(sign in xml for sign in signs) else None
        if found is not None:
            reference = _REFERENCE.search(found["attributes"]) or _REFERENCE.search(found[0])
            place = "a cell" if reference is None else reference[1].decode()
            return f"{place}, {_what(pattern, found)}"
    return None


def _what(pattern: re.Pattern[bytes], found: re.Match[bytes]) -> str:
    if pattern is _ERROR:
        return (found["error"] or b"an error").decode(errors="replace")
    return "a formula without its result"


# Of the format before 2007: a cell that is an error, and a formula whose result is one, each with row and column.
_CODES = rb"[\x00\x07\x0f\x17\x1d\x24\x2a]"
_OLD_ERROR = re.compile(
    rb"\x05\x02\x08\x00(?P<row>..)(?P<column>..)..(?P<code>" + _CODES + rb")\x01"
    rb"|\x06\x00..(?P<formula_row>..)(?P<formula_column>..)..\x02.(?P<formula_code>" + _CODES + rb")...\xff\xff",
    re.DOTALL,
)
_OLD_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def first_broken_old_cell(content: mmap.mmap | bytes) -> str | None:
    """The first cell of a workbook of the format before 2007 that holds an error, as `row 10, column 11, #REF!`."""
    found = _OLD_ERROR.search(content)
    if found is None:
        return None
    row, column, code = (found[name] or found[f"formula_{name}"] for name in ("row", "column", "code"))
    places = (int.from_bytes(place, "little") + 1 for place in (row, column))
    return "row {}, column {}, ".format(*places) + _OLD_ERRORS[code[0]]
