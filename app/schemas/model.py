"""The base of all response models, and how a measure's field is described."""

import inspect
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from app.domain.measures import MEASURES

M = TypeVar("M", bound=BaseModel)


class Model(BaseModel):
    """A part of an answer: closed, so that a field that is not documented is a fault, and immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def with_words_of_part(words: str) -> ConfigDict:
    """Describe a generic model by these words and those of what it is made of, since pydantic describes none."""

    def describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
        (part,) = model.__pydantic_generic_metadata__["args"]
        schema["description"] = f"{words} {inspect.getdoc(part)}"

    return ConfigDict(json_schema_extra=describe)


def described(model: type[M]) -> type[M]:
    """Keep the descriptions that a generic model's fields have; what is made of it does not look for them again.

    pydantic would search the source of each such model, which has none, on the whole stack: 40 % of a start.
    """
    model.model_config["use_attribute_docstrings"] = False
    return model


def measure(name: str) -> Any:
    """The field of a measure: meaning, unit, rounding and source of the definition from the one registry."""
    found = MEASURES[name]
    rounding = f" Rounded by the publisher {found.rounding}." if found.rounding else ""
    return Field(
        title=found.title,
        description=f"{found.meaning} Unit: {found.unit}.{rounding} Definition: {found.definition_source}. "
        "`null` where there is no figure; `qualifiers` says why.",
        json_schema_extra={"example": found.example, "x-unit": str(found.unit)},
    )
