"""`occupations evaluate-search`: how often a search finds the occupation of a title that its index lacks."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import Progress
from rich.table import Table

from app.cli.console import DatabaseOption, err, out, reporting, settings_of, stop

if TYPE_CHECKING:
    from app.queries.search_evaluation import Figures, Trial


def evaluate_search(  # noqa: PLR0917 -- options of a command
    titles: Annotated[int, typer.Option(min=1, help="How many titles are drawn.")] = 3_000,
    seed: Annotated[int, typer.Option(help="Seed of the draw: the same one draws the same titles.")] = 1,
    typos: Annotated[bool, typer.Option("--typos", help="Search each title once more with one typo in it.")] = False,
    fit: Annotated[
        bool, typer.Option("--fit", help="Fit the weights anew on the tuning half, and print them; nothing is changed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For machines.")] = False,
    database_url: DatabaseOption = None,
) -> None:
    r"""Measure the search on job titles that it has not seen. Needs an O\*NET release; takes a minute.

    Alternate titles of O\*NET are drawn at random from the evaluation half (halves are told apart by a hash of the
    letters; weights were fitted on the other one). Every row with such a text is left out of an index that is made in
    memory, then each is searched. A hit is any six-digit code that O\*NET lists the text for: hit@1 counts those where
    the first occupation is one, hit@5 where one of the first five is, MRR is the mean of 1/place. The time is that of
    a search without HTTP. The database is only read.

    Examples: `occupations evaluate-search --typos`; `occupations evaluate-search --seed 7 --titles 500 --json`.
    """
    settings = settings_of(database_url=database_url)
    with reporting():
        from app.queries.search_evaluation import Half, NoTitlesError, prepare
        from app.queries.search_evaluation import fit as fit_weights
        from app.store.engine import create_reader

        engine = create_reader(settings.database_url, 1).engine
        try:
            with err.status("Making an index without the titles ..."), engine.connect() as connection:
                trial = prepare(connection, Half.TUNING if fit else Half.EVALUATION, titles, seed)
        except NoTitlesError as error:
            stop(f"{error}.")
        finally:
            engine.dispose()
        if fit:
            with err.status("Fitting ..."):
                out.print_json(data=fit_weights(trial))
            return
        figures = [_measure(trial, typos=one) for one in ((False, True) if typos else (False,))]
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in figures], indent=2))
        return
    _print(figures)


def _measure(trial: "Trial", *, typos: bool) -> "Figures":
    from app.queries.search_evaluation import measure

    with Progress(console=err, transient=True) as progress:
        task = progress.add_task("Searching, with typos" if typos else "Searching", total=len(trial.titles))
        return measure(trial, typos=typos, watch=lambda done: progress.update(task, completed=done))


def _print(figures: "list[Figures]") -> None:
    first = figures[0]
    out.print(
        f"{first.titles:,} of the {first.titles_in_half:,} titles of the {first.half} half, seed {first.seed}; "
        f"{first.texts_in_index:,} texts in the index, {first.texts_left_out:,} left out.",
        highlight=False,
    )
    table = Table("titles", "hit@1", "hit@5", "MRR", "median ms", "p95 ms", box=None, pad_edge=False)
    for one in figures:
        shares = [f"{share:.3f}" for share in (one.hit_at_1, one.hit_at_5, one.mean_reciprocal_rank)]
        times = [f"{spent:.1f}" for spent in (one.median_milliseconds, one.p95_milliseconds)]
        table.add_row("with a typo" if one.typos else "as they are", *shares, *times)
    out.print(table)
