"""`occupations load`, `releases`, `unload` and `verify`, run in this process: what is stored, said and returned."""

import gc
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import app as command
from app.config import Settings
from app.main import create_app
from app.sources.records import SourceFile
from app.store.archive import Archive, DamagedArchiveError
from tests.checked_client import CheckedClient
from tests.loading import Said, everything, nation, run_in_process, state_rows, states, write_csv

Run = Callable[..., Said]


@pytest.fixture
def database(tmp_path: Path, migrated_database: Path) -> Path:
    """The test's own database, without rows."""
    (tmp_path / "own").mkdir()
    return Path(shutil.copy(migrated_database, tmp_path / "own" / "occupations.sqlite3"))


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder for the files that are loaded."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def run(database: Path) -> Run:
    """Run the command over the test's database."""

    return partial(run_in_process, database)


def ask(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


def change(database: Path, sql: str) -> None:
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(sql)
        connection.commit()


def estimates(database: Path) -> list[tuple[Any, ...]]:
    """Every estimate by part, area and employment."""
    return ask(
        database,
        "SELECT part.part, area_code, industry_code, employment FROM oews_estimate JOIN part USING (part_id) "
        "ORDER BY part.part, area_code, industry_code",
    )


def parts(database: Path) -> list[tuple[Any, ...]]:
    return ask(
        database, "SELECT release, part, revision, rows_read, rows_stored, rows_repeated FROM part ORDER BY part"
    )


# --- Loading ----------------------------------------------------------------------------------------------------------


def test_a_load_reports_what_it_read_and_stored(run: Run, files: Path, database: Path) -> None:
    said = run("load", states(files, TOT_EMP="**", A_PCT90="#"), "--json")
    assert said.code == 0
    (report,) = said.json["reports"]
    assert report["release"] == "oews-2024-05"
    assert report["files"] == ["state_M2024_dl.csv"]
    assert (report["rows_read"], report["cells_withheld"], report["cells_bounded"]) == (3, 3, 3)
    assert (report["revision"], report["unchanged"], report["rows_repeated"]) == (1, False, 0)
    assert [row[1:] for row in estimates(database)] == [(code, "000000", None) for code in ("01", "06", "48")]


def test_the_same_bytes_change_nothing_and_it_says_so(run: Run, files: Path, database: Path) -> None:
    path = states(files)
    run("load", path)
    before = ask(database, "SELECT * FROM database_state") + estimates(database)
    said = run("load", path)
    assert (said.code, "unchanged" in said.out) == (0, True)
    assert ask(database, "SELECT * FROM database_state") + estimates(database) == before


def test_other_bytes_for_a_part_replace_it_as_a_new_revision(run: Run, files: Path, database: Path) -> None:
    run("load", states(files))
    run("load", states(files, TOT_EMP="4560"))
    assert {row[3] for row in estimates(database)} == {4560}
    assert {row[2] for row in parts(database)} == {2}


def test_one_load_of_several_parts_makes_one_revision(run: Run, files: Path, database: Path) -> None:
    run("load", nation(files), states(files))
    assert [row[2] for row in parts(database)] == [1, 1]
    run("load", nation(files, TOT_EMP="10"), states(files, TOT_EMP="20"))
    assert [row[2] for row in parts(database)] == [2, 2]


def test_a_release_that_was_taken_out_goes_on_from_its_last_revision(run: Run, files: Path, database: Path) -> None:
    """What a pinned URL named must never mean other figures."""
    run("load", nation(files))
    run("load", nation(files, TOT_EMP="10"))
    assert [run("unload", "oews-2024-05").code for _ in range(2)] == [0, 1]
    (report,) = run("load", nation(files, TOT_EMP="20"), "--json").json["reports"]
    assert report["revision"] == 3
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        url = "/v1/occupations/29-2072/employment?release=oews-2024-05"
        assert client.answer(f"{url}.r3")["data"][0]["employment"] == 20
        assert "oews-2024-05.r3" in client.problem(f"{url}.r1", 410, "release-revision-gone")["detail"]
    application.state.database.close()


def test_a_load_leaves_the_search_for_cycles_as_it_was(run: Run, files: Path) -> None:
    run("load", states(files))
    assert gc.isenabled()


def test_readers_of_a_later_version_read_the_same_bytes_anew(
    run: Run, files: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = states(files)
    run("load", path)
    for module in ("loader", "parts"):
        monkeypatch.setattr(f"app.store.{module}.READER_VERSION", 1_000)
    (report,) = run("load", path, "--json").json["reports"]
    assert (report["unchanged"], report["revision"]) == (False, 2)
    assert ask(database, "SELECT reader_version FROM part") == [(1_000,)]
    assert run("load", path, "--json").json["reports"][0]["unchanged"]


def test_a_dry_run_reads_everything_and_stores_nothing(run: Run, files: Path, database: Path) -> None:
    said = run("load", states(files), "--dry-run", "--json")
    assert (said.code, said.json["reports"][0]["rows_stored"] > 0) == (0, True)
    assert parts(database) == []
    assert ask(database, "SELECT * FROM database_state") == []
    assert not (database.parent / "archive").exists()
    assert "nothing is stored" in run("load", states(files), "--dry-run").out
    assert run("load", states(files, TOT_EMP="many"), "--dry-run").code == 3


def test_all_that_cannot_be_read_is_named_and_nothing_is_stored(run: Run, files: Path, database: Path) -> None:
    run("load", nation(files))
    before = estimates(database)
    bad = states(files, TOT_EMP="many", A_MEDIAN="***")
    said = run("load", bad)
    assert said.code == 3
    for word in ("state_M2024_dl.csv", "row 2", "row 4", "TOT_EMP", "'many'", "A_MEDIAN", "nothing is stored"):
        assert word in said.err
    problems = run("load", bad, "--json").json["problems"]
    assert [(one["row"], one["column"]) for one in problems] == [
        (row, column) for row in (2, 3, 4) for column in ("TOT_EMP", "A_MEDIAN")
    ]
    assert estimates(database) == before


def test_a_file_that_nobody_recognises_and_that_was_named_stops_the_load(run: Run, files: Path, database: Path) -> None:
    known = states(files)
    strange = files / "letter.txt"
    strange.write_text("Dear operator,\n", encoding="utf-8")
    said = run("load", known, strange)
    assert (said.code, "letter.txt" in said.err, "Nothing is stored" in said.err) == (4, True, True)
    assert estimates(database) == []
    assert [one["file"] for one in run("load", strange, "--json").json["unrecognised"]] == [str(strange)]


def test_a_file_that_nobody_recognises_within_a_folder_leaves_the_rest(run: Run, files: Path, database: Path) -> None:
    states(files)
    (files / "letter.txt").write_text("Dear operator,\n", encoding="utf-8")
    said = run("load", files, "--json")
    assert said.code == 4
    assert len(estimates(database)) == 3
    assert [Path(one["file"]).name for one in said.json["unrecognised"]] == ["letter.txt"]


def test_a_zip_in_a_zip_is_opened(run: Run, files: Path, database: Path) -> None:
    inner, outer = files / "oesm24st.zip", files / "download.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.write(states(files), "oesm24st/state_M2024_dl.csv")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.write(inner, "oesm24st.zip")
    assert run("load", outer).code == 0
    assert len(estimates(database)) == 3


def test_an_unknown_column_is_read_over_only_when_allowed_and_that_is_noted(
    run: Run, files: Path, database: Path
) -> None:
    path = states(files)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(f"{line},{'NEW_COLUMN' if n == 0 else 'x'}" for n, line in enumerate(lines)) + "\n")
    refused = run("load", path)
    assert refused.code == 3
    assert "NEW_COLUMN" in refused.err
    assert "--allow unknown-columns" in refused.err
    assert run("load", path, "--allow", "unknown-columns").code == 0
    assert ask(database, "SELECT allowed FROM part") == [("unknown-columns",)]
    assert run("verify").code == 0


def test_a_column_that_nobody_knows_in_one_file_of_a_folder_keeps_all_of_it_out(
    run: Run, files: Path, database: Path
) -> None:
    lines = states(files).read_text(encoding="utf-8").splitlines()
    odd = files / "odd"
    odd.mkdir()
    (odd / "new.csv").write_text("\n".join(f"{one},{'NEW_COLUMN' if n == 0 else 'x'}" for n, one in enumerate(lines)))
    nation(odd, TOT_EMP="many")
    refused = run("load", odd, "--json")
    assert refused.code == 3
    assert {problem["column"] for problem in json.loads(refused.out)["problems"]} == {"header", "TOT_EMP"}
    assert not database.exists() or ask(database, "SELECT count(*) FROM part") == [(0,)]


def test_a_year_whose_threshold_is_not_known_needs_one(run: Run, files: Path, database: Path) -> None:
    path = write_csv(files / "state_M2031_dl.csv", state_rows(A_PCT90="#"))
    refused = run("load", path)
    assert (refused.code, "--threshold" in refused.err) == (4, True)
    assert run("load", path, "--threshold", "150.00/312000").code == 0
    assert ask(database, "SELECT DISTINCT release, annual_p90 FROM oews_estimate JOIN part USING (part_id)") == [
        ("oews-2031-05", 312_000)
    ]
    assert run("verify", path, "--threshold", "150.00/312000").code == 0


@pytest.mark.parametrize(
    "arguments",
    [("--prefer", "newest"), ("--threshold", "115"), ("--allow", "anything"), ("--no-such-option",)],
    ids=lambda arguments: arguments[0],
)
def test_wrong_options_end_with_2(run: Run, files: Path, arguments: tuple[str, ...]) -> None:
    assert run("load", states(files), *arguments).code == 2


def test_a_file_that_is_not_there_ends_with_2(run: Run, files: Path) -> None:
    assert run("load", files / "nothing.csv").code == 2


def test_the_release_can_be_named_where_the_file_does_not_say(run: Run, files: Path, database: Path) -> None:
    path = states(files).rename(files / "download.csv")
    assert run("load", path).code == 4
    assert run("load", path, "--release", "oews-2024-05").code == 0
    assert {row[0] for row in parts(database)} == {"oews-2024-05"}


# --- Overlapping parts ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("order", ["small first", "large first"])
def test_equal_cells_of_overlapping_parts_are_kept_once(run: Run, files: Path, database: Path, order: str) -> None:
    paths = [states(files), nation(files), everything(files)]
    for path in paths if order == "small first" else reversed(paths):
        assert run("load", path).code == 0
    found = estimates(database)
    assert [row[1:3] for row in found] == sorted({row[1:3] for row in found})
    assert len(found) == 5
    assert len({row[0] for row in found}) == 1  # what contains the others has all rows
    repeated = {row[1]: row[5] for row in parts(database)}
    assert sorted(repeated.values()) == [0, 1, 3]
    assert run("verify").code == 0


def test_cells_that_differ_are_an_error_that_names_both(run: Run, files: Path, database: Path) -> None:
    run("load", states(files))
    before = estimates(database)
    said = run("load", everything(files, TOT_EMP="9990"))
    assert said.code == 3
    for word in (
        "all_data_M2024.csv",
        "row 3",
        "employment",
        "9990",
        "1230",
        "state_M2024_dl.csv",
        "row 2",
        "--prefer",
    ):
        assert word in said.err
    assert estimates(database) == before


@pytest.mark.parametrize(("prefer", "employment"), [("new", 9990), ("old", 1230)])
def test_which_part_is_right_can_be_said(run: Run, files: Path, database: Path, prefer: str, employment: int) -> None:
    run("load", states(files))
    assert run("load", everything(files, TOT_EMP="9990"), "--prefer", prefer).code == 0
    found = {row[1]: row[3] for row in estimates(database) if row[2] == "000000"}
    assert found == {"99": 9990, "01": employment, "06": employment, "48": employment}


# --- Releases and unloading -------------------------------------------------------------------------------------------


def test_what_is_loaded_is_listed(run: Run, files: Path) -> None:
    run("load", nation(files), states(files))
    assert "oews-2024-05" in run("releases").out
    (release,) = run("releases", "--json").json["releases"]
    assert release["release"] == "oews-2024-05"
    assert sorted(file["name"] for part in release["parts"] for file in part["files"]) == [
        "national_M2024_dl.csv",
        "state_M2024_dl.csv",
    ]


def test_nothing_loaded_is_an_empty_list_and_no_database_an_error(run: Run, database: Path) -> None:
    assert run("releases", "--json").json == {"releases": []}
    database.unlink()
    assert run("releases").code == 1
    assert run("unload", "oews-2024-05").code == 1
    assert not database.exists()


def test_unloading_takes_every_row_of_a_release_and_no_other(run: Run, files: Path, database: Path) -> None:
    path = states(files)
    run("load", path)
    before = estimates(database)
    run("load", write_csv(files / "state_M2023_dl.csv", state_rows()))
    said = run("unload", "oews-2023-05", "--json")
    assert (said.code, said.json) == (0, {"unloaded": "oews-2023-05", "parts": 1})
    assert estimates(database) == before
    assert ask(database, "SELECT release FROM release") == [("oews-2024-05",)]
    assert ask(database, "SELECT name FROM source_file") == [("state_M2024_dl.csv",)]
    assert ask(database, "SELECT count(*) FROM area WHERE NOT is_current") == [(0,)]
    assert run("unload", "oews-2023-05").code == 1


# --- The archive, and verifying ---------------------------------------------------------------------------------------


def test_the_bytes_are_kept_by_hash_unless_declined(run: Run, files: Path, database: Path, tmp_path: Path) -> None:
    path = states(files)
    run("load", nation(files), "--no-archive")
    assert not list(database.parent.rglob("*.gz"))
    run("load", path)
    (kept,) = database.parent.rglob("*.gz")
    assert kept.name == f"{SourceFile.of(path).sha256}.gz"
    archive = Archive(kept.parents[1])
    again = archive.unpack_into(tmp_path, "again.csv", SourceFile.of(path).sha256)
    assert again.read_bytes() == path.read_bytes()
    assert not list(database.parent.rglob(".part-*"))


def test_a_kept_file_is_whole_or_not_there(files: Path, tmp_path: Path) -> None:
    path, archive = states(files), Archive(tmp_path / "archive")
    file = SourceFile.of(path)
    path.write_text("other bytes", encoding="utf-8")
    with pytest.raises(DamagedArchiveError, match="changed while it was read"), archive.packing([(file, path)]) as keep:
        keep()
    assert not [one for one in archive.folder.rglob("*") if one.is_file()]


def test_a_load_that_is_refused_keeps_no_bytes(run: Run, files: Path, database: Path) -> None:
    path = states(files)
    path.write_text(path.read_text(encoding="utf-8").replace("California", ""), encoding="utf-8")
    assert run("load", path).code == 3
    assert not [one for one in database.parent.rglob("*") if one.name.endswith(".gz") or one.name.startswith(".part-")]


@pytest.mark.parametrize("damage", ["cut", "other", "gone"])
def test_a_damaged_archive_is_noticed(run: Run, files: Path, database: Path, damage: str) -> None:
    run("load", states(files))
    (kept,) = database.parent.rglob("*.gz")
    whole = kept.read_bytes()
    if damage == "cut":
        kept.write_bytes(whole[: len(whole) // 2])
    elif damage == "other":
        kept.write_bytes(b"")
    else:
        kept.unlink()
    said = run("verify")
    assert said.code in {1, 3}
    assert kept.name[:12] in said.err or "state_M2024_dl.csv: not kept" in said.out


DAMAGES = {
    "changed": ("UPDATE oews_estimate SET annual_median = annual_median + 10 WHERE area_code = '06'", "annual_median"),
    "lost": ("DELETE FROM oews_estimate WHERE area_code = '06'", "None"),
    "surplus": (None, "1 rows more"),
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("source", ["archive", "files"])
def test_verify_finds_what_the_files_do_not_say(
    run: Run, files: Path, database: Path, damage: str, source: str
) -> None:
    path = states(files)
    run("load", path)
    named = [path] if source == "files" else []
    sound = run("verify", *named, "--json")
    assert (sound.code, sound.json["verified"][0]["differences"]) == (0, [])
    assert sound.json["verified"][0]["cells"] > 60
    statement, word = DAMAGES[damage]
    change(database, statement or _surplus_area(database))
    said = run("verify", *named)
    assert said.code == 3
    assert word in said.out
    assert len(run("verify", *named, "--json").json["verified"][0]["differences"]) == 1


def _surplus_area(database: Path) -> str:
    names = [row[1] for row in ask(database, "PRAGMA table_info(area)")]
    values = ", ".join("'77'" if name == "area_code" else name for name in names)
    return f"INSERT INTO area ({', '.join(names)}) SELECT {values} FROM area LIMIT 1"


def test_a_file_that_is_not_loaded_is_not_verified(run: Run, files: Path) -> None:
    run("load", states(files))
    said = run("verify", nation(files))
    assert (said.code, "not loaded" in said.out) == (3, True)


def test_a_part_in_several_files_is_one_part(run: Run, files: Path, database: Path) -> None:
    first, second = files / "first", files / "second"
    for folder in (first, second):
        folder.mkdir()
    write_csv(first / "state_M2024_dl.csv", state_rows()[:2])
    write_csv(second / "state_M2024_dl.csv", state_rows()[2:])
    said = run("load", first, second, "--json")
    assert said.code == 0
    (report,) = said.json["reports"]
    assert (report["rows_read"], report["files"]) == (3, ["state_M2024_dl.csv"] * 2)
    assert [row[1] for row in estimates(database)] == ["01", "06", "48"]
    assert run("verify").code == 0  # each from its own kept bytes, though their names are one


def test_the_seed_is_verified_from_its_own_folder(small_database: Path, small_seed_folder: Path) -> None:
    done = CliRunner().invoke(
        command,
        ["verify", "--json"],
        env={
            "OCCUPATIONS_DATABASE_URL": f"sqlite:///{small_database}",
            "OCCUPATIONS_SEED_DIRECTORY": str(small_seed_folder),
        },
    )
    assert done.exit_code == 0
    verified = {one["release"]: one for one in json.loads(done.stdout)["verified"]}
    assert set(verified) == {"ooh-2018-28", "oews-2025-05"}
    assert all(one["cells"] > 1_000 and not one["differences"] for one in verified.values())


def test_codes_that_no_loaded_classification_has_are_counted(run: Run, files: Path, database: Path) -> None:
    of_oews = "SELECT codes_unclassified FROM part JOIN release USING (release) WHERE program = 'oews'"

    def count() -> int:
        return int(ask(database, of_oews)[0][0])

    rows = [*state_rows(), *state_rows(OCC_CODE="29-9998", OCC_TITLE="Invented")]
    run("load", write_csv(files / "state_M2024_dl.csv", rows))
    assert count() == 0  # nothing is loaded that could tell
    crosswalk = files / "soc_2010_to_2018_crosswalk.csv"
    crosswalk.write_text(
        "2010 SOC Code,2010 SOC Title,2018 SOC Code,2018 SOC Title\n"
        "29-2071,Medical Records and Health Information Technicians,29-2072,Medical Records Specialists\n",
        encoding="utf-8",
    )
    said = run("load", crosswalk)
    assert said.code == 0, said.err
    assert count() == 1
    run("unload", ask(database, "SELECT release FROM release WHERE program = 'classifications'")[0][0])
    assert count() == 0
