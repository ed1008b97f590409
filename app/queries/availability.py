"""What exists: for an occupation, area, industry, measure and period, which releases have it, before asking for it.

OEWS has millions of rows, which are counted by occupation and by place when they are loaded; the rows of other
programs are counted as their lists have them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from urllib.parse import urlencode

from app.domain.measures import EMPLOYMENT_MEASURES, WAGE_MEASURES
from app.domain.programs import Program
from app.queries.absence import Absence, AbsenceReason
from app.queries.answers import Listing
from app.queries.available import AvailabilityQuestion, Available, added, available, values_asked
from app.queries.errors import Nearest
from app.queries.estimate_counts import count_estimates
from app.queries.listed_counts import count_lists
from app.queries.snapshot import Snapshot
from app.queries.tally import Tally


def list_availability(snapshot: Snapshot, question: AvailabilityQuestion) -> Listing[Available]:
    """Everything that the releases of a question have for it, by resource, the newest period first."""
    found = _found(snapshot, question)
    releases = tuple(snapshot.catalog.releases[name] for name in sorted({one.source for one in found}))
    return Listing(found, releases, total=len(found), absence=None if found else _absence(snapshot, question))


def _found(snapshot: Snapshot, question: AvailabilityQuestion) -> list[Available]:
    counted = [*_of_estimates(snapshot, question), *_of_other_programs(snapshot, question)]
    found = [one for one in (_with_measures(record, question.measure) for record in counted) if one is not None]
    order = {name: place for place, name in enumerate(_ORDER)}
    found.sort(key=lambda one: one.release)
    found.sort(key=lambda one: one.last_period, reverse=True)
    found.sort(key=lambda one: order.get(one.resource.rsplit("/", 1)[-1], len(order)))
    return found


def _of_other_programs(snapshot: Snapshot, question: AvailabilityQuestion) -> Sequence[Available]:
    """What other programs have: counted anew for an occupation, and once for each state of the data in all."""
    if question.soc_code:
        return list(count_lists(snapshot, question))
    names = tuple(one.release for one in question.releases)
    asked = (count_lists, names, replace(question, measure=(), releases=()))
    return snapshot.catalog.remembered.once(asked, lambda: list(count_lists(snapshot, question)))


_ORDER = ("employment", "wages", "projections", "by-industry", "skills")


def _with_measures(record: Available, wanted: tuple[str, ...]) -> Available | None:
    """A record with the measures that are asked for and that it has anything of; `None` if it has none of them."""
    if not wanted:
        return record
    kept = tuple(one for one in record.measures if one.measure in wanted)
    if not kept:
        return None
    return replace(record, measures=kept)


def _absence(snapshot: Snapshot, question: AvailabilityQuestion) -> Absence:
    """Why there is nothing, and with which key left open there is something."""
    given = dict(values_asked(question, (*_ALL_KEYS, "measure")))
    asked = "; ".join(f"{name} {', '.join(values)}" for name, values in given.items())
    nearest = []
    for name in given:
        wider = replace(question, **{name: ()})
        if len(given) > 1 and _found(snapshot, wider):
            fewer = [(other, value) for other, values in given.items() if other != name for value in values]
            nearest.append(Nearest(f"What exists for any {name}", f"/v1/availability?{urlencode(fewer)}"))
    nearest.append(Nearest("What is loaded", "/v1/releases"))
    detail = f"Nothing that is loaded has figures for {asked or 'these programs and releases'}."
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, tuple(nearest))


_ALL_KEYS = ("soc_code", "soc_vintage", "area_code", "industry_code", "reference_period")


# OEWS.
_KEYS_OF_ESTIMATES = ("soc_code", "soc_vintage", "area_code", "industry_code")
_ESTIMATES = (("employment", EMPLOYMENT_MEASURES), ("wages", WAGE_MEASURES))


def _of_estimates(snapshot: Snapshot, question: AvailabilityQuestion) -> Iterator[Available]:
    releases = [one for one in question.releases if one.program is Program.OEWS]
    wanted = question.reference_period
    of_part = {
        part.part_id: (release, part.reference_period)
        for release in releases
        for part in release.parts
        if not wanted or part.reference_period in wanted
    }
    if not of_part:
        return
    by_release: dict[str, list[Tally]] = {}
    keys = {name: getattr(question, name) for name in _KEYS_OF_ESTIMATES}
    for one in count_estimates(snapshot, keys, tuple(of_part)):
        release, period = of_part[one.part_id]
        dated = replace(one, first_period=period, last_period=period)
        by_release.setdefault(release.release, []).append(dated)
    for name, tallies in by_release.items():
        together = reduce(added, tallies)
        for resource, measures in _ESTIMATES:
            own = replace(together, published={measure: together.published[measure] for measure in measures})
            kind = (resource, _ALL_KEYS)
            yield available(question, kind, snapshot.catalog.releases[name], own)
