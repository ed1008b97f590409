"""Rows keep their numbers and columns, whatever corner of a sheet is used; text that cannot be read is named."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sources.files import FileKind, FoundFile
from app.sources.records import SourceFile, UnreadableSourceError
from app.sources.sheets import delimiter_of, forget_sheets, open_sheets
from tests.workbooks import write_xls, write_xlsx


def found(path: Path, kind: FileKind) -> FoundFile:
    return FoundFile(SourceFile.of(path), str(path), path, kind)


def only_sheet(path: Path, kind: FileKind) -> list[list[str]]:
    (sheet,) = open_sheets(found(path, kind))
    return [list(row) for row in sheet.rows()]


@pytest.mark.parametrize("top", [0, 1, 3])
@pytest.mark.parametrize("left", [0, 2])
@pytest.mark.parametrize(("write", "kind"), [(write_xlsx, FileKind.XLSX), (write_xls, FileKind.XLS)])
def test_a_cell_stands_in_its_own_row_and_column(
    tmp_path: Path, write: Callable[..., Path], kind: FileKind, top: int, left: int
) -> None:
    cells = [["a", "b"], [None, None], ["c", 1.5]]
    path = write(tmp_path / "x", {"a": cells} if kind is FileKind.XLSX else cells, top=top, left=left)
    rows = only_sheet(path, kind)
    places = {(row + 1, column + 1): cell for row, line in enumerate(rows) for column, cell in enumerate(line) if cell}
    expected = {(1, 1): "a", (1, 2): "b", (3, 1): "c", (3, 2): "1.5"}
    assert places == {(row + top, column + left): cell for (row, column), cell in expected.items()}


def test_numbers_are_written_without_a_needless_point(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x", {"a": [[31.0, 8.2899999999999991, 144733270, True, False, " x "]]})
    assert only_sheet(path, FileKind.XLSX) == [["31", "8.29", "144733270", "TRUE", "FALSE", " x "]]


def test_a_truth_value_is_told_from_the_number_that_equals_it(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x", {"a": [[1, 0], [True, 1, 0], [1, False], [0, True], [1.0, 0.0]]})
    expected = [["1", "0", ""], ["TRUE", "1", "0"], ["1", "FALSE", ""], ["0", "TRUE", ""], ["1", "0", ""]]
    assert only_sheet(path, FileKind.XLSX) == expected


def test_an_empty_sheet_has_no_rows(tmp_path: Path) -> None:
    sheets = open_sheets(found(write_xlsx(tmp_path / "x", {"a": [["1"]], "Filler": []}), FileKind.XLSX))
    assert [(sheet.sheet.name, len(list(sheet.rows()))) for sheet in sheets] == [("a", 1), ("Filler", 0)]


def test_a_large_sheet_that_is_kept_is_the_file_s_own(tmp_path: Path) -> None:
    one = write_xlsx(tmp_path / "one", {"a": [["one"]] * 2_500})
    two = write_xlsx(tmp_path / "two", {"a": [["two"]] * 2_500})
    for path, text in ((one, "one"), (one, "one"), (two, "two"), (one, "one")):
        assert only_sheet(path, FileKind.XLSX) == [[text]] * 2_500
    forget_sheets()
    assert only_sheet(one, FileKind.XLSX)[0] == ["one"]


@pytest.mark.parametrize("before", [0, 1, 5_000])
def test_text_in_another_encoding_is_named_by_its_line(tmp_path: Path, before: int) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * before + "1,Espa\xf1ola\n".encode("cp1252"))
    with pytest.raises(UnreadableSourceError) as caught:
        only_sheet(path, FileKind.TEXT)
    (problem,) = caught.value.problems
    assert (problem.row, problem.expected[:13]) == (before + 2, "text in UTF-8")
    assert "\\xf1" in problem.text


def test_text_in_utf_16_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-16")
    with pytest.raises(UnreadableSourceError, match="UTF-8"):
        only_sheet(path, FileKind.TEXT)


def test_a_damaged_workbook_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(write_xlsx(tmp_path / "y", {"a": [["1"]]}).read_bytes()[:200])
    with pytest.raises(UnreadableSourceError, match="undamaged"):
        open_sheets(found(path, FileKind.XLSX))


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0")), min_size=2, max_size=2),
        min_size=1,
    )
)
def test_delimited_text_comes_out_as_it_went_in(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("text") / "x.csv"
    with path.open("w", encoding="utf-8", newline="") as stored:
        csv.writer(stored).writerows([["first", "second"], *rows])
    assert only_sheet(path, FileKind.TEXT) == [["first", "second"], *rows]


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (4.6000000000000005, "4.6"),
        (0.1 + 0.2, "0.3"),
        (150.39999999999998, "150.4"),
        (10.100000381469727, "10.1"),  # 10.1 in single precision
        (10.0000001, "10"),
        (231240.15, "231240.15"),
        (12.3456, "12.3456"),
        (0.00012, "0.00012"),
        (1e-07, "0.0000001"),
        (1.23456, "1.23456"),
    ],
)
@pytest.mark.parametrize("kind", [FileKind.XLSX, FileKind.XLS])
def test_a_number_is_what_its_sheet_shows(tmp_path: Path, stored: float, meant: str, kind: FileKind) -> None:
    path = tmp_path / "x"
    if kind is FileKind.XLSX:
        write_xlsx(path, {"a": [[stored]]})
    else:
        write_xls(path, [[stored]])
    assert only_sheet(path, kind) == [[meant]]


def test_a_table_that_ends_within_a_row_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b,c\n1,2,3\n4,5")
    with pytest.raises(UnreadableSourceError, match=r"row 3.*2 cells.*cut off"):
        only_sheet(path, FileKind.TEXT)
    path.write_text("a,b,c\n1,2,3\n4,5\n")
    assert only_sheet(path, FileKind.TEXT)[-1] == ["4", "5"]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2;3\n", ";"),
        ("a\tb\tc\nx, y, z, and so on, and on\t2\t3\n", "\t"),
        ('May 2023, national\n\n"a, of all",b,c\n1,2,3\n', ","),
        ("A title without any\na;b;c\n", ";"),
        ("a,b\n1,2\n", ","),
        ("", "\t"),
    ],
)
def test_the_delimiter_of_a_table_may_stand_below_a_title(tmp_path: Path, text: str, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    assert delimiter_of(path) == delimiter
