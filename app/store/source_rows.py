"""The row of a publisher's file that a fact was read from, as it stands there, with what is stored of it.

A record names its place: release, file, sheet and row. The bytes come from the archive, by the hash that was noted
when they were loaded (of the seed: from its folder), so that what is shown is what was read.
"""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from app.domain.programs import Program
from app.sources.ooh import SAID_IN_A_SENTENCE
from app.sources.raw_rows import RawCell, raw_row
from app.sources.records import RecordKind, SourceFile
from app.store.archive import Archive, DamagedArchiveError
from app.store.rows import TABLES
from app.store.tables import part, part_file, release, source_file, source_sheet


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact was read, as its record says; `part` and `sheet` may be left out where they leave no choice."""

    release: str
    file: str
    row: int
    part: str | None = None
    sheet: str | None = None


@dataclass(frozen=True, slots=True)
class StoredValue:
    """What a field of a stored row says, and the header of the column that it was read from."""

    table: str
    field: str
    value: object
    qualifier: str | None
    header: str | None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A row of a file: where it stands, its cells, and what is stored of them."""

    release: str
    part: str
    file: str
    sha256: str
    sheet: str | None
    row: int
    line: str | None
    cells: tuple[RawCell, ...]
    stored: tuple[StoredValue, ...]

    def only(self, column: str) -> "SourceRow":
        """The row with one column alone, which is named by its place (`C`), its header, or a field that it fills.

        Raises `UnknownPlaceError` if there is no such column.
        """
        wanted = _plain(column)
        headers = {
            _plain(value.header) for value in self.stored if value.header is not None and _plain(value.field) == wanted
        } | {wanted}
        cells = tuple(cell for cell in self.cells if _plain(cell.column) == wanted or _plain(cell.header) in headers)
        headers |= {_plain(cell.header) for cell in cells if cell.header}
        stored = tuple(
            value
            for value in self.stored
            if _plain(value.field) == wanted or (value.header is not None and _plain(value.header) in headers)
        )
        if stored and not cells and not any(cell.header for cell in self.cells):
            cells = self.cells  # a sentence: all of it says what is stored
        if not cells and not stored:
            known = ", ".join(cell.header or cell.column for cell in self.cells)
            raise UnknownPlaceError(f"{self.file} has no column {column} in row {self.row}; it has {known}.")
        return replace(self, cells=cells, stored=stored)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


class UnknownPlaceError(LookupError):
    """No such place is known, or several are; the message names what there is."""


def read_source_row(connection: Connection, archive: Archive, seed_folder: Path, place: Place) -> SourceRow:
    """The row at a place.

    Raises `UnknownPlaceError`, `NoSuchRowError` for a sheet or row that the file lacks, and `DamagedArchiveError` if
    the file's bytes were not kept or are not those that were loaded.
    """
    found = _sheet(connection, place)
    file = SourceFile(found.name, found.sha256, found.size_bytes)
    with tempfile.TemporaryDirectory(prefix="occupations-") as folder:
        path = _bytes(file, archive, seed_folder, Path(folder))
        program = None if path.parent == seed_folder else Program(found.program)
        raw = raw_row(program, file, path, found.sheet, place.row)
    stored = _stored(connection, found, place.row)
    return SourceRow(
        place.release, found.part, file.name, file.sha256, found.sheet, raw.row, raw.line, raw.cells, tuple(stored)
    )


def _sheet(connection: Connection, place: Place) -> Any:
    """The one sheet that a place names."""
    joined = (
        source_sheet.join(source_file, source_sheet.c.file_id == source_file.c.file_id)
        .join(part_file, part_file.c.file_id == source_file.c.file_id)
        .join(part, part.c.part_id == part_file.c.part_id)
        .join(release, release.c.release == part.c.release)
    )
    columns = (
        part.c.part_id,
        part.c.part,
        release.c.program,
        source_file.c.name,
        source_file.c.sha256,
        source_file.c.size_bytes,
        source_sheet.c.sheet_id,
        source_sheet.c.sheet,
        source_sheet.c.headers,
    )
    named = {source_file.c.name: place.file, part.c.part: place.part, source_sheet.c.sheet: place.sheet}
    rows = connection.execute(
        select(*columns)
        .select_from(joined)
        .where(part.c.release == place.release)
        .order_by(part.c.part, source_sheet.c.sheet)
    ).all()
    if not rows:
        raise UnknownPlaceError(f"{place.release} is not loaded; `occupations releases` lists what is.")
    for column, text in named.items():
        kept = [row for row in rows if text is None or row._mapping[column] == text]
        if not kept:
            raise UnknownPlaceError(_unknown(place, column.name, text, [row._mapping[column] for row in rows]))
        rows = kept
    if len(rows) > 1:
        several = "; ".join(f"part {row.part}, sheet {row.sheet}" if row.sheet else f"part {row.part}" for row in rows)
        raise UnknownPlaceError(f"{place.file} of {place.release} has several: {several}. Say --part or --sheet.")
    return rows[0]


def _unknown(place: Place, kind: str, text: str | None, known: Sequence[str | None]) -> str:
    word = {"name": "file"}.get(kind, kind)
    names = sorted({str(name) for name in known if name is not None})
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    return f"{place.release} has no {word} {text}; it has {shown or 'none'}."


_SHOWN = 12


def _bytes(file: SourceFile, archive: Archive, seed_folder: Path, folder: Path) -> Path:
    seeded = seed_folder / file.name
    if seeded.is_file() and SourceFile.of(seeded).sha256 == file.sha256:
        return seeded
    if not archive.has(file.sha256):
        raise DamagedArchiveError(
            f"The bytes of {file.name} (SHA-256 {file.sha256}) are not kept in {archive.folder}: it was loaded with "
            "--no-archive, or the folder was moved (OCCUPATIONS_ARCHIVE_DIRECTORY)."
        )
    return archive.unpack_into(folder, file.name, file.sha256)


def _stored(connection: Connection, sheet: Any, row: int) -> list[StoredValue]:
    """What is stored of a row: every field that holds something, or a reason why it holds nothing."""
    headers: dict[str, dict[str, str]] = json.loads(sheet.headers or "{}")
    found: list[StoredValue] = []
    for table in TABLES.values():
        own = table.c
        rows = select(table).where(own.part_id == sheet.part_id, own.sheet_id == sheet.sheet_id, own.row_number == row)
        for record in connection.execute(rows).mappings():
            found += _values(table.name, record, headers.get(table.name, {}))
    return found + _said_on_line(connection, sheet, row, headers)


def _said_on_line(
    connection: Connection, sheet: Any, line: int, headers: Mapping[str, Mapping[str, str]]
) -> list[StoredValue]:
    """What a sentence on a line of a page says of an occupation whose record stands in a row of a table."""
    found: list[StoredValue] = []
    for kind, fields in SAID_IN_A_SENTENCE.items():
        table = TABLES[kind]
        own = table.c
        here = (own.part_id == sheet.part_id, own.sheet_id == sheet.sheet_id, own.document_line == line)
        for record in connection.execute(select(table).where(*here, own.row_number != line)).mappings():
            said = _values(table.name, record, headers.get(table.name, {}))
            found += [
                replace(value, header=headers.get(table.name, {}).get(value.field))
                for value in said
                if value.field in fields
            ]
    return found


# What a row has besides its facts: keys of the database, the place itself, and what was noted here.
_NOT_READ = frozenset(
    {"row_id", "statement_id", "estimate_id", "part_id", "sheet_id", "row_number", "document_line"}
    | {"origin", "origin_basis", "is_current", "is_repeat", "also_level"}
)


def _values(table: str, record: RowMapping, headers: Mapping[str, str]) -> list[StoredValue]:
    values = []
    for name, value in record.items():
        qualifier = record.get(f"{name}_qualifier")
        if name in _NOT_READ or name.endswith("_qualifier") or (value is None and qualifier is None):
            continue
        values.append(StoredValue(table, name, value, qualifier, _place(table, name, record, headers)))
    return values


def _place(table: str, name: str, record: RowMapping, headers: Mapping[str, str]) -> str | None:
    """The header over a field; of one that a sentence on another line says, that line too."""
    header, line = _header(name, record, headers), record.get("document_line")
    said = SAID_IN_A_SENTENCE.get(RecordKind(table), frozenset())
    return f"line {line}: {header}" if header and name in said and line != record["row_number"] else header


def _header(name: str, record: RowMapping, headers: Mapping[str, str]) -> str | None:
    """The header over a field; one that rows of a kind share by member is listed as `percent:bachelors_degree`."""
    if name in headers:
        return headers[name]
    members = {text.partition(":")[2]: header for text, header in headers.items() if text.startswith(f"{name}:")}
    return next((header for member, header in members.items() if member in {str(one) for one in record.values()}), None)
