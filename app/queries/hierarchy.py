"""The place of a code in the classification: the groups above it and the codes below it."""

from dataclasses import dataclass

from app.domain.codes import ALL_OCCUPATIONS
from app.domain.levels import OccupationLevel, SocVintage
from app.queries.answers import Item
from app.queries.catalog import Catalog, Occupation
from app.queries.facts import cited


@dataclass(frozen=True, slots=True)
class HierarchyEntry:
    """A code above or below another."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """A code with the groups above it, widest first, and the codes right below it."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    parents: tuple[HierarchyEntry, ...]
    children: tuple[HierarchyEntry, ...]
    missing_levels: tuple[str, ...]
    source: str


def get_hierarchy(catalog: Catalog, found: Occupation) -> Item[Hierarchy]:
    """The hierarchy of a code within its edition, as far as it is loaded."""
    parents = _parents(catalog, found)
    children = [
        other
        for editions in catalog.vintages.values()
        for other in editions
        if _same_edition(other, found) and _nearest_parent(catalog, other) == found
    ]
    above = {parent.level for parent in parents}
    levels = list(OccupationLevel)
    expected = levels[1 : levels.index(found.level)] if found.level in levels else []
    return Item(
        Hierarchy(
            found.soc_code,
            found.soc_vintage,
            found.title,
            found.level,
            tuple(_entry(parent) for parent in parents),
            tuple(_entry(child) for child in sorted(children, key=lambda other: other.soc_code)),
            tuple(level for level in expected if level not in above),
            found.source,
        ),
        cited(catalog, [found, *parents, *children]),
    )


def _parents(catalog: Catalog, found: Occupation) -> list[Occupation]:
    """The groups above a code, widest first: by the digits of the code, as far as they are loaded."""
    code = found.soc_code
    candidates = [ALL_OCCUPATIONS, f"{code[:2]}-0000", f"{code[:4]}000", f"{code[:5]}00", f"{code[:6]}0"]
    parents: list[Occupation] = []
    for candidate in dict.fromkeys(candidates):
        parent = _edition(catalog, candidate, found.soc_vintage)
        if parent is not None and candidate != code and not _is_below(parent, found):
            parents.append(parent)
    return parents


def _is_below(parent: Occupation, found: Occupation) -> bool:
    levels = list(OccupationLevel)
    return levels.index(parent.level) >= levels.index(found.level)


def _nearest_parent(catalog: Catalog, found: Occupation) -> Occupation | None:
    parents = _parents(catalog, found)
    return parents[-1] if parents else None


def _edition(catalog: Catalog, code: str, vintage: SocVintage) -> Occupation | None:
    # OEWS puts its own codes into the groups of the current SOC.
    wanted = SocVintage.SOC_2018 if vintage is SocVintage.OEWS else vintage
    return next((known for known in catalog.vintages.get(code, ()) if known.soc_vintage is wanted), None)


def _same_edition(other: Occupation, found: Occupation) -> bool:
    current = {SocVintage.SOC_2018, SocVintage.OEWS}
    return other.soc_vintage is found.soc_vintage or {other.soc_vintage, found.soc_vintage} == current


def _entry(found: Occupation) -> HierarchyEntry:
    url = f"/v1/occupations/{found.soc_code}?soc_vintage={found.soc_vintage}"
    return HierarchyEntry(found.soc_code, found.soc_vintage, found.title, found.level, found.source, url)
