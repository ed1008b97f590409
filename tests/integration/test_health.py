"""Health: the process answers, and the data can be read."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI

from app import __version__
from app.api import openapi
from app.config import Settings
from app.main import _document, create_app, describe
from app.store.seed import seed
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.small_seed import change_table, set_cell


def test_live_needs_no_data(client: CheckedClient) -> None:
    assert client.answer("/health/live") == {"status": "live", "version": __version__}


def test_the_document_is_made_before_the_first_request_needs_it(database_url: str) -> None:
    application = create_app(Settings(database_url=database_url))
    _document.cache_clear()

    async def start_and_stop() -> None:
        async with application.router.lifespan_context(application):
            pass

    asyncio.run(start_and_stop())
    assert _document.cache_info().currsize == 1


def test_the_document_is_made_again_where_a_request_came_between(monkeypatch: pytest.MonkeyPatch) -> None:
    make, tried = openapi.document, list[FastAPI]()

    def disturbed(app: FastAPI) -> dict[str, Any]:
        tried.append(app)
        if len(tried) == 1:
            raise KeyError("the field of another thread")
        return make(app)

    before = describe()
    _document.cache_clear()
    monkeypatch.setattr(openapi, "document", disturbed)
    assert describe() == before
    assert len(tried) == 2


def test_ready_names_what_is_loaded(client: CheckedClient) -> None:
    body = client.answer("/health/ready")
    assert (body["status"], body["version"]) == ("ready", __version__)
    assert (body["database"], body["opened"]) == ("sqlite", "read_only")
    assert set(body["releases"]) == {"ooh-2018-28.r1", "oews-2025-05.r1"}
    assert body["data_revision"] >= 1


def test_a_load_is_noticed_while_serving(own_store: OwnStore, serve: Callable[[str], FastAPI]) -> None:
    with CheckedClient(serve(own_store.url)) as asking:
        before = asking.answer("/health/ready")
        change_table(own_store.folder, "employment", lambda lines: set_cell(lines, 2, "employment", "215600"))
        seed(own_store.writer, own_store.folder)
        after = asking.answer("/health/ready")
        assert after["data_revision"] == before["data_revision"] + 1
        assert set(after["releases"]) == {"ooh-2018-28.r2", "oews-2025-05.r1"}
        assert asking.answer("/v1/occupations/29-2071")["data"]["employment"]["employment"] == 215_600
