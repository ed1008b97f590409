"""Rows of loaded files as they stand there, from the bytes that were kept, while many readers ask for them.

Large files are read in a process of their own, one after another: reading a workbook would hold up every other
request of this one.
"""

import multiprocessing
import tempfile
import threading
from collections.abc import Collection
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Protocol

from app.domain.programs import Program
from app.sources.raw_rows import NoSuchRowError, RawCell, RawRow, raw_row
from app.sources.records import SourceFile, UnreadableSourceError
from app.store.archive import Archive, DamagedArchiveError
from app.store.row_shelf import has_tables, put_on_shelf, rows_on_shelf

# Smaller files are read faster than another process starts.
_LARGE = 1_000_000


class RowsNotKeptError(Exception):
    """The bytes of a file are not at hand, or can no longer be read; the message says which and why."""


class KnownFile(Protocol):
    """A file that was loaded."""

    @property
    def name(self) -> str:
        """Its name without folders."""

    @property
    def sha256(self) -> str:
        """What its bytes are."""

    @property
    def size_bytes(self) -> int:
        """How many they are."""


class KeptRows:
    """The rows of files whose bytes are in an archive, or in the seed's folder."""

    def __init__(self, archive: Archive, seed_folder: Path) -> None:
        """Shelves are kept in the archive's folder, or where that cannot be written for as long as this lives."""
        self._archive, self._seed_folder = archive, seed_folder
        self._shelves = archive.folder / "rows"
        self._own_shelves: tempfile.TemporaryDirectory[str] | None = None
        self._reading = threading.Lock()

    def rows(
        self, program: Program, known: KnownFile, sheet: str | None, numbers: Collection[int]
    ) -> dict[int, RawRow]:
        """Some rows of a sheet by their numbers.

        Raises `RowsNotKeptError` if the file's bytes are not kept, or are not those that were loaded.
        """
        file = SourceFile(known.name, known.sha256, known.size_bytes)
        shelf = self._shelf(program, file)
        if has_tables(shelf):
            return rows_on_shelf(shelf, sheet, numbers)
        with tempfile.TemporaryDirectory(prefix="occupations-") as folder:
            path = self._unpacked(file, Path(folder))
            try:
                return {number: raw_row(program, file, path, sheet, number) for number in numbers}
            except (NoSuchRowError, UnreadableSourceError, UnicodeDecodeError) as error:
                raise RowsNotKeptError(f"{file.name} cannot be read any more: {error}") from error

    def close(self) -> None:
        """Drop the shelves that are nobody else's."""
        if self._own_shelves is not None:
            self._own_shelves.cleanup()

    def _shelf(self, program: Program, file: SourceFile) -> Path:
        name = f"{file.sha256}.sqlite3"
        if (self._shelves / name).is_file():
            return self._shelves / name
        with self._reading:
            if not (self._shelves / name).is_file():
                self._put_on_shelf(program, file, name)
            return self._shelves / name

    def _put_on_shelf(self, program: Program, file: SourceFile, name: str) -> None:
        with tempfile.TemporaryDirectory(prefix="occupations-") as folder:
            seeded = self._seed_path(file)
            path = seeded or self._unpacked(file, Path(folder))
            try:
                _shelve(None if seeded else program, file, path, self._shelves / name)
            except OSError:
                # A folder that only its owner may write, as in a container.
                self._own_shelves = tempfile.TemporaryDirectory(prefix="occupations-rows-")
                self._shelves = Path(self._own_shelves.name)
                _shelve(None if seeded else program, file, path, self._shelves / name)

    def _seed_path(self, file: SourceFile) -> Path | None:
        seeded = self._seed_folder / file.name
        return seeded if seeded.is_file() and SourceFile.of(seeded).sha256 == file.sha256 else None

    def _unpacked(self, file: SourceFile, folder: Path) -> Path:
        if not self._archive.has(file.sha256):
            raise RowsNotKeptError(
                f"The bytes of {file.name} are not kept here: it was loaded with --no-archive, or they were moved."
            )
        try:
            return self._archive.unpack_into(folder, file.name, file.sha256)
        except DamagedArchiveError:
            raise RowsNotKeptError(f"The kept bytes of {file.name} are not those that were loaded.") from None


def _shelve(program: Program | None, file: SourceFile, path: Path, shelf: Path) -> None:
    try:
        if path.stat().st_size < _LARGE:
            put_on_shelf(program, file, path, shelf)
            return
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as apart:
            apart.submit(put_on_shelf, program, file, path, shelf).result()
    except (UnreadableSourceError, BrokenProcessPool) as error:
        raise RowsNotKeptError(f"{file.name} cannot be read any more: {error}") from error


__all__ = ["KeptRows", "KnownFile", "RawCell", "RawRow", "RowsNotKeptError"]
