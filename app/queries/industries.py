"""Industries, and the words by which the handbook names them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, select

from app.domain.codes import nearest_industry_codes
from app.queries.absence import explain_no_match
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog
from app.queries.errors import Nearest, NotKnownError
from app.queries.facts import cited
from app.queries.list_request import ListRequest, OneOf
from app.queries.listing import fetch_page
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.store.tables import industry, industry_label


@dataclass(frozen=True, slots=True)
class IndustryLabel:
    """An employer group of the handbook that means the industry."""

    industry_label: str
    ownership_code: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class IndustryRecord:
    """An industry at one level of NAICS."""

    industry_code: str
    industry_level: str
    industry_title: str
    naics_vintage: str | None
    labels: tuple[IndustryLabel, ...]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry code, and each level of NAICS at which it stands: some codes stand at two."""

    industry_code: str
    industry_title: str
    levels: tuple[IndustryRecord, ...]


_FIELDS = ("industry_code", "industry_level", "industry_title", "naics_vintage")


_INDUSTRIES = Relation(
    source=industry,
    columns={name: industry.c[name] for name in _FIELDS} | provenance_columns(industry),
    where=(industry.c.is_current,),
    identity=("industry_code", "industry_level"),
)


def list_industries(snapshot: Snapshot, request: ListRequest) -> Listing[IndustryRecord]:
    """All industries that any release has."""
    page = fetch_page(snapshot, _INDUSTRIES, request)
    labels, catalog = _labels(snapshot), snapshot.catalog
    records, further = page.records(lambda rows: [_record(row._mapping, labels, catalog) for row in rows])
    absence = None if records else explain_no_match(catalog, "industries")
    return Listing(records, cited(catalog, records), page.next_after, page.total, absence, further=further)


def get_industry(snapshot: Snapshot, industry_code: str) -> Item[Industry]:
    """An industry with every level at which its code stands. Raises `NotKnownError` for a code nothing has."""
    wanted = ListRequest((OneOf("industry_code", (industry_code,)),), (), 10)
    listing = list_industries(snapshot, wanted)
    if not listing.records:
        near = nearest_industry_codes(industry_code, snapshot.catalog.industry_codes)
        nearest = [Nearest(f"Industry {code}", f"/v1/industries/{code}") for code in near]
        raise NotKnownError("industry", industry_code, (*nearest, Nearest("All industries", "/v1/industries")))
    title = listing.records[0].industry_title
    return Item(Industry(industry_code, title, tuple(listing.records)), listing.releases)


def _labels(snapshot: Snapshot) -> Mapping[tuple[str, str], list[IndustryLabel]]:
    columns: dict[str, ColumnElement[Any]] = {
        name: industry_label.c[name] for name in ("industry_label", "industry_code", "industry_level", "ownership_code")
    }
    columns |= provenance_columns(industry_label)
    selected = select(*(column.label(name) for name, column in columns.items())).order_by(industry_label.c.row_number)
    labels: defaultdict[tuple[str, str], list[IndustryLabel]] = defaultdict(list)
    for row in snapshot.connection.execute(selected):
        found = row._mapping
        labels[found["industry_code"], found["industry_level"]].append(
            IndustryLabel(found["industry_label"], found["ownership_code"], provenance_of(found, snapshot.catalog))
        )
    return labels


def _record(row: RowMapping, labels: Mapping[tuple[str, str], list[IndustryLabel]], catalog: Catalog) -> IndustryRecord:
    key = (row["industry_code"], row["industry_level"])
    return IndustryRecord(
        **{name: row[name] for name in _FIELDS},
        labels=tuple(labels.get(key, ())),
        source=source_of(row, catalog),
        provenance=provenance_of(row, catalog),
    )
