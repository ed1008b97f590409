"""Which release answers where nothing names one: the newest with such rows, or the one of the period asked for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.config import Settings
from app.main import create_app
from tests.checked_client import CheckedClient
from tests.integration.conftest import OwnStore
from tests.loading import run_in_process, write_csv

Load = Callable[..., CheckedClient]
SECTOR = {"NAICS": "62", "NAICS_TITLE": "Health Care", "I_GROUP": "sector", "OWN_CODE": "5"}
GROUP = {"OCC_CODE": "11-1010", "OCC_TITLE": "Keepers", "O_GROUP": "broad"}


@pytest.fixture
def load(own_store: OwnStore, tmp_path: Path) -> Iterator[Load]:
    """Loads files of a year, by their names, and asks an application over them."""
    clients: list[CheckedClient] = []

    def run(**files: list[dict[str, str]]) -> CheckedClient:
        paths = [write_csv(tmp_path / f"{name}_dl.csv", rows) for name, rows in files.items()]
        said = run_in_process(own_store.path, "load", *paths, "--no-archive")
        assert said.code == 0, said
        application = create_app(Settings(database_url=own_store.url))
        clients.append(CheckedClient(application))
        return clients[-1].__enter__()

    yield run
    for client in clients:
        client.__exit__(None, None, None)


def test_a_release_that_has_the_code_in_single_industries_alone_leaves_the_nation_to_the_one_before(load: Load) -> None:
    asking = load(national_M2023=[{**GROUP, "A_MEDIAN": "60000"}], natsector_M2024=[{**GROUP, **SECTOR}])
    (wages,) = asking.answer("/v1/occupations/11-1010/wages")["data"]
    assert (wages["source"], wages["annual_median"]) == ("oews-2023-05", 60_000)
    (employment,) = asking.answer("/v1/occupations/11-1010/employment")["data"]
    assert employment["source"] == "oews-2023-05"
    glance = asking.answer("/v1/occupations/11-1010")["data"]
    assert (glance["pay"]["source"], glance["pay"]["annual_median"]) == ("oews-2023-05", 60_000)
    (by_industry,) = asking.answer("/v1/occupations/11-1010/wages/by-industry")["data"]
    assert by_industry["source"] == "oews-2024-05"


def test_a_state_is_answered_by_the_newest_release_that_has_states(load: Load) -> None:
    texas = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
    asking = load(state_M2023=[{**GROUP, **texas}], national_M2024=[GROUP])
    (wages,) = asking.answer("/v1/occupations/11-1010/wages?area_code=TX")["data"]
    assert wages["source"] == "oews-2023-05"
    (everywhere,) = asking.answer("/v1/occupations/11-1010/wages/by-area")["data"]
    assert everywhere["source"] == "oews-2023-05"
    assert asking.answer("/v1/occupations/11-1010/wages")["data"][0]["source"] == "oews-2024-05"


def test_a_filter_that_leaves_nothing_does_not_go_back_in_time(load: Load) -> None:
    texas = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
    ohio = {"AREA": "39", "AREA_TITLE": "Ohio", "AREA_TYPE": "2", "PRIM_STATE": "OH"}
    asking = load(state_M2023=[{**GROUP, **texas}], state_M2024=[{**GROUP, **ohio}])
    answer = asking.answer("/v1/occupations/11-1010/wages?area_code=TX")
    assert answer["data"] == []
    assert "oews-2024-05" in answer["absence"]["detail"]


@pytest.mark.parametrize("path", ["/v1/wages?soc_code=11-1010&area_code=US&", "/v1/occupations/11-1010/wages?"])
def test_a_period_is_answered_by_its_release(load: Load, path: str) -> None:
    asking = load(
        national_M2023=[{**GROUP, "A_MEDIAN": "90000"}],
        national_M2024=[{**GROUP, "A_MEDIAN": "60000"}],
    )
    of_2023 = asking.answer(f"{path}reference_period=2023-05")["data"]
    assert [(one["source"], one["annual_median"]) for one in of_2023] == [("oews-2023-05", 90_000)]
    both = asking.answer(f"{path}reference_period=2023-05&reference_period=2024-05")["data"]
    assert {one["annual_median"] for one in both} == {60_000, 90_000}
    assert asking.answer(f"{path}reference_period=2011-05")["data"] == []


def test_a_code_of_the_soc_goes_before_the_same_code_of_oews(load: Load) -> None:
    aggregate = {"OCC_CODE": "53-1040", "OCC_TITLE": "Supervisors, Except Some", "O_GROUP": "broad"}
    asking = load(
        national_M2018=[{**aggregate, "A_MEDIAN": "55600"}],
        national_M2024=[{**aggregate, "OCC_TITLE": "Supervisors", "A_MEDIAN": "62840"}],
    )
    assert asking.answer("/v1/occupations/53-1040")["data"]["vintages"] == ["2018", "oews"]
    (wages,) = asking.answer("/v1/occupations/53-1040/wages")["data"]
    assert (wages["soc_vintage"], wages["annual_median"]) == ("2018", 62_840)
    (listed,) = asking.answer("/v1/occupations?soc_code=53-1040&release=oews-2024-05")["data"]
    assert (listed["soc_vintage"], listed["annual_median"]) == ("2018", 62_840)


@pytest.mark.parametrize("form", ["csv", "ndjson"])
@pytest.mark.parametrize("resource", ["wages", "employment"])
def test_a_row_at_two_levels_stands_once_in_a_whole_list_of_both(load: Load, resource: str, form: str) -> None:
    twice = [{**GROUP, "O_GROUP": level} for level in ("broad", "detailed")]
    other = {"OCC_CODE": "11-2021", "OCC_TITLE": "Others", "O_GROUP": "detailed"}
    asking = load(national_M2024=[*twice, other])
    url = f"/v1/{resource}?release=oews-2024-05&level=detailed&level=broad"
    listed = [one["soc_code"] for one in asking.answer(url)["data"]]
    assert sorted(listed) == ["11-1010", "11-2021"]
    whole = asking.get(f"{url}&limit=all&format={form}").text.splitlines()[1 if form == "csv" else 0 :]
    assert len(whole) == len(listed)


def test_a_kind_of_area_is_answered_by_the_newest_release_that_has_it(load: Load) -> None:
    texas = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
    abilene = {"AREA": "10180", "AREA_TITLE": "Abilene, TX", "AREA_TYPE": "4", "PRIM_STATE": "TX"}
    asking = load(MSA_M2023=[{**GROUP, **abilene}], state_M2024=[{**GROUP, **texas}])
    url = "/v1/occupations/11-1010/wages/by-area?area_type="
    assert [one["source"] for one in asking.answer(f"{url}metropolitan")["data"]] == ["oews-2023-05"]
    assert [one["source"] for one in asking.answer(f"{url}state")["data"]] == ["oews-2024-05"]


def test_a_level_of_industries_is_answered_by_the_newest_release_that_has_it(load: Load) -> None:
    hospitals = {"NAICS": "622100", "NAICS_TITLE": "Hospitals", "I_GROUP": "4-digit", "OWN_CODE": "5"}
    asking = load(nat4d_M2023=[{**GROUP, **hospitals}], natsector_M2024=[{**GROUP, **SECTOR}])
    url = "/v1/occupations/11-1010/wages/by-industry?industry_level="
    assert [one["source"] for one in asking.answer(f"{url}4-digit")["data"]] == ["oews-2023-05"]
    assert [one["source"] for one in asking.answer(f"{url}sector")["data"]] == ["oews-2024-05"]


def test_a_period_chooses_the_edition_of_the_code(load: Load) -> None:
    nurses = {"OCC_CODE": "29-1141", "OCC_TITLE": "Registered Nurses", "O_GROUP": "detailed"}
    asking = load(national_M2018=[{**nurses, "A_MEDIAN": "71730"}], national_M2024=[nurses])
    (wages,) = asking.answer("/v1/occupations/29-1141/wages?reference_period=2018-05")["data"]
    assert (wages["soc_vintage"], wages["annual_median"]) == ("2010", 71_730)


def test_the_base_year_of_a_round_is_a_period_of_its_figures(rounds_client: CheckedClient) -> None:
    newest = rounds_client.answer("/v1/employment?program=ep")["data"][0]
    earlier = rounds_client.answer("/v1/employment?program=ep&reference_period=2014")["data"]
    assert newest["reference_period"] == "2024"
    assert {(one["source"], one["reference_period"]) for one in earlier} == {("ep-2014-24", "2014")}


def test_of_several_periods_those_that_are_loaded_are_not_called_missing(load: Load) -> None:
    asking = load(national_M2023=[GROUP], national_M2024=[GROUP])
    both = "reference_period=2023-05&reference_period=2024-05"
    answer = asking.answer(f"/v1/occupations/11-1010/wages?{both}&ownership_code=5")
    assert answer["data"] == []
    assert "no figures for" not in answer["absence"]["detail"]
