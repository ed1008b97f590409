"""Industry codes of the national employment matrix, as paths and filters take them."""

import pytest

from app.domain.matrix_codes import parse_matrix_code


@pytest.mark.parametrize("code", ["TE1000", "510000", "3250A1", "61110P", "1131-2", "31-330", "523,50", "3274,9"])
def test_every_spelling_of_the_matrix_can_be_asked_for(code: str) -> None:
    assert parse_matrix_code(code) == code


@pytest.mark.parametrize("text", ["", "523,621", "information", ",523", "52 50"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="an industry code of the national employment matrix"):
        parse_matrix_code(text)
