"""Ratings of O*NET that contradict each other, or the scales and the content model that are loaded with them.

What holds of the publisher's files: a rating lies on its scale and within its bounds, errors and counts are not
negative, a share of answers is a percentage, and an element has the name that the content model gives it. (29.0
and 30.1 have one rating off its scale.)
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Text, and_, case, cast, exists, or_, select

from app.sources.records import CellProblem
from app.store.tables import onet_element, onet_rating, onet_scale, part, source_file, source_sheet

_MOST_NAMED = 1_000
_OWN = onet_rating.c
# Half of the last of two places: values and bounds are rounded.
_ROUNDING = 0.005


def doubtful_ratings(connection: Connection, release: str) -> Mapping[str, tuple[CellProblem, ...]]:
    """By part, the rows of a release that these rules do not fit: they are stored as they stand, and told of."""
    of_release = select(part.c.part_id).where(part.c.release == release).scalar_subquery()
    scale, element = onet_scale.alias("scale"), onet_element.alias("element")
    has_scales = exists().where(onet_scale.c.part_id.in_(of_release))
    rules: tuple[tuple[str, ColumnElement[Any], str, ColumnElement[bool]], ...] = (
        ("Scale ID", _OWN.scale_id, "a scale of the release", and_(has_scales, scale.c.scale_id.is_(None))),
        (
            "Data Value",
            _OWN.value,
            "a value on its scale",
            and_(_OWN.category.is_(None), or_(_OWN.value < scale.c.minimum, _OWN.value > scale.c.maximum)),
        ),
        (
            "Data Value",
            _OWN.value,
            "a percentage",
            and_(_OWN.category.is_not(None), or_(_OWN.value < 0, _OWN.value > 100)),
        ),
        ("Standard Error", _OWN.standard_error, "no negative error", _OWN.standard_error < 0),
        ("N", _OWN.n, "no negative number", _OWN.n < 0),
        (
            "Data Value",
            _OWN.value,
            "a value within its bounds",
            or_(_OWN.value < _OWN.lower_bound - _ROUNDING, _OWN.value > _OWN.upper_bound + _ROUNDING),
        ),
        (
            "Element Name",
            _OWN.element_name,
            "the name that the content model has",
            _OWN.element_name != element.c.element_name,
        ),
    )
    broken = case(*((condition, number) for number, (*_, condition) in enumerate(rules)))
    texts = case(*((broken == number, cast(shown, Text)) for number, (_, shown, _, _) in enumerate(rules)))
    source = (
        onet_rating.join(part, part.c.part_id == _OWN.part_id)
        .join(source_sheet, source_sheet.c.sheet_id == _OWN.sheet_id)
        .join(source_file, source_file.c.file_id == source_sheet.c.file_id)
        .outerjoin(scale, and_(scale.c.scale_id == _OWN.scale_id, scale.c.part_id.in_(of_release)))
        .outerjoin(element, and_(element.c.element_id == _OWN.element_id, element.c.part_id.in_(of_release)))
    )
    found = (
        select(part.c.part, source_file.c.name, source_sheet.c.sheet, _OWN.row_number, broken, texts)
        .select_from(source)
        .where(part.c.release == release, broken.is_not(None))
        .order_by(part.c.part, _OWN.row_number)
        .limit(_MOST_NAMED)
    )
    problems: defaultdict[str, list[CellProblem]] = defaultdict(list)
    for name, file, sheet, row, number, text in connection.execute(found):
        column, _, expected, _ = rules[number]
        problems[name].append(CellProblem(file, sheet, row, column, text, expected))
    return {name: tuple(some) for name, some in problems.items()}
