"""The wage at which OEWS stops publishing a value and prints `#`, by survey year.

Source: the notes of each year's files ("... is equal to or greater than $115.00 per hour or $239,200 per
year"). To May 2014 the notes say "greater than". A threshold belongs to the flagged cell and caps nothing else.
"""

from dataclasses import dataclass

from app.domain.qualifiers import Qualifier


@dataclass(frozen=True, slots=True)
class WageThreshold:
    """The bound that stands for `#`: cents per hour, dollars per year, and how the notes word it."""

    hourly_cents: int
    annual_dollars: int
    qualifier: Qualifier


_THRESHOLDS: tuple[tuple[range, int, int], ...] = (
    (range(2006, 2008), 70_00, 145_600),
    (range(2008, 2011), 80_00, 166_400),
    (range(2011, 2016), 90_00, 187_200),
    (range(2016, 2022), 100_00, 208_000),
    (range(2022, 2026), 115_00, 239_200),
)


def wage_threshold(year: int) -> WageThreshold:
    """The threshold of the May `year` estimates; `LookupError` for a year that is not in the reviewed table."""
    for years, hourly_cents, annual_dollars in _THRESHOLDS:
        if year in years:
            qualifier = Qualifier.ABOVE if year <= 2014 else Qualifier.AT_OR_ABOVE
            return WageThreshold(hourly_cents, annual_dollars, qualifier)
    raise LookupError(f"no wage threshold is known for May {year}")
