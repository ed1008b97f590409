"""From what a query says to what the read side takes, and what FastAPI alone does not check of a query."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, cast

from fastapi import FastAPI, Request
from fastapi.dependencies.utils import request_params_to_args
from fastapi.routing import APIRoute
from pydantic import BaseModel

from app.api.cursors import decode_cursor, fingerprint
from app.api.explanations import refuse_long_explanations
from app.api.forms import Form, asked_form
from app.api.invalid_values import invalid_values, not_valid
from app.api.parameters import ALL, MAX_LIMIT, Parameters
from app.api.problems import InvalidParameter, ProblemError, shown
from app.api.record_fields import wrong_fields
from app.api.unknown_names import hint
from app.domain.codes import NATION
from app.domain.levels import AreaType, IndustryLevel
from app.domain.measures import MEASURES
from app.domain.programs import Program
from app.domain.releases import parse_release
from app.queries.catalog import Catalog
from app.queries.list_request import Bound, Include, Limit, ListRequest, OneOf, SortKey
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot

# Filters that paths set by themselves.
THE_NATION = OneOf("area_code", (NATION,))
BELOW_THE_NATION = OneOf("area_type", tuple(kind for kind in AreaType if kind is not AreaType.NATION))
ALL_INDUSTRIES = OneOf("industry_level", (IndustryLevel.CROSS_INDUSTRY,))
SINGLE_INDUSTRIES = OneOf(
    "industry_scope",
    (*(level for level in IndustryLevel if level is not IndustryLevel.CROSS_INDUSTRY), "unsettled"),
)


# Parameters that choose or order rather than filter, and one that its path looks at by itself.
_NO_FILTERS = frozenset({"program", "release", "sort", "retired", "fields", "bom", "explain"})


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


def releases_over_time(query: Parameters) -> ReleaseChoice:
    """The programs and releases that a query of several periods names: any number of releases of one program."""
    given = dict(query)
    programs = tuple(dict.fromkeys(given.get("program", ())))
    return ReleaseChoice(programs, tuple(parse_release(text) for text in dict.fromkeys(given.get("release", ()))))


_PROGRAMS_WITH_FIGURES = (Program.OEWS, Program.OOH, Program.EP)


def figure_choice(query: Parameters) -> ReleaseChoice:
    """The releases whose main figures a query asks for; a problem if one of them has none of an occupation."""
    choice = release_choice(query)
    for wanted in choice.releases:
        if wanted.release.partition("-")[0] not in _PROGRAMS_WITH_FIGURES:
            allowed = "a release of OEWS, of the handbook or of Employment Projections, such as oews-2025-05"
            error = InvalidParameter("query", "release", str(wanted), allowed)
            raise ProblemError("conflicting-parameters", "A release without main figures is named.", errors=[error])
    return choice


def list_request(request: Request, query: Parameters, snapshot: Snapshot, fixed: Sequence[OneOf] = ()) -> ListRequest:
    """What a query asks of a list. `fixed` are filters that the path itself sets.

    Without `sort`, rows come in the order in which the publication has them.

    Raises a problem for a cursor that does not fit, and for `min_` above `max_`.
    """
    given = dict(query)
    include = Include(given.get("include") or Include.CERTAIN)
    filters: list[OneOf | Limit] = []
    for name, value in given.items():
        bound, _, measured = name.partition("_")
        if bound in ("min", "max") and measured in MEASURES:
            if value is not None:
                filters.append(Limit(measured, Bound(bound), value, include))
        elif isinstance(value, list) and value and name not in _NO_FILTERS:
            filters.append(OneOf(name, tuple(str(one) for one in value)))
        elif isinstance(value, bool) and name not in _NO_FILTERS:
            filters.append(OneOf(name, (value,)))
    _refuse_crossed_bounds(given)
    refuse_long_explanations(given)
    sort = tuple(SortKey(text.removeprefix("-"), text.startswith("-")) for text in given.get("sort", ()))
    cursor = given["cursor"]
    after = None
    if cursor is not None:
        after = decode_cursor(cursor, list_fingerprint(request), state_of_list(request, snapshot.catalog))
    limit = page_limit(request, given["limit"], snapshot)
    return ListRequest(tuple(filters), _distinct(sort), limit, after, given["count"], tuple(fixed))


def page_limit(request: Request, given: Any, snapshot: Snapshot) -> int | None:
    """How many records are asked for, `None` for all of them; a problem where all would have to come as JSON."""
    if given != ALL:
        return int(given)
    if asked_form(request) is Form.JSON:
        works = f"1 to {MAX_LIMIT} for JSON; all with format=csv, format=ndjson or format=parquet"
        error = InvalidParameter("query", "limit", ALL, works)
        raise ProblemError("conflicting-parameters", "A whole list does not come as JSON.", errors=[error])
    snapshot.expect_much()
    return None


def pins_revisions(request: Request) -> bool:
    """Whether all that a list is made of is pinned: then no load changes its rows, as long as they are there.

    A list of occupations shows what they are called and became today, beside the figures that are pinned, and one of
    related occupations what the newest release says of their pay.
    """
    named = request.query_params.getlist("release")
    pinned = bool(named) and all(".r" in name for name in named)
    return pinned and not request.scope["path"].endswith(_OF_MORE)


_OF_MORE = ("/occupations", "/related")


def state_of_list(request: Request, catalog: Catalog) -> int:
    """The state of the data that a cursor is good for; of what is pinned there is one alone."""
    return 0 if pins_revisions(request) else catalog.data_revision


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


MOST_ERRORS = 20


async def refuse_unknown_parameters(request: Request) -> None:
    """Refuse query parameters that the path does not have, repeated ones that can have one value only, wrong `fields`.

    What is wrong with values is told along with it: FastAPI looks at them after this, and would not be asked.
    """
    declared = declared_parameters(request.scope["route"])
    given: dict[str, list[str]] = {}
    for name, value in request.query_params.multi_items():
        given.setdefault(name, []).append(value)
    errors = _wrong_names(request, declared, {name: values for name, values in given.items() if name not in declared})
    errors += [
        InvalidParameter("query", name, shown(", ".join(values)), "one value, given once")
        for name, values in given.items()
        if len(values) > 1 and declared.get(name) is False
    ]
    if "fields" in declared:
        errors += wrong_fields(request)
    if errors:
        told = {error.name for error in errors}
        errors += [error for error in _wrong_values(request) if error.name not in told]
        raise ProblemError("invalid-parameter", not_valid(errors), errors=errors[:MOST_ERRORS])


def _wrong_names(
    request: Request, declared: Mapping[str, bool], unknown: Mapping[str, Sequence[str]]
) -> list[InvalidParameter]:
    if not unknown:
        return []
    elsewhere = _parameters_elsewhere(request.app, request.scope["route"].path)
    # A URL has room for thousands of names, and each costs a search.
    told = ((shown(name), shown(", ".join(values))) for name, values in islice(unknown.items(), MOST_ERRORS))
    return [InvalidParameter("query", name, text, hint(name, text, declared, elsewhere)) for name, text in told]


def _wrong_values(request: Request) -> list[InvalidParameter]:
    wanted = request.scope["route"].dependant
    _, of_path = request_params_to_args(wanted.path_params, request.path_params)
    _, of_query = request_params_to_args(wanted.query_params, request.query_params)
    return invalid_values([*of_path, *of_query])


def declared_parameters(route: APIRoute) -> dict[str, bool]:
    """The query parameters of a path, and whether each may be repeated."""
    declared: dict[str, bool] = {}
    for parameter in route.dependant.query_params:
        model = cast(type[BaseModel], parameter.field_info.annotation)
        for name, found in model.model_fields.items():
            declared[name] = found.default_factory is list
    return declared


def _parameters_elsewhere(app: FastAPI, here: str) -> dict[str, list[str]]:
    """Each parameter, and the paths that have it: first those on the same topic, then those without a code."""
    topics = {part for part in here.split("/") if part not in ("v1", "occupations") and "{" not in part}

    def distance(path: str) -> tuple[bool, int]:
        return topics.isdisjoint(path.split("/")), path.count("{")

    documented = app.openapi()["paths"]
    paths: dict[str, list[str]] = {}
    for path in sorted(documented, key=distance):
        for parameter in documented[path]["get"].get("parameters", ()):
            if parameter["in"] == "query":
                paths.setdefault(parameter["name"], []).append(path)
    return paths
