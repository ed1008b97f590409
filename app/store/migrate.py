"""Bringing a database to the schema of this version. Alembic alone creates and changes tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from app.store.bundled import bundled_folder
from app.store.engine import wait_for_others
from app.store.summaries import summarise


class NewerSchemaError(Exception):
    """The database was made by a later version of the program."""


def migrations_folder() -> Path:
    """Where the migration scripts are: in the wheel beside the code, in a checkout at the top level."""
    return bundled_folder("migrations")


def alembic_config(connection: Connection | None = None) -> Config:
    """The Alembic configuration, made in code so that it works from any folder and inside a wheel."""
    config = Config()
    # Alembic interpolates %, which may stand in a path
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@cache
def head_revision() -> str:
    """The schema revision that this version of the program works with. Read once: that reads every migration."""
    head = ScriptDirectory.from_config(alembic_config()).get_current_head()
    assert head is not None
    return head


def schema_revision(connection: Connection) -> str | None:
    """The schema revision that the database is at; `None` for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def migrate(engine: Engine, revision: str = "head") -> tuple[str | None, str | None]:
    """Upgrade the database to `revision`; returns the revisions before and after.

    Raises `NewerSchemaError` if the database is at a revision that this program does not know.
    """
    with _alembic_transaction(engine) as (connection, config):
        before = schema_revision(connection)
        if revision == "head" and before == head_revision():
            return before, before
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if before is not None and before not in known:
            raise NewerSchemaError(
                f"the database is at schema revision {before}, which this version does not know: "
                "use the version that made it, or a newer one"
            )
        command.upgrade(config, revision)
        after = schema_revision(connection)
        if after == head_revision():
            summarise(connection)
        return before, after


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to `revision` (`base` drops all tables)."""
    with _alembic_transaction(engine) as (_, config):
        command.downgrade(config, revision)


@contextmanager
def _alembic_transaction(engine: Engine) -> Iterator[tuple[Connection, Config]]:
    with engine.begin() as connection:
        wait_for_others(connection)
        yield connection, alembic_config(connection)
