"""The publisher's O*NET releases as they are read. `test_random_cells` compares rows and cells with the raw text."""

import zipfile
from pathlib import Path

from app.sources.files import FileKind, FoundFile
from app.sources.onet import recognise_onet
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import SourceFile
from tests.publisher_files import publisher_file


def test_work_styles_changed_shape_in_30(tmp_path: Path) -> None:
    with zipfile.ZipFile(publisher_file("onet/db_30_1_text.zip")) as members:
        path = tmp_path / "styles.txt"
        path.write_bytes(members.read("db_30_1_text/Work Styles.txt"))
    file = FoundFile(SourceFile.of(path), "db_30_1_text/styles.txt", path, FileKind.TEXT)
    answer = recognise_onet(file, ReadOptions())
    assert isinstance(answer, Recognition)
    first = next(answer.part.records())
    assert (first.values["scale_id"], first.values["value"], first.values["date"]) == ("DR", 7.0, "2025-12")
    assert "n" not in first.values
