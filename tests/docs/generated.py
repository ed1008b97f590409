"""The parts of the documents that are made from the code."""

from collections import defaultdict
from collections.abc import Callable

from fastapi import APIRouter
from fastapi.routing import APIRoute

from app.api import health, metrics, problem_pages
from app.api.problems import KINDS
from app.config import Settings
from app.domain.measures import MEASURES
from app.domain.qualifiers import MEANINGS
from app.main import V1_ROUTERS
from tests.docs.documents import ROOT


def _table(*rows: tuple[str, ...]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]) + "\n"


def settings() -> str:
    """Each setting: variable, default, meaning."""
    rows = [
        (
            f"`OCCUPATIONS_{name.upper()}`",
            "" if field.default is None else f"`{field.default}`",
            field.description or "",
        )
        for name, field in Settings.model_fields.items()
    ]
    return _table(("variable", "default", "meaning"), *rows)


def problems() -> str:
    """Each kind of problem: status, slug, meaning."""
    rows = [(str(kind.status), f"[`{kind.slug}`](#{kind.slug})", kind.meaning) for kind in KINDS.values()]
    return _table(("status", "kind", "meaning"), *rows)


def qualifiers() -> str:
    """Each qualifier and its meaning."""
    return _table(("qualifier", "meaning"), *((f"`{one}`", meaning) for one, meaning in MEANINGS.items()))


def measures() -> str:
    """Each measure: unit, programs, title."""
    rows = [
        (f"`{one.name}`", one.title, one.unit.replace("_", " "), ", ".join(one.programs)) for one in MEASURES.values()
    ]
    return _table(("field", "title", "unit", "from"), *rows)


def paths() -> str:
    """Each URL of the contract, and the name of the module that answers it."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for router, prefix in (
        *((router, "/v1") for router in V1_ROUTERS),
        (health.router, ""),
        (metrics.router, ""),
        (problem_pages.router, ""),
    ):
        for path, module in _routes(router):
            found[module].append(prefix + path)
    rows = []
    for module, urls in found.items():
        file = f"{module}.py"
        rooms = [room for room in ("api", "queries", "schemas") if (ROOT / "app" / room / file).exists()]
        rows.append((f"`{file}`", ", ".join(rooms), "<br>".join(f"`{url}`" for url in urls)))
    return _table(("file", "in", "answers"), *rows)


def _routes(router: APIRouter) -> list[tuple[str, str]]:
    return [
        (route.path, route.endpoint.__module__.rpartition(".")[2])
        for route in router.routes
        if isinstance(route, APIRoute)
    ]


PARTS: dict[str, Callable[[], str]] = {
    "settings": settings,
    "problems": problems,
    "qualifiers": qualifiers,
    "measures": measures,
    "paths": paths,
}
