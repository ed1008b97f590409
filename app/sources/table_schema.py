"""A Frictionless data package: typed rows from CSV files that a `datapackage.json` describes.

The package says of each column what type it has; this module reads cells by it. Checking the package itself
(hashes, constraints, keys) is the business of `frictionless validate`.
"""

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.sources.records import CellProblem, Sheet, SourceFile, UnreadableSourceError, Value


@dataclass(frozen=True, slots=True)
class Resource:
    """A CSV file of the package, and the type of each of its columns."""

    name: str
    path: Path
    types: dict[str, str]


_TRUTH = {"true": True, "false": False}
# Python reads more as a number than a table means by one: 1_000, nan, digits of other scripts.
_INTEGER = re.compile(r"-?[0-9]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_YEAR = re.compile(r"[0-9]{4}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _matching(pattern: re.Pattern[str], read: Callable[[str], Value]) -> Callable[[str], Value]:
    def read_matching(text: str) -> Value:
        if not pattern.fullmatch(text):
            raise ValueError
        return read(text)

    return read_matching


_READERS: dict[str, tuple[Callable[[str], Value], str]] = {
    "string": (str, "text"),
    "integer": (_matching(_INTEGER, int), "a whole number"),
    "number": (_matching(_NUMBER, float), "a number"),
    "year": (_matching(_YEAR, int), "a year of four digits"),
    "date": (_matching(_DATE, str), "a date such as 2024-01-31"),
    "boolean": (lambda text: _TRUTH[text], "true or false"),
}


PACKAGE = "datapackage.json"


def read_package(folder: Path, wanted: Collection[str]) -> dict[str, Resource]:
    """The tables that `datapackage.json` in `folder` describes, by name.

    Raises `UnreadableSourceError` if it is no such description, or lacks one of the `wanted` tables.
    """
    try:
        description = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
        resources = {entry["name"]: _resource(folder, entry) for entry in description["resources"] if "schema" in entry}
    except (OSError, ValueError, KeyError, TypeError) as error:
        expected = "a Frictionless data package: JSON whose `resources` name each table, its file and its columns"
        problem = CellProblem(PACKAGE, None, None, "file", _found_instead(error), expected)
        raise UnreadableSourceError((problem,)) from error
    missing = sorted(set(wanted) - resources.keys())
    if missing:
        expected = f"the resource {missing[0]}" if len(missing) == 1 else f"the resources {', '.join(missing)}"
        raise UnreadableSourceError((CellProblem(PACKAGE, None, None, "resources", ", ".join(resources), expected),))
    return resources


def _found_instead(error: Exception) -> str:
    """What stands in the place of a description, in words."""
    match error:
        case FileNotFoundError():
            found = "no such file"
        case OSError():
            found = f"a file that cannot be read ({error.strerror})"
        case json.JSONDecodeError():
            found = f"no JSON ({error})"
        case UnicodeDecodeError():
            found = "no text in UTF-8"
        case KeyError():
            found = f"no `{error.args[0]}`"
        case TypeError():
            found = "JSON of another structure"
        case _:
            found = str(error)
    return found


def _resource(folder: Path, entry: dict[str, Any]) -> Resource:
    types = {column["name"]: column["type"] for column in entry["schema"]["fields"]}
    unknown = sorted(set(types.values()) - _READERS.keys())
    if unknown:
        raise ValueError(f"{entry['name']}: no column can be of type {', '.join(unknown)}")
    return Resource(entry["name"], folder / entry["path"], types)


def read_lines(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file, the header first; `.gz` is unpacked while it is read.

    Raises `UnreadableSourceError`, with the row before the damage, for a file that is cut short, damaged or not UTF-8.
    """
    number = 0
    try:
        with path.open("rb") as stored:
            binary = gzip.GzipFile(fileobj=stored) if path.suffix == ".gz" else stored
            with io.TextIOWrapper(binary, encoding="utf-8", newline="") as text:
                for number, line in enumerate(csv.reader(text, strict=True), start=1):  # noqa: B007
                    yield line
    except (EOFError, OSError, UnicodeDecodeError, zlib.error, csv.Error) as error:
        expected = "a whole, undamaged file in UTF-8"
        raise UnreadableSourceError((CellProblem(path.name, None, number, "row", str(error), expected),)) from error


def read_rows(resource: Resource, file: SourceFile) -> Iterator[tuple[int, dict[str, Value]]]:
    """Each row of a resource with its row number (the header is row 1), cells typed, an empty cell as `None`.

    Raises `UnreadableSourceError` with every cell that is not of its column's type.
    """
    sheet = Sheet(file)
    problems: list[CellProblem] = []
    lines = read_lines(resource.path)
    header = next(lines, [])
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
