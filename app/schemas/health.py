"""Health of the server."""

from enum import StrEnum

from app.schemas.model import Model
from app.store.engine import OpenMode


class Live(Model):
    """The process answers."""

    status: str
    """Always `live`."""
    version: str
    """Version of the application."""


class Dialect(StrEnum):
    """Kind of database."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


class Ready(Model):
    """The database answers and holds data."""

    status: str
    """Always `ready`; a server that is not answers 503."""
    version: str
    """Version of the application."""
    database: Dialect
    """What kind of database the data is in."""
    opened: OpenMode
    """How it is open: `immutable` where its folder cannot be written, so that loads are not noticed."""
    data_revision: int
    """Counts the loads."""
    changed_at: str
    """Time of the last load, UTC."""
    releases: list[str]
    """What is loaded, each with its revision."""
