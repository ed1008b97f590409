"""`/health/live` and `/health/ready`: for load balancers and operators."""

from fastapi import APIRouter, Response

from app import __version__
from app.api.dependencies import Served
from app.api.documentation import problems
from app.api.forms import JSON
from app.api.responses import encode
from app.schemas.health import Live, Ready

router = APIRouter(prefix="/health", tags=["health"])

_UNCACHED = {"Cache-Control": "no-store"}


@router.get(
    "/live",
    operation_id="getLiveness",
    summary="Does the process answer?",
    response_model=Live,
    responses=problems(),
)
async def get_liveness() -> Response:
    """Answers as long as the process runs. Use it to tell when to restart the process: when this fails."""
    return Response(encode({"status": "live", "version": __version__}), media_type=JSON, headers=_UNCACHED)


@router.get(
    "/ready",
    operation_id="getReadiness",
    summary="Can it serve data?",
    response_model=Ready,
    responses=problems(),
)
def get_readiness(database: Served) -> Response:
    """Answers 200 when the database can be read and holds data, 503 otherwise.

    Use it to tell when to send traffic: not while this fails. `data_revision` and `changed_at` tell when data came.
    """
    with database.snapshot() as snapshot:
        catalog = snapshot.catalog
        ready = {
            "status": "ready",
            "version": __version__,
            "database": database.dialect,
            "opened": database.mode,
            "data_revision": catalog.data_revision,
            "changed_at": catalog.changed_at,
            "releases": [f"{release.release}.r{release.revision}" for release in catalog.releases.values()],
        }
        return Response(encode(ready), media_type=JSON, headers=_UNCACHED)
