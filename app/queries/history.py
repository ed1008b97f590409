"""Histories: figures of an occupation over the years, with its predecessors and successors, and the breaks marked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import Any, Generic, TypeVar

from sqlalchemy import Row

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel, Ownership, SocVintage
from app.domain.programs import Program
from app.domain.qualifiers import LOWER_BOUNDS
from app.domain.thresholds import WageThreshold, wage_threshold
from app.queries.absence import Absence, explain_missing_occupation
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.facts import cited
from app.queries.lineage import Lineage, lineage_of
from app.queries.list_request import ListRequest, OneOf, SortKey
from app.queries.listing import fetch_page
from app.queries.missing_periods import Asked, MissingPeriod, missing_periods
from app.queries.missing_rows import Question, explain_missing_rows
from app.queries.ordering import UnusableCursorError
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice, find_release
from app.queries.snapshot import Snapshot
from app.queries.spans import Line, Point, Series, Span, SpanBreak, series_of

R = TypeVar("R")
H = TypeVar("H")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in a history."""

    span: int
    relation: str
    link: str | None
    breaks_before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThresholdChange:
    """The wage at which OEWS stops publishing a value changed between two periods, and a figure there is a bound."""

    last_period: str
    first_period: str
    hourly_before: float
    hourly_after: float
    annual_before: int
    annual_after: int
    qualifier_before: str
    qualifier_after: str
    spans: tuple[int, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class History(Generic[H]):
    """A page of records, and, for all of them, the spans, breaks, missing periods and changes of the threshold."""

    listing: Listing[H]
    spans: tuple[Span, ...]
    breaks: tuple[SpanBreak, ...]
    missing: tuple[MissingPeriod, ...]
    threshold_changes: tuple[ThresholdChange, ...]


@dataclass(frozen=True, slots=True)
class HistoryKind(Generic[R, H]):
    """What a history is made of.

    `programs` publish such figures: without a choice the first that has any answers alone, or with `together` all do.
    `relation` gives the rows of some releases, in the order of `period`; `record` makes a record of a row, `point` its
    place on a line and `placed` the record with its place in the history.
    """

    resource: str
    programs: tuple[Program, ...]
    together: bool
    period: str
    relation: Callable[[Sequence[Release]], Relation | None]
    record: Callable[[Row[Any], Catalog], R]
    point: Callable[[R, Catalog], Point[R]]
    placed: Callable[[R, Place], H]


def with_place(kind: type[H], record: Any, place: Place) -> H:
    """A record as one of a history: its own fields, and its place."""
    values = {one.name: getattr(record, one.name) for one in fields(record)}
    return kind(**values, **{one.name: getattr(place, one.name) for one in fields(place)})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A history that is asked for: of which codes, from which releases, with which filters."""

    catalog: Catalog
    found: Occupation
    lineage: Lineage
    choice: ReleaseChoice
    releases: tuple[Release, ...]
    request: ListRequest

    def wanted(self, field: str) -> tuple[str, ...]:
        """The values that a key is kept at."""
        filters = (*self.request.fixed, *self.request.filters)
        kept = (one for one in filters if isinstance(one, OneOf) and one.field == field)
        return tuple(str(value) for one in kept for value in one.values)


def history_of(
    kind: HistoryKind[R, H], snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> History[H]:
    """The history of one occupation, for the nation, all industries and all owners unless filters say otherwise."""
    catalog, lineage = snapshot.catalog, lineage_of(snapshot, found)
    asked = _Asked(catalog, found, lineage, choice, _releases(kind, catalog, lineage, choice), request)
    points = _of_all_owners(asked, [kind.point(record, catalog) for record in _records(kind, snapshot, asked)])
    series = series_of(points, lineage)
    listing = _page(kind, asked, series)
    if not points:
        listing = replace(listing, absence=_absence(kind, asked))
    spans = tuple(span for span, _ in series.spans)
    missing = tuple(_missing(kind.resource, asked, points))
    return History(listing, spans, series.breaks, missing, tuple(_threshold_changes(series)))


def _releases(
    kind: HistoryKind[R, H], catalog: Catalog, lineage: Lineage, choice: ReleaseChoice
) -> tuple[Release, ...]:
    """Every release that has anything on any of the codes, of the programs that are wanted."""
    occupations = [one.occupation for one in lineage.members]
    if choice.releases:
        named = tuple(dict.fromkeys(find_release(catalog, wanted) for wanted in choice.releases))
        programs = choice.programs or kind.programs
        return tuple(one for one in named if one.program in programs)
    covering = {release.release: release for one in occupations for release in catalog.releases_covering(one)}
    ordered = sorted(covering.values(), key=lambda release: (release.reference_period, release.release))
    wanted = choice.programs or kind.programs
    able = [release for release in ordered if release.program in wanted and release.program in kind.programs]
    if choice.programs or kind.together or not able:
        return tuple(able)
    first = min((release.program for release in able), key=kind.programs.index)
    return tuple(release for release in able if release.program is first)


_ROWS_AT_ONCE = 2_000


def _records(kind: HistoryKind[R, H], snapshot: Snapshot, history: _Asked) -> Iterator[R]:
    """The records of all codes of a line, in the order of their periods."""
    request, occupations = history.request, [one.occupation for one in history.lineage.members]
    rows = kind.relation(snapshot.catalog.parts_covering(history.releases, *occupations))
    if rows is None:
        return
    codes = _of_few_counts(tuple(dict.fromkeys(one.soc_code for one in occupations)))
    rows = rows.keeping(
        OneOf("soc_code", codes),
        OneOf("soc_vintage", tuple(str(edition) for edition in SocVintage)),
    )
    wanted = {(one.soc_code, str(one.soc_vintage)) for one in occupations}
    asked = ListRequest(
        request.filters, (SortKey(kind.period, descending=False),), _ROWS_AT_ONCE, None, fixed=request.fixed
    )
    while True:
        page = fetch_page(snapshot, rows, asked)
        for row in page.rows:
            if (row._mapping["soc_code"], row._mapping["soc_vintage"]) in wanted:
                yield kind.record(row, snapshot.catalog)
        if page.next_after is None:
            return
        asked = replace(asked, after=page.next_after)


def _of_few_counts(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The same codes, the last one repeated up to 1, 4, 16 ...: as many statements are made, which takes long."""
    count = 1
    while count < len(codes):
        count *= 4
    return codes + codes[-1:] * (count - len(codes))


def _of_all_owners(asked: _Asked, points: list[Point[R]]) -> list[Point[R]]:
    """Figures over all industries for all owners alone, unless owners are asked for: one record for each release."""
    if asked.wanted("ownership_code"):
        return points
    return [
        point
        for point in points
        if point.line.industry_code != CROSS_INDUSTRY or point.line.ownership_code in (None, Ownership.ALL)
    ]


def _page(kind: HistoryKind[R, H], asked: _Asked, series: Series[R]) -> Listing[H]:
    """The records in the order of the spans; a page starts after so many of them."""
    request, start = asked.request, 0
    if request.after is not None:
        if len(request.after) != 1 or not isinstance(request.after[0], int) or request.after[0] < 0:
            raise UnusableCursorError
        start = request.after[0]
    records = list(_placed(kind, series))
    end = len(records) if request.limit is None else start + request.limit
    page = records[start:end]
    following = (start + len(page),) if start + len(page) < len(records) else None
    points = [point for _, run in series.spans for point in run][start:end]
    return Listing(page, cited(asked.catalog, points), following, len(records))


def _placed(kind: HistoryKind[R, H], series: Series[R]) -> Iterator[H]:
    for span, run in series.spans:
        kinds = dict.fromkeys(str(one.kind) for one in series.breaks if one.after_span == span.span)
        for number, point in enumerate(run):
            place = Place(span.span, span.relation, span.link, tuple(kinds) if number == 0 else ())
            yield kind.placed(point.record, place)


def _missing(resource: str, asked: _Asked, points: Sequence[Point[R]]) -> Iterator[MissingPeriod]:
    """The missing periods of OEWS figures, unless single releases or periods are asked for."""
    of_oews = any(release.program is Program.OEWS for release in asked.releases)
    if not of_oews or asked.choice.releases or asked.wanted("reference_period"):
        return
    levels, industries = asked.wanted("industry_level"), asked.wanted("industry_code")
    if levels and levels != (IndustryLevel.CROSS_INDUSTRY,) and not industries:
        return  # what industries there could be, nothing says
    owners = asked.wanted("ownership_code")
    cells = Asked(resource, asked.wanted("area_code") or (NATION,), industries or (CROSS_INDUSTRY,), owners)
    shown = {(point.period, point.line.area_code, _industry(point.line)) for point in points}
    yield from missing_periods(asked.catalog, asked.lineage, cells, shown)


def _industry(line: Line) -> str:
    """The industry of a line as it is asked for: private owners over all industries have a code of their own."""
    if line.industry_code is None or line.industry_level == IndustryLevel.CROSS_INDUSTRY:
        return CROSS_INDUSTRY
    return line.industry_code


def _absence(kind: HistoryKind[R, H], asked: _Asked) -> Absence:
    if not asked.releases:
        programs = asked.choice.programs
        return explain_missing_occupation(asked.catalog, asked.found, kind.resource, kind.programs, programs)
    question = Question(asked.catalog, kind.resource, kind.programs, asked.releases, asked.request, asked.found)
    return explain_missing_rows(question)


def _threshold_changes(series: Series[Any]) -> Iterator[ThresholdChange]:
    """Where the threshold changed between two periods in one place, with a bound on one side or on both."""
    bounded: dict[tuple[str, ...], dict[str, dict[int, set[str]]]] = {}
    for span, run in series.spans:
        if span.program == Program.OEWS:
            for point in run:
                here = bounded.setdefault(point.line.place, {}).setdefault(point.period, {})
                here.setdefault(span.span, set()).update(
                    name for name, why in point.record.qualifiers.items() if why in LOWER_BOUNDS
                )
    found: dict[tuple[str, str], tuple[set[int], set[str]]] = {}
    for periods in bounded.values():
        for before, after in pairwise(sorted(periods)):
            bounds = [(span, some) for here in (before, after) for span, some in periods[here].items() if some]
            if bounds and _threshold(before) != _threshold(after):
                spans, names = found.setdefault((before, after), (set(), set()))
                spans.update(number for number, _ in bounds)
                names.update(*(some for _, some in bounds))
    for (before, after), (spans, names) in sorted(found.items()):
        old, new = _threshold(before), _threshold(after)
        if old is not None and new is not None:
            yield _change(before, after, (old, new), spans, names)


def _threshold(period: str) -> WageThreshold | None:
    try:
        return wage_threshold(int(period[:4]))
    except LookupError:
        return None


def _change(
    before: str, after: str, thresholds: tuple[WageThreshold, WageThreshold], spans: Iterable[int], names: Iterable[str]
) -> ThresholdChange:
    old, new = thresholds
    return ThresholdChange(
        before,
        after,
        old.hourly_cents / 100,
        new.hourly_cents / 100,
        old.annual_dollars,
        new.annual_dollars,
        str(old.qualifier),
        str(new.qualifier),
        tuple(sorted(spans)),
        tuple(sorted(names)),
    )
