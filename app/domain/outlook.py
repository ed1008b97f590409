"""Outlook categories: the words by which a handbook edition compares an occupation with the average."""

from enum import StrEnum


class OutlookCategory(StrEnum):
    """How projected employment change compares with the average for all occupations.

    The percentages behind a category change with each projection round, so a category is stored as its
    publication prints it and is never derived from a percentage.
    """

    MUCH_FASTER_THAN_AVERAGE = "much_faster_than_average"
    FASTER_THAN_AVERAGE = "faster_than_average"
    AS_FAST_AS_AVERAGE = "as_fast_as_average"
    SLOWER_THAN_AVERAGE = "slower_than_average"
    LITTLE_OR_NO_CHANGE = "little_or_no_change"
    DECLINE = "decline"
