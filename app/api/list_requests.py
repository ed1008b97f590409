"""From what a query says to what the read side takes, and what FastAPI alone does not check of a query."""

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import Request
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from app.api.cursors import decode_cursor, fingerprint
from app.api.parameters import Parameters
from app.api.problems import InvalidParameter, ProblemError, shown
from app.domain.codes import NATION
from app.domain.levels import AreaType, IndustryLevel
from app.domain.measures import MEASURES
from app.domain.releases import parse_release
from app.queries.listing import Bound, Limit, ListRequest, OneOf, SortKey
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot

# Filters that paths set by themselves.
THE_NATION = OneOf("area_code", (NATION,))
BELOW_THE_NATION = OneOf("area_type", tuple(kind for kind in AreaType if kind is not AreaType.NATION))
ALL_INDUSTRIES = OneOf("industry_level", (IndustryLevel.CROSS_INDUSTRY,))
SINGLE_INDUSTRIES = OneOf(
    "industry_level", tuple(level for level in IndustryLevel if level is not IndustryLevel.CROSS_INDUSTRY)
)


# Parameters that may be repeated and choose or order rather than filter.
_NO_FILTERS = frozenset({"program", "release", "sort"})


def release_choice(query: Parameters) -> ReleaseChoice:
    """The programs and releases that a query names; a problem if it names two releases of one program."""
    given = dict(query)
    releases = [parse_release(text) for text in dict.fromkeys(given.get("release", ()))]
    of_program: dict[str, str] = {}
    for wanted in releases:
        program = wanted.release.partition("-")[0]
        if of_program.setdefault(program, str(wanted)) != str(wanted):
            allowed = f"one release of each program; {of_program[program]} is of the same one"
            error = InvalidParameter("query", "release", str(wanted), allowed)
            raise ProblemError("conflicting-parameters", "Two releases of one program.", errors=[error])
    programs = given.get("program", ())
    if programs and releases and not of_program.keys() & set(programs):
        error = InvalidParameter("query", "release", str(releases[0]), f"a release of {', '.join(programs)}, as asked")
        raise ProblemError("conflicting-parameters", "No release of the programs asked for is named.", errors=[error])
    return ReleaseChoice(tuple(dict.fromkeys(given.get("program", ()))), tuple(releases))


def list_request(request: Request, query: Parameters, snapshot: Snapshot, fixed: Sequence[OneOf] = ()) -> ListRequest:
    """What a query asks of a list. `fixed` are filters that the path itself sets.

    Without `sort`, rows come in the order in which the publication has them.

    Raises a problem for a cursor that does not fit, and for `min_` above `max_`.
    """
    given = dict(query)
    filters: list[OneOf | Limit] = []
    for name, value in given.items():
        bound, _, measured = name.partition("_")
        if bound in ("min", "max") and measured in MEASURES:
            if value is not None:
                filters.append(Limit(measured, Bound(bound), value))
        elif isinstance(value, list) and value and name not in _NO_FILTERS:
            filters.append(OneOf(name, tuple(str(one) for one in value)))
    _refuse_crossed_bounds(given)
    sort = tuple(SortKey(text.removeprefix("-"), text.startswith("-")) for text in given.get("sort", ()))
    cursor = given["cursor"]
    after = None
    if cursor is not None:
        after = decode_cursor(cursor, list_fingerprint(request), snapshot.catalog.data_revision)
    return ListRequest(tuple(filters), _distinct(sort), given["limit"], after, given["count"], tuple(fixed))


def list_fingerprint(request: Request) -> str:
    """What a cursor of this list is bound to."""
    return fingerprint(request.scope["path"], request.query_params.multi_items())


def _distinct(sort: tuple[SortKey, ...]) -> tuple[SortKey, ...]:
    return tuple({key.field: key for key in reversed(sort)}.values())[::-1]


def _refuse_crossed_bounds(given: Mapping[str, Any]) -> None:
    errors = []
    for name, least in given.items():
        most = given.get(f"max_{name.removeprefix('min_')}") if name.startswith("min_") else None
        if least is not None and most is not None and most < least:
            allowed = f"at most max_{name.removeprefix('min_')}, which is {most}"
            errors.append(InvalidParameter("query", name, shown(least), allowed))
    if errors:
        raise ProblemError("conflicting-parameters", "A lower bound is above its upper bound.", errors=errors)


_MOST_ERRORS = 20


async def refuse_unknown_parameters(request: Request) -> None:
    """Refuse query parameters that the path does not have, and repeated ones that can have one value only."""
    declared = _declared_parameters(request)
    given = request.query_params.multi_items()
    errors: list[InvalidParameter] = []
    seen: set[str] = set()
    for name, value in given:
        if len(errors) == _MOST_ERRORS:
            break
        if name not in declared:
            if name not in seen:
                errors.append(InvalidParameter("query", shown(name), shown(value), _suggestion(name, list(declared))))
        elif name in seen and not declared[name]:
            errors.append(InvalidParameter("query", name, shown(value), "one value, given once"))
        seen.add(name)
    if errors:
        named = ", ".join(f"`{error.name}`" for error in errors[:5])
        raise ProblemError("invalid-parameter", f"Not valid: {named}.", errors=errors)


def _declared_parameters(request: Request) -> dict[str, bool]:
    """The query parameters of the path, and whether each may be repeated."""
    declared: dict[str, bool] = {}
    for parameter in request.scope["route"].dependant.query_params:
        for name, found in parameter.field_info.annotation.model_fields.items():
            declared[name] = found.default_factory is list
    return declared


def _suggestion(name: str, known: Sequence[str]) -> str:
    if not known:
        return "this path has no parameters"
    match = process.extractOne(
        name, known, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6, processor=str.lower
    )
    if match is not None:
        return f"did you mean `{match[0]}`?"
    return f"one of {', '.join(sorted(known))}"
