"""What is loaded, kept in memory for one state of the data: releases, occupations, areas, industries.

These are a few thousand small rows that nearly every answer needs. They are read again when the data revision
changes, inside the transaction of the request that notices, so that an answer never mixes two states.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.levels import CURRENT_VINTAGES
from app.domain.programs import Program
from app.queries.catalog_records import HandbookProfile, Organization, Release
from app.queries.classification import Entries, Key, Occupation, SocEntry, Specialty, Transition, Vintages, parents_of
from app.queries.onet_reference import NOTHING, OnetReference
from app.queries.provenance import SheetName
from app.queries.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Catalog:
    """One state of the reference rows."""

    data_revision: int
    changed_at: str
    seed_sha256: str | None
    releases: dict[str, Release]
    release_of_part: dict[int, str]
    sheets: dict[int, SheetName]
    sheet_headers: dict[tuple[str, str, str | None], str]
    vintages: Vintages
    children_by_parent: dict[Key, tuple[Occupation, ...]]
    transitions: tuple[Transition, ...]
    specialties: tuple[Specialty, ...]
    organizations: dict[str, Organization]
    organizations_by_part: dict[tuple[int, str], Organization]
    area_titles: dict[str, str]
    state_of_area: dict[str, str]
    industry_codes: frozenset[str]
    coverage: dict[tuple[str, str], frozenset[int]]
    # Codes that resources have anything on of which a release has something for few of the codes that it covers.
    codes_with: dict[str, frozenset[tuple[str, str]]]
    profiles: dict[tuple[int, str], HandbookProfile]
    profiles_by_code: dict[tuple[str, str], tuple[HandbookProfile, ...]]
    entries: Entries
    onet: dict[str, OnetReference]
    # What was counted and put together of this state.
    remembered: Remembered = field(default_factory=Remembered)

    def profiles_covering(self, found: Occupation) -> tuple[HandbookProfile, ...]:
        """The profiles that cover a code, of all releases."""
        return self.profiles_by_code.get((found.soc_code, str(found.soc_vintage)), ())

    def parts_covering(self, releases: Iterable[Release], *found: Occupation) -> list[Release]:
        """Some releases with only those of their parts that have anything on an occupation.

        A release of the handbook has hundreds of parts, and an occupation is in one or two of them.
        """
        wanted = frozenset[int]().union(
            *(self.coverage.get((one.soc_code, one.soc_vintage), frozenset()) for one in found)
        )
        fewer = (
            replace(loaded, parts=tuple(part for part in loaded.parts if part.part_id in wanted)) for loaded in releases
        )
        return [loaded for loaded in fewer if loaded.parts]

    def onet_reference(self, release: str) -> OnetReference:
        """What the codes of an O*NET release mean, as far as that is loaded."""
        return self.onet.get(release, NOTHING)

    def headers(self, sha256: str, file: str, sheet: str | None) -> dict[str, dict[str, str]]:
        """The header over each field that a sheet of a file fills, by table and field."""
        headers: dict[str, dict[str, str]] = json.loads(self.sheet_headers.get((sha256, file, sheet)) or "{}")
        return headers

    def entry(self, found: Occupation) -> SocEntry | None:
        """What the classification says of a code, where its structure or definitions are loaded."""
        return self.entries.get((found.soc_code, found.soc_vintage))

    def newest(self, program: Program) -> Release | None:
        """The newest release of a program, by reference period."""
        candidates = [loaded for loaded in self.releases.values() if loaded.program is program]
        return max(candidates, key=lambda loaded: loaded.reference_period, default=None)

    def releases_covering(self, found: Occupation) -> list[Release]:
        """The releases that have anything on an occupation, newest first."""
        covered = self.coverage.get((found.soc_code, found.soc_vintage), frozenset())
        releases = [loaded for loaded in self.releases.values() if covered.intersection(loaded.part_ids)]
        return sorted(releases, key=lambda loaded: (loaded.reference_period, loaded.release), reverse=True)

    def newest_covering(self, program: Program, found: Occupation) -> Release | None:
        """The newest release of a program that has anything on an occupation."""
        return next((loaded for loaded in self.releases_covering(found) if loaded.program is program), None)

    def successors(self, found: Occupation) -> list[Transition]:
        """What became of a code when the classification was revised; empty if it is still in use."""
        return [step for step in self.transitions if step.before == found]

    def predecessors(self, found: Occupation) -> list[Transition]:
        """The codes of the edition before that a code came from."""
        return [step for step in self.transitions if step.after == found]

    def parents(self, found: Occupation) -> list[Occupation]:
        """The groups above a code, widest first, as far as they are loaded."""
        return parents_of(self.vintages, found, self.entries)

    def children(self, found: Occupation) -> tuple[Occupation, ...]:
        """The codes right below a group, as far as they are loaded."""
        return self.children_by_parent.get((found.soc_code, found.soc_vintage), ())

    def in_use(self, soc_code: str) -> Occupation | None:
        """The edition of a code that is in use, if there is one."""
        editions = self.vintages[soc_code]
        return next((edition for edition in editions if edition.soc_vintage in CURRENT_VINTAGES), None)

    def occupation(self, soc_code: str, soc_vintage: str) -> Occupation:
        """The occupation that a row names by its code and edition, which the database holds to exist."""
        return next(found for found in self.vintages[soc_code] if found.soc_vintage == soc_vintage)

    def path(self, found: Occupation, resource: str = "") -> str:
        """The URL path of an occupation, or of a resource of it, in the edition of its code that is meant."""
        base = f"/v1/occupations/{found.soc_code}" + (f"/{resource}" if resource else "")
        return base if self.vintages[found.soc_code][0] == found else f"{base}?soc_vintage={found.soc_vintage}"

    def specialties_with_code(self, found: Occupation) -> list[Specialty]:
        """The specialties of other occupations that have this code today."""
        return [known for known in self.specialties if known.today == found]

    def was_replaced(self, found: Occupation) -> bool:
        """Whether a code belongs to an edition that is not in use, even if a later one has the same code."""
        return found.soc_vintage not in CURRENT_VINTAGES

    def is_retired(self, found: Occupation) -> bool:
        """Whether no edition in use has the code."""
        return self.in_use(found.soc_code) is None
