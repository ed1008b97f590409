"""The publisher's own projections: every cell compared with a reading by position that shares no code with ours."""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import python_calamine

from app.sources.ep import recognise_ep
from app.sources.files import FileKind, FoundFile
from app.sources.recognition import ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile
from tests.publisher_files import publisher_file

K = RecordKind
OCCUPATION_2024 = "ep/2024-34/occupation.xlsx"
OCCUPATION_2016 = "ep/2016-26/occupation.xlsx"
EDUCATION_2024 = "ep/2024-34/education.xlsx"
INDUSTRY_2024 = "ep/2024-34/industry.xlsx"
SKILLS_2024 = "ep/2024-34/skills.xlsx"
DOWNLOAD_2018 = "ep/2018-28/EmploymentProjections.csv"
DOWNLOAD_2022 = "ep/2022-32/Employment Projections.csv"
MATRIX_2020 = "ep/2020-30/National Employment Matrix_IND_510000.csv"

# Field and column (from 0) in a sheet of the publisher's.
CELLS: dict[tuple[str, str], dict[RecordKind, dict[str, int]]] = {
    (OCCUPATION_2024, "Table 1.2"): {
        K.EP_PROJECTION: {
            "base_employment": 3,
            "projected_employment": 4,
            "base_percent_distribution": 5,
            "projected_percent_distribution": 6,
            "employment_change": 7,
            "employment_change_percent": 8,
            "annual_openings": 10,
        },
        K.EP_WORKER_CHARACTERISTIC: {
            "percent_self_employed": 9,
            "annual_median": 11,
            "entry_education": 12,
            "work_experience": 13,
            "on_the_job_training": 14,
        },
    },
    (OCCUPATION_2024, "Table 1.10"): {
        K.EP_SEPARATION: {
            "labor_force_exit_rate": 7,
            "occupational_transfer_rate": 8,
            "total_separation_rate": 9,
            "labor_force_exits": 10,
            "occupational_transfers": 11,
            "total_separations": 12,
        }
    },
    (OCCUPATION_2016, "Table 1.2"): {
        K.EP_PROJECTION: {
            "base_employment": 3,
            "projected_employment": 4,
            "base_percent_distribution": 5,
            "projected_percent_distribution": 6,
            "employment_change": 7,
            "employment_change_percent": 8,
            "annual_openings": 9,
        }
    },
    (OCCUPATION_2016, "Table 1.7"): {
        K.EP_WORKER_CHARACTERISTIC: {
            "percent_self_employed": 7,
            "annual_median": 9,
            "entry_education": 10,
            "work_experience": 11,
            "on_the_job_training": 12,
        }
    },
    (OCCUPATION_2016, "Table 1.10"): {
        K.EP_SEPARATION: {
            "labor_force_exit_rate": 7,
            "occupational_transfer_rate": 8,
            "total_separation_rate": 9,
            "labor_force_exits": 10,
            "occupational_transfers": 11,
            "total_separations": 12,
        }
    },
    (EDUCATION_2024, "Table 5.4"): {
        K.EP_WORKER_CHARACTERISTIC: {"entry_education": 2, "work_experience": 3, "on_the_job_training": 4}
    },
    (SKILLS_2024, "Table 6.2"): {
        K.EP_PROJECTION: {
            "base_employment": 2,
            "projected_employment": 3,
            "employment_change": 4,
            "employment_change_percent": 5,
            "annual_openings": 7,
        },
        K.EP_WORKER_CHARACTERISTIC: {"percent_self_employed": 6, "annual_median": 8, "entry_education": 9},
    },
}
JOBS = {
    "base_employment",
    "projected_employment",
    "employment_change",
    "annual_openings",
    "labor_force_exits",
    "occupational_transfers",
    "total_separations",
    "previous_employment",
    "previous_employment_change",
}
LABELS = {
    "doctoral_or_professional_degree": "Doctoral or professional degree",
    "masters_degree": "Master's degree",
    "bachelors_degree": "Bachelor's degree",
    "associates_degree": "Associate's degree",
    "postsecondary_nondegree_award": "Postsecondary nondegree award",
    "some_college_no_degree": "Some college, no degree",
    "high_school_diploma": "High school diploma or equivalent",
    "no_formal_credential": "No formal educational credential",
    "five_years_or_more": "5 years or more",
    "less_than_five_years": "Less than 5 years",
    "none": "None",
    "internship_or_residency": "Internship/residency",
    "apprenticeship": "Apprenticeship",
    "long_term": "Long-term on-the-job training",
    "moderate_term": "Moderate-term on-the-job training",
    "short_term": "Short-term on-the-job training",
}


def recognised(name: str) -> Recognition:
    path = publisher_file(name)
    kind = FileKind.XLSX if path.suffix == ".xlsx" else FileKind.TEXT
    answer = recognise_ep(FoundFile(SourceFile.of(path), name, path, kind), ReadOptions())
    assert isinstance(answer, Recognition), answer
    return answer


def records(name: str) -> tuple[Record, ...]:
    publisher_file(name)  # each test that needs it asks for it, and is counted
    return _records(name)


@cache
def _records(name: str) -> tuple[Record, ...]:
    return tuple(recognised(name).part.records())


def of_kind(name: str, kind: RecordKind) -> list[Record]:
    return [record for record in records(name) if record.kind is kind]


@cache
def raw(name: str, sheet: str) -> list[list[Any]]:
    workbook = python_calamine.CalamineWorkbook.from_path(publisher_file(name))
    return workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def raw_csv(name: str) -> list[list[str]]:
    with publisher_file(name).open(encoding="utf-8-sig", newline="") as stored:
        return list(csv.reader(stored))


def as_raw(record: Record, field: str) -> Any:
    """What the publisher's cell has to say for the record to be right."""
    value, qualifier = record.values[field], record.values.get(f"{field}_qualifier")
    if qualifier == "at_or_above":
        return f">=${value:,}"
    if value is None:
        return "—"
    if isinstance(value, str):
        return LABELS[value]
    return round(value / 1000, 1) if field in JOBS else value


def occupation_rows(name: str, sheet: str) -> Iterator[tuple[int, list[Any]]]:
    for number, row in enumerate(raw(name, sheet), start=1):
        if any(re.fullmatch(r"\d\d-\d{4}", str(cell)) for cell in row[:3]):
            yield number, row


@pytest.mark.parametrize(("name", "sheet"), CELLS)
def test_every_cell_of_the_main_tables_is_what_the_sheet_has(name: str, sheet: str) -> None:
    for kind, columns in CELLS[name, sheet].items():
        by_row = {record.row: record for record in of_kind(name, kind) if record.sheet.name == sheet}
        rows = dict(occupation_rows(name, sheet))
        assert set(by_row) == set(rows)
        for number, row in rows.items():
            record = by_row[number]
            assert record.values["soc_code"] == row[1]
            assert str(record.values["title"]) == re.sub(r"\s*\[\d\]$", "", " ".join(str(row[0]).split()))
            for field, at in columns.items():
                assert as_raw(record, field) == row[at], (sheet, number, field)


def test_what_is_recognised() -> None:
    found = {
        OCCUPATION_2024: ("ep-2024-34", "occupation", "2018"),
        OCCUPATION_2016: ("ep-2016-26", "occupation", "2010"),
        EDUCATION_2024: ("ep-2024-34", "education", "2018"),
        SKILLS_2024: ("ep-2024-34", "skills", "2018"),
        INDUSTRY_2024: ("ep-2024-34", "industry", "2018"),
        DOWNLOAD_2018: ("ep-2018-28", "download", "2010"),
        DOWNLOAD_2022: ("ep-2022-32", "download", "2018"),
        MATRIX_2020: ("ep-2020-30", "matrix-industry-510000", "2018"),
    }
    for name, (release, part, vintage) in found.items():
        source = recognised(name).part
        assert (source.release.release, source.part, source.release.soc_vintage) == (release, part, vintage)


def test_links_only_tables_are_left_out_with_the_reason() -> None:
    left_out = dict(recognised(OCCUPATION_2024).left_out)
    assert set(left_out) == {"Index", "Table 1.8"}
    assert "links" in left_out["Table 1.8"]


def test_rankings_are_not_stored_again() -> None:
    sheets = {record.sheet.name for record in records(OCCUPATION_2024)}
    assert sheets.isdisjoint({"Table 1.1", "Table 1.3", "Table 1.4", "Table 1.5", "Table 1.6"})
    assert len(of_kind(OCCUPATION_2024, K.EP_PROJECTION)) == 1_113


def test_line_items_stand_apart_from_summaries_and_add_up() -> None:
    by_type: dict[Any, int] = defaultdict(int)
    for record in of_kind(OCCUPATION_2024, K.EP_PROJECTION):
        value = record.values["base_employment"]
        assert isinstance(value, int)
        by_type[record.values["row_type"]] += value
    types = Counter(record.values["row_type"] for record in of_kind(OCCUPATION_2024, K.EP_PROJECTION))
    assert types == {"line_item": 832, "summary": 281}
    assert abs(by_type["line_item"] - 169_956_100) < 832 * 50


def test_titles_are_indented_by_level() -> None:
    levels = {
        record.values["soc_code"]: record.values.get("display_level")
        for record in of_kind(OCCUPATION_2024, K.EP_PROJECTION)
    }
    assert [levels[code] for code in ("00-0000", "11-0000", "11-1000", "11-1011")] == [0, 1, 2, 3]
    assert all("display_level" not in record.values for record in of_kind(OCCUPATION_2016, K.EP_PROJECTION))


@pytest.mark.parametrize(
    ("name", "sheet", "period"), [(EDUCATION_2024, "Table 5.3", "2022-23"), (OCCUPATION_2016, "Table 5.3", "2016-17")]
)
def test_attainment(name: str, sheet: str, period: str) -> None:
    attainments = (
        "less_than_high_school",
        "high_school_diploma",
        "some_college_no_degree",
        "associates_degree",
        "bachelors_degree",
        "masters_degree",
        "doctoral_or_professional_degree",
    )
    found = {(r.row, r.values["attainment"]): r for r in of_kind(name, K.EP_ATTAINMENT)}
    rows = dict(occupation_rows(name, sheet))
    assert len(found) == len(rows) * 7
    for number, row in rows.items():
        for at, attainment in enumerate(attainments, start=2):
            record = found[number, attainment]
            assert (record.values["soc_code"], record.values["percent"]) == (row[1], row[at])
            assert record.values["survey_period"] == period
            assert bool(record.values["footnote"]) == bool(re.search(r"[\[(]1[\])]$", str(row[0])))


@pytest.mark.parametrize(("name", "count"), [(OCCUPATION_2024, 998), (OCCUPATION_2016, 644)])
def test_factors(name: str, count: int) -> None:
    found = {record.row: record.values for record in of_kind(name, K.EP_UTILIZATION_FACTOR)}
    rows = dict(occupation_rows(name, "Table 1.12"))
    assert len(found) == len(rows) == count
    for number, row in rows.items():
        values = found[number]
        assert values["soc_code"] == row[1]
        assert (values["industry_title"], values["industry_code"] or "") == (str(row[2]).strip(), row[3])
        assert values["factor"] == row[4].strip()


def test_skills_ranks_and_top_three() -> None:
    header = raw(SKILLS_2024, "Table 6.5")[1]
    found = {(r.row, r.values["skill"]): r.values for r in of_kind(SKILLS_2024, K.EP_SKILL_SCORE)}
    rows = dict(occupation_rows(SKILLS_2024, "Table 6.5"))
    assert len(found) == len(rows) * 17
    for number, row in rows.items():
        for at in range(2, 19):
            assert found[number, header[at]]["value"] == row[at]
    top = {
        (r.row, r.values["rank"]): r.values["skill"]
        for r in of_kind(SKILLS_2024, K.EP_TOP_SKILL)
        if r.sheet.name == "Table 6.2"
    }
    for number, row in occupation_rows(SKILLS_2024, "Table 6.2"):
        assert [top[number, rank] for rank in (1, 2, 3)] == row[10:13]
    by_education = {
        (r.row, r.values["rank"]): r.values["skill"] for r in of_kind(SKILLS_2024, K.EP_EDUCATION_TOP_SKILL)
    }
    for number, row in enumerate(raw(SKILLS_2024, "Table 6.4")[2:11], start=3):
        assert [by_education[number, rank] for rank in (1, 2, 3)] == row[2:5]


def test_totals_by_education_and_earnings() -> None:
    totals = {record.row: record for record in of_kind(EDUCATION_2024, K.EP_EDUCATION_TOTAL)}
    columns = {
        "base_employment": 1,
        "projected_employment": 2,
        "base_percent_distribution": 3,
        "projected_percent_distribution": 4,
    }
    columns |= {"employment_change": 5, "employment_change_percent": 6, "annual_median": 7}
    assert set(totals) == set(range(3, 12))
    for number, record in totals.items():
        for field, at in columns.items():
            assert as_raw(record, field) == raw(EDUCATION_2024, "Table 5.2")[number - 1][at]
        assert record.values["wage_year"] == 2024
    earnings = [
        (
            r.values["attainment"],
            r.values["median_weekly_earnings"],
            r.values["unemployment_rate"],
            r.values["survey_period"],
        )
        for r in of_kind(EDUCATION_2024, K.EP_ATTAINMENT_EARNINGS)
    ]
    assert earnings[0] == ("doctoral_degree", 2278, 1.2, "2024")
    assert earnings[-1] == ("total", 1221, 3.3, "2024")
    assert len(earnings) == 9


def test_industries() -> None:
    columns = {"base_employment": 3, "projected_employment": 4, "employment_change": 5, "employment_change_percent": 6}
    columns |= {"employment_annual_rate": 7, "base_output": 8, "projected_output": 9, "output_annual_rate": 10}
    found = {record.row: record for record in of_kind(INDUSTRY_2024, K.EP_INDUSTRY_PROJECTION)}
    rows = raw(INDUSTRY_2024, "Table 2.11")[2:425]
    assert len(found) == len(rows) == 423
    for number, row in enumerate(rows, start=3):
        record = found[number]
        assert (record.values["industry_code"], record.values["title"]) == (row[1], row[0].strip())
        assert record.values["output_dollar_year"] == 2017
        for field, at in columns.items():
            assert as_raw(record, field) == row[at], (number, field)


def test_sectors_look_ten_years_back_as_well() -> None:
    columns = {
        "previous_employment": 2,
        "base_employment": 3,
        "projected_employment": 4,
        "previous_employment_change": 5,
    }
    columns |= {"employment_change": 6, "previous_employment_change_percent": 7, "employment_change_percent": 8}
    columns |= {
        "previous_percent_distribution": 9,
        "base_percent_distribution": 10,
        "projected_percent_distribution": 11,
    }
    columns |= {"previous_employment_annual_rate": 12, "employment_annual_rate": 13}
    output = {
        "previous_output": 2,
        "base_output": 3,
        "projected_output": 4,
        "previous_output_annual_rate": 5,
        "output_annual_rate": 6,
    }
    output |= {
        "previous_output_percent_distribution": 7,
        "base_output_percent_distribution": 8,
        "projected_output_percent_distribution": 9,
    }
    seen = Counter[str]()
    for record in of_kind(INDUSTRY_2024, K.EP_SECTOR_PROJECTION):
        sheet = str(record.sheet.name)
        seen[sheet] += 1
        row = raw(INDUSTRY_2024, sheet)[record.row - 1]
        assert record.values["naics_codes"] == (None if row[1] == "—" else row[1])
        for field, at in (columns if sheet == "Table 2.1" else output).items():
            assert as_raw(record, field) == row[at], (sheet, record.row, field)
    assert seen == {"Table 2.1": 24, "Table 2.2": 23}


def test_rankings_of_output_are_stored_since_no_other_table_has_their_groups() -> None:
    found = of_kind(INDUSTRY_2024, K.EP_INDUSTRY_RANKING)
    assert Counter(record.sheet.name for record in found) == {
        "Table 2.7": 10,
        "Table 2.8": 9,
        "Table 2.9": 10,
        "Table 2.10": 9,
    }
    for record in found:
        row = raw(INDUSTRY_2024, str(record.sheet.name))[record.row - 1]
        assert record.values["rank"] == record.row - 2
        assert (record.values["title"], record.values["sector_title"]) == (row[0].strip(), row[1])
        naics = str(int(row[2])) if isinstance(row[2], float) else row[2]
        assert record.values["naics_codes"] == naics
        for field, at in {"base_output": 3, "projected_output": 4, "output_change": 5, "output_annual_rate": 6}.items():
            assert record.values[field] == row[at]


@pytest.mark.parametrize(("name", "vintage"), [(OCCUPATION_2024, "2022"), (OCCUPATION_2016, "2012")])
def test_the_matrixs_industry_codes_and_their_naics(name: str, vintage: str) -> None:
    found = {record.row: record.values for record in of_kind(name, K.EP_INDUSTRY)}
    rows = raw(name, "Table 1.9")[2:-1]
    assert len(found) == len(rows)
    for number, row in enumerate(rows, start=3):
        values = found[number]
        assert (values["industry_code"], values["title"]) == (row[1], row[0].strip())
        assert values["naics_codes"] == (None if row[3] == "—" else row[3])
        assert values["naics_vintage"] == vintage


def test_stem() -> None:
    found = [
        (r.values["title"], r.values["base_employment"], r.values["annual_median"])
        for r in of_kind(OCCUPATION_2024, K.EP_OCCUPATION_GROUP)
    ]
    assert found[1] == ("STEM occupations", 10_783_700, 103_580)
    assert "Science, technology" in str(of_kind(OCCUPATION_2024, K.EP_OCCUPATION_GROUP)[1].values["footnote"])


@pytest.mark.parametrize(("name", "wage_year"), [(DOWNLOAD_2018, 2019), (DOWNLOAD_2022, 2023)])
def test_every_cell_of_the_download(name: str, wage_year: int) -> None:
    projections = {record.row: record for record in of_kind(name, K.EP_PROJECTION)}
    characteristics = {record.row: record for record in of_kind(name, K.EP_WORKER_CHARACTERISTIC)}
    examples = defaultdict(list)
    for record in of_kind(name, K.EP_EXAMPLE_TITLE):
        examples[record.row].append(record.values["example_title"])
    rows = raw_csv(name)[1:]
    assert len(projections) == len(characteristics) == len(rows)
    columns = {
        "base_employment": 2,
        "projected_employment": 3,
        "employment_change": 4,
        "employment_change_percent": 5,
        "annual_openings": 6,
    }
    for number, row in enumerate(rows, start=2):
        record, other = projections[number], characteristics[number].values
        assert record.values["soc_code"] == row[1].strip('="')
        title, *titles = (" ".join(part.split()) for part in row[0].split("*"))
        assert (record.values["title"], examples[number]) == (title, titles)
        for field, at in columns.items():
            assert as_raw(record, field) == float(row[at].replace(",", "")), (number, field)
        wage = {None: "N/A"}.get(other["annual_median"], f"{other['annual_median'] or 0:,}")
        bound = ">=" if other["annual_median_qualifier"] == "at_or_above" else ""
        assert (bound + wage, other["wage_year"]) == (row[7], wage_year)
        assert [LABELS[str(other[f])] for f in ("entry_education", "work_experience", "on_the_job_training")] == [
            row[8],
            row[10],
            row[12],
        ]
        codes = [other[f"{f}_code"] for f in ("entry_education", "work_experience", "on_the_job_training")]
        assert codes == [int(row[9]), int(row[11]), int(row[13])]


def test_every_cell_of_the_matrix() -> None:
    columns = {
        "base_employment": 3,
        "base_percent_of_industry": 4,
        "base_percent_of_occupation": 5,
        "projected_employment": 6,
    }
    columns |= {
        "projected_percent_of_industry": 7,
        "projected_percent_of_occupation": 8,
        "employment_change": 9,
        "employment_change_percent": 10,
    }
    found = {record.row: record for record in of_kind(MATRIX_2020, K.EP_MATRIX_CELL)}
    rows = raw_csv(MATRIX_2020)[1:]
    assert len(found) == len(rows) == 424
    for number, row in enumerate(rows, start=2):
        record = found[number]
        assert (record.values["soc_code"], record.values["industry_code"]) == (row[1].strip('="'), "510000")
        assert record.values["occupation_title"] == row[0]
        assert record.values["occupation_row_type"] == row[2].lower().replace(" ", "_")
        assert [record.values["sort_order"], record.values["display_level"]] == [
            int(row[11]) if row[11] else None,
            int(row[12]),
        ]
        for field, at in columns.items():
            assert as_raw(record, field) == float(row[at].replace(",", "")), (number, field)


def test_codes_that_no_soc_has_are_those_of_oews() -> None:
    own = {
        r.values["soc_code"]
        for name in (OCCUPATION_2024, MATRIX_2020, DOWNLOAD_2018)
        for r in of_kind(name, K.OCCUPATION)
        if r.values["soc_vintage"] == "oews"
    }
    assert {"21-1018", "25-9045", "29-2098", "25-3098", "53-1048"} <= own
    levels = {r.values["soc_code"]: r.values["level"] for r in of_kind(OCCUPATION_2024, K.OCCUPATION)}
    assert [levels[c] for c in ("00-0000", "11-0000", "15-1200", "13-1020", "29-2072")] == [
        "total",
        "major",
        "minor",
        "broad",
        "detailed",
    ]


def test_the_seeds_occupation_in_2018() -> None:
    (record,) = [r for r in of_kind(DOWNLOAD_2018, K.EP_PROJECTION) if r.values["soc_code"] == "29-2071"]
    assert (record.values["base_employment"], record.values["projected_employment"]) == (215_500, 238_600)
    assert record.values["employment_change_percent"] == 10.7


def test_a_path_is_read_from(tmp_path: Path) -> None:
    """The folder tells the round only where the content does not; a renamed file is recognised all the same."""
    path = tmp_path / "renamed.csv"
    path.write_bytes(publisher_file(DOWNLOAD_2022).read_bytes())
    answer = recognise_ep(FoundFile(SourceFile.of(path), "2012-22/renamed.csv", path, FileKind.TEXT), ReadOptions())
    assert isinstance(answer, Recognition)
    assert answer.part.release.release == "ep-2022-32"
