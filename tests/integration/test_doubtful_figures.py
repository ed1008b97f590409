"""What OEWS rows contradict among themselves is stored and told of: wages, cells that are lost, titles that slipped."""

import shutil
from pathlib import Path

import pytest

from tests.loading import PERIOD, nation, run_in_process, state_rows, write_csv

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


@pytest.mark.parametrize("column", ["TOT_EMP", "EMP_PRSE", "A_MEAN", "H_PCT90"])
def test_a_blank_in_a_column_that_has_figures_is_told_of(database: Path, tmp_path: Path, column: str) -> None:
    other = {"OCC_CODE": "11-1011", "OCC_TITLE": "Others"}
    path = write_csv(tmp_path / f"national_{PERIOD}_dl.csv", [_WAGES, _WAGES | other | {column: ""}])
    (report,) = run_in_process(database, "load", path, "--json").json["reports"]
    assert [(place["row"], place["column"], place["text"]) for place in report["doubtful"]] == [(3, column, "")]


@pytest.mark.parametrize("cells", [{"JOBS_1000": "", "LOC_QUOTIENT": ""}, {"ANNUAL": "TRUE", "H_PCT90": ""}])
def test_a_blank_that_the_publisher_leaves_is_none(database: Path, tmp_path: Path, cells: dict[str, str]) -> None:
    other = {"OCC_CODE": "11-1011", "OCC_TITLE": "Others"}
    hourly = dict.fromkeys(("H_MEAN", "H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75"), "") if "ANNUAL" in cells else {}
    path = write_csv(tmp_path / f"national_{PERIOD}_dl.csv", [_WAGES, _WAGES | other | cells | hourly])
    (report,) = run_in_process(database, "load", path, "--json").json["reports"]
    assert report["doubtful"] == []


def test_a_code_with_two_titles_is_told_of_once(database: Path, tmp_path: Path) -> None:
    titles = ("Keepers of Records", "Nurses", "keepers  of records")
    rows = [_WAGES | place | {"OCC_TITLE": title} for place, title in zip(state_rows(), titles, strict=True)]
    path = write_csv(tmp_path / f"state_{PERIOD}_dl.csv", [*rows, rows[0] | {"OCC_CODE": "11-1011", "OCC_TITLE": "X"}])
    (report,) = run_in_process(database, "load", path, "--json").json["reports"]
    (place,) = report["doubtful"]
    assert (place["column"], place["text"]) == ("OCC_TITLE", "Nurses")
    assert place["expected"] == "Keepers of Records, which another row has for 29-2072"
