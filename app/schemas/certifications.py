"""Credentials."""

from typing import Annotated

from pydantic import Field

from app.domain.statements import CertificationRequirement, CertificationRule
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Covers, ReleaseId, SocCode, SubjectTitle, Title, Vintage
from app.schemas.model import Model
from app.schemas.organizations import NamedOrganization, OrganizationAcronym, OrganizationName, OrganizationSlug
from app.schemas.specialties import AppliesTo
from app.schemas.statements import (
    Frequency,
    Interval,
    Modality,
    Position,
    Quantifier,
    SaidOf,
    StatedEducation,
    Statement,
    Timing,
)

Acronym = Annotated[
    str, Field(description="Letters of the credential, as printed.", json_schema_extra={"example": "RHIT"})
]
PrintedAcronym = Annotated[
    str | None,
    Field(
        description="Letters of the credential; `null` where the profile prints none.",
        json_schema_extra={"example": "RHIT"},
    ),
]
Detail = Annotated[
    str | None,
    Field(
        description="What is asked for or offered, in the publication's words (in ours where the record is curated).",
        json_schema_extra={"example": "passing an exam"},
    ),
]
Subject = Annotated[
    str | None,
    Field(description="Whom it binds or concerns.", json_schema_extra={"example": "technicians"}),
]


class Issuer(Model):
    """Who issues a credential. A handbook profile does not say: it is curated."""

    organization: OrganizationSlug
    name: OrganizationName
    acronym: OrganizationAcronym
    url: str | None = Field(json_schema_extra={"example": "https://www.ahima.org"})
    """Address of the issuer's site."""
    provenance: RecordProvenance
    """Where it stands who issues the credential, and on what that rests."""


class Renaming(Model):
    """When a credential took the name that it has today."""

    since: str = Field(json_schema_extra={"example": "2024"})
    """Year of the change."""
    since_date: str | None = Field(json_schema_extra={"format": "date", "example": "2024-01-01"})
    """Day of the change (ISO 8601), where it is known."""
    provenance: RecordProvenance
    """What the later name rests on."""


class Requirement(Model):
    """One thing that a credential asks for."""

    position: Position
    requirement: CertificationRequirement
    """Kind of requirement."""
    requirement_detail: Detail
    education_level: StatedEducation | None
    """Level of education, where the requirement names one."""
    accreditor: NamedOrganization | None
    """Who accredits the program, where the requirement names it."""
    statement: str | None = Field(
        json_schema_extra={
            "example": "Certification as a Certified Tumor Registrar (CTR) requires completion of a formal education "
            "program and experience, along with passing an exam."
        }
    )
    """The publication's own sentence; `null` for a curated requirement."""
    provenance: RecordProvenance


class GeneralRule(Model):
    """A sentence on certification in general, taken apart."""

    position: Position
    rule: CertificationRule
    """What the sentence is about."""
    said_of: SaidOf
    quantifier: Quantifier
    set_by: list[str] = Field(json_schema_extra={"example": ["states", "facilities"]})
    """Who makes the rule: `employers`, `organizations`, `states`, `facilities`; empty where it is not said."""
    subject: Subject
    requirement: CertificationRequirement | None
    """Kind of requirement, where the rule is one."""
    requirement_detail: Detail
    frequency: Frequency
    modality: Modality
    timing: Timing
    interval: Interval
    acronym: str | None = Field(json_schema_extra={"example": "CTR"})
    """Credential that it is about; `null` for certification in general."""
    applies_to: AppliesTo
    statement: Statement
    provenance: RecordProvenance


class Duty(Model):
    """What holders of a credential have to do, how firmly it is said, when and how often."""

    required: bool
    """Whether it has to be done: derived from `modality`, see `formula`."""
    subject: Subject
    requirement_detail: Detail
    frequency: Frequency
    modality: Modality
    timing: Timing
    interval: Interval
    statement: Statement
    provenance: RecordProvenance


class Renewal(Model):
    """How a credential is kept. Derived from the general rules: a profile says it of certification as such."""

    renew: Duty | None
    """Renewing the credential; `null` where the profile does not speak of it."""
    continuing_education: Duty | None
    """Taking courses to keep it; `null` where the profile does not speak of it."""
    formula: str
    """How this was derived."""


class Certification(Model):
    """A credential that the profile of an occupation names."""

    soc_code: SocCode
    """Occupation whose profile names it. Definition: Standard Occupational Classification (SOC)."""
    soc_vintage: Vintage
    title: Title
    position: Position
    acronym: PrintedAcronym
    name: str = Field(json_schema_extra={"example": "Registered Health Information Technician"})
    """Name as the profile prints it."""
    kind: str | None = Field(json_schema_extra={"example": "certification"})
    """What the text calls it: license, certification, registration and the like; `null` where it does not say."""
    issued_by: str | None = Field(json_schema_extra={"example": "the National Board of Examiners"})
    """Who issues it, in the publication's words, where the same sentence says so; `null` elsewhere."""
    current_acronym: str | None = Field(json_schema_extra={"example": "ODS"})
    """Letters that it has today, where they have changed since; curated."""
    current_name: str | None = Field(json_schema_extra={"example": "Oncology Data Specialist"})
    """Name that it has today, where it has changed since; curated."""
    renamed: Renaming | None
    """When the name changed and what that rests on; `null` where no later name is known."""
    applies_to: AppliesTo
    issuer: Issuer | None
    """Who issues it; `null` where that is not known here."""
    requirements: list[Requirement]
    """What it asks for; empty where nothing is known. Each says whether the publication states it or it is curated."""
    renewal: Renewal | None
    """How it is kept; `null` where the profile does not speak of it."""
    may_be_required_by: list[GeneralRule]
    """Rules by which it may be required: who requires it, of whom."""
    general_rules: list[GeneralRule]
    """Everything else that the profile says of certification in general, as far as it holds for this credential."""
    statement: Statement
    subject_title: SubjectTitle
    covers: Covers
    source: ReleaseId
    provenance: RecordProvenance


CertificationList = ListAnswer[Certification]
