"""`occupations load`, `releases`, `unload` and `verify`: the publishers' files into the database and out of it."""

import gc
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from app.cli.console import (
    UNREADABLE,
    UNRECOGNISED,
    AsJson,
    DatabaseOption,
    err,
    out,
    print_json,
    reporting,
    settings_of,
    stop,
)
from app.cli.load_report import (
    show_found,
    show_ignored,
    show_left,
    show_problems,
    show_reports,
    show_unknown,
    show_verified,
    unknown_as_json,
)
from app.cli.reconciliation import show_reconciliation

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.config import Settings
    from app.queries.catalog import File
    from app.sources.recognition import ReadOptions
    from app.sources.records import SourcePart, UnreadableSourceError
    from app.store.archive import Archive
    from app.store.loader import PartReport
    from app.store.loads import LoadOptions, Sorted
    from app.store.overlaps import Prefer
    from app.store.verification import Verification

Files = Annotated[list[Path], typer.Argument(help="Files, folders, zips, zips in zips; in any order.", exists=True)]


def load(  # noqa: PLR0917
    files: Files,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Read and check everything, store nothing.")] = False,
    prefer: Annotated[
        str,
        typer.Option(help="Which part is right where two parts of one release differ: none (an error), new or old."),
    ] = "none",
    release: Annotated[
        str | None, typer.Option(help="The release, where neither a file nor its name says: onet-30.1.", metavar="ID")
    ] = None,
    soc_code: Annotated[
        str | None, typer.Option(help="The occupation of a profile in plain text, where its title does not tell.")
    ] = None,
    threshold: Annotated[
        str | None,
        typer.Option(help="What # means in an OEWS year that is not known: 115.00/239200.", metavar="HOUR/YEAR"),
    ] = None,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            help="An oddity to read over: unknown-columns, unknown-sheets or disagreeing-tables; may be repeated. "
            "It is noted with the part.",
            metavar="ODDITY",
        ),
    ] = None,
    no_archive: Annotated[
        bool, typer.Option("--no-archive", help="Do not keep the files' bytes beside the database.")
    ] = False,
    as_json: AsJson = False,
    database_url: DatabaseOption = None,
) -> None:
    """Load publishers' files: OEWS, Employment Projections, OOH pages, O*NET, classifications.

    What each file is, its content says: hand over a folder of mixed downloads. Everything is loaded in one
    transaction; readers are served the old data until it is done. Loading the same bytes again changes nothing.

    Exit codes: 0 loaded, or nothing new; 1 the database or a file cannot be used; 2 wrong options; 3 a file is
    damaged or something in it cannot be read, and nothing is stored; 4 loaded, but for files that nobody recognises
    (if you named such a file yourself, nothing is stored).
    """
    from app.store.loads import LoadOptions
    from app.store.rehearsal import rehearsal

    options = replace(_read_options(release, threshold, allow or ()), soc_code=soc_code)
    chosen = _prefer(prefer)
    settings = settings_of(database_url=database_url)
    # Rows by the million, which no cycle holds: looking among them for cycles takes a tenth of the time.
    gc.disable()
    with reporting(), tempfile.TemporaryDirectory(prefix="occupations-") as workspace:
        sorted_files = _sort(files, Path(workspace), options)
        if not as_json:
            show_found(sorted_files)
        _refuse_damaged(sorted_files, as_json)
        _refuse_unknown(files, sorted_files, as_json)
        if dry_run:
            with rehearsal(settings.database_url, Path(workspace)) as engine:
                reports = _load(engine, sorted_files, LoadOptions(chosen, keep=False), as_json)
        else:
            engine = _prepared(settings)
            archive = None if no_archive else _archive(settings)
            try:
                reports = _load(engine, sorted_files, LoadOptions(chosen, archive), as_json)
            finally:
                engine.dispose()
    if as_json:
        print_json(reports=[asdict(report) for report in reports], unrecognised=unknown_as_json(sorted_files))
    else:
        show_reports(reports, dry_run)
        show_left(sorted_files)
    if sorted_files.unknown:
        raise typer.Exit(UNRECOGNISED)


def releases(as_json: AsJson = False, database_url: DatabaseOption = None) -> None:
    """List what is loaded: releases, their parts, files and rows."""
    from app.queries.catalog import read_catalog, read_data_revision

    settings = settings_of(database_url=database_url)
    with reporting(), _reader(settings).connect() as connection, connection.begin():
        loaded = [] if read_data_revision(connection) is None else list(read_catalog(connection).releases.values())
    if as_json:
        print_json(releases=[asdict(release) for release in loaded])
        return
    table = Table("release", "rev.", "part", "layout", "files", "rows", "loaded", box=None, pad_edge=False)
    for column in table.columns:
        column.justify = "right" if column.header in ("rev.", "files", "rows") else "left"
    for release in sorted(loaded, key=lambda one: one.release):
        for part in release.parts:
            table.add_row(
                release.release,
                str(part.revision),
                part.part,
                part.layout,
                str(len(part.files)),
                f"{part.rows_stored:,}",
                part.loaded_at,
            )
    out.print(table)


def unload(
    release: Annotated[str, typer.Argument(help="A release, as `occupations releases` lists it.")],
    as_json: AsJson = False,
    database_url: DatabaseOption = None,
) -> None:
    """Take a release out of the database, with all its parts. Its kept bytes stay."""
    from app.store.engine import wait_for_others
    from app.store.loader import record_change, unload_release

    settings = settings_of(database_url=database_url)
    with reporting():
        engine = _prepared(settings)
        _wait(engine)
        with engine.begin() as connection:
            wait_for_others(connection)
            parts = unload_release(connection, release)
            if not parts:
                stop(f"{release} is not loaded; `occupations releases` lists what is.")
            record_change(connection)
    if as_json:
        print_json(unloaded=release, parts=parts)
    else:
        out.print(f"Unloaded {release}: {parts} part{'s' if parts > 1 else ''}.")


def verify(  # noqa: PLR0917
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Files to compare with; the kept bytes of everything loaded if left out.", exists=True),
    ] = None,
    release: Annotated[
        str | None,
        typer.Option(
            help="The release, where neither a file nor its name says; with --reconcile the one to compare.",
            metavar="ID",
        ),
    ] = None,
    soc_code: Annotated[
        str | None, typer.Option(help="The occupation of a profile in plain text, as it was loaded.")
    ] = None,
    threshold: Annotated[
        str | None, typer.Option(help="The threshold that an OEWS year was loaded with.", metavar="HOUR/YEAR")
    ] = None,
    reconcile: Annotated[
        bool,
        typer.Option(
            "--reconcile", help="Compare the publications that overlap with each other instead; no file is read."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="With --reconcile: exit code 3 if figures differ beyond rounding.")
    ] = False,
    as_json: AsJson = False,
    database_url: DatabaseOption = None,
) -> None:
    """Read files again and compare every stored cell with them; or compare publications with each other.

    `--reconcile` asks whether publications that overlap say the same: groups and their occupations, the nation and
    the states, projections and handbook, and the wages that both quote from OEWS. docs/reconciliation.md explains it.

    Exit codes: 0 all cells agree; 3 some do not, or files are not loaded, or were not kept; 1 and 2 as for `load`. With
    `--reconcile` 0 is a report, whatever it finds, since publications do differ; with `--strict` 3 if they do beyond
    rounding.
    """
    from app.sources.records import UnreadableSourceError
    from app.store.verification import Verification, verify_part

    settings = settings_of(database_url=database_url)
    if reconcile:
        if files or soc_code or threshold:
            stop("--reconcile compares what is stored, and reads no files: verify FILES in a run of their own.", 2)
        with reporting():
            show_reconciliation(_reader(settings), release, strict=strict, as_json=as_json)
        return
    if strict:
        stop("--strict goes with --reconcile: without it, cells that differ end with exit code 3 anyway.", 2)
    options = replace(_read_options(release, threshold, ()), soc_code=soc_code)
    results: list[Verification] = []
    with reporting(), tempfile.TemporaryDirectory(prefix="occupations-") as workspace:
        engine = _reader(settings)
        parts: Iterable[SourcePart | Verification]
        if files:
            sorted_files = _sort(files, Path(workspace), options)
            _refuse_damaged(sorted_files, as_json)
            parts = _parts(sorted_files)
        else:
            # All of them first: looking them up takes the one connection that comparing needs.
            parts = list(_loaded_parts(engine, settings, Path(workspace), options))
        try:
            with engine.connect() as connection, connection.begin():
                for source in parts:
                    if isinstance(source, Verification):
                        results.append(source)
                        continue
                    with err.status(f"Comparing {source.release.release} {source.part} ..."):
                        results.append(verify_part(connection, source))
        except UnreadableSourceError as error:
            _refuse(error, None, as_json)
    if as_json:
        print_json(verified=[asdict(result) for result in results])
    else:
        show_verified(results)
    if not results or any(result.differences or result.unread or not result.loaded for result in results):
        raise typer.Exit(UNREADABLE)


def _read_options(release: str | None, threshold: str | None, allow: Iterable[str]) -> "ReadOptions":
    from app.sources.recognition import ALLOWANCES, ReadOptions, threshold_of

    allowed = frozenset(allow)
    if not allowed <= frozenset(ALLOWANCES):
        stop(f"--allow {', '.join(sorted(allowed - frozenset(ALLOWANCES)))}: one of {', '.join(ALLOWANCES)}", 2)
    try:
        bound = None if threshold is None else threshold_of(threshold)
    except ValueError:
        stop(f"--threshold {threshold}: write dollars per hour and per year, such as 115.00/239200", 2)
    return ReadOptions(release=release, threshold=bound, allow=allowed)


def _prefer(text: str) -> "Prefer":
    from app.store.overlaps import Prefer

    try:
        return Prefer(text)
    except ValueError:
        stop(f"--prefer {text}: one of {', '.join(Prefer)}", 2)


def _sort(paths: Sequence[Path], workspace: Path, options: "ReadOptions") -> "Sorted":
    from app.sources.finding import IgnoredFile, find_files
    from app.store.loads import sort_files

    ignored: list[IgnoredFile] = []
    with err.status("Looking at the files ..."):
        found = sort_files(find_files(paths, workspace, ignored), options)
    show_ignored(ignored)
    return found


def _refuse_damaged(sorted_files: "Sorted", as_json: bool) -> None:
    """Where a file cannot be opened, end the command with all that is wrong with any of the files."""
    from app.sources.records import UnreadableSourceError
    from app.store.loads import refuse_all

    if not sorted_files.refused:
        return
    if not as_json:
        show_unknown(sorted_files)
    try:
        with err.status("Reading the other files, to name all that is wrong at once ..."):
            refuse_all(sorted_files)
    except UnreadableSourceError as error:
        _refuse(error, sorted_files, as_json)


def _refuse(error: "UnreadableSourceError", sorted_files: "Sorted | None", as_json: bool) -> NoReturn:
    """Show what cannot be read, and end the command."""
    show_problems(error, sorted_files, as_json)
    raise typer.Exit(UNREADABLE) from None


def _parts(sorted_files: "Sorted") -> list["SourcePart"]:
    from app.store.loads import parts_of

    return parts_of(sorted_files.known)


def _prepared(settings: "Settings") -> "Engine":
    from app.store.engine import create_writer
    from app.store.migrate import migrate

    engine = create_writer(settings.database_url)
    _wait(engine)
    migrate(engine)
    return engine


def _reader(settings: "Settings") -> "Engine":
    from app.store.engine import create_reader

    return create_reader(settings.database_url, 1).engine


def _wait(engine: "Engine") -> None:
    from app.store.engine import another_writes

    if another_writes(engine):
        err.print("Another load is under way: waiting for it to end ...")
        while another_writes(engine):
            time.sleep(0.2)


def _archive(settings: "Settings") -> "Archive":
    from app.store.archive import Archive

    return Archive(settings.archive_folder())


def _loaded_parts(
    engine: "Engine", settings: "Settings", workspace: Path, said: "ReadOptions"
) -> Iterator["SourcePart | Verification"]:
    """Every part that is loaded, to be read again from the seed or from the bytes that were kept; or why it cannot."""
    from app.queries.catalog import read_catalog
    from app.sources.recognition import options_of
    from app.sources.seed import seed_parts
    from app.store.seed import seed_folder
    from app.store.verification import Verification

    with engine.connect() as connection, connection.begin():
        loaded = read_catalog(connection).releases.values()
    of_seed = {(one.release.release, one.part): one for one in seed_parts(seed_folder(settings.seed_directory))}
    archive = _archive(settings)
    for release in loaded:
        for part in release.parts:
            seeded = of_seed.get((release.release, part.part))
            if seeded is not None and {file.sha256 for file in seeded.files} == {file.sha256 for file in part.files}:
                yield seeded
                continue
            lacking = [file.name for file in part.files if not archive.has(file.sha256)]
            if lacking:
                yield Verification(release.release, part.part, unread=f"{', '.join(lacking)}: not kept")
                continue
            noted = options_of(release.release, part.allowed)
            options = replace(
                noted, threshold=said.threshold or noted.threshold, soc_code=said.soc_code or noted.soc_code
            )
            kept = _unpacked(archive, workspace / "kept" / release.release / part.part, part.files)
            read = [one for one in _parts(_sort(kept, workspace, options)) if one.part == part.part]
            yield from read
            if not read:
                yield Verification(release.release, part.part, unread="its files are not recognised")


def _unpacked(archive: "Archive", folder: Path, files: Iterable["File"]) -> list[Path]:
    paths: list[Path] = []
    for file in files:
        # Two files of a part may have one name: they came from two folders.
        own = folder / file.sha256[:12]
        own.mkdir(parents=True, exist_ok=True)
        paths.append(archive.unpack_into(own, file.name, file.sha256))
    return paths


def _load(engine: "Engine", sorted_files: "Sorted", options: "LoadOptions", as_json: bool) -> list["PartReport"]:
    from app.sources.records import UnreadableSourceError
    from app.store.loads import load_files

    try:
        with _progress() as watch:
            return load_files(engine, sorted_files.known, options, watch, lambda: _wait(engine))
    except UnreadableSourceError as error:
        _refuse(error, sorted_files, as_json)


@contextmanager
def _progress() -> Iterator[Any]:
    """A line for each part while it is read: rows, rows per second, time."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[rows]:>11,} rows {task.fields[rate]:>9,}/s"),
        TimeElapsedColumn(),
    )
    tasks: dict[tuple[str, str], tuple[TaskID, float]] = {}
    with Progress(*columns, console=err, transient=True) as bars:

        def watch(source: "SourcePart", rows: int) -> None:
            key = (source.release.release, source.part)
            if key not in tasks:
                tasks[key] = (bars.add_task(" ".join(key), total=None, rows=0, rate=0), time.monotonic())
            task, started = tasks[key]
            bars.update(task, rows=rows, rate=round(rows / max(time.monotonic() - started, 0.001)))

        yield watch


def _refuse_unknown(files: Sequence[Path], sorted_files: "Sorted", as_json: bool) -> None:
    """Say which files nobody recognises, and stop where one of them was named itself, or none is left."""
    from app.sources.finding import shown

    show_unknown(sorted_files)
    named = {shown(path) for path in files}
    if any(found.location in named for found, _ in sorted_files.unknown):
        _stop_with_nothing("Nothing is stored.", sorted_files, as_json)
    if not sorted_files.known:
        if sorted_files.left_out and not sorted_files.unknown:
            if as_json:
                print_json(reports=[], unrecognised=[])
            else:
                out.print("Nothing to load.")
            raise typer.Exit
        _stop_with_nothing("Nothing to load: no file of any publication that is known.", sorted_files, as_json)


def _stop_with_nothing(message: str, sorted_files: "Sorted", as_json: bool) -> NoReturn:
    if as_json:
        print_json(reports=[], unrecognised=unknown_as_json(sorted_files))
    stop(message, UNRECOGNISED)
