"""How each figure of an answer came to be: file, sheet, row and column, the cell's text, and the rule that read it.

Works on answers as they are sent: the `provenance` of every record gets an `explanation`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.domain.cell_readings import Served, missing_column, reading_of
from app.domain.cell_rules import CellRule
from app.domain.measures import MEASURES
from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.catalog import Catalog
from app.queries.catalog_records import File, Part, Release
from app.store.kept_rows import RawCell, RawRow, RowsNotKeptError


class Rows(Protocol):
    """What has the rows of files as they stand there."""

    def rows(self, program: Program, file: File, sheet: str | None, numbers: set[int]) -> dict[int, RawRow]:
        """Some rows of a sheet by their numbers; raises `RowsNotKeptError`."""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that a record was read from. `unread` says why its cells cannot be shown, if they cannot."""

    release: str
    revision: int
    part: str
    file: str
    sha256: str
    sheet: str | None
    row: int
    unread: str | None


@dataclass(frozen=True, slots=True)
class ExplainedField:
    """How a field of a record came to be; `row` counts in the record's `rows`, from 0."""

    row: int | None
    column: str | None
    header: str | None
    raw: str | None
    rule: CellRule
    meaning: str
    formula: str | None = None
    inputs: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The rows that a record was read from, and how each of its fields came to be."""

    rows: tuple[ReadRow, ...]
    fields: dict[str, ExplainedField]


def explain_answer(content: Any, catalog: Catalog, kept: Rows) -> None:
    """Give the provenance of every record in an answer its `explanation`, in place.

    `content` is what JSON can say, and no more.
    """
    records = [
        (record, stated_in)
        for record, source in _records(content, None)
        if (stated_in := _release_with(catalog, source, record["provenance"]["file"])) is not None
    ]
    places = {place for record, source in records for place in _places(record, source)}
    found = _Files(catalog, kept, places)
    for record, source in records:
        record["provenance"]["explanation"] = _explanation(
            record, [found.row(place) for place in _places(record, source)]
        )


_Place = tuple[str, str, str | None, int]


def _release_with(catalog: Catalog, source: str, file: str) -> str | None:
    """The release that a file belongs to: the one that is named, or the only one that has it.

    What is curated stands in records of another release, and names none of its own.
    """
    having = [
        name
        for name, release in catalog.releases.items()
        if any(known.name == file for part in release.parts for known in part.files)
    ]
    if source in having:
        return source
    return having[0] if len(having) == 1 else None


def _records(content: Any, source: str | None) -> Iterator[tuple[dict[str, Any], str]]:
    """Every record that says where it was read, with the release that it, or the one around it, names."""
    if isinstance(content, dict):
        source = content.get("source") or source
        if isinstance(content.get("provenance"), dict) and source is not None:
            yield content, source
        for part in content.values():
            yield from _records(part, source)
    elif isinstance(content, list):
        for part in content:
            yield from _records(part, source)


def _places(record: Mapping[str, Any], source: str) -> list[_Place]:
    """Where a record was read: its own row first, then those that it was put together from."""
    stated = [record["provenance"], *(one["provenance"] for one in record.get("read_from") or ())]
    return list(dict.fromkeys((source, one["file"], one["sheet"], one["row"]) for one in stated))


@dataclass(frozen=True, slots=True)
class _Found:
    """A row, the fields that its table's columns fill, by the header, and its cells if they are at hand."""

    read: ReadRow
    program: Program
    period: str
    headers: Mapping[str, Mapping[str, str]]
    raw: RawRow | None

    @property
    def of_page(self) -> bool:
        """Whether the row is a line of a page, whose headers are words that tell where to look."""
        return self.program is Program.OOH and not self.read.file.endswith(".csv")


class _Files:
    """The rows that an answer was read from: each sheet is opened once."""

    def __init__(self, catalog: Catalog, kept: Rows, places: set[_Place]) -> None:
        self._catalog = catalog
        self._rows: dict[_Place, RawRow] = {}
        self._unread: dict[tuple[str, str, str | None], str] = {}
        by_sheet = defaultdict[tuple[str, str, str | None], set[int]](set)
        for release, file, sheet, row in places:
            by_sheet[release, file, sheet].add(row)
        for (release, name, sheet), numbers in by_sheet.items():
            loaded, _, stored = self._file(release, name)
            try:
                rows = kept.rows(loaded.program, stored, sheet, numbers)
            except RowsNotKeptError as error:
                self._unread[release, name, sheet] = str(error)
            else:
                self._rows |= {(release, name, sheet, number): row for number, row in rows.items()}

    def _file(self, release: str, name: str) -> tuple[Release, Part, File]:
        loaded = self._catalog.releases[release]
        return next((loaded, part, file) for part in loaded.parts for file in part.files if file.name == name)

    def row(self, place: _Place) -> _Found:
        """The row at a place."""
        release, name, sheet, number = place
        loaded, part, file = self._file(release, name)
        raw = self._rows.get(place)
        unread = None if raw is not None else self._unread.get(place[:3], f"{name} has no row {number}.")
        read = ReadRow(release, part.revision, part.part, name, file.sha256, sheet, number, unread)
        headers = self._catalog.headers(file.sha256, name, sheet)
        return _Found(read, loaded.program, part.reference_period, headers, raw)


def _explanation(record: Mapping[str, Any], rows: Sequence[_Found]) -> Explanation:
    fields: dict[str, ExplainedField] = {}
    qualifiers = record.get("qualifiers") or {}
    for name, value in record.items():
        if name in _NOT_READ or isinstance(value, dict | list):
            continue
        qualifier = Qualifier(qualifiers[name]) if name in qualifiers else None
        explained = _explained(record, name, value, qualifier, rows)
        if explained is not None:
            fields[name] = explained
    fields |= _derived(record)
    return Explanation(tuple(found.read for found in rows), fields)


_NOT_READ = frozenset({"source", "provenance", "qualifiers", "read_from", "url", "soc_vintage", "document_line"})
# Fields that have another name in the store: some lists show rows of several tables as one kind of record.
_STORED_AS = {
    "employment": "base_employment",
    "percent_of_industry": "base_percent_of_industry",
    "percent_of_occupation": "base_percent_of_occupation",
    "entry_education_code": "entry_education",
    "work_experience_code": "work_experience",
    "on_the_job_training_code": "on_the_job_training",
    "other_title": "alternate_title",
    "skill_value": "value",
    "percent_of_workers": "percent",
    "published_title": "title",
    "occupation_title": "title",
}


def _explained(
    record: Mapping[str, Any], name: str, value: Any, qualifier: Qualifier | None, rows: Sequence[_Found]
) -> ExplainedField | None:
    for place, found in enumerate(rows):
        header = _header(found.headers, record, name)
        if header is None:
            continue
        served = Served(found.program, name, value, qualifier, record.get("reference_period") or found.period)
        cell = _cell(found, header) if value is not None or not found.of_page else _Cell(None, None)
        if not _is_of_cell(served, cell, found):
            continue
        reading = reading_of(served, of_page=found.of_page)
        return ExplainedField(place, cell.column, header, cell.text, reading.rule, reading.meaning)
    if not _is_figure(name) or (value is None and qualifier is None):
        return None
    served = Served(rows[0].program, name, value, qualifier, rows[0].period)
    absent = missing_column(served)
    return ExplainedField(0, None, None, None, absent.rule, absent.meaning)


def _is_figure(name: str) -> bool:
    return name in MEASURES or name.endswith(("_percent", "_median"))


def _is_of_cell(served: Served, cell: "_Cell", found: _Found) -> bool:
    """Whether a cell says what is served: a title, or a code, may be taken from where the code is defined."""
    if served.value is None:
        # A sentence of a page fills some of its fields, and says nothing of the others.
        return served.qualifier is not None or (not found.of_page and _plain(cell.text or "") in _BLANK)
    if cell.text is None or found.of_page or _is_figure(served.field) or not isinstance(served.value, str):
        return True
    if served.field == "title" or served.field.endswith(("_title", "acronym")):
        return _plain(served.value) in _plain(cell.text)
    return served.field != "soc_code" or served.value in cell.text.replace("\u2013", "-")


_BLANK = frozenset({"", "-", "--", "\u2014", "n/a", "na"})


def _header(tables: Mapping[str, Mapping[str, str]], record: Mapping[str, Any], name: str) -> str | None:
    """The header over the column of a field: of the table that has most of the record's fields, where several do."""
    for wanted in dict.fromkeys((name, _STORED_AS.get(name, name))):
        own = [headers for headers in tables.values() if wanted in headers]
        if own:
            return max(own, key=lambda headers: sum(1 for field in headers if field in record))[wanted]
        members = {
            field.partition(":")[2]: header
            for headers in tables.values()
            for field, header in headers.items()
            if field.startswith(f"{wanted}:")
        }
        said = {str(one) for one in record.values() if isinstance(one, str | int)}
        header = next((header for member, header in members.items() if member in said), None)
        if header is not None:
            return header
    return None


@dataclass(frozen=True, slots=True)
class _Cell:
    column: str | None
    text: str | None


def _cell(found: _Found, header: str) -> _Cell:
    """The cell under a header; of a page, whose headers are words, what the row says in all."""
    if found.raw is None:
        return _Cell(None, None)
    cells = found.raw.cells
    named = {header, *header.split(" or ")}
    under: RawCell | None = next((cell for cell in cells if _plain(cell.header) in {*map(_plain, named)}), None)
    if under is not None:
        return _Cell(under.column, under.text)
    if not found.of_page:
        return _Cell(None, None)
    named_cell = _CELL_OF_ROW.match(header)
    if named_cell and len(cells) > 1:
        cell = cells[min(_PLACES[named_cell[1]], len(cells) - 1)]
        return _Cell(cell.column, cell.text)
    return _Cell(None, " | ".join(cell.text for cell in cells))


# How readers of pages name a cell of a table that has no header.
_CELL_OF_ROW = re.compile(r"(?:.*; or )?(first|second) cell")
_PLACES = {"first": 0, "second": 1}


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _derived(record: Mapping[str, Any]) -> dict[str, ExplainedField]:
    """What was worked out here beside the published figures, with the figures that went into it."""
    derived = record.get("derived")
    if not derived:
        return {}
    formula = derived["formula"]
    inputs = {name: value for name, value in record.items() if name in formula and isinstance(value, int | float)}
    meaning = "Worked out here, beside what is published, and never stored as published."
    return {
        f"derived.{name}": ExplainedField(None, None, None, None, CellRule.COMPUTED, meaning, formula, inputs)
        for name in derived
        if name != "formula"
    }
