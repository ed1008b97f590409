"""OEWS estimates as a relation: the keys that employment and wages share, with titles joined in."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, Text, func, literal, null, type_coerce
from sqlalchemy.types import TypeEngine

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.queries.catalog import Release
from app.queries.provenance import provenance_columns
from app.store.tables import area, industry, oews_estimate, occupation, part


def with_titles(facts: Table) -> FromClause:
    """Facts with the titles of their keys; a table without area or industry is about the nation and all industries.

    Outer joins, so that a count that needs no title reads none.
    """
    own = facts.c
    of_industry = (
        (industry.c.industry_code == own.industry_code) & (industry.c.industry_level == own.industry_level)
        if "industry_code" in own
        else industry.c.industry_code == CROSS_INDUSTRY
    )
    of_area = area.c.area_code == (own.area_code if "area_code" in own else NATION)
    same_occupation = (occupation.c.soc_code == own.soc_code) & (occupation.c.soc_vintage == own.soc_vintage)
    return (
        facts.outerjoin(occupation, same_occupation)
        .outerjoin(area, of_area)
        .outerjoin(industry, of_industry)
        .outerjoin(part, part.c.part_id == own.part_id)
    )


def key_columns(facts: Table) -> dict[str, ColumnElement[Any]]:
    """The keys of a record about an occupation in an area and an industry, by field name."""
    own = facts.c
    return {
        "record_id": next(iter(facts.primary_key.columns)),
        "record_table": literal(facts.name),
        "soc_code": own.soc_code,
        "soc_vintage": own.soc_vintage,
        "major_group": func.substr(own.soc_code, 1, 2, type_=Text),
        "title": occupation.c.title,
        "level": own.level if "level" in own else occupation.c.level,
        "area_code": own.area_code if "area_code" in own else area.c.area_code,
        "area_title": area.c.area_title,
        "area_type": area.c.area_type,
        "industry_code": own.industry_code if "industry_code" in own else industry.c.industry_code,
        "industry_title": industry.c.industry_title,
        "industry_level": own.industry_level if "industry_level" in own else industry.c.industry_level,
        "industry_label": own.industry_label if "industry_label" in own else type_coerce(null(), Text),
        "ownership_code": own.ownership_code if "ownership_code" in own else type_coerce(null(), Text),
        "reference_period": own.reference_period if "reference_period" in own else part.c.reference_period,
        **provenance_columns(facts),
    }


def measure_columns(measures: Iterable[str]) -> dict[str, ColumnElement[Any]]:
    """OEWS measures and their qualifiers, by field name."""
    own = oews_estimate.c
    columns: dict[str, ColumnElement[Any]] = {}
    for name in measures:
        columns[name] = own[name]
        columns[f"{name}_qualifier"] = own[f"{name}_qualifier"]
    return columns


def missing_measure(name: str, kind: TypeEngine[Any]) -> dict[str, ColumnElement[Any]]:
    """A measure that a publication does not have: no value, and the qualifier that says so."""
    return {
        name: type_coerce(null(), kind),
        f"{name}_qualifier": literal("not_applicable"),
    }


def in_parts(facts: Table, releases: Sequence[Release]) -> ColumnElement[bool]:
    """The rows of some releases."""
    part_ids = [part_id for release in releases for part_id in release.part_ids]
    return facts.c.part_id == part_ids[0] if len(part_ids) == 1 else facts.c.part_id.in_(part_ids)


def qualifiers_of(row: Any, measures: Iterable[str]) -> dict[str, str]:
    """The qualifiers of a selected row, by measure, where there are any."""
    return {name: row[f"{name}_qualifier"] for name in measures if row[f"{name}_qualifier"] is not None}
