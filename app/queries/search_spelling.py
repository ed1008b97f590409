"""Words that no text has, put right by the nearest word that names have."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

# Shorter words have too many neighbours (of pairs of made-up words of four letters, half were read as real ones); of
# short ones the first letter has to be right; long ones may have two wrong; what is longer than any word is none.
_SHORTEST, _SHORT, _LONG = 5, 5, 8
_LONGEST = 40
# A word of names has so many letters and stands in so many names at least.
_FEWEST_LETTERS, _SEVERAL = 4, 3


class Spelling:
    """The words of names, by their length."""

    def __init__(self, words: Sequence[str], names: Sequence[int], is_known: Callable[[str], bool]) -> None:
        """`names` is in how many names each of the words is; `is_known` tells whether any text has a word."""
        self._names = dict(zip(words, names, strict=True))
        self._is_known = is_known
        self._by_length: dict[int, list[str]] = {}
        for word in words:
            if len(word) >= _SHORTEST - 1:
                self._by_length.setdefault(len(word), []).append(word)
        self.meant = lru_cache(maxsize=4_096)(self._meant)

    def is_of_names(self, word: str) -> bool:
        """Whether a word stands in several names, in one of which it might be by chance."""
        return len(word) >= _FEWEST_LETTERS and self._names.get(word, 0) >= _SEVERAL

    def _meant(self, word: str) -> str:
        """The word itself where some text has it, else the nearest that names have, else itself."""
        if len(word) < _SHORTEST or len(word) > _LONGEST or not word.isalpha() or self._is_known(word):
            return word
        apart = 1 if len(word) < _LONG else 2
        near = [
            (distance, candidate[0] != word[0], -self._names[candidate], candidate)
            for length in range(len(word) - apart, len(word) + apart + 1)
            for candidate, distance, _ in process.extract(
                word, self._by_length.get(length, ()), scorer=OSA.distance, score_cutoff=apart, limit=10
            )
            if len(word) > _SHORT or candidate[0] == word[0]
        ]
        return min(near)[-1] if near else word
