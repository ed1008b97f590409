"""Codes of areas, industries, owners and occupations, in every spelling that the files have."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.levels import IndustryLevel, SocVintage
from app.domain.oews_codes import OEWS_OWN_CODES, oews_edition, oews_soc_vintage
from app.sources.oews.columns import columns_of, find_header, read_header
from app.sources.oews.figures import UnreadableCellError
from app.sources.oews.keys import level_by_digits, read_area, read_industry, read_occupation, significant_digits
from app.sources.oews.parts import contains
from app.sources.oews.years import threshold_in_notes, year_in_location, year_in_name
from app.sources.records import RecordKind
from tests.unit.sources.oews.layouts import TODAY


def industry(code: str, level: str | None) -> tuple[Any, Any]:
    cells = {"NAICS": code, "NAICS_TITLE": "x"} | ({} if level is None else {"I_GROUP": level})
    values = read_industry(cells, level_by_digits)
    return values["industry_code"], values["industry_level"]


@pytest.mark.parametrize(
    ("code", "level", "stored"),
    [
        ("31", "sector", "31-33"),
        ("31.0", "sector", "31-33"),
        ("31-33", "sector", "31-33"),
        ("44\u201345", "sector", "44-45"),
        ("48 - 49", "sector", "48-49"),
        ("54", "sector", "54"),
        ("540000", "sector", "54"),
        ("99", "sector", "99"),
        ("999001", "sector", "999001"),
        ("000000", "cross-industry", "000000"),
        ("0", "cross-industry", "000000"),
        ("000001", "cross-industry, ownership", "000001"),
        ("622000", "3-digit", "622000"),
        ("622", "3-digit, ownership", "622000"),
        ("327000", "4-digit", "327000"),
        ("3250A1", "4-digit", "3250A1"),
        ("541110", "5-digit", "541110"),
        ("541110", "6-digit", "541110"),
        ("000000", "Cross-industry", "000000"),
        ("622000", "3-Digit, Ownership", "622000"),
    ],
)
def test_industries(code: str, level: str, stored: str) -> None:
    assert industry(code, level) == (stored, level.partition(",")[0].lower())


@pytest.mark.parametrize(
    ("code", "level"),
    [("31-34", "sector"), ("5", "sector"), ("62200", "sector"), ("62", "3-digit"), ("622000", "cross-industry"),
     ("x", "3-digit"), ("622000", "2-digit"), ("622000", ""), ("", "sector"), ("32500A1", "4-digit")],
)  # fmt: skip
def test_industries_that_are_none(code: str, level: str) -> None:
    with pytest.raises(UnreadableCellError):
        industry(code, level)


@given(st.integers(2, 6), st.data())
def test_the_digits_of_a_code(digits: int, data: st.DataObject) -> None:
    code = data.draw(st.from_regex(rf"[1-9][0-9]{{{digits - 2}}}[1-9]", fullmatch=True))
    padded = code if digits == 2 else code.ljust(6, "0")
    assert significant_digits(padded) == digits
    assert industry(padded, None)[1] in tuple(IndustryLevel)


@pytest.mark.parametrize(
    ("code", "title", "kind", "state"),
    [
        ("99", "U.S.", "nation", None),
        ("11", "District of Columbia", "state", "DC"),
        ("72", "Puerto Rico", "territory", "PR"),
        ("10180", "Abilene, TX", "metropolitan", "TX"),
        ("35644", "New York-White Plains-Wayne, NY-NJ Metropolitan Division", "metropolitan_division", "NY"),
        ("71654", "Boston-Cambridge-Quincy, MA NECTA Division", "metropolitan_division", "MA"),
        ("4800001", "West Texas", "nonmetropolitan", "TX"),
    ],
)
def test_an_area_without_its_type_and_state(code: str, title: str, kind: str, state: str | None) -> None:
    values = read_area({"AREA": code, "AREA_TITLE": title})
    assert (values["area_code"], values["area_type"], values["state"]) == (code, kind, state)


@pytest.mark.parametrize("code", ["", "x", "97", "1018", "123456789", "AL", "9900001"])
def test_areas_that_are_none(code: str) -> None:
    with pytest.raises(UnreadableCellError):
        read_area({"AREA": code, "AREA_TITLE": "x"})


@given(st.text(max_size=12))
def test_an_occupation_code_is_two_digits_a_hyphen_and_four_digits(text: str) -> None:
    cells = {"OCC_CODE": text, "OCC_TITLE": "x", "O_GROUP": "detailed"}
    try:
        code = read_occupation(cells, lambda _: SocVintage.SOC_2018, blank_is_detailed=False)["soc_code"]
    except UnreadableCellError:
        return
    assert code == text.strip()
    assert [part.isdecimal() and part.isascii() for part in str(code).split("-")] == [True, True]


@pytest.mark.parametrize(
    ("code", "year", "vintage"),
    [
        ("29-1111", 2009, "2000"), ("29-1111", 2010, "2000"), ("29-1141", 2010, "2010"), ("29-2799", 2011, "oews"),
        ("15-1150", 2010, "2010"), ("29-2799", 2012, "2010"), ("29-2071", 2018, "2010"), ("25-3098", 2013, "oews"),
        ("51-2098", 2018, "oews"), ("13-1020", 2018, "2010"), ("29-2098", 2019, "oews"), ("29-2098", 2020, "oews"),
        ("19-3031", 2019, "2010"), ("25-2052", 2019, "oews"), ("29-2072", 2020, "2018"), ("29-2098", 2021, "2018"),
        ("51-2028", 2016, "oews"), ("51-2028", 2030, "oews"), ("29-2072", 2025, "2018"),
    ],
)  # fmt: skip
def test_the_edition_of_a_code_in_its_year(code: str, year: int, vintage: str) -> None:
    assert oews_soc_vintage(code, year) == vintage


def test_the_edition_of_a_year() -> None:
    editions = [oews_edition(year) for year in (2006, 2009, 2010, 2018, 2019, 2025)]
    assert editions == ["2000", "2000", "2010", "2010", "2018", "2018"]
    assert all(oews_soc_vintage(code, year) == "oews" for code in OEWS_OWN_CODES for year in (2019, 2021, 2025))


@pytest.mark.parametrize(
    ("name", "year"),
    [("national_M2018_dl", 2018), ("Natsector_M2023_dl", 2023), ("All May 2025 data", 2025), ("oesm06nat", 2006),
     ("national_may2007_dl", 2007), ("all_oes_data_2012", 2012), ("national_dl", None), ("SOC 2018", 2018),
     ("MSA_M2010_dl_1_AK_IN", 2010), ("file20181", None), ("oesm99nat", None)],
)  # fmt: skip
def test_the_year_in_a_name(name: str, year: int | None) -> None:
    assert year_in_name(name) == year


def test_the_year_in_the_nearest_folder() -> None:
    assert year_in_location("2025/oesm18nat.zip/oesm18nat/national_dl.xlsx") == 2018
    assert year_in_location("oesm18nat.zip/national_M2017_dl.xlsx") == 2017
    assert year_in_location("a/b.xlsx") is None


def test_notes_on_the_threshold_as_the_years_word_them() -> None:
    texts = {
        "#  = indicates a wage greater than $90.00 per hour or $187,200 per year ": (9000, 187_200, "above"),
        "# = indicates a wage that is equal to or greater than $100.00 per hour or $208,000 per year": (
            10000,
            208_000,
            "at_or_above",
        ),
    }
    for text, (cents, dollars, qualifier) in texts.items():
        found = threshold_in_notes([["*  = not available"], [text, ""]])
        assert found is not None
        assert (found.hourly_cents, found.annual_dollars, found.qualifier) == (cents, dollars, qualifier)
    assert threshold_in_notes([["~ = below 0.5%"]]) is None


def test_which_part_contains_which() -> None:
    for part in ("nation", "states", "sector", "ownership-industry-3-digit", "metropolitan:AK-IN", "nation-and-states"):
        assert contains("all", part)
        assert contains(part, part)
        assert not contains(part, "all")
    assert contains("nation-and-states", "states")
    assert contains("metropolitan", "metropolitan:AK-IN")
    assert not contains("metropolitan:AK-IN", "metropolitan:KS-NY")
    assert not contains("nation", "ownership-nation")


def test_columns_by_meaning() -> None:
    columns = columns_of(
        RecordKind.OEWS_ESTIMATE, ["OCC CODE", "tot_emp", "Loc Quotient", "h_wpct10", "a_wpct10", "wpct25", "a_wpct25"]
    )
    assert columns == {
        "soc_code": "OCC CODE",
        "employment": "tot_emp",
        "location_quotient": "Loc Quotient",
        "hourly_p10": "h_wpct10",
        "hourly_p25": "wpct25",
        "annual_p10": "a_wpct10",
        "annual_p25": "a_wpct25",
    }
    # Without the annual column beside it, a percentile without a unit could be either.
    assert read_header(["wpct25"]).unknown == (0,)
    assert len(columns_of(RecordKind.OEWS_ESTIMATE, TODAY)) == 25
    assert columns_of(RecordKind.AREA, ["AREA", "ST", "STATE"]) == {
        "area_code": "AREA",
        "area_title": "STATE",
        "state": "ST",
    }
    assert columns_of(RecordKind.INDUSTRY, ["naics", "naics_title", "naics_level"])["industry_level"] == "naics_level"
    assert columns_of(RecordKind.CONTACT, TODAY) == {}


@given(st.permutations(TODAY))
def test_any_order_of_columns_is_the_same_header(names: list[str]) -> None:
    header = find_header([["May 2022"], [], names])
    assert header is not None
    assert header.row == 3
    assert {name: names[at] for name, at in header.index.items()} == {name: name for name in TODAY}


@pytest.mark.parametrize(
    ("stated", "area", "kind"),
    [("XX", "10180", "4"), ("Texas", "10180", "4"), ("", "10180", "4"), ("AL", "48", "2"), ("TX", "72", "3")],
)
def test_a_primary_state_that_is_none_or_another_area_s(stated: str, area: str, kind: str) -> None:
    cells = {"AREA": area, "AREA_TITLE": "x", "AREA_TYPE": kind, "PRIM_STATE": stated}
    with pytest.raises(UnreadableCellError) as caught:
        read_area(cells)
    assert (caught.value.column, caught.value.text) == ("PRIM_STATE", stated)


def test_a_metropolitan_area_lies_in_the_state_that_its_row_states() -> None:
    cells = {"AREA": "17140", "AREA_TITLE": "Cincinnati, OH-KY-IN", "AREA_TYPE": "4", "PRIM_STATE": "oh "}
    assert read_area(cells)["state"] == "OH"
