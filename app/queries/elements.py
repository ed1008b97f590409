"""Elements of O*NET's content model: what it describes occupations by, and all that explains an element."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import ColumnElement, Table, and_, case, or_

from app.domain.onet import DOMAIN_BY_ELEMENT, domain_of
from app.domain.programs import Program
from app.queries.answers import Item, Listing
from app.queries.catalog import Catalog
from app.queries.errors import Nearest, NotKnownError
from app.queries.handbook import statement_of
from app.queries.list_request import ListRequest
from app.queries.onet import OnetList, list_onet
from app.queries.onet_absence import Asked, EmptyOnetList, explain_missing_onet
from app.queries.onet_rows import Rows, read_rows
from app.queries.provenance import Provenance, provenance_columns, provenance_of, source_of
from app.queries.relation import Relation
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.store.tables import (
    onet_category,
    onet_detailed_activity,
    onet_element,
    onet_element_link,
    onet_interest_example,
    onet_interest_keyword,
    onet_intermediate_activity,
    onet_level_anchor,
    onet_survey_item,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

S = TypeVar("S", bound="DataclassInstance")


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the content model."""

    element_id: str
    element_name: str
    description: str
    domain: str | None
    parent_element_id: str | None
    url: str
    source: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Category:
    """What a category of answers means."""

    scale_id: str
    category: int
    category_description: str
    element_name: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Anchor:
    """An example of a point on a level scale."""

    scale_id: str
    anchor_value: float
    anchor_description: str
    element_name: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class SurveyItem:
    """A question of the survey that asks for an element."""

    survey_item_number: str
    scale_id: str
    element_name: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ElementLink:
    """A link from an ability, skill or basic interest to an activity, a context or an interest."""

    element_id: str
    element_name: str | None
    linked_element_id: str
    linked_element_name: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class IntermediateActivity:
    """An intermediate work activity."""

    intermediate_activity_id: str
    intermediate_activity_title: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class DetailedActivity:
    """A detailed work activity."""

    intermediate_activity_id: str
    detailed_activity_id: str
    detailed_activity_title: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class InterestExample:
    """An activity or an occupation that shows an interest."""

    interest_type: str
    activity: str | None
    onet_soc_code: str | None
    element_name: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class InterestKeyword:
    """A word that stands for an interest."""

    keyword: str
    keyword_type: str
    element_name: str | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class ExplainedElement:
    """An element with all that explains it."""

    element_id: str
    element_name: str | None
    description: str | None
    domain: str | None
    parent_element_id: str | None
    url: str
    children: tuple[str, ...]
    categories: tuple[Category, ...]
    level_anchors: tuple[Anchor, ...]
    survey_items: tuple[SurveyItem, ...]
    links: tuple[ElementLink, ...]
    intermediate_activities: tuple[IntermediateActivity, ...]
    detailed_activities: tuple[DetailedActivity, ...]
    examples: tuple[InterestExample, ...]
    keywords: tuple[InterestKeyword, ...]
    source: str | None
    provenance: Provenance | None


def list_elements(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[Element]:
    """The elements of the content model, as the newest O*NET release has them unless another is chosen."""
    return list_onet(_ELEMENTS, snapshot, choice, request)


def get_element(snapshot: Snapshot, element_id: str, choice: ReleaseChoice) -> Item[ExplainedElement]:
    """An element with all that explains it, or why nothing is known of any.

    Raises `NotKnownError` for an element that the release does not have.
    """
    catalog = snapshot.catalog
    releases = tuple(one for one in choose_releases(catalog, choice, (Program.ONET,)) if one.program is Program.ONET)[
        :1
    ]
    part_ids = [part_id for release in releases for part_id in release.part_ids]
    model = [part for release in releases for part in release.parts if part.part in _ELEMENTS.parts]
    if not model:
        asked = Asked(None, None, choice, ListRequest((), (), 1))
        absence = explain_missing_onet(
            EmptyOnetList(snapshot, _ELEMENTS.resource, _ELEMENTS.parts, _ELEMENTS.programs, asked, releases)
        )
        return Item(_unexplained(element_id), (), absence)

    def wanted(table: Table) -> ColumnElement[bool]:
        named = table.c.element_id == element_id
        if table is onet_element_link:
            named = or_(named, table.c.linked_element_id == element_id)
        return and_(named, table.c.part_id.in_(part_ids))

    rows = read_rows(snapshot, _TABLES, wanted)
    if not rows.get(onet_element.name):
        raise NotKnownError("element", element_id, (Nearest("All elements", "/v1/elements"),))
    return Item(_explained(rows, catalog), releases)


def _unexplained(element_id: str) -> ExplainedElement:
    nothing: dict[str, Any] = {one.name: () for one in fields(ExplainedElement)}
    return ExplainedElement(
        **nothing
        | dict.fromkeys(("element_name", "description", "source", "provenance"))
        | {
            "element_id": element_id,
            "domain": domain_of(f"{element_id}."),
            "parent_element_id": parent_of(element_id),
            "url": f"/v1/elements/{element_id}",
        }
    )


def parent_of(element_id: str) -> str | None:
    """The element above: its identifier is the start of this one."""
    above, dot, _ = element_id.rpartition(".")
    return above if dot else None


def _explained(rows: Rows, catalog: Catalog) -> ExplainedElement:
    own = _element(rows[onet_element.name][0], catalog)
    known = catalog.onet_reference(own.source).element_names

    def records(table: Table, kind: type[S]) -> tuple[S, ...]:
        return tuple(statement_of(kind, row, catalog) for row in rows.get(table.name, ()))

    return ExplainedElement(
        **{one.name: getattr(own, one.name) for one in fields(own)},
        children=tuple(sorted(child for child in known if parent_of(child) == own.element_id)),
        categories=records(onet_category, Category),
        level_anchors=records(onet_level_anchor, Anchor),
        survey_items=records(onet_survey_item, SurveyItem),
        links=records(onet_element_link, ElementLink),
        intermediate_activities=records(onet_intermediate_activity, IntermediateActivity),
        detailed_activities=records(onet_detailed_activity, DetailedActivity),
        examples=records(onet_interest_example, InterestExample),
        keywords=records(onet_interest_keyword, InterestKeyword),
    )


def _element(row: Mapping[Any, Any], catalog: Catalog) -> Element:
    element_id = row["element_id"]
    return Element(
        element_id,
        row["element_name"],
        row["description"],
        domain_of(f"{element_id}."),
        parent_of(element_id),
        f"/v1/elements/{element_id}",
        source_of(row, catalog),
        provenance_of(row, catalog),
    )


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[Element]:
    return [_element(row, snapshot.catalog) for row in rows]


_TABLES = (
    onet_element,
    onet_category,
    onet_level_anchor,
    onet_survey_item,
    onet_element_link,
    onet_intermediate_activity,
    onet_detailed_activity,
    onet_interest_example,
    onet_interest_keyword,
)
_DOMAIN = case(
    *(((onet_element.c.element_id + ".").startswith(start), str(domain)) for start, domain in DOMAIN_BY_ELEMENT)
)
_RELATION = Relation(
    source=onet_element,
    columns={
        **{name: onet_element.c[name] for name in ("element_id", "element_name", "description")},
        "domain": _DOMAIN,
        **provenance_columns(onet_element),
    },
    identity=("provenance_part_id", "provenance_row", "provenance_sheet_id"),
)
_ELEMENTS = OnetList("elements", ("content-model",), _RELATION, _records)
