"""Totals of long lists: counted once for a state of the data, and anew for the next."""

from collections.abc import Iterator

import pytest

from app.config import Settings
from app.main import create_app
from app.queries import listing
from app.store.data_state import record_change
from app.store.loader import unload_release
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.integration.test_plans import noted

_BOTH = "/v1/employment?program=oews&program=ooh&limit=1"


@pytest.fixture
def asking(own_store: OwnStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[CheckedClient]:
    """Asks of a database in which two rows are many."""
    monkeypatch.setattr(listing, "MANY", 2)
    application = create_app(Settings(database_url=own_store.url))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def counts_of(asking: CheckedClient, question: str) -> int:
    """How many statements that count an answer took."""
    with noted() as statements:
        assert asking.get(question).status_code == 200
    return sum("count(" in statement for statement, _ in statements)


def total(asking: CheckedClient, question: str) -> int:
    """The total that an answer states."""
    return int(asking.get(question).json()["page"]["total"])


def test_a_list_is_counted_for_its_first_page_alone(asking: CheckedClient) -> None:
    assert counts_of(asking, _BOTH) == 1
    assert counts_of(asking, _BOTH) == 0
    assert counts_of(asking, asking.get(_BOTH).json()["page"]["next"]) == 0


def test_lists_that_differ_in_a_value_alone_are_counted_apart(asking: CheckedClient) -> None:
    nation, texas = (total(asking, f"{_BOTH}&area_code={code}") for code in ("99", "TX"))
    assert nation != texas
    assert (total(asking, f"{_BOTH}&area_code=99"), total(asking, f"{_BOTH}&area_code=TX")) == (nation, texas)


def test_what_is_taken_out_is_counted_no_more(asking: CheckedClient, own_store: OwnStore) -> None:
    before = total(asking, _BOTH)
    with own_store.writer.begin() as connection:
        unload_release(connection, "ooh-2018-28")
        record_change(connection)
    assert 2 <= total(asking, _BOTH) < before
