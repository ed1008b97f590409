"""Pay: the distribution that the text states, and the tables by industry or by occupation."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel
from app.domain.programs import Origin
from app.domain.qualifiers import Qualifier
from app.sources.ooh.figures import DOLLARS_ROUNDED_TO, Money, parse_wage_cell
from app.sources.ooh.markup import line_of, passages_of, text_of
from app.sources.ooh.page_tables import introduction_of, labelled_figures, tell_of_lost_tables
from app.sources.ooh.profile_page import ProfilePage
from app.sources.ooh.sentences import sentences
from app.sources.ooh.wage_sentences import TENTHS, WHEN, Distribution, distributions, period_of, unread_wage_sentence
from app.sources.records import Record, RecordKind, Value

_WAGES = (
    r"(?:[^:$]*\b(?:but|while|and),? )?(?:the )?(?P<measure>median|mean)(?: \(average\))? (?P<unit>annual|hourly) "
    r"(?:wages?|earnings|pay)"
)
_THEY = r"(?:they|these [\w ]+?|most(?: of (?:them|these [\w ]+?))?)"
_INDUSTRIES = (
    r"(?P<industries>(?:in|by|for) (?:the |selected |some |several )?"
    r"(?:(?:top|largest|main|major) (?:[a-z]+ )?industr(?:y|ies)|industries)"
    rf"(?: (?:in which|where) {_THEY} (?:mostly )?(?:work(?:ed)?|(?:are|were) employed)"
    r"|(?: that)? employ(?:ing|ed)? (?:them|most of them|these [\w ]+?))?)"
)
_FOLLOW = r"(?: (?:was|were|are)(?: as follows)?| as follows) ?:"
_TABLES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_WAGES} (?:for|of) (?P<subject>[^:$]+?),? {_INDUSTRIES},?{_FOLLOW}",
        rf"{_WAGES},? {_INDUSTRIES},? (?:for|of) (?P<subject>[^:$]+?){_FOLLOW}",
        rf"{_WAGES}(?P<subject>),? {_INDUSTRIES},?{_FOLLOW}",
        rf"{_WAGES} (?:for|of) (?P<subject>(?![^:]*\b(?:industries|industry in which|top industry)\b)[^:$]+?){_FOLLOW}",
        rf"{_WAGES}(?P<subject>){_FOLLOW}",
    )
)
_ANNUAL_BASIS = (
    "Area: the handbook's wages are OEWS national estimates; rounding: OEWS rounds annual wages to 10 dollars"
)
_HOURLY_BASIS = "Area: the handbook's wages are OEWS national estimates"
_MEASURES = (
    *(f"{unit}_{point}" for unit in ("annual", "hourly") for point in ("p10", "median", "p90")),
    *(f"{unit}_{point}_qualifier" for unit in ("annual", "hourly") for point in ("median", "p90")),
    "annual_mean",
    "annual_mean_qualifier",
    "statement",
)


def wage_frame(period: str, position: int, label: str | None, *, hourly: bool) -> dict[str, Value]:
    """The values of a wage row before its figures: where, when, for which employers; every measure empty."""
    return {
        **dict.fromkeys(_MEASURES),
        "reference_period": period,
        "area_code": NATION,
        "position": position,
        "industry_label": label,
        "industry_code": CROSS_INDUSTRY if label is None else None,
        "industry_level": IndustryLevel.CROSS_INDUSTRY if label is None else None,
        "rounded_to": None if hourly else DOLLARS_ROUNDED_TO,
        "detail_origin": Origin.CURATED,
        "detail_origin_basis": _HOURLY_BASIS if hourly else _ANNUAL_BASIS,
    }


def wage_records(page: ProfilePage) -> Iterator[Record]:
    """The distributions that the pay tab states, and the rows of its tables."""
    pane = page.tab(5)
    if pane is None:
        return
    stated: dict[tuple[str, str], Record] = {}
    introductions = {introduction_of(table) for table in pane.css("table")}
    for line, text in _paragraphs(pane):
        for distribution in distributions(text):
            _state(page, distribution, line, stated)
        worded = unread_wage_sentence(text)
        if worded is not None and text not in introductions:
            page.faults.keep_as_text(line, "pay", worded, "a sentence on the median wage")
    yield from stated.values()
    told = any(problem.column == "pay" for problem in page.faults.unread)
    if not stated and not told and not _NOT_AVAILABLE.search(text_of(pane)):
        worded = text_of(pane.css_first("article > p"))
        page.faults.keep_as_text(line_of(pane), "pay", worded, "the median wage, in words")
    positions: Counter[str] = Counter()
    for table in pane.css("table"):
        yield from _table_records(page, table, positions)
    tell_of_lost_tables(page, pane, "pay, table", _introduced)
    told_of_table = any(problem.column == "pay, table" for problem in page.faults.unread)
    if stated and not positions and not told_of_table:
        page.faults.keep_as_text(line_of(pane), "pay, table", "", "wages by industry or by occupation, in a table")


_NOT_AVAILABLE = re.compile(r"\b(?:wages?|wage data|pay) [^.]*not available\b", re.IGNORECASE)


def _paragraphs(pane: LexborNode) -> Iterator[tuple[int, str]]:
    """The paragraphs of the tab; one on the outer tenths belongs to the median before it."""
    held: tuple[int, str] | None = None
    for line, text in passages_of(pane):
        if held is not None and "edian" not in text and TENTHS.search(text):
            held = (held[0], f"{held[1]} {text}")
            continue
        if held is not None:
            yield held
        held = (line, text)
    if held is not None:
        yield held


def _state(page: ProfilePage, found: Distribution, line: int, stated: dict[tuple[str, str], Record]) -> None:
    """Add a distribution to those stated; one per hour joins one per year, and the same measure twice is a fault."""
    subject = page.subject(found.subject) if found.subject else page.whole()
    key = (subject.title, found.period)
    hourly = "hourly_median" in found.values
    known = stated.get(key)
    if known is None:
        values = wage_frame(found.period, 0, None, hourly=hourly) | found.values
        stated[key] = page.record(RecordKind.HANDBOOK_WAGE, values, line, subject)
        return
    again = [
        name for name, value in found.values.items() if name != "statement" and known.values[name] not in (None, value)
    ]
    if again:
        page.faults.note(line, "pay", str(found.values["statement"]), f"one figure for {', '.join(again)}")
    statement = f"{known.values['statement']} {found.values['statement']}"
    stated[key] = known._replace(values={**known.values, **found.values, "statement": statement})


@dataclass(frozen=True, slots=True)
class _TableOfWages:
    """What the words before a table say that it holds."""

    measure: str
    hourly: bool
    by_industry: bool
    subject: str
    period: str


def _introduced(introduction: str) -> _TableOfWages | None:
    """What a table holds, or `None` if the words before it are not known."""
    sentence = (sentences(introduction) or [""])[-1]
    when = list(WHEN.finditer(sentence))
    words = WHEN.sub("", sentence).strip()
    match = next(filter(None, (shape.fullmatch(words) for shape in _TABLES)), None)
    if match is None or len(when) != 1:
        return None
    named = match.groupdict()
    unit = named["unit"].lower()
    return _TableOfWages(
        measure=f"{unit}_{named['measure'].lower()}",
        hourly=unit == "hourly",
        by_industry=named.get("industries") is not None,
        subject=named["subject"].strip(" ,"),
        period=period_of(when[0]["month"], when[0]["year"]),
    )


def _table_records(page: ProfilePage, table: LexborNode, positions: Counter[str]) -> Iterator[Record]:
    introduction = introduction_of(table)
    held = _introduced(introduction)
    if held is None or held.measure == "hourly_mean":
        expected = "median wages, or annual means, by industry or by occupation, and their month"
        page.faults.keep_as_text(line_of(table), "pay, table", introduction, expected)
        return
    whole = page.subject(held.subject) if held.subject else page.whole()
    for row, label, printed in labelled_figures(page, table, "pay, table"):
        subject = whole if held.by_industry else page.named(label)
        # The rows of a subject are counted on through all tables of the page.
        positions[subject.title] += 1
        wage = Money(None, Qualifier.NOT_APPLICABLE)
        try:
            wage = parse_wage_cell(printed, hourly=held.hourly)
        except ValueError as error:
            page.faults.refuse_or_keep(line_of(row), "pay, table", printed, str(error))
        figure: dict[str, Value] = {held.measure: wage.value, f"{held.measure}_qualifier": wage.qualifier}
        industry = label if held.by_industry else None
        frame = wage_frame(held.period, positions[subject.title], industry, hourly=held.hourly)
        yield page.record(RecordKind.HANDBOOK_WAGE, frame | figure, line_of(row), subject)
