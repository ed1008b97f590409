"""O*NET's scales: their ranges, and what their categories mean where these hold for everything on the scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.queries.answers import Listing
from app.queries.list_request import ListRequest
from app.queries.onet import OnetList, list_onet
from app.queries.onet_rows import read_rows
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import onet_category, onet_scale


@dataclass(frozen=True, slots=True)
class ScaleCategory:
    """What a category of a scale means."""

    category: int
    category_description: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ScaleRecord:
    """A scale and its range."""

    scale_id: str
    scale_name: str
    minimum: float
    maximum: float
    categories: tuple[ScaleCategory, ...]
    source: str
    provenance: Provenance


def list_scales(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[ScaleRecord]:
    """The scales, as the newest O*NET release has them unless another is chosen."""
    return list_onet(_SCALES, snapshot, choice, request)


_PLAIN = ("scale_id", "scale_name", "minimum", "maximum")


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[ScaleRecord]:
    catalog, own = snapshot.catalog, onet_category.c
    # Categories without an element hold for everything that is rated on the scale.
    found = read_rows(snapshot, (onet_category,), lambda _: own.element_id == "")
    categories = found.get(onet_category.name, ())
    return [
        ScaleRecord(
            **{name: row[name] for name in _PLAIN},
            categories=tuple(
                ScaleCategory(one["category"], one["category_description"], provenance_of(one, catalog))
                for one in categories
                if one["scale_id"] == row["scale_id"] and source_of(one, catalog) == source_of(row, catalog)
            ),
            source=source_of(row, catalog),
            provenance=provenance_of(row, catalog),
        )
        for row in rows
    ]


_RELATION = Relation(
    source=onet_scale,
    columns={**{name: onet_scale.c[name] for name in _PLAIN}, **provenance_columns(onet_scale)},
    identity=("provenance_part_id", "provenance_row", "provenance_sheet_id"),
)
_SCALES = OnetList("scales", ("scales",), _RELATION, _records)
