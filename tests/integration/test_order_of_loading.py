"""Whatever is loaded first, the same comes of it: titles of codes, releases, the seed beside publishers' files."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.loading import Said, content, nation, run_in_process, write_csv
from tests.onet_release import write_classifications, write_release
from tests.small_seed import read_starter
from tests.unit.sources.ep.workbooks_of_a_round import DOWNLOAD_HEADER, PILOTS

CODE = "29-2072"


def files_of_all_programs(folder: Path) -> list[Path]:
    """The same code in files of every program, each with a title of its own."""
    projections = folder / "Employment Projections.csv"
    line = PILOTS.replace("Test pilots", "Medical records workers").replace("11-1011", CODE)
    projections.write_text(f"{DOWNLOAD_HEADER}\n{line}\n", encoding="utf-8")
    onet = write_release(folder, "30.1")
    older = write_csv(folder / "national_M2023_dl.csv", [{"OCC_TITLE": "Older title"}])
    definitions, revision, hybrids = write_classifications(folder)
    for path, title in ((onet / "Occupation Data.txt", "Title of O*NET"), (revision, "Title of the revision")):
        text = path.read_bytes().replace(b"Medical Records Specialists", title.encode())
        path.write_bytes(text)
    return [definitions, revision, hybrids, nation(folder, OCC_TITLE="Title of OEWS"), older, projections, onet]


@pytest.fixture
def new_database(tmp_path: Path, migrated_database: Path) -> Callable[[], Path]:
    """A new database without rows at each call."""
    made: list[Path] = []

    def new() -> Path:
        folder = tmp_path / f"own{len(made)}"
        folder.mkdir()
        made.append(Path(shutil.copy(migrated_database, folder / "occupations.sqlite3")))
        return made[-1]

    return new


def titles(database: Path) -> list[str]:
    """The current titles of the code in the newest edition: one, or the choice is none."""
    with closing(sqlite3.connect(database)) as connection:
        statement = "SELECT title FROM occupation WHERE soc_code = ? AND soc_vintage = '2018' AND is_current"
        return [str(row[0]) for row in connection.execute(statement, (CODE,))]


def test_a_code_has_the_same_title_in_whatever_order_programs_are_loaded(
    new_database: Callable[[], Path], tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    paths = files_of_all_programs(folder)
    together = new_database()
    assert run_in_process(together, "load", *paths).code == 0
    expected = content(together)
    for order in (paths, paths[::-1]):
        database = new_database()
        for path in order:
            assert run_in_process(database, "load", path).code == 0
        assert content(database) == expected


def test_the_title_is_that_of_the_surest_program(new_database: Callable[[], Path], tmp_path: Path) -> None:
    """SOC before OEWS before Employment Projections before crosswalks before O*NET."""
    folder = tmp_path / "files"
    folder.mkdir()
    definitions, revision, hybrids, new, older, projections, onet = files_of_all_programs(folder)
    database = new_database()
    found = []
    for path in (onet, revision, hybrids, projections, older, new, definitions):
        assert run_in_process(database, "load", path).code == 0
        found += titles(database)
    assert found == [
        "Title of O*NET",
        "Title of the revision",
        "Title of the revision",
        "Medical records workers",
        "Older title",
        "Title of OEWS",
        "Medical Records Specialists",
    ]


# --- The seed and the publisher's own files ---------------------------------------------------------------------------


def published(folder: Path, **changed: str) -> Path:
    """The nation of the starter release as the publisher's own file has it, but for some cells of one row."""
    rows = [
        {"AREA": "99", "AREA_TYPE": "1", "PCT_TOTAL": "", "PCT_RPT": "", **dict(zip(header, line, strict=True))}
        for header, *lines in [read_starter(folder)]
        for line in lines
        if line[header.index("AREA")] == "99"
    ]
    rows[-1] |= changed
    return write_csv(folder.parent / "national_M2025_dl.csv", rows)


@pytest.fixture
def seed_folder(tmp_path: Path, small_seed_folder: Path) -> Path:
    """The seed folder, a copy."""
    return Path(shutil.copytree(small_seed_folder, tmp_path / "seed_data"))


def start(database: Path, seed_folder: Path) -> Said:
    """What a server does when it starts."""
    return run_in_process(database, "seed", OCCUPATIONS_SEED_DIRECTORY=str(seed_folder))


def test_the_seed_and_a_publishers_file_come_to_the_same_in_either_order(
    new_database: Callable[[], Path], seed_folder: Path
) -> None:
    path = published(seed_folder)
    one, other = new_database(), new_database()
    assert start(one, seed_folder).code == 0
    assert run_in_process(one, "load", path).code == 0
    assert run_in_process(other, "load", path).code == 0
    before = content(other)
    assert start(other, seed_folder).code == 0
    after = content(other)
    assert after == content(one)
    assert set(before["oews_estimate"]) <= set(after["oews_estimate"])
    start(other, seed_folder)
    assert content(other) == after
    for database in (one, other):
        assert run_in_process(database, "verify", OCCUPATIONS_SEED_DIRECTORY=str(seed_folder)).code == 0


def test_a_start_changes_nothing_of_a_publishers_file_and_says_where_it_differs(
    new_database: Callable[[], Path], seed_folder: Path
) -> None:
    database = new_database()
    path = published(seed_folder, TOT_EMP="123450")
    run_in_process(database, "load", path)
    release = _releases(database)
    before = content(database)["oews_estimate"]
    said = start(database, seed_folder)
    for words in ("1 cell differs", "123450", "employment"):
        assert words in said.err
    assert set(before) <= set(content(database)["oews_estimate"])
    assert [one for one in _releases(database) if one[0] == "oews-2025-05"] == release
    # The other way round somebody has to say which is right.
    seeded = new_database()
    start(seeded, seed_folder)
    assert run_in_process(seeded, "load", path).code == 3
    said = run_in_process(seeded, "load", path, "--prefer", "new")
    assert (said.code, "1 cell differs" in said.err) == (0, True)
    assert content(seeded) == content(database)


def _releases(database: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("SELECT * FROM release ORDER BY release").fetchall()
