"""The place of a code in the classification: the groups above it and the codes below it."""

from dataclasses import dataclass

from app.domain.levels import OccupationLevel
from app.queries.answers import Item
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.facts import cited
from app.queries.provenance import Provenance


@dataclass(frozen=True, slots=True)
class HierarchyEntry:
    """A code above or below another."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    url: str
    source: str
    provenance: Provenance


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
    provenance: Provenance


def get_hierarchy(catalog: Catalog, found: Occupation) -> Item[Hierarchy]:
    """The hierarchy of a code within its edition, as far as it is loaded."""
    parents, children = catalog.parents(found), catalog.children(found)
    levels = list(OccupationLevel)
    expected = levels[1 : levels.index(found.level)]
    above = {parent.level for parent in parents}
    return Item(
        Hierarchy(
            found.soc_code,
            found.soc_vintage,
            found.title,
            found.level,
            tuple(_entry(parent) for parent in parents),
            tuple(_entry(child) for child in children),
            tuple(level for level in expected if level not in above),
            found.source,
            found.provenance,
        ),
        cited(catalog, [found, *parents, *children]),
    )


def _entry(found: Occupation) -> HierarchyEntry:
    url = f"/v1/occupations/{found.soc_code}?soc_vintage={found.soc_vintage}"
    return HierarchyEntry(
        found.soc_code, found.soc_vintage, found.title, found.level, url, found.source, found.provenance
    )
