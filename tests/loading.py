"""What the tests of loading share: OEWS files in the publisher's layout of today, and the command that loads them."""

import csv
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer
from typer.testing import CliRunner

from app.cli import app as command
from app.store.rows import TABLES
from tests.unit.sources.oews.layouts import today

ROOT = Path(__file__).parents[1]
PERIOD = "M2024"
STATES = (("01", "Alabama", "AL"), ("06", "California", "CA"), ("48", "Texas", "TX"))


def state_rows(**cells: str) -> list[dict[str, str]]:
    """A row for each state, of one occupation, across industries."""
    return [
        {"AREA": code, "AREA_TITLE": title, "AREA_TYPE": "2", "PRIM_STATE": state, **cells}
        for code, title, state in STATES
    ]


def write_csv(path: Path, rows: Iterable[dict[str, str]]) -> Path:
    """A table in the layout of today; each row is the plain one but for the cells given."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(today(*rows))
    return path


def nation(folder: Path, **cells: str) -> Path:
    """The nation alone, a file that is called as the publisher calls it."""
    return write_csv(folder / f"national_{PERIOD}_dl.csv", [cells])


def states(folder: Path, **cells: str) -> Path:
    """Three states."""
    return write_csv(folder / f"state_{PERIOD}_dl.csv", state_rows(**cells))


def everything(folder: Path, **cells: str) -> Path:
    """The nation, the states, and a row by sector."""
    sector = {"NAICS": "62", "NAICS_TITLE": "Health Care", "I_GROUP": "sector", "OWN_CODE": "5"}
    return write_csv(folder / f"all_data_{PERIOD}.csv", [{**cells}, *state_rows(**cells), sector])


def many_rows(folder: Path, count: int, employment: int = 1_000) -> Path:
    """A file that takes long enough to be interrupted: `count` rows of metropolitan areas."""
    areas = ({"AREA": f"{10_000 + n // 100:05d}", "AREA_TITLE": f"Area {n // 100}"} for n in range(count))
    rows = (
        {
            **area,
            "AREA_TYPE": "4",
            "PRIM_STATE": "TX",
            "OCC_CODE": f"{11 + 2 * (n % 2)}-{1000 + n % 100 // 2 * 10 + 1}",
            "OCC_TITLE": f"Occupation {n % 100}",
            "TOT_EMP": str(employment + n),
        }
        for n, area in enumerate(areas)
    )
    return write_csv(folder / f"MSA_{PERIOD}_dl.csv", rows)


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which has to be one JSON document."""
        return json.loads(self.out)


@dataclass(frozen=True)
class Occupations:
    """The command, over a database in a folder of the test's own."""

    folder: Path

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / "occupations.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """The environment of the command."""
        return os.environ | {"PYTHONPATH": str(ROOT), "OCCUPATIONS_DATABASE_URL": f"sqlite:///{self.database}"}

    def start(self, *arguments: object, **options: Any) -> "subprocess.Popen[str]":
        """Start the command; the caller waits for its end."""
        return subprocess.Popen(
            [sys.executable, "-m", "app", *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def __call__(self, *arguments: object, **options: Any) -> Said:
        """Run the command to its end in a process of its own."""
        with self.start(*arguments, **options) as process:
            out, err = process.communicate(timeout=120)
            return Said(process.returncode, out, err)


def run_in_process(database: Path, *arguments: object, **settings: str) -> Said:
    """Run the command in this process, which is faster; what it raises is raised here."""
    environment = {"OCCUPATIONS_DATABASE_URL": f"sqlite:///{database}", **settings}
    done = CliRunner().invoke(command, [*map(str, arguments)], env=environment)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Said(done.exit_code, done.stdout, done.stderr)


def content(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of records, with part, file and sheet by their names: whatever came of loading."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with closing(sqlite3.connect(database)) as connection:
        for table in TABLES.values():
            keys = {"part_id", "sheet_id"}
            own = [column.name for column in table.c if column.name not in keys and not _is_surrogate(column)]
            columns = ", ".join(f"t.{name}" for name in own)
            rows = connection.execute(
                f"SELECT p.release, p.part, f.name, f.sha256, s.sheet, {columns} FROM {table.name} t "
                "JOIN part p USING (part_id) JOIN source_sheet s USING (sheet_id) JOIN source_file f USING (file_id)"
            )
            if everything_there := sorted(rows, key=repr):
                found[table.name] = everything_there
        found["part"] = sorted(
            connection.execute("SELECT release, part, rows_read, rows_stored, rows_repeated FROM part"), key=repr
        )
        found["part_coverage"] = sorted(
            connection.execute(
                "SELECT release, part, soc_code, soc_vintage FROM part_coverage JOIN part USING (part_id)"
            ),
            key=repr,
        )
    return found


def _is_surrogate(column: Column[Any]) -> bool:
    return column.primary_key and isinstance(column.type, Integer)
