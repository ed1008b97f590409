"""Validators, caching headers and links of an answer."""

import hashlib
from datetime import UTC, datetime
from email.utils import format_datetime
from enum import StrEnum
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request

from app import __version__
from app.api.cursors import encode_cursor
from app.api.explanations import asks_to_explain
from app.api.list_requests import list_fingerprint, pins_revisions, state_of_list
from app.queries.absence import Absence
from app.queries.answers import Listing
from app.queries.catalog import Catalog


def entity_tag(body: bytes) -> str:
    """A strong validator that changes when, and only when, the bytes do. The content coding is added later."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def tag_of_state(request: Request, catalog: Catalog, *made_by: str) -> str:
    """A strong validator of an answer whose bytes are not known yet: they follow from all that is put into it.

    Every load changes it, also one that does not touch the answer.
    """
    state = (str(catalog.data_revision), catalog.changed_at, __version__, *made_by)
    url = request.scope["path"].encode() + b"?" + request.scope["query_string"]
    return entity_tag("\n".join(state).encode() + b"\n" + url)


class Scope(StrEnum):
    """What an answer tells of: records of its list alone, or more, which other loads may change."""

    RECORDS = "records"
    MORE = "more"


def answer_headers(  # noqa: PLR0917
    request: Request,
    catalog: Catalog,
    tag: str,
    following: str | None,
    absence: Absence | None,
    scope: Scope = Scope.RECORDS,
) -> dict[str, str]:
    """The headers of an answer that caches may keep."""
    changed = max(datetime.fromisoformat(catalog.changed_at), request.app.state.installed_at)
    links = ['</v1/releases>; rel="license"']
    if following is not None:
        links.insert(0, f'<{following}>; rel="next"')
    if latest := _unpinned_path(request):
        links.append(f'<{latest}>; rel="latest-version"')
    return {
        "ETag": tag,
        "Last-Modified": format_datetime(changed.astimezone(UTC), usegmt=True),
        "Cache-Control": _caching(request, following, absence, scope),
        "Link": ", ".join(links),
        "Vary": "Accept",
    }


def _caching(request: Request, following: str | None, absence: Absence | None, scope: Scope) -> str:
    """How long caches may keep an answer: for good if it is a list and every release is pinned.

    What says that something is not loaded, or holds a cursor, must be checked each time: the next load ends it.
    """
    if absence is not None:
        return "public, no-cache"
    # A file that explains figures may be moved away, or come back; and items tell of more than what is pinned.
    if scope is Scope.RECORDS and pins_revisions(request) and not asks_to_explain(request):
        return "public, max-age=31536000, immutable"
    if following is not None:
        return "public, no-cache"
    seconds = request.app.state.settings.cache_seconds
    return f"public, max-age={seconds}, stale-while-revalidate=86400" if seconds else "public, no-cache"


def _unpinned_path(request: Request) -> str | None:
    """Where a request that pins revisions would be answered from the newest ones of the same releases."""
    asked = [item for item in request.query_params.multi_items() if item[0] != "cursor"]
    follows = [(name, value.partition(".r")[0] if name == "release" else value) for name, value in asked]
    return f"{quote(request.scope['path'])}?{urlencode(follows)}" if follows != asked else None


def next_path(request: Request, catalog: Catalog, listing: Listing[Any]) -> str | None:
    """The URL path of the page after this one."""
    if listing.next_after is None:
        return None
    cursor = encode_cursor(list_fingerprint(request), state_of_list(request, catalog), listing.next_after)
    return path_with(request, without=("cursor",), cursor=cursor)


def path_with(request: Request, without: tuple[str, ...], **added: str) -> str:
    """The URL path of a request without some of its parameters, and with others."""
    kept = [item for item in request.query_params.multi_items() if item[0] not in without]
    query = urlencode([*kept, *added.items()])
    path = quote(request.scope["path"])
    return f"{path}?{query}" if query else path
