"""What a page says twice: where its two texts differ, one of them is damaged, and nobody can tell which."""

from collections.abc import Iterable, Mapping
from itertools import product

from app.sources.ooh.faults import Faults
from app.sources.ooh.figures import JOBS_ROUNDED_TO
from app.sources.records import Record, RecordKind, Value

_BESIDE_THE_TABLE = {
    "employment": "base_employment",
    "employment_change": "employment_change",
    "employment_change_percent": "employment_change_percent",
}
_BESIDE_THE_TEXT = ("annual_median", "hourly_median")


def check_agreement(records: Iterable[Record], faults: Faults) -> None:
    """Note where the quick facts differ from the first row of the projections table, or from the text on pay."""
    kinds = (RecordKind.QUICK_FACTS, RecordKind.PROJECTION, RecordKind.HANDBOOK_WAGE)
    found = [record for record in records if record.kind in kinds]
    facts = next((record for record in found if record.kind is RecordKind.QUICK_FACTS), None)
    if facts is None:
        return
    for record in found:
        if _is_the_first_row(record, facts):
            _compare(facts, record, _BESIDE_THE_TABLE, "the first row of the projections table", faults)
        elif _is_of_all(record, facts):
            _compare(facts, record, {name: name for name in _BESIDE_THE_TEXT}, "the text on pay", faults)


def _is_the_first_row(record: Record, facts: Record) -> bool:
    """Whether it is the row of the page as a whole, from the year that the quick facts count the jobs of."""
    if record.kind is not RecordKind.PROJECTION or record.values["position"] != 1:
        return False
    return record.values["base_year"] == facts.values.get("employment_year")


def _is_of_all(record: Record, facts: Record) -> bool:
    """Whether it is the wage of the page as a whole, in all industries, from the year of the quick facts' pay."""
    if record.kind is not RecordKind.HANDBOOK_WAGE or record.values["position"] or record.values["subject_title"]:
        return False
    return str(record.values["reference_period"])[:4] == str(facts.values.get("pay_year"))


def _compare(facts: Record, other: Record, names: Mapping[str, str], where: str, faults: Faults) -> None:
    for name, other_name in names.items():
        own, its = facts.values.get(name), other.values.get(other_name)
        if own is None or its is None or own == its:
            continue
        if name == "employment" and _is_rounded(own, its, facts.values["rounded_to"]):
            continue
        expected = f"{_printed(its)}, as {where} says on line {other.row}"
        faults.doubt(facts.row or 1, f"quick facts, {name}", _printed(own), expected)


def _is_rounded(own: Value, its: Value, rounded_to: Value) -> bool:
    """Whether jobs in millions are those of a table, within their rounding; jobs in hundreds are equal to them."""
    if not isinstance(own, int) or not isinstance(its, int) or not isinstance(rounded_to, int):
        return False
    return rounded_to > JOBS_ROUNDED_TO and abs(own - its) <= rounded_to


def _printed(value: Value) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)


def check_change(values: Mapping[str, Value], rounded_to: int, title: str, line: int, faults: Faults) -> None:
    """Note where the figures of a row of projections do not lead from one to the other, whatever was rounded away.

    `rounded_to` is the rounding of the jobs in the row.
    """
    base, projected, change = (
        values.get(name) for name in ("base_employment", "projected_employment", "employment_change")
    )
    if not isinstance(base, int) or not isinstance(change, int):
        return
    if isinstance(projected, int) and abs(base + change - projected) > rounded_to:
        text = f"{title}: {base:,}, {projected:,} and {change:,}"
        faults.doubt(line, "projections table", text, "a change that leads from the one number of jobs to the other")
    percent = values.get("employment_change_percent")
    if isinstance(percent, float) and not _can_be(percent, base, change, rounded_to):
        text = f"{title}: {percent:g} percent, {change:,} of {base:,}"
        faults.doubt(line, "projections table", text, "a percentage that agrees with the change")


def _can_be(percent: float, base: int, change: int, rounded_to: int) -> bool:
    """Whether a whole percentage can be that of a change and a base, all of them rounded."""
    bases = (base - rounded_to / 2, base + rounded_to / 2)
    if bases[0] <= 0:
        return True
    changes = (change - JOBS_ROUNDED_TO / 2, change + JOBS_ROUNDED_TO / 2)
    possible = [100 * changed / of for changed, of in product(changes, bases)]
    return min(possible) - _HALF_A_PERCENT <= percent <= max(possible) + _HALF_A_PERCENT


# A little more than half, so that no figure on the edge is lost to binary fractions.
_HALF_A_PERCENT = 0.5001
