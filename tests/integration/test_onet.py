"""O*NET's paths over a small release that the real loader loaded: each code by itself, nothing averaged, none lost."""

import pytest

from tests.checked_client import CheckedClient

MEDICAL = "/v1/occupations/29-2072"


def test_a_rating_comes_as_printed_with_its_scale_and_meaning(onet_client: CheckedClient) -> None:
    answer = onet_client.answer(f"{MEDICAL}/skills", scale_id="LV", element_id="2.A.1.a")
    (record,) = answer["data"]
    assert (record["value"], record["n"], record["standard_error"], record["lower_bound"], record["upper_bound"]) == (
        4.25,
        8,
        0.1637,
        3.93,
        4.57,
    )
    assert record["scale"] == {"scale_id": "LV", "scale_name": "Level", "minimum": 0.0, "maximum": 7.0}
    assert record["element_description"] == "To understand what is written at work."
    assert [anchor["anchor_value"] for anchor in record["level_anchors"]] == [2.0, 4.0]
    assert (record["not_relevant"], record["recommend_suppress"], record["date"]) == (False, False, "2023-08")
    assert (record["provenance"]["file"], record["provenance"]["row"]) == ("Skills.txt", 5)
    (source,) = answer["sources"]
    assert (source["release"], source["licence"]) == ("onet-30.1", "CC BY 4.0")
    assert "CC BY 4.0" in source["attribution"]
    assert [file["name"] for part in source["parts"] for file in part["files"]] == ["Skills.txt"]


def test_what_does_not_apply_has_a_qualifier(onet_client: CheckedClient) -> None:
    (record,) = onet_client.answer(f"{MEDICAL}/skills", element_id="2.B.1.a", scale_id="LV")["data"]
    assert record["standard_error"] is None
    assert record["qualifiers"] == dict.fromkeys(("standard_error", "lower_bound", "upper_bound"), "not_applicable")
    assert record["not_relevant"] is True


def test_every_code_of_eight_digits_is_listed_by_itself(onet_client: CheckedClient) -> None:
    both = onet_client.answer("/v1/occupations/15-1299/skills")["data"]
    assert [(record["onet_soc_code"], record["value"]) for record in both] == [("15-1299.01", 3.5), ("15-1299.08", 4.0)]
    assert [record["title"] for record in both] == ["Web Keepers", "System Planners"]
    (one,) = onet_client.answer("/v1/occupations/15-1299.08/skills")["data"]
    assert one == both[1]
    (same,) = onet_client.answer("/v1/occupations/15-1299/skills", onet_soc_code="15-1299.08")["data"]
    assert same == one


def test_ratings_across_occupations_are_filtered_sorted_and_paged(onet_client: CheckedClient) -> None:
    found = onet_client.answer("/v1/skills", element_id="2.A.1.a", scale_id="IM", sort="-value")["data"]
    assert [record["value"] for record in found] == [4.12, 4.0, 3.5]
    kept = onet_client.answer("/v1/skills", scale_id="IM", min_value=3.5, max_value=4)["data"]
    assert [record["value"] for record in kept] == [3.5, 4.0]
    sure = onet_client.answer("/v1/skills", recommend_suppress="true")["data"]
    assert [record["value"] for record in sure] == [2.62]
    seen, url = [], "/v1/skills?sort=-value&limit=2"
    while url:
        page = onet_client.answer(url)
        seen += [record["value"] for record in page["data"]]
        url = page["page"]["next"]
    assert seen == [4.25, 4.12, 4.0, 3.5, 2.62, 0.75]
    rows = [record["provenance"]["row"] for record in onet_client.answer("/v1/skills")["data"]]
    assert rows == [2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize(
    ("path", "element", "value"),
    [
        ("knowledge", "2.C.1.b", 4.4),
        ("abilities", "1.A.1.a.1", 3.62),
        ("work-activities", "4.A.3.b.6", 4.55),
        ("work-context", "4.C.1.a.2.c", 1.4),
        ("interests", "1.B.1.f", 6.67),
        ("work-values", "1.B.2.d", 3.33),
        ("work-styles", "1.D.1.a", -0.4),
        ("education", "2.D.1", 20.0),
    ],
)
def test_each_domain_has_its_path(path: str, element: str, value: float, onet_client: CheckedClient) -> None:
    record = onet_client.answer(f"{MEDICAL}/{path}")["data"][0]
    assert (record["element_id"], record["value"]) == (element, value)


def test_a_category_comes_with_its_meaning(onet_client: CheckedClient) -> None:
    records = onet_client.answer(f"{MEDICAL}/education")["data"]
    assert [(record["category"], record["category_description"], record["value"]) for record in records] == [
        (2, "A diploma of a high school", 20.0),
        (5, "A certificate after high school", 52.0),
    ]


def test_tasks_have_ratings_and_activities_and_emerging_ones_come_last(onet_client: CheckedClient) -> None:
    tasks = onet_client.answer(f"{MEDICAL}/tasks")["data"]
    assert [(task["task_id"], task["emerging"]) for task in tasks] == [
        (7, False),
        (8, False),
        (None, True),
        (None, True),
    ]
    coding, filing, new, revised = tasks
    assert [(one["scale"]["scale_id"], one["category"], one["value"]) for one in coding["ratings"]] == [
        ("FT", 6, 64.0),
        ("IM", None, 4.7),
    ]
    assert coding["ratings"][0]["category_description"] == "Several times a day"
    (activity,) = coding["activities"]
    assert (activity["detailed_activity_title"], activity["intermediate_activity_title"], activity["element_name"]) == (
        "Enter codes into records.",
        "Keep records.",
        "Recording",
    )
    assert [one["recommend_suppress"] for one in filing["ratings"]] == [True]
    assert (new["task_category"], revised["original_task_id"], revised["original_task"]) == ("New", 8, "File records.")
    assert len(onet_client.answer(f"{MEDICAL}/tasks", emerging="false")["data"]) == 2
    assert len(onet_client.answer(f"{MEDICAL}/tasks", task_type="Core")["data"]) == 1


def test_technology_is_found_by_whole_words_in_any_case(onet_client: CheckedClient) -> None:
    found = onet_client.answer("/v1/technology", example="terraform")["data"]
    assert [(one["onet_soc_code"], one["example"]) for one in found] == [
        ("15-1299.01", "Acme Terraform"),
        ("15-1299.08", "Acme Terraform"),
    ]
    assert [one["soc_code"] for one in onet_client.answer("/v1/technology", in_demand="true")["data"]] == [
        "15-1299",
        "29-2072",
    ]
    assert onet_client.answer("/v1/technology", example="%")["data"] == []
    assert onet_client.answer("/v1/technology", example="Acme_Terraform")["data"] == []


def test_rows_of_two_files_with_one_number_are_told_apart_by_pages(onet_client: CheckedClient) -> None:
    """Both files of the part have a row 2."""
    whole = onet_client.answer("/v1/technology?sort=technology_type")["data"]
    url, found = "/v1/technology?sort=technology_type&limit=1", []
    while url:
        answer = onet_client.answer(url)
        found += answer["data"]
        url = answer["page"]["next"]
    assert found == whole
    assert len({(one["provenance"]["file"], one["provenance"]["row"]) for one in found}) == len(found)


def test_a_commodity_stands_in_its_classes_where_these_are_loaded(onet_client: CheckedClient) -> None:
    own = onet_client.answer(f"{MEDICAL}/technology")["data"]
    assert [(one["example"], one["technology_type"], one["hot_technology"]) for one in own] == [
        ("Acme Codebook", "technology", False),
        ("Terraformer games", "technology", False),
        ("Scanners", "tool", None),
    ]
    assert own[0]["commodity"]["segment_title"] == "Information technology"
    assert own[1]["commodity"] is None


def test_titles_of_the_handbook_and_of_onet_have_their_kind_and_source(onet_client: CheckedClient) -> None:
    titles = onet_client.answer(f"{MEDICAL}/titles")["data"]
    assert [(one["other_title"], one["kind"], one["short_title"], one["title_sources"]) for one in titles] == [
        ("Health Information Technician", "alternate", "HIT", ["04", "08"]),
        ("Records Clerk 100%_sure", "alternate", None, ["10"]),
        ("Coder", "reported", None, []),
        ("File Clerk", "reported", None, []),
    ]
    assert [one["shown_in_my_next_move"] for one in titles] == [None, None, True, False]
    exact = onet_client.answer(f"{MEDICAL}/titles", other_title="100%_sure")["data"]
    assert [one["other_title"] for one in exact] == ["Records Clerk 100%_sure"]
    (handbook,) = onet_client.answer("/v1/occupations/29-2071/titles")["data"]
    assert (handbook["kind"], handbook["onet_soc_code"], handbook["source"]) == ("short_title", None, "ooh-2018-28")


def test_related_occupations_of_both_programs_stand_in_one_list(onet_client: CheckedClient) -> None:
    found = onet_client.answer(f"{MEDICAL}/related")["data"]
    told = [(one["relation"], one["relatedness_tier"], one["position"], one["related_title"]) for one in found]
    assert sorted(told, key=str) == sorted(
        [
            ("related", "Primary-Short", 1, "Medical Registrars"),
            ("related", "Supplemental", 2, "Web Keepers"),
            ("career_change", None, 1, "Medical Registrars"),
        ],
        key=str,
    )
    assert {one["related_url"] for one in found} == {"/v1/occupations/29-9021", "/v1/occupations/15-1299"}
    changes = onet_client.answer(f"{MEDICAL}/related", relation="career_change")["data"]
    assert [one["related_onet_soc_code"] for one in changes] == ["29-9021.00"]
    handbook = onet_client.answer("/v1/occupations/29-2071/related")["data"]
    assert {one["source"] for one in handbook} == {"ooh-2018-28"}


def test_characteristics_have_onet_in_short_with_links_that_answer(onet_client: CheckedClient) -> None:
    answer = onet_client.answer(f"{MEDICAL}/characteristics")
    (onet,) = answer["data"]["onet"]
    assert onet["description"] == "Keep the records of patients in order."
    assert onet["job_zone"]["job_zone"] == 3
    assert onet["job_zone"]["definition"]["svp_range"] == "(6.0 to < 7.0)"
    assert answer["absence"] is None
    for url in onet["links"].values():
        assert onet_client.answer(url)["data"], url


def test_the_glance_links_to_every_list_and_defines_the_code(onet_client: CheckedClient) -> None:
    glance = onet_client.answer(MEDICAL)["data"]
    assert glance["definition"]["text"] == "Put the records of patients in order."
    assert glance["definition"]["parent_soc_code"] == "29-2070"
    for name in ("skills", "work_activities", "tasks", "technology", "titles", "education", "data_collection"):
        assert onet_client.answer(glance["links"][name])["data"], name


def test_parents_are_those_that_the_classification_states(onet_client: CheckedClient) -> None:
    parents = onet_client.answer(f"{MEDICAL}/hierarchy")["data"]["parents"]
    assert [parent["soc_code"] for parent in parents][-3:] == ["29-0000", "29-2000", "29-2070"]


def test_an_element_is_explained(onet_client: CheckedClient) -> None:
    reading = onet_client.answer("/v1/elements/2.A.1.a")["data"]
    assert (reading["domain"], reading["parent_element_id"]) == ("skills", "2.A.1")
    assert [item["survey_item_number"] for item in reading["survey_items"]] == ["SK01a"]
    assert [link["linked_element_id"] for link in reading["links"]] == ["4.A.3.b.6"]
    recording = onet_client.answer("/v1/elements/4.A.3.b.6")["data"]
    assert recording["links"] == reading["links"]
    assert [one["detailed_activity_id"] for one in recording["detailed_activities"]] == ["4.A.3.b.6.I08.D04"]
    assert onet_client.answer("/v1/elements/2.A.1")["data"]["children"] == ["2.A.1.a"]
    onet_client.problem("/v1/elements/2.A.9", 404, "unknown-code")
    assert [one["element_id"] for one in onet_client.answer("/v1/elements", domain="skills")["data"]] == [
        "2.A.1",
        "2.A.1.a",
        "2.B.1.a",
    ]


def test_a_step_stands_once_as_published_although_the_seed_has_it_too(onet_client: CheckedClient) -> None:
    became = onet_client.answer("/v1/occupations/29-2071")["data"]["became"]
    assert [(step["soc_code"], step["link"], step["provenance"]["origin"]) for step in became] == [
        ("29-2072", "whole", "published"),
        ("29-9021", "part", "published"),
    ]


def test_crosswalks_are_filtered_from_both_ends(onet_client: CheckedClient) -> None:
    found = onet_client.answer("/v1/crosswalks", from_scheme="soc", from_code="29-2071", to_scheme="soc")["data"]
    assert [(one["to_code"], one["link"], one["to_title"]) for one in found] == [
        ("29-2072", "whole", "Medical Records Specialists"),
        ("29-9021", "part", "Medical Registrars"),
    ]
    back = onet_client.answer("/v1/crosswalks", to_code="29-9021", link="part")["data"]
    assert [one["from_code"] for one in back] == ["29-2071", "29-9099"]
    listed = onet_client.answer("/v1/crosswalks", from_scheme="oews", to_scheme="oews")["data"]
    assert [(one["from_edition"], one["to_edition"], one["note"]) for one in listed] == [("2018", "2019", "Hybrid")]
    assert onet_client.answer("/v1/crosswalks", from_scheme="cip")["absence"]["reason"] == "not_loaded"
    refused = onet_client.problem("/v1/crosswalks?from_code=2071", 422, "invalid-parameter")
    assert "29-2071" in refused["errors"][0]["allowed"]


@pytest.mark.parametrize(
    "url",
    [
        "/v1/skills?scale_id=im",
        "/v1/skills?element_id=x",
        f"{MEDICAL}/related?relation=alike",
        "/v1/skills?min_value=x",
    ],
)
def test_wrong_values_are_refused_with_what_works(url: str, onet_client: CheckedClient) -> None:
    assert onet_client.problem(url, 422, "invalid-parameter")["errors"]
