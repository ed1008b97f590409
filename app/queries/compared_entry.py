"""What entry to several occupations takes, for a comparison: the classes of a round, and what a profile names."""

from dataclasses import dataclass

from sqlalchemy import select

from app.domain.programs import Program
from app.domain.statements import EducationPath
from app.queries.classification import Occupation
from app.queries.compared_projections import Chosen, RoundRows
from app.queries.coverage import code_columns, covers_of, under_codes
from app.queries.estimates import part_ids_of
from app.queries.projection_rounds import rows_read
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.snapshot import Snapshot
from app.store.tables import education_path


@dataclass(frozen=True, slots=True)
class EntryFigure:
    """The typical entry-level education of an occupation, with experience and training where they are classed."""

    program: str
    projection_round: str | None
    entry_education: str
    education_label: str | None
    work_experience: str | None
    on_the_job_training: str | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    source: str
    provenance: Provenance


def entry_figures(snapshot: Snapshot, chosen: Chosen, rounds: RoundRows) -> dict[Occupation, tuple[EntryFigure, ...]]:
    """What entry takes, by the releases that answer for each occupation."""
    found: dict[Occupation, tuple[EntryFigure, ...]] = {}
    for one, row in rounds:
        if row["entry_education"] is None:
            continue
        read = rows_read(row["read_from"], snapshot.catalog)
        place = next((part for part in read if part.contents == "worker_characteristics"), read[0])
        figure = EntryFigure(
            Program.EP,
            row["projection_round"],
            row["entry_education"],
            None,
            row["work_experience"],
            row["on_the_job_training"],
            None,
            None,
            row["release"],
            place.provenance,
        )
        found[one] = (*found.get(one, ()), figure)
    for one, figure in _of_handbook(snapshot, chosen):
        found[one] = (*found.get(one, ()), figure)
    return found


def _of_handbook(snapshot: Snapshot, chosen: Chosen) -> list[tuple[Occupation, EntryFigure]]:
    catalog = snapshot.catalog
    editions = {one.release: one for some in chosen.values() for one in some if one.program is Program.OOH}
    part_ids = part_ids_of(catalog.parts_covering(editions.values(), *chosen))
    if not part_ids:
        return []
    own, columns = education_path.c, code_columns(education_path) | provenance_columns(education_path)
    by_key = {(one.soc_code, str(one.soc_vintage)): one for one in chosen}
    statement = (
        select(own.education_level, own.education_label, *(column.label(name) for name, column in columns.items()))
        .select_from(under_codes(education_path))
        .where(
            own.part_id.in_(part_ids),
            own.path == str(EducationPath.TYPICAL_ENTRY),
            columns["soc_code"].in_([code for code, _ in by_key]),
        )
        .order_by(own.part_id, own.position)
    )
    found = []
    for row in snapshot.connection.execute(statement).mappings():
        one, source = by_key.get((row["soc_code"], row["soc_vintage"])), source_of(row, catalog)
        if one is None or not any(release.release == source for release in chosen[one]):
            continue
        figure = EntryFigure(
            Program.OOH,
            catalog.releases[source].projection_round,
            row["education_level"],
            row["education_label"],
            None,
            None,
            row["subject_title"] or None,
            covers_of(row, catalog),
            source,
            provenance_of(row, catalog),
        )
        found.append((one, figure))
    return found
