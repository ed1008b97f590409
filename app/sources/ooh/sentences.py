"""Sentences and plain readable text, as the handbook's paragraphs need them."""

import re

# A full stop after one of these ends no sentence.
_ABBREVIATIONS = (
    "U.S.",
    "D.C.",
    "Ph.D.",
    "O.D.",
    "Pharm.D.",
    "M.D.",
    "Ed.D.",
    "Dr.",
    "St.",
    "No.",
    "e.g.",
    "i.e.",
    "LL.M.",
)
_END = re.compile(r"[.!?][”\"’)]*\s+(?=[A-Z0-9“\"(])")
_SPACE = re.compile(r"[\s\u00a0\u2007\u202f]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def plain(text: str) -> str:
    """Text as a reader sees it: blanks of all kinds become one space, invisible characters go."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, in order; the abbreviations of the handbook do not end one."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(paragraph):
        head = paragraph[start : match.end()].rstrip()
        if head.endswith(_ABBREVIATIONS):
            continue
        found.append(head)
        start = match.end()
    tail = paragraph[start:].strip()
    return [*found, tail] if tail else found
