"""What a program's reader makes of a file: a part that can be loaded, or what keeps it from being one."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TypeAlias

from app.domain.qualifiers import Qualifier
from app.domain.thresholds import WageThreshold
from app.sources.files import FoundFile
from app.sources.records import SourcePart

# The oddities that an operator may allow: columns and sheets that no reader knows are passed over; tables of a workbook
# that contradict each other are read, the fullest of them counts.
ALLOWANCES = ("unknown-columns", "unknown-sheets", "disagreeing-tables")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the operator says where a file does not say it, and which oddities are allowed."""

    # The release that a file belongs to, where neither its content nor its name and folders tell.
    release: str | None = None
    # What `#` means in an OEWS year that the reviewed table lacks.
    threshold: WageThreshold | None = None
    # The occupation that a document is about, where it prints no code and its title is not a known one: `29-2071`.
    soc_code: str | None = None
    # Oddities that are read over instead of being an error, by name (`ALLOWANCES`).
    allow: frozenset[str] = frozenset()


_THRESHOLD, _SOC_CODE, _PREFER = "threshold=", "soc-code=", "prefer="


def said_threshold(threshold: WageThreshold) -> str:
    """A threshold that the operator stated, as it is noted with the part: `threshold=115.00/239200`."""
    return f"{_THRESHOLD}{threshold.hourly_cents / 100:.2f}/{threshold.annual_dollars}"


def said_soc_code(soc_code: str) -> str:
    """A code that the operator stated, as it is noted with the part: `soc-code=29-2071`."""
    return f"{_SOC_CODE}{soc_code}"


def said_preference(prefer: str) -> str:
    """Which part was right where two differed, as it is noted with the part that was loaded second: `prefer=new`."""
    return f"{_PREFER}{prefer}"


def is_preference(noted: str) -> bool:
    """Whether a note of a part says that cells of another part differed, and which of them stayed."""
    return noted.startswith(_PREFER)


def is_said(noted: str) -> bool:
    """Whether a note of a part is a statement of the operator's, which changes what is read of the same bytes."""
    return noted.startswith((_THRESHOLD, _SOC_CODE))


def threshold_of(text: str) -> WageThreshold:
    """A threshold as the operator writes it, dollars per hour and per year: `115.00/239200`; else `ValueError`."""
    hour, _, year = text.partition("/")
    return WageThreshold(round(float(hour) * 100), int(year.replace(",", "")), Qualifier.AT_OR_ABOVE)


def options_of(release: str, noted: Collection[str]) -> ReadOptions:
    """The options that a part of a release was read with, from what was noted with it."""
    said = {
        name: text.removeprefix(name) for text in noted for name in (_THRESHOLD, _SOC_CODE) if text.startswith(name)
    }
    return ReadOptions(
        release=release,
        threshold=threshold_of(said[_THRESHOLD]) if _THRESHOLD in said else None,
        soc_code=said.get(_SOC_CODE),
        allow=frozenset(text for text in noted if not is_said(text) and not is_preference(text)),
    )


@dataclass(frozen=True, slots=True)
class Recognition:
    """A file that a reader knows: the part it is, and the layout by its name."""

    part: SourcePart
    layout: str
    # Sheets that hold no figures (field descriptions, contents), by name, and why each is left out.
    left_out: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class NearLayout:
    """A layout that a file comes near to, and what keeps it from being that.

    `fit` is the share of the layout's marks (columns, headings) that the file has: 0 to 1. The nearest layout of all
    readers is named in the message about a file that nobody recognises.
    """

    layout: str
    fit: float
    lacking: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    # What the operator can do about it, where there is something: `say --release oews-2030-05`.
    advice: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that a reader knows and that holds nothing to load, such as field descriptions: what it is, and why."""

    layout: str
    reason: str


# A reader answers `None` for a file that has nothing to do with its program. It opens as little of the file as it
# needs to tell; the records are read when the part is loaded.
Recognise: TypeAlias = Callable[[FoundFile, ReadOptions], "Recognition | NearLayout | LeftOut | None"]
