"""The database that a command works on, and the bytes kept beside it."""

import time
from typing import TYPE_CHECKING

from app.cli.console import err

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.config import Settings
    from app.store.archive import Archive


def prepared(settings: "Settings") -> "Engine":
    """The database to write to, once no other load is under way, with the schema of this version."""
    from app.store.engine import create_writer
    from app.store.migrate import migrate

    engine = create_writer(settings.database_url)
    wait_for_other_loads(engine)
    migrate(engine)
    return engine


def reader(settings: "Settings") -> "Engine":
    """The database to read from."""
    from app.store.engine import create_reader

    return create_reader(settings.database_url, 1).engine


def wait_for_other_loads(engine: "Engine") -> None:
    """Say that another load is under way, and wait for its end."""
    from app.store.engine import another_writes

    if another_writes(engine):
        err.print("Another load is under way: waiting for it to end ...")
        while another_writes(engine):
            time.sleep(0.2)


def archive_of(settings: "Settings") -> "Archive":
    """Where the bytes of loaded files are kept."""
    from app.store.archive import Archive

    return Archive(settings.archive_folder())
