"""`occupations releases` and `unload`: what is loaded, and taking it out."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from app.cli.console import AsJson, DatabaseOption, out, print_json, reporting, settings_of, stop
from app.cli.databases import prepared, reader, wait_for_other_loads

if TYPE_CHECKING:
    pass


def releases(as_json: AsJson = False, database_url: DatabaseOption = None) -> None:
    """List what is loaded: releases, their parts, files and rows."""
    from app.queries.catalog_reading import read_catalog, read_data_revision

    settings = settings_of(database_url=database_url)
    with reporting(), reader(settings).connect() as connection, connection.begin():
        loaded = [] if read_data_revision(connection) is None else list(read_catalog(connection).releases.values())
    if as_json:
        print_json(releases=[asdict(release) for release in loaded])
        return
    table = Table("release", "rev.", "part", "layout", "files", "rows", "loaded", box=None, pad_edge=False)
    for column in table.columns:
        column.justify = "right" if column.header in ("rev.", "files", "rows") else "left"
    for release in sorted(loaded, key=lambda one: one.release):
        for part in release.parts:
            table.add_row(
                release.release,
                str(part.revision),
                part.part,
                part.layout,
                str(len(part.files)),
                f"{part.rows_stored:,}",
                part.loaded_at,
            )
    out.print(table)


def unload(
    release: Annotated[str, typer.Argument(help="A release, as `occupations releases` lists it.")],
    as_json: AsJson = False,
    database_url: DatabaseOption = None,
) -> None:
    """Take a release out of the database, with all its parts. Its kept bytes stay."""
    from app.store.data_state import record_change
    from app.store.engine import wait_for_others
    from app.store.loader import unload_release

    settings = settings_of(database_url=database_url)
    with reporting():
        reader(settings).dispose()  # where there is no database, none is made
        engine = prepared(settings)
        wait_for_other_loads(engine)
        with engine.begin() as connection:
            wait_for_others(connection)
            parts = unload_release(connection, release)
            if not parts:
                stop(f"{release} is not loaded; `occupations releases` lists what is.")
            record_change(connection)
    if as_json:
        print_json(unloaded=release, parts=parts)
    else:
        out.print(f"Unloaded {release}: {parts} part{'s' if parts > 1 else ''}.")
