"""How often a request asks the database: a few times, and not more often for a thousand records than for one."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi import FastAPI
from sqlalchemy import event

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.every_path import ILLUSTRATED, LISTS, PATHS, parameters
from tests.walking import ask

pytestmark = pytest.mark.usefixtures("every_count_is_made")

MOST = 4
# A comparison asks once for each topic and program.
# Where there is nothing, what is nearest is looked up before it is offered.
MOST_WHERE_EMPTY = 10
MOST_OF = {
    "/v1/compare": 8,
    "/v1/occupations/{soc_code}/overview": 24,
    "/v1/availability": 10,
    # Where they are empty, the nearest answers are looked up before they are offered.
    "/v1/occupations/{soc_code}/employment/by-area": 6,
    "/v1/occupations/{soc_code}/employment/by-industry": 6,
}
# Lists by what they can be asked besides: other rows, other tables, another order.
VARIATIONS = ("", "?limit=1", "?limit=1000", "?limit=1&count=exact", "?limit=3&sort={sort}")


def varied(template: str, variation: str) -> str:
    """A list asked so: in the order that its document names last, if it has orders; counted, if that can be asked."""
    declared = parameters(template)
    if "sort" not in declared:
        variation = variation.partition("&sort=")[0]
    else:
        variation = variation.format(sort=declared["sort"]["schema"]["items"]["enum"][-1])  # type: ignore[index]
    return ILLUSTRATED[template] + (variation if "count" in declared else variation.replace("&count=exact", ""))


@pytest.fixture(scope="module")
def app(illustrated_url: str) -> Iterator[FastAPI]:
    """The application over the seed and small releases of the other programs, so that no list is empty throughout."""
    application = create_app(Settings(database_url=illustrated_url))
    yield application
    application.state.database.close()


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[CheckedClient]:
    with CheckedClient(app) as asking:
        yield asking


@contextmanager
def counted(app: FastAPI) -> Iterator[list[str]]:
    """The statements that the serving connections run meanwhile."""
    engine = app.state.database._reader.engine
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)


def statements_of(app: FastAPI, client: CheckedClient, url: str) -> int:
    """How many statements a GET runs once the catalog has been read."""
    ask(client, "/health/ready")
    with counted(app) as statements:
        ask(client, url)
    return len(statements)


@pytest.mark.parametrize("template", PATHS)
def test_every_path_asks_at_most_four_times(app: FastAPI, client: CheckedClient, template: str) -> None:
    count = statements_of(app, client, PATHS[template])
    assert count <= MOST_OF.get(template, MOST)
    # A path that reads data at least checks whether the data changed.
    assert count >= (0 if template == "/health/live" else 1)


@pytest.mark.parametrize("template", LISTS)
@pytest.mark.parametrize("variation", VARIATIONS)
def test_every_list_asks_at_most_four_times_however_it_is_asked(
    app: FastAPI, client: CheckedClient, template: str, variation: str
) -> None:
    assert 2 <= statements_of(app, client, varied(template, variation)) <= MOST_OF.get(template, MOST)


@pytest.mark.parametrize(
    "url",
    [
        "/v1/wages",
        "/v1/employment",
        "/v1/occupations",
        "/v1/areas",
        "/v1/occupations/29-1141/wages/by-area",
        "/v1/occupations/29-1141/employment/by-area?sort=-employment",
        "/v1/wages?program=oews&program=ooh",
        "/v1/organizations",
        "/v1/occupations/29-2071/contacts",
        "/v1/occupations?sort=-annual_median&level=detailed",
    ],
)
def test_as_many_statements_for_one_record_as_for_a_thousand(app: FastAPI, client: CheckedClient, url: str) -> None:
    joint = "&" if "?" in url else "?"
    one, next_url = statements_of(app, client, f"{url}{joint}limit=1"), None
    # A whole list on one page needs no count of its own.
    assert one - 1 <= statements_of(app, client, f"{url}{joint}limit=1000") <= one
    assert statements_of(app, client, f"{url}{joint}limit=2") == one
    next_url = ask(client, f"{url}{joint}limit=1").json()["page"]["next"]
    assert statements_of(app, client, next_url) == one


@pytest.mark.parametrize("soc_code", ["29-2071", "29-2072", "29-9021", "29-9099", "15-1252", "00-0000", "21-1018"])
def test_no_code_asks_more_often(app: FastAPI, client: CheckedClient, soc_code: str) -> None:
    for template in PATHS:
        if "{soc_code}" in template:
            assert statements_of(app, client, template.replace("{soc_code}", soc_code)) <= max(
                MOST_OF.get(template, MOST), MOST_WHERE_EMPTY
            )


def test_the_statements_are_really_counted(app: FastAPI, client: CheckedClient) -> None:
    with counted(app) as statements:
        ask(client, "/v1/occupations/29-2072/wages")
    assert any("oews_estimate" in statement for statement in statements)
