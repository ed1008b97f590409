"""Occupations for a job title as people write it, a code, a credential, a technology, or words of a definition."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.levels import OccupationLevel
from app.domain.programs import Origin, Program
from app.domain.search_fields import MatchedField
from app.domain.search_terms import says_nothing, split_words, stems
from app.domain.suggestions import tidied
from app.queries.absence import Absence, AbsenceReason
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.errors import Nearest
from app.queries.facts import cited
from app.queries.provenance import Provenance
from app.queries.search_index import FoundText
from app.queries.search_ranking import LEAST_LETTERS, Ranked, rank
from app.queries.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An occupation that may be meant, and the text that says so."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    retired: bool
    score: float | None
    matched_field: str
    matched_text: str
    matched_soc_code: str
    onet_soc_code: str | None
    url: str
    source: str
    provenance: Provenance


# Below this an occupation is no better than a guess.
_LEAST_SCORE = 0.005
_MOST = 1_000


def search(snapshot: Snapshot, text: str, *, unfinished: bool, limit: int | None) -> Listing[SearchHit]:
    """The occupations that a text may mean, best first; an empty list that says so where nothing is near.

    Without a `limit`, all that are better than a guess.
    """
    hits = list(_hits(snapshot, text, unfinished=unfinished, most=limit or _MOST))[:limit]
    absence = None if hits else _nothing_near(snapshot.catalog, text, unfinished=unfinished)
    return Listing(hits, cited(snapshot.catalog, hits), None, len(hits), absence)


def _hits(snapshot: Snapshot, text: str, *, unfinished: bool, most: int) -> Iterator[SearchHit]:
    catalog = snapshot.catalog
    code = written_code(text)
    if code is not None:
        yield from _of_code(catalog, code)
        return
    begun = (_BEGUN_DIGITS if unfinished else _BEGUN_CODE).fullmatch(tidied(text))
    if begun is not None:
        yield from _beginning_with(catalog, f"{begun[1]}-{begun[2]}")
        return
    index = snapshot.search_index()
    ranked = [] if index is None else rank(index, text, most=most, least=_LEAST_SCORE, unfinished=unfinished)
    hits = [(_ranked_hit(catalog, found), found.is_named) for found in ranked if found.soc_code in catalog.vintages]
    yield from (hit for hit, is_named in hits if is_named)
    asked = stems(text)
    called = [hit for hit, is_named in hits if not is_named and stems(hit.title) == asked]
    yield from called
    # A group or a retired code that is called so itself comes before what is only near; others come last.
    beside = (
        []
        if unfinished
        else [_hit(catalog, one, None, MatchedField.TITLE, one.title) for one in _beside(catalog, asked)]
    )
    yield from (hit for hit in beside if stems(hit.title) == asked)
    yield from (hit for hit, is_named in hits if not is_named and hit not in called)
    yield from (hit for hit in beside if stems(hit.title) != asked)


_CODE = re.compile(r"(?:^|(?<=[^0-9A-Za-z]))([0-9]{2})[-. ]?([0-9]{4})(?:[. ]?([0-9]{2}))?(?=$|[^0-9A-Za-z])")


def written_code(text: str) -> str | None:
    """The SOC or O*NET-SOC code that a text is, however it is punctuated: `292072`, `29 2072`, `SOC 29-2072.00`."""
    plain = tidied(text)
    found = _CODE.search(plain)
    if found is None or re.sub(r"(?i)\b(soc|o\*?net|code)\b|[^0-9a-z]", "", plain.replace(found[0], "", 1)):
        return None
    return f"{found[1]}-{found[2]}" + (f".{found[3]}" if found[3] else "")


# Two digits and a dash, and some of the four that follow: the beginning of a code.
_BEGUN_CODE = re.compile(r"([0-9]{2})-([0-9]{0,3})")
# While somebody types, the dash may come later.
_BEGUN_DIGITS = re.compile(r"([0-9]{2})-?([0-9]{0,3})")


def _beginning_with(catalog: Catalog, begun: str) -> Iterator[SearchHit]:
    """The codes that begin so, in their order; those of editions that are not in use come last."""
    found = [editions[0] for code, editions in sorted(catalog.vintages.items()) if code.startswith(begun)]
    for one in sorted(found, key=catalog.is_retired):
        yield _hit(catalog, one, None, MatchedField.SOC_CODE, begun)


def _of_code(catalog: Catalog, code: str) -> Iterator[SearchHit]:
    """A code in its newest edition, then what it became if no edition in use has it."""
    editions = catalog.vintages.get(code[:7], ())
    if not editions:
        return
    found = editions[0]
    yield _hit(catalog, found, 1.0, MatchedField.SOC_CODE, code, onet_soc_code=code if "." in code else None)
    if catalog.is_retired(found):
        successors = list(dict.fromkeys(step.after for one in editions for step in catalog.successors(one)))
        for after in successors:
            yield _hit(catalog, after, 1 / len(successors), MatchedField.SOC_CODE, code, stood_under=found.soc_code)


def _beside(catalog: Catalog, asked: Sequence[str]) -> Iterator[Occupation]:
    """Groups, and codes that are not in use, whose title has all of the words."""
    wanted = set(asked)
    for found, words in () if says_nothing(asked) else _titles(catalog):
        if wanted <= words:
            yield found


def _titles(catalog: Catalog) -> Sequence[tuple[Occupation, frozenset[str]]]:
    """The titles that the index does not estimate, as stems: groups, and retired codes."""

    def stemmed() -> Sequence[tuple[Occupation, frozenset[str]]]:
        levels = list(OccupationLevel)
        newest = [editions[0] for editions in catalog.vintages.values()]
        return tuple(
            (one, frozenset(stems(one.title)))
            for one in sorted(newest, key=lambda one: (-levels.index(one.level), one.soc_code))
            if one.level is not OccupationLevel.DETAILED or catalog.is_retired(one)
        )

    return catalog.remembered.once(_titles, stemmed)


def _ranked_hit(catalog: Catalog, ranked: Ranked) -> SearchHit:
    occupation, found = catalog.vintages[ranked.soc_code][0], ranked.found
    source, provenance = _read_at(catalog, found)
    return SearchHit(
        occupation.soc_code,
        occupation.soc_vintage,
        occupation.title,
        occupation.level,
        catalog.is_retired(occupation),
        round(ranked.score, 4),
        found.field,
        found.text,
        found.soc_code,
        found.onet_soc_code,
        catalog.path(occupation),
        source,
        provenance,
    )


def _read_at(catalog: Catalog, found: FoundText) -> tuple[str, Provenance]:
    """The release of a text, and where it was read. Titles of codes come with every load: the catalog has them."""
    if found.part_id not in catalog.release_of_part or (
        found.field is MatchedField.TITLE and found.onet_soc_code is None
    ):
        editions = catalog.vintages[found.soc_code]
        stated = next((one for one in editions if " ".join(one.title.split()) == found.text), editions[0])
        return stated.source, stated.provenance
    sheet = catalog.sheets[found.sheet_id]
    origin = Origin.PUBLISHED if found.curated_basis is None else Origin.CURATED
    provenance = Provenance(
        origin, found.curated_basis, None, sheet.file, sheet.sheet, found.row_number, found.document_line
    )
    return catalog.release_of_part[found.part_id], provenance


def _hit(
    catalog: Catalog,
    occupation: Occupation,
    score: float | None,
    field: MatchedField,
    text: str,
    *,
    stood_under: str | None = None,
    onet_soc_code: str | None = None,
) -> SearchHit:
    return SearchHit(
        occupation.soc_code,
        occupation.soc_vintage,
        occupation.title,
        occupation.level,
        catalog.is_retired(occupation),
        None if score is None else round(score, 4),
        field,
        text,
        stood_under or occupation.soc_code,
        onet_soc_code,
        catalog.path(occupation),
        occupation.source,
        occupation.provenance,
    )


def _nothing_near(catalog: Catalog, text: str, *, unfinished: bool) -> Absence:
    nearest = (Nearest("All occupations", "/v1/occupations"),)
    if unfinished and len("".join(split_words(text))) < LEAST_LETTERS:
        detail = f"A beginning of fewer than {LEAST_LETTERS} letters is not looked for: too many names have it."
        return Absence(AbsenceReason.NOT_APPLICABLE, detail, nearest)
    code = written_code(text)
    if code is not None:
        detail = f"No edition of the SOC that is loaded has a code {code}."
        return Absence(AbsenceReason.NOT_PUBLISHED, detail, nearest)
    if catalog.newest(Program.ONET) is None:
        detail = (
            "No title that is loaded is near to these words. Job titles as people write them come with O*NET, of which "
            "nothing is loaded."
        )
        return Absence(AbsenceReason.NOT_LOADED, detail, nearest)
    detail = "No title, credential, technology, task or definition that is loaded is near to these words."
    return Absence(AbsenceReason.NOT_PUBLISHED, detail, nearest)


# A list keeps what may be meant; the rest of what a search finds are guesses that its reader would see at its end.
_LEAST_OF_LIST, _LEAST_OF_BEST, _MOST_OF_LIST = 0.02, 0.1, 50


def codes_near(snapshot: Snapshot, text: str) -> list[str]:
    """The codes of the occupations that a text may mean, best first, for a list that filters and sorts them too."""
    hits = list(_hits(snapshot, text, unfinished=False, most=_MOST_OF_LIST))
    best = max((hit.score for hit in hits if hit.score is not None), default=0.0)
    least = max(_LEAST_OF_LIST, best * _LEAST_OF_BEST)
    return list(dict.fromkeys(hit.soc_code for hit in hits if hit.score is None or hit.score >= least))
