"""The files that an operator hands over: sorted by what they are, and refused where they cannot be opened."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from app.cli.console import UNREADABLE, err, stop
from app.cli.load_report import show_ignored, show_problems, show_unknown

if TYPE_CHECKING:
    from app.sources.recognition import ReadOptions
    from app.sources.records import SourcePart, UnreadableSourceError
    from app.store.loads import Sorted


def read_options(release: str | None, threshold: str | None, allow: Iterable[str]) -> "ReadOptions":
    """What the operator said of the files; ends the command with code 2 where that means nothing."""
    from app.sources.recognition import ALLOWANCES, ReadOptions, threshold_of

    allowed = frozenset(allow)
    if not allowed <= frozenset(ALLOWANCES):
        stop(f"--allow {', '.join(sorted(allowed - frozenset(ALLOWANCES)))}: one of {', '.join(ALLOWANCES)}", 2)
    try:
        bound = None if threshold is None else threshold_of(threshold)
    except ValueError:
        stop(f"--threshold {threshold}: write dollars per hour and per year, such as 115.00/239200", 2)
    return ReadOptions(release=release, threshold=bound, allow=allowed)


def sort_handed(paths: Sequence[Path], workspace: Path, options: "ReadOptions") -> "Sorted":
    """Find the files in folders and archives, and tell by their content what each is."""
    from app.sources.finding import IgnoredFile, find_files
    from app.store.loads import sort_files

    ignored: list[IgnoredFile] = []
    with err.status("Looking at the files ..."):
        found = sort_files(find_files(paths, workspace, ignored), options)
    show_ignored(ignored)
    return found


def refuse_damaged(sorted_files: "Sorted", as_json: bool) -> None:
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
        refuse(error, sorted_files, as_json)


def refuse(error: "UnreadableSourceError", sorted_files: "Sorted | None", as_json: bool) -> NoReturn:
    """Show what cannot be read, and end the command."""
    show_problems(error, sorted_files, as_json)
    raise typer.Exit(UNREADABLE) from None


def parts_of_files(sorted_files: "Sorted") -> list["SourcePart"]:
    """The parts of releases that the recognised files state."""
    from app.store.loads import parts_of

    return parts_of(sorted_files.known)
