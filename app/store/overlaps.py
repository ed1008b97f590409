"""Cells that two parts of one release state: they must agree, and are stored once."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, delete, exists, func, or_, select
from sqlalchemy.sql.selectable import NamedFromClause

from app.sources.records import CellProblem, RecordKind, UnreadableSourceError
from app.store.rows import TABLES
from app.store.tables import part, source_file, source_sheet


class Prefer(StrEnum):
    """Which of two parts is right where their cells differ.

    - `none`: neither; a difference is an error.
    - `new`: the part that is being loaded.
    - `old`: the part that was loaded before.
    """

    NONE = "none"
    NEW = "new"
    OLD = "old"


# The facts whose parts overlap, and what makes one of their rows a cell of the release.
IDENTITIES: dict[RecordKind, tuple[str, ...]] = {
    RecordKind.OEWS_ESTIMATE: (
        "area_code",
        "industry_code",
        "industry_level",
        "ownership_code",
        "soc_code",
        "soc_vintage",
        "level",
    ),
}
# Facts that several parts of a release print, each with fields of its own. They are compared where both have a figure,
# and all stay: the read side makes one record of them.
_ROW_OF_A_ROUND = ("soc_code", "soc_vintage", "row_type")
COMPARED: dict[RecordKind, tuple[str, ...]] = {
    RecordKind.EP_PROJECTION: _ROW_OF_A_ROUND,
    RecordKind.EP_WORKER_CHARACTERISTIC: _ROW_OF_A_ROUND,
    RecordKind.EP_SEPARATION: _ROW_OF_A_ROUND,
    RecordKind.EP_REPLACEMENT: _ROW_OF_A_ROUND,
    # A file of one industry and a file of one occupation share a cell.
    RecordKind.EP_MATRIX_CELL: ("soc_code", "soc_vintage", "industry_code"),
}
# How a table words and lays out its rows, which differs from file to file.
_WORDING = ("title", "footnote", "table_number", "display_level", "sort_order")
# Where a cell was read, and what was noted about it here.
_NOT_COMPARED = ("part_id", "sheet_id", "row_number", "also_level", "is_repeat")
_MOST_DIFFERENCES = 1_000


@dataclass(slots=True)
class Settled:
    """What overlaps came to: how many rows of the new part went, and whether cells differed and `prefer` decided."""

    dropped: int = 0
    decided: bool = False


def settle_overlaps(connection: Connection, part_id: int, kinds: Collection[RecordKind], prefer: Prefer) -> Settled:
    """Compare a new part, which has rows of these kinds, with the others of its release, and keep each cell once.

    What the new part states stays with it, unless another part has all of its rows: that one contains it.
    Raises `UnreadableSourceError` with every cell that differs, unless `prefer` says which is right.
    """
    settled = Settled()
    others = _other_parts(connection, part_id)
    if others:
        for kind, key in COMPARED.items():
            if kind in kinds:
                settled.decided |= _compare(connection, TABLES[kind], key, part_id, prefer, others)
        for kind, key in IDENTITIES.items():
            if kind in kinds:
                _settle(connection, TABLES[kind], key, part_id, prefer, others, settled)
    return settled


def _settle(  # noqa: PLR0917
    connection: Connection,
    table: Table,
    key: tuple[str, ...],
    part_id: int,
    prefer: Prefer,
    others: list[int],
    settled: Settled,
) -> None:
    new, old = table.alias("new"), table.alias("old")
    same_cell = and_(new.c.part_id == part_id, old.c.part_id.in_(others), *(new.c[name] == old.c[name] for name in key))
    shared = connection.execute(select(func.count()).select_from(new.join(old, same_cell))).scalar_one()
    if not shared:
        return
    if prefer is Prefer.NONE:
        _refuse_differences(connection, new, old, same_cell, key)
    else:
        differing = _differing(new, old, same_cell, _compared(new, key), both=False)
        settled.decided |= connection.execute(differing.limit(1)).first() is not None
    rows = connection.execute(select(func.count()).select_from(table).where(table.c.part_id == part_id)).scalar_one()
    contained = shared == rows
    keeps_old = prefer is Prefer.OLD or (prefer is Prefer.NONE and contained)
    if keeps_old:
        settled.dropped += _drop_from_new(connection, table, key, part_id, others)
    else:
        _drop_from_old(connection, table, key, part_id, others)


def _compare(  # noqa: PLR0917
    connection: Connection, table: Table, key: tuple[str, ...], part_id: int, prefer: Prefer, others: list[int]
) -> bool:
    """Compare what two parts both have of a row; where they differ and `prefer` decides, the other's figure goes.

    Returns whether one went.
    """
    new, old = table.alias("new"), table.alias("old")
    same_row = and_(new.c.part_id == part_id, old.c.part_id.in_(others), *(new.c[name] == old.c[name] for name in key))
    left_out = (*key, *_WORDING)
    if prefer is Prefer.NONE:
        _refuse_differences(connection, new, old, same_row, left_out, both=True)
        return False
    wrong = old if prefer is Prefer.NEW else new
    gone = 0
    for name in _compared(table, left_out):
        rows = select(wrong.c.row_id).select_from(new.join(old, and_(same_row, new.c[name] != old.c[name])))
        gone += connection.execute(table.update().where(table.c.row_id.in_(rows)).values({name: None})).rowcount
    return gone > 0


def _compared(table: FromClause, left_out: tuple[str, ...]) -> list[str]:
    return [
        column.name for column in table.c if column.name not in {*left_out, *_NOT_COMPARED} and not column.primary_key
    ]


def _other_parts(connection: Connection, part_id: int) -> list[int]:
    own = select(part.c.release).where(part.c.part_id == part_id).scalar_subquery()
    others = select(part.c.part_id).where(part.c.release == own, part.c.part_id != part_id)
    return list(connection.execute(others).scalars())


def _drop_from_new(connection: Connection, table: Table, key: tuple[str, ...], part_id: int, others: list[int]) -> int:
    other = table.alias("other")
    stated = exists().where(other.c.part_id.in_(others), *(other.c[name] == table.c[name] for name in key))
    return connection.execute(delete(table).where(table.c.part_id == part_id, stated)).rowcount


def _drop_from_old(connection: Connection, table: Table, key: tuple[str, ...], part_id: int, others: list[int]) -> None:
    other = table.alias("other")
    stated = exists().where(other.c.part_id == part_id, *(other.c[name] == table.c[name] for name in key))
    for old in others:
        gone = connection.execute(delete(table).where(table.c.part_id == old, stated)).rowcount
        if gone:
            connection.execute(
                part.update()
                .where(part.c.part_id == old)
                .values(rows_stored=part.c.rows_stored - gone, rows_repeated=part.c.rows_repeated + gone)
            )


def _refuse_differences(
    connection: Connection,
    new: NamedFromClause,
    old: NamedFromClause,
    same_cell: ColumnElement[bool],
    left_out: tuple[str, ...],
    *,
    both: bool = False,
) -> None:
    """Raise an error if cells differ; with `both`, only where both parts have a value."""
    compared = _compared(new, left_out)
    problems: list[CellProblem] = []
    for row in connection.execute(_differing(new, old, same_cell, compared, both=both)).mappings():
        for name in compared:
            here, there = row[f"new_{name}"], row[f"old_{name}"]
            if here != there and not (both and None in (here, there)):
                expected = f"{there!r}, as {row['old_file']}, row {row['old_row']} has it (--prefer new or old decides)"
                problems.append(
                    CellProblem(row["new_file"], row["new_sheet"], row["new_row"], name, repr(here), expected)
                )
    if problems:
        raise UnreadableSourceError(tuple(problems))


def _differing(
    new: NamedFromClause, old: NamedFromClause, same_cell: ColumnElement[bool], compared: list[str], *, both: bool
) -> Select[Any]:
    new_sheet, old_sheet = source_sheet.alias("new_sheet"), source_sheet.alias("old_sheet")
    new_file, old_file = source_file.alias("new_file"), source_file.alias("old_file")
    return (
        select(
            *(
                side.c[name].label(f"{prefix}_{name}")
                for prefix, side in (("new", new), ("old", old))
                for name in compared
            ),
            new.c.row_number.label("new_row"),
            old.c.row_number.label("old_row"),
            new_sheet.c.sheet.label("new_sheet"),
            new_file.c.name.label("new_file"),
            old_file.c.name.label("old_file"),
        )
        .select_from(
            new.join(old, same_cell)
            .join(new_sheet, new_sheet.c.sheet_id == new.c.sheet_id)
            .join(new_file, new_file.c.file_id == new_sheet.c.file_id)
            .join(old_sheet, old_sheet.c.sheet_id == old.c.sheet_id)
            .join(old_file, old_file.c.file_id == old_sheet.c.file_id)
        )
        # Compared with an empty cell, `!=` is neither true nor false: only cells that both have are found different.
        .where(or_(*(new.c[n] != old.c[n] if both else new.c[n].is_distinct_from(old.c[n]) for n in compared)))
        .limit(_MOST_DIFFERENCES)
    )
