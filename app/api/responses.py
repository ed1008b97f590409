"""Answers as bytes: encoded once, with a strong ETag, caching headers and links."""

from collections.abc import Container, Iterable, Mapping
from typing import Any

import orjson
from fastapi import Request, Response

from app.api.caching import Scope, answer_headers, entity_tag, next_path
from app.api.explanations import asks_to_explain, explained
from app.api.forms import JSON, PROBLEM_JSON, Form, asked_form
from app.api.problems import Problem
from app.api.record_fields import asked_fields
from app.api.tables import page_as_table, whole_as_table
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import File, Part, Release
from app.queries.changes import Changes
from app.queries.compare import Comparison
from app.queries.history import History
from app.queries.provenance import files_cited
from app.queries.snapshot import Snapshot


def list_response(
    request: Request,
    snapshot: Snapshot,
    listing: Listing[Any],
    limit: int | None,
    beside: Mapping[str, Any] | None = None,
) -> Response:
    """A page of a list in the form that is asked for, or without a `limit` all of it.

    `beside` are further members of the envelope, which are about the whole list; a table has none.
    """
    form, chosen = asked_form(request), asked_fields(request)
    if form is not Form.JSON:
        answer = whole_as_table if limit is None else page_as_table
        return answer(request, snapshot, listing, form, chosen)
    following = next_path(request, snapshot.catalog, listing)
    body = {
        "data": chosen.of(listing.records),
        **(beside or {}),
        "page": {"limit": limit, "next": following, "total": listing.total},
        "sources": sources(listing.releases, files_cited(listing.records), listing.part_ids),
        "absence": listing.absence,
    }
    return _respond(request, snapshot.catalog, body, following)


def history_response(request: Request, snapshot: Snapshot, history: History[Any], limit: int | None) -> Response:
    """A page of a history, with all of its spans and what lies between them."""
    beside = {
        "spans": history.spans,
        "breaks": history.breaks,
        "missing": history.missing,
        "threshold_changes": history.threshold_changes,
    }
    return list_response(request, snapshot, history.listing, limit, beside)


def changes_response(request: Request, snapshot: Snapshot, changes: Changes, limit: int | None) -> Response:
    """A page of what differs between two releases."""
    beside = {"from": changes.earlier, "to": changes.later, "rows_compared": changes.rows_compared}
    return list_response(request, snapshot, changes.listing, limit, beside)


def comparison_response(request: Request, snapshot: Snapshot, comparison: Comparison) -> Response:
    """Occupations side by side, on one page."""
    records = comparison.listing.records
    beside = {"differences": comparison.differences}
    return list_response(request, snapshot, comparison.listing, len(records), beside)


def whole_list_response(request: Request, snapshot: Snapshot, listing: Listing[Any]) -> Response:
    """A list that always fits on one page."""
    return list_response(request, snapshot, listing, max(1, len(listing.records)))


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


def _respond(request: Request, catalog: Catalog, content: Mapping[str, Any], following: str | None) -> Response:
    body = encode(content)
    if asks_to_explain(request):
        body = explained(request, catalog, body)
    # What stands beside the records of a history or comparison depends on crosswalks and on what else is loaded.
    scope = Scope.RECORDS if content.keys() == _ENVELOPE else Scope.MORE
    headers = answer_headers(request, catalog, entity_tag(body), following, content["absence"], scope)
    return Response(body, media_type=JSON, headers=headers)


_ENVELOPE = frozenset({"data", "page", "sources", "absence"})
