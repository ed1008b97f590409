"""Walking through all pages of a list, as a client that follows `page.next` does."""

from collections.abc import Iterator
from typing import Any

import httpx

from tests.checked_client import CheckedClient


def ask(client: CheckedClient, url: str, headers: dict[str, str] | None = None) -> httpx.Response:
    """GET without comparing the answer with its schema, for long lists whose records a test compares by itself."""
    response = client._send("GET", url, None, headers)
    assert response.status_code == 200, f"{url} -> {response.status_code}: {response.text[:300]}"
    return response


def pages(client: CheckedClient, url: str) -> Iterator[dict[str, Any]]:
    """Every page from `url` on."""
    following: str | None = url
    walked: set[str] = set()
    while following is not None:
        assert following not in walked, f"{following} leads back to itself"
        walked.add(following)
        page = ask(client, following).json()
        yield page
        following = page["page"]["next"]


def records(client: CheckedClient, url: str) -> list[dict[str, Any]]:
    """The records of all pages from `url` on."""
    return [record for page in pages(client, url) for record in page["data"]]
