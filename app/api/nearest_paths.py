"""The path that somebody may have meant who asked for one that is not there."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from rapidfuzz.distance import DamerauLevenshtein

_LEAST_ALIKE = 0.6
_LONGEST = 150
_ROOT = "v1"
# What other APIs, and people, call the last word of these paths. Reviewed by hand.
_WORDS: dict[str, str] = {
    word: ours
    for ours, words in {
        "wages": "salary salaries pay earnings income wage compensation",
        "employment": "jobs job employed employers headcount",
        "projections": "outlook growth forecast projection",
        "preparation": "education training requirements how-to-become entry",
        "characteristics": "interests qualities personality work-environment environment schedule",
        "certifications": "credentials credential certificates certs licenses licences certification",
        "related": "similar similar-occupations",
        "contacts": "links organizations-to-contact more-information contact",
        "hierarchy": "parents children tree",
        "profile": "text summary description",
        "areas": "states state area locations",
        "industries": "naics industry sectors",
        "organizations": "organisations orgs organization",
        "measures": "fields definitions measure",
        "releases": "versions datasets sources release",
        "occupations": "occupation soc job-titles careers search",
    }.items()
    for word in words.split()
}
# The same below an occupation's wages and employment, where there is nothing else.
_WORDS_BELOW = dict.fromkeys(("by-state", "areas", "states", "area", "state", "by_area"), "by-area") | dict.fromkeys(
    ("industries", "industry", "by_industry"), "by-industry"
)
_WORDS_BELOW |= dict.fromkeys(("trend", "trends", "timeseries", "time-series", "over-time", "by-year"), "history")
# Pages that stand outside the document.
_PAGES = dict.fromkeys(("doc", "documentation", "api-docs", "swagger", "swagger-ui", "help"), "/docs") | {
    "docs": "/docs",
    "redoc": "/redoc",
    "openapi": "/openapi.json",
    "problem": "/problems",
    "errors": "/problems",
    "problems": "/problems",
}
_SOC = re.compile(r"[0-9]{2}-[0-9]{4}(\.[0-9]{2})?")


def nearest_path(path: str, templates: Iterable[str]) -> str | None:
    """The path of the API that was probably meant, with the codes that stand in it; `None` if none is near.

    It is the one that is spelled most like `path`; or else the one above it, or the first one below it.
    """
    segments = [piece for piece in (_plain(segment) for segment in path[: _LONGEST + 1].split("/")) if piece]
    if not segments or len(path) > _LONGEST:
        return None
    if len(segments) == 1 and segments[0] in _PAGES:
        return _PAGES[segments[0]]
    known = list(templates)
    best: tuple[float, str] = (0.0, "")
    for way in _readings(segments):
        best = max(best, _most_alike(way, known))
    nearest = best[1] or _around(segments, known)
    return None if nearest is None or nearest == path else quote(nearest)


def _most_alike(segments: list[str], templates: Iterable[str]) -> tuple[float, str]:
    """The template that is most like the segments, filled in, and how much; each word of it has to be like its own."""
    best: tuple[float, str] = (0.0, "")
    for template in templates:
        filled = _filled(template, segments)
        if filled is not None:
            alike = [_alike(one, other) for one, other in zip(filled, segments, strict=True)]
            if min(alike) >= _LEAST_ALIKE:
                best = max(best, (sum(alike) / len(alike), "/" + "/".join(filled)))
    return best


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else float(DamerauLevenshtein.normalized_similarity(one, other))


def _around(segments: list[str], templates: list[str]) -> str | None:
    """The path above that is there, or the first one below."""
    for length in range(len(segments) - 1, 1, -1):
        for template in templates:
            filled = _filled(template, segments[:length])
            if filled == segments[:length]:
                return "/" + "/".join(filled)
    start = "/" + "/".join(segments) + "/"
    return next((template for template in templates if template.startswith(start) and "{" not in template), None)


def _plain(segment: str) -> str:
    """A segment without what is no part of a name: blanks, `;matrix` parameters, a suffix of a file, capitals."""
    text = segment.partition(";")[0].strip().rstrip("\\")
    text = re.sub(r"\.(json|csv|xml|html?|php|ya?ml)$", "", text, flags=re.IGNORECASE)
    text = "" if text in (".", "..") else text.lower()
    return _ROOT if re.fullmatch(r"v[0-9](\.[0-9])?", text) else text


def _readings(segments: list[str]) -> Iterator[list[str]]:
    """The segments as they are, with our words for them, below `/v1`, and with the occupation before its topic."""
    if _ROOT in segments[1:]:
        segments = segments[len(segments) - 1 - segments[::-1].index(_ROOT) :]
    ours = [
        (_WORDS_BELOW if index > 2 else _WORDS).get(segment, _WORDS.get(segment, segment))
        for index, segment in enumerate(segments)
    ]
    for words in (segments, ours):
        yield words
        below = words if words[0] in (_ROOT, "health", "problems") else [_ROOT, *words]
        yield below
        codes = [word for word in below if _SOC.fullmatch(word)]
        topics = [word for word in below[1:] if word != "occupations" and word not in codes]
        if len(codes) == 1:
            yield [_ROOT, "occupations", codes[0], *topics]


def _filled(template: str, segments: list[str]) -> list[str] | None:
    """The template's segments, with the given ones in the place of its parameters; `None` if it has another length."""
    parts = template.strip("/").split("/")
    if len(parts) != len(segments):
        return None
    pairs = list(zip(parts, segments, strict=True))
    # A word is no code: `/v1/occupations/wages` is nobody's occupation.
    if any(part == "{soc_code}" and not _SOC.fullmatch(given) for part, given in pairs):
        return None
    return [given if part.startswith("{") else part for part, given in pairs]
