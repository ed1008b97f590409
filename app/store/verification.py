"""Reading files again and comparing every stored cell with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, select

from app.sources.recognition import is_preference
from app.sources.records import Record, RecordKind, Sheet, SourcePart
from app.store.overlaps import COMPARED, IDENTITIES
from app.store.rows import TABLES, VOCABULARY
from app.store.same_part import NATURAL_KEYS
from app.store.tables import part, part_file, source_file, source_sheet


@dataclass(frozen=True, slots=True)
class CellDifference:
    """A cell that the file and the database do not have alike; `column` is `row` where one of them lacks the row."""

    file: str
    sheet: str | None
    row: int
    table: str
    column: str
    in_file: object
    in_database: object

    def __str__(self) -> str:
        """One line: where, what the file has, what the database has."""
        sheet = f", sheet {self.sheet}" if self.sheet else ""
        return (
            f"{self.file}{sheet}, row {self.row}, {self.table}.{self.column}: "
            f"the file has {self.in_file!r}, the database {self.in_database!r}"
        )


@dataclass(slots=True)
class Verification:
    """What comparing one part came to."""

    release: str
    part: str
    loaded: bool = True
    # Why the part could not be read again; `None` where it could.
    unread: str | None = None
    rows: int = 0
    cells: int = 0
    differences: list[CellDifference] = field(default_factory=list)
    # Cells that another part of the release has otherwise: which one stays was decided when they were loaded.
    decided: list[CellDifference] = field(default_factory=list)


_BATCH = 2_000
_MOST_DIFFERENCES = 1_000


def verify_part(connection: Connection, source: SourcePart) -> Verification:
    """Compare what a part's files hold with what is stored of them, cell by cell, both ways."""
    result = Verification(source.release.release, source.part)
    found = connection.execute(
        select(part.c.part_id).where(part.c.release == result.release, part.c.part == result.part)
    ).scalar()
    if found is None:
        result.loaded = False
        return result
    sheets = _sheet_ids(connection, found)
    comparison = _Comparison(connection, result, found, sheets, _is_decided(connection, result.release))
    seen: dict[RecordKind, int] = {}
    stated: set[tuple[object, ...]] = set()
    records = source.records()
    while batch := list(islice(records, _BATCH)):
        by_kind: dict[RecordKind, list[Record]] = {}
        for record in batch:
            if record.kind in VOCABULARY and not _is_first(record, stated):
                continue
            by_kind.setdefault(record.kind, []).append(record)
        for kind, some in by_kind.items():
            seen[kind] = seen.get(kind, 0) + comparison.compare(kind, some)
        if len(result.differences) > _MOST_DIFFERENCES:
            return result
    hashes = {file.sha256 for file in source.files}
    _find_surplus(connection, result, found, [sheets[key] for key in sheets if key[1] in hashes], seen)
    return result


def _is_first(record: Record, stated: set[tuple[object, ...]]) -> bool:
    names = [column.name for column in TABLES[record.kind].primary_key.columns if column.name != "part_id"]
    key = (record.kind, *(record.values[name] for name in names))
    if key in stated:
        return False
    stated.add(key)
    return True


def _sheet_ids(connection: Connection, part_id: int) -> dict[tuple[str, str, str | None], int]:
    joined = source_sheet.join(source_file, source_sheet.c.file_id == source_file.c.file_id).join(
        part_file, part_file.c.file_id == source_file.c.file_id
    )
    columns = (source_file.c.name, source_file.c.sha256, source_sheet.c.sheet, source_sheet.c.sheet_id)
    rows = connection.execute(select(*columns).select_from(joined).where(part_file.c.part_id == part_id))
    return {(name, sha256, sheet): sheet_id for name, sha256, sheet, sheet_id in rows}


@dataclass(frozen=True, slots=True)
class _Comparison:
    """The comparison of one part; `decided` if parts of its release differed and the operator chose one of them."""

    connection: Connection
    result: Verification
    part_id: int
    sheets: Mapping[tuple[str, str, str | None], int]
    decided: bool

    def compare(self, kind: RecordKind, records: Sequence[Record]) -> int:
        """Compare records of one kind with their rows; returns how many rows of the part were found."""
        table, result = TABLES[kind], self.result
        ids = {_sheet_id(record.sheet, self.sheets) for record in records}
        stored = _stored_rows(self.connection, table, self.part_id, ids, records)
        found = 0
        for record in records:
            result.rows += 1
            result.cells += len(record.values)
            candidates = stored.get((_sheet_id(record.sheet, self.sheets), record.row), [])
            row = _closest(candidates, record.values)
            other = None
            if row is not None:
                candidates.remove(row)
                found += 1
            else:
                row = self._elsewhere(kind, record)
                if row is not None and kind in VOCABULARY:
                    continue  # another file of the part states it, and is cited
                other = row
            for difference in _differences(record, row, table.name):
                settled = self.decided and (other is not None or self._gave_way(kind, record, difference))
                (result.decided if settled else result.differences).append(difference)
        return found

    def _gave_way(self, kind: RecordKind, record: Record, difference: CellDifference) -> bool:
        """Whether a figure was taken out since another part, which has another one, was preferred."""
        if difference.in_database is not None or kind not in COMPARED or difference.column == "row":
            return False
        other = self._in_other_part(kind, COMPARED[kind], record, TABLES[kind].c[difference.column].is_not(None))
        return other is not None and not _same(other[difference.column], difference.in_file)

    def _elsewhere(self, kind: RecordKind, record: Record) -> dict[str, Any] | None:
        """The same cell as another file or part of the release states it: what several state alike is kept once."""
        table = TABLES[kind]
        parts: Select[Any] | list[int] = [self.part_id]
        if kind in IDENTITIES:
            own = select(part.c.release).where(part.c.part_id == self.part_id).scalar_subquery()
            parts = select(part.c.part_id).where(part.c.release == own)
        stated = (table.c[name].is_not_distinct_from(record.values.get(name)) for name in NATURAL_KEYS[kind])
        row = self.connection.execute(select(table).where(table.c.part_id.in_(parts), *stated)).mappings().first()
        return None if row is None else dict(row)

    def _in_other_part(
        self, kind: RecordKind, key: tuple[str, ...], record: Record, *more: ColumnElement[bool]
    ) -> dict[str, Any] | None:
        """The same cell as another part of the release states it: overlapping parts keep it once."""
        table = TABLES[kind]
        own = select(part.c.release).where(part.c.part_id == self.part_id).scalar_subquery()
        others = select(part.c.part_id).where(part.c.release == own, part.c.part_id != self.part_id)
        same = and_(table.c.part_id.in_(others), *(table.c[name] == record.values[name] for name in key), *more)
        row = self.connection.execute(select(table).where(same)).mappings().first()
        return None if row is None else dict(row)


def _is_decided(connection: Connection, release: str) -> bool:
    noted = connection.execute(select(part.c.allowed).where(part.c.release == release)).scalars()
    return any(is_preference(text) for allowed in noted for text in allowed)


def _stored_rows(
    connection: Connection, table: Table, part_id: int, sheet_ids: Iterable[int], records: Sequence[Record]
) -> dict[tuple[int, int], list[dict[str, Any]]]:
    numbers = [record.row for record in records]
    rows = connection.execute(
        select(table).where(
            table.c.part_id == part_id,
            table.c.sheet_id.in_(list(sheet_ids)),
            table.c.row_number.between(min(numbers), max(numbers)),
        )
    )
    stored: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for row in rows.mappings():
        stored.setdefault((row["sheet_id"], row["row_number"]), []).append(dict(row))
    return stored


def _closest(candidates: Sequence[dict[str, Any]], values: Mapping[str, object]) -> dict[str, Any] | None:
    """Of the rows that one row of a file gave, the one that has most of these values."""
    return max(candidates, key=lambda row: sum(_same(row[name], values[name]) for name in values), default=None)


def _differences(record: Record, row: Mapping[str, Any] | None, table: str) -> Iterator[CellDifference]:
    place = (record.sheet.file.name, record.sheet.name, record.row, table)
    if row is None:
        yield CellDifference(*place, "row", "a row", None)
        return
    for name, value in record.values.items():
        if not _same(row[name], value):
            yield CellDifference(*place, name, value, row[name])


def _same(stored: object, read: object) -> bool:
    if isinstance(stored, tuple) and isinstance(read, str):
        return "|".join(stored) == read
    if isinstance(stored, tuple) and isinstance(read, tuple | list):
        return stored == tuple(read)
    if stored == () and read is None:
        return True
    if isinstance(stored, float) and read is not None:
        return stored == float(str(read))
    if isinstance(stored, str) and isinstance(read, int):  # a year in a column of text
        return stored == str(read)
    return stored == read


def _find_surplus(
    connection: Connection,
    result: Verification,
    part_id: int,
    sheet_ids: Sequence[int],
    seen: Mapping[RecordKind, int],
) -> None:
    """Rows that are stored as read from the files compared, and that these do not have."""
    for kind, table in TABLES.items():
        of_files = (table.c.part_id == part_id, table.c.sheet_id.in_(sheet_ids))
        counted = select(func.count()).select_from(table).where(*of_files)
        surplus_rows = connection.execute(counted).scalar_one() - seen.get(kind, 0)
        if surplus_rows > 0:
            surplus = f"{surplus_rows} rows more than its files give"
            result.differences.append(CellDifference("(none)", None, 0, table.name, "row", None, surplus))


def _sheet_id(sheet: Sheet, sheets: Mapping[tuple[str, str, str | None], int]) -> int:
    return sheets.get((sheet.file.name, sheet.file.sha256, sheet.name), -1)
