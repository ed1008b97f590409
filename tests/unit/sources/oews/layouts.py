"""Small OEWS tables in the publisher's layouts of different years. The rows are invented."""

from collections.abc import Sequence
from pathlib import Path

from app.sources.files import FileKind, FoundFile
from app.sources.records import SourceFile

_FIGURES_2010 = (
    "TOT_EMP EMP_PRSE H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN H_PCT75 H_PCT90 "
    "A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY"
)
FIGURES_2010 = _FIGURES_2010.split()
LOCAL = ["JOBS_1000", "LOC_Q"]
INDUSTRIAL = ["PCT_TOTAL", "PCT_RPT"]

_PLAIN = "1230 4.5 20.01 41620 1.2 10.5 12 18.25 25.75 33.33 21840 24960 37960 53560 69330"
PLAIN = _PLAIN.split()
_YEARLY = "540 7.1 * 60000 2 * * * * * 30000 45000 55000 # # TRUE"
YEARLY = _YEARLY.split()
_HOURLY = "80 22.2 30.5 * 3.1 8.25 9 20.1 # # * * * * *"
HOURLY = _HOURLY.split()


def figures(cells: Sequence[str], annual: str = "", hourly: str = "") -> list[str]:
    """The seventeen figure cells of a row in the layout of 2010."""
    if cells[-1] == "TRUE":
        cells, annual = cells[:-1], "TRUE"
    return [*cells, annual, hourly]


def national_2010() -> list[list[str]]:
    """To May 2011: `GROUP`, blank for detailed occupations; nothing of area, industry and ownership."""
    return [
        ["OCC_CODE", "OCC_TITLE", "GROUP", *FIGURES_2010],
        ["00-0000", "All Occupations", "total", *figures(PLAIN)],
        ["29-0000", "Healthcare Practitioners", "major", *figures(YEARLY)],
        ["29-1111", "Registered Nurses*", "", *figures(PLAIN)],
        ["29-2799", "Health Technologists, All Other*", "", *figures(HOURLY, hourly="TRUE")],
    ]


def states_2013() -> list[list[str]]:
    """To May 2018: the state's FIPS code, abbreviation and name."""
    local = ["12.5", "1.07"]
    head = ["AREA", "ST", "STATE", "OCC_CODE", "OCC_TITLE", "OCC_GROUP", "TOT_EMP", "EMP_PRSE", *LOCAL]
    cells = figures(PLAIN)
    return [
        [*head, *FIGURES_2010[2:]],
        ["01", "AL", "Alabama", "00-0000", "All Occupations", "total", *cells[:2], *local, *cells[2:]],
        ["06", "CA", "California", "25-3098", "Substitute Teachers", "detailed", *cells[:2], "**", "**", *cells[2:]],
        ["72", "PR", "Puerto Rico", "11-1021", "General Managers", "detailed", "**", "**", "**", "**", *cells[2:]],
    ]


def areas_2012(areas: Sequence[tuple[str, str, str]]) -> list[list[str]]:
    """To May 2018: metropolitan areas, their divisions and nonmetropolitan areas, by code, title and main state."""
    cells = figures(PLAIN)
    head = ["PRIM_STATE", "AREA", "AREA_NAME", "OCC_CODE", "OCC_TITLE", "OCC_GROUP", "TOT_EMP", "EMP_PRSE"]
    return [
        [*head, "JOBS_1000", "LOC QUOTIENT", *FIGURES_2010[2:]],
        *(
            [state, code, title, "11-1021", "General Managers", "detailed", *cells[:2], "12.5", "1.07", *cells[2:]]
            for code, title, state in areas
        ),
    ]


def industries_2008(codes: Sequence[str], owner: str | None = None, level: str | None = None) -> list[list[str]]:
    """To May 2018: industries of one level, each file with its own; in some by ownership or with `NAICS_LEVEL`."""
    cells = figures(PLAIN)
    head = ["naics", "naics_title", "occ_code", "occ_title", "group", "tot_emp", "emp_prse", "pct_total", "pct_rpt"]
    more = (["own_code"] if owner else []) + (["naics_level"] if level else [])
    extra = ([owner] if owner else []) + ([level] if level else [])
    return [
        [*head, *(name.lower().replace("_pct", "_wpct") for name in FIGURES_2010[2:]), *more],
        *(
            [code, f"Industry {code}", "11-1021", "Managers", "", *cells[:2], "1.25", "~", *cells[2:], *extra]
            for code in codes
        ),
    ]


_TODAY = (
    "AREA AREA_TITLE AREA_TYPE PRIM_STATE NAICS NAICS_TITLE I_GROUP OWN_CODE OCC_CODE OCC_TITLE O_GROUP "
    "TOT_EMP EMP_PRSE JOBS_1000 LOC_QUOTIENT PCT_TOTAL PCT_RPT H_MEAN A_MEAN MEAN_PRSE H_PCT10 H_PCT25 H_MEDIAN "
    "H_PCT75 H_PCT90 A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90 ANNUAL HOURLY"
)
TODAY = _TODAY.split()


def today(*rows: dict[str, str]) -> list[list[str]]:
    """Since May 2019: every file has all columns. Each row is this one but for the cells given."""
    cells = figures(PLAIN)
    plain = dict.fromkeys(TODAY, "") | dict(zip(FIGURES_2010, cells, strict=True))
    plain |= {"AREA": "99", "AREA_TITLE": "U.S.", "AREA_TYPE": "1", "PRIM_STATE": "US", "NAICS": "000000"}
    plain |= {"NAICS_TITLE": "Cross-industry", "I_GROUP": "cross-industry", "OWN_CODE": "1235"}
    plain |= {"OCC_CODE": "29-2072", "OCC_TITLE": "Medical Records Specialists", "O_GROUP": "detailed"}
    return [TODAY, *([(plain | row)[name] for name in TODAY] for row in rows or ({},))]


def descriptions(
    year: int, threshold: str = "equal to or greater than $115.00 per hour or $239,200 per year"
) -> list[list[str]]:
    """The field descriptions that stand in a sheet or workbook of their own."""
    return [
        [f"May {year} OEWS Estimates", ""],
        ["Occupational Employment and Wage Statistics (OEWS) Survey", ""],
        ["Field", "Field Description"],
        *([name.lower(), f"what {name} is"] for name in ("occ_code", "tot_emp", "h_mean", "a_median")),
        [f"#  = indicates a wage {threshold}", ""],
    ]


def found(path: Path, kind: FileKind, location: str | None = None) -> FoundFile:
    """The file at `path`, as if it had been found at `location`."""
    return FoundFile(SourceFile.of(path), location or str(path), path, kind)
