"""The readers of all programs, and which of them knows a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from app.sources.appearance import appearance
from app.sources.classifications import recognise_classification
from app.sources.ep import recognise_ep
from app.sources.files import FileKind, FoundFile
from app.sources.oews import recognise_oews
from app.sources.onet import recognise_onet
from app.sources.ooh import recognise_ooh
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognise, Recognition
from app.sources.records import UnreadableSourceError

# The classifications come last: their first look opens any workbook.
READERS: tuple[Recognise, ...] = (recognise_ooh, recognise_oews, recognise_onet, recognise_ep, recognise_classification)


LOOKED_FOR = (
    "Looked for: OEWS tables (columns OCC_CODE, TOT_EMP, A_MEDIAN ...), workbooks and downloads of Employment "
    "Projections, pages of the Occupational Outlook Handbook, O*NET's text files (tabs between cells), and files of "
    "the SOC, NAICS and their crosswalks."
)


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A file that no reader can read, and the layouts that it comes nearest to, the nearest first."""

    location: str
    # What it looks like, and what can be done about it, where there is something.
    appearance: str
    nearest: tuple[NearLayout, ...]
    advice: str | None = None

    @property
    def oddities(self) -> tuple[str, ...]:
        """What is unknown in a file that lacks nothing of the nearest layout: it is of that layout, and more."""
        near = self.nearest[0] if self.nearest else None
        return near.unknown if near is not None and not near.lacking else ()

    def __str__(self) -> str:
        """What the file is, what was looked for, and what the operator can do."""
        if not self.nearest:
            advice = f" {self.advice[0].upper()}{self.advice[1:]}." if self.advice else ""
            return f"{self.location}: {self.appearance}, of no publication that is known.{advice} {LOOKED_FOR}"
        near = self.nearest[0]
        sentences = [f"{self.location}: nearest to {near.layout} ({near.fit:.0%} of its marks)."]
        if near.lacking:
            sentences.append(f"It lacks {'; '.join(near.lacking)}.")
        if near.unknown:
            sentences.append(f"It has what is unknown there: {'; '.join(near.unknown)}.")
        if near.advice:
            sentences.append(f"{near.advice[0].upper()}{near.advice[1:]}.")
        return " ".join(sentences)


def recognise(
    found: FoundFile, options: ReadOptions, readers: Sequence[Recognise] = READERS
) -> Recognition | LeftOut | Unrecognised:
    """What a file is, by the first reader that knows it; else the layouts that it comes near to.

    Raises `UnreadableSourceError` for a workbook or a table that cannot be opened. Prose is no table, which is no fault
    of it.
    """
    near: list[NearLayout] = []
    fault: UnreadableSourceError | None = None
    for read in readers:
        try:
            answer = read(found, options)
        except UnreadableSourceError as error:
            fault = error
            continue
        if isinstance(answer, Recognition | LeftOut):
            return answer
        if answer is not None:
            near.append(answer)
    if fault is not None and (found.kind is not FileKind.TEXT or _looks_like_a_table(found)):
        raise fault
    near.sort(key=lambda layout: layout.fit, reverse=True)
    what, advice = appearance(found)
    return Unrecognised(found.location, what, tuple(near), advice)


_LINES_OF_A_TABLE = 5
_FEWEST_CELLS = 4


def _looks_like_a_table(found: FoundFile) -> bool:
    """Whether one of the first lines of a text has several cells."""
    with found.path.open("rb") as stored:
        lines = islice(stored, _LINES_OF_A_TABLE)
        return any(line.count(delimiter) >= _FEWEST_CELLS - 1 for line in lines for delimiter in (b"\t", b";", b","))
