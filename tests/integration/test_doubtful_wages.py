"""Wages of an OEWS row that contradict each other are stored and told of; bounds contradict nothing."""

import shutil
from pathlib import Path

import pytest

from tests.loading import nation, run_in_process

_WAGES = {"H_MEAN": "30.00", "A_MEAN": "62400", "A_PCT10": "40000", "A_PCT25": "50000", "A_MEDIAN": "60000"} | {
    "A_PCT75": "70000",
    "A_PCT90": "80000",
    **{f"H_{point}": str(20 + place) for place, point in enumerate(("PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"))},
}


@pytest.fixture
def database(tmp_path: Path, migrated_database: Path) -> Path:
    return Path(shutil.copy(migrated_database, tmp_path / "occupations.sqlite3"))


@pytest.mark.parametrize(
    ("wages", "found"),
    [
        ({"A_PCT10": "80000", "A_PCT90": "40000"}, "80,000, 50,000, 60,000, 70,000, 40,000"),
        ({"A_PCT10": "85000", "A_PCT25": "*"}, "85,000, none, 60,000, 70,000, 80,000"),
        ({"H_PCT75": "21.99"}, "20.0, 21.0, 22.0, 21.99, 24.0"),
        ({"A_MEAN": "64000"}, "30.0, 64,000"),
        ({"H_MEAN": "62400", "A_MEAN": "30"}, "62,400.0, 30"),
    ],
)
def test_wages_that_contradict_each_other_are_told_of(
    database: Path, tmp_path: Path, wages: dict[str, str], found: str
) -> None:
    said = run_in_process(database, "load", nation(tmp_path, **_WAGES | wages), "--json")
    (report,) = said.json["reports"]
    assert (said.code, report["rows_read"]) == (0, 1)
    assert [(place["row"], place["text"]) for place in report["doubtful"]] == [(2, found)]


@pytest.mark.parametrize(
    "wages",
    [
        {},
        {"A_PCT75": "400000", "A_PCT90": "#"},
        {"A_PCT25": "*", "A_MEDIAN": "*"},
        {"A_MEAN": "62416"},
        {"H_MEAN": "*"},
        {"A_MEDIAN": "70000"},
    ],
)
def test_wages_that_agree_are_stored(database: Path, tmp_path: Path, wages: dict[str, str]) -> None:
    said = run_in_process(database, "load", nation(tmp_path, **_WAGES | wages), "--json")
    assert (said.code, [report["doubtful"] for report in said.json["reports"]]) == (0, [[]])


def test_the_command_names_them_at_its_end(database: Path, tmp_path: Path) -> None:
    said = run_in_process(database, "load", nation(tmp_path, **_WAGES | {"A_MEAN": "64000"}))
    assert "1 place that the file itself contradicts" in said.err
    assert "row 2, column H_MEAN, A_MEAN" in " ".join(said.err.split())
