"""Every path of the OpenAPI document, with its parameters filled in, for rules that hold everywhere."""

from app.domain.onet import PART_OF_DOMAIN
from app.main import describe

_FILLED = {
    "soc_code": "29-2071",
    "organization": "ahima",
    "industry_code": "622000",
    "measure": "annual_median",
    "element_id": "2.A.1.a",
    "release": "oews-2025-05",
}
DOCUMENT = describe()


# What a path cannot be asked without.
_REQUIRED = {"/v1/compare": "?occupation=29-2071&occupation=29-2072", "/v1/search": "?q=medical+records"}


def filled(template: str) -> str:
    """The path with a value for each parameter; `KeyError` for a parameter that this module does not know yet."""
    return template.replace("{", "%(").replace("}", ")s") % _FILLED + _REQUIRED.get(template, "")


def asking(url: str, query: str) -> str:
    """The URL with more parameters."""
    return f"{url}{'&' if '?' in url else '?'}{query}"


PATHS: dict[str, str] = {template: filled(template) for template in DOCUMENT["paths"]}


def parameters(template: str) -> dict[str, dict[str, object]]:
    """The declared query parameters of a path, by name."""
    declared = DOCUMENT["paths"][template]["get"].get("parameters", [])
    return {found["name"]: found for found in declared if found["in"] == "query"}


# Of what the seed has nothing: codes of the small releases that tests write (onet_release.py, small_rounds.py).
_OF_ONET = (*PART_OF_DOMAIN.values(), "education", "tasks", "technology", "titles", "data-collection")
_OF_ROUNDS = ("education/attainment", "utilization-factors", "skill-scores", "top-skills", "example-titles")
ILLUSTRATED: dict[str, str] = PATHS | {
    **{f"/v1/occupations/{{soc_code}}/{name}": f"/v1/occupations/29-2072/{name}" for name in _OF_ONET},
    **{f"/v1/occupations/{{soc_code}}/{name}": f"/v1/occupations/11-1011/{name}" for name in _OF_ROUNDS},
    "/v1/occupations/{soc_code}/projections/by-industry": "/v1/occupations/29-2072/projections/by-industry",
    "/v1/industries/{industry_code}/projections": "/v1/industries/5110A1/projections",
    "/v1/releases/{release}/changes": "/v1/releases/oews-2022-05/changes",
}
_NATIONAL = ("/v1/skills", "/v1/technology", "/v1/crosswalks", "/v1/elements", "/v1/scales")
# The lists that the seed leaves empty, whatever the code.
OF_ILLUSTRATIONS = frozenset(
    template
    for template in PATHS
    if ILLUSTRATED[template] != PATHS[template] or template in _NATIONAL or template.startswith("/v1/projections/")
)
LISTS = [template for template in PATHS if "cursor" in parameters(template)]
# Lists with an order to choose; histories and changes have one order.
SORTED = [template for template in LISTS if "sort" in parameters(template)]
# Pages and files for people and browsers, which the document does not describe.
PAGES = ["/docs", "/redoc", "/openapi.json", "/problems", "/problems/invalid-parameter", "/docs-assets/swagger-ui.css"]
