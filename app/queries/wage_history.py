"""What an occupation paid over the years."""

from dataclasses import dataclass
from functools import partial

from app.domain.levels import AreaType
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.history import History, HistoryKind, history_of, with_place
from app.queries.list_request import ListRequest
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.queries.spans import Line, Point
from app.queries.wages import PROGRAMS, WageRecord, wage_record, wage_relation


@dataclass(frozen=True, slots=True)
class WageHistoryRecord(WageRecord):
    """A record of wages with its place in a history."""

    span: int
    relation: str
    link: str | None
    breaks_before: tuple[str, ...]


def _point(record: WageRecord, catalog: Catalog) -> Point[WageRecord]:
    line = Line(
        catalog.releases[record.source].program,
        record.soc_code,
        record.soc_vintage,
        record.area_code,
        record.industry_code,
        record.industry_level,
        record.ownership_code,
        record.subject_title,
        None,
    )
    return Point(
        line,
        record.reference_period,
        AreaType(record.area_type),
        record.area_title,
        record.industry_title,
        None,
        record.title,
        record.source,
        record,
    )


_WAGES: HistoryKind[WageRecord, WageHistoryRecord] = HistoryKind(
    resource="wages",
    programs=PROGRAMS,
    together=False,
    period="reference_period",
    relation=wage_relation,
    record=wage_record,
    point=_point,
    placed=partial(with_place, WageHistoryRecord),
)


def wage_history(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> History[WageHistoryRecord]:
    """The wages of an occupation over the years, from OEWS or else from the handbook."""
    return history_of(_WAGES, snapshot, found, choice, request)
