"""What endpoints are given: the database, and the checks that every path of the contract shares.

They are coroutines because a plain function would cost a change of thread for each request.
"""

import re
from collections.abc import Awaitable, Callable
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


def refuse_unacceptable_but(media_type: str) -> Callable[[Request], Awaitable[None]]:
    """A check that refuses a request whose `Accept` header rules out the one media type of the path."""

    async def refuse(request: Request) -> None:
        accept = ", ".join(request.headers.getlist("accept"))
        if not accept.strip():
            return
        try:
            # The parser takes a comma inside a quoted parameter for the end of it.
            acceptable = mimeparse.best_match([media_type], re.sub(r'"[^"]*"', '""', accept.lower()))
        except mimeparse.MimeTypeParseException:
            acceptable = ""
        if not acceptable:
            error = InvalidParameter("header", "Accept", shown(accept), media_type)
            raise ProblemError("not-acceptable", f"This path answers with {media_type}.", errors=[error])

    return refuse


Served: TypeAlias = Annotated[Database, Depends(get_database)]
CHECKS = [Depends(refuse_unacceptable_but(JSON)), Depends(refuse_unknown_parameters)]
