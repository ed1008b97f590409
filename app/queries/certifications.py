"""Credentials: what each requires, who issues it, how it is kept, and where it may be required."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, exists, func, or_

from app.domain.statements import CertificationRule
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Organization
from app.queries.classification import Occupation
from app.queries.coverage import code_columns, covers_of
from app.queries.estimates import stated_with, titled
from app.queries.handbook import (
    HandbookList,
    Statements,
    list_across,
    list_of_occupation,
    read_statements,
    statement_of,
)
from app.queries.list_request import ListRequest
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation, in_major_group
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.specialties import AppliesTo, applies_to
from app.store.tables import (
    certification,
    certification_issuer,
    certification_name,
    certification_requirement,
    certification_rule,
    occupation,
    profile_coverage,
    specialty,
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues a credential."""

    organization: str
    name: str
    acronym: str | None
    url: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Renaming:
    """When a credential took the name that it has today."""

    since: str
    since_date: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing that a credential asks for."""

    position: int
    requirement: str
    requirement_detail: str | None
    education_level: str | None
    accreditor: Organization | None
    statement: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class GeneralRule:
    """A statement on certification in general, taken apart."""

    position: int
    rule: str
    said_of: str
    quantifier: str | None
    set_by: tuple[str, ...]
    subject: str | None
    requirement: str | None
    requirement_detail: str | None
    frequency: str | None
    modality: str | None
    timing: str | None
    interval: str | None
    acronym: str | None
    applies_to: AppliesTo | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Duty:
    """What holders have to do, how firmly it is said, when and how often."""

    required: bool
    subject: str | None
    requirement_detail: str | None
    frequency: str | None
    modality: str | None
    timing: str | None
    interval: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a credential is kept, as far as the general rules say."""

    renew: Duty | None
    continuing_education: Duty | None
    formula: str


@dataclass(frozen=True, slots=True)
class CertificationRecord:
    """A credential that a profile names."""

    soc_code: str
    soc_vintage: str
    title: str
    position: int
    acronym: str | None
    name: str
    kind: str | None
    issued_by: str | None
    current_acronym: str | None
    current_name: str | None
    renamed: Renaming | None
    applies_to: AppliesTo | None
    issuer: Issuer | None
    requirements: tuple[Requirement, ...]
    renewal: Renewal | None
    may_be_required_by: tuple[GeneralRule, ...]
    general_rules: tuple[GeneralRule, ...]
    statement: str
    subject_title: str | None
    covers: tuple[str, ...] | None
    source: str
    provenance: Provenance


def list_certifications(
    snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest
) -> Listing[CertificationRecord]:
    """Credentials across occupations, as the newest handbook release names them unless another is chosen."""
    return list_across(CERTIFICATIONS, snapshot, choice, request)


def list_occupation_certifications(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[CertificationRecord]:
    """The credentials of an occupation; those of a specialty that has its code today count as its own."""
    return list_of_occupation(CERTIFICATIONS, snapshot, found, choice, request)


def rules_of(statements: Statements) -> tuple[GeneralRule, ...]:
    """The general statements among the rows that were read."""
    return tuple(
        statement_of(
            GeneralRule,
            row,
            statements.catalog,
            said_of=row["applies_to"],
            applies_to=applies_to(row, statements.catalog),
        )
        for row in statements.of(certification_rule)
    )


def _spelled_any_way(acronyms: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
    """Credentials with one of these acronyms, as printed or as it is today, in any case."""
    wanted = [func.upper(acronym) for acronym in acronyms]
    printed, current = certification.c.acronym, certification_name.c.current_acronym
    return or_(func.upper(printed).in_(wanted), func.upper(current).in_(wanted))


def _of_occupation_or_specialty(codes: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
    """Credentials of these codes, and those of a specialty that has one of these codes today."""
    own, special = certification.c, specialty.c
    of_specialty = exists().where(
        stated_with(specialty, certification),
        special.soc_code == own.soc_code,
        special.soc_vintage == own.soc_vintage,
        special.specialty == own.specialty,
        special.specialty_soc_code.in_(codes),
    )
    return or_(profile_coverage.c.soc_code.in_(codes), of_specialty)


def _relation() -> Relation:
    own, issuer, renamed = certification.c, certification_issuer.c, certification_name.c
    of_issuer = stated_with(certification_issuer, certification) & (issuer.acronym == own.acronym)
    of_name = stated_with(certification_name, certification) & (renamed.acronym == own.acronym)
    source = titled(certification).outerjoin(certification_issuer, of_issuer).outerjoin(certification_name, of_name)
    plain = ("position", "acronym", "name", "kind", "specialty", "statement", "part_id")
    return Relation(
        source=source,
        columns={
            "record_id": own.statement_id,
            **code_columns(certification),
            **{name: own[name] for name in plain},
            "issued_by": own.issuer,
            "title": occupation.c.title,
            "organization": issuer.organization,
            "issuer_url": issuer.url,
            "current_acronym": renamed.current_acronym,
            "current_name": renamed.current_name,
            "since": renamed.since,
            "since_date": renamed.since_date,
            **provenance_columns(certification),
            **provenance_columns(certification_issuer, "issuer_"),
            **provenance_columns(certification_name, "name_"),
        },
        identity=("record_id", "soc_code"),
        matches={
            "acronym": _spelled_any_way,
            "soc_code": _of_occupation_or_specialty,
            "major_group": in_major_group(code_columns(certification)["soc_code"]),
        },
    )


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[CertificationRecord]:
    profiles, parts = {row["profile"] for row in rows}, {row["part_id"] for row in rows}

    def wanted(table: Table) -> ColumnElement[bool]:
        return and_(table.c.profile.in_(profiles), table.c.part_id.in_(parts))

    statements = read_statements(snapshot, (certification_requirement, certification_rule), wanted)
    return [_record(row, _of_same_profile(row, statements)) for row in rows]


def _of_same_profile(row: Mapping[Any, Any], statements: Statements) -> Statements:
    key = ("part_id", "profile", "subject_title")
    mine = {
        name: [other for other in rows if all(other[column] == row[column] for column in key)]
        for name, rows in statements.rows.items()
    }
    return Statements(statements.catalog, mine)


def _record(row: Mapping[Any, Any], profile: Statements) -> CertificationRecord:
    catalog = profile.catalog
    specialty, acronym = row["specialty"], row["acronym"]
    rules = [
        rule
        for rule in rules_of(profile)
        if rule.acronym in (None, acronym) and (rule.applies_to is None or rule.applies_to.specialty == specialty)
    ]
    return statement_of(
        CertificationRecord,
        row,
        catalog,
        renamed=_renaming(row, catalog),
        applies_to=applies_to(row, catalog),
        issuer=_issuer(row, catalog),
        requirements=tuple(
            _requirement(other, catalog)
            for other in profile.of(certification_requirement)
            if acronym is not None and other["acronym"] == acronym
        ),
        renewal=_renewal(rules),
        may_be_required_by=tuple(rule for rule in rules if rule.rule == CertificationRule.MAY_BE_REQUIRED),
        general_rules=tuple(rule for rule in rules if rule.rule != CertificationRule.MAY_BE_REQUIRED),
        subject_title=row["subject_title"] or None,
        covers=covers_of(row, catalog),
        source=source_of(row, catalog),
    )


def _renaming(row: Mapping[Any, Any], catalog: Catalog) -> Renaming | None:
    if row["current_name"] is None:
        return None
    return Renaming(row["since"], row["since_date"], provenance_of(row, catalog, "name_"))


def _issuer(row: Mapping[Any, Any], catalog: Catalog) -> Issuer | None:
    if row["organization"] is None:
        return None
    named = catalog.organizations_by_part[row["issuer_provenance_part_id"], row["organization"]]
    provenance = provenance_of(row, catalog, "issuer_")
    return Issuer(named.organization, named.name, named.acronym, row["issuer_url"], provenance)


def _requirement(row: Mapping[Any, Any], catalog: Catalog) -> Requirement:
    stated = catalog.organizations_by_part
    accreditor = None if row["accreditor"] is None else stated[row["part_id"], row["accreditor"]]
    return statement_of(Requirement, row, catalog, accreditor=accreditor)


_BINDING = frozenset({"must", "need", "require", "required", "also_require"})
_FORMULA = (
    "The general rules `renewal` and `continuing_education` of the profile; `required` is true where their modality is "
    f"one of {', '.join(sorted(_BINDING))}. The profile says it of certification in general."
)


def _renewal(rules: Sequence[GeneralRule]) -> Renewal | None:
    renew = _duty(rules, CertificationRule.RENEWAL)
    education = _duty(rules, CertificationRule.CONTINUING_EDUCATION)
    return None if renew is None and education is None else Renewal(renew, education, _FORMULA)


def _duty(rules: Sequence[GeneralRule], kind: CertificationRule) -> Duty | None:
    rule = next((known for known in rules if known.rule == kind), None)
    if rule is None:
        return None
    return Duty(
        required=rule.modality in _BINDING,
        subject=rule.subject,
        requirement_detail=rule.requirement_detail,
        frequency=rule.frequency,
        modality=rule.modality,
        timing=rule.timing,
        interval=rule.interval,
        statement=rule.statement,
        provenance=rule.provenance,
    )


CERTIFICATIONS = HandbookList("certifications", certification, _relation(), _records, names_in_prose=True)
