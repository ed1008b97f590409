"""The OpenAPI document as a product: committed, complete, and true of the answers it shows."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.api.examples import EXAMPLES
from app.api.openapi import TAGS
from app.main import describe
from tests.checked_client import CheckedClient, Contract

ROOT = Path(__file__).parents[2]
_DURATION = r'(?<="seconds":)[0-9.]+|(?<="seconds": )[0-9.]+'
_TIME = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z|" + _DURATION)

DOCUMENT: dict[str, Any] = json.loads(json.dumps(describe()))
CONTRACT = Contract(DOCUMENT)
OPERATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    path["get"]["operationId"]: (url, path["get"]) for url, path in DOCUMENT["paths"].items()
}
operations = pytest.mark.parametrize("operation", sorted(OPERATIONS))
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
IN_JSON = sorted(name for name, (_, o) in OPERATIONS.items() if "application/json" in o["responses"]["200"]["content"])


def test_the_committed_document_is_the_one_that_is_served(client: CheckedClient) -> None:
    committed = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    assert committed == DOCUMENT == client.get("/openapi.json").json()


def test_paths_only_read() -> None:
    assert all(set(path) == {"get"} for path in DOCUMENT["paths"].values())


@operations
def test_an_operation_explains_itself(operation: str) -> None:
    _, described = OPERATIONS[operation]
    assert re.fullmatch(r"(get|list)[A-Z][A-Za-z]+", operation)
    assert len(described["summary"]) > 5
    assert len(described["description"]) > 40
    assert "Use it to " in described["description"]
    assert len(described["tags"]) == 1
    assert described["tags"][0] in {tag["name"] for tag in TAGS}


@operations
def test_every_parameter_has_a_meaning(operation: str) -> None:
    url, described = OPERATIONS[operation]
    for place, parameter in enumerate(described.get("parameters", [])):
        assert len(parameter.get("description", "")) > 10, parameter["name"]
        examples = _examples(parameter) or _examples(parameter["schema"])
        assert examples, parameter["name"]
        for example in examples:
            validator = CONTRACT.validator(("paths", url, "get", "parameters", str(place), "schema"))
            assert not list(validator.iter_errors(example)), (parameter["name"], example)


def _examples(described: dict[str, Any]) -> list[Any]:
    return [*described.get("examples", ()), *([described["example"]] if "example" in described else [])]


def _alternatives(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return schema.get("anyOf", [schema])


def _referred_to(schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = SCHEMAS.get(schema.get("$ref", "").rpartition("/")[2], {})
    return found


def _is_record(schema: dict[str, Any]) -> bool:
    """Whether a field holds records, whose own fields have examples."""
    items = [item for one in _alternatives(schema) for item in _alternatives(one.get("items", {}))]
    return any("properties" in _referred_to(one) for one in (*_alternatives(schema), *items))


@pytest.mark.parametrize("name", sorted(name for name, schema in SCHEMAS.items() if "properties" in schema))
def test_every_field_has_a_meaning_and_an_example(name: str) -> None:
    for field, described in SCHEMAS[name]["properties"].items():
        where = f"{name}.{field}"
        if _is_record(described):
            continue
        assert _examples(described), f"{where} has no example: an answer in examples.json gives it one, or the model"
        for example in _examples(described):
            validator = CONTRACT.validator(("components", "schemas", name, "properties", field))
            assert not list(validator.iter_errors(example)), (where, example)


@operations
def test_headers_are_declared(operation: str) -> None:
    url, described = OPERATIONS[operation]
    for status, answer in described["responses"].items():
        names = {"Cache-Control", "X-Request-ID"}
        if url.startswith("/v1/") and status in ("200", "304"):
            names |= {"ETag", "Last-Modified", "Link"}
        if status == "503":
            names |= {"Retry-After"}
        assert set(answer["headers"]) == names, status
    assert ("304" in described["responses"]) == url.startswith("/v1/")
    for header in DOCUMENT["components"]["headers"].values():
        assert header["description"]
        assert header["schema"]["examples"]


@operations
def test_problems_are_declared_as_problem_documents(operation: str) -> None:
    _, described = OPERATIONS[operation]
    problems = {status: answer for status, answer in described["responses"].items() if status not in ("200", "304")}
    assert {"406", "422", "500", "503"} <= set(problems)
    for answer in problems.values():
        assert answer["content"]["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}


def _shown(operation: str, kind: str) -> dict[str, Any] | None:
    examples = OPERATIONS[operation][1]["responses"]["200"]["content"]["application/json"]["examples"]
    assert len(examples) == 1
    found: dict[str, Any] | None = examples.get(kind)
    return found


_OF_SEED = [name for name in IN_JSON if _shown(name, "seed")]
_ILLUSTRATED = [name for name in IN_JSON if _shown(name, "illustration")]


def _is_live(example: dict[str, Any] | None, asking: CheckedClient) -> None:
    assert example is not None
    live = asking.get(example["summary"].rpartition("GET ")[2]).text
    assert json.loads(_TIME.sub("0", live)) == json.loads(_TIME.sub("0", json.dumps(example["value"])))


@pytest.mark.parametrize("operation", _OF_SEED)
def test_an_example_is_the_live_answer(operation: str, client: CheckedClient) -> None:
    _is_live(_shown(operation, "seed"), client)


@pytest.mark.parametrize("operation", _ILLUSTRATED)
def test_an_illustration_is_the_answer_of_a_small_release(
    operation: str, onet_client: CheckedClient, rounds_client: CheckedClient, years_client: CheckedClient
) -> None:
    example = _shown(operation, "illustration")
    assert example is not None
    assert example["summary"].startswith("Illustration: ")
    assert "made up" in example["description"]
    releases = {source["release"] for source in example["value"]["sources"]}
    of_rounds = any(release.startswith("ep-") for release in releases)
    of_years = any(release.startswith("oews-") for release in releases - {"oews-2025-05"})
    _is_live(example, years_client if of_years else rounds_client if of_rounds else onet_client)


def test_an_answer_is_made_up_only_where_the_seed_has_none() -> None:
    assert set(_OF_SEED) | set(_ILLUSTRATED) == set(IN_JSON)
    assert len(_ILLUSTRATED) == 38


def test_a_problem_that_is_shown_is_the_live_one(client: CheckedClient) -> None:
    shown = DOCUMENT["components"]["examples"]
    problems = json.loads(EXAMPLES.read_text(encoding="utf-8"))["problems"]
    assert len(problems) >= 7
    for slug, example in problems.items():
        live = client.get(example["request"], headers={"Accept": example["accept"]}).json()
        assert live["type"] == f"/problems/{slug}"
        assert live | {"request_id": ""} == example["answer"] | {"request_id": ""}
        assert shown[slug]["value"] == example["answer"]


def test_every_schema_is_closed_and_every_field_described() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        assert len(schema.get("description", "")) > 5, name
        if schema.get("type") != "object":
            continue
        assert schema["additionalProperties"] is False, name
        # Of chosen fields (`fields`) the source alone is always there, and an explanation on request alone.
        always = {"source"} & set(schema["properties"]) if name.endswith("Fields") else set(schema["properties"])
        assert set(schema.get("required", ())) == always - ({"explanation"} if name == "Provenance" else set()), name
        for field, described in schema["properties"].items():
            assert len(described.get("description", "")) > 5, f"{name}.{field}"


def test_an_answer_is_described_by_what_it_holds() -> None:
    assert SCHEMAS["AreaList"]["description"].startswith("A page of a list. Each record: An area")
    assert SCHEMAS["HierarchyItem"]["description"].startswith("One item: The place of a code")
    assert "reasons" in SCHEMAS["ExplainedProjection"]["description"]
    assert "reasons" not in SCHEMAS["Projection"]["description"]


def test_schemas_have_names_that_people_would_give() -> None:
    assert [name for name in DOCUMENT["components"]["schemas"] if not re.fullmatch(r"[A-Z][A-Za-z]+", name)] == []


def test_the_path_parameter_is_filled_in_with_an_occupation_of_the_seed() -> None:
    for url, described in OPERATIONS.values():
        for parameter in described.get("parameters", []):
            if parameter["in"] == "path" and parameter["name"] == "soc_code":
                assert parameter["schema"]["example"] == "29-2071", url


def test_trying_it_out_fills_in_no_filter() -> None:
    # Swagger UI puts the `example` of a query parameter into the form, where it would filter; `examples` it only shows.
    for url, described in OPERATIONS.values():
        for parameter in described.get("parameters", []):
            if parameter["in"] == "query":
                assert "example" not in parameter, url
                assert "example" not in parameter["schema"], (url, parameter["name"])


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_a_documentation_page_names_no_other_host(page: str, client: CheckedClient) -> None:
    answer = client.get(page)
    assert re.findall(r'(?:src|href)="(?:https?:)?//', answer.text) == []
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for asset in re.findall(r'(?:src|href)="(/[^"]+)"', answer.text):
        assert client.get(asset).status_code == 200
