"""What Employment Projections say that entry to an occupation takes: education, experience and training, in classes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.education import EDUCATION_CODES, EducationLevel
from app.domain.employment_projections import EXPERIENCE_CODES, TRAINING_CODES, OnTheJobTraining, WorkExperience
from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.list_request import ListRequest, SortKey
from app.queries.listing import fetch_page
from app.queries.projection_rounds import rows_read
from app.queries.projections import projection_relation
from app.queries.provenance import Provenance, source_of
from app.queries.relation import of_occupation
from app.queries.resolution import ReleaseChoice, find_release
from app.queries.snapshot import Snapshot
from app.store.tables.summaries import REQUIREMENTS


@dataclass(frozen=True, slots=True)
class EntryRequirements:
    """The classes of education, experience and training that a round assigns to an occupation."""

    projection_round: str
    entry_education: str | None
    entry_education_code: int | None
    work_experience: str | None
    work_experience_code: int | None
    on_the_job_training: str | None
    on_the_job_training_code: int | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


def get_entry_requirements(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice
) -> tuple[EntryRequirements, Release] | None:
    """What the newest round that says so, or the chosen one, assigns to an occupation."""
    rounds = _rounds(snapshot.catalog, found, choice)
    rows = projection_relation(rounds)
    if rows is None:
        return None
    request = ListRequest((), (SortKey("projection_round", descending=True),), 1_000)
    page = fetch_page(snapshot, of_occupation(rows, found.soc_code, found.soc_vintage), request)
    for row in page.rows:
        if any(row._mapping[name] is not None for name in REQUIREMENTS):
            record = _record(row._mapping, snapshot.catalog)
            return record, snapshot.catalog.releases[record.source]
    return None


def _rounds(catalog: Catalog, found: Occupation, choice: ReleaseChoice) -> Sequence[Release]:
    if choice.programs and Program.EP not in choice.programs:
        return ()
    named = [find_release(catalog, wanted) for wanted in choice.releases]
    covering = catalog.releases_covering(found)
    return [one for one in covering if one.program is Program.EP and (not named or one in named)]


def _record(row: Mapping[Any, Any], catalog: Catalog) -> EntryRequirements:
    education, experience, training = (row[name] for name in REQUIREMENTS)
    read = rows_read(row["read_from"], catalog)
    stated = [one for one in read if one.contents == "worker_characteristics"]
    return EntryRequirements(
        row["projection_round"],
        education,
        None if education is None else EDUCATION_CODES[EducationLevel(education)],
        experience,
        None if experience is None else EXPERIENCE_CODES[WorkExperience(experience)],
        training,
        None if training is None else TRAINING_CODES[OnTheJobTraining(training)],
        {name: "not_applicable" for name in REQUIREMENTS if row[name] is None},
        source_of(row, catalog),
        stated[0].provenance,
    )
