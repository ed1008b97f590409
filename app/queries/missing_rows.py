"""Why a list of rows is empty although releases are loaded that could have them, or holds nothing but withheld figures.

The causes, from the plainest: a code that nothing has; a filter that the path itself rules out; a part of a release
that is not loaded; a code that was replaced; a publication of which single profiles are loaded; and, with none of
these, rows that are not published.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import AreaType, IndustryLevel, Ownership
from app.domain.programs import Program
from app.queries.absence import (
    PROFILE_BY_PROFILE,
    Absence,
    AbsenceReason,
    explain_missing_occupation,
    explain_replaced,
    has_national_figures,
    in_words,
    other_answers,
    successors_answers,
)
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.errors import Nearest
from app.queries.list_request import Include, ListRequest, OneOf


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked of a list and gave no row.

    `resource` is the last part of the list's path, `able` are the programs that publish such a resource, `releases`
    those that were asked. `found` is the occupation that the path names, if it names one. `elsewhere` are the nearest
    answers that were looked up: of other programs to the same question, or of the occupation's wider places.
    `is_filtered_out` says that there is something without the filters.
    """

    catalog: Catalog
    resource: str
    able: Sequence[Program]
    releases: Sequence[Release]
    request: ListRequest
    found: Occupation | None = None
    elsewhere: tuple[Nearest, ...] = ()
    is_filtered_out: bool = True

    @property
    def names(self) -> str:
        """The releases that were asked."""
        return ", ".join(release.release for release in self.releases)

    @property
    def what(self) -> str:
        """What was asked for, in words: `wages by area`."""
        return " ".join([in_words(self.resource), self.sub_path.replace("-", " ")]).strip()

    @property
    def sub_path(self) -> str:
        """The end of the path, by what the path fixes: `by-area`, `by-industry` or nothing."""
        fixed = {one.field: one.values for one in self.request.fixed}
        if "area_type" in fixed:
            return "by-area"
        if "industry_scope" in fixed:
            return "by-industry"
        return ""

    @property
    def path(self) -> str:
        """The same resource, with the end of the path that was asked."""
        return f"{self.resource}/{self.sub_path}".rstrip("/")

    def wanted(self, field: str) -> set[str]:
        """The values that the reader asked of a key."""
        return {
            str(value)
            for one in self.request.filters
            if isinstance(one, OneOf) and one.field == field
            for value in one.values
        }


def explain_missing_rows(question: Question) -> Absence:
    """Why releases that are loaded have no row for a question."""
    for explain in (
        _unknown_codes,
        _outside_the_path,
        _not_loaded_parts,
        _published_elsewhere,
        _profile_by_profile,
    ):
        absence = explain(question)
        if absence is not None:
            return absence
    found = question.found
    subject = "these filters" if found is None else f"{found.soc_code} {found.title}"
    limited = " with these filters" if found is not None and question.request.filters else ""
    in_all = " in the nation and all industries together" if found and not question.sub_path and not limited else ""
    detail = f"{question.names} has no {question.what} for {subject}{in_all}{limited}."
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, _nearest(question))


def explain_withheld(question: Question) -> Absence:
    """What is nearest to an occupation's figures that the publisher has and does not release: `elsewhere`."""
    found = question.found
    assert found is not None
    detail = f"The publisher has these figures of {found.soc_code} and does not release them."
    return Absence(AbsenceReason.WITHHELD, detail, question.elsewhere)


def same_question(resource: str, request: ListRequest, **besides: str) -> str:
    """The URL path of a list across occupations with the filters of a request, and other parameters besides."""
    asked: list[tuple[str, str]] = []
    for one in request.filters:
        if isinstance(one, OneOf):
            asked += [(one.field, str(value)) for value in one.values]
        else:
            asked.append((f"{one.bound}_{one.field}", str(one.value)))
            if one.include is Include.POSSIBLE:
                besides |= {"include": str(one.include)}
    return f"/v1/{resource}?{urlencode([*asked, *besides.items()])}"


def _nearest(question: Question) -> tuple[Nearest, ...]:
    """The nearest answers, from those of the same question to what else is loaded for the occupation."""
    catalog, found = question.catalog, question.found
    nearest = [*question.elsewhere, *_wider(question)]
    if found is not None:
        nearest += successors_answers(catalog, found, question.path, question.able)
        nearest += other_answers(catalog, found)
    by_url: dict[str, Nearest] = {}
    for near in nearest:
        by_url.setdefault(near.url, near)
    return tuple(by_url.values())


def _wider(question: Question) -> Iterator[Nearest]:
    catalog, found, resource = question.catalog, question.found, question.resource
    if question.request.filters and question.is_filtered_out:
        everything = f"/v1/{resource}" if found is None else _path(question, found, question.path)
        yield Nearest(f"{question.what} without these filters", everything)
    if (
        found is not None
        and question.sub_path
        and any(has_national_figures(catalog, release, found) for release in question.releases)
    ):
        yield Nearest(f"{in_words(resource)} of {found.soc_code} in all", _path(question, found, resource))


def _path(question: Question, found: Occupation, resource: str) -> str:
    """The path of a resource from the release that was asked, which is named unless the path chooses it by itself."""
    path = question.catalog.path(found, resource)
    release, *others = question.releases
    if others or question.catalog.newest_covering(release.program, found) == release:
        return path
    return f"{path}{'&' if '?' in path else '?'}release={release.release}"


def _outside_the_path(question: Question) -> Absence | None:
    """Why a path that leaves out the nation, or all industries together, has nothing on just that."""
    found, what = question.found, in_words(question.resource)
    if found is None:
        return None
    if question.sub_path == "by-area" and _asks_only(question, "area_code", NATION, "area_type", AreaType.NATION):
        detail = f"This path lists areas below the nation; the {what} of the nation stand one level up."
    elif question.sub_path == "by-industry" and _asks_only(
        question, "industry_code", CROSS_INDUSTRY, "industry_level", IndustryLevel.CROSS_INDUSTRY
    ):
        detail = f"This path lists single industries; the {what} over all industries stand one level up."
    else:
        return None
    above = Nearest(f"{what} of {found.soc_code} in all", question.catalog.path(found, question.resource))
    return Absence(AbsenceReason.NOT_APPLICABLE, detail, (above,))


def _asks_only(question: Question, code: str, widest_code: str, kind: str, widest_kind: str) -> bool:
    return question.wanted(code) == {widest_code} or question.wanted(kind) == {widest_kind}


# What the parts of an OEWS release divide, and the parts that have it: one that is loaded in part lacks whole kinds.
_OUTSIDE_THE_STATES = frozenset({AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN})
_AREA_PARTS = ("metropolitan", "nonmetropolitan", "all")
_INDUSTRY_PARTS = ("sector", "industry", "ownership", "all")


def _not_loaded_parts(question: Question) -> Absence | None:
    """Why a release lacks rows that its publisher has: the period, or those of its parts, are not loaded here."""
    release = next((one for one in question.releases if one.program is Program.OEWS), None)
    if release is None:
        return _matrix_not_loaded(question)
    asked = [one for one in question.releases if one.program is Program.OEWS]
    periods = question.wanted("reference_period") - {part.reference_period for one in asked for part in one.parts}
    if periods:
        names = " and ".join(one.release for one in asked)
        verbs = "is what is asked here, and has" if len(asked) == 1 else "are what is asked here, and have"
        detail = f"{names} {verbs} no figures for {', '.join(sorted(periods))}."
        link = Nearest("What is loaded: `release=` chooses", "/v1/releases")
        return Absence(AbsenceReason.NOT_LOADED, detail, (link, *_nearest(question)))
    kinds = list(_kinds_not_loaded(question, [part.part for part in release.parts]))
    if not kinds:
        return None
    parts = ", ".join(part.part for part in release.parts)
    detail = f"Of {release.release} only this is loaded: {parts}. It has no rows for {' and '.join(kinds)}."
    return Absence(AbsenceReason.NOT_LOADED, detail, _nearest(question))


def _matrix_not_loaded(question: Question) -> Absence | None:
    """Why a round has no jobs by industry: its matrix, which is published industry by industry, is not loaded here."""
    release = next((one for one in question.releases if one.program is Program.EP), None)
    if release is None or question.sub_path != "by-industry":
        return None
    parts = [part.part for part in release.parts]
    if question.found is not None and f"matrix-occupation-{question.found.soc_code}" in parts:
        return None
    loaded = ", ".join(parts)
    detail = (
        f"Of {release.release} only this is loaded: {loaded}. Jobs by industry stand in its National Employment "
        "Matrix, a file for each industry and each occupation, of which none that is loaded has rows for this."
    )
    return Absence(AbsenceReason.NOT_LOADED, detail, _nearest(question))


def _kinds_not_loaded(question: Question, parts: Sequence[str]) -> Iterator[str]:
    areas = question.wanted("area_type")
    levels = question.wanted("industry_level") - {IndustryLevel.CROSS_INDUSTRY}
    single = question.sub_path == "by-industry" or question.wanted("industry_code") - {CROSS_INDUSTRY} or levels
    if areas and areas <= _OUTSIDE_THE_STATES and not _any_starts(parts, _AREA_PARTS):
        yield "metropolitan or nonmetropolitan areas"
    if single and not _any_starts(parts, _INDUSTRY_PARTS):
        yield "single industries"
    if question.wanted("ownership_code") - {Ownership.ALL} and not _any_starts(parts, _INDUSTRY_PARTS):
        yield "single kinds of ownership"


def _any_starts(parts: Sequence[str], beginnings: tuple[str, ...]) -> bool:
    return any(part.startswith(beginnings) for part in parts)


# Where the codes of a filter are listed.
_LISTS = {"soc_code": "/v1/occupations", "area_code": "/v1/areas", "industry_code": "/v1/industries"}


def _unknown_codes(question: Question) -> Absence | None:
    """Which codes in the filters nothing has that is loaded."""
    catalog = question.catalog
    known: dict[str, Container[str]] = {
        "soc_code": catalog.vintages,
        "area_code": catalog.area_titles,
        "industry_code": catalog.industry_codes,
    }
    unknown = [(field, code) for field in known for code in sorted(question.wanted(field)) if code not in known[field]]
    if not unknown:
        return None
    named = "; ".join(f"{field} {code}" for field, code in unknown)
    lists = (Nearest(f"Every {field} that is loaded", _LISTS[field]) for field in dict.fromkeys(dict(unknown)))
    return Absence(AbsenceReason.NOT_LOADED, f"Nothing that is loaded has {named}.", (*lists, *_wider(question)))


_MOST_CODES = 5


def _published_elsewhere(question: Question) -> Absence | None:
    """Why these releases have none of the codes that a filter names: others publish them, or they were replaced."""
    catalog, able, resource = question.catalog, question.able, question.resource
    codes = sorted(question.wanted("soc_code"))[:_MOST_CODES]
    occupations = [edition for code in codes for edition in catalog.vintages.get(code, ())]
    if question.found or not occupations or any(_is_covered(question, found) for found in occupations):
        return None
    if len(codes) == 1:
        explained = (
            explain_replaced(catalog, occupations[0], resource, able)
            if catalog.is_retired(occupations[0])
            else explain_missing_occupation(catalog, occupations[0], resource, able, ())
        )
        own = Nearest(f"{in_words(resource)} of {codes[0]}", catalog.path(occupations[0], resource))
        return Absence(explained.reason, explained.detail, tuple(dict.fromkeys((own, *explained.nearest))))
    nearest = [
        Nearest(f"{in_words(resource)} of {found.soc_code} {found.title}", catalog.path(found, resource))
        for found in occupations
    ]
    for found in occupations:
        nearest += successors_answers(catalog, found, resource, able)
    reason = AbsenceReason.NOT_LOADED if _only_profiles(question) else AbsenceReason.NOT_PUBLISHED
    return Absence(reason, f"{question.names} has nothing on {', '.join(codes)}.", tuple(dict.fromkeys(nearest)))


def _is_covered(question: Question, found: Occupation) -> bool:
    covering = question.catalog.releases_covering(found)
    return any(release in covering for release in question.releases)


def _only_profiles(question: Question) -> bool:
    return all(release.program in PROFILE_BY_PROFILE for release in question.releases)


def _profile_by_profile(question: Question) -> Absence | None:
    """Why a list across occupations has no row: of a publication of profiles, only some are loaded."""
    if question.found is not None or not _only_profiles(question):
        return None
    profiles = sum(len(release.parts) for release in question.releases)
    loaded = "one profile is" if profiles == 1 else f"{profiles} profiles are"
    detail = f"Of {question.names} {loaded} loaded, with no {question.what} for these filters."
    return Absence(AbsenceReason.NOT_LOADED, detail, _nearest(question))
