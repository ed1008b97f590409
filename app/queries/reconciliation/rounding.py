"""How far apart rounding alone can make two figures, and the verdict that follows.

A figure that is rounded to a unit is off by half a unit at most. Two roundings of one quantity are apart by half of
each unit; a printed whole and the sum of its `n` printed parts by n + 1 halves of a unit.
"""

from collections.abc import Sequence

from app.queries.reconciliation.findings import Cause, Outcome, Verdict
from app.queries.reconciliation.places import Figure

# The publishers' units, as `/v1/measures` has them in words.
OEWS_JOBS = 10
EP_JOBS = 100
EP_PERCENT = 0.1
ANNUAL_WAGE = 10
HOURLY_WAGE = 0.01

_BOUNDS = frozenset({"above", "at_or_above"})
_WITHHELD = frozenset({"wage_not_released", "employment_not_released"})
_MOST_NAMED = 5
# Sums of binary fractions are off by less than this, which is less than any publisher's unit.
_NOISE = 1e-6


def of_sum(unit: float, parts: int) -> float:
    """How far a printed whole may be from the sum of its printed parts, all rounded to one unit."""
    return round((parts + 1) * unit / 2, 4)


def of_two(one: float, other: float) -> float:
    """How far two roundings of one quantity may be apart, each with its own unit."""
    return round((one + other) / 2, 4)


def verdict_on(left: float, right: float, tolerance: float) -> Verdict:
    """What two figures come to that are both there in full."""
    apart = abs(left - right)
    if apart < _NOISE:
        return Verdict.AGREES
    return Verdict.WITHIN_ROUNDING if apart <= tolerance + _NOISE else Verdict.DIFFERS


def compare_pair(left: Figure, right: Figure, tolerance: float) -> Outcome:
    """The outcome for two figures of one quantity, either of which may be withheld or a bound."""
    if left.value is None or right.value is None:
        return Outcome(Verdict.NOT_COMPARABLE, _why_missing(left, right))
    verdict = verdict_on(left.value, right.value, tolerance)
    left_bound, right_bound = left.qualifier in _BOUNDS, right.qualifier in _BOUNDS
    if verdict is Verdict.DIFFERS and left_bound is not right_bound:
        bound, other = (left.value, right.value) if left_bound else (right.value, left.value)
        if other > bound:
            return Outcome(Verdict.NOT_COMPARABLE, Cause.BOUND)
    return Outcome(verdict)


def compare_sum(
    whole: Figure, parts: Figure, tolerance: float, *, withheld: Sequence[str], not_printed: Sequence[str]
) -> Outcome:
    """The outcome for a whole and the sum of its parts; `withheld` and `not_printed` name those that are not in it.

    No part is below zero. So parts that make more than the whole differ from it, whatever else is withheld; where they
    make less, the rest may be what is not shown. A part without a row is a zero where the others make the whole.
    """
    if whole.value is None:
        return Outcome(Verdict.NOT_COMPARABLE, Cause.WITHHELD if whole.places else Cause.NOT_PRINTED)
    if parts.value is not None:
        verdict = verdict_on(whole.value, parts.value, tolerance)
        exceeds = verdict is Verdict.DIFFERS and parts.value > whole.value
        nothing_missing = not withheld and (not not_printed or verdict is not Verdict.DIFFERS)
        if exceeds or nothing_missing:
            return Outcome(verdict)
    missing = [_named(what, codes) for what, codes in (("withheld", withheld), ("without a row", not_printed)) if codes]
    return Outcome(
        Verdict.NOT_COMPARABLE, Cause.WITHHELD if withheld else Cause.NOT_PRINTED, "; ".join(missing) or None
    )


def _named(what: str, codes: Sequence[str]) -> str:
    more = len(codes) - _MOST_NAMED
    return f"{what}: {', '.join(codes[:_MOST_NAMED])}" + (f" and {more} more" if more > 0 else "")


def _why_missing(left: Figure, right: Figure) -> Cause:
    missing = [figure for figure in (left, right) if figure.value is None]
    if any(not figure.places for figure in missing):
        return Cause.NOT_PRINTED
    return Cause.WITHHELD if any(figure.qualifier in _WITHHELD for figure in missing) else Cause.NOT_MEASURED
