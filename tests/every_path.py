"""Every path of the OpenAPI document, with its parameters filled in, for rules that hold everywhere."""

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


def filled(template: str) -> str:
    """The path with a value for each parameter; `KeyError` for a parameter that this module does not know yet."""
    return template.replace("{", "%(").replace("}", ")s") % _FILLED


PATHS: dict[str, str] = {template: filled(template) for template in DOCUMENT["paths"]}


def parameters(template: str) -> dict[str, dict[str, object]]:
    """The declared query parameters of a path, by name."""
    declared = DOCUMENT["paths"][template]["get"].get("parameters", [])
    return {found["name"]: found for found in declared if found["in"] == "query"}


LISTS = [template for template in PATHS if "cursor" in parameters(template)]
# Pages and files for people and browsers, which the document does not describe.
PAGES = ["/docs", "/redoc", "/openapi.json", "/problems", "/problems/invalid-parameter", "/docs-assets/swagger-ui.css"]
