"""Every link that an answer holds leads somewhere: in records, in absences, in problems, in the Link header."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.checked_client import CheckedClient
from tests.every_path import PATHS

OF_OCCUPATION = [template for template in PATHS if "{soc_code}" in template]
CODES = ["29-2071", "29-2072", "29-9021", "29-9099", "15-1252", "29-2070", "29-9090", "00-0000", "21-1018"]


@pytest.fixture(scope="module")
def followed() -> dict[str, int]:
    """The status of each link that was followed already."""
    return {}


def links_in(content: Any) -> Iterator[str]:
    """Every URL path in an answer."""
    if isinstance(content, dict):
        for name, value in content.items():
            if isinstance(value, str) and value.startswith("/") and name in ("url", "next", "type", "related_url"):
                yield value
            else:
                yield from links_in(value)
    elif isinstance(content, list):
        for value in content:
            yield from links_in(value)


def follow_all(client: CheckedClient, followed: dict[str, int], url: str) -> int:
    """Follow what the answer at `url` links to; returns how many links it has."""
    response = client.get(url)
    links = set(links_in(response.json())) | set(re.findall(r"<([^>]+)>", response.headers.get("link", "")))
    for link in links:
        if link not in followed:
            followed[link] = client.get(link).status_code
        assert followed[link] == 200, f"{url} links to {link}, which is {followed[link]}"
    return len(links)


@pytest.mark.parametrize("template", OF_OCCUPATION)
def test_links_of_an_occupation(client: CheckedClient, followed: dict[str, int], template: str) -> None:
    for code in CODES:
        for query in ("", "?soc_vintage=2010", "?soc_vintage=2018"):
            assert follow_all(client, followed, template.replace("{soc_code}", code) + query) > 0


@pytest.mark.parametrize("program", ["ooh", "oews", "ep", "onet"])
def test_links_where_a_program_has_nothing(client: CheckedClient, followed: dict[str, int], program: str) -> None:
    for template in OF_OCCUPATION:
        if "/v1/occupations/{soc_code}/" in template and not template.endswith("hierarchy"):
            for code in ("29-2071", "29-2072", "29-9099"):
                url = template.replace("{soc_code}", code)
                assert follow_all(client, followed, f"{url}?program={program}") > 0


@pytest.mark.parametrize(
    "url",
    [
        *("/v1/wages?limit=2", "/v1/employment?limit=2", "/v1/projections", "/v1/certifications", "/v1/organizations"),
        *(
            "/v1/wages?area_code=10180",
            "/v1/wages?soc_code=29-9998",
            "/v1/industries",
            "/v1/areas?area_type=metropolitan",
        ),
        *(
            "/v1/releases",
            "/v1/releases/ooh-2018-28",
            "/v1/organizations/ncra",
            "/v1/organizations/cahiim",
            "/v1/measures",
        ),
        *("/v1/occupations?limit=3", "/v1/occupations?q=zzzz", "/v1/industries/622", "/v1/releases?program=ep"),
    ],
)
def test_links_of_lists(client: CheckedClient, followed: dict[str, int], url: str) -> None:
    assert follow_all(client, followed, url) > 0


@pytest.mark.parametrize(
    "url",
    [
        *(
            "/v1/occupations/29-9998",
            "/v1/occupations/29-2072?soc_vintage=2010",
            "/v1/releases/oews-2031-05",
            "/nowhere",
        ),
        *("/v1/wages/", "/v1/industries/999999", "/v1/organizations/x", "/v1/measures/employmint", "/v1/wages?limt=5"),
    ],
)
def test_links_of_problems(client: CheckedClient, followed: dict[str, int], url: str) -> None:
    assert follow_all(client, followed, url) > 0
