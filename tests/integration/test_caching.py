"""Caching: a validator for each representation, which changes when it does and only then; 304; what caches are told."""

import gzip
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime

import brotli  # type: ignore[import-untyped]
import httpx
import pytest
from fastapi import FastAPI

from app.config import Settings
from app.main import create_app
from app.store.seed import seed
from tests.checked_client import CheckedClient
from tests.every_path import PATHS
from tests.integration.conftest import OwnStore
from tests.raw_requests import ask_raw
from tests.small_seed import change_table, set_cell

if sys.version_info >= (3, 14):
    from compression.zstd import decompress as unpack_zstd
else:
    import zstandard

    def unpack_zstd(packed: bytes) -> bytes:
        """The content of a zstd frame that does not tell its length."""
        return zstandard.ZstdDecompressor().decompressobj().decompress(packed)


ANSWERS = [url for url in PATHS.values() if url.startswith("/v1/")]
DOCUMENTATION = ["/openapi.json", "/docs", "/redoc", "/docs-assets/swagger-ui.css", "/docs-assets/favicon.png"]
LONG = "/v1/occupations/29-2071"
CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "identity": bytes,
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": unpack_zstd,
}


def coded(app: FastAPI, coding: str, url: str = LONG) -> tuple[str, bytes, dict[str, str]]:
    """The tag, the bytes as sent and the headers of an answer in a coding."""
    answer = ask_raw(app, url.encode(), headers=[(b"accept-encoding", coding.encode())])
    assert answer.status == 200
    assert answer.headers.get("content-encoding", "identity") == coding
    return answer.headers["etag"], answer.content, answer.headers


def test_each_coding_has_a_tag_of_its_own_and_the_same_content(app: FastAPI) -> None:
    found = {coding: coded(app, coding) for coding in CODINGS}
    assert len({tag for tag, _, _ in found.values()}) == len(CODINGS)
    plain = found["identity"][1]
    for coding, (tag, content, headers) in found.items():
        assert CODINGS[coding](content) == plain
        assert tag.startswith('"')
        assert tag.endswith('"')
        assert int(headers["content-length"]) == len(content)
        assert len(content) <= len(plain)
        assert {"Accept", "Accept-Encoding"} <= {name.strip() for name in headers["vary"].split(",")}


def test_a_tag_of_one_coding_is_none_of_another(client: CheckedClient, app: FastAPI) -> None:
    for coding in CODINGS:
        tag, _, _ = coded(app, coding)
        for other in CODINGS:
            response = client.get(LONG, headers={"Accept-Encoding": other, "If-None-Match": tag})
            assert response.status_code == (304 if other == coding else 200), (coding, other)


@pytest.mark.parametrize("url", [*ANSWERS, *DOCUMENTATION])
def test_every_answer_can_be_validated(client: CheckedClient, url: str) -> None:
    first, again = client.get(url), client.get(url)
    assert first.headers["etag"] == again.headers["etag"]
    assert not first.headers["etag"].startswith("W/")
    unchanged = client.get(url, headers={"If-None-Match": first.headers["etag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    for name in ("etag", "cache-control"):
        assert unchanged.headers[name] == first.headers[name]
    assert unchanged.headers["access-control-allow-origin"] == "*"
    assert not {"content-type", "content-encoding", "content-length"} & set(unchanged.headers)
    assert "public" in first.headers["cache-control"]


def test_different_answers_have_different_tags(client: CheckedClient) -> None:
    tags = [client.get(url, headers={"Accept-Encoding": "identity"}).headers["etag"] for url in ANSWERS]
    bodies = [client.get(url).content for url in ANSWERS]
    assert len(set(tags)) == len(set(bodies)) > 20


@pytest.mark.parametrize(
    ("shape", "status"),
    [
        ("{tag}", 304),
        ("W/{tag}", 304),
        ("*", 304),
        ('"a", {tag}', 304),
        ('"a",W/{tag} , "b"', 304),
        ('"a", "b"', 200),
        ("{bare}", 200),
        ('W/"a"', 200),
        ("", 200),
        ('"{bare}x"', 200),
    ],
)
def test_if_none_match(client: CheckedClient, shape: str, status: int) -> None:
    tag = client.get(LONG).headers["etag"]
    asked = shape.format(tag=tag, bare=tag.strip('"'))
    assert client.get(LONG, headers={"If-None-Match": asked}).status_code == status


@pytest.mark.parametrize(("seconds", "status"), [(0, 304), (1, 304), (86_400, 304), (-1, 200), (-86_400, 200)])
def test_if_modified_since(client: CheckedClient, seconds: int, status: int) -> None:
    modified = parsedate_to_datetime(client.get(LONG).headers["last-modified"])
    since = format_datetime(modified + timedelta(seconds=seconds), usegmt=True)
    assert client.get(LONG, headers={"If-Modified-Since": since}).status_code == status


def test_a_tag_goes_before_a_date(client: CheckedClient) -> None:
    response = client.get(LONG)
    headers = {"If-Modified-Since": response.headers["last-modified"], "If-None-Match": '"other"'}
    assert client.get(LONG, headers=headers).status_code == 200


@pytest.mark.parametrize("since", ["yesterday", "", "Mon, 99 Foo 99999 99:99:99 GMT", "0"])
def test_a_date_that_is_none_is_passed_over(client: CheckedClient, since: str) -> None:
    assert client.get(LONG, headers={"If-Modified-Since": since}).status_code == 200


def test_last_modified_is_the_time_of_loading_or_of_a_later_installation(
    client: CheckedClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = datetime.fromisoformat(client.answer("/health/ready")["changed_at"])
    for days in (-1, 1):
        monkeypatch.setitem(app.state._state, "installed_at", loaded + timedelta(days=days))
        modified = parsedate_to_datetime(client.get(LONG).headers["last-modified"])
        assert modified == loaded + timedelta(days=max(days, 0))


@pytest.mark.parametrize("url", ["/v1/occupations/29-9999", "/v1/wages?limt=5", "/nowhere"])
def test_errors_are_not_kept_and_never_304(client: CheckedClient, url: str) -> None:
    for headers in ({}, {"If-None-Match": "*"}):
        response = client.get(url, headers=headers)
        assert response.status_code >= 400
        assert response.headers["cache-control"] == "no-store"
        assert "etag" not in response.headers


@pytest.mark.parametrize("url", ["/health/live", "/health/ready"])
def test_health_is_never_kept(client: CheckedClient, url: str) -> None:
    assert client.get(url).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("seconds", [0, 60])
def test_the_operator_says_how_long_answers_are_fresh(database_url: str, seconds: int) -> None:
    application = create_app(Settings(database_url=database_url, cache_seconds=seconds))
    answer = ask_raw(application, b"/v1/occupations/29-2071")
    application.state.database.close()
    expected = "max-age=60" if seconds else "no-cache"
    assert expected in answer.headers["cache-control"]
    assert ("max-age=0" in answer.headers["cache-control"]) is False


def test_the_default_freshness_is_five_minutes(client: CheckedClient) -> None:
    assert "max-age=300" in client.get(LONG).headers["cache-control"]


def _tags(asking: CheckedClient) -> dict[str, httpx.Response]:
    urls = (LONG, "/v1/occupations/29-2072/wages", "/v1/occupations/29-2071/employment", "/v1/measures/employment")
    return {url: asking.get(url, headers={"Accept-Encoding": "identity"}) for url in urls}


def test_tags_change_with_the_data_and_only_where_it_did(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    with CheckedClient(serve(own_store.url)) as asking:
        before = _tags(asking)
        seed(own_store.writer, own_store.folder)
        assert {url: r.headers["etag"] for url, r in _tags(asking).items()} == {
            url: r.headers["etag"] for url, r in before.items()
        }
        change_table(own_store.folder, "employment", lambda lines: set_cell(lines, 2, "employment", "215600"))
        seed(own_store.writer, own_store.folder)
        after = _tags(asking)
        for url in (LONG, "/v1/occupations/29-2071/employment"):
            assert after[url].headers["etag"] != before[url].headers["etag"]
            stale = asking.get(
                url, headers={"If-None-Match": before[url].headers["etag"], "Accept-Encoding": "identity"}
            )
            assert (stale.status_code, stale.content) == (200, after[url].content)
        assert after[LONG].json()["data"]["employment"]["employment"] == 215_600
        for url in ("/v1/occupations/29-2072/wages", "/v1/measures/employment"):
            assert after[url].headers["etag"] == before[url].headers["etag"]
            assert after[url].content == before[url].content


def test_a_short_answer_is_not_packed_and_says_what_it_varies_by(app: FastAPI) -> None:
    answer = ask_raw(app, b"/v1/occupations/15-1252/related", headers=[(b"accept-encoding", b"gzip, br, zstd")])
    assert "content-encoding" not in answer.headers
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("asked", "coding"),
    [("gzip;q=0, br;q=0, zstd;q=0", None), ("zstd;q=0, gzip", "gzip"), ("nothing", None), ("br;q=0.1", "br")],
)
def test_the_coding_is_one_that_was_asked_for(app: FastAPI, asked: str, coding: str | None) -> None:
    answer = ask_raw(app, LONG.encode(), headers=[(b"accept-encoding", asked.encode())])
    assert answer.headers.get("content-encoding") == coding


def test_problems_are_packed_too(app: FastAPI) -> None:
    answer = ask_raw(
        app,
        b"/v1/wages?" + b"&".join(b"unknown_%d=1" % number for number in range(50)),
        headers=[(b"accept-encoding", b"gzip")],
    )
    assert (answer.status, answer.headers["content-encoding"]) == (422, "gzip")
    assert b'"errors"' in gzip.decompress(answer.content)
