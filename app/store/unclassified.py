"""Codes that no classification has: publishers use some of their own, which are stored and counted."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Select, select, tuple_, update

from app.domain.levels import OccupationLevel, SocVintage
from app.domain.programs import Program
from app.store.tables import occupation, part, part_coverage, release

_OCCUPATION = (occupation.c.part_id, occupation.c.soc_code, occupation.c.soc_vintage)


def count_unclassified(connection: Connection) -> None:
    """Count, for each part that is loaded, the codes that the classification of their edition does not have.

    Only an edition whose classification is loaded can tell; of one that lists detailed occupations alone, groups are
    not expected. The total of all occupations is no code of any classification.
    """
    known = _classified(connection)
    counts: dict[int, int] = dict.fromkeys(connection.execute(select(part.c.part_id)).scalars(), 0)
    for row in connection.execute(_covered()):
        if _is_missed(known, row.soc_code, row.soc_vintage, row.level):
            counts[row.part_id] += 1
    before = {row.part_id: row.codes_unclassified for row in connection.execute(select(part))}
    for part_id, count in counts.items():
        if before[part_id] != count:
            connection.execute(update(part).where(part.c.part_id == part_id).values(codes_unclassified=count))


def _is_missed(known: dict[str, dict[str, set[str]]], code: str, vintage: str, level: str) -> bool:
    if level == OccupationLevel.TOTAL:
        return False
    if vintage == SocVintage.OEWS:  # in no edition by its nature: in none of those that are loaded
        return bool(known) and not any(code in codes for levels in known.values() for codes in levels.values())
    levels = known.get(vintage)
    if levels is None or (level != OccupationLevel.DETAILED and levels.keys() == {OccupationLevel.DETAILED}):
        return False
    return not any(code in codes for codes in levels.values())


def _classified(connection: Connection) -> dict[str, dict[str, set[str]]]:
    """The codes of the classifications that are loaded, by edition and level."""
    own = occupation.c
    joined = occupation.join(part, part.c.part_id == own.part_id).join(release, release.c.release == part.c.release)
    stated = select(own.soc_vintage, own.level, own.soc_code).select_from(joined)
    rows = connection.execute(stated.where(release.c.program == Program.CLASSIFICATIONS))
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for vintage, level, code in rows:
        found[vintage][level].add(code)
    return {vintage: dict(levels) for vintage, levels in found.items()}


def _covered() -> Select[Any]:
    key = (part_coverage.c.part_id, part_coverage.c.soc_code, part_coverage.c.soc_vintage)
    joined = part_coverage.join(occupation, tuple_(*_OCCUPATION) == tuple_(*key))
    return select(*key, occupation.c.level).select_from(joined)
