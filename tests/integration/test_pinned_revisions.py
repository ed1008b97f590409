"""What a URL pins stays as it is: the same bytes after loads of other releases, or 410 with the newer revision."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from tests.checked_client import CheckedClient
from tests.every_path import ILLUSTRATED, LISTS, parameters
from tests.loading import nation, run_in_process, states
from tests.publisher_files import publisher_file
from tests.small_rounds import load_rounds
from tests.walking import ask

# What stands beside the records of a history tells of other releases too.
_OF_MORE = ("/v1/occupations", "/related", "/history")
PINNED_LISTS = sorted(
    ILLUSTRATED[template] for template in LISTS if "release" in parameters(template) and not template.endswith(_OF_MORE)
)


@pytest.fixture
def database(onet_url: str, tmp_path: Path) -> Path:
    """A database of the test's own with something in each list that pins releases."""
    path = tmp_path / "occupations.sqlite3"
    shutil.copy(onet_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    load_rounds(writer, tmp_path)
    writer.dispose()
    return path


@pytest.fixture
def asking(database: Path) -> Iterator[CheckedClient]:
    """Asks an application that runs while releases are loaded beside it."""
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def pinned_urls(asking: CheckedClient) -> list[str]:
    """Every list from every loaded release that is pinned, where it has something; long ones by pages of one."""
    pins = [record["pinned"] for record in asking.answer("/v1/releases")["data"]]
    urls = (f"{path}?{urlencode({'release': pin, 'limit': 1})}" for path in PINNED_LISTS for pin in pins)
    return [url for url in urls if ask(asking, url).json()["data"]]


def answers(asking: CheckedClient, urls: list[str]) -> dict[str, tuple[bytes, str]]:
    """The bytes and the caching of each answer."""
    found = {url: ask(asking, url, {"Accept-Encoding": "identity"}) for url in urls}
    return {url: (response.content, response.headers["cache-control"]) for url, response in found.items()}


def test_what_is_pinned_stays_while_other_releases_are_loaded(
    asking: CheckedClient, database: Path, tmp_path: Path
) -> None:
    urls = pinned_urls(asking)
    left_out = set(PINNED_LISTS) - {url.partition("?")[0] for url in urls}
    assert left_out == {f"/v1/occupations/29-2071/{name}/by-area" for name in ("employment", "wages")}
    before = answers(asking, urls)
    assert all("immutable" in caching for _, caching in before.values())
    newer = nation(tmp_path, OCC_CODE="29-2072", OCC_TITLE="Keepers of Records")
    assert run_in_process(database, "load", newer, "--no-archive").code == 0
    assert answers(asking, urls) == before


@pytest.mark.slow
def test_what_is_pinned_stays_while_the_publishers_files_are_loaded(asking: CheckedClient, database: Path) -> None:
    urls = pinned_urls(asking)
    before = answers(asking, urls)
    names = ("classifications", "ep/2016-26", "ooh", "oews/oesm13st.zip", "onet/db_29_0_text.zip")
    loaded = run_in_process(database, "load", *map(publisher_file, names), "--no-archive")
    assert loaded.code in {0, 4}
    after = answers(asking, urls)
    assert {url for url in urls if after[url] != before[url]} == set()


def test_the_next_page_of_what_is_pinned_is_there_after_a_load(
    asking: CheckedClient, database: Path, tmp_path: Path
) -> None:
    first = asking.answer("/v1/wages?release=oews-2025-05.r1&limit=2")
    follows = asking.answer("/v1/wages?limit=2")["page"]["next"]
    assert run_in_process(database, "load", nation(tmp_path), "--no-archive").code == 0
    following = asking.answer(first["page"]["next"])
    assert [record["source"] for record in following["data"]] == ["oews-2025-05"] * 2
    assert following["data"][0] not in first["data"]
    assert asking.get(follows).status_code == 410


def test_a_revision_that_was_replaced_is_gone_and_names_the_newer(
    asking: CheckedClient, database: Path, tmp_path: Path
) -> None:
    assert run_in_process(database, "load", nation(tmp_path), "--no-archive").code == 0
    url = "/v1/occupations/29-2072/wages?release=oews-2024-05.r1"
    body = asking.get(url)
    assert "immutable" in body.headers["cache-control"]
    assert run_in_process(database, "load", states(tmp_path), "--no-archive").code == 0
    gone = asking.get(url)
    assert (gone.status_code, gone.headers["cache-control"]) == (410, "no-store")
    assert [near["url"] for near in gone.json()["nearest"]] == ["/v1/releases/oews-2024-05.r2"]
    assert asking.answer("/v1/releases/oews-2024-05")["data"]["pinned"] == "oews-2024-05.r2"
    assert asking.get(url.replace(".r1", ".r2")).status_code == 200


@pytest.mark.parametrize("path", ["/v1/occupations/29-2072", "/v1/occupations", "/v1/occupations/29-2071/profile"])
def test_what_tells_of_more_than_is_pinned_is_kept_for_a_while_only(asking: CheckedClient, path: str) -> None:
    pin = "ooh-2018-28.r1" if path.endswith("profile") else "oews-2025-05.r1"
    assert "immutable" not in asking.get(f"{path}?release={pin}").headers["cache-control"]


def test_a_pinned_answer_links_to_what_follows_the_release(asking: CheckedClient) -> None:
    links = asking.get("/v1/wages?area_code=TX&release=oews-2025-05.r1&limit=1").links
    assert links["latest-version"]["url"] == "/v1/wages?area_code=TX&release=oews-2025-05&limit=1"
    assert "latest-version" not in asking.get("/v1/wages?release=oews-2025-05&limit=1").links


def test_a_release_names_the_newer_one_of_its_program(asking: CheckedClient, database: Path, tmp_path: Path) -> None:
    assert asking.answer("/v1/releases/oews-2025-05")["data"]["superseded_by"] is None
    assert run_in_process(database, "load", nation(tmp_path), "--no-archive").code == 0
    assert asking.answer("/v1/releases/oews-2024-05")["data"]["superseded_by"] == "oews-2025-05"
    for record in asking.answer("/v1/releases?program=classifications")["data"]:
        assert record["superseded_by"] is None
