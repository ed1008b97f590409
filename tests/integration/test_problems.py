"""Bad requests: each is answered with a problem that says what was given and what would work. None gives a 500."""

import json
import logging
import re
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import structlog
from fastapi import FastAPI

from app.api.problems import KINDS
from tests.checked_client import CheckedClient
from tests.every_path import LISTS, PAGES, PATHS, asking, parameters

WAGES = "/v1/wages"
ONE = "/v1/occupations/29-2071/wages"


def check_problem(response: httpx.Response, status: int, slug: str) -> dict[str, Any]:
    """What holds of every problem."""
    where = f"{response.request.method} {response.request.url}"
    assert response.status_code == status, f"{where} -> {response.status_code}: {response.text[:400]}"
    assert response.headers["content-type"] == "application/problem+json", where
    assert response.headers["access-control-allow-origin"] == "*", where
    assert response.headers["cache-control"] == "no-store", where
    assert response.headers["x-content-type-options"] == "nosniff", where
    if response.request.method == "HEAD":
        return {}
    body: dict[str, Any] = response.json()
    assert set(body) == {"type", "title", "status", "detail", "instance", "request_id", "errors", "nearest"}
    assert (body["type"], body["status"], body["title"]) == (f"/problems/{slug}", status, KINDS[slug].title)
    assert body["request_id"] == response.headers["x-request-id"]
    assert "Traceback" not in response.text
    assert body["detail"]
    return body


# --------------------------------------------------------------------------------------------------------------------
# Parameters: what was given, and what would work.

INVALID = [
    # unknown names
    (WAGES, "limt=5", "did you mean `limit`?"),
    (WAGES, "Limit=5", "did you mean `limit`?"),
    (WAGES, "limit%20=5", "did you mean `limit`?"),
    (WAGES, "areacode=TX", "did you mean `area_code`?"),
    (WAGES, "min_anual_median=1", "did you mean `min_annual_median`?"),
    (WAGES, "max_annual_medians=1", "did you mean `max_annual_median`?"),
    (WAGES, "sort_by=title", "sort"),
    (WAGES, "zzzzqqqq=1", "one of area_code, area_type"),
    (WAGES, "=1", "one of area_code"),
    (WAGES, "min_rank=1", "min_"),
    (ONE, "area_type=state", "area_code"),
    ("/v1/measures", "limit=5", "this path has bom, fields, format"),
    (WAGES, "fields=tilte", "did you mean `title`?"),
    (WAGES, "fields=soc_code,title", "did you mean `fields=soc_code&fields=title`?"),
    (WAGES, "format=xlsx", "one of json, csv, ndjson, parquet"),
    (WAGES, "bom=1", "true or false"),
    ("/health/live", "x=1", "no parameters"),
    ("/v1/occupations/29-2071", "limit=1", "soc_vintage"),
    # page sizes
    (WAGES, "limit=0", "a whole number from 1 to 1000"),
    (WAGES, "limit=-1", "a whole number from 1 to 1000"),
    (WAGES, "limit=1001", "a whole number from 1 to 1000"),
    (WAGES, "limit=99999999999999999999999999", "a whole number from 1 to 1000"),
    (WAGES, "limit=1.5", "a whole number from 1 to 1000"),
    (WAGES, "limit=", "a whole number from 1 to 1000"),
    (WAGES, "limit=abc", "a whole number from 1 to 1000"),
    (WAGES, "limit=1;limit=2", "a whole number from 1 to 1000"),
    (WAGES, "limit=0x10", "a whole number from 1 to 1000"),
    (WAGES, "limit=%E2%82%AC", "a whole number from 1 to 1000"),
    (WAGES, "limit=%EF%BC%95", "a whole number from 1 to 1000"),
    (WAGES, "limit=1e2", "a whole number from 1 to 1000"),
    (WAGES, "limit=true", "a whole number from 1 to 1000"),
    (WAGES, "limit=null", "a whole number from 1 to 1000"),
    (WAGES, "limit=" + "9" * 5000, "a whole number from 1 to 1000"),
    (WAGES, "limit=1&limit=1", "given once"),
    (WAGES, "count=maybe", "auto, exact"),
    (WAGES, "count=exact&count=exact", "given once"),
    # measures
    (WAGES, "min_annual_median=abc", "number"),
    (WAGES, "min_annual_median=", "number"),
    (WAGES, "min_annual_median=NaN", "number"),
    (WAGES, "min_annual_median=sNaN", "number"),
    (WAGES, "min_annual_median=inf", "number"),
    (WAGES, "max_annual_median=-Infinity", "number"),
    (WAGES, "min_annual_median=1e400", "number"),
    (WAGES, "min_annual_median=-1e400", "number"),
    (WAGES, "min_annual_median=10000000000000", "1000000000000"),
    (WAGES, "min_annual_median=1,000", "did you mean `1000`?"),
    (WAGES, "min_annual_median=$1000", "did you mean `1000`?"),
    (WAGES, "min_annual_median=1'%20OR%20'1'='1", "number"),
    (WAGES, "min_annual_median=%EF%BC%95", ""),
    (WAGES, "min_annual_median=1_000", ""),
    (WAGES, "min_annual_median=5&min_annual_median=6", "given once"),
    # sorting
    (WAGES, "sort=annual_medain", "did you mean `annual_median`"),
    (WAGES, "sort=-annual_medain", "did you mean `-annual_median`"),
    (WAGES, "sort=", "one of soc_code, title"),
    (WAGES, "sort=--title", "title"),
    (WAGES, "sort=title,soc_code", "did you mean `sort=title&sort=soc_code`?"),
    (WAGES, "sort=annual_median,title", "did you mean `sort=annual_median&sort=title`? one of soc_code"),
    (WAGES, "sort=-annual_median,title", "did you mean `sort=-annual_median&sort=title`? one of soc_code"),
    (WAGES, "sort=title;DROP TABLE oews_estimate", "title"),
    (WAGES, "sort=estimate_id", "one of"),
    (WAGES, "sort=TITLE", "did you mean `title`?"),
    (WAGES, "sort=annual_median:desc", "did you mean `-annual_median`?"),
    (WAGES, "sort=Annual%20Median", "did you mean `annual_median`?"),
    (WAGES, "sort=%2Btitle", "did you mean `title`?"),
    (WAGES, "sort=title&sort=level", "title"),
    (WAGES, "sort=title&sort=area_code&sort=soc_code&sort=area_title", "at most 3"),
    # keys
    (WAGES, "area_code=ZZ", "TX"),
    (WAGES, "area_code=Texas", "did you mean `TX`?"),
    (WAGES, "area_code=us-tx", "did you mean `TX`?"),
    (WAGES, "area_code=TX;limit=5", "did you mean `area_code=TX&limit=5`? an area code"),
    (WAGES, "area_code=TX,CA", "did you mean `area_code=TX&area_code=CA`? an area code"),
    (WAGES, "area_code=6", "did you mean `06`?"),
    (WAGES, "area_code=", "TX"),
    (WAGES, "area_code=4", "two-digit"),
    (WAGES, "area_code=123", "five digits"),
    (WAGES, "area_code=%D9%A4%D9%A8", "TX"),
    (WAGES, "area_code=48'--", "TX"),
    (WAGES, "area_code=" + "9" * 30, "five digits"),
    (WAGES, "area_type=county", "nation, state, territory"),
    (WAGES, "area_type=State", "did you mean `state`"),
    (WAGES, "soc_code=292072", "did you mean `29-2072`?"),
    (WAGES, "soc_code=29-1141,29-2072", "did you mean `soc_code=29-1141&soc_code=29-2072`? a SOC code"),
    (
        WAGES,
        "soc_code=29-1141,%2029-2072,29-2071,29-2099,29-1011,29-1021",
        "`soc_code=29-1141&soc_code=29-2072&soc_code=29-2071&soc_code=29-2099&soc_code=29-1011&...`? a SOC code",
    ),
    (WAGES, "soc_code=29-207", "two digits, a hyphen and four digits"),
    (WAGES, "soc_code=29-20722", "two digits, a hyphen and four digits"),
    (WAGES, "soc_code=nurse", "two digits, a hyphen and four digits"),
    (WAGES, "soc_code=%EF%BC%92%EF%BC%99-2072", "did you mean `29-2072`?"),
    (WAGES, "soc_code=29%E2%80%932072", "did you mean `29-2072`?"),
    (WAGES, "soc_vintage=2020", "2000, 2010, 2018"),
    (WAGES, "soc_vintage=latest", "2000, 2010, 2018"),
    (WAGES, "level=detaild", "did you mean `detailed`"),
    (WAGES, "level=DETAILED", "total, major, minor, broad, detailed"),
    (WAGES, "level=detailed,major", "did you mean `level=detailed&level=major`? one of total, major"),
    (WAGES, "major_group=2", "the first two digits of its codes, such as 29"),
    (WAGES, "major_group=29-2000", "did you mean `29`?"),
    (WAGES, "industry_code=1", "NAICS"),
    (WAGES, "industry_code=31-34", "31-33, 44-45, 48-49"),
    (WAGES, "industry_code=hospitals", "NAICS"),
    (WAGES, "industry_level=2-digit", "3-digit"),
    (WAGES, "ownership_code=4", "1235"),
    (WAGES, "reference_period=May%202025", "a month such as 2025-05"),
    (WAGES, "reference_period=2025-5", "did you mean `2025-05`?"),
    (WAGES, "reference_period=2025-13", "a month such as 2025-05 (01 to 12)"),
    (WAGES, "reference_period=2025-00", "a year such as 2018"),
    (WAGES, "reference_period=2025-05-01", "did you mean `2025-05`?"),
    (WAGES, "reference_period=2025-05%0A", ""),
    (WAGES, "program=bls", "ooh, oews, ep, onet"),
    (WAGES, "program=OEWS", "did you mean `oews`?"),
    (WAGES, "program=", "ooh, oews, ep, onet"),
    (WAGES, "release=newest", "oews-2025-05"),
    (WAGES, "release=OEWS-2025-05", "did you mean `oews-2025-05`?"),
    ("/v1/organizations", "organization=AHIMA", "did you mean `ahima`?"),
    ("/v1/organizations", "organization=a.b", "small letters, digits and underscores"),
    ("/v1/certifications", "acronym=R%20H", "the letters of a credential"),
    (WAGES, "release=oews-2025-05.r0", "oews-2025-05"),
    (WAGES, "release=oews-2025-05.rx", "oews-2025-05"),
    (WAGES, "release=../../etc/passwd", "oews-2025-05"),
    (WAGES, "release=" + "o" * 50, "named like oews-2025-05"),
    (WAGES, "&".join(f"soc_code=29-{number}" for number in range(1000, 1101)), "at most 100"),
    ("/v1/occupations", "q=" + "x" * 101, "at most 100 characters"),
    ("/v1/occupations", "q=a&q=b", "given once"),
    ("/v1/occupations", "retired=perhaps", "true or false"),
    ("/v1/occupations", "retired=yes", "true or false"),
    ("/v1/occupations", "retired=1", "true or false"),
    ("/v1/occupations", "retired=", "true or false"),
    ("/v1/occupations", "retired=True", "did you mean `true`? true or false"),
    ("/v1/occupations", "education=phd", "doctoral_or_professional_degree"),
    ("/v1/occupations", "education=bachelor's", "did you mean `bachelors_degree`?"),
    ("/v1/occupations", "outlook=great", "much_faster_than_average"),
    ("/v1/occupations", "outlook=faster", "faster_than_average"),
    (WAGES, "cursor=" + "x" * 601, "at most 600 characters"),
    (WAGES, "cursor=a&cursor=b", "given once"),
]


@pytest.mark.parametrize(("path", "query", "works"), INVALID, ids=lambda value: str(value)[:60])
def test_a_bad_parameter_is_named_with_what_would_work(
    client: CheckedClient, path: str, query: str, works: str
) -> None:
    response = client.get(f"{path}?{query}")
    body = check_problem(response, 422, "invalid-parameter")
    assert body["errors"], body
    for error in body["errors"]:
        assert error["where"] == "query"
        assert error["given"] is not None
        assert error["allowed"]
    assert works in " ".join(error["allowed"] for error in body["errors"]), body["errors"]
    assert body["instance"] == path


CONFLICTING = [
    (WAGES, "min_hourly_median=0.01&max_hourly_median=0.001", "at most max_hourly_median, which is 0.001"),
    (WAGES, "release=ooh-2018-28.r1&release=ooh-2018-28.r2", "one release of each program"),
    (ONE, "release=oews-2025-05&release=ooh-2018-28&release=oews-2024-05", "one release of each program"),
    (
        "/v1/occupations/29-2071/preparation",
        "release=ooh-2018-28&release=ooh-2018-28.r1",
        "one release of each program",
    ),
]


@pytest.mark.parametrize(("path", "query", "works"), CONFLICTING, ids=lambda value: str(value)[:60])
def test_parameters_that_contradict_each_other_are_named(
    client: CheckedClient, path: str, query: str, works: str
) -> None:
    body = check_problem(client.get(f"{path}?{query}"), 400, "conflicting-parameters")
    (error,) = body["errors"]
    assert (error["where"], works in error["allowed"]) == ("query", True)
    assert error["given"]


def test_equal_bounds_and_the_same_release_twice_do_not_contradict(client: CheckedClient) -> None:
    assert client.answer(f"{WAGES}?min_annual_median=0&max_annual_median=0")["data"] == []
    twice = client.answer(f"{WAGES}?release=oews-2025-05&release=oews-2025-05&limit=1")
    assert [source["release"] for source in twice["sources"]] == ["oews-2025-05"]


@pytest.mark.parametrize(
    ("path", "query", "works"),
    [
        (WAGES, "min_annual_median=6&max_annual_median=5", "at most max_annual_median, which is 5"),
        (WAGES, "min_annual_median=6&max_annual_median=0", "at most max_annual_median, which is 0"),
        (WAGES, "min_annual_median=0&max_annual_median=-0.01", "at most max_annual_median, which is -0.01"),
        ("/v1/employment", "min_employment=5&max_employment=0", "at most max_employment, which is 0"),
        (WAGES, "release=oews-2025-05&release=oews-2025-05.r1", "one release of each program"),
    ],
)
def test_parameters_that_contradict_each_other(client: CheckedClient, path: str, query: str, works: str) -> None:
    body = check_problem(client.get(f"{path}?{query}"), 400, "conflicting-parameters")
    (error,) = body["errors"]
    assert works in error["allowed"]
    assert error["name"] in query


def test_each_bad_parameter_has_its_own_entry_and_what_was_given(client: CheckedClient) -> None:
    body = client.problem(
        f"{WAGES}?area_code=TX&area_code=ZZ&limit=0&level=x&min_annual_median=a", 422, "invalid-parameter"
    )
    assert {(error["name"], error["given"]) for error in body["errors"]} == {
        ("area_code", "ZZ"),
        ("limit", "0"),
        ("level", "x"),
        ("min_annual_median", "a"),
    }
    for name in ("area_code", "limit", "level", "min_annual_median"):
        assert f"`{name}`" in body["detail"]


def test_wrong_fields_are_told_with_wrong_names_and_values(client: CheckedClient) -> None:
    response = client.get(f"{WAGES}?areacode=TX&fields=tilte&fields=level&limit=abc")
    assert response.status_code == 422
    told = [(error["name"], error["given"]) for error in response.json()["errors"]]
    assert sorted(told) == [("areacode", "TX"), ("fields", "tilte"), ("limit", "abc")]
    response = client.get(f"{WAGES}?fields=tilte&limit=abc")
    assert sorted(error["name"] for error in response.json()["errors"]) == ["fields", "limit"]


def test_wrong_names_and_wrong_values_are_told_together(client: CheckedClient) -> None:
    body = client.problem(
        f"{WAGES}?limt=5&limit=0&sort_by=title&level=x&count=exact&count=exact", 422, "invalid-parameter"
    )
    assert {error["name"]: error["allowed"].partition("?")[0] for error in body["errors"]} == {
        "limt": "did you mean `limit`",
        "sort_by": "did you mean `sort`",
        "count": "one value, given once",
        "limit": "a whole number from 1 to 1000, or `all` with `format=csv`, `ndjson` or `parquet`",
        "level": "one of total, major, minor, broad, detailed",
    }
    assert body["detail"] == "Not valid: `limt` (did you mean `limit`?), `sort_by`, `count`, `level`, `limit`."
    in_path = client.problem("/v1/occupations/292071/wages?limt=5", 422, "invalid-parameter")
    assert [(error["where"], error["name"]) for error in in_path["errors"]] == [("query", "limt"), ("path", "soc_code")]


def test_the_detail_says_what_would_work_for_the_first(client: CheckedClient) -> None:
    def detail(query: str) -> object:
        return client.problem(f"{WAGES}?{query}", 422, "invalid-parameter")["detail"]

    sizes = "a whole number from 1 to 1000, or `all` with `format=csv`, `ndjson` or `parquet`"
    assert detail("limit=0") == f"Not valid: `limit` ({sizes})."
    several = "Not valid: `level` (one of total, major, minor, broad, detailed), `limit`."
    assert detail("limit=0&level=x") == several
    # The whole choice is in `errors`.
    long = str(detail("sort=x"))
    assert long.startswith("Not valid: `sort` (one of soc_code, title,")
    assert long.endswith(" ...).")
    assert len(long) < 200
    many = "&".join(f"{name}=x" for name in ("level", "limit", "count", "program", "release", "ownership_code"))
    assert str(detail(many)).endswith(" and 1 more.")


def test_a_parameter_has_one_entry_however_often_it_is_repeated(client: CheckedClient) -> None:
    (error,) = client.problem(f"{WAGES}?limit=1&limit=0&limit=x", 422, "invalid-parameter")["errors"]
    assert (error["given"], error["allowed"]) == ("1, 0, x", "one value, given once")
    (error,) = client.problem(f"{WAGES}?sort=title&sort=soc_code&sort=-title&sort=title", 422, "invalid-parameter")[
        "errors"
    ]
    assert (error["given"], error["allowed"]) == ("title, soc_code, -title, title", "at most 3 values")
    (error,) = client.problem(f"{WAGES}?limt=1&limt=2", 422, "invalid-parameter")["errors"]
    assert error["given"] == "1, 2"
    assert (
        len(client.problem(f"{WAGES}?{'&'.join(f'x{n}=1' for n in range(90))}", 422, "invalid-parameter")["errors"])
        == 20
    )
    assert (
        len(client.problem(f"{WAGES}?{'&'.join(f'level=x{n}' for n in range(90))}", 422, "invalid-parameter")["errors"])
        == 20
    )


# What validation would say by itself, in the terms of the library and the language.
_JARGON = re.compile(r"Input|should|pattern|validat|boolean|integer|string|items|None|Decimal|parsing|[\^\\{}]|\['")
_WRONG = ["", "zz zz", "x" * 700, "1.5", "-1", "\uff12\uff19", "9" * 30, "a,b", "[]", "null", "\u2603", "TX\n"]


# Each kind of parameter once, on the first path that has it; bounds differ by their measure alone.
_KINDS_OF_PARAMETER = {
    (re.sub(r"^(min|max)_.*", "min_", name), json.dumps(found["schema"], sort_keys=True)[:200]): (template, name)
    for template in reversed(PATHS)
    for name, found in parameters(template).items()
}


@pytest.mark.parametrize(("template", "name"), sorted(_KINDS_OF_PARAMETER.values()))
def test_what_would_work_is_told_in_plain_words(client: CheckedClient, template: str, name: str) -> None:
    for value in _WRONG:
        for times in (1, 4) if value in _WRONG[:2] else (1,):
            response = client.get(PATHS[template], params=[(name, value)] * times)
            if response.status_code != 422:
                continue
            for error in response.json()["errors"]:
                told = error["allowed"]
                assert not _JARGON.search(re.sub(r"`[^`]*`|one of .*", "", told)), (name, value, told)
                assert told[0].islower(), (name, told)
                assert not told.endswith("."), (name, told)
                assert value == "[]" or not error["given"].startswith("["), (name, error["given"])


def test_a_round_is_a_period_and_has_no_wages(client: CheckedClient) -> None:
    for period in ("2018-28", "2008-18", "2018", "2025-12"):
        assert client.get(f"{WAGES}?reference_period={period}").status_code == 200


HINTS = [
    (WAGES, "sort_by=title", "did you mean `sort`?"),
    (WAGES, "order=desc", "`sort=-field` the largest"),
    (WAGES, "page=2", "no page numbers: follow `page.next`"),
    (WAGES, "offset=10", "no page numbers: follow `page.next`"),
    (WAGES, "per_page=5", "did you mean `limit`?"),
    (WAGES, "pageSize=5", "did you mean `limit`?"),
    (WAGES, "state=TX", "did you mean `area_code`? such as `area_code=TX`"),
    (WAGES, "year=2024", "did you mean `reference_period`?"),
    (WAGES, "soc=29-2071", "did you mean `soc_code`?"),
    (WAGES, "occupation=29-2071", "did you mean `soc_code`?"),
    (ONE, "soc=29-2071", "one occupation stands in the path, `/v1/occupations/29-2072`"),
    (ONE, "soc_code=29-2071", "`soc_code` is a parameter of"),
    (WAGES, "columns=title", "did you mean `fields`?"),
    (WAGES, "output=csv", "did you mean `format`?"),
    (WAGES, "excel=true", "did you mean `bom`?"),
    ("/v1/occupations/29-2071", "format=csv", "`format` is a parameter of"),
    (WAGES, "api_key=1", "no key is needed"),
    (WAGES, "limit[]=5", "did you mean `limit`?"),
    (WAGES, "area_code[]=TX", "several values are the parameter repeated: `area_code=a&area_code=b`"),
    (WAGES, "filter[area_code]=TX", "did you mean `area_code`?"),
    (WAGES, "areaCode=TX", "did you mean `area_code`?"),
    (WAGES, "annual_median=50000", "did you mean `min_annual_median`?"),
    (WAGES, "annual_median[lte]=50000", "did you mean `max_annual_median`?"),
    (WAGES, "annual_median%3C50000", "did you mean `max_annual_median`?"),
    (WAGES, "annual_median__gte=50000", "did you mean `min_annual_median`?"),
    (ONE, "annual_median=50000", "`min_annual_median` is a parameter of"),
    (WAGES, "salary_min=5", "did you mean `min_annual_median`?"),
    (WAGES, "max_wage=5", "did you mean `max_annual_median`?"),
    (WAGES, "q=nurse", "`q` is a parameter of"),
    ("/v1/occupations", "search=nurse", "did you mean `q`?"),
    ("/v1/occupations", "state=TX", "`area_code` does that on `/v1/employment`"),
    ("/v1/measures", "sort_by=title", "this path has bom, fields, format"),
    ("/v1/projections", "growth=5", "did you mean `min_employment_change_percent`?"),
]


@pytest.mark.parametrize(("path", "query", "works"), HINTS, ids=lambda value: str(value)[:60])
def test_a_name_that_other_apis_use_leads_to_what_this_one_has(
    client: CheckedClient, path: str, query: str, works: str
) -> None:
    (error,) = client.problem(f"{path}?{query}", 422, "invalid-parameter")["errors"]
    assert works in error["allowed"]


def test_thousands_of_names_cost_no_more_than_twenty(client: CheckedClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.api import list_requests

    asked: list[str] = []

    def counted(name: str, *_: object) -> str:
        asked.append(name)
        return "x"

    monkeypatch.setattr(list_requests, "hint", counted)
    client.problem(f"{WAGES}?{'&'.join(f'a{n}' for n in range(1500))}", 422, "invalid-parameter")
    assert len(asked) == 20


def test_each_synonym_leads_to_parameters_that_there_are() -> None:
    from app.api.unknown_names import _TABLE

    known = {name for template in PATHS for name in parameters(template)}
    names = [name for names, _ in _TABLE for name in names.split()]
    assert len(names) == len(set(names))
    assert not set(names) & (known - {"source", "occupation"})
    for _, meant in _TABLE:
        assert set(meant.parameters) <= known
        assert meant.parameters or meant.advice


def test_synonyms_are_few() -> None:
    # docs/decisions/0019-synonyms-by-hand-and-few.md: one that is to go into a full table replaces another.
    from app.api import nearest_paths, unknown_names

    assert len(unknown_names._MEANT) <= 200
    assert len(nearest_paths._WORDS) + len(nearest_paths._WORDS_BELOW) + len(nearest_paths._PAGES) <= 100


def test_each_word_of_a_path_leads_to_a_path_that_there_is(client: CheckedClient) -> None:
    from app.api.nearest_paths import _PAGES, _WORDS, _WORDS_BELOW

    segments = {segment for template in PATHS for segment in template.split("/")}
    assert set(_WORDS.values()) | set(_WORDS_BELOW.values()) <= segments
    for page in sorted(set(_PAGES.values())):
        assert client.get(page).status_code == 200


def test_limt_is_limit(client: CheckedClient) -> None:
    body = client.problem(f"{WAGES}?limt=5", 422, "invalid-parameter")
    assert body["errors"] == [
        {"where": "query", "name": "limt", "given": "5", "allowed": "did you mean `limit`?"},
    ]


def test_what_is_long_is_shown_short(client: CheckedClient) -> None:
    body = client.problem(f"{WAGES}?area_code={'9' * 3000}", 422, "invalid-parameter")
    (error,) = body["errors"]
    assert error["given"] == "9" * 100 + "... (3000 characters)"
    name = "n" * 3000
    (error,) = client.problem(f"{WAGES}?{name}=1", 422, "invalid-parameter")["errors"]
    assert len(error["name"]) < 200


@pytest.mark.parametrize("template", PATHS)
def test_every_path_refuses_an_unknown_parameter(client: CheckedClient, template: str) -> None:
    body = check_problem(client.get(asking(PATHS[template], "no_such_thing=1")), 422, "invalid-parameter")
    assert body["errors"][0]["name"] == "no_such_thing"


@pytest.mark.parametrize("page", ["/", *PAGES, "/metrics", "/health/ready"])
def test_every_page_refuses_an_unknown_parameter(client: CheckedClient, page: str) -> None:
    body = check_problem(client.get(f"{page}?x=1"), 422, "invalid-parameter")
    assert [(error["name"], error["allowed"]) for error in body["errors"]] == [("x", "this path has no parameters")]


@pytest.mark.parametrize("template", PATHS)
def test_every_scalar_parameter_is_refused_when_repeated(client: CheckedClient, template: str) -> None:
    values = {"limit": "1", "count": "exact", "q": "a", "retired": "true", "soc_vintage": "2010", "cursor": "x"}
    for name, declared in parameters(template).items():
        schema = declared["schema"]
        assert isinstance(schema, dict)
        if schema.get("type") == "array":
            continue
        value = values.get(name, "1")
        body = check_problem(
            client.get(asking(PATHS[template], f"{name}={value}&{name}={value}")), 422, "invalid-parameter"
        )
        assert (body["errors"][0]["name"], body["errors"][0]["allowed"]) == (name, "one value, given once")


@pytest.mark.parametrize("text", ["", "%F0%9F%98%80", "x%27%20OR%201=1--", "-1", "99999999999999999999", "%0A", "[]"])
def test_no_value_of_any_parameter_gives_a_fault(client: CheckedClient, text: str) -> None:
    # Each kind once; `make contract` asks every path.
    for template, name in sorted(_KINDS_OF_PARAMETER.values()):
        response = client.get(asking(PATHS[template], f"{name}={text}"))
        assert response.status_code in {200, 400, 404, 422}, f"{name}: {response.text[:300]}"
        if response.status_code != 200:
            assert response.headers["content-type"] == "application/problem+json"


# --------------------------------------------------------------------------------------------------------------------
# Codes in the path.


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("292071", "did you mean `29-2071`?"),
        ("29.2071", "did you mean `29-2071`?"),
        ("29%E2%80%932071", "did you mean `29-2071`?"),
        ("29-207", "29-2071"),
        ("29-20711", "29-2071"),
        ("29-2071.0", "29-2071"),
        ("abc", "29-2071"),
        ("-", "29-2071"),
        ("29-2071;", "29-2071"),
        ("29-2071'", "29-2071"),
        ("%25", "29-2071"),
        ("null", "29-2071"),
        ("%EF%BC%92%EF%BC%99-2071", "29-2071"),
        ("%F0%9F%98%80", "29-2071"),
        ("2" * 21, "29-2071"),
    ],
)
@pytest.mark.parametrize("under", ["", "/wages", "/certifications", "/hierarchy", "/preparation"])
def test_a_malformed_occupation_code(client: CheckedClient, code: str, hint: str, under: str) -> None:
    body = check_problem(client.get(f"/v1/occupations/{code}{under}"), 422, "invalid-parameter")
    (error,) = body["errors"]
    assert (error["where"], error["name"]) == ("path", "soc_code")
    assert hint in error["allowed"]


@pytest.mark.parametrize(
    "under", sorted({p.removeprefix("/v1/occupations/{soc_code}") for p in PATHS if "{soc_code}" in p})
)
def test_an_unknown_occupation_code_names_the_nearest(client: CheckedClient, under: str) -> None:
    body = check_problem(client.get(f"/v1/occupations/29-2077{under}"), 404, "unknown-code")
    assert "29-2077" in body["detail"]
    assert body["nearest"]
    near = [one["url"] for one in body["nearest"]]
    assert any("29-2071" in url or "29-2072" in url for url in near)
    for url in near:
        assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    "under", sorted({p.removeprefix("/v1/occupations/{soc_code}") for p in PATHS if "{soc_code}" in p})
)
def test_a_retired_code_answers_everywhere(client: CheckedClient, under: str) -> None:
    assert client.get(f"/v1/occupations/29-2071{under}").status_code == 200
    assert client.get(f"/v1/occupations/29-9099{under}?soc_vintage=2010").status_code == 200


def test_a_code_in_an_edition_that_lacks_it(client: CheckedClient) -> None:
    body = client.problem("/v1/occupations/29-2071?soc_vintage=2018", 404, "unknown-code")
    assert "2018" in body["detail"]
    assert "2010" in body["detail"]


@pytest.mark.parametrize(
    ("url", "slug", "word"),
    [
        ("/v1/industries/999999", "unknown-code", "999999"),
        ("/v1/measures/annual_medan", "unknown-code", "annual_medan"),
        ("/v1/organizations/ahimo", "unknown-code", "ahimo"),
        ("/v1/releases/oews-2031-05", "unknown-release", "oews-2031-05"),
        ("/v1/releases/oews-2025-05.r9", "unknown-release", "oews-2025-05.r9"),
        (f"{WAGES}?release=oews-2031-05", "unknown-release", "oews-2031-05"),
        (f"{ONE}?release=ooh-2018-28.r7", "unknown-release", "ooh-2018-28.r7"),
        ("/v1/occupations/29-2071/profile?release=ooh-2030-40", "unknown-release", "ooh-2030-40"),
        ("/problems/no-such-problem", "unknown-code", "no-such-problem"),
    ],
)
def test_what_is_not_known(client: CheckedClient, url: str, slug: str, word: str) -> None:
    body = check_problem(client.get(url), 404, slug)
    assert word in body["detail"]
    assert body["nearest"]


@pytest.mark.parametrize(
    "url",
    [
        "/v1/industries/x",
        "/v1/industries/31-34",
        "/v1/industries/" + "1" * 30,
        "/v1/releases/x",
        "/v1/releases/oews-2025-05.r01",
        "/v1/releases/" + "o" * 50,
        "/v1/measures/" + "m" * 100,
    ],
)
def test_a_malformed_identifier_in_a_path(client: CheckedClient, url: str) -> None:
    body = check_problem(client.get(url), 422, "invalid-parameter")
    assert body["errors"][0]["where"] == "path"


# --------------------------------------------------------------------------------------------------------------------
# Paths and URLs.


@pytest.mark.parametrize(
    "path",
    [
        "/v1",
        "/v1/",
        "/v2/wages",
        "/V1/wages",
        "/v1/WAGES",
        "/v1/wages/",
        "//v1/wages",
        "/v1//wages",
        "/v1/wages//",
        "/v1/wages/29-2071",
        "/v1/occupations/",
        "/v1/occupations//wages",
        "/v1/occupations/29-2071/",
        "/v1/occupations/29-2071/wages/",
        "/v1/occupations/29%2F2071/wages",
        "/v1/occupations/..%2F..%2Fetc%2Fpasswd",
        "/v1/occupations/29-2071/nothing",
        "/v1/%2e%2e/app/main.py",
        "/.env",
        "/docs/",
        "/docs-assets",
        "/docs-assets/",
        "/docs-assets/%2e%2e/%2e%2e/main.py",
        "/docs-assets/..%2f..%2fmain.py",
        "/openapi.json/",
        "/health",
        "/favicon.ico",
        "/v1/wages%20",
        "/v1/wages%00".replace("%00", "%01"),
        "/v1/%F0%9F%98%80",
        "/*",
    ],
)
def test_a_path_that_is_none(client: CheckedClient, path: str) -> None:
    body = check_problem(client.get(path), 404, "not-found")
    assert body["nearest"][-1]["url"] == "/docs"


def test_a_name_that_no_measure_is_like_has_nothing_near(client: CheckedClient) -> None:
    body = check_problem(client.get("/v1/measures/%F0%9F%98%80"), 404, "unknown-code")
    assert "\U0001f600" in body["detail"]
    assert body["nearest"] == []


def test_an_asset_that_is_none(client: CheckedClient) -> None:
    for name in ("nothing.js", "a" * 300, ".", "%20"):
        response = client.get(f"/docs-assets/{name}")
        assert response.status_code == 404
        check_problem(response, 404, response.json()["type"].removeprefix("/problems/"))


def test_the_root_leads_to_the_documentation(client: CheckedClient) -> None:
    response = client.get("/")
    assert (response.status_code, response.headers["location"]) == (307, "/docs")


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("/v1/occupations/29-2071/wage", "/v1/occupations/29-2071/wages"),
        ("/v1/occupations/29-2071/wages/", "/v1/occupations/29-2071/wages"),
        ("/v1/occupations/29-2071/salary", "/v1/occupations/29-2071/wages"),
        ("/v1/occupations/29-2071/wages/by-state", "/v1/occupations/29-2071/wages/by-area"),
        ("/v1/occupations/29-2071/nothing", "/v1/occupations/29-2071"),
        ("/v1/occupation/29-2071", "/v1/occupations/29-2071"),
        ("/v1/wages/29-2071", "/v1/occupations/29-2071/wages"),
        ("/occupations/29-2071", "/v1/occupations/29-2071"),
        ("/api/v1/wages", "/v1/wages"),
        ("/v2/wages", "/v1/wages"),
        ("/v1/wages.json", "/v1/wages"),
        ("/v1/wages;limit=5", "/v1/wages"),
        ("/V1/OCCUPATIONS/29-2071/Wages", "/v1/occupations/29-2071/wages"),
        ("/v1/measure/annual_median", "/v1/measures/annual_median"),
        ("/v1/industry/622", "/v1/industries/622"),
        ("/v1/states", "/v1/areas"),
        ("/v1/", "/v1/occupations"),
        ("/openapi.yaml", "/openapi.json"),
    ],
)
def test_the_nearest_path_has_the_codes_that_were_given(client: CheckedClient, path: str, near: str) -> None:
    assert client.problem(path, 404, "not-found")["nearest"][0]["url"] == near
    assert client.get(near).status_code == 200


@pytest.mark.parametrize("path", ["/.env", "/robots.txt", "/v1/nothing", "/swagger", "/" + "a" * 400, "/%E2%98%83"])
def test_where_no_path_is_near_none_is_named(client: CheckedClient, path: str) -> None:
    assert [near["url"] for near in client.problem(path, 404, "not-found")["nearest"]] == ["/docs"]


def test_a_path_that_is_nearly_one_names_it(client: CheckedClient) -> None:
    for path in ("/v1/wages/", "/v1/wage", "/V1/wages", "//v1/wages"):
        assert client.problem(path, 404, "not-found")["nearest"][0]["url"] == "/v1/wages"


@pytest.mark.parametrize(
    "url",
    [
        "/v1/wages?area_code=%00",
        "/v1/wages?area_code=T%00X",
        "/v1/wages?area_code=%FF",
        "/v1/wages?%FF=1",
        "/v1/wages?area_code=%ED%A0%80",  # a lone surrogate
        "/v1/wages?area_code=%C0%80",  # an overlong NUL
        "/v1/wages?area_code=%F5%80%80%80",
        "/v1/wages%00",
        "/v1/occupations/29-2071%00/wages",
        "/v1/occupations/%FE%FF/wages",
        "/v1/occupations?q=%80",
        "/docs-assets/%00",
        "/docs-assets/%FF",
        "/nothing/%FF",
        "/openapi.json?x=%FF",
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_url_that_is_no_text(client: CheckedClient, method: str, url: str) -> None:
    check_problem(client.request(method, url), 400, "malformed-url")


@pytest.mark.parametrize("length", [8_192, 8_193, 60_000])
def test_a_url_that_is_too_long(client: CheckedClient, length: int) -> None:
    prefix = "/v1/occupations?q="
    response = client.get(prefix + "x" * (length + 1 - len(prefix)))  # the question mark is of neither part
    if length == 8_192:
        check_problem(response, 422, "invalid-parameter")
    else:
        body = check_problem(response, 414, "url-too-long")
        assert str(length) in body["detail"]
    long_path = client.get("/v1/occupations/" + "9" * length)
    assert long_path.status_code == 414


@pytest.mark.parametrize(
    "url",
    [
        "/v1/occupations/%2029-2072%20/wages/by-area?limit=1",
        "/v1/occupations/29-2072%E2%80%83/wages/by-area?limit=1",
        "/v1/occupations/29-2072%0A/wages/by-area?limit=1",
        "/v1/occupations/29-2072%0D%0A/wages/by-area?limit=1",
        "/v1/occupations/%C2%A029-2072/wages/by-area?limit=1",
    ],
)
def test_blanks_around_a_code_lead_to_a_sound_next_page_or_a_problem(client: CheckedClient, url: str) -> None:
    response = client.get(url)
    if response.status_code == 422:
        check_problem(response, 422, "invalid-parameter")
        return
    assert response.status_code == 200
    following = response.json()["page"]["next"]
    assert following.isascii()
    assert not any(character.isspace() for character in following)
    assert following in response.headers["link"]
    second = client.get(following)
    assert second.status_code == 200
    assert second.json()["data"] != response.json()["data"]


# --------------------------------------------------------------------------------------------------------------------
# Headers.


@pytest.mark.parametrize(
    "accept",
    [
        "text/html",
        "text/html, application/xml;q=0.9",
        "application/json;q=0",
        "application/json;q=0.0, */*;q=1",
        "*/*;q=0",
        "application/*;q=0",
        "application/problem+json",
        "text/csv",
        "garbage",
        ",,,",
        "application/jsonp",
    ],
)
def test_an_accept_header_that_rules_json_out(client: CheckedClient, accept: str) -> None:
    response = client.get("/v1/occupations/29-2071", headers={"Accept": accept})
    body = check_problem(response, 406, "not-acceptable")
    (error,) = body["errors"]
    assert (error["where"], error["name"], error["allowed"]) == ("header", "Accept", "application/json")


@pytest.mark.parametrize(
    "accept",
    [
        "application/json",
        "application/*",
        "*/*",
        "*",
        "",
        "text/html, application/json;q=0.1",
        "text/html,*/*;q=0.001",
        "APPLICATION/JSON",
        "application/json; charset=utf-8",
        'application/json; profile="a,b"',
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
        "application/json;q=1.000",
    ],
)
def test_an_accept_header_that_allows_json(client: CheckedClient, accept: str) -> None:
    response = client.get(ONE, headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json;q=0.5, text/csv", "text/csv"),
        ("application/json;q=0, */*", "text/csv"),
        ("application/x-ndjson", "application/x-ndjson"),
        ("application/vnd.apache.parquet, */*;q=0.1", "application/vnd.apache.parquet"),
        ("text/csv, application/json", "application/json"),
    ],
)
def test_a_list_comes_in_the_form_that_is_preferred(client: CheckedClient, accept: str, media_type: str) -> None:
    response = client.get(ONE, headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == media_type
    # What the URL says goes before it.
    assert client.get(f"{ONE}?format=json", headers={"Accept": accept}).headers["content-type"] == "application/json"


def test_a_list_that_comes_in_no_acceptable_form_says_which_it_has(client: CheckedClient) -> None:
    body = check_problem(client.get(ONE, headers={"Accept": "text/html"}), 406, "not-acceptable")
    every_form = "application/json, text/csv, application/x-ndjson, application/vnd.apache.parquet"
    assert body["errors"][0]["allowed"] == every_form


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Range", "bytes=0-1"),
        ("Range", "bytes=99999999-"),
        ("Range", "abc"),
        ("Range", "bytes=5-1"),
        ("If-None-Match", '"'),
        ("If-None-Match", 'W/"'),
        ("If-None-Match", ","),
        ("If-None-Match", "abc"),
        ("If-Modified-Since", "yesterday"),
        ("If-Modified-Since", "Mon, 99 Foo 99999 99:99:99 GMT"),
        ("If-Modified-Since", "Fri, 31 Dec 9999 23:59:59 +9999"),
        ("Accept-Encoding", "br;q=x, ;;;, zstd;q=-1"),
        ("Accept-Encoding", "nothing"),
        ("X-Request-Id", "a b"),
        ("Content-Type", "application/json"),
        ("Content-Length", "0"),
        ("Authorization", "Bearer x"),
        ("Cookie", "a=b; c"),
        ("Host", "evil.example"),
        ("Expect", "200-maybe"),
    ],
)
def test_odd_headers_do_no_harm(client: CheckedClient, name: str, value: str) -> None:
    plain = client.get(ONE)
    response = client.get(ONE, headers={name: value})
    assert response.status_code == 200
    assert response.json()["data"] == plain.json()["data"]


@pytest.mark.parametrize("asked", ["bytes=0-1", "abc", "bytes=99999999-", "bytes=0-1,3-4", "bytes=-0", "items=0-1"])
def test_ranges_of_assets_are_answered_in_full_or_with_a_problem(client: CheckedClient, asked: str) -> None:
    response = client.get("/docs-assets/swagger-ui.css", headers={"Range": asked})
    if response.status_code >= 400:
        assert response.headers["content-type"] == "application/problem+json"
    else:
        assert response.status_code in {200, 206}
        assert response.headers["content-type"].startswith(("text/css", "multipart/byteranges"))


def test_a_request_id_of_the_client_is_kept_and_any_other_is_made(client: CheckedClient) -> None:
    assert client.get(ONE, headers={"X-Request-Id": "trace-12345678"}).headers["x-request-id"] == "trace-12345678"
    made = {
        client.get(ONE, headers={"X-Request-Id": given}).headers["x-request-id"] for given in ("short", "a b c d e f")
    }
    assert len(made) == 2
    assert all(len(one) == 16 for one in made)


# --------------------------------------------------------------------------------------------------------------------
# Faults.


def _failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("app.api.measures.query_measures", fail)


def test_a_fault_is_a_problem_with_an_id_that_the_log_has_too(
    client: CheckedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing(monkeypatch, RuntimeError("the secret inside"))
    with structlog.testing.capture_logs() as events:
        response = client.get("/v1/measures", headers={"Accept-Encoding": "gzip"})
    body = check_problem(response, 500, "server-fault")
    assert "secret" not in response.text
    assert "RuntimeError" not in response.text
    (fault,) = [event for event in events if event["event"] == "fault"]
    assert fault["request_id"] == body["request_id"]
    assert fault["exc_info"]
    (line,) = [event for event in events if event["event"] == "request"]
    assert (line["request_id"], line["status"]) == (body["request_id"], 500)


def test_a_database_that_cannot_be_reached_is_not_ready(client: CheckedClient, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.store.engine import DatabaseUnavailableError

    _failing(monkeypatch, DatabaseUnavailableError("/secret/path cannot be opened"))
    response = client.get("/v1/measures")
    check_problem(response, 503, "not-ready")
    assert response.headers["retry-after"] == "5"
    assert "secret" not in response.text


def test_a_database_that_is_busy_is_not_ready_and_a_wrong_statement_is_a_fault(
    client: CheckedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from sqlalchemy.exc import OperationalError

    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorname = "SQLITE_BUSY"
    _failing(monkeypatch, OperationalError("SELECT 1", {}, busy))
    with structlog.testing.capture_logs() as events:
        check_problem(client.get("/v1/measures"), 503, "not-ready")
    assert "database_not_ready" in {event["event"] for event in events}
    wrong = sqlite3.OperationalError("no such column: x")
    wrong.sqlite_errorname = "SQLITE_ERROR"
    _failing(monkeypatch, OperationalError("SELECT x", {}, wrong))
    with structlog.testing.capture_logs() as events:
        check_problem(client.get("/v1/measures"), 500, "server-fault")
    assert "fault" in {event["event"] for event in events}


def test_an_empty_database_is_not_ready(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[str], FastAPI]
) -> None:
    from app.store.engine import create_writer
    from app.store.migrate import migrate

    url = f"sqlite:///{tmp_path_factory.mktemp('empty') / 'empty.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    writer.dispose()
    with CheckedClient(serve(url)) as asking:
        assert asking.get("/health/live").status_code == 200
        for path in ("/health/ready", "/v1/wages", "/v1/measures", "/v1/occupations/29-2071"):
            body = check_problem(asking.get(path), 503, "not-ready")
            assert "occupations seed" in body["detail"]


def test_a_request_that_runs_when_the_log_is_json_is_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    from app.config import LogFormat, LogLevel, Settings
    from app.logs import configure_logs

    before = structlog.get_config()
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        configure_logs(Settings(log_format=LogFormat.JSON, log_level=LogLevel.INFO))
        structlog.get_logger().info("request", path="/v1/wages", query="a=b", status=200)
        logging.getLogger("elsewhere").warning("spoken through the standard library")
        logging.getLogger("elsewhere").info("too quiet")
    finally:
        structlog.configure(**before)
        root.handlers[:], root.level = handlers, level
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["event"] for line in lines] == ["request", "spoken through the standard library"]
    assert (lines[0]["status"], lines[0]["level"]) == (200, "info")
    assert lines[0]["timestamp"].endswith("Z")


# --------------------------------------------------------------------------------------------------------------------
# Pages on problems.


@pytest.mark.parametrize("slug", KINDS)
def test_every_kind_of_problem_has_a_page(client: CheckedClient, slug: str) -> None:
    page = client.get(f"/problems/{slug}")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert f"<code>{slug}</code>" in page.text
    assert f"HTTP status {KINDS[slug].status}" in page.text
    assert "`" not in page.text
    assert f'href="/problems/{slug}"' in client.get("/problems").text


def test_pages_take_scripts_from_nowhere(client: CheckedClient) -> None:
    assert client.get("/problems/not-found").headers["content-security-policy"].startswith("default-src 'none'")


def test_lists_and_pages_are_known_to_these_tests() -> None:
    assert len(LISTS) >= 18
    assert len(PAGES) == 6
