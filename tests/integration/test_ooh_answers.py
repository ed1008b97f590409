"""Cells of the publisher's own pages, drawn at random, against what the API answers over HTTP.

The pages are read here by pattern, around the reader. The seed of the draw is printed with a failure; set
OCCUPATIONS_TEST_DRAW to draw others.
"""

import os
import random
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.config import Settings
from app.main import create_app
from app.sources.files import FileKind, FoundFile
from app.sources.ooh import recognise_ooh
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import SourceFile
from app.store.engine import create_writer
from app.store.loader import load_parts, record_change
from app.store.migrate import migrate
from tests.checked_client import CheckedClient
from tests.integration.test_ooh_files import ordinary, sources, text

DRAW = int(os.environ.get("OCCUPATIONS_TEST_DRAW", "20261124"))
CELLS = 60
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """A client of a database with nothing but the 240 pages."""
    folder = tmp_path_factory.mktemp("handbook")
    parts = []
    for name, source in sources().items():
        path = folder / Path(name).name
        path.write_text(source, encoding="utf-8", newline="")
        found = recognise_ooh(FoundFile(SourceFile.of(path), path.name, path, FileKind.HTML), ReadOptions())
        assert isinstance(found, Recognition), name
        parts.append(found.part)
    url = f"sqlite:///{folder / 'handbook.sqlite3'}"
    writer = create_writer(url)
    migrate(writer)
    with writer.begin() as connection:
        load_parts(connection, parts)
        record_change(connection)
    writer.dispose()
    with CheckedClient(create_app(Settings(database_url=url))) as client:
        yield client


def rows_of(source: str, table: str) -> list[list[str]]:
    """The cells of a table of a page that has this identifier, row by row, by pattern."""
    found = re.search(rf'id="{table}".*?</table>', source, re.DOTALL)
    body = found[0].partition("<tbody>")[2] if found else ""
    rows = re.findall(r"<tr.*?</tr>", body, re.DOTALL)
    return [[text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)] for row in rows]


def codes_of(source: str) -> list[str]:
    """The codes in the table of projections."""
    return [row[1] for row in rows_of(source, "outlook-table") if _CODE.fullmatch(row[1])]


def pay_rows(source: str) -> list[list[str]]:
    """The rows of the tables in the section on pay."""
    pane = source.split('id="tab-5"')[1].split('id="tab-6"', maxsplit=1)[0]
    return [
        [text(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)]
        for table in re.findall(r"<table.*?</table>", pane, re.DOTALL)
        for row in re.findall(r"<tr.*?</tr>", table, re.DOTALL)
    ]


Cell = tuple[str, str, int, int]


def cells_of(name: str) -> Iterator[Cell]:
    """The cells of a page that have a figure or a statement: page, table, row and column."""
    source = sources()[name]
    yield from ((name, "quick facts", 0, column) for column in range(7))
    rows = rows_of(source, "outlook-table")
    yield from ((name, "projections", number, column) for number in range(len(rows)) for column in range(2, 6))
    yield from ((name, "pay", number, 1) for number in range(len(pay_rows(source))))


def number(printed: str) -> Decimal:
    """A printed figure."""
    return Decimal(re.sub(r"[$,%]| or more", "", printed))


def served_in(client: CheckedClient, code: str, path: str) -> Any:
    """What the handbook answers on an occupation."""
    limit = "" if path == "profile" else "&limit=500"
    return client.answer(f"/v1/occupations/{code}/{path}?program=ooh{limit}")["data"]


def check_quick_fact(client: CheckedClient, cell: Cell) -> None:
    source, column = sources()[cell[0]], cell[3]
    table = re.search(r'id="quickfacts".*?</table>', source, re.DOTALL)
    assert table is not None
    printed = [text(found) for found in re.findall(r"<td[^>]*>(.*?)</td>", table[0], re.DOTALL)][column]
    facts = served_in(client, codes_of(source)[0], "profile")["quick_facts"]
    if column == 0:
        amounts = {unit: number(amount) for amount, unit in re.findall(r"\$([\d,.]+\d) per (year|hour)", printed)}
        served = {"year": facts["annual_median"], "hour": facts["hourly_median"]}
        assert amounts == {unit: Decimal(str(value)) for unit, value in served.items() if value is not None}
        return
    expected = {
        1: facts["education_label"],
        2: facts["work_experience_label"],
        3: facts["training_label"],
        4: f"{facts['employment']:,}",
        5: f"{facts['employment_change_percent']:g}% ({facts['outlook_label']})",
        6: f"{facts['employment_change']:,}",
    }
    assert printed == expected[column]


_MEASURES = {
    2: "base_employment",
    3: "projected_employment",
    4: "employment_change_percent",
    5: "employment_change",
}


def check_projection(client: CheckedClient, cell: Cell) -> None:
    source, place, column = sources()[cell[0]], cell[2], cell[3]
    row = rows_of(source, "outlook-table")[place]
    code = row[1] if _CODE.fullmatch(row[1]) else codes_of(source)[0]
    (record,) = [one for one in served_in(client, code, "projections") if one["position"] == place + 1]
    assert record["row_title"] == row[0]
    assert Decimal(str(record[_MEASURES[column]])) == number(row[column])
    assert (record["covers"] is None) == (row[1] == code)


def check_pay(client: CheckedClient, cell: Cell) -> None:
    source = sources()[cell[0]]
    label, printed = pay_rows(source)[cell[2]][:2]
    records = [
        record
        for code in codes_of(source)
        for path in ("wages", "wages/by-industry")
        for record in served_in(client, code, path)
        if label.lower() in {str(record["industry_label"]).lower(), str(record["subject_title"]).lower()}
        or record["industry_label"] is None
    ]
    figures = {
        (Decimal(str(record[name])), record["qualifiers"].get(name) == "at_or_above")
        for record in records
        for name in ("annual_median", "hourly_median", "annual_mean")
        if record[name] is not None
    }
    assert (number(printed), "or more" in printed) in figures


CHECKS = {"quick facts": check_quick_fact, "projections": check_projection, "pay": check_pay}


def test_cells_drawn_at_random_are_answered(handbook: CheckedClient) -> None:
    every = [cell for name in ordinary() if codes_of(sources()[name]) for cell in cells_of(name)]
    wrong = []
    for cell in random.Random(DRAW).sample(every, CELLS):
        try:
            CHECKS[cell[1]](handbook, cell)
        except (AssertionError, ValueError, ArithmeticError) as error:
            wrong.append((cell, str(error)[:300]))
    assert not wrong, f"draw {DRAW}: {wrong}"


def test_pages_answer_for_each_of_their_codes(handbook: CheckedClient) -> None:
    for name in random.Random(DRAW).sample(ordinary(), 15):
        for code in codes_of(sources()[name]):
            assert served_in(handbook, code, "profile")["quick_facts"] is not None, (name, code, DRAW)


def test_figures_of_several_codes_are_in_no_list_across(handbook: CheckedClient) -> None:
    for path in ("projections", "employment", "wages"):
        answer = handbook.answer(f"/v1/{path}?program=ooh&limit=1000")
        assert not any(record["covers"] for record in answer["data"])
