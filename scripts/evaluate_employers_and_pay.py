"""How well the rules for employers and pay do on the pages that were labelled by hand: precision and recall.

    python -m scripts.evaluate_employers_and_pay [FOLDER OR ZIP WITH THE PAGES]

The labels are `tests/labels/ooh_employers_and_pay.csv`. A fact is right when a label of the page has the same kind,
occupation, label, amount, unit and bound; each label is used once.
"""

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from app.sources.records import Record, RecordKind, Value
from tests.labelled_pages import LABELS, PAGES, Score, records_on

EMPLOYERS_AND_PAY = LABELS / "ooh_employers_and_pay.csv"
EMPLOYER, BY_INDUSTRY, BY_OCCUPATION, STATED = "employer", "pay_by_industry", "pay_by_occupation", "pay_stated"
_UNITS = {"annual": "dollars per year", "hourly": "dollars per hour"}
_STATED = {"median": "median", "mean": "mean", "p10": "lowest 10 percent", "p90": "highest 10 percent"}


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a table, or a wage in a sentence: for whom (all of the page, if empty), what, and how much.

    `bound` is `at_or_above` where the amount is the highest that is published.
    """

    kind: str
    occupation: str
    label: str
    amount: Decimal
    unit: str
    bound: str


def labels(path: Path = EMPLOYERS_AND_PAY) -> dict[str, list[Fact]]:
    """Page, and the facts that it states; none for a page without any."""
    found: dict[str, list[Fact]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            page = found[row["page"]]
            if row["kind"]:
                of, figure = (row["kind"], row["occupation"], row["label"]), row["amount"]
                page.append(_fact(*of, figure, unit=row["unit"], bound=row["bound"]))
    return found


def evaluate(wanted: Mapping[str, Sequence[Fact]], pages: Path) -> dict[str, Score]:
    """Compare what is read of each labelled page with its labels, by kind of fact."""
    scores: dict[str, Score] = defaultdict(Score)
    for page, expected in wanted.items():
        left = Counter(expected)
        for fact in found_on(page, pages):
            score = scores[fact.kind]
            if left[fact]:
                left[fact] -= 1
                score.right += 1
            else:
                score.wrong.append(f"{page}: {fact}")
        for fact in left.elements():
            scores[fact.kind].missed.append(f"{page}: {fact}")
    return scores


def found_on(page: str, pages: Path) -> Iterator[Fact]:
    """The employers and the pay that the loader reads of a page."""
    for record in records_on(page, pages):
        values = record.values
        if record.kind is RecordKind.LARGEST_EMPLOYER:
            share = values["percent_of_occupation"]
            yield _fact(EMPLOYER, values["subject_title"], values["industry_label"], share, unit="percent", bound=None)
        elif record.kind is RecordKind.HANDBOOK_WAGE:
            yield from _wages(record)


def _wages(record: Record) -> Iterator[Fact]:
    """A fact for each amount of a row of wages: of a table by industry or by occupation, or (place 0) of the text."""
    values = record.values
    whom, industry = values["subject_title"], values["industry_label"]
    for basis, unit in _UNITS.items():
        for measure, words in _STATED.items():
            amount = values.get(f"{basis}_{measure}")
            bound = values.get(f"{basis}_{measure}_qualifier")
            if amount is None:
                continue
            mean = "mean_" if measure == "mean" else ""
            if industry is not None:
                yield _fact(mean + BY_INDUSTRY, whom, industry, amount, unit=unit, bound=bound)
            elif values["position"] == 0:
                yield _fact(STATED, whom, words, amount, unit=unit, bound=bound)
            else:
                yield _fact(mean + BY_OCCUPATION, "", whom, amount, unit=unit, bound=bound)


def _fact(kind: str, occupation: Value, label: Value, amount: Value, *, unit: str, bound: Value) -> Fact:
    """A fact with its occupation in lower case, since sentences and tables begin it differently."""
    what = str(label).lower() if kind.endswith(BY_OCCUPATION) else str(label)
    return Fact(kind, str(occupation or "").lower(), what, Decimal(str(amount)), unit, str(bound or ""))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each kind; 1 if one is below what the project asks for."""
    parser = argparse.ArgumentParser(description="Precision and recall of employers and pay on labelled pages.")
    parser.add_argument("pages", nargs="?", type=Path, default=PAGES, help="folder or zip with the profile pages")
    pages: Path = parser.parse_args(arguments).pages
    wanted = labels()
    print(f"{len(wanted)} pages, {sum(map(len, wanted.values()))} facts")
    scores = evaluate(wanted, pages)
    for kind, score in sorted(scores.items()):
        print(*score.lines(f"{kind}: {score.right + len(score.missed)} labelled"), sep="\n")
    return 0 if all(score.enough for score in scores.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
