"""What it takes to enter the occupation of the document, and to advance from it."""

from typing import Any

import pytest

from tests.checked_client import CheckedClient

OF_ONE = "/v1/occupations/29-2071/preparation"


@pytest.fixture(scope="module")
def preparation(client: CheckedClient) -> dict[str, Any]:
    """What the document says of preparing for the occupation."""
    data: dict[str, Any] = client.answer(OF_ONE)["data"]
    return data


def test_a_postsecondary_certificate_is_typical(preparation: dict[str, Any]) -> None:
    entry = preparation["entry_education"]
    assert entry == preparation["education_paths"][0]
    assert (entry["education_level"], entry["education_label"]) == (
        "postsecondary_nondegree_award",
        "postsecondary certificate",
    )
    assert (entry["frequency"], entry["provenance"]["document_line"]) == ("typically", 10)


def test_the_other_ways_in_and_up_stand_beside_it(preparation: dict[str, Any]) -> None:
    assert [(p["path"], p["education_level"], p["quantifier"]) for p in preparation["education_paths"]] == [
        ("typical_entry", "postsecondary_nondegree_award", None),
        ("alternative", "associates_degree", "some"),
        ("sufficient_for_some", "high_school_diploma", "some"),
        ("required_for_most", "postsecondary_education", "most"),
        ("advancement", "bachelors_degree", None),
        ("advancement", "masters_degree", None),
    ]


def test_courses_stand_by_stage_in_their_order(preparation: dict[str, Any]) -> None:
    subjects = {stage: [c["subject"] for c in courses] for stage, courses in preparation["coursework"].items()}
    assert subjects == {
        "postsecondary": [
            "medical terminology",
            "anatomy and physiology",
            "communication",
            "health data requirements and standards",
            "classification and coding systems",
            "healthcare reimbursement methods",
            "healthcare statistics",
            "computer systems",
        ],
        "high_school": ["health", "computer science", "math", "biology"],
    }


def test_a_diploma_is_enough_for_some_with_experience(preparation: dict[str, Any]) -> None:
    (experience,) = preparation["experience"]
    assert experience["experience"] == "previous experience in a healthcare setting"
    assert (experience["education_level"], experience["path"]) == ("high_school_diploma", "sufficient_for_some")


def test_credentials_are_named_and_linked(client: CheckedClient, preparation: dict[str, Any]) -> None:
    certification = preparation["certification"]
    assert [c["acronym"] for c in certification["credentials"]] == ["RHIT", "CTR"]
    assert len(certification["rules"]) == 11
    assert [r["acronym"] for r in client.answer(certification["url"])["data"]] == ["RHIT", "CTR"]


def test_managers_are_what_technicians_advance_to(preparation: dict[str, Any]) -> None:
    (step,) = preparation["advancement"]
    assert (step["to_title"], step["to_soc_code"]) == ("medical or health services manager", "11-9111")
    assert step["to_soc_title"] == "Medical and Health Services Managers"
    assert step["education_levels"] == ["bachelors_degree", "masters_degree"]
    assert (step["requires_certification_courses"], step["varies_by"]) == (True, "facility")


def test_an_occupation_without_a_profile_has_the_same_fields_empty(
    client: CheckedClient, preparation: dict[str, Any]
) -> None:
    body = client.answer("/v1/occupations/15-1252/preparation")
    assert body["data"].keys() == preparation.keys()
    assert (body["data"]["entry_education"], body["data"]["education_paths"], body["data"]["source"]) == (
        None,
        [],
        None,
    )
    assert (body["absence"]["reason"], body["sources"]) == ("not_loaded", [])
