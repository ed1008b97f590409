"""Settings, all from the environment with the prefix `OCCUPATIONS_`. `occupations config` lists them."""

import os
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError


class LogFormat(StrEnum):
    """`console` for a person at a terminal, `json` for a log collector."""

    CONSOLE = "console"
    JSON = "json"


class LogLevel(StrEnum):
    """The least severe event that is logged."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


_DIALECTS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


_DATABASE_URLS = "sqlite:///path/to/file.sqlite3 or postgresql://user:password@host/database"


def _database_url(text: str) -> str:
    try:
        url = make_url(text)
    except ArgumentError:
        raise ValueError(f"not a database URL: write {_DATABASE_URLS}") from None
    except ValueError:
        raise ValueError(
            f"not a database URL: the port is no number. Write {_DATABASE_URLS}; in a password, "
            "write @ as %40, : as %3A and / as %2F"
        ) from None
    dialect = url.get_backend_name()
    if dialect not in _DIALECTS:
        raise ValueError(f"{dialect} is not supported: use sqlite or postgresql")
    if dialect == "sqlite" and (url.database or "") in ("", ":memory:"):
        raise ValueError("an in-memory database cannot be served: name a file, sqlite:///occupations.sqlite3")
    return url.set(drivername=_DIALECTS[dialect]).render_as_string(hide_password=False)


_SCHEME = re.compile(r"[A-Za-z0-9+.-]+://")
_PASSWORD_OF_QUERY = re.compile(r"(?i)([?&][a-z]*pass[a-z]*=)[^&]*")


def masked(database_url: str) -> str:
    """A database URL as it may be shown: without the password, be the URL well-formed or not."""
    scheme = match[0] if (match := _SCHEME.match(database_url)) else ""
    # Up to the last @, since a password may have one that was not encoded.
    user, at, place = database_url.removeprefix(scheme).rpartition("@")
    if ":" in user:
        user = f"{user.partition(':')[0]}:***"
    return _PASSWORD_OF_QUERY.sub(r"\1***", f"{scheme}{user}{at}{place}")


def _host(text: str) -> str:
    if not text.strip():
        raise ValueError("an address or a host name: 127.0.0.1 for this machine alone, 0.0.0.0 for every network")
    return text.strip()


_PACKAGE = "datapackage.json"


def _seed_directory(folder: Path | None) -> Path | None:
    """`folder` if there is seed data in it: what its files hold is looked at when they are read."""
    if folder is None:
        return folder
    expected = f"expected is a folder with a {_PACKAGE} and the files that it describes, such as a copy of seed_data"
    if not folder.exists():
        raise ValueError(f"there is no such folder; {expected}")
    if not folder.is_dir():
        raise ValueError(f"this is no folder; {expected}")
    if not (folder / _PACKAGE).is_file():
        raise ValueError(f"there is no {_PACKAGE} in this folder; {expected}")
    return folder


class Settings(BaseSettings):
    """What an operator can set. Every field is an environment variable, `OCCUPATIONS_` and its name."""

    model_config = SettingsConfigDict(env_prefix="OCCUPATIONS_", frozen=True, extra="ignore")

    database_url: Annotated[str, AfterValidator(_database_url)] = Field(
        default="sqlite:///occupations.sqlite3",
        validate_default=True,
        repr=False,
        description="Where the database is: sqlite:///FILE (relative to the working directory) or postgresql://...",
    )
    host: Annotated[str, AfterValidator(_host)] = Field(
        default="127.0.0.1", description="Address that `occupations serve` listens on."
    )
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port that `occupations serve` listens on; 0 picks one."
    )
    log_format: LogFormat = Field(default=LogFormat.CONSOLE, description="How log lines are written: console or json.")
    log_level: LogLevel = Field(default=LogLevel.INFO, description="Least severe event that is logged.")
    archive_directory: Path | None = Field(
        default=None,
        description="Folder that keeps the bytes of loaded files; beside the database if unset.",
    )
    seed_directory: Annotated[Path | None, AfterValidator(_seed_directory)] = Field(
        default=None,
        description="Folder that the first start loads; the seed data that came with the program if unset.",
    )
    cache_seconds: int = Field(
        default=300,
        ge=0,
        le=31_536_000,
        description="`max-age` in Cache-Control of answers; 0 asks caches to check each time.",
    )
    shutdown_seconds: int = Field(
        default=20, ge=1, le=600, description="How long requests under way may take to finish after SIGTERM."
    )
    connections: int = Field(
        default=8, ge=1, le=100, description="Most database connections, and so most requests answered at once."
    )
    exports: int = Field(
        default=2,
        ge=1,
        le=100,
        description="Most whole lists (`limit=all`) that are sent at once; each holds a database connection.",
    )

    def archive_folder(self) -> Path:
        """Where the bytes of loaded files are kept."""
        if self.archive_directory is not None:
            return self.archive_directory
        url = make_url(self.database_url)
        beside = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else Path("occupations")
        return beside.with_name(f"{beside.stem}-files")


class InvalidSettingsError(Exception):
    """Settings that cannot be used; the message lists each with what would work."""


# Variables with our prefix that are not settings: where tests find publishers' files, and that none may be skipped.
_NOT_SETTINGS = frozenset({"OCCUPATIONS_TEST_FILES", "OCCUPATIONS_REQUIRE_ALL"})


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process. Raises `InvalidSettingsError` for wrong values and for unknown names."""
    known = {f"OCCUPATIONS_{name}".upper() for name in Settings.model_fields}
    problems = [
        f"{name}: no such setting{_suggestion(name, known)}"
        for name in sorted(environment)
        if name.startswith("OCCUPATIONS_") and name not in known | _NOT_SETTINGS
    ]
    if problems:
        raise InvalidSettingsError("\n".join(problems))
    return checked_settings({})


def checked_settings(chosen: Mapping[str, object]) -> Settings:
    """The settings of the environment with what was `chosen` instead. Raises `InvalidSettingsError`."""
    try:
        return Settings.model_validate(Settings().model_dump() | dict(chosen))
    except ValidationError as error:
        raise InvalidSettingsError("\n".join(map(_refusal, error.errors()))) from None


def _refusal(found: ErrorDetails) -> str:
    """A wrong value: which, what would work and what was given. A password is not repeated."""
    name = str(found["loc"][0])
    given = masked(str(found["input"])) if name == "database_url" else str(found["input"])
    return f"OCCUPATIONS_{name.upper()}: {_works(name, found)} (given: {given!r})"


def _works(name: str, found: ErrorDetails) -> str:
    context = found.get("ctx", {})
    if found["type"] == "enum":
        members = re.findall(r"'([^']*)'", str(context["expected"]))
        return f"one of {', '.join(members)}"
    if found["type"] == "value_error":
        return str(context["error"])
    bounds = Settings.model_fields[name].metadata
    least, most = (next((getattr(one, side) for one in bounds if hasattr(one, side)), None) for side in ("ge", "le"))
    if least is not None and most is not None:
        return f"a whole number from {least} to {most}"
    return "a value that can be used"


def _suggestion(name: str, known: Iterable[str]) -> str:
    match = get_close_matches(name, list(known), n=1)
    return f"; did you mean {match[0]}?" if match else ""
