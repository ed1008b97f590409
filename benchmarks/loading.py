"""How long loading takes, how much memory, and what readers notice of it. Writes `benchmarks/loading.md`.

    python -m benchmarks.loading [FILE...]

Without files it makes what it needs: whole OEWS releases that are not real (`generated_releases.py`). The publisher's
handbook pages and an O*NET release are taken where they are at hand (as for the tests: beside the repository, or where
`OCCUPATIONS_TEST_FILES` points); FILE are more files of a publisher, each loaded and verified. It takes about
twenty minutes, and 8 GB in the folder for temporary files, which it gives back.
"""

import os
import platform
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from benchmarks.command import ROOT, Run, measure
from benchmarks.generated_releases import write_csv, write_xlsx
from benchmarks.serving_during_load import Answers, Comparison, compare

TABLE = Path(__file__).with_suffix(".md")
YEARS = range(2015, 2025)
_NEWEST = 2025
_ROOM = 8 * 1024**3
# The files that have a target, by name: seconds and MB at most.
_TARGETS = (
    ("all_data*.csv", 25, 400),
    ("all_data*.xlsx", 60, 1_300),
    ("ooh*.zip", 20, None),
    ("db_*_text.zip", 30, None),
)
_PUBLISHERS_FILES = ("ooh/ooh-2024-34-profiles.zip", "onet/db_29_0_text.zip")


@dataclass(slots=True)
class Report:
    """The lines of the table, shown as they come."""

    lines: list[str] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        """Take lines, and show them."""
        self.lines += lines
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()


def main(files: Sequence[Path]) -> None:
    """Measure everything and write the table."""
    if shutil.disk_usage(tempfile.gettempdir()).free < _ROOM:
        raise SystemExit(f"{tempfile.gettempdir()} has less than 8 GB of room; set TMPDIR to a folder that has")
    report = Report()
    report.add("# Loading", "", "Written by `python -m benchmarks.loading [FILE...]`.", "", *_machine(), "")
    with tempfile.TemporaryDirectory(prefix="occupations-benchmark-") as name:
        folder = Path(name)
        generated = write_csv(folder, _NEWEST)
        both = (generated, write_xlsx(folder, _NEWEST))
        _measure_files(report, folder, (*both, *_publishers_files(), *files), files)
        ten = _measure_ten_releases(report, folder, generated)
        _measure_serving(report, folder, ten)
    report.add("", f"When it ended, {_busy()}")
    TABLE.write_text("\n".join(report.lines) + "\n", encoding="utf-8")


def _machine() -> Iterator[str]:
    yield (
        f"On {os.cpu_count()} processors ({platform.machine()}), Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}. When it began, {_busy()}"
    )
    yield "Where other work goes on beside it, the processor's seconds say more than those of the clock."


def _busy() -> str:
    return f"{os.getloadavg()[0]:.1f} processors' worth of work was under way (mean of a minute)."


def _publishers_files() -> list[Path]:
    named = os.environ.get("OCCUPATIONS_TEST_FILES")
    folder = Path(named) if named else ROOT.parent / "shared" / "data"
    return [folder / name for name in _PUBLISHERS_FILES if (folder / name).exists()]


def _measure_files(report: Report, folder: Path, files: Sequence[Path], verified: Sequence[Path]) -> None:
    report.add(
        "## Each file into a database of its own",
        "",
        "| file | command | rows | seconds | of the processor | rows/s | peak memory, MB | at most |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    )
    for path in files:
        with tempfile.TemporaryDirectory(dir=folder) as own:
            database = Path(own) / "occupations.sqlite3"
            run = measure(database, "load", str(path.resolve()))
            report.add(f"| {path.name} | `load` | {_cells(run)} | {_bound(path.name)} |")
            if path in verified:
                report.add(f"| {path.name} | `verify` | {_cells(measure(database, 'verify'))} | |")
    report.add("")


def _cells(run: Run) -> str:
    rate = run.rows / run.seconds
    return f"{run.rows:,} | {run.seconds:.1f} | {run.processor:.1f} | {rate:,.0f} | {run.peak_mb:,.0f}"


def _bound(name: str) -> str:
    for pattern, seconds, megabytes in _TARGETS:
        if fnmatch(name, pattern):
            return f"{seconds} s" + (f", {megabytes:,} MB" if megabytes else "")
    return ""


def _measure_ten_releases(report: Report, folder: Path, eleventh: Path) -> Path:
    """Ten yearly releases one after another into a seeded database, and an eleventh; returns the database."""
    database = folder / "ten.sqlite3"
    measure(database, "seed")
    report.add(
        "## One release after another into one database",
        "",
        "Whole yearly releases that are not real, beside the starter release; the eleventh contains the starter",
        "release's nation and states, whose cells are other than its own, and so is loaded with `--prefer new`.",
        "",
        "| release | rows | seconds | of the processor | rows/s | peak memory, MB | database, MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    )
    for year in (*YEARS, _NEWEST):
        path = eleventh if year == _NEWEST else write_csv(folder, year)
        run = measure(database, "load", "--no-archive", "--prefer", "new", str(path))
        size = database.stat().st_size / 1024**2
        report.add(f"| May {year}, not real | {_cells(run)} | {size:,.0f} |")
        path.unlink()
    report.add("")
    return database


def _measure_serving(report: Report, folder: Path, database: Path) -> None:
    revised = write_csv(folder, YEARS[-1], edition=2)
    found = compare(database, revised, f"oews-{YEARS[-1]}-05")
    report.add(
        "## Answers while a release is replaced",
        "",
        "The server of these eleven releases answers two clients, while the command loads another edition of the",
        f"release that they ask about ({found.load.seconds:.1f} s, {found.load.processor:.1f} s of the processor).",
        "",
        "| while | answers | p50, ms | p99, ms | slowest, ms | errors or mixed answers | editions seen |",
        "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
        *(
            _answers(name, answers)
            for name, answers in (("idle", found.idle), ("a load", found.during), ("idle, after it", found.after))
        ),
        "",
        _verdict(found),
    )


def _answers(name: str, answers: Answers) -> str:
    shown = f"{answers.percentile(50):.1f} | {answers.percentile(99):.1f} | {answers.slowest:.1f}"
    editions = ", ".join(sorted(answers.editions))
    return f"| {name} | {len(answers.seconds):,} | {shown} | {len(answers.wrong)} | {editions} |"


def _verdict(found: Comparison) -> str:
    times = found.during.percentile(99) / found.idle.percentile(99)
    wrong = [*found.idle.wrong, *found.during.wrong, *found.after.wrong]
    shown = f" The first that were wrong: {'; '.join(wrong[:3])}." if wrong else ""
    return f"p99 during the load is {times:.1f} times that of idle (at most 5).{shown}"


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
