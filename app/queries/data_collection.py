"""How O*NET's data on an occupation were collected, and from whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.queries.answers import Listing
from app.queries.onet import OnetList, begins_with, list_onet_of_occupation, onet_identity
from app.queries.onet_absence import AskedOfOccupation
from app.queries.provenance import Provenance, provenance_columns, provenance_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.store.tables import onet_collection_fact


@dataclass(frozen=True, slots=True)
class CollectionFact:
    """One thing about the collection of data: a share of the questionnaires, or a rate of response."""

    soc_code: str
    soc_vintage: str
    onet_soc_code: str
    title: str | None
    item: str
    response: str | None
    n: int | None
    percent: float | None
    date: str | None
    source: str
    provenance: Provenance


def list_collection_facts(snapshot: Snapshot, asked: AskedOfOccupation) -> Listing[CollectionFact]:
    """What is known of the collection of data on an occupation."""
    return list_onet_of_occupation(_FACTS, snapshot, asked)


_PLAIN = ("item", "response", "n", "percent", "date")
_RELATION = Relation(
    source=onet_collection_fact,
    columns={
        **{name: onet_collection_fact.c[name] for name in ("onet_soc_code", *_PLAIN)},
        **provenance_columns(onet_collection_fact),
    },
    identity=("provenance_part_id", "provenance_row", "provenance_sheet_id"),
    matches={"soc_code": begins_with(onet_collection_fact.c.onet_soc_code)},
)


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[CollectionFact]:
    catalog = snapshot.catalog
    return [
        CollectionFact(
            **onet_identity(row, catalog),
            **{name: row[name] for name in _PLAIN},
            provenance=provenance_of(row, catalog),
        )
        for row in rows
    ]


_FACTS = OnetList("data-collection", ("occupation-level-metadata",), _RELATION, _records)
