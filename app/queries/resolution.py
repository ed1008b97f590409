"""From what a question names to what is loaded: occupations by code, releases by name or by default."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from app.domain.codes import soc_of_onet
from app.domain.levels import SocVintage
from app.domain.programs import Program
from app.domain.releases import ReleaseReference
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.errors import Nearest, NotKnownError, RevisionGoneError


@dataclass(frozen=True, slots=True)
class ReleaseChoice:
    """Which programs and releases a question wants; empty tuples leave it to the defaults of its path."""

    programs: tuple[Program, ...] = ()
    releases: tuple[ReleaseReference, ...] = ()


_ANY = ReleaseChoice()


def find_occupation(
    catalog: Catalog,
    code: str,
    vintage: SocVintage | None = None,
    choice: ReleaseChoice = _ANY,
    periods: Collection[str] = (),
) -> Occupation:
    """The occupation with this code in the given edition; else in the newest that the named releases have, or any.

    Where no release is named, those of the `periods` that are asked for are.

    Raises `NotKnownError`, with the nearest codes, if no edition that is loaded has the code.
    """
    soc_code = soc_of_onet(code)
    editions = catalog.vintages.get(soc_code, ())
    for found in editions if vintage is not None else _covered(catalog, editions, choice, periods):
        if vintage is None or found.soc_vintage is vintage:
            return found
    if editions:
        known = " and ".join(f"SOC {edition.soc_vintage}" for edition in editions)
        nearest = tuple(
            Nearest(f"{soc_code} {edition.title} (SOC {edition.soc_vintage})", catalog.path(edition))
            for edition in editions
        )
        detail = f"No occupation {soc_code} of SOC {vintage} is loaded; loaded is that of {known}."
        raise NotKnownError("occupation", soc_code, nearest, detail)
    raise NotKnownError("occupation", soc_code, _near(catalog, soc_code))


def _covered(
    catalog: Catalog, editions: Sequence[Occupation], choice: ReleaseChoice, periods: Collection[str]
) -> Sequence[Occupation]:
    """Of the editions of a code those that a named release has anything on; all of them if that is none."""
    if len(editions) == 1 or not (choice.releases or periods):
        return editions
    named = [find_release(catalog, wanted) for wanted in choice.releases]
    if not named:
        named = [one for one in catalog.releases.values() if _is_about(one, periods)]
    covered = [one for one in editions if any(release in catalog.releases_covering(one) for release in named)]
    return covered or editions


def _near(catalog: Catalog, soc_code: str) -> tuple[Nearest, ...]:
    matches = process.extract(soc_code, catalog.vintages.keys(), scorer=DamerauLevenshtein.distance, limit=3)
    codes = [code for code, distance, _ in matches if distance <= 2]
    return tuple(Nearest(f"{code} {catalog.vintages[code][0].title}", f"/v1/occupations/{code}") for code in codes)


def find_release(catalog: Catalog, wanted: ReleaseReference) -> Release:
    """The release of this name; `NotKnownError` if it is not loaded, `RevisionGoneError` if its revision is no more."""
    found = catalog.releases.get(wanted.release)
    if found is None or (wanted.revision is not None and wanted.revision > found.revision):
        nearest = tuple(
            Nearest(f"{loaded.release} {loaded.title}", f"/v1/releases/{loaded.release}")
            for loaded in catalog.releases.values()
        )
        raise NotKnownError("release", str(wanted), nearest)
    if wanted.revision is not None and wanted.revision < found.revision:
        raise RevisionGoneError(found.release, wanted.revision, found.revision)
    return found


def programs_asked(catalog: Catalog, choice: ReleaseChoice) -> tuple[Program, ...]:
    """The programs that a question names, by themselves or by their releases; none if it leaves that to defaults."""
    named = (find_release(catalog, wanted).program for wanted in choice.releases)
    return choice.programs or tuple(dict.fromkeys(named))


def choose_releases(
    catalog: Catalog,
    choice: ReleaseChoice,
    defaults: Sequence[Program],
    found: Occupation | None = None,
    periods: Collection[str] = (),
) -> tuple[Release, ...]:
    """The releases that a question is answered from.

    Named releases are taken as they are, less those of programs that were not asked for. Named programs give
    their newest release each (that covers the occupation, if there is one), or those of the `periods` that are asked
    for. With neither, the first of `defaults` that has anything answers.
    """
    if choice.releases:
        named = [find_release(catalog, wanted) for wanted in choice.releases]
        return tuple(release for release in named if not choice.programs or release.program in choice.programs)
    about = [_of_periods(catalog, program, found, periods) for program in choice.programs or defaults]
    newest = [_newest_of(catalog, program, found) for program in choice.programs or defaults]
    if choice.programs:
        return tuple(release for one, other in zip(about, newest, strict=True) for release in one or other)
    return next((releases for releases in (*about, *newest) if releases), ())


def _of_periods(
    catalog: Catalog, program: Program, found: Occupation | None, periods: Collection[str]
) -> tuple[Release, ...]:
    """The releases of a program that are about these periods, the newest first."""
    if not periods:
        return ()
    loaded = catalog.releases.values() if found is None else catalog.releases_covering(found)
    about = [one for one in loaded if one.program is program and _is_about(one, periods)]
    return tuple(sorted(about, key=lambda one: one.reference_period, reverse=True))


def chosen_release(
    catalog: Catalog, choice: ReleaseChoice, program: Program, found: Occupation | None = None
) -> Release | None:
    """The release of a program that a question names, else the newest that has the occupation, if there is one.

    `None` too if the named one has nothing on the occupation.
    """
    for wanted in choice.releases:
        named = find_release(catalog, wanted)
        if named.program is program:
            return named if found is None or named in catalog.releases_covering(found) else None
    return _newest(catalog, program, found)


def chosen_of(catalog: Catalog, choice: ReleaseChoice, releases: Sequence[Release]) -> list[Release]:
    """Of some releases of one program the one that a question names; all of them if it names none of the program."""
    named = [find_release(catalog, wanted) for wanted in choice.releases]
    programs = {one.program for one in named}
    return [one for one in releases if one.program not in programs or one in named]


def _is_about(release: Release, periods: Collection[str]) -> bool:
    """Whether the figures of a release may refer to one of some periods.

    Those of an OEWS release are of its month; those of a round, and of an edition of the handbook, of its base year.
    """
    if release.program is Program.OEWS or release.projection_round is None:
        return release.reference_period in periods
    return any(period[:4] == release.projection_round[:4] and not _is_round(period) for period in periods)


_MONTHS = 12


def _is_round(period: str) -> bool:
    return "-" in period and int(period[-2:]) > _MONTHS


def _newest_of(catalog: Catalog, program: Program, found: Occupation | None) -> tuple[Release, ...]:
    newest = _newest(catalog, program, found)
    return () if newest is None else (newest,)


def _newest(catalog: Catalog, program: Program, found: Occupation | None) -> Release | None:
    return catalog.newest(program) if found is None else catalog.newest_covering(program, found)
