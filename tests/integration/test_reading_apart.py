"""Records that another process reads: the same ones, the same errors, and no process that outlives its load."""

import errno
import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import cast

import pytest

from app.sources.finding import find_files
from app.sources.oews.recognition import describe_release
from app.sources.recognition import ReadOptions
from app.sources.records import (
    CellProblem,
    NamedRow,
    Record,
    RecordKind,
    RowCounts,
    Sheet,
    SourceFile,
    SourcePart,
    UnreadableSourceError,
)
from app.store.apart import CAN_READ_APART, records_apart
from app.store.loads import sort_files, sources_of
from tests.loading import ROOT, Occupations, many_rows

pytestmark = pytest.mark.skipif(not CAN_READ_APART, reason="processes of this system begin with nothing")

FILE = SourceFile("a.csv", "0" * 64, 1)
PROBLEM = CellProblem("a.csv", None, 7, "A_MEAN", "x", "a number")


def source_of(records: Iterator[Record], counts: RowCounts | None = None) -> SourcePart:
    """A part with these records."""
    return SourcePart(describe_release(2025), "all", "2025-05", (FILE,), lambda: records, counts or RowCounts())


def rows(number: int) -> Iterator[Record]:
    """As many records of one shape."""
    places = {"area_code": 0, "name": 1}
    for at in range(number):
        yield Record(RecordKind.AREA, NamedRow(places, (str(at), f"area {at}")), Sheet(FILE), at + 2)


def as_told(records: Iterator[Record]) -> list[tuple[object, ...]]:
    return [(record.kind, dict(record.values), record.sheet, record.row) for record in records]


def test_the_records_of_a_file_are_those_that_it_has_when_read_here(tmp_path: Path) -> None:
    path = many_rows(tmp_path, 4_000)
    found = list(find_files([path], tmp_path))
    known = sort_files(found, ReadOptions()).known
    (read_apart,), read_here = sources_of(known), known[0].recognition.part
    assert getattr(read_apart.records, "func", None) is records_apart
    assert as_told(read_apart.records()) == as_told(read_here.records())
    assert read_apart.counts.read == 4_000


def test_a_row_whose_records_come_in_two_messages_is_one_row(tmp_path: Path, migrated_database: Path) -> None:
    # Each area stands before the first of its 100 rows, and in the 9,801st a message ends between the two.
    folder = tmp_path / "own"
    folder.mkdir()
    shutil.copy(migrated_database, folder / "occupations.sqlite3")
    said = Occupations(folder)("load", many_rows(tmp_path, 10_000), "--json")
    (report,) = said.json["reports"]
    assert (said.code, report["rows_read"]) == (0, 10_000)
    with closing(sqlite3.connect(folder / "occupations.sqlite3")) as connection:
        assert (
            connection.execute("SELECT count(DISTINCT row_number), count(*) FROM oews_estimate").fetchone()
            == (10_000,) * 2
        )


def test_what_was_counted_there_is_known_here() -> None:
    counts = RowCounts()

    def counted() -> Iterator[Record]:
        yield from rows(3)
        counts.read, counts.repeated = 5, 2
        counts.unread.append(PROBLEM)
        counts.doubtful.append(replace(PROBLEM, row=9))

    assert len(list(records_apart(source_of(counted(), counts)))) == 3
    assert counts == RowCounts(5, 2, [PROBLEM], [replace(PROBLEM, row=9)])


def test_what_cannot_be_read_there_is_raised_here_with_all_its_places() -> None:
    def damaged() -> Iterator[Record]:
        yield from rows(2_500)
        raise UnreadableSourceError((PROBLEM, replace(PROBLEM, row=8)))

    with pytest.raises(UnreadableSourceError) as raised:
        list(records_apart(source_of(damaged())))
    assert raised.value.problems == (PROBLEM, replace(PROBLEM, row=8))


def test_a_fault_of_the_reader_tells_where_it_was() -> None:
    def faulty() -> Iterator[Record]:
        yield from rows(1)
        raise ZeroDivisionError("of the reader")

    with pytest.raises(ZeroDivisionError) as raised:
        list(records_apart(source_of(faulty())))
    assert "in faulty" in raised.value.__notes__[0]


def test_a_reading_process_that_is_killed_ends_the_load_with_the_name_of_the_file() -> None:
    def killed() -> Iterator[Record]:
        yield from rows(1_500)
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(ChildProcessError, match=r"read a\.csv ended early \(exit code -9\)"):
        list(records_apart(source_of(killed())))


def test_what_is_wrong_before_the_first_record_is_raised_here() -> None:
    def refuse() -> Iterator[Record]:
        raise UnreadableSourceError((PROBLEM,))

    with pytest.raises(UnreadableSourceError) as raised:
        list(records_apart(replace(source_of(rows(0)), records=refuse)))
    assert raised.value.problems == (PROBLEM,)


class _TwoWordsError(Exception):
    """One that cannot be made again of its `args`, as libraries have them."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} {other}")


def test_an_error_that_cannot_be_sent_is_told_of() -> None:
    def strange() -> Iterator[Record]:
        yield from rows(1)
        raise _TwoWordsError("not", "picklable")

    with pytest.raises(RuntimeError, match="_TwoWordsError: not picklable"):
        list(records_apart(source_of(strange())))


def test_a_record_that_cannot_be_sent_is_told_of() -> None:
    unsendable = Record(RecordKind.AREA, {"name": cast("str", lambda: None)}, Sheet(FILE), 2)
    with pytest.raises(Exception, match="pickle"):
        list(records_apart(source_of(iter([unsendable]))))


def test_where_no_process_can_be_had_the_records_are_read_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(multiprocessing.get_context("fork").Process, "start", refused)
    assert len(list(records_apart(source_of(rows(3))))) == 3


def test_a_reader_that_is_no_longer_heard_ends() -> None:
    records = records_apart(source_of(rows(10_000_000)))
    assert len(list(islice(records, 10))) == 10
    (reader,) = multiprocessing.active_children()
    records.close()
    assert not reader.is_alive()


LOAD = """
import signal, sys
from tests.integration.test_reading_apart import rows, source_of
from app.store.apart import records_apart
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what is started in the background
for record in records_apart(source_of(rows(100_000_000))):
    if record.row == 5_000:
        print("reading", flush=True)
"""


@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_reader_outlives_a_load_that_is_ended(ended_by: signal.Signals) -> None:
    command = [sys.executable, "-c", LOAD]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"reading\n"
        try:
            if ended_by is signal.SIGINT:  # a terminal sends it to all
                os.killpg(process.pid, ended_by)
            else:
                process.send_signal(ended_by)
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    deadline = time.monotonic() + 10
    while _lives(process.pid):
        assert time.monotonic() < deadline, "a process of the load goes on"
        time.sleep(0.05)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
