"""Small files of Employment Projections, invented, in the publisher's layouts."""

from pathlib import Path

from app.sources.ep import recognise_ep
from app.sources.files import FileKind, FoundFile
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, SourceFile
from tests.workbooks import Rows, write_xlsx

SOURCE = ["Source: Employment Projections program, U.S. Bureau of Labor Statistics"]
NOTES = [["Footnotes:"], ["[1] Data are from the wage survey."], ['Note: Data is unavailable for "—".'], SOURCE]

MAIN_2024: Rows = [
    ["Table 1.2 Occupational projections, 2024\u20132034, and worker characteristics, 2024 (Employment in thousands)"],
    [
        "2024 National Employment Matrix title",
        "2024 National Employment Matrix code",
        "Occupation type",
        "Employment, 2024",
        "Employment, 2034",
        "Employment distribution, percent, 2024",
        "Employment distribution, percent, 2034",
        "Employment change, numeric, 2024\u201334",
        "Employment change, percent, 2024\u201334",
        "Percent self employed, 2024",
        "Occupational openings, 2024\u201334 annual average",
        "Median annual wage, dollars, 2024[1]",
        "Typical education needed for entry",
        "Work experience in a related occupation",
        "Typical on-the-job training needed to attain competency in the occupation",
        "Related Occupational Outlook Handbook (OOH) content",
    ],
    ["Total, all occupations", "00-0000", "Summary", 300.5, 330.5, 100, 100, 30, 10.0, 6.1, 33.3, 50000, *["—"] * 4],
    ["  Test occupations", "11-0000", "Summary", 300.5, 330.5, 100, 100, 30, 10.0, 6.1, 33.3, 60000, *["—"] * 4],
    [
        "      Test pilots",
        "11-1011",
        "Line item",
        200.1,
        220.1,
        66.6,
        66.6,
        20,
        10.0,
        "—",
        22.2,
        ">=$239,200",
        "Bachelor's degree",
        "5 years or more",
        "None",
        "OOH Content",
    ],
    [
        "      Buyers and testers",
        "13-1020",
        "Line item",
        100.4,
        110.4,
        33.4,
        33.4,
        10,
        10.0,
        0.0,
        11.1,
        40120,
        "High school diploma or equivalent",
        "None",
        "Short-term on-the-job training",
        "—",
    ],
    *NOTES,
]
RANKING_2024: Rows = [
    ["Table 1.3 Fastest growing occupations, 2024 and projected 2034 (Employment in thousands)"],
    [
        "2024 National Employment Matrix title",
        "2024 National Employment Matrix code",
        "Employment, 2024",
        "Employment, 2034",
        "Employment change, numeric, 2024\u201334",
        "Employment change, percent, 2024\u201334",
        "Median annual wage, dollars, 2024[1]",
    ],
    ["  Test pilots", "11-1011", 200.1, 220.1, 20, 10.0, ">=$239,200"],
    *NOTES,
]
SEPARATIONS_2024: Rows = [
    ["Table 1.10 Occupational separations and openings, projected 2024\u201334 (Employment in thousands)"],
    [
        "2024 National Employment Matrix title",
        "2024 National Employment Matrix code",
        "Occupation type",
        "Employment, 2024",
        "Employment, 2034",
        "Employment change, numeric, 2024\u201334",
        "Employment change, percent, 2024\u201334",
        "Labor force exit rate, 2024\u201334 annual average",
        "Occupational transfer rate, 2024\u201334 annual average",
        "Total occupational separations rate, 2024\u201334 annual average",
        "Labor force exits, 2024\u201334 annual average",
        "Occupational transfers, 2024\u201334 annual average",
        "Total occupational separations, 2024\u201334 annual average",
        "Occupational openings, 2024\u201334 annual average",
    ],
    ["Total, all occupations", "00-0000", "Summary", 300.5, 330.5, 30, 10.0, 3.9, 5.7, 9.6, 12.2, 18.1, 30.3, 33.3],
    ["  Test occupations", "11-0000", "Summary", 300.5, 330.5, 30, 10.0, 3.9, 5.7, 9.6, 12.2, 18.1, 30.3, 33.3],
    ["      Test pilots", "11-1011", "Line item", 200.1, 220.1, 20, 10.0, 3.9, 5.7, 9.6, 8.1, 12.0, 20.2, 22.2],
    ["      Buyers and testers", "13-1020", "Line item", 100.4, 110.4, 10, 10.0, 3.9, 5.7, 9.6, 4.1, 6.1, 10.1, 11.1],
    *NOTES,
]
MAIN_2014: Rows = [
    ["Table 1.2 Employment by detailed occupation, 2014 and projected 2024\n(Numbers in thousands)"],
    [
        "2014 National Employment Matrix title and code",
        None,
        "Occupation type",
        "Employment",
        None,
        None,
        None,
        "Change, 2014-24",
        None,
        "Job openings due to growth and replacements, 2014-24",
    ],
    [None, None, None, "Number", None, "Percent distribution", None, None, None, None],
    [None, None, None, 2014, 2024, 2014, 2024, "Number", "Percent", None],
    ["Total, all occupations", "00-0000", "Summary", 300, 330, 100, 100, 30, 10, 99.5],
    ["Test pilots", "11-1011", "Line item", 300, 330, 100, 100, 30, 10, 99.5],
    SOURCE,
]
REPLACEMENT_2014: Rows = [
    ["Table 1.10 Employment change, replacement needs, and job openings projected 2014-24"],
    [
        "2014 National Employment Matrix title and code",
        None,
        "Occupation type",
        "Employment",
        None,
        "Employment change, 2014-24",
        None,
        "2014-24 Replacement rate",
        "Replacement needs, 2014-24",
        "Job openings due to growth and replacements, 2014-24",
    ],
    [None, None, None, 2014, 2024, "Number", "Percent", None, None, None],
    ["Test pilots", "11-1011", "Line item", 300, 330, 30, 10, 23.5, 69.5, 99.5],
    SOURCE,
]
ATTAINMENT_2014: Rows = [
    ["Table 1.11 Educational attainment for workers 25 years and older by detailed occupation, 2013-14"],
    [
        "2014 National Employment Matrix title and code",
        None,
        "Less than high school diploma",
        "High school diploma or equivalent",
        "Some college, no degree",
        "Associate's degree",
        "Bachelor's degree",
        "Master's degree",
        "Doctoral or professional degree",
    ],
    ["Test pilots(1)", "11-1011", 1.5, 8.5, 20, 10, 40, 15, 5],
    ["Footnotes:"],
    ["(1) Shared with other occupations"],
    SOURCE,
]
SECTORS_2014: Rows = [
    ["Table 2.1 Employment by major industry sector"],
    ["Industry sector", "Thousands of jobs", None, None, "Change", None, "Percent distribution", None, None,
     "Compound annual rate of change", None],
    [None, 2004, 2014, 2024, "2004-14", "2014-24", 2004, 2014, 2024, "2004-14", "2014-24"],
    ["Total", 100.5, 110.5, 120.5, 10, 10, 100, 100, 100, 1.0, 0.9],
    SOURCE,
]  # fmt: skip

DOWNLOAD_HEADER = (
    '"Occupation Title","Occupation Code","Employment 2022","Employment 2032","Employment Change, 2022-2032",'
    '"Employment Percent Change, 2022-2032","Occupational Openings, 2022-2032 Annual Average",'
    '"Median Annual Wage 2023","Typical Entry-Level Education","Education Code",'
    '"Work Experience in a Related Occupation","Workex Code","Typical on-the-job Training","trCode"'
)
PILOTS = (
    '"Test pilots    * Flight Tester* Pilot, Test","=""11-1011""","1,200.5","1,300.5","100.0","8.3","9.9",'
    '">=239,200","Bachelor\'s degree","3","None","4","Apprenticeship","2"'
)
MATRIX_BY_OCCUPATION = (
    '"Industry Title","Industry Code","Industry Type","2022 Employment","2022 Percent of Industry",'
    '"2022 Percent of Occupation","Projected 2032 Employment","Projected 2032 Percent of Industry",'
    '"Projected 2032 Percent of Occupation","Employment Change, 2022-2032","Employment Percent Change, 2022-2032",'
    '"Industry Sort","Display Level"\n'
    '"Total employment","=""TE1000""","Summary","10.5","0.1","100.0","11.5","0.1","100.0","1.0","9.5","","0"\n'
    '"Manufacturing","=""31-330""","Summary","1.5","0.1","14.3","1.5","0.1","13.0","0.0","-0.1","1","0"\n'
    '"Foods, n.e.c.","=""3110A1""","Line Item","1.5","0.1","14.3","1.5","0.1","13.0","0.0","-0.1","2","1"\n'
)


AS_IT_IS = ReadOptions()


def found(path: Path, location: str | None = None) -> FoundFile:
    kind = FileKind.XLSX if path.suffix == ".xlsx" else FileKind.TEXT
    return FoundFile(SourceFile.of(path), location or path.name, path, kind)


def answer(
    folder: Path,
    sheets: dict[str, Rows],
    options: ReadOptions = AS_IT_IS,
    location: str | None = None,
) -> Recognition | NearLayout | None:
    return recognise_ep(found(write_xlsx(folder / "book.xlsx", sheets), location), options)


def text_answer(folder: Path, text: str, name: str = "download.csv") -> Recognition | NearLayout | None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return recognise_ep(found(path), ReadOptions())


def drawn(got: Recognition | NearLayout | None) -> list[Record]:
    assert isinstance(got, Recognition), got
    return list(got.part.records())


def values_of(records: list[Record], kind: RecordKind) -> list[dict[str, object]]:
    return [dict(record.values) for record in records if record.kind is kind]
