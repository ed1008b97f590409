"""Employment Projections: workbooks with calamine and by position, downloads with csv."""

import csv
import re
from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any

import python_calamine

from tests.publisher_files import publisher_file
from tests.raw_cells.cell import Cell, RawFile

OCCUPATION_2024 = "ep/2024-34/occupation.xlsx"
OCCUPATION_2016 = "ep/2016-26/occupation.xlsx"
EDUCATION_2024 = "ep/2024-34/education.xlsx"
INDUSTRY_2024 = "ep/2024-34/industry.xlsx"
SKILLS_2024 = "ep/2024-34/skills.xlsx"
DOWNLOAD_2018 = "ep/2018-28/EmploymentProjections.csv"
DOWNLOAD_2022 = "ep/2022-32/Employment Projections.csv"
MATRIX_2020 = "ep/2020-30/National Employment Matrix_IND_510000.csv"

LABELS = {
    "Doctoral or professional degree": "doctoral_or_professional_degree",
    "Master's degree": "masters_degree",
    "Bachelor's degree": "bachelors_degree",
    "Associate's degree": "associates_degree",
    "Postsecondary nondegree award": "postsecondary_nondegree_award",
    "Some college, no degree": "some_college_no_degree",
    "High school diploma or equivalent": "high_school_diploma",
    "No formal educational credential": "no_formal_credential",
    "5 years or more": "five_years_or_more",
    "Less than 5 years": "less_than_five_years",
    "None": "none",
    "Internship/residency": "internship_or_residency",
    "Apprenticeship": "apprenticeship",
    "Long-term on-the-job training": "long_term",
    "Moderate-term on-the-job training": "moderate_term",
    "Short-term on-the-job training": "short_term",
}
_JOBS = frozenset(
    {"base_employment", "projected_employment", "employment_change", "annual_openings"}
    | {"labor_force_exits", "occupational_transfers", "total_separations"}
)
_LABELLED = frozenset({"entry_education", "work_experience", "on_the_job_training"})
_MISSING = frozenset({"\u2014", "-", "N/A", "n/a", ""})
_CODE = re.compile(r"[0-9]{2}-[0-9]{4}")


def meaning(text: object, field: str) -> tuple[object, str | None]:
    """What a cell says: jobs in thousands as jobs, a bound as a bound, `None` as a real value."""
    words = str(text).strip()
    if words in _MISSING:
        return None, "not_applicable"
    if field in _LABELLED:
        return LABELS[words], None
    bound = "at_or_above" if words.startswith(">=") else None
    number = float(words.removeprefix(">=").replace(",", "").replace("$", ""))
    return round(number * 1000) if field in _JOBS else number, bound


_LEVELS = {
    3: "base_employment",
    4: "projected_employment",
    5: "base_percent_distribution",
    6: "projected_percent_distribution",
    7: "employment_change",
    8: "employment_change_percent",
}
_SEPARATIONS = {
    7: "labor_force_exit_rate",
    8: "occupational_transfer_rate",
    9: "total_separation_rate",
    10: "labor_force_exits",
    11: "occupational_transfers",
    12: "total_separations",
}
# Place of a column (from 0) and field, in the tables that have a row for each occupation.
_TABLES: dict[str, dict[str, dict[int, str]]] = {
    OCCUPATION_2024: {
        "Table 1.2": {
            **_LEVELS,
            9: "percent_self_employed",
            10: "annual_openings",
            11: "annual_median",
            12: "entry_education",
            13: "work_experience",
            14: "on_the_job_training",
        },
        "Table 1.10": _SEPARATIONS,
    },
    OCCUPATION_2016: {
        "Table 1.2": {**_LEVELS, 9: "annual_openings"},
        "Table 1.7": {
            7: "percent_self_employed",
            9: "annual_median",
            10: "entry_education",
            11: "work_experience",
            12: "on_the_job_training",
        },
        "Table 1.10": _SEPARATIONS,
    },
}
_ATTAINMENT = (
    "less_than_high_school",
    "high_school_diploma",
    "some_college_no_degree",
    "associates_degree",
    "bachelors_degree",
    "masters_degree",
    "doctoral_or_professional_degree",
)


@cache
def rows_of(name: str, sheet: str) -> list[list[Any]]:
    """A sheet of a workbook, from its first row on."""
    workbook = python_calamine.CalamineWorkbook.from_path(publisher_file(name))
    return workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


@cache
def lines_of(name: str) -> list[list[str]]:
    """The rows of a download."""
    with publisher_file(name).open(encoding="utf-8-sig", newline="") as stored:
        return list(csv.reader(stored))


def occupations(name: str, sheet: str) -> Iterable[tuple[int, str, list[Any]]]:
    """The rows of a sheet that are about an occupation: number, code, cells."""
    for number, row in enumerate(rows_of(name, sheet), start=1):
        code = next((str(cell).strip() for cell in row[:2] if _CODE.fullmatch(str(cell).strip())), None)
        if code is not None:
            yield number, code, row


def _urls(code: str, path: str, release: str, more: str = "") -> tuple[str, ...]:
    """An occupation in whichever edition has its code."""
    url = f"/v1/occupations/{code}/{path}?release={release}&limit=1000{more}&soc_vintage="
    return tuple(url + edition for edition in ("2018", "2010", "oews"))


def _release(name: str) -> str:
    return f"ep-{name.split('/')[1]}"


def _cell(  # noqa: PLR0917
    name: str, sheet: str | None, row: int, text: object, urls: tuple[str, ...], field: str, **named: object
) -> Cell:
    as_field = "base_percent" if field in ("percent_of_workers", "skill_value") else field
    value, qualifier = meaning(text, as_field)
    return Cell(publisher_file(name).name, sheet, (row,), text, urls, field, value, qualifier, named)


def _raw_file(name: str, cells: list[Cell], rows: dict[str | None, set[int]]) -> RawFile:
    file = publisher_file(name).name
    return RawFile(name, _release(name), cells, {(file, sheet): found for sheet, found in rows.items()}, whole=True)


def _occupation_tables(name: str) -> RawFile:
    cells = []
    rows: dict[str | None, set[int]] = {}
    for sheet, columns in _TABLES[name].items():
        rows[sheet] = set()
        for number, code, row in occupations(name, sheet):
            rows[sheet].add(number)
            urls = _urls(code, "projections", _release(name))
            cells += [_cell(name, sheet, number, row[at], urls, field) for at, field in columns.items()]
    factors = "Table 1.12"
    rows[factors] = set()
    for number, code, row in occupations(name, factors):
        rows[factors].add(number)
        urls = _urls(code, "utilization-factors", _release(name))
        place = (publisher_file(name).name, factors, (number,))
        cells.append(Cell(*place, row[4], urls, "factor", str(row[4]).strip()))
    return _raw_file(name, cells, rows)


def _education() -> RawFile:
    sheet = "Table 5.3"
    cells = [
        _cell(EDUCATION_2024, sheet, number, row[at], urls, "percent_of_workers", attainment=level)
        for number, code, row in occupations(EDUCATION_2024, sheet)
        for urls in [_urls(code, "education/attainment", "ep-2024-34")]
        for at, level in enumerate(_ATTAINMENT, start=2)
    ]
    tables = ("Table 5.3", "Table 5.4")
    rows: dict[str | None, set[int]] = {
        table: {number for number, _, _ in occupations(EDUCATION_2024, table)} for table in tables
    }
    return _raw_file(EDUCATION_2024, cells, rows)


def _skills() -> RawFile:
    sheet = "Table 6.5"
    header = rows_of(SKILLS_2024, sheet)[1]
    cells = [
        _cell(
            SKILLS_2024, sheet, number, row[at], urls, "skill_value", skill=header[at], skill_measure="percentile_rank"
        )
        for number, code, row in occupations(SKILLS_2024, sheet)
        for urls in [_urls(code, "skill-scores", "ep-2024-34")]
        for at in range(2, 19)
    ]
    rows: dict[str | None, set[int]] = {
        table: {number for number, _, _ in occupations(SKILLS_2024, table)} for table in ("Table 6.2", "Table 6.5")
    }
    return _raw_file(SKILLS_2024, cells, rows)


def _industries() -> RawFile:
    columns = {
        3: "base_employment",
        4: "projected_employment",
        5: "employment_change",
        6: "employment_change_percent",
        7: "employment_annual_rate",
        8: "base_output",
        9: "projected_output",
        10: "output_annual_rate",
    }
    sheet = "Table 2.11"
    listed = [
        (number, row)
        for number, row in enumerate(rows_of(INDUSTRY_2024, sheet), start=1)
        if row[2] in ("Summary", "Line item")
    ]
    cells = [
        _cell(
            INDUSTRY_2024,
            sheet,
            number,
            row[at],
            (f"/v1/industries/{row[1]}/projections?release=ep-2024-34&limit=1000",),
            field,
        )
        for number, row in listed
        for at, field in columns.items()
    ]
    return _raw_file(INDUSTRY_2024, cells, {sheet: {number for number, _ in listed}})


def _download(name: str) -> RawFile:
    columns = {
        2: "base_employment",
        3: "projected_employment",
        4: "employment_change",
        5: "employment_change_percent",
        6: "annual_openings",
        7: "annual_median",
        8: "entry_education",
        9: "entry_education_code",
        10: "work_experience",
        11: "work_experience_code",
        12: "on_the_job_training",
        13: "on_the_job_training_code",
    }
    rows = lines_of(name)[1:]
    cells = [
        _cell(name, None, number, row[at], _urls(row[1].strip('="'), "projections", _release(name)), field)
        for number, row in enumerate(rows, start=2)
        for at, field in columns.items()
    ]
    return _raw_file(name, cells, {None: set(range(2, len(rows) + 2))})


def _matrix() -> RawFile:
    columns = {
        3: "base_employment",
        4: "base_percent_of_industry",
        5: "base_percent_of_occupation",
        6: "projected_employment",
        7: "projected_percent_of_industry",
        8: "projected_percent_of_occupation",
        9: "employment_change",
        10: "employment_change_percent",
    }
    rows = lines_of(MATRIX_2020)[1:]
    cells = []
    for number, row in enumerate(rows, start=2):
        urls = _urls(row[1].strip('="'), "projections/by-industry", "ep-2020-30", "&industry_code=510000")
        cells += [_cell(MATRIX_2020, None, number, row[at], urls, field) for at, field in columns.items()]
    return _raw_file(MATRIX_2020, cells, {None: set(range(2, len(rows) + 2))})


FILES: dict[str, Callable[[], RawFile]] = {
    OCCUPATION_2024: partial(_occupation_tables, OCCUPATION_2024),
    OCCUPATION_2016: partial(_occupation_tables, OCCUPATION_2016),
    EDUCATION_2024: _education,
    SKILLS_2024: _skills,
    INDUSTRY_2024: _industries,
    DOWNLOAD_2018: partial(_download, DOWNLOAD_2018),
    DOWNLOAD_2022: partial(_download, DOWNLOAD_2022),
    MATRIX_2020: _matrix,
}


def raw_file(name: str) -> RawFile:
    """The cells of a file."""
    return FILES[name]()
