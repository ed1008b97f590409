"""Workbooks of Employment Projections, in small: layouts, repeated cells, markers, and what is refused."""

import copy
from pathlib import Path

import pytest

from app.domain.qualifiers import Qualifier
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import RecordKind, UnreadableSourceError
from tests.unit.sources.ep.workbooks_of_a_round import (
    ATTAINMENT_2014,
    MAIN_2014,
    MAIN_2024,
    NOTES,
    RANKING_2024,
    REPLACEMENT_2014,
    SECTORS_2014,
    SEPARATIONS_2024,
    SOURCE,
    answer,
    drawn,
    values_of,
)
from tests.workbooks import Rows

K = RecordKind
BOOK_2024: dict[str, Rows] = {"Index": [["Occupation.xlsx contents"], [MAIN_2024[0][0]]], "Table 1.2": MAIN_2024}


def with_cell(rows: Rows, row: int, column: int, text: object) -> list[list[object]]:
    changed = [list(line) for line in copy.deepcopy(list(rows))]
    changed[row - 1][column] = text
    return changed


def problems(folder: Path, sheets: dict[str, Rows], **options: frozenset[str]) -> list[str]:
    with pytest.raises(UnreadableSourceError) as refused:
        drawn(answer(folder, sheets, ReadOptions(**options)))  # type: ignore[arg-type]
    return [str(problem) for problem in refused.value.problems]


def doubts(folder: Path, sheets: dict[str, Rows]) -> list[str]:
    got = answer(folder, sheets)
    assert drawn(got)
    assert isinstance(got, Recognition)
    return [str(place) for place in got.part.counts.doubtful]


def test_a_row_gives_projection_and_characteristics(tmp_path: Path) -> None:
    records = drawn(answer(tmp_path, BOOK_2024))
    (pilots,) = [v for v in values_of(records, K.EP_PROJECTION) if v["soc_code"] == "11-1011"]
    assert pilots["base_employment"] == 200_100
    assert pilots["annual_openings"] == 22_200
    assert (pilots["row_type"], pilots["display_level"], pilots["title"]) == ("line_item", 3, "Test pilots")
    (traits,) = [v for v in values_of(records, K.EP_WORKER_CHARACTERISTIC) if v["soc_code"] == "11-1011"]
    assert (traits["annual_median"], traits["annual_median_qualifier"]) == (239_200, Qualifier.AT_OR_ABOVE)
    assert (traits["percent_self_employed"], traits["percent_self_employed_qualifier"]) == (None, "not_applicable")
    assert (traits["entry_education"], traits["work_experience"]) == ("bachelors_degree", "five_years_or_more")
    assert (traits["wage_year"], traits["in_handbook"]) == (2024, True)


def test_none_is_a_value_and_a_dash_is_none(tmp_path: Path) -> None:
    traits = {v["soc_code"]: v for v in values_of(drawn(answer(tmp_path, BOOK_2024)), K.EP_WORKER_CHARACTERISTIC)}
    assert (traits["11-1011"]["on_the_job_training"], traits["11-1011"]["on_the_job_training_qualifier"]) == (
        "none",
        None,
    )
    assert traits["11-0000"]["on_the_job_training"] is None
    assert traits["11-0000"]["on_the_job_training_qualifier"] == "not_applicable"
    assert traits["13-1020"]["percent_self_employed"] == 0.0


def test_columns_are_found_by_their_headers_in_any_order(tmp_path: Path) -> None:
    turned = [list(reversed([*row, *[None] * (16 - len(row))])) if len(row) > 1 else list(row) for row in MAIN_2024]
    plain = drawn(answer(tmp_path, BOOK_2024))
    again = drawn(answer(tmp_path, {"Table 1.2": turned, "Index": BOOK_2024["Index"]}))
    assert [record.values for record in again] == [record.values for record in plain]


@pytest.mark.parametrize(
    ("column", "text", "named"),
    [
        (4, 230.1, "Employment, 2034: found '230.1', expected about 220.1, by 200.1 in Employment, 2024 and 20 in"),
        (
            8,
            11.5,
            "expected about 10.0, by 20 in Employment change, numeric, 2024\u201334 and 200.1 in Employment, 2024",
        ),
    ],
)
def test_a_row_whose_figures_do_not_fit_each_other_is_told_of(
    tmp_path: Path, column: int, text: float, named: str
) -> None:
    (problem,) = doubts(tmp_path, {**BOOK_2024, "Table 1.2": with_cell(MAIN_2024, 5, column, text)})
    assert "Table 1.2, row 5" in problem
    assert named in problem


def test_rounding_is_no_contradiction(tmp_path: Path) -> None:
    rounded = with_cell(with_cell(MAIN_2024, 5, 4, 220.2), 5, 8, 10.1)
    assert not doubts(tmp_path, {**BOOK_2024, "Table 1.2": rounded})


@pytest.mark.parametrize(
    ("column", "text", "named"),
    [
        (
            9,
            9.8,
            "2024\u201334 annual average: found '9.8', expected about 9.6, by 3.9 in",
        ),
        (
            12,
            21.2,
            "found '21.2', expected about 20.1, by 8.1 in Labor force exits, 2024\u201334 annual average and 12 in",
        ),
    ],
)
def test_separations_and_openings_are_the_sums_of_their_parts(
    tmp_path: Path, column: int, text: float, named: str
) -> None:
    assert not doubts(tmp_path, {**BOOK_2024, "Table 1.10": SEPARATIONS_2024})
    wrong = with_cell(SEPARATIONS_2024, 5, column, text)
    assert any(named in problem for problem in doubts(tmp_path, {**BOOK_2024, "Table 1.10": wrong}))


def test_openings_are_separations_and_a_year_s_part_of_the_change(tmp_path: Path) -> None:
    at = MAIN_2024[4].index(22.2)
    sheets = {"Table 1.2": with_cell(MAIN_2024, 5, at, 22.5), "Table 1.10": with_cell(SEPARATIONS_2024, 5, 13, 22.5)}
    (problem,) = doubts(tmp_path, {**BOOK_2024, **sheets})
    assert "found '22.5', expected about 22.2, by 20.2 in Total occupational separations, 2024\u201334" in problem


def test_rankings_that_agree_are_not_stored_again(tmp_path: Path) -> None:
    alone = drawn(answer(tmp_path, BOOK_2024))
    assert len(drawn(answer(tmp_path, {**BOOK_2024, "Table 1.3": RANKING_2024}))) == len(alone)


def test_a_ranking_that_contradicts_the_main_table_is_an_error(tmp_path: Path) -> None:
    sheets = {**BOOK_2024, "Table 1.3": with_cell(RANKING_2024, 3, 3, 220.2)}
    (problem,) = problems(tmp_path, sheets)
    assert (
        "Table 1.3, row 3, column Employment, 2034: found '220200', expected 220100, as in Table 1.2, row 5" in problem
    )
    allowed = answer(tmp_path, sheets, ReadOptions(allow=frozenset({"disagreeing-tables"})))
    assert isinstance(allowed, Recognition)
    assert allowed.part.allowed == ("disagreeing-tables",)
    assert drawn(allowed)


def test_a_ranked_occupation_has_to_be_in_the_main_table(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, {**BOOK_2024, "Table 1.3": with_cell(RANKING_2024, 3, 1, "11-1012")})
    assert "main table" in problem


@pytest.mark.parametrize(("lacks", "has"), [("Table 1.2", "Table 1.10"), ("Table 1.10", "Table 1.2")])
def test_a_row_that_one_of_the_whole_lists_of_occupations_lost_is_told_of(tmp_path: Path, lacks: str, has: str) -> None:
    sheets: dict[str, Rows] = {**BOOK_2024, "Table 1.10": SEPARATIONS_2024}
    sheets[lacks] = [row for row in sheets[lacks] if row[1:2] != ["13-1020"]]
    (problem,) = doubts(tmp_path, sheets)
    assert f"{has}, row 6, column row: found '13-1020', expected rows of them in {lacks} too" in problem


def test_openings_of_earlier_rounds_are_another_measure(tmp_path: Path) -> None:
    got = answer(tmp_path, {"Table 1.2": MAIN_2014, "Table 1.10": REPLACEMENT_2014, "Table 1.11": ATTAINMENT_2014})
    assert isinstance(got, Recognition)
    assert got.part.release.release == "ep-2014-24"
    records = drawn(got)
    assert all("annual_openings" not in v for v in values_of(records, K.EP_PROJECTION))
    replaced = [v for v in values_of(records, K.EP_REPLACEMENT) if v["soc_code"] == "11-1011"]
    assert [v.get("growth_and_replacement_openings") for v in replaced] == [99_500, None]
    assert (replaced[1]["replacement_needs"], replaced[1]["replacement_rate"]) == (69_500, 23.5)
    shares = values_of(records, K.EP_ATTAINMENT)
    assert [v["percent"] for v in shares] == [1.5, 8.5, 20.0, 10.0, 40.0, 15.0, 5.0]
    assert {v["footnote"] for v in shares} == {"Shared with other occupations"}
    assert {v["soc_vintage"] for v in shares} == {"2010"}


def test_headers_of_three_lines_do_not_run_into_each_other(tmp_path: Path) -> None:
    (_, pilots) = values_of(drawn(answer(tmp_path, {"Table 1.2": MAIN_2014, "x": SECTORS_2014})), K.EP_PROJECTION)
    assert (pilots["base_percent_distribution"], pilots["employment_change"]) == (100.0, 30_000)
    assert pilots["employment_change_percent"] == 10.0


def test_sectors_of_earlier_rounds(tmp_path: Path) -> None:
    got = answer(tmp_path, {"Table 2.1": SECTORS_2014, "Index": [["Table 2.1 Employment by sector"]]})
    assert isinstance(got, Recognition)
    assert got.part.part == "industry"
    (total,) = values_of(drawn(got), K.EP_SECTOR_PROJECTION)
    assert (total["previous_employment"], total["base_employment"]) == (100_500, 110_500)
    assert (total["previous_employment_annual_rate"], total["employment_annual_rate"]) == (1.0, 0.9)


@pytest.mark.parametrize(
    ("row", "column", "text", "expected"),
    [
        (5, 3, "2OO.1", "a number"),
        (5, 3, None, "a number"),
        (5, 3, "*", "a number"),
        (5, 3, 200.12345, "three decimals"),
        (5, 1, "2011-11-01", "an occupation code"),
        (5, 2, "Subtotal", "Summary or Line item"),
        (5, 11, "about 100,000", "a number"),
        (5, 12, "Some degree", "one of"),
        (2, 9, "Percent left-handed, 2024", "a column of a table"),
        (2, 3, "Employment, 2019", "a column of a table"),
        (7, 1, "x", "a number"),
    ],
)
def test_what_is_not_understood_is_named_with_its_place(
    tmp_path: Path, row: int, column: int, text: object, expected: str
) -> None:
    rows = [list(line) for line in MAIN_2024]
    rows[6] = [*rows[6], None]
    found = problems(tmp_path, {**BOOK_2024, "Table 1.2": with_cell(rows, row, column, text)})
    assert any(f"Table 1.2, row {row}" in problem for problem in found)
    if row != 7:
        assert any(expected in problem for problem in found)


def test_all_problems_are_gathered(tmp_path: Path) -> None:
    rows = with_cell(with_cell(MAIN_2024, 5, 3, "?"), 6, 4, "??")
    assert len(problems(tmp_path, {**BOOK_2024, "Table 1.2": rows})) == 2


def test_unknown_columns_and_sheets_can_be_allowed(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Table 1.2": with_cell(MAIN_2024, 2, 15, "Shoe size"),
        "Table 1.99": [["Table 1.99 Shoes"], ["Shoe", "Size"], ["Boot", 43]],
    }
    column, sheet = problems(tmp_path, sheets)
    assert "Shoe size" in column
    assert "--allow unknown-sheets" in sheet
    allow = frozenset({"unknown-columns", "unknown-sheets"})
    assert values_of(drawn(answer(tmp_path, sheets, ReadOptions(allow=allow))), K.EP_PROJECTION)


def test_a_code_of_no_classification_is_stored(tmp_path: Path) -> None:
    rows = with_cell(MAIN_2024, 5, 1, "11-1777")
    records = drawn(answer(tmp_path, {**BOOK_2024, "Table 1.2": rows}))
    assert any(record.values["soc_code"] == "11-1777" for record in records if record.kind is K.OCCUPATION)


def test_occupations_come_before_what_refers_to_them(tmp_path: Path) -> None:
    seen = set()
    for record in drawn(answer(tmp_path, BOOK_2024)):
        if record.kind is K.OCCUPATION:
            seen.add(record.values["soc_code"])
        assert record.values["soc_code"] in seen


def test_a_row_that_is_repeated_with_other_values_is_an_error(tmp_path: Path) -> None:
    rows = [*MAIN_2024[:6], [*MAIN_2024[5][:3], 1.5, *MAIN_2024[5][4:]], *NOTES]
    assert any(
        "as in Table 1.2, row 6" in problem for problem in problems(tmp_path, {"Table 1.2": rows, "x": [["contents"]]})
    )


def test_industries_rankings_by_code_and_links(tmp_path: Path) -> None:
    main: Rows = [
        ["Table 2.11 Employment and output by industry (Output in billion of chained 2017 dollars)"],
        [
            "2024 National Employment Matrix title",
            "2024 National Employment Matrix code",
            "Industry type",
            "Employment, 2024",
            "Employment, 2034",
            "Employment change, numeric, 2024\u201334 ",
            "Employment change, percent, 2024\u201334 ",
            "Compound annual rate of change, employment, 2024\u201334 ",
            "Output, 2024",
            "Output, 2034",
            "Compound annual rate of change, output, 2024\u201334 ",
        ],
        ["Total, all industries", "TE1000", "Summary", 10, 11, 1, 10, 1, 5.5, 6.5, 1.7],
        ["  Testing", "5110A1", "Line item", 10, 11, 1, 10, 1, "—", "—", "—"],
        SOURCE,
    ]
    ranking = [[cell for at, cell in enumerate(row) if at not in (2, 7, 8, 9, 10)] for row in main]
    ranking[0] = ["Table 2.3 Industries with the fastest growing wage and salary employment (Employment in thousands)"]
    links: Rows = [
        ["Table 1.9 2024\u201334 Industry-occupation matrix data, by industry"],
        ["Industry title", "Industry code", "Industry type", "2022 NAICS code", "XLSX"],
        ["Testing", "5110A1", "Line item", "5111,2", "(XLSX)"],
        SOURCE,
    ]
    records = drawn(answer(tmp_path, {"Table 2.11": main, "Table 2.3": ranking, "Table 1.9": links}))
    total, testing = values_of(records, K.EP_INDUSTRY_PROJECTION)
    assert (total["base_output"], total["output_dollar_year"]) == (5.5, 2017)
    assert (testing["base_output"], testing["base_output_qualifier"]) == (None, "not_applicable")
    (industry,) = values_of(records, K.EP_INDUSTRY)
    assert (industry["industry_code"], industry["naics_codes"], industry["naics_vintage"]) == (
        "5110A1",
        "5111,2",
        "2022",
    )
    wrong = [list(row) for row in ranking]
    wrong[3][2] = 10.5
    assert problems(tmp_path, {"Table 2.11": main, "Table 2.3": wrong, "Table 1.9": links})


def test_factors_without_an_industry_code(tmp_path: Path) -> None:
    rows: Rows = [
        ["Table 1.12 Factors affecting occupational utilization, projected 2016-26"],
        [
            "Occupation Title",
            "Occupation Code",
            "Industry Title",
            "Industry Code",
            "Factors affecting occupational utilization",
        ],
        ["Test pilots", "11-1011", "All industries", None, "Demand change - share increases as tests do"],
        SOURCE,
    ]
    (factor,) = values_of(drawn(answer(tmp_path, {"Table 1.12": rows})), K.EP_UTILIZATION_FACTOR)
    assert (factor["industry_code"], factor["industry_title"]) == (None, "All industries")


def test_the_round_comes_from_content_then_operator_then_folder(tmp_path: Path) -> None:
    rows: Rows = [
        ["Table 5.4 Education and training assignments by detailed occupation"],
        ["Occupation title", "Occupation code", "Typical education needed for entry"],
        ["Test pilots", "11-1011", "Bachelor's degree"],
        SOURCE,
    ]
    sheets: dict[str, Rows] = {"Table 5.4": rows}
    near = answer(tmp_path, sheets)
    assert isinstance(near, NearLayout)
    assert "--release" in str(near.advice)
    named = answer(tmp_path, sheets, ReadOptions(release="ep-2023-33"))
    assert isinstance(named, Recognition)
    assert (named.part.release.release, named.part.part) == ("ep-2023-33", "table-5.4")
    placed = answer(tmp_path, sheets, location="downloads/2019-29.zip/education.xlsx")
    assert isinstance(placed, Recognition)
    assert placed.part.release.release == "ep-2019-29"


def test_a_workbook_of_something_else_is_none_of_ours(tmp_path: Path) -> None:
    assert answer(tmp_path, {"Sheet1": [["OCC_CODE", "OCC_TITLE", "TOT_EMP"], ["11-1011", "x", 5]]}) is None


def test_a_code_that_two_tables_call_otherwise_is_told_of(tmp_path: Path) -> None:
    ranking = with_cell(RANKING_2024, 3, 0, "  Other pilots")
    assert not doubts(tmp_path, {"Table 1.2": MAIN_2024})
    told = doubts(tmp_path, {"Table 1.2": MAIN_2024, "Table 1.3": ranking})
    assert told
    assert all("column title" in place for place in told)


@pytest.mark.parametrize("unit", ["Employment in millions", "Numbers in jobs", "Employment, in millions", "millions"])
def test_jobs_in_another_unit_than_thousands_are_refused(tmp_path: Path, unit: str) -> None:
    title = f"{MAIN_2024[0][0]} ({unit})"
    (problem,) = problems(tmp_path, {"Table 1.2": with_cell(MAIN_2024, 1, 0, title)})
    assert "numbers of jobs in thousands" in problem


def test_the_two_halves_of_a_ranking_are_named_by_rows_of_their_own(tmp_path: Path) -> None:
    halves = [*RANKING_2024[:2], ["Fastest growing"], *RANKING_2024[2:3], ["Most rapidly declining"], *RANKING_2024[3:]]
    whole = drawn(answer(tmp_path, {"Table 1.2": MAIN_2024, "Table 1.3": RANKING_2024}))
    assert values_of(
        drawn(answer(tmp_path, {"Table 1.2": MAIN_2024, "Table 1.3": halves})), K.EP_PROJECTION
    ) == values_of(whole, K.EP_PROJECTION)
    (problem,) = problems(tmp_path, {"Table 1.2": MAIN_2024, "Table 1.3": [*halves[:3], ["Others"], *halves[3:]]})
    assert "expected a row of figures" in problem
