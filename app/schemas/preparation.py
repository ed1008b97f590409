"""Preparation."""

from pydantic import Field

from app.domain.education import EducationLevel
from app.domain.statements import EducationPath
from app.schemas.certifications import GeneralRule, PrintedAcronym
from app.schemas.envelope import ItemAnswer, RecordProvenance
from app.schemas.keys import Covers, Qualifiers, ReleaseId, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.pages import ProfileSection
from app.schemas.projections import EntryEducation, RelatedExperience, Round, Training
from app.schemas.specialties import AppliesTo
from app.schemas.statements import (
    AnsweringRelease,
    Frequency,
    Modality,
    Position,
    Quantifier,
    SaidOf,
    StatedEducation,
    Statement,
)


class EducationStep(Model):
    """A level of education and the part that it plays on the way into an occupation, or up from it."""

    position: Position
    path: EducationPath
    """The part that it plays."""
    education_level: StatedEducation
    education_label: str | None = Field(json_schema_extra={"example": "postsecondary certificate"})
    """The level in the publication's words."""
    field: str | None = Field(json_schema_extra={"example": "health information technology"})
    """Field of study; `null` where none is named."""
    quantifier: Quantifier
    frequency: Frequency
    modality: Modality
    said_of: SaidOf
    with_experience: str | None = Field(json_schema_extra={"example": "previous experience in a healthcare setting"})
    """Experience that has to come with it, in the publication's words."""
    with_courses: str | None = Field(json_schema_extra={"example": "the required certification courses"})
    """Courses that have to come with it, in the publication's words."""
    statement: Statement
    provenance: RecordProvenance


class Experience(Model):
    """Experience that has to come with a level of education. The same as in `education_paths`."""

    experience: str = Field(json_schema_extra={"example": "previous experience in a healthcare setting"})
    """The experience, in the publication's words."""
    path: EducationPath
    """The part that this level of education, with the experience, plays."""
    education_level: StatedEducation
    education_label: str | None
    """The level in the publication's words."""
    quantifier: Quantifier
    modality: Modality
    said_of: SaidOf
    statement: Statement
    provenance: RecordProvenance


class Course(Model):
    """A course that prepares for an occupation."""

    position: Position
    subject: str = Field(json_schema_extra={"example": "medical terminology"})
    """Subject of the course."""
    program_levels: list[StatedEducation]
    """Levels of education whose programs have it."""
    field: str | None = Field(json_schema_extra={"example": "health information technology"})
    """Field of the program that it belongs or leads to."""
    frequency: Frequency
    modality: Modality
    said_of: SaidOf
    benefit: str | None = Field(json_schema_extra={"example": "increase their chances of admission"})
    """What taking it is good for, in the publication's words; `null` where that is not said."""
    statement: Statement
    provenance: RecordProvenance


class Coursework(Model):
    """Courses, by where they are taken."""

    postsecondary: list[Course]
    """In the postsecondary program itself."""
    high_school: list[Course]
    """In high school, before the program."""


class NamedCredential(Model):
    """A credential in short."""

    acronym: PrintedAcronym
    name: str = Field(json_schema_extra={"example": "Registered Health Information Technician"})
    """Name as the profile prints it."""
    applies_to: AppliesTo
    provenance: RecordProvenance


class CertificationSummary(Model):
    """Whether certification is asked for, and which credentials there are."""

    rules: list[GeneralRule]
    """What the profile says of certification in general: who asks for it, how it is earned and kept."""
    credentials: list[NamedCredential]
    """The credentials that it names."""
    url: str = Field(json_schema_extra={"example": "/v1/occupations/29-2071/certifications"})
    """URL path of the credentials in full: issuers, requirements, renewal."""


class Advancement(Model):
    """A position that people in an occupation advance to, and what that takes."""

    position: Position
    to_title: str = Field(json_schema_extra={"example": "medical or health services manager"})
    """The position, as printed."""
    to_soc_code: str | None = Field(json_schema_extra={"example": "11-9111"})
    """Its SOC code; curated where the publication prints none, `null` where none is known."""
    to_soc_vintage: Vintage | None
    """Edition of that code."""
    to_soc_title: str | None = Field(json_schema_extra={"example": "Medical and Health Services Managers"})
    """Title of the occupation with that code."""
    education_levels: list[StatedEducation]
    """Levels of education, one of which has to be completed."""
    requires_certification_courses: bool
    """Whether certification courses have to be taken."""
    certification_courses: str | None
    """Those courses, in the publication's words."""
    modality: Modality
    varies_by: str | None = Field(json_schema_extra={"example": "facility"})
    """By what the requirements vary."""
    statement: Statement
    provenance: RecordProvenance


class PrintedRequirements(Model):
    """Typical entry-level education, experience and training, of a page's quick facts."""

    education_label: str = Field(json_schema_extra={"example": "Postsecondary nondegree award"})
    """Typical entry-level education, as printed."""
    education_level: EducationLevel | None = Field(json_schema_extra={"example": "postsecondary_nondegree_award"})
    """That level; `null` where the page refers to its text."""
    work_experience_label: str = Field(json_schema_extra={"example": "None"})
    """Work experience in a related occupation, as printed."""
    training_label: str = Field(json_schema_extra={"example": "Moderate-term on-the-job training"})
    """On-the-job training, as printed."""
    provenance: RecordProvenance


class EntryRequirements(Model):
    """The classes of education, experience and training that Employment Projections assign to an occupation."""

    projection_round: Round
    entry_education: EntryEducation
    entry_education_code: int | None = Field(json_schema_extra={"example": 5})
    """The publisher's number of it: 1 doctoral or professional degree to 8 none."""
    work_experience: RelatedExperience
    work_experience_code: int | None = Field(json_schema_extra={"example": 4})
    """The publisher's number of it: 1 five years or more, 2 less, 4 none; there is no 3."""
    on_the_job_training: Training
    on_the_job_training_code: int | None = Field(json_schema_extra={"example": 6})
    """The publisher's number of it: 1 internship or residency to 6 none."""
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


class Preparation(Model):
    """How people prepare for an occupation, enter it and advance."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    covers: Covers
    printed_requirements: PrintedRequirements | None
    """What the quick facts of the page say of entering; `null` where it has none."""
    entry_education: EducationStep | None
    """What most entrants need: typical entry-level education. Definition: Employment Projections (BLS)."""
    education_paths: list[EducationStep]
    """Every level of education that the profile names: what is typical, its alternatives, what leads further."""
    coursework: Coursework
    """Courses to take."""
    experience: list[Experience]
    """Experience that some ways in require."""
    certification: CertificationSummary | None
    """Whether certification is asked for; `null` where the profile does not speak of it."""
    advancement: list[Advancement]
    """What people in the occupation advance to."""
    sections: list[ProfileSection]
    """What the page says of it, word for word, by section."""
    source: AnsweringRelease
    entry_requirements: EntryRequirements | None
    """What Employment Projections assign; `null` where no round that is loaded has the occupation."""


PreparationItem = ItemAnswer[Preparation]
