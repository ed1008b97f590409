"""What O*NET's codes mean: elements of the content model, scales, categories, anchors, job zones, by release.

A few thousand small rows of each release, kept with the catalog: nearly every O*NET answer needs some of them.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

from app.queries.provenance import Provenance, SheetName, provenance_columns, provenance_in
from app.store.tables import (
    onet_category,
    onet_detailed_activity,
    onet_element,
    onet_intermediate_activity,
    onet_job_zone_definition,
    onet_level_anchor,
    onet_occupation,
    onet_scale,
)


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale and its range; name and range are `None` where the release has no list of scales loaded."""

    scale_id: str
    scale_name: str | None
    minimum: float | None
    maximum: float | None


@dataclass(frozen=True, slots=True)
class LevelAnchor:
    """An example of a point on a level scale."""

    anchor_value: float
    anchor_description: str


@dataclass(frozen=True, slots=True)
class JobZoneDefinition:
    """What a job zone means."""

    job_zone: int
    name: str
    experience: str
    education: str
    job_training: str
    examples: str
    svp_range: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class OnetOccupation:
    """An occupation of O*NET-SOC."""

    onet_soc_code: str
    title: str
    description: str
    taxonomy_edition: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Activity:
    """A detailed work activity, and the wider ones that it belongs to."""

    detailed_activity_id: str
    detailed_activity_title: str | None
    intermediate_activity_id: str | None
    intermediate_activity_title: str | None
    element_id: str | None


@dataclass(frozen=True, slots=True)
class OnetReference:
    """The reference rows of one release."""

    scales: Mapping[str, Scale] = field(default_factory=dict)
    element_names: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[tuple[str, str, int], str] = field(default_factory=dict)
    anchors: Mapping[tuple[str, str], tuple[LevelAnchor, ...]] = field(default_factory=dict)
    job_zones: Mapping[int, JobZoneDefinition] = field(default_factory=dict)
    occupations: Mapping[str, OnetOccupation] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)

    def scale(self, scale_id: str) -> Scale:
        """A scale by its identifier."""
        return self.scales.get(scale_id) or Scale(scale_id, None, None, None)

    def category(self, element_id: str, scale_id: str, category: int | None) -> str | None:
        """What a category means: of the element itself, or of all elements that the scale is of."""
        if category is None:
            return None
        own = self.categories.get((element_id, scale_id, category))
        return own or self.categories.get(("", scale_id, category))

    def title(self, onet_soc_code: str) -> str | None:
        """The title of an occupation; `None` where the release has no list of occupations loaded."""
        found = self.occupations.get(onet_soc_code)
        return None if found is None else found.title

    def activity(self, detailed_activity_id: str) -> Activity:
        """A detailed work activity by its identifier."""
        unknown = Activity(detailed_activity_id, None, None, None, None)
        return self.activities.get(detailed_activity_id) or unknown


NOTHING = OnetReference()
_Rows = list[Mapping[Any, Any]]
T = TypeVar("T")


def read_onet_reference(
    connection: Connection, release_of_part: Mapping[int, str], sheets: Mapping[int, SheetName]
) -> dict[str, OnetReference]:
    """The reference rows of every O*NET release that is loaded."""
    tables = (
        onet_scale,
        onet_element,
        onet_category,
        onet_level_anchor,
        onet_job_zone_definition,
        onet_occupation,
        onet_intermediate_activity,
        onet_detailed_activity,
    )
    rows: defaultdict[str, dict[str, _Rows]] = defaultdict(lambda: {table.name: [] for table in tables})
    for table in tables:
        for row in _rows(connection, table):
            rows[release_of_part[row["part_id"]]][table.name].append(row)
    return {release: _reference(found, release, sheets) for release, found in rows.items()}


def _rows(connection: Connection, table: Table) -> _Rows:
    columns = (column.label(name) for name, column in provenance_columns(table).items())
    selected = select(table, *columns).order_by(table.c.part_id, table.c.row_number)
    return list(connection.execute(selected).mappings())


def _reference(rows: Mapping[str, _Rows], release: str, sheets: Mapping[int, SheetName]) -> OnetReference:
    def made(kind: type[T], row: Mapping[Any, Any]) -> T:
        plain = {name: row[name] for name in _names(kind) if name in row}
        return kind(**plain, **_whence(kind, row, release, sheets))

    anchors: defaultdict[tuple[str, str], list[LevelAnchor]] = defaultdict(list)
    for row in rows["onet_level_anchor"]:
        anchors[row["element_id"], row["scale_id"]].append(made(LevelAnchor, row))
    wider = {row["intermediate_activity_id"]: row for row in rows["onet_intermediate_activity"]}
    return OnetReference(
        scales={row["scale_id"]: made(Scale, row) for row in rows["onet_scale"]},
        element_names={row["element_id"]: row["element_name"] for row in rows["onet_element"]},
        descriptions={row["element_id"]: row["description"] for row in rows["onet_element"]},
        categories={
            (row["element_id"], row["scale_id"], row["category"]): row["category_description"]
            for row in rows["onet_category"]
        },
        anchors={key: tuple(found) for key, found in anchors.items()},
        job_zones={row["job_zone"]: made(JobZoneDefinition, row) for row in rows["onet_job_zone_definition"]},
        occupations={row["onet_soc_code"]: made(OnetOccupation, row) for row in rows["onet_occupation"]},
        activities={
            row["detailed_activity_id"]: Activity(
                row["detailed_activity_id"],
                row["detailed_activity_title"],
                row["intermediate_activity_id"],
                wider.get(row["intermediate_activity_id"], {}).get("intermediate_activity_title"),
                row["element_id"],
            )
            for row in rows["onet_detailed_activity"]
        },
    )


def _names(kind: Any) -> list[str]:
    return [known.name for known in fields(kind)]


def _whence(kind: Any, row: Mapping[Any, Any], release: str, sheets: Mapping[int, SheetName]) -> dict[str, Any]:
    if "provenance" not in _names(kind):
        return {}
    return {"source": release, "provenance": provenance_in(row, sheets)}
