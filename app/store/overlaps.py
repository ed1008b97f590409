"""Cells that two parts of one release state: they must agree, and are stored once."""

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, delete, exists, func, or_, select
from sqlalchemy.sql.selectable import NamedFromClause

from app.sources.records import CellProblem, RecordKind, UnreadableSourceError
from app.sources.seed import STARTER_LAYOUT
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
PLACE = ("sheet_id", "row_number")
_NOT_COMPARED = ("part_id", *PLACE, "also_level", "is_repeat", "is_current")
_PREFER_DECIDES = "--prefer new or old decides"
_MOST_DIFFERENCES = 1_000


def settle_overlaps(
    connection: Connection,
    part_id: int,
    kinds: Collection[RecordKind],
    prefer: Prefer,
    overruled: list[CellProblem] | None = None,
) -> int:
    """Compare a new part, which has rows of these kinds, with the others of its release, and keep each cell once.

    Returns how many rows went.

    What the new part states stays with it, unless another part has all of its rows: that one contains it.
    Raises `UnreadableSourceError` with every cell that differs, unless `prefer` says which is right: then they are
    added to `overruled`.
    """
    differing: list[CellProblem] = []
    starter, others = _other_parts(connection, part_id)
    rows = 0
    if starter or others:
        for kind, key in COMPARED.items():
            if kind in kinds:
                _compare(connection, TABLES[kind], key, (part_id, prefer), [*starter, *others], differing)
        for kind, key in IDENTITIES.items():
            if kind in kinds:
                rows += _settle(connection, TABLES[kind], key, (part_id, prefer), starter, differing, gives_way=True)
                rows += _settle(connection, TABLES[kind], key, (part_id, prefer), others, differing)
    if overruled is not None:
        overruled += differing
    return rows


def _settle(  # noqa: PLR0917
    connection: Connection,
    table: Table,
    key: tuple[str, ...],
    settling: tuple[int, Prefer],
    others: list[int],
    differing: list[CellProblem],
    *,
    gives_way: bool = False,
) -> int:
    """Keep each cell that a part shares with `others` once; those that give way do so even if they have all of it."""
    part_id, prefer = settling
    if not others:
        return 0
    new, old = table.alias("new"), table.alias("old")
    same_cell = and_(new.c.part_id == part_id, old.c.part_id.in_(others), *(new.c[name] == old.c[name] for name in key))
    shared = connection.execute(select(func.count()).select_from(new.join(old, same_cell))).scalar_one()
    if not shared:
        return 0
    if prefer is Prefer.NONE:
        refuse_differences(connection, (new, old), same_cell, key)
    else:
        differing += _differences(connection, (new, old), same_cell, key, _decided(prefer))
    rows = connection.execute(select(func.count()).select_from(table).where(table.c.part_id == part_id)).scalar_one()
    contained = shared == rows and not gives_way
    keeps_old = prefer is Prefer.OLD or (prefer is Prefer.NONE and contained)
    if keeps_old:
        return _drop_from_new(connection, table, key, part_id, others)
    _drop_from_old(connection, table, key, part_id, others)
    return 0


def _decided(prefer: Prefer) -> str:
    return f"{'the new' if prefer is Prefer.NEW else 'the old'} one stays"


def _compare(  # noqa: PLR0917
    connection: Connection,
    table: Table,
    key: tuple[str, ...],
    settling: tuple[int, Prefer],
    others: list[int],
    differing: list[CellProblem],
) -> None:
    """Compare what two parts both have of a row; where they differ and `prefer` decides, the other's figure goes."""
    part_id, prefer = settling
    new, old = table.alias("new"), table.alias("old")
    same_row = and_(new.c.part_id == part_id, old.c.part_id.in_(others), *(new.c[name] == old.c[name] for name in key))
    left_out = (*key, *_WORDING)
    if prefer is Prefer.NONE:
        refuse_differences(connection, (new, old), same_row, left_out, both=True)
        return
    differing += _differences(connection, (new, old), same_row, left_out, _decided(prefer), both=True)
    wrong = old if prefer is Prefer.NEW else new
    for name in _compared(table, left_out):
        rows = select(wrong.c.row_id).select_from(new.join(old, and_(same_row, new.c[name] != old.c[name])))
        connection.execute(table.update().where(table.c.row_id.in_(rows)).values({name: None}))


def _compared(table: FromClause, left_out: tuple[str, ...]) -> list[str]:
    return [
        column.name for column in table.c if column.name not in {*left_out, *_NOT_COMPARED} and not column.primary_key
    ]


def _other_parts(connection: Connection, part_id: int) -> tuple[list[int], list[int]]:
    """The other parts of the same release: the starter release, which gives way to any file, and the rest."""
    own = select(part.c.release).where(part.c.part_id == part_id).scalar_subquery()
    others = select(part.c.part_id, part.c.layout).where(part.c.release == own, part.c.part_id != part_id)
    found: tuple[list[int], list[int]] = [], []
    for row in connection.execute(others):
        found[row.layout != STARTER_LAYOUT].append(row.part_id)
    return found


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


def refuse_differences(
    connection: Connection,
    sides: tuple[NamedFromClause, NamedFromClause],
    same_cell: ColumnElement[bool],
    left_out: tuple[str, ...],
    advice: str = _PREFER_DECIDES,
    *,
    both: bool = False,
) -> None:
    """Raise an error if cells of two sides, the new and the old, differ; with `both`, only where both have a value."""
    problems = _differences(connection, sides, same_cell, left_out, advice, both=both)
    if problems:
        raise UnreadableSourceError(tuple(problems))


def _differences(
    connection: Connection,
    sides: tuple[NamedFromClause, NamedFromClause],
    same_cell: ColumnElement[bool],
    left_out: tuple[str, ...],
    advice: str,
    *,
    both: bool = False,
) -> list[CellProblem]:
    new, old = sides
    compared = _compared(new, left_out)
    problems: list[CellProblem] = []
    for row in connection.execute(_differing(new, old, same_cell, compared, both=both)).mappings():
        for name in compared:
            here, there = row[f"new_{name}"], row[f"old_{name}"]
            if here != there and not (both and None in (here, there)):
                expected = f"{there!r}, as {row['old_file']}, row {row['old_row']} has it ({advice})"
                problems.append(
                    CellProblem(row["new_file"], row["new_sheet"], row["new_row"], name, repr(here), expected)
                )
    return problems


def differs(new: NamedFromClause, old: NamedFromClause, left_out: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether two rows of one cell have other figures or qualifiers."""
    return or_(*(new.c[name].is_distinct_from(old.c[name]) for name in _compared(new, left_out)))


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
