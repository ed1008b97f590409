"""Counts what OEWS estimates a release has, by occupation and by place, when one of its parts was loaded."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, delete, func, insert, literal, not_, select
from sqlalchemy.types import Text

from app.domain.measures import OEWS_MEASURES
from app.domain.qualifiers import WITHHELD
from app.store.tables import oews_availability, oews_estimate, part
from app.store.tables.availability import ALL_TOGETHER

_KEYS = ("soc_code", "soc_vintage", "area_code", "industry_code")


def count_estimates(connection: Connection, releases: Iterable[str]) -> None:
    """Count the estimates of some releases anew: a part that is loaded may take rows from another of its release."""
    parts = select(part.c.part_id).where(part.c.release.in_(list(releases)))
    connection.execute(delete(oews_availability).where(oews_availability.c.part_id.in_(parts)))
    has_estimates = select(oews_estimate.c.estimate_id).where(oews_estimate.c.part_id == part.c.part_id).exists()
    for part_id in connection.execute(parts.where(has_estimates)).scalars().all():
        _count_rows(connection, part_id, ("soc_code", "soc_vintage"))
        _count_rows(connection, part_id, ("area_code", "industry_code"))
        for keys in (("area_code",), ("industry_code",), ()):
            _add_up(connection, part_id, keys)


def _count_rows(connection: Connection, part_id: int, keys: tuple[str, ...]) -> None:
    own = oews_estimate.c
    withheld = [str(qualifier) for qualifier in WITHHELD]
    counted: list[ColumnElement[Any]] = [func.count()]
    for name in OEWS_MEASURES:
        counted += [func.count(own[name]), func.count(case((own[f"{name}_qualifier"].in_(withheld), 1)))]
    grouped = [own[name] for name in keys]
    rows = (
        select(own.part_id, *(own[name] if name in keys else literal(ALL_TOGETHER, Text) for name in _KEYS), *counted)
        .where(own.part_id == part_id, not_(own.is_repeat))
        .group_by(own.part_id, *grouped)
    )
    connection.execute(insert(oews_availability).from_select([column.name for column in oews_availability.c], rows))


def _add_up(connection: Connection, part_id: int, keys: tuple[str, ...]) -> None:
    """Add up the counts of areas and industries over those that are no `keys`."""
    own = oews_availability.alias("of_places").c
    counts = [column for column in own if column.name not in ("part_id", *_KEYS)]
    rows = (
        select(
            own.part_id,
            *(own[name] if name in keys else literal(ALL_TOGETHER, Text) for name in _KEYS),
            *(func.sum(column) for column in counts),
        )
        .where(own.part_id == part_id, own.area_code != ALL_TOGETHER, own.industry_code != ALL_TOGETHER)
        .group_by(own.part_id, *(own[name] for name in keys))
    )
    connection.execute(insert(oews_availability).from_select([column.name for column in oews_availability.c], rows))
