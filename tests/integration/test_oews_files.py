"""The publisher's own OEWS files, compared cell by cell with a reading that shares nothing with the reader."""

import random
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from app.sources.files import FoundFile
from app.sources.finding import find_files
from app.sources.oews import COLUMN_OF_MEASURE, recognise_oews
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind
from tests.publisher_files import publisher_file

# File, member, sheet; release, part, rows; what its header calls the location quotient and the level.
FILES = {
    "oews/oesm10nat.zip": ("national_dl", "oews-2010-05", "nation", 819),
    "oews/oesm13st.zip": ("state_dl", "oews-2013-05", "states", 37_725),
    "oews/oesm18nat.zip": ("national_dl", "oews-2018-05", "nation", 1_379),
    "oews/national_M2019_dl.xlsx": ("national_M2019_dl", "oews-2019-05", "nation", 1_329),
    "oews/national_M2022_dl.xlsx": ("national_M2022_dl", "oews-2022-05", "nation", 1_402),
    "oews/natsector_M2023_dl.xlsx": ("Natsector_M2023_dl", "oews-2023-05", "sector", 16_376),
}
THRESHOLDS = {2010: (80, 166_400), 2013: (90, 187_200), 2018: (100, 208_000), 2019: (100, 208_000)}
SEED = random.randrange(10**6)


@pytest.fixture(params=FILES)
def name(request: pytest.FixtureRequest) -> str:
    publisher_file(request.param)
    return str(request.param)


@pytest.fixture
def found(name: str, tmp_path: Path) -> FoundFile:
    files = list(find_files([publisher_file(name)], tmp_path))
    return next(file for file in files if "field_desc" not in file.file.name)


def recognised(found: FoundFile) -> Recognition:
    answer = recognise_oews(found, ReadOptions())
    assert isinstance(answer, Recognition), answer
    return answer


def estimates(recognition: Recognition) -> Iterator[Record]:
    return (record for record in recognition.part.records() if record.kind is RecordKind.OEWS_ESTIMATE)


@cache
def raw_rows(name: str) -> list[list[Any]]:
    """The sheet as calamine gives it: no reader of ours has seen it."""
    path = publisher_file(name)
    sheet = FILES[name][0]
    if path.suffix != ".zip":
        return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python()
    with zipfile.ZipFile(path) as archive:
        member = next(each for each in archive.namelist() if "_dl" in each)
        with archive.open(member) as stored:
            return python_calamine.CalamineWorkbook.from_filelike(stored).get_sheet_by_name(sheet).to_python()


def test_release_part_and_number_of_rows(name: str, found: FoundFile) -> None:
    recognition = recognised(found)
    _, release, part, rows = FILES[name]
    assert (recognition.part.release.release, recognition.part.part) == (release, part)
    assert sum(1 for _ in estimates(recognition)) == rows == len(raw_rows(name)) - 1
    assert (recognition.part.counts.read, recognition.part.counts.repeated) == (rows, 0)


def _expected(cell: Any, annual: bool, hourly: bool, measure: str, year: int) -> tuple[Any, str | None]:
    unit = measure.partition("_")[0]
    if isinstance(cell, int | float):
        return cell, None
    if cell == "#":
        bound = THRESHOLDS.get(year, (115, 239_200))
        return (bound[0] if unit == "hourly" else bound[1]), "above" if year <= 2014 else "at_or_above"
    if unit == "hourly" and annual and cell in ("", "*"):
        return None, "annual_only"
    if unit == "annual" and hourly and cell in ("", "*"):
        return None, "hourly_only"
    meanings = {"": "not_applicable", "*": "wage_not_released", "**": "employment_not_released"}
    return None, (meanings | {"~": "below_half_percent"})[cell]


def test_cells_drawn_at_random_come_out_as_they_stand(name: str, found: FoundFile) -> None:
    rows = raw_rows(name)
    spelled = {"LOC_Q": "LOC_QUOTIENT"}
    header = [spelled.get(text.upper(), text.upper()) for text in rows[0]]
    recognition = recognised(found)
    year = int(recognition.part.release.reference_period[:4])
    drawn = random.Random(SEED).sample(list(estimates(recognition)), 400)
    for record in drawn:
        cells = dict(zip(header, rows[record.row - 1], strict=True))
        assert record.values["soc_code"] == cells["OCC_CODE"]
        level = cells.get("GROUP", cells.get("OCC_GROUP", cells.get("O_GROUP")))
        assert record.values["level"] == (level or "detailed")
        assert record.values["area_code"] == cells.get("AREA", "99")
        assert record.values["ownership_code"] == cells.get("OWN_CODE", "1235")
        for measure, column in COLUMN_OF_MEASURE.items():
            flags = cells["ANNUAL"] == "TRUE", cells["HOURLY"] == "TRUE"
            value = record.values[measure], record.values[f"{measure}_qualifier"]
            expected = _expected(cells.get(column, ""), *flags, measure, year)
            assert value == expected, f"row {record.row}, column {column} (drawn with seed {SEED})"


def test_markers_are_counted_alike(name: str, found: FoundFile) -> None:
    header = [text.upper() for text in raw_rows(name)[0]]
    wanted: Counter[str] = Counter()
    for row in raw_rows(name)[1:]:
        for column, cell in zip(header, row, strict=True):
            if cell in ("#", "**", "~") and column not in ("OCC_TITLE", "STATE"):
                wanted[cell] += 1
    read: Counter[object] = Counter()
    for record in estimates(recognised(found)):
        read.update(value for key, value in record.values.items() if key.endswith("_qualifier"))
    assert read["above"] + read["at_or_above"] == wanted["#"]
    assert read["employment_not_released"] == wanted["**"]
    assert read["below_half_percent"] == wanted["~"]


def test_a_renamed_file_still_loads(found: FoundFile, name: str) -> None:
    renamed = FoundFile(found.file, "renamed.bin", found.path, found.kind)
    if FILES[name][2] == "states":
        # Files of states to May 2018 name their year nowhere but in their names.
        asked = recognise_oews(renamed, ReadOptions())
        assert isinstance(asked, NearLayout)
        assert "--release" in str(asked.advice)
        answer = recognise_oews(renamed, ReadOptions(release="oews-2013-05"))
        assert isinstance(answer, Recognition)
        return
    assert recognised(renamed).part.release == recognised(found).part.release


def test_the_figures_of_the_seed_s_occupation(tmp_path: Path) -> None:
    files = find_files([publisher_file("oews/oesm18nat.zip")], tmp_path)
    recognition = recognised(next(file for file in files if file.file.name == "national_M2018_dl.xlsx"))
    (row,) = [record.values for record in estimates(recognition) if record.values["soc_code"] == "29-2071"]
    assert (row["employment"], row["soc_vintage"]) == (208_650, "2010")
    assert (row["annual_p10"], row["annual_median"], row["annual_p90"]) == (26_550, 40_350, 66_260)


def test_field_descriptions_are_known_and_hold_nothing(tmp_path: Path) -> None:
    files = list(find_files([publisher_file("oews")], tmp_path))
    described = [file for file in files if "field_desc" in file.file.name]
    assert len(described) == 3
    assert all(isinstance(recognise_oews(file, ReadOptions()), LeftOut) for file in described)


def test_the_same_code_at_two_levels() -> None:
    """Six occupations of May 2018 stand as a broad group and as a detailed occupation, with equal values."""
    rows = raw_rows("oews/oesm18nat.zip")
    assert sum(count == 2 for count in Counter(row[0] for row in rows).values()) == 6


def test_sectors_that_are_numbers_have_their_range(tmp_path: Path) -> None:
    (file,) = find_files([publisher_file("oews/natsector_M2023_dl.xlsx")], tmp_path)
    recognition = recognised(file)
    codes = {str(record.values["industry_code"]) for record in estimates(recognition)}
    assert {"31-33", "44-45", "48-49"} < codes
    assert len(codes) == 20
    owners = {record.values["industry_code"]: record.values["ownership_code"] for record in estimates(recognition)}
    assert (owners["48-49"], owners["62"], owners["71"], owners["99"]) == ("59", "58", "57", "123")
    assert [name for name, _ in recognition.left_out] == ["UpdateTime", "Filler"]
