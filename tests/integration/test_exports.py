"""Lists as files: the same cells in every form, whole lists as they are read, and what a table says of itself."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import orjson
import pytest
from fastapi import FastAPI
from pyarrow import parquet

from app.api.table_rows import lines_for_spreadsheets, lines_of
from app.config import Settings
from app.domain.columns import CellKind, Column
from app.main import create_app
from app.queries import listing
from tests.checked_client import CheckedClient
from tests.every_path import ILLUSTRATED, PATHS, asking, parameters
from tests.walking import records

TABLES = [template for template in PATHS if "format" in parameters(template)]
# Of the largest lists a part that is several batches, with figures that are withheld or bounded in it.
_PART = {
    "/v1/wages": "area_code=TX&major_group=29",
    "/v1/employment": "area_code=99&major_group=29&program=oews&program=ooh&program=ep",
    "/v1/occupations": "major_group=29",
}


@pytest.fixture(scope="module")
def app(illustrated_url: str) -> Iterator[FastAPI]:
    """The application over the seed and small releases of the other programs, whose lists come in small batches."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listing, "_IN_BATCHES", {"yield_per": 40})
        application = create_app(Settings(database_url=illustrated_url))
        yield application
        application.state.database.close()


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[CheckedClient]:
    with CheckedClient(app) as asking:
        yield asking


def url_of(template: str, *more: str) -> str:
    query = "&".join(part for part in (_PART.get(template, ""), *more) if part)
    path = ILLUSTRATED[template]
    if template.endswith("/by-area"):  # the code that most paths are asked with has no figures below the nation
        path = template.format(soc_code="29-2072")
    return asking(path, query) if query else path


def whole(client: CheckedClient, template: str, form: str, *more: str) -> httpx.Response:
    everything = ["limit=all"] if "limit" in parameters(template) else []
    response = client.get(url_of(template, f"format={form}", *everything, *more))
    assert response.status_code == 200, response.text[:500]
    return response


def in_json(client: CheckedClient, template: str, *more: str) -> list[dict[str, Any]]:
    pages = ["limit=1000"] if "limit" in parameters(template) else []
    return records(client, url_of(template, *pages, *more))


def flat(record: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """A record of the JSON form as a row, by the documented rule."""
    row: dict[str, Any] = {}
    for name, value in record.items():
        if name == "qualifiers" and isinstance(value, dict):
            row |= {f"{prefix}{measure}_qualifier": qualifier for measure, qualifier in value.items()}
        elif isinstance(value, dict):
            row |= flat(value, f"{prefix}{name}_")
        else:
            row[f"{prefix}{name}"] = value
    return row


def read_cell(cell: str, like: Any) -> Any:
    """A cell of CSV as a value of the same type as `like`."""
    if cell == "":
        return None
    if isinstance(like, bool):
        return {"true": True, "false": False}[cell]
    if isinstance(like, list):
        return json.loads(cell)
    return type(like)(cell) if isinstance(like, int | float) else cell


def same_rows(rows: list[dict[str, Any]], expected: list[dict[str, Any]], columns: list[str]) -> None:
    assert len(rows) == len(expected)
    for row, record in zip(rows, expected, strict=True):
        wanted = flat(record)
        assert wanted.keys() <= set(columns) | {name for name, value in wanted.items() if value is None}
        assert row == {name: wanted.get(name) for name in columns}


def csv_rows(text: str, expected: list[dict[str, Any]]) -> tuple[list[str], list[dict[str, Any]]]:
    header, *lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = [
        {name: read_cell(cell, wanted.get(name)) for name, cell in zip(header, line, strict=True)}
        for line, wanted in zip(lines, map(flat, expected), strict=True)
    ]
    return header, rows


@pytest.mark.parametrize("template", TABLES)
def test_every_list_has_the_same_cells_in_every_form(client: CheckedClient, template: str) -> None:
    expected = in_json(client, template)
    text = whole(client, template, "csv").text
    header, rows = csv_rows(text, expected)
    same_rows(rows, expected, header)
    assert text.count("\r\n") >= len(expected) + 1
    assert text.endswith("\r\n")

    lines = whole(client, template, "ndjson").content.splitlines()
    assert [orjson.loads(line) for line in lines] == expected

    table = parquet.read_table(io.BytesIO(whole(client, template, "parquet").content))
    assert table.column_names == header
    as_text = {name for record in expected for name, value in flat(record).items() if isinstance(value, list)}
    typed = [
        {name: json.loads(cell) if cell and name in as_text else cell for name, cell in row.items()}
        for row in table.to_pylist()
    ]
    same_rows(typed, expected, header)
    # A year of OEWS without industries answers there.
    assert expected or template.endswith("wages/by-industry"), "a list without records compares nothing"


@pytest.mark.parametrize("template", ["/v1/wages", "/v1/projections", "/v1/occupations", "/v1/measures", "/v1/areas"])
def test_chosen_fields_are_the_same_in_every_form(client: CheckedClient, template: str) -> None:
    everything = in_json(client, template)
    chosen = list(everything[0])[1:7:2]
    choice = [f"fields={name}" for name in chosen]
    expected = in_json(client, template, *choice)
    kept = [*chosen, *(name for name in ("qualifiers", "source", "figure_sources") if name in everything[0])]
    for record, full in zip(expected, everything, strict=True):
        assert set(chosen) <= record.keys() <= set(kept)
        assert all(record[name] == full[name] for name in record if name != "qualifiers")
    header, rows = csv_rows(whole(client, template, "csv", *choice).text, expected)
    same_rows(rows, expected, header)
    lines = whole(client, template, "ndjson", *choice).content.splitlines()
    assert [orjson.loads(line) for line in lines] == expected


def test_a_chosen_measure_brings_its_qualifier_and_no_other(client: CheckedClient) -> None:
    # The seed's wages of the states have withheld figures of several measures.
    url = "/v1/wages?soc_code=29-1212&area_type=state&fields=annual_p90&limit=1000"
    records_ = client.answer(url)["data"]
    assert {frozenset(record) for record in records_} == {frozenset({"annual_p90", "qualifiers", "source"})}
    assert {name for record in records_ for name in record["qualifiers"]} == {"annual_p90"}
    assert all((record["annual_p90"] is None) <= ("annual_p90" in record["qualifiers"]) for record in records_)
    header = client.get(f"{url}&format=csv").text.splitlines()[0]
    assert header == "annual_p90,annual_p90_qualifier,source"


@dataclass(frozen=True)
class _Written:
    title: str | None
    jobs: int | None = None


def test_text_that_a_spreadsheet_would_compute_is_disarmed_for_spreadsheets_alone() -> None:
    columns = [Column("title", ("title",), CellKind.TEXT), Column("jobs", ("jobs",), CellKind.INTEGER)]
    texts = ["=1+1", "+1", "-1", "@a", "\tx", "\rx", 'a"b', "a,b\nc", "", None, "'=x"]
    written = [_Written(one, -5) for one in texts]
    plain = list(csv.reader(lines_of(written, columns)[:4]))
    assert plain == [[text, "-5"] for text in texts[:4]]
    disarmed = lines_for_spreadsheets(written, columns)
    assert [line.rpartition(",")[0] for line in disarmed] == [
        '"\'=1+1"',
        '"\'+1"',
        '"\'-1"',
        '"\'@a"',
        '"\'\tx"',
        '"\'\rx"',
        '"a""b"',
        '"a,b\nc"',
        '""',
        "",
        '"\'=x"',
    ]
    # A number is no text, whatever its sign.
    assert {line.rpartition(",")[2] for line in disarmed} == {"-5"}


def test_csv_for_spreadsheets_begins_with_a_byte_order_mark(client: CheckedClient) -> None:
    plain, marked = (client.get(f"/v1/areas?limit=all&format=csv{bom}").content for bom in ("", "&bom=true"))
    assert marked == b"\xef\xbb\xbf" + plain


def test_an_empty_list_is_a_table_without_rows_that_leads_to_its_explanation(client: CheckedClient) -> None:
    url = "/v1/wages?area_code=TX&min_annual_median=900000"
    for form in ("csv", "ndjson", "parquet"):
        empty = client.get(f"{url}&limit=all&format={form}")
        assert empty.headers["Cache-Control"] == "public, no-cache"
        explained = empty.headers["Link"].split(", ")[1].partition(">")[0].removeprefix("<")
        assert client.answer(explained)["absence"]["reason"]
    assert client.get(f"{url}&limit=all&format=csv").text.count("\r\n") == 1
    assert parquet.read_table(io.BytesIO(empty.content)).num_rows == 0
