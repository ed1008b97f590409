"""What endpoints are given: the database, and the checks that every path of the contract shares.

They are coroutines because a plain function would cost a change of thread for each request.
"""

import re
from typing import Annotated, TypeAlias

import mimeparse
from fastapi import Depends, Request

from app.api.list_requests import refuse_unknown_parameters
from app.api.problems import InvalidParameter, ProblemError, shown
from app.api.responses import JSON
from app.queries.snapshot import Database


async def get_database(request: Request) -> Database:
    """The database that the application serves."""
    database: Database = request.app.state.database
    return database


async def refuse_unacceptable(request: Request) -> None:
    """Refuse a request whose `Accept` header rules out JSON."""
    accept = ", ".join(request.headers.getlist("accept"))
    if not accept.strip():
        return
    try:
        # The parser takes a comma inside a quoted parameter for the end of it.
        acceptable = mimeparse.best_match([JSON], re.sub(r'"[^"]*"', '""', accept.lower()))
    except mimeparse.MimeTypeParseException:
        acceptable = ""
    if not acceptable:
        error = InvalidParameter("header", "Accept", shown(accept), JSON)
        raise ProblemError("not-acceptable", f"This path answers with {JSON}.", errors=[error])


Served: TypeAlias = Annotated[Database, Depends(get_database)]
CHECKS = [Depends(refuse_unacceptable), Depends(refuse_unknown_parameters)]
