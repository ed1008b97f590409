"""The charts on pay and outlook: the occupation beside its group and all occupations."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from app.domain.qualifiers import Qualifier
from app.sources.ooh.figures import parse_percent, parse_wage_cell
from app.sources.ooh.markup import line_of, text_of
from app.sources.ooh.profile_page import ProfilePage
from app.sources.ooh.quick_facts import ROUND, round_name
from app.sources.ooh.wage_sentences import MONTHS, period_of
from app.sources.records import Record, RecordKind, Value

_PAY = re.compile(rf"Median (?P<unit>annual|hourly) wages?,? (?P<month>{MONTHS}) (?P<year>[0-9]{{4}})", re.IGNORECASE)
_OUTLOOK = re.compile(rf"Percent change in employment, projected {ROUND}", re.IGNORECASE)


def comparison_records(page: ProfilePage) -> Iterator[Record]:
    """The bars of both charts."""
    for number, chart in ((5, "pay"), (6, "outlook")):
        pane = page.tab(number)
        frame = pane.css_first(".ooh-chart") if pane is not None else None
        if frame is not None:
            yield from _bars(page, frame, chart)
        elif pane is not None:
            page.faults.keep_as_text(line_of(pane), f"chart, {chart}", "", "the chart beside the text")


def _bars(page: ProfilePage, frame: LexborNode, chart: str) -> Iterator[Record]:
    caption = text_of(frame.css_first("h3 + p, p"))
    match = (_PAY if chart == "pay" else _OUTLOOK).search(caption)
    if match is None:
        page.faults.keep_as_text(line_of(frame), f"chart, {chart}", caption, "what the chart shows, and for when")
        return
    period = period_of(match["month"], match["year"]) if chart == "pay" else round_name(match["base"], match["end"])
    for position, (title, bar) in enumerate(_pairs(frame), start=1):
        try:
            figure = _wage(bar, match["unit"].lower()) if chart == "pay" else _change(bar)
        except ValueError as error:
            page.faults.refuse_or_keep(line_of(frame), f"chart, {chart}, {title}", bar, str(error))
            figure = {f"{match['unit'].lower()}_median_qualifier": Qualifier.NOT_APPLICABLE} if chart == "pay" else {}
        values: dict[str, Value] = {
            **dict.fromkeys(_MEASURES),
            "chart": chart,
            "position": position,
            "caption": caption,
            "reference_period": period,
            "compared_title": title,
        }
        yield page.record(RecordKind.PROFILE_COMPARISON, values | figure, line_of(frame))


_MEASURES = (
    "annual_median",
    "annual_median_qualifier",
    "hourly_median",
    "hourly_median_qualifier",
    "employment_change_percent",
)


def _pairs(frame: LexborNode) -> Iterator[tuple[str, str]]:
    title = ""
    for node in frame.css("dt, dd"):
        if node.tag == "dt":
            title = text_of(node)
        elif title and "legend" not in (node.attributes.get("class") or ""):
            yield title, text_of(node)


def _wage(text: str, unit: str) -> dict[str, Value]:
    wage = parse_wage_cell(text, hourly=unit == "hourly")
    return {f"{unit}_median": wage.value, f"{unit}_median_qualifier": wage.qualifier}


def _change(text: str) -> dict[str, Value]:
    return {"employment_change_percent": parse_percent(text)}
