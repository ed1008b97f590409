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
    DOLLARS_PER_WEEK = "dollars_per_week"
    BILLIONS_OF_CHAINED_DOLLARS = "billions_of_chained_dollars"
    POINTS = "points"
    SCALE_POINTS = "scale_points"
    RESPONSES = "responses"


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
        programs=_programs_of_percentile(period, rank),
        definition_source=_OEWS_NOTES,
        qualifiers=(_Q.WAGE_NOT_RELEASED, _Q.AT_OR_ABOVE, _Q.ABOVE, elsewhere, _Q.NOT_APPLICABLE),
        example=example,
        percentile=rank,
        rounding="to the cent" if period == "hourly" else "to 10 dollars",
    )


def _programs_of_percentile(period: str, rank: int) -> tuple[Program, ...]:
    if period == "hourly":
        return (Program.OEWS,)
    # Employment Projections quote the median alone, from OEWS, and name its year.
    return (Program.OEWS, Program.OOH, Program.EP) if rank == 50 else (Program.OEWS, Program.OOH)


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


def _projected(
    name: str, title: str, meaning: str, unit: Unit, example: int | float, *, rounding: str | None = None
) -> Measure:
    """A measure that Employment Projections alone publish."""
    usual = {Unit.JOBS: "to 100 jobs", Unit.PERCENT: "to 0.1 percent", Unit.BILLIONS_OF_CHAINED_DOLLARS: "to 0.1"}
    return Measure(
        name,
        title,
        meaning,
        unit,
        (Program.EP,),
        _EP_NOTES,
        (_Q.NOT_APPLICABLE,),
        example,
        rounding=rounding or usual.get(unit),
    )


_DISTRIBUTIONS = (
    _projected(
        "base_percent_distribution",
        "Share of all jobs, base year",
        "Jobs as a percentage of all jobs in the base year of the round.",
        Unit.PERCENT,
        0.1,
    ),
    _projected(
        "projected_percent_distribution",
        "Share of all jobs, projected",
        "Jobs as a percentage of all jobs in the last year of the round.",
        Unit.PERCENT,
        0.1,
    ),
)
_OPENINGS = (
    _projected(
        "annual_openings",
        "Annual openings",
        "Openings a year, on average over the round: a tenth of the employment change and the annual separations "
        "(2016-26 and later). Earlier rounds count by another method, under other names.",
        Unit.JOBS,
        14_200,
    ),
    _projected(
        "labor_force_exits",
        "Labor force exits",
        "Workers a year who leave the labor force from the occupation, on average over the round.",
        Unit.JOBS,
        6_600,
    ),
    _projected(
        "occupational_transfers",
        "Occupational transfers",
        "Workers a year who change to another occupation, on average over the round.",
        Unit.JOBS,
        6_200,
    ),
    _projected(
        "total_separations",
        "Total separations",
        "Labor force exits and occupational transfers together, a year.",
        Unit.JOBS,
        12_800,
    ),
    _projected(
        "labor_force_exit_rate",
        "Labor force exit rate",
        "Labor force exits a year as a percentage of employment.",
        Unit.PERCENT,
        3.1,
    ),
    _projected(
        "occupational_transfer_rate",
        "Occupational transfer rate",
        "Occupational transfers a year as a percentage of employment.",
        Unit.PERCENT,
        3.0,
    ),
    _projected(
        "total_separation_rate",
        "Total separation rate",
        "Total separations a year as a percentage of employment.",
        Unit.PERCENT,
        6.1,
    ),
    _projected(
        "percent_self_employed",
        "Percent self-employed",
        "Share of the base-year jobs that are self-employment: the bridge to OEWS, which does not count them.",
        Unit.PERCENT,
        2.4,
    ),
)
_REPLACEMENT = (
    _projected(
        "growth_and_replacement_openings",
        "Openings due to growth and replacement needs, ten years",
        "Openings in the ten years of a round before 2016-26 together. Another method than `annual_openings`: never "
        "compare or chain the two.",
        Unit.JOBS,
        73_300,
    ),
    _projected(
        "growth_openings",
        "Openings due to growth, ten years",
        "Openings in the ten years of a round before 2016-26 that growth alone brings.",
        Unit.JOBS,
        29_000,
    ),
    _projected(
        "replacement_needs",
        "Replacement needs, ten years",
        "Openings in the ten years of a round before 2016-26 to replace workers who leave.",
        Unit.JOBS,
        44_300,
    ),
    _projected(
        "replacement_rate",
        "Replacement rate, ten years",
        "Replacement needs as a percentage of base-year employment, over the ten years.",
        Unit.PERCENT,
        23.5,
    ),
    _projected(
        "annual_replacement_needs",
        "Annual replacement needs",
        "Openings a year to replace workers who leave (rounds before 2016-26).",
        Unit.JOBS,
        4_400,
    ),
    _projected(
        "annual_replacement_rate",
        "Annual replacement rate",
        "Annual replacement needs as a percentage of employment.",
        Unit.PERCENT,
        2.4,
    ),
)
_SHARES_OF_THE_MATRIX = tuple(
    _projected(
        f"{side}_percent_of_{whole}",
        f"Percent of the {whole}'s jobs, {year}",
        f"The jobs of the occupation in the industry as a percentage of all jobs of the {whole}, in the {year}.",
        Unit.PERCENT,
        2.6,
    )
    for whole in ("industry", "occupation")
    for side, year in (("base", "base year"), ("projected", "projection year"))
)
_BEFORE = "ten years before the base year"
_INDUSTRIES = (
    _projected("previous_employment", "Employment ten years before", f"Jobs {_BEFORE}.", Unit.JOBS, 141_092_000),
    _projected(
        "previous_employment_change",
        "Employment change to the base year",
        "Change in jobs in the ten years to the base year.",
        Unit.JOBS,
        18_957_700,
    ),
    _projected(
        "previous_employment_change_percent",
        "Employment change to the base year, percent",
        "Change in jobs in the ten years to the base year, as a percentage.",
        Unit.PERCENT,
        13.4,
    ),
    _projected(
        "previous_percent_distribution",
        "Share of all jobs ten years before",
        f"Jobs as a percentage of all jobs, {_BEFORE}.",
        Unit.PERCENT,
        93.8,
    ),
    _projected(
        "previous_employment_annual_rate",
        "Annual rate of employment to the base year",
        "Compound annual rate of change of jobs in the ten years to the base year.",
        Unit.PERCENT,
        1.3,
    ),
    _projected(
        "employment_annual_rate",
        "Annual rate of employment",
        "Compound annual rate of change of jobs from base to projection year.",
        Unit.PERCENT,
        0.3,
    ),
    *(
        _projected(
            f"{side}_output",
            f"Output, {when}",
            f"Output of the industry {at}, in prices of `output_dollar_year`.",
            Unit.BILLIONS_OF_CHAINED_DOLLARS,
            120.6,
        )
        for side, when, at in (
            ("previous", "ten years before", _BEFORE),
            ("base", "base year", "in the base year"),
            ("projected", "projected", "in the projection year"),
        )
    ),
    _projected(
        "output_change",
        "Output change",
        "Change in output from base to projection year, in prices of `output_dollar_year`.",
        Unit.BILLIONS_OF_CHAINED_DOLLARS,
        56.0,
    ),
    *(
        _projected(
            f"{side}_output_percent_distribution",
            f"Share of all output, {when}",
            f"Output as a percentage of all output, {at}.",
            Unit.PERCENT,
            5.4,
        )
        for side, when, at in (
            ("previous", "ten years before", _BEFORE),
            ("base", "base year", "in the base year"),
            ("projected", "projected", "in the projection year"),
        )
    ),
    _projected(
        "previous_output_annual_rate",
        "Annual rate of output to the base year",
        "Compound annual rate of change of output in the ten years to the base year.",
        Unit.PERCENT,
        2.1,
    ),
    _projected(
        "output_annual_rate",
        "Annual rate of output",
        "Compound annual rate of change of output from base to projection year.",
        Unit.PERCENT,
        3.9,
    ),
)
_WORKERS = (
    _projected(
        "percent_of_workers",
        "Percent of workers",
        "Workers of 25 years and older in the occupation who have completed this level of education and no higher.",
        Unit.PERCENT,
        20.9,
    ),
    _projected(
        "median_weekly_earnings",
        "Median weekly earnings",
        "Median usual weekly earnings of full-time workers of 25 years and older (Current Population Survey).",
        Unit.DOLLARS_PER_WEEK,
        1_840,
        rounding="to the dollar",
    ),
    _projected(
        "unemployment_rate",
        "Unemployment rate",
        "Unemployed persons of 25 years and older as a percentage of the labor force (Current Population Survey).",
        Unit.PERCENT,
        2.2,
    ),
    _projected(
        "skill_value",
        "Skill, rank or score",
        "How much of a skill the occupation asks for: its percentile rank among all occupations (0 to 100) or its "
        "score, as `skill_measure` says.",
        Unit.POINTS,
        94,
    ),
)

_ONET_NOTES = "O*NET data dictionary (ETA)"


def _rating(name: str, title: str, meaning: str, unit: Unit, example: float) -> Measure:
    return Measure(name, title, meaning, unit, (Program.ONET,), _ONET_NOTES, (_Q.NOT_APPLICABLE,), example)


_RATINGS = (
    _rating(
        "value",
        "Rating",
        "Rating of an element of the content model for an occupation, in points on the scale that the record names; "
        "where the record names a category, the percent of responses in it.",
        Unit.SCALE_POINTS,
        4.12,
    ),
    _rating("n", "Number of responses", "How many ratings or respondents the value rests on.", Unit.RESPONSES, 27),
    _rating(
        "standard_error",
        "Standard error",
        "Sampling error of the rating, in the unit of its value: the smaller, the more reliable.",
        Unit.SCALE_POINTS,
        0.13,
    ),
    _rating(
        "lower_bound",
        "Lower bound",
        "Lower bound of the 95 percent confidence interval of the rating, in the unit of its value.",
        Unit.SCALE_POINTS,
        3.87,
    ),
    _rating(
        "upper_bound",
        "Upper bound",
        "Upper bound of the 95 percent confidence interval of the rating, in the unit of its value.",
        Unit.SCALE_POINTS,
        4.37,
    ),
)

RATING_MEASURES: tuple[str, ...] = tuple(m.name for m in _RATINGS)
OEWS_MEASURES: tuple[str, ...] = tuple(m.name for m in (*_EMPLOYMENT, *_WAGES) if Program.OEWS in m.programs)
EMPLOYMENT_MEASURES: tuple[str, ...] = tuple(m.name for m in _EMPLOYMENT if Program.OEWS in m.programs)
WAGE_MEASURES: tuple[str, ...] = tuple(m.name for m in _WAGES)
# The main figures of an occupation for the nation.
SUMMARY_MEASURES: tuple[str, ...] = ("employment", "employment_rse", *WAGE_MEASURES)
HANDBOOK_WAGE_MEASURES: tuple[str, ...] = tuple(m.name for m in _WAGES if Program.OOH in m.programs)
PROJECTION_MEASURES: tuple[str, ...] = tuple(m.name for m in _PROJECTIONS)
OCCUPATION_PROJECTION_MEASURES: tuple[str, ...] = (
    *PROJECTION_MEASURES,
    *(m.name for m in (*_DISTRIBUTIONS, *_OPENINGS, *_REPLACEMENT)),
    "annual_median",
)
MATRIX_MEASURES: tuple[str, ...] = (*PROJECTION_MEASURES, *(m.name for m in _SHARES_OF_THE_MATRIX))
INDUSTRY_PROJECTION_MEASURES: tuple[str, ...] = (
    *PROJECTION_MEASURES,
    *(m.name for m in (*_DISTRIBUTIONS, *_INDUSTRIES)),
)

MEASURES: dict[str, Measure] = {
    m.name: m
    for m in (
        *_EMPLOYMENT,
        *_WAGES,
        *_PROJECTIONS,
        *_DISTRIBUTIONS,
        *_OPENINGS,
        *_REPLACEMENT,
        *_SHARES_OF_THE_MATRIX,
        *_INDUSTRIES,
        *_WORKERS,
        *_RATINGS,
    )
}
