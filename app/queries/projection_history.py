"""How each round of projections saw an occupation."""

from dataclasses import dataclass
from functools import partial

from app.domain.codes import NATION
from app.domain.levels import AreaType
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.history import History, HistoryKind, history_of, with_place
from app.queries.list_request import ListRequest
from app.queries.projections import PROGRAMS, ProjectionRecord, projection_record, projection_relation
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.spans import Line, Point


@dataclass(frozen=True, slots=True)
class ProjectionHistoryRecord(ProjectionRecord):
    """A projection with its place in a history."""

    span: int
    relation: str
    link: str | None
    breaks_before: tuple[str, ...]


def _point(record: ProjectionRecord, catalog: Catalog) -> Point[ProjectionRecord]:
    program = catalog.releases[record.source].program
    line = Line(
        program,
        record.soc_code,
        record.soc_vintage,
        NATION,
        None,
        None,
        None,
        record.subject_title,
        record.row_type,
    )
    period = record.projection_round
    return Point(line, period, AreaType.NATION, "U.S.", None, record.basis, record.title, record.source, record)


_PROJECTIONS: HistoryKind[ProjectionRecord, ProjectionHistoryRecord] = HistoryKind(
    resource="projections",
    programs=PROGRAMS,
    together=True,
    period="projection_round",
    relation=projection_relation,
    record=projection_record,
    point=_point,
    placed=partial(with_place, ProjectionHistoryRecord),
)


def projection_history(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> History[ProjectionHistoryRecord]:
    """Every round that is loaded for an occupation, its predecessors and successors, the earliest first."""
    return history_of(_PROJECTIONS, snapshot, found, choice, request)
