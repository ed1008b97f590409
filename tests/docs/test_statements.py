"""Sentences and tables of the documents that are no examples, held to what the application does."""

import re

from app.api.list_requests import MOST_ERRORS
from app.api.middleware import MAX_URL_BYTES
from app.api.parameters import DEFAULT_LIMIT, MAX_LIMIT
from app.queries.absence import AbsenceReason
from tests.checked_client import CheckedClient
from tests.docs.documents import ROOT

_REASON = re.compile(r"^\| `(?P<reason>[a-z_]+)` \| [^|]+ \| `(?P<url>/v1/[^`]+)` \|$", re.MULTILINE)


def text(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def test_each_reason_of_an_absence_is_the_one_that_its_example_gives(client: CheckedClient) -> None:
    rows = dict(_REASON.findall(text("concepts.md")))
    assert set(rows) == set(AbsenceReason)
    for reason, url in rows.items():
        assert client.answer(url)["absence"]["reason"] == reason, url


def test_the_longest_url_that_is_answered(client: CheckedClient) -> None:
    path, query = "/v1/occupations", "q="
    rest = MAX_URL_BYTES - len(path) - len(query)
    client.problem(f"{path}?{query}{'a' * (rest + 1)}", 414, "url-too-long")
    client.problem(f"{path}?{query}{'a' * rest}", 422, "invalid-parameter")
    assert f"may have {MAX_URL_BYTES:,} bytes" in text("errors.md")


def test_pages_are_as_long_as_the_document_says(client: CheckedClient) -> None:
    assert len(client.answer("/v1/wages")["data"]) == DEFAULT_LIMIT
    assert len(client.answer("/v1/wages", limit=MAX_LIMIT)["data"]) == MAX_LIMIT
    client.problem(f"/v1/wages?limit={MAX_LIMIT + 1}", 422, "invalid-parameter")
    paging = text("paging-and-filtering.md")
    assert re.search(rf"\b{DEFAULT_LIMIT}\b", paging)
    assert f"{MAX_LIMIT:,}" in paging


def test_names_and_values_of_parameters_are_reported_together(client: CheckedClient) -> None:
    assert "Names and values are reported together" in text("errors.md")
    errors = client.problem("/v1/wages?limt=5&limit=0", 422, "invalid-parameter")["errors"]
    assert [error["name"] for error in errors] == ["limt", "limit"]
    assert f"at most {MOST_ERRORS} of them" in text("errors.md")


def test_of_several_problems_the_first_in_the_order_of_the_document_is_told(client: CheckedClient) -> None:
    order = [
        ("malformed-url", 400, "/v1/occupations/29-2027/wages?limt=%FF", "text/html"),
        ("not-found", 404, "/v1/occupations/29-2027/nothing?limt=5", "text/html"),
        ("not-acceptable", 406, "/v1/occupations/29-2027/wages?limt=5", "text/html"),
        ("invalid-parameter", 422, "/v1/occupations/29-2027/wages?limt=5&cursor=x", "*/*"),
        ("unknown-code", 404, "/v1/occupations/29-2027/wages?cursor=x", "*/*"),
    ]
    section = text("errors.md").partition("## Which one")[2].partition("\n## ")[0]
    for (slug, status, url, accept), (later, *_) in zip(order, [*order[1:], ("stale-cursor",)], strict=True):
        answer = client.get(url, headers={"Accept": accept})
        assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
        assert section.index(f"`{slug}`") < section.index(f"`{later}`")


def test_caches_are_told_what_the_table_says(client: CheckedClient) -> None:
    rows = dict(re.findall(r"^\| ([^|]+) \| `([^`|]+)`[^|]* \|$", text("caching.md"), re.MULTILINE))
    for start, url in {
        "under `/v1`": "/v1/occupations/29-2071",
        "with a next page": "/v1/wages?limit=2",
        "with an `absence`": "/v1/occupations/29-2071/wages?release=ooh-2018-28.r1&area_code=TX",
        "a list of pinned revisions": "/v1/occupations/29-2071/wages?release=ooh-2018-28.r1",
        "problems": "/v1/wages?limit=0",
        "`/health/live`": "/metrics",
        "`/openapi.json`": "/docs-assets/swagger-ui.css",
        "`/problems`": "/problems/not-found",
    }.items():
        (told,) = (value for answer, value in rows.items() if answer.startswith(start))
        assert client.get(url).headers["cache-control"] == told, url
    half = client.get("/v1/occupations/29-2071/wages?release=ooh-2018-28.r1&release=oews-2025-05")
    assert "immutable" not in half.headers["cache-control"]


def test_the_list_of_occupations_keeps_what_a_search_finds(client: CheckedClient) -> None:
    assert "It keeps what\n[`/v1/search`](search.md) finds likely" in text("paging-and-filtering.md")
    assert [one["soc_code"] for one in client.answer("/v1/occupations", q="29-2072")["data"]] == ["29-2072"]
    found = client.answer("/v1/occupations", q="medical records", limit=100)["data"]
    likely = [hit["soc_code"] for hit in client.answer("/v1/search", q="medical records")["data"] if hit["score"]]
    assert found[0]["soc_code"] == likely[0]


def test_every_metric_of_ours_stands_in_the_document(client: CheckedClient) -> None:
    scraped = client.get("/metrics").text
    ours = set(re.findall(r"^# TYPE (occupations_\w+) ", scraped, re.MULTILINE))
    assert ours == set(re.findall(r"^\| `(occupations_\w+)` \|", text("operating.md"), re.MULTILINE))


def test_shares_of_the_largest_employers_do_not_sum_to_100(client: CheckedClient) -> None:
    rows = client.answer("/v1/occupations/29-2071/employment/by-industry")["data"]
    assert sum(row["percent_of_occupation"] for row in rows) < 100
    assert "The shares do not sum to 100" in text("concepts.md")


def test_the_same_file_publishes_wages_above_its_bound(client: CheckedClient) -> None:
    """`caps nothing else`: there are plain figures above the bound, and they sort above it."""
    top = client.answer("/v1/wages", sort="-annual_p90", limit=1)["data"][0]
    bounded = client.answer("/v1/occupations/29-1022/wages", area_code="AL")["data"][0]
    assert bounded["qualifiers"]["annual_p90"] == "at_or_above"
    assert "annual_p90" not in top["qualifiers"]
    assert top["annual_p90"] > bounded["annual_p90"]
