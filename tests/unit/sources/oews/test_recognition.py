"""Every layout through the years is recognised by its content, read with its own words, and refused where unclear."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from app.domain.qualifiers import Qualifier
from app.domain.thresholds import WageThreshold
from app.sources.files import FileKind
from app.sources.oews import recognise_oews
from app.sources.readers import Unrecognised, recognise
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, UnreadableSourceError
from tests.unit.sources.oews import layouts
from tests.workbooks import write_xls, write_xlsx

Answer = Recognition | NearLayout | LeftOut | None


def answer(
    folder: Path,
    sheets: Mapping[str, Sequence[Sequence[object]]],
    location: str = "x.xlsx",
    options: ReadOptions | None = None,
) -> Answer:
    path = write_xlsx(folder / "x.xlsx", sheets)
    return recognise_oews(layouts.found(path, FileKind.XLSX, location), options or ReadOptions())


def recognised(*arguments: Any, **named: Any) -> Recognition:
    given = answer(*arguments, **named)
    assert isinstance(given, Recognition), given
    return given


def estimates(recognition: Recognition) -> list[dict[str, Any]]:
    return [dict(record.values) for record in recognition.part.records() if record.kind is RecordKind.OEWS_ESTIMATE]


def shared(recognition: Recognition, kind: RecordKind) -> list[dict[str, Any]]:
    return [dict(record.values) for record in recognition.part.records() if record.kind is kind]


def named(recognition: Recognition) -> tuple[str, str]:
    return recognition.part.release.release, recognition.part.part


# Layouts ----------------------------------------------------------------------------------------------------------


def test_the_nation_before_2012(tmp_path: Path) -> None:
    found = recognised(tmp_path, {"national_dl": layouts.national_2010()}, "oesm10nat/national_M2010_dl.xls")
    assert named(found) == ("oews-2010-05", "nation")
    assert found.part.release.soc_vintage == "2010"
    assert [(row["soc_code"], row["soc_vintage"], row["level"]) for row in estimates(found)] == [
        ("00-0000", "2010", "total"),
        ("29-0000", "2010", "major"),
        ("29-1111", "2000", "detailed"),
        ("29-2799", "oews", "detailed"),
    ]
    (area,), (industry,) = shared(found, RecordKind.AREA), shared(found, RecordKind.INDUSTRY)
    assert (area["area_code"], area["area_type"], area["state"]) == ("99", "nation", None)
    assert (industry["industry_code"], industry["industry_level"]) == ("000000", "cross-industry")
    assert {row["ownership_code"] for row in estimates(found)} == {"1235"}
    assert [record.row for record in found.part.records() if record.kind is RecordKind.OEWS_ESTIMATE] == [2, 3, 4, 5]


def test_wages_paid_by_the_year_or_the_hour_only(tmp_path: Path) -> None:
    found = recognised(tmp_path, {"national_dl": layouts.national_2010()}, "oesm10nat/x.xls")
    _, yearly, _, hourly = estimates(found)
    assert yearly["hourly_mean_qualifier"] == yearly["hourly_p90_qualifier"] == Qualifier.ANNUAL_ONLY
    assert (yearly["annual_p90"], yearly["annual_p90_qualifier"]) == (166_400, Qualifier.ABOVE)
    assert hourly["annual_median_qualifier"] == Qualifier.HOURLY_ONLY
    assert (hourly["hourly_p75"], hourly["hourly_p75_qualifier"]) == (80.0, Qualifier.ABOVE)
    # This layout has no such columns.
    assert yearly["location_quotient_qualifier"] == yearly["percent_of_industry_qualifier"] == Qualifier.NOT_APPLICABLE


def test_states_before_2019(tmp_path: Path) -> None:
    found = recognised(tmp_path, {"state_dl": layouts.states_2013()}, "oesm13st.zip/state_M2013_dl.xls")
    assert named(found) == ("oews-2013-05", "states")
    areas = shared(found, RecordKind.AREA)
    assert [(row["area_code"], row["area_title"], row["area_type"], row["state"]) for row in areas] == [
        ("01", "Alabama", "state", "AL"),
        ("06", "California", "state", "CA"),
        ("72", "Puerto Rico", "territory", "PR"),
    ]
    first, second, third = estimates(found)
    assert (first["jobs_per_1000"], first["location_quotient"]) == (12.5, 1.07)
    assert (second["soc_vintage"], second["jobs_per_1000_qualifier"]) == ("oews", Qualifier.EMPLOYMENT_NOT_RELEASED)
    assert (third["employment"], third["employment_qualifier"]) == (None, Qualifier.EMPLOYMENT_NOT_RELEASED)


@pytest.mark.parametrize(
    ("areas", "part", "types"),
    [
        (
            [
                ("11260", "Anchorage, AK", "AK"),
                ("16974", "Chicago, IL Metropolitan Division", "IL"),
                ("16940", "C", "WY"),
            ],
            "metropolitan",
            ["metropolitan", "metropolitan_division", "metropolitan"],
        ),
        (
            [("11260", "Anchorage, AK", "AK"), ("26900", "Indianapolis, IN", "IN")],
            "metropolitan:AK-IN",
            ["metropolitan"] * 2,
        ),
        (
            [("16980", "Chicago, IL-IN-WI", "IL"), ("31100", "Los Angeles, CA", "CA")],
            "metropolitan-totals",
            ["metropolitan"] * 2,
        ),
        (
            [("0100001", "Northwest Alabama", "AL"), ("200006", "Southeast Alaska", "AK")],
            "nonmetropolitan",
            ["nonmetropolitan"] * 2,
        ),
    ],
)
def test_areas_before_2019(tmp_path: Path, areas: list[tuple[str, str, str]], part: str, types: list[str]) -> None:
    found = recognised(tmp_path, {"MSA_dl": layouts.areas_2012(areas)}, "MSA_M2012_dl.xls")
    assert named(found) == ("oews-2012-05", part)
    read = shared(found, RecordKind.AREA)
    assert [row["area_type"] for row in read] == types
    assert [row["area_code"] for row in read] == [code.zfill(7) if len(code) > 5 else code for code, _, _ in areas]
    assert [row["state"] for row in read] == [state for _, _, state in areas]


@pytest.mark.parametrize(
    ("codes", "part", "stored"),
    [
        (
            ["11", "31-33", "44", "99"],
            "sector",
            [("11", "sector"), ("31-33", "sector"), ("44-45", "sector"), ("99", "sector")],
        ),
        # Government that includes schools and hospitals stands beside the sectors, by six places.
        (
            ["11", "99", "999001", "999201"],
            "sector",
            [("11", "sector"), ("99", "sector"), ("999001", "sector"), ("999201", "sector")],
        ),
        (
            ["113000", "622000", "999000", "999200"],
            "industry-3-digit",
            [("113000", "3-digit"), ("622000", "3-digit"), ("999000", "3-digit"), ("999200", "3-digit")],
        ),
        (
            ["113300", "3250A1", "327000", "999100"],
            "industry-4-digit",
            [("113300", "4-digit"), ("3250A1", "4-digit"), ("327000", "4-digit"), ("999100", "4-digit")],
        ),
        (["113300", "517100"], "industry-4-digit:113300-517100", [("113300", "4-digit"), ("517100", "4-digit")]),
        (["211110", "999101"], "industry-5-6-digit", [("211110", "5-digit"), ("999101", "sector")]),
    ],
)
def test_industries_before_2019(tmp_path: Path, codes: list[str], part: str, stored: list[tuple[str, str]]) -> None:
    found = recognised(tmp_path, {"nat_dl": layouts.industries_2008(codes)}, "oesm08in4.zip/x.xls")
    assert named(found) == ("oews-2008-05", part)
    assert [(row["industry_code"], row["industry_level"]) for row in estimates(found)] == stored
    assert {row["percent_of_establishments_reporting_qualifier"] for row in estimates(found)} == {
        Qualifier.BELOW_HALF_PERCENT
    }
    assert {(row["percent_of_industry"], row["hourly_p10"], row["soc_vintage"]) for row in estimates(found)} == {
        (1.25, 10.5, "2000")
    }


@pytest.mark.parametrize("codes", [["113000", "622000", "999200"], ["11", "31-33", "99"]])
def test_blanks_beyond_the_header_change_neither_part_nor_level(tmp_path: Path, codes: list[str]) -> None:
    """As a spreadsheet program saves them as text: one blank more than the header has columns."""
    rows = layouts.industries_2008(codes)
    plain = recognised(tmp_path, {"nat_dl": rows}, "oesm11in/x.xls")
    path = tmp_path / "wide.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([rows[0], *([*row, ""] for row in rows[1:])])
    wide = recognise_oews(layouts.found(path, FileKind.TEXT, "oesm11in/x.csv"), ReadOptions())
    assert isinstance(wide, Recognition)
    assert named(wide) == named(plain)
    assert [row["industry_level"] for row in estimates(wide)] == [row["industry_level"] for row in estimates(plain)]


def test_blanks_that_are_left_out_at_the_end_do_not_make_another_part(tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            row[: len(row) - 2 * (number > 0)] for number, row in enumerate(layouts.states_2013())
        )
    found = recognise_oews(layouts.found(path, FileKind.TEXT, "oesm13st/x.csv"), ReadOptions())
    assert isinstance(found, Recognition)
    assert named(found) == ("oews-2013-05", "states")


@pytest.mark.parametrize(
    ("owner", "code"),
    [("58", "58"), ("5.0", "5"), ("Private", "5"), ("Federal, State, and Local Government", "123")],
)
def test_industries_by_ownership(tmp_path: Path, owner: str, code: str) -> None:
    rows = layouts.industries_2008(["113300", "999100"], owner=owner)
    found = recognised(tmp_path, {"a": rows}, "oesm11in4/a.xls")
    assert found.part.part == "ownership-industry-4-digit"
    assert {row["ownership_code"] for row in estimates(found)} == {code}


def test_an_ownership_that_is_unknown(tmp_path: Path) -> None:
    for owner in ("4", "Tribal", ""):
        rows = layouts.industries_2008(["113300"], owner=owner) if owner else layouts.today({"OWN_CODE": ""})
        with pytest.raises(UnreadableSourceError, match=r"(?i)own_code"):
            estimates(recognised(tmp_path, {"a": rows}, "oesm11in4/a.xls"))


def test_the_level_of_an_industry_in_a_column_of_its_own(tmp_path: Path) -> None:
    rows = layouts.industries_2008(["211110", "999101"], level="6")
    found = recognised(tmp_path, {"a": rows}, "oesm11in4/a.xls")
    assert {row["industry_level"] for row in estimates(found)} == {"6-digit"}


_SECTOR = {"NAICS": "31", "NAICS_TITLE": "Manufacturing", "I_GROUP": "sector", "OWN_CODE": "5"}
_STATE = {"AREA": "48", "AREA_TITLE": "Texas", "AREA_TYPE": "2", "PRIM_STATE": "TX"}
_METRO = {"AREA": "10180", "AREA_TITLE": "Abilene, TX", "AREA_TYPE": "4", "PRIM_STATE": "TX"}
_OTHER = {"AREA": "4800001", "AREA_TITLE": "West Texas nonmetropolitan area", "AREA_TYPE": "6", "PRIM_STATE": "TX"}
_OWNED = _SECTOR | {"NAICS": "622000", "I_GROUP": "3-digit, ownership", "OWN_CODE": "2"}


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        ([{}], "nation"),
        ([_STATE], "states"),
        ([_METRO], "metropolitan"),
        ([_OTHER], "nonmetropolitan"),
        ([_SECTOR], "sector"),
        ([_SECTOR | {"NAICS": "327000", "I_GROUP": "4-digit"}], "industry-4-digit"),
        (
            [_SECTOR | {"NAICS": "541110", "I_GROUP": "5-digit"}, _SECTOR | {"NAICS": "541111", "I_GROUP": "6-digit"}],
            "industry-5-6-digit",
        ),
        ([_OWNED], "ownership-industry-3-digit"),
        ([{"NAICS": "000001", "I_GROUP": "cross-industry, ownership", "OWN_CODE": "5"}], "ownership-nation"),
        ([{}, _STATE], "nation-and-states"),
        ([{}, _STATE, _METRO, _OTHER, _SECTOR, _OWNED], "all"),
    ],
)
def test_today_s_layout_by_its_rows(tmp_path: Path, rows: list[dict[str, str]], part: str) -> None:
    found = recognised(tmp_path, {"anything": layouts.today(*rows)}, "oesm23/x.xlsx")
    assert named(found) == ("oews-2023-05", part)
    assert len(estimates(found)) == len(rows)


def test_the_same_as_text_and_as_an_old_workbook(tmp_path: Path) -> None:
    rows = layouts.today({}, _SECTOR)
    with (tmp_path / "x.csv").open("w", newline="") as stored:
        csv.writer(stored).writerows(rows)
    text = recognise_oews(layouts.found(tmp_path / "x.csv", FileKind.TEXT, "oesm23all/x.csv"), ReadOptions())
    old = recognise_oews(layouts.found(write_xls(tmp_path / "x.xls", rows), FileKind.XLS, "oesm23/x"), ReadOptions())
    new = recognised(tmp_path, {"a": rows}, "oesm23/x")
    assert isinstance(text, Recognition)
    assert isinstance(old, Recognition)
    assert estimates(text) == estimates(old) == estimates(new)
    assert len(estimates(new)) == 2


def test_a_header_that_drifts(tmp_path: Path) -> None:
    """Lower case, blanks for underscores, and another order, as the all-data files to May 2018 have them."""
    rows = layouts.today({})
    spelled = [name.lower().replace("_", " ") if "PCT" not in name else name for name in rows[0]]
    turned = [list(reversed(spelled)), list(reversed(rows[1]))]
    assert estimates(recognised(tmp_path, {"a": turned}, "oesm16/x")) == estimates(
        recognised(tmp_path, {"a": rows}, "oesm16/x")
    )


# Years and thresholds ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sheet", "location", "release"),
    [
        ("national_M2022_dl", "x.xlsx", "oews-2022-05"),
        ("All May 2025 data", "x.xlsx", "oews-2025-05"),
        ("a", "downloads/national_M2018_dl.xlsx", "oews-2018-05"),
        ("a", "oesm09nat.zip/national_dl.xls", "oews-2009-05"),
        ("a", "national_may2006_dl.xls", "oews-2006-05"),
        ("a", "2024/oesm23nat/x.xlsx", "oews-2023-05"),
        # What the content says counts more than a name.
        ("national_M2022_dl", "oesm18nat/national_M2018_dl.xlsx", "oews-2022-05"),
    ],
)
def test_the_year(tmp_path: Path, sheet: str, location: str, release: str) -> None:
    assert recognised(tmp_path, {sheet: layouts.today()}, location).part.release.release == release


def test_the_year_in_field_descriptions_and_what_is_left_out(tmp_path: Path) -> None:
    sheets = {
        "data": layouts.today(),
        "Field Descriptions": layouts.descriptions(2022),
        "UpdateTime": [["alldataupdate"], ["09MAR2021:10:42:00"]],
        "Filler": [],
    }
    found = recognised(tmp_path, sheets, "renamed.xlsx")
    assert found.part.release.release == "oews-2022-05"
    assert [name for name, _ in found.left_out] == ["Field Descriptions", "UpdateTime", "Filler"]


def test_a_renamed_national_file_is_known_by_its_total(tmp_path: Path) -> None:
    rows = layouts.national_2010()
    rows[1][3] = "144,733,270"
    assert recognised(tmp_path, {"national_dl": rows}, "renamed.xlsx").part.release.release == "oews-2018-05"
    # A name that says another year makes the reader ask, and the operator decides.
    assert isinstance(answer(tmp_path, {"national_dl": rows}, "national_M2017_dl.xlsx"), NearLayout)
    told = ReadOptions(release="oews-2017-05")
    found = recognised(tmp_path, {"national_dl": rows}, "national_M2017_dl.xlsx", told)
    assert found.part.release.release == "oews-2017-05"


def test_a_year_that_nothing_tells_is_asked_for(tmp_path: Path) -> None:
    near = answer(tmp_path, {"state_dl": layouts.states_2013()}, "renamed.xlsx")
    assert isinstance(near, NearLayout)
    assert near.advice is not None
    assert "--release" in near.advice
    told = ReadOptions(release="oews-2013-05")
    assert recognised(tmp_path, {"a": layouts.states_2013()}, "x", told).part.release.release == "oews-2013-05"


@pytest.mark.parametrize("release", ["oews-2021-05", "ep-2024-34", "2022"])
def test_a_release_that_the_content_contradicts(tmp_path: Path, release: str) -> None:
    near = answer(tmp_path, {"national_M2022_dl": layouts.today()}, "x", ReadOptions(release=release))
    assert isinstance(near, NearLayout)


def test_a_year_whose_threshold_is_unknown(tmp_path: Path) -> None:
    sheets: dict[str, Any] = {"national_M2031_dl": layouts.today({"A_PCT90": "#"})}
    near = answer(tmp_path, sheets)
    assert isinstance(near, NearLayout)
    assert "--threshold" in str(near.advice)
    told = WageThreshold(130_00, 270_400, Qualifier.AT_OR_ABOVE)
    (row,) = estimates(recognised(tmp_path, sheets, "x", ReadOptions(threshold=told)))
    assert (row["annual_p90"], row["annual_p90_qualifier"]) == (270_400, Qualifier.AT_OR_ABOVE)
    notes = layouts.descriptions(2031, "equal to or greater than $140.00 per hour or $291,200 per year")
    (row,) = estimates(recognised(tmp_path, sheets | {"Field Descriptions": notes}))
    assert row["annual_p90"] == 291_200


def test_notes_that_contradict_the_reviewed_threshold(tmp_path: Path) -> None:
    notes = layouts.descriptions(2022, "greater than $100.00 per hour or $208,000 per year")
    near = answer(tmp_path, {"national_M2022_dl": layouts.today(), "Field Descriptions": notes})
    assert isinstance(near, NearLayout)
    assert "100.00" in near.lacking[0]
    # Old notes that were left in a new file say nothing of it.
    old = layouts.descriptions(2019, "equal to or greater than $100.00 per hour or $208,000 per year")
    assert recognised(tmp_path, {"national_M2022_dl": layouts.today(), "Field Descriptions": old})


# What is not read -------------------------------------------------------------------------------------------------


def test_field_descriptions_alone_hold_nothing_to_load(tmp_path: Path) -> None:
    assert isinstance(answer(tmp_path, {"Field_descriptions": layouts.descriptions(2013)}), LeftOut)


def test_other_files_are_not_ours(tmp_path: Path) -> None:
    assert answer(tmp_path, {"a": [["SOC Code", "Title"], ["29-2072", "x"]], "b": []}) is None
    (tmp_path / "page.html").write_text("<html>")
    assert recognise_oews(layouts.found(tmp_path / "page.html", FileKind.HTML), ReadOptions()) is None


def test_unknown_columns_and_sheets_are_named_and_can_be_allowed(tmp_path: Path) -> None:
    rows = [[*row, "x"] for row in layouts.today()]
    rows[0][-1] = "MOOD"
    sheets = {"national_M2022_dl": rows, "Extra": [["surprise"]]}
    near = answer(tmp_path, sheets)
    assert isinstance(near, NearLayout)
    assert "MOOD" in near.unknown[0]
    assert "Extra" in near.unknown[1]
    assert isinstance(answer(tmp_path, sheets, "x", ReadOptions(allow=frozenset({"unknown-columns"}))), NearLayout)
    both = ReadOptions(allow=frozenset({"unknown-columns", "unknown-sheets"}))
    assert len(estimates(recognised(tmp_path, sheets, "x", both))) == 1


@pytest.mark.parametrize("column", ["O_GROUP", "TOT_EMP", "A_PCT90", "AREA", "NAICS_TITLE", "AREA_TITLE"])
def test_a_column_that_lacks_is_named(tmp_path: Path, column: str) -> None:
    rows = layouts.today()
    at = rows[0].index(column)
    near = answer(tmp_path, {"national_M2022_dl": [row[:at] + row[at + 1 :] for row in rows]})
    assert isinstance(near, NearLayout)
    assert any(column in lacking for lacking in near.lacking)


def test_two_columns_of_one_meaning_are_refused(tmp_path: Path) -> None:
    rows = [[*row, "1"] for row in layouts.today()]
    rows[0][-1] = "loc quotient"
    near = answer(tmp_path, {"national_M2022_dl": rows})
    assert isinstance(near, NearLayout)
    assert "loc quotient" in near.unknown[0]


def test_the_registry_names_the_nearest_layout(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x.xlsx", {"state_dl": layouts.states_2013()})
    answered = recognise(layouts.found(path, FileKind.XLSX, "renamed.xlsx"), ReadOptions())
    assert isinstance(answered, Unrecognised)
    assert str(answered).startswith("renamed.xlsx: nearest to OEWS estimates (100% of its marks)")
    assert "Say --release oews-YYYY-05" in str(answered)
    nothing = recognise(layouts.found(write_xlsx(path, {"a": [["x"]]}), FileKind.XLSX), ReadOptions())
    assert "no publication that is known" in str(nothing)
    assert "Looked for: OEWS tables" in str(nothing)


def test_text_in_another_encoding_is_named_at_once(tmp_path: Path) -> None:
    rows = layouts.today({"AREA_TITLE": "Ca\u00f1on City, CO"})
    (tmp_path / "x.csv").write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), encoding="cp1252")
    with pytest.raises(UnreadableSourceError, match=r"row 2.*UTF-8"):
        recognise_oews(layouts.found(tmp_path / "x.csv", FileKind.TEXT), ReadOptions())


def test_prose_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text('A "quoted" word, and "another"one, is no table.\n')
    assert recognise_oews(layouts.found(tmp_path / "x.txt", FileKind.TEXT), ReadOptions()) is None


def test_a_workbook_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04")
    with pytest.raises(UnreadableSourceError, match="undamaged"):
        recognise_oews(layouts.found(tmp_path / "x.xlsx", FileKind.XLSX), ReadOptions())


def test_a_header_without_rows_is_an_error(tmp_path: Path) -> None:
    found = recognised(tmp_path, {"national_M2022_dl": layouts.today()[:1]})
    with pytest.raises(UnreadableSourceError, match="rows below the header"):
        list(found.part.records())


# Rows -------------------------------------------------------------------------------------------------------------


def problems(tmp_path: Path, *rows: dict[str, str], year: int = 2022) -> list[tuple[int, str, str, str]]:
    found = recognised(tmp_path, {f"national_M{year}_dl": layouts.today(*rows)})
    with pytest.raises(UnreadableSourceError) as caught:
        list(found.part.records())
    return [(problem.row, problem.column, problem.text, problem.expected) for problem in caught.value.problems]


def test_a_row_that_stands_twice_is_counted_once(tmp_path: Path) -> None:
    """May 2022 repeats a row."""
    found = recognised(tmp_path, {"national_M2022_dl": layouts.today({}, {"OCC_CODE": "15-1252"}, {})})
    for _ in range(2):
        assert len(estimates(found)) == 2
        assert (found.part.counts.read, found.part.counts.repeated) == (3, 1)


def test_a_repeated_identity_with_other_figures_is_an_error(tmp_path: Path) -> None:
    ((row, column, text, expected),) = problems(tmp_path, {}, {"TOT_EMP": "7"})
    assert (row, column, text) == (3, "OCC_CODE", "29-2072")
    assert "row 2" in expected


def test_one_code_at_two_levels_is_two_estimates_of_one_occupation(tmp_path: Path) -> None:
    rows = layouts.today({"OCC_CODE": "29-2010", "O_GROUP": "broad"}, {"OCC_CODE": "29-2010"})
    found = recognised(tmp_path, {"national_M2022_dl": rows})
    assert [row["level"] for row in estimates(found)] == ["broad", "detailed"]
    assert len(shared(found, RecordKind.OCCUPATION)) == 1
    both = _SECTOR | {"NAICS": "327000", "I_GROUP": "3-digit"}
    found = recognised(tmp_path, {"a": layouts.today(both, both | {"I_GROUP": "4-digit"})}, "oesm23/x")
    assert len(shared(found, RecordKind.INDUSTRY)) == 2


def test_a_code_that_a_spreadsheet_made_a_date_of_says_so(tmp_path: Path) -> None:
    ((_, column, _, expected),) = problems(tmp_path, {"OCC_CODE": "2021-11-01T00:00:00"})
    assert column == "OCC_CODE"
    assert "11-2021" in expected
    ((_, _, _, expected),) = problems(tmp_path, {"OCC_CODE": "Nov-21"})
    assert "date" in expected


def test_every_mistake_of_a_row_is_named(tmp_path: Path) -> None:
    rows = [{"AREA_TYPE": "9", "OCC_CODE": "x", "OWN_CODE": "4", "TOT_EMP": "?", "H_MEAN": "-"}, {"A_MEAN": "1.5"}]
    assert [(row, column) for row, column, _, _ in problems(tmp_path, *rows)] == [
        (2, "AREA_TYPE"),
        (2, "OCC_CODE"),
        (2, "OWN_CODE"),
        (2, "TOT_EMP"),
        (2, "H_MEAN"),
        (3, "A_MEAN"),
    ]


def test_a_mistake_in_one_of_the_wages_is_said_of_that_wage(tmp_path: Path) -> None:
    found = problems(tmp_path, {"H_PCT90": "~", "A_PCT10": "1.5"}, {"A_MEAN": "1.5", "H_MEDIAN": "?"})
    assert [(row, column) for row, column, _, _ in found] == [
        (2, "H_PCT90"),
        (2, "A_PCT10"),
        (3, "H_MEDIAN"),
        (3, "A_MEAN"),
    ]
    assert "hourly_p90" in found[0][3]


def test_zeros_that_a_spreadsheet_lost_come_back_where_that_is_certain(tmp_path: Path) -> None:
    state = {"AREA": "1", "AREA_TITLE": "Alabama", "AREA_TYPE": "2", "PRIM_STATE": "AL", "NAICS": "0"}
    other = {"AREA": "100001", "AREA_TITLE": "North", "AREA_TYPE": "6", "PRIM_STATE": "AL"}
    found = recognised(tmp_path, {"a": layouts.today(state, other)}, "oesm23/x")
    assert [(row["area_code"], row["industry_code"]) for row in estimates(found)] == [
        ("01", "000000"),
        ("0100001", "000000"),
    ]
    assert problems(tmp_path, {"AREA": "9", "AREA_TYPE": "1"})[0][1] == "AREA"
    assert problems(tmp_path, {"AREA": "1018", "AREA_TYPE": "4"})[0][1] == "AREA"


def test_notes_and_blank_rows_below_the_figures_are_no_rows(tmp_path: Path) -> None:
    rows = [*layouts.today(), [""] * len(layouts.TODAY), ["* = not available", *[""] * (len(layouts.TODAY) - 1)]]
    found = recognised(tmp_path, {"national_M2022_dl": rows})
    assert (len(estimates(found)), found.part.counts.read) == (1, 1)


def test_ownership_of_all_industries_together_is_known_in_2012(tmp_path: Path) -> None:
    """The ownership column of May 2012 is unreliable; all industries together are of all owners by definition."""
    found = recognised(tmp_path, {"a": layouts.today({"OWN_CODE": "5"}, _SECTOR)}, "oesm12all/x")
    assert [row["ownership_code"] for row in estimates(found)] == ["1235", "5"]


def test_a_file_by_ownership_keeps_its_owners_in_2012(tmp_path: Path) -> None:
    header, row = layouts.national_2010()[:2]
    owners = [[*row, owner] for owner in ("5", "1", "123")]
    found = recognised(tmp_path, {"a": [[*header, "OWN_CODE"], *owners]}, "oesm12in4/national_owner_M2012_dl.xls")
    assert named(found) == ("oews-2012-05", "ownership-nation")
    assert [row["ownership_code"] for row in estimates(found)] == ["5", "1", "123"]


def test_every_estimate_of_a_sheet_has_its_fields_in_one_order(tmp_path: Path) -> None:
    found = recognised(tmp_path, {"a": layouts.today({}, _SECTOR, _STATE)}, "oesm23/x")
    assert len({tuple(row) for row in estimates(found)}) == 1


def test_a_figure_can_be_found_again(tmp_path: Path) -> None:
    found = recognised(tmp_path, {"national_M2022_dl": [["May 2022"], [], *layouts.today()]})
    record: Record = list(found.part.records())[-1]
    assert (record.sheet.name, record.row) == ("national_M2022_dl", 4)


def test_a_table_of_a_few_columns_is_near_the_layout(tmp_path: Path) -> None:
    few = ["OCC_CODE", "OCC_TITLE", "TOT_EMP", "JOBS_1000", "H_MEAN", "A_MEAN", "A_MEDIAN"]
    near = answer(
        tmp_path, {"a": [few, ["29-2072", "Specialists", "10", "1.2", "20.5", "42640", "40000"]]}, "oesm21nat/x"
    )
    assert isinstance(near, NearLayout)
    assert "a column H_PCT10" in near.lacking


def test_a_column_twice_cannot_be_allowed(tmp_path: Path) -> None:
    header, row = layouts.today()
    near = answer(tmp_path, {"a": [[*header, "TOT_EMP"], [*row, "1"]]}, "oesm23nat/x")
    assert isinstance(near, NearLayout)
    assert near.advice is None
    assert "TOT_EMP" in near.unknown[0]


def test_a_date_of_a_spreadsheet_is_named_as_the_code_that_it_was(tmp_path: Path) -> None:
    for text in ("11/1/2011", "2011-11-01"):
        with pytest.raises(UnreadableSourceError, match=r"11-2011 into a date"):
            estimates(recognised(tmp_path, {"a": layouts.today({"OCC_CODE": text})}, "oesm23nat/x"))


def test_old_notes_in_a_new_file_overrule_no_name(tmp_path: Path) -> None:
    """The publisher has left the field descriptions of another year in new files."""
    sheets = {
        "national_dl": layouts.today(),
        "Field Descriptions": layouts.descriptions(
            2021, "equal to or greater than $100.00 per hour or $208,000 per year"
        ),
    }
    doubtful = answer(tmp_path, sheets, "national_M2022_dl.xlsx")
    assert isinstance(doubtful, NearLayout)
    assert doubtful.lacking == ("agreement on the year: the field descriptions say May 2021, the name says May 2022",)
    assert named(recognised(tmp_path, sheets, "renamed.xlsx"))[0] == "oews-2021-05"
    said = ReadOptions(release="oews-2022-05")
    assert named(recognised(tmp_path, sheets, "national_M2022_dl.xlsx", said))[0] == "oews-2022-05"


def test_a_year_before_the_first_is_named(tmp_path: Path) -> None:
    early = answer(tmp_path, {"a": layouts.national_2010()}, "national_may2005_dl.xls")
    assert isinstance(early, NearLayout)
    assert "2005" in early.lacking[0]
    assert "May 2006 is the first" in early.lacking[0]


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("AREA|AREA_TITLE|OCC_CODE|TOT_EMP\n99|U.S.|00-0000|1\n", "save it with commas or tabs"),
        ("O*NET-SOC Code,Element ID,Element Name,Scale ID\n", "O*NET's files have tabs between their cells"),
        ("O*NET-SOC Code\tElement ID\tElement Name\tScale ID\r1\t2\t3\t4\r", "its lines end in CR alone"),
    ],
)
def test_a_table_that_is_separated_otherwise_is_told_what_helps(tmp_path: Path, text: str, advice: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(text.encode())
    answered = recognise(layouts.found(path, FileKind.TEXT), ReadOptions())
    assert isinstance(answered, Unrecognised)
    assert advice.lower() in str(answered).lower()
