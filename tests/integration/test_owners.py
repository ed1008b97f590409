"""Estimates by who owns the establishments: the parts of a total stand beside it only where they are asked for."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.loading import run_in_process, write_csv

PRIVATE = {"NAICS": "000001", "NAICS_TITLE": "Cross-industry, private", "I_GROUP": "cross-industry, ownership"}
HOSPITALS = {"NAICS": "622000", "NAICS_TITLE": "Hospitals", "I_GROUP": "3-digit"}
HEALTH_CARE = {"NAICS": "62", "NAICS_TITLE": "Health Care", "I_GROUP": "sector"}
ROWS = (
    {"TOT_EMP": "900"},
    {**PRIVATE, "OWN_CODE": "5", "TOT_EMP": "700"},
    {**HOSPITALS, "TOT_EMP": "500"},
    {**HOSPITALS, "OWN_CODE": "5", "TOT_EMP": "400"},
    {**HOSPITALS, "OWN_CODE": "2", "TOT_EMP": "60"},
    {**HEALTH_CARE, "OWN_CODE": "58", "TOT_EMP": "600"},
    {**HEALTH_CARE, "OWN_CODE": "5", "TOT_EMP": "450"},
)


@pytest.fixture(scope="module")
def asking(tmp_path_factory: pytest.TempPathFactory, migrated_database: Path) -> Iterator[CheckedClient]:
    """Asks of the nation by owners and of the nation alone: two files, the first with what the second lacks."""
    folder = tmp_path_factory.mktemp("owners")
    database = Path(shutil.copy(migrated_database, folder / "occupations.sqlite3"))
    loaded = run_in_process(database, "load", write_csv(folder / "all_data_M_2024.csv", ROWS))
    assert loaded.code == 0, loaded.err
    application = create_app(Settings(database_url=f"sqlite:///{database}"))
    with CheckedClient(application) as client:
        yield client
    application.state.database.close()


def shown(asking: CheckedClient, path: str) -> dict[tuple[str, str], Any]:
    """Jobs by industry and owners."""
    records = asking.get(f"/v1/occupations/29-2072/{path}").json()["data"]
    assert len(records) == len({(one["industry_code"], one["ownership_code"]) for one in records})
    return {(one["industry_code"], one["ownership_code"]): one.get("employment") for one in records}


@pytest.mark.parametrize("resource", ["employment", "wages"])
def test_an_occupation_is_shown_for_all_owners_together(asking: CheckedClient, resource: str) -> None:
    assert set(shown(asking, resource)) == {("000000", "1235")}


def test_owners_are_shown_where_they_are_asked_for(asking: CheckedClient) -> None:
    assert shown(asking, "employment?ownership_code=5") == {("000001", "5"): 700}
    assert set(shown(asking, "wages?ownership_code=5")) == {("000001", "5")}
    both = shown(asking, "employment?ownership_code=5&ownership_code=1235")
    assert both == {("000000", "1235"): 900, ("000001", "5"): 700}


def test_of_an_industry_the_widest_group_of_owners_is_shown(asking: CheckedClient) -> None:
    assert shown(asking, "employment/by-industry") == {("622000", "1235"): 500, ("62", "58"): 600}
    assert set(shown(asking, "wages/by-industry")) == {("622000", "1235"), ("62", "58")}


def test_the_parts_of_an_industrys_total_can_be_asked_for(asking: CheckedClient) -> None:
    private = shown(asking, "employment/by-industry?ownership_code=5&ownership_code=2")
    assert private == {("622000", "5"): 400, ("622000", "2"): 60, ("62", "5"): 450}


def test_lists_across_occupations_have_every_record_and_say_its_owners(asking: CheckedClient) -> None:
    records = asking.get("/v1/employment?soc_code=29-2072").json()["data"]
    assert [one["employment"] for one in records] == [int(row["TOT_EMP"]) for row in ROWS]
    owners = asking.get("/v1/employment?ownership_code=58").json()["data"]
    assert [one["employment"] for one in owners] == [600]
