"""A workbook of a round: its tables, the fullest first, as records."""

from collections.abc import Iterator, Sequence
from itertools import product

from app.domain.employment_projections import RowType
from app.sources.ep.figures import UnreadableCellError, occupation_code, row_type
from app.sources.ep.layout import Line, SheetTable, TableKind, is_contents, open_table, read_table
from app.sources.ep.release import Round
from app.sources.ep.rows import PROJECTION_FIELDS, ROW_READERS, Reading
from app.sources.records import CellProblem, Record, RowCounts, UnreadableSourceError
from app.sources.sheets import SheetRows

_LINKS = "holds links to pages of the matrix, and no figures; its titles stand in the other tables"

_A_KNOWN_TABLE = "a table that is known; --allow unknown-sheets reads over the sheet"


def left_out(sheets: Sequence[SheetRows]) -> tuple[tuple[str, str], ...]:
    """The sheets without figures, by name, and why each is left out."""
    found = []
    for sheet in sheets:
        rows = list(sheet.rows())
        name = sheet.sheet.name or ""
        opened = open_table(rows)
        if opened is None and is_contents(rows):
            found.append((name, "lists the tables of the workbook"))
        elif opened is not None and opened[1] is TableKind.LINKS:
            found.append((name, _LINKS))
    return tuple(found)


def workbook_records(
    sheets: Sequence[SheetRows], round_: Round, allow: frozenset[str], counts: RowCounts
) -> Iterator[Record]:
    """The records of a workbook, in the order of its tables by size.

    Yields nothing before everything is read, since the tables are compared with each other. Raises
    `UnreadableSourceError` with all that could not be read.
    """
    reading = Reading(round_, allow_disagreement="disagreeing-tables" in allow)
    tables: list[SheetTable] = []
    for sheet in sheets:
        table = _table(reading, sheet, allow)
        if table is not None:
            tables.append(table)
            reading.problems += table.problems
    # The table with most rows and most figures states; those that repeat a part of it are compared with it.
    tables.sort(key=_fullness, reverse=True)
    for table in tables:
        if table.kind is TableKind.OCCUPATIONS and "row_type" in table.keys:
            for code, kind_of_row in _listed(table):
                reading.row_types.setdefault(code, kind_of_row)
    reading.doubtful += _lost_rows(tables)
    records: list[Record] = []
    counts.reset()
    for table in tables:
        counts.read += len(table.lines)
        records += table_records(reading, table)
    if reading.problems:
        raise UnreadableSourceError(tuple(_in_order(reading.problems, sheets)))
    counts.doubtful[:] = _in_order(reading.doubtful, sheets)
    yield from records


def table_records(reading: Reading, table: SheetTable) -> Iterator[Record]:
    """The records of one table."""
    for line in table.lines:
        yield from ROW_READERS[table.kind](reading, table, line)


def _table(reading: Reading, sheet: SheetRows, allow: frozenset[str]) -> SheetTable | None:
    rows = list(sheet.rows())
    opened = open_table(rows)
    if opened is None and is_contents(rows):
        return None
    head, kind = opened if opened is not None else (None, None)
    if head is None or kind is None:
        if "unknown-sheets" not in allow:
            title = head.title if head else next((cell for row in rows for cell in row if cell), "")
            reading.problems.append(
                CellProblem(sheet.sheet.file.name, sheet.sheet.name, 1, "title", title, _A_KNOWN_TABLE)
            )
        return None
    if kind is TableKind.LINKS:
        return None
    return read_table(sheet.sheet, rows, head, kind, reading.round, lenient="unknown-columns" in allow)


def _fullness(table: SheetTable) -> tuple[int, int, int]:
    own = sum(column.field in PROJECTION_FIELDS for column in table.columns)
    return len(table.lines), own, len(table.columns)


def _listed(table: SheetTable) -> dict[tuple[str, RowType], Line]:
    """The rows of a table by their occupation and kind of row, in its order."""
    found: dict[tuple[str, RowType], Line] = {}
    for line in table.lines:
        try:
            key = occupation_code(line.cell(table.keys.get("code"))), row_type(line.cell(table.keys["row_type"]))
        except UnreadableCellError:
            continue  # the row's own reading names it
        found.setdefault(key, line)
    return found


# A column of the main table of occupations, and one of the table of separations.
_LISTS = ("base_percent_distribution", "total_separations")
_SHOWN = 5


def _lost_rows(tables: Sequence[SheetTable]) -> Iterator[CellProblem]:
    """Occupations that only one of the two tables has which list all of them: the other one lost their rows."""
    whole = [table for table in tables if table.kind is TableKind.OCCUPATIONS and "row_type" in table.keys]
    lists = [[table for table in whole if any(c.field == mark for c in table.columns)] for mark in _LISTS]
    for one, other in (*product(*lists), *product(*reversed(lists))):
        held = _listed(other)
        lost = [(code, line) for (code, kind), line in _listed(one).items() if (code, kind) not in held]
        if lost:
            codes = ", ".join(code for code, _ in lost[:_SHOWN])
            more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
            expected = f"rows of them in {other.sheet.name} too, which lists the same occupations"
            yield one.problem(lost[0][1], "row", f"{codes}{more}", expected)


def _in_order(problems: list[CellProblem], sheets: Sequence[SheetRows]) -> list[CellProblem]:
    order = {sheet.sheet.name: number for number, sheet in enumerate(sheets)}
    return sorted(problems, key=lambda problem: (order.get(problem.sheet, 0), problem.row))
