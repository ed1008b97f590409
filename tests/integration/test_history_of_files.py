"""Histories and changes on the publisher's files, beside the same question put to the workbooks by another route."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import python_calamine

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from tests.checked_client import CheckedClient
from tests.publisher_files import publisher_file
from tests.small_rounds import load
from tests.walking import records

# File, and the part of the name that the workbook in it has; by year.
_NATION = {
    2010: ("oews/oesm10nat.zip", "national_M2010_dl"),
    2018: ("oews/oesm18nat.zip", "national_M2018_dl"),
    2019: ("oews/national_M2019_dl.xlsx", "national_M2019_dl"),
    2022: ("oews/national_M2022_dl.xlsx", "national_M2022_dl"),
}
_STATES = "oews/oesm13st.zip"
_HYBRIDS = "classifications/oes_hybrid_crosswalk.csv"
_REVISION = "classifications/soc2010_to_2018_crosswalk.csv"


@pytest.fixture(scope="module")
def files_client(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """Asks an application over the seed, the national files of four years and the crosswalks of the last revision."""
    paths = [publisher_file(name) for name, _ in _NATION.values()]
    paths += [publisher_file(name) for name in (_HYBRIDS, _REVISION)]
    folder = tmp_path_factory.mktemp("files")
    path = folder / "occupations.sqlite3"
    shutil.copy(database_url.removeprefix("sqlite:///"), path)
    writer = create_writer(f"sqlite:///{path}")
    (folder / "workspace").mkdir()
    load(writer, paths, folder / "workspace")
    writer.dispose()
    application = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(application) as asking:
        yield asking
    application.state.database.close()


@cache
def workbook(year: int) -> list[dict[str, Any]]:
    """The rows of a national file as its cells are, each once, by the capital names of its columns."""
    name, stem = _NATION[year]
    content = publisher_file(name).read_bytes()
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = archive.read(next(one for one in archive.namelist() if stem in one))
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheet = next(
        rows for rows in (book.get_sheet_by_name(one).to_python() for one in book.sheet_names) if len(rows) > 99
    )
    head = [str(cell).strip().upper() for cell in sheet[0]]
    return [dict(zip(head, row, strict=True)) for row in sheet[1:]]


def published(year: int, code: str, column: str) -> int | None:
    """A figure of a code in a year's file; `None` if the file does not have the code."""
    row = next((row for row in workbook(year) if row["OCC_CODE"] == code), None)
    return None if row is None else int(row[column])


def shown(client: CheckedClient, code: str, what: str, measure: str) -> dict[tuple[str, str], int]:
    answer = client.answer(f"/v1/occupations/{code}/{what}/history")
    return {
        (record["soc_code"], record["reference_period"]): record[measure]
        for record in answer["data"]
        if record["reference_period"] != "2025-05"
    }


@pytest.mark.parametrize("code", ["47-2111", "29-2072", "15-1132", "21-1018"])
def test_a_history_has_the_cells_of_the_workbooks(files_client: CheckedClient, code: str) -> None:
    for what, measure, column in (("wages", "annual_median", "A_MEDIAN"), ("employment", "employment", "TOT_EMP")):
        found = shown(files_client, code, what, measure)
        codes = {of for of, _ in found}
        assert code in codes
        expected = {
            (of, f"{year}-05"): published(year, of, column)
            for year in _NATION
            for of in codes
            if published(year, of, column) is not None
        }
        assert found == expected


def test_electricians_have_no_series_over_a_break(files_client: CheckedClient) -> None:
    answer = files_client.answer("/v1/occupations/47-2111/wages/history")
    assert [span["periods"] for span in answer["spans"]] == [
        ["2010-05"],
        ["2018-05"],
        ["2019-05"],
        ["2022-05", "2025-05"],
    ]
    assert [record["annual_median"] for record in answer["data"]] == [48_250, 55_190, 56_180, 60_240, 63_190]


def test_medical_records_specialists_come_with_what_they_were(files_client: CheckedClient) -> None:
    answer = files_client.answer("/v1/occupations/29-2072/employment/history")
    assert {(record["soc_code"], record["reference_period"]): record["employment"] for record in answer["data"]} == {
        ("29-2071", "2010-05"): 176_090,
        ("29-2071", "2018-05"): 208_650,
        ("29-2098", "2019-05"): 331_790,
        ("29-2072", "2022-05"): 187_720,
        ("29-2072", "2025-05"): 194_720,
    }


def test_a_pair_of_releases_differs_where_the_workbooks_do(files_client: CheckedClient) -> None:
    old, new = (
        {row["OCC_CODE"]: row["TOT_EMP"] for row in workbook(year) if row["OCC_CODE"] != "29-2072"}
        for year in (2019, 2022)
    )
    found = records(files_client, "/v1/releases/oews-2019-05/changes?to=oews-2022-05&measure=employment&limit=1000")
    changed = {
        record["soc_code"]: (record["from_value"], record["to_value"])
        for record in found
        if record["kind"] == "changed"
    }
    expected = {
        code: (old[code], new[code])
        for code in old.keys() & new.keys()
        if old[code] != new[code] and "*" not in f"{old[code]}{new[code]}"
    }
    assert {code: changed.get(code) for code in expected} == expected
    assert {record["soc_code"] for record in found if record["kind"] in ("gone", "retired")} == old.keys() - new.keys()
    kinds = {record["soc_code"]: record["kind"] for record in found}
    assert (kinds["29-2098"], kinds["29-2072"]) == ("retired", "introduced")
