"""Why an answer is empty, and the nearest thing that exists."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.levels import Link
from app.domain.programs import PROGRAMS, Program
from app.queries.catalog import Catalog, Occupation
from app.queries.errors import Nearest


class AbsenceReason(StrEnum):
    """Why there is nothing to show.

    - `withheld`: the publisher has the figures and does not release them.
    - `not_published`: what is loaded could hold it, and does not: the publication has no such figure.
    - `not_loaded`: no publication that could hold it is loaded here.
    - `retired`: the code was replaced, and only its successors have it.
    - `not_applicable`: no publication of this kind ever gives it.
    """

    WITHHELD = "withheld"
    NOT_PUBLISHED = "not_published"
    NOT_LOADED = "not_loaded"
    RETIRED = "retired"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Absence:
    """The cause of an empty answer, in a word and in a sentence, and links to the nearest answers there are."""

    reason: AbsenceReason
    detail: str
    nearest: tuple[Nearest, ...] = ()


# One profile of the handbook covers one occupation; other programs publish all occupations together.
_PROFILE_BY_PROFILE = frozenset({Program.OOH})
_PATHS_BY_PROGRAM = {
    Program.OEWS: ("wages", "employment"),
    Program.OOH: ("profile", "projections"),
}


def explain_missing_occupation(
    catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program], asked: Sequence[Program]
) -> Absence:
    """Why no release answers `resource` for an occupation.

    `able` are the programs that publish such a resource; `asked` those that the question named, if any.
    """
    wanted = [program for program in (asked or able) if program in able]
    if not wanted:
        names = " and ".join(PROGRAMS[program].name for program in asked)
        return Absence(
            AbsenceReason.NOT_APPLICABLE,
            f"{names} publishes no {resource}. Programs that do: {', '.join(able)}.",
            _other_answers(catalog, found),
        )
    successors = catalog.successors(found)
    if successors and catalog.is_retired(found):
        became = ", ".join(f"{step.after.soc_code} ({step.link})" for step in successors)
        nearest = tuple(
            Nearest(f"{step.after.soc_code} {step.after.title}", f"/v1/occupations/{step.after.soc_code}/{resource}")
            for step in successors
        )
        return Absence(
            AbsenceReason.RETIRED,
            f"{found.soc_code} is a SOC {found.soc_vintage} code that was replaced; it became {became}.",
            nearest + _other_answers(catalog, found),
        )
    loaded = ", ".join(release.release for release in catalog.releases_covering(found)) or "nothing"
    complete = [program for program in wanted if program not in _PROFILE_BY_PROFILE and catalog.newest(program)]
    if complete:
        name = PROGRAMS[complete[0]].name
        return Absence(
            AbsenceReason.NOT_PUBLISHED,
            f"{name} is loaded and has no {resource} for {found.soc_code}. Loaded for it: {loaded}.",
            _other_answers(catalog, found),
        )
    names = " or ".join(f"{PROGRAMS[program].name} ({program})" for program in wanted)
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"No {_words(resource)} of {names} is loaded for {found.soc_code} {found.title}. Loaded for it: {loaded}.",
        _predecessors_answers(catalog, found, resource, wanted) + _other_answers(catalog, found),
    )


def explain_silent_release(catalog: Catalog, found: Occupation, releases: Sequence[str], resource: str) -> Absence:
    """Why releases that cover an occupation have nothing for this resource."""
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{', '.join(releases)} covers {found.soc_code} {found.title} and says nothing of its {_words(resource)}.",
        _other_answers(catalog, found),
    )


def explain_missing_rows(
    catalog: Catalog, found: Occupation | None, releases: Sequence[str], resource: str, url: str
) -> Absence:
    """Why releases that are loaded have no row for the question; `url` is a wider question that has rows."""
    subject = "these filters" if found is None else f"{found.soc_code} {found.title} and these filters"
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{', '.join(releases)} has no {resource} for {subject}.",
        (Nearest(f"{resource} without these filters", url), *(_other_answers(catalog, found) if found else ())),
    )


def explain_empty_list(resource: str, able: Sequence[Program]) -> Absence:
    """Why a list across occupations has no release to answer from."""
    names = " or ".join(f"{PROGRAMS[program].name} ({program})" for program in able)
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"{resource} come from {names}; no release of the programs asked for is loaded.",
        (Nearest("What is loaded", "/v1/releases"),),
    )


# A resource is named by the last part of its path, which is not always what it is called in a sentence.
_IN_WORDS = {"related": "related occupations"}


def _words(resource: str) -> str:
    return _IN_WORDS.get(resource, resource)


def _predecessors_answers(
    catalog: Catalog, found: Occupation, resource: str, programs: Sequence[Program]
) -> tuple[Nearest, ...]:
    """What these programs say of the codes that this one came from, in whole or in part."""
    links = []
    for step in catalog.predecessors(found):
        before = step.before
        if any(release.program in programs for release in catalog.releases_covering(before)):
            links.append(
                Nearest(
                    f"{_words(resource)} of {before.soc_code} {before.title} (SOC {before.soc_vintage}), "
                    f"from which {'all' if step.link is Link.WHOLE else 'a part'} of {found.soc_code} came",
                    catalog.path(before, resource),
                )
            )
    return tuple(links)


def _other_answers(catalog: Catalog, found: Occupation) -> tuple[Nearest, ...]:
    links = [Nearest(f"{found.soc_code} at a glance", f"/v1/occupations/{found.soc_code}")]
    for release in catalog.releases_covering(found):
        links += [
            Nearest(
                f"{path} from {release.release}", f"/v1/occupations/{found.soc_code}/{path}?release={release.release}"
            )
            for path in _PATHS_BY_PROGRAM.get(release.program, ())
        ]
    return tuple(links)
