"""Handbook pages as the loader reads them, and how well a reading agrees with labels written by hand."""

import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.sources.files import FileKind, FoundFile
from app.sources.ooh import recognise_ooh
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import Record, SourceFile

REPOSITORY = Path(__file__).resolve().parent.parent
LABELS = REPOSITORY / "tests" / "labels"
PAGES = REPOSITORY.parent / "shared" / "data" / "ooh" / "ooh-2024-34-profiles.zip"
PRECISION, RECALL = 0.95, 0.85


@dataclass(slots=True)
class Score:
    """What was found and is right, found and is wrong, and not found."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of what is there that was found."""
        return self.right / max(1, self.right + len(self.missed))

    @property
    def enough(self) -> bool:
        """Whether both are what the project asks for."""
        return self.precision >= PRECISION and self.recall >= RECALL

    def lines(self, title: str) -> Iterator[str]:
        """The figures on a line, and below it each row that is wrong or missed."""
        yield f"{title}: precision {self.precision:.3f}, recall {self.recall:.3f}"
        for what, rows in (("found, and none", self.wrong), ("not found", self.missed)):
            yield from (f"  {what}: {row}" for row in rows)


def records_on(page: str, pages: Path) -> Iterator[Record]:
    """What the loader reads of a page, which lies in a folder or a zip."""
    name = f"{page}.html"
    if pages.is_dir():
        yield from _read(pages / name)
        return
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(pages) as archive:
        member = next(entry for entry in archive.namelist() if Path(entry).name == name)
        yield from _read(Path(archive.extract(member, folder)))


def _read(path: Path) -> Iterator[Record]:
    found = recognise_ooh(FoundFile(SourceFile.of(path), path.name, path, FileKind.HTML), ReadOptions())
    if not isinstance(found, Recognition):
        raise SystemExit(f"{path.name} is no page of the handbook")
    yield from found.part.records()
