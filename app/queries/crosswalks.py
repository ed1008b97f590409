"""Crosswalks: which codes of one scheme and edition correspond to which of another."""

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
from app.store.tables import crosswalk


@dataclass(frozen=True, slots=True)
class CrosswalkLink:
    """A link between two codes."""

    from_scheme: str
    from_edition: str
    from_code: str
    from_title: str
    to_scheme: str
    to_edition: str
    to_code: str
    to_title: str
    link: str | None
    note: str | None
    source: str
    provenance: Provenance


_PLAIN = tuple(name for name in CrosswalkLink.__dataclass_fields__ if name not in ("source", "provenance"))
_CROSSWALKS = Relation(
    source=crosswalk,
    columns={name: crosswalk.c[name] for name in _PLAIN} | provenance_columns(crosswalk),
    # One row of a file may link several pairs of schemes.
    identity=(
        "from_scheme",
        "from_edition",
        "from_code",
        "to_scheme",
        "to_edition",
        "to_code",
        "provenance_part_id",
    ),
)


def list_crosswalks(snapshot: Snapshot, request: ListRequest) -> Listing[CrosswalkLink]:
    """The links of all crosswalks that are loaded."""
    page = fetch_page(snapshot, _CROSSWALKS, request)
    catalog = snapshot.catalog
    records, further = page.records(lambda rows: [_record(row._mapping, catalog) for row in rows])
    absence = None if records else explain_no_match(catalog, "crosswalks")
    return Listing(records, cited(catalog, records), page.next_after, page.total, absence, further=further)


def _record(row: RowMapping, catalog: Catalog) -> CrosswalkLink:
    fields = {name: row[name] for name in _PLAIN}
    return CrosswalkLink(**fields, source=source_of(row, catalog), provenance=provenance_of(row, catalog))
