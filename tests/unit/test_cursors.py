"""Cursors: they give back what was put in, and belong to one list in one state of the data."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.api.cursors import decode_cursor, encode_cursor, fingerprint
from app.api.problems import ProblemError

LIST = fingerprint("/v1/wages", [("sort", "title"), ("area_code", "TX")])
KEYS = st.lists(
    st.one_of(
        st.none(),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
        st.integers(-(2**63), 2**63 - 1),
        st.floats(allow_nan=False, allow_infinity=False),
    ),
    max_size=5,
)


@given(KEYS, st.integers(0, 2**31))
def test_a_cursor_gives_back_what_was_put_in(after: list[str | int | float | None], revision: int) -> None:
    cursor = encode_cursor(LIST, revision, after)
    assert decode_cursor(cursor, LIST, revision) == tuple(after)
    assert cursor.isascii()
    assert "=" not in cursor


@given(KEYS, st.integers(0, 10**6), st.integers(1, 255))
def test_a_changed_cursor_is_refused(after: list[str | int | float | None], where: int, change: int) -> None:
    cursor = encode_cursor(LIST, 1, after)
    position = where % len(cursor)
    changed = cursor[:position] + chr((ord(cursor[position]) + change) % 128) + cursor[position + 1 :]
    assume(changed != cursor)
    try:
        found = decode_cursor(changed, LIST, 1)
    except ProblemError as error:
        slug = error.kind.slug
    else:
        # The last character of base64 may hold bits that mean nothing.
        slug = "invalid-cursor" if (position, found) == (len(cursor) - 1, tuple(after)) else "accepted"
    assert slug == "invalid-cursor"


@given(st.text(max_size=60))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ProblemError) as caught:
        decode_cursor(text, LIST, 1)
    assert caught.value.kind.slug == "invalid-cursor"


def test_a_cursor_of_other_data_is_stale_and_of_another_list_invalid() -> None:
    cursor = encode_cursor(LIST, 3, ["x", 1])
    for revision in (1, 2, 4):
        with pytest.raises(ProblemError) as caught:
            decode_cursor(cursor, LIST, revision)
        assert caught.value.kind.slug == "stale-cursor"
    with pytest.raises(ProblemError) as caught:
        decode_cursor(cursor, fingerprint("/v1/wages", []), 3)
    assert caught.value.kind.slug == "invalid-cursor"


def test_what_may_change_between_pages_is_no_part_of_the_fingerprint() -> None:
    query = [("area_code", "TX"), ("sort", "title"), ("sort", "-area_code")]
    same = fingerprint("/v1/wages", query)
    assert fingerprint("/v1/wages", [*query, ("limit", "5"), ("cursor", "x"), ("count", "exact")]) == same
    assert fingerprint("/v1/wages", [query[1], query[2], query[0]]) == same
    for other in (
        fingerprint("/v1/employment", query),
        fingerprint("/v1/wages", query[:2]),
        fingerprint("/v1/wages", [query[0], query[2], query[1]]),
        fingerprint("/v1/wages", [("area_code", "CA"), *query[1:]]),
    ):
        assert other != same
