"""Named credentials in prose: by stated rules, each with the sentence that names it.

`docs/credentials-from-text.md` states the rules for readers and how well they do on pages that were labelled by
hand before the rules were written. In short: a credential is reported where the text calls it by a name (an acronym
with its long form, a capitalised title, or one of the trades' set names such as driver's license) and says by a word
such as license or certification that it is one. Degrees, exams, programs and organizations are none.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias


class CredentialKind(StrEnum):
    """What the text calls a credential."""

    LICENSE = "license"
    CERTIFICATION = "certification"
    REGISTRATION = "registration"
    ENDORSEMENT = "endorsement"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, the line of the document it stands on, and, for a list item, the sentence that leads the list."""

    text: str
    line: int
    lead: str = ""


@dataclass(frozen=True, slots=True)
class NamedCredential:
    """A credential that a sentence names; the issuer where the same sentence states one."""

    name: str
    acronym: str | None
    kind: CredentialKind
    issuer: str | None
    statement: str
    line: int


def words_of(text: str) -> frozenset[str]:
    """Words that stand in a row, as a set."""
    return frozenset(text.split())


# Makes a credential of name, acronym, the word that says what it is, and the place in the sentence.
_Maker: TypeAlias = Callable[[str, str | None, str, int, int], NamedCredential]

_NOUN = (
    r"(?:licen[sc]es?|licensure|certificat(?:es?|ions?)|credentials?|designations?|endorsements?|registrations?|"
    r"permits?|ratings?)"
)
_ACRONYM = r"[A-Z][A-Za-z]*(?:[A-Z&+-][A-Za-z]*)+"
_IN_BRACKETS = re.compile(rf"\((?P<acronym>{_ACRONYM}|[A-Z])\)(?![A-Za-z-])")
_ISSUER_BY = re.compile(
    r"\b(?:issued|offered|awarded|granted|administered|given) by (?:the )?"
    r"(?P<issuer>(?:U\.S\. )?[A-Z][\w.&’'-]*(?: (?:of|and|for|the|&|in|on) [A-Z][\w.&’'-]*| [A-Z][\w.&’'-]*)*)"
)
_ISSUED = re.compile(r"\b(?P<issuer>[A-Z]{2,})-issued\b")
_ORGANIZATION = re.compile(
    r"\b(?:Administration|Association|Agency|Board|Commission|Council|Institute|Institutes|Department|Authority|"
    r"Academy|Corporation|Society|University|Registry|Exchange|Service|Office|Union|Center|Centers|Guard|Bureau|"
    r"Organization|Federation|College|Program|Battery|Initiative)\b"
)
_NO_CREDENTIAL = re.compile(
    r"(?i)\b(?:bachelor|master|doctor|doctorate|associate(?:’s|'s)? (?:of|degree)|associate of|degree|"
    r"information technology|computer-aided|systems?|officer|device)\b"
)
_TITLE_WORD = re.compile(r"(?i)^(?:certified|chartered|accredited|board-certified)\b")
_TITLE_IN_QUOTATION_MARKS = re.compile(r"\btitles?(?: of)? [“\"]$")
_STATUS_WORD = re.compile(r"^(?:Registered|Licensed)\b")
_KNOWN_ORGANIZATIONS = words_of(
    "FAA OSHA EPA TSA FCC FRA NRC SEC DOT IRS USDA FINRA NFPA ANSI FBI DHS CDC NIH FDA DAU NRC U.S. US AMA ABA"
)
# Acronyms of fields and tools: a certification "in" them or of them is not named by them.
_FIELDS = words_of("IT GED ESL STEM MRI CAD CADD CAM CNC GIS GPS HVAC HVACR LPN LVN RV OB GYN BIM TV PC EHR AI")

_AFTER_LIST = re.compile(
    r"^(?:\s*(?:,|/|;|or|and|and/or)*\s*(?:the )?(?:[\w’'-]+ ){0,4}?(?:[\w’'-]+ )?\([A-Z][\w&+-]*\))*"
    rf"(?:\s*,?\s*(?:or|and) (?:[\w’'-]+ ){{1,2}}?)?\s*(?:{_NOUN}|(?:or|and) [A-Z]{{2,}} {_NOUN})\b"
)
_IN_LIST = re.compile(r"(?:\b[Cc]ertified|\b[Cc]ertifications?)(?:, such as)? in (?P<items>[^.;:]+)")
_SUCH_AS = re.compile(rf"(?i){_NOUN}(?: \w+){{0,3}}?,? (?:such as|including|like)(?: the| a| an)? (?P<items>[^.;:]+)")
_BARE = re.compile(rf"(?<![\w(-])(?P<first>{_ACRONYM})(?: (?:and|or) (?P<second>{_ACRONYM}))? (?P<noun>{_NOUN})\b")
_PROPER = re.compile(
    r"(?<![\w(])(?P<name>(?:[A-Z][\w’'&-]+ )+(?:(?:of|and|in|for) (?=[A-Z]))?(?:[A-Z][\w’'&-]+ )*)(?P<noun>"
    + _NOUN
    + r")\b"
)
_PROPER_NOUN = re.compile(
    r"(?<![\w(])(?P<name>(?:(?:[A-Z][\w’'&-]+) )*(?:Certificate|Certification|License|Credential|Registration|"
    r"Endorsement)(?: of(?: [A-Z][\w’'&-]+)+)?)\b"
)
_CERTIFIED = re.compile(r"(?<![\w(])(?P<name>(?:Certified|Chartered)(?: [A-Z][\w’'-]+){1,5})")
_SERIES = re.compile(r"\bSeries (?P<number>[0-9]+)\b")

# Set names in lower case. A trade or function stands directly before the word license, certificate and so on.
_SET_NAME = re.compile(r"(?<![\w-])(?P<modifiers>(?:[A-Za-z’'/-]+ ){1,4})(?P<noun>" + _NOUN + r")\b", re.IGNORECASE)
_TRADE_NOUNS = words_of(
    "pilot paramedic instrument multi-engine multiengine airframe powerplant teaching nursing chiropractic crane "
    "motorcycle passenger officiating firefighter aid"
)
_TRADE_ENDING = re.compile(r"(?i)(?:[a-z]{3,}(?:er|or)(?:[’']s|s[’'])?|[a-z]{3,}(?:ician|ologist|arian))$")
_NOT_A_TRADE = words_of(
    "other another further higher former their either prior newer offer prefer consider administer confer deliver "
    "order under after over major minor labor honor monitor manufacturer vendor employer provider master never ever "
    "whether whatever rather computer order per lower upper proper career member customer silver foster power water "
    "number sector earlier later longer greater sponsor register confer consumer osha together however moreover "
    "encounter transfer refer error senior junior superior behavior color outdoor indoor flavor favor motor center"
)
# What stands before a name without belonging to it.
_NOT_IN_NAME = words_of(
    "a an the or and of to for in on with have has had having hold holds holding need needs needed needing require "
    "requires required requiring obtain obtains obtaining get gets getting earn earns earning receive receives "
    "receiving valid regular state state-issued locally issued current special specific professional optional "
    "voluntary national additional some any most many other another such as their its his her these those this that "
    "both either each every first-time new appropriate separate full general proper also must may might can should "
    "federal local own no not become is are be being through by at from than more one two specialty basic relevant "
    "include includes including possess possesses pass maintain maintains maintaining keep keeps renew renews prefer "
    "prefers offer offers take takes pursue pursues complete completes use uses acquire hold add adds want like "
    "e.g. usually typically often sometimes generally only prospective if when while after before until get "
    "having receive advanced certain several various multiple different candidates applicants workers who drivers "
    "earned license certification certificate credential"
)
_WELL_KNOWN = {
    "cardiopulmonary resuscitation": "CPR",
    "basic life support": "BLS",
    "advanced cardiac life support": "ACLS",
    "advanced cardiovascular life support": "ACLS",
    "pediatric advanced life support": "PALS",
    "first aid": None,
}
_KIND_OF_NOUN = (
    ("licen", CredentialKind.LICENSE),
    ("certif", CredentialKind.CERTIFICATION),
    ("registration", CredentialKind.REGISTRATION),
    ("endors", CredentialKind.ENDORSEMENT),
)


def named_credentials(statements: Iterable[Statement]) -> list[NamedCredential]:
    """The credentials that sentences name, each once, with the first sentence that does so."""
    read = list(statements)
    organizations = _organizations(read)
    long_forms = _long_forms(read)
    found: dict[str, NamedCredential] = {}
    acronym_of = {name.lower(): acronym for acronym, name in long_forms.items()}
    for statement in read:
        for credential in _in_statement(statement, organizations, long_forms):
            # `airline transport pilot certificate` is the ATP certificate of another sentence.
            spelled_out = acronym_of.get(_without_noun(credential.name)) or acronym_of.get(credential.name.lower())
            named = replace(credential, acronym=credential.acronym or spelled_out)
            found.setdefault(_identity(named), named)
    return list(found.values())


def _identity(credential: NamedCredential) -> str:
    if credential.acronym:
        return credential.acronym.upper()
    return re.sub(r"(?<=[a-z])s$", "", credential.name.lower().replace("’", "'"))


def _without_noun(name: str) -> str:
    return re.sub(rf"(?i)\s+{_NOUN}$", "", name).lower()


def _organizations(statements: Iterable[Statement]) -> frozenset[str]:
    """Acronyms that the text introduces as organizations: Federal Aviation Administration (FAA)."""
    found = set(_KNOWN_ORGANIZATIONS)
    for statement in statements:
        for match in _IN_BRACKETS.finditer(statement.text):
            name = _long_form(statement.text[: match.start()], match["acronym"])
            if name and _ORGANIZATION.search(name):
                found.add(match["acronym"])
    return frozenset(found)


def _long_forms(statements: Iterable[Statement]) -> dict[str, str]:
    """What acronyms stand for, from wherever the text spells them out."""
    forms: dict[str, str] = {}
    for statement in statements:
        for match in _IN_BRACKETS.finditer(statement.text):
            name = _long_form(statement.text[: match.start()], match["acronym"])
            if name:
                forms.setdefault(_singular_acronym(match["acronym"]), _singular(name))
    return forms


def _in_statement(
    statement: Statement, organizations: frozenset[str], long_forms: dict[str, str]
) -> Iterator[NamedCredential]:
    text = statement.text
    taken: list[tuple[int, int]] = []

    def credential(name: str, acronym: str | None, noun: str, start: int, end: int) -> NamedCredential:
        taken.append((start, end))
        return NamedCredential(name, acronym, _kind(f"{name} {noun}", text), _issuer(statement), text, statement.line)

    yield from _bracketed(text, organizations, credential)
    yield from _listed_after_in(text, long_forms, credential)
    yield from _bare_acronyms(text, organizations, long_forms, credential)
    yield from _proper_names(text, taken, organizations, credential)
    yield from _set_names(text, taken, credential)


def _bracketed(text: str, organizations: frozenset[str], credential: _Maker) -> Iterator[NamedCredential]:
    for match in _IN_BRACKETS.finditer(text):
        printed = match["acronym"]
        acronym = _singular_acronym(printed)
        before, after = text[: match.start()], text[match.end() :]
        name = _long_form(before, printed) or _segment(before)
        if name and all(word.lower() in _NOT_IN_NAME or re.fullmatch(rf"(?i){_NOUN}", word) for word in name.split()):
            name = f"{acronym} {_singular(name.split()[-1])}"
        if not name or acronym in organizations or acronym in _FIELDS or _NO_CREDENTIAL.search(name):
            continue
        if _ORGANIZATION.search(name) or re.match(r"\s*(?:exam|examination|test|degree|program)s?\b", after):
            continue
        noun = _noun_for(name, before, after, text)
        if noun is not None:
            yield credential(_singular(name), acronym, noun, match.start() - len(name) - 1, match.end())


def _noun_for(name: str, before: str, after: str, text: str) -> str | None:
    """The word that says that a bracketed name is a credential, or `None`."""
    own = re.search(rf"(?i)\b({_NOUN}|authorization)$", name)
    if own:
        return own[0]
    following = _AFTER_LIST.match(after)
    if following:
        return following[0]
    head = before[: len(before) - len(name) - 1]
    if re.search(r"(?:[Cc]ertified|[Cc]ertifications?)(?:, such as)? in (?:[^.;:]*(?:,|\bor|\band) (?:in )?)?$", head):
        return "certification"
    if _TITLE_WORD.match(name):
        return "certification"
    if _all_capitalised(name) and (
        (_STATUS_WORD.match(name) and re.search(rf"(?i)\b{_NOUN}\b", text))
        or _TITLE_IN_QUOTATION_MARKS.search(before[: before.rfind(name)])
    ):
        return "credential"
    listed = re.search(
        rf"(?i){_NOUN}(?: \w+){{0,3}}?(?:,? (?:such as|including)|:)(?: the| a| an)? (?:[^.;]*(?:,|\bor|\band) )?$",
        head,
    )
    return "certification" if listed and _all_capitalised(name) else None


def _listed_after_in(text: str, long_forms: dict[str, str], credential: _Maker) -> Iterator[NamedCredential]:
    """`certified in CPR or basic life support`, `certifications in ... and first aid`."""
    for match in _IN_LIST.finditer(text):
        for item in re.finditer(r"[^,]+?(?=,|\bor\b|\band\b|$)", match["items"]):
            phrase = re.sub(r"^(?:or|and|both|either|in|the)\s+", "", item[0].strip()).strip()
            phrase = re.sub(r"^(?:or|and|both|either|in|the)\s+", "", phrase)
            # `CPR (cardiopulmonary resuscitation)`: the long form behind its letters.
            phrase = re.sub(r"^([A-Z]{2,}) \([^)]*\)$", r"\1", phrase)
            start = match.start("items") + item.start()
            if phrase.lower() in _WELL_KNOWN:
                yield credential(phrase, _WELL_KNOWN[phrase.lower()], "certification", start, start + len(item[0]))
            elif phrase in _WELL_KNOWN.values():
                yield credential(long_forms.get(phrase, phrase), phrase, "certification", start, start + len(item[0]))
    for match in re.finditer(
        r"(?i)\b(first aid|basic life support|cardiopulmonary resuscitation)(?: (?:or|and) [A-Z]+)? certif", text
    ):
        name = match[1]
        yield credential(name, _WELL_KNOWN[name.lower()], "certification", match.start(1), match.end(1))


def _bare_acronyms(
    text: str, organizations: frozenset[str], long_forms: dict[str, str], credential: _Maker
) -> Iterator[NamedCredential]:
    for printed, noun, start, end in [*_before_noun(text), *_after_such_as(text)]:
        acronym = _singular_acronym(printed)
        if acronym in organizations or acronym in _FIELDS or printed == "Certified":
            continue
        if _is_acronym(acronym):
            name = long_forms.get(acronym, acronym)
            if not _ORGANIZATION.search(name) and not re.search("(?i)degree|bachelor|master|doctor", name):
                yield credential(name, acronym, noun, start, end)
        elif re.fullmatch(r"[A-Z]{2,}(?:-[A-Z][a-z]+)+", printed):
            yield credential(f"{printed} {_singular(noun)}", None, noun, start, end)
    if re.search(r"(?i)\blicen[sc]e", text):
        for match in _SERIES.finditer(text):
            yield credential(f"Series {match['number']}", None, "license", match.start(), match.end())


def _before_noun(text: str) -> Iterator[tuple[str, str, int, int]]:
    """`BLS and CPR certification`: acronyms before the word that says what they are, and their places."""
    for match in _BARE.finditer(text):
        for group in ("first", "second"):
            if match[group]:
                yield match[group], match["noun"], match.start(group), match.end(group)


def _after_such_as(text: str) -> Iterator[tuple[str, str, int, int]]:
    """`certification, such as the HAZWOPER`: an acronym as the first example, and its place."""
    for match in _SUCH_AS.finditer(text):
        item = re.match(rf"({_ACRONYM})\b(?! [a-z]+ (?:program|exam|class))", match["items"])
        if item and item[1].isupper() and re.match(r"\s*(?:,|or\b|and\b|also|$)", match["items"][item.end() :]):
            yield item[1], "certification", match.start("items"), match.start("items") + item.end()


def _proper_names(
    text: str, taken: list[tuple[int, int]], organizations: frozenset[str], credential: _Maker
) -> Iterator[NamedCredential]:
    for pattern in (_PROPER_NOUN, _PROPER, _CERTIFIED):
        for match in pattern.finditer(text):
            name = match["name"].strip()
            words = name.split()
            start, end = match.start("name"), match.end("name")
            if _overlaps(taken, start, end) or _ORGANIZATION.search(name) or _NO_CREDENTIAL.search(name):
                continue
            if match.start() == 0 and pattern is _PROPER:
                words = words[1:]
            if len([word for word in words if word[0].isupper()]) < 2 or re.match(r"\s*\(", text[end:]):
                continue
            if pattern is _PROPER and (words[-1] in organizations or _is_place(name)):
                continue
            noun = match.groupdict().get("noun") or "certification"
            if re.match(r"(?i)\s+(?:exam|test|program)", text[match.end() :]):
                continue
            yield credential(_singular(name), None, noun, start, end)


def _set_names(text: str, taken: list[tuple[int, int]], credential: _Maker) -> Iterator[NamedCredential]:
    for match in _SET_NAME.finditer(text):
        modifiers: list[str] = []
        words = match["modifiers"].split()
        for word in reversed(words):
            if word.lower() in _NOT_IN_NAME or (word[0].isupper() and not _starts_sentence(text, word, match.start())):
                break
            modifiers.insert(0, word)
        if not modifiers or not _is_trade(modifiers[-1], modifiers):
            continue
        name = " ".join([*modifiers, _singular(match["noun"])])
        start = match.end() - len(match["noun"]) - len(" ".join(modifiers)) - 1
        if not _overlaps(taken, start, match.end()):
            yield credential(name, None, match["noun"], start, match.end())


def _is_trade(word: str, modifiers: list[str]) -> bool:
    bare = word.lower().removesuffix("’s").removesuffix("'s")
    if bare in _NOT_A_TRADE or bare in _NOT_IN_NAME:
        return False
    if bare == "aid":
        return len(modifiers) > 1 and modifiers[-2].lower() == "first"
    return bare in _TRADE_NOUNS or _TRADE_ENDING.fullmatch(word) is not None


def _starts_sentence(text: str, word: str, start: int) -> bool:
    return start == 0 and text.startswith(word)


def _long_form(before: str, printed: str) -> str | None:
    """The words before a bracket that its letters stand for: the fewest that hold them in order."""
    letters = re.sub(r"[^a-z]", "", _singular_acronym(printed).lower())
    words = before.rstrip().split()
    for count in range(1, min(len(words), 9) + 1):
        chosen = words[-count:]
        if any(re.search(r"[.;:()]$", word) for word in chosen[:-1]):
            return None
        spelled = re.sub(r"[^a-z]", "", "".join(chosen).lower())
        if spelled[:1] == letters[:1] and _holds(spelled, letters) and count >= min(2, len(letters)):
            return " ".join(chosen).strip(' ,“”"/').split("/")[-1]
    return None


def _segment(before: str) -> str | None:
    """The words before a bracket, back to the last comma, conjunction or preposition."""
    return re.split(r"[,;:(]|\b(?:or|and|in|the|a|an|of|as|have|require|need)\b", before)[-1].strip() or None


def _holds(spelled: str, letters: str) -> bool:
    remaining = iter(spelled)
    return all(letter in remaining for letter in letters)


def _is_acronym(word: str) -> bool:
    letters = re.sub(r"[^A-Za-z]", "", word)
    return len(letters) >= 2 and letters.isupper()


def _singular_acronym(printed: str) -> str:
    return printed[:-1] if len(printed) > 2 and printed.endswith("s") and printed[:-1].isupper() else printed


def _singular(name: str) -> str:
    return name[:-1] if re.search(r"(?:[a-z]{3,}[^s’'us]s)$", name) and not name.endswith("ss") else name


def _all_capitalised(name: str) -> bool:
    return all(word[0].isupper() for word in name.split() if word not in ("of", "and", "in", "for"))


_PLACES = re.compile(r"\b(?:States?|Columbia|York|California|Texas|Florida|Alaska|Louisiana|Illinois|Coast|Internal)\b")


def _is_place(name: str) -> bool:
    return _PLACES.search(name) is not None


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def _kind(name: str, text: str) -> CredentialKind:
    for stem, kind in _KIND_OF_NOUN:
        if stem in name.lower().rsplit(" ", 1)[-1]:
            return kind
    for stem, kind in _KIND_OF_NOUN:
        if stem in name.lower():
            return kind
    for stem, kind in _KIND_OF_NOUN:
        if stem in text.lower():
            return kind
    return CredentialKind.CREDENTIAL


def _issuer(statement: Statement) -> str | None:
    match = _ISSUER_BY.search(statement.text) or _ISSUED.search(statement.text) or _ISSUED.search(statement.lead)
    return None if match is None else match["issuer"].rstrip(".,")
