"""How codes are written, and how what people type becomes one of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import (
    is_onet_soc_code,
    nearest_industry_codes,
    parse_area_code,
    parse_industry_code,
    parse_soc_code,
    soc_of_onet,
)

DIGITS = "0123456789"
SOC = st.from_regex(r"[0-9]{2}-[0-9]{4}", fullmatch=True)


@given(SOC)
def test_a_soc_code_is_itself(code: str) -> None:
    assert parse_soc_code(code) == code
    assert not is_onet_soc_code(code)
    assert soc_of_onet(code) == code


@given(SOC, st.from_regex(r"[0-9]{2}", fullmatch=True))
def test_an_onet_code_has_two_more_digits(code: str, more: str) -> None:
    given_code = f"{code}.{more}"
    assert parse_soc_code(given_code) == given_code
    assert is_onet_soc_code(given_code)
    assert soc_of_onet(given_code) == code


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("292071", "29-2071"),
        ("29.2071", "29-2071"),
        ("29 2071", "29-2071"),
        ("2920710", None),
        ("29207100", "29-2071"),
        ("29-207", None),
        ("29-2071x", "29-2071"),
        ("", None),
        ("nurse", None),
        ("\uff12\uff19-\uff12\uff10\uff17\uff11", "29-2071"),
        ("29\u20132071", "29-2071"),
        ("\u0662\u0669-\u0662\u0660\u0667\u0661", None),
        ("29-2071.0", "29-2071"),
        ("29%2D2071", "29-2071"),
        ("29-2071;v=1", "29-2071"),
        ("29-20711", None),
    ],
)
def test_what_is_no_soc_code_says_what_one_is(text: str, hint: str | None) -> None:
    with pytest.raises(ValueError, match="two digits, a hyphen and four digits") as caught:
        parse_soc_code(text)
    assert ("did you mean" in str(caught.value)) == (hint is not None)
    if hint is not None:
        assert str(caught.value).startswith(f"did you mean `{hint}`? a SOC code")


@given(st.text(max_size=12))
def test_any_text_is_a_code_or_a_value_error(text: str) -> None:
    for parse in (parse_soc_code, parse_area_code, parse_industry_code):
        try:
            code = parse(text)
        except ValueError:
            continue
        assert code.isascii()
        assert parse(code) == code, "what is stored must be stable"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[("US", "99"), ("us", "99"), ("USA", "99"), ("99", "99"), ("TX", "48"), ("tx", "48"), ("48", "48")],
        *[
            ("CA", "06"),
            ("DC", "11"),
            ("PR", "72"),
            ("GU", "66"),
            ("VI", "78"),
            ("NY", "36"),
            ("AL", "01"),
            ("WY", "56"),
        ],
        *[("10180", "10180"), ("4800001", "4800001"), ("Tx", "48")],
    ],
)
def test_areas_by_postal_abbreviation_or_code(text: str, code: str) -> None:
    assert parse_area_code(text) == code


@pytest.mark.parametrize(
    "text", ["", "4", "048", "4800", "480000", "48000011", "Texas", "XX", "T", "9\uff19", "-1", "4 8", " TX", "48 "]
)
def test_what_is_no_area_code(text: str) -> None:
    with pytest.raises(ValueError, match="area code"):
        parse_area_code(text)


def test_there_are_50_states_the_district_and_5_territories() -> None:
    from app.domain.areas import FIPS_BY_POSTAL, POSTAL_BY_FIPS

    assert len(FIPS_BY_POSTAL) == len(POSTAL_BY_FIPS) == 56
    assert all(POSTAL_BY_FIPS[fips] == postal for postal, fips in FIPS_BY_POSTAL.items())
    assert sorted(FIPS_BY_POSTAL.values()) == list(FIPS_BY_POSTAL.values())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[("54", "54"), ("540000", "54"), ("31", "31-33"), ("32", "31-33"), ("33", "31-33"), ("31-33", "31-33")],
        *[("310000", "31-33"), ("44", "44-45"), ("45", "44-45"), ("48", "48-49"), ("49", "48-49"), ("44-45", "44-45")],
        *[("622", "622000"), ("6221", "622100"), ("62211", "622110"), ("622110", "622110"), ("622000", "622000")],
        *[("000000", "000000"), ("3250A1", "3250A1"), ("3250a1", "3250A1"), ("999001", "999001"), ("000001", "000001")],
    ],
)
def test_industries_are_stored_as_oews_writes_them(text: str, code: str) -> None:
    assert parse_industry_code(text) == code


@pytest.mark.parametrize("text", ["", "5", "31-34", "54-55", "6220000", "hospitals", "62\uff12", "62-2000", "3250-1"])
def test_what_is_no_industry_code(text: str) -> None:
    with pytest.raises(ValueError, match=r"an industry code|a sector"):
        parse_industry_code(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        *[("Texas", "TX"), ("us-tx", "TX"), ("US_48", "48"), ("new york", "NY"), ("State of Ohio", "OH"), ("6", "06")],
        *[("United States", "US"), ("national", "US"), (" TX", "TX"), ("9\uff19", "99"), ("\uff34X", "TX")],
        *[("3", None), ("XX", None), ("048", None), ("Springfield", None), ("", None)],
    ],
)
def test_what_is_no_area_code_may_be_meant_for_one(text: str, hint: str | None) -> None:
    with pytest.raises(ValueError, match="an area code") as caught:
        parse_area_code(text)
    assert str(caught.value).startswith("an area code" if hint is None else f"did you mean `{hint}`? an area code")
    if hint is not None:
        parse_area_code(hint)


@pytest.mark.parametrize(
    ("text", "hint"), [(" 622", "622"), ("62\uff12", "622"), ("31\u201333", "31-33"), ("31-34", "31-33")]
)
def test_what_is_no_industry_code_may_be_meant_for_one(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=f"^did you mean `{hint}`"):
        parse_industry_code(text)


KNOWN = ["000000", "622000", "622100", "622110", "621000", "621100", "62", "31-33", "311000", "541000", "54"]


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("622001", ["622000", "622100", "622110"]),
        ("622120", ["622100", "622110", "622000"]),
        ("623000", ["62", "621000", "622000"]),
        ("339999", ["31-33", "311000"]),
        ("549999", ["54", "541000"]),
        ("999999", []),
    ],
)
def test_the_nearest_industries_share_the_most_leading_digits(code: str, near: list[str]) -> None:
    assert nearest_industry_codes(code, KNOWN) == near
