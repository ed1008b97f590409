"""Requests that no client sends by mistake: raw targets, odd methods, noise. None is a fault, each gets a problem."""

import json
import re
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.api.problems import KINDS
from tests.checked_client import PROBLEM_JSON, CheckedClient
from tests.raw_requests import RawAnswer, ask_raw
from tests.walking import records

MEMBERS = {"type", "title", "status", "detail", "instance", "request_id", "errors", "nearest"}
# What the framework, the database and Python would say by themselves.
FOREIGN = re.compile(r'"loc"|"msg"|Traceback|Internal Server Error|"detail":\[|pydantic|sqlalchemy|sqlite3|File \\"')


def check_problem(answer: httpx.Response | RawAnswer, status: int, slug: str) -> dict[str, Any]:
    """The parsed problem, which is whole and of this kind."""
    code = answer.status_code if isinstance(answer, httpx.Response) else answer.status
    assert code == status, answer.content[:500]
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    text = answer.content.decode()
    assert not FOREIGN.search(text), text
    body: dict[str, Any] = json.loads(text)
    assert body.keys() == MEMBERS
    assert (body["type"], body["status"], body["title"]) == (f"/problems/{slug}", status, KINDS[slug].title)
    assert body["request_id"] == answer.headers["x-request-id"]
    assert len(body["detail"]) > 10
    for error in body["errors"]:
        assert error["where"] in ("query", "path", "header")
        assert error["allowed"]
    return body


@pytest.mark.parametrize(
    "target",
    [
        *(b"//v1/wages", b"/v1//wages", b"/V1/wages", b"/v1/Wages", b"/v1/wages/", b"/v1/wages/.", b"/v1/wages\\"),
        *(b"/..", b"/v1/../health/live", b"/v1/wages/../../health/live", b"/docs-assets/../../etc/passwd"),
        *(b"/docs-assets/..%2f..%2fetc%2fpasswd", b"/docs-assets/%2e%2e/x", b"/v1/occupations/29-2071%2fpay"),
        *(b"/docs-assets/", b"/docs-assets", b"/openapi.yaml", b"/health", b"/robots.txt", b"/.env", b"/v1/wages.json"),
        *(
            b"/v1/wages%20",
            b"/v1/wages%3Flimit=5",
            b"/%E2%98%83",
            b"/v1/comparisons",
            b"/wages",
            b"/" + b"a/" * 2000,
            b"a",
        ),
    ],
    ids=lambda target: target[:40].decode(),
)
def test_a_target_that_is_no_path_leads_to_those_that_are(app: FastAPI, target: bytes) -> None:
    body = check_problem(ask_raw(app, target), 404, "not-found")
    assert "/docs" in {near["url"] for near in body["nearest"]}
    assert len(body["detail"]) < 300


@pytest.mark.parametrize(
    ("target", "plain"),
    [
        (b"http://127.0.0.1:8377/health/live", b"/health/live"),
        (b"HTTP://anything/v1/occupations/29-2071?soc_vintage=2010", b"/v1/occupations/29-2071?soc_vintage=2010"),
        (b"https://user@host:1/v1/measures", b"/v1/measures"),
    ],
)
def test_a_target_in_absolute_form_is_answered_as_its_path(app: FastAPI, target: bytes, plain: bytes) -> None:
    answer = ask_raw(app, target)
    assert (answer.status, answer.content) == (200, ask_raw(app, plain).content)


def test_an_encoded_slash_is_a_slash_of_the_path(app: FastAPI) -> None:
    assert ask_raw(app, b"/v1%2foccupations/29-2071").content == ask_raw(app, b"/v1/occupations/29-2071").content
    assert ask_raw(app, b"/v1/occupations/29%2D2071").status == 200


@pytest.mark.parametrize(
    "target",
    [
        *(b"/v1/wages%00", b"/v1/occupations/%0029-2071", b"/v1/occupations?q=%00", b"/v1/wages?a%00=1", b"/%00"),
        *(b"/v1/wages?area_code=%FF", b"/v1/%FF", b"/%C0%AF", b"/v1/occupations?q=%C3%28", b"/v1/occupations?q=%E2%82"),
        *(b"/v1/occupations?q=%ED%A0%80", b"/v1/occupations/%ED%BF%BF", b"/v1/occupations?%80=1", b"/v1/wages?q=%FE"),
        *(b"/v1/occupations?q=%F4%90%80%80", b"/docs-assets/%FF", b"/v1/wages?limit=5&x=%ff"),
    ],
)
def test_bytes_that_are_no_text_are_refused(app: FastAPI, target: bytes) -> None:
    body = check_problem(ask_raw(app, target), 400, "malformed-url")
    where = "query" if b"?" in target else "path"
    assert f"The {where} contains" in body["detail"]
    assert ("NUL" in body["detail"]) == (b"%00" in target)


@pytest.fixture(scope="module")
def all_titles(client: CheckedClient) -> dict[str, str]:
    """The title of every occupation in the list, in its order."""
    return {record["soc_code"]: record["title"] for record in records(client, "/v1/occupations?limit=1000")}


@pytest.mark.parametrize(
    "text",
    [
        *(
            "'",
            "' OR '1'='1",
            "'; DROP TABLE occupation; --",
            "\\",
            "%",
            "_",
            "%%",
            "a%b_c\\",
            '"',
            "health'",
            "()",
            "*",
        ),
        *("\U0001f600", "İ", "ß", "\u202e", "\ufeff", "<script>alert(1)</script>", "{{7*7}}", "../../x", "\t", "\x7f"),
        *("SOFTWARE developers", "developers software", "nurse%", "and", "  nurses  "),
    ],
)
def test_text_is_searched_for_as_it_is(client: CheckedClient, all_titles: dict[str, str], text: str) -> None:
    found = client.answer("/v1/occupations", q=text, limit=100)
    words = text.lower().split()
    expected = [code for code, title in all_titles.items() if all(word in title.lower() for word in words)]
    codes = [record["soc_code"] for record in found["data"]]
    # All titles with these words are there, and what a search finds beside them.
    assert set(expected[:50]) <= set(codes)
    assert len(set(codes)) == len(codes)
    assert found["page"]["total"] >= len(expected)
    assert (found["absence"] is None) == bool(codes)
    if not any(letter.isascii() and letter.isalnum() for letter in text):
        assert codes == expected[:100]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "get", "FOO", "OPTION"])
@pytest.mark.parametrize(
    "path", ["/v1/wages", "/v1/occupations/29-2071", "/health/live", "/docs", "/openapi.json", "/problems", "/"]
)
def test_other_methods_are_refused_and_the_allowed_ones_named(app: FastAPI, method: str, path: str) -> None:
    answer = ask_raw(app, path.encode(), method=method, body=b'{"limit": 5}')
    body = check_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert method in body["detail"]


@pytest.mark.parametrize("target", [b"example.com:443", b"/v1/wages", b"/nothing", b"*", b"/v1/wages?limit=0"])
def test_a_tunnel_is_refused_whatever_its_target(app: FastAPI, target: bytes) -> None:
    answer = ask_raw(app, target, method="CONNECT")
    body = check_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "CONNECT is not allowed" in body["detail"]


# What people and their tools do to requests; each is told what would work. None of these is a valid request.
MISTAKES = [
    # brackets, commas, semicolons and escapes of other conventions
    (b"/v1/wages?limit[]=5", "did you mean `limit`?"),
    (b"/v1/wages?area_code%5B0%5D=TX", "did you mean `area_code`?"),
    (b"/v1/wages?area_code=TX,OK", "did you mean `area_code=TX&area_code=OK`?"),
    (b"/v1/wages?limit=1;level=detailed", "did you mean `limit=1&level=detailed`?"),
    (b"/v1/wages?limit=1&amp;level=detailed", "did you mean `level`?"),
    (b"/v1/wages?area_code=%22TX%22", "did you mean `TX`?"),
    (b"/v1/wages?area_code=+TX", "did you mean `TX`?"),
    (b"/v1/wages?min_annual_median=%2B50000", "a number in plain digits"),
    (b"/v1/wages?min_annual_median=50%20000", "did you mean `50000`?"),
    (b"/v1/wages?=5", "one of area_code, area_type"),
    (b"/v1/wages?limit", "a whole number from 1 to 1000"),
    (b"/v1/wages?limit=+5", "a whole number from 1 to 1000"),
    # encoded twice, of another width, with another dash
    (b"/v1/occupations/29%252D2071", "did you mean `29-2071`?"),
    (b"/v1/occupations/%EF%BC%92%EF%BC%99-2071", "did you mean `29-2071`?"),
    (b"/v1/occupations/%EF%BB%BF29-2071", "did you mean `29-2071`?"),
    (b"/v1/occupations/29-2071;version=1", "did you mean `29-2071`?"),
    (b"/v1/wages?soc_code=29%E2%80%932071", "did you mean `29-2071`?"),
    (b"/v1/wages?%EF%BD%8Cimit=5", "did you mean `limit`?"),
    # templates that nobody filled in
    (b"/v1/occupations/%7Bsoc_code%7D/wages", "such as 29-2071"),
    (b"/v1/occupations/undefined", "such as 29-2071"),
    (b"/v1/releases/OEWS-2025-05", "did you mean `oews-2025-05`?"),
]


@pytest.mark.parametrize(("target", "works"), MISTAKES, ids=lambda value: str(value)[:50])
def test_a_mistake_in_writing_is_told_what_would_work(app: FastAPI, target: bytes, works: str) -> None:
    (error,) = check_problem(ask_raw(app, target), 422, "invalid-parameter")["errors"]
    assert works in error["allowed"]


def test_a_mistake_has_the_same_status_and_headers_for_head(app: FastAPI) -> None:
    for target in (b"/v1/wages?limit=0", b"/v1/wages?limt=5", b"/v1/occupations/29-9999", b"/v1/nothing"):
        whole, head = ask_raw(app, target), ask_raw(app, target, method="HEAD")
        assert (head.status, head.content) == (whole.status, b"")
        own = ("x-request-id", "date")
        assert {k: v for k, v in head.headers.items() if k not in own} == {
            k: v for k, v in whole.headers.items() if k not in own
        }


@pytest.mark.parametrize(
    "headers",
    [
        [(b"range", b"bytes=0-10")],
        [(b"x-http-method-override", b"DELETE")],
        [(b"x-forwarded-host", b"elsewhere"), (b"x-forwarded-prefix", b"/api")],
        [(b"x-original-url", b"/docs"), (b"x-rewrite-url", b"/docs")],
        [(b"accept", b"text/html"), (b"accept", b"application/json")],
        [(b"accept-charset", b"utf-16")],
        [(b"accept-language", b"tlh")],
        [(b"authorization", b"Bearer x"), (b"cookie", b"a=b")],
        [(b"connection", b"Upgrade"), (b"upgrade", b"h2c")],
        [(b"expect", b"100-continue")],
        [(b"te", b"trailers"), (b"prefer", b"return=minimal")],
    ],
    ids=lambda headers: str(headers)[:50],
)
def test_headers_that_mean_nothing_here_change_nothing(app: FastAPI, headers: list[tuple[bytes, bytes]]) -> None:
    target = b"/v1/occupations/29-2071/wages"
    plain, answer = ask_raw(app, target), ask_raw(app, target, headers=headers)
    assert (answer.status, answer.content) == (200, plain.content)
    assert answer.headers["etag"] == plain.headers["etag"]


def test_any_accept_at_weight_zero_is_unacceptable(app: FastAPI) -> None:
    check_problem(ask_raw(app, b"/v1/areas", headers=[(b"accept", b"*/*;q=0")]), 406, "not-acceptable")


def test_a_star_matches_any_representation_and_no_problem(app: FastAPI) -> None:
    star = [(b"if-none-match", b"*")]
    assert ask_raw(app, b"/v1/areas", headers=star).status == 304
    check_problem(ask_raw(app, b"/v1/areas?limit=0", headers=star), 422, "invalid-parameter")


def test_a_body_of_a_get_is_passed_over(app: FastAPI) -> None:
    plain = ask_raw(app, b"/v1/occupations/29-2071/wages")
    for body in (b"{}", b"{broken", b"\x00" * 100_000, b"limit=0"):
        headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
        answer = ask_raw(app, b"/v1/occupations/29-2071/wages", headers=headers, body=body)
        assert (answer.status, answer.content) == (200, plain.content)


@pytest.mark.parametrize(
    "headers",
    [
        [(b"accept", b"\xff\xfe")],
        [(b"accept-encoding", b"\xff;q=a, zstd;q=x")],
        [(b"if-none-match", b'"\xff", W/, ,,"')],
        [(b"if-modified-since", b"Mon, 99 Foo 99999 99:99:99 GMT")],
        [(b"x-request-id", b"../../\r\n")],
        [(b"x-request-id", b"a" * 5000)],
        [(b"content-length", b"-5")],
        [(b"cookie", b"a=\xff")],
        [(b"accept", b"*/*;q=" + b"9" * 100)],
        [(b"accept", b"application/json"), (b"accept", b"text/html")],
    ],
)
def test_bytes_in_headers_do_no_harm(app: FastAPI, headers: list[tuple[bytes, bytes]]) -> None:
    answer = ask_raw(app, b"/v1/occupations/29-2071", headers=headers)
    assert answer.status in (200, 406)
    if answer.status == 406:
        check_problem(answer, 406, "not-acceptable")
    assert re.fullmatch(r"[A-Za-z0-9_-]{8,64}", answer.headers["x-request-id"])


_PIECES = st.sampled_from(
    [
        *(b"/v1", b"/occupations", b"/wages", b"/29-2071", b"/by-area", b"/employment", b"/releases", b"/ooh-2018-28"),
        *(
            b"%2F",
            b"%00",
            b"%FF",
            b"..",
            b"?",
            b"&",
            b"=",
            b"limit",
            b"sort",
            b"-",
            b"cursor",
            b"soc_code",
            b"%20",
            b"+",
        ),
        *(b"q", b"'", b"%27", b"min_annual_median", b"NaN", b"1e999", b"%ED%A0%80", b"#", b";", b"a" * 50, b"%0D%0A"),
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.binary(max_size=4).map(lambda raw: quote(raw).encode())), max_size=12))
@example([b"/v1", b"/occupations", b"/29-2071%E2%80%83", b"/wages", b"/by-area", b"?", b"limit", b"=", b"1"])
@example([b"/v1", b"/occupations", b"/%2029-2072", b"/wages", b"/by-area", b"?", b"limit", b"=", b"1"])
@example([b"/v1", b"/occupations", b"/29-2072%0D%0A", b"/wages", b"/by-area", b"?", b"limit", b"=", b"1"])
def test_no_target_whatever_is_a_fault(app: FastAPI, pieces: list[bytes]) -> None:
    answer = ask_raw(app, b"/" + b"".join(pieces).lstrip(b"/"))
    assert answer.status in (200, 307, 400, 404, 414, 422), (pieces, answer.content[:300])
    if answer.status >= 400:
        check_problem(answer, answer.status, answer.json()["type"].removeprefix("/problems/"))
    assert not any("\n" in value or "\r" in value for value in answer.headers.values())


_VALUES = st.one_of(
    st.text(max_size=30),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(
        ["29-2071", "TX", "99", "detailed", "oews", "2018", "exact", "-annual_median", "ooh-2018-28", "true"]
    ),
)
_IDENTIFIERS = st.sampled_from(["29-2071", "29-2072", "15-1252", "622000", "ooh-2018-28", "employment", "ahima"])


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_no_value_of_any_parameter_is_a_fault(client: CheckedClient, data: st.DataObject) -> None:
    paths = client.contract.document["paths"]
    template = data.draw(st.sampled_from(sorted(paths)))
    declared = paths[template]["get"].get("parameters", ())
    url = template
    for parameter in declared:
        if parameter["in"] == "path":
            value = data.draw(st.one_of(_IDENTIFIERS, st.text(min_size=1, max_size=10)))
            url = url.replace("{" + parameter["name"] + "}", quote(value, safe="", errors="replace"))
    names = [parameter["name"] for parameter in declared if parameter["in"] == "query"]
    query = data.draw(st.lists(st.tuples(st.sampled_from([*names, "nothing"]), _VALUES), max_size=3))
    encodable = [(name, value.encode("utf-8", "replace").decode()) for name, value in query]
    response = client.get(url, params=encodable or None)
    assert response.status_code in (200, 400, 404, 410, 422), (url, encodable, response.text[:300])
    if response.status_code >= 400:
        check_problem(response, response.status_code, response.json()["type"].removeprefix("/problems/"))


class _SecretFaultError(Exception):
    pass


@pytest.mark.parametrize("path", ["/v1/occupations/29-2071/wages", "/v1/wages", "/health/ready", "/v1/areas"])
def test_a_fault_of_the_database_reaches_the_log_alone_on_every_path(
    client: CheckedClient, app: FastAPI, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    from structlog.testing import capture_logs

    def fail(*_: object) -> object:
        raise _SecretFaultError("password=hunter2")

    monkeypatch.setattr(app.state.database, "_current_catalog", fail)
    with capture_logs() as lines:
        response = client.get(path)
    body = check_problem(response, 500, "server-fault")
    assert "hunter2" not in response.text
    assert "_SecretFaultError" not in response.text
    (fault,) = [line for line in lines if line["event"] == "fault"]
    assert (fault["request_id"], fault["path"], fault["log_level"]) == (body["request_id"], path, "error")
    assert fault["exc_info"]
