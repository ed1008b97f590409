"""Why an answer is empty, and the nearest thing that exists."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.levels import AreaType, IndustryLevel, Link
from app.domain.programs import PROGRAMS, Program
from app.queries.catalog import Catalog, Occupation
from app.queries.errors import Nearest
from app.queries.listing import Limit, OneOf


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
        return _explain_unable(resource, able, asked, _other_answers(catalog, found))
    if catalog.was_replaced(found):
        return _explain_retired(catalog, found, resource, wanted)
    loaded = ", ".join(release.release for release in catalog.releases_covering(found)) or "nothing"
    complete = [program for program in wanted if program not in _PROFILE_BY_PROFILE and catalog.newest(program)]
    if complete:
        name = PROGRAMS[complete[0]].name
        return Absence(
            AbsenceReason.NOT_PUBLISHED,
            f"{name} is loaded and has no {_words(resource)} for {found.soc_code}. Loaded for it: {loaded}.",
            _other_answers(catalog, found),
        )
    names = " or ".join(f"{PROGRAMS[program].name} ({program})" for program in wanted)
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"No {_words(resource)} of {found.soc_code} {found.title}: {names} may have them, and nothing of it is loaded "
        f"for this code. Loaded for it: {loaded}.",
        _predecessors_answers(catalog, found, resource, wanted) + _other_answers(catalog, found),
    )


def _explain_unable(
    resource: str, able: Sequence[Program], asked: Sequence[Program], nearest: tuple[Nearest, ...]
) -> Absence:
    names = " and ".join(PROGRAMS[program].name for program in asked)
    verb = "publishes" if len(asked) == 1 else "publish"
    detail = f"{names} {verb} no {_words(resource)}. Programs that do: {', '.join(able)}."
    return Absence(AbsenceReason.NOT_APPLICABLE, detail, nearest)


def explain_silent_release(catalog: Catalog, found: Occupation, releases: Sequence[str], resource: str) -> Absence:
    """Why releases that cover an occupation have nothing for this resource."""
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{', '.join(releases)} covers {found.soc_code} {found.title} and says nothing of its {_words(resource)}.",
        _other_answers(catalog, found),
    )


def explain_missing_rows(
    catalog: Catalog,
    found: Occupation | None,
    releases: Sequence[str],
    resource: str,
    *,
    able: Sequence[Program],
    filters: Sequence[OneOf | Limit],
) -> Absence:
    """Why releases that are loaded have no row for a question with these filters.

    `able` are the programs that publish such a resource.
    """
    unknown = _unknown_codes(catalog, filters)
    everything = f"/v1/{resource}" if found is None else catalog.path(found, resource)
    wider = Nearest(f"{_words(resource)} without these filters", everything)
    if unknown:
        named = "; ".join(f"{name} {value}" for name, value in unknown)
        lists = tuple(Nearest(f"Every {name} that is loaded", _LISTS[name]) for name in dict.fromkeys(dict(unknown)))
        return Absence(AbsenceReason.NOT_LOADED, f"Nothing that is loaded has {named}.", (*lists, wider))
    partly = _loaded_in_part(catalog, releases, filters)
    if partly is not None:
        return Absence(AbsenceReason.NOT_LOADED, partly, (wider, *(_other_answers(catalog, found) if found else ())))
    subject = "these filters" if found is None else f"{found.soc_code} {found.title} with these filters"
    detail = f"{', '.join(releases)} has no {_words(resource)} for {subject}."
    if found is None:
        return Absence(AbsenceReason.NOT_PUBLISHED, detail, (wider,))
    nearest = (wider, *_successors_answers(catalog, found, resource, able), *_other_answers(catalog, found))
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, nearest)


# What the parts of an OEWS release divide: a release that is loaded in part lacks whole kinds of rows.
_OUTSIDE_THE_STATES = frozenset({AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN})


def _loaded_in_part(catalog: Catalog, releases: Sequence[str], filters: Sequence[OneOf | Limit]) -> str | None:
    """Why a release lacks rows that its publisher has: only some of its parts are loaded here."""
    wanted = {one.field: set(one.values) for one in filters if isinstance(one, OneOf)}
    areas, levels = wanted.get("area_type"), wanted.get("industry_level")
    kinds = []
    if areas is not None and areas <= _OUTSIDE_THE_STATES:
        kinds.append("metropolitan or nonmetropolitan areas")
    if levels is not None and IndustryLevel.CROSS_INDUSTRY not in levels:
        kinds.append("single industries")
    for name in releases:
        release = catalog.releases[name]
        if kinds and release.program is Program.OEWS:
            parts = ", ".join(loaded.part for loaded in release.parts)
            return f"Of {name} only this is loaded: {parts}. It has no rows for {' and '.join(kinds)}."
    return None


# Where the codes of a filter are listed.
_LISTS = {"soc_code": "/v1/occupations", "area_code": "/v1/areas", "industry_code": "/v1/industries"}


def _unknown_codes(catalog: Catalog, filters: Sequence[OneOf | Limit]) -> list[tuple[str, str]]:
    """The codes in the filters that nothing loaded has."""
    known: dict[str, Container[str]] = {
        "soc_code": catalog.vintages,
        "area_code": catalog.area_titles,
        "industry_code": catalog.industry_codes,
    }
    return [
        (wanted.field, str(value))
        for wanted in filters
        if isinstance(wanted, OneOf) and wanted.field in known
        for value in wanted.values
        if value not in known[wanted.field]
    ]


def explain_no_match(catalog: Catalog, resource: str) -> Absence:
    """Why a list of reference rows is empty: nothing that is loaded has such rows."""
    loaded = ", ".join(sorted(catalog.releases))
    detail = f"None of the {resource} that are loaded matches these filters. Loaded: {loaded}."
    return Absence(AbsenceReason.NOT_LOADED, detail, (Nearest(f"All {resource}", f"/v1/{resource}"),))


def _explain_retired(catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program]) -> Absence:
    successors = catalog.successors(found)
    became = ", ".join(f"{step.after.soc_code} ({step.link})" for step in successors)
    fate = f"it became {became}" if became else "nothing that is loaded says what it became"
    return Absence(
        AbsenceReason.RETIRED,
        f"{found.soc_code} of SOC {found.soc_vintage} was replaced when the classification was revised; {fate}.",
        _successors_answers(catalog, found, resource, able) + _other_answers(catalog, found),
    )


def _successors_answers(
    catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program]
) -> tuple[Nearest, ...]:
    """The same resource of the codes that replaced this one, as far as these programs cover them."""
    return tuple(
        Nearest(f"{_words(resource)} of {step.after.soc_code} {step.after.title}", catalog.path(step.after, resource))
        for step in catalog.successors(found)
        if _is_covered(catalog, step.after, able)
    )


def _is_covered(catalog: Catalog, found: Occupation, programs: Sequence[Program]) -> bool:
    return any(release.program in programs for release in catalog.releases_covering(found))


def explain_empty_list(resource: str, able: Sequence[Program], asked: Sequence[Program]) -> Absence:
    """Why a list across occupations has no release to answer from; `asked` are the programs that the question named."""
    if asked and not set(asked) & set(able):
        return _explain_unable(resource, able, asked, (Nearest(f"All {_words(resource)}", f"/v1/{resource}"),))
    names = " or ".join(f"{PROGRAMS[program].name} ({program})" for program in able)
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"{resource} come from {names}; no release of the programs asked for is loaded.",
        (Nearest("What is loaded", "/v1/releases"),),
    )


# A resource is named by the last part of its path, which is not always what it is called in a sentence.
_IN_WORDS = {"": "figures", "related": "related occupations"}


def _words(resource: str) -> str:
    return _IN_WORDS.get(resource, resource)


def _predecessors_answers(
    catalog: Catalog, found: Occupation, resource: str, programs: Sequence[Program]
) -> tuple[Nearest, ...]:
    """What these programs say of the codes that this one came from, in whole or in part."""
    links = []
    for step in catalog.predecessors(found):
        before = step.before
        if _is_covered(catalog, before, programs):
            links.append(
                Nearest(
                    f"{_words(resource)} of {before.soc_code} {before.title} (SOC {before.soc_vintage}), "
                    f"from which {'all' if step.link is Link.WHOLE else 'a part'} of {found.soc_code} came",
                    catalog.path(before, resource),
                )
            )
    return tuple(links)


def _other_answers(catalog: Catalog, found: Occupation) -> tuple[Nearest, ...]:
    links = [Nearest(f"{found.soc_code} at a glance", catalog.path(found))]
    for release in catalog.releases_covering(found):
        for resource in _PATHS_BY_PROGRAM.get(release.program, ()):
            path = catalog.path(found, resource)
            joint = "&" if "?" in path else "?"
            links.append(Nearest(f"{resource} from {release.release}", f"{path}{joint}release={release.release}"))
    return tuple(links)
