"""The periods of a history that have no figure, each with the reason: never filled in, always named."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.domain.breaks import FIRST_YEAR_OF_OEWS
from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import Ownership
from app.domain.programs import Program
from app.queries.absence import AbsenceReason, in_words
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.errors import Nearest
from app.queries.lineage import Lineage
from app.queries.oews_scope import (
    BY_AREA_AND_INDUSTRY,
    BY_OWNERSHIP,
    NATIONAL,
    SINGLE_INDUSTRIES,
    STATES,
    kind_of_area,
    kinds_loaded,
)


@dataclass(frozen=True, slots=True)
class MissingPeriod:
    """A period without a figure of any of the codes, and why."""

    reference_period: str
    area_code: str
    industry_code: str
    reason: AbsenceReason
    detail: str
    nearest: tuple[Nearest, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a history of OEWS figures was asked for: the resource, areas and industries by code, and owners if any."""

    resource: str
    areas: Sequence[str]
    industries: Sequence[str]
    owners: Sequence[str] = ()


def missing_periods(
    catalog: Catalog, lineage: Lineage, asked: Asked, shown: Collection[tuple[str, str, str]]
) -> Iterator[MissingPeriod]:
    """Every May from the first that is read to the newest that is loaded without a figure, by area and industry.

    `shown` has the period, area and industry of each record.
    """
    newest = catalog.newest(Program.OEWS)
    if newest is None:
        return
    years = range(FIRST_YEAR_OF_OEWS, int(newest.reference_period[:4]) + 1)
    for area_code in asked.areas:
        for industry_code in asked.industries:
            for year in years:
                period = f"{year}-05"
                if (period, area_code, industry_code) not in shown:
                    yield _missing(catalog, lineage, asked, _Place(period, area_code, industry_code))


@dataclass(frozen=True, slots=True)
class _Place:
    """A period, area and industry that has no figure."""

    period: str
    area_code: str
    industry_code: str


def _missing(catalog: Catalog, lineage: Lineage, asked: Asked, place: _Place) -> MissingPeriod:
    release = catalog.releases.get(f"oews-{place.period}")
    nearest: tuple[Nearest, ...] = ()
    reason = AbsenceReason.NOT_LOADED
    if release is None:
        detail = f"The estimates of May {place.period[:4]} are not loaded here."
    elif (lacks := _kind_not_loaded(release, asked, place)) is not None:
        parts = ", ".join(part.part for part in release.parts)
        detail = f"Of {release.release} only this is loaded: {parts}. It lacks {lacks}."
    else:
        codes = ", ".join(dict.fromkeys(one.occupation.soc_code for one in lineage.members))
        reason, detail = (
            AbsenceReason.NOT_PUBLISHED,
            f"{release.release} has no {in_words(asked.resource)} of {codes} there.",
        )
        nearest = _group_in(catalog, lineage, asked.resource, release, place.area_code)
    return MissingPeriod(place.period, place.area_code, place.industry_code, reason, detail, nearest)


_IN_WORDS = {NATIONAL: "figures of the nation over all industries", STATES: "states"}


def _kind_not_loaded(release: Release, asked: Asked, place: _Place) -> str | None:
    """What kind of cells a release lacks that a figure would be one of; `None` if it has them."""
    kinds = kinds_loaded(release)
    if place.industry_code == CROSS_INDUSTRY and place.area_code == NATION and set(asked.owners) - {Ownership.ALL}:
        return None if BY_OWNERSHIP in kinds else "figures of the nation by owner"
    if place.industry_code == CROSS_INDUSTRY:
        kind = kind_of_area(place.area_code)
        return None if kind in kinds else _IN_WORDS.get(kind, f"{kind} areas")
    if place.area_code != NATION:
        return None if BY_AREA_AND_INDUSTRY in kinds else "industries by area"
    return None if kinds & SINGLE_INDUSTRIES else "single industries"


def _group_in(
    catalog: Catalog, lineage: Lineage, resource: str, release: Release, area_code: str
) -> tuple[Nearest, ...]:
    """The nearest group above the codes that the release has anything on."""
    for member in lineage.members:
        for group in reversed(catalog.parents(member.occupation)):
            if release in catalog.releases_covering(group):
                path = f"/v1/{resource}?soc_code={group.soc_code}&area_code={area_code}&release={release.release}"
                return (Nearest(f"{in_words(resource)} of the group {group.soc_code} {group.title}", path),)
    return ()
