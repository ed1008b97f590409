"""`occupations verify --reconcile`: the publications that overlap, compared with each other."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from app.cli.console import DIFFERING, err, out, stop

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from app.queries.reconciliation.findings import Finding
    from app.queries.reconciliation.places import Figure, Place
    from app.queries.reconciliation.tally import Count, Tally

_MOST_DIFFERENCES = 20
_MOST_ROWS = 8


def show_reconciliation(engine: "Engine", release: str | None, *, strict: bool, as_json: bool) -> None:
    """Compare what is loaded, and report; ends the command with an exit code where `strict` and figures differ."""
    from app.queries.reconciliation.findings import Verdict

    with engine.connect() as connection, connection.begin():
        _check_loaded(connection, release)
        tally = _print_json(connection, release) if as_json else _print_tables(connection, release)
    if strict and tally.of(Verdict.DIFFERS):
        raise typer.Exit(DIFFERING)


def _check_loaded(connection: "Connection", release: str | None) -> None:
    from sqlalchemy import select

    from app.store.tables import release as releases

    known = select(releases.c.release).where(releases.c.release == release)
    if release is not None and connection.execute(known).first() is None:
        stop(f"{release} is not loaded; `occupations releases` lists what is.")


def _counted(connection: "Connection", release: str | None, tally: "Tally") -> "Iterator[Finding]":
    """The findings, each counted as it passes."""
    from app.queries.reconciliation import reconcile
    from app.queries.reconciliation.findings import Finding

    for found in reconcile(connection, release):
        tally.add(found)
        if isinstance(found, Finding):
            yield found


def _print_json(connection: "Connection", release: str | None) -> "Tally":
    """One document: every finding on a line of its own as it is found, then the counts."""
    from app.queries.reconciliation import COMPARISONS
    from app.queries.reconciliation.tally import Tally

    tally = Tally()
    sys.stdout.write(f'{{"release": {json.dumps(release)},\n"findings": [')
    for place, found in enumerate(_counted(connection, release, tally)):
        written = json.dumps(asdict(found) | {"apart": found.apart}, ensure_ascii=False)
        sys.stdout.write(f"{',' if place else ''}\n{written}")
    comparisons = [
        {
            "comparison": comparison.name,
            "question": comparison.question,
            "rounding": comparison.rounding,
            "counts": [asdict(count) for count in tally.counts.values() if count.comparison == comparison.name],
            "lacking": [asdict(lacking) for lacking in tally.lacking if lacking.comparison == comparison.name],
        }
        for comparison in COMPARISONS
    ]
    sys.stdout.write(f'\n],\n"comparisons": {json.dumps(comparisons, indent=2, ensure_ascii=False)}}}\n')
    return tally


def _print_tables(connection: "Connection", release: str | None) -> "Tally":
    from app.queries.reconciliation.findings import Verdict
    from app.queries.reconciliation.tally import Tally

    tally, shown = Tally(), list["Finding"]()
    with err.status("Comparing publications ..."):
        for found in _counted(connection, release, tally):
            if found.outcome.verdict is Verdict.DIFFERS and len(shown) < _MOST_DIFFERENCES:
                shown.append(found)
    if tally.counts:
        out.print(_table(tally.counts.values()))
    for lacking in tally.lacking:
        of = f" of {lacking.release}" if lacking.release else ""
        out.print(f"{_words(lacking.comparison)}{of}: lacks {lacking.needs}", markup=False, highlight=False)
    for found in shown:
        _print_difference(found)
    _print_sum(tally, len(shown))
    return tally


def _table(counts: "Iterable[Count]") -> Table:
    from app.queries.reconciliation.findings import Verdict

    names = ("agree", "within rounding", "differ", "not comparable")
    table = Table("comparison", "releases", *names, "why not", box=None, pad_edge=False)
    for column in table.columns[2:-1]:
        column.justify = "right"
    for count in counts:
        numbers = [f"{count.verdicts[verdict]:,}" for verdict in Verdict]
        most = sorted(count.causes.items(), key=lambda counted: -counted[1])
        causes = ", ".join(f"{_words(cause)} {number:,}" for cause, number in most)
        table.add_row(_words(count.comparison), ", ".join(count.releases), *numbers, causes)
    return table


def _print_sum(tally: "Tally", shown: int) -> None:
    from app.queries.reconciliation.findings import Verdict

    differing = tally.of(Verdict.DIFFERS)
    if not tally.counts:
        out.print("Nothing that is loaded overlaps: there is nothing to compare.")
    elif not differing:
        out.print("Nothing differs beyond rounding.")
    elif differing > shown:
        out.print(f"The first {shown} of {differing:,} differences beyond rounding; --json has all.")


def _print_difference(found: "Finding") -> None:
    about = found.subject
    where = "" if about.area_code == "99" else f", area {about.area_code}"
    if about.industry_level != "cross-industry":
        where += f", industry {about.industry_code}"
    code = f"{about.soc_code} " if about.soc_code else ""
    apart = f"{_amount(found.apart)} apart, rounding allows {_amount(found.tolerance)}"
    first = f"{_words(found.comparison)}: {code}{about.title}, {about.measure}{where}: {apart}"
    if found.outcome.note:
        first += f" ({found.outcome.note})"
    for line in (first, *(f"    {_cited(figure)}" for figure in (found.left, found.right))):
        out.print(line, markup=False, highlight=False, soft_wrap=True)


def _cited(figure: "Figure") -> str:
    """A figure with where it stands: `120, the sum of 3: oews-2025-05, states.csv, rows 2-4, TOT_EMP`."""
    value = "no figure" if figure.value is None else _amount(figure.value)
    parts = f", the sum of {figure.cells}" if figure.cells > 1 else ""
    return f"{value}{parts}: {'; '.join(map(_where, figure.places)) or 'no row'}"


def _where(place: "Place") -> str:
    sheet = f", sheet {place.sheet}" if place.sheet else ""
    rows = "row" if len(place.rows) == 1 else "rows"
    return f"{place.release} {place.part}, {place.file}{sheet}, {rows} {_ranges(place.rows)}, {place.column}"


def _ranges(rows: Sequence[int]) -> str:
    """Row numbers in their order, runs of them as `3-7`."""
    runs = [[row for _, row in run] for _, run in groupby(enumerate(rows), lambda numbered: numbered[1] - numbered[0])]
    texts = [f"{run[0]}-{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs[:_MOST_ROWS]]
    return ", ".join(texts) + (f" and {len(runs) - _MOST_ROWS} more runs" if len(runs) > _MOST_ROWS else "")


def _amount(value: float | None) -> str:
    if value is None:
        return "unknown"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}"


def _words(name: str) -> str:
    return name.replace("_", " ")
