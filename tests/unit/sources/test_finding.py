"""What an operator names is found through folders and archives; what could harm is refused before it does."""

import io
import resource
import stat
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from app.sources.broken_cells import _SIGNS, first_broken_cell
from app.sources.files import FileKind, FoundFile
from app.sources.finding import IgnoredFile, Limits, find_files
from app.sources.records import UnreadableSourceError
from tests.processor_time import quickest
from tests.workbooks import write_xls, write_xlsx, xlsx_members

Content = bytes | str


def archive(members: Mapping[str, Content], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", compression) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return stored.getvalue()


@pytest.fixture
def find(tmp_path: Path) -> Callable[..., tuple[list[FoundFile], list[IgnoredFile]]]:
    workspace = tmp_path / "workspace"
    workspace.mkdir()

    def found(*paths: Path, limits: Limits | None = None) -> tuple[list[FoundFile], list[IgnoredFile]]:
        ignored: list[IgnoredFile] = []
        limited = (limits,) if limits else ()
        return list(find_files(paths, workspace, ignored, *limited)), ignored

    return found


Find = Callable[..., tuple[list[FoundFile], list[IgnoredFile]]]


def refused(find: Find, path: Path, **limits: Limits) -> str:
    with pytest.raises(UnreadableSourceError) as caught:
        find(path, **limits)
    (problem,) = caught.value.problems
    assert problem.file.startswith(str(path))
    return str(problem)


def test_folders_archives_and_archives_in_archives_are_opened(find: Find, tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    (folder / "deeper").mkdir(parents=True)
    inner = archive({"oesm18nat/national.csv": "a,b\n1,2\n"})
    (folder / "all.zip").write_bytes(archive({"inner.zip": inner, "page.htm": "<!DOCTYPE html><html></html>"}))
    (folder / "deeper" / "x.txt").write_text("a\tb\n")
    files, ignored = find(folder)
    assert [(file.location.removeprefix(f"{folder}/"), file.kind, file.file.name) for file in files] == [
        ("all.zip/inner.zip/oesm18nat/national.csv", FileKind.TEXT, "national.csv"),
        ("all.zip/page.htm", FileKind.HTML, "page.htm"),
        ("deeper/x.txt", FileKind.TEXT, "x.txt"),
    ]
    assert files[0].path.read_text() == "a,b\n1,2\n"
    assert files[0].file.size_bytes == 8
    assert ignored == []


def test_what_is_no_publication_is_passed_over_and_reported(find: Find, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(
        archive(
            {
                "__MACOSX/._a.csv": "x",
                ".DS_Store": "x",
                "a.csv": "a,b",
                "dir/.hidden/b.csv": "x",
                "~$c.xlsx": "x",
                "d.zip.crdownload": "x",
            }
        )
    )
    files, ignored = find(tmp_path / "x.zip")
    assert [file.file.name for file in files] == ["a.csv"]
    assert len(ignored) == 5
    assert {each.reason for each in ignored} == {
        "what macOS adds to archives",
        "hidden",
        "the mark of a workbook that is open in Excel",
        "a download that is not finished",
    }


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xef\xbb\xbfa,b\n", FileKind.TEXT),
        (b"\n \n<html lang='en'>", FileKind.HTML),
        (b"<!-- saved --><!DOCTYPE HTML PUBLIC", FileKind.HTML),
        (b"name | value |\n", FileKind.TEXT),
        ("a,b\n".encode("utf-16"), FileKind.TEXT),
        (b"caf\xe9,1\n", FileKind.TEXT),
        (b"%PDF-1.7\n", FileKind.UNKNOWN),
        (b"\x1f\x8b\x08\0\0\0", FileKind.UNKNOWN),
        (b"<?xml version='1.0'?><feed/>", FileKind.UNKNOWN),
        (b"\x89PNG\r\n\x1a\n\0\0", FileKind.UNKNOWN),
        (b"", FileKind.UNKNOWN),
    ],
)
def test_the_kind_is_told_by_content(find: Find, tmp_path: Path, content: bytes, kind: FileKind) -> None:
    path = tmp_path / "misleading.xlsx"
    path.write_bytes(content)
    assert [file.kind for file in find(path)[0]] == [kind]


def test_workbooks_are_no_archives(find: Find, tmp_path: Path) -> None:
    new = write_xlsx(tmp_path / "a.zip", {"a": [["1"]]})
    old = write_xls(tmp_path / "b.csv", [["1"]])
    assert [file.kind for file in find(new, old)[0]] == [FileKind.XLSX, FileKind.XLS]
    (tmp_path / "text.docx").write_bytes(archive({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}))
    assert find(tmp_path / "text.docx")[0][0].kind is FileKind.UNKNOWN


def test_a_path_that_is_not_there_is_named(find: Find, tmp_path: Path) -> None:
    assert "exists" in refused(find, tmp_path / "nothing.zip")


@pytest.mark.parametrize("name", ["../out.csv", "/etc/out.csv", "a/../../out.csv", "..\\out.csv", "C:\\out.csv"])
def test_a_name_that_leads_elsewhere_is_refused(find: Find, tmp_path: Path, name: str) -> None:
    (tmp_path / "x.zip").write_bytes(archive({name: "x"}))
    assert "stay inside" in refused(find, tmp_path / "x.zip")
    assert not (tmp_path.parent / "out.csv").exists()


def test_a_link_is_refused(find: Find, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as written:
        link = zipfile.ZipInfo("a.csv")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        written.writestr(link, "/etc/passwd")
    assert "a link" in refused(find, tmp_path / "x.zip")


def test_an_encrypted_member_is_refused(find: Find, tmp_path: Path) -> None:
    spoiled = bytearray(archive({"a.csv": "x"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        spoiled[spoiled.index(mark) + at] |= 1
    (tmp_path / "x.zip").write_bytes(spoiled)
    assert "encrypted" in refused(find, tmp_path / "x.zip")


def test_a_truncated_archive_and_one_with_a_flipped_bit_are_refused(find: Find, tmp_path: Path) -> None:
    whole = archive({"a.csv": "".join(f"{number},{number * 7919}\n" for number in range(5_000))})
    for name, content in (
        ("cut.zip", whole[: len(whole) // 2]),
        ("flipped.zip", whole[:2000] + bytes([whole[2000] ^ 0x55]) + whole[2001:]),
        ("head.zip", b"PK\x03\x04 and no more"),
    ):
        (tmp_path / name).write_bytes(content)
        assert "undamaged" in refused(find, tmp_path / name)


def test_a_flipped_bit_in_a_workbook_is_refused(find: Find, tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", {"a": [[number, number * 7919] for number in range(5_000)]})
    whole = path.read_bytes()
    at = len(whole) // 2
    path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
    assert "undamaged" in refused(find, path)


class _Zeros(io.RawIOBase):
    """So many zeros, which take no memory."""

    def __init__(self, size: int) -> None:
        self.left = size

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = min(len(buffer), self.left)
        buffer[:count] = bytes(count)
        self.left -= count
        return count


def bomb(path: Path, name: str = "a.csv", size: int = 300 * 1024**2) -> Path:
    import shutil

    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written, written.open(name, "w") as member:
        shutil.copyfileobj(_Zeros(size), member, 1 << 20)  # type: ignore[misc]
    return path


def test_a_bomb_is_refused_at_once(find: Find, tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.zip")
    nested = tmp_path / "nested.zip"
    nested.write_bytes(archive({"inner.zip": path.read_bytes()}))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    said, seconds = quickest(lambda: (refused(find, path), refused(find, nested)))
    assert "times as much" in said[0]
    assert "inner.zip" in said[1]
    assert seconds < 2
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_bomb_that_understates_its_size_is_refused(find: Find, tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.zip")
    spoiled = bytearray(path.read_bytes())
    at = spoiled.index(b"PK\x01\x02")
    spoiled[at + 24 : at + 28] = struct.pack("<I", 1000)
    path.write_bytes(spoiled)
    assert "undamaged" in refused(find, path)
    assert sum(file.stat().st_size for file in (tmp_path / "workspace").rglob("0*")) <= 1000


def test_archives_nested_too_deeply_are_refused(find: Find, tmp_path: Path) -> None:
    content = archive({"a.csv": "a,b\n"})
    for _ in range(3):
        content = archive({"x.zip": content})
    (tmp_path / "x.zip").write_bytes(content)
    assert [file.file.name for file in find(tmp_path / "x.zip")[0]] == ["a.csv"]
    (tmp_path / "y.zip").write_bytes(archive({"x.zip": content}))
    assert "nested" in refused(find, tmp_path / "y.zip")


def test_too_many_files_and_too_many_bytes_are_refused(find: Find, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(archive({f"{number}.csv": "abcdefgh" for number in range(20)}))
    assert "at most 10" in refused(find, tmp_path / "x.zip", limits=Limits(members=10))
    assert "at most 100" in refused(find, tmp_path / "x.zip", limits=Limits(unpacked_bytes=100))
    assert "list of members" in refused(find, tmp_path / "x.zip", limits=Limits(directory_bytes=100))
    # The bound is for all archives together.
    assert len(find(tmp_path / "x.zip", limits=Limits(members=39))[0]) == 20
    with pytest.raises(UnreadableSourceError, match="all archives together"):
        find(tmp_path / "x.zip", tmp_path / "x.zip", limits=Limits(members=39))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_bomb_in_a_workbook_is_refused(find: Find, tmp_path: Path, encoding: str) -> None:
    members: dict[str, Content] = dict(xlsx_members({"a": [["1"]]}))
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    sheet = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a0 "lol">{entities}]><worksheet>&a9;'
    members["xl/worksheets/sheet1.xml"] = sheet.encode(encoding)
    (tmp_path / "x.xlsx").write_bytes(archive(members))
    assert "document type" in refused(find, tmp_path / "x.xlsx")


def test_a_workbook_with_a_huge_part_is_refused(find: Find, tmp_path: Path) -> None:
    members: dict[str, Content] = dict(xlsx_members({"a": [["1"]]}))
    members["xl/sharedStrings.xml"] = f"<sst><si><t>{'A' * 50_000_000}</t></si></sst>"
    (tmp_path / "x.xlsx").write_bytes(archive(members))
    assert "times as much" in refused(find, tmp_path / "x.xlsx")


def test_markup_that_hides_its_beginning_is_refused(find: Find, tmp_path: Path) -> None:
    members: dict[str, Content] = dict(xlsx_members({"a": [["1"]]}))
    members["xl/worksheets/sheet1.xml"] = f"<!--{' ' * 70_000}--><!DOCTYPE x><worksheet/>"
    (tmp_path / "x.xlsx").write_bytes(archive(members))
    assert "no element" in refused(find, tmp_path / "x.xlsx")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('<c r="K10" t="e"><v>#REF!</v></c>', "K10, #REF!"),
        ('<c r="K10" s="3" t="e"><f>A1/0</f><v>#DIV/0!</v></c>', "K10, #DIV/0!"),
        ('<x:c t="e" r="B2"><x:v>#N/A</x:v></x:c>', "B2, #N/A"),
        ('<c r="C3"><f>A1*2</f></c>', "C3, a formula without its result"),
        ('<c r="C3"><f t="shared" si="0"/></c>', "C3, a formula without its result"),
        ('<c r="C3"><f>1000+230</f><v></v></c>', "C3, a formula without its result"),
        ('<c r="C3"><f>1000+230</f><v/></c>', "C3, a formula without its result"),
        ('<c r="C3"><f>1000+230</f><v /></c>', "C3, a formula without its result"),
    ],
)
@pytest.mark.parametrize("before", ["", " " * 262_130])
def test_a_workbook_with_an_error_in_a_cell_is_refused(
    find: Find, tmp_path: Path, cell: str, said: str, before: str
) -> None:
    members: dict[str, Content] = dict(xlsx_members({"a": [["1"]]}))
    sheet = "xl/worksheets/sheet1.xml"
    members[sheet] = f"<worksheet><sheetData><row>{before}{cell}</row></sheetData></worksheet>"
    (tmp_path / "x.xlsx").write_bytes(archive(members))
    assert f"{sheet}, {said}" in refused(find, tmp_path / "x.xlsx")


@pytest.mark.parametrize(
    "cell",
    ['<c r="A1" s="3"/>', '<c r="A1" t="s"/>',
     '<c r="A1"><f>A2*2</f><v>4</v></c>', '<c r="A1" t="str"><f>A2&amp;""</f><v></v></c>',
     '<c r="A1" t="s"><v>0</v></c>', '<c r="A1" s="1"/><c r="B1"><v>2</v></c>'],
)  # fmt: skip
def test_blank_and_computed_cells_are_no_errors(find: Find, tmp_path: Path, cell: str) -> None:
    members: dict[str, Content] = dict(xlsx_members({"a": [["1"]]}))
    members["xl/worksheets/sheet1.xml"] = f"<worksheet><sheetData><row>{cell}</row></sheetData></worksheet>"
    (tmp_path / "x.xlsx").write_bytes(archive(members))
    assert find(tmp_path / "x.xlsx")[0][0].kind is FileKind.XLSX


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (b"\x05\x02\x08\x00\x09\x00\x0a\x00\x0f\x00\x17\x01", "row 10, column 11, #REF!"),
        (b"\x06\x00\x16\x00\x02\x00\x01\x00\x0f\x00\x02\x00\x07\x00\x00\x00\xff\xff", "row 3, column 2, #DIV/0!"),
    ],
)
def test_an_old_workbook_with_an_error_in_a_cell_is_refused(
    find: Find, tmp_path: Path, record: bytes, said: str
) -> None:
    whole = write_xls(tmp_path / "x.xls", [["a", 1]]).read_bytes()
    assert find(tmp_path / "x.xls")[0][0].kind is FileKind.XLS
    room = whole.index(bytes(len(record)), len(whole) // 2)
    (tmp_path / "x.xls").write_bytes(whole[:room] + record + whole[room + len(record) :])
    assert said in refused(find, tmp_path / "x.xls")


@pytest.mark.parametrize(
    "unending", ['<c t="e" ' + 't="e" ' * 40_000, '<c t="e"><f>' * 20_000, '<c t="s" />' + " " * 200_000]
)
def test_a_sheet_that_repeats_its_attributes_is_looked_through_at_once(unending: str) -> None:
    _, seconds = quickest(lambda: first_broken_cell([unending.encode()]))
    assert seconds < 1


_ROWS = b"".join(b'<row r="%d" spans="1:2"><c r="A%d"><v>1</v></c></row>' % (one, one) for one in range(1, 30))


@pytest.mark.parametrize("size", [1, 7, 64, 5_000])
def test_a_row_with_the_number_of_another_is_named_wherever_blocks_end(size: int) -> None:
    def blocks(xml: bytes) -> list[bytes]:
        return [xml[start : start + size] for start in range(0, len(xml), size)]

    assert first_broken_cell(blocks(_ROWS)) is None
    assert first_broken_cell(blocks(_ROWS + b'<row r="29"></row>')) == "row 29 after row 29"
    assert first_broken_cell(blocks(_ROWS + b'<row spans="1:2" r="12"></row>')) == "row 12 after row 29"
    assert first_broken_cell(blocks(_ROWS + b'<row r="31"></row><row></row><row r="40"></row>')) is None


def test_an_ordinary_sheet_is_not_looked_through_for_each_kind_of_broken_cell() -> None:
    plain = _ROWS + b'<row r="31"><c r="A31" t="s" s="2"><v>3</v></c><c r="B31" s="1"/></row></sheetData>'
    looked_for = [pattern for pattern, signs in _SIGNS if any(sign in plain for sign in signs)]
    assert len(looked_for) <= 1  # blank cells end as formulas may
