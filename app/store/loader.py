"""Parts of releases into the database: each load is one transaction, so that readers see all of it or nothing.

A part replaces only the same part of the same release; of a part in several files, each file replaces only what it
states itself (`same_part`). The same bytes change nothing, unless a later version of the readers reads more from them.
All that one load changes of a release makes one new revision of it.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.sources.recognition import is_said
from app.sources.records import (
    PACKAGE_LAYOUT,
    READER_VERSION,
    CellProblem,
    RecordKind,
    SourcePart,
    UnreadableSourceError,
)
from app.sources.seed import STARTER_LAYOUT
from app.store.availability import count_estimates
from app.store.doubtful_estimates import doubtful_estimates
from app.store.doubtful_ratings import doubtful_ratings
from app.store.levels import note_repeated_levels
from app.store.overlaps import Prefer, settle_overlaps
from app.store.part_files import forget_files, hashes_of, note_files
from app.store.parts import (
    PartReport,
    describe_release,
    finish_part,
    new_part,
    note_preference,
    remove_part,
    report_of,
    unclassified_codes,
)
from app.store.rows import RowWriter
from app.store.same_part import Arrival, Settled, settle_files
from app.store.tables import part, part_file, release, unloaded_release
from app.store.unclassified import count_unclassified
from app.store.vocabulary import choose_current

# Told while a part is read: the part, and how many rows were read so far.
Watch = Callable[[SourcePart, int], None]
_WATCH_EVERY = 2_000


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
            self.revisions[name] = _last_revision(self.connection, name) + 1
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
    forget_files(connection)
    choose_current(connection)
    # A classification that is loaded last tells of what was loaded before it.
    count_unclassified(connection)
    count_estimates(connection, sorted({report.release for report in reports if not report.unchanged}))
    of_ratings = _doubtful_ratings(connection, reports)
    return [
        replace(
            report,
            codes_unclassified=unclassified_codes(connection, report),
            doubtful=(*report.doubtful, *of_ratings.get((report.release, report.part), ())),
        )
        for report in reports
    ]


def _doubtful_ratings(
    connection: Connection, reports: Sequence[PartReport]
) -> dict[tuple[str, str], tuple[CellProblem, ...]]:
    """Of the O*NET releases that were changed, by release and part: once all of their files are there.

    What is told of a part that was there before stands with the first part that was changed: scales may come last.
    """
    told: dict[tuple[str, str], tuple[CellProblem, ...]] = {}
    changed = [report for report in reports if not report.unchanged and report.release.startswith("onet-")]
    for name in dict.fromkeys(report.release for report in changed):
        parts = [report.part for report in changed if report.release == name]
        for of_part, problems in doubtful_ratings(connection, name).items():
            key = (name, of_part if of_part in parts else parts[0])
            told[key] = (*told.get(key, ()), *problems)
    return told


def unload_release(connection: Connection, name: str) -> int:
    """Take a release out, inside the caller's transaction; returns how many parts it had."""
    part_ids = list(connection.execute(select(part.c.part_id).where(part.c.release == name)).scalars())
    if part_ids:
        _remember_revision(connection, name)
    for part_id in part_ids:
        remove_part(connection, part_id)
    connection.execute(delete(release).where(release.c.release == name))
    forget_files(connection)
    choose_current(connection)
    count_unclassified(connection)
    return len(part_ids)


def _last_revision(connection: Connection, name: str) -> int:
    """The last revision that a release has, or had before it was taken out; 0 if it never was here."""
    loaded = select(func.max(part.c.revision)).where(part.c.release == name)
    unloaded = select(unloaded_release.c.revision).where(unloaded_release.c.release == name)
    return max(connection.execute(loaded).scalar() or 0, connection.execute(unloaded).scalar() or 0)


def _remember_revision(connection: Connection, name: str) -> None:
    """What a pinned URL named must not come to mean something else when the release is loaded again."""
    last = _last_revision(connection, name)
    connection.execute(delete(unloaded_release).where(unloaded_release.c.release == name))
    connection.execute(insert(unloaded_release).values(release=name, revision=last))


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
        # Those of wages are asked of all rows that the part has by then.
        doubtful=tuple(dict.fromkeys((*earlier.doubtful, *later.doubtful))),
    )


def _load_part(load: _Load, source: SourcePart) -> PartReport:
    connection = load.connection
    describe_release(connection, source)
    previous = connection.execute(
        select(part).where(part.c.release == source.release.release, part.c.part == source.part)
    ).first()
    together = load.together.setdefault((source.release.release, source.part), set())
    together |= {file.sha256 for file in source.files}
    if previous is not None and _is_loaded(connection, previous, source):
        return report_of(connection, source, previous.part_id, unchanged=True)
    # Before the replaced part goes: its revision counts.
    revision = load.revision_of(source.release.release)
    started = time.monotonic()
    part_id = new_part(connection, source, revision)
    writer = RowWriter(connection, part_id, note_files(connection, source, part_id))
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
        note_preference(connection, part_id, load.prefer)
    doubtful: tuple[CellProblem, ...] = ()
    if RecordKind.OEWS_ESTIMATE in kinds:
        doubtful = doubtful_estimates(connection, part_id)
        note_repeated_levels(connection, part_id)
    finish_part(connection, part_id, writer, settled, (dropped, source.counts.repeated), time.monotonic() - started)
    report = report_of(connection, source, part_id, unchanged=False)
    return replace(
        report,
        replaced=tuple(settled.replaced),
        rows_gone=settled.rows_gone,
        overruled=tuple(overruled),
        unread=tuple(source.counts.unread),
        doubtful=(*source.counts.doubtful, *doubtful),
    )


def _is_loaded(connection: Connection, previous: Row[Any], source: SourcePart) -> bool:
    """Whether the bytes of a source were read already, by readers of this version that were told the same."""
    loaded, own = hashes_of(connection, previous.part_id), {file.sha256 for file in source.files}
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
            is_new = hashes_of(connection, part_id) <= together
            version = READER_VERSION if is_new else min(previous.reader_version, READER_VERSION)
            values = {"allowed": allowed, "reader_version": version}
            connection.execute(update(part).where(part.c.part_id == part_id).values(values))
    remove_part(connection, previous.part_id)
    return settled
