"""Classifications and crosswalks in the publishers' layouts."""

from pathlib import Path

import pytest

from app.domain.levels import OccupationLevel
from app.sources.classifications import recognise_classification
from app.sources.classifications.soc import level_by_digits
from app.sources.classifications.tables import without_marks
from app.sources.files import FileKind, FoundFile
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile, UnreadableSourceError


def found(folder: Path, *lines: str, name: str = "renamed.csv") -> FoundFile:
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return FoundFile(SourceFile.of(path), str(path), path, FileKind.TEXT)


def read(file: FoundFile) -> tuple[Recognition, list[Record]]:
    recognition = recognise_classification(file, ReadOptions())
    assert isinstance(recognition, Recognition), recognition
    return recognition, list(recognition.part.records())


def of_kind(records: list[Record], kind: RecordKind) -> list[Record]:
    return [record for record in records if record.kind is kind]


def test_definitions_start_after_a_preamble_and_have_parents(tmp_path: Path) -> None:
    recognition, records = read(
        found(
            tmp_path,
            "Bureau,,,",
            "2018 Standard Occupational Classification,,,",
            "SOC Group,SOC Code,SOC Title,SOC Definition",
            "Major,98-0000,Testing Occupations,",
            "Minor,98-1200,Testers,",
            "Broad,98-1210,Testers,",
            "Detailed,98-1211,Testers,Test things.",
            "Detailed,98-1212,Retesters,Test again.",
            "Minor,98-2000,Others,",
        )
    )
    assert (recognition.part.release.release, recognition.part.part) == ("soc-2018", "definitions")
    entries = {str(r.values["soc_code"]): r for r in of_kind(records, RecordKind.SOC_ENTRY)}
    assert {code: entry.values["parent_soc_code"] for code, entry in entries.items()} == {
        "98-0000": None,
        "98-1200": "98-0000",
        "98-1210": "98-1200",
        "98-1211": "98-1210",
        "98-1212": "98-1210",
        "98-2000": "98-0000",
    }
    assert (entries["98-1211"].values["definition"], entries["98-1211"].row) == ("Test things.", 7)


def test_the_structure_has_a_column_for_each_level(tmp_path: Path) -> None:
    recognition, records = read(
        found(
            tmp_path,
            "2010 SOC structure,,,,",
            "Major Group,Minor Group,Broad Group,Detailed Occupation,",
            "98-0000,,,,Testing Occupations",
            ",98-1000,,,Testers",
            ",,98-1010,,Testers",
            ",,,98-1011,Testers",
        )
    )
    assert recognition.part.release.release == "soc-2010"
    levels = [record.values["level"] for record in of_kind(records, RecordKind.OCCUPATION)]
    assert levels == ["major", "minor", "broad", "detailed"]
    assert of_kind(records, RecordKind.SOC_ENTRY)[-1].values["parent_soc_code"] == "98-1010"


SPLIT = (
    "98-1011,Testers (#) ,98-1012,Old testers",
    "98-1011,Testers (#),98-9021,New testers (##)",
    '98-9099,"Others, All Other (#)",98-9021,New testers (##)',
)


@pytest.mark.parametrize(
    "header",
    [
        "SOCCode2010,SOCTitle2010,SOCCode2018,SOCTitle2018",
        "2010 SOC Code,2010 SOC Title,2018 SOC Code,2018 SOC Title",
    ],
)
def test_a_successor_with_one_origin_is_whole_and_marks_end_no_title(tmp_path: Path, header: str) -> None:
    recognition, records = read(found(tmp_path, header, *SPLIT))
    assert recognition.part.release.release == "soc-2010-2018"
    links = of_kind(records, RecordKind.OCCUPATION_TRANSITION)
    assert [(link.values["to_soc_code"], link.values["link"]) for link in links] == [
        ("98-1012", "whole"),
        ("98-9021", "part"),
        ("98-9021", "part"),
    ]
    crosswalk = of_kind(records, RecordKind.CROSSWALK)
    assert [(row.values["from_title"], row.values["to_title"]) for row in crosswalk] == [
        ("Testers", "Old testers"),
        ("Testers", "New testers"),
        ("Others, All Other", "New testers"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "soc2010_code;soc2010_title;soc2019_code;soc2019_title",
        "O*NET-SOC 2010 Code;O*NET-SOC 2010 Title;O*NET-SOC 2019 Code;O*NET-SOC 2019 Title",
    ],
)
def test_onet_soc_codes_are_known_by_their_eight_digits(tmp_path: Path, header: str) -> None:
    recognition, (row,) = read(found(tmp_path, header, "98-1011.00;A;98-1012.00;B"))
    assert recognition.part.release.release == "onetsoc-2010-2019"
    assert (row.values["from_scheme"], row.values["to_scheme"]) == ("onet_soc", "onet_soc")


def test_a_crosswalk_of_onet_without_the_end_of_its_last_line_was_cut_off(tmp_path: Path) -> None:
    header = "O*NET-SOC 2010 Code,O*NET-SOC 2010 Title,O*NET-SOC 2019 Code,O*NET-SOC 2019 Title"
    file = found(tmp_path, header, "98-1011.00,A,98-1012.00,Bakers", "98-1011.00,A,98-1013.00,Brewers")
    file.path.write_bytes(file.path.read_bytes()[: -len("ers\n")])
    with pytest.raises(UnreadableSourceError) as raised:
        read(file)
    (problem,) = raised.value.problems
    assert (problem.row, problem.text) == (3, "Brew")
    assert "the file was cut off" in problem.expected


def test_crosswalks_of_other_publishers_may_lack_the_end_of_their_last_line(tmp_path: Path) -> None:
    file = found(tmp_path, "SOC2018Code,SOC2018Title,CIP2020Code,CIP2020Title", "98-1011,A,51.0706,B.")
    file.path.write_bytes(file.path.read_bytes().removesuffix(b"\n"))
    assert len(read(file)[1]) == 1


def test_cip_leads_to_soc_and_has_no_link(tmp_path: Path) -> None:
    header = "SOC2018Code,SOC2018Title,CIP2020Code,CIP2020Title"
    recognition, (row,) = read(found(tmp_path, header, "98-1011,A,51.0706,B."))
    assert recognition.part.release.release == "cip-2020-2018"
    assert (row.values["from_code"], row.values["to_code"], row.values["link"]) == ("51.0706", "98-1011", None)


def test_hybrid_codes_link_both_editions_to_the_estimates(tmp_path: Path) -> None:
    header = (
        "OES2019EstimatesCode,OES2019EstimatesTitle,SOCCode2018,SOCTitle2018,"
        "OES2018EstimatesCode,OES2018EstimatesTitle,SOCCode2010,SOCTitle2010,NOTES"
    )
    recognition, records = read(found(tmp_path, header, "98-2098,H,98-2072,N,98-2071,O,98-2071, O,Hybrid"))
    assert recognition.part.release.release == "oewshybrid-2019"
    ends = {
        (row.values["from_scheme"], row.values["from_edition"], row.values["to_edition"], row.values["to_code"])
        for row in records
    }
    assert ("soc", "2010", "2019", "98-2098") in ends
    assert ("soc", "2018", "2019", "98-2098") in ends
    assert ("oews", "2018", "2019", "98-2098") in ends


def test_naics_sectors_keep_their_range_and_digits_their_level(tmp_path: Path) -> None:
    header = "Seq. No.,2022 NAICS US   Code,2022 NAICS US Title,,"
    recognition, records = read(
        found(
            tmp_path,
            header,
            "1,31-33,Manufacturing,,",
            "2,622,HospitalsT,,",
            "3,62211,General,,",
            "4,622110,General ,,",
        )
    )
    assert recognition.part.release.release == "naics-2022"
    assert [tuple(r.values[n] for n in ("industry_code", "industry_level", "industry_title")) for r in records] == [
        ("31-33", "sector", "Manufacturing"),
        ("622000", "3-digit", "Hospitals"),
        ("622110", "5-digit", "General"),
        ("622110", "6-digit", "General"),
    ]


def test_a_bad_code_is_an_error_with_its_place_and_stores_nothing(tmp_path: Path) -> None:
    header = "SOCCode2010,SOCTitle2010,SOCCode2018,SOCTitle2018"
    file = found(tmp_path, header, "98-1011,A,11-2021-01,B", "1998-01,A,98-1012,B")
    with pytest.raises(UnreadableSourceError) as raised:
        read(file)
    assert [(p.row, p.column, p.text) for p in raised.value.problems] == [
        (2, "SOCCode2018", "11-2021-01"),
        (3, "SOCCode2010", "1998-01"),
    ]


def test_an_unknown_column_is_named(tmp_path: Path) -> None:
    file = found(tmp_path, "SOCCode2010,SOCTitle2010,SOCCode2018,SOCTitle2018,Mood", "98-1011,A,98-1012,B,good")
    answer = recognise_classification(file, ReadOptions())
    assert isinstance(answer, NearLayout)
    assert answer.unknown == ("Mood",)


def test_another_table_is_none_of_these(tmp_path: Path) -> None:
    assert recognise_classification(found(tmp_path, "a,b", "1,2"), ReadOptions()) is None


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("15-0000", OccupationLevel.MAJOR),
        ("15-1200", OccupationLevel.MINOR),
        ("29-2000", OccupationLevel.MINOR),
        ("29-2070", OccupationLevel.BROAD),
        ("29-2072", OccupationLevel.DETAILED),
    ],
)
def test_levels_by_digits(code: str, level: OccupationLevel) -> None:
    assert level_by_digits(code) is level


def test_marks_and_blanks_end_no_title() -> None:
    assert without_marks(" Health  Technologists (##)  ") == "Health Technologists"
