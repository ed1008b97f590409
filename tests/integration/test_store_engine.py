"""Opening the database: serving connections cannot write, and a folder that cannot be written still serves."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from app.store.engine import (
    DatabaseUnavailableError,
    OpenMode,
    create_reader,
    create_writer,
    is_writable,
    sqlite_path,
)
from app.store.seed import seed
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore

NOBODY = 65534
WRITES = [
    "INSERT INTO database_state VALUES (1, 1, 'x', 'x')",
    "UPDATE oews_estimate SET employment = 1",
    "DELETE FROM occupation",
    "CREATE TABLE more (a INTEGER)",
    "DROP TABLE part_coverage",
]


@contextmanager
def somebody_who_may_not_write(folder: Path) -> Iterator[None]:
    """Take the right to write in `folder` away; permission bits do not bind the superuser, so it becomes nobody."""
    before = folder.stat().st_mode
    folder.chmod(0o555)
    superuser = os.geteuid() == 0
    if superuser:
        os.seteuid(NOBODY)
    try:
        if is_writable(folder):
            pytest.skip("this user may write everywhere")
        yield
    finally:
        if superuser:
            os.seteuid(0)
        folder.chmod(before)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everyone may look into, with everything above it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def lone_database(open_folder: Path, small_database: Path) -> Path:
    """A database in a folder of its own, as it is after a clean stop: no log beside it."""
    path = open_folder / "lone.sqlite3"
    shutil.copy(small_database, path)
    path.chmod(0o644)
    return path


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize("database", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_serving_connections_cannot_write(request: pytest.FixtureRequest, database: str, statement: str) -> None:
    if database == "sqlite":
        url = f"sqlite:///{request.getfixturevalue('small_database')}"
    else:
        url = request.getfixturevalue("postgresql_url")
    reader = create_reader(url, 2)
    with reader.engine.connect() as connection, pytest.raises(DBAPIError, match=r"(?i)read.?only"):
        connection.execute(text(statement))
    with reader.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM database_state")).scalar_one() == 1
    reader.engine.dispose()


def test_query_only_cannot_be_switched_off(small_database: Path) -> None:
    reader = create_reader(f"sqlite:///{small_database}", 1)
    with reader.engine.connect() as connection, pytest.raises(DBAPIError, match="readonly"):
        connection.execute(text("PRAGMA query_only = 0"))
        connection.execute(text("DELETE FROM occupation"))
    reader.engine.dispose()


def test_a_transaction_sees_one_state(own_store: OwnStore) -> None:
    reader = create_reader(own_store.url, 2)
    count = text("SELECT data_revision FROM database_state")
    with reader.engine.connect() as first, first.begin():
        assert first.execute(count).scalar_one() == 1
        with own_store.writer.begin() as writing:
            writing.execute(text("UPDATE database_state SET data_revision = 2"))
        assert first.execute(count).scalar_one() == 1
        with reader.engine.connect() as second:
            assert second.execute(count).scalar_one() == 2
    reader.engine.dispose()


@pytest.mark.postgresql
def test_a_transaction_sees_one_state_on_postgresql(postgresql_url: str) -> None:
    reader, writer = create_reader(postgresql_url, 2), create_writer(postgresql_url)
    count = text("SELECT count(*) FROM part_coverage")
    with reader.engine.connect() as first, first.begin():
        before = first.execute(count).scalar_one()
        with writer.connect() as writing:
            writing.execute(text("DELETE FROM part_coverage"))
            assert first.execute(count).scalar_one() == before
            writing.rollback()
    with pytest.raises(DBAPIError), reader.engine.connect() as connection:
        connection.execute(text("SELECT nothing_of_the_sort"))
    reader.engine.dispose()
    writer.dispose()


def test_a_folder_that_can_be_written_is_opened_read_only(small_database: Path) -> None:
    reader = create_reader(f"sqlite:///{small_database}", 1)
    assert reader.mode is OpenMode.READ_ONLY
    reader.engine.dispose()


def test_a_folder_that_cannot_be_written_is_served_as_immutable(
    lone_database: Path, serve: Callable[[str], FastAPI]
) -> None:
    with somebody_who_may_not_write(lone_database.parent), CheckedClient(serve(f"sqlite:///{lone_database}")) as asking:
        ready = asking.answer("/health/ready")
        assert (ready["opened"], ready["database"]) == ("immutable", "sqlite")
        assert asking.answer("/v1/occupations/29-2071/wages")["data"][0]["annual_median"] == 40_350
        assert sorted(path.name for path in lone_database.parent.iterdir()) == ["lone.sqlite3"]


def test_a_log_that_is_not_merged_is_not_ignored(lone_database: Path) -> None:
    writing = sqlite3.connect(lone_database)
    writing.execute("PRAGMA journal_mode = WAL")
    writing.execute("UPDATE database_state SET data_revision = 7")
    writing.commit()
    log = lone_database.with_name("lone.sqlite3-wal")
    assert log.stat().st_size > 0
    with somebody_who_may_not_write(lone_database.parent):
        with pytest.raises(DatabaseUnavailableError, match="not merged"):
            create_reader(f"sqlite:///{lone_database}", 1)
    writing.close()


def test_a_database_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError, match="occupations seed"):
        create_reader(f"sqlite:///{tmp_path / 'none.sqlite3'}", 1)
    assert not (tmp_path / "none.sqlite3").exists()


def test_a_folder_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError, match="no folder"):
        create_writer(f"sqlite:///{tmp_path / 'none' / 'x.sqlite3'}")


def test_a_writer_in_a_folder_that_cannot_be_written_says_what_to_do(open_folder: Path) -> None:
    with somebody_who_may_not_write(open_folder), pytest.raises(DatabaseUnavailableError, match="OCCUPATIONS_DATABASE_URL"):
        create_writer(f"sqlite:///{open_folder / 'x.sqlite3'}")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite3"
    path.write_text("this is no database, though it is long enough to be taken for one\n" * 100, encoding="utf-8")
    reader = create_reader(f"sqlite:///{path}", 1)
    with pytest.raises(DBAPIError), reader.engine.connect() as connection:
        connection.execute(text("SELECT 1 FROM database_state"))
    reader.engine.dispose()


def test_a_folder_in_the_place_of_a_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder.sqlite3").mkdir()
    reader = create_reader(f"sqlite:///{tmp_path / 'folder.sqlite3'}", 1)
    with pytest.raises(DatabaseUnavailableError, match="cannot be opened"):
        reader.engine.connect()


def test_a_path_with_blanks_and_signs_works(tmp_path: Path, small_database: Path) -> None:
    folder = tmp_path / "a b%20c#d?e&f"
    folder.mkdir()
    shutil.copy(small_database, folder / "x y.sqlite3")
    reader = create_reader(f"sqlite:///{folder / 'x y.sqlite3'}".replace("?", "%3F"), 1)
    assert isinstance(reader.engine, Engine)
    reader.engine.dispose()


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///here.sqlite3", Path("here.sqlite3")),
        ("sqlite:////there/x.sqlite3", Path("/there/x.sqlite3")),
        ("postgresql+psycopg://host/name", None),
        ("sqlite://", None),
    ],
)
def test_the_file_of_a_url(url: str, path: Path | None) -> None:
    assert sqlite_path(url) == path


def test_a_writer_keeps_references_and_writes_ahead(own_store: OwnStore) -> None:
    with own_store.writer.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
    assert not seed(own_store.writer, own_store.folder).loaded
