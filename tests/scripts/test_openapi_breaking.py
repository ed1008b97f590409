"""What counts as a break of the OpenAPI document, and what does not."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from openapi_breaking import Comparison

SCRIPT = Path(__file__).parents[2] / "scripts" / "openapi_breaking.py"

Json = dict[str, Any]
Change = Callable[[Json], None]


def document() -> Json:
    """A small document with everything that a rule is about."""
    return {
        "info": {"title": "t", "version": "1.2.0"},
        "paths": {
            "/wages": {
                "get": {
                    "operationId": "listWages",
                    "parameters": [
                        {"$ref": "#/components/parameters/limit"},
                        {
                            "name": "program",
                            "in": "query",
                            "schema": {"anyOf": [{"$ref": "#/components/schemas/Program"}, {"type": "null"}]},
                        },
                    ],
                    "responses": {
                        "200": {
                            "headers": {"ETag": {"schema": {"type": "string"}}},
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/Page"}},
                                "text/csv": {"schema": {"type": "string"}},
                            },
                        },
                        "422": {"description": "problem"},
                    },
                },
                "head": {"operationId": "headWages", "responses": {"200": {"description": "as GET"}}},
            }
        },
        "components": {
            "parameters": {
                "limit": {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 50},
                }
            },
            "schemas": {
                "Program": {"type": "string", "enum": ["ooh", "oews"]},
                "Page": {
                    "type": "object",
                    "required": ["data"],
                    "properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Wage"}}},
                },
                "Wage": {
                    "type": "object",
                    "required": ["annual_median", "program"],
                    "properties": {
                        "annual_median": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
                        "jobs": {"type": "integer"},
                        "program": {"$ref": "#/components/schemas/Program"},
                        "parent": {"anyOf": [{"$ref": "#/components/schemas/Wage"}, {"type": "null"}]},
                    },
                },
            },
        },
    }


def get(doc: Json) -> Json:
    """The one GET of the document."""
    operation: Json = doc["paths"]["/wages"]["get"]
    return operation


def schema(doc: Json, name: str) -> Json:
    """A named schema of the document."""
    named: Json = doc["components"]["schemas"][name]
    return named


def breaks(change: Change) -> list[str]:
    """What the change breaks."""
    later = document()
    change(later)
    return Comparison(document(), later).breaks()


def test_the_same_document_breaks_nothing() -> None:
    assert Comparison(document(), document()).breaks() == []


WAGE = "GET /wages 200.data[]"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d["paths"].pop("/wages"), "/wages: the path is gone"),
        (lambda d: d["paths"]["/wages"].pop("head"), "HEAD /wages: the operation is gone"),
        (lambda d: get(d).update(operationId="wages"), "GET /wages: operationId listWages is wages now"),
        (lambda d: d.update(security=[{"key": []}]), "GET /wages: credentials are required now"),
        (lambda d: get(d)["parameters"].pop(1), "GET /wages query parameter program: it is gone"),
        (
            lambda d: get(d)["parameters"][1].update(required=True),
            "GET /wages query parameter program: it is required now",
        ),
        (
            lambda d: get(d)["parameters"].append({"name": "q", "in": "query", "required": True, "schema": {}}),
            "GET /wages query parameter q: it is new and required",
        ),
        (
            lambda d: d["components"]["parameters"]["limit"]["schema"].update(default=20),
            "GET /wages query parameter limit: its default 50 is 20 now",
        ),
        (
            lambda d: d["components"]["parameters"]["limit"]["schema"].update(maximum=100),
            "GET /wages query parameter limit: maximum 1000 is 100 now",
        ),
        (
            lambda d: d["components"]["parameters"]["limit"]["schema"].update(minimum=2),
            "GET /wages query parameter limit: minimum 1 is 2 now",
        ),
        (
            lambda d: d["components"]["parameters"]["limit"]["schema"].update(type="string"),
            "GET /wages query parameter limit: type integer is string now",
        ),
        (
            lambda d: schema(d, "Program").update(enum=["oews"]),
            "GET /wages query parameter program: the value 'ooh' is gone",
        ),
        (lambda d: get(d)["responses"].pop("422"), "GET /wages: response 422 is gone"),
        (lambda d: get(d)["responses"]["200"]["headers"].pop("ETag"), "GET /wages 200 header ETag: it is gone"),
        (
            lambda d: get(d)["responses"]["200"]["content"].pop("text/csv"),
            "GET /wages 200 text/csv: the media type is gone",
        ),
        (lambda d: schema(d, "Wage")["properties"].pop("jobs"), f"{WAGE}.jobs: the field is gone"),
        (lambda d: schema(d, "Wage").update(required=["program"]), f"{WAGE}.annual_median: it may be missing now"),
        (
            lambda d: schema(d, "Wage")["properties"].update(jobs={"type": "string"}),
            f"{WAGE}.jobs: type integer is string now",
        ),
        (
            lambda d: schema(d, "Wage")["properties"].update(jobs={"type": "number"}),
            f"{WAGE}.jobs: type integer is number now",
        ),
        (
            lambda d: schema(d, "Wage")["properties"].update(jobs={"type": ["integer", "null"]}),
            f"{WAGE}.jobs: type integer is integer or null now",
        ),
        (
            lambda d: schema(d, "Wage")["properties"].update(annual_median={"type": "string"}),
            f"{WAGE}.annual_median: type integer is string now",
        ),
        (
            lambda d: schema(d, "Wage")["properties"]["program"].update({"format": "slug"}),
            f"{WAGE}.program: format None is slug now",
        ),
    ],
)
def test_a_break_is_told(change: Change, told: str) -> None:
    assert told in breaks(change)


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["paths"].update({"/skills": {"get": {"operationId": "listSkills", "responses": {}}}}),
        lambda d: get(d)["parameters"].append({"name": "q", "in": "query", "schema": {"type": "string"}}),
        lambda d: d["components"]["parameters"]["limit"]["schema"].update(maximum=5000),
        lambda d: schema(d, "Program").update(enum=["ooh", "oews", "onet"]),
        lambda d: schema(d, "Wage")["properties"].update(hourly_median={"type": "number"}),
        lambda d: schema(d, "Wage")["properties"].update(annual_median={"type": "integer"}),
        lambda d: schema(d, "Wage").update(required=["annual_median", "program", "jobs"]),
        lambda d: get(d).update(summary="Wages", description="Another text"),
        lambda d: get(d)["responses"].update({"406": {"description": "problem"}}),
    ],
)
def test_what_is_added_breaks_nothing(change: Change) -> None:
    assert breaks(change) == []


def test_a_schema_moved_behind_a_name_is_the_same() -> None:
    later = document()
    inlined = copy.deepcopy(schema(later, "Program"))
    schema(later, "Wage")["properties"]["program"] = inlined
    assert Comparison(document(), later).breaks() == []


@pytest.mark.parametrize(
    ("was", "is_now", "status"),
    [
        ("1.2.0", "1.3.0", 1),
        ("1.2.0", "2.0.0", 0),
        ("0.1.0", "0.1.1", 1),
        ("0.1.0", "0.2.0", 0),
        ("1.0.0rc1", "1.0.0", 0),
    ],
)
def test_the_version_says_whether_a_break_is_allowed(tmp_path: Path, was: str, is_now: str, status: int) -> None:
    earlier, later = document(), document()
    earlier["info"]["version"], later["info"]["version"] = was, is_now
    del later["paths"]["/wages"]["head"]
    checkout = tmp_path / "checkout"
    for folder in ("scripts", "docs"):
        (checkout / folder).mkdir(parents=True)
    (checkout / "scripts" / SCRIPT.name).write_text(SCRIPT.read_text("utf-8"), "utf-8")
    (checkout / "docs" / "openapi.json").write_text(json.dumps(later), "utf-8")
    before = tmp_path / "before.json"
    before.write_text(json.dumps(earlier), "utf-8")
    done = subprocess.run(
        [sys.executable, checkout / "scripts" / SCRIPT.name, "--against", before],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "HEAD /wages: the operation is gone" in done.stdout
    assert done.returncode == status


class Checkout:
    """A repository with the script and a document whose versions are committed by the test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "scripts").mkdir(parents=True)
        (folder / "docs").mkdir()
        (folder / "scripts" / SCRIPT.name).write_text(SCRIPT.read_text("utf-8"), "utf-8")

    def git(self, *words: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *identity, *words], cwd=self.folder, check=True, capture_output=True)

    def write(self, doc: Json) -> None:
        (self.folder / "docs" / "openapi.json").write_text(json.dumps(doc), "utf-8")

    def commit(self, doc: Json) -> None:
        self.write(doc)
        self.git("add", "-A")
        self.git("commit", "-m", "a version")

    def check(self) -> subprocess.CompletedProcess[str]:
        script = self.folder / "scripts" / SCRIPT.name
        return subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    repository = Checkout(tmp_path / "a checkout")
    repository.git("init", "-q")
    return repository


def without_head() -> Json:
    later = document()
    del later["paths"]["/wages"]["head"]
    return later


def test_a_checkout_without_history_has_nothing_to_compare(checkout: Checkout) -> None:
    checkout.write(document())
    assert checkout.check().returncode == 0
    checkout.commit(document())
    done = checkout.check()
    assert (done.returncode, "nothing to compare" in done.stdout) == (0, True)


def test_what_is_not_committed_is_compared_with_the_last_commit(checkout: Checkout) -> None:
    checkout.commit(document())
    checkout.write(without_head())
    assert checkout.check().returncode == 1


def test_what_is_committed_is_compared_with_the_version_before_it(checkout: Checkout) -> None:
    checkout.commit(document())
    checkout.commit(without_head())
    assert checkout.check().returncode == 1


def test_a_release_is_what_counts_once_there_is_one(checkout: Checkout) -> None:
    checkout.commit(document())
    checkout.git("tag", "v1.2.0")
    checkout.commit(without_head())
    added = without_head()
    added["paths"]["/skills"] = {"get": {"operationId": "listSkills", "responses": {}}}
    checkout.commit(added)
    done = checkout.check()
    assert (done.returncode, "v1.2.0" in done.stdout) == (1, True)
