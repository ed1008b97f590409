"""The publishers' own files, where they are at hand: beside the repository, or where OCCUPATIONS_TEST_FILES points."""

import os
from pathlib import Path

import pytest

_SETTING = "OCCUPATIONS_TEST_FILES"
_BESIDE = Path(__file__).resolve().parents[2] / "shared" / "data"


def publisher_file(name: str) -> Path:
    """The path of a publisher's file, such as `oews/oesm18nat.zip`.

    The test is skipped where the file is absent, and fails if the setting says that the files are there.
    """
    folder = os.environ.get(_SETTING)
    path = (Path(folder) if folder else _BESIDE) / name
    if not path.exists():
        if folder:
            pytest.fail(f"{_SETTING} is set and {path} is absent")
        pytest.skip(f"needs the publisher's file {name}; say where with {_SETTING}")
    return path
