"""Estimates that a release states at two levels: one code can stand for a broad and a detailed occupation alike.

The publisher prints such a row twice, with equal figures; industries of three and four digits likewise. Both rows stay
as they are printed. Each notes the level of the other, and the less detailed one that it is a repeat, so that lists
show one record and sums count it once.
"""

from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select, tuple_, update

from app.domain.levels import IndustryLevel, OccupationLevel
from app.domain.measures import OEWS_MEASURES
from app.store.tables import oews_estimate

_OWN = oews_estimate.c
_KEY = (_OWN.area_code, _OWN.industry_code, _OWN.ownership_code, _OWN.soc_code, _OWN.soc_vintage)
_FIGURES = tuple(column for name in OEWS_MEASURES for column in (_OWN[name], _OWN[f"{name}_qualifier"]))
_DETAIL = {level: place for levels in (OccupationLevel, IndustryLevel) for place, level in enumerate(levels)}
_BATCH = 200


def note_repeated_levels(connection: Connection, part_id: int) -> int:
    """Note, in a part that was loaded, which rows repeat another at a wider level; returns how many."""
    twice = select(*_KEY).where(_OWN.part_id == part_id).group_by(*_KEY).having(func.count() > 1)
    keys = [tuple(row) for row in connection.execute(twice)]
    repeats: list[tuple[int, str, bool]] = []
    for start in range(0, len(keys), _BATCH):
        repeats += _repeats(connection, part_id, keys[start : start + _BATCH])
    for estimate_id, level, is_repeat in repeats:
        noted = update(oews_estimate).where(_OWN.estimate_id == estimate_id)
        connection.execute(noted.values(also_level=level, is_repeat=is_repeat))
    return sum(is_repeat for _, _, is_repeat in repeats)


def _repeats(connection: Connection, part_id: int, keys: list[tuple[Any, ...]]) -> list[tuple[int, str, bool]]:
    columns = (_OWN.estimate_id, *_KEY, _OWN.level, _OWN.industry_level, *_FIGURES)
    rows = connection.execute(
        select(*columns).where(and_(_OWN.part_id == part_id, tuple_(*_KEY).in_(keys))).order_by(_OWN.estimate_id)
    )
    groups: dict[tuple[Any, ...], list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row[1 : 1 + len(_KEY)]), []).append(row)
    found: list[tuple[int, str, bool]] = []
    for group in groups.values():
        for one, other in combinations(sorted(group, key=_detail), 2):
            if one[-len(_FIGURES) :] == other[-len(_FIGURES) :]:
                name = "level" if one.level != other.level else "industry_level"
                found.append((one.estimate_id, other._mapping[name], True))
                found.append((other.estimate_id, one._mapping[name], False))
    return found


def _detail(row: Row[Any]) -> tuple[int, int]:
    return _DETAIL[row.level], _DETAIL[row.industry_level]
