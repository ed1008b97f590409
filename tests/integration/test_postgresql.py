"""PostgreSQL answers as SQLite does, byte for byte: every path, filters, every order, every page."""

import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.every_path import OF_ILLUSTRATIONS, PATHS, SORTED, filled, parameters

pytestmark = pytest.mark.postgresql

# When a database was loaded, and how long it took, is its own affair, as is the number of a request.
_OWN = re.compile(rb'("(?:loaded_at|changed_at|request_id|seconds)":)("[^"]*"|[0-9.e-]+)')
_OWN_HEADERS = frozenset({"date", "etag", "last-modified", "x-request-id", "server-timing"})
_MOST_PAGES = 60


@pytest.fixture(scope="module")
def both(small_database: str, postgresql_url: str) -> Iterator[tuple[CheckedClient, CheckedClient]]:
    """A client of an application on SQLite and one on PostgreSQL, both with the small seed."""
    applications: list[FastAPI] = [
        create_app(Settings(database_url=url)) for url in (f"sqlite:///{small_database}", postgresql_url)
    ]
    with CheckedClient(applications[0]) as sqlite, CheckedClient(applications[1]) as postgresql:
        yield sqlite, postgresql
    for application in applications:
        application.state.database.close()


def comparable(response: httpx.Response) -> tuple[int, dict[str, str], bytes]:
    """What two databases must agree on."""
    headers = {name: text for name, text in response.headers.items() if name not in _OWN_HEADERS}
    headers.pop("content-length", None)
    return response.status_code, headers, _OWN.sub(rb'\1"..."', response.content)


def agree(both: tuple[CheckedClient, CheckedClient], url: str) -> httpx.Response:
    """Ask both, fail where they differ, and return the answer. That it fits its schema is tested elsewhere."""
    sqlite, postgresql = (client._send("GET", url) for client in both)
    assert comparable(postgresql) == comparable(sqlite), url
    return sqlite


def agree_on_all_pages(both: tuple[CheckedClient, CheckedClient], url: str) -> int:
    """Follow `page.next` on both; returns the number of records."""
    records, following = 0, url
    for _ in range(_MOST_PAGES):
        body = agree(both, following).json()
        records += len(body["data"])
        if body["page"]["next"] is None:
            return records
        following = body["page"]["next"]
    raise AssertionError(f"{url}: more than {_MOST_PAGES} pages")


@pytest.mark.parametrize("template", sorted(set(PATHS) - {"/health/ready", "/metrics"}))
def test_every_path_gives_the_same_answer(both: tuple[CheckedClient, CheckedClient], template: str) -> None:
    assert agree(both, filled(template)).status_code == 200


@pytest.mark.parametrize("template", [template for template in PATHS if "{soc_code}" in template])
@pytest.mark.parametrize("code", ["29-2072", "00-0000", "11-1011", "27-2011", "29-9021", "29-9099", "15-1252"])
def test_every_occupation_gives_the_same_answer(
    both: tuple[CheckedClient, CheckedClient], template: str, code: str
) -> None:
    assert agree(both, template.replace("{soc_code}", code)).status_code == 200


def test_readiness_tells_the_database(both: tuple[CheckedClient, CheckedClient]) -> None:
    sqlite, postgresql = (client.answer("/health/ready") for client in both)
    assert (sqlite.pop("database"), postgresql.pop("database")) == ("sqlite", "postgresql")
    assert (sqlite.pop("opened"), postgresql.pop("opened")) == ("read_only", "read_only")
    sqlite.pop("changed_at")
    postgresql.pop("changed_at")
    assert sqlite == postgresql


def orders(template: str) -> list[str]:
    """Every order that a list has."""
    items = parameters(template)["sort"]["schema"]["items"]  # type: ignore[index]
    return list(items["enum"])


@pytest.mark.parametrize("template", [template for template in SORTED if template not in OF_ILLUSTRATIONS])
def test_every_order_is_the_same_to_the_last_page(both: tuple[CheckedClient, CheckedClient], template: str) -> None:
    # The code of the document has no figures by area.
    path = template.replace("{soc_code}", "29-2072") if "by-area" in template else filled(template)
    known = orders(template)
    assert len(known) >= 2
    counted = {agree_on_all_pages(both, f"{path}?limit=45&sort={sort}") for sort in known}
    assert len(counted) == 1
    assert counted != {0}


@pytest.mark.parametrize(
    ("url", "least"),
    [
        ("/v1/wages?limit=7&area_code=99", 20),
        ("/v1/wages?limit=7&area_code=99&sort=title", 20),
        ("/v1/wages?limit=7&program=oews&program=ooh", 100),
        ("/v1/wages?limit=7&program=oews&program=ooh&sort=-annual_median", 100),
        ("/v1/wages?limit=50&min_hourly_median=24.59", 30),
        ("/v1/wages?limit=50&max_hourly_median=24.59", 20),
        ("/v1/wages?limit=50&min_annual_p90=239200", 1),
        ("/v1/wages?limit=50&area_type=territory", 2),
        ("/v1/wages?limit=50&level=broad&level=major", 2),
        ("/v1/employment?limit=9&min_employment=1000&max_employment=500000&sort=employment", 20),
        ("/v1/employment?limit=9&min_location_quotient=1.05&sort=-location_quotient", 3),
        ("/v1/employment?limit=9&max_employment_rse=2.5&area_code=CA&area_code=TX", 0),
        ("/v1/employment?limit=50&program=ooh", 1),
        ("/v1/occupations?limit=4", 20),
        ("/v1/occupations?q=health", 1),
        ("/v1/occupations?q=HEALTH", 1),
        ("/v1/occupations?q=ph%C3%A9", 0),
        ("/v1/occupations?q=100%25", 0),
        ("/v1/occupations?q=_", 0),
        ("/v1/occupations?sort=-annual_median&limit=3", 20),
        ("/v1/occupations?retired=true", 1),
        ("/v1/occupations?outlook=much_faster_than_average&retired=true", 1),
        ("/v1/occupations?education=postsecondary_nondegree_award&retired=true", 1),
        ("/v1/occupations?major_group=29&limit=2", 5),
        ("/v1/certifications?limit=1", 2),
        ("/v1/certifications?organization=ahima", 1),
        ("/v1/projections?min_employment_change_percent=11", 1),
        ("/v1/projections?min_employment_change_percent=11.1", 0),
        ("/v1/areas?limit=2&sort=-area_title", 5),
        ("/v1/industries?limit=2&sort=industry_title", 5),
        ("/v1/organizations?limit=2", 5),
        ("/v1/wages?count=exact&limit=1&area_code=48", 5),
    ],
)
def test_filters_keep_the_same_records(both: tuple[CheckedClient, CheckedClient], url: str, least: int) -> None:
    assert agree_on_all_pages(both, url) >= least


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/v1/occupations/99-9999", 404),
        ("/v1/occupations/29-2071x", 422),
        ("/v1/occupations/29-2071%00", 400),
        ("/v1/wages?area_code=%00", 400),
        ("/v1/occupations?q=%00", 400),
        ("/v1/occupations?q=%FF", 400),
        ("/v1/wages?limit=0", 422),
        ("/v1/wages?cursor=nonsense", 400),
        ("/v1/wages?min_annual_median=99999999999999999999", None),
        ("/v1/wages?min_hourly_median=1e400", None),
        ("/v1/employment?min_employment=2147483648", None),
        ("/v1/employment?min_employment=9223372036854775808", None),
        ("/v1/employment?max_location_quotient=0.000000000000000000001", None),
        ("/v1/releases/oews-2025-05.r9", None),
        ("/v1/releases/oews-2025-05.r99999999999999999999", None),
        ("/v1/industries/999999", 404),
        ("/v1/organizations/nobody", 404),
        ("/v1/nothing", 404),
    ],
)
def test_mistakes_are_answered_alike(both: tuple[CheckedClient, CheckedClient], url: str, status: int | None) -> None:
    answer = agree(both, url)
    assert answer.status_code < 500
    if status is not None:
        assert answer.status_code == status
