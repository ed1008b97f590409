"""Small rounds of Employment Projections in the publisher's layouts: our own titles and figures, no publisher's row.

The examples of the OpenAPI document that the seed has nothing for are taken from them, and are marked so.
"""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from app.sources.finding import find_files
from app.sources.recognition import ReadOptions
from app.store.loads import LoadOptions, load_files, sort_files
from tests.unit.sources.ep.workbooks_of_a_round import (
    ATTAINMENT_2014,
    DOWNLOAD_HEADER,
    MAIN_2014,
    MAIN_2024,
    MATRIX_BY_OCCUPATION,
    NOTES,
    PILOTS,
    REPLACEMENT_2014,
    SOURCE,
)
from tests.workbooks import Rows, write_xlsx

_TITLE, _CODE = "2024 National Employment Matrix title", "2024 National Employment Matrix code"
_LEVELS = ["Employment, 2024", "Employment, 2034"]
_CHANGES = ["Employment change, numeric, 2024\u201334", "Employment change, percent, 2024\u201334"]
_WAGE = "Median annual wage, dollars, 2024[1]"
_SKILLS = ["Top highest skill", "Second highest skill", "Third highest skill"]
_DASH = "\u2014"

SEPARATIONS: Rows = [
    ["Table 1.10 Occupational separations and openings, projected 2024\u201334 (Employment in thousands)"],
    [
        _TITLE,
        _CODE,
        "Occupation type",
        *_LEVELS,
        *_CHANGES,
        "Labor force exit rate, 2024\u201334 annual average",
        "Occupational transfer rate, 2024\u201334 annual average",
        "Total occupational separations rate, 2024\u201334 annual average",
        "Labor force exits, 2024\u201334 annual average",
        "Occupational transfers, 2024\u201334 annual average",
        "Total occupational separations, 2024\u201334 annual average",
        "Occupational openings, 2024\u201334 annual average",
    ],
    ["Total, all occupations", "00-0000", "Summary", 300.5, 330.5, 30, 10.0, 4.5, 5.5, 10.0, 13.5, 16.8, 30.3, 33.3],
    ["  Test occupations", "11-0000", "Summary", 300.5, 330.5, 30, 10.0, 4.5, 5.5, 10.0, 13.5, 16.8, 30.3, 33.3],
    ["      Test pilots", "11-1011", "Line item", 200.1, 220.1, 20, 10.0, 4.1, 5.9, 10.0, 8.2, 12.0, 20.2, 22.2],
    ["      Buyers and testers", "13-1020", "Line item", 100.4, 110.4, 10, 10.0, 5.3, 4.8, 10.1, 5.3, 4.8, 10.1, 11.1],
    *NOTES,
]
STEM: Rows = [
    ["Table 1.11 Employment in STEM occupations, 2024 and projected 2034 (Employment in thousands)"],
    ["Occupation category", *_LEVELS, *_CHANGES, _WAGE],
    ["Total, all occupations", 300.5, 330.5, 30, 10.0, 50000],
    ["  STEM occupations[2]", 200.1, 220.1, 20, 10.0, 90000],
    ["Footnotes:"],
    ["[1] Data are from the wage survey."],
    ["[2] Those that test."],
    SOURCE,
]
FACTORS: Rows = [
    ["Table 1.12 Factors affecting occupational utilization, projected 2024\u201334"],
    [
        "2024 National Employment Matrix occupation title",
        "2024 National Employment Matrix occupation code",
        "2024 National Employment Matrix industry title",
        "2024 National Employment Matrix industry code",
        "Factors affecting occupational utilization",
    ],
    ["Test pilots", "11-1011", "Testing", "5110A1", "Demand change - share increases as more is tested"],
    SOURCE,
]
INDUSTRY_LIST: Rows = [
    ["Table 1.9 2024\u201334 Industry-occupation matrix data, by industry"],
    [_TITLE, _CODE, "Industry type", "2022 NAICS code", "National Employment Matrix link"],
    ["Total, all industries", "TE1000", "Summary", _DASH, "Projections for TE1000"],
    ["  Testing", "5110A1", "Line item", "5111,2", "Projections for 5110A1"],
    SOURCE,
]
EARNINGS: Rows = [
    ["Table 5.1 Unemployment rates and earnings by educational attainment, 2024"],
    ["Educational attainment", "Median usual weekly earnings ($)", "Unemployment rate (%)"],
    ["Doctoral degree", 2100, 1.5],
    ["Bachelor's degree", 1500, 2.5],
    ["Total", 1200, 3.5],
    SOURCE,
]
BY_EDUCATION: Rows = [
    ["Table 5.2 Employment, wages, and projected change in employment by typical entry-level education, 2024\u201334"],
    [
        "Typical education needed for entry",
        *_LEVELS,
        "Employment distribution, percent, 2024",
        "Employment distribution, percent, 2034",
        *_CHANGES,
        _WAGE,
    ],
    ["Total, all occupations", 300.5, 330.5, 100, 100, 30, 10.0, 50000],
    ["  Bachelor's degree", 200.1, 220.1, 66.6, 66.6, 20, 10.0, 90000],
    *NOTES,
]
ATTAINMENT: Rows = [
    ["Table 5.3 Educational attainment for workers 25 years and older by detailed occupation, 2022\u201323"],
    [_TITLE, _CODE, *ATTAINMENT_2014[1][2:]],
    ["Test pilots[1]", "11-1011", 1.5, 8.5, 20, 10, 40, 15, 5],
    ["Footnotes:"],
    ["[1] Shared with other occupations."],
    SOURCE,
]
ASSIGNMENTS: Rows = [
    ["Table 5.4 Education and training assignments by detailed occupation, 2024"],
    [
        _TITLE,
        _CODE,
        "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
        "Related Occupational Outlook Handbook (OOH) content",
    ],
    ["Test pilots", "11-1011", "Bachelor's degree", "5 years or more", "None", "OOH Content"],
    SOURCE,
]
TOP_SKILLS: Rows = [
    ["Table 6.2 Top skills by detailed occupation and 2024\u201334 employment projections (Employment in thousands)"],
    [_TITLE, _CODE, *_LEVELS, *_CHANGES, _WAGE, *_SKILLS],
    ["  Test pilots[2]", "11-1011", 200.1, 220.1, 20, 10.0, ">=$239,200", "Steadiness", "Flying", "Writing"],
    ["Footnotes:"],
    ["[1] Data are from the wage survey."],
    ["[2] Imputed from similar occupations."],
    SOURCE,
]
SKILLS_BY_EDUCATION: Rows = [
    ["Table 6.4 Top skills by typical education needed for entry, 2024"],
    ["Typical education needed for entry", _WAGE, *_SKILLS],
    ["Total, all occupations", 50000, "Flying", "Writing", "Steadiness"],
    ["  Bachelor's degree", 90000, "Writing", "Flying", "Steadiness"],
    *NOTES,
]
SKILL_RANKS: Rows = [
    ["Table 6.5 Percentile rank of detailed occupations by skill, 2024"],
    [_TITLE, _CODE, "Flying", "Steadiness"],
    ["Test pilots[1]", "11-1011", 99, 98],
    ["Footnotes:"],
    ["[1] Imputed from similar occupations."],
    SOURCE,
]
_NEXT = "2024\u201334 "
SECTORS: Rows = [
    ["Table 2.1 Employment by major industry sector (Employment in thousands)"],
    [
        "Industry sector",
        "2022 NAICS",
        "Employment, 2014",
        *_LEVELS,
        "Employment change, numeric, 2014\u201324 ",
        f"Employment change, numeric, {_NEXT}",
        "Employment change, percent, 2014\u201324 ",
        f"Employment change, percent, {_NEXT}",
        "Percent distribution, 2014",
        "Percent distribution, 2024",
        "Percent distribution, 2034",
        "Compound annual rate of change, 2014\u201324 ",
        f"Compound annual rate of change, {_NEXT}",
    ],
    ["Total employment", _DASH, 250.5, 300.5, 330.5, 50, 30, 20.0, 10.0, 100, 100, 100, 1.8, 1.0],
    ["  Testing[1]", "51", 50.5, 60.5, 66.5, 10, 6, 19.8, 9.9, 20.2, 20.1, 20.1, 1.8, 0.9],
    ["Footnotes:"],
    ["[1] As tested."],
    SOURCE,
]
SECTOR_OUTPUT: Rows = [
    ["Table 2.2 Output by major industry sector (Output in billions of chained 2017 dollars)"],
    [
        "Industry sector",
        "2022 NAICS",
        "Output, 2014",
        "Output, 2024",
        "Output, 2034",
        "Compound annual rate of change, 2014\u201324 ",
        f"Compound annual rate of change, {_NEXT}",
        "Percent distribution, 2014",
        "Percent distribution, 2024",
        "Percent distribution, 2034",
    ],
    ["Total, all industries", _DASH, 20.5, 30.5, 40.5, 4.1, 2.9, 100, 100, 100],
    SOURCE,
]
OUTPUT_RANKING: Rows = [
    ["Table 2.7 Industries with the fastest growing output (Output in billions of chained 2017 dollars)"],
    [
        "Industry description",
        "Sector",
        "2022 NAICS",
        "Output, 2024",
        "Output, 2034",
        f"Output change, numeric, {_NEXT}",
        f"Compound annual rate of change, {_NEXT}",
    ],
    ["Testing services", "Testing", "5111", 5.5, 6.5, 1.0, 1.7],
    SOURCE,
]
INDUSTRIES: Rows = [
    ["Table 2.11 Employment and output by industry (Output in billion of chained 2017 dollars)"],
    [
        _TITLE,
        _CODE,
        "Industry type",
        *_LEVELS,
        f"Employment change, numeric, {_NEXT}",
        f"Employment change, percent, {_NEXT}",
        f"Compound annual rate of change, employment, {_NEXT}",
        "Output, 2024",
        "Output, 2034",
        f"Compound annual rate of change, output, {_NEXT}",
    ],
    ["Total, all industries", "TE1000", "Summary", 300.5, 330.5, 30, 10.0, 1.0, 30.5, 40.5, 2.9],
    ["  Testing", "5110A1", "Line item", 60.5, 66.5, 6, 9.9, 0.9, _DASH, _DASH, _DASH],
    SOURCE,
]
WORKBOOKS: dict[str, dict[str, Rows]] = {
    "2024/occupation.xlsx": {
        "Table 1.2": MAIN_2024,
        "Table 1.9": INDUSTRY_LIST,
        "Table 1.10": SEPARATIONS,
        "Table 1.11": STEM,
        "Table 1.12": FACTORS,
    },
    "2024/education.xlsx": {
        "Table 5.1": EARNINGS,
        "Table 5.2": BY_EDUCATION,
        "Table 5.3": ATTAINMENT,
        "Table 5.4": ASSIGNMENTS,
    },
    "2024/skills.xlsx": {"Table 6.2": TOP_SKILLS, "Table 6.4": SKILLS_BY_EDUCATION, "Table 6.5": SKILL_RANKS},
    "2024/industry.xlsx": {
        "Table 2.1": SECTORS,
        "Table 2.2": SECTOR_OUTPUT,
        "Table 2.7": OUTPUT_RANKING,
        "Table 2.11": INDUSTRIES,
    },
    "2014/occupation.xlsx": {"Table 1.2": MAIN_2014, "Table 1.10": REPLACEMENT_2014, "Table 1.11": ATTAINMENT_2014},
}
MATRIX_BY_INDUSTRY = (
    '"Occupation Title","Occupation Code","Occupation Type","2022 Employment","2022 Percent of Industry",'
    '"2022 Percent of Occupation","Projected 2032 Employment","Projected 2032 Percent of Industry",'
    '"Projected 2032 Percent of Occupation","Employment Change, 2022-2032","Employment Percent Change, 2022-2032",'
    '"Occupation Sort","Display Level"\n'
    '"Total, all occupations","=""00-0000""","Summary","10.5","100.0","0.1","11.5","100.0","0.1","1.0","9.5","","0"\n'
    '"Test pilots","=""11-1011""","Line Item","1.5","14.3","0.1","1.6","13.9","0.1","0.1","6.7","2","3"\n'
)
TEXTS = {
    "2022/Employment Projections.csv": f"{DOWNLOAD_HEADER}\n{PILOTS}\n",
    "2022/National Employment Matrix_OCC_29-2072.csv": MATRIX_BY_OCCUPATION,
    "2022/National Employment Matrix_IND_5110A1.csv": MATRIX_BY_INDUSTRY,
}


def write_rounds(folder: Path) -> list[Path]:
    """Write the files of all rounds; returns their paths."""
    paths = []
    for name, sheets in WORKBOOKS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        paths.append(write_xlsx(path, sheets))
    for name, text in TEXTS.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def load(writer: Engine, paths: Sequence[Path], workspace: Path) -> None:
    """Load files as the command does, all of which readers must know."""
    found = sort_files(find_files(paths, workspace), ReadOptions())
    assert not found.unknown, [str(unknown) for _, unknown in found.unknown]
    load_files(writer, found.known, LoadOptions(), lambda _part, _rows: None, lambda: None)


def load_rounds(writer: Engine, folder: Path) -> None:
    """Write and load all rounds."""
    workspace = folder / "workspace_of_rounds"
    workspace.mkdir()
    load(writer, write_rounds(folder / "rounds"), workspace)
