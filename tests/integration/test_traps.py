"""The traps of the publishers' files, each by name: what is peculiar in them, on small files that are written here.

Nothing of these rows is a publisher's. Where the given files hold a trap, they are read besides (`publisher_file`).
Traps of a whole release (a file that lacks, a part that repeats another) stand with the tests of loading.
"""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.sources.records import Record, RecordKind
from app.store.loads import Sorted, sort_files
from tests.onet_release import FILES as ONET
from tests.onet_release import write_release
from tests.publisher_files import publisher_file
from tests.raw_cells import classifications
from tests.unit.sources.ep.workbooks_of_a_round import ATTAINMENT_2014, DOWNLOAD_HEADER, MAIN_2014, MAIN_2024, PILOTS
from tests.unit.sources.oews.layouts import (
    YEARLY,
    areas_2012,
    descriptions,
    figures,
    industries_2008,
    national_2010,
    states_2013,
    today,
)
from tests.workbooks import Rows, write_xls, write_xlsx

K = RecordKind
Row = dict[str, Any]


@pytest.fixture
def sort(tmp_path: Path) -> Callable[..., Sorted]:
    """Files as the command finds them and as the readers recognise them."""

    def recognise(*paths: Path, **options: Any) -> Sorted:
        (tmp_path / "workspace").mkdir(exist_ok=True)
        return sort_files(find_files(paths, tmp_path / "workspace"), ReadOptions(**options))

    return recognise


Read = Callable[..., list[Record]]


@pytest.fixture
def read(sort: Callable[..., Sorted]) -> Read:
    """All records of files, each of which has to be recognised."""

    def records(*paths: Path, **options: Any) -> list[Record]:
        found = sort(*paths, **options)
        assert not found.unknown, [str(why) for _, why in found.unknown]
        return [record for one in found.known for record in one.recognition.part.records()]

    return records


def rows(records: list[Record], kind: RecordKind) -> list[dict[str, Any]]:
    return [dict(record.values) for record in records if record.kind is kind]


def text_file(path: Path, *lines: str, end: str = "\n") -> Path:
    path.write_bytes("".join(line + end for line in lines).encode())
    return path


def download(folder: Path, *lines: str) -> Path:
    return text_file(folder / "download.csv", DOWNLOAD_HEADER, *lines)


def book(folder: Path, name: str, **sheets: Rows) -> Path:
    """A workbook; the sheet `Table 1.2` is given as `Table_1_2`."""
    named = {sheet.replace("_", " ", 1).replace("_", "."): found for sheet, found in sheets.items()}
    return write_xlsx(folder / f"{name}.xlsx", named)


# --- OEWS -------------------------------------------------------------------------------------------------------------


def test_oews_column_names_drift(read: Read, tmp_path: Path) -> None:
    """`GROUP`, `OCC_GROUP`, `O_GROUP`; `LOC_Q`, `LOC QUOTIENT`; `ST`, `PRIM_STATE`; `h_wpct10`."""
    nation = read(write_xlsx(tmp_path / "national_M2010_dl.xlsx", {"national_dl": national_2010()}))
    states = read(write_xlsx(tmp_path / "state_M2013_dl.xlsx", {"state_dl": states_2013()}))
    areas = read(write_xlsx(tmp_path / "MSA_M2012_dl.xlsx", {"MSA": areas_2012([("10180", "Abilene", "TX")])}))
    sectors = read(write_xlsx(tmp_path / "natsector_M2008_dl.xlsx", {"a": industries_2008(["11", "62", "99"])}))
    assert [row["level"] for row in rows(nation, K.OEWS_ESTIMATE)] == ["total", "major", "detailed", "detailed"]
    assert rows(states, K.OEWS_ESTIMATE)[0]["location_quotient"] == 1.07
    assert [row["state"] for row in rows(states, K.AREA)] == ["AL", "CA", "PR"]
    assert rows(areas, K.OEWS_ESTIMATE)[0]["location_quotient"] == 1.07
    assert rows(areas, K.AREA)[0]["state"] == "TX"
    assert rows(sectors, K.OEWS_ESTIMATE)[0]["hourly_p10"] == 10.5


def test_oews_markers_say_why_a_cell_has_no_figure(read: Read, tmp_path: Path) -> None:
    """`*`, `**`, `#` and `~`. `test_oews_files` counts them in the given files."""
    cells = {"TOT_EMP": "**", "H_MEAN": "*", "A_PCT90": "#", "PCT_RPT": "~"}
    path = write_xlsx(tmp_path / "national_M2023_dl.xlsx", {"a": today(cells)})
    (row,) = rows(read(path), K.OEWS_ESTIMATE)
    assert (row["employment"], row["employment_qualifier"]) == (None, "employment_not_released")
    assert (row["hourly_mean"], row["hourly_mean_qualifier"]) == (None, "wage_not_released")
    assert (row["annual_p90"], row["annual_p90_qualifier"]) == (239_200, "at_or_above")
    assert row["percent_of_establishments_reporting_qualifier"] == "below_half_percent"


def test_oews_blanks_are_empty_text_or_no_cell_at_all(read: Read, tmp_path: Path) -> None:
    table: list[list[Any]] = today({"JOBS_1000": "", "LOC_QUOTIENT": ""})
    for cell in ("", None):
        table[1] = [cell if text == "" else text for text in table[1]]
        (row,) = rows(read(write_xlsx(tmp_path / "national_M2023_dl.xlsx", {"a": table})), K.OEWS_ESTIMATE)
        assert (row["jobs_per_1000"], row["jobs_per_1000_qualifier"]) == (None, "not_applicable")


def test_oews_hourly_and_annual_hold_true_or_nothing(read: Read, tmp_path: Path) -> None:
    """As text, and as the truth value that a workbook has."""
    for true in ("TRUE", True):
        cells: Row = dict(zip(national_2010()[0][3:], figures(YEARLY), strict=True)) | {"ANNUAL": true}
        table: list[list[Any]] = today(cells, {"OCC_CODE": "29-1141"})
        first, second = rows(read(write_xlsx(tmp_path / "national_M2023_dl.xlsx", {"a": table})), K.OEWS_ESTIMATE)[:2]
        assert (first["hourly_mean"], first["hourly_mean_qualifier"]) == (None, "annual_only")
        assert (second["hourly_mean"], second["hourly_mean_qualifier"]) == (20.01, None)


def test_oews_sectors_stand_as_numbers(read: Read, tmp_path: Path) -> None:
    """`31.0` in a workbook, and `31` in text, for 31-33."""
    table = [[31 if cell == "31" else cell for cell in row] for row in industries_2008(["11", "31", "44", "48", "99"])]
    as_text = text_file(tmp_path / "natsector_M2008_dl.csv", *(",".join(map(str, row)) for row in table))
    for path in (write_xls(tmp_path / "natsector_M2008_dl.xls", table), as_text):
        assert [row["industry_code"] for row in rows(read(path), K.OEWS_ESTIMATE)] == [
            "11",
            "31-33",
            "44-45",
            "48-49",
            "99",
        ]


def test_oews_has_one_code_at_two_levels(read: Read, tmp_path: Path) -> None:
    """A broad and a detailed occupation with one code and equal values: both rows are read, neither is a repeat."""
    found = read(write_xlsx(tmp_path / "national_M2023_dl.xlsx", {"a": today({"O_GROUP": "broad"}, {})}))
    assert [row["level"] for row in rows(found, K.OEWS_ESTIMATE)] == ["broad", "detailed"]


def test_oews_describes_its_fields_in_a_sheet_or_a_workbook_of_its_own(
    sort: Callable[..., Sorted], tmp_path: Path
) -> None:
    sheets = {"national_M2023_dl": today(), "Field Descriptions": descriptions(2023)}
    own = write_xlsx(tmp_path / "field_descriptions.xlsx", {"a": descriptions(2023)})
    found = sort(write_xlsx(tmp_path / "national_M2023_dl.xlsx", sheets), own)
    assert [one.recognition.left_out for one in found.known] == [(("Field Descriptions", "field descriptions"),)]
    assert [file.path.name for file, _ in found.left_out] == ["field_descriptions.xlsx"]


def test_oews_headers_are_in_lower_case_in_one_year(read: Read, tmp_path: Path) -> None:
    header, *lines = today()
    path = write_xlsx(tmp_path / "national_M2019_dl.xlsx", {"a": [[name.lower() for name in header], *lines]})
    assert rows(read(path), K.OEWS_ESTIMATE)[0]["employment"] == 1230


def test_oews_has_further_sheets_from_2020(sort: Callable[..., Sorted], tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {"a": today(), "UpdateTime": [["2024-03-28"]], "Filler": []}
    found = sort(write_xlsx(tmp_path / "national_M2023_dl.xlsx", sheets))
    assert [name for name, _ in found.known[0].recognition.left_out] == ["UpdateTime", "Filler"]


def test_oews_repeats_a_row(sort: Callable[..., Sorted], tmp_path: Path) -> None:
    """As May 2022 does: alike in everything, it is counted, and stored once."""
    path = write_xlsx(tmp_path / "national_M2022_dl.xlsx", {"a": today({}, {})})
    (known,) = sort(path).known
    part = known.recognition.part
    assert len(rows(list(part.records()), K.OEWS_ESTIMATE)) == 1
    assert (part.counts.read, part.counts.repeated) == (2, 1)


# --- Employment Projections -------------------------------------------------------------------------------------------


def test_ep_dash_is_missing_and_none_is_a_value(read: Read, tmp_path: Path) -> None:
    found = rows(read(book(tmp_path, "occupation", Table_1_2=MAIN_2024)), K.EP_WORKER_CHARACTERISTIC)
    pilots = next(row for row in found if row["soc_code"] == "11-1011")
    assert (pilots["percent_self_employed"], pilots["percent_self_employed_qualifier"]) == (None, "not_applicable")
    assert pilots["on_the_job_training"] == "none"
    assert found[0]["on_the_job_training"] is None


def test_ep_footnote_rows_end_a_table(read: Read, tmp_path: Path) -> None:
    found = rows(read(book(tmp_path, "occupation", Table_1_2=MAIN_2024)), K.EP_PROJECTION)
    assert [row["soc_code"] for row in found] == ["00-0000", "11-0000", "11-1011", "13-1020"]


def test_ep_headers_have_en_dashes_in_later_rounds(read: Read, tmp_path: Path) -> None:
    plain = [[str(cell).replace("\u2013", "-") if isinstance(cell, str) else cell for cell in row] for row in MAIN_2024]
    found = [rows(read(book(tmp_path, "occupation", Table_1_2=table)), K.EP_PROJECTION) for table in (MAIN_2024, plain)]
    assert found[0] == found[1]
    assert found[0][0]["employment_change"] == 30_000


def test_ep_titles_are_indented_by_level(read: Read, tmp_path: Path) -> None:
    found = rows(read(book(tmp_path, "occupation", Table_1_2=MAIN_2024)), K.EP_PROJECTION)
    assert [(row["title"], row["display_level"]) for row in found[:3]] == [
        ("Total, all occupations", 0),
        ("Test occupations", 1),
        ("Test pilots", 3),
    ]


def test_ep_tables_change_number_by_round(read: Read, tmp_path: Path) -> None:
    """Attainment is table 1.11 in 2014-24 and 5.3 later: what a table is, its headers say."""
    later = [["Table 5.3 " + str(ATTAINMENT_2014[0][0]).partition(" ")[2].partition(" ")[2], *ATTAINMENT_2014[0][1:]]]
    for name, table in (("Table 1.11", ATTAINMENT_2014), ("Table 5.3", [*later, *ATTAINMENT_2014[1:]])):
        path = write_xlsx(tmp_path / "book.xlsx", {"Table 1.2": MAIN_2014, name: table})
        found = rows(read(path), K.EP_ATTAINMENT)
        assert [row["percent"] for row in found] == [1.5, 8.5, 20, 10, 40, 15, 5], name


def test_ep_characteristics_stand_in_a_table_of_their_own_in_2016(read: Read, tmp_path: Path) -> None:
    """The older layout: table 1.7, under a header of three rows with merged cells. 2024-34 has no table 1.7."""
    characteristics: Rows = [
        ["Table 1.7 Occupational projections and worker characteristics, 2016 and projected 2026"],
        ["2016 National Employment Matrix title", "2016 National Employment Matrix code", "Occupation type",
         "Employment", None, "Change, 2016-26", None, "Percent self employed, 2016",
         "Occupational openings, 2016-26 annual average", "Median annual wage, 2017",
         "Typical education needed for entry", "Work experience in a related occupation",
         "Typical on-the-job training needed to attain competency in the occupation"],
        [None, None, None, 2016, 2026, "Number", "Percent", None, None, None, None, None, None],
        ["Test pilots", "11-1011", "Line item", 300, 330, 30, 10, 5.5, 9.5, 40120, "Bachelor's degree", "None",
         "Apprenticeship"],
        ["Source: Employment Projections program, U.S. Bureau of Labor Statistics"],
    ]  # fmt: skip
    (found,) = rows(read(book(tmp_path, "occupation", Table_1_7=characteristics)), K.EP_WORKER_CHARACTERISTIC)
    assert (found["table_number"], found["percent_self_employed"], found["wage_year"]) == ("1.7", 5.5, 2017)
    assert (found["entry_education"], found["work_experience"]) == ("bachelors_degree", "none")


def test_ep_header_of_several_rows_has_merged_cells(read: Read, tmp_path: Path) -> None:
    found = read(book(tmp_path, "occupation", Table_1_2=MAIN_2014))
    (total, _) = rows(found, K.EP_PROJECTION)
    assert (total["base_employment"], total["projected_employment"]) == (300_000, 330_000)
    assert total["employment_change"] == 30_000
    assert rows(found, K.EP_REPLACEMENT)[0]["growth_and_replacement_openings"] == 99_500


def test_ep_tables_of_links_hold_no_figures(sort: Callable[..., Sorted], tmp_path: Path) -> None:
    links: Rows = [
        ["Table 1.8 2024-34 Industry-occupation matrix data, by occupation"],
        ["2024 National Employment Matrix title", "2024 National Employment Matrix code", "XLSX"],
        ["Test pilots", "11-1011", "Link"],
    ]
    found = sort(write_xlsx(tmp_path / "occupation.xlsx", {"Table 1.2": MAIN_2024, "Table 1.8": links}))
    ((sheet, why),) = found.known[0].recognition.left_out
    assert (sheet, "links" in why) == ("Table 1.8", True)


def test_ep_titles_end_in_example_titles(read: Read, tmp_path: Path) -> None:
    found = read(download(tmp_path, PILOTS))
    assert rows(found, K.EP_PROJECTION)[0]["title"] == "Test pilots"
    assert [row["example_title"] for row in rows(found, K.EP_EXAMPLE_TITLE)] == ["Flight Tester", "Pilot, Test"]


def test_ep_download_has_its_own_missing_values_bounds_codes_and_thousands(read: Read, tmp_path: Path) -> None:
    """`N/A`, `>=239,200`, `="11-1011"`, `"1,200.5"`."""
    missing = PILOTS.replace('">=239,200"', '"N/A"').replace("11-1011", "13-1020")
    found = read(download(tmp_path, PILOTS, missing))
    bounded, none = rows(found, K.EP_WORKER_CHARACTERISTIC)
    assert (bounded["annual_median"], bounded["annual_median_qualifier"]) == (239_200, "at_or_above")
    assert (none["annual_median"], none["annual_median_qualifier"]) == (None, "not_applicable")
    assert [row["soc_code"] for row in rows(found, K.EP_PROJECTION)] == ["11-1011", "13-1020"]
    assert rows(found, K.EP_PROJECTION)[0]["base_employment"] == 1_200_500


def test_ep_download_re_saved_by_a_spreadsheet(read: Read, tmp_path: Path) -> None:
    """Without quotes and equals signs: the same figures."""
    saved = PILOTS.replace('"=""11-1011"""', "11-1011").replace('"1,200.5"', "1200.5").replace('"1,300.5"', "1300.5")
    first, second = read(download(tmp_path, PILOTS)), read(download(tmp_path, saved))
    assert [record.values for record in first] == [record.values for record in second]


def test_ep_matrix_names_its_industry_in_the_file_s_name_alone(sort: Callable[..., Sorted], tmp_path: Path) -> None:
    """And has summary rows among its line items."""
    header = (
        "Occupation Title,Occupation Code,Occupation Type,2022 Employment,2022 Percent of Industry,"
        "2022 Percent of Occupation,Projected 2032 Employment,Projected 2032 Percent of Industry,"
        'Projected 2032 Percent of Occupation,"Employment Change, 2022-2032",'
        '"Employment Percent Change, 2022-2032",Occupation Sort,Display Level'
    )
    lines = (
        'All,"=""00-0000""",Summary,10.5,100,0.1,11.5,100,0.1,1.0,9.5,,0',
        'Pilots,"=""11-1011""",Line Item,1.5,10,0.1,2.5,10,0.1,1.0,66.7,1,4',
    )
    named = text_file(tmp_path / "National Employment Matrix_IND_510000.csv", header, *lines)
    (known,) = sort(named).known
    found = rows(list(known.recognition.part.records()), K.EP_MATRIX_CELL)
    assert [(row["industry_code"], row["occupation_row_type"]) for row in found] == [
        ("510000", "summary"),
        ("510000", "line_item"),
    ]
    ((_, why),) = sort(named.rename(tmp_path / "matrix.csv")).unknown
    assert "the industry or occupation in the file's name" in str(why)


# --- O*NET ------------------------------------------------------------------------------------------------------------


def test_onet_writes_n_a_for_nothing(read: Read, tmp_path: Path) -> None:
    found = rows(read(write_release(tmp_path, "30.1", {"Skills": ONET["Skills"]})), K.ONET_RATING)
    assert (found[-1]["standard_error"], found[-1]["lower_bound"]) == (None, None)


def test_onet_work_styles_changed_shape_in_30(read: Read, tmp_path: Path) -> None:
    """To 29.x with N, standard error and bounds as other ratings; from 30.0 without, on other scales."""
    old = (
        ONET["Skills"][0].replace("|Not Relevant", ""),
        "29-2072.00|1.C.1.a|Effort|IM|3.97|25|0.1700|3.6100|4.3300|N|08/2023|Incumbent",
    )
    before = read(write_release(tmp_path / "old", "29.0", {"Work Styles": old}))
    after = read(write_release(tmp_path / "new", "30.1", {"Work Styles": ONET["Work Styles"]}))
    assert rows(before, K.ONET_RATING)[0]["standard_error"] == 0.17
    assert {row["scale_id"] for row in rows(after, K.ONET_RATING)} == {"WI"}
    assert "standard_error" not in rows(after, K.ONET_RATING)[0]


def test_onet_technology_gained_a_column_after_27(read: Read, tmp_path: Path) -> None:
    now = ONET["Technology Skills"]
    before = tuple(line.rpartition("|")[0] for line in now)
    old = rows(read(write_release(tmp_path / "old", "27.0", {"Technology Skills": before})), K.ONET_TECHNOLOGY)
    new = rows(read(write_release(tmp_path / "new", "30.1", {"Technology Skills": now})), K.ONET_TECHNOLOGY)
    assert "in_demand" not in old[0]
    assert new[0]["in_demand"] is True
    assert [row["example"] for row in old] == [row["example"] for row in new]


def test_onet_lines_end_in_cr_lf_or_lf(read: Read, tmp_path: Path) -> None:
    (path,) = write_release(tmp_path, "30.1", {"Skills": ONET["Skills"]}).iterdir()
    first = [record.values for record in read(path)]
    path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
    assert [record.values for record in read(path)] == first


def test_onet_releases_may_lack_files(sort: Callable[..., Sorted], tmp_path: Path) -> None:
    """What is there is read; what the API then says of the rest, `test_onet_absence` asks."""
    lacking = ("Skills", "Knowledge", "Abilities", "Work Activities", "Work Context", "Task Ratings")
    found = sort(write_release(tmp_path, "30.1", lacking=lacking))
    assert len(found.known) == len(ONET) - len(lacking)
    assert not found.unknown


# --- Classifications --------------------------------------------------------------------------------------------------


def test_soc_definitions_start_after_a_preamble(read: Read, tmp_path: Path) -> None:
    sheet: Rows = [
        ["U.S. Bureau of Labor Statistics"],
        [],
        ["2018 Standard Occupational Classification: Definitions"],
        [],
        ["SOC Group", "SOC Code", "SOC Title", "SOC Definition"],
        ["Major", "98-0000", "Testing Occupations", None],
        ["Detailed", "98-1011", "Testers", "Test things."],
    ]
    found = read(write_xlsx(tmp_path / "definitions.xlsx", {"a": sheet}))
    assert [(row["soc_code"], row["definition"]) for row in rows(found, K.SOC_ENTRY)] == [
        ("98-0000", None),
        ("98-1011", "Test things."),
    ]
    assert [record.row for record in found if record.kind is K.SOC_ENTRY] == [6, 7]


_REVISION = "SOCCode2010,SOCTitle2010,SOCCode2018,SOCTitle2018"


def test_soc_crosswalk_titles_end_in_marks_and_blanks(read: Read, tmp_path: Path) -> None:
    path = text_file(tmp_path / "walk.csv", _REVISION, "98-1011,Testers (#) ,98-9021, New testers (##)")
    (link,) = rows(read(path), K.CROSSWALK)
    assert (link["from_title"], link["to_title"]) == ("Testers", "New testers")


def test_soc_crosswalk_knows_detailed_codes_only(read: Read, tmp_path: Path) -> None:
    path = text_file(tmp_path / "walk.csv", _REVISION, "98-1011,Testers,98-9021,New testers")
    assert {row["level"] for row in rows(read(path), K.OCCUPATION)} == {"detailed"}
    given = read(publisher_file("classifications/soc2010_to_2018_crosswalk.csv"))
    assert {row["level"] for row in rows(given, K.OCCUPATION)} == {"detailed"}


def test_onet_soc_crosswalk_is_separated_by_semicolons(read: Read, tmp_path: Path) -> None:
    header = "soc2010_code;soc2010_title;soc2019_code;soc2019_title"
    path = text_file(tmp_path / "2010_to_2019.csv", header, "98-1011.00;Testers, Old;98-1011.01;Testers, New")
    (link,) = rows(read(path), K.CROSSWALK)
    assert (link["from_scheme"], link["from_title"], link["to_code"]) == ("onet_soc", "Testers, Old", "98-1011.01")


def test_hybrid_crosswalk_has_a_blank_before_titles(read: Read) -> None:
    found = rows(read(publisher_file("classifications/oes_hybrid_crosswalk.csv")), K.CROSSWALK)
    raw = classifications.lines_of("classifications/oes_hybrid_crosswalk.csv", ",")
    assert any(row[7].startswith(" ") for row in raw[1:])
    assert all(str(row["from_title"]) == str(row["from_title"]).strip() for row in found)


# --- Handbook ---------------------------------------------------------------------------------------------------------


def test_ooh_has_one_page_that_is_no_ordinary_profile(sort: Callable[..., Sorted], tmp_path: Path) -> None:
    with zipfile.ZipFile(publisher_file("ooh/ooh-2024-34-profiles.zip")) as archive:
        names = [name for name in archive.namelist() if name.endswith(("military-careers.html", "/carpenters.html"))]
        archive.extractall(tmp_path, names)
    layouts = {one.found.path.name: one.recognition.layout for one in sort(tmp_path).known}
    assert "military careers" in layouts["military-careers.html"]
    assert all("military" not in layout for name, layout in layouts.items() if name != "military-careers.html")
