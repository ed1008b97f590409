"""Statements of the handbook as the comparisons read them: whose figures, which columns, rounded to what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, select

from app.queries.catalog_records import Release
from app.queries.estimates import in_parts
from app.queries.reconciliation.places import Cell
from app.store.tables import handbook_profile, projection

_KEYS = ("profile", "subject_title", "soc_code", "soc_vintage")


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that a handbook table has: its column, the measure that it is, and what it is rounded to.

    `line` is where it stands, if that is another line than the row of the record.
    """

    column: str
    measure: str
    unit: ColumnElement[Any]
    line: ColumnElement[Any] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure that a page states, and of whom.

    `soc_code` is `None` where it is said of several codes together: `page` finds them. `row` has the other columns
    that were asked for.
    """

    page: tuple[int, str]
    soc_code: str | None
    soc_vintage: str | None
    title: str
    measure: str
    unit: float | None
    column: Column[Any]
    cell: Cell
    row: Mapping[str, Any]


def read_statements(
    connection: Connection,
    edition: Release,
    table: Table,
    figures: Sequence[Stated],
    others: Sequence[str],
    *conditions: ColumnElement[bool],
) -> Iterator[Statement]:
    """The figures of one table that the pages of an edition state; those that a page leaves out are left out."""
    own = table.c
    title = handbook_profile.c.title.label("profile_title")
    columns: list[ColumnElement[Any]] = [own[name] for name in ("part_id", "sheet_id", "row_number", *_KEYS, *others)]
    for place, figure in enumerate(figures):
        columns += [own[figure.column].label(f"value_{place}"), figure.unit.label(f"unit_{place}")]
        columns.append((own.row_number if figure.line is None else figure.line).label(f"row_{place}"))
        if f"{figure.column}_qualifier" in own:
            columns.append(own[f"{figure.column}_qualifier"].label(f"qualifier_{place}"))
    same_page = and_(handbook_profile.c.part_id == own.part_id, handbook_profile.c.profile == own.profile)
    pages = table.join(handbook_profile, same_page)
    question = select(*columns, title).select_from(pages).where(in_parts(table, [edition]), *conditions)
    for row in connection.execute(question.order_by(own.part_id, own.row_number)).mappings():
        for place, figure in enumerate(figures):
            value, qualifier = row[f"value_{place}"], row.get(f"qualifier_{place}")
            if value is None and qualifier is None:
                continue
            yield Statement(
                (row["part_id"], row["profile"]),
                row["soc_code"],
                row["soc_vintage"],
                row["subject_title"] or row["profile_title"],
                figure.measure,
                row[f"unit_{place}"],
                own[figure.column],
                Cell(row["part_id"], row["sheet_id"], row[f"row_{place}"], value, qualifier),
                {name: row[name] for name in others},
            )


def codes_together(connection: Connection, edition: Release) -> dict[tuple[int, str], list[tuple[str, str]]]:
    """The codes that make up a page of several, by part and profile: the first indent of its projections table.

    Deeper rows are of codes that lie in those.
    """
    own = projection.c
    columns = (own.part_id, own.profile, own.soc_code, own.soc_vintage)
    rows = connection.execute(
        select(*columns).where(in_parts(projection, [edition]), own.row_depth == 1, own.soc_code.is_not(None))
    )
    codes: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for part_id, profile, code, vintage in rows:
        codes[part_id, profile].append((code, vintage))
    return codes
