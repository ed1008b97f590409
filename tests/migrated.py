"""A database with all tables and no rows, migrated once for each process that runs tests."""

import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from app.store.engine import create_writer
from app.store.migrate import migrate


@cache
def _tables() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.sqlite3"
        writer = create_writer(f"sqlite:///{path}")
        migrate(writer)
        writer.dispose()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return path.read_bytes()


def migrated_writer(path: Path) -> Engine:
    """A writer of a new SQLite database with all tables."""
    path.write_bytes(_tables())
    return create_writer(f"sqlite:///{path}")
