"""For each term of the search index the texts that have it, and how much it counts among terms."""

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]
Arrays: TypeAlias = dict[str, Array]


def distinct(ordered: Array) -> Array:
    """The distinct numbers of some in order. Much faster than `np.unique`, which makes a table of them."""
    return ordered[np.diff(ordered, prepend=ordered[:1] - 1) != 0] if len(ordered) else ordered


def ends(numbers: Array, many: int) -> Array:
    """Where the rows of each number end, rows being sorted by it."""
    return np.cumsum(np.bincount(numbers, minlength=many)).astype(np.uint32)


# What a term counts that tells nothing, so that texts of such terms alone can be found.
_LEAST_WEIGHT = 0.01


def postings(view: str, numbered: tuple[Array, Array, Array], kept: Array, occupation: Array | None = None) -> Arrays:
    """For each term the texts that have it, how much it counts, and how long texts are by that.

    A term counts the more, the rarer it is, and with `occupation` also the more it tells of the occupation of a text.
    """
    terms, number, text = numbered
    texts = len(kept)
    pairs = distinct(np.sort(number[kept[text]].astype(np.int64) * texts + text[kept[text]]))
    of_term, of_text = pairs // texts, pairs % texts
    frequency = np.bincount(of_term, minlength=len(terms))
    weight = np.log((kept.sum() + 1) / (frequency + 0.5))
    if occupation is not None:
        shares = np.bincount(occupation[kept]) + 1.0
        weight = weight * np.sqrt(_telling((of_term, occupation[of_text]), frequency, shares / shares.sum()))
    weight = np.maximum(weight, _LEAST_WEIGHT).astype(np.float32)
    length = np.sqrt(np.bincount(of_text, (weight**2)[of_term], texts)).astype(np.float32)
    length[length == 0] = 1
    return {
        f"{view}_weight": weight,
        f"{view}_ends": ends(of_term, len(terms)),
        f"{view}_texts": of_text.astype(np.uint32),
        f"{view}_length": length,
    }


# How many names a term is thought to have had before, shared among occupations like all names.
_BEFORE = 5.0


def _telling(found: tuple[Array, Array], frequency: Array, shares: Array) -> Array:
    """How far the occupations of each term's names are from those of all names (Kullback-Leibler divergence).

    `found` has the term and the occupation of each name that has it, `shares` the share of each occupation.
    """
    of_term, occupation = found
    many = len(shares)
    pairs, counts = _tallied(of_term * many + occupation)
    term, share = pairs // many, shares[pairs % many]
    there = (counts + _BEFORE * share) / (frequency[term] + _BEFORE)
    told = np.bincount(term, there * np.log(there / share), len(frequency))
    elsewhere = 1 - np.bincount(term, share, len(frequency))
    remaining = _BEFORE / (frequency + _BEFORE)
    return np.asarray(np.maximum(told + elsewhere * remaining * np.log(remaining), 0.0))


def _tallied(keys: Array) -> tuple[Array, Array]:
    """The distinct ones of some numbers, and how often each is there."""
    ordered = np.sort(keys)
    starts = np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))
    return ordered[starts], np.diff(starts, append=len(ordered))
