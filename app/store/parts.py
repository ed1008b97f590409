"""The row that says what one part of a release is: when it was read, from which layout, and what was counted of it."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Connection, Executable, bindparam, case, delete, func, insert, select, update

from app.domain.onet import CORE_PARTS
from app.domain.programs import Origin, Program
from app.domain.qualifiers import LOWER_BOUNDS, Qualifier
from app.sources.recognition import said_preference
from app.sources.records import READER_VERSION, CellProblem, RecordKind, SourcePart
from app.store.data_state import now
from app.store.overlaps import Prefer
from app.store.part_files import file_names
from app.store.rows import INSERT_ORDER, TABLES, RowWriter, codes_of
from app.store.same_part import Settled
from app.store.tables import oews_availability, part, part_coverage, part_file, release

_WITHHELD = (Qualifier.WAGE_NOT_RELEASED, Qualifier.EMPLOYMENT_NOT_RELEASED)


@dataclass(frozen=True, slots=True)
class PartReport:
    """What became of one part: `unchanged` if its bytes were loaded already.

    `files` are all that the part is made of now, `replaced` those that a newer issue took the place of; `rows_gone`
    are rows that only the latter had. `overruled` are cells that another part of the release states otherwise, where
    the operator said which of the two is right. `unread` is what of a page is kept as text alone, or lacks.
    `doubtful` is what a file itself contradicts elsewhere: it is stored as it stands.
    """

    release: str
    part: str
    layout: str
    files: tuple[str, ...]
    revision: int
    rows_read: int
    rows_stored: int
    rows_repeated: int
    codes_unclassified: int
    cells_withheld: int
    cells_bounded: int
    seconds: float
    unchanged: bool
    replaced: tuple[str, ...] = ()
    rows_gone: int = 0
    overruled: tuple[CellProblem, ...] = ()
    unread: tuple[CellProblem, ...] = ()
    doubtful: tuple[CellProblem, ...] = ()


def lacking_parts(connection: Connection, names: Collection[str]) -> dict[str, list[str]]:
    """Of each O*NET release among some the parts that every release has and that are not loaded."""
    loaded: dict[str, set[str]] = {}
    joined = part.join(release, release.c.release == part.c.release)
    wanted = (release.c.program == Program.ONET) & release.c.release.in_(sorted(names))
    for name, own in connection.execute(select(part.c.release, part.c.part).select_from(joined).where(wanted)):
        loaded.setdefault(name, set()).add(own)
    lacking = {name: [one for one in CORE_PARTS if one not in own] for name, own in sorted(loaded.items())}
    return {name: parts for name, parts in lacking.items() if parts}


def describe_release(connection: Connection, source: SourcePart) -> None:
    """Note what a release is, unless a publisher's own file has said it already and this is a curated statement."""
    described = source.release
    values = {column.name: getattr(described, column.name) for column in release.columns}
    known = connection.execute(select(release.c.origin).where(release.c.release == described.release)).first()
    if known is None:
        connection.execute(insert(release).values(values))
    elif not (known.origin == Origin.PUBLISHED and described.origin == Origin.CURATED):
        # What a publisher's file says of itself stays, whatever is loaded after it.
        connection.execute(update(release).where(release.c.release == described.release).values(values))


def new_part(connection: Connection, source: SourcePart, revision: int) -> int:
    """Begin a part, under a name that no reader asks for; returns its number."""
    counted = ("rows_read", "rows_stored", "rows_repeated", "codes_unclassified", "cells_withheld", "cells_bounded")
    values = {
        "release": source.release.release,
        "revision": revision,
        "part": f"{source.part} (being read)",
        "reference_period": source.reference_period,
        "layout": source.layout,
        "reader_version": READER_VERSION,
        "allowed": source.allowed,
        "loaded_at": now(),
        "seconds": 0.0,
        **dict.fromkeys(counted, 0),
    }
    return int(connection.execute(insert(part).values(values).returning(part.c.part_id)).scalar_one())


def note_preference(connection: Connection, part_id: int, prefer: Prefer) -> None:
    """Note with a part that cells differed, and which were chosen: whoever verifies it must know."""
    noted = connection.execute(select(part.c.allowed).where(part.c.part_id == part_id)).scalar_one()
    allowed = tuple(dict.fromkeys((*noted, said_preference(prefer))))
    connection.execute(update(part).where(part.c.part_id == part_id).values(allowed=allowed))


def finish_part(  # noqa: PLR0917
    connection: Connection,
    part_id: int,
    writer: RowWriter,
    settled: Settled,
    repeated: tuple[int, int],
    seconds: float,
) -> None:
    """Count what a part came to, and note which occupations it covers; `repeated` are rows that others have too."""
    kinds = settled.kinds | frozenset(writer.kinds)
    covered = codes_of(part_id, kinds).subquery()
    connection.execute(
        insert(part_coverage).from_select(
            ["part_id", "soc_code", "soc_vintage"],
            select(select(part.c.part_id).where(part.c.part_id == part_id).scalar_subquery(), *covered.c),
        )
    )
    withheld, bounded = _cells(connection, part_id, kinds)
    counts = {
        "rows_read": writer.rows_read + settled.rows_read,
        "rows_stored": sum(writer.stored(kind) for kind in kinds),
        "rows_repeated": sum(repeated),
        "cells_withheld": withheld,
        "cells_bounded": bounded,
        "seconds": round(seconds, 3),
    }
    connection.execute(update(part).where(part.c.part_id == part_id).values(counts))


def _cells(connection: Connection, part_id: int, kinds: Collection[RecordKind]) -> tuple[int, int]:
    """How many cells of a part, which has rows of these kinds, are withheld, and how many are bounds."""
    withheld = bounded = 0
    for kind in kinds:
        counting = _counting_cells(kind)
        if counting is not None:
            row = connection.execute(counting, {"part": part_id}).one()
            withheld += sum(row[: len(row) // 2])
            bounded += sum(row[len(row) // 2 :])
    return withheld, bounded


@cache
def _counting_cells(kind: RecordKind) -> Executable | None:
    """The count of withheld cells column by column, and then of bounds; `None` where a kind has no such cells."""
    table = TABLES[kind]
    qualified = [column for column in table.c if column.name.endswith("_qualifier")]
    counted = [
        func.count(case((column.in_([str(one) for one in wanted]), 1)))
        for wanted in (_WITHHELD, LOWER_BOUNDS)
        for column in qualified
    ]
    return select(*counted).where(table.c.part_id == bindparam("part")) if counted else None


def report_of(connection: Connection, source: SourcePart, part_id: int, *, unchanged: bool) -> PartReport:
    """What the part's row says by now."""
    row = connection.execute(select(part).where(part.c.part_id == part_id)).one()
    return PartReport(
        source.release.release,
        source.part,
        source.layout,
        file_names(connection, part_id),
        row.revision,
        row.rows_read,
        row.rows_stored,
        row.rows_repeated,
        row.codes_unclassified,
        row.cells_withheld,
        row.cells_bounded,
        row.seconds,
        unchanged,
    )


def unclassified_codes(connection: Connection, report: PartReport) -> int:
    """How many codes of a part no classification has, counted anew."""
    same = (part.c.release == report.release) & (part.c.part == report.part)
    return int(connection.execute(select(part.c.codes_unclassified).where(same)).scalar_one())


def remove_part(connection: Connection, part_id: int) -> None:
    """Remove a part with all that it states; nothing outside it refers to its rows."""
    connection.execute(delete(part_coverage).where(part_coverage.c.part_id == part_id))
    connection.execute(delete(oews_availability).where(oews_availability.c.part_id == part_id))
    for kind in reversed(INSERT_ORDER):
        connection.execute(delete(TABLES[kind]).where(TABLES[kind].c.part_id == part_id))
    connection.execute(delete(part_file).where(part_file.c.part_id == part_id))
    connection.execute(delete(part).where(part.c.part_id == part_id))
