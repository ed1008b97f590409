"""Contacts."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, Provenance, RecordProvenance
from app.schemas.keys import Covers, ReleaseId, SocCode, SubjectTitle, Title, Vintage
from app.schemas.model import Model
from app.schemas.organizations import (
    FormerName,
    OrganizationAcronym,
    OrganizationName,
    OrganizationSlug,
    OrganizationUrl,
)
from app.schemas.specialties import AppliesTo
from app.schemas.statements import Position


class ContactOrganization(Model):
    """An organization to ask."""

    position: Position
    organization: OrganizationSlug
    name: OrganizationName
    former_name: FormerName
    acronym: OrganizationAcronym
    url: OrganizationUrl
    link_title: str | None = Field(json_schema_extra={"example": "American Health Information Management Association"})
    """What the link to it says, where that is not its name."""
    link_url: str | None = Field(json_schema_extra={"example": "https://www.ahima.org/"})
    """Where the profile's link leads; `null` where it prints none."""
    organization_provenance: Provenance
    """Where the organization is described: its name as printed, what was added."""
    provenance: RecordProvenance
    """Where the profile sends its readers there."""


class ContactGroup(Model):
    """A topic, what is to be had on it, and the organizations that have it."""

    soc_code: SocCode
    """Occupation whose profile gives the contacts. Definition: Standard Occupational Classification (SOC)."""
    soc_vintage: Vintage
    title: Title
    group_position: Position
    topic: str = Field(json_schema_extra={"example": "medical coding and billing"})
    """What the group is good for, as printed."""
    topic_slug: str = Field(json_schema_extra={"example": "medical_coding_and_billing"})
    """The topic as an identifier."""
    topic_includes: str | None = Field(json_schema_extra={"example": "details about certification"})
    """What the topic is said to include."""
    offers: str = Field(json_schema_extra={"example": "information"})
    """What is to be had there: `information`, or a `list`."""
    applies_to: AppliesTo
    group_heading: str | None = Field(json_schema_extra={"example": "Contacts for More Information"})
    """Heading that the group stands under, as printed."""
    statement: str | None = Field(json_schema_extra={"example": "For more information about certification, visit"})
    """The profile's own words that introduce the group."""
    organizations: list[ContactOrganization]
    """Whom to ask, in the profile's order."""
    subject_title: SubjectTitle
    covers: Covers
    source: ReleaseId
    provenance: RecordProvenance
    """Where the group is headed in the profile."""


ContactGroupList = ListAnswer[ContactGroup]
