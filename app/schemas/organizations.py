"""Organizations."""

from typing import Annotated

from pydantic import Field

from app.domain.statements import CertificationRequirement, OrganizationRole
from app.schemas.envelope import ItemAnswer, ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.specialties import AppliesTo
from app.schemas.statements import StatedEducation

OrganizationSlug = Annotated[
    str,
    Field(
        description="Identifier of the organization; `/v1/organizations/{organization}` describes it.",
        json_schema_extra={"example": "ahima"},
    ),
]
OrganizationName = Annotated[
    str,
    Field(
        description="Name as the publication prints it.",
        json_schema_extra={"example": "American Health Information Management Association"},
    ),
]
FormerName = Annotated[
    str | None,
    Field(
        description="Earlier name that the publication mentions; `null` where it mentions none.",
        json_schema_extra={"example": "Medical Billing & Coding"},
    ),
]
OrganizationAcronym = Annotated[
    str | None,
    Field(
        description="Acronym that the organization uses; curated, `null` where none is known.",
        json_schema_extra={"example": "AHIMA"},
    ),
]
OrganizationUrl = Annotated[
    str | None,
    Field(
        description="Address of its site; curated, `null` where we are not sure of it.",
        json_schema_extra={"example": "https://www.ahima.org"},
    ),
]


class NamedOrganization(Model):
    """An organization that a publication names."""

    organization: OrganizationSlug
    name: OrganizationName
    former_name: FormerName
    acronym: OrganizationAcronym
    url: OrganizationUrl
    source: ReleaseId
    provenance: RecordProvenance


class Organization(NamedOrganization):
    """An organization, and the parts that it plays in what is loaded."""

    roles: list[OrganizationRole]
    """The parts that it plays: issuer of a credential, accreditor of programs, contact for readers of a profile."""


class IssuerOf(Model):
    """A credential that the organization issues."""

    acronym: str = Field(json_schema_extra={"example": "RHIT"})
    """Letters of the credential."""
    name: str | None
    """Name of the credential as a profile prints it; `null` where no profile that is loaded names it."""
    current_acronym: str | None = Field(json_schema_extra={"example": "ODS"})
    """Its letters today, where they have changed."""
    current_name: str | None = Field(json_schema_extra={"example": "Oncology Data Specialist"})
    """Its name today, where it has changed."""
    soc_code: str | None = Field(json_schema_extra={"example": "29-2071"})
    """Occupation whose profile names it; `null` where none does."""
    soc_vintage: Vintage | None
    """Edition of that code."""
    title: str | None
    """Title of that occupation."""
    url: str | None = Field(json_schema_extra={"example": "/v1/occupations/29-2071/certifications"})
    """URL path of the certifications of that occupation."""
    provenance: RecordProvenance
    """Where it stands who issues the credential."""


class AccreditorIn(Model):
    """A requirement of a credential that the organization's accreditation answers."""

    acronym: str = Field(json_schema_extra={"example": "RHIT"})
    """Letters of the credential."""
    requirement: CertificationRequirement = Field(json_schema_extra={"example": "accredited_program"})
    """Kind of requirement."""
    requirement_detail: str | None = Field(
        json_schema_extra={"example": "completion of a health information management program"}
    )
    """The requirement in words."""
    education_level: StatedEducation | None = Field(json_schema_extra={"example": "associates_degree"})
    """Level of the accredited program."""
    soc_code: SocCode
    soc_vintage: Vintage = Field(json_schema_extra={"example": "2010"})
    title: Title
    url: str = Field(json_schema_extra={"example": "/v1/occupations/29-2071/certifications"})
    """URL path of the certifications of that occupation."""
    provenance: RecordProvenance


class ContactFor(Model):
    """A topic on which a profile sends its readers to the organization."""

    topic: str = Field(json_schema_extra={"example": "cancer registrars"})
    """The topic, as printed."""
    topic_slug: str = Field(json_schema_extra={"example": "cancer_registrars"})
    """The topic as an identifier."""
    topic_includes: str | None
    """What the topic is said to include."""
    offers: str = Field(json_schema_extra={"example": "information"})
    """What is to be had there: `information`, or a `list`."""
    applies_to: AppliesTo
    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    url: str = Field(json_schema_extra={"example": "/v1/occupations/29-2071/contacts"})
    """URL path of the contacts of that occupation."""
    provenance: RecordProvenance


class OrganizationPlaces(Organization):
    """An organization, and every place where something that is loaded names it."""

    issuer_of: list[IssuerOf]
    """Credentials that it issues."""
    accreditor_in: list[AccreditorIn]
    """Requirements of credentials for which it accredits the program."""
    contact_for: list[ContactFor]
    """Topics on which profiles send their readers to it."""


OrganizationList = ListAnswer[Organization]
OrganizationItem = ItemAnswer[OrganizationPlaces]
