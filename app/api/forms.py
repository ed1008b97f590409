"""The forms that lists come in, and which of them a request asks for: by `format`, else by `Accept`."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

import mimeparse
from fastapi import Request

from app.api.problems import InvalidParameter, ProblemError, shown

JSON = "application/json"
PROBLEM_JSON = "application/problem+json"
CSV = "text/csv"
NDJSON = "application/x-ndjson"
PARQUET = "application/vnd.apache.parquet"


class Form(StrEnum):
    """A form of a list: JSON with pages and sources, or a table, one row for each record."""

    JSON = "json"
    CSV = "csv"
    NDJSON = "ndjson"
    PARQUET = "parquet"


MEDIA_TYPES: Mapping[Form, str] = {Form.JSON: JSON, Form.CSV: CSV, Form.NDJSON: NDJSON, Form.PARQUET: PARQUET}
# As they stand in Content-Type.
CONTENT_TYPES: Mapping[Form, str] = {**MEDIA_TYPES, Form.CSV: f"{CSV}; charset=utf-8; header=present"}
_FORMS = {media_type: form for form, media_type in MEDIA_TYPES.items()}


def asked_form(request: Request) -> Form:
    """The form that a request for a list asks for. A problem if its `Accept` allows none; `format` goes before it."""
    named = request.query_params.get("format")
    if named is not None:
        # What is no form is refused where parameters are looked at.
        return Form(named) if named in list(Form) else Form.JSON
    return _FORMS[acceptable(request, list(MEDIA_TYPES.values()))]


def acceptable(request: Request, media_types: Sequence[str]) -> str:
    """The media type that a request prefers of those that its path has, the first without a preference."""
    accept = ", ".join(request.headers.getlist("accept"))
    if not accept.strip():
        return media_types[0]
    try:
        # The parser takes a comma inside a quoted parameter for the end of it, and of equals the last.
        best = mimeparse.best_match(list(reversed(media_types)), re.sub(r'"[^"]*"', '""', accept.lower()))
    except mimeparse.MimeTypeParseException:
        best = ""
    if not best:
        offered = ", ".join(media_types)
        error = InvalidParameter("header", "Accept", shown(accept), offered)
        raise ProblemError("not-acceptable", f"This path answers with {offered}.", errors=[error])
    return str(best)
