"""What a file that no reader knows looks like, in words for the operator, and what can be done about it."""

import re

from app.sources.files import FileKind, FoundFile
from app.sources.records import UnreadableSourceError
from app.sources.sheets import open_sheets

_FIRST_BYTES = 64 * 1024
_SHOWN = 60
_UNPACK = "unpack it and load what is in it"
# By their first bytes: what such a file is, and what to do with it.
_MAGIC: tuple[tuple[bytes, str, str | None], ...] = (
    (b"%PDF", "a PDF", "the publisher offers the tables as workbooks or text as well"),
    (b"\x1f\x8b", "a file packed by gzip", _UNPACK),
    (b"BZh", "a file packed by bzip2", _UNPACK),
    (b"\xfd7zXZ", "a file packed by xz", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!", "a RAR archive", _UNPACK),
    (b"\x89PNG", "a picture", None),
    (b"\xff\xd8\xff", "a picture", None),
    (b"GIF8", "a picture", None),
    (b"SQLite format 3\0", "an SQLite database", None),
    (b"PAR1", "a Parquet file", "load the file that the publisher offers"),
    (b"PK\x03\x04", "a document of an office program that is no workbook", None),
    (b"\xd0\xcf\x11\xe0", "a document of an office program that is no workbook", None),
    (b"<?xml", "XML", None),
)
_TITLE = re.compile(rb"<title[^>]*>\s*(.*?)\s*</title>", re.IGNORECASE | re.DOTALL)


def appearance(found: FoundFile) -> tuple[str, str | None]:
    """What a file looks like, such as `a web page with the title 'Access Denied'`, and advice where there is some."""
    with found.path.open("rb") as stored:
        first = stored.read(_FIRST_BYTES)
    match found.kind:
        case FileKind.HTML:
            return _page(first)
        case FileKind.XLSX | FileKind.XLS:
            return _workbook(found), None
        case FileKind.TEXT:
            return _text(first), _otherwise_separated(first)
    return _other(first)


def _other(first: bytes) -> tuple[str, str | None]:
    if not first:
        return "an empty file", "download it again"
    known = next(((what, advice) for magic, what, advice in _MAGIC if first.startswith(magic)), None)
    if known is not None:
        return known
    if first.count(0) * 20 < len(first) and first.translate(None, bytes(range(32))).isascii():
        what = f"text with a zero byte after {first.index(0)} bytes" if 0 in first else "text with control characters"
        return what, "it is damaged: download it again"
    return "a file of a kind that is not read", None


def _page(first: bytes) -> tuple[str, str | None]:
    title = _TITLE.search(first)
    words = " ".join(title[1].decode("utf-8", "replace").split())[:_SHOWN] if title else ""
    advice = "if it should be a table or profile, the site answered with another page: download it again, in a browser"
    return f"a web page with the title {words!r}" if words else "a web page without a title", advice


def _workbook(found: FoundFile) -> str:
    try:
        names = [sheet.sheet.name or "" for sheet in open_sheets(found)]
    except UnreadableSourceError:
        return "a workbook that cannot be opened"
    if not names:
        return "a workbook without sheets"
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return f"a workbook with {'the sheets' if len(names) > 1 else 'the sheet'} {', '.join(names[:3])}{more}"


_FEWEST_MARKS = 3


def _otherwise_separated(first: bytes) -> str | None:
    """Advice on a text that looks like a table whose cells or lines are not separated as those of a publication."""
    line = next((line for line in first.splitlines() if line.strip()), b"")
    if line.count(b"|") >= _FEWEST_MARKS:
        return "if it is a table with | between its cells, save it with commas or tabs between them"
    if line.count(b",") >= _FEWEST_MARKS and b"\t" not in line and b"O*NET-SOC" in line:
        return "O*NET's files have tabs between their cells, and this one has commas"
    if b"\r" in first and b"\n" not in first and line.count(b"\t") >= _FEWEST_MARKS:
        return "its lines end in CR alone: save it with the line ends of the publisher"
    return None


def _text(first: bytes) -> str:
    text = first.decode("utf-8-sig", "replace")
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if not line:
        return "a text without words"
    return f"a text that begins with {line[:_SHOWN]!r}"
