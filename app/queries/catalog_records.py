"""What the catalog of one state of the data is made of: releases, their parts and files, organizations, profiles."""

from dataclasses import dataclass

from app.domain.levels import SocVintage
from app.domain.programs import Program
from app.queries.provenance import Provenance


@dataclass(frozen=True, slots=True)
class File:
    """A file that was read."""

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a release, as it was loaded."""

    part_id: int
    part: str
    revision: int
    reference_period: str
    rows_read: int
    rows_stored: int
    cells_withheld: int
    cells_bounded: int
    loaded_at: str
    files: tuple[File, ...]
    layout: str
    allowed: tuple[str, ...]
    rows_repeated: int
    codes_unclassified: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Release:
    """A release with its current parts."""

    release: str
    program: Program
    title: str
    publisher: str
    reference_period: str
    projection_round: str | None
    soc_vintage: SocVintage
    licence: str
    attribution: str
    source_url: str | None
    published_on: str | None
    origin: str
    origin_basis: str | None
    parts: tuple[Part, ...]

    @property
    def revision(self) -> int:
        """The revision of the release: that of its newest part."""
        return max((loaded.revision for loaded in self.parts), default=1)

    @property
    def part_ids(self) -> tuple[int, ...]:
        """The keys of its current parts."""
        return tuple(loaded.part_id for loaded in self.parts)


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization that a publication names."""

    organization: str
    name: str
    former_name: str | None
    acronym: str | None
    url: str | None
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class CoveredCode:
    """A code that a profile covers: all of the profile stands for it (`whole_profile`), or a part of it."""

    position: int
    soc_code: str
    soc_vintage: str
    title: str
    scope: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class HandbookProfile:
    """A profile of the handbook, with the codes that it covers in the order that it has them."""

    part_id: int
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

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes alone."""
        return tuple(code.soc_code for code in self.covered)
