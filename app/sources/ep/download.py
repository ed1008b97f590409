"""The downloads of the projections page: all line items with example titles, and the matrix of one industry."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.sources.ep.figures import UnreadableCellError, matrix_code, occupation_code, row_type
from app.sources.ep.layout import Line, SheetTable, TableKind, open_table, read_table
from app.sources.ep.release import Round
from app.sources.ep.rows import Reading, occupation_records
from app.sources.records import CellProblem, Record, RecordKind, RowCounts, UnreadableSourceError, Value
from app.sources.sheets import SheetRows

_EXAMPLES = re.compile(r"\s*\*\s*")
_SUBJECT = re.compile(r"(?<![A-Za-z])(IND|OCC)[ _]+([0-9A-Za-z][0-9A-Za-z,-]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MatrixSubject:
    """The one industry, or the one occupation, that a matrix file is about: its name alone says which."""

    industry: str | None
    occupation: str | None

    @property
    def part(self) -> str:
        """The part of the release that the file is: `matrix-industry-510000`."""
        return f"matrix-industry-{self.industry}" if self.industry else f"matrix-occupation-{self.occupation}"


def subject_of(name: str) -> MatrixSubject | None:
    """The industry or occupation in `National Employment Matrix_IND_510000.csv`; `None` if the name has none."""
    match = _SUBJECT.search(name)
    if match is None:
        return None
    kind, code = match[1].upper(), match[2].upper()
    try:
        return MatrixSubject(matrix_code(code), None) if kind == "IND" else MatrixSubject(None, occupation_code(code))
    except UnreadableCellError:
        return None


def example_titles(text: str) -> tuple[str, tuple[str, ...]]:
    """A title, and the example titles behind it: `Actors    * Actress* Voice-Over Artist`."""
    title, *examples = _EXAMPLES.split(text.strip())
    return " ".join(title.split()), tuple(" ".join(example.split()) for example in examples if example.strip())


def download_records(sheet: SheetRows, round_: Round, allow: frozenset[str], counts: RowCounts) -> Iterator[Record]:
    """The records of the projections download. Raises `UnreadableSourceError` with all that cannot be read."""
    table = _table(sheet, round_, allow)
    reading = Reading(round_)
    counts.reset()
    counts.read = len(table.lines)
    reading.problems += table.problems
    for line in table.lines:
        title, examples = example_titles(line.title)
        records = list(occupation_records(reading, table, replace(line, title=title)))
        if not reading.problems:
            yield from records
            yield from _example_records(records, table, line, examples)
    if reading.problems:
        raise UnreadableSourceError(tuple(reading.problems))
    counts.doubtful[:] = reading.doubtful


def _example_records(
    records: Sequence[Record], table: SheetTable, line: Line, examples: tuple[str, ...]
) -> Iterator[Record]:
    if not records:
        return
    key = {name: records[0].values[name] for name in ("soc_code", "soc_vintage")}
    for position, example in enumerate(examples, start=1):
        values: dict[str, Value] = {**key, "example_title": example, "position": position}
        yield Record(RecordKind.EP_EXAMPLE_TITLE, values, table.sheet, line.number)


def matrix_records(
    sheet: SheetRows, round_: Round, subject: MatrixSubject, allow: frozenset[str], counts: RowCounts
) -> Iterator[Record]:
    """The cells of one industry or occupation. Raises `UnreadableSourceError` with all that cannot be read."""
    table = _table(sheet, round_, allow)
    reading = Reading(round_)
    counts.reset()
    counts.read = len(table.lines)
    reading.problems += table.problems
    for line in table.lines:
        records = list(_cell_records(reading, table, line, subject))
        if not reading.problems:
            yield from records
    if reading.problems:
        raise UnreadableSourceError(tuple(reading.problems))
    counts.doubtful[:] = reading.doubtful


def _cell_records(reading: Reading, table: SheetTable, line: Line, subject: MatrixSubject) -> Iterator[Record]:
    kind_of_row = reading.key_cell(table, line, "row_type", row_type)
    values = reading.figures(table, line)
    listed: dict[str, Value]
    if subject.industry is not None:
        code: Value = reading.key_cell(table, line, "code", occupation_code)
        industry: Value = subject.industry
        listed = {"occupation_title": line.title, "occupation_row_type": kind_of_row}
    else:
        code = subject.occupation
        if subject.occupation is not None:
            yield from reading.untitled_occupation(table, line, subject.occupation)
        name = "industry_code" if "industry_code" in table.keys else "code"
        industry = reading.key_cell(table, line, name, matrix_code)
        listed = {"industry_title": line.title, "industry_row_type": kind_of_row}
    if not isinstance(code, str) or industry is None:
        return
    if subject.industry is not None:
        yield from reading.occupation(table, line, code, line.title)
    identity = reading.occupation_key(code) | {"industry_code": industry}
    if reading.stated(RecordKind.EP_MATRIX_CELL, identity, values, table, line):
        yield Record(RecordKind.EP_MATRIX_CELL, {**identity, **listed, **values}, table.sheet, line.number)


def _table(sheet: SheetRows, round_: Round, allow: frozenset[str]) -> SheetTable:
    rows = list(sheet.rows())
    opened = open_table(rows)
    head, kind = opened if opened is not None else (None, None)
    if head is None or kind is None or kind not in (TableKind.OCCUPATIONS, TableKind.MATRIX):
        problem = CellProblem(sheet.sheet.file.name, sheet.sheet.name, 1, "row", "", "rows of figures below the header")
        raise UnreadableSourceError((problem,))
    table = read_table(sheet.sheet, rows, head, kind, round_, lenient="unknown-columns" in allow)
    table.number = "matrix" if kind is TableKind.MATRIX else "download"
    return table
