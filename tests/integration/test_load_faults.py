"""What goes wrong while loading, done for real: killed, no room, damaged and hostile files, two at once, readers."""

import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.sources.records import UnreadableSourceError
from app.store.data_state import record_change
from app.store.engine import create_writer
from app.store.loader import load_parts
from app.store.loads import LoadOptions, load_files, parts_of, sort_files
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.loading import ROOT, Occupations, many_rows, nation, state_rows, states, write_csv
from tests.unit.sources.oews.layouts import today
from tests.workbooks import write_xlsx, xlsx_members

MIB = 1024**2


@pytest.fixture
def occupations(tmp_path: Path, migrated_database: Path) -> Occupations:
    """The command over a database of the test's own, without rows."""
    folder = tmp_path / "own"
    folder.mkdir()
    shutil.copy(migrated_database, folder / "occupations.sqlite3")
    return Occupations(folder)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder for the files that are loaded."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def rows_and_sum(database: Path) -> tuple[int, int]:
    """How many estimates there are, and the sum of their employment."""
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT count(*), coalesce(sum(employment), 0) FROM oews_estimate").fetchone()
        return int(found[0]), int(found[1])


def assert_sound(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


# --- Killed -----------------------------------------------------------------------------------------------------------

# Forks after everything is imported, so that each load is only a load; the child kills itself where it is told to.
KILLED = """
import os, random, signal, sys, tempfile, time
from pathlib import Path
from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.store.archive import Archive
from app.store.engine import create_writer
from app.store.loads import LoadOptions, load_files, sort_files

url, archive, path, seed = sys.argv[1:]

def quiet(*_):
    pass

def load(keep=True):
    with tempfile.TemporaryDirectory() as workspace:
        known = sort_files(find_files([Path(path)], Path(workspace)), ReadOptions()).known
        load_files(create_writer(url), known, LoadOptions(archive=Archive(Path(archive)), keep=keep), quiet, quiet)

def forked(seconds, keep=True):
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        load(keep)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status), time.monotonic() - began

draw = random.Random(int(seed))
_, longest = forked(None, keep=False)
while True:
    killed, _ = forked(draw.uniform(0, longest))
    if not killed:  # other work on the machine has ended since: a load now takes less time
        longest *= 0.9
    print("killed" if killed else "done", flush=True)
    if sys.stdin.readline().strip() == "enough":
        break
"""


@pytest.mark.slow
def test_a_load_that_is_killed_at_any_moment_leaves_the_old_data(occupations: Occupations, files: Path) -> None:
    old = many_rows(files, 300)
    assert occupations("load", old).code == 0
    before = rows_and_sum(occupations.database)
    kept = shutil.copy(occupations.database, files / "before.sqlite3")
    new = many_rows(files, 4_000, employment=7_000)
    seed, wanted, most = random.SystemRandom().randrange(10**6), 20, 80
    arguments = [f"sqlite:///{occupations.database}", str(occupations.folder / "archive"), str(new), str(seed)]
    outcomes: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, *arguments], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        while outcomes.count("killed") < wanted and len(outcomes) < most:
            outcomes.append(process.stdout.readline().strip())
            assert_sound(occupations.database)  # else: drawn with `seed`
            found = rows_and_sum(occupations.database)
            if found != before:  # the load was done before it was killed: then all of it is there
                assert found[0] == 4_000
                for stale in occupations.folder.glob("occupations.sqlite3*"):
                    stale.unlink()
                shutil.copy(kept, occupations.database)
            done = outcomes.count("killed") == wanted or len(outcomes) == most
            process.stdin.write("enough\n" if done else "\n")
            process.stdin.flush()
    assert outcomes.count("killed") == wanted, f"drawn with the seed {seed}"
    assert occupations("load", new).code == 0
    assert rows_and_sum(occupations.database)[0] == 4_000
    assert occupations("verify").code == 0


# --- No room ----------------------------------------------------------------------------------------------------------


def test_a_disk_that_is_full_ends_the_load_and_leaves_the_old_data(occupations: Occupations, files: Path) -> None:
    assert occupations("load", states(files)).code == 0
    before = rows_and_sum(occupations.database)
    limit = occupations.database.stat().st_size + 256 * 1024  # more than a small load needs

    def no_file_larger() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    said = occupations("load", many_rows(files, 3_000), preexec_fn=no_file_larger)
    assert said.code == 1
    assert "Traceback" not in said.err
    assert any(word in said.err for word in ("full", "disk", "too large")), said.err
    assert_sound(occupations.database)
    assert rows_and_sum(occupations.database) == before
    assert occupations("load", many_rows(files, 3_000)).code == 0


# --- Damaged and hostile files ----------------------------------------------------------------------------------------


def cut(path: Path, share: float = 0.6) -> Path:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    return path


def spoil(path: Path) -> Path:
    """Other bytes in the middle of the packed content."""
    whole = bytearray(path.read_bytes())
    middle = len(whole) // 3
    whole[middle : middle + 40] = bytes(40)
    path.write_bytes(bytes(whole))
    return path


def zipped(files: Path) -> Path:
    path = files / "oesm24st.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(many_rows(files, 400), "oesm24st/MSA_M2024_dl.csv")
    return path


def workbook(files: Path) -> Path:
    return write_xlsx(files / "state_M2024_dl.xlsx", {"All May 2024 data": today(*state_rows() * 30)})


def latin_1(files: Path) -> Path:
    path = states(files, OCC_TITLE="Señor")
    path.write_bytes(path.read_text(encoding="utf-8").encode("latin-1"))
    return path


def page(files: Path) -> Path:
    path = files / "nurses.htm"
    path.write_text("<!DOCTYPE html><html><head><title>Registered Nurses : Occupational Outlook Han", encoding="utf-8")
    return path


def as_date(files: Path) -> Path:
    return states(files, OCC_CODE="2021-11-01")


DAMAGED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a zip that is cut": (lambda files: cut(zipped(files)), "oesm24st.zip"),
    "a zip with other bytes": (lambda files: spoil(zipped(files)), "oesm24st.zip"),
    "a workbook that is cut": (lambda files: cut(workbook(files)), "state_M2024_dl.xlsx"),
    "a workbook with other bytes": (lambda files: spoil(workbook(files)), "state_M2024_dl.xlsx"),
    "a page that is cut": (page, "nurses.htm"),
    "another encoding": (latin_1, "state_M2024_dl.csv"),
    "a code that became a date": (as_date, "2021-11-01"),
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_is_named_and_nothing_is_stored(occupations: Occupations, files: Path, damage: str) -> None:
    make, word = DAMAGED[damage]
    said = occupations("load", make(files))
    assert said.code in {3, 4}, said
    assert word in said.err
    assert "Traceback" not in said.err
    assert rows_and_sum(occupations.database) == (0, 0)


def test_leading_zeros_that_a_spreadsheet_lost_are_put_back_or_refused(occupations: Occupations, files: Path) -> None:
    lost = [row | {"AREA": row["AREA"].lstrip("0")} for row in state_rows()]
    said = occupations("load", write_csv(files / "state_M2024_dl.csv", lost))
    with closing(sqlite3.connect(occupations.database)) as connection:
        codes = {row[0] for row in connection.execute("SELECT area_code FROM oews_estimate")}
    assert (said.code, codes) in ((0, {"01", "06", "48"}), (3, set()))


def bomb(files: Path) -> Path:
    """A workbook of 300 kB that unpacks to 300 MB."""
    members = xlsx_members({"All May 2024 data": today()})
    path = files / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
        with archive.open("xl/worksheets/sheet2.xml", "w") as member:
            for _ in range(300):
                member.write(b" " * MIB)
    return path


def zip_bomb(files: Path) -> Path:
    path = files / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.csv", "w") as member:
        for _ in range(300):
            member.write(b"0" * MIB)
    return path


def xml_bomb(files: Path) -> Path:
    """Entities that stand for entities, ten of each, nine times over."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    members = xlsx_members({"All May 2024 data": today()})
    name = "xl/worksheets/sheet1.xml"
    members[name] = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>' + members[name].replace("99", "&e9;", 1)
    path = files / "entities.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in members.items():
            archive.writestr(member, text)
    return path


@pytest.mark.parametrize("make", [bomb, zip_bomb, xml_bomb], ids=lambda make: make.__name__)
def test_a_bomb_is_refused_at_once_and_in_little_memory(
    occupations: Occupations, files: Path, make: Callable[[Path], Path]
) -> None:
    path = make(files)

    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_DATA, (300 * MIB, 300 * MIB))

    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    said = occupations("load", path, preexec_fn=bounded)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert said.code == 3
    assert path.name in said.err
    # Of the processor, so that a busy machine does not fail it; the start of Python is in it.
    assert ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime < 3.0
    assert rows_and_sum(occupations.database) == (0, 0)


def test_a_file_that_changes_while_it_is_read_is_noticed(occupations: Occupations, files: Path) -> None:
    path = states(files)
    known = sort_files(find_files([path], files), ReadOptions()).known
    states(files, TOT_EMP="9990")
    writer = create_writer(f"sqlite:///{occupations.database}")
    with pytest.raises(UnreadableSourceError, match=r"state_M2024_dl\.csv.*other bytes"):
        load_files(writer, known, LoadOptions(), lambda *_: None, lambda: None)
    writer.dispose()
    assert rows_and_sum(occupations.database) == (0, 0)


# --- Two at once, and readers -----------------------------------------------------------------------------------------


def test_a_second_load_waits_for_the_first_and_says_so(occupations: Occupations, files: Path) -> None:
    path = states(files)
    with closing(sqlite3.connect(occupations.database, isolation_level=None)) as first:
        first.execute("BEGIN IMMEDIATE")
        with occupations.start("load", path) as second:
            assert second.stderr is not None
            for line in second.stderr:
                if "waiting" in line:
                    break
            else:
                pytest.fail("it did not say that it waits")
            assert second.poll() is None
            first.execute("ROLLBACK")
            second.communicate(timeout=60)
            assert second.returncode == 0
    assert rows_and_sum(occupations.database)[0] == 3


def test_two_loads_at_once_both_arrive(occupations: Occupations, files: Path) -> None:
    paths = [many_rows(files, 1_500), nation(files)]
    started = [occupations.start("load", path) for path in paths]
    said = [process.communicate(timeout=100) for process in started]
    assert [process.returncode for process in started] == [0, 0], said
    assert rows_and_sum(occupations.database)[0] == 1_501
    assert_sound(occupations.database)


def test_readers_are_served_throughout_and_never_see_a_mixture(
    own_store: OwnStore, serve: Callable[[str], FastAPI], files: Path
) -> None:
    """Each load gives all areas one figure: an answer that has two is a mixture."""
    occupations = Occupations(own_store.path.parent)
    shutil.move(own_store.path, occupations.database)
    own_store.writer.dispose()
    assert occupations("load", write_csv(files / "state_M2024_dl.csv", state_rows(TOT_EMP="1"))).code == 0
    seen: list[frozenset[int]] = []
    asked, done = threading.Event(), threading.Event()
    url = "/v1/employment?release=oews-2024-05&soc_code=29-2072&area_type=state"
    with CheckedClient(serve(f"sqlite:///{occupations.database}")) as asking:

        def load() -> None:
            asked.wait()
            for figure in (2, 3):
                rows = state_rows(TOT_EMP=str(figure))
                assert occupations("load", write_csv(files / "state_M2024_dl.csv", rows)).code == 0
            done.set()

        thread = threading.Thread(target=load)
        thread.start()
        while not done.is_set() and (thread.is_alive() or not asked.is_set()):
            records = asking.answer(url)["data"]
            asked.set()
            assert len(records) == 3
            seen.append(frozenset(record["employment"] for record in records))
        thread.join()
        assert done.is_set()
        assert {record["employment"] for record in asking.answer(url)["data"]} == {3}
    assert {len(figures) for figures in seen} == {1}
    assert seen[0] == {1}


def test_readers_are_neither_held_up_by_a_load_that_is_under_way_nor_shown_any_of_it(
    own_store: OwnStore, serve: Callable[[str], FastAPI], files: Path
) -> None:
    """A load that stands still, with all its rows written and nothing committed, as long as the readers ask."""
    occupations = Occupations(own_store.path.parent)
    shutil.move(own_store.path, occupations.database)
    own_store.writer.dispose()
    assert occupations("load", write_csv(files / "state_M2024_dl.csv", state_rows(TOT_EMP="1"))).code == 0
    url = "/v1/employment?release=oews-2024-05&soc_code=29-2072&area_type=state"
    writer = create_writer(f"sqlite:///{occupations.database}")
    (revised,) = parts_of(
        sort_files(
            find_files([write_csv(files / "state_M2024_dl.csv", state_rows(TOT_EMP="2"))], files), ReadOptions()
        ).known
    )
    with CheckedClient(serve(f"sqlite:///{occupations.database}")) as asking:
        with writer.begin() as connection:
            load_parts(connection, [revised])
            record_change(connection)
            for _ in range(5):
                answer = asking.answer(url)
                assert {record["employment"] for record in answer["data"]} == {1}
                assert [source["revision"] for source in answer["sources"]] == [1]
        answer = asking.answer(url)
        assert {record["employment"] for record in answer["data"]} == {2}
        assert [source["revision"] for source in answer["sources"]] == [2]
    writer.dispose()
