"""A load from the operator's files: what each is, all into the database at once, and their bytes kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Engine

from app.sources.files import FoundFile
from app.sources.readers import Unrecognised, recognise
from app.sources.recognition import LeftOut, ReadOptions, Recognition
from app.sources.records import (
    CellProblem,
    Record,
    RecordKind,
    RowCounts,
    Sheet,
    SourceFile,
    SourcePart,
    UnreadableSourceError,
)
from app.store.archive import Archive
from app.store.engine import wait_for_others
from app.store.loader import PartReport, Watch, load_parts, record_change
from app.store.overlaps import Prefer


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file and what a reader makes of it."""

    found: FoundFile
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files of a load: those that readers know, those that none does, and those that hold nothing to load."""

    known: tuple[Recognised, ...]
    unknown: tuple[tuple[FoundFile, Unrecognised], ...]
    left_out: tuple[tuple[FoundFile, LeftOut], ...]


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a load goes about it; `archive` is where the bytes are kept, if they are."""

    prefer: Prefer = Prefer.NONE
    archive: Archive | None = None
    keep: bool = True


def sort_files(files: Iterable[FoundFile], options: ReadOptions) -> Sorted:
    """Ask the readers about each file. The same bytes found twice are one file."""
    known: dict[str, Recognised] = {}
    unknown: list[tuple[FoundFile, Unrecognised]] = []
    left_out: list[tuple[FoundFile, LeftOut]] = []
    for found in files:
        if found.file.sha256 in known:
            continue
        recognition = recognise(found, options)
        if isinstance(recognition, Unrecognised):
            unknown.append((found, recognition))
        elif isinstance(recognition, LeftOut):
            left_out.append((found, recognition))
        else:
            known[found.file.sha256] = Recognised(found, recognition)
    return Sorted(tuple(known.values()), tuple(unknown), tuple(left_out))


def parts_of(known: Sequence[Recognised]) -> list[SourcePart]:
    """The parts to load. A part that the publisher spreads over several files is put together."""
    together: dict[tuple[str, str], list[SourcePart]] = {}
    for one in known:
        source = replace(one.recognition.part, layout=one.recognition.layout)
        together.setdefault((source.release.release, source.part), []).append(_unchanging(one.found, source))
    return [_joined(parts) for parts in together.values()]


def _joined(parts: Sequence[SourcePart]) -> SourcePart:
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=lambda one: one.files[0].name)
    counts = RowCounts()

    def records() -> Iterator[Record]:
        counts.reset()
        for one in ordered:
            yield from one.records()
            counts.read += one.counts.read
            counts.repeated += one.counts.repeated

    of_file = {file: one.columns for one in ordered for file in one.files}

    def columns(sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
        return of_file[sheet.file](sheet, kind)

    return replace(
        ordered[0],
        columns=columns,
        files=tuple(file for one in ordered for file in one.files),
        records=records,
        allowed=tuple(dict.fromkeys(oddity for one in ordered for oddity in one.allowed)),
        counts=counts,
    )


def _unchanging(found: FoundFile, source: SourcePart) -> SourcePart:
    """The part with a check, after its last record, that the file is still the one whose hash was taken."""

    def records() -> Iterator[Record]:
        yield from source.records()
        now = SourceFile.of(found.path)
        if now.sha256 != found.file.sha256:
            expected = f"the file that was found at the start ({found.file.size_bytes} bytes)"
            problem = CellProblem(found.file.name, None, None, "file", f"other bytes ({now.size_bytes})", expected)
            raise UnreadableSourceError((problem,))

    return replace(source, records=records)


class _NothingIsKeptError(Exception):
    """Undoes a load that was only to be tried."""


def load_files(
    engine: Engine, known: Sequence[Recognised], options: LoadOptions, watch: Watch, waiting: Callable[[], None]
) -> list[PartReport]:
    """Load recognised files, all or none. With `keep` off, everything is read and checked, and nothing stored.

    `waiting` is called when another process loads at the moment, whose end is waited for.
    """
    reports: list[PartReport] = []
    try:
        waiting()
        with engine.begin() as connection:
            wait_for_others(connection)
            reports = load_parts(connection, parts_of(known), options.prefer, watch)
            if not options.keep:
                raise _NothingIsKeptError
            if not all(report.unchanged for report in reports):
                record_change(connection)
            # Before the commit: what is stored can be read again, or is not stored.
            if options.archive is not None:
                for one in known:
                    options.archive.keep(one.found.file, one.found.path)
    except _NothingIsKeptError:
        pass
    return reports
