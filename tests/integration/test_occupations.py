"""The list of occupations, one at a glance, and what became of codes."""

import itertools
from typing import Any

import pytest

from tests.checked_client import CheckedClient
from tests.starter_cells import expected, rows_by_key, starter_rows
from tests.walking import records

SUMMARY = ("employment", "employment_rse", "hourly_median", "annual_mean", "annual_p10", "annual_median", "annual_p90")
OWN_CODES = {"21-1018", "25-2052", "25-9045", "51-2028", "53-1047"}
RETIRED = {"29-2070", "29-2071"}


@pytest.fixture(scope="module")
def every_occupation(client: CheckedClient) -> dict[str, dict[str, Any]]:
    """All records of the list, by code."""
    found = records(client, "/v1/occupations?limit=1000")
    by_code = {record["soc_code"]: record for record in found}
    assert len(by_code) == len(found), "a code is listed twice"
    return by_code


def test_the_list_has_every_code_of_any_edition_once(every_occupation: dict[str, dict[str, Any]]) -> None:
    of_the_file = {row.key[1] for row in starter_rows()}
    assert set(every_occupation) == of_the_file | RETIRED | {"29-0000", "29-2000", "29-9000", "29-9090", "29-9099"}
    assert list(every_occupation) == sorted(every_occupation)


def test_a_code_is_listed_in_the_newest_edition_that_has_it(every_occupation: dict[str, dict[str, Any]]) -> None:
    of_the_file = {row.key[1] for row in starter_rows()}
    for code, record in every_occupation.items():
        current = "oews" if code in OWN_CODES else "2018"
        assert record["soc_vintage"] == (current if code in of_the_file else "2010"), record


def test_only_codes_of_no_edition_in_use_are_retired(every_occupation: dict[str, dict[str, Any]]) -> None:
    retired = {code for code, record in every_occupation.items() if record["retired"]}
    assert retired == {code for code, record in every_occupation.items() if record["soc_vintage"] == "2010"}
    assert retired >= RETIRED
    assert not retired & {"29-9099", "29-2000", "21-1018", "29-2072"}


def test_figures_are_the_national_ones_of_the_file(every_occupation: dict[str, dict[str, Any]]) -> None:
    national = {code: row for (area, code), row in rows_by_key().items() if area == "99"}
    assert len(national) > 800
    for code, row in national.items():
        record = every_occupation[code]
        assert record["title"] == row.cells["OCC_TITLE"]
        assert record["level"] == row.cells["O_GROUP"]
        for measure in SUMMARY:
            value, qualifier = expected(row, measure)
            assert record[measure] == value, (code, measure)
            assert record["qualifiers"].get(measure) == qualifier, (code, measure)
        assert record["figure_sources"]["estimates"] == "oews-2025-05"
        assert record["basis"] == "wage_and_salary_jobs"


def test_null_and_qualifier_go_together(every_occupation: dict[str, dict[str, Any]]) -> None:
    for record in every_occupation.values():
        for measure in (*SUMMARY, "employment_change_percent"):
            qualifier = record["qualifiers"].get(measure)
            if qualifier == "at_or_above":
                assert record[measure] is not None, record
            else:
                assert (record[measure] is None) == (qualifier is not None), record


def test_the_occupation_of_the_document_has_its_projection_and_no_mixed_basis(
    every_occupation: dict[str, dict[str, Any]],
) -> None:
    record = every_occupation["29-2071"]
    assert (record["employment_change_percent"], record["outlook"]) == (11, "much_faster_than_average")
    assert (record["projection_round"], record["entry_education"]) == ("2018-28", "postsecondary_nondegree_award")
    # 215,500 counts the self-employed: it has no place among jobs that leave them out.
    assert (record["employment"], record["qualifiers"]["employment"]) == (None, "not_applicable")
    assert record["figure_sources"] == {
        "estimates": None,
        "projection": "ooh-2018-28",
        "outlook": "ooh-2018-28",
        "entry_education": "ooh-2018-28",
    }


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("q=medical+records", {"29-2070", "29-2071", "29-2072"}),
        ("q=RECORDS+medical", {"29-2070", "29-2071", "29-2072"}),
        ("q=medical+records&retired=false", {"29-2072"}),
        ("retired=true&level=detailed", {"29-2071"}),
        ("soc_vintage=oews", OWN_CODES),
        ("outlook=much_faster_than_average", {"29-2071"}),
        ("outlook=decline", set()),
        ("education=postsecondary_nondegree_award", {"29-2071"}),
        ("education=associates_degree", set()),
        ("min_employment_change_percent=11", {"29-2071"}),
        ("min_employment_change_percent=11.01", set()),
        ("max_employment_change_percent=11", {"29-2071"}),
        ("max_employment_change_percent=10.99", set()),
        ("soc_code=29-2071&soc_code=15-1252", {"29-2071", "15-1252"}),
        ("level=total", {"00-0000"}),
        ("major_group=29&level=major", {"29-0000"}),
        ("major_group=29-0000&level=minor&retired=false", {"29-1000", "29-2000", "29-9000"}),
    ],
)
def test_filters(client: CheckedClient, query: str, codes: set[str]) -> None:
    body = client.answer(f"/v1/occupations?{query}")
    assert {record["soc_code"] for record in body["data"]} == codes
    assert body["page"]["total"] == len(codes)
    assert (body["absence"] is None) == bool(codes)


@pytest.mark.parametrize("measure", SUMMARY)
@pytest.mark.parametrize("descending", ["", "-"])
def test_sorting(
    client: CheckedClient, every_occupation: dict[str, dict[str, Any]], measure: str, descending: str
) -> None:
    found = records(client, f"/v1/occupations?limit=1000&sort={descending}{measure}")
    backwards = bool(descending)
    ordered = sorted(every_occupation.values(), key=lambda r: (r["soc_code"], r["soc_vintage"]), reverse=backwards)
    having = sorted((r for r in ordered if r[measure] is not None), key=lambda r: r[measure], reverse=backwards)
    lacking = [r for r in ordered if r[measure] is None]
    assert [r["soc_code"] for r in found] == [r["soc_code"] for r in [*having, *lacking]]


def test_bounds_are_inclusive_and_leave_out_what_has_no_figure(
    client: CheckedClient, every_occupation: dict[str, dict[str, Any]]
) -> None:
    for low, high in itertools.pairwise((0, 30_000, 60_000, 120_000, 239_200, 300_000)):
        found = records(client, f"/v1/occupations?limit=1000&min_annual_p90={low}&max_annual_p90={high}")
        assert {r["soc_code"] for r in found} == {
            code
            for code, r in every_occupation.items()
            if r["annual_p90"] is not None and low <= r["annual_p90"] <= high
        }


@pytest.mark.parametrize("query", ["q=zzzz", "soc_code=29-9999", "outlook=decline", "min_employment=999999999999"])
def test_a_list_that_is_empty_explains_itself(client: CheckedClient, query: str) -> None:
    body = client.answer(f"/v1/occupations?{query}")
    assert (body["data"], body["page"]["total"], body["sources"]) == ([], 0, [])
    assert body["absence"]["detail"]
    assert [client.get(near["url"]).status_code for near in body["absence"]["nearest"]] == [200]


# --- one occupation ---------------------------------------------------------------------------------------------------


def test_the_occupation_of_the_document_at_a_glance(client: CheckedClient) -> None:
    body = client.answer("/v1/occupations/29-2071")
    data = body["data"]
    assert (data["title"], data["level"]) == ("Medical Records and Health Information Technicians", "detailed")
    assert (data["soc_vintage"], data["vintages"], data["retired"]) == ("2010", ["2010"], True)
    assert (data["provenance"]["origin"], bool(data["provenance"]["origin_basis"])) == ("curated", True)
    figures = {name: dict(data[name]) for name in ("employment", "pay", "outlook", "entry_education")}
    read = {name: figure.pop("provenance")["file"] for name, figure in figures.items()}
    assert read == {
        "employment": "employment.csv",
        "pay": "wages.csv",
        "outlook": "projections.csv",
        "entry_education": "education_paths.csv",
    }
    assert figures["employment"] == {
        "employment": 215_500,
        "basis": "jobs_including_self_employed",
        "reference_period": "2018",
        "qualifiers": {},
        "source": "ooh-2018-28",
    }
    assert figures["pay"] == {
        "hourly_median": None,
        "annual_p10": 26_550,
        "annual_median": 40_350,
        "annual_p90": 66_260,
        "reference_period": "2018-05",
        "qualifiers": {"hourly_median": "not_applicable"},
        "source": "ooh-2018-28",
    }
    assert figures["outlook"] == {
        "projection_round": "2018-28",
        "employment_change_percent": 11,
        "category": "much_faster_than_average",
        "label": "much faster than the average",
        "source": "ooh-2018-28",
    }
    assert figures["entry_education"] == {
        "education_level": "postsecondary_nondegree_award",
        "label": "postsecondary certificate",
        "source": "ooh-2018-28",
    }
    (source,) = body["sources"]
    assert source["release"] == "ooh-2018-28"
    # The files that something shown was read from, and no others: the code, its successors and the four figures.
    cited = {file["name"] for part in source["parts"] for file in part["files"]}
    assert cited == {*read.values(), "occupations.csv", "soc_transitions.csv"}
    assert body["absence"] is None


def test_a_retired_code_says_what_it_became_and_its_successors_point_back(client: CheckedClient) -> None:
    retired = client.answer("/v1/occupations/29-2071")["data"]
    assert [(step["soc_code"], step["soc_vintage"], step["link"]) for step in retired["became"]] == [
        ("29-2072", "2018", "whole"),
        ("29-9021", "2018", "part"),
    ]
    assert retired["came_from"] == []
    back = {
        "29-2072": [("29-2071", "2010", "whole")],
        "29-9021": [("29-2071", "2010", "part"), ("29-9099", "2010", "part")],
        "29-9093": [("29-9099", "2010", "whole")],
        "29-9099": [("29-9099", "2010", "whole")],
    }
    for code, links in back.items():
        data = client.answer(f"/v1/occupations/{code}")["data"]
        assert [(step["soc_code"], step["soc_vintage"], step["link"]) for step in data["came_from"]] == links
        assert data["became"] == []
        assert not data["retired"]
        for step in data["came_from"]:
            assert (step["provenance"]["origin"], bool(step["provenance"]["origin_basis"])) == ("curated", True)
            other = client.answer(step["url"])["data"]
            assert (other["soc_code"], other["soc_vintage"]) == (step["soc_code"], step["soc_vintage"])
            assert code in [after["soc_code"] for after in other["became"]]


def test_a_code_of_two_editions_answers_for_the_newest_unless_asked(client: CheckedClient) -> None:
    for url in ("/v1/occupations/29-9099", "/v1/occupations/29-9099?soc_vintage=2018"):
        data = client.answer(url)["data"]
        assert (data["soc_vintage"], data["vintages"]) == ("2018", ["2018", "2010"])
        assert data["employment"]["employment"] == int(rows_by_key()["99", "29-9099"].cells["TOT_EMP"])
    older = client.answer("/v1/occupations/29-9099?soc_vintage=2010")
    assert older["data"]["soc_vintage"] == "2010"
    assert (older["data"]["employment"], older["data"]["pay"]) == (None, None)
    # Not retired: the code is in use, and its figures are published under the edition of today.
    assert (older["data"]["retired"], older["absence"]["reason"]) == (False, "not_published")
    assert older["absence"]["nearest"][0]["url"] == "/v1/occupations/29-9099"
    assert [(step["soc_code"], step["link"]) for step in older["data"]["became"]] == [
        ("29-9021", "part"),
        ("29-9093", "whole"),
        ("29-9099", "whole"),
    ]
    near = {near["url"] for near in older["absence"]["nearest"]}
    assert {"/v1/occupations/29-9021", "/v1/occupations/29-9093"} <= {url.partition("?")[0] for url in near}


@pytest.mark.parametrize("code", ["29-2071", "29-2072", "29-9099", "00-0000", "21-1018"])
def test_links_lead_on(client: CheckedClient, code: str) -> None:
    links = client.answer(f"/v1/occupations/{code}")["data"]["links"]
    assert len(links) >= 14
    for url in links.values():
        assert client.get(url).status_code == 200


def test_links_of_an_older_edition_stay_in_it(client: CheckedClient) -> None:
    links = client.answer("/v1/occupations/29-9099?soc_vintage=2010")["data"]["links"]
    assert {url.partition("?")[2] for url in links.values()} == {"soc_vintage=2010"}
    assert client.answer(links["wages"])["data"] == []


def test_all_occupations_together_resolve(client: CheckedClient) -> None:
    data = client.answer("/v1/occupations/00-0000")["data"]
    row = rows_by_key()["99", "00-0000"]
    assert (data["level"], data["employment"]["employment"]) == ("total", int(row.cells["TOT_EMP"]))


def test_an_onet_code_is_taken_as_its_soc_code_and_shown(client: CheckedClient) -> None:
    data = client.answer("/v1/occupations/29-2072.00")["data"]
    assert (data["soc_code"], data["onet_soc_code"]) == ("29-2072", "29-2072.00")
    assert client.answer("/v1/occupations/29-2072")["data"]["onet_soc_code"] is None


def test_figures_of_oews_go_before_those_of_the_handbook(client: CheckedClient) -> None:
    data = client.answer("/v1/occupations/29-2072")["data"]
    row = rows_by_key()["99", "29-2072"]
    assert data["employment"]["employment"] == int(row.cells["TOT_EMP"]) == 194_720
    assert data["employment"]["basis"] == "wage_and_salary_jobs"
    assert data["pay"]["annual_median"] == int(row.cells["A_MEDIAN"]) == 51_140
    assert data["pay"]["hourly_median"] == float(row.cells["H_MEDIAN"])
    assert (data["pay"]["annual_p10"], data["pay"]["annual_p90"]) == (
        int(row.cells["A_PCT10"]),
        int(row.cells["A_PCT90"]),
    )
    assert (data["outlook"], data["entry_education"]) == (None, None)


@pytest.mark.parametrize("code", ["29-1215", "25-2021", "27-2011", "29-1243", "11-1011"])
def test_markers_show_at_a_glance(client: CheckedClient, code: str) -> None:
    data, row = client.answer(f"/v1/occupations/{code}")["data"], rows_by_key()["99", code]
    for measure in ("hourly_median", "annual_p10", "annual_median", "annual_p90"):
        value, qualifier = expected(row, measure)
        assert data["pay"][measure] == value
        assert data["pay"]["qualifiers"].get(measure) == qualifier


@pytest.mark.parametrize(("code", "vintage", "loaded"), [("29-1141", "2010", "2018"), ("29-2071", "2000", "2010")])
def test_an_edition_that_is_not_loaded_is_not_denied(
    client: CheckedClient, code: str, vintage: str, loaded: str
) -> None:
    problem = client.problem(f"/v1/occupations/{code}?soc_vintage={vintage}", 404, "unknown-code")
    assert problem["detail"] == f"No occupation {code} of SOC {vintage} is loaded; loaded is that of SOC {loaded}."


def test_a_retired_group_names_its_codes_and_not_itself(client: CheckedClient) -> None:
    absence = client.answer("/v1/occupations/29-2070")["absence"]
    assert [near["url"] for near in absence["nearest"]] == ["/v1/occupations/29-2071"]


def test_a_named_release_shows_its_codes_and_its_figures(rounds_client: CheckedClient) -> None:
    codes = {one["soc_code"] for one in records(rounds_client, "/v1/occupations?release=oews-2025-05&limit=1000")}
    assert codes == {row.key[1] for row in starter_rows()}
    assert "29-2071" not in codes
    whole = rounds_client.get("/v1/occupations?soc_code=29-2071&release=ooh-2018-28").json()["data"]
    assert [one["figure_sources"]["projection"] for one in whole] == ["ooh-2018-28"]


def test_figures_at_a_glance_are_those_of_the_named_round(rounds_client: CheckedClient) -> None:
    rounds = rounds_client.get("/v1/occupations/11-1011/projections?limit=50").json()["data"]
    by_release = {one["source"]: one for one in rounds}
    assert len(by_release) > 1
    for release, record in by_release.items():
        outlook = rounds_client.get(f"/v1/occupations/11-1011?release={release}").json()["data"]["outlook"]
        assert outlook["source"] == release
        assert outlook["projection_round"] == record["projection_round"]
        assert outlook["employment_change_percent"] == record["employment_change_percent"]


def test_a_glance_has_no_figure_of_a_release_without_the_occupation(client: CheckedClient) -> None:
    shown = client.get("/v1/occupations/29-2071?release=oews-2025-05").json()["data"]
    assert client.get("/v1/occupations/29-2071").json()["data"]["employment"] is not None
    assert shown["pay"]["source"] == "ooh-2018-28"


@pytest.mark.parametrize("path", ["/v1/occupations", "/v1/occupations/29-2072"])
def test_releases_that_have_no_main_figures_are_refused(client: CheckedClient, path: str) -> None:
    refused = client.get(f"{path}?release=onet-30.1")
    assert refused.status_code == 400
    assert "such as oews-2025-05" in refused.json()["errors"][0]["allowed"]
    assert client.get(f"{path}?release=oews-2025-05&release=oews-2024-05").status_code in (400, 422)
    assert client.get(f"{path}?release=oews-2001-05").status_code == 404
