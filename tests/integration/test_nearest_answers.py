"""What an empty answer names as nearest has something to show, also where only some parts of a release are loaded."""

from pathlib import Path

import pytest

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.loading import nation, run_in_process, state_rows, write_csv


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("employment/by-industry", "wages/by-area"),
        ("wages", "employment/by-area"),
        ("projections", "wages/by-area"),
    ],
)
def test_a_release_of_the_states_alone_is_named_by_the_paths_it_answers(path: str, found: str, tmp_path: Path) -> None:
    database = tmp_path / "states.sqlite3"
    older = nation(tmp_path, OCC_CODE="15-1252", OCC_TITLE="Software Developers")
    newer = write_csv(tmp_path / "state_M2025_dl.csv", state_rows())
    assert run_in_process(database, "load", older, newer).code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        absence = client.answer(f"/v1/occupations/29-2072/{path}")["absence"]
        urls = [near["url"] for near in absence["nearest"]]
        assert f"/v1/occupations/29-2072/{found}?release=oews-2025-05" in urls
        for url in urls:
            assert client.answer(url)["data"] != [], url
    application.state.database.close()
