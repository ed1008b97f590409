"""What differs between two releases, on small releases of our own and on the publisher's files."""

from typing import Any

import pytest

from app.queries.compared_rows import _of_oews
from app.store.engine import create_writer
from tests.checked_client import CheckedClient
from tests.small_years import NATION
from tests.walking import pages, records


def changes(client: CheckedClient, earlier: int, later: int, query: str = "") -> list[dict[str, Any]]:
    url = f"/v1/releases/oews-{earlier}-05/changes?to=oews-{later}-05&{query}"
    return records(client, url)


def test_a_changed_figure_has_both_values_and_both_places(years_client: CheckedClient) -> None:
    found = years_client.answer(
        "/v1/releases/oews-2022-05/changes?to=oews-2025-05&soc_code=47-2111&measure=annual_median"
    )
    (record,) = found["data"]
    assert (record["kind"], record["from_value"]) == ("changed", 60_000)
    assert record["derived"]["change"] == record["to_value"] - 60_000
    assert record["derived"]["change_percent"] == round((record["to_value"] / 60_000 - 1) * 100, 1)
    assert record["from_cell"]["source"] == found["from"]["release"] == "oews-2022-05"
    assert record["to_cell"]["source"] == found["to"]["release"] == "oews-2025-05"
    assert record["from_cell"]["provenance"]["file"] == "national_M2022_dl.csv"
    assert {source["release"] for source in found["sources"]} == {"oews-2022-05", "oews-2025-05"}


def test_a_code_that_was_replaced_is_retired_and_not_gone(years_client: CheckedClient) -> None:
    found = changes(years_client, 2018, 2022, "measure=employment")
    kinds = {(record["soc_code"], record["soc_vintage"]): record["kind"] for record in found}
    assert kinds["29-2071", "2010"] == "retired"
    assert kinds["29-2072", "2018"] == "introduced"
    assert kinds["47-2111", "2010"] == "retired"  # another edition of the same code: not chained
    assert kinds["47-2111", "2018"] == "introduced"
    assert kinds["21-1018", "oews"] == "changed"
    by_code = {(record["soc_code"], record["kind"]): record for record in found}
    became = by_code["29-2071", "retired"]["became"]
    assert {(one["soc_code"], one["link"]) for one in became} == {("29-2072", "whole"), ("29-9021", "part")}
    assert [one["soc_code"] for one in by_code["29-2072", "introduced"]["came_from"]] == ["29-2071"]
    assert all(record["derived"] is None for record in found if record["kind"] in ("retired", "introduced"))


def test_a_hybrid_that_ended_became_the_codes_it_held(years_client: CheckedClient) -> None:
    found = changes(years_client, 2019, 2022, "measure=employment&kind=retired")
    assert [(record["soc_code"], [one["soc_code"] for one in record["became"]]) for record in found] == [
        ("29-2098", ["29-2072"])
    ]


def test_new_and_gone_are_figures_of_codes_that_both_use(years_client: CheckedClient) -> None:
    new = changes(years_client, 2019, 2022, "measure=employment&kind=new&kind=gone")
    assert [(record["kind"], record["soc_code"]) for record in new] == [("new", "29-1229")]
    assert new[0]["from_value"] is None
    assert new[0]["from_cell"] is None
    held = changes(years_client, 2019, 2022, "measure=employment&kind=introduced")
    assert [record["soc_code"] for record in held] == ["29-2072"]  # in 29-2098 until then


def test_the_same_question_in_python_has_the_same_answer(years_client: CheckedClient) -> None:
    old, new = ({code: jobs for code, jobs, _ in NATION[year]} for year in (2010, 2012))
    expected = {code: (jobs, new[code]) for code, jobs in old.items() if code in new and new[code] != jobs}
    found = changes(years_client, 2010, 2012, "measure=employment&kind=changed")
    assert {record["soc_code"]: (record["from_value"], record["to_value"]) for record in found} == expected


def test_what_is_loaded_of_one_release_alone_is_not_compared(years_client: CheckedClient) -> None:
    found = years_client.answer("/v1/releases/oews-2022-05/changes?to=oews-2025-05&limit=1000")
    assert found["from"]["not_compared"] == []
    assert found["to"]["not_compared"] == ["states"]
    assert {record["area_code"] for record in found["data"]} == {"99"}
    nothing = years_client.answer("/v1/releases/oews-2022-05/changes?to=oews-2023-05")
    assert nothing["data"] == []
    assert nothing["absence"]["reason"] == "not_loaded"


def test_a_bound_has_no_difference(years_client: CheckedClient) -> None:
    (found,) = changes(years_client, 2019, 2022, "soc_code=29-1215&measure=annual_p90")
    assert (found["kind"], found["from_value"], found["to_value"]) == ("changed", 208_000, 239_200)
    assert found["from_qualifier"] == found["to_qualifier"] == "at_or_above"
    assert found["derived"] is None


@pytest.mark.parametrize("bound", ["min_change_percent=5", "max_change_percent=3"])
def test_a_bound_on_the_size_keeps_what_is_certain(years_client: CheckedClient, bound: str) -> None:
    whole = changes(years_client, 2010, 2012, "measure=employment&measure=annual_median")
    percents = [record["derived"]["change_percent"] for record in whole if record["derived"]]
    kept = changes(years_client, 2010, 2012, f"measure=employment&measure=annual_median&{bound}")
    within = [one for one in percents if (one >= 5 if bound.startswith("min") else one <= 3)]
    assert [record["derived"]["change_percent"] for record in kept] == within
    assert within
    assert len(within) < len(percents)


@pytest.mark.parametrize("limit", [1, 3, 7, 100])
def test_pages_hold_each_change_once_whatever_their_size(years_client: CheckedClient, limit: int) -> None:
    whole = changes(years_client, 2019, 2022, "limit=1000")
    walked = list(pages(years_client, f"/v1/releases/oews-2019-05/changes?to=oews-2022-05&limit={limit}"))
    assert [record for page in walked for record in page["data"]] == whole
    assert all(len(page["data"]) <= limit for page in walked)


def test_a_walk_that_finds_little_goes_on(years_client: CheckedClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = changes(years_client, 2019, 2022, "limit=1000")
    for name in ("_FEWEST_ROWS", "_ROWS_AT_ONCE", "_MOST_ROWS"):
        monkeypatch.setattr(f"app.queries.release_walk.{name}", 2)
    # Rows are looked at two by two; a page may be empty and go on.
    walked = list(pages(years_client, "/v1/releases/oews-2019-05/changes?to=oews-2022-05&limit=1000"))
    assert [record for page in walked for record in page["data"]] == whole
    assert len(walked) >= 3


def test_without_another_release_the_next_that_has_the_same_cells_is_compared(years_client: CheckedClient) -> None:
    found = years_client.answer("/v1/releases/oews-2022-05/changes?limit=1")
    assert (found["from"]["release"], found["to"]["release"]) == ("oews-2022-05", "oews-2025-05")
    found = years_client.answer("/v1/releases/oews-2025-05/changes?limit=1")
    assert (found["from"]["release"], found["to"]["release"]) == ("oews-2022-05", "oews-2025-05")


def test_the_earlier_is_always_from(years_client: CheckedClient) -> None:
    found = years_client.answer("/v1/releases/oews-2022-05/changes?to=oews-2019-05&limit=1")
    assert (found["from"]["release"], found["to"]["release"]) == ("oews-2019-05", "oews-2022-05")


def test_rounds_of_projections_are_compared(rounds_client: CheckedClient) -> None:
    found = records(rounds_client, "/v1/releases/ep-2014-24/changes?to=ep-2024-34")
    assert found
    assert {record["area_code"] for record in found} == {"99"}
    assert {record["kind"] for record in found} <= {"changed", "new", "gone", "retired", "introduced"}
    assert {record["row_type"] for record in found} >= {"line_item"}


def test_what_cannot_be_compared_says_why(years_client: CheckedClient, client: CheckedClient) -> None:
    url = "/v1/releases/oews-2022-05/changes"
    years_client.problem(f"{url}?to=ooh-2018-28", 400, "conflicting-parameters")
    years_client.problem(f"{url}?to=oews-2022-05", 400, "conflicting-parameters")
    years_client.problem(f"{url}?min_change_percent=5&max_change_percent=1", 400, "conflicting-parameters")
    years_client.problem(f"{url}?to=oews-2021-05", 404, "unknown-release")
    years_client.problem(f"{url}?to=2021", 422, "invalid-parameter")
    years_client.problem(f"{url}?measure=median", 422, "invalid-parameter")
    alone = client.answer("/v1/releases/oews-2025-05/changes")
    assert (alone["data"], alone["absence"]["reason"]) == ([], "not_loaded")
    profiles = client.answer("/v1/releases/ooh-2018-28/changes")
    assert profiles["absence"] is not None
    none = years_client.answer(f"{url}?soc_code=47-2111&kind=gone")
    assert "do not differ" in none["absence"]["detail"]


@pytest.mark.parametrize("query", ["row_type=line_item", "element_id=2.A.1.a", "measure=value"])
def test_what_no_estimate_has_is_said_so(years_client: CheckedClient, query: str) -> None:
    answer = years_client.answer(f"/v1/releases/oews-2022-05/changes?{query}")
    assert (answer["data"], answer["absence"]["reason"]) == ([], "not_applicable")


@pytest.mark.parametrize("query", ["area_code=TX", "ownership_code=5", "scale_id=IM", "industry_level=sector"])
def test_what_no_projection_has_is_said_so(rounds_client: CheckedClient, query: str) -> None:
    url = "/v1/releases/ep-2014-24/changes?to=ep-2024-34"
    answer = rounds_client.answer(f"{url}&{query}")
    assert (answer["data"], answer["absence"]["reason"]) == ([], "not_applicable")
    assert records(rounds_client, f"{url}&area_code=US&industry_level=cross-industry") == records(rounds_client, url)


@pytest.mark.parametrize(
    "keys", [(), (("soc_code", 1), ("soc_vintage", 1)), (("soc_code", 2), ("soc_vintage", 2)), (("area_code", 1),)]
)
@pytest.mark.parametrize("has_after", [False, True])
def test_rows_are_found_by_an_index(database_url: str, keys: tuple[tuple[str, int], ...], has_after: bool) -> None:
    statement = _of_oews((keys, ("nation", "states"), ("annual_median",), has_after))
    engine = create_writer(database_url)
    with engine.connect() as connection:
        compiled = str(statement.compile(engine, compile_kwargs={"render_postcompile": True}))
        plan = [
            row[3]
            for row in connection.exec_driver_sql(
                f"EXPLAIN QUERY PLAN {compiled}", tuple("x" for _ in range(compiled.count("?")))
            )
        ]
    engine.dispose()
    assert plan
    assert not [step for step in plan if step.startswith("SCAN")]
