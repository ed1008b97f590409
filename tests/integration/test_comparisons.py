"""Occupations side by side, and what is said where their figures are not on one footing."""

from typing import Any

import pytest

from tests.checked_client import CheckedClient


def compared(client: CheckedClient, *codes: str, query: str = "") -> dict[str, Any]:
    occupations = "&".join(f"occupation={code}" for code in codes)
    return client.answer(f"/v1/compare?{occupations}{query}")


def aspects(answer: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["topic"], one["aspect"]) for one in answer["differences"]}


def test_figures_stand_side_by_side_as_their_own_paths_have_them(client: CheckedClient) -> None:
    answer = compared(client, "29-1141", "29-2072")
    assert [record["soc_code"] for record in answer["data"]] == ["29-1141", "29-2072"]
    for record in answer["data"]:
        (jobs,) = client.answer(f"/v1/occupations/{record['soc_code']}/employment")["data"]
        (pay,) = client.answer(f"/v1/occupations/{record['soc_code']}/wages")["data"]
        for figure, own in ((record["employment"][0], jobs), (record["pay"][0], pay)):
            assert {name: figure[name] for name in figure.keys() & own.keys() - {"qualifiers"}} == {
                name: own[name] for name in figure.keys() & own.keys() - {"qualifiers"}
            }
    assert aspects(answer) == set()


def test_a_retired_code_answers_with_what_became_of_it(client: CheckedClient) -> None:
    answer = compared(client, "29-2072", "29-2071")
    retired = answer["data"][1]
    assert retired["retired"]
    assert {(one["soc_code"], one["link"]) for one in retired["became"]} == {("29-2072", "whole"), ("29-9021", "part")}
    assert retired["employment"][0]["basis"] == "jobs_including_self_employed"
    assert {("identity", "soc_vintage"), ("employment", "basis"), ("pay", "missing")} <= aspects(answer)
    assert [one["topic"] for one in answer["data"][0]["missing"]] == ["projections", "entry", "skills"]


def test_other_periods_of_one_program_are_a_difference(years_client: CheckedClient) -> None:
    answer = compared(years_client, "29-2071", "29-2072", query="&program=oews")
    (period,) = [one for one in answer["differences"] if (one["topic"], one["aspect"]) == ("pay", "reference_period")]
    assert {value["soc_code"]: value["value"] for value in period["values"]} == {
        "29-2071": "2018-05",
        "29-2072": "2025-05",
    }
    pinned = compared(years_client, "29-2072", "47-2111", query="&release=oews-2022-05")
    assert {figure["source"] for record in pinned["data"] for figure in record["pay"]} == {"oews-2022-05"}
    assert aspects(pinned) == set()


def test_an_area_is_compared_where_it_is_loaded(years_client: CheckedClient) -> None:
    answer = compared(years_client, "29-1141", "29-2072", query="&area_code=TX&program=oews")
    assert {figure["area_code"] for record in answer["data"] for figure in record["pay"]} == {"48"}


def test_rounds_and_skills_are_compared_where_they_are_loaded(
    onet_client: CheckedClient, rounds_client: CheckedClient
) -> None:
    skills = compared(onet_client, "29-2072", "15-1299")["data"][0]["skills"]
    assert [one["rank"] for one in skills] == list(range(1, len(skills) + 1))
    assert skills[0]["scale_id"] == "IM"
    listed = onet_client.answer("/v1/occupations/29-2072/skills?scale_id=IM&sort=-value")["data"]
    assert [one["value"] for one in skills] == [one["value"] for one in listed][:10]
    rounds = compared(rounds_client, "11-1011", "13-1020", query="&program=ep")
    assert [record["projections"][0]["projection_round"] for record in rounds["data"]] == ["2024-34", "2024-34"]
    assert rounds["data"][0]["entry"][0]["entry_education"] == "bachelors_degree"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("occupation=29-1141", "from 2 to 10 codes"),
        ("&".join(f"occupation=29-11{n}" for n in range(41, 52)), "from 2 to 10 codes"),
        ("occupation=29-1141&occupation=29-1141", "each code once"),
        ("occupation=29-1141&occupation=29-1141.00", "each code once"),
        ("occupation=29-1141&occupation=nurse", "a SOC code"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_plain_words(client: CheckedClient, query: str, words: str) -> None:
    body = client.problem(f"/v1/compare?{query}", 422, "invalid-parameter")
    assert words in body["errors"][0]["allowed"]


def test_every_unknown_code_is_named(client: CheckedClient) -> None:
    body = client.problem("/v1/compare?occupation=29-2072&occupation=29-2027&occupation=98-7654", 404, "unknown-code")
    assert "29-2027, 98-7654" in body["detail"]
    assert "29-2072" in {near["url"].rpartition("/")[2] for near in body["nearest"]}


def test_without_occupations_there_is_nothing_to_compare(client: CheckedClient) -> None:
    body = client.problem("/v1/compare", 400, "conflicting-parameters")
    assert "from 2 to 10 codes" in body["errors"][0]["allowed"]
