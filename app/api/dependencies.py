"""What endpoints are given: the database, and the checks that every path of the contract shares.

They are coroutines because a plain function would cost a change of thread for each request.
"""

from collections.abc import Awaitable, Callable
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from app.api.forms import JSON, acceptable, asked_form
from app.api.list_requests import declared_parameters, refuse_unknown_parameters
from app.queries.snapshot import Database


async def get_database(request: Request) -> Database:
    """The database that the application serves."""
    database: Database = request.app.state.database
    return database


def refuse_unacceptable_but(media_type: str) -> Callable[[Request], Awaitable[None]]:
    """A check that refuses a request whose `Accept` header rules out the one media type of the path."""

    async def refuse(request: Request) -> None:
        acceptable(request, [media_type])

    return refuse


async def refuse_unacceptable(request: Request) -> None:
    """Refuse a request whose `Accept` header rules out every form of the path: JSON, and of a list the tables."""
    if "format" in declared_parameters(request.scope["route"]):
        asked_form(request)
    else:
        acceptable(request, [JSON])


Served: TypeAlias = Annotated[Database, Depends(get_database)]
CHECKS = [Depends(refuse_unacceptable), Depends(refuse_unknown_parameters)]
