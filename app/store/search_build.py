"""Makes the search index: arrays of numbers out of texts, by closed formulas, so that the same texts give the same.

Three views of the texts are kept. Names as groups of letters and words, to find those that look like what is asked for.
How much each word, pair of words and group of letters speaks for an occupation, a broad occupation, a minor and a major
group (a multinomial model with Dirichlet smoothing). And a short vector for each word and name, by which words that
occupations share are near each other (latent semantic analysis of occupations by words).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from app.domain.search_fields import EXACT, FIELDS, NAMES, WEIGHTS, MatchedField
from app.domain.search_terms import (
    head_terms,
    in_full,
    key_of,
    letter_terms,
    phrase_terms,
    split_words,
    stem,
    word_terms,
)
from app.store.search_postings import Array, Arrays, distinct, ends, postings
from app.store.search_texts import SearchText

DIMENSIONS = 64
# With fewer names than this for each occupation, nothing is known of words beyond the titles themselves.
_NAMES_FOR_VECTORS = 4

# The models: whose terms, what counts, how many digits of a code make a group, and how strong the smoothing is.
MODELS: dict[str, tuple[str, str, int, float]] = {
    "words_of_occupation": ("phrases", "name", 7, 300.0),
    "words_of_major_group": ("phrases", "name", 3, 3_000.0),
    "words_of_description": ("phrases", "description", 7, 3_000.0),
    "heads_of_occupation": ("heads", "name", 7, 300.0),
    "letters_of_occupation": ("letters", "name", 7, 100.0),
    "letters_of_broad_group": ("letters", "name", 6, 30.0),
    "letters_of_minor_group": ("letters", "name", 5, 30.0),
}


@dataclass(slots=True)
class _Terms:
    """Terms of texts one after another, with how many each text has."""

    terms: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)

    def add(self, terms: Sequence[int]) -> None:
        self.terms += terms
        self.lengths.append(len(terms))

    def numbered(self) -> tuple[Array, Array, Array]:
        """The distinct terms in order, the number of each term among them, and the text that it stands in."""
        written = np.array(self.terms, dtype=np.uint32)
        terms = distinct(np.sort(written))
        return terms, np.searchsorted(terms, written), np.repeat(np.arange(len(self.lengths)), self.lengths)


@dataclass(slots=True)
class _Texts:
    """Texts in the order of occupations, each once for an occupation and field."""

    codes: list[str]
    occupation: list[int] = field(default_factory=list)
    texts: list[SearchText] = field(default_factory=list)


def build_index(texts: Iterable[SearchText], stand_for: Mapping[str, Sequence[str]]) -> Arrays:
    """The arrays of an index of these texts; `stand_for` has the codes in use for each code."""
    sorted_texts = _sorted(texts, stand_for)
    if not sorted_texts.texts:
        return {}
    arrays = _sources(sorted_texts)
    occupation, fields = arrays["text_occupation"], arrays["text_field"]
    words, phrases, heads, letters = _Terms(), _Terms(), _Terms(), _Terms()
    keys: list[int] = []
    spoken: Counter[str] = Counter()
    for one in sorted_texts.texts:
        written = split_words(one.text)
        plain = in_full(written)
        stemmed = [stem(word) for word in plain]
        named = one.field in NAMES
        spoken.update(set(plain) if named else ())
        words.add(word_terms(stemmed))
        phrases.add(phrase_terms(stemmed, of_title=named))
        heads.add(head_terms(stemmed) if named else ())
        letters.add(letter_terms(plain) if named else ())
        keys.append(key_of(written) if one.field in EXACT else 0)
    arrays |= _vocabulary(spoken)
    arrays["text_key"] = np.array(keys, dtype=np.uint32)
    is_name = np.isin(fields, [FIELDS.index(one) for one in NAMES])
    counts = {
        "name": np.array([WEIGHTS[one].as_name for one in FIELDS])[fields],
        "description": np.array([WEIGHTS[one].as_description for one in FIELDS])[fields],
    }
    # Several rows may say the same of an occupation; the names are counted once.
    arrays["prior"] = np.log1p(np.bincount(occupation[is_name], minlength=len(sorted_texts.codes))).astype(np.float32)
    views = {"words": words, "phrases": phrases, "heads": heads, "letters": letters}
    numbered = {view: terms.numbered() for view, terms in views.items()}
    arrays |= {f"{view}_terms": terms for view, (terms, _, _) in numbered.items()}
    arrays |= postings("words", numbered["words"], np.ones(len(fields), dtype=bool))
    for view in ("heads", "letters"):
        arrays |= postings(view, numbered[view], is_name, occupation)
    for name, (view, counted, digits, smoothing) in MODELS.items():
        arrays |= _model(
            name, numbered[view], (occupation, counts[counted]), _groups(sorted_texts.codes, digits), smoothing
        )
    return arrays | _vectors(numbered["words"], (occupation, counts["name"], is_name), len(sorted_texts.codes))


def _sorted(texts: Iterable[SearchText], stand_for: Mapping[str, Sequence[str]]) -> _Texts:
    known: dict[tuple[str, MatchedField, str], SearchText] = {}
    for one in texts:
        if one.text.strip():
            for code in stand_for.get(one.soc_code, ()):
                # The last one is of the newest part.
                known[code, one.field, one.text] = one
    codes = sorted({code for code, _, _ in known})
    number = {code: place for place, code in enumerate(codes)}
    found = _Texts(codes)
    seen: set[tuple[str, str]] = set()
    for (code, kind, text), one in sorted(known.items(), key=lambda item: (item[0][0], FIELDS.index(item[0][1]))):
        same = (code, text.casefold())
        if kind in NAMES and same in seen:
            continue
        seen.add(same)
        found.occupation.append(number[code])
        found.texts.append(one)
    return found


def _sources(found: _Texts) -> Arrays:
    """What each text is and where it was read."""
    written = [" ".join(one.text.split()).encode() for one in found.texts]
    bases = sorted({one.curated_basis for one in found.texts if one.curated_basis is not None})
    of_basis: dict[str | None, int] = {basis: number for number, basis in enumerate(bases)}
    return {
        "codes": _as_bytes("\n".join(found.codes)),
        "bases": _as_bytes("\n".join(bases)),
        "text": np.frombuffer(b"".join(written), dtype=np.uint8),
        "text_ends": np.cumsum([len(one) for one in written]).astype(np.uint32),
        "text_occupation": np.array(found.occupation, dtype=np.uint16),
        "text_field": np.array([FIELDS.index(one.field) for one in found.texts], dtype=np.uint8),
        "text_code": np.array([int(one.soc_code[:2] + one.soc_code[3:]) for one in found.texts], dtype=np.int32),
        "text_suffix": np.array([int(one.onet_suffix[1:] or -1) for one in found.texts], dtype=np.int8),
        "text_part": np.array([one.part_id for one in found.texts], dtype=np.int32),
        "text_sheet": np.array([one.sheet_id for one in found.texts], dtype=np.int32),
        "text_row": np.array([one.row_number for one in found.texts], dtype=np.int32),
        "text_line": np.array([one.document_line or -1 for one in found.texts], dtype=np.int32),
        "text_basis": np.array([of_basis.get(one.curated_basis, -1) for one in found.texts], dtype=np.int16),
    }


def _as_bytes(text: str) -> Array:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _vocabulary(spoken: Mapping[str, int]) -> Arrays:
    """The words of names, and in how many names each is: to tell a misspelt word from a rare one."""
    words = sorted(word for word in spoken if word.isalpha())
    return {
        "vocabulary": _as_bytes("\n".join(words)),
        "vocabulary_names": np.array([spoken[word] for word in words], dtype=np.uint32),
    }


def _groups(codes: Sequence[str], digits: int) -> Array:
    """The number of the group of each occupation, in the order of the groups."""
    return np.unique([code[:digits] for code in codes], return_inverse=True)[1]


def _counted(number: Array, text: Array, weighed: tuple[Array, Array], groups: Array) -> tuple[Array, Array, Array]:
    """How often each term occurs in each group: the number of the term, that of the group, and the count."""
    occupation, counted = weighed
    weight = counted[text]
    of_group = groups[occupation[text]]
    many = int(groups.max()) + 1
    keys = number[weight > 0].astype(np.int64) * many + of_group[weight > 0]
    pairs = distinct(np.sort(keys))
    counts = np.bincount(np.searchsorted(pairs, keys), weight[weight > 0], len(pairs))
    return pairs // many, pairs % many, counts


def _model(
    name: str, numbered: tuple[Array, Array, Array], weighed: tuple[Array, Array], groups: Array, smoothing: float
) -> Arrays:
    """How much more often a group says a term than all do, as a logarithm; terms that it lacks have one value."""
    terms, number, text = numbered
    many = int(groups.max()) + 1
    of_term, of_group, count = _counted(number, text, weighed, groups)
    total = np.bincount(of_term, count, len(terms))
    share = (total + 0.1) / (total.sum() + 0.1 * len(terms))
    spoken = np.bincount(of_group, count, many)
    return {
        f"{name}_ends": ends(of_term, len(terms)),
        f"{name}_group": of_group.astype(np.uint16),
        f"{name}_weight": np.log1p(count / (smoothing * share[of_term])).astype(np.float16),
        f"{name}_lacking": np.log(smoothing / (spoken + smoothing)).astype(np.float32),
        f"{name}_groups": groups.astype(np.uint16),
    }


def _vectors(numbered: tuple[Array, Array, Array], weighed: tuple[Array, Array, Array], occupations: int) -> Arrays:
    """A vector for each word and each name, of the directions in which the words of occupations differ most."""
    terms, number, text = numbered
    occupation, counts, is_name = weighed
    if is_name.sum() < _NAMES_FOR_VECTORS * occupations:
        return {}
    of_term, of_occupation, count = _counted(number, text, (occupation, counts), np.arange(occupations))
    rarity = np.log((occupations + 1) / (np.bincount(of_term, minlength=len(terms)) + 0.5))
    matrix = np.zeros((occupations, len(terms)), dtype=np.float32)
    matrix[of_occupation, of_term] = np.log1p(count) * rarity[of_term]
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    values, directions = np.linalg.eigh(matrix @ matrix.T)
    kept = min(DIMENSIONS, occupations)
    chosen = directions[:, ::-1][:, :kept] / np.sqrt(np.maximum(values[::-1][:kept], 1e-9))
    vectors = ((matrix.T @ chosen) * rarity[:, None]).astype(np.float32)
    names = np.flatnonzero(is_name)
    place = np.full(len(is_name), -1)
    place[names] = np.arange(len(names))
    own = is_name[text]
    of_names = np.zeros((len(names), kept), dtype=np.float32)
    starts = np.flatnonzero(np.diff(place[text[own]], prepend=-1))
    of_names[place[text[own]][starts]] = np.add.reduceat(vectors[number[own]], starts, axis=0)
    of_names /= np.maximum(np.linalg.norm(of_names, axis=1, keepdims=True), 1e-9)
    return {
        "word_vectors": vectors.astype(np.float16),
        "name_vectors": of_names.astype(np.float16),
        "name_texts": names.astype(np.uint32),
    }
