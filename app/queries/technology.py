"""Technology and tools of occupations, with the commodity or the kind of software that each is an example of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal, or_

from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.list_request import ListRequest
from app.queries.onet import OnetList, begins_with, list_onet, list_onet_of_occupation, onet_identity
from app.queries.onet_absence import AskedOfOccupation
from app.queries.onet_rows import Rows, read_rows
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation, in_major_group
from app.queries.resolution import ReleaseChoice
from app.queries.snapshot import Snapshot
from app.store.tables import onet_commodity, onet_technology


@dataclass(frozen=True, slots=True)
class Commodity:
    """Where a commodity stands in UNSPSC."""

    commodity_code: str
    commodity_title: str | None
    class_code: str
    class_title: str | None
    family_code: str
    family_title: str | None
    segment_code: str
    segment_title: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Technology:
    """A product or tool that an occupation uses."""

    soc_code: str
    soc_vintage: str
    onet_soc_code: str
    title: str | None
    technology_type: str
    example: str
    commodity_code: str | None
    commodity_title: str | None
    element_id: str | None
    element_name: str | None
    hot_technology: bool | None
    in_demand: bool | None
    commodity: Commodity | None
    source: str
    provenance: Provenance


def list_technology(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[Technology]:
    """Technology and tools across occupations, as the newest O*NET release has them unless another is chosen."""
    return list_onet(TECHNOLOGY, snapshot, choice, request)


def list_occupation_technology(snapshot: Snapshot, asked: AskedOfOccupation) -> Listing[Technology]:
    """Technology and tools of one occupation."""
    return list_onet_of_occupation(TECHNOLOGY, snapshot, asked)


_PLAIN = (
    "technology_type",
    "example",
    "commodity_code",
    "commodity_title",
    "element_id",
    "element_name",
    "hot_technology",
    "in_demand",
)


def has_words(column: ColumnElement[str]) -> Any:
    """Texts that have any of some words, whole and next to one another, in any case."""

    def match(texts: Sequence[ColumnElement[str]]) -> ColumnElement[bool]:
        return or_(*(_has_words(column, text) for text in texts))

    return match


def _has_words(column: ColumnElement[str], text: ColumnElement[str]) -> ColumnElement[bool]:
    plain = func.lower(text)
    for sign in ("\\", "%", "_"):
        plain = func.replace(plain, sign, f"\\{sign}")
    blank = literal(" ")
    spaced = func.replace(func.replace(func.lower(column), "/", " "), ",", " ")
    # The first condition is the cheaper one, and few rows meet it.
    return and_(
        func.lower(column).like(literal("%") + plain + literal("%"), escape="\\"),
        (blank + spaced + blank).like(literal("% ") + plain + literal(" %"), escape="\\"),
    )


_RELATION = Relation(
    source=onet_technology,
    columns={
        **{name: onet_technology.c[name] for name in ("onet_soc_code", *_PLAIN)},
        **provenance_columns(onet_technology),
    },
    identity=("provenance_part_id", "provenance_row", "provenance_sheet_id"),
    matches={
        "soc_code": begins_with(onet_technology.c.onet_soc_code),
        "major_group": in_major_group(onet_technology.c.onet_soc_code),
        "example": has_words(onet_technology.c.example),
        "commodity": has_words(func.coalesce(onet_technology.c.commodity_title, onet_technology.c.element_name)),
    },
)


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[Technology]:
    catalog = snapshot.catalog
    releases = {source_of(row, catalog) for row in rows}
    part_ids = [part_id for name in releases for part_id in catalog.releases[name].part_ids]
    codes = sorted({row["commodity_code"] for row in rows if row["commodity_code"] is not None})
    own = onet_commodity.c
    found = read_rows(snapshot, (onet_commodity,), lambda _: own.commodity_code.in_(codes) & own.part_id.in_(part_ids))
    commodities = _commodities(found, catalog)
    return [_record(row, commodities, catalog) for row in rows]


def _commodities(rows: Rows, catalog: Catalog) -> dict[tuple[str, str], Commodity]:
    plain = [name for name in Commodity.__dataclass_fields__ if name != "provenance"]
    return {
        (source_of(row, catalog), row["commodity_code"]): Commodity(
            **{name: row[name] for name in plain}, provenance=provenance_of(row, catalog)
        )
        for row in rows.get(onet_commodity.name, ())
    }


def _record(row: Mapping[Any, Any], commodities: Mapping[tuple[str, str], Commodity], catalog: Catalog) -> Technology:
    identity = onet_identity(row, catalog)
    return Technology(
        **identity,
        **{name: row[name] for name in _PLAIN},
        commodity=commodities.get((identity["source"], row["commodity_code"])),
        provenance=provenance_of(row, catalog),
    )


TECHNOLOGY = OnetList("technology", ("technology-skills", "tools-used", "tools-and-technology"), _RELATION, _records)
