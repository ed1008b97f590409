"""Where each record was read: the columns that every query selects, and what becomes of them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, Protocol, get_args, get_type_hints

from sqlalchemy import ColumnElement, Integer, Table, Text, cast, literal, null

from app.domain.programs import Origin


@dataclass(frozen=True, slots=True)
class SheetName:
    """Where rows were read: a file, and a sheet in it if it has sheets."""

    file: str
    sheet: str | None


class Places(Protocol):
    """What knows the names behind the keys of a row's provenance: the catalog."""

    @property
    def sheets(self) -> Mapping[int, SheetName]:
        """Every sheet that was read, by its key."""

    @property
    def release_of_part(self) -> Mapping[int, str]:
        """The release of every part, by the part's key."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The file, sheet and row of a record, and whether it is the publisher's statement or curated."""

    origin: str
    origin_basis: str | None
    curated: str | None
    file: str
    sheet: str | None
    row: int
    document_line: int | None


def provenance_columns(table: Table, prefix: str = "") -> dict[str, ColumnElement[Any]]:
    """The provenance columns of a table, under names that no field has.

    A row that is joined from several tables tells their provenances apart by `prefix`.
    """
    own = table.c
    curated = next((own[name] for name in _CURATED_PARTS if name in own), None)
    columns = {
        "origin": own.origin if "origin" in own else literal(str(Origin.PUBLISHED)),
        "origin_basis": own.origin_basis if "origin_basis" in own else cast(null(), Text),
        "curated": cast(null(), Text) if curated is None else curated,
        "sheet_id": own.sheet_id,
        "row": own.row_number,
        "document_line": own.document_line if "document_line" in own else cast(null(), Integer),
        "part_id": own.part_id,
    }
    return {_named(name, prefix): column for name, column in columns.items()}


def _named(column: str, prefix: str) -> str:
    return f"{prefix}provenance_{column}"


_CURATED_PARTS = (
    "detail_origin_basis",
    "code_origin_basis",
    "theme_origin_basis",
    "specialty_origin_basis",
    "heading_origin_basis",
)


def provenance_of(row: Mapping[Any, Any], catalog: Places, prefix: str = "") -> Provenance:
    """The provenance of a selected row."""
    return provenance_in(row, catalog.sheets, prefix)


def provenance_in(row: Mapping[Any, Any], sheets: Mapping[int, SheetName], prefix: str = "") -> Provenance:
    """The provenance of a selected row, among the sheets that were read."""
    sheet = sheets[row[_named("sheet_id", prefix)]]
    return Provenance(
        origin=row[_named("origin", prefix)],
        origin_basis=row[_named("origin_basis", prefix)],
        curated=row[_named("curated", prefix)],
        file=sheet.file,
        sheet=sheet.sheet,
        row=row[_named("row", prefix)],
        document_line=row[_named("document_line", prefix)],
    )


def source_of(row: Mapping[Any, Any], catalog: Places) -> str:
    """The release that a selected row belongs to."""
    return catalog.release_of_part[row[_named("part_id", "")]]


def files_cited(content: object) -> dict[str, set[str]]:
    """The names of the files that the records in an answer were read from, by the release that each record names."""
    files: defaultdict[str, set[str]] = defaultdict(set)
    _collect(content, None, files)
    return dict(files)


def _collect(content: object, source: str | None, files: defaultdict[str, set[str]]) -> None:
    if isinstance(content, Provenance):
        if source is not None:
            files[source].add(content.file)
    elif isinstance(content, tuple | list):
        for part in content:
            _collect(part, source, files)
    elif is_dataclass(content) and not isinstance(content, type):
        # A record inside another is from the same release, unless it names its own.
        source = getattr(content, "source", None) or source
        for name in _branches(type(content)):
            _collect(getattr(content, name), source, files)


@cache
def _branches(record: type) -> tuple[str, ...]:
    """The fields of a record that can hold other records: most hold plain values, and a page has many."""
    return tuple(name for name, kind in get_type_hints(record).items() if not _is_plain(kind))


def _is_plain(kind: object) -> bool:
    parts = get_args(kind)
    return all(_is_plain(part) for part in parts) if parts else kind in _PLAIN


_PLAIN = frozenset({str, int, float, bool, NoneType, Ellipsis})
