"""A part in several files: however they are loaded, nothing is lost, and what leaves is said."""

import shutil
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

from tests.loading import Said, content, nation, run_in_process, state_rows, write_csv
from tests.small_rounds import INDUSTRIES, SECTORS
from tests.unit.sources.oews.layouts import areas_2012
from tests.workbooks import write_xls, write_xlsx

Make = Callable[[Path], list[Path]]
Load = Callable[..., Said]


@pytest.fixture
def make_database(tmp_path: Path, migrated_database: Path) -> Callable[[], Path]:
    """A new database without rows at each call."""
    made: list[Path] = []

    def new() -> Path:
        folder = tmp_path / f"own{len(made)}"
        folder.mkdir()
        made.append(Path(shutil.copy(migrated_database, folder / "occupations.sqlite3")))
        return made[-1]

    return new


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder for the files that are loaded."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def states_one_by_one(folder: Path) -> list[Path]:
    """Three files of a state each; the last words the occupation otherwise."""
    rows = state_rows()
    rows[2]["OCC_TITLE"] = "Medical records specialists (Texas)"
    return [write_csv(folder / f"state_M2024_{row['PRIM_STATE']}.csv", [row]) for row in rows]


def states_that_overlap(folder: Path) -> list[Path]:
    """Two files that share a state, and state it alike."""
    one, two, three = state_rows()
    return [write_csv(folder / "a_M2024.csv", [one, two]), write_csv(folder / "b_M2024.csv", [two, three])]


def areas_in_pieces(folder: Path) -> list[Path]:
    """The metropolitan areas of May 2013, cut in two as the publisher did."""
    first = [("10420", "Akron, OH", "OH"), ("11260", "Anchorage, AK", "AK")]
    second = [("48620", "Wichita, KS", "KS"), ("16220", "Casper, WY", "WY")]
    return [
        write_xls(folder / f"MSA_M2013_dl_{number}.xls", areas_2012(areas), name=f"MSA_M2013_dl_{number}")
        for number, areas in ((1, first), (2, second))
    ]


def tables_in_two_workbooks(folder: Path) -> list[Path]:
    """Two tables of an industry workbook that were saved apart, each with another sheet beside it."""
    return [
        write_xlsx(folder / "one.xlsx", {"Table 2.1": SECTORS, "Contents": [["Contents"], ["Table 2.1"]]}),
        write_xlsx(folder / "two.xlsx", {"Table 2.11": INDUSTRIES, "Contents": [["Contents"], ["Table 2.11"]]}),
    ]


@pytest.mark.parametrize(
    ("make", "rows"),
    [(states_one_by_one, 3), (states_that_overlap, 3), (areas_in_pieces, 4)],
    ids=lambda make: getattr(make, "__name__", ""),
)
def test_files_of_a_part_come_to_the_same_together_and_one_by_one(
    make_database: Callable[[], Path], files: Path, make: Make, rows: int
) -> None:
    paths = make(files)
    together = make_database()
    assert run_in_process(together, "load", *reversed(paths)).code == 0
    expected = content(together)
    assert len(expected["oews_estimate"]) == rows
    assert run_in_process(together, "verify").code == 0
    for order in (paths, [*paths[1:], paths[0]], paths[::-1]):
        database = make_database()
        for path in order:
            assert run_in_process(database, "load", path).code == 0
        assert content(database) == expected
        for path in paths:
            assert "unchanged" in run_in_process(database, "load", path).out
        assert run_in_process(database, "verify").code == 0
        assert run_in_process(database, "verify", paths[0]).code == 0


def test_a_file_that_states_other_figures_replaces_only_the_one_that_it_is_a_new_issue_of(
    make_database: Callable[[], Path], files: Path
) -> None:
    database = make_database()
    first, second, third = states_one_by_one(files)
    load = partial(run_in_process, database, "load")
    load(first, second, third)
    said = load(write_csv(first, [{**state_rows()[0], "TOT_EMP": "4560"}]), "--json")
    (report,) = said.json["reports"]
    assert (report["replaced"], report["rows_gone"], report["rows_stored"]) == ([first.name], 0, 3 + 3 + 1 + 1)
    assert sorted(report["files"]) == sorted(path.name for path in (first, second, third))
    assert _employment(database) == {"01": 4560, "06": 1230, "48": 1230}
    assert run_in_process(database, "verify").code == 0


def test_rows_that_only_the_replaced_file_had_are_reported(make_database: Callable[[], Path], files: Path) -> None:
    database = make_database()
    path = write_csv(files / "state_M2024_dl.csv", state_rows())
    run_in_process(database, "load", path)
    said = run_in_process(database, "load", write_csv(path, state_rows(TOT_EMP="4560")[:2]))
    assert "1 row of state_M2024_dl.csv, which was replaced, is in no file any more" in said.err
    assert _employment(database) == {"01": 4560, "06": 4560}
    assert run_in_process(database, "verify").code == 0


def test_what_a_replaced_file_was_cited_for_is_cited_from_a_row_that_stays(
    make_database: Callable[[], Path], files: Path
) -> None:
    """The first file by name states the occupation; replaced by one of another, the occupation is the second's."""
    database = make_database()
    first, second, _ = states_one_by_one(files)
    load = partial(run_in_process, database, "load")
    load(first, second)
    other = [{**state_rows()[0], "TOT_EMP": "1"}, {**state_rows()[0], "OCC_CODE": "29-2099"}]
    load(write_csv(first, other))
    load(write_csv(first, [{**state_rows()[0], "OCC_CODE": "29-2099", "TOT_EMP": "2"}]))
    occupations = {row[5]: row[2] for row in content(database)["occupation"]}
    assert occupations == {"29-2099": first.name, "29-2072": second.name}
    assert run_in_process(database, "verify").code == 0


def test_two_issues_at_once_are_an_error_that_names_both(make_database: Callable[[], Path], files: Path) -> None:
    database = make_database()
    one = write_csv(files / "a_M2024.csv", state_rows())
    two = write_csv(files / "b_M2024.csv", state_rows(TOT_EMP="4560"))
    said = run_in_process(database, "load", one, two)
    assert said.code == 3
    for word in ("a_M2024.csv", "b_M2024.csv", "4560", "1230", "two issues"):
        assert word in said.err
    assert "oews_estimate" not in content(database)
    assert run_in_process(database, "load", one).code == 0
    assert run_in_process(database, "load", two).code == 0
    assert set(_employment(database).values()) == {4560}


def test_tables_of_a_round_in_two_workbooks_add_up(make_database: Callable[[], Path], files: Path) -> None:
    paths = tables_in_two_workbooks(files)
    contents = []
    for loads in ([paths], [[paths[0]], [paths[1]]], [[paths[1]], [paths[0]]]):
        database = make_database()
        for some in loads:
            assert run_in_process(database, "load", *some).code == 0
        assert run_in_process(database, "verify").code == 0
        contents.append(content(database))
    assert contents[0]["ep_sector_projection"]
    assert contents[0]["ep_industry_projection"]
    assert contents[0] == contents[1] == contents[2]


def test_the_same_bytes_for_two_releases_are_both_loaded(make_database: Callable[[], Path], files: Path) -> None:
    """A table of the old layout names no year: the archive that it lies in does."""
    database = make_database()
    paths: Sequence[Path] = [files / f"oesm{year}ma" / "MSA_dl.csv" for year in ("14", "15")]
    lines = [",".join(row) for row in areas_2012([("11260", '"Anchorage, AK"', "AK")])]
    for path in paths:
        path.parent.mkdir()
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert run_in_process(database, "load", files).code == 0
    assert {row[0] for row in content(database)["oews_estimate"]} == {"oews-2014-05", "oews-2015-05"}


def test_a_dry_run_makes_no_database_and_changes_none(tmp_path: Path, migrated_database: Path, files: Path) -> None:
    database = tmp_path / "none" / "occupations.sqlite3"
    database.parent.mkdir()
    path = nation(files)
    said = run_in_process(database, "load", path, "--dry-run", "--json")
    assert (said.code, said.json["reports"][0]["rows_read"]) == (0, 1)
    assert list(database.parent.iterdir()) == []
    shutil.copy(migrated_database, database)
    run_in_process(database, "load", path, "--no-archive")
    before = database.read_bytes()
    assert "unchanged" in run_in_process(database, "load", path, "--dry-run").out
    assert run_in_process(database, "load", nation(files, TOT_EMP="10"), "--dry-run").code == 0
    assert database.read_bytes() == before
    assert [one.name for one in database.parent.iterdir()] == [database.name]


def _employment(database: Path) -> dict[str, int]:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(database)) as connection:
        return dict(connection.execute("SELECT area_code, employment FROM oews_estimate").fetchall())


@pytest.mark.slow
@pytest.mark.postgresql
def test_files_of_a_part_on_postgresql(empty_postgresql: str, tmp_path: Path, files: Path) -> None:
    settings = {"OCCUPATIONS_DATABASE_URL": empty_postgresql, "OCCUPATIONS_ARCHIVE_DIRECTORY": str(tmp_path / "kept")}
    run = partial(run_in_process, tmp_path / "no such file", **settings)
    first, second, third = states_one_by_one(files)
    assert run("load", first, "--dry-run").code == 0
    assert run("load", second, first).code == 0
    (report,) = run("load", third, "--json").json["reports"]
    assert (report["rows_read"], len(report["files"])) == (3, 3)
    rows = [{**state_rows()[0], "TOT_EMP": "4560"}, {**state_rows()[0], "OCC_CODE": "29-2099"}]
    (report,) = run("load", write_csv(first, rows), "--json").json["reports"]
    assert (report["replaced"], report["rows_read"], report["rows_stored"]) == ([first.name], 4, 4 + 3 + 2 + 1)
    assert "unchanged" in run("load", second, "--dry-run").out
    assert run("verify").code == 0
