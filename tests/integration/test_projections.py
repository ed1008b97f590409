"""How employment is projected to change, and why: the document's 11 percent, its reasons and its prospects."""

import pytest

from app.domain.measures import MEASURES
from tests.checked_client import CheckedClient

OF_ONE = "/v1/occupations/29-2071/projections"


def test_the_document_projects_11_percent_from_2018_to_2028(client: CheckedClient) -> None:
    body = client.answer(OF_ONE)
    (record,) = body["data"]
    assert record["employment_change_percent"] == 11
    assert record["percent_rounded_to"] == 1
    assert (record["projection_round"], record["base_year"], record["projection_year"]) == ("2018-28", 2018, 2028)
    assert (record["base_employment"], record["basis"]) == (215_500, "jobs_including_self_employed")
    assert (record["source"], record["provenance"]["document_line"]) == ("ooh-2018-28", 36)
    assert record["statement"].startswith("Employment of medical records")
    assert body["page"]["total"] == 1


def test_what_is_not_published_is_null_and_nothing_is_derived_from_it(client: CheckedClient) -> None:
    (record,) = client.answer(OF_ONE)["data"]
    assert (record["projected_employment"], record["employment_change"], record["derived"]) == (None, None, None)
    assert record["qualifiers"]["projected_employment"] == record["qualifiers"]["employment_change"] == "not_applicable"
    assert set(record["qualifiers"]) == {name for name in record if name in MEASURES and record[name] is None} | {
        "entry_education",
        "work_experience",
        "on_the_job_training",
    }


def test_the_category_stands_with_the_average_it_is_compared_with(client: CheckedClient) -> None:
    (record,) = client.answer(OF_ONE)["data"]
    outlook = record["outlook"]
    assert (outlook["category"], outlook["label"]) == ("much_faster_than_average", "much faster than the average")
    average = outlook["compared_with"]
    assert (average["title"], average["soc_code"]) == ("all occupations", "00-0000")
    assert (average["employment_change_percent"], average["provenance"]["origin"]) == (5.2, "curated")
    assert "5.2 percent" in average["provenance"]["origin_basis"]


def test_the_reasons_stand_in_the_order_of_the_document(client: CheckedClient) -> None:
    drivers = client.answer(OF_ONE)["data"][0]["outlook"]["drivers"]
    assert [(d["driver"], d["certainty"], d["provenance"]["document_line"]) for d in drivers] == [
        ("aging population", "will", 37),
        ("older generations\u2019 health information data", "will", 37),
        ("more medical services for an aging population", "will", 37),
        ("additional records", "will", 38),
        ("widespread use of electronic health records", "will", 38),
        ("demand for cancer registrars", "expected", 39),
        ("the population ages", "likely", 39),
    ]
    assert drivers[2]["effect"] == "more claims for reimbursement"
    assert drivers[2]["effect_scope"] == "insurance companies"
    assert (drivers[4]["driver_acronym"], drivers[4]["driver_scope"]) == ("EHRs", "all types of healthcare providers")
    assert drivers[6]["cause"] == "many illnesses are detected and treated later in life"
    about_a_specialty = [d["applies_to"] for d in drivers]
    assert about_a_specialty[:5] == [None] * 5
    assert all("cancer_registrars" in str(applies) for applies in about_a_specialty[5:])


def test_prospects_are_best_for_the_certified_and_computer_skilled(client: CheckedClient) -> None:
    prospects = client.answer(OF_ONE)["data"][0]["outlook"]["prospects"]
    assert [(p["favors"], p["listed_as"], p["acronym"], p["prospects"]) for p in prospects] == [
        ("certification", "general", None, "best"),
        ("certification", "example", "RHIT", "best"),
        ("certification", "example", "CTR", "best"),
        ("skill", "general", None, "needed"),
    ]
    assert prospects[3]["name"] == "computer skills"
    assert prospects[3]["purpose"] == "to use EHR systems"


def test_the_list_across_occupations_has_the_figures_without_the_reasons(client: CheckedClient) -> None:
    body = client.answer("/v1/projections?sort=-employment_change_percent")
    (record,) = body["data"]
    (full,) = client.answer(OF_ONE)["data"]
    assert record["soc_code"] == "29-2071"
    assert set(record["outlook"]) == {"category", "label", "compared_with"}
    assert {k: v for k, v in record.items() if k != "outlook"} == {k: v for k, v in full.items() if k != "outlook"}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("min_employment_change_percent=11", 1),
        ("max_employment_change_percent=11", 1),
        ("min_employment_change_percent=11.1", 0),
        ("max_employment_change_percent=10.9", 0),
        ("min_base_employment=215500&max_base_employment=215500", 1),
        ("max_base_employment=215499", 0),
        ("min_projected_employment=0", 0),
        ("outlook=much_faster_than_average", 1),
        ("outlook=much_faster_than_average&outlook=decline", 1),
        ("outlook=decline", 0),
        ("soc_vintage=2010&level=detailed&soc_code=29-2071", 1),
        ("soc_vintage=2018", 0),
        ("release=ooh-2018-28.r1", 1),
        ("program=ooh", 1),
        ("program=ep&program=ooh", 1),
    ],
)
def test_filters(client: CheckedClient, query: str, count: int) -> None:
    body = client.answer(f"/v1/projections?{query}")
    assert len(body["data"]) == body["page"]["total"] == count
    assert (body["absence"] is None) == bool(count)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("/v1/occupations/29-2072/projections", "not_loaded"),
        ("/v1/occupations/15-1252/projections", "not_loaded"),
        ("/v1/occupations/29-2071/projections?program=oews", "not_applicable"),
        ("/v1/occupations/29-2070/projections", "retired"),
        ("/v1/projections?program=oews", "not_applicable"),
        ("/v1/projections?program=ep", "not_loaded"),
        ("/v1/projections?outlook=decline", "not_loaded"),
        ("/v1/projections?soc_code=29-9999", "not_loaded"),
    ],
)
def test_an_empty_answer_explains_itself(client: CheckedClient, url: str, reason: str) -> None:
    body = client.answer(url)
    assert (body["data"], body["sources"], body["absence"]["reason"]) == ([], [], reason)
    assert body["absence"]["nearest"]
    for near in body["absence"]["nearest"]:
        assert client.get(near["url"]).status_code == 200


def test_the_successor_is_led_to_the_projection_of_its_predecessor(client: CheckedClient) -> None:
    absence = client.answer("/v1/occupations/29-2072/projections")["absence"]
    assert absence["nearest"][0]["url"] == OF_ONE
    assert "29-2071" in absence["nearest"][0]["title"]
