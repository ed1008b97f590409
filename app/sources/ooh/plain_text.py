"""The text of one profile without markup: a paragraph or table row a line, rows as `label | figure |`.

The text prints neither the edition nor a code. Its years give the edition, and its title the code where the title is
one of a few that are known; otherwise the operator is asked for it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from app.domain.levels import OccupationLevel
from app.domain.programs import Origin
from app.domain.statements import ProfileScope
from app.sources.files import FoundFile
from app.sources.ooh.columns import columns_of
from app.sources.ooh.contacts import topic_of, topic_slug
from app.sources.ooh.credentials import Statement, named_credentials
from app.sources.ooh.employment import employer_subject, employment_values
from app.sources.ooh.faults import Faults
from app.sources.ooh.figures import parse_money, parse_percent
from app.sources.ooh.job_sentences import job_counts
from app.sources.ooh.outlook_sentences import Outlook, dated_outlook
from app.sources.ooh.pay import wage_frame
from app.sources.ooh.profile_page import comparable, published
from app.sources.ooh.quick_facts import round_name
from app.sources.ooh.release import edition
from app.sources.ooh.sections import slug
from app.sources.ooh.sentences import plain, sentences
from app.sources.ooh.vocabulary import is_soc_code, level_of, nation_and_all_industries, vintage_of
from app.sources.ooh.wage_sentences import distributions, period_of
from app.sources.recognition import NearLayout, ReadOptions, Recognition, said_soc_code
from app.sources.records import CellProblem, Record, RecordKind, Sheet, SourcePart, UnreadableSourceError, Value

LAYOUT = "Occupational Outlook Handbook profile (plain text)"

# Titles whose code was looked up; the text prints none. Medical records ...: SOC 2010 (OMB), as OES May 2018 uses it.
KNOWN_TITLES: dict[str, str] = {
    comparable("Medical records and health information technicians"): "29-2071",
}
_ROW = re.compile(r"(?P<label>[^|]+?)\s*\|\s*(?P<figure>[^|]*?)\s*\|?\s*")
_PAY_TABLE = re.compile(
    r"In (?P<month>[A-Z][a-z]+) (?P<year>[0-9]{4}), the median (?P<unit>annual|hourly) wages? for .+ "
    r"in the top industries"
)
_QUALITIES = re.compile(r"\bqualities:?$")
_QUALITY = re.compile(r"(?P<name>[A-Z][A-Za-z-]*(?: [a-z-]+){0,5})\. (?P<explanation>[A-Z].+)")
_INTERESTS = re.compile(
    r"(?P<frequency>typically )?have an interest in the .+? interest areas?, "
    r"according to the (?P<framework>.+?) framework"
)
_MEANING = re.compile(r"The (?P<interest>[A-Z][a-z]+) interest area indicates a focus on (?P<meaning>.+)\.")
_CONTACTS = re.compile(r"^For (?:more |a |additional |information|details|lists?\b).*\bvisit:?$")
_FORMERLY = re.compile(r"(?P<name>.+?) \(formerly (?:known as )?(?P<former>.+)\)")
_ENTRY = re.compile(r"\b(?:typically|usually|generally|often) need\b|\bto enter the occupation\b")
_HEADINGS: dict[str, tuple[str, str]] = {
    "Work Schedules": ("work_schedules", "work_environment"),
    "Injuries and Illnesses": ("injuries_and_illnesses", "work_environment"),
    "Education": ("education", "how_to_become_one"),
    "Education and Training": ("education_and_training", "how_to_become_one"),
    "Licenses, Certifications, and Registrations": ("licenses_certifications_and_registrations", "how_to_become_one"),
    "Training": ("training", "how_to_become_one"),
    "Work Experience in a Related Occupation": ("work_experience_in_a_related_occupation", "how_to_become_one"),
    "Other Experience": ("other_experience", "how_to_become_one"),
    "Advancement": ("advancement", "how_to_become_one"),
    "Important Qualities": ("qualities", "how_to_become_one"),
    "Job Prospects": ("job_prospects", "job_outlook"),
    "Employment": ("employment_outlook", "job_outlook"),
}
# Parts of a profile that the text has, and whose headings it lacks: the heading and the part above it.
_CURATED_HEADINGS: dict[str, tuple[str, str | None]] = {
    "employment": ("Employment", "work_environment"),
    "work_environment": ("Work Environment", None),
    "how_to_become_one": ("How to Become One", None),
    "interests": ("Interests", "how_to_become_one"),
    "qualities": ("Important Qualities", "how_to_become_one"),
    "pay": ("Pay", None),
    "job_outlook": ("Job Outlook", None),
    "contacts": ("Contacts for More Information", None),
}
_HEADING_BASIS = "The handbook's name for this part, or ours; the text as handed over has no heading here"


@dataclass(slots=True)
class TextSection:
    """A part of the text: its identifier, its lines, and its heading where the text prints one."""

    identifier: str
    parent: str | None
    heading: str
    heading_line: int | None
    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class ProfileText:
    """A text as it is read: whose it is, and its sections."""

    sheet: Sheet
    title: str
    soc_code: str
    projection_round: str
    faults: Faults
    sections: list[TextSection]

    def record(self, kind: RecordKind, values: dict[str, Value], line: int) -> Record:
        """A statement of the text on `line`."""
        vintage = vintage_of(self.soc_code, int(self.projection_round[:4]))
        frame: dict[str, Value] = {
            "profile": slug(self.title).replace("_", "-"),
            "subject_title": "",
            "soc_code": self.soc_code,
            "soc_vintage": vintage,
            "origin": Origin.PUBLISHED,
            "origin_basis": None,
            "document_line": line,
        }
        return Record(kind, frame | values, self.sheet, line)

    def lines(self, identifier: str) -> list[tuple[int, str]]:
        """The lines of a section; none if the text lacks it."""
        return [line for section in self.sections if section.identifier == identifier for line in section.lines]


# A profile is one document of some ten thousand characters. What is longer by far is a table of another program.
_LARGEST = 512 * 1024


def recognise_plain_text(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | None:
    """A text with the handbook's sentences on jobs, pay and outlook; a title without a code needs `soc_code`."""
    if found.file.size_bytes > _LARGEST:
        return None
    source = found.path.read_bytes().decode("utf-8-sig", "replace")
    lines = [plain(line) for line in source.splitlines()]
    counts = [count for line in lines for count in job_counts(line)]
    outlook = next(filter(None, map(dated_outlook, lines)), None)
    pay = [stated for line in lines for stated in distributions(line)]
    marks = {"how many jobs there were": counts, "the median wage": pay, "projected employment": outlook}
    lacking = tuple(name for name, mark in marks.items() if not mark)
    if outlook is None or not counts or lacking:
        return NearLayout(LAYOUT, 1 - len(lacking) / len(marks), lacking) if len(lacking) < len(marks) else None
    title = counts[0].subject
    known = KNOWN_TITLES.get(comparable(title))
    code = options.soc_code or known
    if code is None or not is_soc_code(code):
        lacks = f"an occupation code: the text prints none, and none is known for the title {title!r}"
        return NearLayout(LAYOUT, 0.9, (lacks,), advice="say which occupation it is about: --soc-code 29-2071")
    named = round_name(str(outlook.base_year), str(outlook.projection_year))
    basis = (
        f"The text prints no edition: its outlook from {outlook.base_year} to {outlook.projection_year} is that of it"
    )
    release = edition(named, origin=Origin.CURATED, basis=basis)
    read = partial(_read, found, title, code, named)
    name = f"profile-text:{slug(title).replace('_', '-')}"
    said = () if code == known else (said_soc_code(code),)
    part = SourcePart(release, name, named, (found.file,), read, allowed=said, columns=_columns)
    return Recognition(part, LAYOUT)


def _columns(_sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
    return columns_of(kind)


def _read(found: FoundFile, title: str, code: str, projection_round: str) -> Iterator[Record]:
    content = found.path.read_bytes()
    try:
        source = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found_text = content[max(0, error.start - 20) : error.end + 20].decode("latin-1")
        raise UnreadableSourceError(
            (CellProblem(found.file.name, None, line, "text", found_text, "text in UTF-8"),)
        ) from error
    sheet = Sheet(found.file)
    faults = Faults(sheet)
    text = ProfileText(sheet, title, code, projection_round, faults, _sections(source, faults))
    records = [*_vocabulary(text), *_facts(text)]
    faults.raise_if_any()
    yield from records


def _sections(source: str, faults: Faults) -> list[TextSection]:
    found: list[TextSection] = []

    def enter(identifier: str) -> None:
        heading, parent = _CURATED_HEADINGS[identifier]
        if not found or found[-1].identifier != identifier:
            found.append(TextSection(identifier, parent, heading, None))

    for number, raw in enumerate(source.splitlines(), start=1):
        line = plain(raw)
        if not line:
            continue
        if line in _HEADINGS:
            identifier, parent = _HEADINGS[line]
            found.append(TextSection(identifier, parent, line, number))
            continue
        started = _part_that_starts(line, found[-1] if found else None)
        if started:
            enter(started)
        if not found:
            faults.note(number, "text", line, "the number of jobs, with which the text begins")
            continue
        if found[-1].identifier != "contacts" and not re.search(r"[.:!?|%)][”\"]?$", line):
            faults.note(number, "text", line, f"a sentence, a table row, or a heading: {', '.join(_HEADINGS)}")
        found[-1].lines.append((number, line))
    return found


def _part_that_starts(line: str, current: TextSection | None) -> str | None:
    """The part of a profile that a line begins where the text has no heading for it."""
    if current is None:
        return "employment" if job_counts(line) else None
    marked = next((name for name, starts in _STARTS.items() if starts(line)), None)
    if marked is not None:
        return marked
    if current.identifier == "employment" and not _ROW.fullmatch(line):
        return "work_environment"
    in_environment = "work_environment" in (current.identifier, current.parent)
    return "how_to_become_one" if in_environment and _ENTRY.search(line) else None


_STARTS: dict[str, Callable[[str], object]] = {
    "employment": job_counts,
    "pay": distributions,
    "job_outlook": dated_outlook,
    "contacts": _CONTACTS.match,
    "interests": _INTERESTS.search,
    "qualities": _QUALITIES.search,
}


def _vocabulary(text: ProfileText) -> Iterator[Record]:
    yield from nation_and_all_industries(text.sheet)
    curated: dict[str, Value] = {
        "origin": Origin.CURATED,
        "origin_basis": "The text prints no code: its title was looked up, or the operator named the code",
        "document_line": None,
    }
    vintage = vintage_of(text.soc_code, int(text.projection_round[:4]))
    level = level_of(text.soc_code)
    occupation: dict[str, Value] = {
        "soc_code": text.soc_code,
        "soc_vintage": vintage,
        "title": text.title,
        "level": level if level is not OccupationLevel.TOTAL else OccupationLevel.DETAILED,
    }
    yield Record(RecordKind.OCCUPATION, occupation | curated, text.sheet, 1)
    profile = slug(text.title).replace("_", "-")
    described: dict[str, Value] = {"profile": profile, "title": text.title, "edition": text.projection_round}
    yield Record(RecordKind.HANDBOOK_PROFILE, published(described, 1), text.sheet, 1)
    coverage: dict[str, Value] = {
        "profile": profile,
        "soc_code": text.soc_code,
        "soc_vintage": vintage,
        "scope": ProfileScope.WHOLE_PROFILE,
        "position": 1,
        "title": text.title,
    }
    yield Record(RecordKind.PROFILE_COVERAGE, coverage | curated, text.sheet, 1)


def _facts(text: ProfileText) -> Iterator[Record]:
    yield from _employment(text)
    yield from _wages(text)
    yield from _projection(text)
    yield from _certifications(text)
    yield from _interests(text)
    yield from _qualities(text)
    yield from _contacts(text)
    yield from _section_records(text)


def _employment(text: ProfileText) -> Iterator[Record]:
    year: int | None = None
    position: int | None = None
    for line, words in text.lines("employment"):
        for count in job_counts(words):
            year = count.year
            yield text.record(RecordKind.HANDBOOK_EMPLOYMENT, employment_values(count), line)
        if employer_subject(words) is not None:
            position = 0
            continue
        row = _ROW.fullmatch(words)
        if row is None or "|" not in words:
            continue
        if position is None or year is None:
            text.faults.note(line, "largest employers", words, "a row after the sentence that introduces the table")
            continue
        position += 1
        try:
            percent = parse_percent(row["figure"])
        except ValueError as error:
            text.faults.note(line, "largest employers", row["figure"], str(error))
            continue
        values: dict[str, Value] = {
            "reference_period": str(year),
            "position": position,
            "industry_label": row["label"],
            "percent_of_occupation": percent,
        }
        yield text.record(RecordKind.LARGEST_EMPLOYER, values, line)
    if position == 0:
        text.faults.note(text.lines("employment")[-1][0], "largest employers", "", "the rows of the table")


def _wages(text: ProfileText) -> Iterator[Record]:
    table: re.Match[str] | None = None
    position = 0
    for line, words in text.lines("pay"):
        for distribution in distributions(words):
            hourly = "hourly_median" in distribution.values
            frame = wage_frame(distribution.period, 0, None, hourly=hourly)
            yield text.record(RecordKind.HANDBOOK_WAGE, frame | distribution.values, line)
        table = _PAY_TABLE.search(words) or table
        row = _ROW.fullmatch(words) if "|" in words else None
        if row is None:
            continue
        if table is None:
            text.faults.note(line, "pay, table", words, "a row after the sentence that introduces the table")
            continue
        position += 1
        hourly = table["unit"] == "hourly"
        try:
            wage = parse_money(row["figure"], hourly=hourly)
        except ValueError as error:
            text.faults.note(line, "pay, table", row["figure"], str(error))
            continue
        frame = wage_frame(period_of(table["month"], table["year"]), position, row["label"], hourly=hourly)
        yield text.record(RecordKind.HANDBOOK_WAGE, frame | {f"{table['unit']}_median": wage}, line)
    if table is not None and not position:
        text.faults.note(text.lines("pay")[-1][0], "pay, table", "", "the rows of the table")


def _projection(text: ProfileText) -> Iterator[Record]:
    for line, words in text.lines("job_outlook"):
        outlook = dated_outlook(words)
        if outlook is not None:
            yield text.record(RecordKind.PROJECTION, _projection_values(text, outlook), line)
            return


def _projection_values(text: ProfileText, outlook: Outlook) -> dict[str, Value]:
    base = [count for _, words in text.lines("employment") for count in job_counts(words)]
    jobs = next((count.jobs for count in base if count.year == outlook.base_year), None)
    return {
        **outlook.values,
        "projection_round": text.projection_round,
        "base_year": outlook.base_year,
        "projection_year": outlook.projection_year,
        "base_employment": jobs,
        "percent_rounded_to": 1.0,
        "detail_origin": Origin.CURATED,
        "detail_origin_basis": "Base employment: the jobs that the text states for that year; rounding: as printed",
    }


def _certifications(text: ProfileText) -> Iterator[Record]:
    parts = [
        s for s in text.sections if "how_to_become_one" in (s.identifier, s.parent) and s.identifier != "qualities"
    ]
    statements = [
        Statement(sentence, line) for part in parts for line, words in part.lines for sentence in sentences(words)
    ]
    for position, found in enumerate(named_credentials(statements), start=1):
        values: dict[str, Value] = {
            "position": position,
            "acronym": found.acronym,
            "name": found.name,
            "kind": found.kind,
            "issuer": found.issuer,
            "statement": found.statement,
        }
        yield text.record(RecordKind.CERTIFICATION, values, found.line)


def _interests(text: ProfileText) -> Iterator[Record]:
    position = 0
    for line, words in text.lines("interests"):
        stated = _INTERESTS.search(words)
        for sentence in sentences(words):
            meaning = _MEANING.fullmatch(sentence)
            if stated is None or meaning is None:
                continue
            position += 1
            values: dict[str, Value] = {
                "position": position,
                "framework": stated["framework"],
                "interest": meaning["interest"],
                "frequency": (stated["frequency"] or "").strip() or None,
                "meaning": meaning["meaning"],
                "meaning_focus": "",
                "statement": sentence,
            }
            yield text.record(RecordKind.INTEREST, values, line)


def _qualities(text: ProfileText) -> Iterator[Record]:
    position = 0
    for line, words in text.lines("qualities"):
        match = _QUALITY.fullmatch(words)
        if match is None:
            if not _QUALITIES.search(words):
                text.faults.note(line, "important qualities", words, "a quality, a full stop, and its explanation")
            continue
        position += 1
        values: dict[str, Value] = {
            "position": position,
            "quality": match["name"],
            "explanation": match["explanation"],
            "tasks": "",
            "objects": "",
            "with_whom": "",
        }
        yield text.record(RecordKind.QUALITY, values, line)


def _contacts(text: ProfileText) -> Iterator[Record]:
    group, position = 0, 0
    introduction, group_line = "", 0
    known: set[str] = set()
    for line, words in text.lines("contacts"):
        if _CONTACTS.match(words):
            if group and not position:
                text.faults.note(group_line, "contacts", introduction, "an organization in the group")
            group, position, introduction, group_line = group + 1, 0, words, line
            continue
        position += 1
        match = _FORMERLY.fullmatch(words)
        name, former = (match["name"], match["former"]) if match else (words, None)
        identifier = slug(name)
        if identifier not in known:
            known.add(identifier)
            row: dict[str, Value] = {"organization": identifier, "name": name, "former_name": former}
            yield Record(RecordKind.ORGANIZATION, published(row, line), text.sheet, line)
        topic, includes, offers = topic_of(introduction)
        values: dict[str, Value] = {
            "group_position": group,
            "topic": topic,
            "topic_slug": topic_slug(topic),
            "topic_includes": includes,
            "offers": offers,
            "position": position,
            "organization": identifier,
            "statement": introduction,
            "group_document_line": group_line,
        }
        yield text.record(RecordKind.CONTACT, values, line)
    if group and not position:
        text.faults.note(group_line, "contacts", introduction, "an organization in the group")


def _section_records(text: ProfileText) -> Iterator[Record]:
    for position, section in enumerate(text.sections, start=1):
        lines = section.lines
        first = lines[0][0] if lines else section.heading_line or 1
        printed = section.heading_line is not None
        values: dict[str, Value] = {
            "position": position,
            "section": section.identifier,
            "parent_section": section.parent,
            "heading": section.heading,
            "heading_origin": Origin.PUBLISHED if printed else Origin.CURATED,
            "heading_origin_basis": None if printed else _HEADING_BASIS,
            "heading_line": section.heading_line,
            "text": "\n".join(words for _, words in lines),
            "first_line": first,
            "last_line": lines[-1][0] if lines else first,
        }
        yield text.record(RecordKind.PROFILE_SECTION, values, first)
