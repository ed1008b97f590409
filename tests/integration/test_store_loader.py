"""Loading: the same bytes change nothing, other bytes make a new revision, and what cannot be read leaves no trace."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import Engine, func, select

from app.sources.records import UnreadableSourceError
from app.sources.seed import KIND_OF_RESOURCE, seed_parts
from app.store.data_state import record_change
from app.store.engine import create_writer
from app.store.loader import load_parts
from app.store.migrate import migrate
from app.store.seed import is_seeded, seed, seed_hash
from app.store.tables import database_state, metadata, oews_estimate, part
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.migrated import migrated_writer
from tests.small_seed import change_starter, change_table, read_starter, set_cell
from tests.starter_cells import FILE_NAME

ROOT = Path(__file__).parents[2]
DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def contents(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, in one order."""
    with engine.connect() as connection:
        return {
            name: sorted((tuple(row) for row in connection.execute(select(table))), key=repr)
            for name, table in metadata.tables.items()
        }


def test_every_table_of_the_seed_has_rows(own_store: OwnStore) -> None:
    filled = {name for name, rows in contents(own_store.writer).items() if rows}
    assert {str(kind) for kind in KIND_OF_RESOURCE.values()} <= filled
    assert {"database_state", "release", "part", "part_file", "part_coverage", "source_file", "source_sheet"} <= filled
    assert {"area", "oews_estimate"} <= filled


def test_the_same_bytes_change_nothing(own_store: OwnStore) -> None:
    before = contents(own_store.writer)
    report = seed(own_store.writer, own_store.folder)
    assert (report.loaded, report.parts) == (False, ())
    assert contents(own_store.writer) == before
    assert is_seeded(own_store.writer, own_store.folder)


def test_loading_the_same_parts_again_changes_nothing(own_store: OwnStore) -> None:
    before = contents(own_store.writer)
    with own_store.writer.begin() as connection:
        reports = load_parts(connection, seed_parts(own_store.folder))
    assert [report.unchanged for report in reports] == [True, True]
    assert [report.revision for report in reports] == [1, 1]
    assert contents(own_store.writer) == before


def test_the_hash_covers_names_and_bytes_and_nothing_else(own_store: OwnStore) -> None:
    before = seed_hash(own_store.folder)
    (own_store.folder / "notes.txt").write_text("not read", encoding="utf-8")
    os.utime(own_store.folder / "wages.csv", (1, 1))
    assert seed_hash(own_store.folder) == before
    (own_store.folder / "wages.csv").rename(own_store.folder / "wages2.csv")
    assert seed_hash(own_store.folder) != before


def test_a_changed_table_makes_a_new_revision_of_its_release_alone(
    own_store: OwnStore, serve: Callable[[str], FastAPI]
) -> None:
    with CheckedClient(serve(own_store.url)) as asking:
        before = asking.answer("/health/ready")
        assert before["releases"] == ["oews-2025-05.r1", "ooh-2018-28.r1"]
        change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
        report = seed(own_store.writer, own_store.folder)
        assert [(one.release, one.revision, one.unchanged) for one in report.parts] == [
            ("oews-2025-05", 1, True),
            ("ooh-2018-28", 2, False),
        ]
        # The application notices by itself.
        after = asking.answer("/health/ready")
        assert after["releases"] == ["oews-2025-05.r1", "ooh-2018-28.r2"]
        assert after["data_revision"] == before["data_revision"] + 1
        (record,) = asking.answer("/v1/occupations/29-2071/wages")["data"]
        assert record["annual_median"] == 40_360
        (pinned,) = asking.answer("/v1/occupations/29-2071/wages?release=ooh-2018-28.r2")["data"]
        assert pinned == record
        for url in (
            "/v1/releases/ooh-2018-28.r1",
            "/v1/occupations/29-2071/wages?release=ooh-2018-28.r1",
            "/v1/occupations/29-2071/profile?release=ooh-2018-28.r1",
            "/v1/certifications?release=ooh-2018-28.r1",
        ):
            gone = asking.problem(url, 410, "release-revision-gone")
            assert "ooh-2018-28.r2" in gone["detail"]
            assert gone["nearest"][0]["url"] == "/v1/releases/ooh-2018-28.r2"
        assert asking.answer("/v1/releases/ooh-2018-28.r2")["data"]["revision"] == 2
        assert asking.answer("/v1/occupations/29-2072/wages?release=oews-2025-05.r1")["data"]


def test_a_part_that_is_replaced_leaves_no_row_behind(own_store: OwnStore) -> None:
    def drop_texas(lines: list[list[str]]) -> None:
        lines[1:] = [line for line in lines[1:] if line[0] != "48"]

    def rename_nurses(lines: list[list[str]]) -> None:
        column = lines[0].index("OCC_TITLE")
        for line in lines:
            line[column] = line[column].replace("Registered Nurses", "Nurses, Registered")

    change_starter(own_store.folder, drop_texas)
    change_starter(own_store.folder, rename_nurses)
    rows = len(read_starter(own_store.folder)) - 1
    report = seed(own_store.writer, own_store.folder)
    assert [one.revision for one in report.parts] == [2, 1]
    assert report.parts[0].rows_read == rows
    with own_store.writer.connect() as connection:
        stored = connection.execute(select(func.count()).select_from(oews_estimate)).scalar_one()
        parts = connection.execute(select(part.c.release, part.c.revision).order_by(part.c.release)).all()
        titles = connection.execute(
            select(metadata.tables["occupation"].c.title).where(metadata.tables["occupation"].c.soc_code == "29-1141")
        ).scalars()
        assert list(titles) == ["Nurses, Registered"]
        areas = set(connection.execute(select(metadata.tables["area"].c.area_code)).scalars())
    assert stored == rows
    assert [tuple(one) for one in parts] == [("oews-2025-05", 2), ("ooh-2018-28", 1)]
    assert "48" not in areas


# Columns that count loads, or tell when one was.
_OF_THE_LOAD = frozenset(
    {"part_id", "sheet_id", "file_id", "statement_id", "estimate_id", "loaded_at", "changed_at", "seconds"}
)
_COUNTS = frozenset({"revision", "data_revision"})
# What remembers every file that was ever read.
# The search index holds keys of parts and sheets; `test_search.py` compares what it finds.
_REMEMBERED = frozenset({"source_file", "source_sheet", "search_array"})


def _depends_on_loads(name: str) -> bool:
    return name in _OF_THE_LOAD | _COUNTS or name.endswith("_part_id")


def facts(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows without the columns that depend on how many loads there were."""
    found = {}
    with engine.connect() as connection:
        for name, table in metadata.tables.items():
            columns = [column for column in table.columns if not _depends_on_loads(column.name)]
            if name not in _REMEMBERED and columns:
                found[name] = sorted((tuple(row) for row in connection.execute(select(*columns))), key=repr)
    return found


def fresh_facts(folder: Path, place: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What a database holds into which nothing but this folder was ever loaded."""
    writer = migrated_writer(place / "fresh.sqlite3")
    seed(writer, folder)
    found = facts(writer)
    writer.dispose()
    return found


def without(column: str, text: str) -> Callable[[list[list[str]]], None]:
    """Take the lines away that have `text` in a column."""

    def change(lines: list[list[str]]) -> None:
        place = lines[0].index(column)
        lines[1:] = [line for line in lines[1:] if line[place] != text]

    return change


def retitled(lines: list[list[str]]) -> None:
    """Another title for an area and for an occupation."""
    for line in lines[1:]:
        for column, old, new in (("AREA_TITLE", "Texas", "Lone Star"), ("OCC_TITLE", "Chief Executives", "Chiefs")):
            place = lines[0].index(column)
            line[place] = new if line[place] == old else line[place]


@pytest.mark.parametrize(
    "change",
    [
        without("AREA", "48"),
        without("OCC_CODE", "29-1141"),
        retitled,
    ],
    ids=["without an area", "without an occupation", "titles"],
)
def test_after_a_reload_there_is_what_a_fresh_load_gives(
    own_store: OwnStore, tmp_path: Path, change: Callable[[list[list[str]]], None]
) -> None:
    change_starter(own_store.folder, change)
    before = facts(own_store.writer)
    seed(own_store.writer, own_store.folder)
    wanted = fresh_facts(own_store.folder, tmp_path)
    assert wanted != before
    assert facts(own_store.writer) == wanted


def state_nurses(lines: list[list[str]]) -> None:
    """Let the document's occupations have one that the starter release has too."""
    cells = {"soc_code": "29-1141", "soc_vintage": "2018", "title": "Nurses", "level": "detailed"}
    cells |= {"origin": "curated", "origin_basis": "a test"}
    lines.append([cells.get(column, "") for column in lines[0]])


@pytest.mark.parametrize("again", ["together with the starter", "unchanged"])
def test_a_row_that_two_releases_state_stays_while_one_of_them_states_it(
    own_store: OwnStore, tmp_path: Path, again: str
) -> None:
    change_table(own_store.folder, "occupations", state_nurses)
    # Each part states its own; the newest statement of a code is current.
    if again == "unchanged":  # the document is loaded before, and only the starter changes then
        seed(own_store.writer, own_store.folder)
    change_starter(own_store.folder, without("OCC_CODE", "29-1141"))
    seed(own_store.writer, own_store.folder)
    assert facts(own_store.writer) == fresh_facts(own_store.folder, tmp_path)
    with own_store.writer.connect() as connection:
        occupation = metadata.tables["occupation"]
        titles = connection.execute(select(occupation.c.title).where(occupation.c.soc_code == "29-1141")).scalars()
        assert list(titles) == ["Nurses"]


def test_a_file_that_nothing_was_read_from_any_more_is_forgotten(own_store: OwnStore) -> None:
    def name_and_hash() -> set[tuple[str, str]]:
        with own_store.writer.connect() as connection:
            files = metadata.tables["source_file"].c
            return {(row.name, row.sha256) for row in connection.execute(select(files.name, files.sha256))}

    before = name_and_hash()
    change_table(own_store.folder, "qualities", lambda lines: set_cell(lines, 2, "quality", "Analytic skills"))
    seed(own_store.writer, own_store.folder)
    gone, new = before - name_and_hash(), name_and_hash() - before
    assert {name for name, _ in gone} == {name for name, _ in new} == {"qualities.csv"}
    assert len(name_and_hash()) == len(before)


def test_a_part_needs_no_statement_of_another(own_store: OwnStore, tmp_path: Path) -> None:
    # The document says what became of 29-2071, and states the codes that took its place itself.
    change_starter(own_store.folder, without("OCC_CODE", "29-2072"))
    seed(own_store.writer, own_store.folder)
    assert facts(own_store.writer) == fresh_facts(own_store.folder, tmp_path)
    with own_store.writer.connect() as connection:
        own = metadata.tables["occupation"].c
        stated = connection.execute(select(own.is_current).where(own.soc_code == "29-2072", own.soc_vintage == "2018"))
        assert list(stated.scalars()) == [True]


@pytest.mark.parametrize(
    ("table", "column", "text"),
    [
        ("contacts", "organization", "ahima"),
        ("qualities", "position", "1"),
        ("certification_rules", "position", "2"),
        ("wages", "position", "3"),
        ("certification_names", "acronym", "CTR"),
    ],
)
def test_a_row_that_leaves_the_document_leaves_the_database(
    own_store: OwnStore, tmp_path: Path, table: str, column: str, text: str
) -> None:
    change_table(own_store.folder, table, without(column, text))
    before = facts(own_store.writer)
    seed(own_store.writer, own_store.folder)
    wanted = fresh_facts(own_store.folder, tmp_path)
    assert wanted != before
    assert facts(own_store.writer) == wanted


def test_words_about_the_data_change_no_revision(own_store: OwnStore) -> None:
    described = own_store.folder / "datapackage.json"
    described.write_text(described.read_text(encoding="utf-8").replace("Seed data of", "The seed of"), encoding="utf-8")
    report = seed(own_store.writer, own_store.folder)
    assert report.loaded
    assert [(one.revision, one.unchanged) for one in report.parts] == [(1, True), (1, True)]


def test_going_back_to_the_first_bytes_is_a_third_revision(own_store: OwnStore) -> None:
    change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
    seed(own_store.writer, own_store.folder)
    change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40350"))
    report = seed(own_store.writer, own_store.folder)
    assert report.parts[1].revision == 3
    with own_store.writer.connect() as connection:
        assert connection.execute(select(database_state.c.data_revision)).scalar_one() == 3


def test_the_newest_release_that_states_a_code_is_the_one_that_counts(own_store: OwnStore) -> None:
    """29-2072 is a code of the OEWS release; the document's tables state it too and must not take it over."""

    def state_otherwise(lines: list[list[str]]) -> None:
        like = dict(zip(lines[0], lines[1], strict=True))
        like |= {"soc_code": "29-1141", "soc_vintage": "2018", "title": "Another title", "level": "detailed"}
        lines.append([like[name] for name in lines[0]])
        lines[1][lines[0].index("title")] = "Healthcare, renamed"

    change_table(own_store.folder, "occupations", state_otherwise)
    seed(own_store.writer, own_store.folder)
    occupation = metadata.tables["occupation"]
    with own_store.writer.connect() as connection:
        joined = occupation.join(part, part.c.part_id == occupation.c.part_id)
        columns = (occupation.c.soc_code, occupation.c.soc_vintage, occupation.c.title, part.c.release)
        rows = connection.execute(select(*columns, occupation.c.is_current).select_from(joined)).all()
    stated = {(row.soc_code, row.soc_vintage, row.release): (row.title, row.is_current) for row in rows}
    assert stated["29-1141", "2018", "oews-2025-05"] == ("Registered Nurses", True)
    assert stated["29-1141", "2018", "ooh-2018-28"] == ("Another title", False)
    # A row that the same release stated before follows it.
    assert stated["29-0000", "2010", "ooh-2018-28"] == ("Healthcare, renamed", True)
    current = [row[:2] for row in rows if row.is_current]
    assert sorted(current) == sorted({row[:2] for row in rows})


STARTER_CELLS = [
    ("TOT_EMP", "1,2x"),
    ("TOT_EMP", "#"),
    ("TOT_EMP", "12.5"),
    ("H_MEDIAN", "24.5O"),
    ("A_MEDIAN", "***"),
    ("A_MEDIAN", "**"),
    ("A_MEDIAN", "1e5"),
    ("A_MEDIAN", "nan"),
    ("EMP_PRSE", "#"),
    ("MEAN_PRSE", "~"),
    ("LOC_QUOTIENT", "1/2"),
    ("OCC_CODE", "29-20"),
    ("OCC_CODE", ""),
    ("OCC_TITLE", ""),
    ("O_GROUP", "detail"),
    ("I_GROUP", "all"),
    ("AREA_TYPE", "9"),
    ("AREA", " "),
    ("OWN_CODE", "7"),
    ("ANNUAL", "yes"),
]


@pytest.mark.parametrize(("column", "text"), STARTER_CELLS)
def test_a_cell_of_the_starter_that_cannot_be_read_undoes_everything(
    own_store: OwnStore, column: str, text: str
) -> None:
    before = contents(own_store.writer)
    last = len(read_starter(own_store.folder))  # so that everything else has been read by then

    def spoil(lines: list[list[str]]) -> None:
        lines[-1][lines[0].index("H_MEDIAN")] = ""  # so that the flag for it is looked at
        set_cell(lines, last, column, text)

    change_starter(own_store.folder, spoil)
    with pytest.raises(UnreadableSourceError) as refused:
        seed(own_store.writer, own_store.folder)
    for word in (FILE_NAME, f"row {last}", f"column {column}", repr(text)):
        assert word in str(refused.value), refused.value
    assert contents(own_store.writer) == before


TABLE_CELLS = [
    ("wages", 3, "annual_median", "41,890"),
    ("wages", 2, "annual_median", "nan"),
    ("wages", 2, "position", "0.0"),
    ("employment", 2, "employment", "215500 jobs"),
    ("employment", 2, "rounded_to", "1_00"),
    ("largest_employers", 6, "percent_of_occupation", "five"),
    ("largest_employers", 2, "percent_of_occupation", "inf"),
    ("projections", 2, "employment_change_percent", "nan"),
    ("advancement", 2, "requires_certification_courses", "yes"),
    ("contacts", 2, "position", "\uff11"),
    ("qualities", 2, "document_line", "x"),
    ("occupations", 2, "document_line", "-"),
]


@pytest.mark.parametrize(("table", "row", "column", "text"), TABLE_CELLS)
def test_a_cell_of_a_table_that_cannot_be_read_undoes_everything(
    own_store: OwnStore, table: str, row: int, column: str, text: str
) -> None:
    before = contents(own_store.writer)
    change_table(own_store.folder, table, lambda lines: set_cell(lines, row, column, text))
    with pytest.raises(UnreadableSourceError) as refused:
        seed(own_store.writer, own_store.folder)
    for word in (f"{table}.csv", f"row {row}", f"column {column}", repr(text)):
        assert word in str(refused.value), refused.value
    assert contents(own_store.writer) == before


def test_all_cells_that_cannot_be_read_are_named_at_once(own_store: OwnStore) -> None:
    def spoil(lines: list[list[str]]) -> None:
        for row in range(2, 32):
            set_cell(lines, row, "TOT_EMP", "many")

    change_starter(own_store.folder, spoil)
    with pytest.raises(UnreadableSourceError) as refused:
        seed(own_store.writer, own_store.folder)
    assert [problem.row for problem in refused.value.problems] == list(range(2, 32))
    assert str(refused.value).endswith("and 10 more")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lines: lines[5].pop(), ["row 6"]),
        (lambda lines: lines[5].append("x"), ["row 6"]),
        (lambda lines: lines[0].__setitem__(0, "AREA_CODE"), ["row 1", "AREA_CODE", "AREA"]),
        (lambda lines: [line.pop() for line in lines], ["row 1", "HOURLY"]),
        (lambda lines: lines.clear(), ["row 1"]),
    ],
    ids=["short row", "long row", "unknown column", "missing column", "no header"],
)
def test_a_starter_file_of_another_shape_is_refused(
    own_store: OwnStore, change: Callable[[list[list[str]]], object], words: list[str]
) -> None:
    before = contents(own_store.writer)
    change_starter(own_store.folder, lambda lines: (change(lines), None)[1])
    with pytest.raises(UnreadableSourceError) as refused:
        seed(own_store.writer, own_store.folder)
    for word in (FILE_NAME, *words):
        assert word in str(refused.value)
    assert contents(own_store.writer) == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lines: lines[1].pop(), ["row 2"]),
        (lambda lines: lines[0].__setitem__(0, "code"), ["row 1", "header"]),
    ],
    ids=["short row", "unknown column"],
)
def test_a_table_of_another_shape_is_refused(
    own_store: OwnStore, change: Callable[[list[list[str]]], object], words: list[str]
) -> None:
    change_table(own_store.folder, "wages", lambda lines: (change(lines), None)[1])
    with pytest.raises(UnreadableSourceError) as refused:
        seed(own_store.writer, own_store.folder)
    for word in ("wages.csv", *words):
        assert word in str(refused.value)


@pytest.mark.parametrize("spoiled", ["cut", "bytes"])
def test_a_starter_file_that_is_damaged_is_refused(own_store: OwnStore, spoiled: str) -> None:
    before = contents(own_store.writer)
    path = own_store.folder / FILE_NAME
    whole = path.read_bytes()
    if spoiled == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    else:
        import gzip

        path.write_bytes(gzip.compress(gzip.decompress(whole) + b"\xff\xfe\n"))
    with pytest.raises(UnreadableSourceError, match=FILE_NAME):
        seed(own_store.writer, own_store.folder)
    assert contents(own_store.writer) == before


@pytest.mark.parametrize(
    ("table", "row", "column", "text"),
    [
        ("education_paths", 2, "path", "nonsense"),
        ("education_paths", 3, "origin", "guessed"),
        ("certification_rules", 4, "rule", "nonsense"),
        ("wages", 3, "industry_label", "Nowhere"),
        ("wages", 3, "annual_median", "-"),
        ("wages", 2, "soc_code", "29-9990"),
        ("certification_issuers", 2, "organization", "nobody"),
        ("soc_transitions", 2, "to_soc_code", "99-0001"),
        ("qualities", 2, "position", ""),
        ("occupations", 3, "title", ""),
    ],
)
def test_a_row_that_the_database_refuses_is_named_and_undoes_everything(
    own_store: OwnStore, table: str, row: int, column: str, text: str
) -> None:
    before = contents(own_store.writer)
    change_table(own_store.folder, table, lambda lines: set_cell(lines, row, column, text))
    with pytest.raises(UnreadableSourceError) as refused:
        seed(own_store.writer, own_store.folder)
    for word in (f"{table}.csv", f"row {row},", text):
        assert word in str(refused.value), refused.value
    assert contents(own_store.writer) == before


def test_a_repeated_row_is_named_and_undoes_everything(own_store: OwnStore) -> None:
    before = contents(own_store.writer)
    change_starter(own_store.folder, lambda lines: lines.append(list(lines[-1])))
    last = len(read_starter(own_store.folder))
    with pytest.raises(UnreadableSourceError, match=rf"{FILE_NAME}, row {last},"):
        seed(own_store.writer, own_store.folder)
    assert contents(own_store.writer) == before


@pytest.mark.parametrize("text", ["", "{", "[]", '{"resources": [{"name": "wages", "path": "wages.csv"}]}'])
def test_a_description_that_cannot_be_read_is_named(own_store: OwnStore, text: str) -> None:
    before = contents(own_store.writer)
    (own_store.folder / "datapackage.json").write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableSourceError, match=r"datapackage\.json"):
        seed(own_store.writer, own_store.folder)
    assert contents(own_store.writer) == before


def test_a_missing_table_is_named(own_store: OwnStore) -> None:
    before = contents(own_store.writer)
    (own_store.folder / "contacts.csv").unlink()
    with pytest.raises((UnreadableSourceError, FileNotFoundError), match=r"contacts\.csv"):
        seed(own_store.writer, own_store.folder)
    assert contents(own_store.writer) == before


def test_readers_see_the_old_data_until_a_load_is_done(
    own_store: OwnStore, serve: Callable[[str], FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.store import seed as seeding

    seen: list[Any] = []
    with CheckedClient(serve(own_store.url)) as asking:
        real = record_change

        def look_then_go_on(*arguments: Any) -> int:
            # All rows are replaced by now, inside a transaction that is not committed.
            seen.append(asking.answer("/v1/occupations/29-2071/wages")["data"][0]["annual_median"])
            seen.append(asking.answer("/health/ready")["releases"])
            return real(*arguments)

        monkeypatch.setattr(seeding, "record_change", look_then_go_on)
        change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
        seed(own_store.writer, own_store.folder)
        assert seen == [40_350, ["oews-2025-05.r1", "ooh-2018-28.r1"]]
        assert asking.answer("/v1/occupations/29-2071/wages")["data"][0]["annual_median"] == 40_360


def test_a_load_that_fails_in_the_middle_leaves_the_old_data_served(
    own_store: OwnStore, serve: Callable[[str], FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    before = contents(own_store.writer)
    with CheckedClient(serve(own_store.url)) as asking:
        answer = asking.get("/v1/occupations/29-2071/wages").content
        change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
        with monkeypatch.context() as patch:
            patch.setattr("app.store.loader.remove_part", fail)
            with pytest.raises(RuntimeError, match="power cut"):
                seed(own_store.writer, own_store.folder)
        assert asking.get("/v1/occupations/29-2071/wages").content == answer
    assert contents(own_store.writer) == before
    assert seed(own_store.writer, own_store.folder).parts[1].revision == 2


KILLED = """
import os, signal, sys
from pathlib import Path
from app.store import seed as seeding
from app.store.engine import create_writer

def die(*_):
    print("all rows are replaced", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

seeding.record_change = die
seeding.seed(create_writer(sys.argv[1]), Path(sys.argv[2]))
"""


def test_a_load_that_is_killed_leaves_the_old_data_served(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    before = contents(own_store.writer)
    change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
    with CheckedClient(serve(own_store.url)) as asking:
        answer = asking.get("/v1/occupations/29-2071/wages").content
        done = subprocess.run(
            [sys.executable, "-c", KILLED, own_store.url, own_store.folder],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
        assert done.stdout == "all rows are replaced\n"
        assert asking.get("/v1/occupations/29-2071/wages").content == answer
        assert contents(own_store.writer) == before
        seed(own_store.writer, own_store.folder)
        assert asking.answer("/v1/occupations/29-2071/wages")["data"][0]["annual_median"] == 40_360


@pytest.mark.parametrize("database", DATABASES)
def test_two_seeds_at_once_load_once(
    request: pytest.FixtureRequest, tmp_path: Path, small_seed_folder: Path, database: str
) -> None:
    url = f"sqlite:///{tmp_path / 'two.sqlite3'}"
    if database == "postgresql":
        url = request.getfixturevalue("empty_postgresql")
    writers = [create_writer(url) for _ in range(2)]
    migrate(writers[0])
    start, loaded, failed = threading.Barrier(2), [], []

    def run(writer: Engine) -> None:
        start.wait()
        try:
            loaded.append(seed(writer, small_seed_folder).loaded)
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(writer,)) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failed == []
    assert sorted(loaded) == [False, True]
    with writers[0].connect() as connection:
        assert connection.execute(select(database_state.c.data_revision)).scalar_one() == 1
        assert connection.execute(select(func.count()).select_from(part)).scalar_one() == 2
    for writer in writers:
        writer.dispose()


@pytest.mark.parametrize("database", DATABASES)
def test_two_processes_that_start_on_an_empty_database_load_once(
    request: pytest.FixtureRequest, tmp_path: Path, small_seed_folder: Path, database: str
) -> None:
    url = f"sqlite:///{tmp_path / 'two.sqlite3'}"
    if database == "postgresql":
        url = request.getfixturevalue("empty_postgresql")
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "app", "seed"],
            cwd=ROOT,
            env={**os.environ, "OCCUPATIONS_DATABASE_URL": url, "OCCUPATIONS_SEED_DIRECTORY": str(small_seed_folder)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    said = [process.communicate(timeout=60)[1] for process in started]
    assert [process.returncode for process in started] == [0, 0], said
    writer = create_writer(url)
    with writer.connect() as connection:
        assert connection.execute(select(database_state.c.data_revision)).scalar_one() == 1
        assert connection.execute(select(func.count()).select_from(part)).scalar_one() == 2
    writer.dispose()


@pytest.mark.postgresql
def test_postgresql_reloads_and_rolls_back_like_sqlite(
    empty_postgresql: str, tmp_path: Path, small_seed_folder: Path, own_store: OwnStore
) -> None:
    folder = tmp_path / "other_seed"
    shutil.copytree(small_seed_folder, folder)
    writer = create_writer(empty_postgresql)
    migrate(writer)
    assert seed(writer, folder).loaded
    before = contents(writer)
    change_table(folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "many"))
    with pytest.raises(UnreadableSourceError):
        seed(writer, folder)
    assert contents(writer) == before
    change_table(folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
    assert [one.revision for one in seed(writer, folder).parts] == [1, 2]
    change_table(own_store.folder, "wages", lambda lines: set_cell(lines, 2, "annual_median", "40360"))
    seed(own_store.writer, own_store.folder)
    mine, theirs = (_less_keys(contents(engine)) for engine in (writer, own_store.writer))
    assert {name: len(rows) for name, rows in mine.items()} == {name: len(rows) for name, rows in theirs.items()}
    assert mine["handbook_wage"] == theirs["handbook_wage"]
    writer.dispose()


def _less_keys(tables: dict[str, list[tuple[Any, ...]]]) -> dict[str, list[tuple[Any, ...]]]:
    """Rows without surrogate keys, which count differently after a rollback."""
    wages = metadata.tables["handbook_wage"]
    kept = [n for n, column in enumerate(wages.columns) if column.name not in ("statement_id", "part_id", "sheet_id")]
    wage_rows = [tuple(row[place] for place in kept) for row in tables["handbook_wage"]]
    return {**tables, "handbook_wage": sorted(wage_rows, key=repr)}
