"""Answers as bytes: encoded once, with a strong ETag, caching headers and links."""

import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote, urlencode

import orjson
from fastapi import Request, Response

from app.api.cursors import encode_cursor
from app.api.list_requests import list_fingerprint
from app.api.problems import Problem
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog, File, Part, Release
from app.queries.changes import Changes
from app.queries.compare import Comparison
from app.queries.history import History
from app.queries.provenance import files_cited

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"


def list_response(
    request: Request, catalog: Catalog, listing: Listing[Any], limit: int, beside: Mapping[str, Any] | None = None
) -> Response:
    """A page of a list in its envelope; `beside` are further members of it, which are about the whole list."""
    following = _next_path(request, catalog, listing)
    body = {
        "data": listing.records,
        **(beside or {}),
        "page": {"limit": limit, "next": following, "total": listing.total},
        "sources": sources(listing.releases, files_cited(listing.records), listing.part_ids),
        "absence": listing.absence,
    }
    return _respond(request, catalog, body, following)


def history_response(request: Request, catalog: Catalog, history: History[Any], limit: int) -> Response:
    """A page of a history, with all of its spans and what lies between them."""
    beside = {
        "spans": history.spans,
        "breaks": history.breaks,
        "missing": history.missing,
        "threshold_changes": history.threshold_changes,
    }
    return list_response(request, catalog, history.listing, limit, beside)


def changes_response(request: Request, catalog: Catalog, changes: Changes, limit: int) -> Response:
    """A page of what differs between two releases."""
    beside = {"from": changes.earlier, "to": changes.later, "rows_compared": changes.rows_compared}
    return list_response(request, catalog, changes.listing, limit, beside)


def comparison_response(request: Request, catalog: Catalog, comparison: Comparison) -> Response:
    """Occupations side by side, on one page."""
    records = comparison.listing.records
    beside = {"differences": comparison.differences}
    return list_response(request, catalog, comparison.listing, len(records), beside)


def whole_list_response(request: Request, catalog: Catalog, listing: Listing[Any]) -> Response:
    """A list that always fits on one page."""
    return list_response(request, catalog, listing, max(1, len(listing.records)))


def item_response(request: Request, catalog: Catalog, item: Item[Any]) -> Response:
    """One item in its envelope."""
    body = {"data": item.content, "sources": sources(item.releases, files_cited(item.content)), "absence": item.absence}
    return _respond(request, catalog, body, None)


def problem_response(problem: Problem, headers: dict[str, str] | None = None) -> Response:
    """A problem document. Caches must not keep it, since what was wrong may be mended."""
    return Response(
        orjson.dumps(problem),
        status_code=problem.status,
        media_type=PROBLEM_JSON,
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def sources(
    releases: Iterable[Release], cited: Mapping[str, Container[str]], part_ids: Container[int] = frozenset()
) -> list[dict[str, Any]]:
    """The releases of an answer, with the parts and files that its records were read from.

    `cited` are names of files by release; `part_ids` are parts that were read whole.
    """
    return [
        {
            "release": release.release,
            "revision": release.revision,
            "program": release.program,
            "title": release.title,
            "publisher": release.publisher,
            "reference_period": release.reference_period,
            "soc_vintage": release.soc_vintage,
            "licence": release.licence,
            "attribution": release.attribution,
            "url": release.source_url,
            "parts": [
                {
                    "part": part.part,
                    "revision": part.revision,
                    "reference_period": part.reference_period,
                    "loaded_at": part.loaded_at,
                    "files": files,
                }
                for part in release.parts
                if (files := _files_cited_of(part, cited.get(release.release, ()), part_ids))
            ],
        }
        for release in releases
    ]


def _files_cited_of(part: Part, names: Container[str], part_ids: Container[int]) -> list[File]:
    return [file for file in part.files if part.part_id in part_ids or file.name in names]


def encode(content: object) -> bytes:
    """JSON bytes; dataclasses and enums as the contract has them."""
    return orjson.dumps(content)


def entity_tag(body: bytes) -> str:
    """A strong validator that changes when, and only when, the bytes do. The content coding is added later."""
    return f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def _respond(request: Request, catalog: Catalog, content: Mapping[str, Any], following: str | None) -> Response:
    body = encode(content)
    changed = max(datetime.fromisoformat(catalog.changed_at), request.app.state.installed_at)
    links = ['</v1/releases>; rel="license"']
    if following is not None:
        links.insert(0, f'<{following}>; rel="next"')
    return Response(
        body,
        media_type=JSON,
        headers={
            "ETag": entity_tag(body),
            "Last-Modified": format_datetime(changed.astimezone(UTC), usegmt=True),
            "Cache-Control": _caching(request, following, content),
            "Link": ", ".join(links),
            "Vary": "Accept",
        },
    )


_ENVELOPE = frozenset({"data", "page", "sources", "absence"})


def _caching(request: Request, following: str | None, content: Mapping[str, Any]) -> str:
    """How long caches may keep an answer: for good if every release is pinned.

    What says that something is not loaded, or holds a cursor, must be checked each time: the next load ends it.
    """
    if following is not None or content["absence"] is not None:
        return "public, no-cache"
    pinned = [".r" in name for name in request.query_params.getlist("release")]
    # What stands beside the records of a history or comparison depends on crosswalks and on what else is loaded.
    if pinned and all(pinned) and content.keys() <= _ENVELOPE:
        return "public, max-age=31536000, immutable"
    seconds = request.app.state.settings.cache_seconds
    return f"public, max-age={seconds}, stale-while-revalidate=86400" if seconds else "public, no-cache"


def _next_path(request: Request, catalog: Catalog, listing: Listing[Any]) -> str | None:
    if listing.next_after is None:
        return None
    cursor = encode_cursor(list_fingerprint(request), catalog.data_revision, listing.next_after)
    kept: Sequence[tuple[str, str]] = [item for item in request.query_params.multi_items() if item[0] != "cursor"]
    return f"{quote(request.scope['path'])}?{urlencode([*kept, ('cursor', cursor)])}"
