"""What the paths of O*NET share: the question that they put, and the parameters that most of them take."""

from fastapi import Request

from app.api.filters import OnetSocCodes, Programs, Releases, Vintage
from app.api.list_requests import list_request, release_choice
from app.api.parameters import Parameters
from app.domain.codes import is_onet_soc_code
from app.queries.onet_absence import AskedOfOccupation
from app.queries.resolution import find_occupation
from app.queries.snapshot import Snapshot


class OnetQuery(Parameters):
    """What O*NET's lists of one occupation take."""

    soc_vintage: Vintage
    onet_soc_code: OnetSocCodes
    program: Programs
    release: Releases


def asked_of_occupation(request: Request, soc_code: str, query: Parameters, snapshot: Snapshot) -> AskedOfOccupation:
    """What a path with an occupation asks. Eight digits in the path keep the rows of that code alone.

    Raises a problem for a code that nothing loaded has.
    """
    choice = release_choice(query)
    found = find_occupation(snapshot.catalog, soc_code, dict(query)["soc_vintage"], choice)
    onet_soc_code = soc_code if is_onet_soc_code(soc_code) else None
    return AskedOfOccupation(found, onet_soc_code, choice, list_request(request, query, snapshot))
