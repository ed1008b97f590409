"""Related occupations: those that people advance to, and those with similar duties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_

from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.handbook import HandbookList, list_of_occupation, statement_of
from app.queries.listing import ListRequest, Relation
from app.queries.provenance import Provenance, provenance_columns, source_of
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import occupation, related_occupation


@dataclass(frozen=True, slots=True)
class RelatedOccupation:
    """Another occupation that a profile points to."""

    soc_code: str
    soc_vintage: str
    title: str
    position: int
    relation: str
    related_title: str
    related_soc_code: str | None
    related_soc_vintage: str | None
    related_soc_title: str | None
    related_url: str | None
    statement: str
    source: str
    provenance: Provenance


def list_related_occupations(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[RelatedOccupation]:
    """The occupations that the profile of an occupation points to."""
    return list_of_occupation(_RELATED, snapshot, found, choice, request)


def _relation() -> Relation:
    own, of_profile = related_occupation.c, occupation.c
    other = occupation.alias("other")
    same = and_(of_profile.soc_code == own.soc_code, of_profile.soc_vintage == own.soc_vintage)
    related = and_(other.c.soc_code == own.related_soc_code, other.c.soc_vintage == own.related_soc_vintage)
    names = ("soc_code", "soc_vintage", "position", "relation", "statement")
    return Relation(
        source=related_occupation.outerjoin(occupation, same).outerjoin(other, related),
        columns={
            "record_id": own.statement_id,
            **{name: own[name] for name in names},
            "title": of_profile.title,
            "related_title": own.related_title,
            "related_soc_code": own.related_soc_code,
            "related_soc_vintage": own.related_soc_vintage,
            "related_soc_title": other.c.title,
            **provenance_columns(related_occupation),
        },
        identity=("record_id",),
    )


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[RelatedOccupation]:
    catalog = snapshot.catalog
    return [
        statement_of(RelatedOccupation, row, catalog, related_url=_url(row, catalog), source=source_of(row, catalog))
        for row in rows
    ]


def _url(row: Mapping[Any, Any], catalog: Catalog) -> str | None:
    if row["related_soc_code"] is None:
        return None
    return catalog.path(catalog.occupation(row["related_soc_code"], row["related_soc_vintage"]))


_RELATED = HandbookList("related", related_occupation, _relation(), _records)
