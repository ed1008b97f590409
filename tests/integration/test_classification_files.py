"""The publishers' classifications: counts and links that were read from the files by eye or with grep."""

from app.sources.classifications import recognise_classification
from app.sources.files import FileKind, FoundFile
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile
from tests.publisher_files import publisher_file


def records_of(name: str) -> tuple[str, list[Record]]:
    path = publisher_file(f"classifications/{name}")
    kind = FileKind.XLSX if path.suffix == ".xlsx" else FileKind.TEXT
    answer = recognise_classification(FoundFile(SourceFile.of(path), name, path, kind), ReadOptions())
    assert isinstance(answer, Recognition)
    return answer.part.release.release, list(answer.part.records())


def test_soc_2018_has_all_codes_and_parents() -> None:
    release, records = records_of("soc_2018_definitions.xlsx")
    entries = {str(r.values["soc_code"]): r.values for r in records if r.kind is RecordKind.SOC_ENTRY}
    levels = [r.values["level"] for r in records if r.kind is RecordKind.OCCUPATION]
    assert release == "soc-2018"
    assert {level: levels.count(level) for level in set(levels)} == {
        "major": 23,
        "minor": 98,
        "broad": 459,
        "detailed": 867,
    }
    assert entries["15-1252"]["parent_soc_code"] == "15-1250"
    assert entries["15-1250"]["parent_soc_code"] == "15-1200"


def test_what_became_of_29_2071() -> None:
    _, records = records_of("soc2010_to_2018_crosswalk.csv")
    assert [
        (r.row, r.values["to_soc_code"], r.values["link"])
        for r in records
        if r.kind is RecordKind.OCCUPATION_TRANSITION and r.values["from_soc_code"] == "29-2071"
    ] == [(388, "29-2072", "whole"), (389, "29-9021", "part")]
    assert not [r for r in records if any("(#" in str(value) for value in r.values.values())]


def test_each_crosswalk_and_naics_is_known() -> None:
    counts = {
        "2010_to_2019_Crosswalk.csv": ("onetsoc-2010-2019", 1164),
        "soc2018_cip2020_crosswalk.csv": ("cip-2020-2018", 6093),
        "2-6 digit_2022_Codes.xlsx": ("naics-2022", 2125),
    }
    for name, (release, count) in counts.items():
        found, records = records_of(name)
        assert (found, len(records)) == (release, count)
    assert records_of("oes_hybrid_crosswalk.csv")[0] == "oewshybrid-2019"
