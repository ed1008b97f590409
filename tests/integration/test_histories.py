"""Histories: spans that make one series each, and every break between them by its name; on small releases."""

from itertools import pairwise
from typing import Any

import pytest

from tests.checked_client import CheckedClient
from tests.small_years import NATION
from tests.walking import pages


def history(client: CheckedClient, code: str, what: str = "wages", **query: str) -> dict[str, Any]:
    return client.answer(f"/v1/occupations/{code}/{what}/history", **query)


def spans_of(answer: dict[str, Any]) -> list[tuple[str, str, list[str]]]:
    return [(span["soc_code"], span["soc_vintage"], span["periods"]) for span in answer["spans"]]


def breaks_of(answer: dict[str, Any]) -> dict[tuple[int, int], list[str]]:
    found: dict[tuple[int, int], list[str]] = {}
    for one in answer["breaks"]:
        found.setdefault((one["before_span"], one["after_span"]), []).append(one["kind"])
    return found


def test_one_code_is_cut_at_each_revision_hybrid_and_change_of_method(years_client: CheckedClient) -> None:
    answer = history(years_client, "47-2111")
    assert spans_of(answer) == [
        ("47-2111", "2010", ["2010-05"]),
        ("47-2111", "2010", ["2012-05", "2018-05"]),
        ("47-2111", "2018", ["2019-05"]),
        ("47-2111", "2018", ["2022-05", "2025-05"]),
    ]
    assert breaks_of(answer) == {
        (1, 2): ["hybrid"],
        (2, 3): ["soc_revision", "hybrid"],
        (3, 4): ["hybrid", "method"],
    }
    medians = {record["reference_period"]: record["annual_median"] for record in answer["data"]}
    assert [medians[f"{year}-05"] for year in NATION] == [rows[0][2] for rows in NATION.values()]
    assert [record["breaks_before"] for record in answer["data"]] == [
        [],
        ["hybrid"],
        [],
        ["soc_revision", "hybrid"],
        ["hybrid", "method"],
        [],
    ]


def test_every_break_names_its_cause_and_what_says_so(years_client: CheckedClient) -> None:
    for code in ("47-2111", "29-2072", "21-1018"):
        for one in history(years_client, code)["breaks"]:
            assert one["name"]
            assert one["cause"].endswith(".")
            assert one["source"]
            assert one["basis"].endswith(".")
            assert one["last_period"] < one["first_period"]


def test_predecessors_and_the_hybrid_stand_before_a_code_as_spans_of_their_own(years_client: CheckedClient) -> None:
    answer = history(years_client, "29-2072")
    assert [(span["soc_code"], span["relation"], span["link"]) for span in answer["spans"]] == [
        ("29-2071", "predecessor", "whole"),
        ("29-2071", "predecessor", "whole"),
        ("29-2098", "predecessor", "whole"),
        ("29-2072", "self", None),
    ]
    links = {(one["before_span"], one["after_span"]): one["link"] for one in answer["breaks"] if one["link"]}
    assert links == {(2, 4): "whole", (2, 3): "whole", (3, 4): "whole"}


def test_a_retired_code_shows_what_it_became(years_client: CheckedClient) -> None:
    answer = history(years_client, "29-2071", what="employment")
    assert {span["soc_code"]: span["relation"] for span in answer["spans"]} == {
        "29-2071": "self",
        "29-2098": "successor",
        "29-2072": "successor",
        "29-9021": "successor",
    }
    assert {span["basis"] for span in answer["spans"]} == {"wage_and_salary_jobs"}


def test_registered_nurses_had_another_code_in_soc_2000(years_client: CheckedClient) -> None:
    answer = history(years_client, "29-1141")
    assert [span["soc_code"] for span in answer["spans"]] == ["29-1111", "29-1141", "29-1141", "29-1141"]
    (revision,) = [one for one in answer["breaks"] if (one["before_span"], one["kind"]) == (1, "soc_revision")]
    assert (revision["link"], revision["last_period"], revision["first_period"]) == ("whole", "2010-05", "2012-05")
    assert "no crosswalk of SOC 2000" in revision["link_source"]


def test_occupations_that_oews_publishes_together_are_parts_of_the_aggregation(years_client: CheckedClient) -> None:
    answer = history(years_client, "21-1018", what="employment")
    assert [(span["soc_code"], span["relation"], span["link"]) for span in answer["spans"]][:2] == [
        ("21-1011", "predecessor", "part"),
        ("21-1011", "predecessor", "part"),
    ]
    aggregation = [one for one in answer["breaks"] if one["kind"] == "oews_aggregation"]
    assert [(one["last_period"], one["first_period"], one["link"]) for one in aggregation] == [
        ("2012-05", "2018-05", "part")
    ]
    assert aggregation[0]["source_url"] == "https://www.bls.gov/oes/changes_2017.htm"


def test_years_without_a_figure_are_named_and_never_filled_in(years_client: CheckedClient) -> None:
    answer = history(years_client, "47-2111")
    missing = {one["reference_period"]: one for one in answer["missing"]}
    shown = {record["reference_period"] for record in answer["data"]}
    assert sorted({*missing, *shown}) == [f"{year}-05" for year in range(2006, 2026)]
    assert not missing.keys() & shown
    assert missing["2011-05"]["detail"] == "The estimates of May 2011 are not loaded here."
    assert "only this is loaded: sector" in missing["2023-05"]["detail"]
    assert {one["reason"] for one in missing.values()} == {"not_loaded"}


def test_a_year_that_does_not_publish_the_code_says_so(years_client: CheckedClient) -> None:
    # 29-1069 of SOC 2010 is in the file of 2018, and not in that of 2012.
    missing = {one["reference_period"]: one for one in history(years_client, "29-1069")["missing"]}
    assert (missing["2012-05"]["reason"], missing["2011-05"]["reason"]) == ("not_published", "not_loaded")


def test_a_metropolitan_area_that_was_drawn_anew_breaks_where_it_concerns(years_client: CheckedClient) -> None:
    answer = history(years_client, "47-2111", area_code="12060")
    assert [span["area_title"].partition(",")[0] for span in answer["spans"]] == [
        "Atlanta-Sandy Springs-Roswell",
        "Atlanta-Sandy Springs-Alpharetta",
    ]
    assert breaks_of(answer)[1, 2].count("area_definition") == 2
    nation = history(years_client, "47-2111")
    assert "area_definition" not in {one["kind"] for one in nation["breaks"]}


def test_several_areas_are_lines_of_their_own(years_client: CheckedClient) -> None:
    url = "/v1/occupations/47-2111/wages/history?area_code=10180&area_code=12060"
    answer = years_client.answer(url)
    areas = {span["span"]: span["area_code"] for span in answer["spans"]}
    assert sorted(set(areas.values())) == ["10180", "12060"]
    assert all(areas[one["before_span"]] == areas[one["after_span"]] for one in answer["breaks"])
    assert {one["area_code"] for one in answer["missing"]} == {"10180", "12060"}


def test_an_industry_has_breaks_of_its_classification(years_client: CheckedClient) -> None:
    answer = history(years_client, "47-2111", industry_code="23")
    assert [(record["reference_period"], record["ownership_code"]) for record in answer["data"]] == [("2023-05", "5")]
    missing = {one["reference_period"]: one["detail"] for one in answer["missing"]}
    assert "lacks single industries" in missing["2022-05"]


def test_the_threshold_that_changed_is_told_where_a_figure_is_a_bound(years_client: CheckedClient) -> None:
    (change,) = history(years_client, "29-1215", release="oews-2022-05")["threshold_changes"] or [None]
    assert change is None  # one period alone
    (change,) = years_client.answer("/v1/occupations/29-1215/wages/history?release=oews-2019-05&release=oews-2022-05")[
        "threshold_changes"
    ]
    assert (change["annual_before"], change["annual_after"]) == (208_000, 239_200)
    assert (change["hourly_before"], change["hourly_after"]) == (100, 115)
    assert change["spans"] == [1, 2]
    assert {"annual_p90", "hourly_p90"} <= set(change["measures"])
    both = years_client.answer("/v1/occupations/29-1069/wages/history")
    assert [record["qualifiers"]["annual_p90"] for record in both["data"]] == ["at_or_above"]
    assert both["data"][0]["annual_p90"] == 208_000
    assert history(years_client, "47-2111")["threshold_changes"] == []


def test_releases_of_one_program_may_be_several(years_client: CheckedClient) -> None:
    url = "/v1/occupations/47-2111/wages/history?release=oews-2012-05&release=oews-2018-05"
    answer = years_client.answer(url)
    assert spans_of(answer) == [("47-2111", "2010", ["2012-05", "2018-05"])]
    assert answer["missing"] == []
    assert answer["breaks"] == []


def test_pages_go_through_all_records_and_each_says_all_spans(years_client: CheckedClient) -> None:
    whole = history(years_client, "29-2072")
    walked = list(pages(years_client, "/v1/occupations/29-2072/wages/history?limit=2"))
    assert [record for page in walked for record in page["data"]] == whole["data"]
    assert len(walked) == -(-len(whole["data"]) // 2)
    for page in walked:
        assert (page["spans"], page["breaks"], page["missing"]) == (whole["spans"], whole["breaks"], whole["missing"])
        assert page["page"]["total"] == len(whole["data"])


def test_each_basis_has_spans_of_its_own(years_client: CheckedClient) -> None:
    answer = years_client.answer("/v1/occupations/29-2071/employment/history?program=oews&program=ooh")
    assert {(span["program"], span["basis"]) for span in answer["spans"]} == {
        ("oews", "wage_and_salary_jobs"),
        ("ooh", "jobs_including_self_employed"),
    }
    program = {span["span"]: span["program"] for span in answer["spans"]}
    assert all(program[one["before_span"]] == program[one["after_span"]] for one in answer["breaks"])


def test_each_round_is_a_span_and_a_break(rounds_client: CheckedClient) -> None:
    answer = history(rounds_client, "11-1011", what="projections")
    rounds = [record["projection_round"] for record in answer["data"]]
    assert rounds == sorted(rounds)
    assert len(answer["spans"]) == len(rounds) >= 2
    for before, after in pairwise(answer["spans"]):
        kinds = breaks_of(answer)[before["span"], after["span"]]
        assert "new_round" in kinds
    assert "method" in {one["kind"] for one in answer["breaks"]}  # openings before and after 2016-26


def test_a_code_without_any_history_says_why(years_client: CheckedClient) -> None:
    answer = history(years_client, "47-2111", program="ooh")
    assert answer["data"] == answer["spans"] == answer["breaks"] == []
    assert answer["absence"]["reason"] == "not_loaded"
    answer = history(years_client, "47-2111", area_code="60")
    assert answer["absence"]["reason"] in {"not_loaded", "not_published"}
    assert len(answer["missing"]) == 20


@pytest.mark.parametrize("what", ["wages", "employment", "projections"])
def test_a_cursor_of_another_list_is_refused(years_client: CheckedClient, what: str) -> None:
    first = years_client.answer("/v1/occupations/29-2072/wages/history?limit=1")["page"]["next"]
    cursor = first.rpartition("cursor=")[2]
    years_client.problem(f"/v1/occupations/47-2111/{what}/history?cursor={cursor}", 400, "invalid-cursor")
