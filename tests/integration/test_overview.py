"""An overview has what the path of each topic has."""

from collections.abc import Iterator

import pytest

from app.config import Settings
from app.main import create_app
from app.queries.overview import FIRST, Section
from tests.checked_client import CheckedClient


@pytest.fixture(scope="module")
def asking(illustrated_url: str) -> Iterator[CheckedClient]:
    """Asks of a database that has something on every topic."""
    application = create_app(Settings(database_url=illustrated_url))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


@pytest.mark.parametrize("code", ["29-2072", "29-2071", "11-1011", "29-2072.00"])
def test_each_topic_is_the_beginning_of_its_own_answer(asking: CheckedClient, code: str) -> None:
    overview = asking.answer(f"/v1/occupations/{code}/overview")
    assert overview["data"]["occupation"] == asking.answer(f"/v1/occupations/{code}")["data"]
    for topic in Section:
        section = overview["data"][topic]
        own = asking.answer(section["url"])
        beginning = own["data"][:FIRST] if isinstance(own["data"], list) else own["data"]
        if code != "29-2072.00" or topic not in ("skills", "tasks", "technology", "titles", "related"):
            assert section["data"] == beginning, topic
            assert section["absence"] == own["absence"]
            assert section.get("total") == own.get("page", {}).get("total")
        assert {one["release"] for one in own["sources"]} <= {one["release"] for one in overview["sources"]}


def test_topics_can_be_chosen(asking: CheckedClient) -> None:
    shown = asking.answer("/v1/occupations/29-2072/overview?section=wages&section=hierarchy")["data"]
    assert {topic for topic in Section if shown[topic] is not None} == {"wages", "hierarchy"}
    assert asking.get("/v1/occupations/29-2072/overview?section=pay").status_code == 422


def test_a_code_of_no_edition_is_unknown(asking: CheckedClient) -> None:
    assert asking.get("/v1/occupations/99-9999/overview").status_code == 404
