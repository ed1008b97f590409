"""`occupations load`: the publishers' files into the database."""

import gc
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn
from rich.table import Column

from app.cli.console import UNRECOGNISED, AsJson, DatabaseOption, err, out, print_json, reporting, settings_of, stop
from app.cli.databases import archive_of, prepared, wait_for_other_loads
from app.cli.handed_files import read_options, refuse, refuse_damaged, sort_handed
from app.cli.load_report import show_found, show_lacking, show_left, show_reports, show_unknown, unknown_as_json

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.sources.records import SourcePart
    from app.store.loads import LoadOptions, Sorted
    from app.store.overlaps import Prefer
    from app.store.parts import PartReport

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

    options = replace(read_options(release, threshold, allow or ()), soc_code=soc_code)
    chosen = _prefer(prefer)
    settings = settings_of(database_url=database_url)
    with reporting(), _no_search_for_cycles(), tempfile.TemporaryDirectory(prefix="occupations-") as workspace:
        sorted_files = sort_handed(files, Path(workspace), options)
        if not as_json:
            show_found(sorted_files)
        refuse_damaged(sorted_files, as_json)
        _refuse_unknown(files, sorted_files, as_json)
        if dry_run:
            with rehearsal(settings.database_url, Path(workspace)) as engine:
                reports = _load(engine, sorted_files, LoadOptions(chosen, keep=False), as_json)
                lacking = _lacking(engine, reports)
        else:
            engine = prepared(settings)
            archive = None if no_archive else archive_of(settings)
            try:
                reports = _load(engine, sorted_files, LoadOptions(chosen, archive), as_json)
                lacking = _lacking(engine, reports)
            finally:
                engine.dispose()
    if as_json:
        parts = [asdict(report) for report in reports]
        print_json(reports=parts, unrecognised=unknown_as_json(sorted_files), lacking=lacking)
    else:
        show_reports(reports, dry_run)
        show_lacking(lacking)
        show_left(sorted_files)
    if sorted_files.unknown:
        raise typer.Exit(UNRECOGNISED)


def _prefer(text: str) -> "Prefer":
    from app.store.overlaps import Prefer

    try:
        return Prefer(text)
    except ValueError:
        stop(f"--prefer {text}: one of {', '.join(Prefer)}", 2)


def _load(engine: "Engine", sorted_files: "Sorted", options: "LoadOptions", as_json: bool) -> list["PartReport"]:
    from app.sources.records import UnreadableSourceError
    from app.store.loads import load_files

    try:
        with _progress(sorted_files) as watch:
            return load_files(engine, sorted_files.known, options, watch, lambda: wait_for_other_loads(engine))
    except UnreadableSourceError as error:
        refuse(error, sorted_files, as_json)


def _lacking(engine: "Engine", reports: Sequence["PartReport"]) -> dict[str, list[str]]:
    from app.store.parts import lacking_parts

    with engine.connect() as connection, connection.begin():
        return lacking_parts(connection, {report.release for report in reports})


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Rows by the million, which no cycle holds: looking among them for cycles takes a tenth of the time."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


@contextmanager
def _progress(sorted_files: "Sorted") -> Iterator[Any]:
    """How many of the parts were read, and the one that is being read: rows, rows per second, time."""
    columns = (
        SpinnerColumn(),
        # Names are long; what a narrow terminal has no room for is the end of a name, not of a number.
        TextColumn("{task.description}", table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis")),
        BarColumn(bar_width=10),
        TextColumn(
            "{task.fields[rows]:>9,} rows {task.fields[rate]:>7,}/s {task.fields[seconds]:>4,.0f} s",
            table_column=Column(no_wrap=True),
        ),
    )
    parts = {(one.recognition.part.release.release, one.recognition.part.part) for one in sorted_files.known}
    read: Counter[tuple[str, str]] = Counter()
    begun = began_part = last = time.monotonic()
    with Progress(*columns, console=err, transient=True, expand=True) as bars:
        whole = bars.add_task(f"{len(parts)} parts", total=len(parts), rows=0, rate=0, seconds=0)
        # One line for all parts in turn: there are hundreds of handbook pages, each read in a moment.
        current = bars.add_task("", total=None, rows=0, rate=0, seconds=0)

        def show(task: TaskID, rows: int, seconds: float, **changed: Any) -> None:
            bars.update(task, rows=rows, rate=round(rows / max(seconds, 0.001)), seconds=seconds, **changed)

        def watch(source: "SourcePart", rows: int) -> None:
            nonlocal began_part, last
            now, key = time.monotonic(), (source.release.release, source.part)
            if key not in read:  # begun when the one before it was done
                began_part = last
            read[key], last = rows, now
            show(current, rows, now - began_part, description=" ".join(key))
            # Of what is read one after the other, all but the last is done.
            show(whole, read.total(), now - begun, completed=len(read) - 1)

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
