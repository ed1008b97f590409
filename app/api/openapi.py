"""The OpenAPI document: the guide that it opens on, its tags, and what FastAPI leaves out."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.schemas.problems import Problem

TITLE = "Occupations API"
SUMMARY = "US occupational statistics, with the source of every figure."
GUIDE = """
Employment, wages, projections, credentials and preparation of US occupations, by occupation code (SOC).
"""
TAGS: list[dict[str, str]] = []


def install(app: FastAPI) -> None:
    """Make `app.openapi()` return the finished document."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _finished(app)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign]
    app.state.paths = [path for path in document()["paths"] if "{" not in path]


def _finished(app: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    schemas = document["components"]["schemas"]
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs", {})
    schemas["Problem"] = problem
    document["servers"] = [{"url": "/"}]
    document["security"] = []
    return document
