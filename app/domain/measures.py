"""Every measure that the API serves: meaning, unit, rounding, definition, qualifiers. The one place.

The field names here are the names of database columns, JSON fields, filters (`min_`, `max_`) and sort
keys alike. `/v1/measures` serves this registry.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.programs import Program
from app.domain.qualifiers import Qualifier


class Unit(StrEnum):
    """The unit of a measure. Jobs are never in thousands; 11.0 percent means 11 %."""

    JOBS = "jobs"
    DOLLARS_PER_HOUR = "dollars_per_hour"
    DOLLARS_PER_YEAR = "dollars_per_year"
    PERCENT = "percent"
    JOBS_PER_1000 = "jobs_per_1000_jobs"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what it means and where its definition comes from."""

    name: str
    title: str
    meaning: str
    unit: Unit
    programs: tuple[Program, ...]
    definition_source: str
    qualifiers: tuple[Qualifier, ...]
    example: int | float
    percentile: int | None = None
    rounding: str | None = None


_OEWS_NOTES = "OEWS technical notes (BLS)"
_EP_NOTES = "Employment Projections methods (BLS)"
_Q = Qualifier


def _percentile(period: str, rank: int, title: str, example: int | float) -> Measure:
    unit = Unit.DOLLARS_PER_HOUR if period == "hourly" else Unit.DOLLARS_PER_YEAR
    name = f"{period}_median" if rank == 50 else f"{period}_p{rank}"
    below = f"{rank} percent of workers earn less than this and {100 - rank} percent earn more"
    if rank == 50:
        below = "half of the workers in the occupation earn more than this and half earn less"
    elsewhere = _Q.ANNUAL_ONLY if period == "hourly" else _Q.HOURLY_ONLY
    return Measure(
        name=name,
        title=f"{period.capitalize()} {title}",
        meaning=f"The {period} wage at the {rank}th percentile: {below}.",
        unit=unit,
        programs=(Program.OEWS,) if period == "hourly" else (Program.OEWS, Program.OOH),
        definition_source=_OEWS_NOTES,
        qualifiers=(_Q.WAGE_NOT_RELEASED, _Q.AT_OR_ABOVE, _Q.ABOVE, elsewhere, _Q.NOT_APPLICABLE),
        example=example,
        percentile=rank,
        rounding="to the cent" if period == "hourly" else "to 10 dollars",
    )


def _mean(period: str, example: int | float) -> Measure:
    return Measure(
        name=f"{period}_mean",
        title=f"{period.capitalize()} mean wage",
        meaning=f"The average {period} wage: estimated total wages divided by the number of workers.",
        unit=Unit.DOLLARS_PER_HOUR if period == "hourly" else Unit.DOLLARS_PER_YEAR,
        programs=(Program.OEWS,),
        definition_source=_OEWS_NOTES,
        qualifiers=(
            _Q.WAGE_NOT_RELEASED,
            _Q.AT_OR_ABOVE,
            _Q.ABOVE,
            _Q.ANNUAL_ONLY if period == "hourly" else _Q.HOURLY_ONLY,
            _Q.NOT_APPLICABLE,
        ),
        example=example,
        rounding="to the cent" if period == "hourly" else "to 10 dollars",
    )


_EMPLOYMENT = (
    Measure(
        "employment",
        "Employment",
        "Number of jobs. `basis` says what is counted: OEWS leaves out the self-employed, OOH and EP include them.",
        Unit.JOBS,
        (Program.OEWS, Program.OOH, Program.EP),
        _OEWS_NOTES,
        (_Q.EMPLOYMENT_NOT_RELEASED, _Q.NOT_APPLICABLE),
        186_320,
        rounding="OEWS to 10 jobs; OOH and EP to 100 jobs",
    ),
    Measure(
        "employment_rse",
        "Employment, relative standard error",
        "Sampling error of the employment estimate as a percentage of it: the smaller, the more reliable.",
        Unit.PERCENT,
        (Program.OEWS,),
        _OEWS_NOTES,
        (_Q.EMPLOYMENT_NOT_RELEASED, _Q.NOT_APPLICABLE),
        1.2,
        rounding="to 0.1 percent",
    ),
    Measure(
        "jobs_per_1000",
        "Jobs per 1,000 jobs",
        "Jobs in the occupation for every 1,000 jobs in the area. The nation as a whole has none.",
        Unit.JOBS_PER_1000,
        (Program.OEWS,),
        _OEWS_NOTES,
        (_Q.EMPLOYMENT_NOT_RELEASED, _Q.NOT_APPLICABLE),
        1.198,
        rounding="to 0.001",
    ),
    Measure(
        "location_quotient",
        "Location quotient",
        "The occupation's share of the area's jobs divided by its share of the nation's: above 1, concentrated here.",
        Unit.RATIO,
        (Program.OEWS,),
        _OEWS_NOTES,
        (_Q.EMPLOYMENT_NOT_RELEASED, _Q.NOT_APPLICABLE),
        1.05,
        rounding="to 0.01",
    ),
    Measure(
        "percent_of_industry",
        "Percent of industry employment",
        "The occupation's share of all jobs in the industry. Published for single industries only.",
        Unit.PERCENT,
        (Program.OEWS,),
        _OEWS_NOTES,
        (_Q.EMPLOYMENT_NOT_RELEASED, _Q.NOT_APPLICABLE),
        2.31,
        rounding="to 0.01 percent",
    ),
    Measure(
        "percent_of_establishments_reporting",
        "Percent of establishments reporting",
        "Share of the industry's establishments that report the occupation. Published for single industries only.",
        Unit.PERCENT,
        (Program.OEWS,),
        _OEWS_NOTES,
        (_Q.BELOW_HALF_PERCENT, _Q.EMPLOYMENT_NOT_RELEASED, _Q.NOT_APPLICABLE),
        45.5,
        rounding="to 0.01 percent",
    ),
    Measure(
        "percent_of_occupation",
        "Percent of the occupation's employment",
        "Share of the occupation's jobs that an employer group holds, as the handbook prints it (whole percent).",
        Unit.PERCENT,
        (Program.OOH,),
        "Occupational Outlook Handbook, Work Environment",
        (_Q.NOT_APPLICABLE,),
        34,
        rounding="to 1 percent",
    ),
)

_WAGES = (
    _mean("hourly", 26.94),
    _percentile("hourly", 10, "10th percentile wage", 17.48),
    _percentile("hourly", 25, "25th percentile wage", 19.37),
    _percentile("hourly", 50, "median wage", 24.38),
    _percentile("hourly", 75, "75th percentile wage", 31.03),
    _percentile("hourly", 90, "90th percentile wage", 39.42),
    _mean("annual", 56_030),
    _percentile("annual", 10, "10th percentile wage", 26_550),
    _percentile("annual", 25, "25th percentile wage", 40_290),
    _percentile("annual", 50, "median wage", 40_350),
    _percentile("annual", 75, "75th percentile wage", 64_540),
    _percentile("annual", 90, "90th percentile wage", 66_260),
    Measure(
        "mean_wage_rse",
        "Mean wage, relative standard error",
        "Sampling error of the mean wage as a percentage of it: the smaller, the more reliable.",
        Unit.PERCENT,
        (Program.OEWS,),
        _OEWS_NOTES,
        (_Q.WAGE_NOT_RELEASED, _Q.NOT_APPLICABLE),
        0.7,
        rounding="to 0.1 percent",
    ),
)

_PROJECTIONS = (
    Measure(
        "base_employment",
        "Employment, base year",
        "Jobs in the base year of the projection round, the self-employed among them.",
        Unit.JOBS,
        (Program.EP, Program.OOH),
        _EP_NOTES,
        (_Q.NOT_APPLICABLE,),
        215_500,
        rounding="to 100 jobs",
    ),
    Measure(
        "projected_employment",
        "Employment, projected",
        "Jobs expected in the last year of the projection round.",
        Unit.JOBS,
        (Program.EP, Program.OOH),
        _EP_NOTES,
        (_Q.NOT_APPLICABLE,),
        238_600,
        rounding="to 100 jobs",
    ),
    Measure(
        "employment_change",
        "Employment change",
        "Projected employment less base-year employment: the numeric change over the whole round.",
        Unit.JOBS,
        (Program.EP, Program.OOH),
        _EP_NOTES,
        (_Q.NOT_APPLICABLE,),
        23_100,
        rounding="to 100 jobs",
    ),
    Measure(
        "employment_change_percent",
        "Employment change, percent",
        "Employment change as a percentage of base-year employment, over the whole round, as published.",
        Unit.PERCENT,
        (Program.EP, Program.OOH),
        _EP_NOTES,
        (_Q.NOT_APPLICABLE,),
        11,
        rounding="OOH to 1 percent; EP to 0.1 percent",
    ),
)

OEWS_MEASURES: tuple[str, ...] = tuple(m.name for m in (*_EMPLOYMENT, *_WAGES) if Program.OEWS in m.programs)
EMPLOYMENT_MEASURES: tuple[str, ...] = tuple(m.name for m in _EMPLOYMENT if Program.OEWS in m.programs)
WAGE_MEASURES: tuple[str, ...] = tuple(m.name for m in _WAGES)
HANDBOOK_WAGE_MEASURES: tuple[str, ...] = tuple(m.name for m in _WAGES if Program.OOH in m.programs)
PROJECTION_MEASURES: tuple[str, ...] = tuple(m.name for m in _PROJECTIONS)

MEASURES: dict[str, Measure] = {m.name: m for m in (*_EMPLOYMENT, *_WAGES, *_PROJECTIONS)}
