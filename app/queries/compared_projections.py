"""The projections of several occupations, for a comparison: from their newest rounds, and from handbook profiles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from app.domain.levels import EmploymentBasis
from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.list_request import ListRequest, OneOf
from app.queries.listing import fetch_page
from app.queries.projection_rounds import rounds_relation, rows_read
from app.queries.projections import projection_record, projection_relation
from app.queries.provenance import Provenance
from app.queries.snapshot import Snapshot

Chosen = Mapping[Occupation, Sequence[Release]]
RoundRows = Sequence[tuple[Occupation, Mapping[Any, Any]]]
_FIGURES = (
    "base_employment",
    "projected_employment",
    "employment_change",
    "employment_change_percent",
    "annual_openings",
    "percent_self_employed",
)
_REQUIREMENTS = ("entry_education", "work_experience", "on_the_job_training")


@dataclass(frozen=True, slots=True)
class ProjectionFigure:
    """What one round, or one edition of the handbook, projects for an occupation."""

    program: str
    basis: str
    projection_round: str
    base_employment: int | None
    projected_employment: int | None
    employment_change: int | None
    employment_change_percent: float | None
    annual_openings: int | None
    percent_self_employed: float | None
    outlook: str | None
    outlook_label: str | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


def projection_figures(
    snapshot: Snapshot, chosen: Chosen, rounds: RoundRows
) -> dict[Occupation, tuple[ProjectionFigure, ...]]:
    """The projections of each occupation, by the releases that answer for it."""
    found: dict[Occupation, tuple[ProjectionFigure, ...]] = {}
    for one, row in rounds:
        if row["base_employment"] is not None:
            found[one] = (*found.get(one, ()), _of_round(row, snapshot.catalog))
    for one, figure in _of_handbook(snapshot, chosen):
        found[one] = (*found.get(one, ()), figure)
    return found


def round_rows(snapshot: Snapshot, chosen: Chosen) -> RoundRows:
    """The rows of rounds of Employment Projections, each with its occupation; one statement."""
    rounds = {one.release: one for some in chosen.values() for one in some if one.program is Program.EP}
    if not rounds:
        return []
    by_key = {(one.soc_code, str(one.soc_vintage)): one for one in chosen}
    values = {
        "releases": list(rounds),
        "soc_codes": [code for code, _ in by_key],
        "soc_vintages": sorted({vintage for _, vintage in by_key}),
    }
    found: list[tuple[Occupation, Mapping[Any, Any]]] = []
    for row in snapshot.connection.execute(_rounds(), values).mappings():
        one = by_key.get((row["soc_code"], row["soc_vintage"]))
        if one is not None and any(release.release == row["release"] for release in chosen[one]):
            found.append((one, row))
    return found


@lru_cache(maxsize=1)
def _rounds() -> Select[Any]:
    """The statement for several occupations in some rounds. Kept, as it is long to make."""
    source, own = rounds_relation()
    wanted = (
        own["release"].in_(bindparam("releases", expanding=True)),
        own["soc_code"].in_(bindparam("soc_codes", expanding=True)),
        own["soc_vintage"].in_(bindparam("soc_vintages", expanding=True)),
    )
    names = ("release", "projection_round", "soc_code", "soc_vintage", *_FIGURES, *_REQUIREMENTS, "read_from")
    columns = (own[name].label(name) for name in names)
    newest_first = (own["projection_round"].desc(), own["row_type"])
    return select(*columns).select_from(source).where(*wanted).order_by(*newest_first)


def _of_round(row: Mapping[Any, Any], catalog: Catalog) -> ProjectionFigure:
    return ProjectionFigure(
        program=Program.EP,
        basis=EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED,
        projection_round=row["projection_round"],
        **{name: row[name] for name in _FIGURES},
        outlook=None,
        outlook_label=None,
        subject_title=None,
        covers=None,
        qualifiers={name: "not_applicable" for name in _FIGURES if row[name] is None},
        source=row["release"],
        provenance=rows_read(row["read_from"], catalog)[0].provenance,
    )


def _of_handbook(snapshot: Snapshot, chosen: Chosen) -> list[tuple[Occupation, ProjectionFigure]]:
    editions = {one.release: one for some in chosen.values() for one in some if one.program is Program.OOH}
    rows = projection_relation(tuple(editions.values()))
    if rows is None:
        return []
    by_key = {(one.soc_code, str(one.soc_vintage)): one for one in chosen}
    rows = rows.keeping(
        OneOf("soc_code", tuple(dict.fromkeys(code for code, _ in by_key))),
        OneOf("soc_vintage", tuple(dict.fromkeys(vintage for _, vintage in by_key))),
    )
    found = []
    for row in fetch_page(snapshot, rows, ListRequest((), (), 1_000)).rows:
        record = projection_record(row, snapshot.catalog)
        one = by_key.get((record.soc_code, record.soc_vintage))
        if one is not None and any(release.release == record.source for release in chosen[one]):
            found.append((one, _stated(record)))
    return found


def _stated(record: Any) -> ProjectionFigure:
    plain = ("basis", "projection_round", *_FIGURES, "subject_title", "covers", "source", "provenance")
    return ProjectionFigure(
        program=Program.OOH,
        outlook=record.outlook.category,
        outlook_label=record.outlook.label,
        qualifiers={name: why for name, why in record.qualifiers.items() if name in _FIGURES},
        **{name: getattr(record, name) for name in plain},
    )
