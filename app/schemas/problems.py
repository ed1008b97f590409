"""Errors: RFC 9457 problem documents."""

from pydantic import Field

from app.schemas.envelope import Nearest
from app.schemas.model import Model


class InvalidParameter(Model):
    """One thing that is wrong with a request."""

    where: str = Field(json_schema_extra={"example": "query"})
    """`path`, `query` or `header`."""
    name: str = Field(json_schema_extra={"example": "limt"})
    """Name of the parameter."""
    given: str | None = Field(json_schema_extra={"example": "5"})
    """What was given, shortened if it is long."""
    allowed: str = Field(json_schema_extra={"example": "did you mean `limit`?"})
    """What would work."""


class Problem(Model):
    """What went wrong, and what would work (`application/problem+json`, RFC 9457)."""

    type: str = Field(json_schema_extra={"example": "/problems/invalid-parameter"})
    """URL path of a page that explains this kind of problem."""
    title: str = Field(json_schema_extra={"example": "A parameter is not valid"})
    """The kind of problem in a few words."""
    status: int = Field(json_schema_extra={"example": 422})
    """HTTP status."""
    detail: str = Field(json_schema_extra={"example": "Not valid: `limt`."})
    """What is wrong with this request."""
    instance: str = Field(json_schema_extra={"example": "/v1/wages"})
    """URL path of the request."""
    request_id: str = Field(json_schema_extra={"example": "3f9a1c0d5b7e2a48"})
    """Identifier of the request, also in the `X-Request-Id` header and in the server's log."""
    errors: list[InvalidParameter]
    """One entry for each bad parameter; empty where the problem is not one of parameters."""
    nearest: list[Nearest]
    """Things that exist, near to what was asked for."""
