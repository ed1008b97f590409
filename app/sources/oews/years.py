"""Which May a file's estimates are of, and the threshold of its `#`: from the content, else from names, else told."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.codes import ALL_OCCUPATIONS
from app.domain.qualifiers import Qualifier
from app.domain.thresholds import WageThreshold, wage_threshold
from app.sources.oews.columns import Header

# The first year that is read, and a bound beyond which four digits are no year of a release.
FIRST_YEAR = 2006
_LAST_YEAR = 2099

_MAY = re.compile(r"\bmay[ _]?((?:20)\d\d)(?!\d)", re.IGNORECASE)
_IN_NAME = (
    _MAY,
    re.compile(r"(?<![A-Za-z0-9])M[_ ]?(20\d\d)(?!\d)", re.IGNORECASE),
    re.compile(r"(?<![A-Za-z0-9])oesm?([0-8]\d)(?!\d)", re.IGNORECASE),
    re.compile(r"(?<!\d)(20\d\d)(?!\d)"),
)
# The marks in the content that are less sure than the others: a name or the operator that says another year is never
# overruled by them. The publisher has left old notes in new files.
NOTES = "field descriptions"
NATIONAL_TOTAL = "national total"
_DOUBTFUL = frozenset({NOTES, NATIONAL_TOTAL})
_RELEASE = re.compile(r"oews-(20\d\d)-05")

# Earlier years have other occupation codes and other columns.
_EARLY_YEAR = re.compile(r"(?<!\d)(?:199\d|200[0-5])(?!\d)")

# Files to May 2018 name no year. The nation's total employment, all occupations, tells it for a national file.
# 2010 and 2018 were checked on the files; the others are from knowledge of the releases and were not. So a name or the
# operator that says another year is never overruled by a total: see `decide_year`.
_TOTAL_EMPLOYMENT: dict[int, int] = {
    132_604_980: 2006,
    134_354_250: 2007,
    135_185_230: 2008,
    130_647_610: 2009,
    127_097_160: 2010,
    128_278_550: 2011,
    130_287_700: 2012,
    132_588_810: 2013,
    135_128_260: 2014,
    137_896_660: 2015,
    140_400_040: 2016,
    142_549_250: 2017,
    144_733_270: 2018,
}


def _years(text: str, patterns: Iterable[re.Pattern[str]]) -> list[int]:
    for pattern in patterns:
        found = [int(year) if len(year) == 4 else 2000 + int(year) for year in pattern.findall(text)]
        years = [year for year in found if FIRST_YEAR <= year <= _LAST_YEAR]
        if years:
            return years
    return []


def year_in_name(name: str) -> int | None:
    """The year in the name of a sheet, a file or a folder: `national_M2018_dl`, `oesm18nat`, `all_data_M_2025`."""
    years = _years(name, _IN_NAME)
    return years[-1] if years else None


def year_in_location(location: str) -> int | None:
    """The year in a file's name, else in the nearest folder or archive around it that names one."""
    for name in reversed(location.replace("\\", "/").split("/")):
        year = year_in_name(name)
        if year is not None:
            return year
    return None


def year_in_text(rows: Iterable[Sequence[str]]) -> int | None:
    """The year in a text such as `May 2018 OES Estimates`, above the figures or in the field descriptions."""
    for row in rows:
        for cell in row:
            years = _years(cell, (_MAY,))
            if years:
                return years[0]
    return None


def year_of_total(header: Header, rows: Iterable[Sequence[str]]) -> int | None:
    """The year whose national total of all occupations stands in these rows of a file without area or industry."""
    code, total = header.index.get("OCC_CODE"), header.index.get("TOT_EMP")
    if code is None or total is None or {"AREA", "NAICS"} & set(header.index):
        return None
    for row in rows:
        if len(row) == len(header.names) and row[code].strip() == ALL_OCCUPATIONS:
            digits = row[total].strip().replace(",", "").removesuffix(".0")
            return _TOTAL_EMPLOYMENT.get(int(digits)) if digits.isdecimal() else None
    return None


def year_of_release(release: str) -> int | None:
    """The year of a release that the operator names: `oews-2018-05`."""
    found = _RELEASE.fullmatch(release.strip().lower())
    return int(found[1]) if found else None


_THRESHOLD = re.compile(
    r"#.*?(?P<words>greater than|equal to or greater|more than|at or above)?[^$]*"
    r"\$\s*(?P<hourly>[0-9]+(\.[0-9]{2})?)\s*(per|an)\s+hour\s+or\s+\$\s*(?P<annual>[0-9,]+)\s*(per|a)\s+year",
    re.IGNORECASE | re.DOTALL,
)


def threshold_in_notes(rows: Iterable[Sequence[str]]) -> WageThreshold | None:
    """The threshold as the notes word it: `#  = indicates a wage equal to or greater than $115.00 per hour or ...`."""
    for row in rows:
        for cell in row:
            found = _THRESHOLD.search(cell)
            if found:
                cents = round(float(found["hourly"]) * 100)
                reached = "equal" in cell.lower() or "at or above" in cell.lower()
                qualifier = Qualifier.AT_OR_ABOVE if reached else Qualifier.ABOVE
                return WageThreshold(cents, int(found["annual"].replace(",", "")), qualifier)
    return None


@dataclass(frozen=True, slots=True)
class Undecided:
    """What is lacking before a file can be read, and what the operator can do about it."""

    lacking: str
    advice: str


def decide_year(content: Mapping[str, int | None], told: str | None, location: str) -> int | Undecided:
    """The year of a file: what its content says, else what the operator says, else what its name and folders say.

    `content` holds the year by each mark in the content that can carry one, the surest first.
    """
    from_content = next(((mark, year) for mark, year in content.items() if year is not None), None)
    named = year_of_release(told) if told else None
    if told and named is None:
        return Undecided(f"a release of OEWS: {told!r} is none", "say --release oews-YYYY-05")
    if from_content is not None:
        mark, year = from_content
        if mark in _DOUBTFUL:
            return _year_that_agrees(mark, year, named, location)
        if named is not None and named != year:
            return Undecided(
                f"agreement on the year: the {mark} says May {year}, --release says May {named}",
                f"leave --release out, or say --release oews-{year}-05",
            )
        return year
    return named or year_in_location(location) or _no_year(location)


def _no_year(location: str) -> Undecided:
    early = _EARLY_YEAR.search(location.replace("\\", "/").rsplit("/", 1)[-1])
    if early:
        return Undecided(
            f"a year that is read: the name says {early[0]}, and May {FIRST_YEAR} is the first",
            "say --release oews-YYYY-05 if the file is of another year than its name says",
        )
    return Undecided(
        "the year: neither its content nor its name or folders tell it",
        "say --release oews-YYYY-05, with the year of the estimates",
    )


def _year_that_agrees(mark: str, year: int, named: int | None, location: str) -> int | Undecided:
    in_location = year_in_location(location)
    if named is None and in_location not in (None, year):
        return Undecided(
            f"agreement on the year: the {mark} {_SAYS[mark]} May {year}, the name says May {in_location}",
            "say --release oews-YYYY-05, with the year of the estimates",
        )
    return named or year


_SAYS = {NOTES: "say", NATIONAL_TOTAL: "is that of"}


def decide_threshold(year: int, notes: WageThreshold | None) -> WageThreshold | Undecided:
    """What `#` means in a file: as the reviewed table has it for the year, else as the file's notes say.

    A year that table and notes give differently is left to the operator, as is one that neither has.
    """
    try:
        reviewed = wage_threshold(year)
    except LookupError:
        if notes is not None:
            return notes
        return Undecided(f"the wage that # stands for in May {year}", "say --threshold, as in 115.00/239200")
    if notes is not None and notes != reviewed:
        return Undecided(
            f"agreement on what # stands for in May {year}: the file's notes say {_worded(notes)}, the reviewed table "
            f"{_worded(reviewed)}",
            "say --threshold, as in 115.00/239200",
        )
    return reviewed


def _worded(threshold: WageThreshold) -> str:
    word = "above" if threshold.qualifier is Qualifier.ABOVE else "at or above"
    return f"{word} {threshold.hourly_cents / 100:.2f} an hour or {threshold.annual_dollars} a year"
