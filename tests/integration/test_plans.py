"""The pairs of filter and sort that the documentation calls fast: the database finds their rows by an index."""

import itertools
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, event

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient

# Every statement is looked at, those that count as well.
pytestmark = pytest.mark.usefixtures("every_count_is_made")

# Tables that grow with each release: to read one whole is what must not happen. The summary has one row for each
# occupation however many releases are loaded, and is read whole in 2 ms.
_LARGE = re.compile(r"SCAN (oews_estimate|ep_\w+|onet_\w+|round_projection)\b(?! USING)")

PAIRS = {
    "/v1/wages": (
        (
            "",
            "soc_code=29-2072",
            "area_code=TX",
            "area_code=99&industry_code=000000",
            "level=detailed",
            "area_type=state",
        ),
        ("", "annual_median", "-annual_median"),
    ),
    "/v1/wages?": (
        (
            "soc_code=29-2072",
            "soc_code=29-2072&area_type=state",
            "industry_code=622000",
            "area_code=99&industry_code=000000",
        ),
        ("-annual_p90", "hourly_p10", "-mean_wage_rse", "-employment", "title"),
    ),
    "/v1/employment": (
        ("", "soc_code=29-2072", "area_code=TX", "area_code=99&industry_code=000000", "level=detailed"),
        ("", "employment", "-employment"),
    ),
    "/v1/employment?": (
        ("soc_code=15-2051", "soc_code=15-2051&area_type=state&max_employment_rse=10", "industry_code=622000"),
        ("-location_quotient", "-jobs_per_1000", "employment_rse", "-annual_median"),
    ),
    "/v1/occupations": (
        ("", "level=detailed", "education=high_school_diploma", "outlook=faster_than_average", "major_group=29"),
        ("", "title", "-employment", "-annual_median", "employment_change_percent", "-annual_openings", "-annual_p10"),
    ),
    "/v1/projections": (
        ("", "row_type=line_item", "soc_code=11-1011", "major_group=11"),
        ("", "employment_change_percent", "-employment_change", "-annual_openings", "-annual_median"),
    ),
    "/v1/technology": (("soc_code=15-1252", "onet_soc_code=15-1252.00"), ("",)),
    "/v1/skills": (("soc_code=15-1252", "onet_soc_code=15-1252.00", "element_id=2.A.1.a&scale_id=IM"), ("",)),
}
_QUESTIONS = [
    f"{path.rstrip('?')}?" + "&".join(filter(None, (wanted, f"sort={sort}" if sort else "")))
    for path, (filters, sorts) in PAIRS.items()
    for wanted, sort in itertools.product(filters, sorts)
]


@pytest.fixture(scope="module")
def asking(illustrated_url: str) -> Iterator[CheckedClient]:
    """Asks of a database that has something in every list."""
    application = create_app(Settings(database_url=illustrated_url))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


@contextmanager
def noted() -> Iterator[list[tuple[str, tuple[object, ...]]]]:
    """The statements that are run meanwhile, with their values."""
    statements: list[tuple[str, tuple[object, ...]]] = []

    def note(_: Connection, __: object, statement: str, values: tuple[object, ...], *___: object) -> None:
        statements.append((statement, values))

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


def plans_of(asking: CheckedClient, url: str, question: str) -> list[list[str]]:
    """How the database finds what each statement of an answer asks for."""
    asking.get(question)  # so that what is read once for all questions is read by now
    with noted() as statements:
        assert asking.get(question).status_code == 200
    with closing(sqlite3.connect(Path(url.removeprefix("sqlite:///")))) as database:
        explained = (database.execute(f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in statements)
        return [[row[3] for row in steps] for steps in explained]


@pytest.mark.parametrize("question", _QUESTIONS)
def test_no_table_is_read_whole(asking: CheckedClient, illustrated_url: str, question: str) -> None:
    plans = plans_of(asking, illustrated_url, question)
    assert len(plans) > 1
    for plan in plans:
        assert not [step for step in plan if _LARGE.match(step)], "\n".join(plan)


@pytest.mark.parametrize("resource", ["wages", "employment"])
def test_an_occupation_is_sought_in_the_parts_that_are_asked_for_alone(
    asking: CheckedClient, illustrated_url: str, resource: str
) -> None:
    plans = plans_of(asking, illustrated_url, f"/v1/{resource}?soc_code=29-2072&sort=-annual_p90")
    sought = [step for plan in plans for step in plan if "ix_oews_estimate_occupation" in step]
    assert sought
    assert all("(soc_code=? AND part_id=?" in step for step in sought), sought
