"""Sentences that say how many jobs there were, such as `Carpenters held about 959,000 jobs in 2024`.

A sentence is read where it names one year, and every number of jobs in it belongs to workers whom it names. Anything
else is no statement for this module, and stays text.
"""

import re
from dataclasses import dataclass

from app.sources.ooh.figures import parse_jobs
from app.sources.ooh.sentences import sentences

_ABOUT = r"(?P<quantifier>about|approximately|roughly|around|nearly|almost|more than|over|an estimated|some)?"
_JOBS = r"(?P<jobs>[0-9][0-9,]*(?:\.[0-9]+)?(?: million)?)"
# The year goes first, so that a sentence has the same shape wherever it stands.
_YEAR = re.compile(r"(?:(?:^|,? )(?:[Ii]n|[Dd]uring|[Aa]s of) (?P<year>(?:19|20)[0-9]{2})\b(?! to\b),?)")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<subject>[^$0-9;:]+?) held {_ABOUT} ?{_JOBS} jobs",
        rf"there were {_ABOUT} ?{_JOBS} jobs (?:for|held by) (?P<subject>[^$0-9]+)",
        rf"{_ABOUT} ?{_JOBS} jobs were held by (?P<subject>[^$0-9]+)",
        rf"there were {_ABOUT} ?{_JOBS} (?P<subject>[^$0-9]+?) jobs",
    )
)
# Clauses with a subject of their own: `A held about 1,200 jobs, and B held about 3,400`.
_CLAUSES = re.compile(r"(?:(?<=jobs)|(?<=[0-9])|(?<=million))(?:,|;)? (?:and|while|whereas) (?=[^;]+? held )")
_SOME_JOBS = re.compile(r"\bheld\b[^!?]*[0-9]|[0-9](?: million)? (?:[a-z]+ ){0,6}jobs\b")


@dataclass(frozen=True, slots=True)
class JobCount:
    """A sentence that says how many jobs an occupation held in a year."""

    subject: str
    jobs: int
    rounded_to: int
    quantifier: str | None
    year: int


def job_counts(text: str) -> list[JobCount]:
    """What the sentences of a paragraph say of how many jobs there were."""
    return [count for sentence in sentences(text) for count in _of_sentence(sentence)]


def unread_job_sentence(text: str) -> str | None:
    """The first sentence that seems to say how many jobs there were, and says it in words that are not known."""
    return next((one for one in sentences(text) if _SOME_JOBS.search(one) and not _of_sentence(one)), None)


def _of_sentence(sentence: str) -> list[JobCount]:
    years = list(_YEAR.finditer(sentence)) if "jobs" in sentence else []
    if len(years) != 1:
        return []
    words = _YEAR.sub("", sentence).strip(" .")
    found: list[JobCount] = []
    for clause in _CLAUSES.split(words):
        jobs = clause if re.search(r"\bjobs\b", clause) else f"{clause} jobs"
        match = next(filter(None, (shape.fullmatch(jobs[:1].lower() + jobs[1:]) for shape in _SHAPES)), None)
        if match is None:
            return []
        try:
            number, rounded_to = parse_jobs(match["jobs"])
        except ValueError:
            return []
        subject = clause[match.start("subject") : match.end("subject")].strip(" ,")
        found.append(JobCount(subject, number, rounded_to, match["quantifier"], int(years[0]["year"])))
    return found
