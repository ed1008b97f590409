"""A sheet's table: which one it is by what its columns mean, its columns, and its rows down to the footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.sources.ep.columns import KEYS, Column, field_of, is_of_output
from app.sources.ep.figures import is_occupation_code
from app.sources.ep.headings import Heading, TableHead, plain, table_head
from app.sources.ep.release import Round
from app.sources.records import CellProblem, Sheet


class TableKind(StrEnum):
    """What a table is about. Tables changed their numbers from round to round, so that numbers do not tell."""

    OCCUPATIONS = "occupations"
    ATTAINMENT = "educational attainment by occupation"
    FACTORS = "factors affecting utilization"
    SKILLS = "skills by occupation"
    EDUCATION = "totals by entry education"
    EARNINGS = "earnings by educational attainment"
    GROUPS = "groups of occupations"
    SECTORS = "major sectors"
    INDUSTRIES = "industries"
    INDUSTRY_RANKING = "ranking of industries without matrix codes"
    INDUSTRY_LIST = "list of the matrix's industries"
    MATRIX = "cells of the matrix"
    LINKS = "links"


_SKILLS_TITLE = re.compile(r"percentile ranks?\b.*\bskill|\bskills? scores?\b", re.IGNORECASE)
_ALL_INDUSTRIES = re.compile(r"employment and output,? by (detailed )?industry", re.IGNORECASE)
_TABLE = re.compile(r"Table\s+(\d+\.\d+)", re.IGNORECASE)
_NOTE = re.compile(
    r"\s*(\[\d+\]|\(\d+\)|\d+\s*/|\*|(general |foot)?notes?\b|(data |table )?sources?\b|n/a\b|dash|last modified|\W*$)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"\s*[\[(](\d{1,2})[\])]\s*$")
_NUMBERED = re.compile(r"\s*[\[(](\d{1,2})[\])]\s*(.*)", re.DOTALL)
# The column whose text names a row, in the order in which it is looked for.
_ROW_KEYS = (
    "title",
    "industry_title",
    "industry_description",
    "sector_title",
    "group",
    "attainment_group",
    "education",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures: its number in the sheet, its cells, and what its title says without blanks and marks."""

    number: int
    cells: Sequence[str]
    title: str
    indent: int
    footnote: str | None

    def cell(self, at: int | None) -> str:
        """The text of a cell; empty beyond the row's end."""
        return self.cells[at] if at is not None and at < len(self.cells) else ""


@dataclass(slots=True)
class SheetTable:
    """A table of a sheet, ready to be read."""

    sheet: Sheet
    number: str
    head: TableHead
    kind: TableKind
    # Of each column that names the row, where it stands: title, code, row_type, naics ...
    keys: dict[str, int]
    columns: list[Column]
    lines: list[Line]
    # Rows that are neither figures nor footnotes, and columns that no table has.
    problems: list[CellProblem] = field(default_factory=list)
    wage_year: int | None = None

    @property
    def indented(self) -> bool:
        """Whether titles are indented by level in the text itself."""
        return any(line.indent for line in self.lines)

    def heading_at(self, at: int | None) -> Heading | None:
        """The header of a column."""
        return None if at is None else self.head.headings[at]

    def problem(self, line: Line, column: str, text: str, expected: str) -> CellProblem:
        """Something in a row that cannot be read."""
        return CellProblem(self.sheet.file.name, self.sheet.name, line.number, column, text, expected)


def table_number(head: TableHead, sheet: Sheet) -> str:
    """`1.2`, from the title or the sheet's name; else that name."""
    match = _TABLE.search(head.title) or _TABLE.search(sheet.name or "")
    return match[1] if match else (sheet.name or "download")


def is_contents(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a sheet is a list of the workbook's tables, or empty."""
    texts = [" ".join(cell.strip() for cell in row if cell.strip()) for row in rows]
    texts = [text for text in texts if text]
    return all(_TABLE.match(text) or "contents" in text.lower() or _NOTE.match(text) for text in texts)


def kind_of(head: TableHead, codes_of_occupations: bool) -> TableKind | None:
    """Which table a head is of; `None` for one that is not known."""
    meanings = {heading.meaning for heading in head.headings if heading.meaning is not None}
    figures = meanings - KEYS
    if not figures:
        is_skills = _SKILLS_TITLE.search(head.title) is not None and "code" in meanings
        return TableKind.SKILLS if is_skills else _list_kind(meanings)
    if _ALL_INDUSTRIES.search(head.title):
        return TableKind.INDUSTRIES
    names = {meaning.partition(":")[0] for meaning in meanings}
    marked = next((kind for mark, kind in _MARKS if mark in names), None)
    if marked is not None:
        return marked
    if not meanings & {"title", "industry_title"}:
        return TableKind.EDUCATION if "education" in meanings else None
    if codes_of_occupations:
        return TableKind.OCCUPATIONS
    return TableKind.INDUSTRIES if figures & {"employment", "output"} else None


# A column that only one kind of table has.
_MARKS: tuple[tuple[str, TableKind], ...] = (
    ("percent_of_industry", TableKind.MATRIX),
    ("percent_of_occupation", TableKind.MATRIX),
    ("factor", TableKind.FACTORS),
    ("attainment", TableKind.ATTAINMENT),
    ("industry_description", TableKind.INDUSTRY_RANKING),
    ("sector_title", TableKind.SECTORS),
    ("group", TableKind.GROUPS),
    ("attainment_group", TableKind.EARNINGS),
)


def _list_kind(meanings: set[str]) -> TableKind | None:
    if "link" not in meanings:
        return None
    return TableKind.INDUSTRY_LIST if "naics" in meanings else TableKind.LINKS


def open_table(rows: Sequence[Sequence[str]]) -> tuple[TableHead, TableKind | None] | None:
    """A sheet's head and which table it is; `None` for a sheet without a table."""
    head = table_head(rows)
    if head is None or not head.headings:
        return None
    return head, kind_of(head, _has_occupation_codes(head, rows))


def _has_occupation_codes(head: TableHead, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table's rows are occupations: by its headers, else by its codes, else by its title."""
    headers = {plain(heading.text) for heading in head.headings}
    if headers & {"occupation type", "occupation title", "occupation code"}:
        return True
    if headers & {"industry type", "industry title", "industry code"}:
        return False
    below = rows[head.first_row - 1 : head.first_row + 9]
    if any(is_occupation_code(cell) for row in below for cell in row):
        return True
    return "occupation" in plain(head.title)


def read_table(
    sheet: Sheet, rows: Sequence[Sequence[str]], head: TableHead, kind: TableKind, round_: Round, *, lenient: bool
) -> SheetTable:
    """A sheet's table: columns by meaning, rows down to the notes. `lenient` reads over unknown columns."""
    keys = _key_columns(head, rows, kind)
    table = SheetTable(sheet, table_number(head, sheet), head, kind, keys, [], [])
    _add_columns(table, rows, round_, lenient=lenient)
    _add_lines(table, rows)
    wage = next((column.heading for column in table.columns if column.field == "annual_median"), None)
    table.wage_year = wage.years[0] if wage is not None and wage.years else None
    return table


def _key_columns(head: TableHead, rows: Sequence[Sequence[str]], kind: TableKind) -> dict[str, int]:
    keys: dict[str, int] = {}
    for at, heading in enumerate(head.headings):
        if heading.meaning in KEYS:
            # The second of two columns under "title and code" has the code; rows tell which of the two it is.
            name = "code" if heading.meaning in keys and heading.meaning == "title" else str(heading.meaning)
            keys.setdefault(name, at)
    if kind is TableKind.EDUCATION:
        keys["education"] = next(at for at, heading in enumerate(head.headings) if heading.meaning == "education")
    first = rows[head.first_row - 1] if len(rows) >= head.first_row else ()
    if "code" in keys and keys["code"] > keys.get("title", -1) and keys.get("title", -1) < len(first):
        title_at = keys.get("title")
        if title_at is not None and is_occupation_code(first[title_at]):
            keys["title"], keys["code"] = keys["code"], title_at
    return keys


def _add_columns(table: SheetTable, rows: Sequence[Sequence[str]], round_: Round, *, lenient: bool) -> None:
    of_output = is_of_output(table.head.headings)
    seen: set[str] = set()
    for at, heading in enumerate(table.head.headings):
        if at in table.keys.values() or (heading.meaning in KEYS):
            continue
        name = field_of(heading, round_, of_output=of_output)
        if name is None and table.kind is TableKind.SKILLS and heading.text:
            name = f"skill:{heading.text}"
        if name is None and not heading.text and not _has_text(rows, table.head.first_row, at):
            continue
        if name is None or name in seen or not _belongs(name, table.kind):
            if not lenient:
                table.problems.append(_unknown_column(table, heading, repeated=name in seen))
            continue
        seen.add(name)
        table.columns.append(Column(at, heading, name))


def _has_text(rows: Sequence[Sequence[str]], first_row: int, at: int) -> bool:
    return any(at < len(row) and row[at].strip() for row in rows[first_row - 1 :])


def _unknown_column(table: SheetTable, heading: Heading, *, repeated: bool) -> CellProblem:
    expected = "a column only once" if repeated else f"a column of a table of {table.kind} in this round"
    return CellProblem(
        table.sheet.file.name,
        table.sheet.name,
        table.head.header_row,
        heading.text or "(no header)",
        heading.text,
        expected,
    )


def _belongs(name: str, kind: TableKind) -> bool:
    """Whether a field is one that this kind of table has."""
    prefix = name.partition(":")[0]
    if kind in _FIELDS_OF:
        return prefix in _FIELDS_OF[kind]
    return True


_BOTH = {"base_employment", "projected_employment", "employment_change", "employment_change_percent"}
_SHARES = {"base_percent_distribution", "projected_percent_distribution"}
_FIELDS_OF: dict[TableKind, set[str]] = {
    TableKind.ATTAINMENT: {"attainment"},
    TableKind.FACTORS: {"factor"},
    TableKind.SKILLS: {"skill"},
    TableKind.EARNINGS: {"median_weekly_earnings", "unemployment_rate"},
    TableKind.EDUCATION: {*_BOTH, *_SHARES, "annual_median", "top_skill"},
    TableKind.GROUPS: {*_BOTH, "annual_median"},
    TableKind.MATRIX: {
        *_BOTH,
        "base_percent_of_industry",
        "projected_percent_of_industry",
        "base_percent_of_occupation",
        "projected_percent_of_occupation",
        "sort_order",
        "display_level",
    },
    TableKind.OCCUPATIONS: {
        *_BOTH,
        *_SHARES,
        "annual_openings",
        "percent_self_employed",
        "annual_median",
        "entry_education",
        "entry_education_code",
        "work_experience",
        "work_experience_code",
        "on_the_job_training",
        "on_the_job_training_code",
        "in_handbook",
        "labor_force_exit_rate",
        "occupational_transfer_rate",
        "total_separation_rate",
        "labor_force_exits",
        "occupational_transfers",
        "total_separations",
        "growth_and_replacement_openings",
        "growth_openings",
        "replacement_needs",
        "replacement_rate",
        "annual_replacement_needs",
        "annual_replacement_rate",
        "top_skill",
    },
    TableKind.INDUSTRY_LIST: set(),
}
_INDUSTRY_FIELDS = {
    *_BOTH,
    *_SHARES,
    "previous_employment",
    "previous_employment_change",
    "previous_employment_change_percent",
    "previous_percent_distribution",
    "previous_employment_annual_rate",
    "employment_annual_rate",
    "previous_output",
    "base_output",
    "projected_output",
    "output_change",
    "previous_output_percent_distribution",
    "base_output_percent_distribution",
    "projected_output_percent_distribution",
    "previous_output_annual_rate",
    "output_annual_rate",
}
for _kind in (TableKind.INDUSTRIES, TableKind.SECTORS, TableKind.INDUSTRY_RANKING):
    _FIELDS_OF[_kind] = _INDUSTRY_FIELDS


# Jobs stand in thousands in every round; output has a unit of its own, which is of dollars.
_OTHER_UNIT = re.compile(
    r"\bin (millions|hundreds|jobs|persons|units)\b(?!\s+of\b)|\((millions|hundreds|units)\)", re.IGNORECASE
)


def _unit_problems(table: SheetTable) -> Iterator[CellProblem]:
    """What the title or a header says of another unit than thousands of jobs."""
    head = table.head
    for text in (head.title, *(heading.text for heading in head.headings)):
        if (unit := _OTHER_UNIT.search(text)) is not None:
            file, sheet = table.sheet.file.name, table.sheet.name
            yield CellProblem(file, sheet, head.header_row, "title", unit[0], "numbers of jobs in thousands")


def _add_lines(table: SheetTable, rows: Sequence[Sequence[str]]) -> None:
    table.problems += _unit_problems(table)
    title_at = next(table.keys[key] for key in _ROW_KEYS if key in table.keys)
    body = list(_body(table, rows))
    notes = _notes(rows, table.head.first_row)
    for number, row in body:
        raw = row[title_at] if title_at < len(row) else ""
        title, footnote = _footnoted(raw, notes)
        indent = len(raw) - len(raw.lstrip()) if raw.strip() else 0
        table.lines.append(Line(number, row, title, indent, footnote))
    if not table.lines:
        table.problems.append(
            CellProblem(
                table.sheet.file.name, table.sheet.name, table.head.first_row, "row", "", "at least one row of figures"
            )
        )


# Rankings of the rounds up to 2014-24 are two in one table: a row names each, and their figures have signs.
_SECTION = re.compile(
    r"(fastest|most rapidly|slowest|largest)\b.*\b(growing|growth|declin\w+|increas\w+)", re.IGNORECASE
)


def _body(table: SheetTable, rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows of figures with their numbers. What stands alone in its row has to be a note."""
    width = len(table.head.headings)
    in_notes = False
    for number, row in enumerate(rows[table.head.first_row - 1 :], start=table.head.first_row):
        filled = [cell for cell in row if cell.strip()]
        if not filled:
            continue
        if len(filled) == 1 and (in_notes or _NOTE.match(filled[0])):
            in_notes = True
            continue
        if any(cell.strip() for cell in row[width:]):
            text = next(cell for cell in row[width:] if cell.strip())
            expected = f"no cell beyond the {width} columns of the header"
            table.problems.append(CellProblem(table.sheet.file.name, table.sheet.name, number, "row", text, expected))
            continue
        if len(filled) == 1 and not in_notes and _SECTION.fullmatch(filled[0].strip()):
            continue
        if len(filled) == 1 or in_notes:
            expected = "a row of figures, or a note after the last of them"
            table.problems.append(
                CellProblem(table.sheet.file.name, table.sheet.name, number, "row", filled[0], expected)
            )
            continue
        yield number, row


def _notes(rows: Sequence[Sequence[str]], first_row: int) -> dict[str, str]:
    """The numbered footnotes of a sheet."""
    found: dict[str, str] = {}
    for row in rows[first_row - 1 :]:
        filled = [cell for cell in row if cell.strip()]
        match = _NUMBERED.match(filled[0]) if len(filled) == 1 else None
        if match is not None and match[2].strip():
            found[match[1]] = " ".join(match[2].split())
    return found


def _footnoted(raw: str, notes: dict[str, str]) -> tuple[str, str | None]:
    """A title without its footnote marks, and the notes that they stand for."""
    texts: list[str] = []
    title = raw
    while (match := _MARKED.search(title)) is not None and match[1] in notes:
        texts.insert(0, notes[match[1]])
        title = title[: match.start()]
    return " ".join(title.split()), " ".join(texts) or None
