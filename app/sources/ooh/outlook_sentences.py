"""Sentences on the outlook: how employment is projected to change, and how many openings there are each year."""

import re
from dataclasses import dataclass

from app.sources.ooh.figures import parse_jobs, parse_percent
from app.sources.ooh.sentences import sentences
from app.sources.ooh.vocabulary import outlook_category
from app.sources.records import Value

_GROWS = "grow|increase|rise|expand"
_FALLS = "decline|decrease|fall|shrink|drop"
# The years go first, so that a sentence has the same shape wherever they stand.
_YEARS = re.compile(
    r",? ?\b(?:from|between|over(?: the)?|during(?: the)?|in(?: the)?|for(?: the)?|through(?: the)?) "
    r"(?P<base>(?:19|20)[0-9]{2}) ?(?:to|and|through|[-\u2013\u2212]) ?(?P<end>(?:(?:19|20)[0-9]{2})|[0-9]{2})\b"
    r"(?: (?:projections? )?(?:decade|period))?,?",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:[^$0-9]*?, )?(?:overall,? |the |total )*employment(?: (?:of|for|in|among) (?P<subject>[^$0-9]+?))?,? "
    r"(?:is|are) (?:projected|expected) to "
    rf"(?:(?P<verb>{_GROWS}|{_FALLS}) (?:by )?(?:about |approximately |roughly )?(?P<percent>[0-9]+(?:\.[0-9]+)?) ?"
    r"(?:percent|%)"
    r"|(?:show|have|experience|see) (?P<none>little or no change|little change|no change)(?: in employment)?"
    r"|(?P<same>remain (?:about )?(?:the same|unchanged|stable)|be (?:about )?unchanged|change little|not change))"
    r"(?:,? (?:which is )?(?P<comparison>(?:about )?(?:much faster|faster|as fast|slower|much slower)) "
    r"(?P<word>than|as) (?:the )?average(?: for (?P<whom>[^.,;]+?))?(?:[,;] [^$0-9]*)?)?",
    re.IGNORECASE,
)
_SOME_CHANGE = re.compile(
    r"\bemployment\b[^.]*\b(?:projected|expected) to\b[^.]*(?:[0-9] ?(?:percent|%)|\bno change\b|\bunchanged\b)",
    re.IGNORECASE,
)
_NUMBER = r"(?P<openings>[0-9][0-9,]*(?:\.[0-9]+)?(?: million)?)"
_ABOUT = r"(?:(?:only |just )?(?:about|approximately|around|roughly|nearly|almost|some|an (?:estimated )?average of) )"
_EACH = r"(?:each year|every year|per year|a year|annually|yearly)"
_OPENINGS = re.compile(
    rf"(?:.*?, )?(?:{_ABOUT}|there (?:are|will be) )*{_NUMBER} (?:job |annual )?openings\b(?P<rest>[^$]*)",
    re.IGNORECASE,
)
_EACH_YEAR = re.compile(rf"\b{_EACH}\b|\bannual openings\b", re.IGNORECASE)
# Openings over all of the decade are another measure, and so is a bound.
_NO_ANSWER = re.compile(r"[0-9]|\b(?:respectively|percent|total(?:ing)?)\b", re.IGNORECASE)
_ANOTHER_NUMBER = re.compile(r"[0-9](?![0-9,.]| ?(?:percent|%))")
_SOME_OPENINGS = re.compile(r"[0-9][^.]*\bopenings\b[^.]*\b(?:year|annual)|\bannual[^.]*\bopenings\b[^.]*[0-9]")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the text says of all the occupations of a profile together; the years where it names them."""

    values: dict[str, Value]
    base_year: int | None
    projection_year: int | None

    def agrees_with(self, years: tuple[int, int], percent: Value) -> bool:
        """Whether it can be about what a table row gives: the same years and percentage."""
        if self.base_year is not None and (self.base_year, self.projection_year) != years:
            return False
        if not isinstance(percent, float):
            return False
        stated = self.values.get("employment_change_percent")
        # Words for no change stand for a percentage that earlier rounds let reach 1.
        return abs(percent) <= 1 if stated is None else stated == percent


def stated_outlook(text: str) -> Outlook | None:
    """What the first sentence on projected change in a paragraph says, or `None` if it has none."""
    if "mployment" not in text:
        return None
    return next(filter(None, map(_of_sentence, sentences(text))), None)


def dated_outlook(text: str) -> Outlook | None:
    """The same, where the sentence names its years: a text without a table has them from nowhere else."""
    outlook = stated_outlook(text)
    return outlook if outlook is not None and outlook.base_year is not None else None


def unread_outlook_sentences(text: str) -> list[str]:
    """The sentences that seem to state projected change."""
    return [one for one in sentences(text) if _SOME_CHANGE.search(one)]


def _of_sentence(sentence: str) -> Outlook | None:
    years = list(_YEARS.finditer(sentence))
    words = re.sub(r" over the (?:coming |next |projections? )?(?:decade|10 years)\b", "", _YEARS.sub("", sentence))
    match = _CHANGE.fullmatch(words.strip(" .").replace(" ,", ","))
    if match is None or len(years) > 1:
        return None
    values: dict[str, Value] = {"statement": sentence, "compared_with_title": match["whom"]}
    if match["percent"] is None:
        label = (match["none"] or match["same"]).lower().removeprefix("be ")
        values |= {"outlook_label": label, "outlook_category": outlook_category("little or no change")}
    else:
        falls = match["verb"].lower() in _FALLS.split("|")
        percent = parse_percent(match["percent"]) * (-1 if falls else 1)
        label = f"{match['comparison']} {match['word']} the average" if match["comparison"] else None
        label = label or ("decline" if falls else None)
        values |= {
            "outlook_label": label,
            "outlook_category": outlook_category(label) if label else None,
            "employment_change_percent": percent,
        }
    if not years:
        return Outlook(values, None, None)
    base, end = years[0]["base"], years[0]["end"]
    return Outlook(values, int(base), int(f"{base[: 4 - len(end)]}{end}"))


def stated_openings(text: str) -> tuple[int, int] | None:
    """How many openings a year a paragraph states, and its rounding; `None` where it states a bound, or none."""
    if "openings" not in text:
        return None
    return next(filter(None, map(_openings, sentences(text))), None)


def unread_openings_sentence(text: str) -> str | None:
    """The first sentence that seems to state openings a year, in words that are not known, or as a bound."""
    return next((one for one in sentences(text) if _SOME_OPENINGS.search(one) and _openings(one) is None), None)


def _openings(sentence: str) -> tuple[int, int] | None:
    words = _YEARS.sub("", sentence)
    match = _OPENINGS.fullmatch(words)
    if match is None or not _EACH_YEAR.search(words) or len(re.findall(r"\bopenings\b", words)) > 1:
        return None
    before, rest = words[: match.start("openings")], match["rest"]
    if _NO_ANSWER.search(rest) or _ANOTHER_NUMBER.search(before):
        return None
    try:
        return parse_jobs(match["openings"])
    except ValueError:
        return None
