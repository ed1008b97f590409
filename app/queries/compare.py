"""Occupations side by side: what each is, how many jobs it has, what it pays, how it will change and what it takes.

Each figure stands by itself, with the program, release, period and basis that it has; figures of different programs are
never mixed into one. Where the sides of a topic are not on one footing, a difference says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from app.domain.codes import CROSS_INDUSTRY
from app.domain.levels import Ownership
from app.domain.onet import PART_OF_DOMAIN, RatingDomain
from app.domain.programs import Program
from app.queries.absence import Absence, AbsenceReason, explain_missing_occupation
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.changed_codes import ChangedCode, codes_after
from app.queries.classification import Occupation
from app.queries.comparability import Difference, differences_between
from app.queries.compared_entry import EntryFigure, entry_figures
from app.queries.compared_projections import ProjectionFigure, projection_figures, round_rows
from app.queries.compared_skills import SkillFigure, skill_figures
from app.queries.employment_record import employment_record
from app.queries.employment_relation import employment_relation
from app.queries.errors import NotKnownError
from app.queries.facts import cited
from app.queries.list_request import ListRequest, OneOf
from app.queries.listing import fetch_page
from app.queries.oews_scope import kind_of_area, kinds_loaded
from app.queries.provenance import Provenance
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice, choose_releases, find_occupation
from app.queries.snapshot import Snapshot
from app.queries.wages import wage_record, wage_relation

PROGRAMS = (Program.OEWS, Program.OOH, Program.EP, Program.ONET)


@dataclass(frozen=True, slots=True)
class EmploymentFigure:
    """Jobs of an occupation, as one program counts them."""

    program: str
    basis: str
    reference_period: str
    area_code: str
    employment: int | None
    employment_rse: float | None
    rounded_to: int | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class PayFigure:
    """Wages of an occupation, as one program publishes them."""

    program: str
    reference_period: str
    area_code: str
    hourly_median: float | None
    annual_mean: int | None
    annual_p10: int | None
    annual_p25: int | None
    annual_median: int | None
    annual_p75: int | None
    annual_p90: int | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class MissingTopic:
    """What there is nothing of for an occupation, and why."""

    topic: str
    reason: AbsenceReason
    detail: str


@dataclass(frozen=True, slots=True)
class ComparedOccupation:
    """One occupation of a comparison."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    retired: bool
    became: tuple[ChangedCode, ...]
    employment: tuple[EmploymentFigure, ...]
    pay: tuple[PayFigure, ...]
    projections: tuple[ProjectionFigure, ...]
    entry: tuple[EntryFigure, ...]
    skills: tuple[SkillFigure, ...]
    missing: tuple[MissingTopic, ...]
    url: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Comparison:
    """Occupations in the order that they were asked for, and where their figures are not on one footing."""

    listing: Listing[ComparedOccupation]
    differences: tuple[Difference, ...]


def find_occupations(catalog: Catalog, codes: Sequence[str], choice: ReleaseChoice) -> list[Occupation]:
    """The occupations of several codes; `NotKnownError` names every one that nothing has."""
    found, unknown = [], []
    for code in codes:
        try:
            found.append(find_occupation(catalog, code, choice=choice))
        except NotKnownError as error:
            unknown.append(error)
    if unknown:
        given = ", ".join(error.given for error in unknown)
        nearest = tuple(dict.fromkeys(near for error in unknown for near in error.nearest))
        raise NotKnownError("occupation" if len(unknown) == 1 else "occupations", given, nearest)
    return found


def compare(snapshot: Snapshot, found: Sequence[Occupation], choice: ReleaseChoice, area_code: str) -> Comparison:
    """Occupations side by side, from the newest release of each program that covers each, unless others are chosen."""
    catalog, chosen = snapshot.catalog, _chosen(snapshot.catalog, found, choice, area_code)
    rounds = round_rows(snapshot, chosen)
    topics: dict[str, Figures] = {
        "employment": _employment(snapshot, chosen, area_code),
        "pay": _pay(snapshot, chosen, area_code),
        "projections": projection_figures(snapshot, chosen, rounds),
        "entry": entry_figures(snapshot, chosen, rounds),
        "skills": skill_figures(snapshot, chosen),
    }
    replaced = [_key(one) for one in found if catalog.was_replaced(one) or catalog.is_retired(one)]
    became = codes_after(snapshot, replaced)
    records = [
        ComparedOccupation(
            soc_code=one.soc_code,
            soc_vintage=one.soc_vintage,
            title=one.title,
            level=one.level,
            retired=catalog.is_retired(one),
            became=became.get(_key(one), ()),
            **{topic: figures.get(one, ()) for topic, figures in topics.items()},
            missing=tuple(
                _missing(catalog, one, choice, topic)
                for topic, figures in topics.items()
                if not figures.get(one) and _is_asked(choice, topic)
            ),
            url=catalog.path(one),
            source=one.source,
            provenance=one.provenance,
        )
        for one in found
    ]
    figures = [figure for of_topic in topics.values() for some in of_topic.values() for figure in some]
    listing = Listing(records, cited(catalog, [*records, *figures]), None, len(records))
    return Comparison(listing, tuple(differences_between(found, topics)))


Figures = Mapping[Occupation, tuple[Any, ...]]
Chosen = dict[Occupation, tuple[Release, ...]]


def _key(found: Occupation) -> tuple[str, str]:
    return found.soc_code, str(found.soc_vintage)


def _chosen(catalog: Catalog, found: Sequence[Occupation], choice: ReleaseChoice, area_code: str) -> Chosen:
    """The releases that answer for each occupation: the newest of each program that covers it, or those named."""
    found_releases: Chosen = {}
    for one in found:
        covering = catalog.releases_covering(one)
        if choice.releases:
            named = choose_releases(catalog, choice, PROGRAMS, one)
            found_releases[one] = tuple(release for release in named if release in covering)
        else:
            able = [release for release in covering if _has_such(catalog, release, one, area_code)]
            newest = (
                next((release for release in able if release.program is program), None)
                for program in (choice.programs or PROGRAMS)
            )
            found_releases[one] = tuple(release for release in newest if release is not None)
    return found_releases


def _has_such(catalog: Catalog, release: Release, found: Occupation, area_code: str) -> bool:
    """Whether a release may have what is compared: one that is loaded in part need not."""
    if release.program is Program.OEWS:
        return kind_of_area(area_code) in kinds_loaded(release)
    if release.program is Program.ONET:
        parts = catalog.parts_covering([release], found)
        return any(part.part == PART_OF_DOMAIN[RatingDomain.SKILLS] for one in parts for part in one.parts)
    return True


R = TypeVar("R")
_MOST = 1_000


def _rows(
    snapshot: Snapshot,
    chosen: Chosen,
    relation: Callable[[Sequence[Release]], Relation | None],
    area_code: str,
) -> Iterable[Any]:
    """The rows of all occupations over all industries in an area, in one statement."""
    catalog = snapshot.catalog
    releases = tuple(
        {
            one.release: one for some in chosen.values() for one in some if one.program in (Program.OEWS, Program.OOH)
        }.values()
    )
    rows = relation(catalog.parts_covering(releases, *chosen))
    if rows is None:
        return ()
    rows = rows.keeping(
        OneOf("soc_code", tuple(dict.fromkeys(one.soc_code for one in chosen))),
        OneOf("soc_vintage", tuple(dict.fromkeys(str(one.soc_vintage) for one in chosen))),
        OneOf("industry_code", (CROSS_INDUSTRY,)),
        OneOf("area_code", (area_code,)),
    )
    return fetch_page(snapshot, rows, ListRequest((), (), _MOST)).rows


def _sorted_out(chosen: Chosen, records: Iterable[Any]) -> dict[Occupation, list[Any]]:
    """Records of all owners by their occupation, as far as they are from a release that answers for it."""
    by_key = {_key(one): one for one in chosen}
    found: dict[Occupation, list[Any]] = {}
    for record in records:
        one = by_key.get((record.soc_code, record.soc_vintage))
        if one is None or record.ownership_code not in (None, Ownership.ALL):
            continue
        if any(release.release == record.source for release in chosen[one]):
            found.setdefault(one, []).append(record)
    return found


def _employment(snapshot: Snapshot, chosen: Chosen, area_code: str) -> dict[Occupation, tuple[EmploymentFigure, ...]]:
    catalog = snapshot.catalog
    rows = _rows(snapshot, chosen, employment_relation, area_code)
    found = _sorted_out(chosen, (employment_record(row, catalog) for row in rows))
    plain = [
        name for name in EmploymentFigure.__dataclass_fields__ if name not in ("program", "qualifiers", "employment")
    ]
    return {
        one: tuple(
            EmploymentFigure(
                program=catalog.releases[record.source].program,
                employment=record.employment,
                qualifiers=_qualifiers(record, ("employment", "employment_rse")),
                **{name: getattr(record, name) for name in plain},
            )
            for record in records
            if record.rank is None
        )
        for one, records in found.items()
    }


def _pay(snapshot: Snapshot, chosen: Chosen, area_code: str) -> dict[Occupation, tuple[PayFigure, ...]]:
    catalog = snapshot.catalog
    rows = _rows(snapshot, chosen, wage_relation, area_code)
    found = _sorted_out(chosen, (wage_record(row, catalog) for row in rows))
    plain = [name for name in PayFigure.__dataclass_fields__ if name not in ("program", "qualifiers")]
    return {
        one: tuple(
            PayFigure(
                program=catalog.releases[record.source].program,
                qualifiers=_qualifiers(record, plain),
                **{name: getattr(record, name) for name in plain},
            )
            for record in records
        )
        for one, records in found.items()
    }


def _qualifiers(record: Any, names: Iterable[str]) -> dict[str, str]:
    return {name: record.qualifiers[name] for name in names if name in record.qualifiers}


_RESOURCES = {
    "employment": ("employment", (Program.OEWS, Program.OOH)),
    "pay": ("wages", (Program.OEWS, Program.OOH)),
    "projections": ("projections", (Program.EP, Program.OOH)),
    "entry": ("preparation", (Program.EP, Program.OOH)),
    "skills": ("skills", (Program.ONET,)),
}


def _is_asked(choice: ReleaseChoice, topic: str) -> bool:
    return not choice.programs or any(program in choice.programs for program in _RESOURCES[topic][1])


def _missing(catalog: Catalog, found: Occupation, choice: ReleaseChoice, topic: str) -> MissingTopic:
    resource, able = _RESOURCES[topic]
    if choice.releases:
        named = ", ".join(str(one) for one in choice.releases)
        return MissingTopic(topic, AbsenceReason.NOT_PUBLISHED, f"{named} has none of it for {found.soc_code}.")
    asked = [program for program in choice.programs if program in able]
    absence: Absence = explain_missing_occupation(catalog, found, resource, able, asked)
    return MissingTopic(topic, absence.reason, absence.detail)
