"""What somebody may have meant: text tidied of what keyboards and encoders did to it, and the nearest name.

Nothing here accepts anything. Values are taken exactly as documented or refused; a refusal may name what was near.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

_LONGEST = 200
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"), "-")


def tidied(text: str) -> str:
    """Text without a second percent-encoding, letters of other widths, typographic dashes, blanks and quotes around."""
    decoded = unquote(text[:_LONGEST])
    return unicodedata.normalize("NFKC", decoded).translate(_DASHES).strip(" \t\r\n\"'`")


def did_you_mean(meant: str | None, works: str) -> str:
    """The one style of every refusal: what was meant, if that can be guessed, and what would work."""
    return works if meant is None else f"did you mean `{meant}`? {works}"


def nearest_name(given: str, known: Sequence[str]) -> str | None:
    """The known name that is the given one in another spelling, or begins it, or has few letters different."""
    text = _joined(tidied(given))
    if not text:
        return None
    spelled = {_joined(name): name for name in known}
    if text in spelled:
        return spelled[text]
    if len(text) > 3:
        around = [name for joined, name in spelled.items() if text in joined or (len(joined) > 3 and joined in text)]
        if len(around) == 1:
            return around[0]
    match = process.extractOne(text, list(spelled), scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6)
    return None if match is None else spelled[match[0]]


def _joined(name: str) -> str:
    """A name as letters alone would have it; a leading minus is kept, since it means something in `sort`."""
    joined = re.sub(r"[^a-z0-9]+", "_", name.lower().replace("'", "").replace("\u2019", ""))
    return f"-{joined.strip('_')}" if name.startswith("-") else joined.strip("_")


def listed(names: Iterable[str]) -> str:
    """Names as a choice."""
    return f"one of {', '.join(names)}"
