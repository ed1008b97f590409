"""Which files are Employment Projections: workbooks by their tables, downloads by their headers."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import islice

from app.sources.ep.columns import columns_of
from app.sources.ep.download import download_records, matrix_records, subject_of
from app.sources.ep.headings import TableHead, spans
from app.sources.ep.layout import TableKind, open_table, table_number
from app.sources.ep.release import Round, describe, round_of, round_of_release
from app.sources.ep.workbook import left_out, workbook_records
from app.sources.files import FileKind, FoundFile
from app.sources.recognition import NearLayout, ReadOptions, Recognition
from app.sources.records import Record, RecordKind, RowCounts, Sheet, SourcePart
from app.sources.sheets import SheetRows, open_sheets

# What an operator may allow: columns and sheets that are not known, tables of a workbook that contradict each other.
ALLOWANCES = frozenset({"unknown-columns", "unknown-sheets", "disagreeing-tables"})
_ADVICE = "say --release ep-2024-34, with the round that the file is of"
_HEAD_ROWS = 20
# What a download has to have, by meaning. Ones that only some rounds have are left out.
_DOWNLOAD = ("title", "code", "employment", "change", "change_percent", "openings", "wage", "education")
_MATRIX = ("row_type", "employment", "percent_of_industry", "percent_of_occupation", "change", "change_percent")
_MATRIX_MARKS = {"percent_of_industry", "percent_of_occupation"}
# Rounds up to 2014-24 counted openings otherwise, over the ten years.
_SAME_MARK = {"growth_replacement": "openings"}
_LEAST_FIT = 0.5
# The part that a workbook is, by the tables that it holds; the first that applies.
_PARTS: tuple[tuple[str, frozenset[TableKind]], ...] = (
    ("industry", frozenset({TableKind.INDUSTRIES, TableKind.SECTORS, TableKind.INDUSTRY_RANKING})),
    ("occupation", frozenset({TableKind.FACTORS, TableKind.GROUPS, TableKind.LINKS, TableKind.INDUSTRY_LIST})),
    ("skills", frozenset({TableKind.SKILLS})),
    ("education", frozenset({TableKind.ATTAINMENT, TableKind.EARNINGS, TableKind.EDUCATION})),
)


def recognise_ep(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | None:
    """What a file is, if it belongs to Employment Projections.

    Raises `UnreadableSourceError` for a damaged file.
    """
    if found.kind in (FileKind.XLSX, FileKind.XLS):
        return _workbook(found, options)
    if found.kind is FileKind.TEXT:
        return _download(found, options)
    return None


def _workbook(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | None:
    sheets = open_sheets(found)
    tables: list[tuple[SheetRows, TableHead, TableKind | None]] = []
    for sheet in sheets:
        opened = open_table(list(islice(sheet.rows(), _HEAD_ROWS)))
        if opened is not None:
            tables.append((sheet, *opened))
    known = [table for table in tables if table[2] is not None and _is_numbered(table[0], table[1])]
    if not known:
        return None
    part = _part_name(sheets, known)
    layout = f"Employment Projections workbook ({part})"
    round_ = _round([head for _, head, _ in tables], found, options)
    if round_ is None:
        return NearLayout(layout, len(known) / len(tables), ("the round in titles or headers",), advice=_ADVICE)
    counts = RowCounts()
    records = partial(workbook_records, sheets, round_, options.allow, counts)
    heads = {sheet.sheet: head for sheet, head, _ in tables}
    source = _source(found, options, round_, part, layout, records, counts, heads)
    return Recognition(source, layout, left_out(sheets))


def _is_numbered(sheet: SheetRows, head: TableHead) -> bool:
    return table_number(head, sheet.sheet)[:1].isdigit()


def _part_name(sheets: tuple[SheetRows, ...], tables: list[tuple[SheetRows, TableHead, TableKind | None]]) -> str:
    if len(sheets) == 1:
        # A table by itself: it may not take the place of a whole workbook.
        return f"table-{table_number(tables[0][1], sheets[0].sheet)}"
    kinds = {kind for _, _, kind in tables}
    has_row_types = any(
        kind is TableKind.OCCUPATIONS and any(heading.meaning == "row_type" for heading in head.headings)
        for _, head, kind in tables
    )
    if has_row_types:
        return "occupation"
    return next((name for name, marks in _PARTS if kinds & marks), "occupation")


def _round(heads: list[TableHead], found: FoundFile, options: ReadOptions) -> Round | None:
    """The round by titles and headers; else as the operator says; else by the folders that the file lies in."""
    stated = round_of((head.title for head in heads), (heading for head in heads for heading in head.headings))
    if stated is not None:
        return stated
    named = round_of_release(options.release)
    if named is not None:
        return named
    return round_of([found.location], ()) if spans(found.location) else None


def _download(found: FoundFile, options: ReadOptions) -> Recognition | NearLayout | None:
    (sheet,) = open_sheets(found)
    opened = open_table(list(islice(sheet.rows(), _HEAD_ROWS)))
    if opened is None:
        return None
    head = opened[0]
    meanings = {_SAME_MARK.get(heading.meaning or "", heading.meaning) for heading in head.headings}
    is_matrix = bool(meanings & _MATRIX_MARKS)
    marks = _MATRIX if is_matrix else _DOWNLOAD
    lacking = tuple(mark for mark in marks if mark not in meanings)
    fit = 1 - len(lacking) / len(marks)
    if fit < _LEAST_FIT:
        return None
    layout = "National Employment Matrix download" if is_matrix else "Employment Projections download"
    round_ = _round([head], found, options)
    subject = subject_of(found.file.name) or subject_of(found.location) if is_matrix else None
    advice = None
    missing = [f"a column of {mark.replace('_', ' ')}" for mark in lacking]
    if round_ is None:
        missing, advice = [*missing, "the round in the headers"], _ADVICE
    if is_matrix and subject is None:
        missing.append("the industry or occupation in the file's name")
        advice = "name the file as the publisher does: National Employment Matrix_IND_510000.csv"
    if missing or round_ is None:
        return NearLayout(layout, fit, tuple(missing), advice=advice)
    counts = RowCounts()
    if subject is not None:
        records = partial(matrix_records, sheet, round_, subject, options.allow, counts)
    else:
        records = partial(download_records, sheet, round_, options.allow, counts)
    part = subject.part if subject is not None else "download"
    heads = {sheet.sheet: head}
    return Recognition(_source(found, options, round_, part, layout, records, counts, heads), layout)


def _source(  # noqa: PLR0917 - what a part is made of
    found: FoundFile,
    options: ReadOptions,
    round_: Round,
    part: str,
    layout: str,
    records: Callable[[], Iterator[Record]],
    counts: RowCounts,
    heads: Mapping[Sheet, TableHead],
) -> SourcePart:
    return SourcePart(
        describe(round_),
        part,
        str(round_),
        (found.file,),
        records,
        layout=layout,
        allowed=tuple(sorted(options.allow & ALLOWANCES)),
        counts=counts,
        columns=partial(_columns, heads),
    )


def _columns(heads: Mapping[Sheet, TableHead], sheet: Sheet, kind: RecordKind) -> Mapping[str, str]:
    if sheet not in heads:
        return {}
    headings = heads[sheet].headings
    keys = {_KEY_FIELDS.get(heading.meaning or "", ""): heading.text for heading in headings}
    if kind in _OF_INDUSTRIES:
        keys["industry_code"] = keys.get("industry_code") or keys.get("soc_code", "")
    named = {field: text for field, text in keys.items() if field and text}
    return named | columns_of(kind, [heading.text for heading in headings])


# The fields that name a row, by what their column means. A row of an industry has its code where others have the SOC's.
_KEY_FIELDS = {
    "title": "title",
    "code": "soc_code",
    "industry_title": "industry_title",
    "industry_code": "industry_code",
    "row_type": "row_type",
    "naics": "naics_codes",
    "sector_title": "sector_title",
}
_OF_INDUSTRIES = frozenset({RecordKind.EP_INDUSTRY, RecordKind.EP_INDUSTRY_PROJECTION})
