"""Names of releases and their revisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.releases import ReleaseReference, parse_release


@pytest.mark.parametrize(
    ("text", "release", "revision"),
    [
        ("oews-2025-05", "oews-2025-05", None),
        ("oews-2025-05.r2", "oews-2025-05", 2),
        ("ooh-2018-28", "ooh-2018-28", None),
        ("ep-2024-34.r10", "ep-2024-34", 10),
        ("onet-30.1", "onet-30.1", None),
        ("onet-30.1.r1", "onet-30.1", 1),
        ("onet-30", "onet-30", None),
    ],
)
def test_a_name_is_read_and_written_alike(text: str, release: str, revision: int | None) -> None:
    found = parse_release(text)
    assert found == ReleaseReference(release, revision)
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "oews", "oews-", "2025-05", "oews-2025-05.r0", "oews-2025-05.r", "oews-2025-05.rx", "oews-2025-05.r01"),
        *(
            "OEWS-2025-05",
            "oews 2025-05",
            "oews-2025-05.r1.r2",
            "o-1",
            "oews-\uff12",
            "oews-2025-05.r1234567",
            "../etc",
        ),
        *(" oews-2025-05", "oews-2025-05\n"),
    ],
)
def test_what_is_no_name_shows_one(text: str) -> None:
    with pytest.raises(ValueError, match="oews-2025-05"):
        parse_release(text)


@given(st.text(max_size=30))
def test_any_text_is_a_name_or_a_value_error(text: str) -> None:
    try:
        found = parse_release(text)
    except ValueError:
        return
    assert parse_release(str(found)) == found
