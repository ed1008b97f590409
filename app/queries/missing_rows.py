"""Why a list of rows is empty although releases are loaded that could have them, or holds nothing but withheld figures.

The causes, from the plainest: a code that nothing has; a filter that the path itself rules out; a part of a release
that is not loaded; a code that was replaced; and, with none of these, rows that are not published.
"""

from collections.abc import Container, Iterator, Sequence

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import AreaType, IndustryLevel
from app.domain.programs import Program
from app.queries.absence import (
    Absence,
    AbsenceReason,
    explain_replaced,
    in_words,
    other_answers,
    successors_answers,
)
from app.queries.catalog import Catalog, Release
from app.queries.classification import Occupation
from app.queries.errors import Nearest
from app.queries.listing import Limit, ListRequest, OneOf


def explain_missing_rows(
    catalog: Catalog,
    found: Occupation | None,
    releases: Sequence[Release],
    resource: str,
    *,
    able: Sequence[Program],
    request: ListRequest,
) -> Absence:
    """Why releases that are loaded have no row for a question.

    `found` is the occupation that the path names, if it names one; `able` are the programs that publish such a
    resource.
    """
    unknown = _unknown_codes(catalog, request.filters)
    wider = tuple(_wider(catalog, found, resource, request))
    if unknown:
        named = "; ".join(f"{name} {value}" for name, value in unknown)
        lists = tuple(Nearest(f"Every {name} that is loaded", _LISTS[name]) for name in dict.fromkeys(dict(unknown)))
        return Absence(AbsenceReason.NOT_LOADED, f"Nothing that is loaded has {named}.", (*lists, *wider))
    outside = None if found is None else _outside_the_path(catalog, found, resource, request)
    if outside is not None:
        return outside
    others = other_answers(catalog, found) if found else ()
    partly = _loaded_in_part(releases, (*request.fixed, *request.filters))
    if partly is not None:
        return Absence(AbsenceReason.NOT_LOADED, partly, (*wider, *others))
    if found is None:
        elsewhere = _published_elsewhere(catalog, releases, resource, able, request)
        if elsewhere is not None:
            return elsewhere
    names = ", ".join(release.release for release in releases)
    subject = "these filters" if found is None else f"{found.soc_code} {found.title}"
    limited = " with these filters" if found is not None and request.filters else ""
    detail = f"{names} has no {in_words(resource)} for {subject}{limited}."
    successors = successors_answers(catalog, found, resource, able) if found else ()
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, (*wider, *successors, *others))


def explain_withheld(catalog: Catalog, found: Occupation, resource: str, request: ListRequest) -> Absence:
    """What is nearest to an occupation's figures that the publisher has and does not release."""
    what = in_words(resource)
    nearest: list[Nearest] = []
    areas = [
        value for one in request.filters if isinstance(one, OneOf) and one.field == "area_code" for value in one.values
    ]
    elsewhere = [area for area in areas if area != NATION]
    if elsewhere:
        nearest.append(Nearest(f"{what} of {found.soc_code} in the nation", catalog.path(found, resource)))
    for group in reversed(catalog.parents(found)):
        same_areas = "".join(f"{'&' if number else '?'}area_code={area}" for number, area in enumerate(elsewhere))
        nearest.append(
            Nearest(f"{what} of the group {group.soc_code} {group.title}", catalog.path(group, resource) + same_areas)
        )
    if not elsewhere:
        nearest.append(Nearest(f"{what} of {found.soc_code} by area", catalog.path(found, f"{resource}/by-area")))
    return Absence(
        AbsenceReason.WITHHELD,
        f"The publisher has these figures of {found.soc_code} and does not release them.",
        tuple(nearest),
    )


def _wider(catalog: Catalog, found: Occupation | None, resource: str, request: ListRequest) -> Iterator[Nearest]:
    if request.filters or (found is not None and request.fixed):
        everything = f"/v1/{resource}" if found is None else catalog.path(found, resource)
        yield Nearest(f"{in_words(resource)} without {'these' if request.filters else 'any'} filters", everything)


def _outside_the_path(catalog: Catalog, found: Occupation, resource: str, request: ListRequest) -> Absence | None:
    """Why a path that leaves out the nation, or all industries together, has nothing on just that."""
    fixed = {one.field: one.values for one in request.fixed}
    wanted = {one.field: set(one.values) for one in request.filters if isinstance(one, OneOf)}
    what = in_words(resource)
    if wanted.get("area_code") == {NATION} and AreaType.NATION not in fixed.get("area_type", (AreaType.NATION,)):
        return Absence(
            AbsenceReason.NOT_APPLICABLE,
            f"This path lists areas below the nation; the {what} of the nation stand one level up.",
            (Nearest(f"{what} of {found.soc_code} in the nation", catalog.path(found, resource)),),
        )
    all_industries = IndustryLevel.CROSS_INDUSTRY
    if wanted.get("industry_code") == {CROSS_INDUSTRY} and all_industries not in fixed.get(
        "industry_level", (all_industries,)
    ):
        return Absence(
            AbsenceReason.NOT_APPLICABLE,
            f"This path lists single industries; the {what} over all industries stand one level up.",
            (Nearest(f"{what} of {found.soc_code} over all industries", catalog.path(found, resource)),),
        )
    return None


# What the parts of an OEWS release divide: a release that is loaded in part lacks whole kinds of rows.
_OUTSIDE_THE_STATES = frozenset({AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN})


def _loaded_in_part(releases: Sequence[Release], filters: Sequence[OneOf | Limit]) -> str | None:
    """Why a release lacks rows that its publisher has: only some of its parts are loaded here."""
    wanted = {one.field: set(one.values) for one in filters if isinstance(one, OneOf)}
    areas, levels = wanted.get("area_type"), wanted.get("industry_level")
    kinds = []
    if areas is not None and areas <= _OUTSIDE_THE_STATES:
        kinds.append("metropolitan or nonmetropolitan areas")
    if levels is not None and IndustryLevel.CROSS_INDUSTRY not in levels:
        kinds.append("single industries")
    for release in releases:
        if kinds and release.program is Program.OEWS:
            parts = ", ".join(loaded.part for loaded in release.parts)
            return f"Of {release.release} only this is loaded: {parts}. It has no rows for {' and '.join(kinds)}."
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


_MOST_CODES = 5


def _published_elsewhere(
    catalog: Catalog, releases: Sequence[Release], resource: str, able: Sequence[Program], request: ListRequest
) -> Absence | None:
    """Why these releases have none of the codes that a filter names: others publish them, or they were replaced."""
    codes = [
        str(value)
        for one in request.filters
        if isinstance(one, OneOf) and one.field == "soc_code"
        for value in one.values
    ]
    occupations = [edition for code in codes[:_MOST_CODES] for edition in catalog.vintages.get(code, ())]
    if not occupations or any(_covers(catalog, releases, found) for found in occupations):
        return None
    nearest = [
        Nearest(f"{in_words(resource)} of {found.soc_code} {found.title}", catalog.path(found, resource))
        for found in occupations
    ]
    for found in occupations:
        nearest += successors_answers(catalog, found, resource, able)
    if len(occupations) == 1 and catalog.is_retired(occupations[0]):
        explained = explain_replaced(catalog, occupations[0], resource, able)
        return Absence(explained.reason, explained.detail, tuple(nearest))
    names = ", ".join(release.release for release in releases)
    detail = f"{names} has nothing on {', '.join(dict.fromkeys(found.soc_code for found in occupations))}."
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, tuple(nearest))


def _covers(catalog: Catalog, releases: Sequence[Release], found: Occupation) -> bool:
    covering = catalog.releases_covering(found)
    return any(release in covering for release in releases)
