"""Sentences and tables of the documents that are no examples, held to what the application does."""

import re

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


def test_names_of_parameters_are_looked_at_before_values(client: CheckedClient) -> None:
    assert "as long as one parameter is unknown, only unknown ones are reported" in text("errors.md")
    errors = client.problem("/v1/wages?limt=5&limit=0", 422, "invalid-parameter")["errors"]
    assert [error["name"] for error in errors] == ["limt"]


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
