"""The ratings of an O*NET release in the order in which two releases are compared."""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Text, bindparam, func, select, tuple_

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel, OccupationLevel
from app.domain.measures import RATING_MEASURES
from app.domain.onet import PART_OF_DOMAIN
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.compared_rows import ComparedRow, ComparedTable, Key, Reading, Shape, Wanted, shape, values_of
from app.queries.onet import begins_with
from app.queries.provenance import Provenance, provenance_columns, provenance_of
from app.store.tables import onet_rating

_PARTS = frozenset(PART_OF_DOMAIN.values())
_own = onet_rating.c
# A rating that is no share of a category has none: 0, which no category is.
_KEY: dict[str, ColumnElement[Any]] = {
    "onet_soc_code": _own.onet_soc_code,
    "element_id": _own.element_id,
    "scale_id": _own.scale_id,
    "category": func.coalesce(_own.category, 0, type_=Integer),
}
_CODE_AND_VINTAGE = ("soc_code", "soc_vintage")


def rating_parts(release: Release) -> frozenset[str]:
    """The parts of a release that hold ratings."""
    return frozenset(loaded.part for loaded in release.parts) & _PARTS


@lru_cache(maxsize=200)
def _of_part(asked: Shape) -> Select[Any]:
    """The statement for one part. Kept, as it is long to make."""
    keys, _, measures, has_after = asked
    conditions: list[ColumnElement[bool]] = [_own.part_id == bindparam("part_id", type_=Integer)]
    for name, count in keys:
        values = [bindparam(f"{name}_{place}", type_=Text) for place in range(count)]
        if name == "soc_code":
            conditions.append(begins_with(_own.onet_soc_code)(values))
        elif name == "soc_vintage":
            conditions.append(bindparam("edition", type_=Text).in_(values))
        else:
            conditions.append(_KEY[name].in_(values))
    if has_after:
        after = (bindparam(f"after_{place}", type_=column.type) for place, column in enumerate(_KEY.values()))
        conditions.append(tuple_(*_KEY.values()) >= tuple_(*after))
    places = (column.label(name) for name, column in provenance_columns(onet_rating).items())
    chosen = (*(column.label(name) for name, column in _KEY.items()), *(_own[name] for name in measures))
    limit = bindparam("most", type_=Integer)
    statement = select(*chosen, _own.element_name, *places).where(*conditions)
    return statement.order_by(*_KEY.values()).limit(limit)


def _read(reading: Reading, wanted: Wanted, after: Key | None, most: int) -> tuple[list[ComparedRow], Key | None]:
    statement = _of_part(shape(wanted, after))
    values = values_of(wanted, after, most)
    if any(name == "soc_vintage" for name, _ in wanted.keys):
        values["edition"] = str(reading.release.soc_vintage)
    rows: list[ComparedRow] = []
    ends: list[Key] = []
    width, end = len(_KEY), len(_KEY) + len(wanted.measures)
    for loaded in reading.release.parts:
        if loaded.part not in wanted.kinds:
            continue
        found = reading.connection.execute(statement, values | {"part_id": loaded.part_id}).all()
        for row in found:
            figures = tuple(one for figure in row[width:end] for one in (figure, None))
            rows.append(ComparedRow(row[:width], None, figures, row))
        if len(found) == most:
            ends.append(rows[-1].key)
    rows.sort(key=lambda row: row.key)
    return rows, min(ends, default=None)


def _place(row: ComparedRow, catalog: Catalog) -> Provenance:
    return provenance_of(row.row._mapping, catalog)


def _occupation(fields: dict[str, Any], release: Release) -> tuple[str, str]:
    return str(fields["onet_soc_code"])[:7], str(release.soc_vintage)


RATINGS = ComparedTable(
    tuple(_KEY),
    RATING_MEASURES,
    frozenset({*_KEY, *_CODE_AND_VINTAGE} - {"category"}),
    {
        "level": OccupationLevel.DETAILED,
        "area_code": NATION,
        "industry_code": CROSS_INDUSTRY,
        "industry_level": IndustryLevel.CROSS_INDUSTRY,
    },
    _read,
    lambda _measure, figure: figure,
    _place,
    _occupation,
)
