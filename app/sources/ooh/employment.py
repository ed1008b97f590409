"""Jobs and the largest employers, from the text and tables on the work environment."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from app.domain.codes import NATION
from app.domain.levels import EmploymentBasis
from app.domain.programs import Origin
from app.sources.ooh.figures import parse_jobs, parse_share
from app.sources.ooh.job_sentences import JobCount, job_counts, unread_job_sentence
from app.sources.ooh.markup import heading_of, line_of, passages_of
from app.sources.ooh.page_tables import introduction_of, labelled_figures, tell_of_lost_tables
from app.sources.ooh.profile_page import ProfilePage, Subject
from app.sources.records import Record, RecordKind, Value

_EMPLOYERS = re.compile(
    r"(?:The )?(?:largest|biggest|main|top|leading) employers?(?: (?:of|for) (?P<subject>.+?))?(?:,? in [0-9]{4},?)? "
    r"(?:(?:was|were|are)(?: as follows| the following)?|include[sd]?(?: the following)?)(?:,? in [0-9]{4})? ?:"
    r"|(?:The )?industries (?:that employ(?:ed)?|with) the (?:most|highest employment of|largest number of) "
    r"(?P<whom>.+?)(?:,? in [0-9]{4},?)? (?:was|were|are)(?: as follows)? ?:",
    re.IGNORECASE,
)
_DISTRIBUTION = re.compile(
    r"(?:Employment|Jobs?) (?:in|of|among|for) (?:the )?(?:detailed|individual|specific)? ?occupations? "
    r"(?:that|which) make up (?P<subject>.+?) (?:was|were|is|are) distributed",
    re.IGNORECASE,
)
# What the handbook does not print beside its job counts, and where it is known from.
_BASIS = (
    "Area and basis: the handbook takes its job counts from the National Employment Matrix (BLS), which covers the "
    "nation and includes the self-employed; rounding: as printed"
)


def employer_subject(text: str) -> str | None:
    """Whose largest employers the table after `text` has: empty if it does not say; `None` if it is no such table."""
    match = _EMPLOYERS.search(text)
    return (match["subject"] or match["whom"] or "").strip() if match else None


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
    years: list[int] = []
    counted: dict[str, JobCount] = {}
    for line, text in passages_of(pane):
        for count in job_counts(text):
            years.append(count.year)
            yield from _stated(page, count, line, counted)
        worded = unread_job_sentence(text)
        if worded is not None:
            page.faults.keep_as_text(line, "work environment", worded, "how many jobs there were")
    told = any(problem.column == "work environment" for problem in page.faults.unread)
    if not counted and not told:
        page.faults.keep_as_text(line_of(pane), "work environment", "", "how many jobs there were")
    # A page may state its jobs among the quick facts only.
    year = years[0] if years else year_of_jobs(page)
    jobs = {title: count.jobs for title, count in counted.items()}
    positions: Counter[str] = Counter()
    for table in pane.css("table"):
        yield from _table_records(page, table, year, jobs, positions)
    tell_of_lost_tables(page, pane, "work environment, table", _introduces)


def _introduces(text: str) -> bool:
    return employer_subject(text) is not None or _DISTRIBUTION.search(text) is not None


def _stated(page: ProfilePage, count: JobCount, line: int, counted: dict[str, JobCount]) -> Iterator[Record]:
    subject = page.subject(count.subject)
    known = counted.setdefault(subject.title, count)
    if known is count:
        yield page.record(RecordKind.HANDBOOK_EMPLOYMENT, employment_values(count), line, subject)
    elif (known.jobs, known.year) != (count.jobs, count.year):
        page.faults.note(line, "work environment", f"{count.subject}: {count.jobs}", "one number of jobs")


def year_of_jobs(page: ProfilePage) -> int:
    """The year that the jobs of a page are for, as its quick facts say; else the first of the edition."""
    for heading in page.tree.css("#quickfacts th"):
        match = re.fullmatch(r"Number of Jobs,? \(?(?P<year>[0-9]{4})\)?", heading_of(heading), re.IGNORECASE)
        if match:
            return int(match["year"])
    return int(page.edition[:4])


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
        page.faults.keep_as_text(line_of(table), "work environment, table", introduction, expected)


# Shares of employers that are all there are may be more by what was rounded up.
_WHOLE = 101


def _employers(
    page: ProfilePage, table: LexborNode, year: int, subject: Subject, positions: Counter[str]
) -> Iterator[Record]:
    percents: list[float] = []
    for row, label, figure in labelled_figures(page, table, "largest employers"):
        positions[subject.title] += 1
        try:
            percent = parse_share(figure)
        except ValueError as error:
            page.faults.refuse_or_keep(line_of(row), "largest employers", figure, str(error))
            continue
        values: dict[str, Value] = {
            "reference_period": str(year),
            "position": positions[subject.title],
            "industry_label": label,
            "percent_of_occupation": percent,
        }
        percents.append(percent)
        yield page.record(RecordKind.LARGEST_EMPLOYER, values, line_of(row), subject)
    if sum(percents) > _WHOLE:
        shares = " + ".join(f"{percent:g}" for percent in percents)
        page.faults.doubt(
            line_of(table), "largest employers", shares, "shares of 100 percent together at most, as rounded"
        )


def _distribution(page: ProfilePage, table: LexborNode, year: int, counted: dict[str, int]) -> Iterator[Record]:
    for row, label, figure in labelled_figures(page, table, "jobs of the detailed occupations"):
        try:
            jobs, rounded_to = parse_jobs(figure)
        except ValueError as error:
            page.faults.refuse_or_keep(line_of(row), "jobs of the detailed occupations", figure, str(error))
            continue
        subject = page.named(label)
        if subject.title in counted:
            subject = Subject(f"{label} (table)", subject.soc_code, subject.soc_vintage)
        counted[subject.title] = jobs
        count = JobCount(label, jobs, rounded_to, None, year)
        yield page.record(RecordKind.HANDBOOK_EMPLOYMENT, employment_values(count), line_of(row), subject)
