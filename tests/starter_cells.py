"""The starter release read with nothing but `csv`: what the API must say of each cell, found by another route.

The meaning of markers and columns is written down here anew, from the notes of the publisher's files; nothing of
`app.sources` is used, so that a fault there does not excuse itself.
"""

import csv
import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

SEED_FOLDER = Path(__file__).parents[1] / "seed_data"
FILE_NAME = "oews_2025_05_states.csv.gz"

HOURLY = {
    "hourly_mean": "H_MEAN",
    "hourly_p10": "H_PCT10",
    "hourly_p25": "H_PCT25",
    "hourly_median": "H_MEDIAN",
    "hourly_p75": "H_PCT75",
    "hourly_p90": "H_PCT90",
}
ANNUAL = {
    "annual_mean": "A_MEAN",
    "annual_p10": "A_PCT10",
    "annual_p25": "A_PCT25",
    "annual_median": "A_MEDIAN",
    "annual_p75": "A_PCT75",
    "annual_p90": "A_PCT90",
}
WAGE_COLUMNS = {**HOURLY, **ANNUAL, "mean_wage_rse": "MEAN_PRSE"}
EMPLOYMENT_COLUMNS = {
    "employment": "TOT_EMP",
    "employment_rse": "EMP_PRSE",
    "jobs_per_1000": "JOBS_1000",
    "location_quotient": "LOC_QUOTIENT",
}
# Published for single industries only, so the starter release has no such column.
NEVER_IN_THE_STARTER = ("percent_of_industry", "percent_of_establishments_reporting")
COLUMNS = {**WAGE_COLUMNS, **EMPLOYMENT_COLUMNS}

# The notes of May 2025: "... equal to or greater than $115.00 per hour or $239,200 per year".
TOP_HOURLY, TOP_ANNUAL = 115.0, 239_200


@dataclass(frozen=True)
class Row:
    """A row of the file: its number (the header is row 1) and its cells by column."""

    number: int
    cells: Mapping[str, str]

    @property
    def key(self) -> tuple[str, str]:
        """Area and occupation, which are unique in this file."""
        return self.cells["AREA"], self.cells["OCC_CODE"]


@cache
def starter_rows() -> tuple[Row, ...]:
    """All rows of the file, in its order."""
    with gzip.open(SEED_FOLDER / FILE_NAME, "rt", encoding="utf-8", newline="") as lines:
        return tuple(Row(number, cells) for number, cells in enumerate(csv.DictReader(lines), start=2))


@cache
def rows_by_key() -> dict[tuple[str, str], Row]:
    """The same rows by area and occupation."""
    found = {row.key: row for row in starter_rows()}
    assert len(found) == len(starter_rows()), "area and occupation are not unique"
    return found


def expected(row: Row, measure: str) -> tuple[int | float | None, str | None]:  # noqa: PLR0911 - a marker a line
    """The value and the qualifier of a cell."""
    if measure in NEVER_IN_THE_STARTER:
        return None, "not_applicable"
    text = row.cells[COLUMNS[measure]]
    if text == "*":
        return None, "wage_not_released"
    if text == "**":
        return None, "employment_not_released"
    if text == "#":
        return (TOP_HOURLY if measure in HOURLY else TOP_ANNUAL), "at_or_above"
    if text == "":
        if measure in HOURLY and row.cells["ANNUAL"] == "TRUE":
            return None, "annual_only"
        if measure in ANNUAL and row.cells["HOURLY"] == "TRUE":
            return None, "hourly_only"
        return None, "not_applicable"
    return float(Decimal(text)), None


def expected_figures(row: Row, measures: tuple[str, ...]) -> tuple[dict[str, int | float | None], dict[str, str]]:
    """All values of a row, and the qualifiers of those that have one."""
    cells = {measure: expected(row, measure) for measure in measures}
    values = {measure: value for measure, (value, _) in cells.items()}
    return values, {measure: qualifier for measure, (_, qualifier) in cells.items() if qualifier is not None}
