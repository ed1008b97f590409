"""The shapes of what queries return: a list of records, or one item, with where it came from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from app.domain.columns import Column
from app.queries.absence import Absence
from app.queries.catalog_records import Release
from app.queries.list_request import KeyValue

T = TypeVar("T")
# What writes the rows of a whole list in the given columns, batch by batch, each row as a line of CSV.
WrittenRows: TypeAlias = Callable[[Sequence[Column]], Iterator[list[str]]]


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """A page of records, where the next one starts, how many there are, and the releases they came from.

    Of a list that was asked for as a whole, `records` are the first ones and `further` the others, batch by batch, to
    be read while the snapshot is open. `written` gives the same rows as text, where the database can write them.
    """

    records: list[T]
    releases: tuple[Release, ...]
    next_after: tuple[KeyValue, ...] | None = None
    total: int | None = None
    absence: Absence | None = None
    # Parts that records were read from, where the records themselves do not name their files.
    part_ids: frozenset[int] = frozenset()
    further: Iterable[list[T]] = ()
    written: WrittenRows | None = None


@dataclass(frozen=True, slots=True)
class Item(Generic[T]):
    """One answer and the releases it came from."""

    content: T
    releases: tuple[Release, ...]
    absence: Absence | None = None
