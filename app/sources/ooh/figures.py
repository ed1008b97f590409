"""Figures as the handbook prints them: jobs, dollars, percentages, years; and their bounds and rounding."""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.qualifiers import Qualifier
from app.domain.thresholds import wage_threshold
from app.sources.ooh.no_figure import says_none
from app.sources.records import LARGEST_WHOLE

# The handbook counts jobs in hundreds, and OEWS, from which it takes its wages, rounds annual wages to ten dollars.
JOBS_ROUNDED_TO = 100
DOLLARS_ROUNDED_TO = 10

_JOBS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
_MILLIONS = re.compile(r"([0-9]+(?:\.[0-9]+)?) million")
_DOLLARS = re.compile(r"\$?\s?([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]{2})?")
_PERCENT = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?)\s?%?")
# A four-digit amount is paid by the year; where an hourly wage should stand, it is the figure of another column.
_NO_HOURLY_WAGE = 1_000
_MINUS = "-\u2212\u2013\u2012"


@dataclass(frozen=True, slots=True)
class Money:
    """Dollars (whole per year, with cents per hour), and the qualifier of a bound or of what is not available."""

    value: int | Decimal | None
    qualifier: Qualifier | None = None


def _within(number: int) -> int:
    if number > LARGEST_WHOLE:
        raise ValueError(f"a number of {LARGEST_WHOLE} at most")
    return number


def parse_jobs(text: str) -> tuple[int, int]:
    """`181,000` and `2.8 million` as jobs, with the rounding that the print shows; `ValueError` for anything else."""
    millions = _MILLIONS.fullmatch(text.strip())
    if millions:
        number = Decimal(millions[1])
        decimals = max(0, -int(number.as_tuple().exponent))
        return _within(int(number * 1_000_000)), 10 ** (6 - decimals)
    if not _JOBS.fullmatch(text.strip()):
        raise ValueError("a number of jobs, such as 181,000 or 2.8 million")
    return _within(int(text.replace(",", ""))), JOBS_ROUNDED_TO


def parse_change(text: str) -> int:
    """A change in jobs, signed: `14,300`, `-2,900`."""
    sign, digits = _signed(text)
    if not _JOBS.fullmatch(digits):
        raise ValueError("a change in jobs, such as 14,300 or -2,900")
    return sign * _within(int(digits.replace(",", "")))


def parse_percent(text: str) -> float:
    """A percentage, signed, with or without its sign: `34%`, `-3`, `19`."""
    sign, digits = _signed(text)
    match = _PERCENT.fullmatch(digits)
    if not match:
        raise ValueError("a percentage, such as 34% or -3")
    return sign * float(match[1].replace(",", ""))


def parse_share(text: str) -> float:
    """A share of a whole, in percent: `34%`, `7`; what is below 0 or above 100 is none."""
    percent = parse_percent(text)
    if not 0 <= percent <= 100:
        raise ValueError("a share in percent, from 0 to 100")
    return percent


def parse_money(text: str, *, hourly: bool) -> int | Decimal:
    """`$46,350` per year, `$22.28` per hour; cents belong to hourly wages only."""
    match = _DOLLARS.fullmatch(text.strip())
    if not match:
        raise ValueError("an amount of dollars, such as $46,350 or $22.28")
    whole = _within(int(match[1].replace(",", "")))
    if hourly:
        if whole >= _NO_HOURLY_WAGE:
            raise ValueError("dollars per hour, such as $22.28")
        return Decimal(f"{whole}{match[2] or '.00'}")
    if match[2] not in (None, ".00"):
        raise ValueError("whole dollars, since annual wages have no cents")
    return whole


_AT_LEAST = re.compile(
    r"(?:(?:This wage is )?(?:equal to or (?:greater|more) than|at least)|>=|≥) ?(?P<amount>.*[0-9])"
    r"|(?P<more>.*[0-9]) (?:or more|or higher|or above)",
    re.IGNORECASE,
)
_PER = re.compile(r" (?:per|an?) (?:year|hour)\.?$", re.IGNORECASE)


def parse_wage_cell(text: str, *, hourly: bool) -> Money:
    """A wage that a table prints: an amount, a bound such as `$239,200 or more`, or that there is none."""
    stripped = _PER.sub("", text.strip())
    if says_none(stripped):
        return Money(None, Qualifier.NOT_APPLICABLE)
    match = _AT_LEAST.fullmatch(stripped)
    if match:
        return Money(parse_money(match["amount"] or match["more"], hourly=hourly), Qualifier.AT_OR_ABOVE)
    return Money(parse_money(stripped, hourly=hourly))


def highest_tenth(value: int | Decimal, year: int, *, hourly: bool) -> Money:
    """The 90th percentile that the text prints, with the qualifier of a bound.

    The text words a bound like every other figure ("earned more than $239,200"), so that one is known by its value:
    it is the threshold at which OEWS stops publishing wages of that year.
    """
    try:
        threshold = wage_threshold(year)
    except LookupError:
        return Money(value)
    bound = Decimal(threshold.hourly_cents) / 100 if hourly else threshold.annual_dollars
    return Money(value, threshold.qualifier if value == bound else None)


def _signed(text: str) -> tuple[int, str]:
    stripped = text.strip()
    if stripped[:1] and stripped[0] in _MINUS:
        return -1, stripped[1:].strip()
    return 1, stripped
