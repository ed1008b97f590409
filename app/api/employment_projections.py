"""How the lists that Employment Projections alone give are answered: one way for all."""

from collections.abc import Sequence
from typing import Any

from fastapi import Request, Response

from app.api.filters import Programs, Releases, Vintage
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters
from app.api.responses import list_response
from app.domain.levels import SocVintage
from app.queries.employment_projections import PublishedList, list_published
from app.queries.list_request import OneOf
from app.queries.resolution import find_occupation
from app.queries.snapshot import Database


class RoundQuery(Parameters):
    """What a national list takes: which round answers."""

    program: Programs
    release: Releases


class OccupationRoundQuery(RoundQuery):
    """What a list of one occupation takes."""

    soc_vintage: Vintage


def national_answer(
    request: Request, query: RoundQuery, database: Database, listed: PublishedList[Any], fixed: Sequence[OneOf] = ()
) -> Response:
    """The list of all rows of a round."""
    with database.snapshot() as snapshot:
        asked = list_request(request, query, snapshot, fixed)
        listing = list_published(listed, snapshot, release_choice(query), asked)
        return list_response(request, snapshot, listing, asked.limit)


def occupation_answer(
    request: Request, soc_code: str, query: OccupationRoundQuery, database: Database, listed: PublishedList[Any]
) -> Response:
    """The list of one occupation."""
    vintage: SocVintage | None = query.soc_vintage
    with database.snapshot() as snapshot:
        found = find_occupation(snapshot.catalog, soc_code, vintage, release_choice(query))
        asked = list_request(request, query, snapshot)
        listing = list_published(listed, snapshot, release_choice(query), asked, found)
        return list_response(request, snapshot, listing, asked.limit)
