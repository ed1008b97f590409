"""Organizations: who they are, and where publications name them as issuer, accreditor or contact."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import process
from sqlalchemy import ColumnElement, Select, and_, exists, literal, or_, select

from app.domain.statements import OrganizationRole
from app.queries.absence import explain_no_match
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.coverage import code_columns, under_codes
from app.queries.errors import Nearest, NotKnownError
from app.queries.estimates import stated_with
from app.queries.facts import cited
from app.queries.handbook import statement_of
from app.queries.list_request import ListRequest
from app.queries.listing import fetch_page
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.queries.specialties import AppliesTo, applies_to
from app.store.tables import (
    certification,
    certification_issuer,
    certification_name,
    certification_requirement,
    contact,
    organization,
    profile_coverage,
)


@dataclass(frozen=True, slots=True)
class OrganizationRecord:
    """An organization and the parts that it plays in what is loaded."""

    organization: str
    name: str
    former_name: str | None
    acronym: str | None
    url: str | None
    roles: tuple[str, ...]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class IssuerOf:
    """A credential that the organization issues, and the occupation whose profile names it, if one does."""

    acronym: str
    name: str | None
    current_acronym: str | None
    current_name: str | None
    soc_code: str | None
    soc_vintage: str | None
    title: str | None
    url: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class AccreditorIn:
    """A requirement of a credential for which the organization accredits the program."""

    acronym: str
    requirement: str
    requirement_detail: str | None
    education_level: str | None
    soc_code: str
    soc_vintage: str
    title: str
    url: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ContactFor:
    """A topic on which a profile sends its readers to the organization."""

    topic: str
    topic_slug: str
    topic_includes: str | None
    offers: str
    applies_to: AppliesTo | None
    soc_code: str
    soc_vintage: str
    title: str
    url: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OrganizationPlaces:
    """An organization and every place where something loaded names it."""

    organization: str
    name: str
    former_name: str | None
    acronym: str | None
    url: str | None
    roles: tuple[str, ...]
    issuer_of: tuple[IssuerOf, ...]
    accreditor_in: tuple[AccreditorIn, ...]
    contact_for: tuple[ContactFor, ...]
    source: str
    provenance: Provenance


_FIELDS = ("organization", "name", "former_name", "acronym", "url")
_ROLES: dict[OrganizationRole, ColumnElement[bool]] = {
    OrganizationRole.ISSUER: exists().where(certification_issuer.c.organization == organization.c.organization),
    OrganizationRole.ACCREDITOR: exists().where(certification_requirement.c.accreditor == organization.c.organization),
    OrganizationRole.CONTACT: exists().where(contact.c.organization == organization.c.organization),
}


def _plays_one_of(roles: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
    return or_(*(and_(literal(str(role)).in_(roles), plays) for role, plays in _ROLES.items()))


_RELATION = Relation(
    source=organization,
    columns={
        **{name: organization.c[name] for name in _FIELDS},
        **{str(role): plays for role, plays in _ROLES.items()},
        **provenance_columns(organization),
    },
    identity=("organization",),
    where=(organization.c.is_current,),
    matches={"role": _plays_one_of},
)


def list_organizations(snapshot: Snapshot, request: ListRequest) -> Listing[OrganizationRecord]:
    """All organizations that anything loaded names."""
    catalog = snapshot.catalog
    page = fetch_page(snapshot, _RELATION, request)
    records, further = page.records(lambda rows: [_record(row._mapping, catalog) for row in rows])
    absence = None if records else explain_no_match(catalog, "organizations")
    return Listing(records, cited(catalog, records), page.next_after, page.total, absence, further=further)


def _record(row: Mapping[Any, Any], catalog: Catalog) -> OrganizationRecord:
    return OrganizationRecord(
        **{name: row[name] for name in _FIELDS},
        roles=tuple(role for role in _ROLES if row[role]),
        source=source_of(row, catalog),
        provenance=provenance_of(row, catalog),
    )


def get_organization(snapshot: Snapshot, given: str) -> Item[OrganizationPlaces]:
    """An organization and where it is named. Raises `NotKnownError`, with the nearest, for one that nothing names."""
    catalog = snapshot.catalog
    found = catalog.organizations.get(given)
    if found is None:
        raise NotKnownError("organization", given, _near(catalog, given))
    issued = tuple(_issuer_of(row, catalog) for row in _read(snapshot, _issued_by(given)))
    accredited = tuple(_accreditor_in(row, catalog) for row in _read(snapshot, _accredited_by(given)))
    topics = tuple(_contact_for(row, catalog) for row in _read(snapshot, _asked_about(given)))
    named = {
        OrganizationRole.ISSUER: issued,
        OrganizationRole.ACCREDITOR: accredited,
        OrganizationRole.CONTACT: topics,
    }
    profile = OrganizationPlaces(
        **{name: getattr(found, name) for name in (*_FIELDS, "source", "provenance")},
        roles=tuple(role for role, places in named.items() if places),
        issuer_of=issued,
        accreditor_in=accredited,
        contact_for=topics,
    )
    return Item(profile, (catalog.releases[found.source],))


def _near(catalog: Catalog, given: str) -> tuple[Nearest, ...]:
    called = [
        (known, text)
        for known in catalog.organizations.values()
        for text in (known.organization, known.acronym, known.name)
        if text is not None
    ]
    close = process.extract(given, [text for _, text in called], limit=6, score_cutoff=70, processor=str.lower)
    found = list(dict.fromkeys(called[place][0] for _, _, place in close))[:3]
    return (
        *(Nearest(known.name, f"/v1/organizations/{known.organization}") for known in found),
        Nearest("All organizations", "/v1/organizations"),
    )


def _read(snapshot: Snapshot, question: Select[Any]) -> Iterable[Mapping[Any, Any]]:
    return snapshot.connection.execute(question).mappings()


def _labelled(columns: Mapping[str, ColumnElement[Any]]) -> Iterable[ColumnElement[Any]]:
    return (column.label(name) for name, column in columns.items())


def _issued_by(given: str) -> Select[Any]:
    issuer, credential, renamed = certification_issuer.c, certification.c, certification_name.c
    columns = {
        "acronym": issuer.acronym,
        "name": credential.name,
        "current_acronym": renamed.current_acronym,
        "current_name": renamed.current_name,
        "soc_code": credential.soc_code,
        "soc_vintage": credential.soc_vintage,
        **provenance_columns(certification_issuer),
    }
    return (
        select(*_labelled(columns))
        .select_from(
            certification_issuer.outerjoin(
                certification,
                stated_with(certification_issuer, certification) & (credential.acronym == issuer.acronym),
            ).outerjoin(
                certification_name,
                stated_with(certification_name, certification_issuer) & (renamed.acronym == issuer.acronym),
            )
        )
        .where(issuer.organization == given)
        .order_by(issuer.acronym, credential.statement_id)
    )


def _issuer_of(row: Mapping[Any, Any], catalog: Catalog) -> IssuerOf:
    named_by = None if row["soc_code"] is None else _subject(row, catalog)
    return statement_of(
        IssuerOf,
        row,
        catalog,
        title=None if named_by is None else named_by.title,
        url=None if named_by is None else catalog.path(named_by, "certifications"),
    )


def _accredited_by(given: str) -> Select[Any]:
    table, own = certification_requirement, certification_requirement.c
    stated = [column for column in own if column.name not in code_columns(table)]
    return (
        select(*stated, *_labelled(code_columns(table)), *_labelled(provenance_columns(table)))
        .select_from(under_codes(table))
        .where(own.accreditor == given)
        .order_by(own.statement_id, profile_coverage.c.position)
    )


def _accreditor_in(row: Mapping[Any, Any], catalog: Catalog) -> AccreditorIn:
    subject = _subject(row, catalog)
    url = catalog.path(subject, "certifications")
    return statement_of(AccreditorIn, row, catalog, title=subject.title, url=url)


def _asked_about(given: str) -> Select[Any]:
    own = contact.c
    stated = [column for column in own if column.name not in code_columns(contact)]
    return (
        select(*stated, *_labelled(code_columns(contact)), *_labelled(provenance_columns(contact)))
        .select_from(under_codes(contact))
        .where(own.organization == given)
        .order_by(own.statement_id, profile_coverage.c.position)
    )


def _contact_for(row: Mapping[Any, Any], catalog: Catalog) -> ContactFor:
    subject = _subject(row, catalog)
    url, about = catalog.path(subject, "contacts"), applies_to(row, catalog)
    return statement_of(ContactFor, row, catalog, applies_to=about, title=subject.title, url=url)


def _subject(row: Mapping[Any, Any], catalog: Catalog) -> Occupation:
    return catalog.occupation(row["soc_code"], row["soc_vintage"])
