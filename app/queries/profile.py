"""The profile of an occupation: the handbook's text by section, word for word, and the other titles that it uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.queries.answers import Item
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.glance import links_of
from app.queries.handbook import HandbookItem, Statements, get_of_occupation, statement_of
from app.queries.provenance import Provenance
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import other_title, profile_section


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """Another title that the profile uses for the occupation."""

    position: int
    title: str
    kind: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A paragraph or table row, and the line of the document that it stands on."""

    document_line: int
    text: str


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """A section of the profile."""

    position: int
    section: str
    parent_section: str | None
    heading: str
    heading_origin: str
    heading_origin_basis: str | None
    heading_line: int | None
    text: str
    first_line: int
    last_line: int
    lines: tuple[ProfileLine, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Profile:
    """What the handbook says of an occupation, in its own words."""

    soc_code: str
    soc_vintage: str
    title: str
    other_titles: tuple[OtherTitle, ...]
    sections: tuple[ProfileSection, ...]
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
        other_titles=statements.records(other_title, OtherTitle),
        sections=tuple(_section(row, statements.catalog) for row in statements.of(profile_section)),
        links=links_of(statements.catalog, found),
        source=source,
    )


def _section(row: Mapping[Any, Any], catalog: Catalog) -> ProfileSection:
    lines = enumerate(row["text"].split("\n"), start=row["first_line"])
    return statement_of(ProfileSection, row, catalog, lines=tuple(ProfileLine(number, text) for number, text in lines))


_PROFILE = HandbookItem("profile", (other_title, profile_section), _build)
