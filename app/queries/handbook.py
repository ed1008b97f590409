"""The frame of every answer that a handbook profile gives: which release answers, which rows, and why there are none.

A `HandbookList` has a record for each row of one table, a `HandbookItem` puts the rows of several tables together.
Each resource says what its own is made of, and asks `list_across`, `list_of_occupation` or `get_of_occupation`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Integer, Select, Table, and_, cast, literal, null, or_, select, union_all

from app.domain.programs import Program
from app.domain.statements import ProfileScope
from app.queries.absence import (
    Absence,
    explain_empty_list,
    explain_missing_occupation,
    explain_silent_release,
    explain_unnamed,
    in_words,
)
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import HandbookProfile, Release
from app.queries.classification import Occupation
from app.queries.coverage import is_served_under, said_of
from app.queries.errors import Nearest
from app.queries.estimates import in_parts, part_ids_of
from app.queries.facts import Fact, cited
from app.queries.list_request import ListRequest
from app.queries.listing import fetch_page
from app.queries.missing_rows import Question, explain_missing_rows, same_question
from app.queries.provenance import provenance_columns, provenance_of
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice, choose_releases, programs_asked
from app.queries.snapshot import Snapshot

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PROGRAMS = (Program.OOH,)

R = TypeVar("R")
F = TypeVar("F", bound=Fact)
S = TypeVar("S", bound="DataclassInstance")


def statement_of(kind: type[S], row: Mapping[Any, Any], catalog: Catalog, **computed: object) -> S:
    """A record whose fields are columns of a selected row, with its provenance and with fields that are `computed`."""
    values = {field.name: row[field.name] for field in fields(kind) if field.name not in ("provenance", *computed)}
    make: Callable[..., S] = kind
    return make(**values, **computed, provenance=provenance_of(row, catalog))


@dataclass(frozen=True, slots=True)
class Statements:
    """Rows of several tables, each in the order of its file, and the profiles that say so."""

    catalog: Catalog
    rows: Mapping[str, Sequence[Mapping[Any, Any]]]
    profiles: tuple[HandbookProfile, ...] = ()

    def of(self, table: Table) -> Sequence[Mapping[Any, Any]]:
        """The rows of one table."""
        return self.rows.get(table.name, ())

    def covers(self, found: Occupation) -> tuple[str, ...] | None:
        """The codes that all of it is said of together; `None` where it is said of the one code that was asked for."""
        for known in self.profiles:
            mine = [code for code in known.covered if code.soc_code == found.soc_code]
            if all(code.scope != ProfileScope.WHOLE_PROFILE for code in mine):
                return known.codes
        return None

    def records(self, table: Table, kind: type[S], **columns: str) -> tuple[S, ...]:
        """The rows of one table as records; `columns` names the columns of fields that are called otherwise."""
        return tuple(
            statement_of(kind, row, self.catalog, **{field: row[column] for field, column in columns.items()})
            for row in self.of(table)
        )


def read_statements(
    snapshot: Snapshot, tables: Sequence[Table], wanted: Callable[[Table], ColumnElement[bool]]
) -> Statements:
    """The rows that are `wanted` of each table, read in one statement: columns that a table lacks are empty."""
    columns: dict[str, ColumnElement[Any]] = {}
    for table in tables:
        columns = _statement_columns(table) | columns
    rows: dict[str, list[Mapping[Any, Any]]] = {table.name: [] for table in tables}
    selected = union_all(*(_padded(table, number, columns).where(wanted(table)) for number, table in enumerate(tables)))
    for row in snapshot.connection.execute(selected.order_by("table_number", "statement_id")).mappings():
        rows[tables[row["table_number"]].name].append(row)
    return Statements(snapshot.catalog, rows)


def _statement_columns(table: Table) -> dict[str, ColumnElement[Any]]:
    return {column.name: column for column in table.c} | provenance_columns(table)


def _padded(table: Table, number: int, columns: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
    own = _statement_columns(table)
    padded = [own[name] if name in own else cast(null(), column.type) for name, column in columns.items()]
    named = (column.label(name) for name, column in zip(columns, padded, strict=True))
    return select(literal(number, Integer).label("table_number"), *named)


@dataclass(frozen=True, slots=True)
class HandbookList(Generic[F]):
    """A list with a record for each row of a table.

    `resource` is the last part of its path. `relation` is about all rows of the table; `records` makes records of a
    page of them. `names_in_prose` says that rows are drawn from sentences that name something: a page may say a lot of
    it, and name none.
    """

    resource: str
    table: Table
    relation: Relation
    records: Callable[[Snapshot, Sequence[Mapping[Any, Any]]], list[F]]
    names_in_prose: bool = False


def list_across(kind: HandbookList[F], snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[F]:
    """The list across occupations, from the newest handbook release unless another is chosen."""
    catalog = snapshot.catalog
    releases = tuple(chosen for chosen in choose_releases(catalog, choice, PROGRAMS) if chosen.program in PROGRAMS)
    if not releases:
        return Listing(
            [], (), total=0, absence=explain_empty_list(kind.resource, PROGRAMS, programs_asked(catalog, choice))
        )
    listing = _page(kind, snapshot, releases, request, ())
    if listing.records:
        return listing
    elsewhere = tuple(_other_editions(kind, snapshot, releases, request))
    question = Question(catalog, kind.resource, PROGRAMS, releases, request, elsewhere=elsewhere)
    return replace(listing, absence=explain_missing_rows(question))


def _other_editions(
    kind: HandbookList[F], snapshot: Snapshot, asked: Sequence[Release], request: ListRequest
) -> Iterator[Nearest]:
    """Where another edition answers a question that nothing of the one that was asked does."""
    others = [one for one in snapshot.catalog.releases.values() if one.program in PROGRAMS and one not in asked]
    for release in sorted(others, key=lambda one: one.reference_period, reverse=True):
        if _page(kind, snapshot, [release], replace(request, sort=(), limit=1, after=None), ()).records:
            link = same_question(kind.resource, request, release=release.release)
            yield Nearest(f"{in_words(kind.resource)} with these filters from {release.release}", link)


def list_of_occupation(
    kind: HandbookList[F], snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[F]:
    """The list of one occupation: what its profile says, and what others say of a specialty that has its code."""
    catalog = snapshot.catalog
    subjects = list(_subjects(kind.table, catalog, found))
    releases = _profiles(catalog, subjects, choice)
    if not releases:
        return Listing([], (), total=0, absence=_explain_no_profile(kind.resource, catalog, found, choice))
    parts = catalog.parts_covering(releases, *subjects)
    listing = _page(kind, snapshot, parts, request, (_about(kind.table, catalog, found),))
    if listing.records:
        return listing
    if not request.filters:
        explain = explain_unnamed if kind.names_in_prose else explain_silent_release
        return replace(listing, absence=explain(catalog, found, _names(releases), kind.resource))
    question = Question(catalog, kind.resource, PROGRAMS, releases, request, found)
    return replace(listing, absence=explain_missing_rows(question))


@dataclass(frozen=True, slots=True)
class HandbookItem(Generic[R]):
    """An item that is put together from rows of several tables.

    `resource` is the last part of its path. `build` is given the occupation, the release that answers (`None`: no
    profile is loaded) and the rows.
    """

    resource: str
    tables: tuple[Table, ...]
    build: Callable[[Occupation, str | None, Statements], R]


def get_of_occupation(kind: HandbookItem[R], snapshot: Snapshot, found: Occupation, choice: ReleaseChoice) -> Item[R]:
    """The item of one occupation, from the newest profile of it unless another is chosen."""
    catalog = snapshot.catalog
    releases = _profiles(catalog, [found], choice)[:1]
    if not releases:
        empty = kind.build(found, None, Statements(catalog, {}))
        return Item(empty, (), _explain_no_profile(kind.resource, catalog, found, choice))

    part_ids = part_ids_of(catalog.parts_covering(releases, found))

    def wanted(table: Table) -> ColumnElement[bool]:
        return said_of(table, found, catalog, part_ids)

    profiles = tuple(known for known in catalog.profiles_covering(found) if known.part_id in part_ids)
    statements = replace(read_statements(snapshot, kind.tables, wanted), profiles=profiles)
    silent = not any(statements.rows.values())
    absence = explain_silent_release(catalog, found, _names(releases), kind.resource) if silent else None
    return Item(kind.build(found, releases[0].release, statements), releases, absence)


def _profiles(catalog: Catalog, subjects: Sequence[Occupation], choice: ReleaseChoice) -> tuple[Release, ...]:
    """The releases to answer from: of the first of the subjects that any of the chosen ones has a profile of."""
    for subject in subjects:
        covering = catalog.releases_covering(subject)
        chosen = choose_releases(catalog, choice, PROGRAMS, subject)
        releases = tuple(release for release in chosen if release.program in PROGRAMS and release in covering)
        if releases:
            return releases
    return ()


def _subjects(table: Table, catalog: Catalog, found: Occupation) -> Iterator[Occupation]:
    yield found
    if "specialty" in table.c:
        yield from (known.within for known in catalog.specialties_with_code(found))


def _about(table: Table, catalog: Catalog, found: Occupation) -> ColumnElement[bool]:
    conditions = [is_served_under(found)]
    if "specialty" in table.c:
        conditions += [
            and_(is_served_under(known.within), table.c.specialty == known.specialty)
            for known in catalog.specialties_with_code(found)
        ]
    return or_(*conditions)


def _page(
    kind: HandbookList[F],
    snapshot: Snapshot,
    releases: Sequence[Release],
    request: ListRequest,
    conditions: tuple[ColumnElement[bool], ...],
) -> Listing[F]:
    relation = kind.relation.only(in_parts(kind.table, releases), *conditions)
    page = fetch_page(snapshot, relation, request)
    records, further = page.records(lambda rows: kind.records(snapshot, [row._mapping for row in rows]))
    return Listing(records, cited(snapshot.catalog, records), page.next_after, page.total, further=further)


def _explain_no_profile(resource: str, catalog: Catalog, found: Occupation, choice: ReleaseChoice) -> Absence:
    return explain_missing_occupation(catalog, found, resource, PROGRAMS, programs_asked(catalog, choice))


def _names(releases: Sequence[Release]) -> list[str]:
    return [release.release for release in releases]
