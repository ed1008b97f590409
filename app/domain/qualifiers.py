"""Why a figure is missing or bounded. The set is closed: a file that needs another word is refused."""

from enum import StrEnum


class Qualifier(StrEnum):
    """What a value of `null`, or a bound, means.

    - `wage_not_released`: the publisher withholds the wage (`*` in OEWS files).
    - `employment_not_released`: the publisher withholds the employment (`**`).
    - `at_or_above`: the true wage is equal to or above the value shown (`#`, May 2015 and later).
    - `above`: the true wage is above the value shown (`#`, before May 2015).
    - `below_half_percent`: the percentage is below 0.5 percent (`~`).
    - `annual_only`: no hourly wage, since the occupation is paid by the year and does not work 2,080 hours.
    - `hourly_only`: no annual wage, since the occupation is paid by the hour and not year-round, full time.
    - `not_applicable`: nothing that is loaded gives this measure for this record; many are never published, such as a
      location quotient for the whole nation.
    """

    WAGE_NOT_RELEASED = "wage_not_released"
    EMPLOYMENT_NOT_RELEASED = "employment_not_released"
    AT_OR_ABOVE = "at_or_above"
    ABOVE = "above"
    BELOW_HALF_PERCENT = "below_half_percent"
    ANNUAL_ONLY = "annual_only"
    HOURLY_ONLY = "hourly_only"
    NOT_APPLICABLE = "not_applicable"


MEANINGS: dict[Qualifier, str] = {
    Qualifier.WAGE_NOT_RELEASED: "The publisher withholds the wage.",
    Qualifier.EMPLOYMENT_NOT_RELEASED: "The publisher withholds the employment.",
    Qualifier.AT_OR_ABOVE: "The true wage is equal to or above the value shown.",
    Qualifier.ABOVE: "The true wage is above the value shown.",
    Qualifier.BELOW_HALF_PERCENT: "The percentage is below 0.5 percent.",
    Qualifier.ANNUAL_ONLY: "There is no hourly wage: the occupation is paid by the year.",
    Qualifier.HOURLY_ONLY: "There is no annual wage: the occupation is paid by the hour.",
    Qualifier.NOT_APPLICABLE: "Nothing that is loaded gives this measure for this record.",
}

# The publisher has the figure, and does not release it.
WITHHELD = frozenset({Qualifier.WAGE_NOT_RELEASED, Qualifier.EMPLOYMENT_NOT_RELEASED})

# A bounded value is shown as its bound: the true value lies at or above it.
LOWER_BOUNDS = frozenset({Qualifier.AT_OR_ABOVE, Qualifier.ABOVE})
# What a percentage lies below that is `below_half_percent`.
HALF_PERCENT = 0.5
