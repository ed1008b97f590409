"""The shapes of what queries return: a list of records, or one item, with where it came from."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from app.queries.absence import Absence
from app.queries.catalog import Release
from app.queries.listing import KeyValue

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A page of records, where the next one starts, how many there are, and the releases they came from."""

    records: list[T]
    releases: tuple[Release, ...]
    next_after: tuple[KeyValue, ...] | None = None
    total: int | None = None
    absence: Absence | None = None
    # Parts that records were read from, where the records themselves do not name their files.
    part_ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """One answer and the releases it came from."""

    content: T
    releases: tuple[Release, ...]
    absence: Absence | None = None
