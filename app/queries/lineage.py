"""The line of a code through revisions of the SOC: what it came from, what became of it, and what it was published in.

Three things link codes: the crosswalk of two editions; the crosswalk of the lists that OEWS estimates of the years of
a revision are published under; and a reviewed table of codes under which OEWS publishes occupations together. Links are
followed through editions of the SOC as far as they go, and one step to codes of OEWS's own, which hold more than the
occupation.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from sqlalchemy import and_, or_, select

from app.domain.breaks import AGGREGATIONS, FROM_SOC_2000, BreakKind
from app.domain.classifications import Scheme
from app.domain.levels import Link, SocVintage
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.snapshot import Snapshot
from app.store.tables import crosswalk


class Relative(StrEnum):
    """What a code is to the one that was asked for: the code itself, one before it or one after it."""

    SELF = "self"
    PREDECESSOR = "predecessor"
    SUCCESSOR = "successor"


@dataclass(frozen=True, slots=True)
class Step:
    """From a code to one that came after it; `link` is `None` where nothing says how the two correspond.

    `whole`: all of the later code came from the earlier one; `part`: others went into it as well.
    """

    before: Occupation
    after: Occupation
    link: Link | None
    kind: BreakKind
    source: str


@dataclass(frozen=True, slots=True)
class Member:
    """A code in the line of another, and how it is linked to it."""

    occupation: Occupation
    relation: Relative
    link: Link | None


@dataclass(frozen=True, slots=True)
class Lineage:
    """A code with its predecessors and successors, and the steps between any two of them."""

    members: tuple[Member, ...]
    steps: tuple[Step, ...]


def lineage_of(snapshot: Snapshot, found: Occupation) -> Lineage:
    """The line of a code, itself first."""
    steps = list(dict.fromkeys(_all_steps(snapshot, found)))
    members: dict[Occupation, Member] = {found: Member(found, Relative.SELF, None)}
    for relation in (Relative.PREDECESSOR, Relative.SUCCESSOR):
        _follow(found, relation, steps, members)
    _add_aggregations(steps, members)
    # Members that were reached over different ways may follow on each other as well.
    steps += [step for one in members for step in _steps_of_soc(snapshot.catalog, one)]
    among = tuple(step for step in dict.fromkeys(steps) if step.before in members and step.after in members)
    return Lineage(tuple(members.values()), among)


def _follow(found: Occupation, relation: Relative, steps: list[Step], members: dict[Occupation, Member]) -> None:
    """Add what stands before or after a code; a link through several steps is whole if each of them is."""
    waiting: list[tuple[Occupation, Link | None]] = [(found, Link.WHOLE)]
    while waiting:
        here, so_far = waiting.pop(0)
        if here is not found and here.soc_vintage is SocVintage.OEWS:
            continue
        for step in steps:
            near, far = (step.after, step.before) if relation is Relative.PREDECESSOR else (step.before, step.after)
            if near != here or far in members:
                continue
            link = joined(so_far, step.link)
            members[far] = Member(far, relation, link)
            waiting.append((far, link))


def _add_aggregations(steps: list[Step], members: dict[Occupation, Member]) -> None:
    """Add the codes under which OEWS published a predecessor together with others, which lead no further."""
    for step in steps:
        before = members.get(step.before)
        if step.kind is BreakKind.OEWS_AGGREGATION and before is not None and step.after not in members:
            members[step.after] = Member(step.after, before.relation, Link.PART)


def joined(one: Link | None, other: Link | None) -> Link | None:
    """The link over two steps: whole if both are, unknown if one is."""
    if one is None or other is None:
        return None
    return Link.WHOLE if one is other is Link.WHOLE else Link.PART


def _all_steps(snapshot: Snapshot, found: Occupation) -> Iterator[Step]:
    """The steps between the code, those of other editions of the SOC around it, and OEWS's own codes beside these."""
    catalog = snapshot.catalog
    around = [found]
    for known in around:  # grows while it is walked
        for step in _steps_of_soc(catalog, known):
            yield step
            around += [one for one in (step.before, step.after) if one not in around]
    for known in tuple(around):
        yield from _aggregations(catalog, known)
    yield from _hybrids(snapshot, found, around)


_SOC = (SocVintage.SOC_2000, SocVintage.SOC_2010, SocVintage.SOC_2018)


def _steps_of_soc(catalog: Catalog, known: Occupation) -> Iterator[Step]:
    """The steps of a code to the editions next to its own; the same code where no crosswalk says more."""
    stated = [*catalog.predecessors(known), *catalog.successors(known)]
    for found in stated:
        yield Step(found.before, found.after, found.link, BreakKind.SOC_REVISION, found.source)
    if known.soc_vintage not in _SOC:
        return
    for before, after in pairwise(_SOC):
        if known.soc_vintage in (before, after) and not any(
            {step.before.soc_vintage, step.after.soc_vintage} == {before, after} for step in stated
        ):
            yield from _unstated(catalog, known, before, after)


_SAME_CODE = "The same code; nothing that is loaded says how the two editions of it correspond."
_REVIEWED = "Reviewed table of this API, from knowledge of the revision; no crosswalk of SOC 2000 is loaded."


def _unstated(catalog: Catalog, known: Occupation, before: SocVintage, after: SocVintage) -> Iterator[Step]:
    """The same code in the edition next to it, and the few of SOC 2000 whose fate is in a reviewed table."""
    old, new = _in_edition(catalog, known.soc_code, before), _in_edition(catalog, known.soc_code, after)
    if old is not None and new is not None:
        yield Step(old, new, None, BreakKind.SOC_REVISION, _SAME_CODE)
    if before is not SocVintage.SOC_2000:
        return
    for code, successors in FROM_SOC_2000.items():
        if known.soc_code in (code, *successors):
            earlier = _in_edition(catalog, code, before)
            later = [_in_edition(catalog, one, after) for one in successors]
            for one in later:
                if earlier is not None and one is not None and known in (earlier, one):
                    yield Step(earlier, one, Link.WHOLE, BreakKind.SOC_REVISION, _REVIEWED)


def _in_edition(catalog: Catalog, code: str, vintage: SocVintage) -> Occupation | None:
    return next((one for one in catalog.vintages.get(code, ()) if one.soc_vintage is vintage), None)


_TOGETHER = "Reviewed table of the codes under which OEWS publishes occupations together."


def _aggregations(catalog: Catalog, known: Occupation) -> Iterator[Step]:
    """From an occupation to the code under which OEWS publishes it together with others, whichever of them is known."""
    for code, parts in AGGREGATIONS.items():
        if known.soc_code != code and known.soc_code not in parts:
            continue
        for together in catalog.vintages.get(code, ()):
            for one in parts:
                for part in catalog.vintages.get(one, ()):
                    if known in (together, part) and together.soc_vintage in (part.soc_vintage, SocVintage.OEWS):
                        yield Step(part, together, Link.PART, BreakKind.OEWS_AGGREGATION, _TOGETHER)


def _hybrids(snapshot: Snapshot, found: Occupation, around: list[Occupation]) -> Iterator[Step]:
    """The steps into and out of OEWS's own codes of the years of a revision, which hold several codes of the SOC."""
    catalog, own = snapshot.catalog, crosswalk.c
    of_codes = [
        and_(own.from_edition == str(known.soc_vintage), own.from_code == known.soc_code)
        for known in around
        if known.soc_vintage is not SocVintage.OEWS
    ]
    linked = or_(*of_codes, own.to_code == found.soc_code) if of_codes else own.to_code == found.soc_code
    rows = snapshot.connection.execute(
        select(own.from_edition, own.from_code, own.to_edition, own.to_code, own.link, own.part_id).where(
            own.from_scheme == str(Scheme.SOC), own.to_scheme == str(Scheme.OEWS), linked
        )
    ).all()
    spread = Counter((row.from_edition, row.from_code, row.to_edition) for row in rows)
    for row in rows:
        code = _in_edition(catalog, row.from_code, SocVintage(row.from_edition))
        together = _in_edition(catalog, row.to_code, SocVintage.OEWS)
        if code is None or together is None or row.to_code in AGGREGATIONS:
            continue
        source = catalog.release_of_part[row.part_id]
        if code.soc_vintage is SocVintage.SOC_2018:
            # All of a code is in the hybrid unless the list spreads it over several.
            alone = spread[row.from_edition, row.from_code, row.to_edition] == 1
            yield Step(together, code, Link.WHOLE if alone else Link.PART, BreakKind.HYBRID, source)
        else:
            yield Step(code, together, Link(row.link) if row.link else None, BreakKind.HYBRID, source)
