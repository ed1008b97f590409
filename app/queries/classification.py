"""Occupation codes, what became of them, and the groups that they stand in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from app.domain.codes import ALL_OCCUPATIONS
from app.domain.levels import Link, OccupationLevel, SocVintage
from app.queries.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation code in one edition of the SOC."""

    soc_code: str
    soc_vintage: SocVintage
    title: str
    level: OccupationLevel
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Transition:
    """One step of a revision of the classification: `before` became, in whole or in part, `after`."""

    before: Occupation
    after: Occupation
    link: Link
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SocEntry:
    """What an edition of the SOC says of a code: the group it stands in, and what it covers."""

    parent_soc_code: str | None
    definition: str | None
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Specialty:
    """A specialty `within` an occupation, to which some statements apply alone, and the code that it has `today`."""

    within: Occupation
    specialty: str
    title: str
    today: Occupation
    provenance: Provenance


# Every edition that has a code, the newest first.
Vintages: TypeAlias = Mapping[str, tuple[Occupation, ...]]
Key: TypeAlias = tuple[str, SocVintage]
Entries: TypeAlias = Mapping[Key, SocEntry]

_LEVELS = list(OccupationLevel)


def parents_of(vintages: Vintages, found: Occupation, entries: Entries) -> list[Occupation]:
    """The groups above a code, widest first, as far as they are loaded.

    The classification says in which group a code stands; where it is not loaded, the digits of the code do.
    """
    code = found.soc_code
    stated = _stated_parents(entries, found)
    digits = [f"{code[:2]}-0000", f"{code[:4]}000", f"{code[:5]}00", f"{code[:6]}0"]
    candidates = [ALL_OCCUPATIONS, *(digits if stated is None else stated)]
    parents = (_edition(vintages, candidate, found.soc_vintage) for candidate in dict.fromkeys(candidates))
    return [parent for parent in parents if parent is not None and _is_above(parent, found)]


def _stated_parents(entries: Entries, found: Occupation) -> list[str] | None:
    """The groups above a code as the classification has them, widest first; `None` if it is not loaded."""
    entry = entries.get((found.soc_code, found.soc_vintage))
    if entry is None:
        return None
    above: list[str] = []
    while entry is not None and entry.parent_soc_code is not None and entry.parent_soc_code not in above:
        above.insert(0, entry.parent_soc_code)
        entry = entries.get((entry.parent_soc_code, found.soc_vintage))
    return above


def children_by_parent(vintages: Vintages, entries: Entries) -> dict[Key, tuple[Occupation, ...]]:
    """The codes right below each group, in the order of the codes."""
    children: defaultdict[Key, list[Occupation]] = defaultdict(list)
    for code in sorted(vintages):
        for found in vintages[code]:
            for parent in _nearest_parents(vintages, found, entries):
                children[parent.soc_code, parent.soc_vintage].append(found)
    return {key: tuple(below) for key, below in children.items()}


def _nearest_parents(vintages: Vintages, found: Occupation, entries: Entries) -> Iterator[Occupation]:
    parents = parents_of(vintages, found, entries)
    if parents:
        yield parents[-1]


def _is_above(parent: Occupation, found: Occupation) -> bool:
    return parent.soc_code != found.soc_code and _LEVELS.index(parent.level) < _LEVELS.index(found.level)


def _edition(vintages: Vintages, code: str, vintage: SocVintage) -> Occupation | None:
    # OEWS puts its own codes into the groups of the current SOC.
    wanted = SocVintage.SOC_2018 if vintage is SocVintage.OEWS else vintage
    return next((known for known in vintages.get(code, ()) if known.soc_vintage is wanted), None)
