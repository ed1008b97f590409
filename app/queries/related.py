"""Related occupations: those that a profile points to, and those that O*NET finds alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)

from app.domain.programs import Program
from app.domain.qualifiers import LOWER_BOUNDS, Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.classification import Occupation
from app.queries.coverage import code_columns, covers_of
from app.queries.estimates import stated_with, titled
from app.queries.handbook import statement_of
from app.queries.onet import OnetList, begins_with, is_or_is_empty, list_onet_of_occupation, onet_identity
from app.queries.onet_absence import AskedOfOccupation
from app.queries.provenance import Provenance, provenance_columns, source_of
from app.queries.relation import Relation
from app.queries.snapshot import Snapshot
from app.store.tables import (
    occupation,
    occupation_summary,
    onet_occupation,
    onet_related_occupation,
    part,
    related_occupation,
)


@dataclass(frozen=True, slots=True)
class RelatedOccupation:
    """Another occupation that a publication points to."""

    soc_code: str
    soc_vintage: str
    onet_soc_code: str | None
    title: str | None
    position: int
    relation: str
    relatedness_tier: str | None
    related_title: str | None
    related_onet_soc_code: str | None
    related_soc_code: str | None
    related_soc_vintage: str | None
    related_soc_title: str | None
    related_url: str | None
    statement: str | None
    publisher_url: str | None
    duties: str | None
    education_label: str | None
    education_level: str | None
    reference_period: str | None
    annual_median: int | None
    pay_label: str | None
    related_annual_median: int | None
    pays_more: bool | None
    related_pay_source: str | None
    qualifiers: dict[str, str]
    subject_title: str | None
    covers: tuple[str, ...] | None
    source: str
    provenance: Provenance


def list_related_occupations(snapshot: Snapshot, asked: AskedOfOccupation) -> Listing[RelatedOccupation]:
    """The occupations that the profile of an occupation points to, then those that O*NET relates to it.

    With the pay of each in the newest release of OEWS, beside what a page prints of it.
    """
    listing = list_onet_of_occupation(_RELATED, snapshot, asked)
    names = {one.release for one in listing.releases}
    names |= {record.related_pay_source for record in listing.records if record.related_pay_source is not None}
    return replace(listing, releases=tuple(snapshot.catalog.releases[name] for name in sorted(names)))


_EMPTY = cast(null(), Text)
# What a page says of the occupation that it points to; O*NET gives a list of codes.
_OF_HANDBOOK_ALONE = (
    "duties",
    "education_label",
    "education_level",
    "reference_period",
    "annual_median",
    "annual_median_qualifier",
    "pay_label",
)


def _of_handbook() -> Select[Any]:
    own, other = related_occupation.c, occupation.alias("other")
    related = and_(
        stated_with(other, related_occupation),
        other.c.soc_code == own.related_soc_code,
        other.c.soc_vintage == own.related_soc_vintage,
    )
    code = code_columns(related_occupation)
    columns: dict[str, ColumnElement[Any]] = {
        "list_order": literal(0, Integer),
        "record_id": own.statement_id,
        # Found by its SOC code in the same way as O*NET rows are by theirs.
        "begins": code["soc_code"] + ".",
        "onet_soc_code": _EMPTY,
        **code,
        "title": occupation.c.title,
        "position": own.position,
        "relation": own.relation,
        "relatedness_tier": _EMPTY,
        "related_title": own.related_title,
        "related_onet_soc_code": _EMPTY,
        "related_soc_code": own.related_soc_code,
        "related_soc_vintage": own.related_soc_vintage,
        "related_soc_title": other.c.title,
        "statement": own.statement,
        "publisher_url": own.related_url,
        **{name: own[name] for name in _OF_HANDBOOK_ALONE},
        **provenance_columns(related_occupation),
    }
    source = titled(related_occupation).outerjoin(other, related)
    return select(*(column.label(name) for name, column in columns.items())).select_from(source)


def _of_onet() -> Select[Any]:
    own = onet_related_occupation.c
    columns: dict[str, ColumnElement[Any]] = {
        "list_order": literal(1, Integer),
        "record_id": own.row_number,
        "begins": own.onet_soc_code,
        "onet_soc_code": own.onet_soc_code,
        "soc_code": func.substr(own.onet_soc_code, 1, 7, type_=Text),
        "soc_vintage": _EMPTY,
        "profile": _EMPTY,
        "subject_title": _EMPTY,
        "shared": literal(0, Integer),
        "title": _EMPTY,
        "position": own.place,
        "relation": own.relation,
        "relatedness_tier": own.relatedness_tier,
        "related_title": _title_of_related(),
        "related_onet_soc_code": own.related_onet_soc_code,
        "related_soc_code": func.substr(own.related_onet_soc_code, 1, 7, type_=Text),
        "related_soc_vintage": _EMPTY,
        "related_soc_title": _EMPTY,
        "statement": _EMPTY,
        "publisher_url": _EMPTY,
        **{name: cast(null(), related_occupation.c[name].type) for name in _OF_HANDBOOK_ALONE},
        **provenance_columns(onet_related_occupation),
    }
    return select(*(column.label(name) for name, column in columns.items()))


def _title_of_related() -> ColumnElement[Any]:
    """The title in the same release: its list of occupations is another part of it."""
    own, listed = onet_related_occupation.c, onet_occupation.c
    here, there = part.alias("here"), part.alias("there")
    return (
        select(listed.title)
        .select_from(onet_occupation.join(there, there.c.part_id == listed.part_id))
        .join(here, here.c.release == there.c.release)
        .where(listed.onet_soc_code == own.related_onet_soc_code, here.c.part_id == own.part_id)
        .correlate(onet_related_occupation)
        .scalar_subquery()
    )


def _relation() -> Relation:
    rows = union_all(_of_handbook(), _of_onet()).subquery("rows")
    own, other = occupation_summary.alias("own_summary"), occupation_summary.alias("other_summary")
    source = rows.outerjoin(own, own.c.soc_code == rows.c.soc_code).outerjoin(
        other, other.c.soc_code == rows.c.related_soc_code
    )
    return Relation(
        source=source,
        columns={
            **{column.name: column for column in rows.c},
            "related_annual_median": other.c.annual_median,
            "related_annual_median_qualifier": other.c.annual_median_qualifier,
            "related_pay_part_id": other.c.estimate_part_id,
            "pays_more": _pays_more(own, other),
        },
        identity=("list_order", "provenance_part_id", "record_id"),
        matches={"soc_code": begins_with(rows.c.begins), "soc_vintage": is_or_is_empty(rows.c.soc_vintage)},
    )


def _pays_more(own: FromClause, other: FromClause) -> ColumnElement[bool]:
    """Whether the other's median is surely above the occupation's own; empty where the two cannot be told apart."""

    def is_bound(one: FromClause) -> ColumnElement[bool]:
        return one.c.annual_median_qualifier.in_([str(bound) for bound in LOWER_BOUNDS])

    above = other.c.annual_median > own.c.annual_median
    return case(
        (or_(other.c.annual_median.is_(None), own.c.annual_median.is_(None)), null()),
        (and_(above, or_(own.c.annual_median_qualifier.is_(None), ~is_bound(own))), true()),
        (and_(~above, or_(other.c.annual_median_qualifier.is_(None), ~is_bound(other))), false()),
        else_=cast(null(), Boolean),
    )


def _records(snapshot: Snapshot, rows: Sequence[Mapping[Any, Any]]) -> list[RelatedOccupation]:
    return [_record(row, snapshot.catalog) for row in rows]


def _record(row: Mapping[Any, Any], catalog: Catalog) -> RelatedOccupation:
    computed: dict[str, Any] = {
        "qualifiers": _qualifiers(row),
        "pays_more": None if row["pays_more"] is None else bool(row["pays_more"]),
        "related_pay_source": catalog.release_of_part.get(row["related_pay_part_id"]),
        "subject_title": row["subject_title"] or None,
        "covers": covers_of(row, catalog),
    }
    if row["onet_soc_code"] is None:
        code, vintage = row["related_soc_code"], row["related_soc_vintage"]
        other = None if code is None else catalog.occupation(code, vintage)
        computed["source"] = source_of(row, catalog)
    else:
        computed |= onet_identity(row, catalog)
        vintage = computed["soc_vintage"]
        editions = catalog.vintages.get(row["related_soc_code"], ())
        other = next((found for found in editions if found.soc_vintage == vintage), None)
        computed |= {"related_soc_vintage": vintage, "related_soc_title": None if other is None else other.title}
    return statement_of(RelatedOccupation, row, catalog, related_url=_url(catalog, other), **computed)


def _qualifiers(row: Mapping[Any, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("annual_median", "related_annual_median"):
        none = str(Qualifier.NOT_APPLICABLE) if row[name] is None else None
        qualifier = row[f"{name}_qualifier"] or none
        found |= {} if qualifier is None else {name: qualifier}
    return found


def _url(catalog: Catalog, other: Occupation | None) -> str | None:
    return None if other is None else catalog.path(other)


_RELATED = OnetList(
    "related",
    ("related-occupations", "career-changers", "career-starters"),
    _relation(),
    _records,
    (Program.OOH, Program.ONET),
)
