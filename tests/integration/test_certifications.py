"""Credentials: RHIT and CTR, what each requires, who issues it, how it is kept, where it may be required."""

from typing import Any

import pytest

from tests.checked_client import CheckedClient

OF_ONE = "/v1/occupations/29-2071/certifications"


@pytest.fixture(scope="module")
def credentials(client: CheckedClient) -> dict[str, dict[str, Any]]:
    """The credentials of the document by acronym, in its order."""
    return {record["acronym"]: record for record in client.answer(OF_ONE)["data"]}


def test_the_document_names_two_credentials(credentials: dict[str, dict[str, Any]]) -> None:
    assert {acronym: (r["position"], r["name"]) for acronym, r in credentials.items()} == {
        "RHIT": (1, "Registered Health Information Technician"),
        "CTR": (2, "Certified Tumor Registrar"),
    }
    for record in credentials.values():
        assert (record["source"], record["provenance"]["document_line"]) == ("ooh-2018-28", 15)


def test_what_the_ctr_requires_stands_in_the_document(credentials: dict[str, dict[str, Any]]) -> None:
    requirements = credentials["CTR"]["requirements"]
    assert [r["requirement"] for r in requirements] == ["formal_education_program", "experience", "exam"]
    assert {(r["provenance"]["origin"], r["provenance"]["document_line"]) for r in requirements} == {("published", 17)}


def test_what_the_rhit_requires_is_curated_and_says_so(credentials: dict[str, dict[str, Any]]) -> None:
    program, exam = credentials["RHIT"]["requirements"]
    assert (program["requirement"], program["education_level"]) == ("accredited_program", "associates_degree")
    assert program["accreditor"]["organization"] == "cahiim"
    assert (exam["requirement"], exam["accreditor"]) == ("exam", None)
    for requirement in (program, exam):
        assert requirement["provenance"]["origin"] == "curated"
        assert requirement["provenance"]["origin_basis"]
        assert requirement["statement"] is None


def test_issuers_are_curated(credentials: dict[str, dict[str, Any]]) -> None:
    found = {acronym: record["issuer"] for acronym, record in credentials.items()}
    assert {acronym: (i["organization"], i["acronym"]) for acronym, i in found.items()} == {
        "RHIT": ("ahima", "AHIMA"),
        "CTR": ("ncra", "NCRA"),
    }
    assert {issuer["provenance"]["origin"] for issuer in found.values()} == {"curated"}


def test_the_ctr_has_another_name_since_2024(credentials: dict[str, dict[str, Any]]) -> None:
    ctr, rhit = credentials["CTR"], credentials["RHIT"]
    assert (ctr["current_acronym"], ctr["current_name"]) == ("ODS", "Oncology Data Specialist")
    assert (ctr["renamed"]["since"], ctr["renamed"]["since_date"]) == ("2024", "2024-01-01")
    assert ctr["renamed"]["provenance"]["origin"] == "curated"
    assert (rhit["current_acronym"], rhit["current_name"], rhit["renamed"]) == (None, None, None)


def test_the_ctr_is_of_cancer_registrars_alone(credentials: dict[str, dict[str, Any]]) -> None:
    applies = credentials["CTR"]["applies_to"]
    assert (applies["specialty"], applies["soc_code"], applies["soc_vintage"]) == (
        "cancer_registrars",
        "29-9021",
        "2018",
    )
    assert credentials["RHIT"]["applies_to"] is None


def test_a_few_states_and_facilities_require_the_ctr(credentials: dict[str, dict[str, Any]]) -> None:
    (rule,) = credentials["CTR"]["may_be_required_by"]
    assert (rule["quantifier"], rule["set_by"], rule["subject"]) == (
        "a_few",
        ["states", "facilities"],
        "cancer registrars",
    )
    assert rule["provenance"]["document_line"] == 17
    assert credentials["RHIT"]["may_be_required_by"] == []


def test_credentials_are_renewed_regularly_with_courses(credentials: dict[str, dict[str, Any]]) -> None:
    for record in credentials.values():
        renewal = record["renewal"]
        assert (renewal["renew"]["required"], renewal["renew"]["interval"]) == (True, "regularly")
        assert (renewal["renew"]["modality"], renewal["renew"]["timing"]) == ("must", "once certified")
        assert renewal["continuing_education"]["requirement_detail"] == "take continuing education courses"
        assert renewal["continuing_education"]["interval"] is None


def test_general_rules_stand_in_the_order_of_the_document(credentials: dict[str, dict[str, Any]]) -> None:
    for record in credentials.values():
        assert [rule["rule"] for rule in record["general_rules"]] == [
            "often_required",
            "employer_preference",
            "employer_expectation",
            "several_issuers",
            "others_exist",
            "requirement",
            "requirement",
            "requirement",
            "renewal",
            "continuing_education",
        ]


def test_a_credential_of_a_specialty_is_found_under_its_own_code(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-9021/certifications")
    (record,) = body["data"]
    assert (record["acronym"], record["soc_code"], record["applies_to"]["soc_code"]) == ("CTR", "29-2071", "29-9021")
    assert body["absence"] is None


@pytest.mark.parametrize(
    ("query", "acronyms"),
    [
        ("", ["RHIT", "CTR"]),
        ("acronym=rhit", ["RHIT"]),
        ("acronym=ODS", ["CTR"]),
        ("acronym=ods&acronym=RHIT", ["RHIT", "CTR"]),
        ("organization=ncra", ["CTR"]),
        ("organization=cahiim", []),
        ("acronym=CPC", []),
        ("sort=acronym", ["CTR", "RHIT"]),
        ("sort=-acronym", ["RHIT", "CTR"]),
        ("soc_code=29-2071&soc_vintage=2010", ["RHIT", "CTR"]),
        ("soc_vintage=2018", []),
    ],
)
def test_the_list_across_occupations(client: CheckedClient, query: str, acronyms: list[str]) -> None:
    body = client.answer(f"/v1/certifications?{query}")
    assert [record["acronym"] for record in body["data"]] == acronyms
    assert body["page"]["total"] == len(acronyms)
    assert (body["absence"] is None) == bool(acronyms)


def test_an_occupation_without_a_profile_says_what_is_loaded(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/15-1252/certifications")
    assert (body["data"], body["sources"], body["page"]["total"]) == ([], [], 0)
    absence = body["absence"]
    assert absence["reason"] == "not_loaded"
    assert "Occupational Outlook Handbook" in absence["detail"]
    assert "oews-2025-05" in absence["detail"]
    assert [near["url"] for near in absence["nearest"]] == [
        "/v1/occupations/15-1252",
        "/v1/occupations/15-1252/wages?release=oews-2025-05",
        "/v1/occupations/15-1252/employment?release=oews-2025-05",
    ]


def test_a_program_without_credentials_is_not_asked_for_them(client: CheckedClient) -> None:
    assert client.answer(f"{OF_ONE}?program=oews")["absence"]["reason"] == "not_applicable"
    assert client.answer("/v1/occupations/29-2072/certifications")["absence"]["nearest"][0]["url"] == OF_ONE


def test_the_list_finds_the_credential_of_a_specialty_by_its_code_as_the_path_does(client: CheckedClient) -> None:
    of_path = client.answer("/v1/occupations/29-9021/certifications")["data"]
    of_list = client.answer("/v1/certifications?soc_code=29-9021")["data"]
    assert [record["acronym"] for record in of_path] == ["CTR"]
    assert of_list == of_path
    both = client.answer("/v1/certifications?soc_code=29-9021&soc_code=29-2071")["data"]
    assert [record["acronym"] for record in both] == [
        record["acronym"] for record in client.answer("/v1/certifications")["data"]
    ]
