"""The OpenAPI document: the guide that it opens on, its tags, and what FastAPI leaves out."""

import json
import re
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.api.documentation import HEADERS, declare_headers, problem_examples
from app.api.documented_forms import describe_forms
from app.api.examples import EXAMPLES, fill_in_examples
from app.schemas.problems import Problem

TITLE = "Occupations API"
SUMMARY = "US occupational statistics, with the source of every figure."
GUIDE = """
US occupations: how many people work in them, what they pay, how they are projected to change, what it takes to \
enter them and which credentials count. No key, no quota; every figure has its source.

**Start here.** Each of these is one GET request. To ask your own, open an operation below and press *Try it out*.

- Which occupation does a job title mean? [/v1/search?q=medical+records+clerk](/v1/search?q=medical+records+clerk)
- What does an occupation pay? [/v1/occupations/29-2071/wages](/v1/occupations/29-2071/wages)
- Where does it pay best?
  [/v1/occupations/29-1141/wages/by-area](/v1/occupations/29-1141/wages/by-area?area_type=state&sort=-annual_median)
- Which occupations pay best in Texas?
  [/v1/wages?area_code=TX](/v1/wages?area_code=TX&level=detailed&sort=-annual_median&limit=10)
- How many people work in it, and who employs them?
  [/v1/occupations/29-2071/employment/by-industry](/v1/occupations/29-2071/employment/by-industry)
- What does it take to enter it? [/v1/occupations/29-2071/preparation](/v1/occupations/29-2071/preparation)
- What did it pay over the years, with the breaks marked?
  [/v1/occupations/29-2072/wages/history](/v1/occupations/29-2072/wages/history)
- How do occupations compare? [/v1/compare](/v1/compare?occupation=29-1141&occupation=29-2072)
- What is loaded, and how new is it? [/v1/releases](/v1/releases)

**Codes.** Occupations have SOC codes (`29-2072`); codes of every edition answer, and a retired one says what \
became of it (`29-2071`). Areas are `US`, a state (`TX` or `48`) or their code; industries are \
NAICS codes (`622000`, `54`).

**Filters.** One rule on every list: a filter is a key (`area_code=TX`; repeat it for several values), or `min_` or \
`max_` and a measure (`min_annual_median=50000`). `sort=field` or `sort=-field` (largest first). Follow \
`page.next` for more.

**Answers.** `data` holds the records, `sources` the releases they came from, `absence` why there are none. Every \
field is always there. A `null` figure has an entry in `qualifiers` that says why; so has a figure that is a \
bound (`at_or_above`). Wages are dollars, employment is jobs, 11.0 percent means 11 %.

**Files.** Every list comes as CSV, NDJSON and Parquet too: `format=csv`, or `Accept`. `limit=all` sends all of it at \
once, and `fields=` chooses the fields.

**Two kinds of employment.** OEWS counts wage and salary jobs; the handbook and the projections count the \
self-employed too. `basis` says which, and one list never mixes them unless you name both programs.

**Errors** are problem documents (RFC 9457) that say what was given and what would work; [each kind](/problems) is \
explained.
"""
TAGS: list[dict[str, str]] = [
    {"name": "occupations", "description": "Find an occupation, see it at a glance, and its place in the SOC."},
    {"name": "wages", "description": "What occupations pay: mean and percentiles, by area and by industry."},
    {"name": "employment", "description": "How many jobs there are, where, and in which industries."},
    {"name": "projections", "description": "How employment is expected to change over ten years, and why."},
    {"name": "preparation", "description": "What it takes to enter an occupation: education, credentials, contacts."},
    {"name": "characteristics", "description": "What an occupation is like: people, conditions, the handbook's text."},
    {
        "name": "onet",
        "description": "O*NET: skills, knowledge, abilities, tasks, technology and more, by its codes of eight digits.",
    },
    {
        "name": "reference",
        "description": "The lists behind keys and figures: areas, industries, crosswalks, organizations, measures.",
    },
    {"name": "releases", "description": "What is loaded, from which files, and how to cite it."},
    {"name": "health", "description": "For load balancers and operators."},
]
# Of parameters that one path alone has, and that no type in `app.api.filters` describes.
_EXAMPLES_OF_PARAMETERS: dict[str, Any] = {"q": "medical records", "retired": False, "program": ["oews"]}
# Of lists only that are never empty: a link must have something to follow.
_LINKS: dict[str, dict[str, dict[str, Any]]] = {
    "listMeasures": {
        "measure": {
            "operationId": "getMeasure",
            "parameters": {"measure": "$response.body#/data/0/measure"},
            "description": "The first measure of the list.",
        }
    },
}


def document(app: FastAPI) -> dict[str, Any]:
    """The finished document of what an application serves."""
    found = get_openapi(
        title=app.title,
        version=app.version,
        summary=app.summary,
        description=app.description,
        routes=app.routes,
        tags=app.openapi_tags,
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    schemas = found["components"]["schemas"]
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs", {})
    schemas["Problem"] = problem
    examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    found["components"]["examples"] = problem_examples(examples.get("problems", {}))
    found["components"]["headers"] = HEADERS
    found["servers"] = [{"url": "/", "description": "This server"}]
    found["security"] = []
    for url, path in found["paths"].items():
        describe_forms(path["get"], schemas)
        _finish_operation(path["get"], examples.get(path["get"]["operationId"]))
        declare_headers(path["get"]["responses"], cached=url.startswith("/v1/"))
    found = _with_plain_names(found)
    fill_in_examples(found, examples)
    return found


def _finish_operation(operation: dict[str, Any], example: dict[str, Any] | None) -> None:
    name, answer = operation["operationId"], operation["responses"]["200"]
    answer["description"] = "A page of the list." if name.startswith("list") else "The answer."
    if example is not None:
        answer["content"]["application/json"]["examples"] = _shown(example)
    if name in _LINKS:
        answer["links"] = _LINKS[name]
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in _EXAMPLES_OF_PARAMETERS:
            parameter["schema"].setdefault("examples", [_EXAMPLES_OF_PARAMETERS[parameter["name"]]])


def _shown(example: dict[str, Any]) -> dict[str, Any]:
    """An answer as an example: one of the seed, or, where the seed has nothing, of rows that are made up."""
    request = f"GET {example['request']}"
    if not example.get("illustration"):
        return {"seed": {"summary": request, "value": example["answer"]}}
    described = {
        "summary": f"Illustration: {request}",
        "description": "What such an answer looks like. Its words and figures are made up: the seed has none.",
        "value": example["answer"],
    }
    return {"illustration": described}


# Pydantic names a generic model after its parts: ListAnswer_WageRecord_.
_PLAIN_NAMES = (
    ("ProjectionRecord_ExplainedOutlook_", "ExplainedProjection"),
    ("ProjectionRecord_Outlook_", "Projection"),
    (r"HistoryAnswer_(\w+?)HistoryRecord_(?=\W)", r"\1History"),
    (r"ListAnswer_(\w+?)_(?=\W)", r"\1List"),
    (r"ItemAnswer_(\w+?)_(?=\W)", r"\1Item"),
    (r"(?:List|Item)Section_(\w+?)_(?=\W)", r"\1Section"),
)


def _with_plain_names(document: dict[str, Any]) -> dict[str, Any]:
    text = json.dumps(document)
    for generic, plain in _PLAIN_NAMES:
        text = re.sub(generic, plain, text)
    named: dict[str, Any] = json.loads(text)
    return named
