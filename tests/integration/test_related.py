"""The occupations that the document points to."""

import pytest

from tests.checked_client import CheckedClient

OF_ONE = "/v1/occupations/29-2071/related"


def test_the_manager_role_in_advancement_is_related(client: CheckedClient) -> None:
    body = client.answer(OF_ONE)
    (record,) = body["data"]
    assert (record["relation"], record["related_title"]) == ("advancement", "medical or health services manager")
    assert (record["related_soc_code"], record["related_soc_vintage"]) == ("11-9111", "2018")
    assert record["related_soc_title"] == "Medical and Health Services Managers"
    assert record["provenance"]["document_line"] == 19
    assert "SOC 2018" in record["provenance"]["curated"]
    assert client.answer(record["related_url"])["data"]["soc_code"] == "11-9111"


@pytest.mark.parametrize(("relation", "count"), [("advancement", 1), ("similar", 0)])
def test_by_relation(client: CheckedClient, relation: str, count: int) -> None:
    body = client.answer(OF_ONE, relation=relation)
    assert (len(body["data"]), body["page"]["total"]) == (count, count)
    assert (body["absence"] is None) == bool(count)


def test_an_occupation_without_a_profile_says_so(client: CheckedClient) -> None:
    absence = client.answer("/v1/occupations/15-1252/related")["absence"]
    assert absence["reason"] == "not_loaded"
    assert "related occupations" in absence["detail"]
