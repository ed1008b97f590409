"""The publisher's O*NET releases, compared with a plain reading of the same bytes."""

import random
import zipfile
from pathlib import Path

import pytest

from app.sources.files import FileKind, FoundFile
from app.sources.onet import columns_of, recognise_onet
from app.sources.recognition import LeftOut, ReadOptions, Recognition
from app.sources.records import RecordKind, SourceFile
from tests.publisher_files import publisher_file

SEED = 20301


@pytest.mark.parametrize("release", ["30_1", "29_0"])
def test_every_row_of_every_file_is_read_and_sampled_cells_agree(release: str, tmp_path: Path) -> None:
    archive = publisher_file(f"onet/db_{release}_text.zip")
    draw = random.Random(SEED)
    with zipfile.ZipFile(archive) as members:
        for name in members.namelist():
            raw = members.read(name)
            path = tmp_path / "member.txt"
            path.write_bytes(raw)
            file = FoundFile(SourceFile.of(path), f"{archive.name}/{name}", path, FileKind.TEXT)
            answer = recognise_onet(file, ReadOptions())
            if name.endswith("Read Me.txt"):
                assert isinstance(answer, LeftOut)
                continue
            assert isinstance(answer, Recognition), name
            records = [r for r in answer.part.records() if r.kind is not RecordKind.OCCUPATION]
            lines = raw.decode().replace("\r\n", "\n").rstrip("\n").split("\n")
            header = lines[0].split("\t")
            assert len(records) == len(lines) - 1, name
            columns = columns_of(records[0].kind, header)
            assert set(columns.values()) == set(header), name
            for record in draw.sample(records, min(10, len(records))):
                cells = dict(zip(header, lines[record.row - 1].split("\t"), strict=True))
                for field, column in columns.items():
                    assert _same(record.values[field], cells[column]), (name, record.row, column)


def _same(value: object, text: str) -> bool:
    if text == "n/a":
        return value is None
    if isinstance(value, bool):
        return text == ("Y" if value else "N")
    if isinstance(value, int | float):
        return float(text) == value
    if isinstance(value, str) and len(value) == 7 and len(text) == 7 and text[2] == "/":
        return f"{text[3:]}-{text[:2]}" == value
    return value == text.strip()


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
