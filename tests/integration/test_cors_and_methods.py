"""Any site may ask from a browser, errors included; HEAD is GET without a body; OPTIONS says what is allowed."""

import pytest
from fastapi import FastAPI
from structlog.testing import capture_logs

from tests.checked_client import CheckedClient
from tests.every_path import PAGES, PATHS
from tests.raw_requests import ask_raw

EVERYWHERE = [*PATHS.values(), *PAGES]
# What the server has done since changes with each request.
SAME_TWICE = [path for path in EVERYWHERE if path != "/metrics"]
NOWHERE = ["/v1/nothing", "/nowhere", "/v1/wages/", "/v1/occupations/29-2071/salary"]
ORIGIN = {"Origin": "https://careers.example"}
EXPOSED = {"ETag", "Last-Modified", "Link", "Retry-After", "X-Request-Id"}
ERRORS = [
    ("GET", "/v1/wages?limt=5", {}, 422),
    ("GET", "/v1/wages?limit=0", {}, 422),
    ("GET", "/v1/wages?cursor=x", {}, 400),
    ("GET", "/v1/wages?area_code=%FF", {}, 400),
    ("GET", "/v1/occupations/29-9999", {}, 404),
    ("GET", "/nowhere", {}, 404),
    ("POST", "/v1/wages", {}, 405),
    ("GET", "/v1/wages", {"Accept": "text/html"}, 406),
    ("GET", "/v1/occupations?q=" + "a" * 9000, {}, 414),
    ("GET", "/v1/releases/oews-2031-05", {}, 404),
]


@pytest.mark.parametrize("path", EVERYWHERE)
def test_any_site_may_read_every_answer(client: CheckedClient, path: str) -> None:
    response = client.get(path, headers=ORIGIN)
    assert response.status_code == 200
    assert response.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in response.headers
    assert {name.strip() for name in response.headers["access-control-expose-headers"].split(",")} >= EXPOSED
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(("method", "url", "headers", "status"), ERRORS)
def test_any_site_may_read_every_error(
    client: CheckedClient, method: str, url: str, headers: dict[str, str], status: int
) -> None:
    response = client.request(method, url, headers={**ORIGIN, **headers})
    assert response.status_code == status
    assert response.headers["access-control-allow-origin"] == "*"
    assert "X-Request-Id" in response.headers["access-control-expose-headers"]
    assert response.headers["x-content-type-options"] == "nosniff"


def test_any_site_may_read_a_fault(client: CheckedClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("app.api.areas.query_areas", fail)
    with capture_logs():  # a trace with all its frames takes seconds to print
        response = client.get("/v1/areas", headers=ORIGIN)
    assert (response.status_code, response.headers["access-control-allow-origin"]) == (500, "*")
    assert response.headers["x-request-id"]


@pytest.mark.parametrize("path", [*EVERYWHERE, *NOWHERE])
def test_a_preflight_is_answered_everywhere(client: CheckedClient, path: str) -> None:
    asked = {**ORIGIN, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "if-none-match"}
    response = client._send("OPTIONS", path, None, asked)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    allowed = {name.strip().lower() for name in response.headers["access-control-allow-headers"].split(",")}
    assert {"accept", "if-none-match", "x-request-id"} <= allowed
    assert int(response.headers["access-control-max-age"]) >= 600


@pytest.mark.parametrize("path", EVERYWHERE)
def test_options_names_the_methods(client: CheckedClient, path: str) -> None:
    response = client._send("OPTIONS", path)
    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"
    assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", NOWHERE)
def test_options_of_nothing_is_a_problem(client: CheckedClient, path: str) -> None:
    response = client._send("OPTIONS", path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", [*SAME_TWICE, "/v1/wages?limit=2", "/v1/occupations/29-2071/wages?program=oews"])
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_head_has_the_headers_of_get_and_no_body(client: CheckedClient, path: str, coding: str) -> None:
    headers = {"Accept-Encoding": coding}
    whole = client.get(path, headers=headers)
    head = client.request("HEAD", path, headers=headers)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    own = ("x-request-id", "date")
    assert {k: v for k, v in head.headers.items() if k not in own} == {
        k: v for k, v in whole.headers.items() if k not in own
    }


@pytest.mark.parametrize(("url", "status"), [("/v1/occupations/29-9999", 404), ("/v1/wages?limt=5", 422), ("/x", 404)])
def test_head_of_an_error_is_its_status_alone(client: CheckedClient, url: str, status: int) -> None:
    head = client.request("HEAD", url)
    assert (head.status_code, head.content) == (status, b"")
    assert head.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", [*EVERYWHERE, "/nowhere", "/v1/wages?limt=5"])
def test_not_a_byte_follows_the_headers_of_head(app: FastAPI, path: str) -> None:
    # Asked without a client, which would leave out a body that is sent.
    for coding in (b"identity", b"gzip"):
        head = ask_raw(app, path.encode(), method="HEAD", headers=[(b"accept-encoding", coding)])
        assert head.content == b""
        assert int(head.headers["content-length"]) > 0


def test_head_is_304_where_get_would_be(client: CheckedClient) -> None:
    tag = client.get("/v1/occupations/29-2071").headers["etag"]
    assert client.request("HEAD", "/v1/occupations/29-2071", headers={"If-None-Match": tag}).status_code == 304
