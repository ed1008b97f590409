"""Releases: what is loaded, from which files; a revision that was replaced is gone."""

import hashlib
from collections.abc import Callable

import pytest
from fastapi import FastAPI

from app.store.seed import seed
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.small_seed import change_table, set_cell
from tests.starter_cells import COLUMNS, FILE_NAME, SEED_FOLDER, starter_rows


def test_both_releases_are_listed_with_their_files(client: CheckedClient) -> None:
    body = client.answer("/v1/releases")
    found = {record["release"]: record for record in body["data"]}
    assert set(found) == {"ooh-2018-28", "oews-2025-05"}
    assert body["page"]["total"] == 2
    for record in found.values():
        assert client.answer(record["url"])["data"] == record
        assert client.answer(f"/v1/releases/{record['pinned']}")["data"] == record
        for part in record["parts"]:
            for file in part["files"]:
                content = (SEED_FOLDER / file["name"]).read_bytes()
                assert (file["sha256"], file["size_bytes"]) == (hashlib.sha256(content).hexdigest(), len(content))
    assert (found["ooh-2018-28"]["soc_vintage"], found["ooh-2018-28"]["projection_round"]) == ("2010", "2018-28")
    assert (found["ooh-2018-28"]["occupations"], found["ooh-2018-28"]["revision"]) == (1, 1)
    assert found["oews-2025-05"]["published_on"] == "2026-05-15"


def test_the_starter_release_counts_its_rows_and_cells(client: CheckedClient) -> None:
    record = client.answer("/v1/releases/oews-2025-05")["data"]
    (part,) = record["parts"]
    cells = [row.cells[column] for row in starter_rows() for column in COLUMNS.values()]
    assert part["rows_read"] == len(starter_rows())
    assert part["cells_withheld"] == sum(cell in ("*", "**") for cell in cells)
    assert part["cells_bounded"] == cells.count("#")
    assert [file["name"] for file in part["files"]] == [FILE_NAME]
    assert record["occupations"] == len({row.key[1] for row in starter_rows()})


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("program=ooh", ["ooh-2018-28"]),
        ("program=oews", ["oews-2025-05"]),
        ("program=oews&program=ooh", None),
        ("program=ep", []),
        ("program=onet", []),
    ],
)
def test_releases_by_program(client: CheckedClient, query: str, found: list[str] | None) -> None:
    body = client.answer(f"/v1/releases?{query}")
    names = [record["release"] for record in body["data"]]
    assert names == found if found is not None else len(names) == 2
    assert (body["absence"] is None) == bool(names)
    assert body["page"]["limit"] >= 1


def test_a_revision_that_was_replaced_is_gone_and_names_the_newest(
    own_store: OwnStore, serve: Callable[[str], FastAPI]
) -> None:
    with CheckedClient(serve(own_store.url)) as asking:
        wages = "/v1/occupations/29-2071/wages"
        assert asking.answer(f"{wages}?release=ooh-2018-28.r1")["data"][0]["annual_median"] == 40_350
        change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
        seed(own_store.writer, own_store.folder)
        for url in (
            "/v1/releases/ooh-2018-28.r1",
            f"{wages}?release=ooh-2018-28.r1",
            "/v1/wages?release=ooh-2018-28.r1",
        ):
            gone = asking.problem(url, 410, "release-revision-gone")
            assert "ooh-2018-28.r2" in gone["detail"]
            assert [near["url"] for near in gone["nearest"]] == ["/v1/releases/ooh-2018-28.r2"]
        for release in ("ooh-2018-28", "ooh-2018-28.r2"):
            assert asking.answer(f"{wages}?release={release}")["data"][0]["annual_median"] == 40_360
        asking.problem(f"{wages}?release=ooh-2018-28.r3", 404, "unknown-release")
        record = asking.answer("/v1/releases/ooh-2018-28")["data"]
        assert (record["revision"], record["pinned"]) == (2, "ooh-2018-28.r2")
        # What was not loaded anew keeps its revision.
        assert asking.answer("/v1/releases/oews-2025-05")["data"]["revision"] == 1


def test_a_pinned_answer_may_be_kept_for_ever_and_no_other(client: CheckedClient) -> None:
    wages = "/v1/occupations/29-2071/wages"
    assert "immutable" in client.get(f"{wages}?release=ooh-2018-28.r1").headers["cache-control"]
    assert "immutable" not in client.get(f"{wages}?release=ooh-2018-28").headers["cache-control"]
    assert "immutable" not in client.get(wages).headers["cache-control"]
