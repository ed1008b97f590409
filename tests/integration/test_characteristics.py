"""Whom the occupation of the document suits, and where and when its people work."""

from typing import Any

import pytest

from tests.checked_client import CheckedClient


@pytest.fixture(scope="module")
def characteristics(client: CheckedClient) -> dict[str, Any]:
    """What the document says of the occupation's character."""
    data: dict[str, Any] = client.answer("/v1/occupations/29-2071/characteristics")["data"]
    return data


def test_both_interests_have_their_meaning_and_hollands_name(characteristics: dict[str, Any]) -> None:
    found = {i["interest"]: i for i in characteristics["interests"]}
    assert [(name, i["holland_theme"]) for name, i in found.items()] == [
        ("Persuading", "Enterprising"),
        ("Organizing", "Conventional"),
    ]
    assert found["Persuading"]["meaning"] == "influencing, motivating, and selling to other people"
    assert found["Persuading"]["meaning_focus"] == ["influencing", "motivating", "selling"]
    assert found["Organizing"]["meaning_focus"] == ["working with information", "working with processes"]
    assert {(i["framework"], i["frequency"]) for i in found.values()} == {("Holland Code", "typically")}


def test_the_five_qualities_stand_with_their_explanations(characteristics: dict[str, Any]) -> None:
    found = {q["quality"]: q for q in characteristics["qualities"]}
    assert [(name, q["provenance"]["document_line"]) for name, q in found.items()] == [
        ("Analytical skills", 23),
        ("Detail oriented", 24),
        ("Integrity", 25),
        ("Interpersonal skills", 26),
        ("Technical skills", 27),
    ]
    assert all(q["explanation"].startswith("Health information technicians") for q in found.values())
    assert found["Interpersonal skills"]["with_whom"] == ["other professionals", "physicians", "finance personnel"]


def test_work_is_in_offices_at_monitors_or_at_home(characteristics: dict[str, Any]) -> None:
    environment = characteristics["work_environment"]
    assert {side: [s["feature"] for s in said] for side, said in environment.items()} == {
        "setting": ["office"],
        "physical": ["computer_monitors"],
        "remote": ["work_from_home"],
    }
    assert (environment["physical"][0]["duration"], environment["remote"][0]["quantifier"]) == ("many hours", "some")


def test_most_work_full_time_and_some_at_night(characteristics: dict[str, Any]) -> None:
    schedule = characteristics["schedule"]
    statements = [s for said in schedule.values() for s in said]
    assert [(s["feature"], s["quantifier"], s["shifts"]) for s in statements] == [
        ("full_time", "most", []),
        ("evening_or_overnight_shifts", None, ["evening", "overnight"]),
    ]
    assert (statements[1]["setting_condition"], statements[1]["setting_examples"]) == ("always_open", ["hospitals"])
    assert {s["repeated_on_line"] for s in statements} == {35}


def test_an_occupation_without_a_profile_says_so(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2072/characteristics")
    assert (body["data"]["interests"], body["data"]["qualities"], body["sources"]) == ([], [], [])
    assert body["absence"]["reason"] == "not_loaded"
    assert body["absence"]["nearest"][0]["url"] == "/v1/occupations/29-2071/characteristics"
