"""Characteristics."""

from pydantic import Field

from app.domain.statements import WorkAspect
from app.schemas.envelope import ItemAnswer, RecordProvenance
from app.schemas.keys import SocCode, Title, Vintage
from app.schemas.model import Model
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


class Characteristics(Model):
    """What an occupation is like, and whom it suits."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    interests: list[Interest]
    """Interest areas that suit it."""
    qualities: list[Quality]
    """Qualities that people in it should have."""
    work_environment: WorkEnvironment
    """Where and how they work."""
    schedule: Schedule
    """When they work."""
    source: AnsweringRelease


CharacteristicsItem = ItemAnswer[Characteristics]
