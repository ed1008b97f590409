"""Parts of releases into the database: each load is one transaction, so that readers see all of it or nothing.

A part replaces only the same part of the same release; of a part in several files, each file replaces only what it
states itself (`same_part`). The same bytes change nothing, unless a later version of the readers reads more from them.
All that one load changes of a release makes one new revision of it.
"""

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, case, delete, func, insert, select, update

from app.domain.programs import Origin
from app.domain.qualifiers import LOWER_BOUNDS, Qualifier
from app.sources.recognition import is_said, said_preference
from app.sources.records import (
    PACKAGE_LAYOUT,
    READER_VERSION,
    CellProblem,
    RecordKind,
    SourceFile,
    SourcePart,
    UnreadableSourceError,
)
from app.sources.seed import STARTER_LAYOUT
from app.store.availability import count_estimates
from app.store.levels import note_repeated_levels
from app.store.overlaps import Prefer, settle_overlaps
from app.store.rows import INSERT_ORDER, TABLES, VOCABULARY, RowWriter, codes_of
from app.store.same_part import Arrival, Settled, settle_files
from app.store.summaries import summarise
from app.store.tables import (
    database_state,
    oews_availability,
    part,
    part_coverage,
    part_file,
    release,
    source_file,
    source_sheet,
)
from app.store.unclassified import count_unclassified
from app.store.vocabulary import choose_current


@dataclass(frozen=True, slots=True)
class PartReport:
    """What became of one part: `unchanged` if its bytes were loaded already.

    `files` are all that the part is made of now, `replaced` those that a newer issue took the place of; `rows_gone`
    are rows that only the latter had. `overruled` are cells that another part of the release states otherwise, where
    the operator said which of the two is right. `unread` is what of a page is kept as text alone, or lacks.
    """

    release: str
    part: str
    layout: str
    files: tuple[str, ...]
    revision: int
    rows_read: int
    rows_stored: int
    rows_repeated: int
    codes_unclassified: int
    cells_withheld: int
    cells_bounded: int
    seconds: float
    unchanged: bool
    replaced: tuple[str, ...] = ()
    rows_gone: int = 0
    overruled: tuple[CellProblem, ...] = ()
    unread: tuple[CellProblem, ...] = ()


# Told while a part is read: the part, and how many rows were read so far.
Watch = Callable[[SourcePart, int], None]
_WATCH_EVERY = 2_000
_WITHHELD = (Qualifier.WAGE_NOT_RELEASED, Qualifier.EMPLOYMENT_NOT_RELEASED)


@dataclass(slots=True)
class _Load:
    """One load: what it may do, and which revision each release that it changes gets."""

    connection: Connection
    prefer: Prefer
    watch: Watch
    revisions: dict[str, int] = field(default_factory=dict)
    # By release and part: the hashes of the files that were handed over for it.
    together: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    def revision_of(self, name: str) -> int:
        if name not in self.revisions:
            newest = select(func.max(part.c.revision)).where(part.c.release == name)
            self.revisions[name] = (self.connection.execute(newest).scalar() or 0) + 1
        return self.revisions[name]


def load_parts(
    connection: Connection,
    parts: Iterable[SourcePart],
    prefer: Prefer = Prefer.NONE,
    watch: Watch = lambda _part, _rows: None,
) -> list[PartReport]:
    """Load parts inside the caller's transaction, which must be rolled back if this raises.

    Raises `UnreadableSourceError` for what cannot be read, and for rows that contradict a constraint, another row, or
    a cell of another part of the same release (unless `prefer` says which of the two stays).
    """
    load = _Load(connection, prefer, watch)
    reports = _reports(load, parts)
    if all(report.unchanged for report in reports):
        return reports
    _forget_files(connection)
    choose_current(connection)
    # A classification that is loaded last tells of what was loaded before it.
    count_unclassified(connection)
    count_estimates(connection, sorted({report.release for report in reports if not report.unchanged}))
    return [replace(report, codes_unclassified=_unclassified(connection, report)) for report in reports]


def unload_release(connection: Connection, name: str) -> int:
    """Take a release out, inside the caller's transaction; returns how many parts it had."""
    part_ids = list(connection.execute(select(part.c.part_id).where(part.c.release == name)).scalars())
    for part_id in part_ids:
        _remove_part(connection, part_id)
    connection.execute(delete(release).where(release.c.release == name))
    _forget_files(connection)
    choose_current(connection)
    count_unclassified(connection)
    return len(part_ids)


def record_change(connection: Connection, seed_sha256: str | None = None) -> int:
    """Count one more state of the data, by which readers notice it; returns the new data revision.

    What is put together from the rows of several publications is written anew with it. `seed_sha256` is the hash of the
    seed that was loaded; a load of something else leaves it as it is.
    """
    summarise(connection)
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


def _reports(load: _Load, sources: Iterable[SourcePart]) -> list[PartReport]:
    """Load each source; a part in several files has one report, of what they came to.

    Once something cannot be read, the sources after it are only looked through for more of it.
    """
    reports: dict[tuple[str, str], PartReport] = {}
    problems: list[CellProblem] = []
    for source in sources:
        key = (source.release.release, source.part)
        try:
            if problems:
                look_through(source)
                continue
            report = _load_part(load, source)
        except UnreadableSourceError as error:
            problems += error.problems
            continue
        earlier = reports.get(key)
        reports[key] = report if earlier is None else _continued(earlier, report)
    if problems:
        raise UnreadableSourceError(tuple(problems))
    return list(reports.values())


def look_through(source: SourcePart) -> None:
    """Read a source to its end and store nothing. Raises `UnreadableSourceError` with all that cannot be read."""
    for _ in source.records():
        pass


def _continued(earlier: PartReport, later: PartReport) -> PartReport:
    """The report of a part whose next file was loaded."""
    return replace(
        later,
        seconds=round(earlier.seconds + later.seconds, 3),
        unchanged=earlier.unchanged and later.unchanged,
        replaced=(*earlier.replaced, *later.replaced),
        rows_gone=earlier.rows_gone + later.rows_gone,
        overruled=(*earlier.overruled, *later.overruled),
        unread=(*earlier.unread, *later.unread),
    )


def _load_part(load: _Load, source: SourcePart) -> PartReport:
    connection = load.connection
    _describe_release(connection, source)
    previous = connection.execute(
        select(part).where(part.c.release == source.release.release, part.c.part == source.part)
    ).first()
    together = load.together.setdefault((source.release.release, source.part), set())
    together |= {file.sha256 for file in source.files}
    if previous is not None and _is_loaded(connection, previous, source):
        return _report(connection, source, previous.part_id, unchanged=True)
    # Before the replaced part goes: its revision counts.
    revision = load.revision_of(source.release.release)
    started = time.monotonic()
    part_id = _new_part(connection, source, revision)
    writer = RowWriter(connection, part_id, _file_ids(connection, source, part_id))
    for number, record in enumerate(source.records(), start=1):
        writer.write(record)
        if number % _WATCH_EVERY == 0:
            load.watch(source, writer.rows_read)
    writer.flush()
    writer.note_columns(source.columns)
    load.watch(source, writer.rows_read)
    writer.rows_read = max(writer.rows_read, source.counts.read)
    settled = Settled()
    if previous is not None:
        settled = _settle_with(connection, previous, source, (part_id, writer), together)
    connection.execute(update(part).where(part.c.part_id == part_id).values(part=source.part))
    overruled: list[CellProblem] = []
    kinds = settled.kinds | frozenset(writer.kinds)
    dropped = settle_overlaps(connection, part_id, kinds, load.prefer, overruled) + settled.rows_repeated
    if overruled:
        _note_preference(connection, part_id, load.prefer)
    if RecordKind.OEWS_ESTIMATE in kinds:
        note_repeated_levels(connection, part_id)
    _finish(connection, part_id, writer, settled, (dropped, source.counts.repeated), time.monotonic() - started)
    report = _report(connection, source, part_id, unchanged=False)
    return replace(
        report,
        replaced=tuple(settled.replaced),
        rows_gone=settled.rows_gone,
        overruled=tuple(overruled),
        unread=tuple(source.counts.unread),
    )


def _note_preference(connection: Connection, part_id: int, prefer: Prefer) -> None:
    """Note with a part that cells differed, and which were chosen: whoever verifies it must know."""
    noted = connection.execute(select(part.c.allowed).where(part.c.part_id == part_id)).scalar_one()
    allowed = tuple(dict.fromkeys((*noted, said_preference(prefer))))
    connection.execute(update(part).where(part.c.part_id == part_id).values(allowed=allowed))


def _is_loaded(connection: Connection, previous: Row[Any], source: SourcePart) -> bool:
    """Whether the bytes of a source were read already, by readers of this version that were told the same."""
    loaded, own = _hashes_of(connection, previous.part_id), {file.sha256 for file in source.files}
    is_there = own == loaded if _is_whole(source) else own <= loaded
    same_said = set(filter(is_said, previous.allowed)) == set(filter(is_said, source.allowed))
    return is_there and same_said and previous.reader_version == READER_VERSION


def _is_whole(source: SourcePart) -> bool:
    """Whether a source is all of its part, as those of the seed are; a file may be one of several."""
    return len(source.files) > 1 or source.layout in (PACKAGE_LAYOUT, STARTER_LAYOUT)


def _settle_with(
    connection: Connection, previous: Row[Any], source: SourcePart, written: tuple[int, RowWriter], together: set[str]
) -> Settled:
    """Settle a source that was written with the part that it belongs to, and remove what is left of that."""
    part_id, writer = written
    settled = Settled()
    if not _is_whole(source):
        kinds = frozenset(writer.kinds)
        arrival = Arrival(previous.part_id, part_id, source.files[0], kinds, frozenset(together))
        settled = settle_files(connection, arrival)
        if settled.kept:
            rows = [{"part_id": part_id, "file_id": file_id} for file_id in settled.kept]
            connection.execute(insert(part_file), rows)
            allowed = tuple(dict.fromkeys((*previous.allowed, *source.allowed)))
            # What stays was read by an earlier version, unless it came in this load: loaded again, it is read anew.
            is_new = _hashes_of(connection, part_id) <= together
            version = READER_VERSION if is_new else min(previous.reader_version, READER_VERSION)
            values = {"allowed": allowed, "reader_version": version}
            connection.execute(update(part).where(part.c.part_id == part_id).values(values))
    _remove_part(connection, previous.part_id)
    return settled


def _describe_release(connection: Connection, source: SourcePart) -> None:
    described = source.release
    values = {column.name: getattr(described, column.name) for column in release.columns}
    known = connection.execute(select(release.c.origin).where(release.c.release == described.release)).first()
    if known is None:
        connection.execute(insert(release).values(values))
    elif not (known.origin == Origin.PUBLISHED and described.origin == Origin.CURATED):
        # What a publisher's file says of itself stays, whatever is loaded after it.
        connection.execute(update(release).where(release.c.release == described.release).values(values))


def _hashes_of(connection: Connection, part_id: int) -> set[str]:
    joined = part_file.join(source_file, part_file.c.file_id == source_file.c.file_id)
    hashes = select(source_file.c.sha256).select_from(joined).where(part_file.c.part_id == part_id)
    return set(connection.execute(hashes).scalars())


def _file_names(connection: Connection, part_id: int) -> tuple[str, ...]:
    joined = part_file.join(source_file, part_file.c.file_id == source_file.c.file_id)
    names = select(source_file.c.name).select_from(joined).where(part_file.c.part_id == part_id)
    return tuple(connection.execute(names.order_by(source_file.c.name, source_file.c.sha256)).scalars())


def _file_ids(connection: Connection, source: SourcePart, part_id: int) -> dict[SourceFile, int]:
    """The files of a part, each noted once as a file and as the part's."""
    ids: dict[SourceFile, int] = {}
    for file in source.files:
        same = (source_file.c.sha256 == file.sha256) & (source_file.c.name == file.name)
        known = connection.execute(select(source_file.c.file_id).where(same)).scalar()
        if known is None:
            values = {"name": file.name, "sha256": file.sha256, "size_bytes": file.size_bytes}
            known = connection.execute(insert(source_file).values(values).returning(source_file.c.file_id)).scalar_one()
        ids[file] = int(known)
    connection.execute(insert(part_file), [{"part_id": part_id, "file_id": key} for key in ids.values()])
    return ids


def _new_part(connection: Connection, source: SourcePart, revision: int) -> int:
    counted = ("rows_read", "rows_stored", "rows_repeated", "codes_unclassified", "cells_withheld", "cells_bounded")
    values = {
        "release": source.release.release,
        "revision": revision,
        "part": f"{source.part} (being read)",
        "reference_period": source.reference_period,
        "layout": source.layout,
        "reader_version": READER_VERSION,
        "allowed": source.allowed,
        "loaded_at": _now(),
        "seconds": 0.0,
        **dict.fromkeys(counted, 0),
    }
    return int(connection.execute(insert(part).values(values).returning(part.c.part_id)).scalar_one())


def _finish(  # noqa: PLR0917
    connection: Connection,
    part_id: int,
    writer: RowWriter,
    settled: Settled,
    repeated: tuple[int, int],
    seconds: float,
) -> None:
    kinds = settled.kinds | frozenset(writer.kinds)
    covered = codes_of(part_id, kinds).subquery()
    connection.execute(
        insert(part_coverage).from_select(
            ["part_id", "soc_code", "soc_vintage"],
            select(select(part.c.part_id).where(part.c.part_id == part_id).scalar_subquery(), *covered.c),
        )
    )
    withheld, bounded = _cells(connection, part_id, kinds)
    counts = {
        "rows_read": writer.rows_read + settled.rows_read,
        "rows_stored": sum(writer.stored(kind) for kind in kinds),
        "rows_repeated": sum(repeated),
        "cells_withheld": withheld,
        "cells_bounded": bounded,
        "seconds": round(seconds, 3),
    }
    connection.execute(update(part).where(part.c.part_id == part_id).values(counts))


def _cells(connection: Connection, part_id: int, kinds: Collection[RecordKind]) -> tuple[int, int]:
    """How many cells of a part, which has rows of these kinds, are withheld, and how many are bounds."""
    withheld = bounded = 0
    for kind in kinds:
        table = TABLES[kind]
        qualified = [column for column in table.c if column.name.endswith("_qualifier")]
        if qualified:
            counted = (
                func.count(case((column.in_([str(one) for one in wanted]), 1)))
                for wanted in (_WITHHELD, LOWER_BOUNDS)
                for column in qualified
            )
            row = connection.execute(select(*counted).where(table.c.part_id == part_id)).one()
            withheld += sum(row[: len(qualified)])
            bounded += sum(row[len(qualified) :])
    return withheld, bounded


def _report(connection: Connection, source: SourcePart, part_id: int, *, unchanged: bool) -> PartReport:
    row = connection.execute(select(part).where(part.c.part_id == part_id)).one()
    return PartReport(
        source.release.release,
        source.part,
        source.layout,
        _file_names(connection, part_id),
        row.revision,
        row.rows_read,
        row.rows_stored,
        row.rows_repeated,
        row.codes_unclassified,
        row.cells_withheld,
        row.cells_bounded,
        row.seconds,
        unchanged,
    )


def _unclassified(connection: Connection, report: PartReport) -> int:
    same = (part.c.release == report.release) & (part.c.part == report.part)
    return int(connection.execute(select(part.c.codes_unclassified).where(same)).scalar_one())


def _remove_part(connection: Connection, part_id: int) -> None:
    """Remove a part with all that it states; nothing outside it refers to its rows."""
    connection.execute(delete(part_coverage).where(part_coverage.c.part_id == part_id))
    connection.execute(delete(oews_availability).where(oews_availability.c.part_id == part_id))
    for kind in reversed(INSERT_ORDER):
        connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.part_id == part_id))
    connection.execute(delete(part_file).where(part_file.c.part_id == part_id))
    connection.execute(delete(part).where(part.c.part_id == part_id))


def _forget_files(connection: Connection) -> None:
    """Remove the files that no part was read from, and their sheets."""
    read = select(part_file.c.file_id)
    connection.execute(delete(source_sheet).where(source_sheet.c.file_id.not_in(read)))
    connection.execute(delete(source_file).where(source_file.c.file_id.not_in(read)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


__all__ = ["VOCABULARY", "PartReport", "Prefer", "load_parts", "record_change", "unload_release"]
