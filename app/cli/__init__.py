"""The `occupations` command."""

import errno
import gc
import json
import signal
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from app import __version__
from app.cli import cells, loading, releases, search_evaluation, verification
from app.cli.console import DatabaseOption, err, out, reporting, settings_of, stop
from app.config import Settings, masked

# Heavy parts are imported where they are used, so that `--help` and mistakes answer at once.

app = typer.Typer(
    name="occupations",
    help="Serve US occupational statistics from this machine: `occupations serve` is all that is needed.",
    epilog="Settings come from the environment; `occupations config` lists them.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command."""
    app()


@app.callback(invoke_without_command=True)
def _start(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        out.print(__version__)
        raise typer.Exit


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on. [OCCUPATIONS_HOST, 127.0.0.1]")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 picks a free one. [OCCUPATIONS_PORT, 8000]")] = None,
    database_url: DatabaseOption = None,
) -> None:
    """Bring the database up to date and serve it until stopped (Ctrl-C or SIGTERM).

    The first start makes the tables and loads the seed data, which takes a few seconds.
    """
    settings = settings_of(host=host, port=port, database_url=database_url)
    with reporting():
        listening = _listen(settings)
        _prepare(settings)
        _serve(settings, listening)


@app.command()
def migrate(database_url: DatabaseOption = None) -> None:
    """Create the tables, or bring them to the schema of this version. `serve` does so by itself."""
    from app.store.engine import create_writer
    from app.store.migrate import migrate as bring_up_to_date

    settings = settings_of(database_url=database_url)
    with reporting():
        before, after = bring_up_to_date(create_writer(settings.database_url))
    out.print(f"Schema {after}" if before == after else f"Schema {before or 'none'} -> {after}")


@app.command()
def seed(database_url: DatabaseOption = None) -> None:
    """Load the seed data, if it is not loaded already. `serve` does so by itself."""
    settings = settings_of(database_url=database_url)
    with reporting():
        _load_seed(settings)


app.command()(loading.load)
app.command()(releases.releases)
app.command()(releases.unload)
app.command()(verification.verify)
app.command()(cells.cell)
app.command()(search_evaluation.evaluate_search)


@app.command()
def config(as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False) -> None:
    """List every setting: its variable, its value and what it means."""
    settings = settings_of()
    rows = [
        (f"OCCUPATIONS_{name.upper()}", _shown(settings, name), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    if as_json:
        typer.echo(json.dumps({variable: value for variable, value, _ in rows}, indent=2))
        return
    if not out.is_terminal:
        # For a file or another program: a line each, however long.
        widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
        for variable, value, meaning in rows:
            typer.echo(f"{variable:<{widths[0]}}  {value:<{widths[1]}}  {meaning}")
        return
    table = Table("variable", "value", "meaning", box=None, pad_edge=False)
    table.columns[0].no_wrap = True
    table.columns[1].overflow = "fold"
    for row in rows:
        table.add_row(*row)
    out.print(table)


@app.command()
def openapi(
    output: Annotated[Path | None, typer.Option(help="File to write; standard output if left out.")] = None,
) -> None:
    """Print the OpenAPI document, for client generators and linters. Needs no database."""
    from app.main import describe

    document = json.dumps(describe(), indent=2, ensure_ascii=False) + "\n"
    if output is None:
        sys.stdout.write(document)
    else:
        output.write_text(document, encoding="utf-8")


def _shown(settings: Settings, name: str) -> str:
    value = getattr(settings, name)
    if name == "database_url":
        return masked(value)
    return "" if value is None else str(value)


def _listen(settings: Settings) -> socket.socket:
    where = f"{settings.host} port {settings.port}"
    try:
        family, _, _, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        # With the protocol named, the event loop turns Nagle's algorithm off; without, each answer waits 40 ms.
        listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # At once, so that a second server on the same port fails now and not when this one has loaded its data.
        listening.listen()
    except (OSError, UnicodeError) as error:
        stop(f"Cannot listen on {where}: {_why_not(settings, error)}")
    return listening


def _why_not(settings: Settings, error: Exception) -> str:
    """Why an address cannot be listened on, and what to set instead."""
    addresses = "127.0.0.1 is this machine alone, 0.0.0.0 every network (--host, OCCUPATIONS_HOST)."
    if isinstance(error, socket.gaierror | UnicodeError):
        return f"no host of the name {settings.host} is known here.\n{addresses}"
    match error.errno if isinstance(error, OSError) else None:
        case errno.EADDRNOTAVAIL:
            return f"{settings.host} is no address of this machine.\n{addresses}"
        case errno.EADDRINUSE:
            return (
                "Address already in use.\n"
                "Another program may be using the port; choose one with --port (make serve PORT=8123)."
            )
        case errno.EACCES:
            return "this user may not open it. Choose a port from 1024 on with --port (make serve PORT=8123)."
    return f"{error}."


def _prepare(settings: Settings) -> None:
    """Migrate and seed, unless the folder of the database cannot be written and the database is complete."""
    from app.store.engine import is_writable, sqlite_path

    path = sqlite_path(settings.database_url)
    if path is not None and path.exists() and not is_writable(path.absolute().parent):
        _check_complete(settings)
        err.print(f"[yellow]{path.absolute().parent} cannot be written: serving the database as it is.")
        return
    _load_seed(settings)


def _check_complete(settings: Settings) -> None:
    from app.store.engine import create_reader
    from app.store.migrate import head_revision, schema_revision

    engine = create_reader(settings.database_url, 1).engine
    with engine.connect() as connection:
        found = schema_revision(connection)
    engine.dispose()
    if found != head_revision():
        stop(
            f"The database is at schema revision {found}, this version needs {head_revision()}, and its folder "
            "cannot be written: run `occupations migrate` where it can."
        )


def _load_seed(settings: Settings) -> None:
    from app.store.engine import create_writer
    from app.store.migrate import migrate as bring_up_to_date
    from app.store.seed import is_seeded, seed_folder
    from app.store.seed import seed as load_seed

    engine = create_writer(settings.database_url)
    folder = seed_folder(settings.seed_directory)
    bring_up_to_date(engine)
    if is_seeded(engine, folder):
        err.print("Database is up to date.")
    else:
        with err.status("Loading the seed data, which takes a few seconds ..."):
            report = load_seed(engine, folder)
        for part in report.parts:
            if part.unchanged:
                continue
            err.print(f"Loaded {part.release} {part.part}: {part.rows_stored:,} rows.")
            if part.overruled:
                count = len(part.overruled)
                differ = "1 cell differs" if count == 1 else f"{count:,} cells differ"
                said = f"  {differ} from the publisher's own files, which stay as they are. The first:"
                err.print(f"{said} {part.overruled[0]}", markup=False, highlight=False)
    engine.dispose()


def _serve(settings: Settings, listening: socket.socket) -> None:
    # Hundreds of thousands of objects are made now that stay until the end: looking through them for what can go
    # takes a fifth of the start, and afterwards a part of each request.
    gc.disable()
    import uvicorn

    from app.logs import configure_logs
    from app.main import create_app

    gc.freeze()
    gc.enable()
    configure_logs(settings)
    host, port = listening.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(settings),
            # h11 hands every well-formed request to the application, unknown methods too, so that it gets a problem
            http="h11",
            log_config=None,
            access_log=False,
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=settings.shutdown_seconds,
        )
    )
    # Until the server handles these signals itself, one that comes early must not be lost. Once it has drained, it
    # raises them anew for whoever handled them before: that is us, and all is done.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: setattr(server, "should_exit", True))
    err.print(
        f"Occupations API {__version__} at {address}\n"
        f"  Documentation  {address}/docs\n"
        f"  Try            curl {address}/v1/occupations/29-2071/wages\n"
        f"                 curl '{address}/v1/wages?area_code=TX&level=detailed&sort=-annual_median&limit=3'\n"
        "  Stop           Ctrl-C",
        highlight=False,
    )
    server.run(sockets=[listening])
