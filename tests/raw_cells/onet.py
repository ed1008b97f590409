"""O*NET text releases: the lines of each file, split at tabs."""

import zipfile
from functools import cache
from typing import Any

from tests.publisher_files import publisher_file
from tests.raw_cells.cell import Cell, RawFile

_ESTIMATE = {
    "Data Value": "value",
    "N": "n",
    "Standard Error": "standard_error",
    "Lower CI Bound": "lower_bound",
    "Upper CI Bound": "upper_bound",
    "Recommend Suppress": "recommend_suppress",
    "Not Relevant": "not_relevant",
    "Date": "date",
    "Domain Source": "domain_source",
    "Element ID": "element_id",
    "Element Name": "element_name",
    "Scale ID": "scale/scale_id",
    "Category": "category",
}
# The path that a file answers, and where its columns come out.
PATHS: dict[str, tuple[str, dict[str, str]]] = {
    "Skills": ("skills", _ESTIMATE),
    "Knowledge": ("knowledge", _ESTIMATE),
    "Interests": ("interests", _ESTIMATE),
    "Work Styles": ("work-styles", _ESTIMATE),
    "Work Values": ("work-values", _ESTIMATE),
    "Education, Training, and Experience": ("education", _ESTIMATE),
    "Task Statements": (
        "tasks",
        {
            "Task ID": "task_id",
            "Task": "task",
            "Task Type": "task_type",
            "Incumbents Responding": "incumbents_responding",
        },
    ),
    "Emerging Tasks": ("tasks", {"Task": "task", "Category": "task_category", "Original Task ID": "original_task_id"}),
    "Technology Skills": (
        "technology",
        {
            "Example": "example",
            "Commodity Code": "commodity_code",
            "Commodity Title": "commodity_title",
            "Hot Technology": "hot_technology",
            "In Demand": "in_demand",
        },
    ),
    "Tools Used": ("technology", {"Example": "example", "Commodity Code": "commodity_code"}),
    "Alternate Titles": ("titles", {"Alternate Title": "other_title", "Short Title": "short_title"}),
    "Sample of Reported Titles": ("titles", {"Reported Job Title": "other_title"}),
    "Related Occupations": (
        "related",
        {
            "Related O*NET-SOC Code": "related_onet_soc_code",
            "Relatedness Tier": "relatedness_tier",
            "Index": "position",
        },
    ),
    "Occupation Level Metadata": (
        "data-collection",
        {"Item": "item", "Response": "response", "N": "n", "Percent": "percent", "Date": "date"},
    ),
}
_NUMBERS = frozenset(
    {"value", "n", "standard_error", "lower_bound", "upper_bound", "category", "task_id", "original_task_id"}
    | {"incumbents_responding", "position", "percent"}
)
_ESTIMATED = frozenset({"n", "standard_error", "lower_bound", "upper_bound"})
_FLAGS = frozenset({"recommend_suppress", "not_relevant", "hot_technology", "in_demand"})
FILES = {"onet/db_29_0_text.zip": "29_0", "onet/db_30_1_text.zip": "30_1"}


@cache
def lines_of(name: str) -> dict[str, list[list[str]]]:
    """The cells of each line of each file of a release, by the file's name."""
    found: dict[str, list[list[str]]] = {}
    with zipfile.ZipFile(publisher_file(name)) as members:
        for member in members.namelist():
            if member.endswith(".txt") and not member.endswith("Read Me.txt"):
                text = members.read(member).decode().replace("\r\n", "\n").rstrip("\n")
                found[member.rpartition("/")[2]] = [line.split("\t") for line in text.split("\n")]
    return found


def raw_file(name: str) -> RawFile:
    """The cells of a release, as many of each file that a path answers."""
    release = f"onet-{FILES[name].replace('_', '.')}"
    lines = lines_of(name)
    answered = {stem: lines[f"{stem}.txt"] for stem in PATHS if f"{stem}.txt" in lines}
    stems = sorted(answered)

    class Cells(list[Cell]):
        """Made when one is asked for: the draw falls on files alike, however long they are."""

        def __len__(self) -> int:
            return len(stems) * 1_000_003

        def __getitem__(self, at: Any) -> Any:
            number, stem = divmod(int(at), len(stems))
            return _cell(f"{stems[stem]}.txt", release, answered[stems[stem]], number)

    return RawFile(name, release, Cells(), {(file, None): _distinct(rows) for file, rows in lines.items()}, whole=True)


def _distinct(rows: list[list[str]]) -> set[int]:
    """The numbers of the lines below the header that no line before them has word for word."""
    first: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows[1:], start=2):
        first.setdefault(tuple(row), number)
    return set(first.values())


def _cell(file: str, release: str, rows: list[list[str]], number: int) -> Cell:
    path, columns = PATHS[file.removesuffix(".txt")]
    row = 1 + number % (len(rows) - 1)
    cells = dict(zip(rows[0], rows[row], strict=True))
    known = sorted(columns.keys() & cells.keys())
    column = known[number % len(known)]
    code = cells["O*NET-SOC Code"]
    url = f"/v1/occupations/{code}/{path}?release={release}&limit=1000"
    value = meaning(cells[column], columns[column].rpartition("/")[2])
    qualifier = "not_applicable" if value is None and columns[column] in _ESTIMATED else None
    named: dict[str, object] = {"onet_soc_code": code}
    return Cell(file, None, (row + 1,), cells[column], (url,), columns[column], value, qualifier, named)


def meaning(text: str, field: str) -> object:
    """What a cell says."""
    if text == "n/a":
        return None
    if field in _FLAGS:
        return {"Y": True, "N": False}[text]
    if field in _NUMBERS:
        return float(text)
    month, slash, year = text.partition("/")
    return f"{year}-{month}" if slash and len(text) == 7 and field == "date" else text.strip()
