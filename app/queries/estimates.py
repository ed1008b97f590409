"""OEWS estimates as a relation: the keys that employment and wages share, with titles joined in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    RowMapping,
    Table,
    Text,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy.types import TypeEngine

from app.domain.codes import CROSS_INDUSTRY, NATION
from app.domain.levels import IndustryLevel, OccupationLevel, Ownership
from app.domain.programs import Program
from app.queries.catalog_records import Release
from app.queries.coverage import code_columns, has_profile, under_codes
from app.queries.list_request import ListRequest, OneOf
from app.queries.provenance import provenance_columns
from app.queries.relation import Match, Relation
from app.store.main_figures import in_part_ids
from app.store.tables import area, industry, industry_label, occupation, oews_estimate, part


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
    if "industry_label" in own:
        facts_and_labels: FromClause = under_codes(facts).outerjoin(
            industry_label,
            (industry_label.c.part_id == own.part_id) & (industry_label.c.industry_label == own.industry_label),
        )
    else:
        facts_and_labels = under_codes(facts)
    code = code_columns(facts)
    same_occupation = (occupation.c.soc_code == code["soc_code"]) & (occupation.c.soc_vintage == code["soc_vintage"])
    return (
        facts_and_labels.outerjoin(occupation, stated_with(occupation, facts) & same_occupation)
        .outerjoin(area, stated_with(area, facts) & of_area)
        .outerjoin(industry, stated_with(industry, facts) & of_industry)
        .outerjoin(part, part.c.part_id == own.part_id)
    )


def stated_with(vocabulary: FromClause, facts: FromClause) -> ColumnElement[bool]:
    """The statements of codes and titles in the part that the facts are from: each part states what it refers to."""
    return vocabulary.c.part_id == facts.c.part_id


def titled(facts: Table) -> FromClause:
    """Facts about occupations with the titles that their part states."""
    code, stated = code_columns(facts), occupation.c
    same = (stated.soc_code == code["soc_code"]) & (stated.soc_vintage == code["soc_vintage"])
    return under_codes(facts).outerjoin(occupation, stated_with(occupation, facts) & same)


def key_columns(facts: Table) -> dict[str, ColumnElement[Any]]:
    """The keys of a record about an occupation in an area and an industry, by field name."""
    own, code = facts.c, code_columns(facts)
    return {
        "record_id": next(iter(facts.primary_key.columns)),
        "record_table": literal(str(facts.name), Text),
        **code,
        "major_group": func.substr(code["soc_code"], 1, 2, type_=Text),
        "title": occupation.c.title,
        "level": own.level if "level" in own else occupation.c.level,
        "area_code": own.area_code if "area_code" in own else area.c.area_code,
        "area_title": area.c.area_title,
        "area_type": area.c.area_type,
        "industry_code": own.industry_code if "industry_code" in own else industry.c.industry_code,
        "industry_title": industry.c.industry_title,
        "industry_level": own.industry_level if "industry_level" in own else industry.c.industry_level,
        "also_level": own.also_level if "also_level" in own else cast(null(), Text),
        "is_repeat": own.is_repeat if "is_repeat" in own else false(),
        # What no industry is settled for is a single industry nonetheless.
        "industry_scope": func.coalesce(own.industry_level, "unsettled")
        if has_profile(facts) and "industry_level" in own
        else (own.industry_level if "industry_level" in own else industry.c.industry_level),
        "industry_label": own.industry_label if "industry_label" in own else cast(null(), Text),
        "ownership_code": own.ownership_code if "ownership_code" in own else cast(null(), Text),
        "reference_period": own.reference_period if "reference_period" in own else part.c.reference_period,
        **_key_provenance(facts),
    }


def each_once(relation: Relation) -> Relation:
    """A relation of `key_columns` without the rows that repeat another at a wider level.

    Such a row is shown where its level is asked for, and the other's is not.
    """
    columns = relation.columns
    also, once = columns["also_level"], not_(columns["is_repeat"])

    def at(level: str) -> Match:
        return lambda wanted: and_(columns[level].in_(wanted), or_(once, also.not_in(wanted)))

    return replace(
        relation,
        matches={**relation.matches, "level": at("level"), "industry_level": at("industry_level")},
        unless={
            "level": or_(once, also.in_([str(level) for level in IndustryLevel])),
            "industry_level": or_(once, also.in_([str(level) for level in OccupationLevel])),
        },
    )


def _widest_owners() -> ColumnElement[bool]:
    """Estimates for the widest group of owners that their release publishes for the same occupation and place.

    A longer code holds more owners: 1235 is all of them, 58 is 5 with some of 2 and 3. Of all industries together,
    000000 is published for all owners and 000001 for private ones.
    """
    own, wider, of_wider = oews_estimate.c, oews_estimate.alias("wider"), part.alias("of_wider")
    of_same_industry = or_(
        wider.c.industry_code == own.industry_code, own.industry_level == IndustryLevel.CROSS_INDUSTRY
    )
    found = (
        select(wider.c.estimate_id)
        .join(of_wider, of_wider.c.part_id == wider.c.part_id)
        .where(
            wider.c.soc_code == own.soc_code,
            wider.c.soc_vintage == own.soc_vintage,
            of_wider.c.release == part.c.release,
            wider.c.area_code == own.area_code,
            wider.c.industry_level == own.industry_level,
            of_same_industry,
            func.length(wider.c.ownership_code) > func.length(own.ownership_code),
        )
        .correlate(part, oews_estimate)
    )
    return or_(own.ownership_code == Ownership.ALL, not_(found.exists()))


# Of one occupation, so that the parts of a total do not stand beside it.
OF_WIDEST_OWNERS = _widest_owners()


def _key_provenance(facts: Table) -> dict[str, ColumnElement[Any]]:
    """The provenance of a record; the industry that a printed label means is curated, and says on what basis."""
    columns = provenance_columns(facts)
    if "industry_label" in facts.c:
        own, basis = columns["provenance_curated"], industry_label.c.origin_basis
        both = own + "; industry: " + basis
        columns["provenance_curated"] = case((basis.is_(None), own), (own.is_(None), "Industry: " + basis), else_=both)
    return columns


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
        name: cast(null(), kind),
        f"{name}_qualifier": literal("not_applicable"),
    }


def of_releases(releases: Iterable[Release]) -> OneOf:
    """Keep the rows of some releases, in a relation that has `provenance_columns`."""
    return OneOf("provenance_part_id", part_ids_of(releases))


def part_ids_of(releases: Iterable[Release]) -> tuple[int, ...]:
    """The keys of the parts of some releases."""
    return tuple(part_id for release in releases for part_id in release.part_ids)


def part_ids_of_one(release: Release | None) -> tuple[int, ...]:
    """The keys of the parts of a release, if there is one."""
    return () if release is None else release.part_ids


def in_parts(facts: FromClause, releases: Iterable[Release]) -> ColumnElement[bool]:
    """The rows of some releases."""
    return in_part_ids(facts, part_ids_of(releases))


def qualifiers_of(row: RowMapping, measures: Iterable[str]) -> dict[str, str]:
    """The qualifiers of a selected row, by measure, where there are any."""
    return {name: row[f"{name}_qualifier"] for name in measures if row[f"{name}_qualifier"] is not None}


def plain_fields(row: Row[Any], plain: Sequence[str]) -> dict[str, Any]:
    """The plain fields of a row of `ordered` columns."""
    return dict(zip(plain, row, strict=False))


def qualifiers_in(row: Row[Any], plain: Sequence[str], measures: Sequence[str]) -> dict[str, str]:
    """The qualifiers of a row of `ordered` columns, by measure, where there are any."""
    start = len(plain)
    found = row[start : start + len(measures)]
    return {name: qualifier for name, qualifier in zip(measures, found, strict=True) if qualifier is not None}


def ordered(
    columns: Mapping[str, ColumnElement[Any]], plain: Sequence[str], measures: Sequence[str]
) -> dict[str, ColumnElement[Any]]:
    """Columns in the order of a record: its plain fields, the qualifiers of its measures, then all others.

    A record is then made of a slice of the row, which matters on a page of a thousand.
    """
    first = (*plain, *(f"{name}_qualifier" for name in measures))
    return {name: columns[name] for name in first} | {
        name: column for name, column in columns.items() if name not in first
    }


def asks_for_owners(request: ListRequest) -> bool:
    """Whether a question names owners of establishments, so that it wants the parts of a total."""
    return any(wanted.field == "ownership_code" for wanted in request.filters)


def relation_of(releases: Sequence[Release], relations: Mapping[frozenset[Program], Relation]) -> Relation | None:
    """The rows of some releases in the relation for their programs; `None` if none of them has such rows."""
    able = frozenset[Program]().union(*relations)
    chosen = [release for release in releases if release.program in able]
    programs = frozenset(release.program for release in chosen)
    return relations[programs].keeping(of_releases(chosen)) if programs else None
