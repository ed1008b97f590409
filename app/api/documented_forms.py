"""What the OpenAPI document says of the forms of a list: their media types, and the fields that can be chosen."""

from copy import deepcopy
from typing import Any

from app.api.forms import CSV, JSON, NDJSON, PARQUET

_RULE = (
    "A row for each record. A nested object gives a column for each of its fields (`provenance_file`), `qualifiers` "
    "one for each measure (`annual_p90_qualifier`), a list is JSON text."
)


def describe_forms(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Describe the tables of a list, and name the fields of its records."""
    fields = next((one for one in operation.get("parameters", ()) if one["name"] == "fields"), None)
    if fields is None:
        return
    content = operation["responses"]["200"]["content"]
    whole = content[JSON]["schema"]
    record = _named_by(_named_by(whole, schemas)["properties"]["data"]["items"], schemas)
    fields["schema"]["items"] = {"type": "string", "enum": list(record["properties"])}
    fields["schema"]["examples"] = [[next(iter(record["properties"]))]]
    content[JSON]["schema"] = {"anyOf": [whole, _with_chosen_fields(whole, record, schemas)]}
    content |= {
        CSV: {"schema": {"type": "string", "description": f"CSV (RFC 4180) with a header. {_RULE}"}},
        NDJSON: {"schema": {"type": "string", "description": "A record on each line, as JSON has it in `data`."}},
        PARQUET: {"schema": {"type": "string", "format": "binary", "description": f"Parquet. {_RULE}"}},
    }


def _with_chosen_fields(whole: dict[str, Any], record: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """The schema of the same list asked for with `fields`: each field is there or not, and `source` always."""
    name = f"{record['title']}Fields"
    kept = [field for field in ("source",) if field in record["properties"]]
    schemas[name] = {
        **deepcopy(record),
        "title": name,
        "description": f"Chosen fields (`fields`) of: {record['description']}",
        "required": kept,
    }
    listed = deepcopy(_named_by(whole, schemas))
    listed["title"] = f"{name}List"
    listed["description"] = f"A page of a list with chosen fields (`fields`) of its records. {record['description']}"
    listed["properties"]["data"]["items"] = {"$ref": f"#/components/schemas/{name}"}
    schemas[listed["title"]] = listed
    return {"$ref": f"#/components/schemas/{listed['title']}"}


def _named_by(schema: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schemas[schema["$ref"].rpartition("/")[2]]
    return found
