"""Where the document sends its readers, in its groups."""

from tests.checked_client import CheckedClient

OF_ONE = "/v1/occupations/29-2071/contacts"


def test_groups_say_what_each_is_good_for(client: CheckedClient) -> None:
    body = client.answer(OF_ONE)
    found = [
        (g["group_position"], g["topic_slug"], g["offers"], [o["organization"] for o in g["organizations"]])
        for g in body["data"]
    ]
    assert found == [
        (1, "health_information_technicians", "information", ["ahima", "aapc", "pahcs", "nha"]),
        (2, "medical_coding_and_billing", "information", ["mbcc"]),
        (3, "cancer_registrars", "information", ["ncra"]),
        (4, "accredited_training_programs", "list", ["cahiim"]),
    ]
    assert [g["provenance"]["document_line"] for g in body["data"]] == [42, 47, 49, 51]
    lines = [o["provenance"]["document_line"] for g in body["data"] for o in g["organizations"]]
    assert lines == [43, 44, 45, 46, 48, 50, 52]
    assert body["page"]["total"] == 4


def test_a_former_name_is_kept(client: CheckedClient) -> None:
    (mbcc,) = client.answer(OF_ONE)["data"][1]["organizations"]
    assert (mbcc["name"], mbcc["former_name"]) == ("MB&CC", "Medical Billing & Coding")


def test_contacts_of_a_specialty_are_found_under_its_code(client: CheckedClient) -> None:
    groups = client.answer(OF_ONE)["data"]
    assert [g["applies_to"] and g["applies_to"]["soc_code"] for g in groups] == [None, None, "29-9021", None]
    (group,) = client.answer("/v1/occupations/29-9021/contacts")["data"]
    assert (group["topic_slug"], [o["organization"] for o in group["organizations"]]) == ("cancer_registrars", ["ncra"])


def test_groups_are_paged_whole(client: CheckedClient) -> None:
    first = client.answer(f"{OF_ONE}?limit=1")
    assert len(first["data"][0]["organizations"]) == 4
    assert client.answer(first["page"]["next"])["data"][0]["group_position"] == 2
    backwards = client.answer(f"{OF_ONE}?sort=-group_position")["data"]
    assert [g["group_position"] for g in backwards] == [4, 3, 2, 1]


def test_an_occupation_without_a_profile_says_so(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/15-1252/contacts")
    assert (body["data"], body["absence"]["reason"]) == ([], "not_loaded")
