"""Cells of the publisher's own files, drawn at random, against what the paths answer after the real loader."""

import csv
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.migrate import migrate
from tests.checked_client import CheckedClient
from tests.publisher_files import publisher_file
from tests.small_rounds import load

SEED = 20241107
DRAWN = 40


@dataclass(frozen=True)
class Cell:
    """A figure as its file has it, and the path and field that must have it."""

    file: str
    row: int
    text: str
    path: str
    of: tuple[tuple[str, object], ...]
    field: str
    thousands: bool = False


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """A client of a database with all the publisher's files that are at hand."""
    folder = publisher_file("ep")
    own = tmp_path_factory.mktemp("ep")
    url = f"sqlite:///{own / 'own.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    (own / "workspace").mkdir()
    load(writer, [folder], own / "workspace")
    writer.dispose()
    app = create_app(Settings(database_url=url))
    with CheckedClient(app) as client:
        yield client
    app.state.database.close()


def _rows(name: str, sheet: str) -> list[list[Any]]:
    path = publisher_file(f"ep/{name}")
    return CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


_IS_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")


def _occupations(name: str, sheet: str, path: str, columns: dict[int, tuple[str, bool]], release: str) -> list[Cell]:
    cells = []
    for number, row in enumerate(_rows(name, sheet), 1):
        code = next((str(cell).strip() for cell in row[:2] if _IS_CODE.fullmatch(str(cell).strip())), None)
        if code is None:
            continue
        for at, (field, thousands) in columns.items():
            url = f"/v1/occupations/{code}/{path}?release={release}&soc_vintage="
            cells.append(Cell(f"{name} {sheet}", number, str(row[at]), url, (), field, thousands))
    return cells


def _download(name: str, release: str) -> list[Cell]:
    columns = {
        2: ("base_employment", True),
        3: ("projected_employment", True),
        5: ("employment_change_percent", False),
        6: ("annual_openings", True),
        7: ("annual_median", False),
        9: ("entry_education_code", False),
        13: ("on_the_job_training_code", False),
    }
    with publisher_file(f"ep/{name}").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    cells = []
    for number, row in enumerate(rows, 1):
        code = _IS_CODE.search(row[1]) if len(row) > 1 else None
        if code is not None:
            url = f"/v1/occupations/{code[0]}/projections?release={release}&soc_vintage="
            cells += [Cell(name, number, row[at], url, (), *of) for at, of in columns.items()]
    return cells


def _of_levels() -> dict[int, tuple[str, bool]]:
    names = (
        "base_employment",
        "projected_employment",
        "base_percent_distribution",
        "projected_percent_distribution",
        "employment_change",
        "employment_change_percent",
    )
    jobs = {"base_employment", "projected_employment", "employment_change"}
    return {3 + at: (name, name in jobs) for at, name in enumerate(names)}


def _industries() -> list[Cell]:
    columns = {3: ("base_employment", True), 6: ("employment_change_percent", False), 9: ("projected_output", False)}
    return [
        Cell(
            "industry.xlsx Table 2.11",
            number,
            str(row[at]),
            f"/v1/industries/{row[1]}/projections?release=ep-2024-34",
            (),
            *of,
        )
        for number, row in enumerate(_rows("2024-34/industry.xlsx", "Table 2.11"), 1)
        if row[2] in ("Summary", "Line item")
        for at, of in columns.items()
    ]


def _attainment() -> list[Cell]:
    columns = {4: "some_college_no_degree", 6: "bachelors_degree", 8: "doctoral_or_professional_degree"}
    return [
        Cell(
            "education.xlsx Table 5.3",
            number,
            str(row[at]),
            f"/v1/occupations/{row[1]}/education/attainment?soc_vintage=",
            (("attainment", level),),
            "percent_of_workers",
        )
        for number, row in enumerate(_rows("2024-34/education.xlsx", "Table 5.3"), 1)
        if _IS_CODE.fullmatch(str(row[1]))
        for at, level in columns.items()
    ]


def _skills() -> list[Cell]:
    rows = _rows("2024-34/skills.xlsx", "Table 6.5")
    return [
        Cell(
            "skills.xlsx Table 6.5",
            number,
            str(row[at]),
            f"/v1/occupations/{row[1]}/skill-scores?limit=100&soc_vintage=",
            (("skill", rows[1][at]), ("skill_measure", "percentile_rank")),
            "skill_value",
        )
        for number, row in enumerate(rows, 1)
        if _IS_CODE.fullmatch(str(row[1]))
        for at in (2, 8, 17)
    ]


def _matrix() -> list[Cell]:
    name = "2020-30/National Employment Matrix_IND_510000.csv"
    with publisher_file(f"ep/{name}").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.reader(lines))
    at = {title: place for place, title in enumerate(rows[0])}
    cells = []
    for number, row in enumerate(rows[1:], 2):
        code = row[at["Occupation Code"]].replace('"', "").removeprefix("=") if len(row) > 3 else ""
        if _IS_CODE.fullmatch(code):
            url = f"/v1/occupations/{code}/projections/by-industry?soc_vintage="
            of = (("industry_code", "510000"),)
            cells.append(Cell(name, number, row[at["2020 Employment"]], url, of, "base_employment", thousands=True))
            share = row[at["2020 Percent of Industry"]]
            cells.append(Cell(name, number, share, url, of, "base_percent_of_industry"))
    return cells


def _figure(cell: Cell) -> int | float | None:
    text = cell.text.strip().replace(",", "").replace("$", "").removeprefix(">=").removeprefix(">")
    if text in ("\u2014", "-", "", "N/A", "n/a"):
        return None
    number = float(text)
    return round(number * 1000) if cell.thousands else number


SOURCES: tuple[Callable[[], list[Cell]], ...] = (
    lambda: _occupations("2024-34/occupation.xlsx", "Table 1.2", "projections", _of_levels(), "ep-2024-34"),
    lambda: _occupations("2016-26/occupation.xlsx", "Table 1.2", "projections", _of_levels(), "ep-2016-26"),
    lambda: _download("2018-28/EmploymentProjections.csv", "ep-2018-28"),
    lambda: _download("2022-32/Employment Projections.csv", "ep-2022-32"),
    _industries,
    _attainment,
    _skills,
    _matrix,
)


def test_cells_drawn_at_random_are_answered(answers: CheckedClient) -> None:
    print(f"seed {SEED}")  # noqa: T201 - so that a failure can be repeated
    chance = random.Random(SEED)
    for source in SOURCES:
        cells = source()
        assert cells, source
        for cell in chance.sample(cells, DRAWN // len(SOURCES)):
            record = _answer(answers, cell)
            assert record["provenance"]["row"] == cell.row or cell.row in _rows_read(record), cell
            assert record[cell.field] == _figure(cell), cell


def _rows_read(record: dict[str, Any]) -> set[int]:
    return {one["provenance"]["row"] for one in record.get("read_from", ())}


def _answer(answers: CheckedClient, cell: Cell) -> dict[str, Any]:
    for vintage in ("2018", "2010", "oews") if cell.path.endswith("soc_vintage=") else ("",):
        response = answers.get(cell.path + vintage)
        if response.status_code == 200:
            found = [one for one in response.json()["data"] if all(one[name] == value for name, value in cell.of)]
            if found:
                assert len(found) == 1, cell
                return dict(found[0])
    raise AssertionError(f"nothing answers for {cell}")


def test_one_record_for_each_occupation_and_round(answers: CheckedClient) -> None:
    """Though two workbooks of the round have most of them."""
    records, path = [], "/v1/projections?release=ep-2024-34&limit=1000"
    while path:
        body = answers.answer(path)
        records += body["data"]
        path = body["page"]["next"]
    assert len(records) == len({(r["soc_code"], r["soc_vintage"]) for r in records}) == 1113
    assert {r["row_type"] for r in records} == {"line_item", "summary"}
    assert any(len(r["read_from"]) > 3 for r in records)


def test_the_occupation_of_the_seed_in_2018(answers: CheckedClient) -> None:
    (record,) = answers.answer("/v1/occupations/29-2071/projections?release=ep-2018-28")["data"]
    assert (record["base_employment"], record["projected_employment"]) == (215_500, 238_600)
    assert record["employment_change_percent"] == 10.7
