"""Everything that the seed document states is answered over HTTP, by value, and nothing of it was forgotten.

`document_map.py` says which sentence is answered where. Here the sentences are split from the document itself and
compared with the map; each of its facts is asked for; and the map is held to rules, so that it cannot be lazy.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from jsonpointer import JsonPointer

from app.store.seed import seed_folder
from tests.checked_client import CheckedClient
from tests.integration.document_map import DOCUMENT, PROFILE, CareerTest, Fact, Heading, Sentence, Value

SENTENCES = [entry for entry in DOCUMENT if isinstance(entry, Sentence)]
HEADINGS = [entry for entry in DOCUMENT if isinstance(entry, Heading)]
CAREER_TESTS = [entry for entry in DOCUMENT if isinstance(entry, CareerTest)]

# Fields that repeat the document's words. They may be compared, but stand for nothing that a sentence states.
PROSE = frozenset(
    {
        *("statement", "text", "explanation", "meaning", "label", "education_label"),
        *("requirement_detail", "said_of", "topic", "heading", "detail", "formula"),
    }
)

# The small words that decide what a sentence means: of how many, how often, how firmly, how surely.
DECISIVE_WORDS = (
    *("about", "most", "many", "some", "a few", "several", "others", "half"),
    *("typically", "often", "regularly", "always", "once"),
    *("may", "must", "should", "can", "need", "prefer", "require", "required", "enough"),
    *("will", "expected", "likely", "best", "needed"),
    *("less than", "more than", "much faster than"),
)
# Where an answer says it in another way. The passages where a word means something else, or nothing by itself, follow.
SAME_WORDS = {"half": "50", "require": "required"}
NOT_DECISIVE_IN = {
    "about": "For more information about",
    "more than": "half the workers in an occupation earned more than that amount",  # the halves are compared
    "will": "there will likely be",  # likely, then
}

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH_OF_YEAR = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{4}})\b")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ACRONYM = re.compile(r"\b[A-Z]{2,}s?\b")
_NAME = re.compile(r"[A-Z][\w&]*(?: (?:(?:and|of|on|for) )*[A-Z&][\w&]*)*")
_JOINT = re.compile(r" (?:and|or) ")
_SELECTION = re.compile(r"\{(\w+)=(.+)\}")


Answers = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module")
def answer(client: CheckedClient) -> Answers:
    """The answer of a URL, asked for once."""
    return cache(client.answer)


def _name(sentence: Sentence) -> str:
    return f"{sentence.line}-{sentence.text[:40]}"


def split_line(line: str) -> list[str]:
    """The sentences of a line, each ending in a full stop; a table row, a heading and a name are one sentence."""
    return [line] if "|" in line else re.split(r"(?<=\.) (?=[A-Z])", line)


@cache
def document_lines() -> tuple[str, ...]:
    """The lines of the document, as the seed has it."""
    return tuple((seed_folder(None) / "document.txt").read_text(encoding="utf-8").splitlines())


def split_document() -> list[tuple[int, str]]:
    """Every sentence of the document with its line, from 1."""
    return [(number, text) for number, line in enumerate(document_lines(), start=1) for text in split_line(line)]


def expand(document: Any, pointer: str) -> Iterator[str]:
    """The plain JSON pointers that a pointer of the map means."""
    steps = pointer.split("/")[1:]
    for place, step in enumerate(steps):
        before = "".join(f"/{known}" for known in steps[:place])
        after = "".join(f"/{following}" for following in steps[place + 1 :])
        if step == "*":
            for index in range(len(JsonPointer(before).resolve(document))):
                yield from expand(document, f"{before}/{index}{after}")
            return
        selection = _SELECTION.fullmatch(step)
        if selection:
            key, wanted = selection.groups()
            entries = JsonPointer(before).resolve(document)
            found = [index for index, entry in enumerate(entries) if str(entry[key]) == wanted]
            assert len(found) == 1, f"{before}: {len(found)} entries with {key} = {wanted!r}, not one"
            yield from expand(document, f"{before}/{found[0]}{after}")
            return
    yield pointer


def look_up(document: Any, pointer: str) -> Any:
    """What stands at a pointer of the map; a list of it where the pointer means many places."""
    found = [JsonPointer(plain).resolve(document) for plain in expand(document, pointer)]
    if "*" in pointer.split("/"):
        return found
    (only,) = found
    return only


def field_of(fact: Fact) -> str:
    """The name of the field that a fact is read from: the last step of its pointer that is no place in a list."""
    return next(step for step in reversed(fact.pointer.split("/")) if not step.isdigit())


def evidence(sentence: Sentence) -> list[str | float]:
    """The values that count for a sentence: those of fields that are no prose, with something in them."""

    def plain(value: Value) -> Iterator[str | float]:
        if isinstance(value, list):
            for entry in value:
                yield from plain(entry)
        elif isinstance(value, str) or (isinstance(value, int | float) and not isinstance(value, bool)):
            yield value

    return [part for fact in sentence.facts if field_of(fact) not in PROSE for part in plain(fact.value)]


def shortcomings(sentence: Sentence) -> list[str]:
    """What a sentence states that the values of its facts do not hold."""
    values = evidence(sentence)
    words = [value.replace("_", " ") for value in values if isinstance(value, str)]
    numbers = {float(value) for value in values if not isinstance(value, str)}
    numbers |= {float(value) for value in words if _NUMBER.fullmatch(value)}
    missing = [] if values else ["no value outside of prose"]

    months = {f"{year}-{_MONTHS.index(month) + 1:02}" for month, year in _MONTH_OF_YEAR.findall(sentence.text)}
    missing += [month for month in sorted(months) if month not in values]
    rest = _MONTH_OF_YEAR.sub("", sentence.text)

    printed = [number.rstrip(",") for number in _NUMBER.findall(rest)]
    missing += [number for number in printed if float(number.replace(",", "")) not in numbers]

    missing += [acronym for acronym in _ACRONYM.findall(rest) if not _holds(words, acronym)]
    for match in _NAME.finditer(rest):
        name = match.group()
        if match.start() == 0 and (" " not in name or name.startswith(("A ", "The "))):
            continue  # the capital letter that begins a sentence
        parts = [name] if _holds(words, name) else _JOINT.split(name)
        missing += [part for part in parts if not _holds(words, part)]
    if "|" in rest and rest.split(" | ")[0] not in values:
        missing.append(rest.split(" | ")[0])

    for decisive in DECISIVE_WORDS:
        if not re.search(rf"\b{decisive}\b", rest, re.IGNORECASE):
            continue
        if decisive in NOT_DECISIVE_IN and NOT_DECISIVE_IN[decisive] in rest:
            continue
        held = [*(word.lower() for word in words), *(f"{number:g}" for number in numbers)]
        if not _holds(held, decisive) and not _holds(held, SAME_WORDS.get(decisive, decisive)):
            missing.append(decisive)
    return missing


def _holds(values: list[str], words: str) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", value) for value in values)


# --- The map leaves nothing out --------------------------------------------------------------------------------------


def test_the_split_covers_the_document() -> None:
    joined: dict[int, list[str]] = {}
    for number, text in split_document():
        joined.setdefault(number, []).append(text)
    assert [" ".join(texts) for texts in joined.values()] == list(document_lines())
    assert all(text.strip() for _, text in split_document())
    assert all(not re.search(r"[.?!] \w", text) for _, text in split_document() if "|" not in text)


def test_the_map_has_every_sentence_in_order() -> None:
    assert [(entry.line, entry.text) for entry in DOCUMENT] == split_document()


def test_only_headings_and_the_career_test_state_nothing(client: CheckedClient) -> None:
    sections = client.answer(PROFILE)["data"]["sections"]
    printed = [(section["heading_line"], section["heading"]) for section in sections if section["heading_line"]]
    assert [(heading.line, heading.text) for heading in HEADINGS] == printed
    assert all(heading.text == document_lines()[heading.line - 1] for heading in HEADINGS)
    assert all(heading.text[-1].isalpha() and not _NUMBER.search(heading.text) for heading in HEADINGS)
    assert [entry.line for entry in CAREER_TESTS] == [21]
    assert "take a career test" in CAREER_TESTS[0].text


@pytest.mark.parametrize("sentence", SENTENCES, ids=_name)
def test_the_map_holds_all_that_a_sentence_states(sentence: Sentence) -> None:
    assert shortcomings(sentence) == []


# --- A lazy map is refused -------------------------------------------------------------------------------------------

_SAID = "About 34 percent of some RHIT in May 2018 may visit the Holland Code."
_ENOUGH: dict[str, Value] = {
    "quantifier": "some",
    "exactness": "about",
    "acronym": "RHIT",
    "reference_period": "2018-05",
    "modality": "may",
    "framework": "Holland Code",
    "percent": 34,
}


def _said(values: dict[str, Value]) -> Sentence:
    return Sentence(1, _SAID, tuple(Fact("/v1/x", f"/data/{field}", value) for field, value in values.items()))


def test_a_map_with_everything_is_taken() -> None:
    assert shortcomings(_said(_ENOUGH)) == []


@pytest.mark.parametrize(
    ("left_out", "missed"),
    [
        ("quantifier", "some"),
        ("exactness", "about"),
        ("acronym", "RHIT"),
        ("reference_period", "2018-05"),
        ("modality", "may"),
        ("framework", "Holland Code"),
        ("percent", "34"),
    ],
)
def test_a_map_that_leaves_out_a_value_is_refused(left_out: str, missed: str) -> None:
    assert missed in shortcomings(_said({field: value for field, value in _ENOUGH.items() if field != left_out}))


@pytest.mark.parametrize("field", sorted(PROSE))
def test_prose_alone_does_not_count(field: str) -> None:
    missing = shortcomings(_said({field: _SAID}))
    assert "no value outside of prose" in missing
    assert {"34", "RHIT", "2018-05", "Holland Code", "some", "may"} <= set(missing)


def test_a_value_must_be_something() -> None:
    assert shortcomings(Sentence(1, "Integrity.", (Fact("/v1/x", "/data/quality", None),))) != []
    assert shortcomings(Sentence(1, "Integrity.", (Fact("/v1/x", "/data/tasks", []),))) != []


# --- The answers hold what the map says ------------------------------------------------------------------------------


@pytest.mark.parametrize("sentence", SENTENCES, ids=_name)
def test_a_sentence_is_answered(sentence: Sentence, answer: Answers) -> None:
    found = [(fact, look_up(answer(fact.url), fact.pointer)) for fact in sentence.facts]
    wrong = [
        f"{fact.url} {fact.pointer}: {value!r}, not {fact.value!r}"
        for fact, value in found
        if value != fact.value or isinstance(value, bool) is not isinstance(fact.value, bool)
    ]
    assert wrong == []


@pytest.mark.parametrize("sentence", [known for known in SENTENCES if not known.text.endswith(":")], ids=_name)
def test_a_record_of_the_answer_names_the_line(sentence: Sentence, answer: Answers) -> None:
    """A record that a fact was found in says that the document states it, and on this line.

    A sentence that ends with a colon introduces a list; the entries of the list name their own lines.
    """
    origins = {
        (record["provenance"]["origin"], line)
        for fact in sentence.facts
        if fact.url != PROFILE
        for record in _records_around(answer(fact.url), fact.pointer)
        for line in (record["provenance"]["document_line"], record.get("repeated_on_line"))
    }
    assert ("published", sentence.line) in origins


def _records_around(document: Any, pointer: str) -> Iterator[dict[str, Any]]:
    for plain in expand(document, pointer):
        steps = plain.split("/")
        parts = (JsonPointer("/".join(steps[:depth])).resolve(document) for depth in range(1, len(steps)))
        yield from (part for part in parts if isinstance(part, dict) and "provenance" in part)


def test_the_document_is_the_one_that_the_profile_serves(client: CheckedClient) -> None:
    served = {
        line["document_line"]: line["text"]
        for section in client.answer(PROFILE)["data"]["sections"]
        for line in section["lines"]
    }
    served |= {heading.line: heading.text for heading in HEADINGS}
    assert [served[number] for number in sorted(served)] == list(document_lines())
