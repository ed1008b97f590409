"""Small OEWS releases of several years in the publisher's layouts: our own figures, no publisher's row.

They hold what histories and comparisons of releases are about: two revisions of the SOC with their hybrids, an
aggregation, a metropolitan area that was drawn anew, a wage above the threshold before and after that was raised, and
years of which one part is loaded, or none.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Engine

from tests.small_rounds import load
from tests.unit.sources.oews.layouts import FIGURES_2010, figures, today

_NAMES = {
    "47-2111": "Electricians",
    "29-1111": "Registered Nurses*",
    "29-1141": "Registered Nurses",
    "29-2071": "Medical Records and Health Information Technicians",
    "29-2072": "Medical Records Specialists",
    "29-2098": "Medical Records Specialists and Others",
    "21-1011": "Substance Abuse Counselors",
    "21-1018": "Substance Abuse and Mental Health Counselors",
    "29-1069": "Physicians and Surgeons, All Other",
    "29-1229": "Physicians, All Other",
    "29-1215": "Family Medicine Physicians",
}
# Code, jobs, median by the year; the highest tenth is `#` where the median is above 150,000.
National = Sequence[tuple[str, int, int]]
NATION: dict[int, National] = {
    2010: (
        ("47-2111", 5_100, 48_000),
        ("29-1111", 26_500, 64_000),
        ("29-2071", 1_760, 32_000),
        ("21-1011", 760, 38_000),
    ),
    2012: (
        ("47-2111", 5_190, 49_000),
        ("29-1141", 26_300, 65_000),
        ("29-2071", 1_820, 34_000),
        ("21-1011", 800, 38_500),
    ),
    2018: (
        ("47-2111", 6_550, 55_000),
        ("29-1141", 29_510, 71_000),
        ("29-2071", 2_080, 40_000),
        ("21-1018", 2_670, 44_000),
        ("29-1069", 3_900, 200_000),
    ),
    2019: (
        ("47-2111", 6_880, 56_000),
        ("29-1141", 29_820, 73_000),
        ("29-2098", 3_310, 42_000),
        ("21-1018", 2_830, 46_000),
        ("29-1215", 1_000, 195_000),
    ),
    2022: (
        ("47-2111", 6_900, 60_000),
        ("29-1141", 30_720, 81_000),
        ("29-2072", 1_870, 47_000),
        ("21-1018", 3_440, 49_000),
        ("29-1229", 3_100, 220_000),
        ("29-1215", 1_050, 198_000),
    ),
}
# May 2023: by sector alone. May 2019 and 2024: metropolitan areas, one of them under another title in 2024.
_SECTORS = (("23", "Construction", 5_000, 61_000), ("62", "Health Care and Social Assistance", 100, 58_000))
_AREAS = {
    2019: (("10180", "Abilene, TX"), ("12060", "Atlanta-Sandy Springs-Roswell, GA")),
    2024: (("10180", "Abilene, TX"), ("12060", "Atlanta-Sandy Springs-Alpharetta, GA")),
}


def _cells(jobs: int, median: int) -> list[str]:
    """The figures of a row in the layout of 2010: `#` where the highest tenth is above every threshold."""
    hourly = [f"{median * part / 2080:.2f}" for part in (0.6, 0.8, 1, 1.2)]
    yearly = [str(round(median * part, -1)) for part in (0.6, 0.8, 1, 1.2)]
    top = "#" if median > 150_000 else None
    mean = [f"{median / 2080:.2f}", str(median), "1.5"]
    ninth = [top or f"{median * 1.5 / 2080:.2f}", top or str(round(median * 1.5))]
    cut = [
        ["#" if top and float(cell) > bound else cell for cell in cells]
        for cells, bound in ((hourly, 99), (yearly, 207_000))
    ]
    return figures([str(jobs), "2.5", *mean, *cut[0], ninth[0], *cut[1], ninth[1]])


def _of_2010(rows: National) -> list[list[str]]:
    head = ["OCC_CODE", "OCC_TITLE", "GROUP", *FIGURES_2010]
    return [head, *([code, _NAMES[code], "", *_cells(jobs, median)] for code, jobs, median in rows)]


def _of_2018(rows: National) -> list[list[str]]:
    head = ["OCC_CODE", "OCC_TITLE", "OCC_GROUP", *FIGURES_2010]
    return [head, *([code, _NAMES[code], "detailed", *_cells(jobs, median)] for code, jobs, median in rows)]


def _row(code: str, jobs: int, median: int, **keys: str) -> dict[str, str]:
    cells = dict(zip(FIGURES_2010, _cells(jobs, median), strict=True))
    return {**cells, "OCC_CODE": code, "OCC_TITLE": _NAMES[code], **keys}


def _of_today(rows: National) -> list[list[str]]:
    return today(*(_row(*row) for row in rows))


def _metropolitan(year: int) -> list[list[str]]:
    rows = (
        _row("47-2111", 100 + year, 20 * year, AREA=code, AREA_TITLE=title, AREA_TYPE="4", PRIM_STATE=title[-2:])
        for code, title in _AREAS[year]
    )
    return today(*rows)


def _by_sector() -> list[list[str]]:
    rows = (
        _row("47-2111", jobs, median, NAICS=code, NAICS_TITLE=title, I_GROUP="sector", OWN_CODE="5")
        for code, title, jobs, median in _SECTORS
    )
    return today(*rows)


def write_years(folder: Path) -> list[Path]:
    """Write the files of all years; returns their paths."""
    tables = {
        "oesm10nat/national_M2010_dl.csv": _of_2010(NATION[2010]),
        "oesm12nat/national_M2012_dl.csv": _of_2018(NATION[2012]),
        "oesm18nat/national_M2018_dl.csv": _of_2018(NATION[2018]),
        "oesm19nat/national_M2019_dl.csv": _of_today(NATION[2019]),
        "oesm19ma/MSA_M2019_dl.csv": _metropolitan(2019),
        "oesm22nat/national_M2022_dl.csv": _of_today(NATION[2022]),
        "oesm23in4/natsector_M2023_dl.csv": _by_sector(),
        "oesm24ma/MSA_M2024_dl.csv": _metropolitan(2024),
    }
    paths = []
    for name, rows in tables.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(rows)
        paths.append(path)
    return paths


def load_years(writer: Engine, folder: Path) -> None:
    """Write and load all years."""
    workspace = folder / "workspace_of_years"
    workspace.mkdir()
    load(writer, write_years(folder / "years"), workspace)
