"""The seed: what the first start loads, and again only when the seed folder has changed."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from app.sources.seed import seed_parts
from app.store.bundled import bundled_folder
from app.store.data_state import record_change
from app.store.engine import wait_for_others
from app.store.loader import load_parts
from app.store.overlaps import Prefer
from app.store.parts import PartReport
from app.store.tables import database_state


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What seeding did: nothing if the folder's hash is the one that is loaded."""

    sha256: str
    loaded: bool
    parts: tuple[PartReport, ...]


def seed_folder(chosen: Path | None) -> Path:
    """The folder to seed from: the chosen one, else the one that came with the program."""
    return chosen if chosen is not None else bundled_folder("seed_data")


def seed_hash(folder: Path) -> str:
    """SHA-256 over the names and bytes of the files that seeding reads, in order of name."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".csv", ".gz", ".json"):
            digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def is_seeded(engine: Engine, folder: Path) -> bool:
    """Whether the database holds exactly this seed folder."""
    with engine.connect() as connection:
        return _loaded_hash(connection) == seed_hash(folder)


def seed(engine: Engine, folder: Path) -> SeedReport:
    """Load the seed folder in one transaction, if it is not what the database holds already."""
    sha256 = seed_hash(folder)
    with engine.begin() as connection:
        wait_for_others(connection)
        if _loaded_hash(connection) == sha256:
            return SeedReport(sha256, loaded=False, parts=())
        # Where a publisher's own file is loaded already, the starter release gives way to it.
        reports = load_parts(connection, seed_parts(folder), Prefer.OLD)
        record_change(connection, sha256)
    return SeedReport(sha256, loaded=True, parts=tuple(reports))


def _loaded_hash(connection: Connection) -> str | None:
    return connection.execute(select(database_state.c.seed_sha256)).scalar()
