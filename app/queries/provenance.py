"""Where each record was read: the columns that every query selects, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Integer, Table, Text, literal, null, type_coerce

from app.domain.programs import Origin

if TYPE_CHECKING:
    from app.queries.catalog import Catalog, SheetName


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


_PREFIX = "provenance_"


def provenance_columns(table: Table) -> dict[str, ColumnElement[Any]]:
    """The provenance columns of a table, under names that no field has."""
    own = table.c
    curated = next((own[name] for name in _CURATED_PARTS if name in own), None)
    return {
        f"{_PREFIX}origin": own.origin if "origin" in own else literal(str(Origin.PUBLISHED)),
        f"{_PREFIX}origin_basis": own.origin_basis if "origin_basis" in own else type_coerce(null(), Text),
        f"{_PREFIX}curated": type_coerce(null(), Text) if curated is None else curated,
        f"{_PREFIX}sheet_id": own.sheet_id,
        f"{_PREFIX}row": own.row_number,
        f"{_PREFIX}document_line": own.document_line if "document_line" in own else type_coerce(null(), Integer),
        f"{_PREFIX}part_id": own.part_id,
    }


_CURATED_PARTS = (
    "detail_origin_basis",
    "code_origin_basis",
    "theme_origin_basis",
    "specialty_origin_basis",
    "heading_origin_basis",
)


def provenance_of(row: Mapping[Any, Any], catalog: "Catalog") -> Provenance:
    """The provenance of a selected row."""
    return provenance_in(row, catalog.sheets)


def provenance_in(row: Mapping[Any, Any], sheets: Mapping[int, "SheetName"]) -> Provenance:
    """The provenance of a selected row, among the sheets that were read."""
    sheet = sheets[row[f"{_PREFIX}sheet_id"]]
    return Provenance(
        row[f"{_PREFIX}origin"],
        row[f"{_PREFIX}origin_basis"],
        row[f"{_PREFIX}curated"],
        sheet.file,
        sheet.sheet,
        row[f"{_PREFIX}row"],
        row[f"{_PREFIX}document_line"],
    )


def source_of(row: Mapping[Any, Any], catalog: "Catalog") -> str:
    """The release that a selected row belongs to."""
    return catalog.release_of_part[row[f"{_PREFIX}part_id"]]
