"""Jobs and the largest employers, from the text and tables on the work environment."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from app.domain.codes import NATION
from app.domain.levels import EmploymentBasis
from app.domain.programs import Origin
from app.sources.ooh.figures import parse_jobs, parse_percent
from app.sources.ooh.markup import line_of, text_of
from app.sources.ooh.profile_page import ProfilePage, Subject
from app.sources.records import Record, RecordKind, Value

_HELD = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<subject>[^.!?]+?) held "
    r"(?P<quantifier>about |approximately |roughly |around |nearly |almost |more than )?"
    r"(?P<jobs>[0-9][0-9,.]*(?: million)?) jobs in (?P<year>[0-9]{4})\b"
)
_EMPLOYERS = re.compile(
    r"[Tt]he largest employers?(?: of (?P<subject>.+?))? (?:was|were|are)(?: as follows)?:", re.DOTALL
)
_DISTRIBUTION = re.compile(
    r"[Ee]mployment in the detailed occupations that make up (?P<subject>.+?) was distributed as"
)
# What the handbook does not print beside its job counts, and where it is known from.
_BASIS = (
    "Area and basis: the handbook takes its job counts from the National Employment Matrix (BLS), which covers the "
    "nation and includes the self-employed; rounding: as printed"
)


@dataclass(frozen=True, slots=True)
class JobCount:
    """A sentence that says how many jobs an occupation held in a year."""

    subject: str
    jobs: int
    rounded_to: int
    quantifier: str | None
    year: int


def job_counts(text: str) -> list[JobCount]:
    """The sentences of a paragraph that say how many jobs there were."""
    counts = []
    for match in _HELD.finditer(text):
        jobs, rounded_to = parse_jobs(match["jobs"].rstrip(".,"))
        quantifier = (match["quantifier"] or "").strip() or None
        counts.append(JobCount(match["subject"].strip(), jobs, rounded_to, quantifier, int(match["year"])))
    return counts


def employer_subject(text: str) -> str | None:
    """Whose largest employers the table after `text` has: empty if it does not say; `None` if it is no such table."""
    match = _EMPLOYERS.search(text)
    return (match["subject"] or "").strip() if match else None


def employment_values(count: JobCount) -> dict[str, Value]:
    """A job count as the values of `handbook_employment`."""
    return {
        "reference_period": str(count.year),
        "area_code": NATION,
        "basis": EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED,
        "quantifier": count.quantifier,
        "employment": count.jobs,
        "rounded_to": count.rounded_to,
        "detail_origin": Origin.CURATED,
        "detail_origin_basis": _BASIS,
    }


def employment_records(page: ProfilePage) -> Iterator[Record]:
    """Job counts, how they are distributed over detailed occupations, and the largest employers."""
    pane = page.tab(3)
    if pane is None:
        return
    year: int | None = None
    said: set[str] = set()
    counted: dict[str, int] = {}
    for paragraph in pane.css("p"):
        for count in job_counts(text_of(paragraph)):
            year = count.year
            subject = page.subject(count.subject)
            if counted.setdefault(subject.title, count.jobs) != count.jobs:
                page.faults.note(line_of(paragraph), "work environment", text_of(paragraph), "one number of jobs")
            elif subject.title in said:
                continue
            said.add(subject.title)
            yield page.record(RecordKind.HANDBOOK_EMPLOYMENT, employment_values(count), line_of(paragraph), subject)
    if year is None:
        # Some pages state their jobs among the quick facts only; a number that is worded otherwise is a fault.
        year = _year_of_quick_facts(page)
        worded = next((paragraph for paragraph in pane.css("p") if _SOME_JOBS.search(text_of(paragraph))), None)
        if year is None:
            page.faults.note(line_of(worded or pane), "work environment", text_of(worded), "how many jobs there were")
            return
        if worded is not None:
            page.faults.note_sentence(line_of(worded), "work environment", text_of(worded), "how many jobs there were")
    positions: Counter[str] = Counter()
    for table in pane.css("table"):
        yield from _table_records(page, table, year, counted, positions)


_SOME_JOBS = re.compile(r"\b[0-9][0-9,.]*(?: million)? jobs\b")


def _year_of_quick_facts(page: ProfilePage) -> int | None:
    for heading in page.tree.css("#quickfacts th"):
        match = re.fullmatch(r"Number of Jobs, (?P<year>[0-9]{4})", text_of(heading))
        if match:
            return int(match["year"])
    return None


def _table_records(
    page: ProfilePage, table: LexborNode, year: int, counted: dict[str, int], positions: Counter[str]
) -> Iterator[Record]:
    introduction = introduction_of(table)
    distribution = _DISTRIBUTION.search(introduction)
    employers = employer_subject(introduction)
    if distribution is not None:
        yield from _distribution(page, table, year, counted)
    elif employers is not None:
        yield from _employers(page, table, year, page.subject(employers or page.title), positions)
    else:
        expected = "the largest employers, or the jobs of the detailed occupations"
        page.faults.note(line_of(table), "work environment, table", introduction, expected)


def introduction_of(table: LexborNode) -> str:
    """The text of the paragraph before a table; empty if something else stands there."""
    node = table.prev
    while node is not None and (node.tag == "-comment" or (node.tag == "-text" and not (node.text() or "").strip())):
        node = node.prev
    return text_of(node) if node is not None and node.tag in ("p", "-text") else ""


def two_cells(page: ProfilePage, row: LexborNode, place: str) -> tuple[str, str] | None:
    """Label and figure of a table row; another shape is noted as a fault."""
    cells = [text_of(cell) for cell in row.css("td, th")]
    if not any(cells):
        return None
    if len(cells) != 2 or not all(cells):
        page.faults.note(line_of(row), place, " | ".join(cells), "two cells, a label and a figure")
        return None
    return cells[0], cells[1]


def _employers(
    page: ProfilePage, table: LexborNode, year: int, subject: Subject, positions: Counter[str]
) -> Iterator[Record]:
    for row in table.css("tr"):
        cells = two_cells(page, row, "largest employers")
        if cells is None:
            continue
        positions[subject.title] += 1
        try:
            percent = parse_percent(cells[1])
        except ValueError as error:
            page.faults.note(line_of(row), "largest employers", cells[1], str(error))
            continue
        values: dict[str, Value] = {
            "reference_period": str(year),
            "position": positions[subject.title],
            "industry_label": cells[0],
            "percent_of_occupation": percent,
        }
        yield page.record(RecordKind.LARGEST_EMPLOYER, values, line_of(row), subject)


def _distribution(page: ProfilePage, table: LexborNode, year: int, counted: dict[str, int]) -> Iterator[Record]:
    for row in table.css("tr"):
        cells = two_cells(page, row, "jobs of the detailed occupations")
        if cells is None:
            continue
        try:
            jobs, rounded_to = parse_jobs(cells[1])
        except ValueError as error:
            page.faults.note(line_of(row), "jobs of the detailed occupations", cells[1], str(error))
            continue
        subject = page.subject(cells[0])
        if subject.title in counted:
            subject = Subject(f"{cells[0]} (table)", subject.soc_code, subject.soc_vintage)
        counted[subject.title] = jobs
        count = JobCount(cells[0], jobs, rounded_to, None, year)
        yield page.record(RecordKind.HANDBOOK_EMPLOYMENT, employment_values(count), line_of(row), subject)
