"""The plain text of a profile: equal to the seed's tables, and it follows what the text says."""

import csv
from pathlib import Path

import pytest

from app.sources.files import FileKind, FoundFile
from app.sources.ooh import recognise_ooh
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile, UnreadableSourceError

SEED = Path(__file__).parents[2] / "seed_data"
DOCUMENT = SEED / "document.txt"


def recognise(folder: Path, text: str, options: ReadOptions | None = None) -> Recognition | NearLayout | None:
    path = folder / "any-name.bin"
    path.write_text(text, encoding="utf-8")
    return recognise_ooh(FoundFile(SourceFile.of(path), path.name, path, FileKind.TEXT), options or ReadOptions())


def read(folder: Path, text: str, options: ReadOptions | None = None) -> list[Record]:
    found = recognise(folder, text, options)
    assert isinstance(found, Recognition), found
    return list(found.part.records())


def seed_rows(table: str) -> list[dict[str, str]]:
    with (SEED / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def as_text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


# Columns that the text states; the others of these tables are curated, or are worded by hand.
COMPARED: dict[RecordKind, tuple[str, tuple[str, ...]]] = {
    RecordKind.HANDBOOK_EMPLOYMENT: (
        "employment",
        (
            "soc_code",
            "soc_vintage",
            "reference_period",
            "area_code",
            "basis",
            "quantifier",
            "employment",
            "rounded_to",
            "document_line",
        ),
    ),
    RecordKind.LARGEST_EMPLOYER: (
        "largest_employers",
        ("soc_code", "reference_period", "position", "industry_label", "percent_of_occupation", "document_line"),
    ),
    RecordKind.HANDBOOK_WAGE: (
        "wages",
        (
            "reference_period",
            "area_code",
            "position",
            "industry_label",
            "annual_p10",
            "annual_median",
            "annual_p90",
            "rounded_to",
            "document_line",
        ),
    ),
    RecordKind.PROJECTION: (
        "projections",
        (
            "projection_round",
            "base_year",
            "projection_year",
            "base_employment",
            "employment_change_percent",
            "outlook_category",
            "outlook_label",
            "compared_with_title",
            "statement",
            "document_line",
        ),
    ),
    RecordKind.CERTIFICATION: ("certifications", ("position", "acronym", "name", "statement", "document_line")),
    RecordKind.INTEREST: (
        "interests",
        ("position", "framework", "interest", "frequency", "meaning", "statement", "document_line"),
    ),
    RecordKind.QUALITY: ("qualities", ("position", "quality", "explanation", "document_line")),
    RecordKind.CONTACT: (
        "contacts",
        (
            "group_position",
            "topic",
            "topic_slug",
            "topic_includes",
            "offers",
            "position",
            "document_line",
            "group_document_line",
        ),
    ),
    RecordKind.ORGANIZATION: ("organizations", ("name", "former_name", "document_line")),
    RecordKind.PROFILE_SECTION: (
        "profile_sections",
        ("position", "section", "parent_section", "heading_origin", "heading_line", "text", "first_line", "last_line"),
    ),
}


@pytest.mark.parametrize("kind", COMPARED)
def test_the_text_gives_what_the_seed_holds(tmp_path: Path, kind: RecordKind) -> None:
    table, columns = COMPARED[kind]
    records = [record for record in read(tmp_path, DOCUMENT.read_text(encoding="utf-8")) if record.kind is kind]
    found = [{column: as_text(record.values.get(column)) for column in columns} for record in records]
    assert found == [{column: row[column] for column in columns} for row in seed_rows(table)]


def values(records: list[Record], kind: RecordKind, *names: str) -> list[tuple[object, ...]]:
    return [tuple(record.values.get(name) for name in names) for record in records if record.kind is kind]


def changed(*changes: tuple[str, str]) -> str:
    text = DOCUMENT.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def test_other_numbers(tmp_path: Path) -> None:
    text = changed(
        ("215,500", "1.2 million"),
        ("| 34% |", "| 61% |"),
        ("$40,350", "$50,010"),
        ("41,890", "9,890"),
        ("grow 11 percent", "grow 4 percent"),
        ("much faster than", "about as fast as"),
    )
    records = read(tmp_path, text)
    assert values(records, RecordKind.HANDBOOK_EMPLOYMENT, "employment", "rounded_to") == [(1_200_000, 100_000)]
    assert values(records, RecordKind.LARGEST_EMPLOYER, "percent_of_occupation")[0] == (61.0,)
    assert [row[0] for row in values(records, RecordKind.HANDBOOK_WAGE, "annual_median")][:3] == [50010, 43470, 9890]
    names = ("employment_change_percent", "outlook_category", "base_employment")
    assert values(records, RecordKind.PROJECTION, *names) == [(4.0, "as_fast_as_average", 1_200_000)]


def test_decline(tmp_path: Path) -> None:
    text = changed(
        (
            "grow 11 percent from 2018 to 2028, much faster than the average for all occupations.",
            "decline 7 percent from 2018 to 2028.",
        )
    )
    assert values(read(tmp_path, text), RecordKind.PROJECTION, "employment_change_percent", "outlook_category") == [
        (-7.0, "decline")
    ]


def test_other_order_and_number_of_rows(tmp_path: Path) -> None:
    first, second = "Hospitals; state, local, and private | 34% |\n", "Offices of physicians | 19 |\n"
    text = changed((first + second, second + first + "Kite shops | 2 |\n"), ("Offices of physicians | 35,520 |\n", ""))
    records = read(tmp_path, text)
    labels = values(records, RecordKind.LARGEST_EMPLOYER, "position", "industry_label")
    assert labels[:3] == [(1, "Offices of physicians"), (2, "Hospitals; state, local, and private"), (3, "Kite shops")]
    assert len(labels) == 6
    assert len(values(records, RecordKind.HANDBOOK_WAGE, "position")) == 5


def test_other_years_make_another_edition(tmp_path: Path) -> None:
    text = changed(
        ("jobs in 2018", "jobs in 2024"), ("May 2018", "May 2024"), ("from 2018 to 2028", "from 2024 to 2034")
    )
    found = recognise(tmp_path, text)
    assert isinstance(found, Recognition)
    assert found.part.release.release == "ooh-2024-34"
    records = list(found.part.records())
    assert values(records, RecordKind.HANDBOOK_EMPLOYMENT, "reference_period", "soc_vintage") == [("2024", "2018")]
    assert {period for (period,) in values(records, RecordKind.HANDBOOK_WAGE, "reference_period")} == {"2024-05"}
    assert values(records, RecordKind.PROJECTION, "projection_round", "base_year") == [("2024-34", 2024)]


def test_an_unknown_occupation_asks_for_its_code(tmp_path: Path) -> None:
    text = changed(
        ("Medical records and health information technicians", "Kite makers"),
        ("medical records and health information technicians", "kite makers"),
    )
    near = recognise(tmp_path, text)
    assert isinstance(near, NearLayout)
    assert "Kite makers" in near.lacking[0]
    assert near.advice is not None
    assert "--soc-code" in near.advice
    records = read(tmp_path, text, ReadOptions(soc_code="51-9998"))
    assert values(records, RecordKind.PROFILE_COVERAGE, "title", "soc_code") == [("Kite makers", "51-9998")]
    assert values(records, RecordKind.PROJECTION, "soc_code") == [("51-9998",)]


@pytest.mark.parametrize(
    ("change", "column"),
    [
        (("| 34% |", "| many |"), "largest employers"),
        (("| 41,890 |", "| * |"), "pay, table"),
        (("Work Schedules", "Something Else"), "text"),
        (("Integrity. Health", "Integrity Health"), "important qualities"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, change: tuple[str, str], column: str) -> None:
    with pytest.raises(UnreadableSourceError) as refused:
        read(tmp_path, changed(change))
    assert column in {problem.column for problem in refused.value.problems}
    lines = changed(change).splitlines()
    for problem in refused.value.problems:
        assert problem.text.removesuffix("...") in lines[problem.row - 1]


def test_a_text_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(DOCUMENT.read_text(encoding="utf-8").encode("cp1252"))
    found = recognise_ooh(FoundFile(SourceFile.of(path), path.name, path, FileKind.TEXT), ReadOptions())
    assert isinstance(found, Recognition)
    with pytest.raises(UnreadableSourceError, match="UTF-8"):
        list(found.part.records())


def test_other_texts_are_left_to_others(tmp_path: Path) -> None:
    assert recognise(tmp_path, "OCC_CODE,TOT_EMP\n29-2072,10\n") is None
    near = recognise(tmp_path, "Kite makers held about 12,300 jobs in 2024.\n")
    assert isinstance(near, NearLayout)
    assert near.lacking == ("the median wage", "projected employment")
