"""How well the rules for credentials in prose do on the pages that were labelled by hand: precision and recall.

    python -m scripts.evaluate_credentials [FOLDER OR ZIP WITH THE PAGES]

The labels are `tests/labels/ooh_credentials.csv`; half of the pages were kept back while the rules were written
(`half` is `test`), and some were labelled when they were done (`later`). A credential is right when a label of the page
has the same acronym, or the same name.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.sources.records import RecordKind
from tests.labelled_pages import LABELS, PAGES, Score, records_on

CREDENTIALS = LABELS / "ooh_credentials.csv"


def labels(path: Path = CREDENTIALS) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Half, page, and the credentials (name, acronym) that the page names; none for many."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            page = found[row["half"]][row["page"]]
            if row["credential"]:
                page.append((row["credential"], row["acronym"]))
    return found


def evaluate(wanted: dict[str, list[tuple[str, str]]], pages: Path) -> Score:
    """Compare what the rules find on each labelled page with its labels."""
    score = Score()
    for page, expected in wanted.items():
        left = list(expected)
        for name, acronym in found_on(page, pages):
            label = next((label for label in left if same(label, name, acronym)), None)
            if label is None:
                score.wrong.append(f"{page}: {name} ({acronym})")
            else:
                left.remove(label)
                score.right += 1
        score.missed += [f"{page}: {name} ({acronym})" for name, acronym in left]
    return score


def same(label: tuple[str, str], name: str, acronym: str | None) -> bool:
    """Whether a label and a finding are one credential."""
    return bool(label[1] and label[1] == acronym) or _spelled(label[0]) == _spelled(name)


def _spelled(name: str) -> str:
    return name.lower().replace("’", "'").removesuffix("s")  # noqa: RUF001 - the handbook's apostrophe


def found_on(page: str, pages: Path) -> Iterator[tuple[str, str | None]]:
    """The credentials that the rules find on a page."""
    for record in records_on(page, pages):
        if record.kind is RecordKind.CERTIFICATION:
            acronym = record.values["acronym"]
            yield str(record.values["name"]), None if acronym is None else str(acronym)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of each half; 1 if one is below what the project asks for."""
    parser = argparse.ArgumentParser(description="Precision and recall of the credentials found in prose.")
    parser.add_argument("pages", nargs="?", type=Path, default=PAGES, help="folder or zip with the profile pages")
    pages: Path = parser.parse_args(arguments).pages
    enough = True
    for half, wanted in sorted(labels().items()):
        score = evaluate(wanted, pages)
        enough &= score.enough
        count = sum(len(expected) for expected in wanted.values())
        print(*score.lines(f"{half}: {len(wanted)} pages, {count} credentials"), sep="\n")
    return 0 if enough else 1


if __name__ == "__main__":
    sys.exit(main())
