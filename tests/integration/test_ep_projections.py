"""What Employment Projections answer beside the handbook: which round, which rows, and why there are none."""

import shutil
from pathlib import Path

import pytest

from app.sources.records import UnreadableSourceError
from app.store.engine import create_writer
from tests.checked_client import CheckedClient
from tests.integration.test_ep_columns import Loaded, rounds
from tests.small_rounds import TOP_SKILLS, load, write_rounds
from tests.workbooks import write_xlsx

__all__ = ["rounds"]
PILOTS = "/v1/occupations/11-1011"


@pytest.fixture
def client(rounds: Loaded) -> CheckedClient:
    """A client over the small rounds."""
    return rounds.client


def test_all_rounds_of_an_occupation_come_newest_first(client: CheckedClient) -> None:
    body = client.answer(f"{PILOTS}/projections")
    assert [(r["projection_round"], r["source"]) for r in body["data"]] == [
        ("2024-34", "ep-2024-34"),
        ("2022-32", "ep-2022-32"),
    ]
    newest = body["data"][0]
    assert (newest["base_year"], newest["projection_year"], newest["row_type"]) == (2024, 2034, "line_item")
    assert (newest["annual_median"], newest["qualifiers"]["annual_median"]) == (239_200, "at_or_above")
    assert (newest["labor_force_exits"], newest["annual_openings"]) == (8_200, 22_200)
    assert [(one["contents"], one["table_number"]) for one in newest["read_from"]] == [
        ("employment", "1.2"),
        ("employment", "6.2"),
        ("worker_characteristics", "5.4"),
        ("worker_characteristics", "1.2"),
        ("worker_characteristics", "6.2"),
        ("separations", "1.10"),
    ]


def test_openings_of_earlier_rounds_have_names_of_their_own(client: CheckedClient) -> None:
    (record,) = client.answer(f"{PILOTS}/projections", soc_vintage="2010")["data"]
    assert (record["annual_openings"], record["qualifiers"]["annual_openings"]) == (None, "not_applicable")
    assert (record["growth_and_replacement_openings"], record["replacement_needs"]) == (99_500, 69_500)


def test_the_newest_round_answers_across_occupations_and_line_items_stand_apart(client: CheckedClient) -> None:
    body = client.answer("/v1/projections", row_type="line_item", sort="-annual_openings")
    assert [r["soc_code"] for r in body["data"]] == ["11-1011", "13-1020"]
    assert {r["source"] for r in body["data"]} == {"ep-2024-34"}
    assert [s["release"] for s in body["sources"]] == ["ep-2024-34"]
    few = client.answer("/v1/projections", min_annual_openings=20_000, education="bachelors_degree")["data"]
    assert [r["soc_code"] for r in few] == ["11-1011"]


def test_pages_of_a_list_hold_each_record_once(client: CheckedClient) -> None:
    body = client.answer("/v1/projections?limit=1&program=ep&program=ooh")
    seen = []
    while True:
        seen += [(r["source"], r["soc_code"], r["row_type"]) for r in body["data"]]
        if body["page"]["next"] is None:
            break
        body = client.answer(body["page"]["next"])
    assert len(seen) == len(set(seen)) == body["page"]["total"] == 5


def test_the_handbook_answers_for_outlooks(client: CheckedClient) -> None:
    (record,) = client.answer("/v1/projections", outlook="much_faster_than_average")["data"]
    assert (record["source"], record["read_from"]) == ("ooh-2018-28", [])
    body = client.answer("/v1/projections", program="ep", outlook="much_faster_than_average")
    assert body["data"] == []
    assert body["absence"] is not None


def test_an_industry_is_named_by_the_code_of_the_matrix(client: CheckedClient) -> None:
    (record,) = client.answer("/v1/industries/5110a1/projections")["data"]
    assert (record["industry_code"], record["base_employment"], record["row_type"]) == ("5110A1", 60_500, "line_item")
    body = client.answer("/v1/industries/622/projections")
    assert (body["data"], body["absence"]["reason"]) == ([], "not_published")
    assert body["absence"]["nearest"][0]["url"] == "/v1/projections/matrix-industries"
    client.problem("/v1/industries/5110A2/projections", 404, "unknown-code")
    client.problem("/v1/industries/!/projections", 422, "invalid-parameter")


def test_the_matrix_names_what_its_file_does_not(client: CheckedClient) -> None:
    body = client.answer("/v1/projections/by-industry", industry_code="TE1000")
    (record,) = body["data"]
    # The seed has a title for the code, which stands alone in the name of the file.
    assert (record["soc_code"], record["title"] != "29-2072") == ("29-2072", True)
    assert (record["industry_title"], record["basis"]) == ("Total employment", "jobs_including_self_employed")
    (pilots,) = client.answer(f"{PILOTS}/projections/by-industry")["data"]
    assert (pilots["industry_code"], pilots["occupation_row_type"]) == ("5110A1", "line_item")


def test_preparation_has_what_a_round_assigns(client: CheckedClient) -> None:
    body = client.answer(f"{PILOTS}/preparation")
    required = body["data"]["entry_requirements"]
    assert (required["entry_education"], required["entry_education_code"]) == ("bachelors_degree", 3)
    assert (required["work_experience"], required["work_experience_code"]) == ("five_years_or_more", 1)
    assert (required["on_the_job_training"], required["on_the_job_training_code"]) == ("none", 6)
    assert (body["absence"], body["sources"][0]["release"]) == (None, "ep-2024-34")


@pytest.mark.parametrize(
    "path",
    [
        "education/attainment",
        "skill-scores",
        "top-skills",
        "utilization-factors",
        "example-titles",
        "projections/by-industry",
    ],
)
def test_an_empty_answer_explains_itself(path: str, client: CheckedClient) -> None:
    body = client.answer(f"/v1/occupations/29-2071/{path}")
    assert body["data"] == []
    assert body["absence"]["detail"]
    unable = client.answer(f"{PILOTS}/{path}", program="oews")
    assert (unable["data"], unable["absence"]["reason"]) == ([], "not_applicable")


def test_files_of_one_round_that_disagree_are_refused(small_database: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.sqlite3"
    shutil.copy(small_database, path)
    writer = create_writer(f"sqlite:///{path}")
    (tmp_path / "workspace").mkdir()
    write_rounds(tmp_path / "rounds")
    folder = tmp_path / "rounds" / "2024"
    load(writer, [folder / "occupation.xlsx"], tmp_path / "workspace")
    other = [list(row) for row in TOP_SKILLS]
    other[2][2] = 200.2
    write_xlsx(folder / "skills.xlsx", {"Table 6.2": other})
    with pytest.raises(UnreadableSourceError, match=r"base_employment.*200200.*200100"):
        load(writer, [folder / "skills.xlsx"], tmp_path / "workspace")
    writer.dispose()


def test_jobs_of_the_newest_round_are_listed_once_though_two_files_print_them(rounds_client: CheckedClient) -> None:
    records = rounds_client.answer("/v1/employment", program="ep")["data"]
    of_round = [record for record in records if record["industry_code"] == "000000"]
    assert [(record["soc_code"], record["row_type"], record["employment"]) for record in of_round] == [
        ("00-0000", "summary", 300_500),
        ("11-0000", "summary", 300_500),
        ("11-1011", "line_item", 200_100),
        ("13-1020", "line_item", 100_400),
    ]
    assert {(record["basis"], record["reference_period"], record["area_code"]) for record in of_round} == {
        ("jobs_including_self_employed", "2024", "99")
    }


def test_the_matrix_answers_employment_by_industry(rounds_client: CheckedClient) -> None:
    asked = rounds_client.answer("/v1/occupations/11-1011/employment/by-industry", program="ep")
    (cell,) = asked["data"]
    assert (cell["industry_code"], cell["industry_level"], cell["employment"]) == ("5110A1", None, 1_500)
    assert (cell["percent_of_industry"], cell["percent_of_occupation"]) == (14.3, 0.1)
    # The newest round that has a line of the matrix, not the newest round.
    assert (cell["source"], cell["reference_period"]) == ("ep-2022-32", "2022")
    # OEWS comes first and has no industries here, so that the matrix answers unasked.
    unasked = rounds_client.answer("/v1/occupations/11-1011/employment/by-industry")
    assert unasked["data"] == asked["data"]


def test_totals_and_industries_are_apart(rounds_client: CheckedClient) -> None:
    records = rounds_client.answer("/v1/occupations/11-1011/employment", program="ep")["data"]
    assert [(record["industry_code"], record["employment"]) for record in records] == [("000000", 200_100)]


def test_a_sector_of_the_matrix_is_found_by_its_code_of_naics(rounds_client: CheckedClient) -> None:
    chosen = {"program": "ep", "release": "ep-2022-32"}
    cells = rounds_client.answer("/v1/employment", **chosen, industry_code="31-33")["data"]
    assert [(cell["industry_code"], cell["industry_title"]) for cell in cells] == [("31-33", "Manufacturing")]


@pytest.mark.parametrize(
    ("code", "figures"),
    [
        # Newer than the document, which describes 2018-28; OEWS has pay and employment.
        ("11-1011", ("oews-2025-05", "ep-2024-34", "ep-2024-34")),
        ("29-2071", ("ooh-2018-28", "ooh-2018-28", "ooh-2018-28")),
    ],
)
def test_a_glance_takes_the_newest_edition_of_each_figure(
    rounds_client: CheckedClient, code: str, figures: tuple[str, ...]
) -> None:
    glance = rounds_client.answer(f"/v1/occupations/{code}")["data"]
    assert tuple(glance[name]["source"] for name in ("employment", "outlook", "entry_education")) == figures


def test_the_list_of_occupations_shows_the_newest_round(rounds_client: CheckedClient) -> None:
    records = rounds_client.answer("/v1/occupations", min_employment_change_percent=10, sort="soc_code")["data"]
    shown = {
        record["soc_code"]: (
            record["projection_round"],
            record["employment_change_percent"],
            record["entry_education"],
            record["figure_sources"]["projection"],
            record["figure_sources"]["outlook"],
        )
        for record in records
    }
    assert shown["11-1011"] == ("2024-34", 10.0, "bachelors_degree", "ep-2024-34", None)
    assert shown["29-2071"] == ("2018-28", 11.0, "postsecondary_nondegree_award", "ooh-2018-28", "ooh-2018-28")
