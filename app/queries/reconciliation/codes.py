"""Which codes lie in a group of the SOC, by the shape of its code, and the same code in another edition."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from app.domain.levels import OccupationLevel
from app.queries.reconciliation.findings import Cause, Outcome, Verdict


def prefix_of_group(soc_code: str, level: str) -> str:
    """What every code in a group begins with: `29-2000` gives `29-2`, `29-2070` `29-207`."""
    if level == OccupationLevel.TOTAL:
        return ""
    if level == OccupationLevel.MAJOR:
        return soc_code[:3]
    if level == OccupationLevel.MINOR:  # 15-1200, 31-1100 and 51-5100 too: there is no other 15-1, 31-1 and 51-5
        return soc_code[:4]
    return soc_code[:6]


# Codes that stand in another broad group than their digits say. In SOC 2018 Physicians (29-1210) has more codes than
# its digits can count; no other code of that edition is so.
_OTHERWISE_FILED = dict.fromkeys(("29-1221", "29-1222", "29-1223", "29-1224", "29-1229"), "29-121")
# OEWS made 17-3098 for May 2019 and 2020 of two codes of 17-3020, whose figures include it. In Employment Projections
# the same code stands beside that group.
_OTHERWISE_FILED_IN_OEWS = _OTHERWISE_FILED | {"17-3098": "17-302"}


def filed(soc_code: str) -> str:
    """The code in the order of groups: it begins with the prefix of each group that it lies in."""
    return _filed(soc_code, _OTHERWISE_FILED)


def filed_in_oews(soc_code: str) -> str:
    """The same for OEWS, which has codes of its own."""
    return _filed(soc_code, _OTHERWISE_FILED_IN_OEWS)


def _filed(soc_code: str, otherwise: Mapping[str, str]) -> str:
    group = otherwise.get(soc_code)
    return soc_code if group is None else f"{group}/{soc_code}"


def within(prefix: str, ordered: Sequence[str]) -> slice:
    """Where the codes of a group stand among codes that are `filed` and in their order."""
    return slice(bisect_left(ordered, prefix), bisect_left(ordered, prefix + "~"))


def not_among(wanted: Sequence[str], printed: Iterable[str]) -> list[str]:
    """The codes that a group has and that are not printed."""
    there = set(printed)
    return [code for code in wanted if code not in there]


def across_editions(outcome: Outcome, one: str, other: str) -> Outcome:
    """The outcome for a code that is of edition `one` here and of `other` there.

    Figures that agree need no excuse. Where they do not, the code may mean another occupation there.
    """
    if one == other:
        return outcome
    if outcome.verdict is Verdict.DIFFERS:
        return Outcome(Verdict.NOT_COMPARABLE, Cause.OTHER_EDITION, f"of edition {other} there")
    return replace(outcome, note=f"of edition {other} there")


class Coded(Protocol):
    """A row with an edition of its code."""

    @property
    def soc_vintage(self) -> str:
        """The edition."""


C = TypeVar("C", bound=Coded)


def same_edition_first(rows: Mapping[str, Sequence[C]], soc_code: str, soc_vintage: str) -> C | None:
    """The row of a code in its own edition, else in another; `None` where there is none."""
    found = rows.get(soc_code, ())
    return next((row for row in found if row.soc_vintage == soc_vintage), found[0] if found else None)
