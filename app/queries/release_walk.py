"""Walking through two releases side by side, in the order of one key, and what differs between their rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.oews_codes import oews_soc_vintage
from app.domain.programs import Program
from app.domain.qualifiers import LOWER_BOUNDS, Qualifier
from app.queries.catalog_records import Release
from app.queries.changed_codes import HYBRID_OF_SOC_2018, is_within_hybrid
from app.queries.compared_rows import ComparedRow, ComparedTable, Figure, Key, Reading, Wanted
from app.queries.conditions import LARGEST
from app.queries.list_request import KeyValue
from app.queries.ordering import UnusableCursorError
from app.queries.snapshot import Snapshot


class ChangeKind(StrEnum):
    """How a figure differs between two releases.

    - `changed`: both have it, with another value or another qualifier.
    - `new`: the later one alone has it, of a code that both use.
    - `gone`: the earlier one alone has it, of a code that both use.
    - `retired`: the earlier one alone has it, since its code was replaced in between; `became` says by what.
    - `introduced`: the later one alone has it, since its code came into use in between; `came_from` says from what.
    """

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    RETIRED = "retired"
    INTRODUCED = "introduced"


@dataclass(frozen=True, slots=True)
class DerivedDifference:
    """The difference of two published figures, computed here."""

    change: float
    change_percent: float | None
    formula: str


@dataclass(frozen=True, slots=True)
class ChangesRequest:
    """What is asked of a comparison: values by key, measures, kinds of change and their size, and a page."""

    keys: Mapping[str, tuple[str, ...]]
    measures: tuple[str, ...]
    kinds: tuple[str, ...]
    least_percent: Decimal | None
    most_percent: Decimal | None
    limit: int | None
    after: tuple[KeyValue, ...] | None


# As many rows of each release are looked at for a page, at most: some tenths of a second.
_FEWEST_ROWS, _ROWS_AT_ONCE, _MOST_ROWS = 100, 1_000, 2_500


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of one row in two releases; the row is `None` in the release that lacks it."""

    kind: ChangeKind
    measure: str
    table: ComparedTable
    earlier: Release
    later: Release
    before: ComparedRow | None
    after: ComparedRow | None
    old: Figure
    new: Figure

    @property
    def fields(self) -> dict[str, Any]:
        """The key of the row, by field."""
        row = self.after or self.before
        assert row is not None
        return dict(zip(self.table.key, row.key, strict=True))

    @property
    def newest(self) -> Release:
        """The later of the releases that have the row."""
        return self.earlier if self.after is None else self.later

    @property
    def occupation(self) -> tuple[str, str]:
        """The code of the row and its edition, in the later of the releases that have it."""
        return self.table.occupation(self.fields, self.newest)


@dataclass(slots=True)
class Walk:
    """Walking through the rows of two releases from where a page starts."""

    snapshot: Snapshot
    table: ComparedTable
    earlier: Release
    later: Release
    request: ChangesRequest
    kinds: tuple[str, ...]
    rows: int = 0
    following: tuple[KeyValue, ...] | None = None
    _used: dict[tuple[str, str, str], bool] = field(default_factory=dict)

    def page(self) -> list[Difference]:
        """The differences of the page; `following` is where the next one starts."""
        assert self.request.limit is not None
        limit = self.request.limit
        start, skip = self._start()
        found: list[Difference] = []
        wanted = self._wanted()
        most = max(_FEWEST_ROWS, min(_ROWS_AT_ONCE, 3 * limit))
        while True:
            before, after, end = self._read(wanted, start, most)
            for key, pair in _side_by_side(before, after, end):
                self.rows += 1
                of_row = list(self._differences(wanted, *pair))
                room = limit - len(found)
                shown = of_row[skip : skip + room]
                found += shown
                if len(of_row) > skip + room:
                    self.following = (*key, skip + len(shown))
                    return found
                skip = 0
            if end is None:
                return found
            start, skip = end, 0
            if len(found) >= limit or self.rows >= _MOST_ROWS:
                self.following = (*end, 0)
                return found
            most = _ROWS_AT_ONCE

    def _start(self) -> tuple[Key | None, int]:
        """The key at which a page starts, and how many differences of that row were shown before."""
        if self.request.after is None:
            return None, 0
        *given, skip = self.request.after
        if len(given) != len(self.table.key) or not isinstance(skip, int):
            raise UnusableCursorError
        kinds = (int if name == "category" else str for name in self.table.key)
        key = tuple(one for one, kind in zip(given, kinds, strict=True) if isinstance(one, kind) and _fits(one))
        if len(key) != len(given):
            raise UnusableCursorError
        return key, max(0, skip)

    def _wanted(self) -> Wanted:
        measures = tuple(name for name in self.table.measures if name in self.request.measures)
        return Wanted(tuple(sorted(self.request.keys.items())), self.kinds, measures or self.table.measures)

    def _read(
        self, wanted: Wanted, start: Key | None, most: int
    ) -> tuple[list[ComparedRow], list[ComparedRow], Key | None]:
        """Rows of both releases from a key on, and the first key that is not whole; `None` if that was all."""
        catalog, connection = self.snapshot.catalog, self.snapshot.connection
        sides = [
            self.table.read(Reading(connection, catalog, release), wanted, start, most)
            for release in (self.earlier, self.later)
        ]
        ends = [end for _, end in sides if end is not None]
        return sides[0][0], sides[1][0], min(ends, default=None)

    def _differences(
        self, wanted: Wanted, before: ComparedRow | None, after: ComparedRow | None
    ) -> Iterator[Difference]:
        if before is not None and after is not None and before.figures == after.figures:
            return
        kinds = self.request.kinds
        of_row = self._of_row(before, after)
        if kinds and of_row is not None and of_row not in kinds:
            return
        for place, measure in enumerate(wanted.measures):
            old, new = _figure(before, place), _figure(after, place)
            kind = _kind(old, new)
            if kind is None or (kinds and (of_row or kind) not in kinds):
                continue
            old, new = self.table.shown(measure, old), self.table.shown(measure, new)
            one = Difference(of_row or kind, measure, self.table, self.earlier, self.later, before, after, old, new)
            if self._is_wanted(one):
                yield one

    def _of_row(self, before: ComparedRow | None, after: ComparedRow | None) -> ChangeKind | None:
        """What a row that one release lacks is; `None` where both have it."""
        if before is not None and after is not None:
            return None
        row, own, other = (before, self.earlier, self.later) if after is None else (after, self.later, self.earlier)
        assert row is not None
        code, vintage = self.table.occupation(dict(zip(self.table.key, row.key, strict=True)), own)
        key = (code, vintage, other.release)
        if key not in self._used:
            self._used[key] = _is_used(self.snapshot, code, vintage, other)
        if after is None:
            return ChangeKind.GONE if self._used[key] else ChangeKind.RETIRED
        return ChangeKind.NEW if self._used[key] else ChangeKind.INTRODUCED

    def _is_wanted(self, one: Difference) -> bool:
        request = self.request
        if request.least_percent is None and request.most_percent is None:
            return True
        derived = difference_of(one.old, one.new)
        if derived is None or derived.change_percent is None:
            return False
        percent = Decimal(str(derived.change_percent))
        return (request.least_percent is None or percent >= request.least_percent) and (
            request.most_percent is None or percent <= request.most_percent
        )


def _fits(value: KeyValue) -> bool:
    """Whether a column can hold a value of a cursor, which anybody may have written."""
    return "\0" not in value if isinstance(value, str) else value is not None and 0 <= value <= LARGEST


Pair = tuple[ComparedRow | None, ComparedRow | None]


def _side_by_side(
    before: Sequence[ComparedRow], after: Sequence[ComparedRow], end: Key | None
) -> Iterator[tuple[Key, Pair]]:
    """The rows of both, each key once, up to a key: rows from there on may not have been read in both."""
    one, other = 0, 0
    while one < len(before) or other < len(after):
        left = before[one] if one < len(before) else None
        right = after[other] if other < len(after) else None
        key = min(row.key for row in (left, right) if row is not None)
        if end is not None and key >= end:
            return
        mine = left if left is not None and left.key == key else None
        theirs = right if right is not None and right.key == key else None
        one += mine is not None
        other += theirs is not None
        yield key, (mine, theirs)


def _figure(row: ComparedRow | None, place: int) -> Figure:
    return (None, None) if row is None else row.figure(place)


def _is_published(figure: Figure) -> bool:
    return figure[0] is not None or figure[1] not in (None, Qualifier.NOT_APPLICABLE)


def _kind(before: Figure, after: Figure) -> ChangeKind | None:
    if not _is_published(before):
        return ChangeKind.NEW if _is_published(after) else None
    if not _is_published(after):
        return ChangeKind.GONE
    return None if before == after else ChangeKind.CHANGED


def _is_used(snapshot: Snapshot, code: str, vintage: str, release: Release) -> bool:
    """Whether a release uses a code of an edition."""
    covered = snapshot.catalog.coverage.get((code, vintage), frozenset())
    if not covered.isdisjoint(release.part_ids):
        return True
    if release.program is not Program.OEWS:
        return vintage == release.soc_vintage
    year = int(release.reference_period[:4])
    if oews_soc_vintage(code, year) != vintage:
        return False
    return year not in HYBRID_OF_SOC_2018 or not is_within_hybrid(snapshot, code)


_FORMULA = "to_value - from_value; percent of from_value, to 0.1"


def difference_of(before: Figure, after: Figure) -> DerivedDifference | None:
    """The difference of two figures; none where one is missing or is a bound, whose true value nobody knows."""
    (old, was), (new, is_now) = before, after
    if old is None or new is None or was in LOWER_BOUNDS or is_now in LOWER_BOUNDS:
        return None
    change = round(new - old, 2)
    return DerivedDifference(change, round(change / old * 100, 1) if old else None, _FORMULA)
