"""`/metrics`: requests by the template of their path, never by what a client can choose; the data; the process."""

import re
from collections.abc import Callable, Iterator

import pytest
from fastapi import FastAPI
from prometheus_client.parser import text_string_to_metric_families

from app import __version__
from app.api.metrics import RequestMetrics
from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.migrate import migrate
from tests.checked_client import CheckedClient
from tests.raw_requests import ask_raw

Samples = dict[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture
def fresh(database_url: str) -> Iterator[FastAPI]:
    """An application that has answered nothing yet."""
    application = create_app(Settings(database_url=database_url))
    yield application
    application.state.database.close()


def scraped(app: FastAPI) -> Samples:
    """Every sample by its name and labels."""
    answer = ask_raw(app, b"/metrics")
    assert answer.status == 200
    families = text_string_to_metric_families(answer.content.decode())
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value for found in families for sample in found.samples
    }


def requests(samples: Samples) -> dict[tuple[str, str, str], float]:
    """How many requests, by method, route and status."""
    return {
        (dict(labels)["method"], dict(labels)["route"], dict(labels)["status"]): value
        for (name, labels), value in samples.items()
        if name == "occupations_http_requests_total"
    }


def test_requests_are_counted_by_template_method_and_status(fresh: FastAPI) -> None:
    for code in (b"29-2071", b"29-2072", b"29-9999", b"nonsense"):
        ask_raw(fresh, b"/v1/occupations/" + code + b"/wages")
    ask_raw(fresh, b"/v1/occupations/29-2071/wages", method="HEAD")
    ask_raw(fresh, b"http://elsewhere/health/live")
    tag = ask_raw(fresh, b"/v1/areas").headers["etag"]
    ask_raw(fresh, b"/v1/areas", headers=[(b"if-none-match", tag.encode())])
    for target in (b"/nothing", b"/v1/nothing/" + b"x" * 50, b"/v1/wages%00", b"/v1/wages/"):
        ask_raw(fresh, target)
    for method in ("BREW", "brew", "POST", "CONNECT"):
        ask_raw(fresh, b"/problems/not-found", method=method)
    wages = "/v1/occupations/{soc_code}/wages"
    assert requests(scraped(fresh)) == {
        ("GET", wages, "200"): 2,
        ("GET", wages, "404"): 1,
        ("GET", wages, "422"): 1,
        ("HEAD", wages, "200"): 1,
        ("GET", "/health/live", "200"): 1,
        ("GET", "/v1/areas", "200"): 1,
        ("GET", "/v1/areas", "304"): 1,
        ("GET", "none", "404"): 3,
        ("GET", "none", "400"): 1,
        ("other", "/problems/{slug}", "405"): 2,
        ("POST", "/problems/{slug}", "405"): 1,
        ("CONNECT", "none", "405"): 1,
    }


def test_what_clients_choose_makes_no_series(fresh: FastAPI) -> None:
    before = len(scraped(fresh))
    for number in range(40):
        ask_raw(fresh, f"/v1/occupations/{number:02}-1111?x{number}=1".encode(), method=f"METHOD{number}")
        ask_raw(fresh, f"/{number}".encode(), headers=[(b"user-agent", str(number).encode())])
    # Two combinations of labels, and the scrape before: a counter and a histogram each, and each of these ten lines.
    assert len(scraped(fresh)) - before <= 30


def test_times_are_in_seconds_and_each_request_is_in_them(fresh: FastAPI) -> None:
    for _ in range(3):
        ask_raw(fresh, b"/v1/measures")
    samples = scraped(fresh)
    labels = frozenset({("method", "GET"), ("route", "/v1/measures")})
    assert samples["occupations_http_request_duration_seconds_count", labels] == 3
    assert 0 < samples["occupations_http_request_duration_seconds_sum", labels] < 30
    assert samples["occupations_http_request_duration_seconds_bucket", labels | {("le", "+Inf")}] == 3


def test_the_data_the_version_and_the_process(fresh: FastAPI) -> None:
    samples = scraped(fresh)
    assert samples["occupations_data_revision", frozenset()] >= 1
    assert samples["occupations_ready", frozenset()] == 1
    assert samples["occupations_build_info", frozenset({("version", __version__)})] == 1
    assert samples["process_resident_memory_bytes", frozenset()] > 1e6
    assert samples["process_cpu_seconds_total", frozenset()] > 0
    assert not any(name.endswith("_created") for name, _ in samples)


def test_a_server_without_data_is_scraped_all_the_same(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[str], FastAPI]
) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('empty') / 'empty.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    writer.dispose()
    samples = scraped(serve(url))
    assert (samples["occupations_ready", frozenset()], samples["occupations_data_revision", frozenset()]) == (0, 0)


def test_a_database_that_fails_does_not_fail_the_scrape(fresh: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    from sqlalchemy.exc import OperationalError

    def fail(*_: object) -> object:
        raise OperationalError("SELECT 1", {}, sqlite3.OperationalError("disk I/O error"))

    monkeypatch.setattr(fresh.state.database, "_current_catalog", fail)
    assert scraped(fresh)["occupations_ready", frozenset()] == 0


def test_a_fault_is_counted_as_one(fresh: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    from structlog.testing import capture_logs

    def fail(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("app.api.areas.query_areas", fail)
    with capture_logs():  # a trace with all its frames takes seconds to print
        ask_raw(fresh, b"/v1/areas")
    assert requests(scraped(fresh))["GET", "/v1/areas", "500"] == 1


def test_it_is_text_that_nobody_keeps(client: CheckedClient) -> None:
    answer = client.get("/metrics")
    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert re.search(r"^# TYPE occupations_http_requests_total counter$", answer.text, re.MULTILINE)


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        ("text/plain", 200),
        ("application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1", 200),
        ("application/json", 406),
        ("text/plain;q=0", 406),
    ],
)
def test_scrapers_are_served_and_others_told_the_type(client: CheckedClient, accept: str, status: int) -> None:
    answer = client.get("/metrics", headers={"Accept": accept})
    assert answer.status_code == status
    if status == 406:
        assert answer.json()["errors"][0]["allowed"] == "text/plain"


def test_counting_costs_a_request_little() -> None:
    from timeit import repeat

    metrics = RequestMetrics("0")
    best = min(repeat(lambda: metrics.count("GET", "/v1/wages", 200, 0.004), number=2_000, repeat=5)) / 2_000
    assert best < 20e-6
