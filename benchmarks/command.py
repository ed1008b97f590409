"""The `occupations` command as an operator runs it, in a process of its own, and what it took."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from benchmarks.memory import highest_memory

ROOT = Path(__file__).parents[1]
# Loaded, loaded but for files that nobody recognises.
_DONE = frozenset({0, 4})


@dataclass(frozen=True, slots=True)
class Run:
    """What a run of the command and the processes that it began took: seconds, of the processor too, and MB at most."""

    seconds: float
    processor: float
    peak_mb: float
    rows: int


def environment_for(database: Path) -> dict[str, str]:
    """The environment of a command that uses a database of our own."""
    return os.environ | {"PYTHONPATH": str(ROOT), "OCCUPATIONS_DATABASE_URL": f"sqlite:///{database}"}


def measure(database: Path, *arguments: str) -> Run:
    """Run the command to its end, by itself. Raises `SystemExit` with its words if it fails."""
    before = _newest_part(database)
    began = time.monotonic()
    with tempfile.TemporaryFile("w+") as said:
        command = [sys.executable, "-m", "app", *arguments]
        process = subprocess.Popen(command, env=environment_for(database), stdout=said, stderr=said)
        with highest_memory(process.pid) as highest:
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        said.seek(0)
        if process.returncode not in _DONE:
            raise SystemExit(f"occupations {' '.join(arguments)} ended with {process.returncode}:\n{said.read()}")
    return Run(
        seconds, used.ru_utime + used.ru_stime, max(highest[0], used.ru_maxrss / 1024), _rows_read(database, before)
    )


def _newest_part(database: Path) -> int:
    """The key of the part that was loaded last, 0 where there is none."""
    return _asked(database, "SELECT coalesce(max(part_id), 0) FROM part") if database.exists() else 0


def _rows_read(database: Path, before: int) -> int:
    """Rows that were read of the parts after one; of all parts where there are none after it."""
    read = f"SELECT coalesce(sum(rows_read), 0) FROM part WHERE part_id > {before}"  # noqa: S608 - a number of ours
    return _asked(database, read) or _asked(database, "SELECT coalesce(sum(rows_read), 0) FROM part")


def _asked(database: Path, sql: str) -> int:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return int(connection.execute(sql).fetchone()[0])
