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

_LEVELS = list(OccupationLevel)


def parents_of(vintages: Vintages, found: Occupation) -> list[Occupation]:
    """The groups above a code, widest first: by the digits of the code, as far as they are loaded."""
    code = found.soc_code
    candidates = [ALL_OCCUPATIONS, f"{code[:2]}-0000", f"{code[:4]}000", f"{code[:5]}00", f"{code[:6]}0"]
    parents = (_edition(vintages, candidate, found.soc_vintage) for candidate in dict.fromkeys(candidates))
    return [parent for parent in parents if parent is not None and _is_above(parent, found)]


def children_by_parent(vintages: Vintages) -> dict[Key, tuple[Occupation, ...]]:
    """The codes right below each group, in the order of the codes."""
    children: defaultdict[Key, list[Occupation]] = defaultdict(list)
    for code in sorted(vintages):
        for found in vintages[code]:
            for parent in _nearest_parents(vintages, found):
                children[parent.soc_code, parent.soc_vintage].append(found)
    return {key: tuple(below) for key, below in children.items()}


def _nearest_parents(vintages: Vintages, found: Occupation) -> Iterator[Occupation]:
    parents = parents_of(vintages, found)
    if parents:
        yield parents[-1]


def _is_above(parent: Occupation, found: Occupation) -> bool:
    return parent.soc_code != found.soc_code and _LEVELS.index(parent.level) < _LEVELS.index(found.level)


def _edition(vintages: Vintages, code: str, vintage: SocVintage) -> Occupation | None:
    # OEWS puts its own codes into the groups of the current SOC.
    wanted = SocVintage.SOC_2018 if vintage is SocVintage.OEWS else vintage
    return next((known for known in vintages.get(code, ()) if known.soc_vintage is wanted), None)
