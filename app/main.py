"""`create_app`: the only place where the parts are put together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette_compress import CompressMiddleware, add_compress_type

from app import __version__
from app.api import (
    areas,
    attainment,
    availability,
    certifications,
    characteristics,
    compare,
    contacts,
    crosswalks,
    data_collection,
    docs_pages,
    education,
    elements,
    employment,
    employment_matrix,
    example_titles,
    health,
    history,
    industries,
    industry_projections,
    measures,
    metrics,
    national_projections,
    occupations,
    openapi,
    organizations,
    overview,
    parquet,
    preparation,
    problem_pages,
    profile,
    projections,
    ratings,
    related,
    releases,
    scales,
    search,
    skill_scores,
    tasks,
    technology,
    titles,
    utilization_factors,
    wages,
)
from app.api.dependencies import CHECKS
from app.api.explanations import Explainer
from app.api.exports import Exports
from app.api.faults import install_handlers
from app.api.forms import CSV, NDJSON, PROBLEM_JSON
from app.api.middleware import FaultBarrier, Head, RequestLog, SharedHeaders, UrlGuard, Validators
from app.config import Settings
from app.queries.snapshot import Database
from app.store.archive import Archive
from app.store.engine import create_reader
from app.store.seed import seed_folder

V1_ROUTERS: tuple[APIRouter, ...] = (
    occupations.router,
    search.router,
    overview.router,
    employment.router,
    wages.router,
    projections.router,
    history.router,
    compare.router,
    employment_matrix.router,
    utilization_factors.router,
    industry_projections.router,
    national_projections.router,
    certifications.router,
    preparation.router,
    attainment.router,
    education.router,
    characteristics.router,
    skill_scores.router,
    example_titles.router,
    profile.router,
    related.router,
    titles.router,
    ratings.router,
    tasks.router,
    technology.router,
    data_collection.router,
    contacts.router,
    organizations.router,
    industries.router,
    areas.router,
    crosswalks.router,
    elements.router,
    scales.router,
    measures.router,
    releases.router,
    availability.router,
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application over the database that the settings name, which must be migrated and seeded already.

    Raises `DatabaseUnavailableError` if there is no database.
    """
    settings = settings or Settings()
    database = Database(create_reader(settings.database_url, settings.connections))
    app = _assemble(database)
    app.state.settings = settings
    app.state.database = database
    app.state.explainer = Explainer(Archive(settings.archive_folder()), seed_folder(settings.seed_directory))
    app.state.installed_at = _installed_at()
    # One connection is left for other requests, if there are several.
    app.state.exports = Exports(min(settings.exports, max(1, settings.connections - 1)))
    app.state.metrics.watch(app.state.exports)
    return app


def _installed_at() -> datetime:
    """When this version of the application came here: no answer is older than the code that words it."""
    newest = max(module.stat().st_mtime for module in Path(__file__).parent.rglob("*.py"))
    return datetime.fromtimestamp(int(newest), UTC)


_describing = Lock()


def describe() -> dict[str, Any]:
    """The OpenAPI document. It does not depend on data, needs no database, and is made once: do not change it.

    Made by one thread: a request that asks for it at the start waits for the thread that makes it already, since
    models that two threads finish at the same time are not always whole.
    """
    with _describing:
        return _document()


@cache
def _document() -> dict[str, Any]:
    app = _assemble(None)
    try:
        return openapi.document(app)
    except KeyError:
        # FastAPI keeps the fields of a class of parameters when they are first asked for. A request that comes at that
        # moment makes them as well, and the document then looks its own up in vain. By now they are made.
        return openapi.document(app)


def _assemble(database: Database | None) -> FastAPI:
    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        # Problems look names and paths up in the document, and answers in the catalog: no request shall wait for them.
        describing = asyncio.create_task(asyncio.to_thread(describe))
        readying = asyncio.create_task(asyncio.to_thread(parquet.make_ready))
        if database is not None:
            await asyncio.to_thread(database.read_ahead)
        yield
        await describing
        await readying
        if database is not None:
            database.close()
            app.state.explainer.close()

    app = FastAPI(
        title=openapi.TITLE,
        version=__version__,
        summary=openapi.SUMMARY,
        description=openapi.GUIDE,
        openapi_tags=openapi.TAGS,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=lifespan,
    )
    for router in V1_ROUTERS:
        app.include_router(router, prefix="/v1", dependencies=CHECKS)
    app.include_router(health.router, dependencies=CHECKS)
    app.include_router(metrics.router)
    app.include_router(problem_pages.router)
    docs_pages.install(app)
    app.openapi = describe  # type: ignore[method-assign]
    install_handlers(app)
    _install_middleware(app)
    return app


def _install_middleware(app: FastAPI) -> None:
    for media_type in (PROBLEM_JSON, CSV, NDJSON):
        add_compress_type(media_type)
    # The last one added is the outermost.
    app.add_middleware(UrlGuard)
    app.add_middleware(FaultBarrier)
    app.add_middleware(CompressMiddleware, minimum_size=1_000)
    app.add_middleware(Validators)
    app.add_middleware(Head)
    app.add_middleware(SharedHeaders)
    app.state.metrics = metrics.RequestMetrics(__version__)
    app.add_middleware(RequestLog, metrics=app.state.metrics)
