"""Where a load can be tried so that nothing of it stays: no database is made, changed or brought to another schema."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from app.store.engine import create_reader, create_writer, is_writable, sqlite_path
from app.store.migrate import head_revision, migrate, schema_revision


@contextmanager
def rehearsal(url: str, workspace: Path) -> Iterator[Engine]:
    """An engine on which a load can be tried, which the caller then has to undo.

    It is that of the database itself, where a transaction can be undone there. A file that cannot be written, or is of
    an older schema, is copied into `workspace`. Where there is no database yet, or one on a server is of an older
    schema, it is an empty database in `workspace`: then nothing is there to compare with.
    """
    path = sqlite_path(url)
    exists = path is None or path.exists()
    revision = _revision(url) if exists else None
    writable = path is None or is_writable(path.absolute().parent)
    if revision == head_revision() and writable:
        engine = create_writer(url)
    else:
        copy = workspace / "rehearsal.sqlite3"
        if path is not None and revision is not None:
            _copy(path, copy, writable=writable)
        engine = create_writer(f"sqlite:///{copy}")
        migrate(engine)
    try:
        yield engine
    finally:
        engine.dispose()


def _revision(url: str) -> str | None:
    engine = create_reader(url, 1).engine
    try:
        with engine.connect() as connection:
            return schema_revision(connection)
    finally:
        engine.dispose()


def _copy(path: Path, target: Path, *, writable: bool) -> None:
    mode = "ro" if writable else "ro&immutable=1"
    with (
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True)) as stored,
        closing(sqlite3.connect(target)) as copied,
    ):
        stored.backup(copied)
