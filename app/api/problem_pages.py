"""`/problems/{slug}`: the page that the `type` of a problem points to."""

from html import escape
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response

from app.api.list_requests import refuse_unknown_parameters
from app.api.problems import KINDS, ProblemKind
from app.queries.errors import Nearest, NotKnownError

router = APIRouter(include_in_schema=False, dependencies=[Depends(refuse_unknown_parameters)])

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} - Occupations API</title>
<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b}}
code{{background:#f0f0f0;padding:.1em .3em;border-radius:3px}}a{{color:#005ea2}}</style></head>
<body><main>{body}</main></body></html>
"""
_POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"}


@router.get("/problems")
def list_problems() -> Response:
    """All kinds of problems."""
    entries = "".join(
        f'<li><a href="/problems/{kind.slug}">{escape(kind.title)}</a> ({kind.status})</li>' for kind in KINDS.values()
    )
    return _page(
        "Problems", f"<h1>Problems</h1><p>Every error of this API is one of these kinds.</p><ul>{entries}</ul>"
    )


@router.get("/problems/{slug}")
def get_problem(slug: Annotated[str, Path(max_length=60)]) -> Response:
    """What one kind of problem means, and what to do about it."""
    kind = KINDS.get(slug)
    if kind is None:
        raise NotKnownError("kind of problem", slug, (Nearest("All kinds of problems", "/problems"),))
    return _page(kind.title, _explained(kind))


def _explained(kind: ProblemKind) -> str:
    meaning, remedy = (_with_code(text) for text in (kind.meaning, kind.remedy))
    return (
        f"<h1>{escape(kind.title)}</h1><p><code>{kind.slug}</code>, HTTP status {kind.status}</p>"
        f"<h2>What it means</h2><p>{meaning}</p><h2>What to do</h2><p>{remedy}</p>"
        '<p><a href="/problems">All kinds of problems</a> · <a href="/docs">Documentation</a></p>'
    )


def _with_code(text: str) -> str:
    """Escape text, and set what stands between backticks as code."""
    pieces = escape(text).split("`")
    return "".join(f"<code>{piece}</code>" if index % 2 else piece for index, piece in enumerate(pieces))


def _page(title: str, body: str) -> Response:
    page = _PAGE.format(title=escape(title), body=body)
    return Response(page, media_type="text/html", headers={"Cache-Control": "public, max-age=3600", **_POLICY})
