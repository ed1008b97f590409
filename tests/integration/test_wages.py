"""What occupations pay: the handbook's wages, and the cells of the starter release compared by another route."""

import random
from typing import Any

import pytest

from tests.checked_client import CheckedClient
from tests.starter_cells import (
    ANNUAL,
    COLUMNS,
    HOURLY,
    WAGE_COLUMNS,
    Row,
    expected_figures,
    rows_by_key,
    starter_rows,
)
from tests.walking import records

MEASURES = tuple(WAGE_COLUMNS)
SEED = 20_180_515
DRAWN = 200


def drawn_rows(seed: int, count: int) -> list[Row]:
    """Rows at random, and of each marker in each column some more, since most are rare."""
    chance = random.Random(seed)
    rows = chance.sample(starter_rows(), count)
    for column in COLUMNS.values():
        for marker in ("*", "**", "#", ""):
            marked = [row for row in starter_rows() if row.cells[column] == marker]
            rows += chance.sample(marked, min(2, len(marked)))
    return list({row.key: row for row in rows}.values())


def test_the_document_states_the_distribution_of_all_industries(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071/wages")
    (record,) = body["data"]
    assert (record["annual_p10"], record["annual_median"], record["annual_p90"]) == (26_550, 40_350, 66_260)
    assert record["reference_period"] == "2018-05"
    assert (record["soc_code"], record["soc_vintage"]) == ("29-2071", "2010")
    assert (record["area_code"], record["area_title"], record["area_type"]) == ("99", "U.S.", "nation")
    assert (record["industry_code"], record["industry_level"]) == ("000000", "cross-industry")
    assert record["industry_label"] is None
    assert record["source"] == "ooh-2018-28"
    assert record["provenance"]["file"] == "wages.csv"
    assert (record["provenance"]["row"], record["provenance"]["document_line"]) == (2, 28)
    assert record["provenance"]["origin"] == "published"
    assert "OEWS national estimates" in record["provenance"]["curated"]
    assert body["absence"] is None
    assert body["page"] == {"limit": 50, "next": None, "total": 1}


def test_what_the_document_does_not_state_is_null_and_not_applicable(client: CheckedClient) -> None:
    (record,) = client.answer("/v1/occupations/29-2071/wages")["data"]
    stated = {"annual_p10", "annual_median", "annual_p90"}
    for measure in set(MEASURES) - stated:
        assert record[measure] is None
        assert record["qualifiers"][measure] == "not_applicable"
    assert not stated & set(record["qualifiers"])


def test_the_document_states_medians_by_industry_in_its_order(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071/wages/by-industry")
    found = [(r["industry_label"], r["industry_code"], r["industry_level"], r["annual_median"]) for r in body["data"]]
    assert found == [
        ("Hospitals; state, local, and private", "622000", "3-digit", 43_470),
        ("Professional, scientific, and technical services", "54", "sector", 41_890),
        ("Administrative and support services", "561000", "3-digit", 41_800),
        ("Nursing care facilities (skilled nursing facilities)", "623100", "4-digit", 37_630),
        ("Offices of physicians", "621100", "4-digit", 35_520),
    ]
    assert [r["ownership_code"] for r in body["data"]] == ["235", None, None, None, None]
    assert [r["provenance"]["document_line"] for r in body["data"]] == [30, 31, 32, 33, 34]
    assert {r["annual_p10"] for r in body["data"]} == {None}
    assert {r["qualifiers"]["annual_p10"] for r in body["data"]} == {"not_applicable"}


def test_a_figure_names_the_release_file_and_hash(client: CheckedClient) -> None:
    import hashlib

    from tests.starter_cells import SEED_FOLDER

    body = client.answer("/v1/occupations/29-2071/wages")
    (source,) = body["sources"]
    assert (source["release"], source["program"], source["revision"]) == ("ooh-2018-28", "ooh", 1)
    (part,) = source["parts"]
    hashes = {file["name"]: file["sha256"] for file in part["files"]}
    named = body["data"][0]["provenance"]["file"]
    assert hashes[named] == hashlib.sha256((SEED_FOLDER / named).read_bytes()).hexdigest()
    assert part["loaded_at"].endswith("Z")


def test_program_gives_both_sources_side_by_side(client: CheckedClient) -> None:
    both = client.answer("/v1/wages?program=oews&program=ooh&soc_code=29-2071&soc_code=29-2072&area_code=US")["data"]
    found = {(r["soc_code"], r["industry_code"], r["source"]): r["annual_median"] for r in both}
    assert found["29-2071", "000000", "ooh-2018-28"] == 40_350
    assert found["29-2072", "000000", "oews-2025-05"] == 51_140
    assert len(both) == 7


def test_the_default_is_the_newest_oews_release(client: CheckedClient) -> None:
    (record,) = client.answer("/v1/occupations/29-2072/wages")["data"]
    assert (record["source"], record["reference_period"], record["annual_median"]) == (
        "oews-2025-05",
        "2025-05",
        51_140,
    )
    assert (record["hourly_median"], record["annual_p10"], record["annual_p90"]) == (24.59, 37_000, 81_150)
    assert {r["source"] for r in client.answer("/v1/wages?limit=1000")["data"]} == {"oews-2025-05"}


@pytest.mark.parametrize("spelled", ["TX", "tx", "48"])
def test_an_area_is_named_by_postal_abbreviation_or_code(client: CheckedClient, spelled: str) -> None:
    (record,) = client.answer("/v1/occupations/29-2072/wages", area_code=spelled)["data"]
    assert (record["area_code"], record["area_title"], record["annual_median"]) == ("48", "Texas", 48_860)


def test_an_onet_code_answers_as_its_soc_code(client: CheckedClient) -> None:
    plain = client.answer("/v1/occupations/29-2072/wages")["data"]
    assert client.answer("/v1/occupations/29-2072.00/wages")["data"] == plain


def test_by_area_lists_states_and_territories_but_not_the_nation(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-1141/wages/by-area?limit=1000")
    in_file = {row.key[0] for row in starter_rows() if row.cells["OCC_CODE"] == "29-1141"} - {"99"}
    assert {r["area_code"] for r in body["data"]} == in_file
    assert {r["area_type"] for r in body["data"]} == {"state", "territory"}
    states = client.answer("/v1/occupations/29-1141/wages/by-area?limit=1000&area_type=state")["data"]
    assert {r["area_code"] for r in states} == {c for c in in_file if c not in {"60", "66", "69", "72", "78"}}


def test_200_cells_drawn_at_random_are_those_of_the_file(client: CheckedClient) -> None:
    rows = drawn_rows(SEED, DRAWN)
    seen: set[tuple[str, str | None]] = set()
    for row in rows:
        area, code = row.key
        (record,) = client.answer(f"/v1/occupations/{code}/wages", area_code=area)["data"]
        values, qualifiers = expected_figures(row, MEASURES)
        assert {measure: record[measure] for measure in MEASURES} == values, row
        assert record["qualifiers"] == qualifiers, row
        assert record["provenance"]["row"] == row.number, row
        assert record["title"] == row.cells["OCC_TITLE"]
        assert record["level"] == row.cells["O_GROUP"]
        seen |= {(measure, qualifiers.get(measure)) for measure in MEASURES}
    for measure in HOURLY:
        assert {q for m, q in seen if m == measure} == {None, "annual_only", "wage_not_released", "at_or_above"} | (
            {"not_applicable"} & {q for m, q in seen if m == measure}
        )
    for measure in ANNUAL:
        assert {"hourly_only", "wage_not_released", "at_or_above", None} <= {q for m, q in seen if m == measure}


def test_every_cell_of_the_starter_release_is_served_as_it_stands(client: CheckedClient) -> None:
    served: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records(client, "/v1/wages?limit=1000"):
        key = (record["area_code"], record["soc_code"])
        assert key not in served
        served[key] = record
    assert served.keys() == rows_by_key().keys()
    for key, row in rows_by_key().items():
        values, qualifiers = expected_figures(row, MEASURES)
        record = served[key]
        assert {measure: record[measure] for measure in MEASURES} == values, row
        assert record["qualifiers"] == qualifiers, row
        assert record["provenance"]["row"] == row.number, row


def test_every_null_is_explained_and_every_bound_has_a_value(client: CheckedClient) -> None:
    for record in records(client, "/v1/wages?limit=1000&program=oews&program=ooh"):
        for measure in MEASURES:
            qualifier = record["qualifiers"].get(measure)
            if record[measure] is None:
                assert qualifier not in {None, "at_or_above", "above"}, record
            else:
                assert qualifier in {None, "at_or_above", "above"}, record
        assert set(record["qualifiers"]) <= set(MEASURES)


def test_hourly_wages_have_cents_without_noise(client: CheckedClient) -> None:
    body = client.get("/v1/occupations/29-2072/wages", params={"area_code": "99"})
    assert '"hourly_median":24.59' in body.text
    for record in client.answer("/v1/wages?limit=1000&area_code=99")["data"]:
        for measure in HOURLY:
            if record[measure] is not None:
                assert repr(record[measure]) == repr(round(record[measure], 2))
        for measure in ANNUAL:
            assert record[measure] is None or isinstance(record[measure], int)


@pytest.mark.parametrize(
    ("cell", "value", "qualifier"),
    [
        (("25-2021", "99", "hourly_median"), None, "annual_only"),
        (("25-2021", "99", "annual_median"), 63_970, None),
        (("27-2011", "99", "annual_median"), None, "hourly_only"),
        (("27-2011", "99", "hourly_median"), 29.05, None),
        (("27-2011", "06", "hourly_median"), None, "wage_not_released"),
        (("29-1022", "01", "annual_median"), 239_200, "at_or_above"),
        (("29-1022", "01", "hourly_median"), 115.0, "at_or_above"),
        (("29-1022", "99", "hourly_p90"), 299.35, None),
    ],
)
def test_markers_become_qualifiers(
    client: CheckedClient, cell: tuple[str, str, str], value: float | None, qualifier: str | None
) -> None:
    code, area, measure = cell
    (record,) = client.answer(f"/v1/occupations/{code}/wages?area_code={area}")["data"]
    assert record[measure] == value
    assert record["qualifiers"].get(measure) == qualifier


def test_min_keeps_what_is_certainly_at_or_above(client: CheckedClient) -> None:
    found = records(client, "/v1/wages?limit=1000&min_hourly_p90=115")
    expected = {
        row.key
        for row in starter_rows()
        if (text := row.cells["H_PCT90"]) == "#" or (text not in ("", "*") and float(text) >= 115)
    }
    assert {(r["area_code"], r["soc_code"]) for r in found} == expected
    bounded = [r for r in found if r["qualifiers"].get("hourly_p90") == "at_or_above"]
    assert len(bounded) == 96
    # A bound says nothing of what lies above it.
    above = records(client, "/v1/wages?limit=1000&min_hourly_p90=115.01")
    assert not [r for r in above if "hourly_p90" in r["qualifiers"]]


def test_max_leaves_out_values_that_are_only_bounds(client: CheckedClient) -> None:
    found = records(client, "/v1/wages?limit=1000&max_annual_p90=240000&min_annual_p90=230000")
    expected = {
        row.key
        for row in starter_rows()
        if (text := row.cells["A_PCT90"]) not in ("", "*", "#") and 230_000 <= int(text) <= 240_000
    }
    assert {(r["area_code"], r["soc_code"]) for r in found} == expected
    assert not [r for r in found if "annual_p90" in r["qualifiers"]]


def _may_be(text: str, least: int) -> bool:
    return text == "#" or (text not in ("", "*") and int(text) >= least)


def test_possible_values_are_kept_where_they_are_asked_for(client: CheckedClient) -> None:
    above = "/v1/wages?limit=1000&level=detailed&min_annual_p90=500000"
    possible = records(client, f"{above}&include=possible")
    assert {(r["area_code"], r["soc_code"]) for r in possible} == {
        row.key
        for row in starter_rows()
        if row.cells["O_GROUP"] == "detailed" and _may_be(row.cells["A_PCT90"], 500_000)
    }
    bounded = [r for r in possible if r["qualifiers"].get("annual_p90") == "at_or_above"]
    assert bounded
    assert [r for r in possible if r not in bounded] == records(client, above)
    below = records(client, "/v1/wages?limit=1000&max_annual_p90=239200&min_annual_p90=239200&include=possible")
    assert [r for r in below if "annual_p90" in r["qualifiers"]]
    assert all(r["annual_p90"] == 239_200 for r in below)


def test_an_empty_answer_says_where_possible_values_are(client: CheckedClient) -> None:
    body = client.answer("/v1/wages?level=detailed&min_hourly_p90=10000")
    assert body["data"] == []
    link = body["absence"]["nearest"][0]["url"]
    assert "include=possible" in link
    found = client.answer(link)["data"]
    assert found
    assert {one["qualifiers"].get("hourly_p90") for one in found} == {"at_or_above"}
    assert "include=possible" not in str(client.answer("/v1/wages?level=detailed&min_mean_wage_rse=10000")["absence"])


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("min_hourly_median=24.59&max_hourly_median=24.59", True),
        ("min_hourly_median=24.585&max_hourly_median=24.595", True),
        ("min_hourly_median=24.591", False),
        ("max_hourly_median=24.589", False),
        ("min_hourly_median=24.5900000000000001", False),
        ("min_annual_median=51139.5&max_annual_median=51140.5", True),
        ("min_annual_median=51140.01", False),
        ("max_annual_median=51139.99", False),
        ("min_annual_median=-1000000000000", True),
        ("max_annual_median=1000000000000", True),
        ("min_annual_median=0&max_annual_median=0", False),
    ],
)
def test_bounds_are_exact_to_the_cent_and_inclusive(client: CheckedClient, query: str, kept: bool) -> None:
    body = client.answer(f"/v1/wages?soc_code=29-2072&area_code=99&{query}")
    assert len(body["data"]) == int(kept)
    assert body["page"]["total"] == int(kept)


def test_totals_count_the_rows_of_the_file(client: CheckedClient) -> None:
    rows = starter_rows()
    assert client.answer("/v1/wages?limit=1")["page"]["total"] == len(rows) == 38_512
    texas = [row for row in rows if row.cells["AREA"] == "48" and row.cells["O_GROUP"] == "detailed"]
    assert client.answer("/v1/wages?limit=1&area_code=TX&level=detailed")["page"]["total"] == len(texas)
    group = [row for row in rows if row.cells["OCC_CODE"].startswith("29-")]
    for spelled in ("29", "29-0000"):
        assert client.answer(f"/v1/wages?limit=1&major_group={spelled}")["page"]["total"] == len(group)


def test_the_best_paid_of_texas(client: CheckedClient) -> None:
    body = client.answer("/v1/wages?area_code=TX&level=detailed&sort=-annual_median&limit=10")
    ranked = sorted(
        (row for row in starter_rows() if row.cells["AREA"] == "48" and row.cells["O_GROUP"] == "detailed"),
        key=lambda row: -(239_200 if row.cells["A_MEDIAN"] == "#" else int(row.cells["A_MEDIAN"].strip("*") or -1)),
    )
    assert [r["soc_code"] for r in body["data"][:5]] == [row.cells["OCC_CODE"] for row in ranked[:5]]


def test_withheld_wages_name_the_nation_and_the_groups_above_in_the_same_area(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/27-2011/wages?area_code=CA")
    assert body["absence"]["reason"] == "withheld"
    assert [near["url"] for near in body["absence"]["nearest"]][:2] == [
        "/v1/occupations/27-2011/wages",
        # The broad group is withheld there too.
        "/v1/occupations/27-0000/wages?area_code=06",
    ]
    for near in body["absence"]["nearest"]:
        assert client.answer(near["url"])["absence"] is None, near["url"]
    assert body["data"][0]["annual_median"] is None


def test_a_retired_code_without_a_profile_names_its_successors(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-9099/wages?soc_vintage=2010")
    assert body["data"] == []
    assert body["absence"]["nearest"]
    retired = client.answer("/v1/occupations/29-2071/wages?program=oews")
    assert (retired["data"], retired["absence"]["reason"]) == ([], "retired")
    assert [near["url"] for near in retired["absence"]["nearest"][:2]] == [
        "/v1/occupations/29-2072/wages",
        "/v1/occupations/29-9021/wages",
    ]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("/v1/occupations/29-2072/wages?program=ep", "not_applicable"),
        ("/v1/occupations/29-2072/wages?program=ooh", "not_loaded"),
        ("/v1/occupations/29-2072/wages?area_code=10180", "not_loaded"),
        ("/v1/occupations/29-2072/wages/by-industry", "not_loaded"),
        ("/v1/occupations/29-2071/wages/by-area", "not_published"),
        ("/v1/wages?area_code=10180", "not_loaded"),
        ("/v1/wages?program=ep", "not_applicable"),
    ],
)
def test_an_empty_answer_explains_itself(client: CheckedClient, url: str, reason: str) -> None:
    body = client.answer(url)
    assert body["data"] == []
    assert body["absence"]["reason"] == reason
    assert len(body["absence"]["detail"]) > 20
    for near in body["absence"]["nearest"]:
        assert client.get(near["url"]).status_code == 200
    assert body["absence"]["nearest"]


def test_the_nation_below_the_nation_and_all_industries_among_single_ones_are_one_level_up(
    client: CheckedClient,
) -> None:
    for path in ("by-area?area_code=99", "by-industry?industry_code=000000"):
        absence = client.answer(f"/v1/occupations/29-2072/wages/{path}")["absence"]
        assert absence["reason"] == "not_applicable"
        assert [near["url"] for near in absence["nearest"]] == ["/v1/occupations/29-2072/wages"]


def test_filters_are_spoken_of_only_where_some_were_given(client: CheckedClient) -> None:
    for url, given in (
        ("/v1/occupations/29-2071/wages/by-area", False),
        ("/v1/occupations/29-2071/wages/by-area?min_annual_median=50000", True),
    ):
        absence = client.answer(url)["absence"]
        assert ("these filters" in absence["detail"]) == given
        # Without them there is nothing either, so that no link leaves them out.
        assert not any("these filters" in near["title"] for near in absence["nearest"])


@pytest.mark.parametrize("choice", ["program=oews", "release=oews-2025-05", "release=oews-2025-05.r1"])
def test_a_retired_code_is_retired_however_the_release_is_chosen(client: CheckedClient, choice: str) -> None:
    body = client.answer(f"/v1/occupations/29-2071/wages?{choice}")
    assert (body["data"], body["absence"]["reason"]) == ([], "retired")


@pytest.mark.parametrize("resource", ["wages", "employment"])
def test_a_list_filtered_by_a_retired_code_names_what_it_became(client: CheckedClient, resource: str) -> None:
    body = client.answer(f"/v1/{resource}?soc_code=29-2071")
    assert (body["data"], body["absence"]["reason"]) == ([], "retired")
    assert [near["url"] for near in body["absence"]["nearest"]][:3] == [
        f"/v1/occupations/29-2071/{resource}",
        f"/v1/occupations/29-2072/{resource}",
        f"/v1/occupations/29-9021/{resource}",
    ]


@pytest.mark.parametrize("resource", ["wages", "employment"])
@pytest.mark.parametrize("asked", ["industry_code=622000", "ownership_code=5", "reference_period=2024-05"])
def test_what_the_publisher_has_and_is_not_loaded_is_not_called_unpublished(
    client: CheckedClient, resource: str, asked: str
) -> None:
    assert client.answer(f"/v1/{resource}?{asked}")["absence"]["reason"] == "not_loaded"


@pytest.mark.parametrize("resource", ["wages", "employment"])
def test_another_program_that_has_the_answer_is_named_first(client: CheckedClient, resource: str) -> None:
    absence = client.answer(f"/v1/{resource}?industry_code=622000")["absence"]
    link = absence["nearest"][0]["url"]
    assert link == f"/v1/{resource}?industry_code=622000&program=ooh"
    assert client.answer(link)["data"]


@pytest.mark.parametrize("resource", ["certifications", "projections"])
def test_a_list_and_the_path_of_an_occupation_give_one_reason(client: CheckedClient, resource: str) -> None:
    of_list = client.answer(f"/v1/{resource}?soc_code=15-1252")["absence"]
    of_path = client.answer(f"/v1/occupations/15-1252/{resource}")["absence"]
    assert (of_list["reason"], of_list["detail"]) == ("not_loaded", of_path["detail"])


def test_a_broad_group_without_successors_names_what_is_loaded(client: CheckedClient) -> None:
    absence = client.answer("/v1/occupations/29-2070/wages")["absence"]
    assert "29-2070" in absence["detail"]


def test_a_release_can_be_pinned_and_chosen(client: CheckedClient) -> None:
    for release in ("ooh-2018-28", "ooh-2018-28.r1"):
        (record,) = client.answer(f"/v1/occupations/29-2071/wages?release={release}")["data"]
        assert record["annual_median"] == 40_350
    both = client.answer("/v1/wages?release=ooh-2018-28&release=oews-2025-05&limit=1")
    assert both["page"]["total"] == 38_512 + 6
    everything = records(client, "/v1/wages?release=ooh-2018-28&release=oews-2025-05&area_code=99&limit=1000")
    assert {record["source"] for record in everything} == {"ooh-2018-28", "oews-2025-05"}
    only = client.answer("/v1/wages?release=ooh-2018-28&release=oews-2025-05&program=ooh")
    assert only["page"]["total"] == 6


def test_filters_of_several_values_are_a_union(client: CheckedClient) -> None:
    two = client.answer("/v1/wages?soc_code=29-2072&soc_code=29-9021&area_code=99&area_code=TX")["data"]
    assert {(r["soc_code"], r["area_code"]) for r in two} == {
        ("29-2072", "99"),
        ("29-2072", "48"),
        ("29-9021", "99"),
        ("29-9021", "48"),
    }
    assert client.answer("/v1/wages?ownership_code=5&limit=1")["page"]["total"] == 0
    assert client.answer("/v1/wages?ownership_code=1235&limit=1")["page"]["total"] == 38_512
    of_2018 = client.answer("/v1/wages?reference_period=2018-05")["data"]
    assert {(one["source"], one["reference_period"]) for one in of_2018} == {("ooh-2018-28", "2018-05")}
    assert client.answer("/v1/wages?reference_period=2011-05&limit=1")["page"]["total"] == 0
    assert client.answer("/v1/wages?soc_vintage=oews&limit=1000")["page"]["total"] == len(
        [r for r in starter_rows() if r.key[1] in {"21-1018", "25-2052", "25-9045", "51-2028", "53-1047"}]
    )
