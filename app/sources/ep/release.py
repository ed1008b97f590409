"""Which round a file is of, and how its release is described."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.employment_projections import ep_edition
from app.domain.programs import Origin, Program
from app.sources.ep.headings import Heading, spans
from app.sources.records import ReleaseDescription

_AND_PROJECTED = re.compile(r"\b((?:19|20)\d\d) and projected ((?:19|20)\d\d)\b")
_RELEASE = re.compile(r"ep-((?:19|20)\d\d)-(\d\d)")
_YEARS = 10


@dataclass(frozen=True, slots=True)
class Round:
    """A projection round: its base year; it looks ten years ahead."""

    base: int

    @property
    def projected(self) -> int:
        """The year that is projected."""
        return self.base + _YEARS

    @property
    def previous(self) -> int:
        """Ten years before the base year, which industry tables compare with."""
        return self.base - _YEARS

    def __str__(self) -> str:
        """`2024-34`."""
        return f"{self.base}-{self.projected % 100:02d}"


def round_of(titles: Iterable[str], headings: Iterable[Heading]) -> Round | None:
    """The round that titles and headers speak of: the latest span of ten years; `None` where there is none.

    Where no text names a span, two years of employment that lie ten years apart are its ends.
    """
    heads = tuple(headings)
    bases = {heading.years[0] for heading in heads if _is_decade(heading.years)}
    for title in titles:
        bases |= {first for first, last in spans(title) if last - first == _YEARS}
        bases |= {int(first) for first, last in _AND_PROJECTED.findall(title) if int(last) - int(first) == _YEARS}
    if not bases:
        years = {heading.years[0] for heading in heads if heading.meaning == "employment" and heading.years}
        bases = {year for year in years if year + _YEARS in years}
    return Round(max(bases)) if bases else None


def _is_decade(years: tuple[int, ...]) -> bool:
    return len(years) == 2 and years[1] - years[0] == _YEARS


def round_of_release(release: str | None) -> Round | None:
    """The round of `ep-2024-34`; `None` for the name of no EP release."""
    match = _RELEASE.fullmatch(release or "")
    if match is None:
        return None
    named = Round(int(match[1]))
    return named if str(named) == f"{match[1]}-{match[2]}" else None


def describe(round_: Round) -> ReleaseDescription:
    """The release of a round."""
    return ReleaseDescription(
        release=f"ep-{round_}",
        program=Program.EP,
        title=f"Employment Projections {round_}",
        publisher="U.S. Bureau of Labor Statistics",
        reference_period=str(round_),
        projection_round=str(round_),
        soc_vintage=ep_edition(round_.base),
        licence="Public domain (US government work)",
        attribution=f"U.S. Bureau of Labor Statistics, Employment Projections, {round_}",
        source_url="https://www.bls.gov/emp/",
        published_on=None,
        origin=Origin.PUBLISHED,
        origin_basis=None,
    )
