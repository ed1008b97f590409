"""Paging: all pages together are exactly the rows of the list, in one order, whatever the filters and the sort.

The list is compared with a selection, a sort and a count made in Python from the publisher's file.
"""

import base64
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.api.cursors import encode_cursor, fingerprint
from app.store.engine import create_writer
from app.store.migrate import migrate
from app.store.seed import seed
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.small_seed import change_table, set_cell
from tests.starter_cells import EMPLOYMENT_COLUMNS, WAGE_COLUMNS, Row, expected, starter_rows
from tests.walking import pages, records

Figure = int | float | None
MEASURES = (*WAGE_COLUMNS, *EMPLOYMENT_COLUMNS)
STATES = ("99", "01", "06", "48", "66", "72")
# Many ties and withheld cells: a state's groups, and occupations that are paid by the year.
GROUPS = ("25", "27", "29", "19", "53")
SHARED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def value_of(row: Row, field: str) -> str | Figure:
    """What a field of a row sorts by."""
    if field in MEASURES:
        return expected(row, field)[0]
    column = {"soc_code": "OCC_CODE", "title": "OCC_TITLE", "area_code": "AREA", "area_title": "AREA_TITLE"}[field]
    return row.cells[column]


def sorted_as_asked(rows: list[Row], sort: list[str]) -> list[Row]:
    """Sort by each key in turn, the last one first, since sorting is stable; no figure comes last both ways.

    What ties in all keys comes in the order of the file, or against it if the last key descends.
    """
    backwards = bool(sort) and sort[-1].startswith("-")
    ordered = sorted(rows, key=lambda row: row.number, reverse=backwards)
    for key in reversed(sort):
        field = key.removeprefix("-")
        having = [row for row in ordered if value_of(row, field) is not None]
        lacking = [row for row in ordered if value_of(row, field) is None]
        having.sort(key=lambda row: value_of(row, field), reverse=False)  # type: ignore[arg-type, return-value]
        if key.startswith("-"):
            having = _reversed_keeping_ties(having, field)
        ordered = having + lacking
    return ordered


def _reversed_keeping_ties(rows: list[Row], field: str) -> list[Row]:
    return sorted(rows, key=lambda row: value_of(row, field), reverse=True)  # type: ignore[arg-type, return-value]


@st.composite
def questions(
    draw: st.DrawFn, measures: tuple[str, ...]
) -> tuple[dict[str, list[str]], Callable[[Row], bool], list[str]]:
    """Filters as a query has them, the same as a predicate over rows of the file, and sort keys."""
    areas = draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True))
    groups = draw(st.lists(st.sampled_from(GROUPS), min_size=1, max_size=2, unique=True))
    levels = draw(st.lists(st.sampled_from(["major", "minor", "broad", "detailed"]), max_size=3, unique=True))
    filters = {"area_code": areas, "major_group": groups, "level": levels}
    bounds: list[tuple[str, str, float]] = []
    for measure in draw(st.lists(st.sampled_from(measures), max_size=2, unique=True)):
        known = sorted(v for row in starter_rows()[::97] if (v := expected(row, measure)[0]) is not None)
        value = draw(st.sampled_from(known)) + draw(st.sampled_from([0, 0, 0.004, -0.004, 0.5]))
        bound = draw(st.sampled_from(["min", "max"]))
        filters[f"{bound}_{measure}"] = [f"{value:.6f}"]
        bounds.append((bound, measure, float(f"{value:.6f}")))

    def keeps(row: Row) -> bool:
        if row.key[0] not in areas or row.key[1][:2] not in groups:
            return False
        if levels and row.cells["O_GROUP"] not in levels:
            return False
        for bound, measure, limit in bounds:
            figure, qualifier = expected(row, measure)
            if figure is None or (bound == "min" and figure < limit):
                return False
            if bound == "max" and (figure > limit or qualifier is not None):
                return False
        return True

    fields = ("title", "area_code", "area_title", "soc_code", *measures)
    chosen = draw(st.lists(st.sampled_from(fields), max_size=3, unique=True))
    sort = [f"{draw(st.sampled_from(['', '-']))}{field}" for field in chosen]
    return filters, keeps, sort


def url_of(path: str, filters: dict[str, list[str]], sort: list[str], limit: int) -> str:
    """The URL of a question."""
    asked = [f"{name}={value}" for name, values in filters.items() for value in values]
    asked += [f"sort={key}" for key in sort]
    return f"{path}?{'&'.join([*asked, f'limit={limit}'])}"


def check_walk(
    client: CheckedClient,
    path: str,
    question: tuple[dict[str, list[str]], Callable[[Row], bool], list[str]],
    limit: int,
) -> None:
    """The records of all pages are the rows of the file that the filters keep, in the order of the sort."""
    filters, keeps, sort = question
    wanted = sorted_as_asked([row for row in starter_rows() if keeps(row)], sort)
    url = url_of(path, filters, sort, max(limit, len(wanted) // 12 + 1))
    found: list[dict[str, Any]] = []
    for page in pages(client, url):
        assert page["page"]["total"] == len(wanted), url
        assert len(page["data"]) <= page["page"]["limit"]
        assert page["data"] or not wanted
        found += page["data"]
    assert [r["provenance"]["row"] for r in found] == [row.number for row in wanted], url


@SHARED
@given(question=questions(tuple(WAGE_COLUMNS)), limit=st.sampled_from([1, 2, 3, 7, 20, 100]))
def test_walking_wages_gives_every_row_once_in_order(
    client: CheckedClient, question: tuple[dict[str, list[str]], Callable[[Row], bool], list[str]], limit: int
) -> None:
    check_walk(client, "/v1/wages", question, limit)


@SHARED
@given(question=questions(tuple(EMPLOYMENT_COLUMNS)), limit=st.sampled_from([1, 2, 3, 7, 20, 100]))
def test_walking_employment_gives_every_row_once_in_order(
    client: CheckedClient, question: tuple[dict[str, list[str]], Callable[[Row], bool], list[str]], limit: int
) -> None:
    check_walk(client, "/v1/employment", question, limit)


@pytest.mark.parametrize(
    "sort", ["annual_median", "-annual_median", "-hourly_p90", "hourly_mean", "-title", "-area_code"]
)
def test_ties_and_nulls_are_neither_lost_nor_repeated_one_row_at_a_time(client: CheckedClient, sort: str) -> None:
    """27-2000s of California and Hawaii: withheld, hourly-only, and bounded at the same value."""
    url = f"/v1/wages?major_group=27&area_code=06&area_code=15&sort={sort}"
    rows = [row for row in starter_rows() if row.key[0] in ("06", "15") and row.key[1].startswith("27")]
    found = records(client, f"{url}&limit=1")
    assert [r["provenance"]["row"] for r in found] == [row.number for row in sorted_as_asked(rows, [sort])]


@pytest.mark.parametrize("descending", ["", "-"])
def test_rows_without_a_figure_come_last_either_way(client: CheckedClient, descending: str) -> None:
    found = records(client, f"/v1/wages?area_code=06&sort={descending}annual_median&limit=200")
    medians = [r["annual_median"] for r in found]
    known = [median for median in medians if median is not None]
    assert 0 < len(known) < len(medians)
    assert medians[: len(known)] == sorted(known, reverse=descending == "-")
    assert set(medians[len(known) :]) == {None}


def test_without_a_sort_rows_come_in_the_order_of_the_publication(client: CheckedClient) -> None:
    found = [r["provenance"]["row"] for page in _some(pages(client, "/v1/wages?limit=333"), 4) for r in page["data"]]
    assert found == list(range(2, 2 + 4 * 333))


def _some(walk: Any, count: int) -> list[dict[str, Any]]:
    return [page for page, _ in zip(walk, range(count), strict=False)]


def test_two_programs_are_one_list_with_one_walk(client: CheckedClient) -> None:
    url = "/v1/wages?program=oews&program=ooh&major_group=29&area_code=99"
    whole = client.answer(f"{url}&limit=1000")
    for limit in (1, 7):
        found = records(client, f"{url}&limit={limit}&sort=-annual_median")
        assert len(found) == whole["page"]["total"] == len(whole["data"])
        keys = {(r["source"], r["provenance"]["file"], r["provenance"]["row"]) for r in found}
        assert len(keys) == len(found)
        medians = [r["annual_median"] for r in found if r["annual_median"] is not None]
        assert medians == sorted(medians, reverse=True)


LISTS = [
    "/v1/occupations",
    "/v1/occupations?sort=-annual_median",
    "/v1/occupations?sort=employment_change_percent&level=major&level=minor",
    "/v1/areas?sort=-area_title",
    "/v1/industries?sort=industry_title",
    "/v1/organizations?sort=-name",
    "/v1/certifications?sort=acronym",
    "/v1/projections",
    "/v1/occupations/29-2071/contacts",
    "/v1/occupations/29-2071/related",
    "/v1/occupations/29-2071/certifications",
    "/v1/occupations/29-2071/wages/by-industry?sort=-annual_median",
    "/v1/occupations/29-2071/employment/by-industry?sort=title",
    "/v1/occupations/29-1141/wages/by-area?sort=-hourly_mean",
    "/v1/occupations/29-1141/employment/by-area?sort=area_title",
]


@pytest.mark.parametrize("url", LISTS)
def test_every_list_pages_into_the_same_records(client: CheckedClient, url: str) -> None:
    joined = "&" if "?" in url else "?"
    whole = client.answer(f"{url}{joined}limit=1000")["data"]
    size = 1 if len(whole) < 60 else 101
    paged = [record for page in pages(client, f"{url}{joined}limit={size}") for record in page["data"]]
    if len(whole) == 1000:
        paged = paged[:1000]
    assert paged == whole
    assert whole


def test_next_is_the_link_header_and_null_on_the_last_page(client: CheckedClient) -> None:
    response = client.get("/v1/occupations/29-2071/wages/by-industry?limit=3")
    following = response.json()["page"]["next"]
    assert f'<{following}>; rel="next"' in response.headers["link"]
    assert '</v1/releases>; rel="license"' in response.headers["link"]
    last = client.get(following)
    assert last.json()["page"] == {"limit": 3, "next": None, "total": 5}
    assert 'rel="next"' not in last.headers["link"]


def test_a_page_that_is_just_full_is_the_last_one(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071/wages/by-industry?limit=5")
    assert (len(body["data"]), body["page"]["next"]) == (5, None)


def test_the_default_limit_is_50_and_the_greatest_1000(client: CheckedClient) -> None:
    assert len(client.answer("/v1/wages")["data"]) == 50
    page = client.answer("/v1/wages?limit=1000")
    assert len(page["data"]) == page["page"]["limit"] == 1000


def test_limit_and_count_may_change_between_pages(client: CheckedClient) -> None:
    url = "/v1/wages?area_code=TX&sort=-annual_median"
    whole = [r["soc_code"] for r in records(client, f"{url}&limit=1000")]
    first = client.answer(f"{url}&limit=10")
    second = client.answer(first["page"]["next"].replace("limit=10", "limit=25&count=exact"))
    third = client.answer(second["page"]["next"])
    found = [r["soc_code"] for page in (first, second, third) for r in page["data"]]
    assert found == whole[:60]
    assert second["page"]["total"] == len(whole)


# --------------------------------------------------------------------------------------------------------------------
# Cursors.


def cursor_of(client: CheckedClient, url: str) -> str:
    """The cursor of the second page."""
    following: str = client.answer(url)["page"]["next"]
    return following.rpartition("cursor=")[2]


@pytest.mark.parametrize(
    "other",
    [
        "/v1/wages?area_code=CA&sort=-annual_median",
        "/v1/wages?area_code=TX&sort=annual_median",
        "/v1/wages?area_code=TX",
        "/v1/wages?area_code=TX&sort=-annual_median&level=detailed",
        "/v1/wages?area_code=TX&sort=-annual_median&program=oews",
        "/v1/employment?area_code=TX&sort=-employment",
        "/v1/occupations?sort=-annual_median",
        "/v1/occupations/29-2072/wages/by-area?sort=-annual_median",
    ],
)
def test_a_cursor_of_another_list_is_refused(client: CheckedClient, other: str) -> None:
    cursor = cursor_of(client, "/v1/wages?area_code=TX&sort=-annual_median&limit=2")
    body = client.problem(f"{other}&cursor={cursor}", 400, "invalid-cursor")
    assert "another" in body["detail"]
    (error,) = body["errors"]
    assert (error["where"], error["name"], error["given"][:50]) == ("query", "cursor", cursor[:50])
    assert error["allowed"].startswith("the `page.next` of the page before, followed as it is")
    (nearest,) = body["nearest"]
    assert nearest["url"] == other
    assert client.get(nearest["url"]).status_code == 200


def test_the_list_without_its_cursor_is_named_as_it_was_asked_for(client: CheckedClient) -> None:
    def nearest(url: str) -> object:
        return client.problem(url, 400, "invalid-cursor")["nearest"]

    title = "The same list, from its start"
    assert nearest("/v1/wages?cursor=abc") == [{"title": title, "url": "/v1/wages"}]
    asked = "/v1/occupations?q=a+%26+b%C3%A9&level=major&cursor=abc&level=minor"
    assert nearest(asked) == [{"title": title, "url": "/v1/occupations?q=a+%26+b%C3%A9&level=major&level=minor"}]
    # Sound by itself, and of no row of this list.
    forged = encode_cursor(fingerprint("/v1/wages", []), client.answer("/health/ready")["data_revision"], [1, 2, 3])
    body = client.problem(f"/v1/wages?cursor={forged}", 400, "invalid-cursor")
    assert body["nearest"] == [{"title": title, "url": "/v1/wages"}]
    assert [error["name"] for error in body["errors"]] == ["cursor"]


def test_a_cursor_that_was_changed_anywhere_is_refused(client: CheckedClient) -> None:
    url = "/v1/wages?area_code=TX&sort=-annual_median&limit=2"
    cursor = cursor_of(client, url)
    chance = random.Random(4)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for place in range(0, len(cursor), 3):
        changed = cursor[:place] + chance.choice(alphabet.replace(cursor[place], "")) + cursor[place + 1 :]
        same = base64.urlsafe_b64decode(changed + "==") == base64.urlsafe_b64decode(cursor + "==")
        response = client.get(f"{url}&cursor={changed}")
        assert response.status_code == (200 if same else 400), changed
    for cut in (0, 1, 5, len(cursor) - 1):
        client.problem(f"{url}&cursor={cursor[:cut]}", 400, "invalid-cursor")
    client.problem(f"{url}&cursor={cursor}AAAA", 400, "invalid-cursor")


FORGED: list[Any] = [
    [],
    [1],
    [1, 2, 3],
    ["a", "b"],
    [None, None],
    [1e17, 1],
    [-1e17, 1],
    [2**63, 1],
    [1e308, 1],
    [24.591, 1],
    [1.5, 1.5],
    [True, 1],
    [[1], 1],
    [{"a": 1}, 1],
    ["x" * 300, 1],
    [None, 2**62],
    [1, None],
    [10, "1"],
]


@pytest.mark.parametrize("values", FORGED, ids=str)
@pytest.mark.parametrize("sort", ["hourly_median", "-annual_median", "title", "mean_wage_rse"])
def test_a_forged_cursor_gives_no_fault(client: CheckedClient, sort: str, values: list[Any]) -> None:
    """The checksum is no secret: whoever reads the source can make one, and may get nothing worse than a problem."""
    revision = client.answer("/health/ready")["data_revision"]
    cursor = encode_cursor(fingerprint("/v1/wages", [("sort", sort)]), revision, values)
    response = client.get(f"/v1/wages?sort={sort}&limit=2&cursor={cursor}")
    assert response.status_code in {200, 400}, response.text
    if response.status_code == 400:
        assert response.json()["type"] == "/problems/invalid-cursor"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(max_size=80), st.binary(max_size=60).map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
)
def test_any_text_as_a_cursor_gives_a_problem(client: CheckedClient, text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    response = client.get("/v1/wages", params={"cursor": text})
    assert response.status_code == 400, (text, response.text)


@pytest.mark.parametrize("content", [b"null", b"{}", b"[]", b"[1,2,3]", b"[1,2,3,4]", b'[9,"x",1,[]]', b"\xff", b"[1"])
def test_a_cursor_with_sound_checksum_and_odd_content_is_refused(client: CheckedClient, content: bytes) -> None:
    import hashlib

    checksum = hashlib.blake2b(content, digest_size=6).digest()
    cursor = base64.urlsafe_b64encode(checksum + content).decode().rstrip("=")
    client.problem(f"/v1/wages?cursor={cursor}", 400, "invalid-cursor")


def test_a_cursor_is_opaque_but_short(client: CheckedClient) -> None:
    cursor = cursor_of(client, "/v1/wages?sort=-title&sort=area_title&sort=-annual_median&limit=1")
    assert len(cursor) < 300
    assert json.dumps(cursor) == f'"{cursor}"'


def test_a_cursor_from_before_a_load_is_stale(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    with CheckedClient(serve(own_store.url)) as asking:
        following = asking.answer("/v1/wages?limit=2")["page"]["next"]
        assert asking.answer(following)["data"]
        change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
        seed(own_store.writer, own_store.folder)
        body = asking.problem(following, 410, "stale-cursor")
        assert "cursor" in body["detail"]
        assert [error["name"] for error in body["errors"]] == ["cursor"]
        assert body["nearest"] == [{"title": "The same list, from its start", "url": "/v1/wages?limit=2"}]
        assert asking.answer("/v1/wages?limit=2")["page"]["next"] != following


def test_counting_stops_where_it_would_take_long(client: CheckedClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.queries.listing.CHEAP_COUNT", 1_000)
    # Statements that were put together before know the old number, and those put together now must not be kept.
    monkeypatch.setattr("app.queries.listing.prepared", lambda _relation, _shape, make: make())
    assert client.answer("/v1/wages?limit=1&min_annual_p25=0&count=exact")["page"]["total"] > 30_000
    assert client.answer("/v1/wages?limit=1&min_annual_p25=0&max_annual_p25=900000")["page"]["total"] is None
    assert client.answer("/v1/wages?limit=1&area_code=TX&min_annual_p25=0")["page"]["total"] < 1_000


def test_a_list_of_an_empty_table_has_one_empty_page(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[str], FastAPI]
) -> None:
    from sqlalchemy import insert

    from app.store.tables import database_state

    url = f"sqlite:///{tmp_path_factory.mktemp('bare') / 'bare.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    with writer.begin() as connection:
        connection.execute(
            insert(database_state).values(
                state_id=1, data_revision=1, changed_at="2026-01-01T00:00:00Z", seed_sha256=None
            )
        )
    writer.dispose()
    with CheckedClient(serve(url)) as asking:
        for path in (
            "/v1/wages",
            "/v1/employment",
            "/v1/projections",
            "/v1/certifications",
            "/v1/occupations",
            "/v1/areas",
        ):
            body = asking.answer(path)
            assert (body["data"], body["page"]["next"], body["page"]["total"]) == ([], None, 0), path
            assert body["absence"]["reason"] == "not_loaded", path
        releases = asking.answer("/v1/releases")
        assert releases["data"] == []
        assert asking.answer("/health/ready")["releases"] == []
