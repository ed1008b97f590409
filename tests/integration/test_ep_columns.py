"""Every column of the tables of Employment Projections comes out, with the value that the database holds.

Small rounds are loaded by the loader, and read back with plain SQL; `PLACES` says which path serves a table.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Boolean, Table

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.summaries import summarise
from app.store.tables import metadata
from tests.checked_client import CheckedClient
from tests.small_rounds import load_rounds

TABLES = {table.name: table for table in metadata.sorted_tables if table.name.startswith("ep_")}
# The surrogate key is no statement; where a row stands is compared as provenance.
_INTERNAL = {"row_id"}


@dataclass(frozen=True)
class Place:
    """The path of a table's rows, and the fields of columns that have another name there."""

    path: str
    renamed: Mapping[str, str] = field(default_factory=dict)
    # The column and field that tell rows of one row of a sheet apart.
    key: tuple[str, ...] = ()


def _of_one(path: str, *key: str, **renamed: str) -> Place:
    return Place(f"/v1/occupations/{{soc_code}}/{path}", {"title": "published_title", **renamed}, key)


PLACES = {
    "ep_attainment": _of_one("education/attainment", "attainment", percent="percent_of_workers"),
    "ep_utilization_factor": _of_one("utilization-factors"),
    "ep_example_title": _of_one("example-titles", "position"),
    "ep_skill_score": _of_one("skill-scores", "skill", "measure", measure="skill_measure", value="skill_value"),
    "ep_top_skill": _of_one("top-skills", "rank"),
    "ep_education_total": Place("/v1/projections/education"),
    "ep_education_top_skill": Place("/v1/projections/education-skills", key=("rank",)),
    "ep_attainment_earnings": Place("/v1/projections/attainment-earnings"),
    "ep_occupation_group": Place("/v1/projections/occupation-groups"),
    "ep_industry": Place("/v1/projections/matrix-industries"),
    "ep_industry_projection": Place("/v1/projections/industries"),
    "ep_sector_projection": Place("/v1/projections/sectors"),
    "ep_industry_ranking": Place("/v1/projections/industry-rankings"),
    "ep_matrix_cell": Place("/v1/projections/by-industry"),
}
# What stands in one record for each occupation and round.
TOGETHER = {
    "ep_projection": "employment",
    "ep_worker_characteristic": "worker_characteristics",
    "ep_separation": "separations",
    "ep_replacement": "replacement",
}


@dataclass(frozen=True)
class Loaded:
    """A database with small rounds, and a client of the application over it."""

    path: Path
    client: CheckedClient


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory, small_database: Path) -> Iterator[Loaded]:
    """The small seed and the small rounds beside it."""
    folder = tmp_path_factory.mktemp("rounds")
    path = folder / "own.sqlite3"
    shutil.copy(small_database, path)
    writer = create_writer(f"sqlite:///{path}")
    load_rounds(writer, folder)
    _fill(path)
    with writer.begin() as connection:
        summarise(connection)
    writer.dispose()
    app = create_app(Settings(database_url=f"sqlite:///{path}"))
    with CheckedClient(app) as client:
        yield Loaded(path, client)
    app.state.database.close()


def _fill(path: Path) -> None:
    """Give columns that the small rounds leave empty a value, so that there is something to compare."""
    with closing(sqlite3.connect(path)) as database, database:
        for name, table in TABLES.items():
            for column in table.columns:
                if column.name in _INTERNAL or column.name.endswith("_qualifier") or not column.nullable:
                    continue
                if not database.execute(f"SELECT count({column.name}) FROM {name}").fetchone()[0]:
                    database.execute(
                        f"UPDATE {name} SET {column.name} = ?", ("7" if column.type.python_type is str else 7,)
                    )


def stored(path: Path, table: Table) -> list[dict[str, Any]]:
    """The rows of a table, with the names of file, sheet and release for their keys."""
    names = ", ".join(f"t.{column.name}" for column in table.columns if column.name not in _INTERNAL)
    statement = (
        f"SELECT {names}, name AS file, sheet, release FROM {table.name} t JOIN part USING (part_id) "
        "JOIN source_sheet USING (sheet_id) JOIN source_file USING (file_id) ORDER BY row_id"
    )
    with closing(sqlite3.connect(path)) as database:
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute(statement)]
    for row in rows:
        for column in table.columns:
            if isinstance(column.type, Boolean) and row[column.name] is not None:
                row[column.name] = bool(row[column.name])
    return rows


def everything(client: CheckedClient, path: str, **parameters: str) -> list[dict[str, Any]]:
    """All records of a list, over its pages."""
    body = client.answer(path, limit=1000, **parameters)
    records: list[dict[str, Any]] = body["data"]
    while body["page"]["next"]:
        body = client.answer(body["page"]["next"])
        records += body["data"]
    return records


def place_of(row: Mapping[str, Any]) -> tuple[object, ...]:
    """Where a row of the database was read."""
    return row["release"], row["file"], row["sheet"], row["row_number"]


def place_in(record: Mapping[str, Any], source: str) -> tuple[object, ...]:
    """Where a record says that it was read."""
    return source, record["provenance"]["file"], record["provenance"]["sheet"], record["provenance"]["row"]


_SHOWN_AS_PROVENANCE = {"part_id", "sheet_id", "row_number", "file", "sheet", "release"}


def compare(row: Mapping[str, Any], record: Mapping[str, Any], renamed: Mapping[str, str]) -> None:
    """Every column of a row is in its record, qualifiers by the field that they qualify."""
    for column, value in row.items():
        if column in _SHOWN_AS_PROVENANCE:
            continue
        if column.endswith("_qualifier"):
            of = column.removesuffix("_qualifier")
            qualifier = record["qualifiers"].get(renamed.get(of, of))
            unread = "not_applicable" if row[of] is None else None
            assert qualifier == (value or unread), (column, row)
        else:
            assert record[renamed.get(column, column)] == value, (column, row)


def test_every_table_has_a_place() -> None:
    assert set(TABLES) == set(PLACES) | set(TOGETHER)


@pytest.mark.parametrize("name", PLACES)
def test_the_columns_of_a_list_come_out(name: str, rounds: Loaded) -> None:
    check_list(rounds.path, rounds.client, name)


def check_list(path: Path, client: CheckedClient, name: str) -> None:
    """Compare every row of a table with the record that its path gives."""
    place, rows = PLACES[name], stored(path, TABLES[name])
    assert rows
    asked = {(place.path.format(**row), row["release"], str(row.get("soc_vintage", ""))) for row in rows}
    served: dict[tuple[object, ...], dict[str, Any]] = {}
    for url, release, vintage in asked:
        chosen = {"release": release} | ({"soc_vintage": vintage} if "occupations" in url else {})
        for record in everything(client, url, **chosen):
            key = tuple(record[place.renamed.get(column, column)] for column in place.key)
            assert served.setdefault((*place_in(record, record["source"]), *key), record) is record
    assert len(served) == len(rows)
    for row in rows:
        compare(row, served[(*place_of(row), *(row[column] for column in place.key))], _renamed(name, place))


def _renamed(name: str, place: Place) -> Mapping[str, str]:
    has_title = "title" in TABLES[name].c and "soc_code" in TABLES[name].c
    return place.renamed if has_title else {k: v for k, v in place.renamed.items() if k != "title"}


_OF_ROW = ("title", "table_number", "display_level", "footnote")


@pytest.mark.parametrize("name", TOGETHER)
def test_the_columns_of_a_projection_come_out(name: str, rounds: Loaded) -> None:
    check_projections(rounds.path, rounds.client, name)


def check_projections(path: Path, client: CheckedClient, name: str) -> None:
    """Compare every row of a table with the one record that puts the tables of a round together."""
    rows = stored(path, TABLES[name])
    assert rows
    served: dict[tuple[str, ...], dict[str, Any]] = {}
    for release in {row["release"] for row in rows}:
        for record in everything(client, "/v1/projections", release=release):
            key = (release, record["soc_code"], record["soc_vintage"], record["row_type"])
            assert served.setdefault(key, record) is record, "one record for each occupation and round"
    for row in rows:
        record = served[row["release"], row["soc_code"], row["soc_vintage"], row["row_type"]]
        read = {
            place_in(one, record["source"]): one for one in record["read_from"] if one["contents"] == TOGETHER[name]
        }
        mine = read[place_of(row)]
        assert {column: mine[column] for column in _OF_ROW} == {column: row[column] for column in _OF_ROW}
        for column, value in row.items():
            if column in {*_SHOWN_AS_PROVENANCE, *_OF_ROW}:
                continue
            if column.endswith("_qualifier"):
                of = column.removesuffix("_qualifier")
                # What one table leaves empty another may have.
                assert value is None or record["qualifiers"].get(of) == value or record[of] is not None, (column, row)
            else:
                # What one table does not have, another may.
                assert value is None or record[column] == value, (column, row)


def test_some_row_has_a_value_in_each_column(rounds: Loaded) -> None:
    """Else the comparison would hold for a field that is always empty."""
    empty = {
        f"{name}.{column.name}"
        for name, table in TABLES.items()
        for column in table.columns
        if column.name not in _INTERNAL
        and not column.name.endswith("_qualifier")
        and all(row[column.name] is None for row in stored(rounds.path, table))
    }
    assert not empty
