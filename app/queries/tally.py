"""Rows of a list, counted by part and by measure, published and withheld."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, null, select

from app.domain.qualifiers import WITHHELD
from app.queries.conditions import PARTS, conditions, filter_values
from app.queries.list_request import OneOf
from app.queries.relation import Relation, prepared, shape_of


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows of a part there are, the periods that they run over, and figures and withheld ones by measure."""

    part_id: int
    records: int
    first_period: str | None
    last_period: str | None
    published: Mapping[str, int]
    withheld: Mapping[str, int]


def tally(
    connection: Connection,
    relation: Relation,
    filters: Sequence[OneOf],
    measures: Sequence[str],
    period: str | None,
) -> list[Tally]:
    """Count the rows of a relation by part. `period` is the column that says which period a row is about."""
    wanted = (*relation.kept, *filters)
    statement = prepared(
        relation,
        ("tally", shape_of(wanted), tuple(measures), period),
        lambda: _tally_statement(relation, wanted, measures, period),
    )
    rows = connection.execute(statement, filter_values(relation, wanted))
    return [tally_of(row, measures) for row in rows]


def tally_by_occupation(
    connection: Connection, relation: Relation, measures: Sequence[str], period: str
) -> dict[tuple[str, str], list[tuple[Any, ...]]]:
    """What `tally` counts, by code and edition of the occupation, as rows that `tally_of` takes."""
    by = [relation.columns["soc_code"], relation.columns["soc_vintage"]]
    statement = _tally_statement(relation, relation.kept, measures, period).add_columns(*by).group_by(*by)
    found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
    for *counts, code, vintage in connection.execute(statement, filter_values(relation, relation.kept)):
        found.setdefault((code, vintage), []).append(tuple(counts))
    return found


def tally_of(row: Sequence[Any], measures: Sequence[str]) -> Tally:
    """A selected row as a tally: part, periods, rows, then figures and withheld ones of each measure."""
    part_id, first, last, records, *counts = row
    published = dict(zip(measures, map(int, counts[0::2]), strict=True))
    return Tally(
        part_id, int(records), first, last, published, dict(zip(measures, map(int, counts[1::2]), strict=True))
    )


def _tally_statement(
    relation: Relation, wanted: Sequence[OneOf], measures: Sequence[str], period: str | None
) -> Select[Any]:
    columns = relation.columns
    about = [null(), null()] if period is None else [func.min(columns[period]), func.max(columns[period])]
    counted: list[ColumnElement[Any]] = [func.count()]
    for name in measures:
        qualifier = columns.get(f"{name}_qualifier", null())
        is_withheld = qualifier.in_([str(one) for one in WITHHELD])
        counted += [func.count(columns[name]), func.count(case((is_withheld, 1)))]
    return (
        select(columns[PARTS], *about, *counted)
        .select_from(relation.source)
        .where(conditions(relation, wanted))
        .group_by(columns[PARTS])
    )
