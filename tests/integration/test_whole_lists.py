"""Whole lists (`limit=all`), sent while they are read: caching, how many at once, clients that go away, loads."""

import csv
import io
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import httpx
import pytest
from fastapi import FastAPI
from pyarrow import parquet
from sqlalchemy import text
from starlette.types import Message

from app.api.problems import ProblemError
from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.integration.test_cli import served
from tests.raw_requests import scope_of

# Large enough to be compressed and to be several batches.
WHOLE = "/v1/wages?level=major&limit=all&format=csv"


def test_a_whole_list_is_read_in_the_order_of_its_pages(client: CheckedClient) -> None:
    order = "level=major&sort=-annual_median&sort=title"
    paged = client.answer(f"/v1/wages?{order}&limit=1000")
    lines = client.get(f"/v1/wages?{order}&limit=all&format=csv").text.splitlines()[1:]
    assert len(lines) == paged["page"]["total"] > 900
    first = [(row[0], row[4], row[23]) for row in csv.reader(lines[:1000])]
    assert first == [(one["soc_code"], one["area_code"], str(one["annual_median"] or "")) for one in paged["data"]]


def test_a_whole_list_starts_where_a_cursor_says(client: CheckedClient) -> None:
    following = client.answer("/v1/areas?limit=3")["page"]["next"]
    rest = client.get(following.replace("limit=3", "limit=all") + "&format=ndjson").text.splitlines()
    everything = client.get("/v1/areas?limit=all&format=ndjson").text.splitlines()
    assert rest == everything[3:]
    assert len(rest) > 10


def test_json_has_pages_and_says_which_forms_are_whole(client: CheckedClient) -> None:
    problem = client.problem("/v1/wages?limit=all", 400, "conflicting-parameters")
    assert problem["errors"][0]["allowed"] == "1 to 1000 for JSON; all with format=csv, format=ndjson or format=parquet"
    by_accept = client.get("/v1/areas?limit=all", headers={"Accept": "application/x-ndjson"})
    assert by_accept.status_code == 200


@pytest.mark.parametrize("form", ["csv", "ndjson", "parquet"])
def test_the_same_state_gives_the_same_bytes_and_the_same_tag(client: CheckedClient, form: str) -> None:
    url = f"/v1/wages?area_code=TX&limit=all&format={form}"
    one, other = client.get(url), client.get(url)
    assert one.content == other.content
    assert one.headers["ETag"] == other.headers["ETag"]
    assert client.get(url.replace("TX", "OK")).headers["ETag"] != one.headers["ETag"]
    assert not one.headers["ETag"].startswith("W/")


def test_each_form_and_each_coding_has_a_tag_of_its_own(client: CheckedClient) -> None:
    url = "/v1/areas?limit=all"
    tags = {
        client.get(url, headers={"Accept": accept, "Accept-Encoding": coding}).headers["ETag"]
        for accept in ("text/csv", "application/x-ndjson")
        for coding in ("gzip", "identity")
    }
    assert len(tags) == 4


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_what_the_client_has_is_not_sent_again_nor_read(client: CheckedClient, coding: str) -> None:
    headers = {"Accept-Encoding": coding}
    full = client.get(WHOLE, headers=headers)
    again = client.get(WHOLE, headers={**headers, "If-None-Match": full.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(WHOLE, headers={**headers, "If-None-Match": '"another"'})
    assert other.content == full.content


def test_head_has_the_headers_of_get(client: CheckedClient) -> None:
    for headers in ({"Accept-Encoding": "gzip"}, {"Accept-Encoding": "identity"}):
        head, full = client.request("HEAD", WHOLE, headers=headers), client.get(WHOLE, headers=headers)
        kept = {name: value for name, value in full.headers.items() if name != "x-request-id"}
        assert {name: value for name, value in head.headers.items() if name != "x-request-id"} == kept
        assert head.content == b""


def test_a_pinned_revision_may_be_kept_for_good(client: CheckedClient) -> None:
    pinned = client.get("/v1/wages?release=oews-2025-05.r1&area_code=TX&limit=all&format=csv")
    assert pinned.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert pinned.headers["Content-Disposition"] == 'attachment; filename="wages-oews-2025-05.r1.csv"'


def test_a_load_changes_the_tag_and_no_byte_of_what_is_pinned(
    own_store: OwnStore, serve: Callable[[str], FastAPI]
) -> None:
    app = serve(own_store.url)
    forms = [f"/v1/wages?release=oews-2025-05.r1&limit=all&format={form}" for form in ("csv", "ndjson", "parquet")]
    with CheckedClient(app) as client:
        before = client.get(WHOLE).headers["ETag"]
        pinned = [client.get(url).content for url in forms]
        with own_store.writer.begin() as connection:
            connection.execute(text("UPDATE database_state SET data_revision = data_revision + 1"))
        assert client.get(WHOLE).headers["ETag"] != before
        assert [client.get(url).content for url in forms] == pinned


def test_attribution_and_licence_travel_with_each_form(client: CheckedClient) -> None:
    table = client.get("/v1/wages?area_code=TX&limit=all&format=csv")
    row = next(csv.DictReader(io.StringIO(table.text)))
    assert row["source"] == "oews-2025-05"
    links = table.headers["Link"]
    assert '</v1/releases>; rel="license"' in links
    assert '</v1/wages?area_code=TX>; rel="alternate"; type="application/json"' in links

    content = client.get("/v1/wages?area_code=TX&limit=all&format=parquet").content
    schema = parquet.read_schema(io.BytesIO(content))
    metadata = {
        name.decode(): value.decode() for name, value in parquet.read_metadata(io.BytesIO(content)).metadata.items()
    }
    (source,) = json.loads(metadata["sources"])
    assert source["release"] == "oews-2025-05"
    assert metadata["licence"] == source["licence"] == "Public domain (work of the US government)"
    assert "Occupational Employment and Wage Statistics" in metadata["attribution"]
    median = schema.field("annual_median")
    assert str(median.type) == "int64"
    assert median.metadata[b"unit"] == b"dollars_per_year"
    assert median.metadata[b"source"] == b"OEWS technical notes (BLS)"
    assert b"half of the workers" in median.metadata[b"description"]
    assert str(schema.field("hourly_median").type) == "double"


@pytest.fixture
def one_export(database_url: str) -> Iterator[FastAPI]:
    """An application that sends one whole list at once."""
    application = create_app(Settings(database_url=database_url, exports=1))
    yield application
    application.state.database.close()


def test_more_exports_than_the_server_makes_at_once_are_refused(one_export: FastAPI) -> None:
    exports = one_export.state.exports
    with CheckedClient(one_export) as client:
        exports.begin()
        refused = client.get(WHOLE)
        assert (refused.status_code, refused.json()["type"]) == (503, "/problems/too-many-exports")
        assert refused.headers["Retry-After"] == "10"
        # Other requests are answered, pages as tables among them, and the refused one holds nothing.
        assert client.get("/v1/wages?limit=2&format=csv").status_code == 200
        exports.end()
        assert client.get(WHOLE).status_code == 200
        assert exports.under_way == 0


def test_one_connection_is_left_for_other_requests(database_url: str) -> None:
    application = create_app(Settings(database_url=database_url, exports=10, connections=3))
    exports = application.state.exports
    application.state.database.close()
    exports.begin()
    exports.begin()
    with pytest.raises(ProblemError):
        exports.begin()


def exports_under_way(address: str) -> float:
    lines = httpx.get(f"{address}/metrics").text.splitlines()
    return next(float(line.split()[1]) for line in lines if line.startswith("occupations_exports "))


def wait_until(met: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < until, "it did not come to that in time"
        time.sleep(0.05)


def _logged(said: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in said.splitlines() if line.startswith("{")]


def test_the_work_ends_when_the_client_goes_away(database_url: str, tmp_path: Path) -> None:
    variables = {"OCCUPATIONS_DATABASE_URL": database_url, "OCCUPATIONS_LOG_FORMAT": "json"}
    with served(tmp_path, variables) as (address, process):
        where = urlsplit(address)
        client = socket.create_connection((str(where.hostname), where.port or 80))
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        path = "/v1/wages?limit=all&format=csv&sort=-annual_median"
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n".encode())
        assert client.recv(12) == b"HTTP/1.1 200"
        # It reads no further: the server waits for it and not the other way round.
        assert exports_under_way(address) == 1
        client.close()
        wait_until(lambda: exports_under_way(address) == 0)
        # The connection to the database is free again, and nothing is told as a fault.
        for _ in range(10):
            assert httpx.get(f"{address}/v1/areas?limit=all&format=csv").status_code == 200
        process.terminate()
        _, said = process.communicate(timeout=60)
    assert "fault" not in said
    sent = [line for line in _logged(said) if "sort=-annual_median" in line.get("query", "")]
    assert sent[0]["bytes"] < 8_000_000


def test_a_client_that_reads_nothing_is_left(one_export: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.api.exports._PATIENCE", 0.1)
    sent: list[Message] = []

    async def exchange() -> None:
        async def receive() -> Message:
            await anyio.sleep_forever()
            raise AssertionError

        async def send(message: Message) -> None:
            sent.append(message)
            if message.get("body"):
                await anyio.sleep_forever()

        await one_export(scope_of(b"/v1/wages?level=major&limit=all&format=csv"), receive, send)

    anyio.run(exchange)
    assert one_export.state.exports.under_way == 0
    assert sent[0]["status"] == 200
    assert sent[-1]["more_body"], "an unfinished answer must not look finished"


def test_a_load_meanwhile_does_not_mix_two_states(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    app = serve(own_store.url)
    server = app.state.database
    with server.snapshot() as snapshot:
        end = snapshot.keep()
    with own_store.writer.begin() as connection:
        connection.execute(text("UPDATE area SET area_title = 'loaded meanwhile'"))
        connection.execute(text("UPDATE database_state SET data_revision = data_revision + 1"))
    seen = snapshot.connection.execute(text("SELECT DISTINCT area_title FROM area")).scalars().all()
    assert "loaded meanwhile" not in seen
    end.close()
    with server.snapshot() as fresh:
        assert fresh.connection.execute(text("SELECT DISTINCT area_title FROM area")).scalars().all() == [
            "loaded meanwhile"
        ]
