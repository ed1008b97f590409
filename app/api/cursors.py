"""Cursors: where a page starts, in an opaque text that fits one list in one state of the data."""

import base64
import binascii
import hashlib
from collections.abc import Sequence

import orjson

from app.api.problems import InvalidParameter, ProblemError, shown
from app.queries.list_request import KeyValue

# Raise it when the meaning of a cursor's values changes, so that older cursors are refused and not misread.
_VERSION = 2
_CHECKSUM_BYTES = 6
# What is another page of the same list all the same; the order is looked at by itself.
_MAY_CHANGE = frozenset({"cursor", "limit", "count", "sort", "format", "fields", "bom"})


class RefusedCursorError(ProblemError):
    """A cursor that does not continue the list that is asked for; the same list from its start would work."""

    def __init__(self, slug: str, detail: str, cursor: str) -> None:
        """`slug` says in which way it does not; `cursor` is what was given."""
        error = InvalidParameter("query", "cursor", shown(cursor), _WORKS[slug])
        super().__init__(slug, detail, errors=[error])


_WORKS = {
    "invalid-cursor": "the `page.next` of the page before, followed as it is; or no cursor, for the first page",
    "stale-cursor": "no cursor: the first page of the data as it is now",
}


def changed_cursor(cursor: str) -> RefusedCursorError:
    """The problem of a cursor that this API never made."""
    return RefusedCursorError("invalid-cursor", "This cursor was not issued by this API, or was changed.", cursor)


def fingerprint(path: str, query: Sequence[tuple[str, str]]) -> str:
    """What identifies a list: its path and its parameters, less those that may change from page to page."""
    filters = sorted(item for item in query if item[0] not in _MAY_CHANGE)
    order = [value for name, value in query if name == "sort"]
    return hashlib.blake2b(orjson.dumps([path, filters, order]), digest_size=9).hexdigest()


def encode_cursor(list_fingerprint: str, data_revision: int, after: Sequence[KeyValue]) -> str:
    """The cursor of the page that starts after a row with these key values."""
    content = orjson.dumps([_VERSION, list_fingerprint, data_revision, list(after)])
    return base64.urlsafe_b64encode(_checksum(content) + content).decode().rstrip("=")


def decode_cursor(cursor: str, list_fingerprint: str, data_revision: int) -> tuple[KeyValue, ...]:
    """The key values in a cursor.

    Raises a problem: `invalid-cursor` if it was changed or is another list's, `stale-cursor` if the data changed.
    """
    try:
        decoded = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        checksum, content = decoded[:_CHECKSUM_BYTES], decoded[_CHECKSUM_BYTES:]
        if checksum != _checksum(content):
            raise ValueError
        version, issued_for, issued_at, after = orjson.loads(content)
        if not isinstance(after, list) or not all(value is None or type(value) in (str, int, float) for value in after):
            raise ValueError
    except (ValueError, TypeError, binascii.Error):
        raise changed_cursor(cursor) from None
    if version != _VERSION or issued_for != list_fingerprint:
        raise RefusedCursorError("invalid-cursor", "This cursor was issued for another path, filter or sort.", cursor)
    if issued_at != data_revision:
        raise RefusedCursorError("stale-cursor", "New data was loaded after this cursor was issued.", cursor)
    return tuple(after)


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_CHECKSUM_BYTES).digest()
