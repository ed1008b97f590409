"""Occupations for a text, best first, with the text of each that says so best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from app.domain.search_terms import says_nothing
from app.queries.search_asked import Asked
from app.queries.search_index import FoundText, Nearness, SearchIndex

# What has no word of several names is near to something from here on: little of it is known and no name looks like it
# below. Between made-up letters and titles that no index has; `docs/search.md` has the measurement.
LEAST_LIKENESS = 0.4
LEAST_KNOWN = 0.5
# A name this much like what is asked for makes it a title; below, it may be a technology or words of a description.
_LIKE_A_TITLE = 0.5
# Of fewer letters too many names begin so.
LEAST_LETTERS = 2
_ALL_WORDS = 0.999
# The chance that occupations with just what was asked for have together, at the least.
_TOGETHER = 0.95


@dataclass(frozen=True, slots=True)
class Ranked:
    """An occupation that may be meant: the chance that it is, and the text that says so.

    `is_named` tells whether that text is just what was asked for.
    """

    soc_code: str
    score: float
    found: FoundText
    is_named: bool


def rank(index: SearchIndex, text: str, *, most: int, least: float = 0.0, unfinished: bool = False) -> list[Ranked]:
    """The occupations that a text may mean, best first; none if nothing is near.

    An occupation with a text of just the words that are asked for comes first; among several the chance decides.
    `unfinished` takes each word as the beginning of one. Behind the first, those with less than `least` of a chance are
    left out.
    """
    asked = Asked.of(text, index.spelling, unfinished=unfinished)
    if says_nothing(asked.words):
        return []
    near = index.nearness(asked)
    if unfinished and len("".join(asked.words)) < LEAST_LETTERS:
        return []
    if unfinished:
        return _begun(index, near, asked.words)[:most]
    if not asked.names_know and near.likeness < LEAST_LIKENESS and near.known < LEAST_KNOWN:
        return []
    named = _of_occupations(index, near.exact.tolist())
    if named:
        return _ordered(index, near, named, (most, least), is_named=True)
    return _ordered(index, near, _with_all_words(index, near), (most, least))


def _of_occupations(index: SearchIndex, texts: list[int]) -> dict[int, int]:
    """The first of some texts of each occupation."""
    found: dict[int, int] = {}
    for number in texts:
        found.setdefault(index.occupation_of(number), number)
    return found


def _with_all_words(index: SearchIndex, near: Nearness) -> dict[int, int]:
    """Where nothing is called so, the occupations of which a text has all of the words: a technology, a task."""
    if near.likeness >= _LIKE_A_TITLE:
        return {}
    return _of_occupations(index, np.flatnonzero(near.coverage_of_text >= _ALL_WORDS).tolist())


# How steeply the vote of a name falls, the less it is like what is typed.
_STEEPNESS = 4


def _begun(index: SearchIndex, near: Nearness, words: Sequence[str]) -> list[Ranked]:
    """The occupations of names that begin so, by the votes of these names."""
    names = index.beginning_with(words, near.likeness_of_text)
    best = _of_occupations(index, names)
    votes = dict.fromkeys(best, 0.0)
    for number in names:
        votes[index.occupation_of(number)] += float(near.likeness_of_text[number]) ** _STEEPNESS
    total = sum(votes.values()) or 1.0
    ordered = sorted(votes, key=lambda place: -votes[place])
    return [Ranked(index.codes[one], votes[one] / total, index.text(best[one]), is_named=False) for one in ordered]


def _ordered(
    index: SearchIndex, near: Nearness, first: Mapping[int, int], kept: tuple[int, float], *, is_named: bool = False
) -> list[Ranked]:
    """All occupations by their chance, but some of them `first`, each with the text for which it is."""
    most, least = kept
    scores = near.scores()
    is_first = np.isin(np.arange(len(scores)), list(first))
    order = np.argsort(-(scores + is_first), kind="stable")[:most].tolist()
    if first:
        share = float(scores[is_first].sum())
        together = _TOGETHER + (1 - _TOGETHER) * share
        scores = np.where(is_first, scores / share * together, scores / max(1 - share, 1e-12) * (1 - together))
    return [
        Ranked(
            index.codes[place],
            min(1.0, float(scores[place])),
            index.text(first[place] if place in first else _best_text(index, near, place)),
            is_named and place in first,
        )
        for place in order
        if place == order[0] or scores[place] >= least
    ]


def _best_text(index: SearchIndex, near: Nearness, place: int) -> int:
    """The name most like what is asked for; a description where that has more of the words."""
    own, likeness = index.texts_of(place), near.likeness_of_text
    name, described = int(np.argmax(likeness[own])), int(np.argmax(near.coverage_of_text[own]))
    covered = near.coverage_of_text[own]
    if likeness[own][name] > 0 and covered[name] >= covered[described] - 1e-6:
        return int(own.start) + name
    return int(own.start) + (described if covered[described] > 0 else name)
