"""From what a column means to the field that holds it, and how its cells are read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from app.domain.employment_projections import ENTRY_EDUCATION_LABELS, EXPERIENCE_LABELS, TRAINING_LABELS
from app.domain.qualifiers import Qualifier
from app.sources.ep.figures import dollars, is_missing, jobs, labelled, percent, whole
from app.sources.ep.headings import Heading, heading
from app.sources.ep.release import Round, round_of
from app.sources.records import RecordKind, Value


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures: where it stands, its header, and the field that it fills."""

    at: int
    heading: Heading
    field: str


# Field of a meaning by period: ten years back, base year, projection year; or the ten years before, the round.
_YEARLY: dict[str, tuple[str, str, str]] = {
    "employment": ("previous_employment", "base_employment", "projected_employment"),
    "output": ("previous_output", "base_output", "projected_output"),
    "distribution": (
        "previous_percent_distribution",
        "base_percent_distribution",
        "projected_percent_distribution",
    ),
    "output_distribution": (
        "previous_output_percent_distribution",
        "base_output_percent_distribution",
        "projected_output_percent_distribution",
    ),
    "percent_of_industry": ("", "base_percent_of_industry", "projected_percent_of_industry"),
    "percent_of_occupation": ("", "base_percent_of_occupation", "projected_percent_of_occupation"),
}
_SPANNED: dict[str, tuple[str, str]] = {
    "change": ("previous_employment_change", "employment_change"),
    "change_percent": ("previous_employment_change_percent", "employment_change_percent"),
    "annual_rate": ("previous_employment_annual_rate", "employment_annual_rate"),
    "output_annual_rate": ("previous_output_annual_rate", "output_annual_rate"),
    "output_change": ("", "output_change"),
    "openings": ("", "annual_openings"),
    "growth_replacement": ("", "growth_and_replacement_openings"),
    "growth_openings": ("", "growth_openings"),
    "replacement_needs": ("", "replacement_needs"),
    "replacement_rate": ("", "replacement_rate"),
    "annual_replacement_needs": ("", "annual_replacement_needs"),
    "annual_replacement_rate": ("", "annual_replacement_rate"),
    "exit_rate": ("", "labor_force_exit_rate"),
    "transfer_rate": ("", "occupational_transfer_rate"),
    "separation_rate": ("", "total_separation_rate"),
    "exits": ("", "labor_force_exits"),
    "transfers": ("", "occupational_transfers"),
    "separations": ("", "total_separations"),
}
_PLAIN: dict[str, str] = {
    "self_employed": "percent_self_employed",
    "wage": "annual_median",
    "education": "entry_education",
    "education_code": "entry_education_code",
    "experience": "work_experience",
    "experience_code": "work_experience_code",
    "training": "on_the_job_training",
    "training_code": "on_the_job_training_code",
    "in_handbook": "in_handbook",
    "factor": "factor",
    "weekly_earnings": "median_weekly_earnings",
    "unemployment_rate": "unemployment_rate",
    "sort_order": "sort_order",
    "display_level": "display_level",
}
# In a sheet about output alone, these words speak of output.
_OF_OUTPUT = {
    "distribution": "output_distribution",
    "annual_rate": "output_annual_rate",
    "change": "output_change",
}
# Columns that name a row, and those that hold nothing: read elsewhere, or not at all.
KEYS = frozenset(
    {
        "title",
        "code",
        "industry_title",
        "industry_code",
        "row_type",
        "naics",
        "industry_description",
        "sector",
        "sector_title",
        "group",
        "attainment_group",
        "link",
    }
)

_JOBS = frozenset(
    {
        "previous_employment",
        "base_employment",
        "projected_employment",
        "previous_employment_change",
        "employment_change",
        "annual_openings",
        "growth_and_replacement_openings",
        "growth_openings",
        "replacement_needs",
        "annual_replacement_needs",
        "labor_force_exits",
        "occupational_transfers",
        "total_separations",
    }
)

_LABELS: dict[str, Mapping[str, Value]] = {
    "entry_education": dict(ENTRY_EDUCATION_LABELS),
    "work_experience": dict(EXPERIENCE_LABELS),
    "on_the_job_training": dict(TRAINING_LABELS),
}
_WHOLE = frozenset(
    {
        "entry_education_code",
        "work_experience_code",
        "on_the_job_training_code",
        "sort_order",
        "display_level",
        "median_weekly_earnings",
    }
)
# Fields whose empty cells need no reason.
UNQUALIFIED = frozenset(
    {
        "entry_education_code",
        "work_experience_code",
        "on_the_job_training_code",
        "sort_order",
        "display_level",
        "in_handbook",
        "factor",
    }
)


def field_of(head: Heading, round_: Round, *, of_output: bool) -> str | None:
    """The field that a column fills in a round; `None` for a column that is not known, or of other years."""
    if head.meaning is None:
        return None
    meaning = _OF_OUTPUT.get(head.meaning, head.meaning) if of_output else head.meaning
    if ":" in meaning:
        return meaning
    if meaning in _YEARLY:
        years = (round_.previous, round_.base, round_.projected)
        fields = dict(zip(years, _YEARLY[meaning], strict=True))
        return fields.get(head.years[0]) or None if head.years else None
    if meaning in _SPANNED:
        # A header that names no years speaks of the round.
        ahead = (round_.base, round_.projected)
        spanned = dict(zip(((round_.previous, round_.base), ahead), _SPANNED[meaning], strict=True))
        years_of = (head.years[0], head.years[-1]) if head.years else ahead
        return spanned.get(years_of) or None
    return _PLAIN.get(meaning)


def is_of_output(headings: Sequence[Heading]) -> bool:
    """Whether a sheet has output and no employment, so that its shares and rates are those of output."""
    meanings = {head.meaning for head in headings}
    return "output" in meanings and "employment" not in meanings


def read_cell(field: str, text: str) -> tuple[Value, Qualifier | None]:
    """A figure and its qualifier; raises `UnreadableCellError`."""
    if field == "in_handbook":
        return bool(text.strip()) and not is_missing(text), None
    if field == "factor" or field.startswith("top_skill:"):
        return text.strip() or None, None
    if is_missing(text) or (field == "sort_order" and not text.strip()):
        return None, None if field in UNQUALIFIED else Qualifier.NOT_APPLICABLE
    if field == "annual_median":
        return dollars(text)
    return _reader(field)(text), None


def _reader(field: str) -> Callable[[str], Value]:
    if field in _LABELS:
        return partial(labelled, labels=_LABELS[field])
    if field in _JOBS:
        return jobs
    return whole if field in _WHOLE else percent


def columns_of(kind: RecordKind, header: Sequence[str]) -> dict[str, str]:
    """The header text of each field of a kind of record, for a header whose lines were joined (`table_head`).

    A list of headers names its round by its years. Fields that a row shares among several records (`percent` of each
    attainment, `value` of each skill, `skill` of each rank) are listed by `field:member`.
    """
    headings = [heading(text) for text in header]
    round_ = round_of((), headings) or Round(0)
    of_output = is_of_output(headings)
    found: dict[str, str] = {}
    for head in headings:
        if head.meaning in KEYS:
            continue
        field = field_of(head, round_, of_output=of_output)
        if field is None and kind is RecordKind.EP_SKILL_SCORE:
            field = f"value:{head.text}"
        if field is None:
            continue
        if field.startswith("attainment:"):
            field = f"percent:{field.partition(':')[2]}"
        if field.startswith("top_skill:"):
            field = f"skill:{field.partition(':')[2]}"
        found[field] = head.text
    return found
