"""The rows of a file's tables in a small database of their own, so that any row is found at once.

A row far down a workbook can otherwise be had only by reading the whole sheet, which takes seconds. A shelf is made
when a row of its file is asked for first, and kept beside the archive.
"""

import sqlite3
import tempfile
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

import orjson

from app.domain.programs import Program
from app.sources.raw_rows import RawRow, RawTable, raw_tables
from app.sources.records import SourceFile
from app.sources.sheets import forget_sheets

# Rows that are packed together: unpacking some hundreds takes a millisecond.
_BLOCK = 256
_TABLES = """
CREATE TABLE sheet (sheet_id INTEGER PRIMARY KEY, sheet TEXT, header BLOB NOT NULL, lettered INTEGER NOT NULL);
CREATE TABLE block (sheet_id INTEGER, block INTEGER, rows BLOB NOT NULL, PRIMARY KEY (sheet_id, block)) WITHOUT ROWID;
"""


def put_on_shelf(program: Program | None, file: SourceFile, path: Path, shelf: Path) -> None:
    """Write the tables of the file at `path` to `shelf`, which appears whole or not at all.

    Raises `UnreadableSourceError` for a damaged file.
    """
    shelf.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=shelf.parent, prefix=".shelf-") as folder:
        unfinished = Path(folder) / "rows"
        with closing(sqlite3.connect(unfinished)) as database, database:
            database.executescript(_TABLES)
            for number, table in enumerate(raw_tables(program, file, path), start=1):
                header = orjson.dumps(table.header)
                database.execute("INSERT INTO sheet VALUES (?, ?, ?, ?)", (number, table.sheet, header, table.lettered))
                database.executemany("INSERT INTO block VALUES (?, ?, ?)", _blocks(number, table))
        unfinished.replace(shelf)
    forget_sheets()


def _blocks(number: int, table: RawTable) -> Iterator[tuple[int, int, bytes]]:
    rows, block = table.rows(), 0
    while taken := [list(row) for row in islice(rows, _BLOCK)]:
        yield number, block, zlib.compress(orjson.dumps(taken), level=1)
        block += 1


def rows_on_shelf(shelf: Path, sheet: str | None, numbers: Collection[int]) -> dict[int, RawRow]:
    """Those of some rows of a sheet that it has, by their numbers."""
    with _opened(shelf) as database:
        found = database.execute("SELECT sheet_id, header, lettered FROM sheet WHERE sheet IS ?", (sheet,)).fetchone()
        if found is None:
            return {}
        table = RawTable(sheet, tuple(orjson.loads(found[1])), bool(found[2]), rows=lambda: iter(()))
        rows: dict[int, RawRow] = {}
        for block in sorted({(number - 1) // _BLOCK for number in numbers}):
            cells = _unpacked(database, found[0], block)
            first = block * _BLOCK + 1
            held = (number for number in numbers if first <= number < first + len(cells))
            rows |= {number: table.row(number, cells[number - first]) for number in held}
        return rows


def has_tables(shelf: Path) -> bool:
    """Whether the file on the shelf has tables: a page has none."""
    with _opened(shelf) as database:
        return database.execute("SELECT 1 FROM sheet").fetchone() is not None


@contextmanager
def _opened(shelf: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{shelf.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
        yield database


def _unpacked(database: sqlite3.Connection, sheet_id: int, block: int) -> Sequence[Sequence[str]]:
    asked = "SELECT rows FROM block WHERE sheet_id = ? AND block = ?"
    packed = database.execute(asked, (sheet_id, block)).fetchone()
    return () if packed is None else orjson.loads(zlib.decompress(packed[0]))
