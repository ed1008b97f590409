"""Rows of Employment Projections as the comparisons read them: each occupation of a round once."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, select

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel
from app.queries.catalog_records import Release
from app.queries.estimates import in_parts, titled
from app.queries.reconciliation.findings import Subject
from app.queries.reconciliation.places import Cell
from app.store.tables import occupation


@dataclass(frozen=True, slots=True)
class Row:
    """A row about an occupation: its figures by field, and `kind`, which is line_item or summary."""

    table: Table
    soc_code: str
    soc_vintage: str
    title: str
    level: str
    kind: str | None
    industry_code: str
    cells: dict[str, Cell]
    wage_year: int | None


def read_rows(
    connection: Connection,
    release: Release,
    table: Table,
    fields: Sequence[str],
    *conditions: ColumnElement[bool],
    kind: str = "row_type",
) -> list[Row]:
    """The rows of a table in a round. What several tables and files print of an occupation is given once.

    The loader has compared them: they say the same, or the figure of the one that was not preferred is gone. So each
    figure is the first that is there.
    """
    own = table.c
    columns = {
        "code": own.soc_code,
        "vintage": own.soc_vintage,
        "title": occupation.c.title,
        "level": occupation.c.level,
        "kind": own[kind],
        "part_id": own.part_id,
        "sheet_id": own.sheet_id,
        "row": own.row_number,
    } | {name: own[name] for name in ("industry_code", "wage_year") if name in own}
    figures = [column for name in fields for column in (own[name], own[f"{name}_qualifier"])]
    labelled = (column.label(f"key_{name}") for name, column in columns.items())
    question = select(*labelled, *figures).select_from(titled(table)).where(in_parts(table, [release]), *conditions)
    found: dict[tuple[object, ...], Row] = {}
    for stated in connection.execute(question.order_by(own.row_id)).mappings():
        row = _row(table, stated, fields)
        key = (row.soc_code, row.soc_vintage, row.kind, row.industry_code)
        first = found.setdefault(key, row)
        for name, cell in row.cells.items():
            if first.cells[name].value is None and cell.value is not None:
                first.cells[name] = cell
    return list(found.values())


def _row(table: Table, stated: RowMapping, fields: Sequence[str]) -> Row:
    place = (stated["key_part_id"], stated["key_sheet_id"], stated["key_row"])
    return Row(
        table,
        stated["key_code"],
        stated["key_vintage"],
        stated["key_title"] or "",
        stated["key_level"] or "",
        stated["key_kind"],
        stated.get("key_industry_code", CROSS_INDUSTRY),
        {name: Cell(*place, stated[name], stated[f"{name}_qualifier"]) for name in fields},
        stated.get("key_wage_year"),
    )


def national(soc_code: str | None, title: str, measure: str) -> Subject:
    """A figure about an occupation in the nation, all industries together."""
    return Subject(soc_code, title, measure, NATION, CROSS_INDUSTRY, IndustryLevel.CROSS_INDUSTRY)
