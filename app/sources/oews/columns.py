"""What the columns of an OEWS file mean, by their names through the years.

A column is named here by its name in today's files (`LOC_QUOTIENT`); the other spellings are those of older files.
Case, blanks, underscores and other signs in a name do not count, so `LOC QUOTIENT` and `loc_quotient` are one.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.sources.records import RecordKind

COLUMN_OF_MEASURE: dict[str, str] = {
    "employment": "TOT_EMP",
    "employment_rse": "EMP_PRSE",
    "jobs_per_1000": "JOBS_1000",
    "location_quotient": "LOC_QUOTIENT",
    "percent_of_industry": "PCT_TOTAL",
    "percent_of_establishments_reporting": "PCT_RPT",
    "hourly_mean": "H_MEAN",
    "annual_mean": "A_MEAN",
    "mean_wage_rse": "MEAN_PRSE",
    "hourly_p10": "H_PCT10",
    "hourly_p25": "H_PCT25",
    "hourly_median": "H_MEDIAN",
    "hourly_p75": "H_PCT75",
    "hourly_p90": "H_PCT90",
    "annual_p10": "A_PCT10",
    "annual_p25": "A_PCT25",
    "annual_median": "A_MEDIAN",
    "annual_p75": "A_PCT75",
    "annual_p90": "A_PCT90",
}
KEY_COLUMNS = (
    "AREA",
    "AREA_TITLE",
    "AREA_TYPE",
    "PRIM_STATE",
    "NAICS",
    "NAICS_TITLE",
    "I_GROUP",
    "OWN_CODE",
    "OCC_CODE",
    "OCC_TITLE",
    "O_GROUP",
    "ANNUAL",
    "HOURLY",
)
# Columns of older files that today's lack: the state's name, and the digits of NAICS that a 5- or 6-digit row has.
_OLDER_COLUMNS = ("STATE", "NAICS_LEVEL")
# Columns that stand beside a code that is read, and say the same in words.
_WORDS_BESIDE_CODES = ("OWN_TITLE",)

# Every layout since May 2006 has these: without them a table is no OEWS table of figures.
ALWAYS = frozenset(
    {"OCC_CODE", "OCC_TITLE", "O_GROUP", "TOT_EMP", "H_MEAN", "A_MEAN", "H_MEDIAN", "A_MEDIAN"}
    | {f"{unit}_PCT{rank}" for unit in "HA" for rank in (10, 25, 75, 90)}
)

_SPELLINGS: dict[str, str] = {
    "AREA": "area msa",
    "AREA_TITLE": "areatitle areaname msaname msatitle",
    "AREA_TYPE": "areatype",
    "PRIM_STATE": "primstate st stateabbr primarystate",
    "STATE": "state statename",
    "NAICS": "naics naicscode",
    "NAICS_TITLE": "naicstitle",
    "NAICS_LEVEL": "naicslevel",
    "I_GROUP": "igroup industrygroup",
    "OWN_CODE": "owncode own ownership ownershipcode",
    "OWN_TITLE": "owntitle ownershiptitle",
    "OCC_CODE": "occcode soccode",
    "OCC_TITLE": "occtitle soctitle",
    "O_GROUP": "ogroup occgroup group",
    "TOT_EMP": "totemp totalemployment",
    "EMP_PRSE": "empprse emprse",
    "JOBS_1000": "jobs1000 jobsper1000",
    "LOC_QUOTIENT": "locquotient locq locationquotient",
    "PCT_TOTAL": "pcttotal pcttot",
    "PCT_RPT": "pctrpt",
    "MEAN_PRSE": "meanprse wageprse",
    "ANNUAL": "annual",
    "HOURLY": "hourly",
    **{f"{unit}_MEAN": f"{unit}mean".lower() for unit in "HA"},
    **{f"{unit}_MEDIAN": f"{unit}median {unit}pct50 {unit}wpct50".lower() for unit in "HA"},
    **{f"{unit}_PCT{rank}": f"{unit}pct{rank} {unit}wpct{rank}".lower() for unit in "HA" for rank in (10, 25, 75, 90)},
}
_MEANING: dict[str, str] = {spelling: column for column, text in _SPELLINGS.items() for spelling in text.split()}
# Percentiles without a unit in their name are hourly where the annual ones are named as such, and unknown elsewhere.
_HOURLY_IF_ANNUAL_IS_NAMED: dict[str, tuple[str, str]] = {
    f"{prefix}{rank}": (f"H_PCT{rank}", f"A_PCT{rank}") for prefix in ("pct", "wpct") for rank in (10, 25, 75, 90)
}

_SIGNS = re.compile(r"[^0-9a-z]+")
_HEADER_WITHIN = 40


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: where it stands and which of our columns stands where.

    `row` is the number of the header row, `names` its cells as they stand, `index` the position of each column by
    its name here. `unknown` are positions of columns with a name that means nothing to us, `blank` of those without
    a name, `doubled` of those whose meaning another column has already.
    """

    row: int
    names: tuple[str, ...]
    index: dict[str, int]
    unknown: tuple[int, ...]
    blank: tuple[int, ...]
    doubled: tuple[int, ...]

    @property
    def lacking(self) -> tuple[str, ...]:
        """Columns that every layout has and this header has not."""
        return tuple(sorted(ALWAYS - set(self.index)))


def read_header(names: Sequence[str], row: int = 1) -> Header:
    """What the cells of a header row mean."""
    plain = [_SIGNS.sub("", name.lower()) for name in names]
    meant = {_MEANING[name] for name in plain if name in _MEANING}
    index: dict[str, int] = {}
    unknown: list[int] = []
    blank: list[int] = []
    doubled: list[int] = []
    for position, name in enumerate(plain):
        column = _MEANING.get(name) or _unit_from_others(name, meant)
        if column is None:
            (unknown if names[position].strip() else blank).append(position)
        elif column in index:
            doubled.append(position)
        else:
            index[column] = position
    return Header(row, tuple(names), index, tuple(unknown), tuple(blank), tuple(doubled))


def _unit_from_others(name: str, meant: set[str]) -> str | None:
    hourly, annual = _HOURLY_IF_ANNUAL_IS_NAMED.get(name, (None, None))
    return hourly if annual in meant and hourly not in meant else None


# So many tell a table of OEWS; what it then lacks is named.
_LEAST_COLUMNS = 5


def find_header(rows: Iterable[Sequence[str]]) -> Header | None:
    """The first row that names an occupation code and a few more of the columns that every layout has.

    `None` if none of the first rows does.
    """
    for number, names in enumerate(rows, start=1):
        if number > _HEADER_WITHIN:
            return None
        header = read_header(names, number)
        if "OCC_CODE" in header.index and len(ALWAYS) - len(header.lacking) >= _LEAST_COLUMNS:
            return header
    return None


# The columns that the other fields of a record are read from; of several, the first one that a header has.
_COLUMNS_OF_FIELDS: dict[RecordKind, dict[str, tuple[str, ...]]] = {
    RecordKind.AREA: {
        "area_code": ("AREA",),
        "area_title": ("AREA_TITLE", "STATE"),
        "area_type": ("AREA_TYPE",),
        "state": ("PRIM_STATE",),
    },
    RecordKind.INDUSTRY: {
        "industry_code": ("NAICS",),
        "industry_level": ("I_GROUP", "NAICS_LEVEL"),
        "industry_title": ("NAICS_TITLE",),
    },
    RecordKind.OCCUPATION: {"soc_code": ("OCC_CODE",), "title": ("OCC_TITLE",), "level": ("O_GROUP",)},
    RecordKind.OEWS_ESTIMATE: {
        "soc_code": ("OCC_CODE",),
        "level": ("O_GROUP",),
        "area_code": ("AREA",),
        "industry_code": ("NAICS",),
        "industry_level": ("I_GROUP", "NAICS_LEVEL"),
        "ownership_code": ("OWN_CODE",),
        **{measure: (column,) for measure, column in COLUMN_OF_MEASURE.items()},
    },
}


def columns_of(kind: RecordKind, names: Sequence[str]) -> dict[str, str]:
    """The text in the header over the column of each field of a record, by the field's name.

    A field that no column of this header gives (it follows from the layout, or is not there) is left out.
    """
    index = read_header(names).index
    found = {
        name: next((column for column in columns if column in index), None)
        for name, columns in _COLUMNS_OF_FIELDS.get(kind, {}).items()
    }
    return {name: names[index[column]] for name, column in found.items() if column is not None}


_MAY_BE_LEFT_OUT = frozenset({"ANNUAL", "HOURLY"})


def in_shape(line: Sequence[str], header: Header) -> Sequence[str]:
    """A row as long as the header, where only blanks at its end make the difference.

    Spreadsheet programs write blanks beyond the header, and leave out those at the end of a row: in these files the
    flags of an occupation that is paid by the hour and by the year.
    """
    width = len(header.names)
    if not any(cell.strip() for cell in line[width:]):
        line = line[:width]
    if not any(cell.strip() for cell in line):
        return line
    flags = {at for name, at in header.index.items() if name in _MAY_BE_LEFT_OUT} | set(header.blank)
    return [*line, *[""] * (width - len(line))] if flags.issuperset(range(len(line), width)) else line
