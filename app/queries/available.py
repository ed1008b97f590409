"""What the counts of all programs are made into: a record for each resource of a release, and how they add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from app.queries.catalog_records import Release
from app.queries.tally import Tally


@dataclass(frozen=True, slots=True)
class AvailabilityQuestion:
    """What may exist: keys with no value are left open."""

    soc_code: tuple[str, ...] = ()
    soc_vintage: tuple[str, ...] = ()
    area_code: tuple[str, ...] = ()
    industry_code: tuple[str, ...] = ()
    measure: tuple[str, ...] = ()
    reference_period: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()


@dataclass(frozen=True, slots=True)
class AvailableMeasure:
    """How many records have a figure of a measure, and in how many the publisher withholds it."""

    measure: str
    published: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Available:
    """What a release has of a resource for a question."""

    resource: str
    program: str
    release: str
    first_period: str
    last_period: str
    records: int
    measures: tuple[AvailableMeasure, ...]
    url: str
    source: str


def values_asked(question: AvailabilityQuestion, keys: Sequence[str]) -> list[tuple[str, tuple[str, ...]]]:
    """The values that a question gives of some keys; a key that is left open has none."""
    return [(name, getattr(question, name)) for name in keys if getattr(question, name)]


def available(
    question: AvailabilityQuestion, kind: tuple[str, tuple[str, ...]], release: Release, total: Tally
) -> Available:
    """The record of a resource of a release; `kind` is its path and the keys that it is asked by."""
    resource, keys = kind
    measures = tuple(
        AvailableMeasure(name, published, total.withheld[name])
        for name, published in total.published.items()
        if published or total.withheld[name]
    )
    asked = [(name, value) for name, values in values_asked(question, keys) for value in values]
    first, last = total.first_period or release.reference_period, total.last_period or release.reference_period
    return Available(
        resource,
        str(release.program),
        release.release,
        first,
        last,
        total.records,
        measures,
        f"/v1/{resource}?{urlencode([*asked, ('release', release.release)])}",
        release.release,
    )


def added(one: Tally, other: Tally) -> Tally:
    """Two tallies of the same measures as one."""
    periods = [period for tally in (one, other) for period in (tally.first_period, tally.last_period) if period]
    return Tally(
        one.part_id,
        one.records + other.records,
        min(periods, default=None),
        max(periods, default=None),
        {name: count + other.published[name] for name, count in one.published.items()},
        {name: count + other.withheld[name] for name, count in one.withheld.items()},
    )
