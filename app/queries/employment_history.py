"""How many jobs an occupation held over the years."""

from dataclasses import dataclass
from functools import partial

from app.domain.levels import AreaType
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.employment_record import EmploymentRecord, employment_record
from app.queries.employment_relation import PROGRAMS, employment_relation
from app.queries.history import History, HistoryKind, history_of, with_place
from app.queries.list_request import ListRequest
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.spans import Line, Point


@dataclass(frozen=True, slots=True)
class EmploymentHistoryRecord(EmploymentRecord):
    """A record of employment with its place in a history."""

    span: int
    relation: str
    link: str | None
    breaks_before: tuple[str, ...]


def _point(record: EmploymentRecord, catalog: Catalog) -> Point[EmploymentRecord]:
    line = Line(
        catalog.releases[record.source].program,
        record.soc_code,
        record.soc_vintage,
        record.area_code,
        record.industry_code,
        record.industry_level,
        record.ownership_code,
        record.subject_title,
        record.row_type,
    )
    return Point(
        line,
        record.reference_period,
        AreaType(record.area_type),
        record.area_title,
        record.industry_title,
        record.basis,
        record.title,
        record.source,
        record,
    )


_EMPLOYMENT: HistoryKind[EmploymentRecord, EmploymentHistoryRecord] = HistoryKind(
    resource="employment",
    programs=PROGRAMS,
    together=False,
    period="reference_period",
    relation=employment_relation,
    record=employment_record,
    point=_point,
    placed=partial(with_place, EmploymentHistoryRecord),
)


def employment_history(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> History[EmploymentHistoryRecord]:
    """The jobs of an occupation over the years, from the first of OEWS, handbook and projections that has any."""
    return history_of(_EMPLOYMENT, snapshot, found, choice, request)
