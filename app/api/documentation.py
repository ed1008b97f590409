"""What every operation says of itself in the OpenAPI document: its problems, described once."""

from collections.abc import Mapping
from typing import Any

from app.api.forms import PROBLEM_JSON
from app.api.problems import KINDS, ProblemKind


def problems(*slugs: str) -> dict[int | str, dict[str, Any]]:
    """The problem responses of an operation, by status, with those that any request can meet."""
    by_status: dict[int | str, list[str]] = {}
    for slug in (
        *slugs,
        "malformed-url",
        "not-acceptable",
        "url-too-long",
        "invalid-parameter",
        "server-fault",
        "not-ready",
    ):
        by_status.setdefault(KINDS[slug].status, []).append(slug)
    return {
        status: {
            "description": "; or: ".join(f"{KINDS[slug].title} (`{slug}`)" for slug in kinds),
            "content": {
                PROBLEM_JSON: {
                    "schema": {"$ref": "#/components/schemas/Problem"},
                    "examples": {slug: {"$ref": f"#/components/examples/{slug}"} for slug in kinds},
                }
            },
        }
        for status, kinds in sorted(by_status.items(), key=lambda item: int(item[0]))
    }


def problem_examples(answers: Mapping[str, Any]) -> dict[str, Any]:
    """A problem document of each kind, which the responses of all operations refer to.

    `answers` are real ones; a kind that no request meets at will is shown by what it means.
    """
    return {
        kind.slug: {
            "summary": kind.title,
            "value": answers[kind.slug]["answer"] if kind.slug in answers else _outline(kind),
        }
        for kind in KINDS.values()
        if kind.slug not in _OF_NO_OPERATION
    }


def _outline(kind: ProblemKind) -> dict[str, Any]:
    return {
        "type": f"/problems/{kind.slug}",
        "title": kind.title,
        "status": kind.status,
        "detail": kind.meaning,
        "instance": "/v1/occupations/29-2071",
        "request_id": "3f9a1c0d5b7e2a48",
        "errors": [],
        "nearest": [],
    }


def _header(description: str, example: str, *, required: bool = True) -> dict[str, Any]:
    return {"description": description, "required": required, "schema": {"type": "string", "examples": [example]}}


# The headers of answers, which the responses of all operations refer to.
HEADERS: dict[str, Any] = {
    "ETag": _header(
        "Strong validator of the representation: send it back in `If-None-Match`.", '"45d5b9c2a5b2e1f09c1d3a7e"'
    ),
    "Last-Modified": _header("Time of the last change of data or application.", "Tue, 24 Nov 2026 06:00:00 GMT"),
    "Cache-Control": _header("How long caches may keep it.", "public, max-age=300, stale-while-revalidate=86400"),
    "Link": _header(
        'The terms of use (`rel="license"`), the next page where there is one (`rel="next"`), and of an answer that '
        'pins revisions the one from the newest of them (`rel="latest-version"`).',
        '</v1/releases>; rel="license"',
    ),
    "X-Request-ID": _header(
        "Identifier of the request, also in the server's log; a well-formed one in the request is taken over.",
        "3f9a1c0d5b7e2a48",
    ),
    "Retry-After": _header("After how many seconds to try again.", "5", required=False),
}
_OF_EVERY_ANSWER = ("Cache-Control", "X-Request-ID")
_OF_CACHED_ANSWERS = ("ETag", "Last-Modified", "Cache-Control", "Link", "X-Request-ID")


def declare_headers(responses: dict[str, Any], *, cached: bool) -> None:
    """Declare the headers of each response, and 304 where a client may have the representation already."""
    if cached:
        responses["304"] = {"description": "The client has this representation already (`If-None-Match`)."}
    for status, response in responses.items():
        names = _OF_CACHED_ANSWERS if cached and status in ("200", "304") else _OF_EVERY_ANSWER
        if status == "503":
            names = (*names, "Retry-After")
        response["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in names}
    ordered = sorted(responses.items())
    responses.clear()
    responses.update(ordered)


# Problems of requests that match no operation.
_OF_NO_OPERATION = frozenset({"not-found", "method-not-allowed"})


_CHOICE = ("unknown-release", "release-revision-gone")
_PAGING = ("conflicting-parameters", "invalid-cursor", "stale-cursor", "too-many-exports")
LIST_PROBLEMS = problems(*_PAGING, *_CHOICE, "busy")
OCCUPATION_LIST_PROBLEMS = problems("unknown-code", *_PAGING, *_CHOICE, "busy")
OCCUPATION_ITEM_PROBLEMS = problems("unknown-code", "conflicting-parameters", *_CHOICE, "busy")
REFERENCE_LIST_PROBLEMS = problems(*_PAGING, "busy")
REFERENCE_ITEM_PROBLEMS = problems("unknown-code", "busy")
