"""What every operation says of itself in the OpenAPI document: its problems, described once."""

from typing import Any

from app.api.problems import KINDS
from app.api.responses import PROBLEM_JSON


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


def problem_examples() -> dict[str, Any]:
    """A problem document of each kind, which the responses of all operations refer to."""
    return {
        kind.slug: {
            "summary": kind.title,
            "value": {
                "type": f"/problems/{kind.slug}",
                "title": kind.title,
                "status": kind.status,
                "detail": kind.meaning,
                "instance": "/v1/occupations/29-2071",
                "request_id": "3f9a1c0d5b7e2a48",
                "errors": [],
                "nearest": [],
            },
        }
        for kind in KINDS.values()
        if kind.slug not in _OF_NO_OPERATION
    }


# Problems of requests that match no operation.
_OF_NO_OPERATION = frozenset({"not-found", "method-not-allowed"})


_CHOICE = ("unknown-release", "release-revision-gone")
_PAGING = ("conflicting-parameters", "invalid-cursor", "stale-cursor")
LIST_PROBLEMS = problems(*_PAGING, *_CHOICE)
OCCUPATION_LIST_PROBLEMS = problems("unknown-code", *_PAGING, *_CHOICE)
OCCUPATION_ITEM_PROBLEMS = problems("unknown-code", "conflicting-parameters", *_CHOICE)
REFERENCE_LIST_PROBLEMS = problems(*_PAGING)
REFERENCE_ITEM_PROBLEMS = problems("unknown-code")
