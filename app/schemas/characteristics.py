"""Characteristics."""

from pydantic import Field

from app.domain.onet import OnetSocEdition
from app.domain.statements import WorkAspect
from app.schemas.envelope import ItemAnswer, RecordProvenance
from app.schemas.keys import Covers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.onet import CollectedIn, DomainSource, OnetSocCode, OnetTitle
from app.schemas.pages import ListedDuty, ProfileSection
from app.schemas.statements import AnsweringRelease, Frequency, Modality, Position, Quantifier, Statement


class Interest(Model):
    """An interest area that suits an occupation."""

    position: Position
    framework: str = Field(json_schema_extra={"example": "Holland Code"})
    """System of interest areas."""
    interest: str = Field(json_schema_extra={"example": "Persuading"})
    """Interest area, as printed."""
    holland_theme: str | None = Field(json_schema_extra={"example": "Enterprising"})
    """The same area by Holland's own name (RIASEC); curated. Definition: J. L. Holland's six themes."""
    frequency: Frequency
    meaning: str = Field(json_schema_extra={"example": "influencing, motivating, and selling to other people"})
    """What the area indicates a focus on, in the publication's words."""
    meaning_focus: list[str] = Field(json_schema_extra={"example": ["influencing", "motivating", "selling"]})
    """The same, activity by activity."""
    meaning_object: str | None = Field(json_schema_extra={"example": "other people"})
    """Whom or what the activities are directed at."""
    meaning_purpose: str | None = Field(json_schema_extra={"example": "to keep things arranged in orderly systems"})
    """What the activities are for."""
    statement: Statement
    provenance: RecordProvenance


class Quality(Model):
    """A quality that people in an occupation should have."""

    position: Position
    quality: str = Field(json_schema_extra={"example": "Detail oriented"})
    """Quality, as printed."""
    explanation: str
    """Why it matters, in the publication's own sentences."""
    expected: str | None = Field(json_schema_extra={"example": "should"})
    """How firmly people are said to have it."""
    necessity: str | None = Field(json_schema_extra={"example": "must_be_able_to"})
    """How firmly the work asks for what it enables: `must`, `must_be`, `must_be_able_to`, `need_to_be_able_to`."""
    tasks: list[str] = Field(json_schema_extra={"example": ["recording patient information"]})
    """What people in the occupation do that calls for it."""
    objects: list[str] = Field(json_schema_extra={"example": ["patient information"]})
    """What they handle in doing so."""
    with_whom: list[str] = Field(json_schema_extra={"example": ["physicians", "finance personnel"]})
    """With whom they do it; empty where the explanation does not say."""
    condition: str | None
    """Condition or manner that the explanation names."""
    purpose: str | None
    """What it is for, as the explanation says."""
    provenance: RecordProvenance


class WorkCondition(Model):
    """One thing about where, how or when people in an occupation work."""

    position: Position
    aspect: WorkAspect
    """Side of working life."""
    feature: str = Field(json_schema_extra={"example": "full_time"})
    """What is the case, as an identifier."""
    quantifier: Quantifier
    frequency: Frequency
    modality: Modality
    duration: str | None = Field(json_schema_extra={"example": "many hours"})
    """How long at a time."""
    setting: str | None = Field(json_schema_extra={"example": "offices"})
    """Where, in the publication's words."""
    setting_condition: str | None = Field(json_schema_extra={"example": "always_open"})
    """What such a place has to be like for this to hold."""
    setting_examples: list[str] = Field(json_schema_extra={"example": ["hospitals"]})
    """Examples of such a place."""
    shifts: list[str] = Field(json_schema_extra={"example": ["evening", "overnight"]})
    """Shifts that are worked; empty where the sentence is not about shifts."""
    statement: Statement
    repeated_on_line: int | None
    """Second line of the document that says the same; `null` where it is said once."""
    provenance: RecordProvenance


class WorkEnvironment(Model):
    """Where and how people work."""

    setting: list[WorkCondition]
    """The places where they work."""
    physical: list[WorkCondition]
    """What the work asks of the body."""
    remote: list[WorkCondition]
    """Whether they can work elsewhere."""


class Schedule(Model):
    """When people work."""

    hours: list[WorkCondition]
    """How many hours: full time or part time."""
    shifts: list[WorkCondition]
    """At which times of the day."""


class JobZoneDefinition(Model):
    """What a job zone means."""

    job_zone: int = Field(json_schema_extra={"example": 3})
    """Job zone, 1 to 5."""
    name: str = Field(json_schema_extra={"example": "Job Zone Three: Medium Preparation Needed"})
    """Its name."""
    experience: str = Field(json_schema_extra={"example": "Some experience in the work is needed."})
    """Experience that it asks for."""
    education: str = Field(json_schema_extra={"example": "Most of these occupations ask for vocational training."})
    """Education that it asks for."""
    job_training: str = Field(json_schema_extra={"example": "One or two years of training."})
    """Training on the job that it asks for."""
    examples: str = Field(json_schema_extra={"example": "Electricians and medical assistants are examples."})
    """Occupations in it."""
    svp_range: str = Field(json_schema_extra={"example": "(6.0 to < 7.0)"})
    """Range of specific vocational preparation, as printed."""
    source: ReleaseId
    provenance: RecordProvenance


class JobZone(Model):
    """How much preparation an occupation needs."""

    job_zone: int = Field(json_schema_extra={"example": 3})
    """Job zone, 1 (little or no preparation) to 5 (extensive preparation)."""
    date: CollectedIn
    domain_source: DomainSource
    definition: JobZoneDefinition | None
    """What the zone means; `null` where O*NET's definitions are not loaded."""
    provenance: RecordProvenance


class OnetSummary(Model):
    """An occupation of O*NET-SOC in short, with links to all that O*NET says of it."""

    onet_soc_code: OnetSocCode
    title: OnetTitle
    description: str | None = Field(json_schema_extra={"example": "Keep the records of patients in order."})
    """What those who work in it do; `null` where O*NET's list of occupations is not loaded."""
    taxonomy_edition: OnetSocEdition | None = Field(json_schema_extra={"example": "2019"})
    """Edition of O*NET-SOC that the code is of."""
    job_zone: JobZone | None
    """How much preparation it needs; `null` where nothing that is loaded says."""
    links: dict[str, str] = Field(json_schema_extra={"example": {"skills": "/v1/occupations/29-2072.00/skills"}})
    """URL paths of O*NET's lists of this occupation."""
    source: ReleaseId
    provenance: RecordProvenance | None
    """Where its description stands; `null` without one."""


class Characteristics(Model):
    """What an occupation is like, and whom it suits."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    covers: Covers
    duties: list[ListedDuty]
    """What these workers typically do, as the page lists it."""
    interests: list[Interest]
    """Interest areas that suit it."""
    qualities: list[Quality]
    """Qualities that people in it should have."""
    work_environment: WorkEnvironment
    """Where and how they work."""
    schedule: Schedule
    """When they work."""
    sections: list[ProfileSection]
    """What the page says of the work and its surroundings, word for word, by section."""
    source: AnsweringRelease
    onet: list[OnetSummary]
    """O*NET's occupations in this code, each by itself; empty where no release of it covers the code."""


CharacteristicsItem = ItemAnswer[Characteristics]
