"""Tables of a data package: cells by the type of their column, and every mistake with its place."""

import gzip
import json
from pathlib import Path

import pytest

from app.sources.records import SourceFile, UnreadableSourceError
from app.sources.table_schema import Resource, read_lines, read_package, read_rows

TYPES = {"name": "string", "count": "integer", "share": "number", "year": "year", "day": "date", "sure": "boolean"}


def table(folder: Path, *lines: str) -> Resource:
    """A table with these lines under its header."""
    path = folder / "things.csv"
    path.write_text("\n".join([",".join(TYPES), *lines, ""]), encoding="utf-8")
    return Resource("things", path, TYPES)


def rows(resource: Resource) -> list[tuple[int, dict[str, object]]]:
    """Everything in a table."""
    return [(number, dict(row)) for number, row in read_rows(resource, SourceFile.of(resource.path))]


def test_cells_have_the_type_of_their_column_and_empty_ones_are_none(tmp_path: Path) -> None:
    found = rows(table(tmp_path, "a,-5,11.0,2018,2024-01-31,true", "0012,,,,,false", '"x, y",0,-0.5,1999,,'))
    assert found == [
        (2, {"name": "a", "count": -5, "share": 11.0, "year": 2018, "day": "2024-01-31", "sure": True}),
        (3, {"name": "0012", "count": None, "share": None, "year": None, "day": None, "sure": False}),
        (4, {"name": "x, y", "count": 0, "share": -0.5, "year": 1999, "day": None, "sure": None}),
    ]


@pytest.mark.parametrize(
    ("column", "text"),
    [
        *[
            ("count", "1.5"),
            ("count", "1_000"),
            ("count", "\uff15"),
            ("count", " 5"),
            ("count", "+5"),
            ("count", "five"),
        ],
        *[("share", "nan"), ("share", "inf"), ("share", "1e5"), ("share", "1_0"), ("share", "11%"), ("share", ".5")],
        *[
            ("year", "MMXX"),
            ("day", "31.1.2024"),
            ("day", "2024-1-31"),
            ("sure", "True"),
            ("sure", "yes"),
            ("sure", "1"),
        ],
    ],
)
def test_a_cell_of_another_type_is_named(tmp_path: Path, column: str, text: str) -> None:
    cells = dict.fromkeys(TYPES, "") | {"name": "a", column: text}
    with pytest.raises(UnreadableSourceError) as caught:
        rows(table(tmp_path, "a,,,,,", ",".join(cells.values())))
    (found,) = caught.value.problems
    assert (found.file, found.row, found.column, found.text) == ("things.csv", 3, column, text)
    assert found.expected


def test_ragged_rows_and_other_headers_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        rows(table(tmp_path, "a,1", "b,,,,,", "c,1,2,3,4,5,6"))
    assert [(found.row, found.column) for found in caught.value.problems] == [(2, "row"), (4, "row")]
    resource = table(tmp_path)
    with pytest.raises(UnreadableSourceError, match="header"):
        rows(Resource("things", resource.path, {"other": "string"}))


def test_packed_files_are_read_and_damaged_ones_named(tmp_path: Path) -> None:
    content = "a,b\n" + "1,2\n" * 1000
    path = tmp_path / "things.csv.gz"
    packed = gzip.compress(content.encode())
    path.write_bytes(packed)
    assert len(list(read_lines(path))) == 1001
    for damaged in (packed[:-20], b"no gzip at all", packed[:30] + b"\0\0\0\0" + packed[34:]):
        path.write_bytes(damaged)
        with pytest.raises(UnreadableSourceError, match=r"things\.csv\.gz.*undamaged"):
            list(read_lines(path))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = tmp_path / "things.csv"
    path.write_bytes(b"a,b\n1,\xff\n")
    with pytest.raises(UnreadableSourceError, match=r"things\.csv.*UTF-8"):
        list(read_lines(path))


def test_a_package_gives_its_tables_and_leaves_out_its_texts(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "string"}, {"name": "b", "type": "integer"}]
    resources = [{"name": "t", "path": "t.csv", "schema": {"fields": fields}}, {"name": "text", "path": "d.txt"}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}))
    tables = {"t": Resource("t", tmp_path / "t.csv", {"a": "string", "b": "integer"})}
    assert read_package(tmp_path, ()) == read_package(tmp_path, ["t"]) == tables
    with pytest.raises(UnreadableSourceError, match=r"datapackage\.json.*other"):
        read_package(tmp_path, ["t", "other"])


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "no JSON (Expecting value"),
        (b"{", "no JSON (Expecting property name"),
        (b"\xff", "no text in UTF-8"),
        (b"[]", "JSON of another structure"),
        (b"{}", "no `resources`"),
        (b'{"resources": [{"name": "t", "schema": {}}]}', "no `fields`"),
        (
            b'{"resources": [{"name": "t", "path": "t", "schema": {"fields": [{"name": "a", "type": "x"}]}}]}',
            "t: no column can be of type x",
        ),
        (None, "no such file"),
    ],
)
def test_what_is_no_package_is_named(tmp_path: Path, content: bytes | None, found: str) -> None:
    if content is not None:
        (tmp_path / "datapackage.json").write_bytes(content)
    with pytest.raises(UnreadableSourceError) as caught:
        read_package(tmp_path, ())
    assert "datapackage.json, file: found " in str(caught.value)
    assert found in str(caught.value)
    assert "expected a Frictionless data package: JSON whose `resources` name each table" in str(caught.value)
    assert "Error" not in str(caught.value)


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    resource = table(tmp_path)
    resource.path.write_bytes(b"")
    with pytest.raises(UnreadableSourceError, match=r"things\.csv"):
        rows(resource)


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"abc")
    found = SourceFile.of(path)
    assert (found.name, found.size_bytes) == ("a.csv", 3)
    assert found.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
