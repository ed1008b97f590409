"""One occupation as a page shows it: each topic with the beginning of its own answer, in one transaction."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from app.domain.codes import NATION
from app.domain.levels import IndustryLevel
from app.domain.onet import RatingDomain
from app.queries.absence import Absence
from app.queries.answers import Item, Listing
from app.queries.certifications import list_occupation_certifications
from app.queries.characteristics import get_characteristics
from app.queries.classification import Occupation
from app.queries.contacts import list_contacts
from app.queries.employment import list_occupation_employment
from app.queries.glance import OccupationGlance, get_occupation
from app.queries.hierarchy import get_hierarchy
from app.queries.list_request import ListRequest, OneOf, SortKey
from app.queries.onet_absence import AskedOfOccupation
from app.queries.preparation import get_preparation
from app.queries.projections import list_occupation_projections
from app.queries.ratings import list_occupation_ratings
from app.queries.related import list_related_occupations
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.tasks import list_tasks
from app.queries.technology import list_occupation_technology
from app.queries.titles import list_titles
from app.queries.wages import list_occupation_wages

# Records of a list that an overview begins it with.
FIRST = 25


class Section(StrEnum):
    """A topic of an overview: the last part of the path that answers it alone."""

    WAGES = "wages"
    EMPLOYMENT = "employment"
    PROJECTIONS = "projections"
    PREPARATION = "preparation"
    CERTIFICATIONS = "certifications"
    CHARACTERISTICS = "characteristics"
    SKILLS = "skills"
    TASKS = "tasks"
    TECHNOLOGY = "technology"
    TITLES = "titles"
    RELATED = "related"
    CONTACTS = "contacts"
    HIERARCHY = "hierarchy"


@dataclass(frozen=True, slots=True)
class ListSection:
    """The beginning of a list, how many records it has, and the path of all of it."""

    data: list[Any]
    total: int | None
    absence: Absence | None
    url: str


@dataclass(frozen=True, slots=True)
class ItemSection:
    """An answer on one topic, and the path that gives it alone."""

    data: Any
    absence: Absence | None
    url: str


@dataclass(frozen=True, slots=True)
class Overview:
    """An occupation at a glance, and its topics; `None` for those that were not asked for."""

    occupation: OccupationGlance
    wages: ListSection | None
    employment: ListSection | None
    projections: ListSection | None
    preparation: ItemSection | None
    certifications: ListSection | None
    characteristics: ItemSection | None
    skills: ListSection | None
    tasks: ListSection | None
    technology: ListSection | None
    titles: ListSection | None
    related: ListSection | None
    contacts: ListSection | None
    hierarchy: ItemSection | None


@dataclass(frozen=True, slots=True)
class _Subject:
    """What an overview is about, and how to ask the lists of it."""

    snapshot: Snapshot
    found: Occupation
    onet_soc_code: str | None

    def of_onet(self, request: ListRequest) -> AskedOfOccupation:
        return AskedOfOccupation(self.found, self.onet_soc_code, _NEWEST, request)


_NEWEST = ReleaseChoice()
_BEGINNING = ListRequest((), (), FIRST)
_IN_THE_NATION = ListRequest(
    (), (), FIRST, fixed=(OneOf("industry_level", (IndustryLevel.CROSS_INDUSTRY,)), OneOf("area_code", (NATION,)))
)
_BY_IMPORTANCE = ListRequest((OneOf("scale_id", ("IM",)),), (SortKey("value", descending=True),), FIRST)
_Answer: TypeAlias = Callable[[_Subject], "Listing[Any] | Item[Any]"]

_ANSWERS: Mapping[Section, _Answer] = {
    Section.WAGES: lambda of: list_occupation_wages(of.snapshot, of.found, _NEWEST, _IN_THE_NATION),
    Section.EMPLOYMENT: lambda of: list_occupation_employment(of.snapshot, of.found, _NEWEST, _IN_THE_NATION),
    Section.PROJECTIONS: lambda of: list_occupation_projections(of.snapshot, of.found, _NEWEST, _BEGINNING),
    Section.PREPARATION: lambda of: get_preparation(of.snapshot, of.found, _NEWEST),
    Section.CERTIFICATIONS: lambda of: list_occupation_certifications(of.snapshot, of.found, _NEWEST, _BEGINNING),
    Section.CHARACTERISTICS: lambda of: get_characteristics(of.snapshot, of.found, _NEWEST),
    Section.SKILLS: lambda of: list_occupation_ratings(of.snapshot, RatingDomain.SKILLS, of.of_onet(_BY_IMPORTANCE)),
    Section.TASKS: lambda of: list_tasks(of.snapshot, of.of_onet(_BEGINNING)),
    Section.TECHNOLOGY: lambda of: list_occupation_technology(of.snapshot, of.of_onet(_BEGINNING)),
    Section.TITLES: lambda of: list_titles(of.snapshot, of.of_onet(_BEGINNING)),
    Section.RELATED: lambda of: list_related_occupations(of.snapshot, of.of_onet(_BEGINNING)),
    Section.CONTACTS: lambda of: list_contacts(of.snapshot, of.found, _NEWEST, _BEGINNING),
    Section.HIERARCHY: lambda of: get_hierarchy(of.snapshot.catalog, of.found),
}
# What the path of a section is asked with so that it begins as the section does.
_ASKED_WITH = {Section.SKILLS: "scale_id=IM&sort=-value"}


def get_overview(
    snapshot: Snapshot, found: Occupation, onet_soc_code: str | None, asked: Collection[Section]
) -> Item[Overview]:
    """An occupation with some of its topics, each from the newest releases that have it; with all if none is named."""
    subject = _Subject(snapshot, found, onet_soc_code)
    glance = get_occupation(snapshot, found, onet_soc_code, _NEWEST)
    names = {one.release for one in glance.releases}
    sections: dict[str, ListSection | ItemSection | None] = dict.fromkeys(Section)
    for section in Section:
        if section in asked or not asked:
            answer = _ANSWERS[section](subject)
            sections[section] = _section(answer, _url(subject, section))
            names |= {one.release for one in answer.releases}
    releases = tuple(snapshot.catalog.releases[name] for name in sorted(names))
    return Item(Overview(glance.content, **sections), releases, glance.absence)  # type: ignore[arg-type]


def _section(answer: "Listing[Any] | Item[Any]", url: str) -> ListSection | ItemSection:
    if isinstance(answer, Listing):
        return ListSection(answer.records, answer.total, answer.absence, url)
    return ItemSection(answer.content, answer.absence, url)


def _url(subject: _Subject, section: Section) -> str:
    path = subject.snapshot.catalog.path(subject.found, section)
    if section not in _ASKED_WITH:
        return path
    return f"{path}{'&' if '?' in path else '?'}{_ASKED_WITH[section]}"
