"""What small releases of O*NET, EP and the classifications answer on PostgreSQL, byte for byte as on SQLite."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import Settings
from app.main import create_app
from app.store.engine import create_writer
from app.store.migrate import migrate
from app.store.seed import seed
from tests.checked_client import CheckedClient
from tests.every_path import ILLUSTRATED, LISTS, OF_ILLUSTRATIONS, SORTED
from tests.integration.conftest import made_database
from tests.integration.test_postgresql import agree, agree_on_all_pages, orders
from tests.onet_release import load_illustration
from tests.small_rounds import load_rounds
from tests.small_years import load_years

pytestmark = pytest.mark.postgresql
_CODES = ("29-2072", "29-2072.00", "15-1299", "15-1299.05", "29-2071", "29-2070")
_OF_OCCUPATION = (
    *("skills", "knowledge", "abilities", "work-activities", "work-context", "interests", "work-values", "work-styles"),
    *("education", "tasks", "technology", "titles", "related", "data-collection", "characteristics"),
)
_QUESTIONS = (
    "/v1/skills?element_id=2.A.1.a&scale_id=IM&min_value=3.5&sort=-value",
    "/v1/skills?recommend_suppress=true",
    "/v1/technology?example=terraform&in_demand=true",
    "/v1/technology?commodity=query+software&technology_type=technology&hot_technology=false",
    "/v1/occupations/29-2072/tasks?emerging=true",
    "/v1/occupations/29-2072/titles?other_title=100%25_sure",
    "/v1/occupations/29-2072/related?relation=career_change",
    "/v1/crosswalks?from_scheme=soc&to_code=29-9021&link=part",
    "/v1/elements?domain=skills",
    "/v1/elements/2.A.1.a",
    "/v1/elements/4.A.3.b.6",
    "/v1/occupations/29-2072",
    "/v1/occupations/29-2072/hierarchy",
    "/v1/occupations/29-2072/wages/history",
    "/v1/occupations/21-1018/employment/history?limit=2",
    "/v1/occupations/47-2111/employment/history?area_code=12060&area_code=10180",
    "/v1/occupations/11-1011/projections/history",
    "/v1/compare?occupation=29-2072&occupation=29-2071&occupation=11-1011",
    "/v1/releases/oews-2018-05/changes?to=oews-2022-05&limit=7",
    "/v1/releases/oews-2019-05/changes?to=oews-2022-05&min_change_percent=5&kind=changed",
    "/v1/releases/ep-2024-34/changes",
)


@pytest.fixture(scope="module")
def both(
    small_seed_folder: Path, postgresql_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[CheckedClient, CheckedClient]]:
    for url in made_database(postgresql_server, "illustrated"):
        urls = (f"sqlite:///{tmp_path_factory.mktemp('illustrated') / 'illustrated.sqlite3'}", url)
        for one in urls:
            folder, writer = tmp_path_factory.mktemp("files"), create_writer(one)
            migrate(writer)
            seed(writer, small_seed_folder)
            load_illustration(writer, folder)
            load_rounds(writer, folder)
            load_years(writer, folder)
            writer.dispose()
        applications = [create_app(Settings(database_url=one)) for one in urls]
        with CheckedClient(applications[0]) as sqlite, CheckedClient(applications[1]) as postgresql:
            yield sqlite, postgresql
        for application in applications:
            application.state.database.close()


@pytest.mark.parametrize("code", _CODES)
@pytest.mark.parametrize("name", _OF_OCCUPATION)
def test_every_occupation_gives_the_same_answer(
    both: tuple[CheckedClient, CheckedClient], name: str, code: str
) -> None:
    assert agree(both, f"/v1/occupations/{code}/{name}").status_code == 200


@pytest.mark.parametrize("url", _QUESTIONS)
def test_filters_give_the_same_answer(both: tuple[CheckedClient, CheckedClient], url: str) -> None:
    assert agree(both, url).json()["data"]


@pytest.mark.parametrize("template", [template for template in SORTED if template in OF_ILLUSTRATIONS])
def test_every_order_is_the_same_to_the_last_page(both: tuple[CheckedClient, CheckedClient], template: str) -> None:
    counted = {agree_on_all_pages(both, f"{ILLUSTRATED[template]}?sort={order}&limit=2") for order in orders(template)}
    assert len(counted) == 1
    assert counted != {0}


def as_value(cell: str) -> str | float:
    """A cell, a number by its value: 11 and 11.0 are the same."""
    try:
        return float(cell)
    except ValueError:
        return cell


@pytest.mark.parametrize("template", LISTS)
def test_every_whole_list_is_the_same(both: tuple[CheckedClient, CheckedClient], template: str) -> None:
    tables = []
    for client in both:
        answer = client.get(f"{ILLUSTRATED[template]}?limit=all&format=csv")
        assert answer.status_code == 200, answer.text
        tables.append([[as_value(cell) for cell in row] for row in csv.reader(answer.text.splitlines())])
    assert tables[0] == tables[1]
    order = f"&sort={orders(template)[-1]}" if template in SORTED else ""
    lines = [client.get(f"{ILLUSTRATED[template]}?limit=all&format=ndjson{order}").content for client in both]
    assert lines[0] == lines[1]
