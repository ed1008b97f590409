"""The publishers' own files, where they are at hand: beside the repository, or where OCCUPATIONS_TEST_FILES points."""

import os
from pathlib import Path

import pytest

_SETTING = "OCCUPATIONS_TEST_FILES"
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"
# The seed of every draw of cells of these files.
DRAW = int(os.environ.get("OCCUPATIONS_TEST_DRAW", "20261124"))
# The programs whose files the running test has asked for; `tests/publisher_summary.py` clears it between tests.
asked: set[str] = set()


def publisher_file(name: str) -> Path:
    """The path of a publisher's file, such as `oews/oesm18nat.zip`; or of a program's folder.

    The test is skipped where the file is absent, and fails if the setting says that the files are there.
    """
    asked.add(name.partition("/")[0])
    folder = os.environ.get(_SETTING)
    path = (Path(folder) if folder else _BESIDE) / name
    if not path.exists():
        if folder:
            pytest.fail(f"{_SETTING} is set and {path} is absent")
        pytest.skip(f"needs the publisher's file {name}; say where with {_SETTING}")
    return path
