"""From exceptions to problem documents: the handlers, each with the kind of problem it makes."""

import sqlite3
from urllib.parse import quote, urlencode

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from starlette.exceptions import HTTPException

from app.api.cursors import RefusedCursorError, changed_cursor
from app.api.invalid_values import invalid_values, not_valid
from app.api.list_requests import MOST_ERRORS
from app.api.nearest_paths import nearest_path
from app.api.problems import ProblemError, shown
from app.api.responses import problem_response
from app.queries.errors import Nearest, NotKnownError, RevisionGoneError
from app.queries.ordering import UnusableCursorError
from app.queries.snapshot import NothingLoadedError
from app.store.engine import DatabaseUnavailableError

METHODS = "GET, HEAD, OPTIONS"
log = structlog.get_logger()


def install_handlers(app: FastAPI) -> None:
    """Answer every exception that a request can meet with a problem document."""
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(RefusedCursorError, _refused_cursor)
    app.add_exception_handler(RequestValidationError, _invalid_parameters)
    app.add_exception_handler(HTTPException, _http_exception)
    app.add_exception_handler(NotKnownError, _not_known)
    app.add_exception_handler(RevisionGoneError, _revision_gone)
    app.add_exception_handler(UnusableCursorError, _unusable_cursor)
    for not_ready in (NothingLoadedError, DatabaseUnavailableError, OperationalError, PoolTimeoutError):
        app.add_exception_handler(not_ready, _not_ready)


def respond(request: Request, error: ProblemError) -> Response:
    """The response of a problem."""
    document = error.document(request.scope["path"], request.scope["state"]["request_id"])
    return problem_response(document, error.headers)


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return respond(request, error)


def _invalid_parameters(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = invalid_values(error.errors())
    return respond(request, ProblemError("invalid-parameter", not_valid(errors), errors=errors[:MOST_ERRORS]))


def method_not_allowed(method: str) -> ProblemError:
    """The problem of a method that does not read."""
    detail = f"{shown(method)} is not allowed: this API only reads."
    return ProblemError("method-not-allowed", detail, headers={"Allow": METHODS})


_ALL_PATHS = Nearest("All paths", "/docs")


def _http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": METHODS})
        return respond(request, method_not_allowed(request.method))
    path = request.scope["path"]
    near = nearest_path(path, request.app.openapi()["paths"])
    nearest = [Nearest("The nearest path", near)] if near is not None and near != _ALL_PATHS.url else []
    detail = f"{shown(path)} is no path of this API."
    return respond(request, ProblemError("not-found", detail, nearest=(*nearest, _ALL_PATHS)))


def _not_known(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotKnownError)
    slug = "unknown-release" if error.kind == "release" else "unknown-code"
    return respond(request, ProblemError(slug, str(error), nearest=error.nearest))


def _revision_gone(request: Request, error: Exception) -> Response:
    assert isinstance(error, RevisionGoneError)
    newest = f"{error.release}.r{error.newest}"
    nearest = (Nearest(f"The newest revision, {newest}", f"/v1/releases/{newest}"),)
    detail = f"{error.release}.r{error.revision} was replaced: the newest revision is {newest}."
    return respond(request, ProblemError("release-revision-gone", detail, nearest=nearest))


def _unusable_cursor(request: Request, _error: Exception) -> Response:
    return _refused_cursor(request, changed_cursor(request.query_params["cursor"]))


def _refused_cursor(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedCursorError)
    kept = [item for item in request.query_params.multi_items() if item[0] != "cursor"]
    path = quote(request.scope["path"])
    error.nearest = (Nearest("The same list, from its start", f"{path}?{urlencode(kept)}" if kept else path),)
    return respond(request, error)


_SQLITE_UNREACHABLE = ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_LOCKED", "SQLITE_NOTADB")


def _is_unreachable(error: OperationalError) -> bool:
    """Whether the database could not be reached, as against a statement that is wrong."""
    if isinstance(error.orig, sqlite3.OperationalError):
        return error.orig.sqlite_errorname.startswith(_SQLITE_UNREACHABLE)
    return True


def _not_ready(request: Request, error: Exception) -> Response:
    if isinstance(error, OperationalError) and not _is_unreachable(error):
        raise error
    log.error("database_not_ready", request_id=request.scope["state"]["request_id"], error=str(error))
    detail = "The database cannot answer at the moment."
    if isinstance(error, NothingLoadedError):
        detail = "The database holds no data yet: the operator can load the seed with `occupations seed`."
    return respond(request, ProblemError("not-ready", detail, headers={"Retry-After": "5"}))
