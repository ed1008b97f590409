"""A load from the operator's files: what each is, all into the database at once, and their bytes kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Engine

from app.sources.files import FileKind, FoundFile
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
from app.store.apart import CAN_READ_APART, records_apart
from app.store.archive import Archive
from app.store.data_state import record_change
from app.store.engine import wait_for_others
from app.store.loader import Watch, load_parts, look_through
from app.store.overlaps import Prefer
from app.store.parts import PartReport
from app.store.same_part import order_of


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file and what a reader makes of it."""

    found: FoundFile
    recognition: Recognition


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files of a load: those that readers know, those that none does, and those that hold nothing to load.

    `refused` is what is wrong with files that cannot be opened at all.
    """

    known: tuple[Recognised, ...]
    unknown: tuple[tuple[FoundFile, Unrecognised], ...]
    left_out: tuple[tuple[FoundFile, LeftOut], ...]
    refused: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """How a load goes about it; `archive` is where the bytes are kept, if they are."""

    prefer: Prefer = Prefer.NONE
    archive: Archive | None = None
    keep: bool = True


def sort_files(files: Iterable[FoundFile], options: ReadOptions) -> Sorted:
    """Ask the readers about each file. The same bytes found twice for one part are one file.

    A file that cannot be opened keeps no other from being looked at: what is wrong with it is among the `refused`. So
    is what a file of a known layout has beyond it: to store the rest would be to lose what nobody understands.
    """
    known: dict[tuple[str, str, str], Recognised] = {}
    unknown: list[tuple[FoundFile, Unrecognised]] = []
    left_out: list[tuple[FoundFile, LeftOut]] = []
    refused: list[CellProblem] = []
    for found in _noting(files, refused):
        try:
            recognition = recognise(found, options)
        except UnreadableSourceError as error:
            refused += error.problems
            continue
        if isinstance(recognition, Unrecognised) and recognition.oddities:
            refused += _oddities_in(found, recognition)
        elif isinstance(recognition, Unrecognised):
            unknown.append((found, recognition))
        elif isinstance(recognition, LeftOut):
            left_out.append((found, recognition))
        else:
            # What a file is, its name can say as well: the same bytes may stand for two industries or releases.
            key = (found.file.sha256, recognition.part.release.release, recognition.part.part)
            known.setdefault(key, Recognised(found, recognition))
    return Sorted(tuple(known.values()), tuple(unknown), tuple(left_out), tuple(refused))


def _oddities_in(found: FoundFile, recognition: Unrecognised) -> list[CellProblem]:
    """What a file of a known layout has that the layout does not know."""
    near = recognition.nearest[0]
    advice = f"; {near.advice}" if near.advice else ""
    problems = []
    for oddity in recognition.oddities:
        text, _, wanted = oddity.partition(": expected ")
        expected = f"{wanted or f'only what the layout of {near.layout} has'}{advice}"
        problems.append(CellProblem(found.file.name, None, None, "header", text, expected))
    return problems


def _noting(files: Iterable[FoundFile], refused: list[CellProblem]) -> Iterator[FoundFile]:
    """The files, and at their end what was wrong with those that could not be opened."""
    try:
        yield from files
    except UnreadableSourceError as error:
        refused += error.problems


def refuse_all(sorted_files: Sorted) -> None:
    """Raise what is wrong with files that cannot be opened, and with any cell of the others; nothing is stored."""
    problems = list(sorted_files.refused)
    for source in sources_of(sorted_files.known):
        try:
            look_through(source)
        except UnreadableSourceError as error:
            problems += error.problems
    raise UnreadableSourceError(tuple(problems))


def sources_of(known: Sequence[Recognised]) -> list[SourcePart]:
    """The files to load, each by itself; those of one part follow each other in the order of their names."""
    parts: dict[tuple[str, str], list[SourcePart]] = {}
    for one in known:
        source = replace(one.recognition.part, layout=one.recognition.layout)
        parts.setdefault((source.release.release, source.part), []).append(
            _apart(one.found, _unchanging(one.found, source))
        )
    return [source for sources in parts.values() for source in sorted(sources, key=_order)]


def _order(source: SourcePart) -> tuple[str, str]:
    return order_of(source.files[0])


def parts_of(known: Sequence[Recognised]) -> list[SourcePart]:
    """The parts that files make up, to be compared with what is stored: several files of one part put together."""
    together: dict[tuple[str, str], list[SourcePart]] = {}
    for source in sources_of(known):
        together.setdefault((source.release.release, source.part), []).append(source)
    return [_joined(parts) for parts in together.values()]


def _joined(parts: Sequence[SourcePart]) -> SourcePart:
    if len(parts) == 1:
        return parts[0]
    counts = RowCounts()

    def records() -> Iterator[Record]:
        counts.reset()
        for one in parts:
            yield from one.records()
            counts.read += one.counts.read
            counts.repeated += one.counts.repeated
            counts.unread += one.counts.unread
            counts.doubtful += one.counts.doubtful

    of_file = {file: one.columns for one in parts for file in one.files}

    def columns(sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
        return of_file[sheet.file](sheet, kind)

    return replace(
        parts[0],
        columns=columns,
        files=tuple(file for one in parts for file in one.files),
        records=records,
        allowed=tuple(dict.fromkeys(oddity for one in parts for oddity in one.allowed)),
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


# Bytes of a table of text from which on it is read by a process of its own, which is begun in some milliseconds. A
# workbook is held whole in memory, which another process would not share for long.
_LARGE = 1 << 19


def _apart(found: FoundFile, source: SourcePart) -> SourcePart:
    """The part with its records read by another process, if they are many."""
    if not CAN_READ_APART or found.kind is not FileKind.TEXT or found.file.size_bytes < _LARGE:
        return source
    return replace(source, records=partial(records_apart, source))


def _packing(known: Sequence[Recognised], options: LoadOptions) -> AbstractContextManager[Callable[[], None]]:
    if options.archive is None or not options.keep:
        return nullcontext(lambda: None)
    return options.archive.packing((one.found.file, one.found.path) for one in known)


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
        with engine.begin() as connection, _packing(known, options) as keep_packed:
            wait_for_others(connection)
            reports = load_parts(connection, sources_of(known), options.prefer, watch)
            if not options.keep:
                raise _NothingIsKeptError
            if not all(report.unchanged for report in reports):
                record_change(connection)
            # Before the commit: what is stored can be read again, or is not stored.
            keep_packed()
    except _NothingIsKeptError:
        pass
    return reports
