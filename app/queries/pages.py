"""What a page of the handbook has beside its facts: quick facts, charts, duties, links, pictures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from app.domain.qualifiers import Qualifier
from app.queries.catalog_records import CoveredCode
from app.queries.handbook import Statements, statement_of
from app.queries.provenance import Provenance
from app.store.tables import duty, profile_comparison, profile_image, profile_link, profile_section, quick_facts


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """What a page is, and which codes it covers."""

    profile: str
    title: str
    edition: str
    occupation_group: str | None
    description: str | None
    url: str | None
    last_modified: str | None
    citation: str | None
    video_url: str | None
    average_change_percent: float | None
    all_workers_annual_median: int | None
    covered: tuple[CoveredCode, ...]
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
    heading_level: int | None
    heading_origin: str
    heading_origin_basis: str | None
    heading_line: int | None
    text: str
    first_line: int
    last_line: int
    lines: tuple[ProfileLine, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class QuickFacts:
    """The quick facts that head a profile."""

    pay_year: int
    annual_median: int | None
    hourly_median: float | None
    education_label: str
    education_level: str | None
    work_experience_label: str
    training_label: str
    employment_year: int
    employment: int
    rounded_to: int
    projection_round: str
    employment_change: int
    employment_change_percent: float
    outlook_label: str
    outlook_category: str | None
    qualifiers: dict[str, str]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ComparisonBar:
    """A bar of a chart that sets the profile beside others."""

    chart: str
    position: int
    caption: str
    reference_period: str
    compared_title: str
    annual_median: int | None
    hourly_median: float | None
    employment_change_percent: float | None
    qualifiers: dict[str, str]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ListedDuty:
    """Something that workers typically do."""

    group_position: int
    position: int
    introduction: str
    duty: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link in the text."""

    position: int
    section: str
    section_position: int
    text_line: int
    link_text: str
    url: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the page."""

    position: int
    section: str
    url: str | None
    caption: str | None
    alternative_text: str | None
    provenance: Provenance


def pages_of(statements: Statements) -> tuple[ProfilePage, ...]:
    """The pages that answer."""
    names = tuple(field.name for field in fields(ProfilePage))
    return tuple(ProfilePage(**{name: getattr(known, name) for name in names}) for known in statements.profiles)


def sections_of(statements: Statements, *within: str) -> tuple[ProfileSection, ...]:
    """The sections of a profile in their order; with names, only these sections and what stands under them."""
    rows = statements.of(profile_section)
    wanted = set(within)
    chosen = [row for row in rows if not within or row["section"] in wanted or row["parent_section"] in wanted]
    return tuple(_section(row, statements) for row in chosen)


def _section(row: Mapping[Any, Any], statements: Statements) -> ProfileSection:
    lines = enumerate(row["text"].split("\n"), start=row["first_line"])
    texts = tuple(ProfileLine(number, text) for number, text in lines)
    return statement_of(ProfileSection, row, statements.catalog, lines=texts)


def quick_facts_of(statements: Statements) -> QuickFacts | None:
    """The quick facts of a profile, if it has them."""
    found = [
        statement_of(QuickFacts, row, statements.catalog, qualifiers=_missing(row, ("annual_median", "hourly_median")))
        for row in statements.of(quick_facts)
    ]
    return found[0] if found else None


def comparisons_of(statements: Statements) -> tuple[ComparisonBar, ...]:
    """The bars of a profile's charts."""
    pay, outlook = ("annual_median", "hourly_median"), ("employment_change_percent",)
    return tuple(
        statement_of(
            ComparisonBar,
            row,
            statements.catalog,
            qualifiers=_missing(row, pay if row["chart"] == "pay" else outlook),
        )
        for row in statements.of(profile_comparison)
    )


def _missing(row: Mapping[Any, Any], measures: Sequence[str]) -> dict[str, str]:
    qualifiers: dict[str, str] = {}
    for name in measures:
        stated = row.get(f"{name}_qualifier")
        if stated is not None:
            qualifiers[name] = stated
        elif row[name] is None:
            qualifiers[name] = str(Qualifier.NOT_APPLICABLE)
    return qualifiers


def duties_of(statements: Statements) -> tuple[ListedDuty, ...]:
    """The duties that a profile lists."""
    return statements.records(duty, ListedDuty)


def links_on(statements: Statements) -> tuple[PageLink, ...]:
    """The links in the text of a profile."""
    return statements.records(profile_link, PageLink)


def pictures_on(statements: Statements) -> tuple[Picture, ...]:
    """The pictures of a profile."""
    return statements.records(profile_image, Picture)
