"""Where figures side by side are not on one footing: what differs, in which topic, and for which occupation."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.queries.classification import Occupation


class Aspect(StrEnum):
    """What figures that stand side by side can differ in.

    - `soc_vintage`: the codes belong to different editions of the SOC.
    - `basis`: programs count different things; compare within one program.
    - `reference_period`: the figures of one program refer to different periods.
    - `covers`: a handbook page says the figure of several codes together, and of none of them alone.
    - `onet_soc_codes`: an occupation has several codes of O*NET, which stand each by itself.
    - `missing`: some of the occupations have such figures, and others do not.
    """

    SOC_VINTAGE = "soc_vintage"
    BASIS = "basis"
    REFERENCE_PERIOD = "reference_period"
    COVERS = "covers"
    ONET_SOC_CODES = "onet_soc_codes"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class DifferingValue:
    """What one occupation has where others have something else."""

    soc_code: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which figures of a topic are not on one footing."""

    topic: str
    aspect: Aspect
    program: str | None
    detail: str
    values: tuple[DifferingValue, ...]


Topics = Mapping[str, Mapping[Occupation, Sequence[Any]]]


def differences_between(found: Sequence[Occupation], topics: Topics) -> Iterator[Difference]:
    """What a reader must know before comparing: by topic, the widest differences first."""
    if len({one.soc_vintage for one in found}) > 1:
        values = tuple(DifferingValue(one.soc_code, str(one.soc_vintage)) for one in found)
        detail = "The codes belong to different editions of the SOC, which divide occupations differently."
        yield Difference("identity", Aspect.SOC_VINTAGE, None, detail, values)
    for topic, figures in topics.items():
        yield from _bases(found, topic, figures)
        yield from _periods(found, topic, figures)
        yield from _covers(found, topic, figures)
        yield from _several_onet_codes(found, topic, figures)
        yield from _missing(found, topic, figures)


def _bases(
    found: Sequence[Occupation], topic: str, figures: Mapping[Occupation, Sequence[Any]]
) -> Iterator[Difference]:
    bases = {one: {figure.basis for figure in figures.get(one, ()) if hasattr(figure, "basis")} for one in found}
    if len(set().union(*bases.values())) > 1:
        values = tuple(DifferingValue(one.soc_code, ", ".join(sorted(bases[one])) or None) for one in found)
        detail = (
            "OEWS counts wage and salary jobs; the handbook and Employment Projections count the self-employed as "
            "well. Compare figures of one basis."
        )
        yield Difference(topic, Aspect.BASIS, None, detail, values)


def _periods(
    found: Sequence[Occupation], topic: str, figures: Mapping[Occupation, Sequence[Any]]
) -> Iterator[Difference]:
    for program in _programs(figures):
        periods = {
            one: dict.fromkeys(_period(figure) for figure in figures.get(one, ()) if _program(figure) == program)
            for one in found
        }
        if len({tuple(some) for some in periods.values() if some}) > 1:
            values = tuple(DifferingValue(one.soc_code, ", ".join(periods[one]) or None) for one in found)
            detail = f"The figures of {program} refer to different periods."
            yield Difference(topic, Aspect.REFERENCE_PERIOD, program, detail, values)


def _period(figure: Any) -> str:
    return str(getattr(figure, "reference_period", None) or getattr(figure, "projection_round", None) or figure.source)


def _program(figure: Any) -> str:
    return str(getattr(figure, "program", "onet"))


def _programs(figures: Mapping[Occupation, Sequence[Any]]) -> list[str]:
    return list(dict.fromkeys(_program(figure) for some in figures.values() for figure in some))


def _covers(
    found: Sequence[Occupation], topic: str, figures: Mapping[Occupation, Sequence[Any]]
) -> Iterator[Difference]:
    together = {
        one: next((figure.covers for figure in figures.get(one, ()) if getattr(figure, "covers", None)), None)
        for one in found
    }
    if any(together.values()):
        values = tuple(DifferingValue(one.soc_code, ", ".join(together[one] or ()) or None) for one in found)
        detail = "A page of the handbook says its figure of several codes together: it is that of none of them alone."
        yield Difference(topic, Aspect.COVERS, "ooh", detail, values)


def _several_onet_codes(
    found: Sequence[Occupation], topic: str, figures: Mapping[Occupation, Sequence[Any]]
) -> Iterator[Difference]:
    codes = {
        one: dict.fromkeys(figure.onet_soc_code for figure in figures.get(one, ()) if hasattr(figure, "onet_soc_code"))
        for one in found
    }
    if any(len(some) > 1 for some in codes.values()):
        values = tuple(DifferingValue(one.soc_code, ", ".join(codes[one]) or None) for one in found)
        detail = "O*NET describes an occupation under several codes of its own; they are listed, and never averaged."
        yield Difference(topic, Aspect.ONET_SOC_CODES, "onet", detail, values)


def _missing(
    found: Sequence[Occupation], topic: str, figures: Mapping[Occupation, Sequence[Any]]
) -> Iterator[Difference]:
    for program in _programs(figures):
        having = {one: any(_program(figure) == program for figure in figures.get(one, ())) for one in found}
        if not all(having.values()):
            values = tuple(DifferingValue(one.soc_code, program if having[one] else None) for one in found)
            yield Difference(
                topic, Aspect.MISSING, program, f"Not every occupation has {topic} from {program}.", values
            )
