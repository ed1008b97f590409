"""Cells without a number: what a page prints where there is no figure, and bounds, which are none either."""

import re

_NONE = re.compile(
    r"(?:[-\u2010-\u2015\u2212]{1,3}|n\.?/?a\.?|not (?:available|applicable)\.?"
    r"|(?:the|this) (?:(?:annual|hourly|median) )?wage is not available\.?)",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"(?:(?:fewer|less|lower|more|greater|higher) than|under|over|below|above|up to|at (?:least|most)|[<>≤≥]=?)"
    r"\s?[$0-9]",
    re.IGNORECASE,
)
_MARK = re.compile(r"[\[(][0-9]{1,2}[\])]")


def says_none(text: str) -> bool:
    """Whether a text is what publishers print where they have no figure: a dash, `N/A`, `Not available`."""
    return _NONE.fullmatch(text.strip()) is not None


def has_no_figure(text: str) -> bool:
    """Whether a text states no number: none of its own, the mark of a footnote alone, or a bound such as `<1`.

    It is no damage. Digits that cannot be read are.
    """
    return not re.search("[0-9]", _MARK.sub("", text)) or _BOUND.match(text.strip()) is not None
