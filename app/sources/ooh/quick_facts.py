"""The table of quick facts: pay, entry requirements, jobs and outlook of all the occupations of a page together."""

import re
from collections.abc import Iterator
from decimal import Decimal

from selectolax.lexbor import LexborNode

from app.domain.qualifiers import Qualifier
from app.domain.statements import EducationPath
from app.sources.ooh.figures import parse_change, parse_jobs, parse_money, parse_percent
from app.sources.ooh.markup import line_of, text_of
from app.sources.ooh.profile_page import ProfilePage
from app.sources.ooh.vocabulary import EDUCATION, TRAINING, WORK_EXPERIENCE, lookup, outlook_category
from app.sources.records import Record, RecordKind, Value

_ROUND = r"(?P<base>[0-9]{4})\s?[–-]\s?(?P<end>[0-9]{2,4})"
_LABELS: dict[str, re.Pattern[str]] = {
    "pay": re.compile(r"(?P<year>[0-9]{4}) Median Pay"),
    "education": re.compile(r"Typical Entry-Level Education"),
    "experience": re.compile(r"Work Experience in a Related Occupation"),
    "training": re.compile(r"On-the-job Training", re.IGNORECASE),
    "jobs": re.compile(r"Number of Jobs, (?P<year>[0-9]{4})"),
    "outlook": re.compile(rf"Job Outlook, {_ROUND}"),
    "change": re.compile(rf"Employment Change, {_ROUND}"),
}
_AMOUNT = r"\$[0-9][0-9,.]*[0-9]"
_ANNUAL = re.compile(rf"(?P<amount>{_AMOUNT}) per year")
_HOURLY = re.compile(rf"(?P<amount>{_AMOUNT}) per hour")
_PAY = re.compile(
    rf"(?P<bound>This wage is equal to or greater than )?(?:{_AMOUNT} per year)?(?: or)?\s?(?:{_AMOUNT} per hour)?\.?"
)
# Not met in the pages at hand, where the table of similar occupations words it so.
_NO_PAY = re.compile(r"(?:The (?:annual|hourly)(?: (?:and|or) hourly)? wage is not available\.? ?)+")
_OUTLOOK = re.compile(r"(?P<percent>[-\u2212–]?[0-9]+)%\s*\((?P<label>[^)]+)\)")


def round_name(base: str, end: str) -> str:
    """`2024` and `34` (or `2034`) as the name of a projection round, 2024-34."""
    return f"{base}-{end[-2:]}"


def round_of(page: ProfilePage) -> str | None:
    """The projection round of the page, from the label of its outlook; `None` without one."""
    for heading in page.tree.css("#quickfacts th"):
        match = _LABELS["outlook"].fullmatch(text_of(heading))
        if match:
            return round_name(match["base"], match["end"])
    return None


def quick_fact_records(page: ProfilePage) -> Iterator[Record]:
    """One `quick_facts`, and the entry-level education as `education_path` where it is a level."""
    table = page.tree.css_first("#quickfacts")
    if table is None:
        page.faults.note(1, "quick facts", "", "the table of quick facts")
        return
    cells = _cells(page, table)
    values: dict[str, Value] = {}
    for name, (label, cell) in cells.items():
        try:
            values |= _READERS[name](label, text_of(cell))
        except ValueError as error:
            page.faults.note(line_of(cell), f"quick facts, {label[0]}", text_of(cell), str(error))
    for name in _LABELS:
        if name not in cells:
            page.faults.note(line_of(table), "quick facts", "", f"a row for {name}, which is missing")
    yield page.record(RecordKind.QUICK_FACTS, values, line_of(table))
    if values.get("education_level") is not None:
        label, cell = cells["education"]
        yield page.record(RecordKind.EDUCATION_PATH, _entry(values, label[0]), line_of(cell))


def _cells(page: ProfilePage, table: LexborNode) -> dict[str, tuple[re.Match[str], LexborNode]]:
    found: dict[str, tuple[re.Match[str], LexborNode]] = {}
    for row in table.css("tbody tr"):
        heading, cell = row.css_first("th"), row.css_first("td")
        text = text_of(heading)
        matches = [(name, match) for name, label in _LABELS.items() if (match := label.fullmatch(text))]
        if not matches or cell is None or matches[0][0] in found:
            page.faults.note(line_of(row), "quick facts", text, f"a quick fact of a profile: {', '.join(_LABELS)}")
            continue
        name, match = matches[0]
        found[name] = (match, cell)
    return found


def _pay(label: re.Match[str], text: str) -> dict[str, Value]:
    if _NO_PAY.fullmatch(text):
        withheld: dict[str, Value] = {
            f"{unit}_median{end}": value
            for unit in ("annual", "hourly")
            for end, value in (("", None), ("_qualifier", Qualifier.WAGE_NOT_RELEASED))
        }
        return {"pay_year": int(label["year"])} | withheld
    shape = _PAY.fullmatch(text)
    annual, hourly = _ANNUAL.search(text), _HOURLY.search(text)
    if shape is None or (annual is None and hourly is None):
        raise ValueError("a wage per year, per hour or both, such as $46,350 per year $22.28 per hour")
    bound = Qualifier.AT_OR_ABOVE if shape["bound"] else None
    yearly = parse_money(annual["amount"], hourly=False) if annual else None
    by_hour: int | Decimal | None = parse_money(hourly["amount"], hourly=True) if hourly else None
    return {
        "pay_year": int(label["year"]),
        "annual_median": yearly,
        "annual_median_qualifier": bound if annual else Qualifier.HOURLY_ONLY,
        "hourly_median": by_hour,
        "hourly_median_qualifier": bound if hourly else Qualifier.ANNUAL_ONLY,
    }


def _education(_: re.Match[str], text: str) -> dict[str, Value]:
    if lookup(text) not in EDUCATION:
        raise ValueError(f"one of {', '.join(EDUCATION)}")
    return {"education_label": text, "education_level": EDUCATION[lookup(text)]}


def _experience(_: re.Match[str], text: str) -> dict[str, Value]:
    if lookup(text) not in WORK_EXPERIENCE:
        raise ValueError(f"one of {', '.join(sorted(WORK_EXPERIENCE))}")
    return {"work_experience_label": text}


def _training(_: re.Match[str], text: str) -> dict[str, Value]:
    if lookup(text) not in TRAINING:
        raise ValueError(f"one of {', '.join(sorted(TRAINING))}")
    return {"training_label": text}


def _jobs(label: re.Match[str], text: str) -> dict[str, Value]:
    employment, rounded_to = parse_jobs(text)
    return {"employment_year": int(label["year"]), "employment": employment, "rounded_to": rounded_to}


def _outlook(label: re.Match[str], text: str) -> dict[str, Value]:
    match = _OUTLOOK.fullmatch(text)
    category = outlook_category(match["label"]) if match else None
    if match is None or category is None:
        raise ValueError("a percentage and its category, such as 5% (Faster than average)")
    return {
        "projection_round": round_name(label["base"], label["end"]),
        "employment_change_percent": parse_percent(match["percent"]),
        "outlook_label": match["label"],
        "outlook_category": category,
    }


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
