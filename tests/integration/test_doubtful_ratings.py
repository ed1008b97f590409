"""Ratings of O*NET that do not fit their scales, bounds or elements are stored and told of."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.loading import run_in_process
from tests.onet_release import FILES, write_release

PLAIN = "29-2072.00|2.A.1.a|Reading|IM|4.12|8|0.1250|3.8700|4.3700|N|n/a|08/2023|Analyst"

# Of the other files' ratings.
_SCALES = (("OI", 1, 7), ("CX", 1, 5), ("CXP", 0, 100), ("WI", -3, 3), ("EX", 1, 7))


@pytest.fixture
def database(tmp_path: Path, migrated_database: Path) -> Path:
    return Path(shutil.copy(migrated_database, tmp_path / "occupations.sqlite3"))


def doubts(database: Path, folder: Path, row: str, lacking: Sequence[str] = ()) -> list[tuple[int, str, str]]:
    """Row, column and text of what is told of a release with a row of its own."""
    skills = tuple(row if one == PLAIN else one for one in FILES["Skills"])
    assert row in skills
    scales = (*FILES["Scales Reference"], *(f"{scale}|Another|{low}|{high}" for scale, low, high in _SCALES))
    path = write_release(folder, "30.1", {**FILES, "Skills": skills, "Scales Reference": scales}, lacking=lacking)
    said = run_in_process(database, "load", path, "--json", "--no-archive")
    assert said.code == 0, said
    doubtful = {report["part"]: report["doubtful"] for report in said.json["reports"]}
    of_skills = doubtful.pop("skills")
    assert not any(doubtful.values())
    return [(place["row"], place["column"], place["text"]) for place in of_skills]


def test_a_release_that_fits_itself_is_told_nothing_of(database: Path, tmp_path: Path) -> None:
    assert doubts(database, tmp_path, PLAIN) == []


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("|4.12|8|0.1250|3.8700|4.3700|", "|9.12|8|n/a|n/a|n/a|", "Data Value"),
        ("|4.12|8|", "|3.12|8|", "Data Value"),
        ("|3.8700|4.3700|", "|4.3700|3.8700|", "Data Value"),
        ("|0.1250|", "|-0.1250|", "Standard Error"),
        ("|IM|", "|ZZ|", "Scale ID"),
        ("|Reading|", "|Writing|", "Element Name"),
    ],
)
def test_a_rating_that_does_not_fit_is_named(database: Path, tmp_path: Path, old: str, new: str, column: str) -> None:
    ((row, named, _),) = doubts(database, tmp_path, PLAIN.replace(old, new))
    assert (row, named) == (4, column)


def test_without_the_scales_none_is_unknown(database: Path, tmp_path: Path) -> None:
    assert doubts(database, tmp_path, PLAIN.replace("|IM|", "|ZZ|"), lacking=["Scales Reference"]) == []


def test_scales_that_come_later_tell_of_ratings_that_were_there(database: Path, tmp_path: Path) -> None:
    assert doubts(database, tmp_path, PLAIN.replace("|IM|", "|ZZ|"), lacking=["Scales Reference"]) == []
    scales = tmp_path / "db_30_1_text" / "Scales Reference.txt"
    scales.write_text("Scale ID\tScale Name\tMinimum\tMaximum\r\nIM\tImportance\t1\t5\r\n", newline="")
    (report,) = run_in_process(database, "load", scales, "--json", "--no-archive").json["reports"]
    assert ("ZZ", 4) in {(place["text"], place["row"]) for place in report["doubtful"]}
