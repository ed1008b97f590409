"""O*NET text files in the publisher's layout: what each becomes, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.onet import OnetSocEdition, edition_of
from app.sources.files import FileKind, FoundFile
from app.sources.onet import cells, columns_of, recognise_onet
from app.sources.onet.releases import month_of, release_of
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile, UnreadableSourceError

SKILLS = (
    "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\t"
    "Upper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source"
)
SKILL = "99-1011.00\t2.A.1.a\tListening\tIM\t3.25\t8\t0.1250\t3.0000\t3.5000\tN\tn/a\t08/2023\tAnalyst"
STYLES = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tDomain Source"


def found(folder: Path, name: str, *lines: str, end: str = "\r\n", encoding: str = "utf-8") -> FoundFile:
    path = folder / "db_30_1_text" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return FoundFile(SourceFile.of(path), f"downloads/db_30_1_text.zip/db_30_1_text/{name}", path, FileKind.TEXT)


def read(file: FoundFile, options: ReadOptions | None = None) -> tuple[Recognition, list[Record]]:
    recognition = recognise_onet(file, options or ReadOptions())
    assert isinstance(recognition, Recognition), recognition
    return recognition, list(recognition.part.records())


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_rating_keeps_all_that_is_printed(tmp_path: Path, end: str) -> None:
    recognition, records = read(found(tmp_path, "renamed.txt", SKILLS, SKILL, end=end))
    assert (recognition.part.release.release, recognition.part.part) == ("onet-30.1", "skills")
    assert recognition.part.release.licence == "CC BY 4.0"
    assert [(record.kind, record.row) for record in records] == [(RecordKind.ONET_RATING, 2)]
    assert records[0].values == {
        "onet_soc_code": "99-1011.00",
        "domain": "skills",
        "element_id": "2.A.1.a",
        "element_name": "Listening",
        "scale_id": "IM",
        "value": 3.25,
        "n": 8,
        "standard_error": 0.125,
        "lower_bound": 3.0,
        "upper_bound": 3.5,
        "recommend_suppress": False,
        "not_relevant": None,
        "date": "2023-08",
        "domain_source": "Analyst",
    }


@pytest.mark.parametrize(
    ("element", "part"),
    [
        ("1.A.1.a.1", "abilities"),
        ("1.B.1.a", "interests"),
        ("1.B.2.a", "work-values"),
        ("1.C.1.a", "work-styles"),
        ("1.D.1.a", "work-styles"),
        ("2.B.1.a", "skills"),
        ("2.C.1.a", "knowledge"),
        ("2.D.1", "education-training-experience"),
        ("4.A.1.a.1", "work-activities"),
        ("4.C.1.a.2.c", "work-context"),
    ],
)
def test_the_element_says_which_part_a_file_of_ratings_is(tmp_path: Path, element: str, part: str) -> None:
    recognition, _ = read(found(tmp_path, "x.txt", SKILLS, SKILL.replace("2.A.1.a", element)))
    assert recognition.part.part == part


def test_an_element_of_another_domain_is_an_error_with_its_place(tmp_path: Path) -> None:
    file = found(tmp_path, "Skills.txt", SKILLS, SKILL, SKILL.replace("2.A.1.a", "2.C.1.a"))
    with pytest.raises(UnreadableSourceError) as raised:
        read(file)
    (problem,) = raised.value.problems
    assert (problem.row, problem.column, problem.text) == (3, "Element ID", "2.C.1.a")


def test_all_bad_cells_are_gathered(tmp_path: Path) -> None:
    bad = SKILL.replace("3.25", "3,25").replace("08/2023", "2023-08").replace("\tN\t", "\tmaybe\t")
    file = found(tmp_path, "Skills.txt", SKILLS, SKILL, bad, "99-1011.00\tshort")
    with pytest.raises(UnreadableSourceError) as raised:
        read(file)
    assert [(problem.row, problem.column) for problem in raised.value.problems] == [
        (3, "Data Value"),
        (3, "Recommend Suppress"),
        (3, "Date"),
        (4, "row"),
    ]


@pytest.mark.parametrize("lost", [1, len("yst\n"), len("Analyst\n"), len("n/a\t08/2023\tAnalyst\n")])
def test_a_file_without_the_end_of_its_last_line_was_cut_off(tmp_path: Path, lost: int) -> None:
    file = found(tmp_path, "Skills.txt", SKILLS, SKILL, SKILL.replace("\tIM\t", "\tLV\t"), end="\n")
    file.path.write_bytes(file.path.read_bytes()[:-lost])
    with pytest.raises(UnreadableSourceError) as raised:
        read(file)
    (problem,) = raised.value.problems
    assert (problem.row, problem.column) == (3, "row")
    assert "the file was cut off" in problem.expected


@pytest.mark.parametrize("cell", ['"Testers, other"', '"Testers of ""all"" things"'])
def test_quotation_marks_of_a_spreadsheet_program_are_named(tmp_path: Path, cell: str) -> None:
    header = "O*NET-SOC Code\tTitle\tDescription"
    with pytest.raises(UnreadableSourceError) as raised:
        read(found(tmp_path, "Occupation Data.txt", header, f"99-1011.00\t{cell}\tTest things."))
    (problem,) = raised.value.problems
    assert (problem.row, problem.column, problem.text) == (2, "Title", cell)
    assert "a spreadsheet program added them" in problem.expected


@pytest.mark.parametrize(
    "title", ['Fax machines"', '"Best" testers', 'Testers of "all"', '"Best" and "worst"', '"', '"Testers"']
)
def test_quotation_marks_within_a_text_are_its_own(tmp_path: Path, title: str) -> None:
    header = "O*NET-SOC Code\tTitle\tDescription"
    _, records = read(found(tmp_path, "Occupation Data.txt", header, f"99-1011.00\t{title}\tTest things."))
    assert records[1].values["title"] == title


def test_work_styles_without_estimates_leave_their_names_out(tmp_path: Path) -> None:
    row = "99-1011.00\t1.D.1.a\tInnovation\tWI\t-2.30\t12/2025\tAI/Expert"
    _, (record,) = read(found(tmp_path, "Work Styles.txt", STYLES, row))
    assert record.values["value"] == -2.3
    assert "standard_error" not in record.values


def test_technology_skills_with_and_without_in_demand(tmp_path: Path) -> None:
    header = "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology"
    row = '99-1011.00\tThe "Best" tool\t43232202\tSoftware\tY'
    _, (old,) = read(found(tmp_path, "Technology Skills.txt", header, row))
    _, (new,) = read(found(tmp_path, "New.txt", header + "\tIn Demand", row + "\tN"))
    assert "in_demand" not in old.values
    assert (new.values["in_demand"], new.values["hot_technology"]) == (False, True)
    assert new.values["example"] == 'The "Best" tool'
    assert new.values["technology_type"] == "technology"


def test_tools_and_technology_of_old_releases_say_the_type(tmp_path: Path) -> None:
    header = "O*NET-SOC Code\tT2 Type\tT2 Example\tCommodity Code\tCommodity Title"
    recognition, records = read(
        found(
            tmp_path,
            "Tools and Technology.txt",
            header,
            "99-1011.00\tTools\tHammer\t27111602\tHammers",
            "99-1011.00\tTechnology\tEditor\t43232104\tWord processing",
        )
    )
    assert recognition.part.part == "tools-and-technology"
    assert [record.values["technology_type"] for record in records] == ["tool", "technology"]


def test_an_occupation_is_preceded_by_its_soc_code(tmp_path: Path) -> None:
    header = "O*NET-SOC Code\tTitle\tDescription"
    _, records = read(found(tmp_path, "Occupation Data.txt", header, "99-1011.00\tTesters\tTest things."))
    assert [record.kind for record in records] == [RecordKind.OCCUPATION, RecordKind.ONET_OCCUPATION]
    assert records[1].values["soc_vintage"] == "2018"
    assert records[1].values["taxonomy_edition"] == "2019"


def test_matrices_are_told_apart_by_name(tmp_path: Path) -> None:
    lines = ("O*NET-SOC Code\tRelated O*NET-SOC Code\tIndex", "99-1011.00\t99-1021.00\t1")
    _, (changer,) = read(found(tmp_path, "Career Changers Matrix.txt", *lines))
    _, (starter,) = read(found(tmp_path, "Career Starters Matrix.txt", *lines))
    assert (changer.values["relation"], starter.values["relation"]) == ("career_change", "career_start")
    assert isinstance(recognise_onet(found(tmp_path, "x.txt", *lines), ReadOptions()), NearLayout)


def test_a_repeated_row_is_counted_and_stored_once(tmp_path: Path) -> None:
    header = "O*NET-SOC Code\tReported Job Title\tShown in My Next Move"
    row = "99-1011.00\tTester\tY"
    recognition, records = read(found(tmp_path, "Sample.txt", header, row, row))
    assert (len(records), recognition.part.counts.read, recognition.part.counts.repeated) == (1, 2, 1)


@pytest.mark.parametrize("copies", [1, 3])
def test_ratings_of_the_same_are_repeated_or_all_named(tmp_path: Path, copies: int) -> None:
    recognition, records = read(found(tmp_path, "Skills.txt", SKILLS, *[SKILL] * (copies + 1)))
    assert (len(records), recognition.part.counts.repeated) == (1, copies)
    other = SKILL.replace("\t8\t", "\t9\t")
    assert other != SKILL
    with pytest.raises(UnreadableSourceError) as refused:
        read(found(tmp_path, "Skills.txt", SKILLS, SKILL, *[other] * copies))
    assert [(one.row, one.expected) for one in refused.value.problems] == [
        (3 + number, "the same figures as in row 2, which is about the same") for number in range(copies)
    ]
    assert "2.A.1.a" in refused.value.problems[0].text


def test_a_number_that_no_column_holds_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSourceError, match=r"row 2.*at most"):
        read(found(tmp_path, "Skills.txt", SKILLS, SKILL.replace("\t8\t", f"\t{'9' * 30}\t")))


def test_an_unknown_column_is_named_and_can_be_allowed(tmp_path: Path) -> None:
    file = found(tmp_path, "Skills.txt", SKILLS + "\tMood", SKILL + "\tgood")
    answer = recognise_onet(file, ReadOptions())
    assert isinstance(answer, NearLayout)
    assert answer.unknown == ("Mood",)
    assert "--allow unknown-columns" in str(answer.advice)
    _, records = read(file, ReadOptions(allow=frozenset({"unknown-columns"})))
    assert "Mood" not in records[0].values


def test_a_column_that_stands_there_twice_is_named(tmp_path: Path) -> None:
    answer = recognise_onet(found(tmp_path, "Skills.txt", SKILLS + "\tN", SKILL + "\t8"), ReadOptions())
    assert isinstance(answer, NearLayout)
    assert answer.lacking == ("one column alone that is N",)


def test_the_read_me_is_left_out(tmp_path: Path) -> None:
    file = found(tmp_path, "Read Me.txt", "O*NET 30.1 Database", "December 2025 Release")
    assert isinstance(recognise_onet(file, ReadOptions()), LeftOut)


@pytest.mark.parametrize(
    "header",
    [
        "O*NET-SOC Code\tGreen Occupational Category",
        "O*NET-SOC Code\tTask ID\tGreen Task Type\tDate\tDomain Source",
        "DWA ID\tDWA Title",
    ],
)
def test_what_o_net_counted_as_green_is_left_out(tmp_path: Path, header: str) -> None:
    row = "\t".join(["11-9999.99", "1", "2", "3", "4"][: header.count("\t") + 1])
    answer = recognise_onet(found(tmp_path, "Green Occupations.txt", header, row), ReadOptions())
    assert isinstance(answer, LeftOut)
    assert "green" in answer.reason


def test_a_release_without_a_name_must_be_said(tmp_path: Path) -> None:
    inside = found(tmp_path, "Skills.txt", SKILLS, SKILL)
    bare = FoundFile(inside.file, "Skills.txt", inside.path, inside.kind)
    assert isinstance(recognise_onet(bare, ReadOptions()), NearLayout)
    recognition, _ = read(bare, ReadOptions(release="onet-25.0"))
    assert recognition.part.release.soc_vintage == "2010"


def test_a_release_that_is_said_must_be_that_of_the_name(tmp_path: Path) -> None:
    file = found(tmp_path, "Skills.txt", SKILLS, SKILL)
    answer = recognise_onet(file, ReadOptions(release="onet-29.0"))
    assert isinstance(answer, NearLayout)
    assert answer.lacking == ("agreement on the release: the name says onet-30.1, --release says onet-29.0",)
    for said in ("onet-30.1", "oews-2018-05", None):
        assert isinstance(recognise_onet(file, ReadOptions(release=said)), Recognition)


def test_text_that_is_not_utf8_is_named_in_a_late_release(tmp_path: Path) -> None:
    file = found(tmp_path, "Skills.txt", SKILLS, SKILL.replace("Listening", "List\u00e9ning"), encoding="latin-1")
    with pytest.raises(UnreadableSourceError) as raised:
        read(file)
    assert [problem.row for problem in raised.value.problems] == [2]


def test_names_editions_and_months_of_releases() -> None:
    assert release_of("a/db_18_1.zip/db_18_1/Skills.txt", None) == (18, 1)
    assert release_of("a/onet-30.2/Skills.txt", None) == (30, 2)
    assert [edition_of(release) for release in ((25, 0), (25, 1))] == [
        OnetSocEdition.EDITION_2010,
        OnetSocEdition.EDITION_2019,
    ]
    assert [month_of(release) for release in ((29, 0), (29, 2), (30, 1))] == ["2024-08", "2025-02", "2025-12"]


def test_the_column_of_each_field_can_be_found() -> None:
    assert columns_of(RecordKind.ONET_RATING, SKILLS.split("\t"))["lower_bound"] == "Lower CI Bound"


@given(st.integers(1, 12), st.integers(1990, 2099))
def test_months_are_read_as_iso(month: int, year: int) -> None:
    assert cells.month(f"{month:02}/{year}") == f"{year}-{month:02}"


@given(st.decimals(-1000, 1000, places=4))
def test_numbers_keep_their_value(value: object) -> None:
    assert cells.number(f"{value:f}") == float(str(value))


@given(st.text(alphabet="0123456789.,-eEnaif ", max_size=8))
def test_only_plain_numbers_are_numbers(text: str) -> None:
    try:
        value = cells.number(text)
    except ValueError:
        return
    assert float(text) == value
    assert "e" not in text.lower()
