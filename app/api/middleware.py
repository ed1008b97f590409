"""What happens around every request, as plain ASGI: identity and log line, URL checks, HEAD, validators, CORS.

From the outside in: `RequestLog`, `SharedHeaders`, `Head`, `Validators`, compression, `FaultBarrier`, `UrlGuard`, the
application.
"""

import re
import secrets
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import quote, unquote_to_bytes

import structlog
from fastapi import Request, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.faults import METHODS, method_not_allowed, respond
from app.api.problems import ProblemError

MAX_URL_BYTES = 8_192
_REQUEST_ID = re.compile(r"[A-Za-z0-9_-]{8,64}")
log = structlog.get_logger()


class Metrics(Protocol):
    """What counts requests."""

    def count(self, method: str, route: str | None, status: int, seconds: float) -> None:
        """Count one that was answered."""


class RequestLog:
    """Give each request an id, log one line when its answer has gone, and count it."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Wrap `app`."""
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take a well-formed `X-Request-Id` over from the client, so that logs of several services can be joined."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        started = time.perf_counter()
        status, size = 0, 0

        async def watch(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
            elif message["type"] == "http.response.body":
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, watch)
        finally:
            seconds = time.perf_counter() - started
            self.metrics.count(scope["method"], state.get("route"), status, seconds)
            log.info(
                "request",
                request_id=request_id,
                method=scope["method"],
                path=scope["path"],
                query=scope["query_string"].decode("latin-1"),
                status=status,
                bytes=size,
                milliseconds=round(seconds * 1000, 1),
            )


class SharedHeaders:
    """Headers of every answer, errors included: any site may read it, and no browser may guess its type."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers, and answer CORS preflight requests."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        preflight = scope["method"] == "OPTIONS" and "access-control-request-method" in Headers(scope=scope)

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Access-Control-Allow-Origin"] = "*"
                headers["Access-Control-Expose-Headers"] = (
                    "Content-Disposition, ETag, Last-Modified, Link, Retry-After, X-Request-Id"
                )
                headers["X-Content-Type-Options"] = "nosniff"
                if preflight:
                    headers["Access-Control-Allow-Methods"] = METHODS
                    headers["Access-Control-Allow-Headers"] = (
                        "Accept, Cache-Control, If-Modified-Since, If-None-Match, X-Request-Id"
                    )
                    headers["Access-Control-Max-Age"] = "86400"
            await send(message)

        if preflight:
            # Also where there is nothing: a page must be able to read the problem that its request will meet.
            await Response(status_code=204)(scope, receive, add)
            return
        await self.app(scope, receive, add)


class Head:
    """Answer HEAD as GET without its body."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Run the request as GET and drop the body, keeping its length."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                if message.get("more_body", False):
                    return
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        scope["state"]["body_unwanted"] = True
        await self.app({**scope, "method": "GET"}, receive, without_body)


class Validators:
    """Put the content coding into the ETag, and answer 304 where the client has the representation already."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`, compression included."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Compare `If-None-Match`, or else `If-Modified-Since`, with the answer that is on its way."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        unchanged = False

        async def compare(message: Message) -> None:
            nonlocal unchanged
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                _add_coding(headers)
                unchanged = message["status"] == 200 and _has_already(asked, headers)
                if unchanged:
                    scope["state"]["body_unwanted"] = True
                    message = {**message, "status": 304}
                    for name in ("content-length", "content-type", "content-encoding"):
                        del MutableHeaders(scope=message)[name]
            elif unchanged:
                if message.get("more_body", False):
                    return
                message = {"type": "http.response.body", "body": b""}
            await send(message)

        await self.app(scope, receive, compare)


def _add_coding(headers: MutableHeaders) -> None:
    # Two codings of one answer are two representations: a strong validator must tell them apart.
    coding, tag = headers.get("content-encoding"), headers.get("etag")
    if coding and tag and tag.endswith('"'):
        headers["ETag"] = f'{tag[:-1]}-{coding}"'


def _has_already(asked: Headers, answer: Headers) -> bool:
    tag, none_match = answer.get("etag"), ", ".join(asked.getlist("if-none-match"))
    if none_match:
        candidates = [part.strip().removeprefix("W/") for part in none_match.split(",")]
        return tag is not None and ("*" in candidates or tag in candidates)
    since, modified = asked.get("if-modified-since"), answer.get("last-modified")
    if since is None or modified is None:
        return False
    try:
        return _moment(modified) <= _moment(since)
    except (TypeError, ValueError):
        return False


def _moment(text: str) -> datetime:
    parsed = parsedate_to_datetime(text)
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=UTC)


class FaultBarrier:
    """Turn an exception that nothing else handled into a 500 problem; the trace goes to the log alone."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Log the trace with the request's id and answer 500, unless the answer has begun already."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watch)
        except Exception:
            log.exception("fault", request_id=scope["state"]["request_id"], path=scope["path"])
            if begun:
                raise
            detail = "The server could not answer, through a fault of its own. It is logged under the request id."
            await _send_problem(ProblemError("server-fault", detail), scope, receive, send)


class UrlGuard:
    """Refuse URLs that cannot be read as UTF-8 text, or that are too long, before anything looks at them."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is readable."""
        if scope["type"] == "http":
            problem = _url_problem(scope)
            if problem is None and scope["method"] == "CONNECT":
                # Its target is no path but a host, so that there would seem to be nothing there.
                problem = method_not_allowed("CONNECT")
            if problem is not None:
                await _send_problem(problem, scope, receive, send)
                return
            scope = _in_origin_form(scope)
        try:
            await self.app(scope, receive, send)
        finally:
            # The router leaves its route in the scope that it was given; outer layers share the state alone.
            if "route" in scope:
                scope["state"]["route"] = _template(scope)


def _template(scope: Scope) -> str:
    """The template of the path that answered. A route knows its own part, and not its router's prefix."""
    own: str = scope["route"].path
    segments = scope["path"].split("/")
    return "/".join(segments[: len(segments) - own.count("/")]) + own


_ABSOLUTE = re.compile(r"https?://[^/]*", re.IGNORECASE)


def _in_origin_form(scope: Scope) -> Scope:
    """A request for `http://host/path`, which servers must accept (RFC 9112), or for `*`, as one for a path."""
    path = scope["path"]
    absolute = _ABSOLUTE.match(path)
    if absolute is None and path != "*":
        return scope
    plain = (path[absolute.end() :] if absolute is not None else "") or "/"
    return {**scope, "path": plain, "raw_path": quote(plain).encode()}


def _url_problem(scope: Scope) -> ProblemError | None:
    path, query = scope.get("raw_path") or scope["path"].encode(), scope["query_string"]
    if len(path) + len(query) > MAX_URL_BYTES:
        return ProblemError("url-too-long", f"The URL has {len(path) + len(query)} bytes; {MAX_URL_BYTES} are allowed.")
    for where, raw in (("path", path), ("query", query)):
        decoded = unquote_to_bytes(raw)
        if b"\0" in decoded:
            return ProblemError("malformed-url", f"The {where} contains an encoded NUL byte (%00).")
        try:
            decoded.decode("utf-8")
        except UnicodeDecodeError:
            return ProblemError("malformed-url", f"The {where} contains percent-encoded bytes that are not UTF-8.")
    return None


async def _send_problem(problem: ProblemError, scope: Scope, receive: Receive, send: Send) -> None:
    await respond(Request(scope), problem)(scope, receive, send)
