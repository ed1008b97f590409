"""How texts become terms: what is the same to a search, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.abbreviations import MEANINGS, RANKS
from app.domain.search_terms import (
    head_terms,
    in_full,
    key_of,
    letter_terms,
    phrase_terms,
    split_words,
    stems,
    without_rank,
    word_terms,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Registered Nurses", "registered nurse"),
        ("R.N.", "rn"),
        ("RN", "Registered Nurse"),
        ("Máquina", "maquina"),
        ("C++ Programmer", "c++ programmers"),
        ("Records & Information", "records and information"),
        ("Driver's Helper", "drivers helper"),
    ],
)
def test_spellings_of_one_title_have_the_same_terms(one: str, other: str) -> None:
    assert phrase_terms(stems(one), of_title=True) == phrase_terms(stems(other), of_title=True)


@pytest.mark.parametrize(("one", "other"), [("C++", "C"), ("C#", "C"), ("nurse aide", "aide nurse"), ("RN", "LPN")])
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert stems(one) != stems(other)
    assert key_of(split_words(one)) != key_of(split_words(other))


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("sr. RN - ICU nights", ["rn", "icu"]),
        ("HIM tech II", ["him", "tech"]),
        ("Java developer (remote)", ["java", "developer"]),
        ("remote sensing scientist", ["remote", "sensing", "scientist"]),
        ("night auditor", ["night", "auditor"]),
        ("full time cashier", ["cashier"]),
        ("cashier, entry level", ["cashier"]),
        ("II", ["ii"]),
        ("jr sr", ["jr", "sr"]),
    ],
)
def test_rank_hours_and_contract_are_left_out(title: str, told: list[str]) -> None:
    assert without_rank(split_words(title)) == told


def test_words_are_paired_with_the_last_of_a_title() -> None:
    sheet, metal = head_terms(stems("Aircraft Sheet Metal Mechanic")), head_terms(stems("Aircraft Mechanics"))
    assert set(metal) < set(sheet)
    assert head_terms(stems("Mechanic of the Aircraft")) == head_terms(stems("Mechanic Aircraft"))
    assert set(head_terms(stems("nurse aide"))) != set(head_terms(stems("aide nurse")))
    assert head_terms(stems("of the")) == []


def test_abbreviations_stand_for_words_that_are_none_themselves() -> None:
    for short, meaning in MEANINGS.items():
        assert short == short.lower()
        assert len(meaning.split()) > 1 or len(meaning) > len(short)
        assert not set(meaning.split()) & RANKS


@given(st.text(max_size=300))
def test_any_text_has_terms(text: str) -> None:
    words = split_words(text)
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in words)
    assert split_words(" ".join(words)) == words
    told = without_rank(words)
    assert bool(told) == bool(words)
    stemmed = stems(text)
    terms = [*word_terms(stemmed), *phrase_terms(stemmed, of_title=True)]
    terms += [*head_terms(stemmed), *letter_terms(in_full(words))]
    assert all(0 <= term < 2**32 for term in terms)


@given(st.text(alphabet="abc xyz", max_size=60))
def test_a_beginning_has_the_letters_of_the_whole(text: str) -> None:
    words = split_words(text)
    begun = [word[: max(2, len(word) - 1)] for word in words]
    assert set(letter_terms(begun, unfinished=True)) <= set(letter_terms(words, unfinished=True))
