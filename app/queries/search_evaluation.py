"""How often a search finds the occupation of a title that its index lacks: a measurement that anyone can repeat.

Titles are those that O*NET lists as alternates, split into two halves by a hash of their letters: weights are fitted on
one half (`tuning`) and figures are reported on the other (`evaluation`). Of a half, some titles are drawn at random.
Every row whose text is one of them is left out of the index; then each is searched. A hit is any six-digit code for
which O*NET lists that text.
"""

import hashlib
import random
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from string import ascii_lowercase
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection

from app.domain.search_fields import NAMES, MatchedField
from app.queries.search_asked import Asked
from app.queries.search_index import Array, SearchIndex
from app.queries.search_ranking import rank
from app.queries.search_weights import WEIGHT_OF
from app.store.search_build import build_index
from app.store.search_texts import SearchText, read_successors, read_texts

MOST_HITS = 10


class Half(StrEnum):
    """A half of the titles: the one that weights are fitted on, and the one that figures are reported on."""

    TUNING = "tuning"
    EVALUATION = "evaluation"


class NoTitlesError(Exception):
    """No O*NET titles are loaded, so that there is nothing to measure with."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a run came to: shares of titles, the mean of 1/place of the first hit, and the time of a search."""

    half: Half
    seed: int
    typos: bool
    titles_in_half: int
    titles: int
    texts_in_index: int
    texts_left_out: int
    hit_at_1: float
    hit_at_5: float
    mean_reciprocal_rank: float
    median_milliseconds: float
    p95_milliseconds: float


@dataclass(frozen=True, slots=True)
class Trial:
    """Titles to search, the codes of each, and an index that lacks them."""

    half: Half
    seed: int
    titles_in_half: int
    titles: tuple[str, ...]
    codes: tuple[frozenset[str], ...]
    index: SearchIndex
    texts_in_index: int
    texts_left_out: int


def half_of(title: str) -> Half:
    """Which half a title belongs to, by its letters alone: a later release has a title in the same half."""
    digest = hashlib.sha256(title.casefold().encode()).digest()
    return Half.EVALUATION if digest[-1] % 2 else Half.TUNING


def prepare(connection: Connection, half: Half, count: int, seed: int) -> Trial:
    """Draw titles of a half, and make an index without them. Raises `NoTitlesError` where there are none."""
    texts = list(read_texts(connection))
    listed = sorted({one.text.casefold() for one in texts if one.field is MatchedField.ALTERNATE_TITLE})
    of_half = [title for title in listed if half_of(title) is half]
    if not of_half:
        raise NoTitlesError("no alternate titles of O*NET are loaded: load an O*NET release first")
    drawn = random.Random(seed).sample(of_half, min(count, len(of_half)))  # noqa: S311 -- a draw that can be repeated
    wanted = set(drawn)
    codes: dict[str, set[str]] = {}
    for one in texts:
        if one.field in NAMES and one.onet_suffix and one.text.casefold() in wanted:
            codes.setdefault(one.text.casefold(), set()).add(one.soc_code)
    kept = list(_without(texts, wanted))
    index = SearchIndex("evaluation", build_index(kept, read_successors(connection)))
    truth = tuple(frozenset(codes[title]) for title in drawn)
    return Trial(half, seed, len(of_half), tuple(drawn), truth, index, len(kept), len(texts) - len(kept))


def _without(texts: Collection[SearchText], wanted: Collection[str]) -> Iterator[SearchText]:
    """The texts but those that are wanted, and what stands in the same row of a file: the short form of a title."""
    gone = {_row(one) for one in texts if one.field in NAMES and one.text.casefold() in wanted}
    return (one for one in texts if _row(one) not in gone and one.text.casefold() not in wanted)


def _row(one: SearchText) -> tuple[int, int, int]:
    return one.part_id, one.sheet_id, one.row_number


def measure(trial: Trial, *, typos: bool = False, watch: Callable[[int], None] = lambda _done: None) -> Figures:
    """Search each title of a trial, with one typo in it if wanted. `watch` is told how many are done."""
    drawing = random.Random(trial.seed)  # noqa: S311
    places: list[int | None] = []
    seconds: list[float] = []
    for number, (title, codes) in enumerate(zip(trial.titles, trial.codes, strict=True)):
        text = with_typo(title, drawing) if typos else title
        started = time.perf_counter()
        found = rank(trial.index, text, most=MOST_HITS)
        seconds.append(time.perf_counter() - started)
        places.append(next((place for place, hit in enumerate(found) if hit.soc_code in codes), None))
        watch(number + 1)
    return Figures(
        trial.half,
        trial.seed,
        typos,
        trial.titles_in_half,
        len(trial.titles),
        trial.texts_in_index,
        trial.texts_left_out,
        _share(place == 0 for place in places),
        _share(place is not None and place < 5 for place in places),
        round(sum(1 / (place + 1) for place in places if place is not None) / len(places), 4),
        round(float(np.median(seconds)) * 1_000, 2),
        round(float(np.quantile(seconds, 0.95)) * 1_000, 2),
    )


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return round(sum(found) / len(found), 4)


def with_typo(title: str, drawing: random.Random) -> str:
    """A title with one letter left out, doubled, put for another or swapped with the next."""
    letters = [place for place, letter in enumerate(title) if letter.isalpha()]
    if not letters:
        return title
    place, kind = drawing.choice(letters), drawing.randrange(4)
    before, letter, after = title[:place], title[place], title[place + 1 :]
    if kind == 0:
        return before + after
    if kind == 1:
        return before + letter * 2 + after
    if kind == 2 or not after:
        return before + drawing.choice(ascii_lowercase) + after
    return before + after[0] + letter + after[1:]


def fit(trial: Trial, rounds: int = 25) -> dict[str, float]:
    """The weights under which the codes of a trial's titles are likeliest, each title as it is and with a typo.

    A multinomial logistic regression over all occupations, by Newton's method from the weights in use; a step that
    makes them less likely is halved.
    """
    names = list(WEIGHT_OF)
    rows, right = _features(trial, names)
    scale = rows.std(axis=(0, 1)) + 1e-9
    rows = rows / scale
    weights = np.array([WEIGHT_OF[name] for name in names]) * scale
    now = _slopes(rows, right, weights)
    for _ in range(rounds):
        step = np.linalg.solve(now.curvature, now.gradient)
        after = _slopes(rows, right, weights + step)
        while after.likelihood < now.likelihood and np.abs(step).max() > _LEAST_STEP:
            step = step / 2
            after = _slopes(rows, right, weights + step)
        weights, gained, now = weights + step, after.likelihood - now.likelihood, after
        if gained < _LEAST_GAIN:
            break
    return {name: round(float(weight), 4) for name, weight in zip(names, weights / scale, strict=True)}


def _features(trial: Trial, names: Sequence[str]) -> tuple[Array, Array]:
    drawing = random.Random(trial.seed)  # noqa: S311
    rows, right = [], []
    for title, codes in zip(trial.titles, trial.codes, strict=True):
        places = [trial.index.place_of_code[code] for code in codes if code in trial.index.place_of_code]
        is_right = np.zeros(len(trial.index.codes), dtype=bool)
        is_right[places] = True
        for text in (title, with_typo(title, drawing)) if places else ():
            near = trial.index.nearness(Asked.of(text, trial.index.spelling))
            rows.append(np.stack([near.features[name] for name in names], axis=1).astype(np.float32))
            right.append(is_right)
    return np.stack(rows), np.stack(right)


# How much large weights count against themselves, and when nothing more is to be gained.
_PENALTY, _LEAST_STEP, _LEAST_GAIN = 1e-3, 1e-6, 1e-6


class _Slopes(NamedTuple):
    """How likely the right codes are (mean logarithm), where that grows, and how fast that changes."""

    likelihood: float
    gradient: Array
    curvature: Array


def _slopes(rows: Array, right: Array, weights: Array) -> _Slopes:
    likelihood = -_PENALTY / 2 * float(weights @ weights)
    gradient, curvature = -_PENALTY * weights, _PENALTY * np.eye(len(weights))
    for row, is_right in zip(rows, right, strict=True):
        total = row @ weights
        raised = np.exp(total - total.max())
        share = raised / raised.sum()
        of_right = share * is_right
        chance = max(float(of_right.sum()), 1e-12)
        mean = share @ row
        likelihood += float(np.log(chance)) / len(rows)
        gradient = gradient + ((of_right / chance) @ row - mean) / len(rows)
        curvature = curvature + ((row * share[:, None]).T @ row - np.outer(mean, mean)) / len(rows)
    return _Slopes(likelihood, gradient, curvature)
