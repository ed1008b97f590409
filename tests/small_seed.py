"""A seed folder with the whole document and a hundredth of the starter release, for tests that load often."""

import csv
import gzip
import io
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.starter_cells import FILE_NAME, SEED_FOLDER, starter_rows

# What the document's tables refer to, and rows of each kind: an OEWS code, annual-only, hourly-only, withheld, bounded.
OCCUPATIONS = frozenset(
    {
        *("00-0000", "11-0000", "11-1011", "11-9111", "15-1252", "21-1018", "25-2021", "27-2011", "29-0000", "29-1141"),
        *("27-2021", "29-1022", "29-1215", "29-1243", "29-1249", "29-2072", "29-9021", "29-9093", "29-9099", "35-3031"),
    }
)
AREAS = frozenset({"99", "01", "06", "48", "66", "72"})


def make_small_seed(folder: Path) -> Path:
    """Write the small seed into `folder`, which must not exist yet."""
    shutil.copytree(SEED_FOLDER, folder)
    rows = [row for row in starter_rows() if row.cells["OCC_CODE"] in OCCUPATIONS and row.cells["AREA"] in AREAS]
    header = list(rows[0].cells)
    write_starter(folder, [header, *(list(row.cells.values()) for row in rows)])
    return folder


def read_starter(folder: Path) -> list[list[str]]:
    """The lines of the starter file, the header first."""
    with gzip.open(folder / FILE_NAME, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def write_starter(folder: Path, lines: Iterable[list[str]]) -> None:
    """Replace the starter file."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(lines)
    (folder / FILE_NAME).write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))


def change_starter(folder: Path, change: Callable[[list[list[str]]], None]) -> None:
    """Change the lines of the starter file in place."""
    lines = read_starter(folder)
    change(lines)
    write_starter(folder, lines)


def change_table(folder: Path, name: str, change: Callable[[list[list[str]]], None]) -> None:
    """Change the lines of one of the document's tables in place, the header first."""
    path = folder / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream))
    change(lines)
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(lines)


def set_cell(lines: list[list[str]], row: int, column: str, text: str) -> None:
    """Put `text` into a cell; `row` counts from 1, which is the header."""
    lines[row - 1][lines[0].index(column)] = text
