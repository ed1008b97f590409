"""From a model of records to the columns of a table, by one rule.

A field is a column of its name. A nested object gives a column for each of its fields, with the name of the object
before it: `provenance` has `provenance_file`. What is there on request alone is no column. `qualifiers` gives a column
for each measure beside it:
`annual_p90_qualifier`. A list is one column of JSON text.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from app.domain.columns import CellKind, Column
from app.domain.measures import MEASURES
from app.domain.qualifiers import Qualifier

QUALIFIERS = "qualifiers"


def record_model(list_model: type[BaseModel]) -> type[BaseModel]:
    """The model of the records in the model of a list."""
    (record,) = get_args(list_model.model_fields["data"].annotation)
    found: type[BaseModel] = record
    return found


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a table of such records, in the order of their fields."""
    return tuple(_columns(model, ()))


def qualified_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that can have a qualifier: its measures, and others that are marked so."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if ("x-unit" in _extra(field) and name in MEASURES) or "x-qualified" in _extra(field)
    )


def _columns(model: type[BaseModel], above: tuple[str, ...], *, required: bool = True) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        if not field.is_required():
            continue
        path = (*above, name)
        kind = _without_none(field.annotation)
        filled = required and kind == field.annotation
        if name == QUALIFIERS and get_origin(kind) is dict:
            yield from (_of_qualifier(qualified, path) for qualified in qualified_fields(model))
        elif isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _columns(kind, path, required=filled)
        else:
            yield replace(_column(path, field, _cells(kind, field)), required=filled)


def _column(path: tuple[str, ...], field: FieldInfo, kind: CellKind) -> Column:
    measure = MEASURES.get(path[-1]) if "x-unit" in _extra(field) else None
    return Column(
        name="_".join(path),
        path=path,
        kind=kind,
        description=field.description or "",
        unit=_extra(field).get("x-unit"),
        definition_source=None if measure is None else measure.definition_source,
    )


def _of_qualifier(field: str, path: tuple[str, ...]) -> Column:
    name = "_".join((*path[:-1], f"{field}_qualifier"))
    members = ", ".join(Qualifier)
    description = f"Why `{field}` is empty, or that it is a bound: {members}. Empty for a plain figure."
    return Column(name, (*path, field), CellKind.CODE, description=description)


_SCALARS = {int: CellKind.INTEGER, float: CellKind.NUMBER, bool: CellKind.BOOLEAN}


def _cells(kind: Any, field: FieldInfo) -> CellKind:
    if kind in _SCALARS:
        return _SCALARS[kind]
    if all(_is_closed_set(one) for one in (get_args(kind) if get_origin(kind) in _UNIONS else (kind,))):
        return CellKind.CODE
    if kind is str:
        patterned = any(getattr(one, "pattern", None) for one in field.metadata)
        return CellKind.CODE if patterned else CellKind.TEXT
    return CellKind.JSON


_UNIONS = (Union, UnionType)


def _is_closed_set(kind: Any) -> bool:
    return get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, Enum))


def _without_none(kind: Any) -> Any:
    """The kind of a field that may be `null`."""
    if get_origin(kind) not in _UNIONS:
        return kind
    plain = (get_args(one)[0] if get_origin(one) is Annotated else one for one in get_args(kind))
    kinds = tuple(one for one in plain if one is not NoneType)
    return Union[kinds]  # noqa: UP007 - the kinds are known at run time only


def _extra(field: FieldInfo) -> dict[str, Any]:
    return field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
