"""How the database is opened: who may write, what a reader sees, and what is said when it cannot be opened."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import Connection, Engine, event, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from app.config import Settings
from app.store.engine import (
    DatabaseUnavailableError,
    OpenMode,
    create_reader,
    create_writer,
    is_writable,
    sqlite_path,
)
from app.store.migrate import migrate
from app.store.seed import seed
from app.store.tables import database_state
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.small_seed import change_table, set_cell

WRITING = [
    "INSERT INTO part_coverage VALUES (1, '29-2071', '2000')",
    "UPDATE database_state SET data_revision = 99",
    "DELETE FROM contact",
    "CREATE TABLE more (id INTEGER)",
    "DROP TABLE contact",
]


@pytest.fixture
def read_only_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders count as not writable. Permission bits do not bind root, so the test of the folder is replaced."""
    monkeypatch.setattr("app.store.engine.is_writable", lambda _folder: False)


@pytest.fixture
def reader(own_store: OwnStore) -> Iterator[Engine]:
    """Serving connections to a database of the test's own."""
    engine = create_reader(own_store.url, 2).engine
    yield engine
    engine.dispose()


# ---------------------------------------------------------------------------------------------------------------------
# Serving connections


@pytest.mark.parametrize("statement", WRITING)
def test_a_serving_connection_cannot_write(reader: Engine, statement: str) -> None:
    with reader.connect() as connection, pytest.raises(DBAPIError, match="readonly database"):
        connection.execute(text(statement))


@pytest.mark.parametrize("statement", WRITING)
def test_no_pragma_lets_a_serving_connection_write(reader: Engine, statement: str) -> None:
    with reader.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA query_only = OFF")
        driver.execute("PRAGMA writable_schema = ON")
        with pytest.raises(DBAPIError, match=r"readonly database"):
            connection.execute(text(statement))


@pytest.mark.postgresql
@pytest.mark.parametrize("statement", WRITING)
def test_a_serving_connection_to_postgresql_cannot_write(postgresql_url: str, statement: str) -> None:
    engine = create_reader(postgresql_url, 1).engine
    with engine.connect() as connection, pytest.raises(DBAPIError, match="read-only transaction"):
        connection.execute(text(statement))
    engine.dispose()


def sees(connection: Connection) -> int:
    """The state of the data that a connection sees."""
    return int(connection.execute(select(database_state.c.data_revision)).scalar_one())


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def own_url(request: pytest.FixtureRequest) -> str:
    """A seeded database of the test's own."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("own_store").url)
    url = str(request.getfixturevalue("empty_postgresql"))
    writer = create_writer(url)
    migrate(writer)
    seed(writer, request.getfixturevalue("small_seed_folder"))
    writer.dispose()
    return url


def test_a_transaction_sees_one_state_from_its_first_statement_on(own_url: str) -> None:
    writer, reading = create_writer(own_url), create_reader(own_url, 2).engine
    with reading.connect() as early, reading.connect() as late:
        assert sees(early) == 1
        with writer.begin() as connection:
            connection.execute(update(database_state).values(data_revision=7))
            assert sees(late) == 1  # not committed
            late.rollback()
        assert sees(early) == 1
        assert sees(late) == 7
        early.rollback()
        assert sees(early) == 7
    writer.dispose()
    reading.dispose()


def test_a_writer_that_gives_up_leaves_nothing(own_store: OwnStore) -> None:
    def give_up() -> None:
        with own_store.writer.begin() as connection:
            connection.execute(update(database_state).values(data_revision=7))
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError, match="stop"):
        give_up()
    with own_store.writer.connect() as connection:
        assert sees(connection) == 1


def test_a_writer_keeps_foreign_keys_and_writes_ahead(own_store: OwnStore) -> None:
    with own_store.writer.connect() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1
        assert connection.execute(text("PRAGMA journal_mode")).scalar_one() == "wal"


def test_no_more_connections_than_allowed(own_store: OwnStore) -> None:
    opened: list[object] = []
    engine = create_reader(own_store.url, 2).engine
    event.listen(engine, "connect", lambda connection, _record: opened.append(connection))
    with engine.connect() as first, engine.connect() as second:
        assert (sees(first), sees(second)) == (1, 1)
        assert len(opened) == 2
    with engine.connect() as third:
        assert sees(third) == 1
    assert len(opened) == 2
    engine.dispose()


# ---------------------------------------------------------------------------------------------------------------------
# A folder that cannot be written


def test_readiness_says_how_the_database_was_opened(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    with CheckedClient(serve(own_store.url)) as asking:
        answer = asking.answer("/health/ready")
    assert (answer["database"], answer["opened"]) == ("sqlite", "read_only")


@pytest.mark.usefixtures("read_only_folder")
def test_a_database_in_a_folder_that_cannot_be_written_is_served_as_immutable(
    small_database: Path, tmp_path: Path, serve: Callable[[str], FastAPI]
) -> None:
    folder = tmp_path / "read only"
    folder.mkdir()
    shutil.copy(small_database, folder / "o.sqlite3")
    reader = create_reader(f"sqlite:///{folder / 'o.sqlite3'}", 1)
    assert reader.mode is OpenMode.IMMUTABLE
    with CheckedClient(serve(f"sqlite:///{folder / 'o.sqlite3'}")) as asking:
        assert asking.answer("/health/ready")["opened"] == "immutable"
        assert asking.answer("/v1/occupations/29-2071/wages")["data"][0]["annual_median"] == 40_350
    # Nothing was put beside it: not the files that a reader of a changing database needs.
    assert [path.name for path in folder.iterdir()] == ["o.sqlite3"]
    with reader.engine.connect() as connection, pytest.raises(DBAPIError, match="readonly database"):
        connection.execute(text(WRITING[0]))
    reader.engine.dispose()


def test_changes_that_are_not_merged_are_not_passed_over(
    own_store: OwnStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with own_store.writer.begin() as connection:
        connection.execute(update(database_state).values(data_revision=7))
    log = own_store.path.with_name(own_store.path.name + "-wal")
    assert log.stat().st_size > 0
    folder = tmp_path / "moved"
    folder.mkdir()
    shutil.copy(own_store.path, folder / "o.sqlite3")
    shutil.copy(log, folder / "o.sqlite3-wal")
    url = f"sqlite:///{folder / 'o.sqlite3'}"
    with monkeypatch.context() as patch:
        patch.setattr("app.store.engine.is_writable", lambda _folder: False)
        with pytest.raises(DatabaseUnavailableError, match=r"o\.sqlite3-wal that are not merged.*occupations migrate"):
            create_reader(url, 1)
    # What the message tells to do works.
    writer = create_writer(url)
    migrate(writer)
    writer.dispose()
    monkeypatch.setattr("app.store.engine.is_writable", lambda _folder: False)
    engine = create_reader(url, 1).engine
    with engine.connect() as connection:
        assert sees(connection) == 7
    engine.dispose()


def test_an_empty_log_is_no_obstacle(small_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(small_database, tmp_path / "o.sqlite3")
    (tmp_path / "o.sqlite3-wal").touch()
    monkeypatch.setattr("app.store.engine.is_writable", lambda _folder: False)
    engine = create_reader(f"sqlite:///{tmp_path / 'o.sqlite3'}", 1).engine
    with engine.connect() as connection:
        assert sees(connection) == 1
    engine.dispose()


@pytest.mark.usefixtures("read_only_folder")
def test_no_writer_where_nothing_can_be_written(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError, match=r"cannot be written.*OCCUPATIONS_DATABASE_URL"):
        create_writer(f"sqlite:///{tmp_path / 'o.sqlite3'}")


def test_a_folder_that_is_not_there_is_not_writable(tmp_path: Path) -> None:
    assert is_writable(tmp_path)
    assert not is_writable(tmp_path / "nowhere")


# ---------------------------------------------------------------------------------------------------------------------
# Paths and mistakes


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("with a blank", "with a blank"),
        ("with a blank", "with%20a%20blank"),
        ("50%", "50%"),
        ("100%25", "100%2525"),
        ("a?mode=rwc", "a%3Fmode=rwc"),
        ("a#b", "a#b"),
        ("naïve", "naïve"),
        ("it's", "it's"),
        ("semi;colon", "semi;colon"),
        ("plus+plus", "plus+plus"),
    ],
)
def test_any_path_can_hold_a_database(tmp_path: Path, name: str, written: str) -> None:
    (tmp_path / name).mkdir()
    path = tmp_path / name / f"{name}.sqlite3"
    # Through the settings, as an operator gives it.
    url = Settings(database_url=f"sqlite:///{tmp_path}/{written}/{written}.sqlite3").database_url
    writer = create_writer(url)
    migrate(writer)
    with writer.begin() as connection:
        connection.execute(insert(database_state).values(state_id=1, data_revision=3, changed_at="now"))
    writer.dispose()
    reading = create_reader(url, 1).engine
    with reading.connect() as connection:
        assert sees(connection) == 3
    reading.dispose()
    assert path.exists()
    assert {found.name for found in tmp_path.iterdir()} == {name}


def test_without_a_database_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError, match=r"no database at .*nothing\.sqlite3: run `occupations seed`"):
        create_reader(f"sqlite:///{tmp_path / 'nothing.sqlite3'}", 1)
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_the_message_names_it(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailableError, match=r"there is no folder .*nowhere.*OCCUPATIONS_DATABASE_URL"):
        create_writer(f"sqlite:///{tmp_path / 'nowhere' / 'o.sqlite3'}")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "o.sqlite3").mkdir()
    engine = create_writer(f"sqlite:///{tmp_path / 'o.sqlite3'}")
    with pytest.raises(DatabaseUnavailableError, match=r"o\.sqlite3 cannot be opened"):
        migrate(engine)


def test_the_file_behind_a_url() -> None:
    assert sqlite_path("sqlite:///o.sqlite3") == Path("o.sqlite3")
    assert sqlite_path("sqlite:////srv/o.sqlite3") == Path("/srv/o.sqlite3")
    assert sqlite_path("sqlite://") is None
    assert sqlite_path("postgresql+psycopg://someone@somewhere/database") is None


def test_a_database_without_data_is_not_ready(tmp_path: Path, serve: Callable[[str], FastAPI]) -> None:
    url = f"sqlite:///{tmp_path / 'o.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    with CheckedClient(serve(url)) as asking:
        for path in ("/health/ready", "/v1/occupations", "/v1/occupations/29-2071/wages"):
            response = asking.get(path)
            assert response.status_code == 503
            assert "occupations seed" in response.json()["detail"]
        assert asking.get("/health/live").status_code == 200
    writer.dispose()


def test_a_server_that_started_before_the_seed_serves_it_once_it_is_there(
    tmp_path: Path, small_seed_folder: Path, serve: Callable[[str], FastAPI]
) -> None:
    url = f"sqlite:///{tmp_path / 'o.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    with CheckedClient(serve(url)) as asking:
        assert asking.get("/health/ready").status_code == 503
        seed(writer, small_seed_folder)
        assert asking.answer("/health/ready")["status"] == "ready"
        assert asking.answer("/v1/occupations/29-2071/wages")["data"][0]["annual_median"] == 40_350
    writer.dispose()


def test_a_load_is_noticed_by_all_that_caches_go_by(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    url = "/v1/occupations/29-2071/wages"
    with CheckedClient(serve(own_store.url)) as asking:
        before = asking.get(url)
        kept = {"If-None-Match": before.headers["ETag"]}
        assert asking.get(url, headers=kept).status_code == 304
        change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
        seed(own_store.writer, own_store.folder)
        after = asking.get(url, headers=kept)
        assert after.status_code == 200
        assert after.headers["ETag"] != before.headers["ETag"]
        assert after.json()["data"][0]["annual_median"] == 40_360
