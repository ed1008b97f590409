"""The API over a real PostgreSQL answers byte for byte as over SQLite."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from tests.checked_client import CheckedClient
from tests.every_path import PATHS
from tests.walking import ask

pytestmark = pytest.mark.postgresql

CODES = ("29-2072", "29-9099", "29-9021", "00-0000", "21-1018", "11-9111", "29-1249")
URLS = [
    *(path for path in PATHS.values() if not path.startswith("/health")),
    *(PATHS[t].replace("29-2071", code) for t in PATHS if "{soc_code}" in t for code in CODES),
    "/v1/occupations/29-9099?soc_vintage=2010",
    "/v1/occupations?q=medical%20records",
    "/v1/occupations?q=MEDICAL&sort=-title",
    "/v1/occupations?q=100%25_",
    "/v1/occupations?retired=true&sort=title",
    "/v1/occupations?retired=false&sort=-annual_median&limit=7",
    "/v1/occupations?education=postsecondary_nondegree_award",
    "/v1/occupations?outlook=much_faster_than_average",
    "/v1/occupations?min_employment_change_percent=11",
    "/v1/occupations?sort=employment_change_percent&sort=-employment",
    "/v1/wages?limit=1000",
    "/v1/wages?limit=1000&program=oews&program=ooh",
    "/v1/wages?sort=-annual_median&limit=1000",
    "/v1/wages?sort=hourly_mean&sort=-title&limit=1000",
    "/v1/wages?sort=area_title&sort=-hourly_p90&limit=33",
    "/v1/wages?min_hourly_median=24.59&max_hourly_median=63.2",
    "/v1/wages?max_annual_p90=239200&sort=-annual_p90",
    "/v1/wages?min_mean_wage_rse=0.5&max_mean_wage_rse=1.5&sort=mean_wage_rse",
    "/v1/wages?area_type=state&level=detailed&major_group=29&count=exact",
    "/v1/employment?limit=1000&sort=-location_quotient",
    "/v1/employment?program=ooh&program=oews&sort=-employment&limit=1000",
    "/v1/employment?max_employment_rse=3.4&sort=-employment_rse",
    "/v1/employment?min_jobs_per_1000=1.223&max_jobs_per_1000=1.223",
    "/v1/employment?min_percent_of_occupation=7&program=ooh",
    "/v1/areas?sort=-area_title",
    "/v1/areas?area_type=territory",
    "/v1/industries?sort=-industry_title",
    "/v1/certifications?acronym=CTR",
    "/v1/organizations?sort=-name",
    "/v1/releases/ooh-2018-28.r1",
    "/v1/wages?area_code=10180",
    "/v1/occupations/29-9999",
    "/v1/wages?limt=1",
]
# When the rows were loaded is all that may differ.
_TIMES = re.compile(r'"(loaded_at|changed_at)":"[^"]*"|"request_id":"[^"]*"|"size_bytes":\d+|"part_id":\d+')


@pytest.fixture(scope="module")
def both(postgresql_url: str, small_database: Path) -> Iterator[tuple[CheckedClient, CheckedClient]]:
    """A client of each database."""
    from app.config import Settings
    from app.main import create_app

    apps = [create_app(Settings(database_url=url)) for url in (f"sqlite:///{small_database}", postgresql_url)]
    with CheckedClient(apps[0]) as sqlite, CheckedClient(apps[1]) as postgresql:
        yield sqlite, postgresql
    for application in apps:
        application.state.database.close()


def less_times(text: str) -> str:
    return _TIMES.sub("", text)


@pytest.mark.parametrize("url", dict.fromkeys(URLS))
def test_an_answer_is_the_same_byte_for_byte(both: tuple[CheckedClient, CheckedClient], url: str) -> None:
    mine, theirs = (asking._send("GET", url) for asking in both)
    assert mine.status_code == theirs.status_code
    assert mine.status_code < 500
    assert less_times(theirs.text) == less_times(mine.text)


@pytest.mark.parametrize(
    "url",
    [
        "/v1/wages?sort=-annual_median&limit=9",
        "/v1/wages?sort=-title&sort=hourly_p25&limit=50",
        "/v1/wages?program=oews&program=ooh&sort=annual_p10&limit=50",
        "/v1/occupations?sort=-employment&limit=3",
        "/v1/employment?sort=location_quotient&limit=40",
    ],
)
def test_a_walk_goes_the_same_way(both: tuple[CheckedClient, CheckedClient], url: str) -> None:
    mine, theirs = both
    following: str | None = url
    seen = 0
    while following is not None and seen < 12:
        ours, other = ask(mine, following).json(), ask(theirs, following).json()
        assert ours["data"] == other["data"]
        assert ours["page"] == other["page"]  # the cursors too
        following = ours["page"]["next"]
        seen += 1
    assert seen > 1


def test_health_says_which_database_it_is(both: tuple[CheckedClient, CheckedClient]) -> None:
    assert [asking.answer("/health/ready")["database"] for asking in both] == ["sqlite", "postgresql"]
    assert {asking.answer("/health/ready")["opened"] for asking in both} == {"read_only"}


@pytest.mark.parametrize("text", ["x'%27", "\\", "%25", "_", "\u00e9", "\U0001f600", "a" * 100, "'; DROP TABLE part; --"])
def test_text_that_sql_could_stumble_over(both: tuple[CheckedClient, CheckedClient], text: str) -> None:
    for asking in both:
        assert asking.get("/v1/occupations", params={"q": text}).status_code == 200


@pytest.mark.parametrize("cursor_values", [[2**62, 1], [-(2**63), 1], [None, 2**62], [1e300, 1]])
def test_a_forged_cursor_gives_no_fault(both: tuple[CheckedClient, CheckedClient], cursor_values: list[object]) -> None:
    from app.api.cursors import encode_cursor, fingerprint

    for sort in ("annual_median", "hourly_median", "mean_wage_rse"):
        for asking in both:
            revision = asking.answer("/health/ready")["data_revision"]
            cursor = encode_cursor(fingerprint("/v1/wages", [("sort", sort)]), revision, cursor_values)  # type: ignore[arg-type]
            assert asking.get(f"/v1/wages?sort={sort}&cursor={cursor}").status_code in {200, 400}


def test_large_bounds_fit_every_column(both: tuple[CheckedClient, CheckedClient]) -> None:
    for asking in both:
        for query in ("min_annual_median=999999999999", "max_hourly_mean=1000000000000", "min_hourly_mean=-1000000000000"):
            assert asking.get(f"/v1/wages?{query}&limit=1").status_code == 200


def test_postgresql_that_is_away_is_not_ready(serve: Callable[[str], FastAPI], tmp_path: Path) -> None:
    url = f"postgresql+psycopg://nobody@/nothing?host={tmp_path}"
    with CheckedClient(serve(url)) as asking:
        body = asking.problem("/health/ready", 503, "not-ready")
        assert str(tmp_path) not in body["detail"]
        assert asking.get("/health/live").status_code == 200
