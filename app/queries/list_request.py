"""What a reader asks of a list: filters, order, page."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

KeyValue: TypeAlias = str | int | float | None


class Count(StrEnum):
    """Whether the total is counted: `auto` where counting is cheap, `exact` always."""

    AUTO = "auto"
    EXACT = "exact"


class Bound(StrEnum):
    """The side on which a filter bounds a measure."""

    MIN = "min"
    MAX = "max"


class Include(StrEnum):
    """Which figures a bound keeps: those that are `certain` to be within it, or the `possible` ones too."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class OneOf:
    """Keep rows whose key is one of the values."""

    field: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """Keep rows whose measure is at or above (`min`), or at or below (`max`), a value."""

    field: str
    bound: Bound
    value: Decimal
    include: Include = Include.CERTAIN


@dataclass(frozen=True, slots=True)
class SortKey:
    """A field to sort by."""

    field: str
    descending: bool


@dataclass(frozen=True, slots=True)
class ListRequest:
    """What a reader asks of a list: `filters` as the reader gave them, `fixed` those that the path itself sets.

    Without a `limit` the list is asked for as a whole, to be read batch by batch.
    """

    filters: tuple[OneOf | Limit, ...]
    sort: tuple[SortKey, ...]
    limit: int | None
    after: tuple[KeyValue, ...] | None = None
    count: Count = Count.AUTO
    fixed: tuple[OneOf, ...] = ()


def including_possible(request: ListRequest) -> ListRequest:
    """The same question with bounds that keep figures which may be within them."""
    filters = tuple(
        replace(one, include=Include.POSSIBLE) if isinstance(one, Limit) else one for one in request.filters
    )
    return replace(request, filters=filters)
