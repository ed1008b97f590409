"""What `load` and `verify` show: the files found, what is wrong with some, and what became of each part."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import PurePath
from textwrap import fill
from typing import TYPE_CHECKING

from rich.table import Table

from app.cli.console import err, out, print_json

if TYPE_CHECKING:
    from app.sources.finding import IgnoredFile
    from app.sources.records import UnreadableSourceError
    from app.store.loads import Recognised, Sorted
    from app.store.parts import PartReport
    from app.store.verification import Verification

# Of a release with more parts than this (the handbook has one for each page), they are shown together.
_MOST_PARTS = 60
_MOST_FOUND = 12
# A table of ten columns is not readable in less.
_TABLE_WIDTH = 110


def show_found(sorted_files: "Sorted") -> None:
    """Show which part of which release each file is, and what holds nothing to load."""
    table = Table("release", "part", "file", box=None, pad_edge=False)
    table.columns[2].overflow = "fold"
    by_release: defaultdict[str, list[Recognised]] = defaultdict(list)
    for one in sorted_files.known:
        by_release[one.recognition.part.release.release].append(one)
    for release, files in by_release.items():
        if len(files) > _MOST_FOUND:
            table.add_row(release, f"{len({one.recognition.part.part for one in files})} parts", f"{len(files)} files")
            continue
        for one in files:
            table.add_row(release, one.recognition.part.part, _short(one.found.location))
    if table.row_count:
        out.print(table, markup=False, highlight=False)
    _show_left_out(sorted_files)


def _short(location: str) -> str:
    """The last of a location: the file, and the folder or archive that it lies in."""
    parts = PurePath(location).parts
    return location if len(parts) <= 2 else str(PurePath("...", *parts[-2:]))


def _show_left_out(sorted_files: "Sorted") -> None:
    for found, left_out in sorted_files.left_out:
        _note(f"Left out: {_short(found.location)} ({left_out.layout}): {left_out.reason}.")
    for one in sorted_files.known:
        sheets: defaultdict[str, list[str]] = defaultdict(list)
        for sheet, why in one.recognition.left_out:
            sheets[why].append(sheet)
        for why, names in sheets.items():
            _note(f"Left out: {one.found.file.name}, sheet{'s' if len(names) > 1 else ''} {', '.join(names)}: {why}.")


def show_ignored(ignored: Iterable["IgnoredFile"]) -> None:
    """Show what was passed over, but for what operating systems and programs leave behind."""
    for one in ignored:
        if one.reason in ("a link to a folder", "no regular file"):
            _note(f"Passed over: {one.location}, {one.reason}.")


def show_unknown(sorted_files: "Sorted") -> None:
    """Show the files that no reader knows, and why."""
    for _, why in sorted_files.unknown:
        err.print(str(why), style="yellow", markup=False, highlight=False)


def show_left(sorted_files: "Sorted") -> None:
    """Say at the end how many files were not loaded, since their names stand far above."""
    count = len(sorted_files.unknown)
    if count:
        what = "1 file is" if count == 1 else f"{count:,} files are"
        err.print(
            f"{what} of no publication that is known, and not loaded: see above.", style="yellow", highlight=False
        )


def unknown_as_json(sorted_files: "Sorted") -> list[dict[str, str]]:
    """The files that no reader knows, and why."""
    return [{"file": found.location, "why": str(why)} for found, why in sorted_files.unknown]


def show_problems(error: "UnreadableSourceError", sorted_files: "Sorted | None", as_json: bool) -> None:
    """Show what cannot be read: the first twenty, all for machines."""
    if as_json:
        problems = [asdict(problem) for problem in error.problems]
        unknown = [] if sorted_files is None else unknown_as_json(sorted_files)
        print_json(reports=[], unrecognised=unknown, problems=problems)
        return
    err.print(str(error), markup=False, highlight=False)
    count = len(error.problems)
    err.print(f"{count} problem{'s' if count > 1 else ''}; nothing is stored.", style="red")


def show_lacking(lacking: dict[str, list[str]]) -> None:
    """Say which files of O*NET releases are not there; what is there is loaded."""
    for release, parts in lacking.items():
        _note(f"{release} is loaded in part: it lacks {', '.join(parts)}, which every release of O*NET has.")


def show_reports(reports: Sequence["PartReport"], dry_run: bool) -> None:
    """Show what became of each part: a table, or where that does not fit two lines for each."""
    lines = _lines([report for report in reports if not report.unchanged])
    if lines and out.width >= _TABLE_WIDTH:
        _show_table(lines)
    else:
        for line in lines:
            _show_line(line)
    if any(counts["stored"] > counts["rows read"] for *_, counts, _ in lines):
        out.print("Stored rows count the occupations, areas and industries that the rows name, too.")
    _show_replaced(reports)
    _show_overruled(reports)
    _show_unread(reports)
    _show_doubtful(reports)
    unchanged = sum(report.unchanged for report in reports)
    if unchanged:
        out.print(f"{unchanged} part{'s' if unchanged > 1 else ''} loaded already, with the same bytes: unchanged.")
    if dry_run:
        out.print("A dry run: nothing is stored.")


_COUNTS = {
    "rows read": "rows_read",
    "stored": "rows_stored",
    "withheld": "cells_withheld",
    "bounded": "cells_bounded",
    "repeated": "rows_repeated",
    "unclassified": "codes_unclassified",
}
_Line = tuple[str, str, str, dict[str, int], float]


def _lines(reports: Sequence["PartReport"]) -> list[_Line]:
    """Release with revision, part, files, counts and seconds: of each part, or of a release with many."""
    by_release: defaultdict[str, list[PartReport]] = defaultdict(list)
    for report in reports:
        by_release[f"{report.release}.r{report.revision}"].append(report)
    lines: list[_Line] = []
    for release, some in by_release.items():
        groups = [some] if len(some) > _MOST_PARTS else [[one] for one in some]
        for group in groups:
            names = [name for one in group for name in one.files]
            counts = {words: sum(getattr(one, field) for one in group) for words, field in _COUNTS.items()}
            part = group[0].part if len(group) == 1 else f"{len(group)} parts"
            lines.append((release, part, _file_names(names), counts, sum(one.seconds for one in group)))
    return lines


def _show_table(lines: Sequence[_Line]) -> None:
    table = Table("release", "part", "file", *_COUNTS, "seconds", box=None, pad_edge=False)
    for column in table.columns[3:]:
        column.justify = "right"
    for column in table.columns[:3]:
        column.overflow = "fold"
    for release, part, files, counts, seconds in lines:
        table.add_row(release, part, files, *(f"{count:,}" for count in counts.values()), f"{seconds:.1f}")
    out.print(table, markup=False, highlight=False)


def _show_line(line: _Line) -> None:
    release, part, files, counts, seconds = line
    counted = ", ".join(f"{words} {count:,}" for words, count in counts.items() if count or words == "stored")
    for words in (f"{release} {part}: {files}", f"  {counted}; {seconds:.1f} seconds"):
        out.print(fill(words, out.width, subsequent_indent="    "), markup=False, highlight=False)


def _show_replaced(reports: Sequence["PartReport"]) -> None:
    """Say of which files a newer issue took the place, and what was lost with them."""
    for report in reports:
        if not report.replaced:
            continue
        part, names = f"{report.release} {report.part}", ", ".join(dict.fromkeys(report.replaced))
        if not report.rows_gone:
            out.print(f"{part}: a newer issue took the place of {names}.", markup=False, highlight=False)
            continue
        rows = "1 row" if report.rows_gone == 1 else f"{report.rows_gone:,} rows"
        verb = "is" if report.rows_gone == 1 else "are"
        _note(f"{part}: {rows} of {names}, which was replaced, {verb} in no file any more.")


def _show_unread(reports: Sequence["PartReport"]) -> None:
    """Say what of the pages is kept as text alone, since its words are not known, and what they lack."""
    places = [
        f"{one.file}, line {one.row}, {one.column}: {one.text or f'lacks {one.expected}'}"
        for report in reports
        for one in report.unread
    ]
    _show_places(places, "of pages that no figure is drawn from, kept as text or lacking:")


def _show_doubtful(reports: Sequence["PartReport"]) -> None:
    """Say what the files themselves contradict."""
    places = [str(one) for report in reports for one in report.doubtful]
    _show_places(places, "that the file itself contradicts, stored as they stand. Damaged?")


_MOST_PLACES = 20


def _show_places(places: Sequence[str], what: str) -> None:
    if not places:
        return
    count = len(places)
    _note(f"{count} place{'s' if count > 1 else ''} {what}")
    for one in places[:_MOST_PLACES]:
        _note(f"  {one}")
    if count > _MOST_PLACES:
        _note(f"  and {count - _MOST_PLACES} more; --json lists all")


def _show_overruled(reports: Sequence["PartReport"]) -> None:
    """Say which cells another part states otherwise, where it was said which of the two is right."""
    for report in reports:
        if report.overruled:
            count = len(report.overruled)
            differ = "1 cell differs" if count == 1 else f"{count:,} cells differ"
            _note(f"{report.release} {report.part}: {differ} from another part of the release:")
            for cell in report.overruled[:20]:
                _note(f"  {cell}")


def _file_names(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"


def _note(words: str) -> None:
    err.print(words, markup=False, highlight=False)


def show_verified(results: Sequence["Verification"]) -> None:
    """The parts that were compared with their files, and the first differences of each."""
    table = Table("release", "part", "rows", "cells", "decided", "differences", box=None, pad_edge=False)
    for column in table.columns[2:]:
        column.justify = "right"
    table.columns[1].overflow = "fold"
    for result in results:
        differing = result.unread or (f"{len(result.differences):,}" if result.loaded else "not loaded")
        table.add_row(
            result.release, result.part, f"{result.rows:,}", f"{result.cells:,}", f"{len(result.decided):,}", differing
        )
    out.print(table)
    for result in results:
        for difference in result.differences[:20]:
            out.print(str(difference), markup=False, highlight=False)
