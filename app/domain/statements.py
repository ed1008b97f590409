"""Closed sets in what a handbook profile says of credentials, entry, advancement and working conditions."""

from enum import StrEnum


class CertificationRequirement(StrEnum):
    """What a credential asks of a candidate."""

    EXAM = "exam"
    ACCREDITED_PROGRAM = "accredited_program"
    EXPERIENCE = "experience"
    FORMAL_EDUCATION_PROGRAM = "formal_education_program"
    CERTIFICATION = "certification"


class CertificationRule(StrEnum):
    """What a statement on certification in general is about.

    - `often_required`, `employer_preference`, `employer_expectation`, `may_be_required`: who asks for
      certification, and how firmly.
    - `several_issuers`: that more than one organization certifies; `others_exist`: that more credentials
      exist than are named.
    - `requirement`: what certification rests on.
    - `renewal`, `continuing_education`: what keeps it valid.
    """

    OFTEN_REQUIRED = "often_required"
    EMPLOYER_PREFERENCE = "employer_preference"
    EMPLOYER_EXPECTATION = "employer_expectation"
    MAY_BE_REQUIRED = "may_be_required"
    OTHERS_EXIST = "others_exist"
    SEVERAL_ISSUERS = "several_issuers"
    REQUIREMENT = "requirement"
    RENEWAL = "renewal"
    CONTINUING_EDUCATION = "continuing_education"


class EducationPath(StrEnum):
    """The part that a level of education plays.

    `typical_entry`: what most entrants need; `alternative`: what some need instead; `sufficient_for_some`:
    enough for some positions; `required_for_most`: what most positions ask for; `advancement`: what leads further.
    """

    TYPICAL_ENTRY = "typical_entry"
    ALTERNATIVE = "alternative"
    SUFFICIENT_FOR_SOME = "sufficient_for_some"
    REQUIRED_FOR_MOST = "required_for_most"
    ADVANCEMENT = "advancement"


class CourseStage(StrEnum):
    """Where a course is taken: in the postsecondary program itself, or in high school before it."""

    POSTSECONDARY = "postsecondary"
    HIGH_SCHOOL = "high_school"


class ProspectFavors(StrEnum):
    """What improves the prospects of a candidate."""

    CERTIFICATION = "certification"
    SKILL = "skill"


class Relation(StrEnum):
    """How another occupation is related: one that people advance to, or one with similar duties."""

    ADVANCEMENT = "advancement"
    SIMILAR = "similar"


class WorkAspect(StrEnum):
    """The side of working life that a statement describes."""

    SETTING = "setting"
    PHYSICAL = "physical"
    REMOTE = "remote"
    SCHEDULE_HOURS = "schedule_hours"
    SCHEDULE_SHIFT = "schedule_shift"


class ListedAs(StrEnum):
    """Whether a statement is general or names an example of it."""

    GENERAL = "general"
    EXAMPLE = "example"


class TitleKind(StrEnum):
    """What another title of an occupation is.

    `short_title`: a shorter name that its profile uses; `also_called`: a title of which the profile says that these
    workers are called so too; `type`: a kind of these workers that the profile describes under its own name.
    """

    SHORT_TITLE = "short_title"
    ALSO_CALLED = "also_called"
    TYPE = "type"


class ProfileScope(StrEnum):
    """How a code is covered by a profile: it stands for all of it, or for a part of what it covers."""

    WHOLE_PROFILE = "whole_profile"
    PART_OF_PROFILE = "part_of_profile"


class OrganizationRole(StrEnum):
    """The part that an organization plays: it issues a credential, accredits programs, or is someone to ask."""

    ISSUER = "issuer"
    ACCREDITOR = "accreditor"
    CONTACT = "contact"
