"""Preparation: what it takes to enter an occupation, and to advance from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.statements import CourseStage, EducationPath
from app.queries.answers import Item
from app.queries.catalog import Catalog
from app.queries.certifications import GeneralRule, rules_of
from app.queries.classification import Occupation
from app.queries.entry_requirements import EntryRequirements, get_entry_requirements
from app.queries.handbook import HandbookItem, Statements, get_of_occupation, statement_of
from app.queries.pages import ProfileSection, sections_of
from app.queries.provenance import Provenance
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.specialties import AppliesTo, applies_to
from app.store.tables import (
    advancement,
    certification,
    certification_rule,
    coursework,
    education_path,
    profile_section,
    quick_facts,
)


@dataclass(frozen=True, slots=True)
class EducationStep:
    """A level of education and the part that it plays on the way into the occupation, or up from it."""

    position: int
    path: str
    education_level: str
    education_label: str | None
    field: str | None
    quantifier: str | None
    frequency: str | None
    modality: str | None
    said_of: str | None
    with_experience: str | None
    with_courses: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Experience:
    """Experience that goes with a level of education."""

    experience: str
    path: str
    education_level: str
    education_label: str | None
    quantifier: str | None
    modality: str | None
    said_of: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Course:
    """A course that prepares for the occupation."""

    position: int
    subject: str
    program_levels: tuple[str, ...]
    field: str | None
    frequency: str | None
    modality: str | None
    said_of: str | None
    benefit: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Coursework:
    """Courses by where they are taken."""

    postsecondary: tuple[Course, ...]
    high_school: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class NamedCredential:
    """A credential in short; the list of certifications has it in full."""

    acronym: str | None
    name: str
    applies_to: AppliesTo | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class CertificationSummary:
    """What the profile says of certification in general, and which credentials it names."""

    rules: tuple[GeneralRule, ...]
    credentials: tuple[NamedCredential, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Advancement:
    """A position that people in the occupation advance to, and what that takes."""

    position: int
    to_title: str
    to_soc_code: str | None
    to_soc_vintage: str | None
    to_soc_title: str | None
    education_levels: tuple[str, ...]
    requires_certification_courses: bool
    certification_courses: str | None
    modality: str | None
    varies_by: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class PrintedRequirements:
    """What the quick facts of a profile say of entering the occupation."""

    education_label: str
    education_level: str | None
    work_experience_label: str
    training_label: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Preparation:
    """How people prepare for an occupation, enter it and advance."""

    soc_code: str
    soc_vintage: str
    title: str
    covers: tuple[str, ...] | None
    printed_requirements: PrintedRequirements | None
    entry_education: EducationStep | None
    education_paths: tuple[EducationStep, ...]
    coursework: Coursework
    experience: tuple[Experience, ...]
    certification: CertificationSummary | None
    advancement: tuple[Advancement, ...]
    sections: tuple[ProfileSection, ...]
    source: str | None
    entry_requirements: EntryRequirements | None = None


def get_preparation(snapshot: Snapshot, found: Occupation, choice: ReleaseChoice) -> Item[Preparation]:
    """What the newest profile of an occupation, or the chosen one, says of preparing for it; and what a round does."""
    item = get_of_occupation(_PREPARATION, snapshot, found, choice)
    required = get_entry_requirements(snapshot, found, choice)
    if required is None:
        return item
    requirements, release = required
    content = replace(item.content, entry_requirements=requirements)
    return Item(content, (*item.releases, release))


def _build(found: Occupation, source: str | None, statements: Statements) -> Preparation:
    paths = statements.records(education_path, EducationStep, said_of="applies_to")
    return Preparation(
        soc_code=found.soc_code,
        soc_vintage=found.soc_vintage,
        title=found.title,
        covers=statements.covers(found),
        printed_requirements=_printed_requirements(statements),
        entry_education=next((path for path in paths if path.path == EducationPath.TYPICAL_ENTRY), None),
        education_paths=paths,
        coursework=Coursework(
            _courses(statements, CourseStage.POSTSECONDARY), _courses(statements, CourseStage.HIGH_SCHOOL)
        ),
        experience=tuple(_experience(path, path.with_experience) for path in paths if path.with_experience),
        certification=_certification(found, statements),
        advancement=tuple(_advancement(row, statements.catalog) for row in statements.of(advancement)),
        sections=sections_of(statements, "how_to_become_one"),
        source=source,
    )


def _printed_requirements(statements: Statements) -> PrintedRequirements | None:
    return next(iter(statements.records(quick_facts, PrintedRequirements)), None)


def _courses(statements: Statements, stage: CourseStage) -> tuple[Course, ...]:
    rows: Sequence[Mapping[Any, Any]] = [row for row in statements.of(coursework) if row["stage"] == stage]
    return tuple(statement_of(Course, row, statements.catalog, said_of=row["applies_to"]) for row in rows)


def _experience(path: EducationStep, experience: str) -> Experience:
    return Experience(
        experience=experience,
        path=path.path,
        education_level=path.education_level,
        education_label=path.education_label,
        quantifier=path.quantifier,
        modality=path.modality,
        said_of=path.said_of,
        statement=path.statement,
        provenance=path.provenance,
    )


def _certification(found: Occupation, statements: Statements) -> CertificationSummary | None:
    catalog = statements.catalog
    credentials = tuple(
        statement_of(NamedCredential, row, catalog, applies_to=applies_to(row, catalog))
        for row in statements.of(certification)
    )
    rules = rules_of(statements)
    if not rules and not credentials:
        return None
    return CertificationSummary(rules, credentials, catalog.path(found, "certifications"))


def _advancement(row: Mapping[Any, Any], catalog: Catalog) -> Advancement:
    code, vintage = row["to_soc_code"], row["to_soc_vintage"]
    to_soc_title = None if code is None else catalog.occupation(code, vintage).title
    return statement_of(Advancement, row, catalog, to_soc_title=to_soc_title)


_PREPARATION = HandbookItem(
    "preparation",
    (quick_facts, education_path, coursework, certification, certification_rule, advancement, profile_section),
    _build,
)
