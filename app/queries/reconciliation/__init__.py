"""Do the publications that overlap say the same? One module for each comparison, each a question over what is loaded.

Publications overlap, and that is how errors show. Each comparison gives a `Finding` for every figure that two places
state: both cells with where they stand, how far apart rounding alone can make them, and the verdict. What it cannot
compare it names: `Lacking`.
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from app.queries.catalog_reading import read_catalog, read_data_revision
from app.queries.reconciliation import (
    handbook_pay,
    handbook_projections,
    occupation_sums,
    projection_sums,
    projection_wages,
    state_sums,
)
from app.queries.reconciliation.findings import Comparison, Finding, Lacking, Loaded
from app.queries.reconciliation.places import read_places

COMPARISONS: tuple[Comparison, ...] = (
    occupation_sums.COMPARISON,
    state_sums.COMPARISON,
    projection_sums.COMPARISON,
    projection_wages.COMPARISON,
    handbook_projections.COMPARISON,
    handbook_pay.COMPARISON,
)


def reconcile(connection: Connection, only: str | None = None) -> Iterator[Finding | Lacking]:
    """All findings of all comparisons, in their order; `only` keeps those in which a release takes part.

    Rows are read as they are compared, a few thousand at a time.
    """
    if read_data_revision(connection) is None:
        for comparison in COMPARISONS:
            yield Lacking(comparison.name, None, "any release: nothing is loaded")
        return
    loaded = Loaded(connection, read_catalog(connection), read_places(connection), only)
    for comparison in COMPARISONS:
        yield from comparison.find(loaded)
