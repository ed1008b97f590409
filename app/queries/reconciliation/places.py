"""Where compared figures stand: the names behind the keys that every row carries, and the header of each column."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, select

from app.store.tables import part, source_file, source_sheet


@dataclass(frozen=True, slots=True)
class Place:
    """Where figures stand: rows of one column in one sheet. `sheet` is `None` for a file without sheets.

    `column` is its header in the file where the loader noted it, else the name of the field.
    """

    release: str
    part: str
    file: str
    sheet: str | None
    column: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One side of a comparison: a cell, or the sum of several.

    `value` is `None` where the publication has none; `qualifier` is the publisher's; `cells` counts what was added up.
    """

    value: float | None
    qualifier: str | None
    cells: int
    places: tuple[Place, ...]


ABSENT = Figure(None, None, 0, ())


class Cell(NamedTuple):
    """A stored figure with the keys of where it was read."""

    part_id: int
    sheet_id: int
    row: int
    value: float | None
    qualifier: str | None


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet that was read; `headers` gives the header of a field by table, where the loader noted it."""

    file: str
    sheet: str | None
    headers: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Places:
    """Parts and sheets by the keys that rows carry."""

    parts: Mapping[int, tuple[str, str]]
    sheets: Mapping[int, SheetRead]

    def figure(self, column: Column[Any], cell: Cell) -> Figure:
        """A cell of a stored column as one side of a comparison."""
        here = self._place(cell.part_id, cell.sheet_id, column, (cell.row,))
        return Figure(cell.value, cell.qualifier, 1, (here,))

    def total(self, column: Column[Any], cells: Sequence[Cell]) -> Figure:
        """The sum of cells; `None` where none of them has a value. Those without one are cited nonetheless."""
        rows: dict[tuple[int, int], list[int]] = {}
        for cell in cells:
            rows.setdefault((cell.part_id, cell.sheet_id), []).append(cell.row)
        known = [cell.value for cell in cells if cell.value is not None]
        places = (self._place(part_id, sheet_id, column, found) for (part_id, sheet_id), found in rows.items())
        return Figure(sum(known) if known else None, None, len(known), tuple(places))

    def _place(self, part_id: int, sheet_id: int, column: Column[Any], rows: Iterable[int]) -> Place:
        release, part_name = self.parts[part_id]
        sheet = self.sheets[sheet_id]
        header = sheet.headers.get(column.table.name, {}).get(column.name, column.name)
        return Place(release, part_name, sheet.file, sheet.sheet, header, tuple(sorted(rows)))


def read_places(connection: Connection) -> Places:
    """Every part and every sheet that is loaded."""
    parts = connection.execute(select(part.c.part_id, part.c.release, part.c.part))
    columns = (source_sheet.c.sheet_id, source_file.c.name, source_sheet.c.sheet, source_sheet.c.headers)
    joined = source_sheet.join(source_file, source_file.c.file_id == source_sheet.c.file_id)
    sheets = connection.execute(select(*columns).select_from(joined))
    return Places(
        {part_id: (release, name) for part_id, release, name in parts},
        {sheet_id: SheetRead(file, sheet, _headers(headers)) for sheet_id, file, sheet, headers in sheets},
    )


def _headers(text: str | None) -> dict[str, dict[str, str]]:
    noted = json.loads(text) if text else {}
    return {table: headers for table, headers in noted.items() if isinstance(headers, dict)}
