"""Filters as conditions on rows, the same for every list.

Rules that hold everywhere:
- `min_` keeps figures that are certainly at or above the value: a bound counts as its bound.
- `max_` keeps figures that are certainly at or below it: a bounded figure never is, and is left out.
- `include=possible` keeps those as well that may be within a bound, as far as the publisher says anything of them.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from sqlalchemy import ColumnElement, Integer, Text, and_, bindparam, literal, not_, or_, true

from app.domain.qualifiers import HALF_PERCENT, LOWER_BOUNDS, Qualifier
from app.queries.list_request import Bound, Include, Limit, OneOf
from app.queries.relation import Relation
from app.store.tables.types import Cents

# No stored number is as large, and PostgreSQL takes none that is larger.
LARGEST = 2**31 - 1

# The filter that says which parts of releases a list is made of.
PARTS = "provenance_part_id"


def filter_values(relation: Relation, filters: Sequence[OneOf | Limit]) -> dict[str, Any]:
    """The values of the filters by the names of their parameters, which `_condition` gives them."""
    values: dict[str, Any] = {}
    for number, wanted in enumerate(filters):
        if isinstance(wanted, OneOf):
            values |= {f"filter_{number}_{place}": value for place, value in enumerate(wanted.values)}
        else:
            values[f"filter_{number}"] = _comparable(relation.columns[wanted.field], wanted)
    return values


def conditions(relation: Relation, filters: Sequence[OneOf | Limit], part: int | None = None) -> ColumnElement[bool]:
    """The condition of a list's rows: its own and all filters; with `part`, in that one of the parts alone."""
    wanted = (_condition(relation, number, one, part) for number, one in enumerate(filters))
    asked = {one.field for one in filters}
    unasked = (condition for name, condition in relation.unless.items() if name not in asked)
    return and_(true(), *relation.where, *unasked, *wanted)


def _condition(relation: Relation, number: int, wanted: OneOf | Limit, part: int | None) -> ColumnElement[bool]:
    if isinstance(wanted, OneOf) and wanted.field == PARTS and part is not None:
        column = relation.columns[PARTS]
        return column == bindparam(f"filter_{number}_{part}", type_=column.type)
    if isinstance(wanted, OneOf):
        match = relation.matches.get(wanted.field)
        kind = Text() if match is not None else relation.columns[wanted.field].type
        values = [bindparam(f"filter_{number}_{place}", type_=kind) for place in range(len(wanted.values))]
        return match(values) if match is not None else _one_of(relation.columns[wanted.field], values)
    return _bound(relation, number, wanted)


def _bound(relation: Relation, number: int, wanted: Limit) -> ColumnElement[bool]:
    column = relation.columns[wanted.field]
    value = bindparam(f"filter_{number}", type_=column.type)
    within = column >= value if wanted.bound is Bound.MIN else column <= value
    if wanted.field not in relation.qualified:
        return within
    qualifier = relation.columns[f"{wanted.field}_qualifier"]
    is_bounded = qualifier.in_([str(bound) for bound in LOWER_BOUNDS])
    if wanted.include is Include.CERTAIN:
        is_certain = or_(qualifier.is_(None), not_(is_bounded))
        return within if wanted.bound is Bound.MIN else and_(within, is_certain)
    # A share below half a percent has no figure, and may be any below that.
    is_small = qualifier == str(Qualifier.BELOW_HALF_PERCENT)
    if wanted.bound is Bound.MAX:
        within = and_(within, or_(qualifier.is_(None), qualifier != str(Qualifier.ABOVE), column < value))
    if wanted.bound is Bound.MIN:
        return or_(within, is_bounded, and_(is_small, value < literal(HALF_PERCENT)))
    return or_(within, and_(is_small, value >= literal(0)))


def _one_of(column: ColumnElement[Any], values: Sequence[ColumnElement[Any]]) -> ColumnElement[bool]:
    # With one value an index can be read in its order; with several it cannot.
    return column == values[0] if len(values) == 1 else column.in_(values)


def _clamped(value: Decimal, largest: Decimal) -> Decimal:
    return max(-largest, min(largest, value))


def _comparable(column: ColumnElement[Any], wanted: Limit) -> int | float | Decimal:
    # A bound between two storable values is the same as the next storable one on its inner side.
    rounding = ROUND_CEILING if wanted.bound is Bound.MIN else ROUND_FLOOR
    if isinstance(column.type, Cents):
        return _clamped(wanted.value, Decimal(LARGEST) / 100).quantize(Decimal("0.01"), rounding)
    if isinstance(column.type, Integer):
        return int(_clamped(wanted.value, Decimal(LARGEST)).to_integral_value(rounding))
    return float(wanted.value)
