"""The OpenAPI document as a product: committed, complete, and true of the answers it shows."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.api.openapi import TAGS
from app.main import describe
from tests.checked_client import CheckedClient

ROOT = Path(__file__).parents[2]
_TIME = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

DOCUMENT: dict[str, Any] = json.loads(json.dumps(describe()))
OPERATIONS: dict[str, tuple[str, dict[str, Any]]] = {
    path["get"]["operationId"]: (url, path["get"]) for url, path in DOCUMENT["paths"].items()
}
operations = pytest.mark.parametrize("operation", sorted(OPERATIONS))


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
    assert len(described["tags"]) == 1
    assert described["tags"][0] in {tag["name"] for tag in TAGS}


@operations
def test_every_parameter_has_a_meaning(operation: str) -> None:
    _, described = OPERATIONS[operation]
    for parameter in described.get("parameters", []):
        assert len(parameter.get("description", "")) > 10, parameter["name"]


@operations
def test_problems_are_declared_as_problem_documents(operation: str) -> None:
    _, described = OPERATIONS[operation]
    problems = {status: answer for status, answer in described["responses"].items() if status != "200"}
    assert {"406", "422", "500", "503"} <= set(problems)
    for answer in problems.values():
        assert answer["content"]["application/problem+json"]["schema"] == {"$ref": "#/components/schemas/Problem"}


@operations
def test_an_example_is_the_live_answer(operation: str, client: CheckedClient) -> None:
    _, described = OPERATIONS[operation]
    example = described["responses"]["200"]["content"]["application/json"]["examples"]["seed"]
    live = client.get(example["summary"].removeprefix("GET ")).text
    assert json.loads(_TIME.sub("", live)) == json.loads(_TIME.sub("", json.dumps(example["value"])))


def test_every_schema_is_closed_and_every_field_described() -> None:
    for name, schema in DOCUMENT["components"]["schemas"].items():
        if schema.get("type") != "object":
            assert schema.get("description"), name
            continue
        assert schema["additionalProperties"] is False, name
        assert set(schema.get("required", ())) == set(schema["properties"]), name
        for field, described in schema["properties"].items():
            assert described.get("description") or "$ref" in json.dumps(described), f"{name}.{field}"


def test_schemas_have_names_that_people_would_give() -> None:
    assert [name for name in DOCUMENT["components"]["schemas"] if not re.fullmatch(r"[A-Z][A-Za-z]+", name)] == []


def test_the_path_parameter_is_filled_in_with_an_occupation_of_the_seed() -> None:
    for url, described in OPERATIONS.values():
        for parameter in described.get("parameters", []):
            if parameter["in"] == "path" and parameter["name"] == "soc_code":
                assert parameter["schema"]["example"] == "29-2071", url


@pytest.mark.parametrize("page", ["/docs", "/redoc"])
def test_a_documentation_page_names_no_other_host(page: str, client: CheckedClient) -> None:
    answer = client.get(page)
    assert re.findall(r'(?:src|href)="(?:https?:)?//', answer.text) == []
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    for asset in re.findall(r'(?:src|href)="(/[^"]+)"', answer.text):
        assert client.get(asset).status_code == 200
