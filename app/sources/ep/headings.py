"""The heads of tables: titles and header rows of one to four lines, and what each column means.

A column is known by its words, the years in it set apart: `Employment, 2024`, `2020 Employment` and the year 2016
under `Employment` over `Number` all mean employment in a year. The wordings come from the workbooks and downloads of
2016-26 to 2024-34; those of earlier rounds (thousands of jobs, openings due to growth and replacement needs,
replacement rates) from the publisher's tables of 2012-22 and 2014-24 as they were published on the web.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.employment_projections import ATTAINMENT_LABELS

_FOOTNOTE_MARK = re.compile(r"\s*(\[\d{1,2}\]|\(\d{1,2}\))")
_SPAN = re.compile(r"\b((?:19|20)\d\d)\s*-\s*((?:19|20)?\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's header: its text, what it means (`None`: unknown), and the years it names.

    `years` has one year, the two ends of a span, or none.
    """

    text: str
    meaning: str | None
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TableHead:
    """What stands above the figures: title, columns, and the number (from 1) of the first row below."""

    title: str
    headings: tuple[Heading, ...]
    header_row: int
    first_row: int


def plain(text: str) -> str:
    """Lower case, one blank between words, plain hyphens and apostrophes, without footnote marks."""
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", _FOOTNOTE_MARK.sub("", text)).replace("\u2019", "'")
    return " ".join(text.replace("\u00a0", " ").lower().split())


def spans(text: str) -> list[tuple[int, int]]:
    """The spans of years in a text: `2024-34` and `2024-2034` give (2024, 2034)."""
    found = []
    for first, last in _SPAN.findall(plain(text)):
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        found.append((int(first), end if end >= int(first) else end + 100))
    return found


def heading(text: str) -> Heading:
    """A column's header text, read."""
    words = re.sub(r"chained \(?(?:19|20)\d\d\)? dollars", "chained dollars", plain(text))
    found = spans(words)
    words = _SPAN.sub(" span ", words)
    years = found[0] if found else tuple(int(year) for year in _YEAR.findall(words))
    words = " ".join(re.sub(r"[^a-z$%/'&-]", " ", _YEAR.sub(" year ", words)).split())
    words = re.sub(r" ?\bin thousands\b", "", words).strip()
    return Heading(" ".join(text.split()), _meaning(words, plain(text)), years[:2] if found else years[:1])


def _meaning(words: str, whole: str) -> str | None:
    named = next((name for name, pattern in _MEANINGS if pattern.fullmatch(words)), None)
    if named is not None:
        return named
    # A header line above the groups, such as "Percent", does not count.
    label = re.sub(r"^(educational attainment|percent( distribution)?)[, ]+", "", whole)
    if label in ATTAINMENT_LABELS:
        return f"attainment:{ATTAINMENT_LABELS[label]}"
    return _by_words(words)


# What headers of employment say besides its measure, in whatever order.
_FILLERS = frozenset({"employment", "jobs", "number", "numbers", "numeric", "of", "thousands", "projected"})
_BY_WORDS: dict[frozenset[str], str] = {
    frozenset({"year"}): "employment",
    frozenset({"change", "span"}): "change",
    frozenset({"change", "percent", "span"}): "change_percent",
    frozenset({"distribution", "percent", "year"}): "distribution",
}


def _by_words(words: str) -> str | None:
    """Employment, its change or distribution in words of another order than the known headers have."""
    said = words.split()
    if "employment" not in said and "jobs" not in said:
        return None
    rest = [word for word in said if word not in _FILLERS]
    return _BY_WORDS.get(frozenset(rest)) if len(rest) == len(set(rest)) else None


def _meanings(*pairs: tuple[str, str]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in pairs)


_MATRIX_TITLE = r"(year )?national employment matrix"
_ANNUAL = r"(annual average|average annual)"
_MEANINGS = _meanings(
    ("title", rf"{_MATRIX_TITLE}( occupation)? title( and code)?|occupation(al)?( title)?( and code)?"),
    ("code", rf"{_MATRIX_TITLE}( occupation)? code|(occupation|soc)( code)|code"),
    ("industry_title", rf"{_MATRIX_TITLE} industry title|industry( title)?"),
    ("industry_code", rf"{_MATRIX_TITLE} industry code|industry code"),
    ("row_type", r"(occupation|industry) type"),
    ("naics", r"(year )?naics( codes?)?( year)?"),
    ("industry_description", r"industry description"),
    ("sector", r"sector"),
    ("sector_title", r"(major )?industry sector"),
    ("group", r"occupation(al)? (category|group)"),
    ("link", rf"{_MATRIX_TITLE} link|xlsx?|link"),
    ("in_handbook", r"related occupational outlook handbook ooh content( xlsx)?"),
    ("attainment_group", r"educational attainment( level)?"),
    (
        "employment",
        (
            r"(projected )?year employment|employment( number| thousands of jobs)? (projected )?year"
            r"|(numbers? of jobs|thousands of jobs) (projected )?year"
        ),
    ),
    (
        "distribution",
        (
            r"(employment )?(distribution percent|percent distribution) (projected )?year"
            r"|(projected )?year (employment )?percent distribution|output percent distribution year"
        ),
    ),
    (
        "change",
        (
            r"(employment |thousands of jobs )?change( numeric| number)? span( numeric| number)?"
            r"|employment change number"
        ),
    ),
    (
        "change_percent",
        (
            r"(employment )?(change percent|percent change) span|(employment )?change span percent"
            r"|employment change percent"
        ),
    ),
    ("self_employed", r"percent self[ -]employed( year)?"),
    ("openings", rf"(occupational )?openings (span {_ANNUAL}|{_ANNUAL} span)"),
    # Rounds up to 2014-24, over the ten years: "Job openings due to growth and replacements, 2014-24", and
    # "Replacement needs" and "2014-24 Replacement rate" in a table of their own.
    ("growth_replacement", r"(total )?job openings (due to|from) growth and replacements?( needs)?( span)?"),
    ("growth_openings", r"job openings (due to|from) growth( span)?"),
    (
        "annual_replacement_needs",
        rf"(span )?{_ANNUAL} replacement needs( span)?|(span )?replacement needs (span )?{_ANNUAL}( span)?",
    ),
    (
        "annual_replacement_rate",
        rf"(span )?{_ANNUAL} replacement rates?( span)?|(span )?replacement rates? (span )?{_ANNUAL}( span)?",
    ),
    (
        "replacement_needs",
        r"(span )?replacement needs( span)?|job openings (due to|from) replacements?( needs)?( span)?",
    ),
    ("replacement_rate", r"(span )?(percent )?replacement rates?( span)?( percent)?"),
    ("wage", r"(year )?median annual wages?( dollars)?( year)?( dollars)?"),
    ("education", r"typical (entry-level education|education (level )?needed for entry)( year)?"),
    ("education_code", r"education code"),
    ("experience", r"work experience in a related occupation"),
    ("experience_code", r"work ?ex(perience)? code"),
    (
        "training",
        (
            r"typical on-the-job training( needed to (attain|obtain) competency in the occupation)?"
            r"|on-the-job training"
        ),
    ),
    ("training_code", r"(tr|training) ?code"),
    (
        "exit_rate",
        rf"labor force exits? rate span {_ANNUAL}|occupational separations rate span {_ANNUAL} labor force exits",
    ),
    (
        "transfer_rate",
        (
            rf"occupational transfers? rate span {_ANNUAL}"
            rf"|occupational separations rate span {_ANNUAL} occupational transfers"
        ),
    ),
    (
        "separation_rate",
        rf"total occupational separations rate span {_ANNUAL}|occupational separations rate span {_ANNUAL} total",
    ),
    ("exits", rf"labor force exits span {_ANNUAL}|occupational separations span {_ANNUAL} labor force exits"),
    (
        "transfers",
        rf"occupational transfers span {_ANNUAL}|occupational separations span {_ANNUAL} occupational transfers",
    ),
    (
        "separations",
        rf"total occupational separations span {_ANNUAL}|occupational separations span {_ANNUAL} total",
    ),
    ("factor", r"factors? affecting occupational utilization"),
    ("top_skill:1", r"(top|first) highest skill"),
    ("top_skill:2", r"second highest skill"),
    ("top_skill:3", r"third highest skill"),
    (
        "annual_rate",
        r"(employment )?(compound|average) annual rate of change( employment)? span",
    ),
    (
        "output_annual_rate",
        r"(compound|average) annual rate of change output span|output (compound|average) annual rate of change span",
    ),
    ("output", r"output( billions? of chained dollars)? (projected )?year|billions? of chained dollars year"),
    ("output_change", r"output change( numeric| number)? span|output change span( numeric| number)?"),
    ("weekly_earnings", r"median usual weekly earnings( \$)?( year)?"),
    ("unemployment_rate", r"unemployment rate( %)?( year)?"),
    ("percent_of_industry", r"(projected )?year percent of industry"),
    ("percent_of_occupation", r"(projected )?year percent of occupation"),
    ("sort_order", r"(occupation|industry) sort"),
    ("display_level", r"display level"),
)


def table_head(rows: Sequence[Sequence[str]]) -> TableHead | None:
    """The head of a sheet's table; `None` for a sheet that has no row with two cells or more."""
    filled = [[bool(cell.strip()) for cell in row] for row in rows]
    header = next((at for at, row in enumerate(filled) if sum(row) > 1), None)
    if header is None:
        return None
    title = " ".join(cell.strip() for row in rows[:header] for cell in row if cell.strip())
    first = header + 1
    # Further lines of a header leave the first column empty: it is merged down.
    while first < len(rows) and any(filled[first]) and not filled[first][0]:
        first += 1
    headings = tuple(heading(text) for text in _joined(rows[header:first]))
    return TableHead(" ".join(title.split()), headings, header + 1, first + 1)


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a header as one text for each column: a merged cell counts for all columns under it."""
    width = max(len(line) for line in lines)
    cells = [[line[at].strip() if at < len(line) else "" for at in range(width)] for line in lines]
    spread = [list(line) for line in cells]
    for number, line in enumerate(spread):
        for at in range(1, width):
            # Not past the edge of the merged cell above.
            if not line[at] and not any(cells[above][at] for above in range(number)):
                line[at] = line[at - 1]
    return [" ".join(line[at] for line in spread if line[at]) for at in range(width)]
