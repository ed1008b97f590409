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
            "description": " Or: ".join(f"{KINDS[slug].title} (`{slug}`). {KINDS[slug].meaning}" for slug in kinds),
            "content": {PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, kinds in sorted(by_status.items(), key=lambda item: int(item[0]))
    }


_CHOICE = ("unknown-release", "release-revision-gone")
_PAGING = ("invalid-cursor", "stale-cursor")
LIST_PROBLEMS = problems(*_PAGING, *_CHOICE)
OCCUPATION_LIST_PROBLEMS = problems("unknown-code", *_PAGING, *_CHOICE)
OCCUPATION_ITEM_PROBLEMS = problems("unknown-code", *_CHOICE)
REFERENCE_LIST_PROBLEMS = problems(*_PAGING)
REFERENCE_ITEM_PROBLEMS = problems("unknown-code")
