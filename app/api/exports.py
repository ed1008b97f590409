"""Whole lists, sent while they are read: off the event loop, few at once, and ended when the client goes away."""

import threading
from collections.abc import Callable, Generator, Mapping

import anyio
import structlog
from anyio import CapacityLimiter, to_thread
from fastapi import Response
from starlette.types import Message, Receive, Scope, Send

from app.api.problems import ProblemError

# Seconds that a client may leave what was sent to it unread: meanwhile it holds a connection to the database.
_PATIENCE = 60
# Longer pieces would keep the event loop from other requests while they are compressed.
_LONGEST_PIECE = 262_144
log = structlog.get_logger()


class Exports:
    """Counts the exports under way, and refuses more than the server takes at once."""

    def __init__(self, most: int) -> None:
        """`most` may be under way at once."""
        self.most = most
        self.threads = CapacityLimiter(most)
        self._under_way = 0
        self._counting = threading.Lock()

    @property
    def under_way(self) -> int:
        """How many are under way at this moment."""
        return self._under_way

    def begin(self) -> None:
        """Count one more. A problem if there are as many already as may be."""
        with self._counting:
            if self._under_way >= self.most:
                detail = f"{self.most} exports are under way, and no more are made at once."
                raise ProblemError("too-many-exports", detail, headers={"Retry-After": "10"})
            self._under_way += 1

    def end(self) -> None:
        """Count one less."""
        with self._counting:
            self._under_way -= 1


class Export(Response):
    """An answer that is sent piece by piece. Its work ends with it, whether it was sent or not."""

    def __init__(
        self,
        chunks: Generator[bytes, None, None],
        exports: Exports,
        *,
        close: Callable[[], None],
        media_type: str,
        headers: Mapping[str, str],
    ) -> None:
        """`exports` has counted it; `close` gives back what it holds."""
        super().__init__(None, media_type=media_type, headers=headers)
        del self.headers["content-length"]
        self._chunks, self._exports, self._close = chunks, exports, close

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the pieces until there are no more, or nobody wants them."""
        gone = False

        async def watch() -> None:
            nonlocal gone
            while (await receive())["type"] != "http.disconnect":
                pass
            gone = True
            group.cancel_scope.cancel()

        try:
            async with anyio.create_task_group() as group:
                group.start_soon(watch)
                try:
                    await self._send_all(scope, send)
                except TimeoutError:
                    # Left unfinished, so that the connection is closed and nobody takes what was sent for all.
                    log.warning("export_left_unread", request_id=scope["state"]["request_id"], seconds=_PATIENCE)
                except Exception:
                    # Sending to somebody who has gone fails.
                    if not gone:
                        raise
                group.cancel_scope.cancel()
        finally:
            with anyio.CancelScope(shield=True):
                await to_thread.run_sync(self._end)

    async def _send_all(self, scope: Scope, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        # Of HEAD, and of what the client has already, one piece tells the headers that all of them would have.
        while not scope["state"].get("body_unwanted") or self._is_new:
            chunk = await to_thread.run_sync(self._next_chunk, limiter=self._exports.threads)
            if chunk is None:
                break
            for start in range(0, len(chunk), _LONGEST_PIECE):
                await _send_in_time(send, chunk[start : start + _LONGEST_PIECE])
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    _is_new = True

    def _next_chunk(self) -> bytes | None:
        self._is_new = False
        return next(self._chunks, None)

    def _end(self) -> None:
        try:
            # What reads has to stop before what it reads from is given back.
            self._chunks.close()
        finally:
            try:
                self._close()
            finally:
                self._exports.end()


async def _send_in_time(send: Send, piece: bytes) -> None:
    message: Message = {"type": "http.response.body", "body": piece, "more_body": True}
    with anyio.fail_after(_PATIENCE):
        await send(message)
