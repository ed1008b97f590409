"""`occupations cell`: a row of a publisher's file as it stands there, and what is stored of it."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from app.cli.console import AsJson, DatabaseOption, out, print_json, reporting, settings_of, stop

if TYPE_CHECKING:
    from app.store.source_rows import SourceRow


def cell(  # noqa: PLR0917
    release: Annotated[str, typer.Argument(help="The release, as a record's `source` names it.")],
    file: Annotated[str, typer.Argument(help="The file, as the record's `provenance` names it.")],
    row: Annotated[int, typer.Argument(help="The row, likewise.", min=1)],
    column: Annotated[
        str | None,
        typer.Argument(
            help="One column: its header, its place (C) or a field that it fills; the whole row if left out."
        ),
    ] = None,
    sheet: Annotated[str | None, typer.Option(help="The sheet, where the file has several.")] = None,
    part: Annotated[str | None, typer.Option(help="The part, where several have a file of this name.")] = None,
    as_json: AsJson = False,
    database_url: DatabaseOption = None,
) -> None:
    """Show a row of a publisher's file as it stands there, and what is stored of it.

    A record of the API names its place: `source`, and in `provenance` file, sheet and row. The file's bytes are those
    that were kept when it was loaded; they are checked against their hash.

    Exit codes: 0 shown; 1 there is no such place, or the file's bytes were not kept or are damaged; 2 wrong options.
    """
    from app.sources.raw_rows import NoSuchRowError
    from app.store.archive import Archive
    from app.store.engine import create_reader
    from app.store.seed import seed_folder
    from app.store.source_rows import Place, UnknownPlaceError, read_source_row

    settings = settings_of(database_url=database_url)
    with reporting():
        engine = create_reader(settings.database_url, 1).engine
        try:
            with engine.connect() as connection, connection.begin():
                place = Place(release, file, row, part, sheet)
                archive = Archive(settings.archive_folder())
                shown = read_source_row(connection, archive, seed_folder(settings.seed_directory), place)
            shown = shown if column is None else shown.only(column)
        except (UnknownPlaceError, NoSuchRowError) as error:
            stop(str(error))
    if as_json:
        print_json(**asdict(shown))
    else:
        _show(shown)


def _show(found: "SourceRow") -> None:
    sheet = f", sheet {found.sheet}" if found.sheet else ""
    out.print(f"{found.release}, {found.part}: {found.file}{sheet}, row {found.row}", markup=False, highlight=False)
    out.print(f"SHA-256 {found.sha256}", highlight=False)
    cells = Table("column", "header", "text", box=None, pad_edge=False)
    for one in found.cells:
        cells.add_row(one.column, Text(one.header), Text(one.text))
    out.print(cells)
    if found.line is not None and found.line.strip() not in {one.text for one in found.cells}:
        out.print(Text(found.line.strip()))
    if not found.stored:
        out.print("Nothing is stored of it: another row states it, or it holds no facts.")
        return
    out.print()
    stored = Table("stored as", "value", "qualifier", "read from", box=None, pad_edge=False)
    for value in found.stored:
        stored.add_row(
            f"{value.table}.{value.field}", Text(_shown(value.value)), value.qualifier or "", Text(value.header or "")
        )
    out.print(stored)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
