"""Tasks: what those who work in an occupation do, how important and frequent it is, and which activities it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    Select,
    Table,
    Text,
    and_,
    cast,
    literal,
    null,
    select,
    tuple_,
    union_all,
)

from app.domain.measures import RATING_MEASURES
from app.domain.qualifiers import Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.onet import OnetList, begins_with, list_onet_of_occupation, onet_identity
from app.queries.onet_absence import AskedOfOccupation
from app.queries.onet_reference import OnetReference, Scale
from app.queries.onet_rows import read_rows
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.store.tables import onet_emerging_task, onet_task, onet_task_activity, onet_task_rating


@dataclass(frozen=True, slots=True)
class TaskRating:
    """How important, relevant or frequent a task is."""

    scale: Scale
    value: float
    category: int | None
    category_description: str | None
    n: int | None
    standard_error: float | None
    lower_bound: float | None
    upper_bound: float | None
    recommend_suppress: bool | None
    date: str | None
    domain_source: str | None
    qualifiers: dict[str, str]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class TaskActivity:
    """A detailed work activity that a task belongs to, and the wider ones above it."""

    detailed_activity_id: str
    detailed_activity_title: str | None
    intermediate_activity_id: str | None
    intermediate_activity_title: str | None
    element_id: str | None
    element_name: str | None
    date: str | None
    domain_source: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Task:
    """What those who work in an occupation do; an emerging task is not yet among those that are rated."""

    soc_code: str
    soc_vintage: str
    onet_soc_code: str
    title: str | None
    task_id: int | None
    task: str
    task_type: str | None
    emerging: bool
    task_category: str | None
    original_task_id: int | None
    original_task: str | None
    incumbents_responding: int | None
    ratings: tuple[TaskRating, ...]
    activities: tuple[TaskActivity, ...]
    date: str | None
    domain_source: str | None
    source: str
    provenance: Provenance


def list_tasks(snapshot: Snapshot, asked: AskedOfOccupation) -> Listing[Task]:
    """The tasks of an occupation in the order of the publication, the emerging ones last."""
    return list_onet_of_occupation(TASKS, snapshot, asked)


_PLAIN = (
    "task_id",
    "task",
    "task_type",
    "emerging",
    "task_category",
    "original_task_id",
    "original_task",
    "incumbents_responding",
    "date",
    "domain_source",
)
_EMPTY: dict[str, ColumnElement[Any]] = {
    "task_id": cast(null(), Integer),
    "task_type": cast(null(), Text),
    "incumbents_responding": cast(null(), Integer),
    "task_category": cast(null(), Text),
    "original_task_id": cast(null(), Integer),
    "original_task": cast(null(), Text),
}


def _relation() -> Relation:
    rows = union_all(_selected(onet_task, emerging=False), _selected(onet_emerging_task, emerging=True)).subquery(
        "rows"
    )
    return Relation(
        source=rows,
        columns={column.name: column for column in rows.c},
        identity=("list_order", "provenance_part_id", "provenance_row", "provenance_sheet_id"),
        matches={"soc_code": begins_with(rows.c.onet_soc_code)},
    )


def _selected(table: Table, *, emerging: bool) -> Select[Any]:
    own = {**_EMPTY, "emerging": literal(emerging, Boolean)} | {column.name: column for column in table.c}
    columns = {
        "list_order": literal(int(emerging), Integer),
        "onet_soc_code": table.c.onet_soc_code,
        **{name: own[name] for name in _PLAIN},
        **provenance_columns(table),
    }
    return select(*(column.label(name) for name, column in columns.items()))


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[Task]:
    catalog = snapshot.catalog
    releases = {source_of(row, catalog) for row in rows}
    part_ids = [part_id for name in releases for part_id in catalog.releases[name].part_ids]
    keys = sorted({(row["onet_soc_code"], row["task_id"]) for row in rows if row["task_id"] is not None})

    def wanted(table: Table) -> ColumnElement[bool]:
        named = tuple_(table.c.onet_soc_code, table.c.task_id).in_(keys)
        return and_(table.c.onet_soc_code.in_(sorted({code for code, _ in keys})), named, table.c.part_id.in_(part_ids))

    found = read_rows(snapshot, (onet_task_rating, onet_task_activity), wanted) if keys else {}
    ratings = _by_task(found.get("onet_task_rating", ()), catalog)
    activities = _by_task(found.get("onet_task_activity", ()), catalog)
    return [_record(row, ratings, activities, catalog) for row in rows]


_Key = tuple[str, str, int]


def _by_task(rows: Sequence[Mapping[Any, Any]], catalog: Catalog) -> Mapping[_Key, list[Mapping[Any, Any]]]:
    found: defaultdict[_Key, list[Mapping[Any, Any]]] = defaultdict(list)
    for row in rows:
        found[source_of(row, catalog), row["onet_soc_code"], row["task_id"]].append(row)
    return found


def _record(
    row: Mapping[Any, Any],
    ratings: Mapping[_Key, list[Mapping[Any, Any]]],
    activities: Mapping[_Key, list[Mapping[Any, Any]]],
    catalog: Catalog,
) -> Task:
    identity = onet_identity(row, catalog)
    reference = catalog.onet_reference(identity["source"])
    key = (identity["source"], row["onet_soc_code"], row["task_id"])
    return Task(
        **identity,
        **{name: row[name] for name in _PLAIN if name != "emerging"},
        emerging=bool(row["emerging"]),
        ratings=tuple(_rating(rated, reference, catalog) for rated in ratings.get(key, ())),
        activities=tuple(_activity(linked, reference, catalog) for linked in activities.get(key, ())),
        provenance=provenance_of(row, catalog),
    )


def _rating(row: Mapping[Any, Any], reference: OnetReference, catalog: Catalog) -> TaskRating:
    plain = ("category", *RATING_MEASURES, "date", "domain_source")
    suppressed = row["recommend_suppress"]
    return TaskRating(
        **{name: row[name] for name in plain},
        scale=reference.scale(row["scale_id"]),
        category_description=reference.category("", row["scale_id"], row["category"]),
        recommend_suppress=None if suppressed is None else bool(suppressed),
        qualifiers={name: str(Qualifier.NOT_APPLICABLE) for name in RATING_MEASURES if row[name] is None},
        provenance=provenance_of(row, catalog),
    )


def _activity(row: Mapping[Any, Any], reference: OnetReference, catalog: Catalog) -> TaskActivity:
    known = reference.activity(row["detailed_activity_id"])
    return TaskActivity(
        known.detailed_activity_id,
        known.detailed_activity_title,
        known.intermediate_activity_id,
        known.intermediate_activity_title,
        known.element_id,
        None if known.element_id is None else reference.element_names.get(known.element_id),
        row["date"],
        row["domain_source"],
        provenance_of(row, catalog),
    )


TASKS = OnetList("tasks", ("tasks", "emerging-tasks"), _relation(), _records)
