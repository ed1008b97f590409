"""The frame of every list that Employment Projections alone give: which round answers, which rows, why there are none.

A `PublishedList` has a record for each row of one table. Each resource says what its own is made of, and asks
`list_published`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from sqlalchemy import ColumnElement, FromClause, Row, Select, Table, or_, select

from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.absence import explain_empty_list, explain_missing_occupation
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.estimates import of_releases, titled
from app.queries.facts import FactList, read_facts
from app.queries.list_request import ListRequest, SortKey
from app.queries.missing_rows import Question, explain_missing_rows
from app.queries.provenance import provenance_columns, provenance_of, source_of
from app.queries.relation import Relation, of_occupation
from app.queries.resolution import ReleaseChoice, choose_releases, programs_asked
from app.queries.snapshot import Snapshot
from app.store.tables import occupation, part, release

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

PROGRAMS = (Program.EP,)

R = TypeVar("R", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class PublishedList(Generic[R]):
    """A list with a record for each row of a table.

    `resource` is the rest of its path; `measures` are those of its fields that are figures; fields of `kind` that are
    called otherwise in the table have been renamed in `relation`.
    """

    resource: str
    table: Table
    relation: Relation
    kind: type[R]
    measures: tuple[str, ...]


def published(
    resource: str,
    table: Table,
    kind: type[R],
    measures: Iterable[str] = (),
    *,
    renamed: Mapping[str, str] | None = None,
    joined: Mapping[str, ColumnElement[Any]] | None = None,
) -> PublishedList[R]:
    """The list of a table. `renamed` gives columns by field, where the two differ; `joined` what other tables give."""
    measured = tuple(measures)
    return PublishedList(resource, table, _relation(table, kind, measured, renamed or {}, joined or {}), kind, measured)


_COMPUTED = frozenset({"qualifiers", "source", "provenance", "projection_round", "base_year", "projection_year"})


def _relation(
    table: Table,
    kind: type[R],
    measures: Sequence[str],
    renamed: Mapping[str, str],
    joined: Mapping[str, ColumnElement[Any]],
) -> Relation:
    own = table.c
    if "soc_code" in own:
        joined = {"title": occupation.c.title, "level": occupation.c.level, **joined}
    columns: dict[str, ColumnElement[Any]] = {"record_id": own.row_id, "projection_round": release.c.projection_round}
    for field in fields(kind):
        if field.name in joined:
            columns[field.name] = joined[field.name]
        elif field.name not in _COMPUTED:
            columns[field.name] = own[renamed.get(field.name, field.name)]
    columns |= {f"{name}_qualifier": own[f"{renamed.get(name, name)}_qualifier"] for name in measures}
    columns |= provenance_columns(table)
    return Relation(_with_round(table), columns, ("record_id",), qualified=frozenset(measures))


def _with_round(table: Table) -> FromClause:
    facts: FromClause = titled(table) if "soc_code" in table.c else table
    of_part = facts.join(part, part.c.part_id == table.c.part_id)
    return of_part.join(release, release.c.release == part.c.release)


def years_of(projection_round: str) -> tuple[int, int]:
    """The base year and the projection year of a round: `2024-34` gives 2024 and 2034."""
    base = int(projection_round[:4])
    end = base - base % 100 + int(projection_round[-2:])
    return base, end if end > base else end + 100


def explain_figures(row: Mapping[Any, Any], names: Iterable[str]) -> dict[str, str]:
    """The qualifiers of a row: the publisher's, and for what its table does not have that it is not published there."""
    found: dict[str, str] = {}
    for name in names:
        qualifier = row[f"{name}_qualifier"]
        if qualifier is None and row[name] is None:
            qualifier = str(Qualifier.NOT_APPLICABLE)
        if qualifier is not None:
            found[name] = qualifier
    return found


def _record(listed: PublishedList[R]) -> Callable[[Row[Any], Catalog], R]:
    names = [field.name for field in fields(listed.kind)]
    plain = [name for name in names if name not in _COMPUTED]

    def record(selected: Row[Any], catalog: Catalog) -> R:
        row = selected._mapping
        values: dict[str, Any] = {name: row[name] for name in plain}
        values["projection_round"] = row["projection_round"]
        values["base_year"], values["projection_year"] = years_of(row["projection_round"])
        values["qualifiers"] = explain_figures(row, listed.measures)
        values["source"], values["provenance"] = source_of(row, catalog), provenance_of(row, catalog)
        return listed.kind(**{name: values[name] for name in names})

    return record


def list_published(
    listed: PublishedList[R],
    snapshot: Snapshot,
    choice: ReleaseChoice,
    request: ListRequest,
    found: Occupation | None = None,
    *,
    every_round: bool = False,
) -> Listing[R]:
    """The list across occupations or of one, from the newest round that has such rows unless another is chosen.

    With `every_round` all rounds answer, the newest first.
    """
    catalog = snapshot.catalog
    releases = _releases(snapshot, choice, listed.table, found)
    if not every_round and not choice.releases:
        releases = releases[:1]
    elif not request.sort:
        request = replace(request, sort=(SortKey("projection_round", descending=True), SortKey("record_id", False)))
    if not releases:
        asked = programs_asked(catalog, choice)
        absence = (
            explain_empty_list(listed.resource, PROGRAMS, asked)
            if found is None
            else explain_missing_occupation(catalog, found, listed.resource, PROGRAMS, asked)
        )
        return Listing([], (), total=0, absence=absence)
    rows = listed.relation.keeping(of_releases(releases))
    if found is not None:
        rows = of_occupation(rows, found.soc_code, found.soc_vintage)
    facts: FactList[Any] = FactList(listed.resource, PROGRAMS, lambda _: rows, _record(listed))
    listing = read_facts(facts, snapshot, rows, request)
    if listing.records:
        return listing
    question = Question(catalog, listed.resource, PROGRAMS, releases, request, found)
    return replace(listing, absence=explain_missing_rows(question))


def _releases(snapshot: Snapshot, choice: ReleaseChoice, table: Table, found: Occupation | None) -> tuple[Release, ...]:
    if choice.releases:
        named = choose_releases(snapshot.catalog, choice, PROGRAMS, found)
        return tuple(one for one in named if one.program is Program.EP)
    if choice.programs and Program.EP not in choice.programs:
        return ()
    return rounds_with(snapshot, (table,), found)


def rounds_with(snapshot: Snapshot, tables: Sequence[Table], found: Occupation | None = None) -> tuple[Release, ...]:
    """The rounds that have rows in any of these tables, newest first.

    A round is loaded by parts, and the newest that is loaded may have none of the rows that an older one has.
    """
    catalog = snapshot.catalog
    loaded = catalog.releases.values() if found is None else catalog.releases_covering(found)
    rounds = [one for one in loaded if one.program is Program.EP]
    parts = [part_id for one in rounds for part_id in one.part_ids]
    if not parts:
        return ()
    able = set(snapshot.connection.execute(_parts_with(tables, parts, found)).scalars())
    with_rows = [one for one in rounds if able.intersection(one.part_ids)]
    return tuple(sorted(with_rows, key=lambda one: one.reference_period, reverse=True))


def _parts_with(tables: Sequence[Table], parts: Sequence[int], found: Occupation | None) -> Select[Any]:
    conditions: list[ColumnElement[bool]] = []
    for table in tables:
        rows = select(table.c.part_id).where(table.c.part_id == part.c.part_id)
        if found is not None:
            rows = rows.where(table.c.soc_code == found.soc_code, table.c.soc_vintage == str(found.soc_vintage))
        conditions.append(rows.exists())
    return select(part.c.part_id).where(part.c.part_id.in_(parts), or_(*conditions))
