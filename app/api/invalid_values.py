"""Wrong values of parameters: what was given and what would work, in the words of this API and in one style."""

import re
from collections.abc import Iterable, Mapping, Sequence
from textwrap import shorten
from typing import Any

from app.api.problems import InvalidParameter, shown
from app.domain.education import EDUCATION_CODES
from app.domain.suggestions import did_you_mean, listed, nearest_name, tidied

_GUESS = re.compile(r"^did you mean `[^`]*`\? ")


def invalid_values(errors: Iterable[Mapping[str, Any]]) -> list[InvalidParameter]:
    """An entry for each value that validation found wrong, each kind of wrong once."""
    # That an optional parameter may be left out is no advice on its value.
    entries = (_entry(found) for found in errors if found["type"] != "none_required")
    return list(dict.fromkeys(entries))


_LONGEST_REASON = 160


def not_valid(errors: Sequence[InvalidParameter]) -> str:
    """The sentence that names the parameters that are wrong, and says of the first what would work."""
    first, *others = dict.fromkeys(map(_named, errors))
    more = f" and {len(others) - 4} more" if len(others) > 4 else ""
    reason = shorten(errors[0].allowed, _LONGEST_REASON, placeholder=" ...")
    return f"Not valid: {', '.join([f'{first} ({reason})', *others[:4]])}{more}."


def _named(error: InvalidParameter) -> str:
    return f"`{error.name}`" if error.name else "a parameter without a name"


def _entry(found: Mapping[str, Any]) -> InvalidParameter:
    where, *path = found["loc"]
    name = str(path[0]) if path else str(where)
    given = found.get("input")
    text = ", ".join(str(one) for one in given) if isinstance(given, list) else str(given)
    allowed = _allowed(found, name, text)
    separated = _separated(name, text, may_repeat=len(path) > 1) if where == "query" else None
    if separated is not None:
        # A guess at one value would drop the others.
        allowed = did_you_mean(separated, _GUESS.sub("", allowed))
    return InvalidParameter(str(where), name, None if found["type"] == "missing" else shown(text), allowed)


def _allowed(found: Mapping[str, Any], name: str, given: str) -> str:
    context = found.get("ctx", {})
    match found["type"]:
        case "enum" | "literal_error":
            return _choice(name, given, re.findall(r"'([^']*)'", str(context["expected"])))
        case "value_error":
            return str(context["error"])
        case "string_too_long":
            return f"text of at most {context['max_length']} characters"
        case "too_long":
            return f"at most {context['max_length']} values"
        case "bool_parsing" | "bool_type":
            return "true or false"
        case _:
            return "a value as `/docs` describes it"


def _choice(name: str, given: str, members: Sequence[str]) -> str:
    if name == "education" and given in _EDUCATION_BY_CODE:
        return did_you_mean(_EDUCATION_BY_CODE[given], listed(members))
    if name != "sort":
        return did_you_mean(nearest_name(given, members) or _only_beginning(given, members), listed(members))
    fields = [member for member in members if not member.startswith("-")]
    return did_you_mean(_meant_sort(given, fields), f"{listed(fields)}; with - before it, the largest first")


# Employment Projections numbers them.
_EDUCATION_BY_CODE = {str(code): str(level) for level, code in EDUCATION_CODES.items()}


def _only_beginning(given: str, members: Sequence[str]) -> str | None:
    """`faster` for `faster_than_average`: the first that begins so."""
    plain = tidied(given).lower()
    return next((member for member in members if len(plain) > 3 and member.startswith(plain)), None)


# What people call the figures that they want to sort by.
_FIGURES = {
    "salary": "annual_median",
    "pay": "annual_median",
    "wage": "annual_median",
    "wages": "annual_median",
    "median": "annual_median",
    "median_wage": "annual_median",
    "jobs": "employment",
    "openings": "annual_openings",
    "growth": "employment_change_percent",
    "percent_change": "employment_change_percent",
    "lq": "location_quotient",
    "name": "title",
}
_SORT = re.compile(r"(?P<sign>[+-]?)(?P<field>.+?)(?:[ :.]+(?P<order>asc|desc)\w*)?", re.IGNORECASE)


def _meant_sort(given: str, fields: Sequence[str]) -> str | None:
    """`annual_median:desc`, `+title` and misspelled fields as `sort` has them."""
    read = _SORT.fullmatch(tidied(given))
    named = None if read is None else _FIGURES.get(read["field"].lower())
    field = named if named in fields else nearest_name(read["field"], fields) if read is not None else None
    if read is None or field is None:
        return None
    descending = read["sign"] == "-" or (read["order"] or "").lower() == "desc"
    return f"-{field}" if descending else field


_PIECE = re.compile(r"[\w.-]{1,40}")
_MOST_PIECES = 5
_SEMICOLONS = re.compile(r"[\w.-]{1,40}(;\w{1,40}=[\w.-]{1,40}){1,5}")


def _separated(name: str, given: str, *, may_repeat: bool) -> str | None:
    """Values with commas between them as the parameter repeated, and parameters with semicolons between them.

    Of many values the first ones are shown, and that it goes on.
    """
    if _SEMICOLONS.fullmatch(given):
        return f"{name}={given.replace(';', '&')}"
    pieces = [piece.strip() for piece in given.split(",")]
    if not may_repeat or len(pieces) == 1 or not all(_PIECE.fullmatch(piece) for piece in pieces):
        return None
    repeated = "&".join(f"{name}={piece}" for piece in pieces[:_MOST_PIECES])
    return repeated if len(pieces) <= _MOST_PIECES else f"{repeated}&..."
