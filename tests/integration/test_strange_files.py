"""A folder of downloads with files that are damaged, of other kinds, or of nobody: each is named, with what to do."""

import gzip
import io
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.loading import content, nation, run_in_process, state_rows, states, write_csv
from tests.unit.sources.oews.layouts import national_2010, today
from tests.unit.sources.ooh.pages import PageText
from tests.workbooks import write_xls, xlsx_members

Make = Callable[[Path], object]
_TABLE = "\n".join(",".join(row) for row in today({}, {"OCC_CODE": "29-1141"}, {"OCC_CODE": "29-1171"})) + "\n"
_CODES = [{"OCC_CODE": f"29-{number}", "TOT_EMP": "9876" if number == 1160 else "10"} for number in range(1100, 1170)]
_LONG_TABLE = "\n".join(",".join(row) for row in today(*_CODES)) + "\n"
_SHEET = "xl/worksheets/sheet1.xml"


def _workbook(path: Path, change: Callable[[dict[str, str]], object]) -> None:
    members = xlsx_members({"All May 2024 data": today()})
    change(members)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)


def _cut_xls(path: Path, size: int) -> None:
    rows = [*national_2010(), *([f"11-{number}", "Managers", *["1"] * 18] for number in range(1011, 1070))]
    whole = write_xls(path, rows, name="national_M2010_dl").read_bytes()
    path.write_bytes(whole[: size if size > 0 else len(whole) + size])


def _as_index_of_strings(members: dict[str, str]) -> None:
    text = members[_SHEET].replace('t="inlineStr"', 't="s"').replace('<is><t xml:space="preserve">', "<v>")
    members[_SHEET] = text.replace("</t></is>", "</v>")


def _compound(path: Path, stream: str) -> None:
    whole = write_xls(path, [["a"]]).read_bytes()
    path.write_bytes(whole.replace("Workbook".encode("utf-16-le"), stream[:8].ljust(8).encode("utf-16-le")))
    with path.open("ab") as appended:
        appended.write(stream.encode("utf-16-le").ljust(512, b"\0"))


def _encrypted_zip(path: Path) -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("a.csv", "x")
    spoiled = bytearray(stored.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        spoiled[spoiled.index(mark) + at] |= 1
    path.write_bytes(spoiled)


def _docx(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")


# Files that were meant to be read and cannot: a name, how it is made, and a word of what is said.
DAMAGED: dict[str, tuple[Make, str]] = {
    "cut.xls": (lambda path: _cut_xls(path, 10_000), "undamaged"),
    "end_cut.xls": (lambda path: _cut_xls(path, -700), "ends too early"),
    "sectors_cut.xls": (lambda path: _cut_xls(path, -4096), "undamaged"),
    "broken_strings.xlsx": (
        lambda path: _workbook(path, lambda m: m.update({"xl/sharedStrings.xml": "<sst><si>"})),
        "damage",
    ),
    "cut_sheet.xlsx": (lambda path: _workbook(path, lambda m: m.update({_SHEET: m[_SHEET][:800]})), "undamaged"),
    "no_sheet.xlsx": (lambda path: _workbook(path, lambda m: m.pop(_SHEET)), "undamaged"),
    "no_strings.xlsx": (lambda path: _workbook(path, _as_index_of_strings), "undamaged"),
    "locked.xlsx": (lambda path: _compound(path, "EncryptedPackage"), "password"),
    "locked.zip": (_encrypted_zip, "password"),
    "cut_line_M2020.csv": (lambda path: path.write_text(_TABLE[:-40]), "cut off"),
    "cut_flag_M2020.csv": (lambda path: path.write_text(_TABLE[:-4]), "cut off"),
    "zero_M2020.csv": (lambda path: path.write_text(_LONG_TABLE.replace("9876", "9\x0076")), "9\\x0076"),
    "windows_M2020.csv": (
        lambda path: path.write_bytes(_TABLE.replace("Medical", "M\u00e9dical").encode("cp1252")),
        "CSV UTF-8",
    ),
}
# Files that are something else, or nothing.
OTHERS: dict[str, tuple[Make, str]] = {
    "national_M2021_dl.xlsx": (
        lambda path: path.write_text("<!DOCTYPE html><html><title>Access Denied</title>"),
        "'Access Denied'",
    ),
    "nurses.htm": (lambda path: path.write_text("<html><title>Page not found</title><a href='/ooh/'>"), "another page"),
    "x_M2020.csv.gz": (lambda path: path.write_bytes(gzip.compress(_TABLE.encode())), "Unpack it"),
    "empty.csv": (lambda path: path.write_bytes(b""), "empty"),
    "blank.csv": (lambda path: path.write_bytes(b"\n\n"), "without words"),
    "tables.pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n"), "a PDF"),
    "letter.docx": (_docx, "no workbook"),
    "zero_early_M2020.csv": (lambda path: path.write_text(_TABLE.replace("1230", "1\x0030", 1)), "zero byte"),
    "memo.doc": (lambda path: _compound(path, "WordDocument"), "no workbook"),
    "note [bold]\x07.txt": (lambda path: path.write_text('He said "no", and\nleft'), "He said"),
    "notes_in_cp1252.txt": (lambda path: path.write_bytes(b"Caf\xe9 at noon"), "at noon"),
    os.fsdecode(b"name\xff.txt"): (lambda path: path.write_text("hello"), "hello"),
}


@pytest.fixture
def database(tmp_path: Path, migrated_database: Path) -> Path:
    """The test's own database, without rows."""
    (tmp_path / "own").mkdir()
    return Path(shutil.copy(migrated_database, tmp_path / "own" / "occupations.sqlite3"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of downloads with a sound file."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    states(folder)
    return folder


def test_all_that_is_damaged_in_a_folder_is_named_at_once_and_nothing_is_stored(database: Path, folder: Path) -> None:
    for name, (make, _) in (DAMAGED | OTHERS).items():
        make(folder / name)
    write_csv(folder / "state_M2023_dl.csv", state_rows(TOT_EMP="many"))
    (folder / "loop").symlink_to(folder)
    (folder / "gone").symlink_to(folder / "nowhere")
    said = run_in_process(database, "load", folder, "--json")
    assert said.code == 3
    problems = {Path(one["file"]).name: f"{one['text']} {one['expected']}" for one in said.json["problems"]}
    assert problems.keys() == {*DAMAGED, "state_M2023_dl.csv"}
    for name, (_, word) in DAMAGED.items():
        assert word in problems[name].replace("\0", "\\x00"), name
    unknown = {Path(one["file"]).name: one["why"] for one in said.json["unrecognised"]}
    assert len(unknown) == len(OTHERS)
    for name, (_, word) in OTHERS.items():
        assert word in unknown[os.fsencode(name).decode("utf-8", "backslashreplace")], name
    for word in ("loop, a link to a folder", "gone, no regular file"):
        assert word in said.err
    assert "oews_estimate" not in content(database)
    shown = run_in_process(database, "load", folder)
    assert "problems; nothing is stored" in shown.err
    assert "Traceback" not in shown.err


def test_files_of_nobody_in_a_folder_leave_the_rest(database: Path, folder: Path) -> None:
    for name, (make, _) in OTHERS.items():
        make(folder / name)
    assert run_in_process(database, "load", folder).code == 4
    assert len(content(database)["oews_estimate"]) == 3


def test_a_file_with_a_name_that_is_no_unicode_loads(database: Path, folder: Path) -> None:
    path = folder / os.fsdecode(b"state_M2024_\xff.csv")
    (folder / "state_M2024_dl.csv").rename(path)
    assert run_in_process(database, "load", path).code == 0
    assert {row[2] for row in content(database)["oews_estimate"]} == {"state_M2024_\\xff.csv"}
    assert run_in_process(database, "verify").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(database: Path, folder: Path) -> None:
    nation(folder).chmod(0)
    said = run_in_process(database, "load", folder)
    assert (said.code, "national_M2024_dl.csv" in said.err, "may be read" in said.err) == (3, True, True)


def test_companions_of_the_publishers_files_are_no_mistake(database: Path, folder: Path) -> None:
    """Descriptions of the columns and the read-me of a release hold nothing to load, and the command ends well."""
    descriptions = folder / "field_descriptions.xls"
    rows = [
        ["May 2024 OEWS Estimates"],
        *([name, "what it is"] for name in ("occ_code", "tot_emp", "h_mean", "a_median")),
    ]
    write_xls(descriptions, [["Occupational Employment and Wage Statistics (OEWS) Survey"], *rows])
    (folder / "Read Me.txt").write_text("O*NET\u00ae 30.1 Database\nThis is a release.\n", encoding="utf-8")
    green = "O*NET-SOC Code\tGreen Occupational Category\n11-9999.99\tGreen New & Emerging\n"
    (folder / "Green Occupations.txt").write_text(green, encoding="utf-8")
    said = run_in_process(database, "load", folder)
    assert said.code == 0
    assert "field_descriptions.xls (OEWS field descriptions)" in said.err
    assert "Green Occupations.txt (O*NET text release)" in said.err
    alone = run_in_process(database, "load", descriptions)
    assert (alone.code, alone.out) == (0, "Nothing to load.\n")
    assert run_in_process(database, "load", descriptions, "--json").json == {"reports": [], "unrecognised": []}


def test_a_page_in_new_words_keeps_no_other_page_out_and_is_named(database: Path, folder: Path) -> None:
    ordinary = PageText().html()
    (folder / "kites.html").write_text(ordinary, encoding="utf-8")
    other = ordinary.replace("kite-makers.htm", "balloon-makers.htm").replace("is projected to decline", "may lose")
    start = other.index('<table id="similar')
    without = other[:start] + other[other.index("</table>", start) + len("</table>") :]
    (folder / "balloons.html").write_text(without, encoding="utf-8")
    said = run_in_process(database, "load", folder)
    assert said.code == 0
    assert "balloons.html, line" in said.err
    assert "lacks the table of similar occupations" in said.err
    assert "Employment of kite makers may lose 4 percent from 2024 to 2034." in said.err
    assert "kites.html, line" not in said.err
    changed = ordinary.replace("11,800", "11,8OO")
    (folder / "kites.html").write_text(changed, encoding="utf-8")
    damaged = run_in_process(database, "load", folder, "--json")
    assert damaged.code == 3
    assert [problem["text"] for problem in damaged.json["problems"]] == ["11,8OO"]


def test_what_is_shown_fits_a_terminal_of_80_columns(
    database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli.load_report.out.width", 80)
    deep = folder / "a folder with a long name" / "another one that is still longer than that"
    deep.mkdir(parents=True)
    nation(deep)
    said = run_in_process(database, "load", folder)
    assert said.code == 0
    assert max(map(len, said.out.splitlines())) <= 80
    for words in ("national_M2024_dl.csv", "rows read 3", "stored 8"):
        assert words in said.out
