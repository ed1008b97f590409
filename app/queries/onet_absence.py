"""Why a list of O*NET rows is empty, and which other release, code or path has them.

The causes, from the plainest: a program that has no such rows; a group of occupations, which O*NET does not describe; a
code of another edition; a part of the release that is not loaded here; an occupation that the part has nothing on; a
code of eight digits that the release does not have; filters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from app.domain.levels import OccupationLevel
from app.domain.programs import Program
from app.queries.absence import (
    Absence,
    AbsenceReason,
    explain_empty_list,
    explain_missing_occupation,
    in_words,
    other_answers,
    predecessors_answers,
)
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.errors import Nearest
from app.queries.list_request import ListRequest
from app.queries.resolution import ReleaseChoice, programs_asked
from app.queries.snapshot import Snapshot
from app.store.tables import onet_occupation


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked: the occupation and the eight digits that the path names, if any, releases and filters."""

    found: Occupation | None
    onet_soc_code: str | None
    choice: ReleaseChoice
    request: ListRequest


@dataclass(frozen=True, slots=True)
class AskedOfOccupation(Asked):
    """The same where the path names an occupation."""

    found: Occupation


@dataclass(frozen=True, slots=True)
class EmptyOnetList:
    """A list that is empty: what it would be made of, what was asked, and the releases that were looked at."""

    snapshot: Snapshot
    resource: str
    parts: tuple[str, ...]
    programs: tuple[Program, ...]
    asked: Asked
    releases: tuple[Release, ...]

    @property
    def catalog(self) -> Catalog:
        """What is loaded."""
        return self.snapshot.catalog

    @property
    def words(self) -> str:
        """What the list is called in a sentence."""
        return in_words(self.resource)

    @property
    def path(self) -> str:
        """The path that was asked, without filters."""
        found = self.asked.found
        return f"/v1/{self.resource}" if found is None else self.catalog.path(found, self.resource)


def explain_missing_onet(empty: EmptyOnetList) -> Absence:
    """Why a list has no rows."""
    asked, releases, parts = empty.asked, empty.releases, empty.parts
    if not releases:
        return _explain_no_release(empty)
    onet = [release for release in releases if release.program is Program.ONET]
    lacking = [release for release in onet if not _loaded_parts(release, parts)]
    if onet and lacking == onet:
        return _explain_part_not_loaded(empty, onet)
    silent = asked.found is not None and not _has_rows(empty.catalog, onet, parts, asked.found)
    if silent or not (asked.onet_soc_code or asked.request.filters):
        return _explain_silent(empty)
    return _explain_filters(empty)


def _explain_no_release(empty: EmptyOnetList) -> Absence:
    catalog, asked = empty.catalog, empty.asked
    named = programs_asked(catalog, asked.choice)
    if asked.found is None:
        return explain_empty_list(empty.resource, empty.programs, named)
    able = not named or set(named) & set(empty.programs)
    if able and asked.found.level is not OccupationLevel.DETAILED and catalog.newest(Program.ONET):
        return _explain_group(empty, asked.found)
    if able and asked.choice.releases and not catalog.was_replaced(asked.found):
        return _explain_other_edition(empty, asked.found)
    return explain_missing_occupation(catalog, asked.found, empty.resource, empty.programs, named)


def _explain_group(empty: EmptyOnetList, group: Occupation) -> Absence:
    catalog = empty.catalog
    # What answers where no release is named: the newest that has the file.
    answering = next((release for release in _newest_first(catalog) if _loaded_parts(release, empty.parts)), None)
    detailed = [
        Nearest(f"{empty.words} of {child.soc_code} {child.title}", catalog.path(child, empty.resource))
        for child in catalog.children(group)
        if answering is not None and _has_rows(catalog, [answering], empty.parts, child)
    ]
    codes = Nearest(f"The codes below {group.soc_code}", catalog.path(group, "hierarchy"))
    return Absence(
        AbsenceReason.NOT_APPLICABLE,
        f"{group.soc_code} {group.title} is a group; O*NET describes the detailed occupations in it.",
        (*detailed, codes, *other_answers(catalog, group)),
    )


def _explain_other_edition(empty: EmptyOnetList, found: Occupation) -> Absence:
    catalog = empty.catalog
    chosen = [
        catalog.releases[name.release] for name in empty.asked.choice.releases if name.release in catalog.releases
    ]
    names = " and ".join(f"{release.release} (coded in SOC {release.soc_vintage})" for release in chosen)
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{names} has nothing on {found.soc_code} of SOC {found.soc_vintage}.",
        (
            *_other_releases(empty),
            *predecessors_answers(catalog, found, empty.resource, empty.programs),
            *other_answers(catalog, found),
        ),
    )


def _explain_part_not_loaded(empty: EmptyOnetList, releases: Sequence[Release]) -> Absence:
    names = ", ".join(release.release for release in releases)
    lacking = " or ".join(f"`{part}`" for part in empty.parts)
    count = sum(len(release.parts) for release in releases)
    found = empty.asked.found
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"{names} is loaded in part: the file of its {empty.words} (part {lacking}) is not among the {count} that are "
        "here; the publisher's release has it as a file of its own.",
        (
            *_other_releases(empty),
            Nearest(f"What is loaded of {releases[0].release}", f"/v1/releases/{releases[0].release}"),
            *(other_answers(empty.catalog, found) if found else ()),
        ),
    )


def _explain_silent(empty: EmptyOnetList) -> Absence:
    found = empty.asked.found
    names = ", ".join(release.release for release in empty.releases)
    if found is None:
        return Absence(AbsenceReason.NOT_PUBLISHED, f"{names} has no {empty.words}.", tuple(_other_releases(empty)))
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{names} covers {found.soc_code} {found.title} and has no {empty.words} of it: O*NET collects them for most "
        "occupations, not for all.",
        (*_other_releases(empty), *other_answers(empty.catalog, found)),
    )


def _explain_filters(empty: EmptyOnetList) -> Absence:
    asked, found = empty.asked, empty.asked.found
    names = ", ".join(release.release for release in empty.releases)
    wider = [Nearest(f"All {empty.words}" + (f" of {found.soc_code}" if found else ""), empty.path)]
    if asked.onet_soc_code is not None and found is not None:
        codes = _onet_codes(empty, found)
        if asked.onet_soc_code not in codes:
            known = ", ".join(codes) or "no code that begins so"
            links = [Nearest(f"{empty.words} of {code}", empty.path.replace(found.soc_code, code, 1)) for code in codes]
            detail = f"{names} has no {asked.onet_soc_code}; of {found.soc_code} it has {known}."
            return Absence(AbsenceReason.NOT_PUBLISHED, detail, (*links, *wider))
    subject = "these filters" if found is None else f"{asked.onet_soc_code or found.soc_code} with these filters"
    if not asked.request.filters:
        subject = str(asked.onet_soc_code)
    return Absence(AbsenceReason.NOT_PUBLISHED, f"{names} has no {empty.words} for {subject}.", tuple(wider))


def _onet_codes(empty: EmptyOnetList, found: Occupation) -> list[str]:
    """The codes of O*NET in these releases that begin with a SOC code."""
    part_ids = [part_id for release in empty.releases for part_id in release.part_ids]
    code = onet_occupation.c.onet_soc_code
    begins = (code >= f"{found.soc_code}.", code < f"{found.soc_code}/")
    known = select(code).where(*begins, onet_occupation.c.part_id.in_(part_ids)).distinct().order_by(code)
    return list(empty.snapshot.connection.execute(known).scalars())


def _other_releases(empty: EmptyOnetList) -> Iterator[Nearest]:
    """The same from other O*NET releases that have it, the newest first."""
    found, catalog = empty.asked.found, empty.catalog
    for release in _newest_first(catalog):
        if release in empty.releases:
            continue
        if _loaded_parts(release, empty.parts) and (found is None or _has_rows(catalog, [release], empty.parts, found)):
            joint = "&" if "?" in empty.path else "?"
            yield Nearest(f"{empty.words} from {release.release}", f"{empty.path}{joint}release={release.release}")


def _newest_first(catalog: Catalog) -> list[Release]:
    onet = (release for release in catalog.releases.values() if release.program is Program.ONET)
    return sorted(onet, key=lambda release: release.reference_period, reverse=True)


def _loaded_parts(release: Release, parts: Sequence[str]) -> list[int]:
    return [loaded.part_id for loaded in release.parts if loaded.part in parts]


def _has_rows(catalog: Catalog, releases: Sequence[Release], parts: Sequence[str], found: Occupation) -> bool:
    covered = catalog.coverage.get((found.soc_code, found.soc_vintage), frozenset())
    return any(part_id in covered for release in releases for part_id in _loaded_parts(release, parts))
