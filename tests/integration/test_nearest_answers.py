"""What an empty answer names as nearest has something to show, also where only some parts of a release are loaded."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.loading import nation, run_in_process, state_rows, write_csv
from tests.unit.sources.ep.workbooks_of_a_round import DOWNLOAD_HEADER, PILOTS


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


_DALLAS = {"AREA": "19100", "AREA_TITLE": "Dallas-Fort Worth-Arlington, TX", "AREA_TYPE": "4", "PRIM_STATE": "TX"}
_TEXAS = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}


def _wages(**cells: str) -> dict[str, str]:
    """All wages of a row, published or not."""
    columns = (f"{rate}_{what}" for rate in "HA" for what in ("MEAN", "PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90"))
    return dict.fromkeys(columns, "*") | cells


@pytest.fixture
def nearby(tmp_path: Path) -> Iterator[CheckedClient]:
    """May 2024 has figures of the nation, Texas and Dallas; May 2025 none of Dallas, and withholds those of Texas."""
    database = tmp_path / "nearby.sqlite3"
    older = write_csv(tmp_path / "all_data_M_2024.csv", [{}, _TEXAS, _DALLAS])
    newer = write_csv(
        tmp_path / "all_data_M_2025.csv",
        [
            {},
            _TEXAS | {"TOT_EMP": "**"} | _wages(),
            {"OCC_CODE": "15-1252", "OCC_TITLE": "Software Developers"} | _DALLAS,
        ],
    )
    assert run_in_process(database, "load", older, newer).code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


@pytest.mark.parametrize("resource", ["wages", "employment"])
def test_a_place_without_figures_names_the_nation_and_the_last_year_that_has_them(
    resource: str, nearby: CheckedClient
) -> None:
    answer = nearby.answer(f"/v1/occupations/29-2072/{resource}", area_code="19100")
    assert answer["data"] == []
    urls = [near["url"] for near in answer["absence"]["nearest"]]
    path = f"/v1/occupations/29-2072/{resource}"
    # Not the state, whose figures are withheld.
    assert urls[:2] == [path, f"{path}?area_code=19100&release=oews-2024-05"]
    for url in urls:
        assert nearby.answer(url)["data"] != [], url


@pytest.mark.parametrize("resource", ["wages", "employment"])
def test_withheld_figures_name_where_published_ones_are(resource: str, nearby: CheckedClient) -> None:
    answer = nearby.answer(f"/v1/occupations/29-2072/{resource}", area_code="48")
    assert len(answer["data"]) == 1
    urls = [near["url"] for near in answer["absence"]["nearest"]]
    path = f"/v1/occupations/29-2072/{resource}"
    assert urls[:2] == [path, f"{path}?area_code=48&release=oews-2024-05"]
    measure = "annual_median" if resource == "wages" else "employment"
    for url in urls[:2]:
        assert nearby.answer(url)["data"][0][measure] is not None


@pytest.fixture
def editions(tmp_path: Path) -> Iterator[CheckedClient]:
    """A code that two editions of the SOC have: May 2018 is coded in that of 2010, May 2024 in that of 2018."""
    database = tmp_path / "editions.sqlite3"
    code = {"OCC_CODE": "11-1011", "OCC_TITLE": "Chief Executives"}
    older = write_csv(tmp_path / "national_M2018_dl.csv", [code])
    newer = write_csv(tmp_path / "national_M2024_dl.csv", [code])
    assert run_in_process(database, "load", older, newer).code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


@pytest.mark.parametrize("path", ["11-1011/wages", "11-1011/employment", "11-1011"])
def test_a_release_is_asked_in_its_own_edition_of_the_soc(path: str, editions: CheckedClient) -> None:
    older = editions.answer(f"/v1/occupations/{path}", release="oews-2018-05")["data"]
    newest = editions.answer(f"/v1/occupations/{path}")["data"]
    (one,), (other,) = ([each] if isinstance(each, dict) else each for each in (older, newest))
    assert (one["soc_vintage"], other["soc_vintage"]) == ("2010", "2018")


def test_the_edition_that_a_release_lacks_is_named_with_the_one_it_has(editions: CheckedClient) -> None:
    answer = editions.answer("/v1/occupations/11-1011/wages", release="oews-2018-05", soc_vintage="2018")
    assert answer["data"] == []
    assert "11-1011 of SOC 2018" in answer["absence"]["detail"]
    first = answer["absence"]["nearest"][0]["url"]
    assert first == "/v1/occupations/11-1011/wages?soc_vintage=2010"
    assert editions.answer(first)["data"] != []


def test_jobs_by_industry_are_not_loaded_where_the_matrix_is_not(tmp_path: Path) -> None:
    database, download = tmp_path / "round.sqlite3", tmp_path / "download.csv"
    download.write_text(f"{DOWNLOAD_HEADER}\n{PILOTS}\n", encoding="utf-8")
    assert run_in_process(database, "load", download).code == 0
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        absence = client.answer("/v1/occupations/11-1011/employment/by-industry", program="ep")["absence"]
        assert absence["reason"] == "not_loaded"
        assert "ep-2022-32 only this is loaded: download" in absence["detail"]
    application.state.database.close()
