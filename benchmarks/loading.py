"""How long loading takes, and how much memory: `python -m benchmarks.loading FILE...` writes `benchmarks/loading.md`.

Each file or folder is loaded by the command into a database of its own, and verified. The files are the publishers'.
"""

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = Path(__file__).with_suffix(".md")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of the command took: seconds by the clock and of the processor, and MB at its peak."""

    seconds: float
    processor: float
    peak_mb: float
    rows: int


def measure(name: str, database: Path, *arguments: str) -> Run:
    """Run the command to its end, by itself."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OCCUPATIONS_DATABASE_URL": f"sqlite:///{database}"}
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([sys.executable, "-m", "app", name, *arguments], env=environment, stdout=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
    if process.returncode not in {0, 4}:
        raise SystemExit(f"occupations {name} {' '.join(arguments)} ended with {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, _rows(database))


def _rows(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("SELECT coalesce(sum(rows_read), 0) FROM part").fetchone()[0])


def main(paths: list[Path]) -> None:
    """Measure each of the paths, and write the table."""
    where = f"on {os.cpu_count()} processors, Python {platform.python_version()}"
    busy = f"Other processes kept {os.getloadavg()[0]:.1f} processors busy when it began."
    lines = [
        "# Loading",
        "",
        f"Written by `python -m benchmarks.loading FILE...`, {where}. {busy}",
        "",
        "| file | command | rows | seconds | processor seconds | rows/s | peak memory, MB |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder) / "occupations.sqlite3"
            for name, arguments in (("load", (str(path.resolve()),)), ("verify", ())):
                run = measure(name, database, *arguments)
                lines.append(
                    f"| {path.name} | `{name}` | {run.rows:,} | {run.seconds:.1f} | {run.processor:.1f} "
                    f"| {run.rows / run.seconds:,.0f} | {run.peak_mb:,.0f} |"
                )
                sys.stderr.write(lines[-1] + "\n")
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    main([Path(argument) for argument in sys.argv[1:]])
