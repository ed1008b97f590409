"""Examples of the OpenAPI document: real answers of the seed, by operation, and from them one for each field."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

# Answers of the seed data, by operation; `scripts/refresh_examples.py` asks for them again.
EXAMPLES = Path(__file__).parent / "examples.json"
_SHORT = 100
_SCHEMAS = "#/components/schemas/"


def fill_in_examples(document: dict[str, Any], answers: Mapping[str, Mapping[str, Any]]) -> None:
    """Give each field that has no example of its own the first value that it has in the answers.

    A text that is long is passed over for a short one.
    """
    schemas = document["components"]["schemas"]
    seen: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for path in document["paths"].values():
        answer = answers.get(path["get"]["operationId"])
        if answer is not None:
            schema = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            _look_at(schema, answer["answer"], schemas, seen)
    for name, schema in schemas.items():
        for field, described in schema.get("properties", {}).items():
            values = seen[name, field]
            if "example" not in described and "examples" not in described and values:
                described["example"] = next((v for v in values if len(str(v)) <= _SHORT), min(values, key=_length))


def _length(value: Any) -> int:
    return len(str(value))


def _look_at(
    schema: Mapping[str, Any], value: Any, schemas: Mapping[str, Any], seen: defaultdict[tuple[str, str], list[Any]]
) -> None:
    """Note the value of each field in it that is no record itself."""
    if isinstance(value, list):
        for one in value:
            for items in _alternatives(schema, "items"):
                _look_at(items, one, schemas, seen)
        return
    if not isinstance(value, dict):
        return
    for alternative in _alternatives(schema):
        name = alternative.get("$ref", "").removeprefix(_SCHEMAS)
        properties = schemas.get(name, {}).get("properties", {})
        # Of an answer's fields only `explanation` may be left out.
        if not properties.keys() - {"explanation"} <= value.keys() <= properties.keys():
            continue
        for field, described in properties.items():
            found = value.get(field)
            if found not in (None, [], {}) and not _is_record(described, schemas):
                seen[name, field].append(found)
            _look_at(described, found, schemas, seen)


def _is_record(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> bool:
    """Whether the values are records, or lists of them, which have examples field by field."""
    return any(
        "properties" in schemas.get(one.get("$ref", "").removeprefix(_SCHEMAS), {})
        for one in (*_alternatives(schema), *_alternatives(schema, "items"))
    )


def _alternatives(schema: Mapping[str, Any], of: str | None = None) -> Iterator[Mapping[str, Any]]:
    """The schemas that a value may have; with `of`, those of its items."""
    for alternative in schema.get("anyOf", (schema,)):
        if of is None:
            yield alternative
        elif of in alternative:
            yield from _alternatives(alternative[of])
