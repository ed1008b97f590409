"""Several files of one part: those that state other things add up, one that states the same otherwise replaces.

A publisher spreads a part over files, and issues a file again. Which of the two a file is, its cells tell, compared
with those of each file that the part has already:

- no cell in common: both stay;
- all common cells alike: both stay, and each cell is kept once;
- a common cell that differs: the new file replaces the other one whole. Rows that only the replaced file had are gone,
  and counted. If both were handed over at once, nobody can say which is newer, and that is an error.

So files loaded together, or one by one in any order, come to the same.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from sqlalchemy import (
    ColumnElement,
    Connection,
    ForeignKeyConstraint,
    Select,
    Table,
    UniqueConstraint,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.sql.selectable import NamedFromClause

from app.sources.records import RecordKind, SourceFile
from app.store.overlaps import PLACE, differs, refuse_differences
from app.store.rows import INSERT_ORDER, TABLES, VOCABULARY
from app.store.tables import part, part_file, source_file, source_sheet


def _natural_key(table: Table) -> tuple[str, ...]:
    """What makes a row of a part this one and no other."""
    if "part_id" in table.primary_key.columns:
        names = [column.name for column in table.primary_key.columns]
    else:
        unique = [one.columns.keys() for one in table.constraints if isinstance(one, UniqueConstraint)]
        indexes = [one.columns.keys() for one in table.indexes if one.unique]
        names = [*unique, *indexes][0]
    return tuple(name for name in names if name != "part_id")


NATURAL_KEYS: dict[RecordKind, tuple[str, ...]] = {kind: _natural_key(table) for kind, table in TABLES.items()}


@dataclass(frozen=True, slots=True)
class _File:
    """A file that the part had before, and its sheets."""

    file_id: int
    file: SourceFile
    sheets: tuple[int, ...]


@dataclass(slots=True)
class Settled:
    """What became of the files that a part had before: which stay, which were replaced, and what went with them."""

    kept: list[int] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    rows_gone: int = 0
    rows_repeated: int = 0
    rows_read: int = 0
    kinds: frozenset[RecordKind] = frozenset()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file whose rows were written as a part of their own, beside the part `old` that they belong to.

    `together` are the hashes of the files that came in the same load.
    """

    old: int
    new: int
    file: SourceFile
    kinds: frozenset[RecordKind]
    together: frozenset[str]


def settle_files(connection: Connection, arrival: Arrival) -> Settled:
    """Compare a file with each that its part had; what stays of those is moved to the new part.

    Raises `UnreadableSourceError` with every cell that two files of one load state differently.
    """
    settled = Settled()
    kept: list[_File] = []
    gone: list[_File] = []
    for earlier in _files_of(connection, arrival.old):
        stays = earlier.file.sha256 != arrival.file.sha256 and _settle(connection, arrival, earlier, settled)
        (kept if stays else gone).append(earlier)
        if not stays and earlier.file.sha256 != arrival.file.sha256:
            settled.replaced.append(earlier.file.name)
    if kept:
        settled.kept = [one.file_id for one in kept]
        if gone:
            settled.rows_read = _rows_stored(connection, arrival.old, kept)
        else:
            before = connection.execute(select(part).where(part.c.part_id == arrival.old)).one()
            settled.rows_read = before.rows_read
            settled.rows_repeated += before.rows_repeated
        settled.kinds = _move(connection, arrival, kept, [sheet for one in gone for sheet in one.sheets])
    return settled


def _files_of(connection: Connection, part_id: int) -> list[_File]:
    own = source_file.c
    joined = part_file.join(source_file, part_file.c.file_id == own.file_id)
    rows = connection.execute(select(*own).select_from(joined).where(part_file.c.part_id == part_id))
    found = []
    for row in rows.all():
        sheets = connection.execute(select(source_sheet.c.sheet_id).where(source_sheet.c.file_id == row.file_id))
        file = SourceFile(row.name, row.sha256, row.size_bytes)
        found.append(_File(row.file_id, file, tuple(sheets.scalars())))
    return sorted(found, key=lambda one: order_of(one.file))


def order_of(file: SourceFile) -> tuple[str, str]:
    """Where a file stands among the files of its part: of what several state alike, the first one is cited."""
    return file.name, file.sha256


def _settle(connection: Connection, arrival: Arrival, earlier: _File, settled: Settled) -> bool:
    """Whether an earlier file stays beside the new one; what both state alike is kept once."""
    kinds = [kind for kind in arrival.kinds if kind not in VOCABULARY] or list(arrival.kinds)
    common = {kind: _count_common(connection, arrival, earlier, kind) for kind in kinds}
    if not any(common.values()):
        # A file all of whose rows another part states has none left to compare: its name has to tell.
        return earlier.file.name != arrival.file.name or _has_rows(connection, arrival.old, earlier)
    shared = [kind for kind, count in common.items() if count]
    if earlier.file.sha256 in arrival.together:
        for kind in shared:
            _refuse(connection, arrival, earlier, kind)
    elif any(_differ(connection, arrival, earlier, kind) for kind in shared):
        settled.rows_gone += sum(_count(connection, arrival.old, earlier, kind) - common[kind] for kind in kinds)
        return False
    for kind in shared:
        if kind not in VOCABULARY:
            settled.rows_repeated += _keep_once(connection, arrival, earlier, kind, common[kind])
    return True


def _sides(
    arrival: Arrival, earlier: _File, kind: RecordKind
) -> tuple[NamedFromClause, NamedFromClause, ColumnElement[bool]]:
    """Both sides of a table and the condition under which two of their rows state the same cell."""
    table = TABLES[kind]
    new, old = table.alias("new"), table.alias("old")
    same = and_(
        new.c.part_id == arrival.new,
        old.c.part_id == arrival.old,
        old.c.sheet_id.in_(earlier.sheets),
        *(_alike(table, name, new.c[name], old.c[name]) for name in NATURAL_KEYS[kind]),
    )
    return new, old, same


def _alike(table: Table, name: str, one: ColumnElement[object], other: ColumnElement[object]) -> ColumnElement[bool]:
    return one.is_not_distinct_from(other) if table.c[name].nullable else one == other


def _count_common(connection: Connection, arrival: Arrival, earlier: _File, kind: RecordKind) -> int:
    new, old, same = _sides(arrival, earlier, kind)
    return int(connection.execute(select(func.count()).select_from(new.join(old, same))).scalar_one())


def _count(connection: Connection, part_id: int, file: _File, kind: RecordKind) -> int:
    own = TABLES[kind].c
    counted = select(func.count()).select_from(TABLES[kind])
    return int(connection.execute(counted.where(own.part_id == part_id, own.sheet_id.in_(file.sheets))).scalar_one())


def _has_rows(connection: Connection, part_id: int, file: _File) -> bool:
    return any(_count(connection, part_id, file, kind) for kind in RecordKind if kind not in VOCABULARY)


def _differ(connection: Connection, arrival: Arrival, earlier: _File, kind: RecordKind) -> bool:
    new, old, same = _sides(arrival, earlier, kind)
    found = select(new.c.part_id).select_from(new.join(old, same)).where(differs(new, old, NATURAL_KEYS[kind]))
    return connection.execute(found.limit(1)).first() is not None


def _refuse(connection: Connection, arrival: Arrival, earlier: _File, kind: RecordKind) -> None:
    new, old, same = _sides(arrival, earlier, kind)
    advice = "two issues of one file: load the one that is right by itself"
    refuse_differences(connection, (new, old), same, NATURAL_KEYS[kind], advice)


def _keep_once(connection: Connection, arrival: Arrival, earlier: _File, kind: RecordKind, common: int) -> int:
    """Drop what two files state alike from one of them: of the one that contains the other nothing goes."""
    table = TABLES[kind]
    of_old = _count(connection, arrival.old, earlier, kind)
    counted = select(func.count()).select_from(table).where(table.c.part_id == arrival.new)
    of_new = connection.execute(counted).scalar_one()
    contains = (of_old > common) - (of_new > common)  # 1: the earlier file has more, -1: the new one has
    old_stays = contains > 0 or (contains == 0 and order_of(earlier.file) < order_of(arrival.file))
    new, old, same = _sides(arrival, earlier, kind)
    dropped, stays = (new, old) if old_stays else (old, new)
    key = [column.name for column in table.primary_key.columns]
    repeated = select(*(dropped.c[name] for name in key)).select_from(dropped.join(stays, same))
    return connection.execute(delete(table).where(tuple_(*(table.c[name] for name in key)).in_(repeated))).rowcount


def _rows_stored(connection: Connection, part_id: int, kept: Collection[_File]) -> int:
    """How many rows of some files of a part gave facts."""
    sheets = [sheet for one in kept for sheet in one.sheets]
    places: set[tuple[int, int]] = set()
    for kind in RecordKind:
        own = TABLES[kind].c
        if kind not in VOCABULARY:
            rows = select(own.sheet_id, own.row_number).where(own.part_id == part_id, own.sheet_id.in_(sheets))
            places |= {(row.sheet_id, row.row_number) for row in connection.execute(rows)}
    return len(places)


def _move(
    connection: Connection, arrival: Arrival, kept: Collection[_File], dropped: Collection[int]
) -> frozenset[RecordKind]:
    """Move what stays to the new part; returns the kinds of its facts.

    What rows refer to comes first: of what several files state, the statement of the first one by name stays.
    """
    for kind in (one for one in INSERT_ORDER if one in VOCABULARY):
        for file in kept:
            if order_of(file.file) < order_of(arrival.file):
                _take_statements(connection, arrival, kind, file)
        _add_statements(connection, arrival, kind)
    sheets = [sheet for one in kept for sheet in one.sheets]
    moved = set()
    for kind in (one for one in INSERT_ORDER if one not in VOCABULARY):
        own = TABLES[kind].c
        facts = update(TABLES[kind]).where(own.part_id == arrival.old, own.sheet_id.in_(sheets))
        if connection.execute(facts.values(part_id=arrival.new)).rowcount:
            moved.add(kind)
    for kind in (one for one in reversed(INSERT_ORDER) if one in VOCABULARY):
        _cite_anew(connection, TABLES[kind], arrival.new, dropped)
    return frozenset(moved)


def _take_statements(connection: Connection, arrival: Arrival, kind: RecordKind, earlier: _File) -> None:
    table = TABLES[kind]
    old = table.alias("old")
    same = and_(
        old.c.part_id == arrival.old,
        old.c.sheet_id.in_(earlier.sheets),
        *(old.c[name] == table.c[name] for name in NATURAL_KEYS[kind]),
    )
    names = [column.name for column in table.c if not column.primary_key]
    stated: dict[str, object] = {name: select(old.c[name]).where(same).scalar_subquery() for name in names}
    connection.execute(update(table).where(table.c.part_id == arrival.new, exists().where(same)).values(stated))


def _add_statements(connection: Connection, arrival: Arrival, kind: RecordKind) -> None:
    table = TABLES[kind]
    new = table.alias("new")
    stated = exists().where(
        new.c.part_id == arrival.new, *(new.c[name] == table.c[name] for name in NATURAL_KEYS[kind])
    )
    names = [column.name for column in table.c if column.name != "part_id"]
    own_part = select(part.c.part_id).where(part.c.part_id == arrival.new).scalar_subquery()
    rows = select(own_part, *(table.c[name] for name in names)).where(table.c.part_id == arrival.old, ~stated)
    connection.execute(insert(table).from_select(["part_id", *names], rows))


def _cite_anew(connection: Connection, table: Table, part_id: int, dropped: Collection[int]) -> None:
    """Statements that a replaced file made: those that a row still refers to are cited from that row, which says so."""
    own = and_(table.c.part_id == part_id, table.c.sheet_id.in_(dropped))
    citing = [
        (other, constraint)
        for other in TABLES.values()
        for constraint in other.foreign_key_constraints
        if constraint.referred_table is table
    ]
    if not dropped or connection.execute(select(func.count()).select_from(table).where(own)).scalar_one() == 0:
        return
    for other, constraint in citing:
        first = _first_citing(table, other, constraint)
        places = {name: first.with_only_columns(first.selected_columns[name]).scalar_subquery() for name in PLACE}
        connection.execute(update(table).where(own, first.exists()).values(places))
    cited = [_first_citing(table, other, constraint).exists() for other, constraint in citing]
    connection.execute(delete(table).where(own, ~or_(*cited)) if cited else delete(table).where(own))


def _first_citing(table: Table, other: Table, constraint: ForeignKeyConstraint) -> Select[tuple[int, int]]:
    citing = other.alias("citing")
    pairs = ((citing.c[element.parent.name], table.c[element.column.name]) for element in constraint.elements)
    places = select(*(citing.c[name] for name in PLACE)).where(*(one == two for one, two in pairs))
    return places.order_by(*(citing.c[name] for name in PLACE)).limit(1)
