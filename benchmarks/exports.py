"""How fast whole lists are sent, beside `sqlite3 -csv`, in how much memory, and what other requests wait meanwhile.

`python -m benchmarks.exports [DATABASE]` writes `benchmarks/exports.md`. It needs the `sqlite3` command, and a database
with a whole release of OEWS; without DATABASE it is the one of the settings.
"""

import http.client
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

from app.config import Settings
from app.domain.measures import EMPLOYMENT_MEASURES, WAGE_MEASURES
from app.store.engine import sqlite_path
from benchmarks.command import ROOT, environment_for
from benchmarks.memory import highest_memory, memory_of

sys.path.insert(0, str(ROOT / "scripts"))
from serving import serving

RELEASE = "oews-2025-05"
ROUNDS = 2
_TICKS = os.sysconf("SC_CLK_TCK")
_REPORT = Path(__file__).with_suffix(".md")


@dataclass(frozen=True, slots=True)
class Sent:
    """What sending a list took: rows, bytes, seconds by the clock and of the processor, MB beyond an idle server."""

    what: str
    rows: int
    size: int
    seconds: float
    processor: float
    above_idle_mb: float | None

    @property
    def speed(self) -> float:
        """Rows a second, by the processor's time, which other work on the machine does not lengthen."""
        return self.rows / self.processor


def _statement(measures: tuple[str, ...]) -> str:
    """The same columns by hand, with the same titles."""
    keys = [
        "soc_code",
        "soc_vintage",
        "level",
        "area_code",
        "industry_code",
        "industry_level",
        "also_level",
        "ownership_code",
    ]
    own = [f"e.{name}" for name in keys]
    own += [f"e.{name}/100.0" if name.startswith("hourly") else f"e.{name}" for name in measures]
    own += [f"e.{name}_qualifier" for name in measures]
    named = "o.title, a.area_title, a.area_type, i.industry_title, p.reference_period, p.release, f.name, s.sheet"
    return f"""
        SELECT {", ".join(own)}, {named}, e.row_number, 'published', NULL, NULL, NULL, 10, NULL
        FROM oews_estimate e
        JOIN part p ON p.part_id = e.part_id
        LEFT JOIN occupation o ON o.part_id = e.part_id AND o.soc_code = e.soc_code AND o.soc_vintage = e.soc_vintage
        LEFT JOIN area a ON a.part_id = e.part_id AND a.area_code = e.area_code
        LEFT JOIN industry i ON i.part_id = e.part_id AND i.industry_code = e.industry_code
          AND i.industry_level = e.industry_level
        LEFT JOIN source_sheet s ON s.sheet_id = e.sheet_id
        LEFT JOIN source_file f ON f.file_id = s.file_id
        WHERE p.release = '{RELEASE}' AND e.is_repeat = 0
        ORDER BY e.estimate_id"""  # noqa: S608 - names of ours


def _by_sqlite(database: Path, measures: tuple[str, ...], what: str) -> Sent:
    with tempfile.TemporaryFile() as written:
        began = time.monotonic()
        process = subprocess.Popen(["sqlite3", "-csv", str(database), _statement(measures)], stdout=written)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = status
        size = written.seek(0, os.SEEK_END)
        written.seek(0)
        rows = sum(1 for _ in written)
    return Sent(what, rows, size, seconds, used.ru_utime + used.ru_stime, None)


def _by_server(  # noqa: PLR0917
    url: str, pid: int, path: str, what: str, rows: int, idle_mb: float
) -> Sent:
    before, began = _processor(pid), time.monotonic()
    with highest_memory(pid) as highest:
        size = _read_to_the_end(url, path)
    seconds = time.monotonic() - began
    return Sent(what, rows, size, seconds, _processor(pid) - before, highest[0] - idle_mb)


def _read_to_the_end(url: str, path: str) -> int:
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=600)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        assert response.status == 200, response.read()
        size = 0
        while piece := response.read(1 << 20):
            size += len(piece)
        return size


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _look_ups(url: str, seconds: float) -> list[float]:
    """Milliseconds of each of many look-ups, one after the other, with a pause between."""
    took = []
    until = time.monotonic() + seconds
    with closing(http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)) as connection:
        while time.monotonic() < until:
            began = time.monotonic()
            connection.request("GET", "/v1/occupations/29-1141/wages")
            connection.getresponse().read()
            took.append((time.monotonic() - began) * 1000)
            time.sleep(0.02)
    return took


def _look_ups_meanwhile(url: str, paths: tuple[str, ...], seconds: float) -> list[float]:
    # Each client is a process of its own, so that only the server has them wait for one another.
    read = "import sys, urllib.request\nwhile True:\n    with urllib.request.urlopen(sys.argv[1]) as answer:\n"
    read += "        while answer.read(1 << 20): pass"
    clients = [subprocess.Popen([sys.executable, "-c", read, url + path]) for path in paths]
    try:
        return _look_ups(url, seconds)
    finally:
        for client in clients:
            client.kill()
            client.wait()


def _list(resource: str, form: str, *more: str) -> str:
    return "&".join((f"/v1/{resource}?release={RELEASE}&limit=all&format={form}", *more))


def _measured(database: Path) -> tuple[list[Sent], dict[str, list[float]], float]:
    sent: list[Sent] = []
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "app", "serve"]
        environment = environment_for(database) | {"OCCUPATIONS_LOG_LEVEL": "error"}
        with serving(command, folder=ROOT, environment=environment, log=Path(folder) / "log") as url:
            time.sleep(3)
            pid = _pid_of(command)
            _look_ups(url, 1)
            idle = memory_of(pid)
            for _ in range(ROUNDS):
                for resource, measures in (("wages", WAGE_MEASURES), ("employment", EMPLOYMENT_MEASURES)):
                    by_hand = _by_sqlite(database, tuple(measures), f"{resource}: `sqlite3 -csv`")
                    sent.append(by_hand)
                    sent += [
                        _by_server(url, pid, _list(resource, form), f"{resource}: {form}", by_hand.rows, idle)
                        for form in ("csv", "parquet", "ndjson")
                    ]
                sorted_list = _list("wages", "csv", "sort=-annual_median")
                sent.append(_by_server(url, pid, sorted_list, "wages: csv, sorted", by_hand.rows, idle))
            waits = {"nothing else": _look_ups(url, 10)}
            two = (_list("wages", "csv"), _list("employment", "parquet"))
            waits["two exports (CSV and Parquet)"] = _look_ups_meanwhile(url, two, 15)
    return sent, waits, idle


def _pid_of(command: list[str]) -> int:
    children = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text(encoding="ascii").split()
    return next(int(pid) for pid in children if command[-1] in Path(f"/proc/{pid}/cmdline").read_text())


def _best(sent: list[Sent]) -> dict[str, Sent]:
    best: dict[str, Sent] = {}
    for one in sent:
        known = best.get(one.what)
        if known is None or one.processor < known.processor:
            best[one.what] = one
    return best


def _report(sent: list[Sent], waits: dict[str, list[float]], idle: float) -> str:
    best = _best(sent)
    memory = {one.what: max(other.above_idle_mb or 0 for other in sent if other.what == one.what) for one in sent}
    lines = [
        "# Exports",
        "",
        "Written by `python -m benchmarks.exports [DATABASE]`.",
        "",
        f"On {os.cpu_count()} processors, Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version}. The whole",
        f"release `{RELEASE}` from a server: the best of {ROUNDS} rounds, in each of which `sqlite3 -csv` writes the",
        "same columns with the same titles. Where other work goes on beside it, the processor's seconds say more than",
        "those of the clock.",
        f"When it ended, {os.getloadavg()[0]:.1f} processors' worth of work was under way (mean of a minute).",
        "",
        "| list and form | rows | MB | seconds | of the processor | rows/s | of `sqlite3` | above idle, MB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for one in best.values():
        by_hand = best[f"{one.what.partition(':')[0]}: `sqlite3 -csv`"]
        above = "" if one.above_idle_mb is None else f"{memory[one.what]:.0f}"
        lines.append(
            f"| {one.what} | {one.rows:,} | {one.size / 1e6:.0f} | {one.seconds:.1f} | {one.processor:.1f} "
            f"| {one.speed:,.0f} | {one.speed / by_hand.speed:.2f} | {above} |"
        )
    lines += [
        "",
        "`rows/s` and the share of `sqlite3` are by the processor's seconds. Memory is what the process has in memory,",
        f"the most of all rounds, each export after those before it; the idle server has {idle:.0f} MB.",
        "",
        "## A look-up meanwhile",
        "",
        "`/v1/occupations/29-1141/wages`, asked again and again by one client.",
        "",
        "| while | answers | p50, ms | p95, ms | slowest, ms |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for what, took in waits.items():
        cuts = quantiles(took, n=100, method="inclusive")
        lines.append(f"| {what} | {len(took)} | {cuts[49]:.1f} | {cuts[94]:.1f} | {max(took):.1f} |")
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure, and write the report."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else sqlite_path(Settings().database_url)
    if given is None or not given.exists():
        raise SystemExit("name a SQLite database with a whole release of OEWS")
    report = _report(*_measured(given.absolute()))
    _REPORT.write_text(report, encoding="utf-8")
    sys.stdout.write(report)


if __name__ == "__main__":
    main()
