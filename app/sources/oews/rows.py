"""The rows of an OEWS sheet as records. Columns are found by name; each distinct text is read once.

A release has 370,000 rows of 32 cells, most of which hold texts that were met before. So the positions of the columns
are worked out once for a sheet, and what a text means is looked up in a table that is filled as new texts turn up.
"""

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from itertools import chain, count, groupby, islice, repeat
from typing import NamedTuple, TypeAlias, TypeVar

from app.domain.codes import CROSS_INDUSTRY
from app.domain.levels import IndustryLevel, Ownership, SocVintage
from app.domain.measures import MEASURES, OEWS_MEASURES, Measure
from app.domain.oews_codes import OEWS_OWN_CODES
from app.domain.qualifiers import Qualifier
from app.domain.thresholds import WageThreshold
from app.sources.oews.columns import COLUMN_OF_MEASURE, KEY_COLUMNS, Header, in_shape, read_header
from app.sources.oews.figures import FigureCells, UnreadableCellError, WageFlags, meaning_of, read_figure
from app.sources.oews.keys import (
    level_by_digits,
    read_area,
    read_flags,
    read_industry,
    read_occupation,
    read_ownership,
    texts_at,
)
from app.sources.records import (
    CellProblem,
    NamedRow,
    Record,
    RecordKind,
    RowCounts,
    Sheet,
    UnreadableSourceError,
    Value,
)
from app.sources.titles import same_title


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a year's file leaves unsaid: how to read codes, markers and blanks in it."""

    vintage_of: Callable[[str], SocVintage]
    threshold: WageThreshold
    level_of_industry: Callable[[str], IndustryLevel] = level_by_digits
    blank_is_detailed: bool = False
    # The ownership column of the file says nothing of rows for all industries together, which count every owner.
    ownership_unreliable: bool = False
    unknown_columns_allowed: bool = False
    # The publisher has repeated rows; a file that was made of its figures must not.
    repeated_rows_allowed: bool = True
    # A spreadsheet program that saves text leaves blanks at the end of a row out; a file that was made here has them.
    blanks_may_lack: bool = True


# The flat files that the starter release is made from lack these two.
_OPTIONAL_COLUMNS = frozenset({"PCT_TOTAL", "PCT_RPT"})


def oews_records(
    rows: Iterable[Sequence[str]], sheet: Sheet, vintage: SocVintage, threshold: WageThreshold
) -> Iterator[Record]:
    """Turn rows in today's layout, the header row first, into areas, industries, occupations and estimates.

    Yields an area, industry or occupation before the first estimate that refers to it. Raises
    `UnreadableSourceError` with every problem of the sheet, after the rows before the first one.
    """
    lines = iter(rows)
    header = read_header(next(lines, ()))
    required = {*KEY_COLUMNS, *COLUMN_OF_MEASURE.values()} - _OPTIONAL_COLUMNS
    problems = header_problems(header, sheet, unknown_allowed=False)
    problems += [
        CellProblem(sheet.file.name, sheet.name, header.row, name, "", f"a column {name}, which is missing")
        for name in sorted(required - set(header.index))
    ]
    if problems:
        raise UnreadableSourceError(tuple(problems))

    def vintage_of(code: str) -> SocVintage:
        return SocVintage.OEWS if code in OEWS_OWN_CODES else vintage

    conventions = Conventions(vintage_of, threshold, repeated_rows_allowed=False, blanks_may_lack=False)
    yield from read_rows(lines, header, sheet, conventions, RowsSoFar())


def header_problems(header: Header, sheet: Sheet, *, unknown_allowed: bool) -> list[CellProblem]:
    """What is wrong with the names of the columns: unknown ones (unless allowed), and two of one meaning."""
    unknown = () if unknown_allowed else header.unknown
    return [
        CellProblem(sheet.file.name, sheet.name, header.row, header.names[at], header.names[at], expected)
        for positions, expected in (
            (unknown, "a column of the OEWS layout"),
            (header.doubled, "a column whose meaning no other column has"),
        )
        for at in positions
    ]


@dataclass(slots=True)
class _Entry:
    """What a distinct text of a row's key stands for: the store's row, and a number for the row's identity."""

    kind: RecordKind
    values: dict[str, Value]
    number: int
    told: bool = False


@dataclass(slots=True)
class RowsSoFar:
    """What was read of a part: identities of its estimates, shared rows that were told, and the counts."""

    counts: RowCounts = field(default_factory=RowCounts)
    entries: dict[tuple[Value, ...], _Entry] = field(default_factory=dict)
    # By identity: the position in `figures_read` and `places` of the estimate that has it.
    estimates: dict[int, int] = field(default_factory=dict)
    # Hashes of the figures that an estimate has, to tell a repeated row from a contradiction.
    figures_read: "array[int]" = field(default_factory=lambda: array("q"))
    places: "array[int]" = field(default_factory=lambda: array("l"))
    # By column and title: the one that its code has elsewhere. They may have slipped against the codes.
    titles: dict[tuple[str, str], str] = field(default_factory=dict)

    def entry(self, kind: RecordKind, values: dict[str, Value], identity: tuple[str, ...]) -> _Entry:
        """The entry of a shared row: the one that was told before if there is one with this identity."""
        key = (kind, *(values[name] for name in identity))
        known = self.entries.setdefault(key, _Entry(kind, values, len(self.entries)))
        column, code, name = _TITLES[kind]
        title, other = str(known.values[name]), str(values[name])
        if not same_title(title, other):
            self.titles[column, other] = f"{title}, which another row has for {values[code]}"
        return known

    def has(self, row: "_Row", number: int) -> bool:
        """Whether a row repeats another one in every figure; it counts as read either way.

        Raises `UnreadableCellError` if a row with the same identity has other figures.
        """
        figures = hash(row.figures)
        earlier = self.estimates.setdefault(row.identity, len(self.figures_read))
        self.counts.read += 1
        if earlier == len(self.figures_read):
            self.figures_read.append(figures)
            self.places.append(number)
            return False
        if self.figures_read[earlier] != figures:
            expected = f"the same figures as in row {self.places[earlier]}, which is about the same"
            raise UnreadableCellError("OCC_CODE", str(row.subject.keys[0]), expected)
        self.counts.repeated += 1
        return True


# The column of a title, and the store's names of the code and of the title.
_TITLES = {
    RecordKind.AREA: ("AREA_TITLE", "area_code", "area_title"),
    RecordKind.INDUSTRY: ("NAICS_TITLE", "industry_code", "industry_title"),
    RecordKind.OCCUPATION: ("OCC_TITLE", "soc_code", "title"),
}


class _Setting(NamedTuple):
    """Where and whose the jobs of a row are, by the store's names in `keys`, and the setting's part in an identity."""

    area: _Entry
    industry: _Entry
    keys: tuple[Value, ...]
    identity: int


class _Subject(NamedTuple):
    """Which occupation a row is about, by the store's names in `keys`; `number` is its part in an identity."""

    occupation: _Entry
    keys: tuple[Value, ...]
    number: int


class _Row(NamedTuple):
    """What a row says: its setting and subject, and each figure with its qualifier after it, in file order."""

    setting: _Setting
    subject: _Subject
    identity: int
    figures: tuple[Value, ...]


_T = TypeVar("_T")
_Texts: TypeAlias = tuple[str, ...]


def _runs(values: Sequence[_T]) -> Iterator[tuple[_T, int, int]]:
    """Each run of one and the same value, with where it starts and where it has stopped."""
    start = 0
    for _, run in groupby(values, key=id):
        stop = start + sum(1 for _ in run)
        yield values[start], start, stop
        start = stop


class _Lookup(dict[_Texts, _T]):
    """What the texts of some columns mean; `read` is asked about texts that were not met before."""

    def __init__(self, columns: Sequence[str], header: Header, read: Callable[[dict[str, str]], _T]) -> None:
        super().__init__()
        self.columns = tuple(column for column in columns if column in header.index)
        self._positions = [header.index[column] for column in self.columns]
        self._texts_of = texts_at(self._positions)
        self._read = read

    def __missing__(self, texts: _Texts) -> _T:
        meant = self._read(dict(zip(self.columns, texts, strict=True)))
        self[texts] = meant
        return meant

    def of(self, line: Sequence[str]) -> _T:
        return self[self._texts_of(line)]

    def of_each(self, columns: Sequence[_Texts]) -> list[_T]:
        """What the texts mean in each of many rows, which are given by column."""
        texts = zip(*(columns[at] for at in self._positions), strict=True)
        return list(map(self.__getitem__, texts if self._positions else repeat((), len(columns[0]))))


_AREA = ("AREA", "AREA_TITLE", "AREA_TYPE", "PRIM_STATE", "STATE")
_INDUSTRY = ("NAICS", "NAICS_TITLE", "I_GROUP", "NAICS_LEVEL")
_OCCUPATION = ("OCC_CODE", "OCC_TITLE", "O_GROUP")
_OWNER = ("OWN_CODE",)
_FLAGS = ("ANNUAL", "HOURLY")
_KEYS = ("soc_code", "soc_vintage", "level", "area_code", "industry_code", "industry_level", "ownership_code")
_OWNERS = {owner: number for number, owner in enumerate(Ownership)}
# Entries are fewer than this many in a part; identities are numbers made of their numbers.
_ROOM = 1 << 20


class _SheetPlan:
    """Where everything stands in the rows of a sheet, and what the texts met there mean."""

    def __init__(self, header: Header, conventions: Conventions, so_far: RowsSoFar) -> None:
        self.so_far, self.conventions, self.header = so_far, conventions, header
        self.width, self.unnamed = len(header.names), header.blank
        self.settings = _Lookup((*_AREA, *_INDUSTRY, *_OWNER), header, self._setting)
        self.subjects = _Lookup(_OCCUPATION, header, self._subject)
        self.present = present = [name for name in OEWS_MEASURES if COLUMN_OF_MEASURE[name] in header.index]
        absent = [name for name in OEWS_MEASURES if name not in present]
        self.flags = _Lookup(_FLAGS, header, partial(self._figure_cells, present))
        self.cells: dict[Hashable, FigureCells] = {}
        self.figure_positions = [header.index[COLUMN_OF_MEASURE[name]] for name in present]
        self.texts_of_figures = texts_at(self.figure_positions)
        names = chain.from_iterable((name, f"{name}_qualifier") for name in (*present, *absent))
        self.places = {name: place for place, name in enumerate((*_KEYS, *names))}
        self.lacking: tuple[Value, ...] = (None, Qualifier.NOT_APPLICABLE.value) * len(absent)

    def area(self, cells: dict[str, str]) -> _Entry:
        return self.so_far.entry(RecordKind.AREA, read_area(cells), ("area_code",))

    def industry(self, cells: dict[str, str]) -> _Entry:
        values = read_industry(cells, self.conventions.level_of_industry)
        return self.so_far.entry(RecordKind.INDUSTRY, values, ("industry_code", "industry_level"))

    def owner(self, cells: dict[str, str], industry: _Entry) -> Ownership:
        if self.conventions.ownership_unreliable and industry.values["industry_code"] == CROSS_INDUSTRY:
            return Ownership.ALL
        return read_ownership(cells)

    def _setting(self, cells: dict[str, str]) -> _Setting:
        area, industry = self.area(cells), self.industry(cells)
        owner = self.owner(cells, industry)
        keys = (area.values["area_code"], industry.values["industry_code"], industry.values["industry_level"], owner)
        identity = ((area.number * _ROOM + industry.number) * 16 + _OWNERS[owner]) * _ROOM
        return _Setting(area, industry, plainly(keys), identity)

    def _subject(self, cells: dict[str, str]) -> _Subject:
        """The occupation with the level at which this row gives it, and a number for both."""
        values = read_occupation(cells, self.conventions.vintage_of, self.conventions.blank_is_detailed)
        shared = self.so_far.entry(RecordKind.OCCUPATION, values, ("soc_code", "soc_vintage"))
        at_level = self.so_far.entry(RecordKind.OCCUPATION, values, ("soc_code", "soc_vintage", "level"))
        keys = (values["soc_code"], values["soc_vintage"], values["level"])
        return _Subject(shared, plainly(keys), at_level.number)

    def _figure_cells(self, present: Sequence[str], cells: dict[str, str]) -> list[FigureCells]:
        """What the texts mean in each column of rows with some flags; columns of one meaning share what was read."""
        flags = read_flags(cells)
        return [self._cells_of(MEASURES[name], flags) for name in present]

    def _cells_of(self, measure: Measure, flags: WageFlags) -> FigureCells:
        key = meaning_of(measure, flags)
        if key not in self.cells:
            self.cells[key] = FigureCells(measure, flags, self.conventions.threshold)
        return self.cells[key]

    def read(self, line: Sequence[str]) -> _Row:
        """What a row says; `UnreadableCellError` for the first cell that cannot be read."""
        if len(line) != self.width or self.unnamed:
            self._check_shape(line)
        setting, subject = self.settings.of(line), self.subjects.of(line)
        cells = zip(self.flags.of(line), self.texts_of_figures(line), strict=True)
        figures = ((column[text], column.qualifiers.get(text)) for column, text in cells)
        return _Row(setting, subject, setting.identity + subject.number, tuple(chain.from_iterable(figures)))

    def read_each(self, lines: Sequence[Sequence[str]]) -> Sequence[_Row | UnreadableCellError]:
        """What each of many rows says, or the first of its cells that cannot be read."""
        if not self.unnamed and all(len(line) == self.width for line in lines):
            try:
                return self._by_column(list(zip(*lines, strict=True)))
            except UnreadableCellError:
                pass  # in one of the rows, and which one only reading each by itself tells
        return [self._attempted(line) for line in lines]

    def _by_column(self, columns: Sequence[_Texts]) -> list[_Row]:
        """What rows say that are given by column: the way of nearly all, in half the time that row by row takes."""
        settings, subjects = self.settings.of_each(columns), self.subjects.of_each(columns)
        figures = chain.from_iterable(
            self._figures(column_cells, columns, start, stop)
            for column_cells, start, stop in _runs(self.flags.of_each(columns))
        )
        identities = (setting.identity + subject.number for setting, subject in zip(settings, subjects, strict=True))
        return list(map(_Row, settings, subjects, identities, figures))

    def _figures(
        self, cells: Sequence[FigureCells], columns: Sequence[_Texts], start: int, stop: int
    ) -> Iterable[tuple[Value, ...]]:
        """The figures of rows that have the same flags, from `start` to before `stop`."""
        if not cells:
            return repeat((), stop - start)
        figures: list[Iterable[Value]] = []
        for column, at in zip(cells, self.figure_positions, strict=True):
            texts = columns[at][start:stop]
            # Values first: a text that was not met before has no qualifier until it was read.
            figures += (list(map(column.__getitem__, texts)), map(column.qualifiers.get, texts))
        return zip(*figures, strict=True)

    def _attempted(self, line: Sequence[str]) -> _Row | UnreadableCellError:
        try:
            return self.read(line)
        except UnreadableCellError as error:
            return error

    def _check_shape(self, line: Sequence[str]) -> None:
        if len(line) != self.width:
            raise UnreadableCellError(
                "row", ",".join(line), f"{self.width} cells, not {len(line)}: a line that is cut?"
            )
        for at in self.unnamed:
            if line[at].strip():
                raise UnreadableCellError(f"(column {at + 1}, which has no name)", line[at], "nothing")

    def estimate(self, row: _Row) -> NamedRow:
        """A row as a row of the store's `oews_estimate` table. All of a sheet have their fields in the same order."""
        return NamedRow(self.places, row.subject.keys + row.setting.keys + row.figures + self.lacking)

    def problems_of(self, line: Sequence[str], first: UnreadableCellError) -> Iterator[UnreadableCellError]:
        """Everything in a row that cannot be read; `first` is what was met first. A note below the figures has none."""
        if not any(cell.strip() for cell in line) or _is_note(line):
            return
        found = [] if len(line) != self.width else list(self._cell_problems(line))
        yield from found or [first]

    def _cell_problems(self, line: Sequence[str]) -> Iterator[UnreadableCellError]:
        index = self.header.index
        cells = {column: line[index[column]] for column in (*_AREA, *_INDUSTRY, *_OWNER) if column in index}
        industries: list[_Entry] = []
        yield from _attempt(self.area, cells)
        yield from _attempt(self.subjects.of, line)
        unreadable_flags = list(_attempt(self.flags.of, line))
        yield from unreadable_flags
        yield from _attempt(lambda given: industries.append(self.industry(given)), cells)
        for industry in industries:
            yield from _attempt(partial(self.owner, industry=industry), cells)
        if not unreadable_flags:
            flags = read_flags({column: line[index[column]] for column in _FLAGS if column in index})
            threshold = self.conventions.threshold
            for name, text in zip(self.present, self.texts_of_figures(line), strict=True):
                # By itself, and not with the columns that share its meaning: what is wrong is said of this one.
                reading = partial(read_figure, measure=MEASURES[name], flags=flags, threshold=threshold)
                yield from _attempt(reading, text)


def plainly(values: Iterable[Value]) -> tuple[Value, ...]:
    """Values with members of closed sets as the plain text that they are, which the database takes in at once."""
    return tuple(value.value if isinstance(value, StrEnum) else value for value in values)


_A = TypeVar("_A")


def _attempt(read: Callable[[_A], object], given: _A) -> Iterator[UnreadableCellError]:
    try:
        read(given)
    except UnreadableCellError as error:
        yield error


_NOTE_MARKS = ("*", "#", "~", "note", "source", "(")


def _is_note(line: Sequence[str]) -> bool:
    """Whether a row below the figures is a note: text in its first cell alone, which begins like one."""
    first = next(iter(line), "").strip().lower()
    return first.startswith(_NOTE_MARKS) and not any(cell.strip() for cell in islice(line, 1, None))


# Few enough that their texts are still in the processor's cache when they are looked up: 1,000 take a third longer.
_BLOCK_ROWS = 64


def _read(
    lines: Iterable[Sequence[str]], plan: _SheetPlan
) -> Iterator[tuple[int, Sequence[str], _Row | UnreadableCellError]]:
    """The number and texts of each row below the header, and what it says."""
    rest, first = iter(lines), plan.header.row + 1
    while block := list(islice(rest, _BLOCK_ROWS)):
        if plan.conventions.blanks_may_lack:
            block = [line if len(line) == plan.width else in_shape(line, plan.header) for line in block]
        yield from zip(count(first), block, plan.read_each(block))
        first += len(block)


def read_rows(
    lines: Iterable[Sequence[str]], header: Header, sheet: Sheet, conventions: Conventions, so_far: RowsSoFar
) -> Iterator[Record]:
    """The records of the rows below a header: shared rows before the first estimate that refers to them.

    A row that repeats another one of the part in every figure is counted in `so_far.counts` and left out; one with
    the same identity and other figures is a problem. Raises `UnreadableSourceError` with all problems at the end.
    """
    plan = _SheetPlan(header, conventions, so_far)
    problems: list[CellProblem] = []
    for number, line, row in _read(lines, plan):
        try:
            if isinstance(row, UnreadableCellError):
                raise row
            repeated = so_far.has(row, number)
            if repeated and not conventions.repeated_rows_allowed:
                raise UnreadableCellError("OCC_CODE", str(row.subject.keys[0]), "no row twice")
        except UnreadableCellError as error:
            problems += [_placed(each, header, sheet, number) for each in plan.problems_of(line, error)]
            continue
        if problems or repeated:
            continue
        for entry in (row.setting.area, row.setting.industry, row.subject.occupation):
            if not entry.told:
                entry.told = True
                yield Record(entry.kind, entry.values, sheet, number)
        yield Record(RecordKind.OEWS_ESTIMATE, plan.estimate(row), sheet, number)
    if problems:
        raise UnreadableSourceError(tuple(problems))
    so_far.counts.doubtful += [
        CellProblem(sheet.file.name, sheet.name, None, column, title, expected)
        for (column, title), expected in so_far.titles.items()
    ]
    so_far.titles.clear()


def _placed(error: UnreadableCellError, header: Header, sheet: Sheet, number: int) -> CellProblem:
    # A problem names the column as the file does.
    at = header.index.get(error.column)
    column = error.column if at is None else header.names[at].strip()
    return CellProblem(sheet.file.name, sheet.name, number, column, error.text, error.expected)
