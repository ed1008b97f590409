"""What a search compares: the words of a text by their stems, pairs of words, and the groups of letters in words.

Everything here is about text alone. Terms are numbers (a checksum of their letters), so that an index is made of
arrays; two of a hundred thousand terms may share a number, which costs a search nothing that can be noticed.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining, normalize
from zlib import crc32

import snowballstemmer

from app.domain.abbreviations import MEANINGS, RANK_PHRASES, RANKS, RANKS_AT_END

LONGEST_TEXT = 4_000
_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[a-z0-9]+")
_SPELLED = str.maketrans({"\u2019": "", "'": "", "\u2018": "", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o"})
# Names that would lose what tells them apart.
_NAMES = ((re.compile(r"(?<![a-z])c\+\+"), "cplusplus"), (re.compile(r"(?<![a-z])[cf]#"), "csharp"), ("&", " and "))
_MASK = 0xFFFFFFFF


def split_words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and punctuation: `Sr. R.N.` gives `sr`, `rn`."""
    plain = text[:LONGEST_TEXT]
    if not plain.isascii():
        plain = "".join(one for one in normalize("NFKD", plain) if not combining(one))
    plain = plain.lower().translate(_SPELLED)
    for name, spelled in _NAMES:
        plain = plain.replace(name, spelled) if isinstance(name, str) else name.sub(spelled, plain)
    return _WORD.findall(_INITIALS.sub(lambda found: found[0].replace(".", ""), plain))


# Letters with a point after each: r.n., m.d.
_INITIALS = re.compile(r"\b(?:[a-z]\.){2,}[a-z]?(?![a-z])")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of an English word: nurses, nursing and nurse have one."""
    return str(_STEMMER.stemWord(word))


def in_full(words: Sequence[str]) -> list[str]:
    """The words with abbreviations in full, in what is looked for as in what is looked in."""
    return [part for word in words for part in _meaning(word)]


@lru_cache(maxsize=1_024)
def _meaning(word: str) -> tuple[str, ...]:
    return tuple(MEANINGS.get(word, word).split())


def without_rank(words: Sequence[str]) -> list[str]:
    """The words without what tells of rank, hours or contract; where nothing else is left, as they are."""
    told: list[str] = []
    for place, word in enumerate(words):
        pair = tuple(words[place : place + 2])
        before = tuple(words[place - 1 : place + 1]) if place else ()
        if word not in RANKS and pair not in RANK_PHRASES and before not in RANK_PHRASES:
            told.append(word)
    while len(told) > 1 and told[-1] in RANKS_AT_END:
        told.pop()
    return told or list(words)


# Words that stand in every kind of text.
_SAY_NOTHING = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)


def says_nothing(words: Sequence[str]) -> bool:
    """Whether none of the words tells anything."""
    return all(word in _SAY_NOTHING for word in words)


def stems(text: str) -> list[str]:
    """The stems of a text's words, abbreviations in full."""
    return [stem(word) for word in in_full(split_words(text))]


@lru_cache(maxsize=65_536)
def _word_term(stemmed: str) -> int:
    return crc32(stemmed.encode())


def _pair_term(first: int, second: int) -> int:
    return ((first * 0x9E3779B1) ^ (second * 0x85EBCA6B + 0x27D4EB2F)) & _MASK


def word_terms(stemmed: Sequence[str]) -> list[int]:
    """The words by themselves."""
    return [_word_term(one) for one in stemmed]


def phrase_terms(stemmed: Sequence[str], *, of_title: bool) -> list[int]:
    """The words, each with the one after it, and of a title its last word, which says what somebody is."""
    words = word_terms(stemmed)
    terms = [*words, *(_pair_term(first, second) for first, second in pairwise(words))]
    if of_title and words:
        terms.append(words[-1] ^ 0x5BD1E995)
    return terms


def head_terms(stemmed: Sequence[str]) -> list[int]:
    """Of a title each word that tells anything, by itself and with the last one, which says what somebody is."""
    words = [_word_term(one) for one in stemmed if one not in _SAY_NOTHING]
    return [*words, *(_pair_term(one, words[-1]) for one in words[:-1])]


_FEWEST_LETTERS, _MOST_LETTERS = 3, 5


@lru_cache(maxsize=65_536)
def _letters_of_word(word: str, *, unfinished: bool) -> tuple[int, ...]:
    text = f"^{word}" if unfinished else f"^{word}$"
    return tuple(
        crc32(text[start : start + length].encode())
        for length in range(_FEWEST_LETTERS, _MOST_LETTERS + 1)
        for start in range(len(text) - length + 1)
    )


def letter_terms(words: Sequence[str], *, unfinished: bool = False) -> list[int]:
    """Groups of three to five letters of each word with its ends marked; of `unfinished` words the beginning alone."""
    return [term for word in words for term in _letters_of_word(word[:40], unfinished=unfinished)]


def key_of(words: Sequence[str]) -> int:
    """The number that texts of the same words in the same order share.

    Stems, singulars or words in full would not do: of titles that share those alone, a third are listed for the same
    occupation, fewer than where nearness decides.
    """
    return crc32(" ".join(words).encode())
