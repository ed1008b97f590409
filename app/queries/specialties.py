"""Specialties within an occupation: what a publication says of them does not hold for the whole occupation."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.queries.catalog import Catalog
from app.queries.provenance import Provenance


@dataclass(frozen=True, slots=True)
class AppliesTo:
    """The specialty that a statement is about, and the occupation code that it has today."""

    specialty: str
    title: str
    soc_code: str
    soc_vintage: str
    soc_title: str
    provenance: Provenance


def applies_to(row: Mapping[Any, Any], catalog: Catalog) -> AppliesTo | None:
    """The specialty that a selected row is about; `None` for the whole occupation."""
    if row["specialty"] is None:
        return None
    key = (row["soc_code"], row["soc_vintage"], row["specialty"])
    found = next(
        known
        for known in catalog.specialties
        if (known.within.soc_code, known.within.soc_vintage, known.specialty) == key
    )
    today = found.today
    return AppliesTo(found.specialty, found.title, today.soc_code, today.soc_vintage, today.title, found.provenance)
