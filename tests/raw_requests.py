"""Requests as a server hands them to the application: their bytes are not tidied by a client first."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import orjson
from fastapi import FastAPI
from starlette.types import Message, Scope


@dataclass(frozen=True)
class RawAnswer:
    """What the application sent."""

    status: int
    headers: dict[str, str]
    content: bytes

    def json(self) -> dict[str, Any]:
        """The parsed body."""
        body: dict[str, Any] = orjson.loads(self.content)
        return body


def scope_of(target: bytes, *, method: str = "GET", headers: Sequence[tuple[bytes, bytes]] = ()) -> Scope:
    """What a server tells the application of a request whose target is exactly these bytes."""
    raw_path, _, query = target.partition(b"?")
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(raw_path.decode("latin-1")),
        "raw_path": raw_path,
        "query_string": query,
        "root_path": "",
        "headers": [(b"host", b"testserver"), *headers],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 8000),
    }


def ask_raw(
    app: FastAPI,
    target: bytes,
    *,
    method: str = "GET",
    headers: Sequence[tuple[bytes, bytes]] = (),
    body: bytes = b"",
) -> RawAnswer:
    """Send a request whose target is exactly these bytes."""
    sent: list[Message] = []
    asyncio.run(_exchange(app, scope_of(target, method=method, headers=headers), body, sent))
    start = next(message for message in sent if message["type"] == "http.response.start")
    content = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return RawAnswer(start["status"], {k.decode().lower(): v.decode("latin-1") for k, v in start["headers"]}, content)


async def _exchange(app: FastAPI, scope: Scope, body: bytes, sent: list[Message]) -> None:
    unread = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return unread.pop() if unread else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
