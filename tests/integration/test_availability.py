"""`/v1/availability` says what the lists answer: the same records, and the figures and withheld ones among them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select

from app.config import Settings
from app.domain.measures import EMPLOYMENT_MEASURES, WAGE_MEASURES
from app.domain.qualifiers import WITHHELD
from app.main import create_app
from app.store.availability import count_estimates
from app.store.engine import create_writer
from app.store.tables import oews_availability, part
from tests.checked_client import CheckedClient
from tests.loading import everything, nation, run_in_process, states
from tests.walking import records

OCCUPATIONS = ("29-2072", "29-2071", "11-1011", "00-0000", "15-1252", "27-2011", "29-0000", "99-9999")
AREAS = ("99", "48", "06", "72", "10180")
INDUSTRIES = ("000000", "622000", "62", "54")
PERIODS = ("2025-05", "2024-05", "2018-28", "2018", "2018-05", "2024-34", "2025-12")


@pytest.fixture(scope="module")
def asking(illustrated_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[CheckedClient]:
    """An application over every program, and over a second OEWS release with a sector and withheld figures."""
    folder = tmp_path_factory.mktemp("availability")
    database = folder / "occupations.sqlite3"
    shutil.copy(illustrated_url.removeprefix("sqlite:///"), database)
    file = everything(folder, OCC_CODE="29-2072", A_MEDIAN="*", TOT_EMP="**", A_PCT90="#")
    assert run_in_process(database, "load", file, "--no-archive").code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def some(values: tuple[str, ...]) -> st.SearchStrategy[list[str]]:
    """None, one or two of some values."""
    return st.lists(st.sampled_from(values), max_size=2, unique=True)


QUESTIONS = st.fixed_dictionaries(
    {"soc_code": some(OCCUPATIONS), "area_code": some(AREAS), "industry_code": some(INDUSTRIES)},
    optional={
        "reference_period": some(PERIODS),
        "soc_vintage": st.sampled_from([["2018"], ["2010"]]),
        "program": some(("oews", "ooh", "ep", "onet")),
    },
)
# A property of the whole answer: of its shrinking, the parts of a question suffice.
PROPERTY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def counted(rows: list[dict[str, Any]], measures: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Figures and withheld ones of each measure in records, where there are any."""
    found = {}
    for name in measures:
        published = sum(row.get(name) is not None for row in rows)
        withheld = sum(row["qualifiers"].get(name) in WITHHELD for row in rows)
        if published or withheld:
            found[name] = (published, withheld)
    return found


@PROPERTY
@given(question=QUESTIONS)
def test_it_counts_what_its_links_list(asking: CheckedClient, question: dict[str, list[str]]) -> None:
    url = f"/v1/availability?{urlencode(question, doseq=True)}"
    for one in asking.answer(url)["data"]:
        if one["records"] > 300:  # the seed's release as a whole: another test counts it
            continue
        rows = records(asking, f"{one['url']}{'&' if '?' in one['url'] else '?'}limit=1000")
        assert len(rows) == one["records"], one
        assert {row["source"] for row in rows} == {one["release"]}
        told = {found["measure"]: (found["published"], found["withheld"]) for found in one["measures"]}
        assert counted(rows, tuple(told)) == told, one


@PROPERTY
@given(question=QUESTIONS)
def test_what_the_lists_have_is_there(asking: CheckedClient, question: dict[str, list[str]]) -> None:
    """The other way round: each list, asked for itself, has as many rows as availability says, or none."""
    found = asking.answer(f"/v1/availability?{urlencode(question, doseq=True)}")["data"]
    programs = question.get("program") or ["oews", "ooh", "ep"]
    filters = {name: values for name, values in question.items() if name != "program"}
    for release in asking.answer("/v1/releases")["data"]:
        if release["program"] not in programs or release["program"] not in ("oews", "ooh", "ep"):
            continue
        for resource in ("wages", "employment"):
            asked = urlencode({**filters, "release": release["release"], "limit": 1, "count": "exact"}, doseq=True)
            total = asking.answer(f"/v1/{resource}?{asked}")["page"]["total"]
            told = [
                (one["records"]) for one in found if (one["resource"], one["release"]) == (resource, release["release"])
            ]
            assert told == ([total] if total else []), (resource, release["release"], question)


def test_a_whole_release_is_counted_as_the_database_has_it(asking: CheckedClient, database_url: str) -> None:
    found = {one["resource"]: one for one in asking.answer("/v1/availability?release=oews-2025-05")["data"]}
    with closing(sqlite3.connect(database_url.removeprefix("sqlite:///"))) as database:
        for resource, measures in (("wages", WAGE_MEASURES), ("employment", EMPLOYMENT_MEASURES)):
            told = {one["measure"]: (one["published"], one["withheld"]) for one in found[resource]["measures"]}
            for name in measures:
                counts = f"COUNT(*), COUNT({name}), TOTAL({name}_qualifier LIKE '%_not_released')"
                rows, *expected = database.execute(f"SELECT {counts} FROM oews_estimate WHERE NOT is_repeat").fetchone()
                assert found[resource]["records"] == rows > 30_000
                assert told.get(name, (0, 0)) == tuple(expected), name


def test_a_measure_is_asked_for_where_it_is_published_or_withheld(asking: CheckedClient) -> None:
    url = "/v1/availability?soc_code=29-2072&area_code=TX&measure=annual_median"
    withheld = {one["release"]: one["measures"] for one in asking.answer(url)["data"]}
    assert withheld["oews-2024-05"] == [{"measure": "annual_median", "published": 0, "withheld": 1}]
    assert withheld["oews-2025-05"] == [{"measure": "annual_median", "published": 1, "withheld": 0}]
    nothing = asking.answer("/v1/availability?soc_code=29-2072&area_code=TX&measure=base_employment")
    assert (nothing["data"], nothing["absence"]["reason"]) == ([], "not_published")
    links = [near["url"] for near in nothing["absence"]["nearest"]]
    assert "/v1/availability?soc_code=29-2072&measure=base_employment" in links
    for link in links:
        assert asking.answer(link)["data"] != []


def test_counts_follow_what_is_loaded_and_unloaded(tmp_path: Path) -> None:
    database = tmp_path / "occupations.sqlite3"

    def told() -> dict[str, int]:
        application = create_app(Settings(database_url=f"sqlite:///{database}"))
        with CheckedClient(application) as client:
            found = client.answer("/v1/availability?program=oews")["data"]
        application.state.database.close()
        return {one["release"]: one["records"] for one in found if one["resource"] == "wages"}

    assert run_in_process(database, "load", nation(tmp_path), "--no-archive").code == 0
    assert told() == {"oews-2024-05": 1}
    assert run_in_process(database, "load", states(tmp_path), "--no-archive").code == 0
    assert told() == {"oews-2024-05": 4}
    assert run_in_process(database, "load", everything(tmp_path), "--no-archive").code == 0
    assert told() == {"oews-2024-05": 5}
    assert run_in_process(database, "unload", "oews-2024-05").code == 0
    assert told() == {}


def test_the_migration_counts_as_a_load_does(illustrated_url: str, tmp_path: Path) -> None:
    from app.store.migrate import downgrade, migrate

    database = tmp_path / "occupations.sqlite3"
    shutil.copy(illustrated_url.removeprefix("sqlite:///"), database)
    writer = create_writer(f"sqlite:///{database}")
    ordered = select(oews_availability).order_by(*oews_availability.primary_key)
    with writer.connect() as connection:
        counted_at_load = connection.execute(ordered).all()
    downgrade(writer, "0003")
    migrate(writer)
    with writer.begin() as connection:
        assert connection.execute(ordered).all() == counted_at_load != []
        first = dict(counted_at_load[0]._mapping)
        connection.execute(delete(oews_availability))
        connection.execute(insert(oews_availability), [first])
        releases = select(part.c.release).where(part.c.release.startswith("oews-")).distinct()
        count_estimates(connection, list(connection.execute(releases).scalars()))
        assert connection.execute(ordered).all() == counted_at_load
    writer.dispose()
