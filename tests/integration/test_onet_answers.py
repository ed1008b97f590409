"""Cells of the publisher's O*NET releases, drawn at random and read from the raw text, as the paths answer them."""

import random
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.migrate import migrate
from tests.checked_client import CheckedClient
from tests.onet_release import load
from tests.publisher_files import publisher_file

SEED = 40_301
CELLS = 40
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
FILES: dict[str, tuple[str, dict[str, str]]] = {
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


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    archives = [publisher_file(f"onet/db_{release}_text.zip") for release in ("29_0", "30_1")]
    folder = tmp_path_factory.mktemp("publisher")
    (folder / "workspace").mkdir()
    url = f"sqlite:///{folder}/occupations.sqlite3"
    writer = create_writer(url)
    migrate(writer)
    load(writer, archives, folder / "workspace")
    writer.dispose()
    application = create_app(Settings(database_url=url))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def _raw(release: str) -> Callable[[str], list[list[str]]]:
    archive = publisher_file(f"onet/db_{release}_text.zip")

    def lines(name: str) -> list[list[str]]:
        with zipfile.ZipFile(archive) as members:
            text = members.read(f"db_{release}_text/{name}.txt").decode()
        return [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]

    return lines


def test_cells_drawn_at_random_are_answered_as_they_stand(asking: CheckedClient) -> None:
    draw = random.Random(SEED)
    held: dict[tuple[str, str], list[list[str]]] = {}
    for _ in range(CELLS):
        name = draw.choice(sorted(FILES))
        release = "29_0" if name in ("Skills", "Knowledge") else draw.choice(["29_0", "30_1"])
        rows = held.setdefault((name, release), _raw(release)(name))
        number = draw.randrange(1, len(rows))
        cells = dict(zip(rows[0], rows[number], strict=True))
        path, columns = FILES[name]
        column = draw.choice(sorted(columns.keys() & cells.keys()))
        url = f"/v1/occupations/{cells['O*NET-SOC Code']}/{path}?release=onet-{release.replace('_', '.')}&limit=1000"
        record = _record(asking, url, f"{name}.txt", number + 1)
        found: Any = record
        for step in columns[column].split("/"):
            found = found[step]
        where = (release, name, number + 1, column, cells[column])
        assert _as_printed(found, cells[column]), (f"seed {SEED}", *where, found)
        assert record["onet_soc_code"] == cells["O*NET-SOC Code"], where


def _record(asking: CheckedClient, url: str, file: str, row: int) -> dict[str, Any]:
    """The record that was read from a row, on the first page that has it."""
    following: str | None = url
    while following is not None:
        answer = asking.answer(following)
        for record in answer["data"]:
            if (record["provenance"]["file"], record["provenance"]["row"]) == (file, row):
                found: dict[str, Any] = record
                return found
        following = answer["page"]["next"]
    raise AssertionError(f"{file} row {row} is not in {url}")


def _as_printed(value: object, text: str) -> bool:
    """Whether a value is what a cell says."""
    if value is None:
        return text == "n/a"
    if isinstance(value, bool):
        return text == ("Y" if value else "N")
    if isinstance(value, int | float):
        return float(text) == value
    month, slash, year = text.partition("/")
    return value in (text.strip(), f"{year}-{month}" if slash else None)


def test_the_newest_release_says_that_its_skills_are_not_here(asking: CheckedClient) -> None:
    absence = asking.answer("/v1/occupations/29-1141/skills")["absence"]
    assert (absence["reason"], "`skills`" in absence["detail"]) == ("not_loaded", True)
    assert absence["nearest"][0]["url"] == "/v1/occupations/29-1141/skills?release=onet-29.0"


def test_which_occupations_ask_for_terraform(asking: CheckedClient) -> None:
    rows = _raw("30_1")("Technology Skills")
    expected = sorted(row[0] for row in rows[1:] if "terraform" in row[1].lower().split())
    answer = asking.answer("/v1/technology?example=Terraform")
    assert sorted(record["onet_soc_code"] for record in answer["data"]) == expected
    assert len(expected) > 5
