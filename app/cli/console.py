"""What every command shares: where it prints, its exit codes, its settings, and how it says what went wrong."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from app.config import InvalidSettingsError, Settings, checked_settings, load_settings

FAILED = 1
WRONG_SETTINGS = 2
UNREADABLE = 3
UNRECOGNISED = 4
DIFFERING = 3

# Tables keep their width where nobody looks at a terminal: in a pipe, in a log.
out = Console(width=None if sys.stdout.isatty() else 200)
err = Console(stderr=True, soft_wrap=True)

DATABASE_HELP = "Database URL: sqlite:///FILE or postgresql://... [OCCUPATIONS_DATABASE_URL]"
AsJson = Annotated[bool, typer.Option("--json", help="For machines: one JSON document on standard output.")]
DatabaseOption = Annotated[str | None, typer.Option("--database-url", help=DATABASE_HELP, show_default=False)]


def settings_of(**chosen: str | int | None) -> Settings:
    """The settings of the environment, with what the command line chose instead."""
    try:
        load_settings()
        return checked_settings({name: value for name, value in chosen.items() if value is not None})
    except InvalidSettingsError as error:
        stop(f"Settings cannot be used:\n{error}", WRONG_SETTINGS)


def print_json(**content: object) -> None:
    """Print one JSON document."""
    json.dump(content, sys.stdout, indent=2, ensure_ascii=False, default=str)
    sys.stdout.write("\n")


@contextmanager
def reporting() -> Iterator[None]:
    """Say what went wrong in a sentence instead of a trace, where the cause is not a fault of ours."""
    from alembic.util import CommandError
    from sqlalchemy.exc import DatabaseError, OperationalError

    from app.sources.records import UnreadableSourceError
    from app.store.archive import DamagedArchiveError
    from app.store.engine import DatabaseUnavailableError
    from app.store.migrate import NewerSchemaError

    try:
        yield
    except (
        DatabaseUnavailableError,
        NewerSchemaError,
        UnreadableSourceError,
        CommandError,
        FileNotFoundError,
        DamagedArchiveError,
    ) as error:
        stop(str(error))
    except OSError as error:  # a disk that is full, a folder that cannot be written
        stop(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}. Nothing is stored.")
    except (OperationalError, DatabaseError) as error:
        stop(f"The database cannot be used: {error.orig}")


def stop(message: str, code: int = FAILED) -> NoReturn:
    """End the command with a message and an exit code."""
    err.print(f"[red]{message}" if err.is_terminal else message, markup=err.is_terminal, highlight=False)
    raise typer.Exit(code)
