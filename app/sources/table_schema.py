"""A Frictionless data package: typed rows from CSV files that a `datapackage.json` describes.

The package says of each column what type it has; this module reads cells by it. Checking the package itself
(hashes, constraints, keys) is the business of `frictionless validate`.
"""

import csv
import gzip
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.sources.records import CellProblem, Sheet, SourceFile, UnreadableSourceError, Value


@dataclass(frozen=True, slots=True)
class Resource:
    """A CSV file of the package, and the type of each of its columns."""

    name: str
    path: Path
    types: dict[str, str]


_TRUTH = {"true": True, "false": False}
_READERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "text"),
    "integer": (int, "a whole number"),
    "number": (float, "a number"),
    "year": (int, "a year"),
    "date": (str, "a date"),
    "boolean": (lambda text: _TRUTH[text], "true or false"),
}


def read_package(folder: Path) -> dict[str, Resource]:
    """The tables that `datapackage.json` in `folder` describes, by name."""
    description = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return {
        entry["name"]: Resource(
            entry["name"],
            folder / entry["path"],
            {column["name"]: column["type"] for column in entry["schema"]["fields"]},
        )
        for entry in description["resources"]
        if "schema" in entry  # the document's text and notes on it are no tables
    }


def read_lines(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file, the header first; `.gz` is unpacked while it is read."""
    with path.open("rb") as stored:
        binary = gzip.GzipFile(fileobj=stored) if path.suffix == ".gz" else stored
        with io.TextIOWrapper(binary, encoding="utf-8", newline="") as text:
            yield from csv.reader(text)


def read_rows(resource: Resource, file: SourceFile) -> Iterator[tuple[int, dict[str, Value]]]:
    """Each row of a resource with its row number (the header is row 1), cells typed, an empty cell as `None`.

    Raises `UnreadableSourceError` with every cell that is not of its column's type.
    """
    sheet = Sheet(file)
    problems: list[CellProblem] = []
    lines = read_lines(resource.path)
    header = next(lines)
    if header != list(resource.types):
        raise UnreadableSourceError(
            (CellProblem(file.name, None, 1, "header", ",".join(header), ",".join(resource.types)),)
        )
    for number, line in enumerate(lines, start=2):
        if len(line) != len(header):
            problems.append(
                CellProblem(
                    file.name, sheet.name, number, "row", ",".join(line), f"{len(header)} cells, not {len(line)}"
                )
            )
            continue
        values: dict[str, Value] = {}
        for column, text in zip(header, line, strict=True):
            read, expected = _READERS[resource.types[column]]
            try:
                values[column] = read(text) if text else None
            except (ValueError, KeyError):
                problems.append(CellProblem(file.name, sheet.name, number, column, text, expected))
        if not problems:
            yield number, values
    if problems:
        raise UnreadableSourceError(tuple(problems))
