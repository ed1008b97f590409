"""The publisher's own OEWS files as they are recognised and read. `test_random_cells` compares cells."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.sources.files import FoundFile
from app.sources.finding import find_files
from app.sources.oews import recognise_oews
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind
from tests.publisher_files import publisher_file
from tests.raw_cells.oews import rows_of

# Release, part, rows.
FILES = {
    "oews/oesm10nat.zip": ("oews-2010-05", "nation", 819),
    "oews/oesm13st.zip": ("oews-2013-05", "states", 37_725),
    "oews/oesm18nat.zip": ("oews-2018-05", "nation", 1_379),
    "oews/national_M2019_dl.xlsx": ("oews-2019-05", "nation", 1_329),
    "oews/national_M2022_dl.xlsx": ("oews-2022-05", "nation", 1_402),
    "oews/natsector_M2023_dl.xlsx": ("oews-2023-05", "sector", 16_376),
}


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


def test_release_part_and_number_of_rows(name: str, found: FoundFile) -> None:
    recognition = recognised(found)
    release, part, rows = FILES[name]
    assert (recognition.part.release.release, recognition.part.part) == (release, part)
    assert sum(1 for _ in estimates(recognition)) == rows == len(rows_of(name)) - 1
    assert (recognition.part.counts.read, recognition.part.counts.repeated) == (rows, 0)


def test_markers_are_counted_alike(name: str, found: FoundFile) -> None:
    header = [text.upper() for text in rows_of(name)[0]]
    wanted: Counter[str] = Counter()
    for row in rows_of(name)[1:]:
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
    if FILES[name][1] == "states":
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
    publisher_file("oews/oesm18nat.zip")
    rows = rows_of("oews/oesm18nat.zip")
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
