"""Which files are handbook profiles: pages by their marks, the plain text of one by its sentences."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from app.sources.encodings import as_wide_text, wide_encoding
from app.sources.files import FileKind, FoundFile
from app.sources.ooh.columns import columns_of
from app.sources.ooh.markup import headers_of
from app.sources.ooh.page_records import profile_records
from app.sources.ooh.plain_text import recognise_plain_text
from app.sources.ooh.release import edition
from app.sources.ooh.sentences import plain
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import CellProblem, Record, RecordKind, RowCounts, Sheet, SourcePart, UnreadableSourceError

PAGE_LAYOUT = "Occupational Outlook Handbook profile page (HTML)"
MILITARY_LAYOUT = "Occupational Outlook Handbook page on military careers (HTML, text without figures)"

_HANDBOOK = re.compile(r"Occupational Outlook Handbook", re.IGNORECASE)
_CANONICAL = re.compile(r"<link\b[^>]*\bcanonical\b[^>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"\bhref\s*=\s*[\"']?[^\"'\s>]*/ooh/(?P<profile>[a-z0-9-]+/[a-z0-9-]+)\.html?\b", re.IGNORECASE)
_DASH = "[\u2010-\u2015\u2212-]"
_ROUND = re.compile(
    rf"Job Outlook,? \(?(?P<base>[0-9]{{4}})\s?{_DASH}\s?[0-9]{{0,2}}(?P<end>[0-9]{{2}})\b"
    rf"|base year of the (?P<base2>[0-9]{{4}})\s?{_DASH}\s?[0-9]{{0,2}}(?P<end2>[0-9]{{2}}) employment proj",
    re.IGNORECASE,
)
# What every profile has, by the identifier that its element has.
_NAMES = {"tabs": "tabs", "panes": "panes", "tab-2": "what they do"}
_MARKS = re.compile(rf"\bid\s?=\s?[\"']?({'|'.join(_NAMES)})[\"'\s>]", re.IGNORECASE)
_SAVE_ANEW = "save the page anew as UTF-8, or download it again in a browser (`Webpage, HTML only`)"
_MILITARY = "military/military-careers"


def recognise_ooh(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | None:
    """Say what of the handbook a file is. A page that was cut off is recognised, and is an error when it is read."""
    if found.kind is FileKind.TEXT:
        return recognise_plain_text(found, options)
    if found.kind is not FileKind.HTML:
        return None
    source, problem = _decoded(found)
    if not _HANDBOOK.search(source[:200_000]) or "/ooh/" not in source:
        return None
    return _recognise_page(found, options, source, problem)


def _recognise_page(
    found: FoundFile, options: ReadOptions, source: str, problem: CellProblem | None
) -> Recognition | NearLayout | None:
    profile = _profile_of(source)
    marks = {_NAMES[identifier.lower()] for identifier in _MARKS.findall(source)}
    military = profile == _MILITARY
    lacking = () if military else _lacking(source, marks)
    if profile is None or lacking:
        missing = (*(("the page's own address under /ooh/",) if profile is None else ()), *lacking)
        return NearLayout(PAGE_LAYOUT, len(marks) / len(_NAMES), missing) if marks else None
    projection_round = options_round(options) or _round(source)
    if projection_round is None:
        advice = "say which edition it belongs to: --release ooh-2024-34"
        return NearLayout(PAGE_LAYOUT, 0.9, ("the years of its projection",), advice=advice)
    counts = RowCounts()
    records = partial(_read, found, projection_round, military, problem, counts)
    name = f"profile:{profile}"
    columns = partial(_columns, found)
    part = SourcePart(
        edition(projection_round), name, projection_round, (found.file,), records, counts, columns=columns
    )
    if not military:
        return Recognition(part, PAGE_LAYOUT)
    why = "has no quick facts, occupation codes or projections; its text, lists and links are read, its tables as text"
    return Recognition(part, MILITARY_LAYOUT, (("figures", why),))


def _columns(found: FoundFile, _sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
    return columns_of(kind, _headers(found.path))


@lru_cache(maxsize=1)
def _headers(path: Path) -> tuple[str, ...]:
    """The headers of all tables of a page; asked for once for each kind of record."""
    page = LexborHTMLParser(path.read_bytes())
    whole = (header for table in page.css("table") for header in headers_of(table))
    return tuple(dict.fromkeys((*(plain(node.text(separator=" ")) for node in page.css("th")), *whole)))


def options_round(options: ReadOptions) -> str | None:
    """The projection round of the edition that the operator names, or `None`."""
    match = re.fullmatch(r"ooh-(?P<round>[0-9]{4}-[0-9]{2})", options.release or "")
    return match["round"] if match else None


def _profile_of(source: str) -> str | None:
    """Group and name of a page, from the address that it gives as its own."""
    own = _CANONICAL.search(source)
    address = _ADDRESS.search(own[0]) if own else None
    return address["profile"].lower() if address else None


def _lacking(source: str, marks: set[str]) -> tuple[str, ...]:
    # A page that breaks off after its first tabs is a profile, and what it lacks is said when it is read.
    whole = "</html>" in source or "</HTML>" in source
    return tuple(name for name in _NAMES.values() if name not in marks and (whole or name != "what they do"))


def _round(source: str) -> str | None:
    match = _ROUND.search(source) or _ROUND.search(plain(LexborHTMLParser(source).text(separator=" ")))
    if match is None:
        return None
    return f"{match['base'] or match['base2']}-{match['end'] or match['end2']}"


def _decoded(found: FoundFile) -> tuple[str, CellProblem | None]:
    """The page as text. Bytes that are no UTF-8 are replaced, and the first of them is a problem for the reading."""
    content = found.path.read_bytes()
    wide = as_wide_text(content)
    if wide is not None:
        return wide, _other_encoding(found, 1, f"text in {wide_encoding(content)}")
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = content[max(0, error.start - 20) : error.end + 20].decode("latin-1")
        return content.decode("utf-8", "replace"), _other_encoding(found, line, text)
    twice = re.search("â\u0080|â€[™œ\u009d“”]|Â\u00a0", source)
    if twice:
        line = source.count("\n", 0, twice.start()) + 1
        text = source[max(0, twice.start() - 20) : twice.end() + 20]
        expected = "text in UTF-8 that was encoded once: download the page again"
        return source, CellProblem(found.file.name, None, line, "text", text, expected)
    return source, None


def _other_encoding(found: FoundFile, line: int, text: str) -> CellProblem:
    return CellProblem(found.file.name, None, line, "text", text, f"text in UTF-8: {_SAVE_ANEW}")


def _read(
    found: FoundFile, projection_round: str, military: bool, problem: CellProblem | None, counts: RowCounts
) -> Iterator[Record]:
    if problem is not None:
        raise UnreadableSourceError((problem,))
    source = found.path.read_bytes().decode("utf-8-sig")
    return profile_records(source, Sheet(found.file), projection_round, military=military, counts=counts)
