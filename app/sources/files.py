"""A file that is to be loaded: where it was found, where its bytes lie, and what kind of file they are."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.sources.records import SourceFile


class FileKind(StrEnum):
    """What a file's first bytes show it to be; its name has no say."""

    XLSX = "xlsx"
    XLS = "xls"
    ZIP = "zip"
    HTML = "html"
    TEXT = "text"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file on its way into the database.

    `location` says where it was found, through folders and archives: `downloads/oesm18nat.zip/oesm18nat/x.xlsx`.
    `path` is where its bytes lie now: a member of an archive has been unpacked into a temporary folder.
    """

    file: SourceFile
    location: str
    path: Path
    kind: FileKind


def ends_with_a_line(path: Path) -> bool:
    """Whether the last line of a text ends; the last byte of one that was cut off is seldom the end of a line."""
    with path.open("rb") as stored:
        stored.seek(-1, os.SEEK_END)
        return stored.read(1) in b"\r\n"
