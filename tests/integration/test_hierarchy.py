"""The place of a code in its own edition of the classification."""

from typing import Any

import pytest

from tests.checked_client import CheckedClient
from tests.starter_cells import starter_rows


def place(client: CheckedClient, url: str) -> dict[str, Any]:
    """The hierarchy at `url`."""
    data: dict[str, Any] = client.answer(url)["data"]
    return data


def test_the_occupation_of_the_document_stands_in_the_classification_of_2010(client: CheckedClient) -> None:
    found = place(client, "/v1/occupations/29-2071/hierarchy")
    assert [(p["soc_code"], p["level"], p["soc_vintage"]) for p in found["parents"]] == [
        ("29-0000", "major", "2010"),
        ("29-2000", "minor", "2010"),
        ("29-2070", "broad", "2010"),
    ]
    assert (found["children"], found["missing_levels"]) == ([], [])


def test_a_level_that_nothing_loaded_has_is_named(client: CheckedClient) -> None:
    found = place(client, "/v1/occupations/29-2072/hierarchy")
    assert [(p["soc_code"], p["level"], p["soc_vintage"]) for p in found["parents"]] == [
        ("00-0000", "total", "2018"),
        ("29-0000", "major", "2018"),
        ("29-2000", "minor", "2018"),
    ]
    assert found["missing_levels"] == ["broad"]


def test_children_are_the_codes_right_below(client: CheckedClient) -> None:
    of_2010 = place(client, "/v1/occupations/29-2000/hierarchy?soc_vintage=2010")
    assert [child["soc_code"] for child in of_2010["children"]] == ["29-2070"]
    assert [c["soc_code"] for c in place(client, "/v1/occupations/29-2070/hierarchy")["children"]] == ["29-2071"]
    majors = {row.key[1] for row in starter_rows() if row.cells["O_GROUP"] == "major"}
    everything = place(client, "/v1/occupations/00-0000/hierarchy")
    assert [child["soc_code"] for child in everything["children"]] == sorted(majors)
    assert len(majors) == 22
    assert everything["parents"] == everything["missing_levels"] == []


def test_codes_that_oews_made_stand_in_the_current_groups(client: CheckedClient) -> None:
    found = place(client, "/v1/occupations/21-1018/hierarchy")
    assert [p["soc_code"] for p in found["parents"]][:2] == ["00-0000", "21-0000"]
    above = found["parents"][-1]
    children = [c["soc_code"] for c in place(client, above["url"].replace("?", "/hierarchy?"))["children"]]
    assert "21-1018" in children


@pytest.mark.parametrize("code", ["29-0000", "29-2000", "15-1200", "11-0000", "00-0000", "21-1000"])
def test_each_child_names_its_parent_last(client: CheckedClient, code: str) -> None:
    found = place(client, f"/v1/occupations/{code}/hierarchy")
    assert found["children"]
    for child in found["children"]:
        again = place(client, child["url"].replace("?", "/hierarchy?"))
        assert again["parents"][-1]["soc_code"] == code
        assert again["parents"][-1]["soc_vintage"] == found["soc_vintage"]


def test_every_detailed_code_of_the_file_is_below_its_major_group(client: CheckedClient) -> None:
    below = set()
    todo = ["/v1/occupations/29-0000/hierarchy"]
    while todo:
        for child in place(client, todo.pop())["children"]:
            below.add(child["soc_code"])
            todo.append(child["url"].replace("?", "/hierarchy?"))
    assert below == {row.key[1] for row in starter_rows() if row.key[1].startswith("29-") and row.key[1] != "29-0000"}
