"""The state that the data are in: a number that rises with every change, by which readers notice it."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, update

from app.store.summaries import summarise
from app.store.tables import database_state


def record_change(connection: Connection, seed_sha256: str | None = None) -> int:
    """Count one more state of the data, by which readers notice it; returns the new data revision.

    What is put together from the rows of several publications is written anew with it. `seed_sha256` is the hash of the
    seed that was loaded; a load of something else leaves it as it is.
    """
    summarise(connection)
    changes = {"data_revision": database_state.c.data_revision + 1, "changed_at": now()}
    if seed_sha256 is not None:
        changes["seed_sha256"] = seed_sha256
    changed = connection.execute(
        update(database_state).values(changes).returning(database_state.c.data_revision)
    ).scalar()
    if changed is not None:
        return int(changed)
    connection.execute(
        insert(database_state).values(state_id=1, data_revision=1, changed_at=now(), seed_sha256=seed_sha256)
    )
    return 1


def now() -> str:
    """The time, in UTC, to the second, as it is noted with what is loaded."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
