"""Whether a file is of OEWS, and which part of which release: by its header, its sheets and the text around them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice

from app.domain.oews_codes import oews_edition, oews_soc_vintage
from app.domain.programs import Origin, Program
from app.domain.thresholds import WageThreshold
from app.sources.files import FileKind, FoundFile
from app.sources.oews.columns import ALWAYS, Header, columns_of, find_header
from app.sources.oews.keys import level_by_digits
from app.sources.oews.parts import Survey, level_in_file, part_name, survey
from app.sources.oews.rows import Conventions, RowsSoFar, header_problems, read_rows
from app.sources.oews.years import (
    FIRST_YEAR,
    NATIONAL_TOTAL,
    NOTES,
    Undecided,
    decide_threshold,
    decide_year,
    threshold_in_notes,
    year_in_name,
    year_in_text,
    year_of_total,
)
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognition, said_threshold
from app.sources.records import (
    CellProblem,
    Record,
    RecordKind,
    ReleaseDescription,
    RowCounts,
    Sheet,
    SourcePart,
    UnreadableSourceError,
)
from app.sources.sheets import OtherEncodingError, SheetRows, open_sheets

_TABLES = frozenset({FileKind.XLSX, FileKind.XLS, FileKind.TEXT})
_LOOKED_AT = 60
_NOTES_WITHIN = 200
LAYOUT = "OEWS estimates"

_DESCRIPTIONS = re.compile(r"occupational employment (and wage )?statistics|\bOE(W)?S\b.*estimates", re.IGNORECASE)
# Sheets that the publisher's export leaves behind: the time of an update, and nothing.
_LEFT_BEHIND = {"updatetime": "the time at which the publisher's file was made", "filler": "empty"}
# A sheet that is named so holds the whole release, and need not be looked through to tell.
_WHOLE_RELEASE = re.compile(r"^all[ _](may[ _]?20\d\d|(oes[ _])?data)", re.IGNORECASE)
# In files to May 2011 a detailed occupation has no word for its level.
_LAST_BLANK_LEVELS = 2011
# The ownership column of that year's files is unreliable (see the design's facts of the field).
_UNRELIABLE_OWNERSHIP = 2012


@dataclass(frozen=True, slots=True)
class _Workbook:
    """The sheets of a file, sorted: those with figures and their headers, and what was made of the others."""

    figures: tuple[tuple[SheetRows, Header], ...]
    notes: tuple[SheetRows, ...]
    left_out: tuple[tuple[str, str], ...]
    unknown: tuple[str, ...]


def recognise_oews(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | LeftOut | None:
    """What this program makes of a file (see `Recognise`)."""
    if found.kind not in _TABLES:
        return None
    try:
        workbook = _sorted_sheets(open_sheets(found))
    except OtherEncodingError:
        raise
    except UnreadableSourceError:
        # Prose is no table, which is no fault of it. A workbook that cannot be opened is of no use to anyone.
        if found.kind is FileKind.TEXT:
            return None
        raise
    if not workbook.figures:
        if workbook.notes:
            return LeftOut("OEWS field descriptions", "it describes fields and holds no figures")
        return None
    return _obstacle(options, workbook) or _dated(found, options, workbook)


def _dated(found: FoundFile, options: ReadOptions, workbook: _Workbook) -> Recognition | NearLayout:
    """The part that a readable file is, if its year and the threshold of that year are settled."""
    header = workbook.figures[0][1]
    year = _year(found, options, workbook)
    if isinstance(year, Undecided):
        return _near(header, year)
    if year < FIRST_YEAR:
        return _near(header, Undecided(f"a year from {FIRST_YEAR} on, not {year}", "older layouts are not read"))
    known = decide_threshold(year, _threshold_in_notes(workbook, year))
    threshold = options.threshold or known
    if isinstance(threshold, Undecided):
        return _near(header, threshold)
    said = () if threshold == known else (said_threshold(threshold),)
    return _recognised(found, options, workbook, year, threshold, said)


def _near(header: Header, undecided: Undecided) -> NearLayout:
    return NearLayout(LAYOUT, _fit(header), (undecided.lacking,), advice=undecided.advice)


def _fit(header: Header) -> float:
    return 1 - len(header.lacking) / len(ALWAYS)


def _sorted_sheets(sheets: Sequence[SheetRows]) -> _Workbook:
    figures, notes, left_out, unknown = [], [], [], []
    for sheet in sheets:
        name = sheet.sheet.name or ""
        rows = list(islice(sheet.rows(), _LOOKED_AT))
        header = find_header(rows)
        left_behind = _LEFT_BEHIND.get(name.strip().lower())
        if header is not None:
            figures.append((sheet, header))
        elif left_behind is not None:
            left_out.append((name, left_behind))
        elif not any(map(any, rows)):
            left_out.append((name, "empty"))
        elif any(_DESCRIPTIONS.search(cell) for row in rows for cell in row) and _describes_fields(rows):
            notes.append(sheet)
            left_out.append((name, "field descriptions"))
        else:
            unknown.append(name)
    return _Workbook(tuple(figures), tuple(notes), tuple(left_out), tuple(unknown))


def _describes_fields(rows: Sequence[Sequence[str]]) -> bool:
    firsts = {re.sub(r"[^a-z0-9]", "", row[0].lower()) for row in rows if row}
    return len({"occcode", "totemp", "hmean", "amedian"} & firsts) >= 3


def _obstacle(options: ReadOptions, workbook: _Workbook) -> NearLayout | None:
    """What keeps a table with occupation codes and wages from being read: its columns, or sheets beside it."""
    header = workbook.figures[0][1]
    lacking = [f"a column {name}" for _, each in workbook.figures for name in each.lacking]
    problems = [
        problem
        for sheet, each in workbook.figures
        for problem in header_problems(each, sheet.sheet, unknown_allowed="unknown-columns" in options.allow)
    ]
    unknown = [f"the column {problem.text.strip()!r}: expected {problem.expected}" for problem in problems]
    may_be_allowed = any(each.unknown for _, each in workbook.figures) and not any(
        each.doubled for _, each in workbook.figures
    )
    advice = "say --allow unknown-columns to read over them" if unknown and may_be_allowed else None
    if workbook.unknown and "unknown-sheets" not in options.allow:
        unknown += [f"the sheet {name!r}" for name in workbook.unknown]
        advice = advice or "say --allow unknown-sheets to read over them"
    if {"AREA_TYPE", "AREA_TITLE"} & set(header.index) and "AREA" not in header.index:
        lacking.append("a column AREA")
    if "AREA" in header.index and not {"AREA_TITLE", "STATE"} & set(header.index):
        lacking.append("a column AREA_TITLE")
    if "NAICS" in header.index and "NAICS_TITLE" not in header.index:
        lacking.append("a column NAICS_TITLE")
    if not lacking and not unknown:
        return None
    return NearLayout(LAYOUT, _fit(header), tuple(dict.fromkeys(lacking)), tuple(unknown), advice)


def _year(found: FoundFile, options: ReadOptions, workbook: _Workbook) -> int | Undecided:
    sheet, header = workbook.figures[0]
    names = [sheet.sheet.name or "" for sheet, _ in workbook.figures]
    content = {
        "sheet's name": next((year for name in names if (year := year_in_name(name))), None),
        "text above the figures": year_in_text(islice(sheet.rows(), header.row - 1)),
        NOTES: year_in_text(chain.from_iterable(note.rows() for note in workbook.notes)),
        NATIONAL_TOTAL: year_of_total(header, islice(sheet.rows(), header.row, _LOOKED_AT)),
    }
    return decide_year(content, options.release, found.location)


def _threshold_in_notes(workbook: _Workbook, year: int) -> WageThreshold | None:
    """What the notes say of `#`, unless they are another year's: the publisher has left old ones in new files."""
    for note in workbook.notes:
        rows = list(islice(note.rows(), _NOTES_WITHIN))
        if year_in_text(rows) in (None, year):
            return threshold_in_notes(rows)
    return None


def _recognised(  # noqa: PLR0917 - what a part is made of
    found: FoundFile,
    options: ReadOptions,
    workbook: _Workbook,
    year: int,
    threshold: WageThreshold,
    said: tuple[str, ...],
) -> Recognition:
    header = workbook.figures[0][1]
    whole = "I_GROUP" in header.index and all(
        _WHOLE_RELEASE.match(sheet.sheet.name or "") for sheet, _ in workbook.figures
    )
    surveyed = Survey() if whole else survey(header, (_below(sheet, each) for sheet, each in workbook.figures))
    part = "all" if whole else part_name(header, surveyed)
    conventions = Conventions(
        vintage_of=partial(oews_soc_vintage, year=year),
        threshold=threshold,
        # Without a column for it, industries of one level fill a file; one that has areas too holds all levels.
        level_of_industry=level_by_digits
        if {"I_GROUP", "AREA"} & set(header.index)
        else partial(level_in_file, surveyed),
        blank_is_detailed=year <= _LAST_BLANK_LEVELS,
        # A file that is there to tell owners apart has nothing else that its rows differ by.
        ownership_unreliable=year == _UNRELIABLE_OWNERSHIP and not part.startswith("ownership-"),
        unknown_columns_allowed="unknown-columns" in options.allow,
    )
    counts = RowCounts()
    records = partial(_records, workbook.figures, conventions, counts)
    allowed = tuple(sorted(options.allow & _ALLOWANCES))
    read_over = tuple((name, "unknown, allowed by the operator") for name in workbook.unknown)
    return Recognition(
        SourcePart(
            describe_release(year),
            part,
            f"{year}-05",
            (found.file,),
            records,
            counts,
            allowed=allowed + said,
            columns=partial(_columns, {sheet.sheet: each.names for sheet, each in workbook.figures}),
        ),
        f"{LAYOUT}: {_layout(header)}",
        workbook.left_out + read_over,
    )


_ALLOWANCES = frozenset({"unknown-columns", "unknown-sheets"})


def _columns(headers: Mapping[Sheet, Sequence[str]], sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
    return columns_of(kind, headers[sheet])


def _below(sheet: SheetRows, header: Header) -> Iterator[Sequence[str]]:
    return islice(sheet.rows(), header.row, None)


def _layout(header: Header) -> str:
    """The layout's name, by the columns that say what a row is about."""
    if "I_GROUP" in header.index:
        return "area, industry and ownership"
    subjects = {"AREA": "area", "NAICS": "industry", "OWN_CODE": "ownership"}
    return " and ".join(word for column, word in subjects.items() if column in header.index) or "nation"


def _records(
    figures: Sequence[tuple[SheetRows, Header]], conventions: Conventions, counts: RowCounts
) -> Iterator[Record]:
    counts.reset()
    so_far = RowsSoFar(counts)
    problems: list[CellProblem] = []
    for sheet, header in figures:
        try:
            yield from read_rows(_below(sheet, header), header, sheet.sheet, conventions, so_far)
        except UnreadableSourceError as error:
            problems += error.problems
    if not counts.read and not problems:
        sheet, header = figures[0]
        file = sheet.sheet.file.name
        problems.append(CellProblem(file, sheet.sheet.name, header.row + 1, "row", "", "rows below the header"))
    if problems:
        raise UnreadableSourceError(tuple(problems))


_RENAMED_IN = 2021


def describe_release(year: int) -> ReleaseDescription:
    """The release of the May `year` estimates. The program's name lost and gained words in 2021."""
    wage = "and Wage " if year >= _RENAMED_IN else ""
    program = f"Occupational Employment {wage}Statistics"
    return ReleaseDescription(
        release=f"oews-{year}-05",
        program=Program.OEWS,
        title=f"{program}, May {year}",
        publisher="U.S. Bureau of Labor Statistics",
        reference_period=f"{year}-05",
        projection_round=None,
        soc_vintage=oews_edition(year),
        licence="Public domain (work of the US government)",
        attribution=f"U.S. Bureau of Labor Statistics, {program}, May {year}",
        source_url="https://www.bls.gov/oes/tables.htm",
        published_on=None,
        origin=Origin.PUBLISHED,
        origin_basis=None,
    )
