"""Spans of a history: runs of figures that make one series, and the named breaks between them.

A line is what a reader would draw as one line at first sight: one code of one edition, in one area and industry, of one
program. It is cut into spans wherever something changed that the reviewed table of breaks knows; the lines of a code's
predecessors and successors are joined to it by breaks as well. Nothing is chained across one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from app.domain.breaks import SEPARATIONS_METHOD, Break, BreakKind, breaks_between
from app.domain.levels import AreaType, Link
from app.domain.programs import PROGRAMS, Program
from app.queries.classification import Occupation
from app.queries.lineage import Lineage, Member, Step, joined

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Line:
    """What tells one line of a history from another."""

    program: Program
    soc_code: str
    soc_vintage: str
    area_code: str
    industry_code: str | None
    industry_level: str | None
    ownership_code: str | None
    subject_title: str | None
    row_type: str | None

    @property
    def place(self) -> tuple[str, ...]:
        """Everything but the code: lines of a family of codes are compared where this is the same."""
        parts = (self.area_code, self.industry_code, self.industry_level, self.ownership_code, self.row_type)
        return (self.program, *(part or "" for part in parts))


@dataclass(frozen=True, slots=True)
class Point(Generic[R]):
    """A record of a history, with what spans are made by."""

    line: Line
    period: str
    area_type: AreaType
    area_title: str
    industry_title: str | None
    basis: str | None
    title: str
    source: str
    record: R


@dataclass(frozen=True, slots=True)
class Span:
    """Figures that make one series: of one code, in one place, counted in one way."""

    span: int
    relation: str
    link: str | None
    program: str
    basis: str | None
    soc_code: str
    soc_vintage: str
    title: str
    area_code: str
    area_title: str
    industry_code: str | None
    industry_title: str | None
    ownership_code: str | None
    subject_title: str | None
    from_period: str
    to_period: str
    periods: tuple[str, ...]
    releases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpanBreak:
    """Why two spans are not one series."""

    before_span: int
    after_span: int
    last_period: str
    first_period: str
    kind: BreakKind
    name: str
    cause: str
    link: str | None
    link_source: str | None
    source: str
    source_url: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class Series(Generic[R]):
    """The spans of a history with the points of each, and the breaks between them."""

    spans: tuple[tuple[Span, tuple[Point[R], ...]], ...]
    breaks: tuple[SpanBreak, ...]


def series_of(points: Iterable[Point[R]], lineage: Lineage) -> Series[R]:
    """Cut lines into spans, number these in the order of places and time, and name what stands between them."""
    members = {(one.occupation.soc_code, str(one.occupation.soc_vintage)): one for one in lineage.members}
    lines: dict[Line, list[Point[R]]] = {}
    for point in points:
        lines.setdefault(point.line, []).append(point)
    for of_one in lines.values():
        of_one.sort(key=lambda point: point.period)
    order = sorted(lines, key=lambda line: (line.place, lines[line][0].period, line.soc_code, line.soc_vintage))
    spans: list[tuple[Span, tuple[Point[R], ...]]] = []
    breaks: list[SpanBreak] = []
    of_line: dict[Line, list[Span]] = {}
    for line in order:
        for run in _runs(lines[line]):
            span = _span(len(spans) + 1, run, members[line.soc_code, line.soc_vintage])
            before = of_line.setdefault(line, [])
            if before:
                breaks += _within_line(before[-1], span, run[0].area_type)
            before.append(span)
            spans.append((span, run))
    area_types = {span.span: run[0].area_type for span, run in spans}
    breaks += _between_lines(of_line, lineage, lambda span: area_types[span.span])
    breaks.sort(key=lambda found: (found.after_span, found.before_span))
    return Series(tuple(spans), tuple(breaks))


def _runs(points: Sequence[Point[R]]) -> Iterator[tuple[Point[R], ...]]:
    """The points of a line up to each break in it."""
    run: list[Point[R]] = []
    for point in points:
        if run and _is_broken(run[-1], point):
            yield tuple(run)
            run = []
        run.append(point)
    yield tuple(run)


def _is_broken(before: Point[R], after: Point[R]) -> bool:
    if before.line.program is not Program.OEWS:
        return before.source != after.source
    line = after.line
    between = breaks_between(before.period, after.period, {line.soc_code}, after.area_type, line.industry_code)
    return next(between, None) is not None or _has_new_borders(before, after)


_BELOW_THE_STATES = (AreaType.METROPOLITAN, AreaType.METROPOLITAN_DIVISION, AreaType.NONMETROPOLITAN)


def _has_new_borders(before: Point[R], after: Point[R]) -> bool:
    """Whether an area below the states was given another title, which goes with other borders."""
    return after.area_type in _BELOW_THE_STATES and before.area_title != after.area_title


def _span(number: int, run: Sequence[Point[R]], member: Member) -> Span:
    first, last = run[0], run[-1]
    line = first.line
    return Span(
        span=number,
        relation=member.relation,
        link=member.link,
        program=line.program,
        basis=first.basis,
        soc_code=line.soc_code,
        soc_vintage=line.soc_vintage,
        title=last.title,
        area_code=line.area_code,
        area_title=last.area_title,
        industry_code=line.industry_code,
        industry_title=last.industry_title,
        ownership_code=line.ownership_code,
        subject_title=line.subject_title,
        from_period=first.period,
        to_period=last.period,
        periods=tuple(dict.fromkeys(point.period for point in run)),
        releases=tuple(dict.fromkeys(point.source for point in run)),
    )


def _within_line(before: Span, after: Span, area_type: AreaType) -> Iterator[SpanBreak]:
    """What stands between two spans of one code."""
    if after.program != Program.OEWS:
        yield from _between_rounds(before, after)
        return
    codes = {before.soc_code, after.soc_code}
    for known in breaks_between(before.to_period, after.from_period, codes, area_type, after.industry_code):
        yield _named(known, before, after)
    if area_type in _BELOW_THE_STATES and before.area_title != after.area_title:
        cause = f"The area was published as {before.area_title}, and is published as {after.area_title}."
        renamed = Break(
            after.from_period, BreakKind.AREA_DEFINITION, "The area has another title", cause, _FILES, None, _SEEN
        )
        yield _named(renamed, before, after)


_FILES, _SEEN = "The titles in the files of both years (BLS)", "The titles that are loaded."


def _named(known: Break, before: Span, after: Span, step: Step | None = None) -> SpanBreak:
    return SpanBreak(
        before.span,
        after.span,
        before.to_period,
        after.from_period,
        known.kind,
        known.name,
        known.cause,
        None if step is None else step.link,
        None if step is None else step.source,
        known.source,
        known.source_url,
        known.basis,
    )


def _between_rounds(before: Span, after: Span) -> Iterator[SpanBreak]:
    yield _new_round(before, after)
    of_projections = "-" in after.from_period  # jobs of a base year have the year alone
    if of_projections and before.to_period < SEPARATIONS_METHOD.first_period <= after.from_period:
        yield _named(SEPARATIONS_METHOD, before, after)


def _new_round(before: Span, after: Span) -> SpanBreak:
    name = PROGRAMS[Program(after.program)].name
    what = "edition" if after.program == Program.OOH else "round"
    known = Break(
        after.from_period,
        BreakKind.NEW_ROUND,
        f"Another {what}: {', '.join(after.releases)}",
        f"Each {what} of the {name} is made anew, by surveys, codes and methods of its time, and revises no other.",
        f"{name} (BLS)",
        None,
        "The releases that are loaded.",
    )
    return _named(known, before, after)


def _between_lines(
    of_line: dict[Line, list[Span]], lineage: Lineage, area_type: Callable[[Span], AreaType]
) -> Iterator[SpanBreak]:
    """What stands between the last span of a code and the first of one that came from it, in the same place."""
    shown = {(line.soc_code, line.soc_vintage) for line in of_line}
    for step in _among(lineage.steps, shown):
        for line, spans in of_line.items():
            if not _is_of(line, step.before):
                continue
            for other, later in of_line.items():
                if other.place == line.place and _is_of(other, step.after):
                    yield from _across(spans[-1], later[0], step, area_type(later[0]))


def _is_of(line: Line, occupation: Occupation) -> bool:
    return line.soc_code == occupation.soc_code and line.soc_vintage == occupation.soc_vintage


def _among(steps: Iterable[Step], shown: set[tuple[str, str]]) -> list[Step]:
    """The steps between codes that have figures: over a code that has none, two steps make one."""
    found = list(steps)
    absent = [one for one in dict.fromkeys(step.before for step in found) if _key(one) not in shown]
    for middle in absent:
        into = [step for step in found if step.after == middle]
        out = [step for step in found if step.before == middle]
        found = [step for step in found if middle not in (step.before, step.after)]
        pairs = {(step.before, step.after) for step in found}
        for one in into:
            for other in out:
                if one.before != other.after and (one.before, other.after) not in pairs:
                    found.append(replace(other, before=one.before, link=joined(one.link, other.link)))
    return [step for step in found if _key(step.before) in shown and _key(step.after) in shown]


def _key(occupation: Occupation) -> tuple[str, str]:
    return occupation.soc_code, str(occupation.soc_vintage)


def _across(before: Span, after: Span, step: Step, area_type: AreaType) -> Iterator[SpanBreak]:
    """The change of the code itself, and what else changed between its last figure and the first of its successor."""
    codes = {before.soc_code, after.soc_code}
    known = (
        list(breaks_between(before.to_period, after.from_period, codes, area_type, after.industry_code))
        if after.program == Program.OEWS
        else []
    )
    if after.program != Program.OEWS:
        yield from _between_rounds(before, after)
    if not any(one.kind is step.kind for one in known):
        yield _named(_change_of_code(before, after, step), before, after, step)
    for one in known:
        yield _named(one, before, after, step if one.kind is step.kind else None)


def _change_of_code(before: Span, after: Span, step: Step) -> Break:
    old, new = f"{before.soc_code} ({_edition(before)})", f"{after.soc_code} ({_edition(after)})"
    shares = {Link.WHOLE: f"all of {new} was in {old}", Link.PART: f"{new} took from other codes as well"}
    share = shares[step.link] if step.link else "nothing that is loaded says how the two correspond"
    return Break(
        after.from_period,
        step.kind,
        f"{old} to {new}",
        f"The code changed: {share}.",
        step.source,
        None,
        "The link of codes.",
    )


def _edition(span: Span) -> str:
    return "OEWS's own" if span.soc_vintage == "oews" else f"SOC {span.soc_vintage}"
