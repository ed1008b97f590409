"""The occupations that the document points to."""

import pytest

from tests.checked_client import CheckedClient
from tests.starter_cells import starter_rows

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


def test_occupations_that_pay_more_can_be_asked_for(client: CheckedClient) -> None:
    pay = {row.key[1]: row.cells["A_MEDIAN"] for row in starter_rows() if row.key[0] == "99"}
    every = (
        client.answer("/v1/occupations/29-2072/related?limit=1000")["data"]
        or client.answer("/v1/occupations/29-2071/related?limit=1000")["data"]
    )
    assert [one for one in every if one["related_annual_median"] is not None]
    for one in every:
        expected = pay.get(one["related_soc_code"] or "")
        assert one["related_annual_median"] == (None if expected is None else int(expected))
        own = pay.get(one["soc_code"])
        assert one["pays_more"] == (None if own is None or expected is None else int(expected) > int(own))


def test_what_pays_more_comes_best_paid_first(onet_client: CheckedClient) -> None:
    path = "/v1/occupations/29-2072/related"
    more = onet_client.answer(f"{path}?pays_more=true&sort=-related_annual_median")
    less = onet_client.answer(f"{path}?pays_more=false")["data"]
    own = onet_client.answer("/v1/occupations/29-2072/wages")["data"][0]["annual_median"]
    paid = [one["related_annual_median"] for one in more["data"]]
    assert paid == sorted(paid, reverse=True)
    assert all(pay > own for pay in paid)
    assert all(one["related_annual_median"] <= own for one in less)
    assert paid or less
    assert {"oews-2025-05"} <= {one["release"] for one in more["sources"]} or not paid
