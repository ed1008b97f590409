"""Why a list of O*NET is empty: releases loaded in part, codes of other editions, groups, eight digits, filters."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.config import Settings
from app.main import create_app
from app.store.data_state import record_change
from app.store.engine import create_writer
from app.store.loader import unload_release
from tests.checked_client import CheckedClient
from tests.onet_release import OLD_FILES, load, write_release


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory, onet_url: str) -> Iterator[CheckedClient]:
    """Three releases: one of the SOC of 2010, a whole one, and the newest, which lacks its skills."""
    folder = tmp_path_factory.mktemp("three")
    path = folder / "three.sqlite3"
    shutil.copy(onet_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    (folder / "workspace").mkdir()
    newest = write_release(folder, "30.2", lacking=("Skills", "Content Model Reference"))
    titles = newest / "Alternate Titles.txt"
    # The same bytes in two releases are one file to a load.
    for file in newest.iterdir():
        file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n"))
    assert titles.exists()
    load(writer, [write_release(folder, "25.0", OLD_FILES), newest], folder / "workspace")
    writer.dispose()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def why(asking: CheckedClient, url: str) -> tuple[str, str, list[str]]:
    answer: dict[str, Any] = asking.answer(url)
    assert answer["data"] == []
    absence = answer["absence"]
    for near in absence["nearest"]:
        assert asking.answer(near["url"])["data"] != [], near
    return absence["reason"], absence["detail"], [near["url"] for near in absence["nearest"]]


@pytest.mark.parametrize("base", ["/v1/skills", "/v1/occupations/29-2072/skills"])
def test_the_newest_release_that_has_the_part_answers(base: str, asking: CheckedClient) -> None:
    assert {record["source"] for record in asking.answer(base)["data"]} == {"onet-30.1"}
    assert {record["source"] for record in asking.answer(f"{base}?program=onet")["data"]} == {"onet-30.1"}


@pytest.mark.parametrize("base", ["/v1/skills", "/v1/occupations/29-2072/skills"])
def test_a_part_that_is_not_loaded_is_named_with_the_release_that_has_it(base: str, asking: CheckedClient) -> None:
    reason, detail, nearest = why(asking, f"{base}?release=onet-30.2")
    assert reason == "not_loaded"
    assert "onet-30.2" in detail
    assert "`skills`" in detail
    assert nearest[0] == f"{base}?release=onet-30.1"
    assert asking.answer(nearest[0])["data"]
    assert "/v1/releases/onet-30.2" in nearest


def test_what_the_newest_release_has_comes_from_it(asking: CheckedClient) -> None:
    assert {one["source"] for one in asking.answer("/v1/occupations/29-2072/knowledge")["data"]} == {"onet-30.2"}
    # Names come from the file itself where the content model is not loaded.
    record = asking.answer("/v1/occupations/29-2072/knowledge")["data"][0]
    assert (record["element_name"], record["element_description"]) == ("Clerical", None)


def test_a_code_of_an_older_edition_is_answered_from_a_release_in_that_edition(asking: CheckedClient) -> None:
    (record,) = asking.answer("/v1/occupations/29-2071/skills")["data"]
    assert (record["onet_soc_code"], record["soc_vintage"], record["source"]) == ("29-2071.00", "2010", "onet-25.0")
    reason, _, nearest = why(asking, "/v1/occupations/29-2071/knowledge")
    assert reason == "not_loaded"
    assert "/v1/occupations/29-2071" in nearest


def test_a_release_of_another_edition_is_told_from_one_without_the_code(asking: CheckedClient) -> None:
    reason, detail, nearest = why(asking, "/v1/occupations/29-2072/skills?release=onet-25.0")
    assert reason == "not_published"
    assert "SOC 2010" in detail
    assert nearest[0] == "/v1/occupations/29-2072/skills?release=onet-30.1"


def test_a_group_has_none_and_leads_to_what_is_in_it(asking: CheckedClient) -> None:
    reason, _, nearest = why(asking, "/v1/occupations/29-2070/skills?soc_vintage=2018")
    assert reason == "not_applicable"
    assert nearest[0] == "/v1/occupations/29-2072/skills"


def test_an_occupation_that_the_part_has_nothing_on(asking: CheckedClient) -> None:
    reason, detail, _ = why(asking, "/v1/occupations/29-9021/technology")
    assert reason == "not_published"
    assert "onet-30.2 covers 29-9021" in detail


def test_eight_digits_that_do_not_exist_name_those_that_do(asking: CheckedClient) -> None:
    reason, detail, nearest = why(asking, "/v1/occupations/15-1299.05/technology")
    assert reason == "not_published"
    assert "15-1299.01, 15-1299.08" in detail
    assert nearest[:2] == ["/v1/occupations/15-1299.01/technology", "/v1/occupations/15-1299.08/technology"]


def test_filters_are_named_as_the_cause(asking: CheckedClient) -> None:
    reason, detail, nearest = why(asking, "/v1/occupations/29-2072/tasks?task_type=Core&emerging=true")
    assert reason == "not_published"
    assert "with these filters" in detail
    assert nearest == ["/v1/occupations/29-2072/tasks"]


def test_another_program_has_no_such_list(asking: CheckedClient) -> None:
    reason, detail, _ = why(asking, "/v1/occupations/29-2072/skills?program=oews")
    assert reason == "not_applicable"
    assert "Programs that do: onet" in detail


def test_an_element_without_a_content_model_says_so(asking: CheckedClient, client: CheckedClient) -> None:
    answer = asking.answer("/v1/elements/2.A.1.a")
    assert (answer["data"]["element_name"], answer["absence"]["reason"]) == (None, "not_loaded")
    assert answer["absence"]["nearest"][0]["url"] == "/v1/elements?release=onet-30.1"
    assert client.answer("/v1/elements/2.A.1.a")["absence"]["reason"] == "not_loaded"


def test_without_any_release_nothing_is_loaded(client: CheckedClient) -> None:
    assert why(client, "/v1/skills")[0] == "not_loaded"
    reason, detail, _ = why(client, "/v1/occupations/29-2072/skills")
    assert reason == "not_loaded"
    assert "O*NET database (onet)" in detail


def test_unloading_takes_the_coverage_along(tmp_path: Path, onet_url: str) -> None:
    path = tmp_path / "own.sqlite3"
    shutil.copy(onet_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    with writer.begin() as connection:
        assert unload_release(connection, "onet-30.1") > 30
        record_change(connection)
    writer.dispose()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as asking:
        assert why(asking, "/v1/occupations/29-2072/tasks")[0] == "not_loaded"
    application.state.database.close()
