"""What answers are read from, put together anew by every load, is what the tables of the publications hold."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select, text

from app.config import Settings
from app.main import create_app
from app.store.data_state import record_change
from app.store.engine import create_writer
from app.store.loader import unload_release
from app.store.migrate import downgrade, migrate
from app.store.tables import ep_projection, part, round_projection
from tests.checked_client import CheckedClient
from tests.walking import records

_TABLES = ("occupation_summary", "round_projection")


def held(writer: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of both tables, without their surrogate keys."""
    with writer.begin() as connection:
        return {
            name: [tuple(row)[1:] for row in connection.execute(text(f"SELECT * FROM {name} ORDER BY 1"))]
            for name in _TABLES
        }


@pytest.fixture
def writer(illustrated_url: str, tmp_path: Path) -> Iterator[Engine]:
    """A copy of the database with rounds, to be changed."""
    path = tmp_path / "occupations.sqlite3"
    shutil.copy(illustrated_url.removeprefix("sqlite:///"), path)
    engine = create_writer(f"sqlite:///{path}")
    yield engine
    engine.dispose()


def test_rounds_are_put_together_from_their_tables(writer: Engine) -> None:
    """Every figure of the published rows stands in the row of its occupation and round."""
    with writer.begin() as connection:
        together = {
            (row.release, row.soc_code, row.soc_vintage, row.row_type): row._mapping
            for row in connection.execute(select(round_projection))
        }
        joined = ep_projection.join(part, part.c.part_id == ep_projection.c.part_id)
        published = connection.execute(select(part.c.release, ep_projection).select_from(joined)).all()
    assert len(published) > len(together) / 4 > 1
    for row in published:
        mine = together[row.release, row.soc_code, row.soc_vintage, row.row_type]
        for name in ("base_employment", "employment_change_percent", "annual_openings"):
            # What one table of a round leaves empty another may have.
            assert row._mapping[name] in (None, mine[name])


def test_a_release_that_leaves_takes_its_figures_along(writer: Engine) -> None:
    before = held(writer)
    with writer.begin() as connection:
        newest = connection.execute(
            select(round_projection.c.release).order_by(round_projection.c.release.desc()).limit(1)
        ).scalar_one()
        unload_release(connection, newest)
        record_change(connection)
    after = held(writer)
    assert {row[0] for row in after["round_projection"]} == {row[0] for row in before["round_projection"]} - {newest}
    assert any(newest in row for row in before["occupation_summary"])
    assert not any(newest in row for row in after["occupation_summary"])


def test_a_database_of_the_version_before_gets_its_summaries_when_it_is_migrated(writer: Engine) -> None:
    before = held(writer)
    assert all(before.values())
    downgrade(writer, "0002")
    migrate(writer)
    assert held(writer) == before


def test_the_newest_release_answers_alike_when_it_is_named(illustrated_url: str) -> None:
    """The table on one side, the statement that it was filled by on the other."""
    application = create_app(Settings(database_url=illustrated_url))
    with CheckedClient(application) as client:
        of_table = {one["soc_code"]: one for one in records(client, "/v1/occupations?limit=1000&sort=-annual_median")}
        named = records(client, "/v1/occupations?limit=1000&release=oews-2025-05")
    application.state.database.close()
    assert len(named) > 800
    assert [of_table[one["soc_code"]] for one in named] == named


@pytest.mark.parametrize(
    ("condition", "order", "index"),
    [
        ("1", "annual_median DESC NULLS LAST, summary_id DESC", "occupation_summary_annual_median"),
        ("1", "employment_change_percent DESC NULLS LAST, summary_id DESC", "summary_employment_change_percent"),
    ],
)
def test_occupations_are_read_in_the_order_of_an_index(
    migrated_database: Path, condition: str, order: str, index: str
) -> None:
    with closing(sqlite3.connect(migrated_database)) as connection:
        asked = f"SELECT * FROM occupation_summary WHERE {condition} ORDER BY {order} LIMIT 51"
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert index in plan[0]
    assert not any("TEMP B-TREE" in step for step in plan)
