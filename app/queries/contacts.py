"""Contacts: whom a profile sends its readers to, and for what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, select

from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.coverage import code_columns, covers_of
from app.queries.estimates import titled
from app.queries.handbook import HandbookList, list_of_occupation, read_statements, statement_of
from app.queries.list_request import ListRequest
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.specialties import AppliesTo, applies_to
from app.store.tables import contact, occupation


@dataclass(frozen=True, slots=True)
class ContactOrganization:
    """An organization to ask."""

    position: int
    organization: str
    name: str
    former_name: str | None
    acronym: str | None
    url: str | None
    link_title: str | None
    link_url: str | None
    organization_provenance: Provenance
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """A topic, what is to be had on it, and the organizations that have it."""

    soc_code: str
    soc_vintage: str
    title: str
    group_position: int
    topic: str
    topic_slug: str
    topic_includes: str | None
    offers: str
    applies_to: AppliesTo | None
    group_heading: str | None
    statement: str | None
    organizations: tuple[ContactOrganization, ...]
    subject_title: str | None
    covers: tuple[str, ...] | None
    source: str
    provenance: Provenance


def list_contacts(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[ContactGroup]:
    """The contacts that the profile of an occupation gives, in its groups."""
    return list_of_occupation(_CONTACTS, snapshot, found, choice, request)


_GROUP = ("part_id", "profile", "subject_title", "group_position")


def _relation() -> Relation:
    # A group is known by its first row; what heads the group stands on every row of it.
    own, same = contact.c, contact.alias("same")
    firsts = select(func.min(same.c.statement_id)).group_by(*(same.c[name] for name in _GROUP))
    names = (
        "part_id",
        "group_position",
        "topic",
        "topic_slug",
        "topic_includes",
        "offers",
        "statement",
        "group_heading",
        "specialty",
        "group_document_line",
    )
    return Relation(
        source=titled(contact),
        columns={
            "record_id": own.statement_id,
            **code_columns(contact),
            **{name: own[name] for name in names},
            "title": occupation.c.title,
            **provenance_columns(contact),
        },
        identity=("record_id", "soc_code"),
        where=(own.statement_id.in_(firsts),),
    )


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[ContactGroup]:
    catalog = snapshot.catalog
    profiles, parts = {row["profile"] for row in rows}, {row["part_id"] for row in rows}

    def wanted(table: Table) -> ColumnElement[bool]:
        return and_(table.c.profile.in_(profiles), table.c.part_id.in_(parts))

    members = read_statements(snapshot, (contact,), wanted).of(contact)
    return [_group(row, [other for other in members if _key(other) == _key(row)], catalog) for row in rows]


def _key(row: Mapping[Any, Any]) -> tuple[object, ...]:
    return tuple(row[name] for name in _GROUP)


def _group(row: Mapping[Any, Any], members: Sequence[Mapping[Any, Any]], catalog: Catalog) -> ContactGroup:
    return ContactGroup(
        soc_code=row["soc_code"],
        soc_vintage=row["soc_vintage"],
        title=row["title"],
        group_position=row["group_position"],
        topic=row["topic"],
        topic_slug=row["topic_slug"],
        topic_includes=row["topic_includes"],
        offers=row["offers"],
        applies_to=applies_to(row, catalog),
        group_heading=row["group_heading"],
        statement=row["statement"],
        organizations=tuple(_organization(member, catalog) for member in members),
        subject_title=row["subject_title"] or None,
        covers=covers_of(row, catalog),
        source=source_of(row, catalog),
        provenance=replace(provenance_of(row, catalog), document_line=row["group_document_line"]),
    )


def _organization(row: Mapping[Any, Any], catalog: Catalog) -> ContactOrganization:
    named = catalog.organizations_by_part[row["part_id"], row["organization"]]
    return statement_of(
        ContactOrganization,
        row,
        catalog,
        name=named.name,
        former_name=named.former_name,
        acronym=named.acronym,
        url=named.url,
        link_url=row["url"],
        organization_provenance=named.provenance,
    )


_CONTACTS = HandbookList("contacts", contact, _relation(), _records)
