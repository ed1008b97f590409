"""Why an answer is empty, and the nearest thing that exists."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.levels import Link
from app.domain.programs import PROGRAMS, Program
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
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
PROFILE_BY_PROFILE = frozenset({Program.OOH})


def explain_missing_occupation(
    catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program], asked: Sequence[Program]
) -> Absence:
    """Why no release answers `resource` for an occupation.

    `able` are the programs that publish such a resource; `asked` those that the question named, if any.
    """
    wanted = [program for program in (asked or able) if program in able]
    if not wanted:
        return _explain_unable(resource, able, asked, other_answers(catalog, found))
    if catalog.was_replaced(found):
        return explain_replaced(catalog, found, resource, wanted)
    loaded = ", ".join(release.release for release in catalog.releases_covering(found)) or "nothing"
    complete = [program for program in wanted if program not in PROFILE_BY_PROFILE and catalog.newest(program)]
    if complete:
        name = PROGRAMS[complete[0]].name
        return Absence(
            AbsenceReason.NOT_PUBLISHED,
            f"{name} is loaded and has no {in_words(resource)} for {found.soc_code} of SOC {found.soc_vintage}. "
            f"Loaded for it: {loaded}.",
            (
                *_broader_answers(catalog, found, resource, wanted),
                *_other_editions_answers(catalog, found, resource, wanted),
                *predecessors_answers(catalog, found, resource, wanted),
                *other_answers(catalog, found),
            ),
        )
    names = " or ".join(f"{PROGRAMS[program].name} ({program})" for program in wanted)
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"No {in_words(resource)} of {found.soc_code} {found.title}: {names} may have them, and nothing of it is "
        f"loaded for this code. Loaded for it: {loaded}.",
        predecessors_answers(catalog, found, resource, wanted) + other_answers(catalog, found),
    )


def _broader_answers(
    catalog: Catalog, found: Occupation, resource: str, programs: Sequence[Program]
) -> tuple[Nearest, ...]:
    """The same resource of the narrowest group above that has figures: some codes are published together alone."""
    for group in reversed(catalog.parents(found)):
        covering = [one for one in catalog.releases_covering(group) if one.program in programs]
        if _is_covered(catalog, group, resource, programs) and any(
            has_national_figures(catalog, one, group) for one in covering
        ):
            title = f"{in_words(resource)} of the group {group.soc_code} {group.title}"
            return (Nearest(title, catalog.path(group, resource)),)
    return ()


def _explain_unable(
    resource: str, able: Sequence[Program], asked: Sequence[Program], nearest: tuple[Nearest, ...]
) -> Absence:
    names = " and ".join(PROGRAMS[program].name for program in asked)
    verb = "publishes" if len(asked) == 1 else "publish"
    detail = f"{names} {verb} no {in_words(resource)}. Programs that do: {', '.join(able)}."
    return Absence(AbsenceReason.NOT_APPLICABLE, detail, nearest)


def explain_silent_release(catalog: Catalog, found: Occupation, releases: Sequence[str], resource: str) -> Absence:
    """Why releases that cover an occupation have nothing for this resource."""
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{', '.join(releases)} covers {found.soc_code} {found.title} and says nothing of its {in_words(resource)}.",
        other_answers(catalog, found),
    )


def explain_unnamed(catalog: Catalog, found: Occupation, releases: Sequence[str], resource: str) -> Absence:
    """Why pages that cover an occupation give no row of what they name in prose: they may tell of it without a name."""
    able = (Program.OOH,)
    return Absence(
        AbsenceReason.NOT_PUBLISHED,
        f"{', '.join(releases)} covers {found.soc_code} {found.title} and calls none of its {in_words(resource)} by a "
        "name. What it says of them stands in the text on preparation.",
        (
            Nearest(f"preparation of {found.soc_code}", catalog.path(found, "preparation")),
            *predecessors_answers(catalog, found, resource, able),
            *_other_editions_answers(catalog, found, resource, able),
            *other_answers(catalog, found),
        ),
    )


def explain_no_match(catalog: Catalog, resource: str) -> Absence:
    """Why a list of reference rows is empty: nothing that is loaded has such rows."""
    loaded = ", ".join(sorted(catalog.releases))
    detail = f"None of the {resource} that are loaded matches these filters. Loaded: {loaded}."
    return Absence(AbsenceReason.NOT_LOADED, detail, (Nearest(f"All {resource}", f"/v1/{resource}"),))


def explain_replaced(catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program]) -> Absence:
    """Why there is nothing for a code of an edition that is not in use, and what became of it.

    A code that a later edition kept is not retired: figures are published under that edition.
    """
    successors = catalog.successors(found)
    became = ", ".join(f"{step.after.soc_code} ({step.link})" for step in successors)
    fate = f"it became {became}" if became else "nothing that is loaded says what it became"
    today = catalog.in_use(found.soc_code)
    below = _children_answers(catalog, found, resource, able) if not successors else ()
    nearest = (*successors_answers(catalog, found, resource, able), *below, *other_answers(catalog, found))
    if resource == "":  # a glance is no answer to itself
        nearest = tuple(near for near in nearest if near.url != catalog.path(found))
    if today is None:
        detail = (
            f"{found.soc_code} of SOC {found.soc_vintage} was replaced when the classification was revised; {fate}."
        )
        return Absence(AbsenceReason.RETIRED, detail, nearest)
    detail = (
        f"Nothing that is loaded is published for {found.soc_code} as SOC {found.soc_vintage} has it; SOC "
        f"{today.soc_vintage} has the code too"
    )
    link = Nearest(
        f"{in_words(resource)} of {today.soc_code} in SOC {today.soc_vintage}",
        catalog.path(today, resource),
    )
    detail += f", and when the classification was revised {fate}." if became else "."
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, tuple(dict.fromkeys((link, *nearest))))


def _children_answers(
    catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program]
) -> tuple[Nearest, ...]:
    """The same resource of the codes below a group that nothing says the fate of."""
    return tuple(
        Nearest(f"{in_words(resource)} of {child.soc_code} {child.title}", catalog.path(child, resource))
        for child in catalog.children(found)
        if _is_covered(catalog, child, resource, able)
    )


def successors_answers(
    catalog: Catalog, found: Occupation, resource: str, able: Sequence[Program]
) -> tuple[Nearest, ...]:
    """The same resource of the codes that replaced this one, as far as these programs cover them."""
    return tuple(
        Nearest(
            f"{in_words(resource)} of {step.after.soc_code} {step.after.title}",
            catalog.path(step.after, resource),
        )
        for step in catalog.successors(found)
        if _is_covered(catalog, step.after, resource, able)
    )


# The beginnings of the names of the parts that resources answer from which only some parts of a release have.
_PARTS_OF_RESOURCE = {
    "projections/by-industry": ("matrix",),
    "skill-scores": ("skills",),
    "top-skills": ("skills",),
    "utilization-factors": ("occupation",),
    "data-collection": ("occupation-level-metadata",),
    "education": ("education-training-experience",),
    **{
        name: (name,)
        for name in (
            "abilities",
            "interests",
            "knowledge",
            "skills",
            "work-activities",
            "work-context",
            "work-styles",
            "work-values",
        )
    },
}


def _is_covered(catalog: Catalog, found: Occupation, resource: str, programs: Sequence[Program]) -> bool:
    """Whether something that is loaded, of these programs, may answer a resource of an occupation."""
    beginnings = _PARTS_OF_RESOURCE.get(resource, ("",))
    codes = catalog.codes_with.get(resource)
    if codes is not None and (found.soc_code, found.soc_vintage) not in codes:
        return False
    return any(
        release.program in programs and any(part.part.startswith(beginnings) for part in release.parts)
        for release in catalog.parts_covering(catalog.releases.values(), found)
    )


def explain_empty_list(resource: str, able: Sequence[Program], asked: Sequence[Program]) -> Absence:
    """Why a list across occupations has no release to answer from; `asked` are the programs that the question named."""
    if asked and not set(asked) & set(able):
        return _explain_unable(resource, able, asked, (Nearest(f"All {in_words(resource)}", f"/v1/{resource}"),))
    names = " or ".join(f"{PROGRAMS[program].name} ({program})" for program in able)
    return Absence(
        AbsenceReason.NOT_LOADED,
        f"{resource} come from {names}; no release of the programs asked for is loaded.",
        (Nearest("What is loaded", "/v1/releases"),),
    )


# A resource is named by the last part of its path, which is not always what it is called in a sentence.
_IN_WORDS = {
    "": "figures",
    "related": "related occupations",
    "projections/by-industry": "cells of the employment matrix",
    "projections/industries": "projections of industries",
    "projections/sectors": "projections of sectors",
    "projections/industry-rankings": "rankings of industries",
    "projections/matrix-industries": "industries of the employment matrix",
    "projections/education": "projections by education",
    "projections/education-skills": "skills by education",
    "projections/attainment-earnings": "earnings by educational attainment",
    "projections/occupation-groups": "projections of groups of occupations",
    "education/attainment": "educational attainment",
    "skill-scores": "skill scores",
    "top-skills": "top skills",
    "example-titles": "example titles",
    "utilization-factors": "utilization factors",
    "work-activities": "work activities",
    "work-context": "work context",
    "work-values": "work values",
    "work-styles": "work styles",
    "education": "answers on required education",
    "titles": "other titles",
    "data-collection": "notes on the collection of data",
}


def in_words(resource: str) -> str:
    """What a resource is called in a sentence."""
    return _IN_WORDS.get(resource, resource)


def _other_editions_answers(
    catalog: Catalog, found: Occupation, resource: str, programs: Sequence[Program]
) -> tuple[Nearest, ...]:
    """What these programs say of the same code in other editions of the SOC."""
    return tuple(
        Nearest(
            f"{in_words(resource)} of {other.soc_code} {other.title} in SOC {other.soc_vintage}",
            catalog.path(other, resource),
        )
        for other in catalog.vintages[found.soc_code]
        if other != found and _is_covered(catalog, other, resource, programs)
    )


def predecessors_answers(
    catalog: Catalog, found: Occupation, resource: str, programs: Sequence[Program]
) -> tuple[Nearest, ...]:
    """What these programs say of the codes that this one came from, in whole or in part."""
    links = []
    for step in catalog.predecessors(found):
        before = step.before
        if _is_covered(catalog, before, resource, programs):
            links.append(
                Nearest(
                    f"{in_words(resource)} of {before.soc_code} {before.title} (SOC {before.soc_vintage}), "
                    f"from which {'all' if step.link is Link.WHOLE else 'a part'} of {found.soc_code} came",
                    catalog.path(before, resource),
                )
            )
    return tuple(links)


def other_answers(catalog: Catalog, found: Occupation) -> tuple[Nearest, ...]:
    """What else is loaded for an occupation."""
    links = [Nearest(f"{found.soc_code} at a glance", catalog.path(found))]
    for release in catalog.releases_covering(found):
        for resource in _paths_in(catalog, release, found):
            path = catalog.path(found, resource)
            joint = "&" if "?" in path else "?"
            words = resource.replace("/", " ").replace("-", " ")
            links.append(Nearest(f"{words} from {release.release}", f"{path}{joint}release={release.release}"))
    return tuple(links)


# The parts of an O*NET release that some of its paths answer from: a release may be loaded without them.
_PATHS_BY_PART = {"skills": "skills", "tasks": "tasks", "technology-skills": "technology", "alternate-titles": "titles"}


def _paths_in(catalog: Catalog, release: Release, found: Occupation) -> Sequence[str]:
    """The paths that a release answers of an occupation: those of its parts that have anything on it."""
    covered = catalog.coverage.get((found.soc_code, found.soc_vintage), frozenset())
    parts = [part.part for part in release.parts if part.part_id in covered]
    match release.program:
        case Program.OEWS:
            return [f"{resource}{_oews_sub_path(parts)}" for resource in ("wages", "employment")]
        case Program.OOH:
            return ("profile", "projections")
        case Program.EP:
            return ("projections/by-industry" if all(map(_is_of_matrix, parts)) else "projections",)
        case Program.ONET:
            return [path for part, path in _PATHS_BY_PART.items() if part in parts]
    return ()


def _is_of_matrix(part: str) -> bool:
    return part.startswith("matrix")


# What an OEWS part that has the nation as a whole is called, and the beginnings of the names of those by industry.
_NATIONAL_PARTS = frozenset({"nation", "nation-and-states", "ownership-nation", "all"})
_BY_INDUSTRY = ("sector", "industry", "ownership")


def _oews_sub_path(parts: Sequence[str]) -> str:
    """Where figures of these parts stand: those of the nation, else of its areas, else of its industries."""
    if _NATIONAL_PARTS.intersection(parts):
        return ""
    return "/by-industry" if all(part.startswith(_BY_INDUSTRY) for part in parts) else "/by-area"


def has_national_figures(catalog: Catalog, release: Release, found: Occupation) -> bool:
    """Whether a release may have figures of an occupation for the nation and all industries: OEWS parts may not."""
    paths = _paths_in(catalog, release, found)
    return release.program is not Program.OEWS or "wages" in paths
