"""The frame of every list of figures: which releases answer, which rows, and why there are none.

Wages, employment and projections each say what their list is made of (a `FactList`), and ask it here.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Row

from app.domain.programs import Program
from app.queries.absence import explain_empty_list, explain_missing_occupation, in_words
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.coverage import OF_ONE_CODE
from app.queries.errors import Nearest
from app.queries.list_request import ListRequest, OneOf, including_possible
from app.queries.listing import fetch_page
from app.queries.missing_rows import Question, explain_missing_rows, same_question
from app.queries.nearest_rows import RowsAsked, nearest_rows
from app.queries.oews_scope import kinds_asked, may_have
from app.queries.relation import Relation, of_occupation
from app.queries.resolution import ReleaseChoice, choose_releases, programs_asked
from app.queries.snapshot import Snapshot
from app.queries.written_estimates import written_estimates


class Fact(Protocol):
    """A record that names the release it came from."""

    @property
    def source(self) -> str:
        """Identifier of that release."""


R = TypeVar("R", bound=Fact)


@dataclass(frozen=True, slots=True)
class FactList(Generic[R]):
    """What a list of figures is made of.

    `resource` is the last part of its path; `programs` publish such figures, the one that answers by default first;
    `relation` gives the rows of some releases (`None` if they have none); `record` makes a record of a row, and leaves
    the fields `empty_in_estimates` empty in each that is made of an OEWS estimate. `measure` is the figure that a row
    must not withhold to be worth naming to a reader who got nothing; `None` where any row is.
    """

    resource: str
    programs: tuple[Program, ...]
    relation: Callable[[Sequence[Release]], Relation | None]
    record: Callable[[Row[Any], Catalog], R]
    empty_in_estimates: tuple[str, ...] = ()
    measure: str | None = None


def list_facts(
    kind: FactList[R],
    snapshot: Snapshot,
    choice: ReleaseChoice,
    request: ListRequest,
    *,
    releases: Sequence[Release] | None = None,
) -> Listing[R]:
    """The list across occupations, from the newest release of the first program unless others are chosen.

    `releases` answer instead where the path has a choice of its own. Figures that a handbook profile states of several
    codes together are left out: they would rank none of them.
    """
    catalog = snapshot.catalog
    if releases is None:
        releases = choose_releases(catalog, choice, kind.programs, periods=periods_asked(request))
    rows = kind.relation(releases)
    if rows is None:
        return Listing(
            [], (), total=0, absence=explain_empty_list(kind.resource, kind.programs, programs_asked(catalog, choice))
        )
    if any(release.program is Program.OOH for release in releases):
        rows = rows.keeping(OF_ONE_CODE)
    listing = read_facts(kind, snapshot, rows, request)
    if listing.records:
        return listing
    elsewhere = (
        *_possible_answers(kind, snapshot, rows, request),
        *_answers_of_others(kind, snapshot, releases, request),
    )
    question = Question(catalog, kind.resource, kind.programs, releases, request, elsewhere=elsewhere)
    return replace(listing, absence=explain_missing_rows(question))


def _possible_answers(kind: FactList[R], snapshot: Snapshot, rows: Relation, request: ListRequest) -> Iterator[Nearest]:
    """Where figures stand that may be within the bounds of a question that nothing is certain to answer."""
    wider = including_possible(request)
    if wider != request and fetch_page(snapshot, rows, replace(wider, sort=(), limit=1, after=None)).rows:
        link = same_question(kind.resource, wider)
        yield Nearest(f"{in_words(kind.resource)} that may be within these bounds, published as bounds", link)


def _answers_of_others(
    kind: FactList[R], snapshot: Snapshot, asked: Sequence[Release], request: ListRequest
) -> Iterator[Nearest]:
    """Where a question that nothing answers from some releases has an answer from the newest of another program."""
    programs = {release.program for release in asked}
    for program in kind.programs:
        release = snapshot.catalog.newest(program)
        rows = None if release is None or program in programs else kind.relation([release])
        if rows is None or release is None:
            continue
        if fetch_page(snapshot, rows, replace(request, sort=(), limit=1, after=None)).rows:
            link = same_question(kind.resource, request, program=str(program))
            yield Nearest(f"{in_words(kind.resource)} with these filters from {release.release}", link)


def list_occupation_facts(
    kind: FactList[R],
    snapshot: Snapshot,
    found: Occupation,
    choice: ReleaseChoice,
    request: ListRequest,
    *,
    releases: Sequence[Release],
) -> Listing[R]:
    """The list of one occupation from some releases, or why there is none.

    Of OEWS, where none is named, from the newest that has such rows.
    """
    catalog = snapshot.catalog
    if not choice.releases and not periods_asked(request):
        releases = [
            _with_such_rows(catalog, found, one, request) if one.program is Program.OEWS else one for one in releases
        ]
    covering = catalog.releases_covering(found)
    rows = kind.relation(catalog.parts_covering([release for release in releases if release in covering], found))
    if rows is None:
        asked = programs_asked(catalog, choice)
        absence = explain_missing_occupation(catalog, found, kind.resource, kind.programs, asked)
        return Listing([], (), total=0, absence=absence)
    listing = read_facts(kind, snapshot, of_occupation(rows, found.soc_code, found.soc_vintage), request)
    if listing.records:
        return listing
    question = Question(catalog, kind.resource, kind.programs, releases, request, found)
    nearest = RowsAsked(snapshot, question.path, kind.relation, found, request, releases, kind.measure)
    plain, any_row = replace(request, filters=()), replace(nearest, measure=None)
    question = replace(
        question,
        elsewhere=nearest_rows(nearest),
        is_filtered_out=bool(request.filters) and any_row.has_rows(found, releases, plain),
    )
    return replace(listing, absence=explain_missing_rows(question))


def _with_such_rows(catalog: Catalog, found: Occupation, newest: Release, request: ListRequest) -> Release:
    """The newest release of a program that may have rows of the kind that is asked for; else the newest of all.

    A release is loaded by parts: the newest that has an occupation may have it in single industries alone.
    """
    wanted = kinds_asked(request)
    covering = (one for one in catalog.releases_covering(found) if one.program is newest.program)
    able = (one for one in covering if may_have(catalog.parts_covering([one], found), wanted))
    return next((catalog.releases[one.release] for one in able), newest)


def periods_asked(request: ListRequest) -> tuple[str, ...]:
    """The reference periods that a question names."""
    named = (one for one in request.filters if isinstance(one, OneOf) and one.field == "reference_period")
    return tuple(str(value) for one in named for value in one.values)


def read_facts(kind: FactList[R], snapshot: Snapshot, rows: Relation, request: ListRequest) -> Listing[R]:
    """A page of records and the releases that they came from."""
    page = fetch_page(snapshot, rows, request)
    records, further = page.records(lambda rows: [kind.record(row, snapshot.catalog) for row in rows])
    written = None if request.limit else written_estimates(snapshot, rows, request, kind.empty_in_estimates)
    releases = cited(snapshot.catalog, records)
    return Listing(records, releases, page.next_after, page.total, further=further, written=written)


def cited(catalog: Catalog, records: Sequence[Fact]) -> tuple[Release, ...]:
    """The releases that records came from, each once."""
    return tuple(catalog.releases[name] for name in sorted({record.source for record in records}))
