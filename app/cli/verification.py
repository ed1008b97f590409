"""`occupations verify`: stored cells against the files that they were read from, or publications against each other."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.console import UNREADABLE, AsJson, DatabaseOption, err, print_json, reporting, settings_of, stop
from app.cli.databases import archive_of, reader
from app.cli.handed_files import parts_of_files, read_options, refuse, refuse_damaged, sort_handed
from app.cli.load_report import show_verified
from app.cli.reconciliation import show_reconciliation

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from app.config import Settings
    from app.queries.catalog_records import File
    from app.sources.recognition import ReadOptions
    from app.sources.records import SourcePart
    from app.store.archive import Archive
    from app.store.verification import Verification


def verify(  # noqa: PLR0917
    files: Annotated[
        list[Path] | None,
        typer.Argument(help="Files to compare with; the kept bytes of everything loaded if left out.", exists=True),
    ] = None,
    release: Annotated[
        str | None,
        typer.Option(
            help="The release, where neither a file nor its name says; with --reconcile the one to compare.",
            metavar="ID",
        ),
    ] = None,
    soc_code: Annotated[
        str | None, typer.Option(help="The occupation of a profile in plain text, as it was loaded.")
    ] = None,
    threshold: Annotated[
        str | None, typer.Option(help="The threshold that an OEWS year was loaded with.", metavar="HOUR/YEAR")
    ] = None,
    reconcile: Annotated[
        bool,
        typer.Option(
            "--reconcile", help="Compare the publications that overlap with each other instead; no file is read."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="With --reconcile: exit code 3 if figures differ beyond rounding.")
    ] = False,
    as_json: AsJson = False,
    database_url: DatabaseOption = None,
) -> None:
    """Read files again and compare every stored cell with them; or compare publications with each other.

    `--reconcile` asks whether publications that overlap say the same: groups and their occupations, the nation and
    the states, projections and handbook, and the wages that both quote from OEWS. docs/reconciliation.md explains it.

    Exit codes: 0 all cells agree; 3 some do not, or files are not loaded, or were not kept; 1 and 2 as for `load`. With
    `--reconcile` 0 is a report, whatever it finds, since publications do differ; with `--strict` 3 if they do beyond
    rounding.
    """
    from app.sources.records import UnreadableSourceError
    from app.store.verification import Verification, verify_part

    settings = settings_of(database_url=database_url)
    if reconcile:
        if files or soc_code or threshold:
            stop("--reconcile compares what is stored, and reads no files: verify FILES in a run of their own.", 2)
        with reporting():
            show_reconciliation(reader(settings), release, strict=strict, as_json=as_json)
        return
    if strict:
        stop("--strict goes with --reconcile: without it, cells that differ end with exit code 3 anyway.", 2)
    options = replace(read_options(release, threshold, ()), soc_code=soc_code)
    results: list[Verification] = []
    with reporting(), tempfile.TemporaryDirectory(prefix="occupations-") as workspace:
        engine = reader(settings)
        parts: Iterable[SourcePart | Verification]
        if files:
            sorted_files = sort_handed(files, Path(workspace), options)
            refuse_damaged(sorted_files, as_json)
            parts = parts_of_files(sorted_files)
        else:
            # All of them first: looking them up takes the one connection that comparing needs.
            parts = list(_loaded_parts(engine, settings, Path(workspace), options))
        try:
            with engine.connect() as connection, connection.begin():
                for source in parts:
                    if isinstance(source, Verification):
                        results.append(source)
                        continue
                    with err.status(f"Comparing {source.release.release} {source.part} ..."):
                        results.append(verify_part(connection, source))
        except UnreadableSourceError as error:
            refuse(error, None, as_json)
    if as_json:
        print_json(verified=[asdict(result) for result in results])
    else:
        show_verified(results)
    if not results or any(result.differences or result.unread or not result.loaded for result in results):
        raise typer.Exit(UNREADABLE)


def _loaded_parts(
    engine: "Engine", settings: "Settings", workspace: Path, said: "ReadOptions"
) -> Iterator["SourcePart | Verification"]:
    """Every part that is loaded, to be read again from the seed or from the bytes that were kept; or why it cannot."""
    from app.queries.catalog_reading import read_catalog
    from app.sources.recognition import options_of
    from app.sources.seed import seed_parts
    from app.store.seed import seed_folder
    from app.store.verification import Verification

    with engine.connect() as connection, connection.begin():
        loaded = read_catalog(connection).releases.values()
    of_seed = {(one.release.release, one.part): one for one in seed_parts(seed_folder(settings.seed_directory))}
    archive = archive_of(settings)
    for release in loaded:
        for part in release.parts:
            seeded = of_seed.get((release.release, part.part))
            if seeded is not None and {file.sha256 for file in seeded.files} == {file.sha256 for file in part.files}:
                yield seeded
                continue
            lacking = [file.name for file in part.files if not archive.has(file.sha256)]
            if lacking:
                yield Verification(release.release, part.part, unread=f"{', '.join(lacking)}: not kept")
                continue
            noted = options_of(release.release, part.allowed)
            options = replace(
                noted, threshold=said.threshold or noted.threshold, soc_code=said.soc_code or noted.soc_code
            )
            kept = _unpacked(archive, workspace / "kept" / release.release / part.part, part.files)
            read = [one for one in parts_of_files(sort_handed(kept, workspace, options)) if one.part == part.part]
            yield from read
            if not read:
                yield Verification(release.release, part.part, unread="its files are not recognised")


def _unpacked(archive: "Archive", folder: Path, files: Iterable["File"]) -> list[Path]:
    paths: list[Path] = []
    for file in files:
        # Two files of a part may have one name: they came from two folders.
        own = folder / file.sha256[:12]
        own.mkdir(parents=True, exist_ok=True)
        paths.append(archive.unpack_into(own, file.name, file.sha256))
    return paths
