"""How many people work where: the handbook's jobs and shares, and the starter release, each on its own basis."""

import random

import pytest

from tests.checked_client import CheckedClient
from tests.starter_cells import EMPLOYMENT_COLUMNS, NEVER_IN_THE_STARTER, expected_figures, rows_by_key, starter_rows
from tests.walking import records

MEASURES = (*EMPLOYMENT_COLUMNS, *NEVER_IN_THE_STARTER)
SEED = 20_280_208


def test_the_document_states_215500_jobs_with_the_self_employed(client: CheckedClient) -> None:
    (record,) = client.answer("/v1/occupations/29-2071/employment")["data"]
    assert record["employment"] == 215_500
    assert (record["quantifier"], record["rounded_to"]) == ("about", 100)
    assert record["basis"] == "jobs_including_self_employed"
    assert (record["reference_period"], record["area_code"]) == ("2018", "99")
    assert (record["source"], record["provenance"]["document_line"]) == ("ooh-2018-28", 1)
    assert record["rank"] is None
    assert record["derived"] is None


def test_the_largest_employers_stand_by_rank_with_shares_as_printed(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071/employment/by-industry")
    found = [
        (r["rank"], r["industry_label"], r["industry_code"], r["ownership_code"], r["percent_of_occupation"])
        for r in body["data"]
    ]
    assert found == [
        (1, "Hospitals; state, local, and private", "622000", "235", 34),
        (2, "Offices of physicians", "621100", None, 19),
        (3, "Professional, scientific, and technical services", "54", None, 8),
        (4, "Administrative and support services", "561000", None, 7),
        (5, "Nursing care facilities (skilled nursing facilities)", "623100", None, 5),
    ]
    assert [r["provenance"]["document_line"] for r in body["data"]] == [2, 3, 4, 5, 6]
    assert {r["employment"] for r in body["data"]} == {None}
    assert {r["qualifiers"]["employment"] for r in body["data"]} == {"not_applicable"}
    assert {r["basis"] for r in body["data"]} == {"jobs_including_self_employed"}


def test_jobs_behind_a_share_are_derived_and_marked_so(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071/employment/by-industry")
    derived = [r["derived"] for r in body["data"]]
    assert [d["employment"] for d in derived] == [73_270, 40_945, 17_240, 15_085, 10_775]
    assert (derived[0]["at_least"], derived[0]["at_most"]) == (72_175, 74_365)  # 33.5 % of 215,450, 34.5 % of 215,550
    assert (derived[4]["at_least"], derived[4]["at_most"]) == (9_695, 11_856)
    assert all("215500" in d["formula"] and "percent_of_occupation" in d["formula"] for d in derived)


def test_shares_sort_by_rank_order(client: CheckedClient) -> None:
    up = client.answer("/v1/occupations/29-2071/employment/by-industry?sort=percent_of_occupation")["data"]
    assert [r["rank"] for r in up] == [5, 4, 3, 2, 1]
    big = client.answer("/v1/occupations/29-2071/employment/by-industry?min_percent_of_occupation=8")["data"]
    assert [r["rank"] for r in big] == [1, 2, 3]
    small = client.answer("/v1/occupations/29-2071/employment/by-industry?max_percent_of_occupation=7.9")["data"]
    assert [r["rank"] for r in small] == [4, 5]


def test_two_bases_are_never_mixed_unless_asked(client: CheckedClient) -> None:
    assert {r["basis"] for r in client.answer("/v1/employment?limit=1000")["data"]} == {"wage_and_salary_jobs"}
    (record,) = client.answer("/v1/occupations/29-2072/employment")["data"]
    assert (record["employment"], record["basis"]) == (194_720, "wage_and_salary_jobs")
    both = client.answer("/v1/employment?program=ooh&program=oews&soc_code=29-2071&soc_code=29-2072&area_code=US")
    assert {r["source"]: r["basis"] for r in both["data"]} == {
        "ooh-2018-28": "jobs_including_self_employed",
        "oews-2025-05": "wage_and_salary_jobs",
    }
    assert {s["release"] for s in both["sources"]} == {"ooh-2018-28", "oews-2025-05"}
    assert len(both["data"]) == 7


def test_200_cells_drawn_at_random_are_those_of_the_file(client: CheckedClient) -> None:
    chance = random.Random(SEED)
    rows = chance.sample(starter_rows(), 200)
    for marker, column in (("**", "TOT_EMP"), ("", "LOC_QUOTIENT")):
        rows += chance.sample([row for row in starter_rows() if row.cells[column] == marker], 5)
    for row in rows:
        area, code = row.key
        (record,) = client.answer(f"/v1/occupations/{code}/employment", area_code=area)["data"]
        values, qualifiers = expected_figures(row, MEASURES)
        assert {measure: record[measure] for measure in MEASURES} == values, row
        assert record["qualifiers"] == {**qualifiers, "percent_of_occupation": "not_applicable"}, row
        assert (record["provenance"]["row"], record["area_title"]) == (row.number, row.cells["AREA_TITLE"])


def test_every_cell_of_the_starter_release_is_served_as_it_stands(client: CheckedClient) -> None:
    served = {(r["area_code"], r["soc_code"]): r for r in records(client, "/v1/employment?limit=1000")}
    assert served.keys() == rows_by_key().keys()
    for key, row in rows_by_key().items():
        values, qualifiers = expected_figures(row, MEASURES)
        assert {measure: served[key][measure] for measure in MEASURES} == values, row
        assert served[key]["qualifiers"] == {**qualifiers, "percent_of_occupation": "not_applicable"}, row
        assert served[key]["rounded_to"] == 10


def test_every_null_is_explained(client: CheckedClient) -> None:
    for record in records(client, "/v1/employment?limit=1000&program=ooh") + records(
        client, "/v1/employment?limit=1000&area_code=TX&area_code=US"
    ):
        for measure in (*MEASURES, "percent_of_occupation"):
            assert (record[measure] is None) == (measure in record["qualifiers"]), record


@pytest.mark.parametrize(
    ("cell", "value", "qualifier"),
    [
        (("29-1215", "01", "employment"), None, "employment_not_released"),
        (("29-1215", "01", "location_quotient"), None, "employment_not_released"),
        (("29-2072", "99", "location_quotient"), None, "not_applicable"),
        (("29-2072", "99", "jobs_per_1000"), None, "not_applicable"),
        (("29-2072", "48", "location_quotient"), 0.98, None),
        (("29-2072", "48", "jobs_per_1000"), 1.223, None),
        (("29-2072", "48", "percent_of_industry"), None, "not_applicable"),
    ],
)
def test_markers_become_qualifiers(
    client: CheckedClient, cell: tuple[str, str, str], value: float | None, qualifier: str | None
) -> None:
    code, area, measure = cell
    (record,) = client.answer(f"/v1/occupations/{code}/employment?area_code={area}")["data"]
    assert record[measure] == value
    assert record["qualifiers"].get(measure) == qualifier


def test_by_area_ranks_states_and_drops_unreliable_ones(client: CheckedClient) -> None:
    body = client.answer(
        "/v1/occupations/29-2072/employment/by-area?sort=-location_quotient&max_employment_rse=10&limit=1000"
    )
    rows = [
        row
        for row in starter_rows()
        if row.key[1] == "29-2072"
        and row.key[0] != "99"
        and row.cells["EMP_PRSE"] not in ("**", "")
        and float(row.cells["EMP_PRSE"]) <= 10
    ]
    assert {r["area_code"] for r in body["data"]} == {row.key[0] for row in rows}
    quotients = [r["location_quotient"] for r in body["data"]]
    assert quotients == sorted(quotients, reverse=True)
    assert "99" not in {r["area_code"] for r in body["data"]}


@pytest.mark.parametrize(
    "asked", ["by-area?area_type=nation", "by-area?area_code=US", "by-industry?industry_level=cross-industry"]
)
def test_the_whole_is_no_part_of_itself(client: CheckedClient, asked: str) -> None:
    body = client.answer(f"/v1/occupations/29-2072/employment/{asked}")
    assert (body["data"], body["absence"]["reason"]) == ([], "not_applicable")
    assert [near["url"] for near in body["absence"]["nearest"]] == ["/v1/occupations/29-2072/employment"]


def test_a_basis_is_a_filter_like_other_keys(client: CheckedClient) -> None:
    both = "/v1/employment?program=ooh&program=oews&soc_code=29-2071&area_code=US&industry_level=cross-industry"
    assert [r["employment"] for r in client.answer(f"{both}&basis=jobs_including_self_employed")["data"]] == [215_500]
    absence = client.answer("/v1/employment?basis=jobs_including_self_employed")["absence"]
    assert [near["url"] for near in absence["nearest"]][:1] == [
        "/v1/employment?basis=jobs_including_self_employed&program=ooh"
    ]


def test_industry_level_chooses_among_industries(client: CheckedClient) -> None:
    url = "/v1/occupations/29-2071/employment/by-industry"
    assert [r["rank"] for r in client.answer(f"{url}?industry_level=sector")["data"]] == [3]
    assert [r["rank"] for r in client.answer(f"{url}?industry_code=622")["data"]] == [1]
    assert [r["rank"] for r in client.answer(f"{url}?ownership_code=235")["data"]] == [1]


def test_the_document_lists_no_areas_below_the_nation(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071/employment/by-area")
    assert (body["data"], body["absence"]["reason"]) == ([], "not_published")
    assert "ooh-2018-28 has no employment by area for 29-2071" in body["absence"]["detail"]
    urls = [near["url"] for near in body["absence"]["nearest"]]
    assert urls[:2] == ["/v1/occupations/29-2071/employment", "/v1/occupations/29-2072/employment/by-area"]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("/v1/occupations/29-2071/employment?program=oews", "retired"),
        ("/v1/occupations/15-1252/employment?program=ooh", "not_loaded"),
        ("/v1/occupations/15-1252/employment?program=onet", "not_applicable"),
        ("/v1/employment?program=onet", "not_applicable"),
        ("/v1/employment?area_code=10180", "not_loaded"),
        ("/v1/occupations/15-1252/employment/by-industry", "not_loaded"),
    ],
)
def test_an_empty_answer_explains_itself(client: CheckedClient, url: str, reason: str) -> None:
    body = client.answer(url)
    assert body["data"] == []
    assert body["absence"]["reason"] == reason
    for near in body["absence"]["nearest"]:
        assert client.get(near["url"]).status_code == 200


def test_withheld_employment_says_so_and_names_what_is_near(client: CheckedClient) -> None:
    withheld = next(row for row in starter_rows() if row.cells["TOT_EMP"] == "**" and row.cells["AREA"] != "99")
    code, area = withheld.cells["OCC_CODE"], withheld.cells["AREA"]
    body = client.answer(f"/v1/occupations/{code}/employment?area_code={area}")
    assert body["data"][0]["qualifiers"]["employment"] == "employment_not_released"
    assert body["absence"]["reason"] == "withheld"
    assert body["absence"]["nearest"][0]["url"] == f"/v1/occupations/{code}/employment"


def test_the_ten_biggest_of_texas(client: CheckedClient) -> None:
    body = client.answer("/v1/employment?area_code=TX&level=detailed&sort=-employment&limit=10")
    rows = [row for row in starter_rows() if row.cells["AREA"] == "48" and row.cells["O_GROUP"] == "detailed"]
    jobs = sorted((int(row.cells["TOT_EMP"]) for row in rows if row.cells["TOT_EMP"] != "**"), reverse=True)
    assert [r["employment"] for r in body["data"]] == jobs[:10]
    assert body["page"]["total"] == len(rows)
