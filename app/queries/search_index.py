"""The search index in memory: how near each occupation is to what is asked for, and which of its texts says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.domain.search_fields import FIELDS, NAMES, MatchedField
from app.domain.search_terms import split_words, stem, word_terms
from app.queries.search_asked import Asked, as_array
from app.queries.search_spelling import Spelling
from app.queries.search_weights import WEIGHT_OF
from app.store.search_build import MODELS
from app.store.search_postings import Arrays

Array: TypeAlias = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Ballot:
    """How many of the nearest names vote, how steeply a vote falls with distance, and what counts as no vote."""

    voters: int
    steepness: int
    least: float


BY_LIKENESS = Ballot(voters=400, steepness=2, least=0.003)
BY_MEANING = Ballot(voters=30, steepness=4, least=0.01)
_MOST_BEGINNINGS = 200
# Of few names no vectors are made.
_NO_VECTORS = np.zeros((0, 1), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class FoundText:
    """A text of the index, and where it was read."""

    field: MatchedField
    text: str
    soc_code: str
    onet_soc_code: str | None
    part_id: int
    sheet_id: int
    row_number: int
    document_line: int | None
    curated_basis: str | None


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near occupations are to what is asked for: `features` has a column for each measure of it.

    `likeness` is that of the nearest name, `known` the share of what is asked for that any text has, weighed by how
    rare it is; `exact` are the texts that are what is asked for.
    """

    features: dict[str, Array]
    likeness_of_text: Array
    coverage_of_text: Array
    likeness: float
    known: float
    exact: Array

    def scores(self) -> Array:
        """The estimated chance of each occupation to be the one that is meant."""
        total: Array = np.sum([WEIGHT_OF[name] * values for name, values in self.features.items()], axis=0)
        raised = np.exp(total - total.max())
        return np.asarray(raised / raised.sum())


class SearchIndex:
    """The arrays of an index, and the questions to it."""

    def __init__(self, made_from: str, arrays: Arrays) -> None:
        """`arrays` as they are kept; half-precision vectors are widened once, since processors compute with others."""
        self.made_from = made_from
        widened = ("word_vectors", "name_vectors")
        self._arrays = {name: array.astype(np.float32) if name in widened else array for name, array in arrays.items()}
        self.codes = bytes(arrays["codes"]).decode().split("\n")
        self._bases = bytes(arrays["bases"]).decode().split("\n")
        words = bytes(arrays["vocabulary"]).decode().split("\n")
        self.spelling = Spelling(words, arrays["vocabulary_names"].tolist(), self._is_known)
        self._is_name = np.isin(arrays["text_field"], [FIELDS.index(one) for one in NAMES])

    @cached_property
    def place_of_code(self) -> dict[str, int]:
        """The number of each occupation."""
        return {code: place for place, code in enumerate(self.codes)}

    @property
    def bytes_in_memory(self) -> int:
        """How much memory the arrays take."""
        return sum(array.nbytes for array in self._arrays.values())

    def nearness(self, asked: Asked) -> Nearness:
        """How near each occupation is to what is asked for."""
        likeness = self._likeness("letters", asked.letters)
        if len(asked.heads):
            likeness = (self._likeness("heads", asked.heads) + likeness) / 2
        features = {"votes": self._votes(likeness[self._names], BY_LIKENESS), "prior": self._arrays["prior"]}
        vector = self._vector(asked.single)
        features |= {"meaning": self._meaning(vector), "centre": self._centres @ vector}
        for view, terms in (("phrases", asked.phrases), ("heads", asked.heads), ("letters", asked.letters)):
            number = self._numbers(view, terms, once=False)
            features |= {name: self._spoken(name, number) for name, kind in MODELS.items() if kind[0] == view}
        coverage, known = self._coverage(asked.single)
        exact = np.flatnonzero(np.isin(self._arrays["text_key"], np.fromiter(asked.keys, dtype=np.uint32)))
        return Nearness(features, likeness, coverage, float(likeness.max()), known, exact)

    def beginning_with(self, words: Sequence[str], likeness: Array) -> list[int]:
        """Of the names most like these beginnings those of which each begins a word, the most alike first."""
        names = self._names
        most = min(_MOST_BEGINNINGS, len(names))
        near = names[np.argpartition(-likeness[names], most - 1)[:most]] if most else names
        ordered = near[np.argsort(-likeness[near], kind="stable")]
        return [number for number in ordered.tolist() if self._begins(number, words)]

    def _begins(self, number: int, words: Sequence[str]) -> bool:
        held = split_words(self.text(number).text)
        return all(any(own.startswith(word) for own in held) for word in words)

    def text(self, number: int) -> FoundText:
        """A text by its number."""
        own = self._arrays
        ends = own["text_ends"]
        start = int(ends[number - 1]) if number else 0
        digits = f"{int(own['text_code'][number]):06}"
        code, suffix = f"{digits[:2]}-{digits[2:]}", int(own["text_suffix"][number])
        basis = int(own["text_basis"][number])
        return FoundText(
            FIELDS[own["text_field"][number]],
            bytes(own["text"][start : int(ends[number])]).decode(),
            code,
            f"{code}.{suffix:02}" if suffix >= 0 else None,
            int(own["text_part"][number]),
            int(own["text_sheet"][number]),
            int(own["text_row"][number]),
            int(own["text_line"][number]) if own["text_line"][number] >= 0 else None,
            None if basis < 0 else self._bases[basis],
        )

    def occupation_of(self, text: int) -> int:
        """The number of the occupation of a text."""
        return int(self._arrays["text_occupation"][text])

    def texts_of(self, place: int) -> slice:
        """The numbers of the texts of an occupation, which stand together."""
        of_texts = self._arrays["text_occupation"]
        return slice(int(np.searchsorted(of_texts, place)), int(np.searchsorted(of_texts, place, side="right")))

    def is_name(self, text: int) -> bool:
        """Whether a text is a name that somebody holds."""
        return bool(self._is_name[text])

    def _is_known(self, word: str) -> bool:
        return len(self._numbers("words", as_array(word_terms([stem(word)])), once=True)) > 0

    @cached_property
    def _names(self) -> Array:
        return np.flatnonzero(self._is_name)

    @cached_property
    def _occupation_of_name(self) -> Array:
        return self._arrays["text_occupation"][self._names].astype(np.int64)

    def _numbers(self, view: str, terms: Array, *, once: bool) -> Array:
        """The numbers of those terms that the index has."""
        known = self._arrays[f"{view}_terms"]
        if not len(known) or not len(terms):
            return np.zeros(0, dtype=np.int64)
        wanted = np.unique(terms) if once else terms
        place = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
        return np.asarray(place[known[place] == wanted])

    def _rows(self, ends: Array, numbers: Array) -> Iterator[slice]:
        for number in numbers.tolist():
            yield slice(int(ends[number - 1]) if number else 0, int(ends[number]))

    def _overlap(self, view: str, numbers: Array, values: Array) -> Array:
        """For each text the sum of the values of the terms that it has."""
        texts, ends = self._arrays[f"{view}_texts"], self._arrays[f"{view}_ends"]
        rows = list(self._rows(ends, numbers))
        many = len(self._is_name)
        if not rows:
            return np.zeros(many)
        lengths = [one.stop - one.start for one in rows]
        return np.bincount(np.concatenate([texts[one] for one in rows]), np.repeat(values, lengths), many)

    def _likeness(self, view: str, terms: Array) -> Array:
        """The cosine between what is asked for and each name."""
        numbers = self._numbers(view, terms, once=True)
        weight = self._arrays[f"{view}_weight"]
        squared = weight[numbers] ** 2
        unknown = len(np.unique(terms)) - len(numbers)
        # A term that no text has counts like the one that tells most.
        length = np.sqrt(squared.sum() + unknown * weight.max(initial=0.0) ** 2) or 1.0
        return self._overlap(view, numbers, squared) / (self._arrays[f"{view}_length"] * length)

    def _coverage(self, terms: Array) -> tuple[Array, float]:
        """The share of the words asked for that each text has, by how rare they are, and the share that is known."""
        numbers = self._numbers("words", terms, once=True)
        rarity = self._arrays["words_weight"][numbers]
        unknown = len(np.unique(terms)) - len(numbers)
        whole = float(rarity.sum()) + unknown * float(np.log(len(self._is_name) + 1.0))
        if not len(numbers):
            return np.zeros(len(self._is_name)), 0.0
        return self._overlap("words", numbers, rarity) / whole, float(rarity.sum()) / whole

    def _votes(self, likeness: Array, ballot: Ballot) -> Array:
        """What the nearest names say: each votes for its occupation, the nearer the more; as a logarithm."""
        voters = ballot.voters
        chosen = np.argpartition(-likeness, voters)[:voters] if len(likeness) > voters else np.arange(len(likeness))
        votes = np.maximum(likeness[chosen], 0) ** ballot.steepness
        of_occupation = np.bincount(self._occupation_of_name[chosen], votes, len(self.codes))
        return np.asarray(np.log(of_occupation + ballot.least))

    def _vector(self, terms: Array) -> Array:
        """What is asked for as a vector of length one, by its words; of length zero where none has one."""
        numbers = self._numbers("words", terms, once=False)
        vectors = self._arrays.get("word_vectors", _NO_VECTORS)
        vector = vectors[numbers if len(vectors) else []].sum(axis=0)
        return np.asarray(vector / (np.linalg.norm(vector) or 1.0))

    def _meaning(self, vector: Array) -> Array:
        """What the names of the nearest meaning say."""
        if not vector.any():
            return np.full(len(self.codes), np.log(BY_MEANING.least))
        return self._votes(self._arrays["name_vectors"] @ vector, BY_MEANING)

    @cached_property
    def _centres(self) -> Array:
        """The vector between those of an occupation's names, of length one: a row for each."""
        names = self._arrays.get("name_vectors", _NO_VECTORS)
        centres = np.zeros((len(self.codes), names.shape[1]), dtype=np.float32)
        if len(names):
            np.add.at(centres, self._occupation_of_name, names)
        return np.asarray(centres / np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-9))

    def _spoken(self, name: str, numbers: Array) -> Array:
        """How much the terms speak for each occupation, or for the group that it stands in."""
        own = self._arrays
        lacking = own[f"{name}_lacking"] * np.float32(len(numbers))
        rows = list(self._rows(own[f"{name}_ends"], numbers))
        if rows:
            of_group = np.concatenate([own[f"{name}_group"][one] for one in rows])
            weights = np.concatenate([own[f"{name}_weight"][one] for one in rows]).astype(np.float32)
            lacking = lacking + np.bincount(of_group, weights, len(lacking))
        return np.asarray(lacking[own[f"{name}_groups"]])


class KeptIndexes:
    """The index that was read last: one for the process, since most requests ask for the same."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._last: SearchIndex | None = None
        self._reading = Lock()

    def get(self, made_from: str) -> SearchIndex | None:
        """The index of this state, if it is the one that was read last."""
        last = self._last
        return last if last is not None and last.made_from == made_from else None

    def keep(self, index: SearchIndex) -> None:
        """Keep an index instead of the one before."""
        self._last = index

    @property
    def reading(self) -> Lock:
        """Held while an index is read, so that requests that come meanwhile wait and do not read it too."""
        return self._reading
