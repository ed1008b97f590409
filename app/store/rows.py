"""Records into tables: many rows at a time, each checked by the database, a refused one named."""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import Connection, Dialect, Float, Table, false, func, insert, select, union, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.types import TypeEngine

from app.sources.records import (
    CellProblem,
    Columns,
    NamedRow,
    Record,
    RecordKind,
    Sheet,
    SourceFile,
    UnreadableSourceError,
)
from app.store.tables import metadata, part, release, source_sheet

TABLES: dict[RecordKind, Table] = {kind: metadata.tables[kind.value] for kind in RecordKind}
# Rows go in so that each finds what it refers to, and come out in the opposite order.
INSERT_ORDER: tuple[RecordKind, ...] = tuple(
    RecordKind(table.name) for table in metadata.sorted_tables if table.name in set(RecordKind)
)
# A part states what its rows refer to, as often as its files do: the first statement is kept.
VOCABULARY: frozenset[RecordKind] = frozenset(
    RecordKind(table.name) for table in TABLES.values() if "part_id" in table.primary_key.columns
)
_BATCH_ROWS = 1_000

_Row: TypeAlias = tuple[Any, ...]


class _Stored(dict[Any, Any]):
    """What values of a column are stored as; each is worked out once, however often it stands there."""

    def __init__(self, stored_as: Callable[[Any], Any]) -> None:
        super().__init__()
        self._stored_as = stored_as

    def __missing__(self, value: Any) -> Any:
        stored = self._stored_as(value)
        self[value] = stored
        return stored


@dataclass(slots=True)
class _Batch:
    """Rows of one kind that have the same fields, on their way into one statement."""

    kind: RecordKind
    sql: str
    names: tuple[str, ...]
    values_of: Callable[[Any], _Row]
    # For columns that are stored otherwise than they are said: their place in the row, and what becomes of a value.
    stored_as: tuple[tuple[int, _Stored], ...]
    rows: list[_Row] = field(default_factory=list)
    # The sheet that the last row came from: a new one is noted, which is rare.
    sheet: Sheet | None = None

    def taken(self) -> list[_Row]:
        """The rows as they are stored; the batch is empty afterwards."""
        rows, self.rows = self.rows, []
        if not self.stored_as:
            return rows
        stored = []
        for row in rows:
            values = list(row)
            for place, stored_as in self.stored_as:
                values[place] = stored_as[values[place]]
            stored.append(tuple(values))
        return stored


@dataclass(slots=True)
class RowWriter:
    """Writes the records of one part."""

    connection: Connection
    part_id: int
    file_ids: dict[SourceFile, int]
    rows_read: int = 0
    _taken: dict[RecordKind, int] = field(default_factory=dict)
    _batches: dict[tuple[RecordKind, tuple[str, ...]], _Batch] = field(default_factory=dict)
    _types: dict[type[TypeEngine[Any]], _Stored | None] = field(default_factory=dict)
    _sheet_ids: dict[Sheet, int] = field(default_factory=dict)
    # Which kinds of rows each sheet gave.
    kinds_of_sheet: dict[Sheet, set[RecordKind]] = field(default_factory=dict)
    # The sheet and row of the last record.
    _sheet: Sheet | None = None
    _row: int = 0
    _last_sheet_id: int = 0
    # The batch of the last rows that share the names of their fields.
    _places: Mapping[str, int] | None = None
    _alike: _Batch | None = None

    def write(self, record: Record) -> None:
        """Take a record; it reaches the database with others of its kind.

        Raises `UnreadableSourceError` for a row that contradicts a constraint or another row.
        """
        values, sheet = record.values, record.sheet
        if isinstance(values, NamedRow):
            batch, row = self._alike, values.row
            if batch is None or values.places is not self._places or batch.kind is not record.kind:
                batch = self._batch(record)
                self._places, self._alike = values.places, batch
        else:
            batch = self._batch(record)
            row = batch.values_of(values)
        if batch.sheet is not sheet:
            batch.sheet = sheet
            self.kinds_of_sheet.setdefault(sheet, set()).add(record.kind)
        self._move_to(sheet, record.row)
        batch.rows.append((*row, self.part_id, self._last_sheet_id, record.row))
        if len(batch.rows) >= _BATCH_ROWS:
            self.flush()

    def _batch(self, record: Record) -> _Batch:
        key = (record.kind, tuple(record.values))
        return self._batches.get(key) or self._new_batch(key)

    def _move_to(self, sheet: Sheet, row: int) -> None:
        """Count a row of a sheet, unless the record before came from it too: a row may give several."""
        # One that comes from another process is an object of its own in each of its messages.
        is_same = sheet is self._sheet or sheet == self._sheet
        if not is_same:
            self._last_sheet_id = self._sheet_ids.get(sheet) or self._sheet_id(sheet)
        if not is_same or row != self._row:
            self.rows_read += 1
        self._sheet, self._row = sheet, row

    def flush(self) -> None:
        """Send what was taken to the database."""
        waiting = sorted((batch for batch in self._batches.values() if batch.rows), key=_place)
        for batch in waiting:
            rows = batch.taken()
            try:
                self._insert(batch, rows)
            except IntegrityError as error:
                raise self._refusal(batch, rows, error) from error

    def stored(self, kind: RecordKind) -> int:
        """How many rows of this kind the part has by now."""
        table = TABLES[kind]
        counted = select(func.count()).select_from(table).where(table.c.part_id == self.part_id)
        return int(self.connection.execute(counted).scalar_one())

    @property
    def kinds(self) -> Collection[RecordKind]:
        """The kinds of rows that were sent to the database."""
        return self._taken.keys()

    def _insert(self, batch: _Batch, rows: Sequence[_Row]) -> None:
        # Past SQLAlchemy's own handling of rows, which takes longer than the database does.
        if self.connection.dialect.name == "postgresql":
            # It takes nothing more after an error, unless it goes back to before.
            with self.connection.begin_nested():
                self.connection.exec_driver_sql(batch.sql, list(rows))
        else:
            self.connection.exec_driver_sql(batch.sql, list(rows))
        self._taken[batch.kind] = self._taken.get(batch.kind, 0) + len(rows)

    def _refusal(self, batch: _Batch, rows: Sequence[_Row], error: IntegrityError) -> UnreadableSourceError:
        """The row that a constraint refuses, as a problem of its file."""
        row, cause = self._refused_row(batch, rows, error)
        values = dict(zip(batch.names, row, strict=True))
        sheet = next(known for known, key in self._sheet_ids.items() if key == values["sheet_id"])
        shown = ", ".join(f"{name}={value}" for name, value in values.items() if value is not None)
        expected = f"a row that passes: {cause}"
        return UnreadableSourceError(
            (CellProblem(sheet.file.name, sheet.name, values["row_number"], "row", shown, expected),)
        )

    def _refused_row(
        self, batch: _Batch, rows: Sequence[_Row], error: IntegrityError
    ) -> tuple[_Row, BaseException | None]:
        if self.connection.dialect.name != "postgresql" and batch.kind not in VOCABULARY:
            # SQLite keeps the rows before the one that it refuses.
            return rows[self.stored(batch.kind) - self._taken.get(batch.kind, 0)], error.orig
        for row in rows:
            try:
                self._insert(batch, [row])
            except IntegrityError as again:
                return row, again.orig
        return rows[0], error.orig

    def _new_batch(self, key: tuple[RecordKind, tuple[str, ...]]) -> _Batch:
        kind, fields = key
        table, dialect = TABLES[kind], self.connection.dialect
        names = (*fields, "part_id", "sheet_id", "row_number")
        found = ((place, self._stored_as(table.c[name].type)) for place, name in enumerate(names))
        stored_as = tuple((place, made) for place, made in found if made is not None)
        values_of = itemgetter(*fields) if len(fields) > 1 else _only(fields)
        batch = _Batch(kind, _insert_sql(kind, names, dialect), names, values_of, stored_as)
        self._batches[key] = batch
        return batch

    def _stored_as(self, column_type: TypeEngine[Any]) -> _Stored | None:
        """What values of a type are stored as, if not as they are: the same for all columns of one class of types."""
        own_type = column_type.dialect_impl(self.connection.dialect)
        if isinstance(own_type, Float):
            return None  # the drivers know numbers, and SQLite's is told of decimals (`app.store.engine`)
        if type(column_type) not in self._types:
            processor = own_type.bind_processor(self.connection.dialect)
            self._types[type(column_type)] = None if processor is None else _Stored(processor)
        return self._types[type(column_type)]

    def note_columns(self, columns: Columns) -> None:
        """Note with each sheet which column each field of its rows was read from."""
        for sheet, kinds in self.kinds_of_sheet.items():
            named = {
                kind.value: known
                for kind in sorted(kinds)
                if (known := {name: text for name, text in columns(sheet, kind).items() if _is_field(name, kind)})
            }
            if named:
                noted = update(source_sheet).where(source_sheet.c.sheet_id == self._sheet_ids[sheet])
                self.connection.execute(noted.values(headers=json.dumps(named, ensure_ascii=False)))

    def _sheet_id(self, sheet: Sheet) -> int:
        columns = {"file_id": self.file_ids[sheet.file], "sheet": sheet.name}
        known = self.connection.execute(
            select(source_sheet.c.sheet_id).where(
                source_sheet.c.file_id == columns["file_id"], source_sheet.c.sheet.is_not_distinct_from(sheet.name)
            )
        ).scalar()
        if known is None:
            returning = insert(source_sheet).values(columns).returning(source_sheet.c.sheet_id)
            known = self.connection.execute(returning).scalar_one()
        self._sheet_ids[sheet] = int(known)
        return int(known)


def _insert_sql(kind: RecordKind, names: Sequence[str], dialect: Dialect) -> str:
    """The statement for many rows, with places for values in the order of `names`."""
    table = TABLES[kind]
    # Which statement of a code is newest, and which row repeats another, is decided when all rows are there.
    constants = {name: "false" for name in ("is_current", "is_repeat") if name in table.c}
    columns = ", ".join((*names, *constants))
    place = "%s" if dialect.name == "postgresql" else "?"
    values = ", ".join((*(place for _ in names), *constants.values()))
    once = ""
    if kind in VOCABULARY:
        once = f" ON CONFLICT ({', '.join(column.name for column in table.primary_key.columns)}) DO NOTHING"
    return f"INSERT INTO {table.name} ({columns}) VALUES ({values}){once}"  # noqa: S608 - names of our own


def _is_field(name: str, kind: RecordKind) -> bool:
    """Whether a kind of record has a field; `percent:bachelors_degree` is the field `percent` of one of its rows."""
    return name.partition(":")[0] in TABLES[kind].c


def _only(fields: tuple[str, ...]) -> Callable[[Any], _Row]:
    names = tuple(fields)
    return lambda values: tuple(values[name] for name in names)


def _place(batch: _Batch) -> int:
    return INSERT_ORDER.index(batch.kind)


def codes_of(part_id: int, kinds: Collection[RecordKind]) -> Any:
    """The occupations that the facts of a part are about, which has rows of these kinds.

    O*NET names the occupations of most rows by its own code alone, whose first seven characters are the SOC code in
    the edition that the release is coded in.
    """
    facts = [TABLES[kind] for kind in RecordKind if kind in kinds and kind not in VOCABULARY]
    vintage = (
        select(release.c.soc_vintage)
        .join(part, part.c.release == release.c.release)
        .where(part.c.part_id == part_id)
        .scalar_subquery()
    )
    # A profile is about all the codes that it covers, also where its facts name none of them.
    stated = [*(table for table in facts if "soc_code" in table.c), TABLES[RecordKind.PROFILE_COVERAGE]]
    found = [
        select(t.c.soc_code, t.c.soc_vintage).where(t.c.part_id == part_id, t.c.soc_code.is_not(None)) for t in stated
    ]
    found += [
        select(func.substr(t.c.onet_soc_code, 1, 7), vintage).where(t.c.part_id == part_id)
        for t in facts
        if "soc_code" not in t.c and "onet_soc_code" in t.c and not t.c.onet_soc_code.nullable
    ]
    none = select(TABLES[RecordKind.OCCUPATION].c.soc_code, TABLES[RecordKind.OCCUPATION].c.soc_vintage).where(false())
    return union(none, *found)
