"""Releases: what is loaded, from which files, when."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.programs import PROGRAMS, Program
from app.domain.releases import ReleaseReference
from app.queries.absence import Absence, AbsenceReason
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import File, Part, Release
from app.queries.errors import Nearest, NotComparableError
from app.queries.oews_scope import have_kinds_in_common
from app.queries.resolution import find_release


@dataclass(frozen=True, slots=True)
class ReleasePart:
    """A part of a release, as it was loaded."""

    part: str
    revision: int
    reference_period: str
    layout: str
    allowed: tuple[str, ...]
    rows_read: int
    rows_stored: int
    rows_repeated: int
    codes_unclassified: int
    cells_withheld: int
    cells_bounded: int
    loaded_at: str
    seconds: float
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """A release that is loaded."""

    release: str
    revision: int
    pinned: str
    program: str
    program_name: str
    title: str
    publisher: str
    reference_period: str
    projection_round: str | None
    soc_vintage: str
    licence: str
    attribution: str
    source_url: str | None
    published_on: str | None
    origin: str
    origin_basis: str | None
    occupations: int
    parts: tuple[ReleasePart, ...]
    superseded_by: str | None
    url: str


def list_releases(catalog: Catalog, programs: Sequence[Program]) -> Listing[ReleaseRecord]:
    """The releases that are loaded, newest first within a program."""
    wanted = [release for release in catalog.releases.values() if not programs or release.program in programs]
    ordered = sorted(wanted, key=lambda release: release.reference_period, reverse=True)
    records = [_record(catalog, release) for release in sorted(ordered, key=lambda release: release.program)]
    absence = None
    if not records:
        detail = f"No release of {', '.join(programs)} is loaded."
        absence = Absence(AbsenceReason.NOT_LOADED, detail, (Nearest("All releases", "/v1/releases"),))
    return Listing(records, (), total=len(records), absence=absence)


def get_release(catalog: Catalog, wanted: ReleaseReference) -> Item[ReleaseRecord]:
    """One release; a revision that was replaced raises `RevisionGoneError`."""
    return Item(_record(catalog, find_release(catalog, wanted)), ())


def releases_to_compare(
    catalog: Catalog, wanted: ReleaseReference, other: ReleaseReference | None
) -> tuple[Release, Release | None]:
    """Two releases, the earlier first. Without another, the next newer of the program; for the newest, the one before.

    A release of which other parts are loaded, with no cell in common, is passed over.

    Alone where no other release of the program is loaded. Raises `NotComparableError` where two are named that are of
    two programs, or are the same.
    """
    one = find_release(catalog, wanted)
    if other is not None:
        second = find_release(catalog, other)
        if second.program is not one.program:
            raise NotComparableError(f"{second.release} is a release of another program than {one.release}")
    else:
        of_program = [release for release in catalog.releases.values() if release.program is one.program]
        of_program.sort(key=_age)
        place = of_program.index(one)
        near = [*of_program[place + 1 :], *reversed(of_program[:place])]
        if not near:
            return one, None
        second = next((release for release in near if have_kinds_in_common(one, release)), near[0])
    if second is one:
        raise NotComparableError(f"{one.release} would be compared with itself")
    earlier, later = sorted((one, second), key=_age)
    return earlier, later


def _age(release: Release) -> tuple[str, str]:
    return release.reference_period, release.release


def _part(loaded: Part) -> ReleasePart:
    return ReleasePart(**{name: getattr(loaded, name) for name in ReleasePart.__dataclass_fields__})


def _record(catalog: Catalog, release: Release) -> ReleaseRecord:
    part_ids = set(release.part_ids)
    return ReleaseRecord(
        release.release,
        release.revision,
        f"{release.release}.r{release.revision}",
        release.program,
        PROGRAMS[release.program].name,
        release.title,
        release.publisher,
        release.reference_period,
        release.projection_round,
        release.soc_vintage,
        release.licence,
        release.attribution,
        release.source_url,
        release.published_on,
        release.origin,
        release.origin_basis,
        sum(1 for covered in catalog.coverage.values() if covered & part_ids),
        tuple(_part(loaded) for loaded in release.parts),
        _newer(catalog, release),
        f"/v1/releases/{release.release}",
    )


def _newer(catalog: Catalog, release: Release) -> str | None:
    """The newest release of the same program, if that is another; classifications are of several kinds."""
    newest = catalog.newest(release.program)
    if newest is None or newest.reference_period == release.reference_period:
        return None
    return None if release.program is Program.CLASSIFICATIONS else newest.release
