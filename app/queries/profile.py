"""The profile of an occupation: the handbook's text by section, word for word, and the other titles that it uses."""

from dataclasses import dataclass

from app.queries.answers import Item
from app.queries.classification import Occupation
from app.queries.glance import links_of
from app.queries.handbook import HandbookItem, Statements, get_of_occupation
from app.queries.pages import (
    ComparisonBar,
    ListedDuty,
    PageLink,
    Picture,
    ProfilePage,
    ProfileSection,
    QuickFacts,
    comparisons_of,
    duties_of,
    links_on,
    pages_of,
    pictures_on,
    quick_facts_of,
    sections_of,
)
from app.queries.provenance import Provenance
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import (
    duty,
    other_title,
    profile_comparison,
    profile_image,
    profile_link,
    profile_section,
    quick_facts,
)


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """Another title that the profile uses for the occupation."""

    position: int
    title: str
    kind: str
    statement: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Profile:
    """What the handbook says of an occupation, in its own words."""

    soc_code: str
    soc_vintage: str
    title: str
    covers: tuple[str, ...] | None
    profiles: tuple[ProfilePage, ...]
    quick_facts: QuickFacts | None
    comparisons: tuple[ComparisonBar, ...]
    other_titles: tuple[OtherTitle, ...]
    duties: tuple[ListedDuty, ...]
    sections: tuple[ProfileSection, ...]
    page_links: tuple[PageLink, ...]
    pictures: tuple[Picture, ...]
    links: dict[str, str]
    source: str | None


def get_profile(snapshot: Snapshot, found: Occupation, choice: ReleaseChoice) -> Item[Profile]:
    """The newest profile of an occupation, or the chosen one."""
    return get_of_occupation(_PROFILE, snapshot, found, choice)


def _build(found: Occupation, source: str | None, statements: Statements) -> Profile:
    return Profile(
        soc_code=found.soc_code,
        soc_vintage=found.soc_vintage,
        title=found.title,
        covers=statements.covers(found),
        profiles=pages_of(statements),
        quick_facts=quick_facts_of(statements),
        comparisons=comparisons_of(statements),
        other_titles=statements.records(other_title, OtherTitle),
        duties=duties_of(statements),
        sections=sections_of(statements),
        page_links=links_on(statements),
        pictures=pictures_on(statements),
        links=links_of(statements.catalog, found),
        source=source,
    )


_PROFILE = HandbookItem(
    "profile",
    (quick_facts, profile_comparison, other_title, duty, profile_section, profile_link, profile_image),
    _build,
)
