"""How much a term of the search index counts."""

import numpy as np

from app.store.search_postings import Array, postings


def weights(occupation_of_text: list[int], term_of_text: list[int]) -> Array:
    """The weights of terms, each text being a name that has one."""
    terms = np.unique(term_of_text)
    numbered = (terms, np.searchsorted(terms, term_of_text), np.arange(len(term_of_text)))
    made = postings("heads", numbered, np.ones(len(term_of_text), dtype=bool), np.array(occupation_of_text))
    return made["heads_weight"]


def test_of_terms_equally_rare_the_one_of_a_single_occupation_counts_more() -> None:
    occupations = [0, 1, 2, 3] * 10
    terms = list(range(100, 140))
    for place in (0, 4, 8, 12):
        terms[place] = 1
    for place in (16, 17, 18, 19):
        terms[place] = 2
    of_one, of_all = weights(occupations, terms)[:2]
    assert of_one > 2 * of_all


def test_a_term_that_tells_nothing_counts_a_little() -> None:
    assert (weights([0, 0, 0], [1, 2, 2]) > 0).all()
