"""The layouts of OEWS through the years, as the publisher names files, sheets and columns. The rows are invented."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.sources.files import FileKind
from app.sources.oews import recognise_oews
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import Record, RecordKind, UnreadableSourceError
from tests.unit.sources.oews import layouts
from tests.unit.sources.oews.layouts import FIGURES_2010, PLAIN, figures
from tests.workbooks import write_xls, write_xlsx

_CELLS = figures(PLAIN)
_LOWER = [name.lower() for name in FIGURES_2010]
_SPACED = [name.replace("_", " ") for name in _LOWER]
_JOB = ["11-1011", "Chief Executives", ""]
_LOCAL = [*_CELLS[:2], "1.234", "0.98", *_CELLS[2:]]
_SHARES = [*_CELLS[:2], "1.25", "~", *_CELLS[2:]]


def area_rows(*areas: tuple[str, str, str]) -> list[list[str]]:
    """Areas to May 2011: lower case, without jobs per 1,000."""
    head = ["prim_state", "area", "area_name", "occ_code", "occ_title", "group", *_LOWER]
    return [head, *([state, code, title, *_JOB, *_CELLS] for code, title, state in areas)]


def industry_rows(*codes: str, level: str = "", owners: Sequence[str] = ()) -> list[list[str]]:
    """Industries to May 2018; by ownership with a column at the end."""
    head = ["naics", "naics_title", "occ_code", "occ_title", "group", "tot_emp", "emp_prse", "pct_total", "pct_rpt"]
    rows = [[*head, *_LOWER[2:], *(["own_code"] if owners else [])]]
    for code in codes:
        row = [code, f"Industry {code}", *_JOB[:2], level, *_SHARES]
        rows += [[*row, owner] for owner in owners] if owners else [row]
    return rows


def everything_2012() -> list[list[str]]:
    """All data to May 2018: numbers of areas, codes of all levels, no column for the industry's level."""
    head = "area|area_title|area_type|naics|naics_title|own_code|occ code|occ title|group|tot_emp|emp_prse|jobs_1000|"
    names = [*f"{head}loc_quotient|pct_total".split("|"), *_LOWER[2:]]
    figures_here = [*_CELLS[:2], "1.2", "0.9", "3.3", *_CELLS[2:]]
    keys = [
        ("99", "U.S.", "1", "000000", "Cross-industry", "1235"),
        ("1", "Alabama", "2", "000000", "Cross-industry", "1235"),
        ("10180", "Abilene, TX", "4", "000000", "Cross-industry", "1235"),
        ("100001", "North Alabama", "6", "000000", "Cross-industry", "1235"),
        ("99", "U.S.", "1", "31-33", "Manufacturing", "5"),
        ("99", "U.S.", "1", "622000", "Hospitals", "58"),
        ("99", "U.S.", "1", "622100", "General hospitals", "58"),
        ("99", "U.S.", "1", "3250A1", "Chemicals", "5"),
    ]
    return [names, *([*key, *_JOB[:2], "detailed", *figures_here] for key in keys)]


_STATE = ["area", "st", "state", "occ_code", "occ_title", "group", *_LOWER]
# By file: its rows, the name of its sheet, and the release and part that it is.
WORKBOOKS: dict[str, tuple[list[list[str]], str, str, str]] = {
    "oesm06nat/national_may2006_dl.xls": (
        [["occ_code", "occ_title", "group", *_LOWER], [*_JOB, *_CELLS]],
        "national_may2006_dl",
        "oews-2006-05",
        "nation",
    ),
    "renamed.xls": (
        [["occ code", "occ title", "group", *_SPACED], [*_JOB, *_CELLS]],
        "national_may2007_dl",
        "oews-2007-05",
        "nation",
    ),
    "state_may2008_dl.xls": (
        [_STATE, ["01", "AL", "Alabama", *_JOB, *_CELLS]],
        "State_dl",
        "oews-2008-05",
        "states",
    ),
    "oesm08ma.zip/MSA_dl_1.xls": (
        area_rows(("11260", "Anchorage, AK", "AK"), ("16980", "Chicago, IL-IN-WI", "IL")),
        "MSA_dl_1",
        "oews-2008-05",
        "metropolitan:AK-IL",
    ),
    "oesm09ma.zip/BOS_may2009_dl.xls": (
        area_rows(("0200001", "Alaska nonmetropolitan area", "AK")),
        "BOS",
        "oews-2009-05",
        "nonmetropolitan",
    ),
    "aMSA_M2010_dl.xls": (area_rows(("35620", "New York, NY", "NY")), "aMSA_dl", "oews-2010-05", "metropolitan-totals"),
    "natsector_M2010_dl.xls": (industry_rows("11", "31-33", "99"), "natsector", "oews-2010-05", "sector"),
    "nat3d_M2010_dl.xls": (industry_rows("113000", "999000"), "nat3d", "oews-2010-05", "industry-3-digit"),
    "nat4d_M2010_dl_1_113300_517100.xls": (
        industry_rows("113300", "3250A1", "517100"),
        "nat4d",
        "oews-2010-05",
        "industry-4-digit:113300-517100",
    ),
    "nat4d_M2010_dl_2_517200_999300.xls": (
        industry_rows("517200", "999300"),
        "nat4d",
        "oews-2010-05",
        "industry-4-digit:517200-999300",
    ),
    "nat3d_owner_M2012_dl.xls": (
        industry_rows("611000", level="detailed", owners=("2", "3", "5", "35")),
        "nat3d_owner",
        "oews-2012-05",
        "ownership-industry-3-digit",
    ),
    "all_data_M_2012.xlsx": (everything_2012(), "All May 2012 Data", "oews-2012-05", "all"),
    "oes_data.xlsx": (everything_2012(), "All May 2014 Data", "oews-2014-05", "all"),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_layout_of_a_year(tmp_path: Path, name: str) -> None:
    rows, sheet, release, part = WORKBOOKS[name]
    path = tmp_path / "x"
    if name.endswith(".xlsx"):
        found = layouts.found(write_xlsx(path, {sheet: rows}), FileKind.XLSX, name)
    else:
        found = layouts.found(write_xls(path, rows, name=sheet), FileKind.XLS, name)
    recognition = recognise_oews(found, ReadOptions())
    assert isinstance(recognition, Recognition), recognition
    assert (recognition.part.release.release, recognition.part.part) == (release, part)
    estimates = [record.values for record in recognition.part.records() if record.kind is RecordKind.OEWS_ESTIMATE]
    assert len(estimates) == len(rows) - 1
    for values in estimates:
        assert (values["level"], values["employment"], values["annual_p90"]) == ("detailed", 1230, 69330)


def test_all_data_without_a_column_of_levels_are_told_by_their_codes(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "x", {"All May 2012 Data": everything_2012()})
    recognition = recognise_oews(layouts.found(path, FileKind.XLSX), ReadOptions())
    assert isinstance(recognition, Recognition)
    keys = [
        (values["area_code"], values["industry_code"], values["industry_level"])
        for values in (record.values for record in recognition.part.records())
        if "employment" in values
    ]
    assert keys == [
        ("99", "000000", "cross-industry"),
        ("01", "000000", "cross-industry"),
        ("10180", "000000", "cross-industry"),
        ("0100001", "000000", "cross-industry"),
        ("99", "31-33", "sector"),
        ("99", "622000", "3-digit"),
        ("99", "622100", "4-digit"),
        ("99", "3250A1", "4-digit"),
    ]


# Text that a spreadsheet program saved ----------------------------------------------------------------------------

_ROWS = layouts.today({}, {"OCC_CODE": "29-1141", "TOT_EMP": "1,234,560"}, {"OCC_CODE": "29-1171", "ANNUAL": "true"})


def read(folder: Path, rows: Sequence[Sequence[str]], *, delimiter: str = ",", more: str = "") -> list[Record]:
    path = folder / "state_M2020_dl.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(rows)
        stream.write(more)
    recognition = recognise_oews(layouts.found(path, FileKind.TEXT), ReadOptions())
    assert isinstance(recognition, Recognition), recognition
    return [record for record in recognition.part.records() if record.kind is RecordKind.OEWS_ESTIMATE]


@pytest.mark.parametrize(
    ("rows", "more", "delimiter"),
    [
        (_ROWS, "", ";"),
        (_ROWS, ",,,,\r\n\r\n", ","),
        ([[*row, "", ""] for row in _ROWS], ",,,\r\n", ","),
        ([_ROWS[0], *([*row, "", ""] for row in _ROWS[1:])], "", ","),
        ([_ROWS[0], *(row[:-2] if not row[-2] else row[:-1] for row in _ROWS[1:])], "", ","),
    ],
    ids=["semicolons", "empty rows", "empty columns", "cells beyond the header", "blanks left out at the end"],
)
def test_what_a_spreadsheet_program_does_to_text_changes_nothing(
    tmp_path: Path, rows: list[list[str]], more: str, delimiter: str
) -> None:
    plain = [record.values for record in read(tmp_path, _ROWS)]
    assert [record.values for record in read(tmp_path, rows, delimiter=delimiter, more=more)] == plain
    assert plain[1]["employment"] == 1_234_560
    assert plain[2]["hourly_mean_qualifier"] is None


def test_a_row_that_lacks_more_than_blanks_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match="32 cells, not 29"):
        read(tmp_path, [*_ROWS[:2], _ROWS[2][:-3], _ROWS[3]])
    with pytest.raises(UnreadableSourceError, match="32 cells, not 33"):
        read(tmp_path, [*_ROWS[:3], [*_ROWS[3], "more"]])
