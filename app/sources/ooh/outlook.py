"""The outlook: the sentences on change and openings, and the projections table with a row for each occupation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from app.sources.ooh.figures import parse_change, parse_jobs, parse_percent
from app.sources.ooh.markup import line_of, links_of, text_of
from app.sources.ooh.profile_page import CoveredCode, ProfilePage, Subject
from app.sources.ooh.quick_facts import round_name
from app.sources.ooh.sentences import sentences
from app.sources.ooh.vocabulary import is_soc_code, outlook_category, vintage_of
from app.sources.records import Record, RecordKind, Value

_MISSING = frozenset({"—", "–", "-", "--"})
CHANGE = re.compile(
    r"(?:Overall,? e|E|The e)mployment (?:of|for|in) (?P<subject>.+?) is (?:projected|expected) to "
    r"(?:(?P<verb>grow|increase|decline|decrease) (?:by |about )?(?P<percent>[0-9.]+) percent"
    r"|(?:show|have) (?P<none>little or no change)) "
    r"from (?P<base>[0-9]{4}) to (?P<end>[0-9]{4})"
    r"(?:, (?P<comparison>(?:about )?(?:much faster|faster|as fast|slower)[^.]*?) (?:than|as) (?:the )?average"
    r"(?: for (?P<whom>[^.]+?))?)?\."
)
OPENINGS = re.compile(
    r"(?:[Aa]bout|[Aa]pproximately|[Aa]round|[Aa]n average of) (?P<openings>[0-9][0-9,.]*(?: million)?) openings"
    r"(?: (?:for|in) (?P<subject>.+?))? are projected each year"
)
_COLUMNS = {
    "title": re.compile(r"Occupational Title"),
    "code": re.compile(r"SOC Code"),
    "base": re.compile(r"Employment, (?P<base>[0-9]{4})"),
    "projected": re.compile(r"Projected Employment, (?P<end>[0-9]{4})"),
    "percent": re.compile(r"Change, (?P<base>[0-9]{4})\s?[–-]\s?(?P<end>[0-9]{2,4}) Percent"),
    "numeric": re.compile(r"Change, (?P<base>[0-9]{4})\s?[–-]\s?(?P<end>[0-9]{2,4}) Numeric"),
    "link": re.compile(r"Employment by Industry"),
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the text says of all the occupations of a profile together."""

    values: dict[str, Value]
    base_year: int
    projection_year: int


def stated_outlook(text: str) -> Outlook | None:
    """The sentence on projected change in a paragraph, or `None` if it has none."""
    match = CHANGE.search(text)
    if match is None:
        return None
    if match["none"]:
        percent, label = None, match["none"]
    else:
        falls = match["verb"] in ("decline", "decrease")
        percent = parse_percent(match["percent"]) * (-1 if falls else 1)
        label = _label(match) or ("decline" if falls else None)
    values: dict[str, Value] = {
        "outlook_label": label,
        "outlook_category": outlook_category(label) if label else None,
        "compared_with_title": match["whom"],
        "statement": next(sentence for sentence in sentences(text) if match["subject"][:20] in sentence),
    }
    if percent is not None:
        values["employment_change_percent"] = percent
    return Outlook(values, int(match["base"]), int(match["end"]))


def _label(match: re.Match[str]) -> str | None:
    comparison = match["comparison"]
    if comparison is None:
        return None
    word = "as" if comparison.endswith("as fast") else "than"
    return f"{comparison} {word} the average"


def table_columns(table: LexborNode) -> dict[str, str]:
    """The headers of the projections table, a merged one joined with those under it, in the order of its columns."""
    rows = table.css("thead tr")
    below = [text_of(cell) for cell in rows[1].css("th")] if len(rows) > 1 else []
    headers: list[str] = []
    for cell in rows[0].css("th") if rows else ():
        text = text_of(cell)
        deep = int(cell.attributes.get("rowspan") or 1) > 1
        count = int(cell.attributes.get("colspan") or 1)
        if deep or not below:
            headers.append(text)
        else:
            headers += [f"{text} {below.pop(0)}" for _ in range(min(count, len(below)))]
    return {header: header for header in headers}


def covered_codes(table: LexborNode, page: ProfilePage, base_year: int) -> tuple[CoveredCode, ...]:
    """The rows of the projections table as occupations, with their codes."""
    columns = _columns(table, page)
    found = []
    for row in table.css("tbody tr"):
        cells = _cells(row, columns)
        if cells is None:
            continue
        code = text_of(cells.get("code"))
        known = is_soc_code(code)
        if not known and code not in _MISSING:
            page.faults.note(line_of(row), "SOC Code", code, "an occupation code such as 29-2072, or a dash")
        vintage = vintage_of(code, base_year) if known else None
        found.append(CoveredCode(text_of(cells["title"]), code if known else None, vintage, _depth(row), line_of(row)))
    return tuple(found)


def _columns(table: LexborNode, page: ProfilePage) -> list[str]:
    """The meaning of each column; every header must have one, and every meaning its header."""
    names = []
    for header in table_columns(table):
        name = next((name for name, pattern in _COLUMNS.items() if pattern.fullmatch(header)), None)
        if name is None:
            page.faults.note(line_of(table), "projections table", header, f"a column of it: {', '.join(_COLUMNS)}")
        names.append(name or "")
    for name in sorted(set(_COLUMNS) - set(names)):
        page.faults.note(line_of(table), "projections table", "", f"a column for {name}, which is missing")
    return names


def _cells(row: LexborNode, columns: list[str]) -> dict[str, LexborNode] | None:
    cells = row.css("th, td")
    if not text_of(row):
        return None
    return dict(zip(columns, cells, strict=False)) if len(cells) >= 2 else None


def _depth(row: LexborNode) -> int:
    mark = row.css_first("p")
    match = re.search(r"\bsub([0-9]+)\b", (mark.attributes.get("class") or "") if mark is not None else "")
    return int(match[1]) if match else 0


def projection_records(page: ProfilePage) -> Iterator[Record]:
    """A projection for each row of the table; what the text says goes with the first, which is the whole page."""
    pane, table = page.tab(6), page.tree.css_first("#outlook-table")
    if pane is None or table is None:
        page.faults.note(line_of(pane), "job outlook", "", "the projections table")
        return
    outlook, openings = _stated(page, pane)
    if outlook is None:
        page.faults.note(
            line_of(pane), "job outlook", text_of(pane.css_first("p")), "a sentence on projected employment"
        )
        return
    columns = _columns(table, page)
    used: set[str] = set()
    rows = [row for row in table.css("tbody tr") if text_of(row)]
    if not rows:
        page.faults.note(line_of(table), "projections table", "", "a row for each occupation")
    for position, (row, code) in enumerate(zip(rows, page.codes, strict=False), start=1):
        cells = _cells(row, columns)
        if cells is None or len(cells) != len(_COLUMNS):
            page.faults.note(line_of(row), "projections table", text_of(row), f"{len(_COLUMNS)} cells")
            continue
        values = dict.fromkeys(_SPOKEN) | _row_values(page, row, cells)
        values |= {"position": position, "row_depth": code.depth, "row_title": code.title}
        if position == 1:
            spoken = {name: value for name, value in outlook.values.items() if name != "employment_change_percent"}
            values |= spoken | openings
        subject = page.whole() if position == 1 else _subject(code, used)
        values |= {
            "projection_round": round_name(str(outlook.base_year), str(outlook.projection_year)),
            "base_year": outlook.base_year,
            "projection_year": outlook.projection_year,
            "percent_rounded_to": 1.0,
        }
        yield page.record(RecordKind.PROJECTION, values, line_of(row), subject)


# What the text says, of the profile as a whole; the other rows of the table have none of it.
_SPOKEN = (
    "outlook_label",
    "outlook_category",
    "compared_with_title",
    "statement",
    "annual_openings",
    "openings_rounded_to",
    "openings_statement",
)


def _subject(code: CoveredCode, used: set[str]) -> Subject:
    title = code.title
    if title in used:
        title = f"{title} ({code.soc_code or code.line})"
    used.add(title)
    return Subject(title, code.soc_code, code.soc_vintage)


def _stated(page: ProfilePage, pane: LexborNode) -> tuple[Outlook | None, dict[str, Value]]:
    outlook: Outlook | None = None
    openings: dict[str, Value] = {}
    for paragraph in pane.css("p"):
        text = text_of(paragraph)
        outlook = outlook or stated_outlook(text)
        match = OPENINGS.search(text)
        if match and not openings:
            number, rounded_to = parse_jobs(match["openings"].rstrip(".,"))
            openings = {"annual_openings": number, "openings_rounded_to": rounded_to, "openings_statement": text}
    if not openings and re.search(r"[0-9][^.]* openings\b[^.]*\beach year\b", text_of(pane)):
        worded = next((text_of(p) for p in pane.css("p") if "openings" in text_of(p)), "")
        page.faults.note_sentence(line_of(pane), "job outlook", worded, "how many openings are projected each year")
    return outlook, openings


def _row_values(page: ProfilePage, row: LexborNode, cells: dict[str, LexborNode]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, column, parse in (
        ("base_employment", "base", lambda text: parse_jobs(text)[0]),
        ("projected_employment", "projected", lambda text: parse_jobs(text)[0]),
        ("employment_change", "numeric", parse_change),
        ("employment_change_percent", "percent", parse_percent),
    ):
        text = text_of(cells.get(column))
        try:
            values[name] = parse(text)
        except ValueError as error:
            page.faults.note(line_of(row), f"projections table, {column}", text, str(error))
    links = links_of(cells["link"], page.url)
    if not links and text_of(cells["link"]) not in _MISSING:
        page.faults.note(line_of(row), "projections table, link", text_of(cells["link"]), "a link, or a dash")
    values["matrix_url"] = links[0].url if links else None
    return values
