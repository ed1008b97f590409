"""The rows of one O*NET text file as records.

The files are tab-separated and quote nothing; lines end in CR LF or LF, the last one too. Cells repeat a great deal, so
each column remembers the cells that it has read: a release of a million rows costs few conversions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.domain.levels import OccupationLevel, SocVintage
from app.domain.onet import SOC_OF_EDITION, OnetSocEdition, domain_of
from app.domain.programs import Origin
from app.sources.files import ends_with_a_line
from app.sources.onet.layouts import Column, Layout, Parse
from app.sources.records import CellProblem, Record, RecordKind, RowCounts, Sheet, UnreadableSourceError, Value

# A column forgets what it remembers when it has this many texts: titles and tasks hardly repeat.
_REMEMBERED = 50_000
# How a spreadsheet program quotes a cell that has a comma or quotation marks: more of them around it, and those in it
# doubled. A text without a comma may have its marks from the publisher.
_QUOTED = re.compile(r'"(?=.*(?:,|""))(?:[^"]|"")*"')
_UNQUOTED = (
    "text without quotation marks around it: a spreadsheet program added them when it saved the file; "
    "load the file as it was downloaded"
)


class _Cells(dict[str, Value]):
    """What the cells of a column mean, by their text; a text that is new is read when it is asked for."""

    def __init__(self, parse: Parse) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, text: str) -> Value:
        if text[:1] == '"' and _QUOTED.fullmatch(text):
            raise ValueError(_UNQUOTED)
        value = self._parse(text)
        if len(self) >= _REMEMBERED:
            self.clear()
        self[text] = value
        return value


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file to be read: its layout, the column for each header (`None` to be read over), and its edition."""

    path: Path
    encoding: str
    sheet: Sheet
    layout: Layout
    header: tuple[str, ...]
    columns: tuple[Column | None, ...]
    constants: Mapping[str, Value]
    edition: OnetSocEdition


def open_lines(path: Path, encoding: str) -> Iterator[list[str]]:
    """The cells of each line, the header first. Raises `UnicodeDecodeError`."""
    with path.open(encoding=encoding, newline="\n") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t")


def read_rows(text: TextFile, counts: RowCounts) -> Iterator[Record]:
    """Records of a file, lazily.

    Raises `UnreadableSourceError` with all problems when the file has been read; no record follows the first one.
    """
    counts.reset()
    problems: list[CellProblem] = []
    seen = _Seen.of(text)
    extend = _EXTENSIONS.get(text.layout.kind, _plain)
    reader = _Reader.of(text)
    number, cells = 1, list(text.header)
    for number, cells in _numbered(text):
        if cells == [""]:
            continue
        counts.read += 1
        try:
            values = reader.values(cells)
            records = extend(text, values, number)
        except ValueError:
            problems += reader.problems(cells, number)
            continue
        before = seen.before(cells, number)
        if before is not None:
            if before.same:
                counts.repeated += 1
            else:
                problems.append(seen.problem(text, cells, number, before.row))
            continue
        if not problems:
            yield from records
    problems = _with_cut(text, problems, cells, number)
    if problems:
        raise UnreadableSourceError(tuple(problems))


def _numbered(text: TextFile) -> Iterator[tuple[int, list[str]]]:
    """The lines below the header, with their numbers."""
    try:
        for number, cells in enumerate(open_lines(text.path, text.encoding), start=1):
            if number > 1:
                yield number, cells
    except UnicodeDecodeError as error:
        raise UnreadableSourceError((_undecodable(text),)) from error


def _with_cut(text: TextFile, problems: list[CellProblem], cells: Sequence[str], number: int) -> list[CellProblem]:
    """The problems of a file, and that its last line has no end: a release has it, and the last cell may be a part."""
    if ends_with_a_line(text.path):
        return problems
    expected = "an end of the last line: the file was cut off, download it again"
    cut = CellProblem(text.sheet.file.name, None, number, "row", "\t".join(cells), expected)
    # What is wrong with the row besides follows from that.
    return [*(problem for problem in problems if problem.row != number), cut]


def _undecodable(text: TextFile) -> CellProblem:
    """The first line that is in another encoding: text is decoded many lines at a time."""
    with text.path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                line.decode(text.encoding)
            except UnicodeDecodeError as error:
                around = repr(line[max(0, error.start - 20) : error.end + 20])
                return CellProblem(text.sheet.file.name, None, number, "row", around, "text in UTF-8")
    return CellProblem(text.sheet.file.name, None, 0, "row", "", "text in UTF-8")


@dataclass(frozen=True, slots=True)
class _Before:
    """An earlier row that is about the same: its number, and whether it is the same in every cell."""

    row: int
    same: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """The rows of a file that were met: of each what tells it from others, its number, and all its cells, as hashes."""

    identity: tuple[int, ...]
    rows: dict[int, tuple[int, int]]

    @classmethod
    def of(cls, text: TextFile) -> "_Seen":
        names = {column.name: place for place, column in enumerate(text.columns) if column is not None}
        return cls(tuple(names[name] for name in text.layout.identity if name in names), {})

    def before(self, cells: Sequence[str], number: int) -> _Before | None:
        """The row that is about the same as this one, if there was one; this one is remembered if not."""
        whole = hash(tuple(cells))
        own = hash(tuple([cells[place] for place in self.identity])) if self.identity else whole
        first = self.rows.setdefault(own, (number, whole))
        return None if first[0] == number else _Before(first[0], first[1] == whole)

    def problem(self, text: TextFile, cells: Sequence[str], number: int, before: int) -> CellProblem:
        """That a row says something else than an earlier one on the same."""
        told = ", ".join(f"{text.header[place]} {cells[place]}" for place in self.identity)
        expected = f"the same figures as in row {before}, which is about the same"
        return CellProblem(text.sheet.file.name, None, number, "row", told, expected)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Cells to values, for the columns of one file."""

    text: TextFile
    places: tuple[int, ...]
    names: tuple[str, ...]
    cells: tuple[_Cells, ...]

    @classmethod
    def of(cls, text: TextFile) -> "_Reader":
        known = [(place, column) for place, column in enumerate(text.columns) if column is not None]
        return cls(
            text,
            tuple(place for place, _ in known),
            tuple(column.name for _, column in known),
            tuple(_Cells(column.parse) for _, column in known),
        )

    def values(self, line: Sequence[str]) -> dict[str, Value]:
        """The row's values. Raises `ValueError` for a row of another length and for a cell that cannot be read."""
        if len(line) != len(self.text.columns):
            raise ValueError("another number of cells")
        found = {
            name: cells[line[place]] for name, cells, place in zip(self.names, self.cells, self.places, strict=True)
        }
        found.update(self.text.constants)
        return found

    def problems(self, line: Sequence[str], number: int) -> list[CellProblem]:
        """All that is wrong with a row that could not be read."""
        file = self.text.sheet.file.name
        if len(line) != len(self.text.columns):
            expected = f"{len(self.text.columns)} cells, not {len(line)}"
            return [CellProblem(file, None, number, "row", "\t".join(line), expected)]
        problems = []
        for name, cells, place in zip(self.names, self.cells, self.places, strict=True):
            try:
                value = cells[line[place]]
            except ValueError as error:
                problems.append(CellProblem(file, None, number, self.text.header[place], line[place], str(error)))
                continue
            if self._is_misplaced(name, value):
                expected = f"an element of {self.text.constants['domain']}"
                problems.append(CellProblem(file, None, number, self.text.header[place], line[place], expected))
        return problems

    def _is_misplaced(self, name: str, value: Value) -> bool:
        domain = self.text.constants.get("domain")
        return name == "element_id" and domain is not None and domain_of(str(value)) is not domain


def _plain(text: TextFile, values: dict[str, Value], number: int) -> list[Record]:
    return [Record(text.layout.kind, values, text.sheet, number)]


# A release has some hundred elements, and most of its rows are ratings of them.
_domain_of = lru_cache(maxsize=4_096)(domain_of)


def _rating(text: TextFile, values: dict[str, Value], number: int) -> list[Record]:
    element = values["element_id"]
    if _domain_of(str(element)) is not values["domain"]:
        raise ValueError(element)
    return [Record(RecordKind.ONET_RATING, values, text.sheet, number)]


def _occupation(text: TextFile, values: dict[str, Value], number: int) -> list[Record]:
    """An occupation, after the SOC code that it refines: that code's title is its own where it ends in `.00`."""
    code = str(values["onet_soc_code"])
    vintage: SocVintage = SOC_OF_EDITION[text.edition]
    soc: dict[str, Value] = {
        "soc_code": code[:7],
        "soc_vintage": vintage,
        "title": values["title"],
        "level": OccupationLevel.DETAILED,
        "origin": Origin.PUBLISHED,
        "origin_basis": None,
        "document_line": None,
    }
    values.update(taxonomy_edition=text.edition, soc_code=code[:7], soc_vintage=vintage)
    return [
        Record(RecordKind.OCCUPATION, soc, text.sheet, number),
        Record(RecordKind.ONET_OCCUPATION, values, text.sheet, number),
    ]


_EXTENSIONS = {RecordKind.ONET_RATING: _rating, RecordKind.ONET_OCCUPATION: _occupation}
