"""What a run says of tests on the publishers' files: per program, and in which cases it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
TESTS = """
import pytest
from tests.publisher_files import publisher_file

@pytest.mark.parametrize("name", ["oews/here.txt", "oews/absent.txt", "onet/absent.txt"])
def test_asks(name):
    assert publisher_file(name).is_file()

@pytest.fixture(scope="module")
def shared():
    return publisher_file("ooh/here.txt")

def test_asks_through_a_fixture(shared):
    assert shared.is_file()

def test_asks_for_nothing():
    pass
"""


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run the tests above with the plugin, in a process of their own."""
    (folder / "test_asking.py").write_text(TESTS, encoding="utf-8")
    plain = {name: text for name, text in os.environ.items() if not name.startswith("OCCUPATIONS_")}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.publisher_summary", "-p", "no:cacheprovider", *arguments, folder],
        cwd=folder,
        env=plain | {"PYTHONPATH": str(ROOT), "OCCUPATIONS_TEST_DRAW": "7", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> Path:
    for name in ("oews/here.txt", "ooh/here.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


@pytest.mark.parametrize("processes", ["0", "2"])
def test_each_program_s_tests_are_counted(tmp_path: Path, processes: str) -> None:
    said = run(tmp_path, "-n", processes, OCCUPATIONS_TEST_FILES=str(files(tmp_path / "files")))
    counted = [line.split()[:2] for line in said.stdout.splitlines() if " run, " in line]
    assert counted == [["oews", "2"], ["onet", "1"], ["ooh", "1"]]
    assert "draw 7" in said.stdout


def test_an_absent_file_fails_where_the_files_are_said_to_be_there(tmp_path: Path) -> None:
    said = run(tmp_path, OCCUPATIONS_TEST_FILES=str(files(tmp_path / "files")))
    assert said.returncode == 1
    assert "2 failed, 3 passed" in said.stdout
    assert f"{tmp_path / 'files' / 'onet' / 'absent.txt'} is absent" in said.stdout


def test_an_absent_file_skips_with_a_reason_where_nothing_is_said(tmp_path: Path) -> None:
    """Only files beside the repository are looked for, and those of these names are not there."""
    said = run(tmp_path, "-rs")
    assert said.returncode == 0
    assert "1 passed, 4 skipped" in said.stdout
    assert "needs the publisher's file onet/absent.txt; say where with OCCUPATIONS_TEST_FILES" in said.stdout
    assert "oews               0 run,    2 skipped" in said.stdout
