"""Characteristics: the interests and qualities that suit an occupation, and its working conditions."""

from dataclasses import dataclass, replace

from app.domain.programs import Program
from app.domain.statements import WorkAspect
from app.queries.absence import explain_missing_occupation
from app.queries.answers import Item
from app.queries.classification import Occupation
from app.queries.handbook import HandbookItem, Statements, get_of_occupation
from app.queries.onet_summary import OnetSummary, summarise_onet
from app.queries.pages import ListedDuty, ProfileSection, duties_of, sections_of
from app.queries.provenance import Provenance
from app.queries.resolution import ReleaseChoice, programs_asked
from app.queries.snapshot import Snapshot
from app.store.tables import duty, interest, profile_section, quality, work_environment


@dataclass(frozen=True, slots=True)
class Interest:
    """An interest area that suits the occupation."""

    position: int
    framework: str
    interest: str
    holland_theme: str | None
    frequency: str | None
    meaning: str
    meaning_focus: tuple[str, ...]
    meaning_object: str | None
    meaning_purpose: str | None
    statement: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Quality:
    """A quality that people in the occupation should have."""

    position: int
    quality: str
    explanation: str
    expected: str | None
    necessity: str | None
    tasks: tuple[str, ...]
    objects: tuple[str, ...]
    with_whom: tuple[str, ...]
    condition: str | None
    purpose: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class WorkCondition:
    """One thing about where, how or when people in the occupation work."""

    position: int
    aspect: str
    feature: str
    quantifier: str | None
    frequency: str | None
    modality: str | None
    duration: str | None
    setting: str | None
    setting_condition: str | None
    setting_examples: tuple[str, ...]
    shifts: tuple[str, ...]
    statement: str
    repeated_on_line: int | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class WorkEnvironment:
    """Where and how people work."""

    setting: tuple[WorkCondition, ...]
    physical: tuple[WorkCondition, ...]
    remote: tuple[WorkCondition, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """When people work."""

    hours: tuple[WorkCondition, ...]
    shifts: tuple[WorkCondition, ...]


@dataclass(frozen=True, slots=True)
class Characteristics:
    """What an occupation is like, and whom it suits."""

    soc_code: str
    soc_vintage: str
    title: str
    covers: tuple[str, ...] | None
    duties: tuple[ListedDuty, ...]
    interests: tuple[Interest, ...]
    qualities: tuple[Quality, ...]
    work_environment: WorkEnvironment
    schedule: Schedule
    sections: tuple[ProfileSection, ...]
    source: str | None
    onet: tuple[OnetSummary, ...] = ()


def get_characteristics(snapshot: Snapshot, found: Occupation, choice: ReleaseChoice) -> Item[Characteristics]:
    """What the newest profile of an occupation, or the chosen one, says of the work and of those whom it suits.

    With O*NET's occupations in short, from its newest release or the chosen one.
    """
    item = get_of_occupation(_CHARACTERISTICS, snapshot, found, choice)
    onet, releases = summarise_onet(snapshot, found, choice)
    absence = None if onet else item.absence
    if not onet and not item.releases:
        asked = programs_asked(snapshot.catalog, choice)
        able = (Program.OOH, Program.ONET)
        absence = explain_missing_occupation(snapshot.catalog, found, "characteristics", able, asked)
    return Item(replace(item.content, onet=onet), (*item.releases, *releases), absence)


def _build(found: Occupation, source: str | None, statements: Statements) -> Characteristics:
    conditions = statements.records(work_environment, WorkCondition)

    def about(aspect: WorkAspect) -> tuple[WorkCondition, ...]:
        return tuple(condition for condition in conditions if condition.aspect == aspect)

    return Characteristics(
        soc_code=found.soc_code,
        soc_vintage=found.soc_vintage,
        title=found.title,
        covers=statements.covers(found),
        duties=duties_of(statements),
        interests=statements.records(interest, Interest),
        qualities=statements.records(quality, Quality),
        work_environment=WorkEnvironment(
            setting=about(WorkAspect.SETTING), physical=about(WorkAspect.PHYSICAL), remote=about(WorkAspect.REMOTE)
        ),
        schedule=Schedule(hours=about(WorkAspect.SCHEDULE_HOURS), shifts=about(WorkAspect.SCHEDULE_SHIFT)),
        sections=sections_of(statements, "what_they_do", "work_environment"),
        source=source,
    )


_CHARACTERISTICS = HandbookItem("characteristics", (duty, interest, quality, work_environment, profile_section), _build)
