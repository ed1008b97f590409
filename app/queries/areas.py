"""Areas that estimates are published for."""

from dataclasses import dataclass

from sqlalchemy import RowMapping

from app.queries.absence import explain_no_match
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.facts import cited
from app.queries.list_request import ListRequest
from app.queries.listing import fetch_page
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.store.tables import area


@dataclass(frozen=True, slots=True)
class AreaRecord:
    """An area."""

    area_code: str
    area_title: str
    area_type: str
    state: str | None
    source: str
    provenance: Provenance


_FIELDS = ("area_code", "area_title", "area_type", "state")
_AREAS = Relation(
    source=area,
    columns={name: area.c[name] for name in _FIELDS} | provenance_columns(area),
    where=(area.c.is_current,),
    identity=("area_code",),
)


def list_areas(snapshot: Snapshot, request: ListRequest) -> Listing[AreaRecord]:
    """All areas that any release has."""
    page = fetch_page(snapshot, _AREAS, request)
    catalog: Catalog = snapshot.catalog
    records, further = page.records(lambda rows: [_record(row._mapping, catalog) for row in rows])
    absence = None if records else explain_no_match(catalog, "areas")
    return Listing(records, cited(catalog, records), page.next_after, page.total, absence, further=further)


def _record(row: RowMapping, catalog: Catalog) -> AreaRecord:
    fields = {name: row[name] for name in _FIELDS}
    return AreaRecord(**fields, source=source_of(row, catalog), provenance=provenance_of(row, catalog))
