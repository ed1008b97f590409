"""What is asked of a search, as terms that its index can be asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.domain.search_terms import (
    head_terms,
    in_full,
    key_of,
    letter_terms,
    phrase_terms,
    split_words,
    stem,
    without_rank,
    word_terms,
)
from app.queries.search_spelling import Spelling

Array: TypeAlias = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, as terms: the words as they are, and spelled out without what tells of rank and hours.

    `names_know` tells whether a word, as it is written, stands in several names.
    """

    words: tuple[str, ...]
    names_know: bool
    keys: frozenset[int]
    single: Array
    phrases: Array
    heads: Array
    letters: Array

    @classmethod
    def of(cls, text: str, spelling: Spelling, *, unfinished: bool = False) -> "Asked":
        """The terms of a text; of `unfinished` words only how they begin counts."""
        written = split_words(text)
        told = written if unfinished else without_rank(written)
        right = told if unfinished else [spelling.meant(word) for word in told]
        words = told if unfinished else in_full(right)
        stemmed = [stem(word) for word in words]
        keys = {key_of(written), key_of(told), key_of(right)} if words else set[int]()
        return cls(
            tuple(words),
            any(spelling.is_of_names(word) for word in in_full(told)),
            frozenset(keys),
            as_array(() if unfinished else word_terms(stemmed)),
            as_array(() if unfinished else phrase_terms(stemmed, of_title=True)),
            as_array(() if unfinished else head_terms(stemmed)),
            as_array(letter_terms(words, unfinished=unfinished)),
        )


def as_array(terms: Sequence[int]) -> Array:
    """Terms as numbers of an array."""
    return np.array(terms, dtype=np.uint32)
