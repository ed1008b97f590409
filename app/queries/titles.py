"""Other titles of an occupation: those that a profile uses, those that O*NET lists and those that workers report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Integer, Select, Table, Text, cast, literal, null, select, union_all

from app.domain.onet import OnetTitleKind
from app.domain.programs import Program
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.onet import OnetList, begins_with, is_or_is_empty, list_onet_of_occupation, onet_identity
from app.queries.onet_absence import AskedOfOccupation
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.queries.technology import has_words
from app.store.tables import onet_alternate_title, onet_reported_title, other_title


@dataclass(frozen=True, slots=True)
class OtherTitle:
    """Another title that an occupation goes by."""

    soc_code: str
    soc_vintage: str
    onet_soc_code: str | None
    title: str | None
    other_title: str
    kind: str
    short_title: str | None
    title_sources: tuple[str, ...]
    shown_in_my_next_move: bool | None
    position: int | None
    source: str
    provenance: Provenance


def list_titles(snapshot: Snapshot, asked: AskedOfOccupation) -> Listing[OtherTitle]:
    """The other titles of an occupation: the handbook's first, then O*NET's."""
    return list_onet_of_occupation(_TITLES, snapshot, asked)


_PLAIN = ("other_title", "kind", "short_title", "shown_in_my_next_move", "position")


def _selected(number: int, table: Table, columns: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
    of_onet = "onet_soc_code" in table.c
    empty = cast(null(), Text)
    chosen: dict[str, ColumnElement[Any]] = {
        "list_order": literal(number, Integer),
        # A handbook row is found by its SOC code in the same way as O*NET rows are by theirs.
        "begins": table.c.onet_soc_code if of_onet else table.c.soc_code + ".",
        "onet_soc_code": table.c.onet_soc_code if of_onet else empty,
        "soc_vintage": empty if of_onet else table.c.soc_vintage,
        "short_title": empty,
        "title_sources": empty,
        "shown_in_my_next_move": cast(null(), Boolean),
        "position": cast(null(), Integer),
        **columns,
        **provenance_columns(table),
    }
    return select(*(column.label(name) for name, column in chosen.items()))


def _relation() -> Relation:
    own, alternate, reported = other_title.c, onet_alternate_title.c, onet_reported_title.c
    rows = union_all(
        _selected(0, other_title, {"other_title": own.title, "kind": own.kind, "position": own.position}),
        _selected(
            1,
            onet_alternate_title,
            {
                "other_title": alternate.alternate_title,
                "kind": literal(str(OnetTitleKind.ALTERNATE)),
                "short_title": alternate.short_title,
                "title_sources": alternate.title_sources,
            },
        ),
        _selected(
            2,
            onet_reported_title,
            {
                "other_title": reported.reported_title,
                "kind": literal(str(OnetTitleKind.REPORTED)),
                "shown_in_my_next_move": reported.shown_in_my_next_move,
            },
        ),
    ).subquery("rows")
    return Relation(
        source=rows,
        columns={column.name: column for column in rows.c},
        identity=("list_order", "provenance_part_id", "provenance_row", "provenance_sheet_id"),
        matches={
            "soc_code": begins_with(rows.c.begins),
            "soc_vintage": is_or_is_empty(rows.c.soc_vintage),
            "other_title": has_words(rows.c.other_title),
        },
    )


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[OtherTitle]:
    return [_record(row, snapshot.catalog) for row in rows]


def _record(row: Mapping[Any, Any], catalog: Catalog) -> OtherTitle:
    shown, printed = row["shown_in_my_next_move"], row["title_sources"]
    plain = {name: row[name] for name in _PLAIN} | {"shown_in_my_next_move": None if shown is None else bool(shown)}
    return OtherTitle(
        **(onet_identity(row, catalog) if row["onet_soc_code"] else _handbook_identity(row, catalog)),
        **plain,
        title_sources=tuple(code.strip() for code in printed.split(",")) if printed else (),
        provenance=provenance_of(row, catalog),
    )


def _handbook_identity(row: Mapping[Any, Any], catalog: Catalog) -> dict[str, Any]:
    code, vintage = row["begins"].removesuffix("."), row["soc_vintage"]
    return {
        "soc_code": code,
        "soc_vintage": vintage,
        "onet_soc_code": None,
        "title": catalog.occupation(code, vintage).title,
        "source": source_of(row, catalog),
    }


_TITLES = OnetList(
    "titles", ("alternate-titles", "reported-titles"), _relation(), _records, (Program.OOH, Program.ONET)
)
