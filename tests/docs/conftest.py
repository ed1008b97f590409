"""The servers that the documents speak of, and the way to write their examples anew."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app.api import areas
from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.seed import seed, seed_folder
from serving import environment_of_a_stranger, serving
from tests.checked_client import CheckedClient
from tests.docs.documents import ROOT
from tests.migrated import migrated_writer


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make test ARGS="-n 0 tests/docs --refresh-docs"` writes what differs. Review the difference."""
    parser.addoption("--refresh-docs", action="store_true", help="write examples and tables of the documents anew")


@pytest.fixture
def refreshing(request: pytest.FixtureRequest) -> bool:
    """Whether documents are written instead of compared."""
    return bool(request.config.getoption("--refresh-docs", default=False))


@pytest.fixture(scope="session")
def own_database(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> Callable[[], Path]:
    """Make a copy of the seeded database that may be written to."""

    def copy() -> Path:
        path = tmp_path_factory.mktemp("copy") / "occupations.sqlite3"
        with (
            closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as source,
            closing(sqlite3.connect(path)) as target,
        ):
            source.backup(target)
        return path

    return copy


@pytest.fixture(scope="session")
def client_without_data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """Asks a server whose database has tables and no rows."""
    path = tmp_path_factory.mktemp("no data") / "occupations.sqlite3"
    migrated_writer(path).dispose()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as asking:
        yield asking
    application.state.database.close()


@pytest.fixture(scope="session")
def client_after_a_load(
    tmp_path_factory: pytest.TempPathFactory, own_database: Callable[[], Path]
) -> Iterator[CheckedClient]:
    """Asks a server into whose database other bytes of the handbook document were loaded after the first start."""
    folder = tmp_path_factory.mktemp("later") / "seed_data"
    shutil.copytree(seed_folder(None), folder)
    contacts = folder / "contacts.csv"
    contacts.write_bytes(contacts.read_bytes().rstrip(b"\n"))
    url = f"sqlite:///{own_database()}"
    writer = create_writer(url)
    seed(writer, folder)
    writer.dispose()
    application = create_app(Settings(database_url=url))
    with CheckedClient(application) as asking:
        yield asking
    application.state.database.close()


@pytest.fixture
def senders(  # noqa: PLR0917
    app: FastAPI,
    client: CheckedClient,
    client_without_data: CheckedClient,
    client_after_a_load: CheckedClient,
    years_client: CheckedClient,
    monkeypatch: pytest.MonkeyPatch,
) -> dict[str, Callable[..., httpx.Response]]:
    """How to ask each server, by what the comment before an example says."""

    def with_a_fault(method: str, url: str, *, headers: dict[str, str]) -> httpx.Response:
        with monkeypatch.context() as patch:
            patch.setattr(areas, "query_areas", _fail)
            return client.request(method, url, headers=headers)

    def while_others_export(method: str, url: str, *, headers: dict[str, str]) -> httpx.Response:
        for _ in range(app.state.exports.most):
            app.state.exports.begin()
        try:
            return client.request(method, url, headers=headers)
        finally:
            for _ in range(app.state.exports.most):
                app.state.exports.end()

    def while_others_explain(method: str, url: str, *, headers: dict[str, str]) -> httpx.Response:
        with app.state.explainer.taken():
            return client.request(method, url, headers=headers)

    return {
        "": client.request,
        "others explain": while_others_explain,
        "others export": while_others_export,
        "no data": client_without_data.request,
        "after a load": client_after_a_load.request,
        "a fault": with_a_fault,
        "several years": years_client.request,
    }


def _fail(*_: object) -> None:
    raise RuntimeError("a fault that a test made")


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which commands of the documents run: a stranger's, in an empty folder."""
    return environment_of_a_stranger(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def server(
    own_database: Callable[[], Path], environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of a real server (`occupations serve`) with the seeded data."""
    started = {**environment, "OCCUPATIONS_DATABASE_URL": f"sqlite:///{own_database()}", "PATH": os.environ["PATH"]}
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serving([sys.executable, "-m", "app", "serve"], folder=ROOT, environment=started, log=log) as address:
        yield address
