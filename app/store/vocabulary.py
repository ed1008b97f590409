"""Which statement of a code is current: several parts may state one area, industry or occupation.

The choice depends on what is loaded alone, never on the order of loading.
"""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, func, select, update

from app.domain.levels import NEWEST_FIRST
from app.domain.programs import Program
from app.store.tables import metadata, occupation, part, release


def age_of_edition(vintage: ColumnElement[str]) -> ColumnElement[int]:
    """How old an edition of codes is: 0 is the newest."""
    return case(*((vintage == str(edition), age) for age, edition in enumerate(NEWEST_FIRST)), else_=len(NEWEST_FIRST))


def choose_current(connection: Connection) -> None:
    """Mark the current one of all statements of a code.

    It is that of the newest release; where two parts of one release state the code, that of the first by name. The
    title and level of an occupation are those of the surest program that has the code (`_AUTHORITY`), and of its
    newest release.
    """
    for table in metadata.sorted_tables:
        if "is_current" in table.c:
            _choose(connection, table)


# Whose word on the title of a six-digit code counts most. The classification itself defines it; OEWS and Employment
# Projections print it as it stands there; crosswalks shorten some; O*NET and the handbook have titles of their own.
_AUTHORITY: tuple[ColumnElement[bool], ...] = (
    release.c.release.like("soc-____"),
    release.c.program == Program.OEWS,
    release.c.program == Program.EP,
    release.c.program == Program.CLASSIFICATIONS,
    release.c.program == Program.ONET,
)


def _choose(connection: Connection, table: Table) -> None:
    own = table.c
    key = [column for column in table.primary_key.columns if column.name != "part_id"]
    surest_first: list[ColumnElement[Any]] = []
    if table is occupation:
        # A file that names an occupation by its code alone has no title for it: any other statement is better.
        authority = case(*((words, place) for place, words in enumerate(_AUTHORITY)), else_=len(_AUTHORITY))
        surest_first = [own.title == own.soc_code, authority]
    order = (*surest_first, part.c.reference_period.desc(), part.c.release, part.c.part)
    ranked = (
        select(own.part_id, *key, func.row_number().over(partition_by=key, order_by=order).label("place"))
        .join(part, part.c.part_id == own.part_id)
        .join(release, release.c.release == part.c.release)
        .subquery("ranked")
    )
    same = [ranked.c[column.name] == column for column in (own.part_id, *key)]
    is_newest = select(ranked.c.place == 1).where(*same).scalar_subquery()
    connection.execute(update(table).where(own.is_current != is_newest).values(is_current=is_newest))
