"""Which fields of its records a request for a list asks for, and what these are as columns of a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import Request
from pydantic import BaseModel

from app.api.problems import InvalidParameter, shown
from app.domain.columns import Column
from app.domain.suggestions import did_you_mean, listed, nearest_name
from app.schemas.columns import QUALIFIERS, columns_of, qualified_fields, record_model

# Where the figures of a record were read: no figure goes without.
SOURCES = ("source", "figure_sources")


@dataclass(frozen=True, slots=True)
class RecordFields:
    """The fields of the records in an answer.

    With `fields` it has those that are named, in that order; then `qualifiers` if a measure is among them, with the
    entries of those measures; and what says where they were read.
    """

    model: type[BaseModel]
    named: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields."""
        known = self.model.model_fields
        if not self.named:
            return tuple(known)
        needed = [QUALIFIERS] if self._qualified and QUALIFIERS in known else []
        needed += [name for name in SOURCES if name in known]
        return tuple(dict.fromkeys((*self.named, *needed)))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of a table of these fields."""
        of_field: dict[str, list[Column]] = {name: [] for name in self.names}
        for column in columns_of(self.model):
            if column.field in of_field and not self._is_left_out(column):
                of_field[column.field].append(column)
        return tuple(column for columns in of_field.values() for column in columns)

    def of(self, records: Sequence[Any]) -> Sequence[Any]:
        """The records with these fields alone."""
        if not self.named:
            return records
        names, qualified = self.names, self._qualified
        chosen = [{name: getattr(record, name) for name in names} for record in records]
        if QUALIFIERS in names and QUALIFIERS not in self.named:
            for record in chosen:
                found = record[QUALIFIERS]
                record[QUALIFIERS] = {name: found[name] for name in qualified if name in found}
        return chosen

    @property
    def _qualified(self) -> tuple[str, ...]:
        return tuple(name for name in self.named if name in qualified_fields(self.model))

    def _is_left_out(self, column: Column) -> bool:
        """Whether a column is the qualifier of a measure that is not asked for."""
        asked = not self.named or QUALIFIERS in self.named or column.field != QUALIFIERS
        return not asked and column.path[-1] not in self._qualified


def asked_fields(request: Request) -> RecordFields:
    """The fields that a request for a list asks for, of which `wrong_fields` has found none wrong."""
    return RecordFields(record_model(request.scope["route"].response_model), _named(request))


def wrong_fields(request: Request) -> list[InvalidParameter]:
    """The names in `fields` that the records of a list do not have, each with the nearest that they have."""
    known = list(record_model(request.scope["route"].response_model).model_fields)
    return [
        InvalidParameter("query", "fields", shown(name), did_you_mean(_meant(name, known), listed(known)))
        for name in _named(request)
        if name not in known
    ]


def _named(request: Request) -> tuple[str, ...]:
    return tuple(dict.fromkeys(request.query_params.getlist("fields")))


def _meant(name: str, known: Sequence[str]) -> str | None:
    """The field that a name is near to; of several between commas, all of them as the parameter repeated."""
    pieces = [piece.strip() for piece in name.split(",")]
    if len(pieces) > 1 and all(piece in known for piece in pieces):
        return "&".join(f"fields={piece}" for piece in pieces)
    return nearest_name(name, known)
