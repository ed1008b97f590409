"""Opening the database: one writer for loads, read-only connections for serving."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.pool import QueuePool


class DatabaseUnavailableError(Exception):
    """The database cannot be opened; the message says why and what to do."""


class OpenMode(StrEnum):
    """How the serving connections have opened the database.

    - `read_only`: they cannot write; a load in another process is seen at the next request.
    - `immutable`: the folder cannot be written, so the file is taken as unchanging and loads are not noticed.
    """

    READ_ONLY = "read_only"
    IMMUTABLE = "immutable"


@dataclass(frozen=True, slots=True)
class Reader:
    """Serving connections and how they were opened."""

    engine: Engine
    mode: OpenMode


def sqlite_path(url: str | URL) -> Path | None:
    """The file behind a SQLite URL; `None` for another database."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or parsed.database is None:
        return None
    return Path(parsed.database)


def is_writable(folder: Path) -> bool:
    """Whether a file can be made in `folder`: tried, since permission bits do not bind everyone."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def create_writer(url: str) -> Engine:
    """An engine that may write: WAL and foreign keys on SQLite, so that readers go on while it loads."""
    path = sqlite_path(url)
    if path is None:
        return create_engine(url)
    folder = path.absolute().parent
    if not folder.is_dir():
        raise DatabaseUnavailableError(f"there is no folder {folder}: make it, or set OCCUPATIONS_DATABASE_URL")
    if not is_writable(folder):
        raise DatabaseUnavailableError(
            f"the folder {folder} cannot be written, so no database can be made or changed there: "
            "set OCCUPATIONS_DATABASE_URL to a file in a folder that can (sqlite:////path/to/occupations.sqlite3)"
        )
    return _sqlite_engine(lambda: _open(path, "rwc"), "BEGIN IMMEDIATE", _prepare_writer)


def create_reader(url: str, connections: int) -> Reader:
    """An engine whose connections cannot write, each transaction of which sees one state of the data."""
    path = sqlite_path(url)
    if path is None:
        engine = create_engine(
            url,
            pool_size=connections,
            max_overflow=0,
            pool_pre_ping=True,
            isolation_level="REPEATABLE READ",
            connect_args={"options": "-c default_transaction_read_only=on"},
        )
        return Reader(engine, OpenMode.READ_ONLY)
    if not path.exists():
        raise DatabaseUnavailableError(
            f"there is no database at {path.absolute()}: run `occupations seed` or `load` first"
        )
    if is_writable(path.absolute().parent):
        return Reader(
            _sqlite_engine(lambda: _open(path, "ro"), "BEGIN", _prepare_reader, connections), OpenMode.READ_ONLY
        )
    _refuse_unmerged_log(path)
    opened = _sqlite_engine(lambda: _open(path, "ro&immutable=1"), "BEGIN", _prepare_reader, connections)
    return Reader(opened, OpenMode.IMMUTABLE)


def _refuse_unmerged_log(path: Path) -> None:
    # An immutable database ignores its write-ahead log: rows that stand only there would silently be missing.
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size > 0:
        raise DatabaseUnavailableError(
            f"{path.absolute()} has changes in {log.name} that are not merged, and its folder cannot be written: "
            "open it once where it can, for example with `occupations migrate`"
        )


# Seconds that one writer waits for another: as long as the longest load may take.
_PATIENCE = 1_800


def _open(path: Path, mode: str) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        # autocommit of the driver is off, so that the events below decide where a transaction begins
        return sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None, timeout=_PATIENCE)
    except sqlite3.OperationalError as error:
        raise DatabaseUnavailableError(f"{path.absolute()} cannot be opened: {error}") from error


# The driver looks for a way to adapt each `None` that it is given, of which a load has millions, and finds none. Asked
# for one, this answers `None` at once, which takes a fifth off the time of storing a row.
sqlite3.register_adapter(type(None), cast("Callable[[None], None]", {}.get))
# SQLite has no decimals: numbers that are no whole ones are floating.
sqlite3.register_adapter(Decimal, float)


def _prepare_writer(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    # A load touches many pages of many indexes: with too few in memory it writes and reads each many times.
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = ON")


def _prepare_reader(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA mmap_size = 2147418112")


@contextmanager
def little_memory(connection: Connection) -> Iterator[None]:
    """Read much with little memory meanwhile: once through the file keeps nothing that is read twice.

    PostgreSQL has its own memory, and is left alone.
    """
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        yield
        return
    driver.execute("PRAGMA mmap_size = 0")
    driver.execute("PRAGMA cache_size = -8192")
    try:
        yield
    finally:
        driver.execute("PRAGMA shrink_memory")
        _prepare_reader(driver)


def _sqlite_engine(
    connect: Callable[[], sqlite3.Connection],
    begin: str,
    prepare: Callable[[sqlite3.Connection], None],
    connections: int = 1,
) -> Engine:
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=connections, max_overflow=0)

    @event.listens_for(engine, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: object) -> None:
        prepare(connection)

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute(begin)

    return engine


# Any number will do, so long as every writer of this program takes the same.
_POSTGRESQL_LOCK = 2_018_029_2071


def another_writes(engine: Engine) -> bool:
    """Whether another process migrates or loads at this moment."""
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            free = text("SELECT pg_try_advisory_xact_lock(:key)")
            return not connection.execute(free, {"key": _POSTGRESQL_LOCK}).scalar()
    pooled = engine.raw_connection()
    try:
        driver = pooled.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        return _is_locked(driver)
    finally:
        pooled.close()


def _is_locked(driver: sqlite3.Connection) -> bool:
    patience = driver.execute("PRAGMA busy_timeout").fetchone()[0]
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError:
        return True
    else:
        driver.execute("ROLLBACK")
        return False
    finally:
        driver.execute(f"PRAGMA busy_timeout = {patience}")


def wait_for_others(connection: Connection) -> None:
    """Wait until no other process migrates or loads. On SQLite the write transaction does so by itself."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _POSTGRESQL_LOCK})
