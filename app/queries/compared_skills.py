"""The skills of several occupations by importance, for a comparison: by each code of O*NET, never averaged."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import Integer, Select, Text, bindparam, literal, select, union_all

from app.domain.onet import PART_OF_DOMAIN, RatingDomain
from app.domain.programs import Program
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.compared_projections import Chosen
from app.queries.onet import begins_with
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.snapshot import Snapshot
from app.store.tables import onet_rating

_SCALE = "IM"
MOST_SKILLS = 10


@dataclass(frozen=True, slots=True)
class SkillFigure:
    """How important a skill is for one code of O*NET, on the scale IM from 1 to 5; rank 1 is the most important."""

    onet_soc_code: str
    rank: int
    element_id: str
    element_name: str | None
    scale_id: str
    value: float
    recommend_suppress: bool | None
    source: str
    provenance: Provenance


def skill_figures(snapshot: Snapshot, chosen: Chosen) -> dict[Occupation, tuple[SkillFigure, ...]]:
    """The most important skills of each code of O*NET that begins with the code of an occupation; one statement."""
    wanted = [
        (one, part.part_id)
        for one, releases in chosen.items()
        for release in releases
        if release.program is Program.ONET
        for part in release.parts
        if part.part == PART_OF_DOMAIN[RatingDomain.SKILLS]
    ]
    if not wanted:
        return {}
    values: dict[str, Any] = {f"part_{place}": part_id for place, (_, part_id) in enumerate(wanted)}
    values |= {f"code_{place}": one.soc_code for place, (one, _) in enumerate(wanted)}
    ranks: Counter[str] = Counter()
    found: dict[Occupation, tuple[SkillFigure, ...]] = {}
    for row in snapshot.connection.execute(_by_importance(len(wanted)), values).mappings():
        ranks[row["onet_soc_code"]] += 1
        if ranks[row["onet_soc_code"]] <= MOST_SKILLS:
            one, _ = wanted[row["place"]]
            found[one] = (*found.get(one, ()), _figure(row, ranks[row["onet_soc_code"]], snapshot.catalog))
    return found


@lru_cache(maxsize=16)
def _by_importance(count: int) -> Select[Any]:
    """The skills of so many occupations, each sought by itself: one index has them by part and code."""
    own = onet_rating.c
    names = ("onet_soc_code", "element_id", "element_name", "scale_id", "value", "recommend_suppress")
    columns = [*(own[name] for name in names), *(c.label(n) for n, c in provenance_columns(onet_rating).items())]
    of_each = union_all(
        *(
            select(literal(place, Integer).label("place"), *columns).where(
                own.part_id == bindparam(f"part_{place}", type_=Integer),
                begins_with(own.onet_soc_code)([bindparam(f"code_{place}", type_=Text)]),
                own.domain == str(RatingDomain.SKILLS),
                own.scale_id == _SCALE,
            )
            for place in range(count)
        )
    ).subquery("of_each")
    order = (of_each.c.place, of_each.c.onet_soc_code, of_each.c.value.desc(), of_each.c.element_id)
    return select(of_each).order_by(*order)


def _figure(row: Mapping[Any, Any], rank: int, catalog: Catalog) -> SkillFigure:
    source = source_of(row, catalog)
    named = {name: row[name] for name in ("onet_soc_code", "element_id", "scale_id", "value", "recommend_suppress")}
    return SkillFigure(
        **named,
        rank=rank,
        element_name=row["element_name"] or catalog.onet_reference(source).element_names.get(row["element_id"]),
        source=source,
        provenance=provenance_of(row, catalog),
    )
