"""Which rule made what is served of a cell, as the readers of each program have it.

Told by the field and by what was stored, so that it stands where the file's bytes are not at hand as well.
"""

from dataclasses import dataclass

from app.domain.cell_rules import CellRule
from app.domain.measures import MEASURES, Unit
from app.domain.programs import Program
from app.domain.qualifiers import MEANINGS, Qualifier


@dataclass(frozen=True, slots=True)
class Served:
    """A field of a record as it is served: whose, what, and for which period."""

    program: Program
    field: str
    value: object
    qualifier: Qualifier | None
    reference_period: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The rule that made a value of a cell, and what it did in this case, in a sentence."""

    rule: CellRule
    meaning: str


def reading_of(served: Served, *, of_page: bool) -> Reading:
    """How a cell became what is served; `of_page` says that it was read from the text of a page."""
    if served.qualifier is Qualifier.NOT_APPLICABLE and of_page:
        return Reading(CellRule.NONE_PUBLISHED, "The page gives no such figure here.")
    if served.qualifier is not None:
        return _qualified(served, served.qualifier)
    if served.value is None:
        return Reading(CellRule.NONE_PUBLISHED, "The cell holds no value: it is blank, a dash or n/a.")
    rule = CellRule.READ_FROM_TEXT if of_page else _rule(served)
    return Reading(rule, _WORDS[rule])


def missing_column(served: Served) -> Reading:
    """How a field is served that no column of the file fills."""
    if served.qualifier is not None and served.value is None:
        meaning = f"The file has no column for it. {MEANINGS[served.qualifier]}"
        return Reading(CellRule.NO_COLUMN, meaning)
    return Reading(CellRule.NOT_A_CELL, _WORDS[CellRule.NOT_A_CELL])


_BY_MARKER = {
    Qualifier.WAGE_NOT_RELEASED: (CellRule.WITHHELD, "*"),
    Qualifier.EMPLOYMENT_NOT_RELEASED: (CellRule.WITHHELD, "**"),
    Qualifier.BELOW_HALF_PERCENT: (CellRule.BELOW_HALF_PERCENT, "~"),
}


def _qualified(served: Served, qualifier: Qualifier) -> Reading:
    meaning = MEANINGS[qualifier]
    if qualifier in (Qualifier.AT_OR_ABOVE, Qualifier.ABOVE):
        return Reading(CellRule.BOUND, _bound(served, qualifier))
    if qualifier in _BY_MARKER:
        rule, marker = _BY_MARKER[qualifier]
        return Reading(rule, f"{marker} in the notes of {_release_words(served)}. {meaning}")
    if qualifier in (Qualifier.ANNUAL_ONLY, Qualifier.HOURLY_ONLY):
        by = "year" if qualifier is Qualifier.ANNUAL_ONLY else "hour"
        meaning = f"The row is flagged as paid by the {by} only, and this cell is blank or has *. {meaning}"
        return Reading(CellRule.PAID_OTHERWISE, meaning)
    return Reading(CellRule.NONE_PUBLISHED, "The cell holds no figure: it is blank, a dash or n/a.")


def _bound(served: Served, qualifier: Qualifier) -> str:
    hourly = served.field in MEASURES and MEASURES[served.field].unit is Unit.DOLLARS_PER_HOUR
    amount = f"${served.value:,.2f} per hour" if hourly else f"${served.value:,} per year"
    if served.program is Program.OEWS:
        return f"# stands for the threshold of {_release_words(served)}, {amount}. {MEANINGS[qualifier]}"
    return f"The publication prints the bound, {amount}. {MEANINGS[qualifier]}"


_MONTHS = {"05": "May", "11": "November"}


def _release_words(served: Served) -> str:
    year, _, month = served.reference_period.partition("-")
    return f"OEWS {_MONTHS.get(month, month)} {year}".replace("  ", " ")


_LABELS = frozenset(
    {"level", "area_type", "industry_level", "ownership_code", "basis", "entry_education", "work_experience"}
    | {"on_the_job_training", "row_type", "occupation_row_type", "industry_row_type", "attainment", "skill_measure"}
    | {"technology_type", "education_level", "outlook_category", "task_type"}
    | {"entry_education_code", "work_experience_code", "on_the_job_training_code"}
)
_FLAGS = frozenset(
    {"in_handbook", "recommend_suppress", "not_relevant", "hot_technology", "in_demand", "shown_in_my_next_move"}
)


def _rule(served: Served) -> CellRule:  # noqa: PLR0911
    field, value = served.field, served.value
    if field in _FLAGS or isinstance(value, bool):
        return CellRule.FLAG
    if field in _LABELS:
        return CellRule.LABEL
    if field.endswith("_code") and isinstance(value, str):
        return CellRule.CODE
    if field == "date" and served.program is Program.ONET:
        return CellRule.MONTH
    if not isinstance(value, int | float):
        return CellRule.AS_PRINTED
    unit = MEASURES[field].unit if field in MEASURES else None
    if served.program is Program.EP and unit is Unit.JOBS:
        return CellRule.THOUSANDS
    if unit is Unit.DOLLARS_PER_YEAR:
        return CellRule.DOLLARS
    return CellRule.DOLLARS_AND_CENTS if unit is Unit.DOLLARS_PER_HOUR else CellRule.NUMBER


_WORDS = {
    CellRule.AS_PRINTED: "The text of the cell, without footnote marks and blanks around it.",
    CellRule.NUMBER: "The number that the cell writes, without separators of thousands.",
    CellRule.THOUSANDS: "The column counts in thousands: the number of the cell times 1,000.",
    CellRule.DOLLARS: "Whole dollars, without the sign and separators.",
    CellRule.DOLLARS_AND_CENTS: "Dollars and cents, kept as whole cents.",
    CellRule.CODE: "A code, written as the classification writes it.",
    CellRule.LABEL: "The publisher's word or code for one of a closed set.",
    CellRule.FLAG: "Whether the cell says yes.",
    CellRule.MONTH: "The month that the cell names, the year first.",
    CellRule.READ_FROM_TEXT: "Read from the text of the page; the header says from which words of it.",
    CellRule.NOT_A_CELL: "No cell of this row: the file, its name or the rows around it say it.",
}
