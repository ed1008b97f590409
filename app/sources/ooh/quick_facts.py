"""The table of quick facts: pay, entry requirements, jobs and outlook of all the occupations of a page together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from app.domain.outlook import OutlookCategory
from app.domain.qualifiers import Qualifier
from app.domain.statements import EducationPath
from app.sources.ooh.figures import Money, parse_change, parse_jobs, parse_money, parse_percent
from app.sources.ooh.markup import figure_of, heading_of, line_of, text_of
from app.sources.ooh.no_figure import says_none
from app.sources.ooh.profile_page import ProfilePage
from app.sources.ooh.vocabulary import EDUCATION, TRAINING, WORK_EXPERIENCE, lookup, outlook_category
from app.sources.records import Record, RecordKind, Value

ROUND = r"\(?(?P<base>[0-9]{4})\s?[\u2010-\u2015\u2212-]\s?(?P<end>[0-9]{2,4})\)?"
_LABELS: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "pay": r"(?P<year>[0-9]{4}) Median Pay|Median Pay,? \(?(?P<year2>[0-9]{4})\)?",
        "education": r"Typical Entry-Level Education",
        "experience": r"Work Experience in a Related Occupation",
        "training": r"On-the-Job Training",
        "jobs": r"Number of Jobs,? \(?(?P<year>[0-9]{4})\)?",
        "outlook": rf"Job Outlook,? {ROUND}",
        "change": rf"Employment Change,? {ROUND}",
    }.items()
}
_AMOUNT = r"\$[0-9][0-9,]*(?:\.[0-9]+)?"
# What the cell on pay is made of; the words of a bound hold to the end of their sentence.
_PIECES = re.compile(
    r"(?P<bound>(?:This wage is )?(?:equal to or (?:greater|more) than|at least)) "
    rf"|(?P<amount>{_AMOUNT})(?P<more> or more)? (?:per|an?) (?P<per>year|hour)"
    r"|The (?P<none>annual|hourly) (?:(?P<both>(?:and|or) hourly) )?wages? (?:is|are) not available"
    r"|(?P<nothing>(?:Wage (?:data )?(?:is |are )?)?not available|N/A)"
    r"|(?P<stop>\.)|or |and |[,;]? ",
    re.IGNORECASE,
)
_OUTLOOK = re.compile(r"(?P<percent>[-\u2212\u2010-\u2015]?\s?[0-9]+(?:\.[0-9]+)?)\s?%\s*\((?P<label>[^)]+)\)")


def round_name(base: str, end: str) -> str:
    """`2024` and `34` (or `2034`) as the name of a projection round, 2024-34."""
    return f"{base}-{end[-2:]}"


def round_of(page: ProfilePage) -> str | None:
    """The projection round of the page, from the label of its outlook; `None` without one."""
    for heading in page.tree.css("#quickfacts th"):
        match = _LABELS["outlook"].fullmatch(heading_of(heading))
        if match:
            return round_name(match["base"], match["end"])
    return None


def outlook_in_a_word(page: ProfilePage) -> tuple[str | None, OutlookCategory | None]:
    """How the quick facts compare the outlook with the average: their words and the category; `None` without them."""
    for heading in page.tree.css("#quickfacts th"):
        row = heading.parent
        if row is not None and _LABELS["outlook"].fullmatch(heading_of(heading)):
            match = _OUTLOOK.fullmatch(figure_of(row.css_first("td")))
            category = outlook_category(match["label"]) if match else None
            if match and category:
                return match["label"], category
    return None, None


def quick_fact_records(page: ProfilePage) -> Iterator[Record]:
    """One `quick_facts`, and the entry-level education as `education_path` where it is a level.

    Facts belong together: where one is missing or in words that are not known, all are kept as text.
    """
    table = page.tree.css_first("#quickfacts")
    if table is None:
        page.faults.keep_as_text(1, "quick facts", "", "the table of quick facts")
        return
    cells = _cells(page, table)
    values: dict[str, Value] = {}
    whole = True
    for name, (label, cell) in cells.items():
        place, text = f"quick facts, {label[0]}", figure_of(cell)
        try:
            values |= _READERS[name](label, text)
        except UnknownWordsError as error:
            page.faults.keep_as_text(line_of(cell), place, text, str(error))
            values |= error.values
            whole = whole and bool(error.values)
        except ValueError as error:
            page.faults.refuse_or_keep(line_of(cell), place, text, str(error))
            whole = False
    for name in _LABELS:
        if name not in cells:
            page.faults.keep_as_text(line_of(table), "quick facts", "", f"a row for {name}")
            whole = False
    if whole:
        yield page.record(RecordKind.QUICK_FACTS, values, line_of(table))
    if values.get("education_level") is not None:
        label, cell = cells["education"]
        yield page.record(RecordKind.EDUCATION_PATH, _entry(values, label[0]), line_of(cell))


class UnknownWordsError(ValueError):
    """A fact in words that are none of a closed list: `values` are what can be stored of it, empty if nothing can."""

    def __init__(self, expected: str, values: dict[str, Value]) -> None:
        """`expected` says what would have been known."""
        super().__init__(expected)
        self.values = values


def _cells(page: ProfilePage, table: LexborNode) -> dict[str, tuple[re.Match[str], LexborNode]]:
    found: dict[str, tuple[re.Match[str], LexborNode]] = {}
    above = {row.mem_id for row in table.css("thead tr, tfoot tr")}
    for row in table.css("tr"):
        heading, cell = row.css_first("th"), row.css_first("td")
        if row.mem_id in above:
            continue
        if not text_of(row):
            page.faults.doubt(line_of(row), "quick facts", "", "a row with a text")
            continue
        if heading is None and len(row.css("td")) == 2:
            heading, cell = row.css("td")
        text = heading_of(heading)
        matches = [(name, match) for name, label in _LABELS.items() if (match := label.fullmatch(text))]
        if not matches or cell is None:
            expected = f"a quick fact of a profile: {', '.join(_LABELS)}"
            page.faults.keep_as_text(line_of(row), "quick facts", text_of(row), expected)
            continue
        name, match = matches[0]
        if name not in found:
            found[name] = (match, cell)
        elif text_of(found[name][1]) != text_of(cell):
            page.faults.note(line_of(row), "quick facts", text_of(row), f"one row for {name}")
    return found


@dataclass(slots=True)
class _Pay:
    """The median by unit, each with its qualifier."""

    amounts: dict[str, Money] = field(default_factory=dict)
    unavailable: set[str] = field(default_factory=set)


def _pay(label: re.Match[str], text: str) -> dict[str, Value]:
    pay = _pieces_of_pay(text)
    year: dict[str, Value] = {"pay_year": int(label["year"] or label["year2"])}
    if not pay.amounts:
        # Not a word of the one unit or the other is a wage that is withheld in both.
        return year | {
            f"{unit}_median{end}": value
            for unit in ("annual", "hourly")
            for end, value in (("", None), ("_qualifier", Qualifier.WAGE_NOT_RELEASED))
        }
    annual = pay.amounts.get("annual", Money(None, Qualifier.HOURLY_ONLY))
    hourly = pay.amounts.get("hourly", Money(None, Qualifier.ANNUAL_ONLY))
    return year | {
        "annual_median": annual.value,
        "annual_median_qualifier": annual.qualifier,
        "hourly_median": hourly.value,
        "hourly_median_qualifier": hourly.qualifier,
    }


def _pieces_of_pay(text: str) -> _Pay:
    expected = "a wage per year, per hour or both, such as $46,350 per year $22.28 per hour"
    if says_none(text):
        return _Pay(unavailable={"annual", "hourly"})
    found, bound, place = _Pay(), False, 0
    while place < len(text):
        piece = _PIECES.match(text, place)
        if piece is None:
            if not re.search("[0-9]", text):
                raise UnknownWordsError(expected, {})
            raise ValueError(expected)
        place = piece.end()
        bound = not piece["stop"] and (bound or bool(piece["bound"]))
        if piece["per"]:
            unit = {"year": "annual", "hour": "hourly"}[piece["per"].lower()]
            if unit in found.amounts:
                raise ValueError(f"one wage per {piece['per']}")
            qualifier = Qualifier.AT_OR_ABOVE if bound or piece["more"] else None
            found.amounts[unit] = Money(parse_money(piece["amount"], hourly=unit == "hourly"), qualifier)
        if piece["none"] or piece["nothing"]:
            found.unavailable |= {"annual", "hourly"} if piece["both"] or piece["nothing"] else {piece["none"].lower()}
    if found.unavailable & set(found.amounts) or not (found.unavailable or found.amounts):
        raise ValueError(expected)
    return found


def _education(_: re.Match[str], text: str) -> dict[str, Value]:
    if lookup(text) not in EDUCATION:
        raise UnknownWordsError(f"one of {', '.join(EDUCATION)}", _labelled(education_label=text, education_level=None))
    return {"education_label": text, "education_level": EDUCATION[lookup(text)]}


def _experience(_: re.Match[str], text: str) -> dict[str, Value]:
    if lookup(text) not in WORK_EXPERIENCE:
        expected = f"one of {', '.join(sorted(WORK_EXPERIENCE))}"
        raise UnknownWordsError(expected, _labelled(work_experience_label=text))
    return {"work_experience_label": text}


def _training(_: re.Match[str], text: str) -> dict[str, Value]:
    if lookup(text) not in TRAINING:
        raise UnknownWordsError(f"one of {', '.join(sorted(TRAINING))}", _labelled(training_label=text))
    return {"training_label": text}


def _labelled(**values: str | None) -> dict[str, Value]:
    """What is stored of words that are on no list: the words; of an empty cell, nothing."""
    return dict(values) if all(value != "" for value in values.values()) else {}


def _jobs(label: re.Match[str], text: str) -> dict[str, Value]:
    employment, rounded_to = parse_jobs(text)
    return {"employment_year": int(label["year"]), "employment": employment, "rounded_to": rounded_to}


def _outlook(label: re.Match[str], text: str) -> dict[str, Value]:
    match = _OUTLOOK.fullmatch(text)
    category = outlook_category(match["label"]) if match else None
    expected = "a percentage and its category, such as 5% (Faster than average)"
    if match is None:
        raise ValueError(expected)
    values: dict[str, Value] = {
        "projection_round": round_name(label["base"], label["end"]),
        "employment_change_percent": parse_percent(match["percent"]),
        "outlook_label": match["label"],
        "outlook_category": category,
    }
    if category is None:
        raise UnknownWordsError(expected, values)
    return values


def _change(_: re.Match[str], text: str) -> dict[str, Value]:
    return {"employment_change": parse_change(text)}


_READERS = {
    "pay": _pay,
    "education": _education,
    "experience": _experience,
    "training": _training,
    "jobs": _jobs,
    "outlook": _outlook,
    "change": _change,
}


def _entry(values: dict[str, Value], label: str) -> dict[str, Value]:
    return {
        "position": 1,
        "path": EducationPath.TYPICAL_ENTRY,
        "education_level": values["education_level"],
        "education_label": values["education_label"],
        "frequency": "typically",
        "statement": f"{label}: {values['education_label']}",
    }
