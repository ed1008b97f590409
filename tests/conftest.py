"""What the tests share: one seeded database for each run (for each worker of it), and a client that asks it."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from hypothesis import settings

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.seed import seed, seed_folder
from tests.checked_client import CheckedClient, Contract
from tests.migrated import migrated_writer
from tests.onet_release import load_illustration
from tests.small_rounds import load_rounds
from tests.small_years import load_years

ROOT = Path(__file__).parents[1]
pytest_plugins = ["tests.publisher_summary"]

# A busy machine must not fail a property that holds.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
# Variables with the prefix of our settings that are about the tests themselves.
_NOT_SETTINGS = ("OCCUPATIONS_TEST_FILES", "OCCUPATIONS_TEST_DRAW", "OCCUPATIONS_REQUIRE_ALL")


# What takes long goes first, so that no worker is left with it at the end (with --no-loadscope-reorder).
_LONGEST_FIRST = (
    "test_cli",
    "test_store_loader",
    "test_load_faults",
    "test_several_files_of_a_part",
    "test_random_cells",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the modules that take longest to the front; the order within a module stays."""
    items.sort(key=lambda item: item.path.stem not in _LONGEST_FIRST)


def pytest_collection_finish() -> None:
    """Let the collector pass over what stays until the end: thousands of tests and all that was imported for them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> Iterator[None]:
    """What the machine's owner has set must not change what the tests see."""
    with pytest.MonkeyPatch.context() as patch:
        for name in list(os.environ):
            if name.upper().startswith("OCCUPATIONS_") and name not in _NOT_SETTINGS:
                patch.delenv(name)
        yield


@pytest.fixture(scope="session")
def database_url(tmp_path_factory: pytest.TempPathFactory, _no_settings_from_outside: None) -> str:
    """A SQLite database that was migrated and seeded as the first start does. Do not write to it."""
    path = tmp_path_factory.mktemp("seeded") / "occupations.sqlite3"
    writer = migrated_writer(path)
    seed(writer, seed_folder(None))
    writer.dispose()
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def app(database_url: str) -> Iterator[FastAPI]:
    """The application over the seeded database, with the settings that a first start has."""
    application = create_app(Settings(database_url=database_url))
    yield application
    application.state.database.close()


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[CheckedClient]:
    """Asks the application; every answer is checked against the OpenAPI document that it serves."""
    with CheckedClient(app) as asking:
        yield asking


@pytest.fixture(scope="session")
def contract(client: CheckedClient) -> Contract:
    """The OpenAPI document of the application."""
    return client.contract


@pytest.fixture(scope="session")
def onet_url(tmp_path_factory: pytest.TempPathFactory, database_url: str) -> str:
    """The seeded database with a small O*NET release and classifications. Do not write to it."""
    folder = tmp_path_factory.mktemp("onet")
    path = folder / "occupations.sqlite3"
    shutil.copy(database_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    load_illustration(writer, folder)
    writer.dispose()
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def illustrated_url(tmp_path_factory: pytest.TempPathFactory, onet_url: str) -> str:
    """The database with O*NET and classifications, and small rounds of EP: no list is empty. Do not write to it."""
    folder = tmp_path_factory.mktemp("illustrated")
    path = folder / "occupations.sqlite3"
    shutil.copy(onet_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    load_rounds(writer, folder)
    load_years(writer, folder)
    writer.dispose()
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def years_client(tmp_path_factory: pytest.TempPathFactory, onet_url: str) -> Iterator[CheckedClient]:
    """Asks an application over the seed, crosswalks and small OEWS releases of several years."""
    folder = tmp_path_factory.mktemp("years")
    path = folder / "occupations.sqlite3"
    shutil.copy(onet_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    load_years(writer, folder)
    writer.dispose()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as asking:
        yield asking
    application.state.database.close()


@pytest.fixture(scope="session")
def onet_client(onet_url: str) -> Iterator[CheckedClient]:
    """Asks an application over the database with O*NET."""
    application = create_app(Settings(database_url=onet_url))
    with CheckedClient(application) as asking:
        yield asking
    application.state.database.close()


@pytest.fixture(scope="session")
def rounds_client(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """Asks an application over the seed and small rounds of Employment Projections."""
    folder = tmp_path_factory.mktemp("rounds")
    path = folder / "occupations.sqlite3"
    shutil.copy(database_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    load_rounds(writer, folder)
    writer.dispose()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as asking:
        yield asking
    application.state.database.close()
