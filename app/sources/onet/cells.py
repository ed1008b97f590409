"""Cells of O*NET's text files to values. Each function raises `ValueError` that says what it expects.

`n/a` is how a release writes a cell that has no value, whatever the column.
"""

import math
import re

from app.sources.records import LARGEST_WHOLE, Value

NOT_AVAILABLE = "n/a"

_ONET_SOC = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
_ELEMENT = re.compile(r"[1-9](\.[A-Za-z0-9]+)*")
_SCALE = re.compile(r"[A-Z][A-Z0-9]{0,4}")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])/((?:19|20)[0-9]{2})")
_COMMODITY = re.compile(r"[0-9]{8}")
_WHOLE = re.compile(r"[0-9]+")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def required_text(text: str) -> str:
    """Text that must be there."""
    stripped = text.strip()
    if not stripped or stripped == NOT_AVAILABLE:
        raise ValueError("text")
    return stripped


def title(text: str) -> str:
    """Text that must be there, as people write it: `n/a` would be a title."""
    stripped = text.strip()
    if not stripped:
        raise ValueError("text")
    return stripped


def optional_text(text: str) -> str | None:
    """Text, or `None` for `n/a` and for an empty cell."""
    stripped = text.strip()
    return None if stripped in ("", NOT_AVAILABLE) else stripped


def onet_soc_code(text: str) -> str:
    """A code of eight digits."""
    return _matching(_ONET_SOC, text, "an O*NET-SOC code such as 29-2072.00")


def element_id(text: str) -> str:
    """An element, or an activity, of the content model."""
    return _matching(_ELEMENT, text, "an element of the content model such as 2.A.1.a")


def scale_id(text: str) -> str:
    """A scale's identifier."""
    return _matching(_SCALE, text, "a scale such as IM or LV")


def commodity_code(text: str) -> str:
    """A UNSPSC code of eight digits."""
    return _matching(_COMMODITY, text, "eight digits")


def whole(text: str) -> int:
    """A whole number, zero or more."""
    value = int(_matching(_WHOLE, text, "a whole number"))
    if value > LARGEST_WHOLE:
        raise ValueError(f"a whole number of {LARGEST_WHOLE} at most")
    return value


def optional_whole(text: str) -> int | None:
    """A whole number, or `None` for `n/a`."""
    return None if optional_text(text) is None else whole(text)


def number(text: str) -> float:
    """A number with a point, or none."""
    value = float(_matching(_NUMBER, text, "a number"))
    if not math.isfinite(value):
        raise ValueError("a number")
    return value


def optional_number(text: str) -> float | None:
    """A number, or `None` for `n/a`."""
    return None if optional_text(text) is None else number(text)


def flag(text: str) -> bool | None:
    """`Y` or `N`; `None` for `n/a`."""
    stripped = text.strip()
    if stripped in ("Y", "N"):
        return stripped == "Y"
    if stripped in ("", NOT_AVAILABLE):
        return None
    raise ValueError("Y, N or n/a")


def month(text: str) -> str | None:
    """`08/2023` as `2023-08`; `None` for `n/a`."""
    stripped = text.strip()
    if stripped in ("", NOT_AVAILABLE):
        return None
    match = _MONTH.fullmatch(stripped)
    if match is None:
        raise ValueError("a month such as 08/2023, or n/a")
    return f"{match[2]}-{int(match[1]):02}"


def technology_type(text: str) -> Value:
    """The kind of a row in releases that print tools and technology in one file."""
    kinds = {"technology": "technology", "tools": "tool", "tool": "tool"}
    found = kinds.get(text.strip().lower())
    if found is None:
        raise ValueError("Technology or Tools")
    return found


def _matching(pattern: re.Pattern[str], text: str, expected: str) -> str:
    stripped = text.strip()
    if not pattern.fullmatch(stripped):
        raise ValueError(expected)
    return stripped
