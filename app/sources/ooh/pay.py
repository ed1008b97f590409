"""Pay: the distribution that the text states, and the tables by industry or by occupation."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel
from app.domain.programs import Origin
from app.domain.qualifiers import Qualifier
from app.sources.ooh.employment import introduction_of, two_cells
from app.sources.ooh.figures import DOLLARS_ROUNDED_TO, highest_tenth, parse_money, parse_wage_cell
from app.sources.ooh.landmarks import month_number
from app.sources.ooh.markup import line_of, text_of
from app.sources.ooh.profile_page import ProfilePage, Subject
from app.sources.ooh.sentences import sentences
from app.sources.records import Record, RecordKind, Value

_MONEY = r"\$[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]{2})?(?![0-9])"
_WHEN = r"(?P<month>[A-Z][a-z]+) (?P<year>[0-9]{4})"
MEDIAN = re.compile(
    rf"(?:\bIn {_WHEN.replace('month', 'month2').replace('year', 'year2')}, )?"
    rf"(?:[Tt]he m|\bM)edian (?P<unit>annual|hourly) (?:wages?|earnings) (?:for|of) (?P<subject>.+?) (?:was|were) "
    rf"(?P<bound>equal to or greater than |greater than or equal to |at least )?(?:about )?(?P<amount>{_MONEY})"
    rf"(?P<more> or more)?(?(month2)| in {_WHEN})"
)
TENTHS = re.compile(
    rf"[Tt]he lowest 10 percent earned less than (?P<low>{_MONEY}),? and the highest 10 percent earned "
    rf"(?:more than (?P<high>{_MONEY})|(?P<bound>{_MONEY}) or more)"
)
_BOUND = re.compile(
    rf"(?P<subject>[A-Z]?[\w ,’'-]*?)(?:,)? with a median wage equal to or greater than "
    rf"(?P<amount>{_MONEY}) per (?P<unit>year|hour)"
)
_TABLE = re.compile(
    r"(?P<measure>[Mm]edian|[Mm]ean(?: \(average\))?) (?P<unit>annual|hourly) (?:wages?|earnings)"
    r"(?: (?:for|of) (?P<subject>.+?))?"
    r"(?P<industries> in the top industr(?:y|ies) in which (?:they|these [\w ]+?|most of them|most of these [\w ]+?) "
    r"(?:work(?:ed)?|are employed|were employed))?"
    rf"(?: in {_WHEN})?(?: (?:for|of) (?P<whose>.+?))? (?:was|were)(?: as follows|:)"
)
_TIME = re.compile(rf"\bIn {_WHEN}|\bin {_WHEN.replace('month', 'month2').replace('year', 'year2')}")
_ANNUAL_BASIS = (
    "Area: the handbook's wages are OEWS national estimates; rounding: OEWS rounds annual wages to 10 dollars"
)
_HOURLY_BASIS = "Area: the handbook's wages are OEWS national estimates"


@dataclass(frozen=True, slots=True)
class Distribution:
    """What the text says of the wages of one subject: median, and the bounds of the lowest and highest tenth."""

    subject: str
    period: str
    values: dict[str, Value]


def period_of(month: str, year: str) -> str:
    """`May 2024` as 2024-05."""
    return f"{year}-{month_number(month):02}"


def distributions(text: str) -> list[Distribution]:
    """The wage distributions that a paragraph states, each from its median to the next."""
    medians = list(MEDIAN.finditer(text))
    found = []
    for place, match in enumerate(medians):
        end = medians[place + 1].start() if place + 1 < len(medians) else len(text)
        unit, hourly = match["unit"], match["unit"] == "hourly"
        bounded = Qualifier.AT_OR_ABOVE if match["bound"] or match["more"] else None
        values: dict[str, Value] = {
            f"{unit}_median": parse_money(match["amount"], hourly=hourly),
            f"{unit}_median_qualifier": bounded,
            "statement": match[0] if place + 1 < len(medians) else text[match.start() : end].strip(),
        }
        values["statement"] = " ".join(sentences(text[match.start() : end].strip()))
        month, year = match["month"] or match["month2"], match["year"] or match["year2"]
        tenths = TENTHS.search(text, match.end(), end)
        if tenths:
            values[f"{unit}_p10"] = parse_money(tenths["low"], hourly=hourly)
            high = parse_money(tenths["high"] or tenths["bound"], hourly=hourly)
            top = highest_tenth(high, int(year), hourly=hourly)
            values[f"{unit}_p90"] = top.value
            values[f"{unit}_p90_qualifier"] = Qualifier.AT_OR_ABOVE if tenths["bound"] else top.qualifier
        found.append(Distribution(match["subject"].strip(), period_of(month, year), values))
    return found


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
    for paragraph in pane.css("article > p, article > div:not(.ooh-chart) p"):
        text = text_of(paragraph)
        found = distributions(text) or _bounded(text)
        for distribution in found:
            _state(page, distribution, line_of(paragraph), stated)
        if not found and re.search(r"\bmedian (?:annual|hourly) (?:wage|earning)", text) and not _TABLE.search(text):
            page.faults.note_sentence(line_of(paragraph), "pay", text, "a sentence on the median wage")
    yield from stated.values()
    told = any(problem.column == "pay" for problem in page.faults.unread)
    if (
        not stated
        and not told
        and not re.search(r"\b(?:wages?|wage data|pay) [^.]*not available\b", text_of(pane), re.IGNORECASE)
    ):
        worded = text_of(pane.css_first("article > p"))
        page.faults.note_sentence(line_of(pane), "pay", worded, "the median wage, in words")
    positions: Counter[str] = Counter()
    for table in pane.css("table"):
        yield from _table_records(page, table, positions)


def _state(page: ProfilePage, found: Distribution, line: int, stated: dict[tuple[str, str], Record]) -> None:
    """Add a distribution to those stated; one per hour joins one per year, and the same measure twice is a fault."""
    subject = page.subject(found.subject)
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
    stated[key] = replace(known, values={**known.values, **found.values, "statement": statement})


def _bounded(text: str) -> list[Distribution]:
    """A median that the text words as a bound, in a paragraph of its own."""
    match = _BOUND.search(text)
    time = _TIME.search(text)
    if match is None or time is None:
        return []
    hourly = match["unit"] == "hour"
    unit = "hourly" if hourly else "annual"
    month, year = time["month"] or time["month2"], time["year"] or time["year2"]
    whom = re.match(r"Wages (?:for|of) (?P<subject>.+?) are\b", text)
    values: dict[str, Value] = {
        f"{unit}_median": parse_money(match["amount"], hourly=hourly),
        f"{unit}_median_qualifier": Qualifier.AT_OR_ABOVE,
        "statement": sentences(text)[0],
    }
    return [Distribution(whom["subject"] if whom else "", period_of(month, year), values)]


def _table_records(page: ProfilePage, table: LexborNode, positions: Counter[str]) -> Iterator[Record]:
    introduction = introduction_of(table)
    match = _TABLE.search(introduction)
    time = _TIME.search(introduction)
    if match is None or time is None:
        page.faults.note(
            line_of(table), "pay, table", introduction, "wages by industry or by occupation, and their year"
        )
        return
    period = period_of(time["month"] or time["month2"], time["year"] or time["year2"])
    measure = f"{match['unit']}_{'mean' if match['measure'].startswith('mean') else 'median'}"
    hourly = match["unit"] == "hourly"
    if measure == "hourly_mean":
        page.faults.note(line_of(table), "pay, table", introduction, "medians, or annual means")
        return
    by_industry = match["industries"] is not None
    if not by_industry and re.search(r"\bindustr(?:y|ies) in which\b", introduction):
        page.faults.note(line_of(table), "pay, table", introduction, "whose wages by industry these are")
        return
    whole = page.subject(match["subject"] or match["whose"] or page.title)
    for row in table.css("tr"):
        cells = two_cells(page, row, "pay, table")
        if cells is None:
            continue
        subject = whole if by_industry else _row_subject(page, cells[0])
        # The rows of a subject are counted on through all tables of the page.
        positions[subject.title] += 1
        try:
            wage = parse_wage_cell(cells[1], hourly=hourly)
        except ValueError as error:
            page.faults.note(line_of(row), "pay, table", cells[1], str(error))
            continue
        figure: dict[str, Value] = {measure: wage.value, f"{measure}_qualifier": wage.qualifier}
        frame = wage_frame(period, positions[subject.title], cells[0] if by_industry else None, hourly=hourly)
        yield page.record(RecordKind.HANDBOOK_WAGE, frame | figure, line_of(row), subject)


def _row_subject(page: ProfilePage, label: str) -> Subject:
    subject = page.subject(label)
    return subject if subject.title else Subject(label)
