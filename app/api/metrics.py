"""`/metrics`: what the server has done and what it serves, for Prometheus."""

from typing import Any

import prometheus_client as prometheus
from fastapi import APIRouter, Depends, Request, Response
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest
from sqlalchemy.exc import SQLAlchemyError

from app.api.dependencies import Served, refuse_unacceptable_but
from app.api.documentation import problems
from app.api.exports import Exports
from app.api.list_requests import refuse_unknown_parameters
from app.queries.snapshot import Database, NothingLoadedError
from app.store.engine import DatabaseUnavailableError

router = APIRouter(tags=["health"])

PLAIN_TEXT = "text/plain"
NO_ROUTE = "none"
_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "TRACE"})
# Each is a line for every path, method and scrape: as many as tell what is quick, slow and too slow.
_BUCKETS = (0.005, 0.025, 0.1, 0.5, 2.5, 10.0)
_EXAMPLE = """\
# HELP occupations_http_requests_total Requests that were answered.
# TYPE occupations_http_requests_total counter
occupations_http_requests_total{method="GET",route="/v1/occupations/{soc_code}/wages",status="200"} 42.0
# HELP occupations_data_revision Counts the loads; 0 while no data can be read.
# TYPE occupations_data_revision gauge
occupations_data_revision 1.0
"""


class RequestMetrics:
    """Counters of one application, which has a registry of its own: tests make many in one process."""

    def __init__(self, version: str) -> None:
        """`version` is that of the application."""
        # The times at which counters began are of no use to anyone, and would be a third of all lines.
        prometheus.disable_created_metrics()  # type: ignore[no-untyped-call]
        self.registry = prometheus.CollectorRegistry()
        self._requests = prometheus.Counter(
            "occupations_http_requests",
            "Requests that were answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self._seconds = prometheus.Histogram(
            "occupations_http_request_duration_seconds",
            "Time from a request's arrival to the end of its answer.",
            ("method", "route"),
            buckets=_BUCKETS,
            registry=self.registry,
        )
        self._revision = prometheus.Gauge(
            "occupations_data_revision", "Counts the loads; 0 while no data can be read.", registry=self.registry
        )
        self._ready = prometheus.Gauge("occupations_ready", "Whether data can be served.", registry=self.registry)
        self._exports = prometheus.Gauge(
            "occupations_exports", "Whole lists that are being sent at this moment.", registry=self.registry
        )
        build = prometheus.Info("occupations_build", "Version of the application.", registry=self.registry)
        build.info({"version": version})
        for collector in (prometheus.ProcessCollector, prometheus.PlatformCollector, prometheus.GCCollector):
            collector(registry=self.registry)
        # Finding a counter by its labels costs more than counting.
        self._found: dict[tuple[str, str, int], tuple[prometheus.Counter, prometheus.Histogram]] = {}

    def watch(self, exports: Exports) -> None:
        """Show how many exports are under way."""
        self._exports.set_function(lambda: exports.under_way)

    def count(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count a request by the template of its path; what a client can choose freely is never a label."""
        key = (method, route or NO_ROUTE, status)
        found = self._found.get(key)
        if found is None:
            labels = (method if method in _METHODS else "other", key[1])
            found = (self._requests.labels(*labels, str(status)), self._seconds.labels(*labels))
            if method in _METHODS:
                self._found[key] = found
        found[0].inc()
        found[1].observe(seconds)

    def text(self, database: Database) -> bytes:
        """Everything, in the text format of Prometheus."""
        revision = _data_revision(database)
        self._revision.set(revision or 0)
        self._ready.set(revision is not None)
        return generate_latest(self.registry)


def _data_revision(database: Database) -> int | None:
    # A scrape must tell that the database is gone, and not fail with it.
    try:
        with database.snapshot() as snapshot:
            return snapshot.catalog.data_revision
    except (NothingLoadedError, DatabaseUnavailableError, SQLAlchemyError):
        return None


_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"content": {PLAIN_TEXT: {"schema": {"type": "string"}, "example": _EXAMPLE}}}
}


@router.get(
    "/metrics",
    operation_id="getMetrics",
    summary="Figures on the server itself, for Prometheus",
    response_class=Response,
    responses=_ANSWER | problems(),
    dependencies=[Depends(refuse_unacceptable_but(PLAIN_TEXT)), Depends(refuse_unknown_parameters)],
)
def get_metrics(request: Request, database: Served) -> Response:
    """Requests by path, method and status, how long they took, the data revision, the version, and the process.

    In the text format of Prometheus. `route` is the template of the path, such as `/v1/occupations/{soc_code}/wages`,
    or `none` where there is no such path. Use it to alert on 5xx answers, on slow paths and on a server without data.
    """
    metrics: RequestMetrics = request.app.state.metrics
    headers = {"Cache-Control": "no-store"}
    return Response(metrics.text(database), media_type=CONTENT_TYPE_PLAIN_0_0_4, headers=headers)
