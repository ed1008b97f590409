"""`occupations cell`, and `verify` for every program: what a small file of each holds, shown and compared again."""

import gzip
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from app.cli import app as command
from app.store.archive import Archive
from app.store.engine import create_reader
from app.store.source_rows import Place, read_source_row
from tests.loading import Said, nation, state_rows, states, write_csv
from tests.onet_release import write_classifications, write_release
from tests.unit.sources.ep.workbooks_of_a_round import DOWNLOAD_HEADER, MAIN_2024, PILOTS
from tests.unit.sources.oews.layouts import national_2010
from tests.unit.sources.ooh.pages import PageText
from tests.workbooks import write_xls, write_xlsx

Run = Callable[..., Said]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Path:
    """A database with a small file of each program, in each form, from archives too. Do not write to it; copy it."""
    folder = tmp_path_factory.mktemp("loaded")
    files = folder / "files"
    (files / "zipped").mkdir(parents=True)
    nation(files)
    write_xls(files / "national_M2010_dl.xls", national_2010(), name="national_dl")
    write_xlsx(files / "occupation.xlsx", {"Index": [["Contents"]], "Table 1.2": MAIN_2024})
    (files / "Employment Projections.csv").write_text(f"{DOWNLOAD_HEADER}\n{PILOTS}\n", encoding="utf-8")
    # A line for each row, as the publisher's pages have it.
    page = PageText().html().replace("id='quickfacts'", 'id="quickfacts"').replace("<tr>", "\n<tr>")
    (files / "kites.html").write_text(page, encoding="utf-8")
    write_classifications(files)
    write_release(files / "zipped", "30.1")
    shutil.make_archive(str(files / "db_30_1_text"), "zip", files / "zipped")
    shutil.rmtree(files / "zipped")
    database = Path(shutil.copy(migrated_database, folder / "occupations.sqlite3"))
    said = occupations(database, "load", files)
    assert said.code == 0, said.err
    return database


def occupations(database: Path, *arguments: object) -> Said:
    environment = {"OCCUPATIONS_DATABASE_URL": f"sqlite:///{database}"}
    done = CliRunner().invoke(command, [*map(str, arguments)], env=environment)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Said(done.exit_code, done.stdout, done.stderr)


def ask(database: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture
def own(loaded: Path, tmp_path: Path) -> Path:
    """A copy that the test may write to, with the archive beside it."""
    shutil.copytree(loaded.parent, tmp_path / "own", ignore=shutil.ignore_patterns("files"))
    return tmp_path / "own" / loaded.name


# --- A cell as it stands ----------------------------------------------------------------------------------------------

# What is asked, and what is shown: column, header and text; field, value and header.
CELLS = {
    "csv": (
        ("oews-2024-05", "national_M2024_dl.csv", 2, "annual_median"),
        ("28", "A_MEDIAN", "37960"),
        ("oews_estimate.annual_median", 37960, "A_MEDIAN"),
    ),
    "xls": (
        ("oews-2010-05", "national_M2010_dl.xls", 3, "A_PCT90"),
        ("R", "A_PCT90", "#"),
        ("oews_estimate.annual_p90", 166_400, "A_PCT90"),
    ),
    "xlsx": (
        ("ep-2024-34", "occupation.xlsx", 5, "L"),
        ("L", "Median annual wage, dollars, 2024[1]", ">=$239,200"),
        ("ep_worker_characteristic.annual_median", 239_200, "Median annual wage, dollars, 2024[1]"),
    ),
    "download": (
        ("ep-2022-32", "Employment Projections.csv", 2, "base_employment"),
        ("3", "Employment 2022", "1,200.5"),
        ("ep_projection.base_employment", 1_200_500, "Employment 2022"),
    ),
    "text in an archive": (
        ("onet-30.1", "Skills.txt", 4, "Data Value"),
        ("5", "Data Value", "4.12"),
        ("onet_rating.value", 4.12, "Data Value"),
    ),
    "classification": (
        ("soc-2018", "soc_2018_definitions.csv", 5, "definition"),
        ("4", "SOC Definition", "Put the records of patients in order."),
        ("soc_entry.definition", "Put the records of patients in order.", "SOC Definition"),
    ),
    "crosswalk": (
        ("soc-2010-2018", "soc2010_to_2018.csv", 2, "from_title"),
        ("2", "SOCTitle2010", "Medical Records and Health Information Technicians (#)"),
        ("crosswalk.from_title", "Medical Records and Health Information Technicians", "SOCTitle2010"),
    ),
}


@pytest.mark.parametrize("form", CELLS)
def test_a_cell_is_shown_as_it_stands_with_what_is_stored_of_it(loaded: Path, form: str) -> None:
    asked, (column, header, text), (field, value, read_from) = CELLS[form]
    said = occupations(loaded, "cell", *asked, "--json")
    assert said.code == 0, said.err
    (cell,) = said.json["cells"]
    assert (cell["column"], cell["header"], cell["text"]) == (column, header, text)
    stored = {f"{one['table']}.{one['field']}": one for one in said.json["stored"]}
    assert (stored[field]["value"], stored[field]["header"]) == (value, read_from)
    shown = occupations(loaded, "cell", *asked)
    assert all(word in shown.out for word in (asked[1], f"row {asked[2]}", header, said.json["sha256"]))


def test_the_openings_of_a_page_are_shown_on_the_line_of_their_sentence(loaded: Path) -> None:
    """The record stands in a row of the projections table; its openings come from a sentence on another line."""
    (found,) = ask(loaded, "SELECT row_number, document_line FROM projection WHERE annual_openings = 1200")
    row, line = found
    source = (loaded.parent / "files" / "kites.html").read_text(encoding="utf-8").split("\n")
    assert "about 1,200 openings" in source[line - 1]
    sentence = occupations(loaded, "cell", "ooh-2024-34", "kites.html", line, "annual_openings", "--json")
    assert "about 1,200 openings for kite makers are projected each year" in sentence.json["cells"][0]["text"]
    (stored,) = sentence.json["stored"]
    assert (stored["field"], stored["value"]) == ("annual_openings", 1200)
    # In the row of the table everything of the record is shown, with the line of what is not read there.
    whole = occupations(loaded, "cell", "ooh-2024-34", "kites.html", row, "--json").json
    headers = {one["field"]: one["header"] for one in whole["stored"] if one["table"] == "projection"}
    assert headers["annual_openings"].startswith(f"line {line}: ")
    assert headers["employment_change"] == "Change, 2024\u201334 Numeric"
    beside = occupations(loaded, "cell", "ooh-2024-34", "kites.html", line, "--json").json["stored"]
    assert {one["field"] for one in beside if one["table"] == "projection"} == {
        "annual_openings",
        "openings_rounded_to",
        "openings_statement",
    }


def test_a_place_is_the_one_that_a_record_names(loaded: Path) -> None:
    """Every row that is stored can be shown, from the bytes that were kept: of each table one."""
    tables = ask(
        loaded,
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
        " WHERE c.name IN ('sheet_id', 'row_number') GROUP BY 1 HAVING count(*) = 2",
    )
    archive, shown = Archive(loaded.parent / f"{loaded.stem}-files"), 0
    engine = create_reader(f"sqlite:///{loaded}", 1).engine
    with engine.connect() as connection:
        for (table,) in tables:
            for release, part, file, sheet, row in ask(
                loaded,
                f"SELECT release, part, source_file.name, sheet, row_number FROM {table}"
                " JOIN source_sheet USING (sheet_id) JOIN source_file USING (file_id) JOIN part USING (part_id)"
                " ORDER BY row_number DESC LIMIT 1",
            ):
                place = Place(release, file, row, part, sheet)
                found = read_source_row(connection, archive, loaded.parent / "no seed", place)
                assert table in {one.table for one in found.stored}, place
                assert any(cell.text for cell in found.cells), place
                shown += 1
    engine.dispose()
    assert shown > 40


def test_a_row_of_a_page_has_its_cells_and_headers(loaded: Path) -> None:
    ((row,),) = ask(loaded, "SELECT min(row_number) FROM projection WHERE row_title IS NOT NULL")
    said = occupations(loaded, "cell", "ooh-2024-34", "kites.html", row, "--json").json
    assert {"Occupational Title", "SOC Code"} <= {cell["header"] for cell in said["cells"]}
    titles = {one["value"] for one in said["stored"] if one["field"] == "row_title"}
    assert titles & {cell["text"] for cell in said["cells"]}
    assert "<tr" in said["line"]


def test_the_seed_is_shown_from_its_own_folder(small_database: Path, small_seed_folder: Path) -> None:
    done = CliRunner().invoke(
        command,
        ["cell", "oews-2025-05", "oews_2025_05_states.csv.gz", "2", "TOT_EMP", "--json"],
        env={
            "OCCUPATIONS_DATABASE_URL": f"sqlite:///{small_database}",
            "OCCUPATIONS_SEED_DIRECTORY": str(small_seed_folder),
        },
    )
    assert done.exit_code == 0, done.stderr
    shown = json.loads(done.stdout)
    (stored,) = shown["stored"]
    assert (stored["field"], str(stored["value"])) == ("employment", shown["cells"][0]["text"])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("oews-2024-06", "national_M2024_dl.csv", 2), "oews-2024-06 is not loaded"),
        (("oews-2024-05", "national.csv", 2), "has no file national.csv; it has national_M2024_dl.csv"),
        (("oews-2024-05", "national_M2024_dl.csv", 9), "has no row 9; its last one is 2"),
        (("oews-2024-05", "national_M2024_dl.csv", 2, "A_PCT95"), "has no column A_PCT95 in row 2; it has AREA,"),
        (("ep-2024-34", "occupation.xlsx", 5, "L", "--sheet", "Table 1.3"), "has no sheet Table 1.3; it has Table 1.2"),
    ],
)
def test_a_place_that_does_not_exist_is_told_with_what_does(
    loaded: Path, asked: tuple[object, ...], words: str
) -> None:
    said = occupations(loaded, "cell", *asked)
    assert said.code == 1
    assert words in " ".join(said.err.split())


def test_bytes_that_were_not_kept_cannot_be_shown_and_it_says_so(tmp_path: Path, migrated_database: Path) -> None:
    database = Path(shutil.copy(migrated_database, tmp_path / "occupations.sqlite3"))
    occupations(database, "load", nation(tmp_path), "--no-archive")
    said = occupations(database, "cell", "oews-2024-05", "national_M2024_dl.csv", 2)
    assert said.code == 1
    assert all(
        words in " ".join(said.err.split()) for words in ("national_M2024_dl.csv", "are not kept", "--no-archive")
    )


def test_bytes_that_are_not_those_that_were_loaded_are_not_shown(own: Path) -> None:
    ((sha256,),) = ask(own, "SELECT sha256 FROM source_file WHERE name = 'national_M2024_dl.csv'")
    kept = next(own.parent.rglob(f"{sha256}.gz"))
    kept.write_bytes(gzip.compress(b"other bytes"))
    assert Archive(kept.parents[1]).has(sha256)
    said = occupations(own, "cell", "oews-2024-05", "national_M2024_dl.csv", 2)
    assert (said.code, "is not what was loaded" in " ".join(said.err.split())) == (1, True)


# --- Every stored cell against its file -------------------------------------------------------------------------------

# A cell of each program that is changed behind the loader's back.
CHANGES = {
    "oews": ("oews_estimate", "hourly_mean", "hourly_mean + 1"),
    "ep": ("ep_projection", "base_employment", "base_employment + 100"),
    "ooh": ("quick_facts", "employment", "employment + 100"),
    "onet": ("onet_rating", "value", "value + 0.01"),
    "classifications": ("soc_entry", "definition", "definition || '.'"),
}


def _one(table: str) -> str:
    return f"rowid = (SELECT max(rowid) FROM {table})"


def test_verify_finds_nothing_where_nothing_was_changed(loaded: Path) -> None:
    said = occupations(loaded, "verify", "--json")
    assert said.code == 0
    assert sum(one["cells"] for one in said.json["verified"]) > 1_000
    assert {one["release"] for one in said.json["verified"]} == {
        name for (name,) in ask(loaded, "SELECT release FROM release")
    }


@pytest.mark.parametrize("damage", ["changed", "lost", "surplus"])
def test_verify_finds_one_changed_lost_or_surplus_row_of_each_program(own: Path, damage: str) -> None:
    with closing(sqlite3.connect(own)) as connection:
        for table, column, other in CHANGES.values():
            if damage == "changed":
                connection.execute(f"UPDATE {table} SET {column} = {other} WHERE {_one(table)}")
            elif damage == "lost":
                connection.execute(f"DELETE FROM {table} WHERE {_one(table)}")
            else:
                _repeat(connection, table)
        connection.commit()
    said = occupations(own, "verify", "--json")
    assert said.code == 3
    found = [(one["table"], one["column"]) for part in said.json["verified"] for one in part["differences"]]
    expected = [(table, column if damage == "changed" else "row") for table, column, _ in CHANGES.values()]
    assert sorted(found) == sorted(expected)


def _repeat(connection: sqlite3.Connection, table: str) -> None:
    """One row more than the files give: a copy of the last one, in a place of its own."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})") if row[1] not in _KEYS]
    changed = {"row_number": "999", "soc_code": "'99-9999'", "onet_soc_code": "'99-9999.00'", "profile": "'x/y'"}
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(
        f"INSERT INTO {table} ({', '.join(names)})"
        f" SELECT {', '.join(changed.get(name, name) for name in names)} FROM {table} WHERE {_one(table)}"
    )


_KEYS = ("row_id", "estimate_id", "statement_id")


# --- What the operator said at the load -------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def empty(tmp_path: Path, migrated_database: Path) -> Path:
    (tmp_path / "empty").mkdir()
    return Path(shutil.copy(migrated_database, tmp_path / "empty" / "occupations.sqlite3"))


def test_verify_needs_no_option_that_a_load_needed(empty: Path, files: Path) -> None:
    """A threshold, a release, an allowance: what was said is noted with the part."""
    bounded = write_csv(files / "state_M2031_dl.csv", state_rows(A_PCT90="#"))
    unnamed = states(files).rename(files / "download.csv")
    odd = write_csv(files / "national_M2023_dl.csv", [{}])
    lines = odd.read_text(encoding="utf-8").splitlines()
    odd.write_text("".join(f"{line},{'NEW' if n == 0 else 'x'}\n" for n, line in enumerate(lines)), encoding="utf-8")
    assert occupations(empty, "load", bounded, "--threshold", "150.00/312000").code == 0
    assert occupations(empty, "load", unnamed, "--release", "oews-2024-05").code == 0
    assert occupations(empty, "load", odd, "--allow", "unknown-columns").code == 0
    assert dict(ask(empty, "SELECT release, allowed FROM part")) == {
        "oews-2031-05": "threshold=150.00/312000",
        "oews-2024-05": "",
        "oews-2023-05": "unknown-columns",
    }
    said = occupations(empty, "verify", "--json")
    assert (said.code, len(said.json["verified"])) == (0, 3)


def test_verify_says_which_parts_it_cannot_read_again(empty: Path, files: Path) -> None:
    occupations(empty, "load", nation(files), "--no-archive")
    occupations(empty, "load", states(files))
    said = occupations(empty, "verify", "--json")
    assert said.code == 3
    unread = {one["part"]: one["unread"] for one in said.json["verified"]}
    assert unread == {"nation": "national_M2024_dl.csv: not kept", "states": None}
    assert "not kept" in occupations(empty, "verify").out


def test_another_threshold_reads_the_same_bytes_anew(empty: Path, files: Path) -> None:
    path = write_csv(files / "state_M2031_dl.csv", state_rows(A_PCT90="#"))
    occupations(empty, "load", path, "--threshold", "150.00/312000")
    assert "unchanged" in occupations(empty, "load", path, "--threshold", "150.00/312000").out
    assert occupations(empty, "load", path, "--threshold", "160.00/332800").code == 0
    assert ask(empty, "SELECT DISTINCT annual_p90, revision FROM oews_estimate JOIN part USING (part_id)") == [
        (332_800, 2)
    ]
    assert occupations(empty, "verify").code == 0


@pytest.mark.parametrize("prefer", ["new", "old"])
def test_a_difference_that_was_decided_at_the_load_is_told_apart(empty: Path, files: Path, prefer: str) -> None:
    occupations(empty, "load", states(files))
    everything = write_csv(files / "all_data_M2024.csv", [{}, *state_rows(TOT_EMP="9990")])
    assert occupations(empty, "load", everything, "--prefer", prefer).code == 0
    said = occupations(empty, "verify", "--json")
    assert said.code == 0, said.out
    decided = [one for part in said.json["verified"] for one in part["decided"]]
    assert {(one["column"], one["in_file"], one["in_database"]) for one in decided} == {
        ("employment", 1230, 9990) if prefer == "new" else ("employment", 9990, 1230)
    }
    with closing(sqlite3.connect(empty)) as connection:
        connection.execute("UPDATE oews_estimate SET employment = 5 WHERE area_code = '06'")
        connection.commit()
    assert occupations(empty, "verify").code == 3


def test_a_file_that_contradicts_another_of_its_part_is_decided_where_a_third_part_hid_it(
    empty: Path, files: Path
) -> None:
    occupations(empty, "load", write_csv(files / "states_M2024.csv", state_rows(TOT_EMP="9990")))
    occupations(empty, "load", write_csv(files / "all_data_M2024.csv", [{}, *state_rows(TOT_EMP="9990")]))
    assert occupations(empty, "load", states(files), "--prefer", "new").code == 0
    said = occupations(empty, "verify", "--json")
    assert said.code == 0, said.out
    decided = {(one["file"], one["in_file"], one["in_database"]) for p in said.json["verified"] for one in p["decided"]}
    assert decided == {("states_M2024.csv", 9990, 1230), ("all_data_M2024.csv", 9990, 1230)}
