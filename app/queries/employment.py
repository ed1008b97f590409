"""Employment: how many jobs an occupation holds, by area and by industry, and on which basis that is counted."""

from dataclasses import replace

from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.employment_record import EmploymentRecord, employment_record
from app.queries.employment_relation import PROGRAMS, employment_of_widest_owners, employment_relation
from app.queries.estimates import asks_for_owners
from app.queries.facts import FactList, list_facts, list_occupation_facts, periods_asked
from app.queries.list_request import ListRequest
from app.queries.missing_rows import Question, explain_withheld
from app.queries.nearest_rows import RowsAsked, nearest_figures
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot

# The parts of a round of Employment Projections that print jobs by industry, and those that print jobs in all.
_PARTS_BY_INDUSTRY = ("matrix",)
_PARTS_IN_ALL = ("occupation", "download", "table")


_EMPLOYMENT = FactList(
    "employment",
    PROGRAMS,
    employment_relation,
    employment_record,
    empty_in_estimates=("derived", "covers"),
    measure="employment",
)
_EMPLOYMENT_OF_WIDEST_OWNERS = replace(_EMPLOYMENT, relation=employment_of_widest_owners)


def _of_owners(request: ListRequest) -> FactList[EmploymentRecord]:
    return _EMPLOYMENT if asks_for_owners(request) else _EMPLOYMENT_OF_WIDEST_OWNERS


def list_employment(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[EmploymentRecord]:
    """Employment across occupations, from the newest OEWS release unless another is chosen."""
    return list_facts(_EMPLOYMENT, snapshot, choice, request)


def list_occupation_employment(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[EmploymentRecord]:
    """Employment of one occupation, unless programs or releases are chosen from the first program that has any.

    That is OEWS, else the handbook, else Employment Projections. The jobs of all owners of establishments together,
    unless owners are asked for.
    """
    chosen = choose_releases(snapshot.catalog, choice, PROGRAMS, found, periods_asked(request))
    releases = tuple(_round_with(snapshot.catalog, found, choice, request, one) for one in chosen)
    listing = list_occupation_facts(_of_owners(request), snapshot, found, choice, request, releases=releases)
    if not listing.records and not choice.programs and not choice.releases:
        others = PROGRAMS[1 + PROGRAMS.index(chosen[0].program) :] if chosen else ()
        for program in others:
            other = _from(program, snapshot, found, request)
            if other is not None and other.records:
                return other
    if listing.records and all(_is_withheld(record) for record in listing.records):
        question = Question(snapshot.catalog, _EMPLOYMENT.resource, PROGRAMS, releases, request, found)
        kind = _of_owners(request)
        asked = RowsAsked(snapshot, question.path, kind.relation, found, request, releases, kind.measure)
        absence = explain_withheld(replace(question, elsewhere=nearest_figures(asked)))
        return replace(listing, absence=absence)
    return listing


def _from(
    program: Program, snapshot: Snapshot, found: Occupation, request: ListRequest
) -> Listing[EmploymentRecord] | None:
    """The employment of an occupation from the newest release of a program that has anything on it."""
    newest = snapshot.catalog.newest_covering(program, found)
    if newest is None:
        return None
    choice = ReleaseChoice((program,), ())
    releases = (_round_with(snapshot.catalog, found, choice, request, newest),)
    return list_occupation_facts(_of_owners(request), snapshot, found, choice, request, releases=releases)


def _round_with(
    catalog: Catalog, found: Occupation, choice: ReleaseChoice, request: ListRequest, newest: Release
) -> Release:
    """Of Employment Projections, the newest round that has the kind of rows that is asked for, else `newest`.

    A round is loaded by parts: the newest that has an occupation need not have its line of the matrix.
    """
    if newest.program is not Program.EP or choice.releases:
        return newest
    by_industry = any(one.field == "industry_scope" for one in request.fixed)
    wanted = _PARTS_BY_INDUSTRY if by_industry else _PARTS_IN_ALL
    rounds = [one for one in catalog.releases_covering(found) if one.program is Program.EP]
    able = (
        one
        for one in catalog.parts_covering(rounds, found)
        if any(loaded.part.startswith(wanted) for loaded in one.parts)
    )
    return next((catalog.releases[one.release] for one in able), newest)


def _is_withheld(record: EmploymentRecord) -> bool:
    return record.qualifiers.get("employment") == Qualifier.EMPLOYMENT_NOT_RELEASED
