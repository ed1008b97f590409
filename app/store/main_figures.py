"""The main figures of an occupation: how its OEWS estimate and its profile are joined to its code."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, FromClause, and_, func, literal, select

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.statements import EducationPath
from app.store.tables import education_path, oews_estimate


def in_part_ids(facts: FromClause, part_ids: Sequence[int]) -> ColumnElement[bool]:
    """The rows of some parts."""
    if len(part_ids) == 1:  # an index can be read in its order for one part only
        return facts.c.part_id == part_ids[0]
    return facts.c.part_id.in_(part_ids)


def national_estimate(key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The one national estimate of an occupation; some files state it at two levels."""
    if not part_ids:
        return literal(value=False)
    same = oews_estimate.alias("same")
    first = (
        select(func.min(same.c.estimate_id))
        .where(
            in_part_ids(same, part_ids),
            same.c.soc_code == key.c.soc_code,
            same.c.soc_vintage == key.c.soc_vintage,
            same.c.area_code == NATION,
            same.c.industry_code == CROSS_INDUSTRY,
        )
        .scalar_subquery()
    )
    return oews_estimate.c.estimate_id == first


def of_profile(table: FromClause, key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The rows of an occupation's profile in some parts."""
    if not part_ids:
        return literal(value=False)
    own = table.c
    return and_(own.soc_code == key.c.soc_code, own.soc_vintage == key.c.soc_vintage, in_part_ids(table, part_ids))


def typical_entry(key: FromClause, part_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """The typical entry-level education of an occupation, among the levels that its profile names."""
    return and_(of_profile(education_path, key, part_ids), education_path.c.path == str(EducationPath.TYPICAL_ENTRY))
