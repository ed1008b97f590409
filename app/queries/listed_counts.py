"""What other programs than OEWS have, counted as their lists have it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import SocVintage
from app.domain.measures import MATRIX_MEASURES, OCCUPATION_PROJECTION_MEASURES, RATING_MEASURES, WAGE_MEASURES
from app.domain.programs import Program
from app.queries.available import AvailabilityQuestion, Available, added, available, values_asked
from app.queries.catalog_records import Release
from app.queries.coverage import OF_ONE_CODE
from app.queries.employment_matrix import MATRIX_CELLS
from app.queries.employment_record import MEASURES as EMPLOYMENT_MEASURES
from app.queries.employment_relation import employment_relation
from app.queries.estimates import of_releases
from app.queries.list_request import OneOf
from app.queries.onet import OnetList, part_ids_in
from app.queries.projections import projection_relation
from app.queries.ratings import LISTS as RATINGS
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.queries.tally import Tally, tally, tally_by_occupation, tally_of
from app.queries.tasks import TASKS
from app.queries.technology import TECHNOLOGY
from app.queries.wages import wage_relation


@dataclass(frozen=True, slots=True)
class _Countable:
    """A list that is counted: its path, what it is made of, and the keys that it is asked by."""

    resource: str
    programs: tuple[Program, ...]
    relation: Callable[[Sequence[Release]], Relation | None]
    measures: tuple[str, ...]
    keys: tuple[str, ...]
    period: str | None = None


def _of_one_code(relation: Callable[[Sequence[Release]], Relation | None]) -> Callable[[Sequence[Release]], Any]:
    """What a list across occupations shows of the handbook: what is said of one code."""

    def kept(releases: Sequence[Release]) -> Relation | None:
        rows = relation(releases)
        is_of_handbook = any(release.program is Program.OOH for release in releases)
        return rows.keeping(OF_ONE_CODE) if rows is not None and is_of_handbook else rows

    return kept


_PROJECTIONS = _of_one_code(projection_relation)
_OF_ESTIMATES = ("soc_code", "soc_vintage", "area_code", "industry_code", "reference_period")
_OF_OCCUPATIONS = ("soc_code", "soc_vintage")
_COUNTABLE: tuple[_Countable, ...] = (
    _Countable(
        "employment",
        (Program.OOH, Program.EP),
        _of_one_code(employment_relation),
        EMPLOYMENT_MEASURES,
        _OF_ESTIMATES,
        "reference_period",
    ),
    _Countable("wages", (Program.OOH,), _of_one_code(wage_relation), WAGE_MEASURES, _OF_ESTIMATES, "reference_period"),
    _Countable(
        "projections",
        (Program.EP, Program.OOH),
        _PROJECTIONS,
        OCCUPATION_PROJECTION_MEASURES,
        _OF_OCCUPATIONS,
        "projection_round",
    ),
    _Countable(
        "projections/by-industry",
        (Program.EP,),
        lambda releases: MATRIX_CELLS.relation.keeping(of_releases(releases)) if releases else None,
        MATRIX_MEASURES,
        (*_OF_OCCUPATIONS, "industry_code"),
        "projection_round",
    ),
)


def count_lists(snapshot: Snapshot, question: AvailabilityQuestion) -> Iterator[Available]:
    """Everything that the handbook, Employment Projections and O*NET have for a question."""
    if question.area_code and NATION not in question.area_code:
        return  # they are about the nation alone
    for countable in _COUNTABLE:
        for program in countable.programs:
            yield from _counted_as_listed(snapshot, question, countable, program)
    if question.industry_code and CROSS_INDUSTRY not in question.industry_code:
        return
    yield from _of_onet(snapshot, question)


def _counted_as_listed(
    snapshot: Snapshot, question: AvailabilityQuestion, countable: _Countable, program: Program
) -> Iterator[Available]:
    catalog, keys = snapshot.catalog, countable.keys
    if "industry_code" not in keys and question.industry_code and CROSS_INDUSTRY not in question.industry_code:
        return
    releases = [release for release in question.releases if release.program is program]
    if "reference_period" not in keys and question.reference_period:
        periods = question.reference_period
        releases = [one for one in releases if {one.reference_period, one.projection_round} & set(periods)]
    asked = [edition for code in question.soc_code for edition in catalog.vintages.get(code, ())]
    if question.soc_code:
        releases = catalog.parts_covering(releases, *asked)
    rows = countable.relation(releases) if releases else None
    if rows is None:
        return
    if question.soc_code and countable.relation is _PROJECTIONS and program is Program.EP:
        tallies = _projections_by_code(snapshot, question, releases)
    else:
        filters = [OneOf(name, values) for name, values in values_asked(question, keys)]
        tallies = tally(snapshot.connection, rows, filters, countable.measures, countable.period)
    by_release: dict[str, Tally] = {}
    for one in tallies:
        name = catalog.release_of_part[one.part_id]
        by_release[name] = added(by_release[name], one) if name in by_release else one
    for name, total in by_release.items():
        yield available(question, (countable.resource, keys), catalog.releases[name], total)


def _projections_by_code(
    snapshot: Snapshot, question: AvailabilityQuestion, releases: Sequence[Release]
) -> list[Tally]:
    """Projections of some occupations.

    Those of a round are put together from several tables: that takes as long for one occupation as for all, and is
    done once for each state of the data.
    """
    catalog = snapshot.catalog

    def counted() -> dict[tuple[str, str], list[tuple[Any, ...]]]:
        rounds = [release for release in catalog.releases.values() if release.program is Program.EP]
        rows = projection_relation(rounds)
        assert rows is not None
        return tally_by_occupation(snapshot.connection, rows, OCCUPATION_PROJECTION_MEASURES, "projection_round")

    of_code = catalog.remembered.once(_projections_by_code, counted)
    names = {release.release for release in releases}
    return [
        tally_of(row, OCCUPATION_PROJECTION_MEASURES)
        for code in question.soc_code
        for vintage in question.soc_vintage or tuple(SocVintage)
        for row in of_code.get((code, vintage), ())
        if catalog.release_of_part[row[0]] in names
    ]


# O*NET rates occupations one by one: without one, only the lists that go across occupations are counted.
_ACROSS = frozenset({"skills", "technology"})


@dataclass(frozen=True, slots=True)
class _OnetLists:
    lists: tuple[OnetList[Any], ...]
    measures: tuple[str, ...] = ()


_ONET = (_OnetLists(tuple(RATINGS.values()), RATING_MEASURES), _OnetLists((TASKS,)), _OnetLists((TECHNOLOGY,)))


def _of_onet(snapshot: Snapshot, question: AvailabilityQuestion) -> Iterator[Available]:
    catalog = snapshot.catalog
    wanted = question.reference_period
    releases = [
        release
        for release in question.releases
        if release.program is Program.ONET and (not wanted or release.reference_period in wanted)
    ]
    if question.soc_vintage:
        releases = [release for release in releases if release.soc_vintage in question.soc_vintage]
    if question.soc_code:
        asked = [edition for code in question.soc_code for edition in catalog.vintages.get(code, ())]
        releases = catalog.parts_covering(releases, *asked)
    for counted in _ONET:
        yield from _counted_of_onet(snapshot, question, releases, counted)


def _counted_of_onet(
    snapshot: Snapshot, question: AvailabilityQuestion, releases: Sequence[Release], counted: _OnetLists
) -> Iterator[Available]:
    """Lists of O*NET that are made of one relation, told apart by their parts, are counted together."""
    lists = [one for one in counted.lists if question.soc_code or one.resource in _ACROSS]
    able = {
        part_id: (one.resource, release.release)
        for one in lists
        for release in releases
        for part_id in part_ids_in(one, [release])
    }
    if not able:
        return
    filters = [OneOf("provenance_part_id", tuple(able))]
    filters += [OneOf("soc_code", question.soc_code)] if question.soc_code else []
    together: dict[tuple[str, str], Tally] = {}
    for one in tally(snapshot.connection, lists[0].relation, filters, counted.measures, None):
        key = able[one.part_id]
        together[key] = added(together[key], one) if key in together else one
    for (resource, release), total in together.items():
        kind = _onet_path(resource, question)
        if kind is not None:
            yield available(question, kind, snapshot.catalog.releases[release], total)


def _onet_path(resource: str, question: AvailabilityQuestion) -> tuple[str, tuple[str, ...]] | None:
    if resource in _ACROSS:
        return resource, ("soc_code",)
    return (f"occupations/{question.soc_code[0]}/{resource}", ()) if len(question.soc_code) == 1 else None
