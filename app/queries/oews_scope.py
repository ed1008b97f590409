"""What kinds of cells an OEWS part holds, by its name: what a release that is loaded in part cannot have."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, FromClause, and_, false, func, or_, true

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import AreaType, IndustryLevel, Ownership
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.list_request import Limit, ListRequest, OneOf

# The parts of one kind each; `all` has these, and cells by area and industry at once.
NATIONAL, STATES, METROPOLITAN, NONMETROPOLITAN = "nation", "states", "metropolitan", "nonmetropolitan"
BY_OWNERSHIP, BY_AREA_AND_INDUSTRY = "ownership-nation", "area-and-industry"
_LEVELS = {
    "sector": (IndustryLevel.SECTOR,),
    "industry-3-digit": (IndustryLevel.DIGITS_3,),
    "industry-4-digit": (IndustryLevel.DIGITS_4,),
    "industry-5-6-digit": (IndustryLevel.DIGITS_5, IndustryLevel.DIGITS_6),
}
SINGLE_INDUSTRIES = frozenset(_LEVELS)
EVERY_KIND = SINGLE_INDUSTRIES | {
    NATIONAL,
    STATES,
    METROPOLITAN,
    NONMETROPOLITAN,
    BY_OWNERSHIP,
    BY_AREA_AND_INDUSTRY,
}
_KINDS = {
    "all": EVERY_KIND,
    "nation-and-states": frozenset({NATIONAL, STATES}),
    "metropolitan-totals": frozenset({METROPOLITAN}),
    "ownership-nation": frozenset({BY_OWNERSHIP}),
}


def kinds_loaded(release: Release) -> frozenset[str]:
    """The kinds of cells that the parts of a release hold."""
    return frozenset[str]().union(*(_kinds_in(loaded.part) for loaded in release.parts))


def _kinds_in(part: str) -> frozenset[str]:
    name = part.partition(":")[0]
    return _KINDS.get(name) or frozenset(name.removeprefix("ownership-").split("-and-"))


def have_kinds_in_common(one: Release, other: Release) -> bool:
    """Whether cells of one kind are loaded of both; of other programs than OEWS always."""
    return one.program is not Program.OEWS or not kinds_loaded(one).isdisjoint(kinds_loaded(other))


def may_have(releases: Iterable[Release], wanted: Collection[str]) -> bool:
    """Whether parts of releases hold cells of any of these kinds."""
    return any(not kinds_loaded(release).isdisjoint(wanted) for release in releases)


def kinds_asked(request: ListRequest) -> frozenset[str]:
    """The kinds of cells that a question of one occupation is about, by what its path and its reader ask for."""
    asked = (*request.fixed, *request.filters)
    if _values(asked, "industry_scope"):
        levels = _values(asked, "industry_level")
        of_levels = (kind for kind, own in _LEVELS.items() if not levels or not levels.isdisjoint(own))
        return frozenset((*of_levels, BY_AREA_AND_INDUSTRY))
    if areas := _values(asked, "area_code"):
        return frozenset(map(kind_of_area, areas))
    types = _values(request.filters, "area_type") or _values(request.fixed, "area_type")
    return frozenset(_KIND_OF_TYPE[AreaType(kind)] for kind in types) if types else frozenset({NATIONAL})


_KIND_OF_TYPE = {
    AreaType.NATION: NATIONAL,
    AreaType.STATE: STATES,
    AreaType.TERRITORY: STATES,
    AreaType.METROPOLITAN: METROPOLITAN,
    AreaType.METROPOLITAN_DIVISION: METROPOLITAN,
    AreaType.NONMETROPOLITAN: NONMETROPOLITAN,
}


def _values(filters: Iterable[OneOf | Limit], field: str) -> set[str]:
    named = (one for one in filters if isinstance(one, OneOf) and one.field == field)
    return {str(value) for one in named for value in one.values}


def area_type_of(code: str) -> AreaType:
    """The kind of an area by how its code is written; of a metropolitan division that it is metropolitan."""
    if len(code) == 2:
        return AreaType.NATION if code == NATION else AreaType.TERRITORY if code >= "60" else AreaType.STATE
    return AreaType.METROPOLITAN if len(code) == 5 else AreaType.NONMETROPOLITAN


def kind_of_area(code: str) -> str:
    """The kind of an area's cells over all industries."""
    if len(code) == 2:
        return NATIONAL if code == NATION else STATES
    return METROPOLITAN if len(code) == 5 else NONMETROPOLITAN


def of_kinds(estimates: FromClause, kinds: Collection[str]) -> ColumnElement[bool]:
    """The estimates of some kinds."""
    if set(kinds) >= EVERY_KIND:
        return true()
    return or_(false(), *(_of_kind(estimates, kind) for kind in sorted(kinds)))


def _of_kind(estimates: FromClause, kind: str) -> ColumnElement[bool]:
    own = estimates.c
    in_nation, over_all = own.area_code == NATION, own.industry_level == str(IndustryLevel.CROSS_INDUSTRY)
    undivided = and_(over_all, own.industry_code == CROSS_INDUSTRY, own.ownership_code == str(Ownership.ALL))
    match kind:
        case "nation":
            return and_(in_nation, undivided)
        case "states":
            return and_(func.length(own.area_code) == 2, own.area_code != NATION, undivided)
        case "metropolitan" | "nonmetropolitan":
            return and_(func.length(own.area_code) == (5 if kind == METROPOLITAN else 7), undivided)
        case "ownership-nation":
            return and_(in_nation, over_all)
        case "area-and-industry":
            return own.area_code != NATION
        case _:
            levels = [str(level) for level in _LEVELS.get(kind, ())]
            return and_(in_nation, own.industry_level.in_(levels)) if levels else false()
