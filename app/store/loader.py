"""Records to rows: each load is one transaction, so that readers see all of it or nothing.

A part replaces only the same part of the same release. The same bytes change nothing; other bytes make a new
revision of the release.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import Connection, Table, delete, false, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError

from app.domain.qualifiers import LOWER_BOUNDS, Qualifier
from app.sources.records import (
    CellProblem,
    Record,
    RecordKind,
    Sheet,
    SourceFile,
    SourcePart,
    UnreadableSourceError,
    Value,
)
from app.store.tables import (
    database_state,
    metadata,
    part,
    part_coverage,
    part_file,
    release,
    source_file,
    source_sheet,
)

_TABLES: dict[RecordKind, Table] = {kind: metadata.tables[kind.value] for kind in RecordKind}
# Rows go in so that each finds what it refers to, and come out in the opposite order.
_INSERT_ORDER: tuple[RecordKind, ...] = tuple(
    RecordKind(table.name) for table in metadata.sorted_tables if table.name in set(RecordKind)
)
# Shared vocabulary: several releases may state the same row, and the first one to do so keeps it.
_SHARED = frozenset(
    {
        RecordKind.AREA,
        RecordKind.INDUSTRY,
        RecordKind.INDUSTRY_LABEL,
        RecordKind.OCCUPATION,
        RecordKind.OCCUPATION_TRANSITION,
        RecordKind.SPECIALTY,
        RecordKind.ORGANIZATION,
        RecordKind.CERTIFICATION_ISSUER,
        RecordKind.CERTIFICATION_NAME,
        RecordKind.PROJECTION_COMPARISON,
        RecordKind.WAGE_DEFINITION,
    }
)
_BATCH_ROWS = 5_000


@dataclass(frozen=True, slots=True)
class PartReport:
    """What became of one part: `unchanged` if its bytes were loaded already."""

    release: str
    part: str
    revision: int
    rows_read: int
    rows_stored: int
    cells_withheld: int
    cells_bounded: int
    unchanged: bool


@dataclass(slots=True)
class _Progress:
    """Counters and buffers of the part that is being loaded."""

    part_id: int
    # Parts that this load replaces: their shared rows are taken over by whoever states them now.
    superseded: frozenset[int] = frozenset()
    buffers: dict[RecordKind, list[dict[str, object]]] = field(default_factory=dict)
    sheet_ids: dict[Sheet, int] = field(default_factory=dict)
    sheets: dict[int, Sheet] = field(default_factory=dict)
    covered: set[tuple[Value, Value]] = field(default_factory=set)
    last_row: tuple[Sheet, int] | None = None
    rows_read: int = 0
    stored: int = 0
    withheld: int = 0
    bounded: int = 0


def load_parts(connection: Connection, parts: Iterable[SourcePart]) -> list[PartReport]:
    """Load parts inside the caller's transaction, which must be rolled back if this raises.

    Raises `UnreadableSourceError` for what cannot be read, and for rows that contradict a constraint or another row.
    """
    replaced: dict[int, SourcePart] = {}
    unchanged: list[tuple[SourcePart, int]] = []
    reports = [_load_part(connection, source, replaced, unchanged) for source in parts]
    if replaced:
        # What a replaced part no longer states, an unchanged one may: its rows must find what they refer to.
        for source, part_id in unchanged:
            _restate_shared_rows(connection, source, part_id, frozenset(replaced))
    for part_id, source in replaced.items():
        _remove_part(connection, part_id, source)
    return reports


def record_change(connection: Connection, seed_sha256: str | None = None) -> int:
    """Count one more state of the data, by which readers notice it; returns the new data revision.

    `seed_sha256` is the hash of the seed that was loaded; a load of something else leaves it as it is.
    """
    changes = {"data_revision": database_state.c.data_revision + 1, "changed_at": _now()}
    if seed_sha256 is not None:
        changes["seed_sha256"] = seed_sha256
    changed = connection.execute(
        update(database_state).values(changes).returning(database_state.c.data_revision)
    ).scalar()
    if changed is not None:
        return int(changed)
    connection.execute(
        insert(database_state).values(state_id=1, data_revision=1, changed_at=_now(), seed_sha256=seed_sha256)
    )
    return 1


def _load_part(
    connection: Connection,
    source: SourcePart,
    replaced: dict[int, SourcePart],
    unchanged: list[tuple[SourcePart, int]],
) -> PartReport:
    """Load one part, and note in `replaced` or `unchanged` what it found of an earlier load."""
    _describe_release(connection, source)
    file_ids = {file: _file_id(connection, file) for file in source.files}
    previous = _loaded_part(connection, source)
    if previous is not None and _files_of(connection, previous.part_id) == set(file_ids.values()):
        unchanged.append((source, previous.part_id))
        return PartReport(
            source.release.release,
            source.part,
            previous.revision,
            previous.rows_read,
            previous.rows_stored,
            previous.cells_withheld,
            previous.cells_bounded,
            unchanged=True,
        )
    if previous is not None:
        replaced[previous.part_id] = source
        _remove_facts(connection, previous.part_id)
    progress = _Progress(_new_part(connection, source, file_ids.values()), frozenset(replaced))
    for record in source.records():
        _take(connection, progress, record, file_ids)
    _flush(connection, progress)
    return _finish(connection, source, progress)


def _restate_shared_rows(connection: Connection, source: SourcePart, part_id: int, replaced: frozenset[int]) -> None:
    """Let a part that is loaded already take over the shared rows that it states and a replaced part held."""
    file_ids = {file: _file_id(connection, file) for file in source.files}
    progress = _Progress(part_id, replaced)
    for record in source.records():
        if record.kind in _SHARED:
            _take(connection, progress, record, file_ids)
    _flush(connection, progress)


def _describe_release(connection: Connection, source: SourcePart) -> None:
    described = source.release
    values = {column.name: getattr(described, column.name) for column in release.columns}
    known = connection.execute(select(release.c.release).where(release.c.release == described.release)).first()
    if known is None:
        connection.execute(insert(release).values(values))
    else:
        connection.execute(update(release).where(release.c.release == described.release).values(values))


@dataclass(frozen=True, slots=True)
class _LoadedPart:
    part_id: int
    revision: int
    rows_read: int
    rows_stored: int
    cells_withheld: int
    cells_bounded: int


def _loaded_part(connection: Connection, source: SourcePart) -> _LoadedPart | None:
    columns = (
        part.c.part_id,
        part.c.revision,
        part.c.rows_read,
        part.c.rows_stored,
        part.c.cells_withheld,
        part.c.cells_bounded,
    )
    row = connection.execute(
        select(*columns)
        .where(part.c.release == source.release.release, part.c.part == source.part)
        .order_by(part.c.revision.desc())
    ).first()
    return None if row is None else _LoadedPart(*row)


def _files_of(connection: Connection, part_id: int) -> set[int]:
    return set(connection.execute(select(part_file.c.file_id).where(part_file.c.part_id == part_id)).scalars())


def _file_id(connection: Connection, file: SourceFile) -> int:
    known = connection.execute(
        select(source_file.c.file_id).where(source_file.c.sha256 == file.sha256, source_file.c.name == file.name)
    ).scalar()
    if known is not None:
        return int(known)
    return _inserted_id(
        connection, source_file, {"name": file.name, "sha256": file.sha256, "size_bytes": file.size_bytes}
    )


def _new_part(connection: Connection, source: SourcePart, file_ids: Iterable[int]) -> int:
    newest = connection.execute(
        select(func.max(part.c.revision)).where(part.c.release == source.release.release)
    ).scalar()
    part_id = _inserted_id(
        connection,
        part,
        {
            "release": source.release.release,
            "revision": (newest or 0) + 1,
            "part": source.part,
            "reference_period": source.reference_period,
            "rows_read": 0,
            "rows_stored": 0,
            "cells_withheld": 0,
            "cells_bounded": 0,
            "loaded_at": _now(),
        },
    )
    connection.execute(insert(part_file), [{"part_id": part_id, "file_id": file_id} for file_id in file_ids])
    return part_id


def _take(connection: Connection, progress: _Progress, record: Record, file_ids: dict[SourceFile, int]) -> None:
    sheet_id = progress.sheet_ids.get(record.sheet)
    if sheet_id is None:
        sheet_id = _sheet_id(connection, record.sheet, file_ids[record.sheet.file])
        progress.sheet_ids[record.sheet], progress.sheets[sheet_id] = sheet_id, record.sheet
    buffer = progress.buffers.setdefault(record.kind, [])
    buffer.append(dict(record.values, part_id=progress.part_id, sheet_id=sheet_id, row_number=record.row))
    if progress.last_row != (record.sheet, record.row):  # one row may give several records
        progress.last_row = (record.sheet, record.row)
        progress.rows_read += 1
    if record.kind not in _SHARED and "soc_code" in record.values:
        progress.covered.add((record.values["soc_code"], record.values["soc_vintage"]))
    for value in record.values.values():
        if isinstance(value, Qualifier):
            progress.withheld += value in _WITHHELD
            progress.bounded += value in LOWER_BOUNDS
    if len(buffer) >= _BATCH_ROWS:
        _flush(connection, progress)


_WITHHELD = frozenset({Qualifier.WAGE_NOT_RELEASED, Qualifier.EMPLOYMENT_NOT_RELEASED})


def _flush(connection: Connection, progress: _Progress) -> None:
    for kind in _INSERT_ORDER:
        rows = progress.buffers.pop(kind, None)
        if rows:
            try:
                with connection.begin_nested():
                    _store(connection, kind, rows, progress.superseded)
            except IntegrityError:
                _name_refused_row(connection, kind, rows, progress)
                raise
            progress.stored += len(rows)


def _name_refused_row(
    connection: Connection, kind: RecordKind, rows: Sequence[dict[str, object]], progress: _Progress
) -> None:
    """Find the row that a constraint refuses, one by one, and raise it as a problem of its file."""
    for row in rows:
        try:
            with connection.begin_nested():
                _store(connection, kind, [row], progress.superseded)
        except IntegrityError as error:
            sheet, number = progress.sheets[int(str(row["sheet_id"]))], int(str(row["row_number"]))
            shown = ", ".join(f"{name}={value}" for name, value in row.items() if value is not None)
            problem = CellProblem(sheet.file.name, sheet.name, number, "row", shown, f"a row that passes: {error.orig}")
            raise UnreadableSourceError((problem,)) from error


def _store(
    connection: Connection, kind: RecordKind, rows: Sequence[dict[str, object]], superseded: Collection[int]
) -> None:
    table = _TABLES[kind]
    if kind not in _SHARED:
        connection.execute(insert(table), rows)
        return
    # A shared row of a superseded part moves to the new one; another release's stays as that one states it.
    make = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = make(table)
    key = [column.name for column in table.primary_key.columns]
    statement = statement.on_conflict_do_update(
        index_elements=key,
        set_={name: statement.excluded[name] for name in rows[0] if name not in key},
        # spelled out, since an IN of a list cannot be used for many rows at once
        where=or_(false(), *(table.c.part_id == part_id for part_id in sorted(superseded))),
    )
    connection.execute(statement, rows)


def _remove_facts(connection: Connection, part_id: int) -> None:
    for kind in reversed(_INSERT_ORDER):
        if kind not in _SHARED:
            connection.execute(delete(_TABLES[kind]).where(_TABLES[kind].c.part_id == part_id))
    connection.execute(delete(part_coverage).where(part_coverage.c.part_id == part_id))


def _remove_part(connection: Connection, part_id: int, source: SourcePart) -> None:
    """Remove what is left of a replaced part: itself, and the shared rows that nothing states any more."""
    for kind in reversed(_INSERT_ORDER):
        if kind in _SHARED:
            table = _TABLES[kind]
            try:
                with connection.begin_nested():
                    connection.execute(delete(table).where(table.c.part_id == part_id))
            except IntegrityError as error:
                raise UnreadableSourceError((_still_referred_to(source, kind, error),)) from error
    connection.execute(delete(part_file).where(part_file.c.part_id == part_id))
    connection.execute(delete(part).where(part.c.part_id == part_id))
    _forget_files(connection)


def _forget_files(connection: Connection) -> None:
    """Remove the files that no part was read from, and their sheets."""
    read = select(part_file.c.file_id)
    connection.execute(delete(source_sheet).where(source_sheet.c.file_id.not_in(read)))
    connection.execute(delete(source_file).where(source_file.c.file_id.not_in(read)))


def _still_referred_to(source: SourcePart, kind: RecordKind, error: IntegrityError) -> CellProblem:
    expected = (
        f"every {kind} that other releases refer to: {source.release.release} {source.part} stated one before, states "
        f"it no more, and something that is loaded needs it ({error.orig})"
    )
    return CellProblem(source.files[0].name, None, None, str(kind), "a row that is missing", expected)


def _finish(connection: Connection, source: SourcePart, progress: _Progress) -> PartReport:
    if progress.covered:
        connection.execute(
            insert(part_coverage),
            [
                {"part_id": progress.part_id, "soc_code": code, "soc_vintage": vintage}
                for code, vintage in sorted(progress.covered, key=str)
            ],
        )
    counts = {
        "rows_read": progress.rows_read,
        "rows_stored": progress.stored,
        "cells_withheld": progress.withheld,
        "cells_bounded": progress.bounded,
    }
    revision = connection.execute(
        update(part).where(part.c.part_id == progress.part_id).values(counts).returning(part.c.revision)
    ).scalar_one()
    return PartReport(
        source.release.release,
        source.part,
        int(revision),
        progress.rows_read,
        progress.stored,
        progress.withheld,
        progress.bounded,
        unchanged=False,
    )


def _sheet_id(connection: Connection, sheet: Sheet, file_id: int) -> int:
    known = connection.execute(
        select(source_sheet.c.sheet_id).where(
            source_sheet.c.file_id == file_id, source_sheet.c.sheet.is_not_distinct_from(sheet.name)
        )
    ).scalar()
    return (
        int(known)
        if known is not None
        else _inserted_id(connection, source_sheet, {"file_id": file_id, "sheet": sheet.name})
    )


def _inserted_id(connection: Connection, table: Table, values: dict[str, object]) -> int:
    return int(connection.execute(insert(table).values(values).returning(*table.primary_key.columns)).scalar_one())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
