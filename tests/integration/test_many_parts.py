"""A release in many parts is one list; and the database finds a few rows among millions by the index that fits."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from fastapi import FastAPI

from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.store.engine import create_writer
from app.store.loads import LoadOptions, load_files, sort_files
from tests.checked_client import CheckedClient
from tests.loading import STATES, write_csv

RELEASE = "oews-2024-05"
# By occupation, of the nation and of each state. Ties within a part and between parts, and figures that are withheld.
MEDIANS = {
    "11-1011": ("50000", "50000", "*", "61000"),
    "11-1021": ("*", "50000", "72000", "72000"),
    "29-1141": ("88000", "30000", "*", "50000"),
    "29-2072": ("45000", "#", "45010", "*"),
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Path:
    """A release in three parts: the nation, the states, and the nation by sector."""
    folder = tmp_path_factory.mktemp("parts")
    path = Path(shutil.copy(migrated_database, folder / "occupations.sqlite3"))
    nation = [_row(code, medians[0]) for code, medians in MEDIANS.items()]
    states = [
        _row(code, median, AREA=fips, AREA_TITLE=title, AREA_TYPE="2", PRIM_STATE=postal)
        for code, medians in MEDIANS.items()
        for (fips, title, postal), median in zip(STATES, medians[1:], strict=True)
    ]
    sector = {"NAICS": "62", "NAICS_TITLE": "Health Care", "I_GROUP": "sector", "OWN_CODE": "5"}
    sectors = [_row(code, medians[1], **sector) for code, medians in MEDIANS.items()]
    files = [
        write_csv(folder / f"{name}_M2024_dl.csv", rows)
        for name, rows in (("national", nation), ("state", states), ("natsector", sectors))
    ]
    writer = create_writer(f"sqlite:///{path}")
    known = sort_files(find_files(files, folder), ReadOptions()).known
    reports = load_files(writer, known, LoadOptions(), lambda *_: None, lambda: None)
    assert [(report.part, report.rows_read) for report in reports] == [("nation", 4), ("states", 12), ("sector", 4)]
    writer.dispose()
    return path


def _row(code: str, median: str, **cells: str) -> dict[str, str]:
    return {"OCC_CODE": code, "OCC_TITLE": f"Occupation {code}", "A_MEDIAN": median, **cells}


@pytest.fixture
def asking(database: Path, serve: Callable[[str], FastAPI]) -> Iterator[CheckedClient]:
    with CheckedClient(serve(f"sqlite:///{database}")) as client:
        yield client


def pages(asking: CheckedClient, url: str) -> list[dict[str, object]]:
    """All records, page after page."""
    records: list[dict[str, object]] = []
    while url:
        answer = asking.answer(url)
        records += answer["data"]
        url = answer["page"]["next"]
    return records


def test_pages_of_a_release_in_parts_are_in_one_order(asking: CheckedClient) -> None:
    texts = [text for medians in MEDIANS.values() for text in (*medians, medians[1])]  # the second by sector as well
    figures = [int(text.replace("#", "239200")) for text in texts if text != "*"]
    for limit, sort in product((1, 3, 7, 1_000), ("annual_median", "-annual_median")):
        records = pages(asking, f"/v1/wages?release={RELEASE}&sort={sort}&limit={limit}")
        expected = [*sorted(figures, reverse=sort.startswith("-")), *[None] * texts.count("*")]
        assert [record["annual_median"] for record in records] == expected
        identities = {(one["soc_code"], one["area_code"], one["industry_code"]) for one in records}
        assert len(identities) == len(records) == 20


def test_filters_hold_in_every_part(asking: CheckedClient) -> None:
    for filters, count in (
        ("area_code=48", 4),
        ("soc_code=29-2072&soc_code=11-1011", 10),
        ("min_annual_median=50000", 12),
    ):
        url = f"/v1/wages?release={RELEASE}&sort=-annual_median&{filters}"
        paged, whole = pages(asking, f"{url}&limit=2"), asking.answer(f"{url}&limit=1000")
        assert paged == whole["data"]
        assert len(paged) == whole["page"]["total"] == count


@pytest.mark.parametrize(
    ("condition", "order", "index"),
    [
        ("part_id = 1 AND soc_code = '29-2072' AND soc_vintage = '2018'", "estimate_id", "occupation (soc_code=? AND"),
        ("part_id = 1 AND soc_code = '29-2072'", "annual_median DESC", "occupation (soc_code=? AND part_id=?)"),
        ("part_id = 1", "annual_median DESC NULLS LAST, estimate_id DESC", "annual_median (part_id=?)"),
        ("part_id = 1", "estimate_id", "published (part_id=?)"),
        ("part_id = 1 AND area_code = '48'", "employment DESC, estimate_id DESC", "area_employment (part_id=?"),
        ("part_id = 1 AND area_code IN ('06', '48')", "employment DESC", "area_"),
    ],
)
def test_few_rows_are_found_by_the_index_that_fits(
    migrated_database: Path, condition: str, order: str, index: str
) -> None:
    with closing(sqlite3.connect(migrated_database)) as connection:
        asked = f"EXPLAIN QUERY PLAN SELECT * FROM oews_estimate WHERE {condition} ORDER BY {order} LIMIT 51"
        plan = [row[3] for row in connection.execute(asked)]
    assert f"ix_oews_estimate_{index}" in plan[0]
