"""Sentences on pay: the median wage of some workers, and what the lowest and highest tenth of them earned.

A sentence is read where it has one median, one month and one amount, and everything else in it is of a shape that is
known: that is how a sentence which compares two wages, or lists them, does not lend one the words of the other.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.qualifiers import Qualifier
from app.sources.ooh.figures import highest_tenth, parse_money
from app.sources.ooh.landmarks import month_number
from app.sources.ooh.sentences import sentences
from app.sources.records import Value

_MONEY = r"\$[0-9]{1,3}(?:,[0-9]{3})*(?:\.[0-9]{2})?(?![0-9])(?!,[0-9])(?!\.[0-9])"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WHEN = re.compile(rf"(?:(?:^|,? )(?:[Ii]n|[Aa]s of) (?P<month>{MONTHS}) (?P<year>[0-9]{{4}})\b,?)")
_MEDIAN = r"median (?P<unit>annual|hourly|yearly) (?:wages?|earnings|pay|salary|salaries)"
_BOUND = r"(?P<bound>(?:equal to or )?(?:greater|more) than |greater than or equal to |at least )?"
_AMOUNT = rf"{_BOUND}(?:about |approximately )?(?P<amount>{_MONEY})(?P<more> or (?:more|higher|above))?"
_PER = r"(?: (?:per|a|an) (?:year|hour))?"
_WHOM = r"(?:for|of|among|earned by) (?P<subject>[^$]+?)"
# What may follow without changing the figure: a clause with neither a figure nor another wage.
_REST = r"(?:[,;] (?!.*\b(?:median|respectively|and)\b)[^$0-9]*)?"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"(?:the )?{_MEDIAN} {_WHOM} (?:was|were) {_AMOUNT}{_PER}{_REST}",
        rf"(?:the )?{_MEDIAN} (?:was|were) {_AMOUNT}{_PER} {_WHOM}",
        rf"(?:the )?{_MEDIAN} (?:was|were) {_AMOUNT}{_PER}(?P<subject>){_REST}",
        rf"(?P<subject>[^$]+?) (?:had|earned|received|were paid) (?:a|an) {_MEDIAN} of {_AMOUNT}{_PER}{_REST}",
    )
)
_LOWEST = rf"the (?:lowest|bottom)(?:[- ]paid)? 10 ?(?:percent|%)(?: of [^$0-9]+?)? earned less than (?P<low>{_MONEY})"
_HIGHEST = (
    r"the (?:highest|top)(?:[- ]paid)? 10 ?(?:percent|%)(?: of [^$0-9]+?)? earned "
    rf"(?:(?:more|greater) than (?P<high>{_MONEY})"
    rf"|(?:at least |equal to or (?:more|greater) than |(?:more|greater) than or equal to )(?P<bound>{_MONEY})"
    rf"|(?P<more>{_MONEY}) or more)"
)
TENTHS = re.compile(rf"{_LOWEST}{_PER}[,;]?(?: and| while)? {_HIGHEST}{_PER}", re.IGNORECASE)
_SOME_TENTH = re.compile(r"\b10 ?(?:percent|%)[^$]*\$", re.IGNORECASE)
_SOME_MEDIAN = re.compile(
    r"\bmedian\b[^.!?]*\b(?:wage|earning|pay|salar)[^.!?]*\$[0-9]|\$[0-9].*\bmedian\b", re.IGNORECASE
)
# A median that the text gives as a bound, with the month in another place of the paragraph.
_AMONG_THE_HIGHEST = re.compile(
    rf"Wages (?:for|of) (?P<subject>[^$]+?) are\b[^$]* with a median wage equal to or greater than "
    rf"(?P<amount>{_MONEY}) per (?P<unit>year|hour)"
)
_OTHERS = re.compile(r"(?:all|other) (?:workers|occupations)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Distribution:
    """What the text says of the wages of one subject: median, and the bounds of the lowest and highest tenth."""

    subject: str
    period: str
    values: dict[str, Value]


def period_of(month: str, year: str) -> str:
    """`May 2024` as 2024-05."""
    return f"{year}-{month_number(month):02}"


def distributions(text: str) -> list[Distribution]:
    """The wage distributions that a paragraph states, each from its median to the next."""
    if "edian" not in text:
        return []
    return _read(text)[0] or _among_the_highest(text)


def unread_wage_sentence(text: str) -> str | None:
    """The first sentence that seems to state a median or a tenth, and does so in words that are not known."""
    if _among_the_highest(text):
        return None
    return next(iter(_read(text)[1]), None)


def _read(text: str) -> tuple[list[Distribution], list[str]]:
    """What the sentences state, and those that state it in words that are not known."""
    found: list[Distribution] = []
    unread: list[str] = []
    for sentence in sentences(text):
        median, tenths = _median(sentence), TENTHS.search(sentence)
        if median is not None:
            found.append(median)
        elif tenths is not None and found and _add_tenths(found[-1], sentence, tenths):
            pass
        elif _SOME_MEDIAN.search(sentence) or _SOME_TENTH.search(sentence):
            unread.append(sentence)
        if found and median is None:
            found[-1].values["statement"] = f"{found[-1].values['statement']} {sentence}"
    return found, unread


def _median(sentence: str) -> Distribution | None:
    when = list(WHEN.finditer(sentence))
    if len(when) != 1 or sentence.count("$") != 1:
        return None
    # A comma after the month may begin a clause; one that opens the sentence ends nothing.
    words = WHEN.sub(lambda month: "," if month.start() and month[0].endswith(",") else "", sentence).strip(" .,")
    match = next(filter(None, (shape.fullmatch(words) for shape in _SHAPES)), None)
    if match is None or _OTHERS.match(match["subject"]):
        return None
    hourly = match["unit"].lower() == "hourly"
    unit = "hourly" if hourly else "annual"
    try:
        wage = parse_money(match["amount"], hourly=hourly)
    except ValueError:
        return None
    values: dict[str, Value] = {
        f"{unit}_median": wage,
        f"{unit}_median_qualifier": _qualifier(match),
        "statement": sentence,
    }
    return Distribution(match["subject"].strip(" ,"), period_of(when[0]["month"], when[0]["year"]), values)


def _qualifier(match: re.Match[str]) -> Qualifier | None:
    bound = (match["bound"] or "").lower()
    if match["more"] or "equal" in bound or "least" in bound:
        return Qualifier.AT_OR_ABOVE
    return Qualifier.ABOVE if bound else None


def _unit(found: Distribution) -> str:
    return "hourly" if "hourly_median" in found.values else "annual"


def _add_tenths(found: Distribution, sentence: str, tenths: re.Match[str]) -> bool:
    """Add what the outer tenths earned to a median; `False` if it has them already, or they are of another kind."""
    unit = _unit(found)
    hourly = unit == "hourly"
    if f"{unit}_p10" in found.values or sentence.count("$") != 2:
        return False
    try:
        low = parse_money(tenths["low"], hourly=hourly)
        high: int | Decimal = parse_money(tenths["high"] or tenths["bound"] or tenths["more"], hourly=hourly)
    except ValueError:
        return False
    top = highest_tenth(high, int(found.period[:4]), hourly=hourly)
    found.values[f"{unit}_p10"] = low
    found.values[f"{unit}_p90"] = top.value
    found.values[f"{unit}_p90_qualifier"] = top.qualifier if tenths["high"] else Qualifier.AT_OR_ABOVE
    return True


def _among_the_highest(text: str) -> list[Distribution]:
    match = _AMONG_THE_HIGHEST.search(text)
    when = WHEN.search(text)
    if match is None or when is None:
        return []
    hourly = match["unit"] == "hour"
    unit = "hourly" if hourly else "annual"
    values: dict[str, Value] = {
        f"{unit}_median": parse_money(match["amount"], hourly=hourly),
        f"{unit}_median_qualifier": Qualifier.AT_OR_ABOVE,
        "statement": sentences(text)[0],
    }
    return [Distribution(match["subject"], period_of(when["month"], when["year"]), values)]
