"""The readers of all programs, and which of them knows a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.sources.classifications import recognise_classification
from app.sources.ep import recognise_ep
from app.sources.files import FoundFile
from app.sources.oews import recognise_oews
from app.sources.onet import recognise_onet
from app.sources.ooh import recognise_ooh
from app.sources.recognition import LeftOut, NearLayout, ReadOptions, Recognise, Recognition

# The classifications come last: their first look opens any workbook.
READERS: tuple[Recognise, ...] = (recognise_ooh, recognise_oews, recognise_onet, recognise_ep, recognise_classification)


@dataclass(frozen=True, slots=True)
class Unrecognised:
    """A file that no reader can read, and the layouts that it comes nearest to, the nearest first."""

    location: str
    kind: str
    nearest: tuple[NearLayout, ...]

    def __str__(self) -> str:
        """What the file is, what was looked for, and what the operator can do."""
        if not self.nearest:
            return f"{self.location}: a file ({self.kind}) of no publication that is known"
        near = self.nearest[0]
        sentences = [f"{self.location}: nearest to {near.layout} ({near.fit:.0%} of its marks)"]
        if near.lacking:
            sentences.append(f"it lacks {'; '.join(near.lacking)}")
        if near.unknown:
            sentences.append(f"it has what is unknown there: {'; '.join(near.unknown)}")
        if near.advice:
            sentences.append(near.advice)
        return ". ".join(sentences)


def recognise(
    found: FoundFile, options: ReadOptions, readers: Sequence[Recognise] = READERS
) -> Recognition | LeftOut | Unrecognised:
    """What a file is, by the first reader that knows it; else the layouts that it comes near to."""
    near: list[NearLayout] = []
    for read in readers:
        answer = read(found, options)
        if isinstance(answer, Recognition | LeftOut):
            return answer
        if answer is not None:
            near.append(answer)
    near.sort(key=lambda layout: layout.fit, reverse=True)
    return Unrecognised(found.location, found.kind.value, tuple(near))
