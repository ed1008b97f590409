"""Measures: the registry, with the handbook's own words for those that it defines."""

from dataclasses import dataclass

from rapidfuzz import process
from sqlalchemy import select

from app.domain.measures import MEASURES, Measure
from app.domain.qualifiers import MEANINGS
from app.queries.answers import Item, Listing
from app.queries.errors import Nearest, NotKnownError
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.snapshot import Snapshot
from app.store.tables import wage_definition


@dataclass(frozen=True, slots=True)
class QualifierMeaning:
    """A qualifier that a measure can have."""

    qualifier: str
    meaning: str


@dataclass(frozen=True, slots=True)
class PublishedDefinition:
    """How a publication words the measure."""

    label: str
    percentile: int
    share_below_percent: float | None
    share_above_percent: float | None
    comparison: str | None
    statement: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """A measure: meaning, unit, rounding, definition, qualifiers."""

    measure: str
    title: str
    meaning: str
    unit: str
    percentile: int | None
    rounding: str | None
    programs: tuple[str, ...]
    definition_source: str
    qualifiers: tuple[QualifierMeaning, ...]
    published_definitions: tuple[PublishedDefinition, ...]


def list_measures(snapshot: Snapshot) -> Listing[MeasureRecord]:
    """All measures, in the order in which records show them."""
    definitions = _definitions(snapshot)
    records = [_record(measure, definitions) for measure in MEASURES.values()]
    names = sorted({found.source for found in definitions.values()})
    releases = tuple(snapshot.catalog.releases[name] for name in names)
    return Listing(records, releases, total=len(records))


def get_measure(snapshot: Snapshot, name: str) -> Item[MeasureRecord]:
    """One measure. Raises `NotKnownError`, with the nearest names, for a name that no measure has."""
    found = MEASURES.get(name)
    if found is None:
        near = process.extract(name, MEASURES.keys(), limit=3, score_cutoff=50)
        nearest = tuple(Nearest(MEASURES[match].title, f"/v1/measures/{match}") for match, _, _ in near)
        raise NotKnownError("measure", name, nearest)
    record = _record(found, _definitions(snapshot))
    releases = tuple(snapshot.catalog.releases[one.source] for one in record.published_definitions)
    return Item(record, releases)


def _definitions(snapshot: Snapshot) -> dict[str, PublishedDefinition]:
    names = ("label", "percentile", "share_below_percent", "share_above_percent", "comparison", "statement")
    columns = {name: wage_definition.c[name] for name in ("measure", *names)} | provenance_columns(wage_definition)
    selected = select(*(column.label(name) for name, column in columns.items())).where(wage_definition.c.is_current)
    return {
        row._mapping["measure"]: PublishedDefinition(
            **{name: row._mapping[name] for name in names},
            source=source_of(row._mapping, snapshot.catalog),
            provenance=provenance_of(row._mapping, snapshot.catalog),
        )
        for row in snapshot.connection.execute(selected)
    }


def _record(measure: Measure, definitions: dict[str, PublishedDefinition]) -> MeasureRecord:
    definition = definitions.get(measure.name)
    return MeasureRecord(
        measure.name,
        measure.title,
        measure.meaning,
        measure.unit,
        measure.percentile,
        measure.rounding,
        measure.programs,
        measure.definition_source,
        tuple(QualifierMeaning(qualifier, MEANINGS[qualifier]) for qualifier in measure.qualifiers),
        (definition,) if definition is not None else (),
    )
