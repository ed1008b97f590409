"""Wages: the distribution of an occupation's pay, by area and by industry."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Integer, Row, Text, case, cast, func, literal, null

from app.domain.measures import EMPLOYMENT_MEASURES, OEWS_MEASURES, WAGE_MEASURES
from app.domain.programs import Program
from app.domain.qualifiers import Qualifier
from app.queries.answers import Listing
from app.queries.catalog import Catalog
from app.queries.catalog_records import Release
from app.queries.classification import Occupation
from app.queries.coverage import covers_of
from app.queries.estimates import (
    OF_WIDEST_OWNERS,
    asks_for_owners,
    each_once,
    key_columns,
    measure_columns,
    missing_measure,
    ordered,
    plain_fields,
    qualifiers_in,
    relation_of,
    with_titles,
)
from app.queries.facts import FactList, list_facts, list_occupation_facts, periods_asked
from app.queries.list_request import ListRequest
from app.queries.missing_rows import Question, explain_withheld
from app.queries.nearest_rows import RowsAsked, nearest_figures
from app.queries.provenance import Provenance, provenance_of, source_of
from app.queries.relation import Relation, union
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.store.tables import handbook_wage, oews_estimate

PROGRAMS = (Program.OEWS, Program.OOH)


@dataclass(frozen=True, slots=True)
class WageRecord:
    """The pay of an occupation in one area, industry and period. Dollars per hour or per year."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    area_code: str
    area_title: str
    area_type: str
    industry_code: str | None
    industry_title: str | None
    industry_level: str | None
    also_level: str | None
    industry_label: str | None
    ownership_code: str | None
    reference_period: str
    hourly_mean: float | None
    hourly_p10: float | None
    hourly_p25: float | None
    hourly_median: float | None
    hourly_p75: float | None
    hourly_p90: float | None
    annual_mean: int | None
    annual_p10: int | None
    annual_p25: int | None
    annual_median: int | None
    annual_p75: int | None
    annual_p90: int | None
    mean_wage_rse: float | None
    rounded_to: int | None
    statement: str | None
    subject_title: str | None
    covers: tuple[str, ...] | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


_PLAIN_FIELDS = tuple(
    name
    for name in WageRecord.__dataclass_fields__
    if name not in ("subject_title", "covers", "qualifiers", "source", "provenance")
)


def _oews() -> Relation:
    rounding: dict[str, ColumnElement[Any]] = {"rounded_to": literal(10, Integer), "statement": cast(null(), Text)}
    # Those of the same estimate that wages are not told with: to filter and to sort by.
    measured = measure_columns((*WAGE_MEASURES, *EMPLOYMENT_MEASURES))
    columns = ordered(key_columns(oews_estimate) | measured | rounding, _PLAIN_FIELDS, WAGE_MEASURES)
    return Relation(with_titles(oews_estimate), columns, ("record_id",), qualified=frozenset(OEWS_MEASURES))


def _handbook() -> Relation:
    own = handbook_wage.c
    measured: dict[str, ColumnElement[Any]] = {"rounded_to": own.rounded_to, "statement": own.statement}
    for name in OEWS_MEASURES:
        if name in own:
            none = case((own[name].is_(None), literal(str(Qualifier.NOT_APPLICABLE))))
            stated = f"{name}_qualifier"
            measured |= {name: own[name], stated: func.coalesce(own[stated], none) if stated in own else none}
        else:
            measured |= missing_measure(name, oews_estimate.c[name].type)
    columns = ordered(key_columns(handbook_wage) | measured, _PLAIN_FIELDS, WAGE_MEASURES)
    return Relation(with_titles(handbook_wage), columns, ("record_id", "soc_code"), qualified=frozenset(OEWS_MEASURES))


_OEWS = _oews()
_HANDBOOK = _handbook()


def _by_programs(estimates: Relation) -> dict[frozenset[Program], Relation]:
    """What some OEWS estimates and the handbook say, by the programs that are asked for together."""
    return {
        frozenset({Program.OEWS}): each_once(estimates),
        frozenset({Program.OOH}): _HANDBOOK,
        frozenset({Program.OEWS, Program.OOH}): each_once(union(estimates, _HANDBOOK)),
    }


_RELATIONS = _by_programs(_OEWS)
_RELATIONS_OF_WIDEST_OWNERS = _by_programs(_OEWS.only(OF_WIDEST_OWNERS))


def wage_relation(releases: Sequence[Release]) -> Relation | None:
    """All wage records of some releases; `None` if none of them publishes wages."""
    return relation_of(releases, _RELATIONS)


def _relation_of_widest_owners(releases: Sequence[Release]) -> Relation | None:
    return relation_of(releases, _RELATIONS_OF_WIDEST_OWNERS)


def wage_record(row: Row[Any], catalog: Catalog) -> WageRecord:
    """The record of a row of `wage_relation`."""
    return WageRecord(
        **plain_fields(row, _PLAIN_FIELDS),
        subject_title=row._mapping["subject_title"] or None,
        covers=covers_of(row._mapping, catalog),
        qualifiers=qualifiers_in(row, _PLAIN_FIELDS, WAGE_MEASURES),
        source=source_of(row._mapping, catalog),
        provenance=provenance_of(row._mapping, catalog),
    )


_WAGES = FactList(
    "wages", PROGRAMS, wage_relation, wage_record, empty_in_estimates=("covers",), measure="annual_median"
)
_WAGES_OF_WIDEST_OWNERS = replace(_WAGES, relation=_relation_of_widest_owners)


def list_wages(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[WageRecord]:
    """Wages across occupations, from the newest OEWS release unless another is chosen."""
    return list_facts(_WAGES, snapshot, choice, request)


def list_occupation_wages(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[WageRecord]:
    """Wages of one occupation, from OEWS or else from the handbook, unless programs or releases are chosen.

    Those that all owners of establishments pay together, unless owners are asked for.
    """
    releases = choose_releases(snapshot.catalog, choice, PROGRAMS, found, periods_asked(request))
    kind = _WAGES if asks_for_owners(request) else _WAGES_OF_WIDEST_OWNERS
    listing = list_occupation_facts(kind, snapshot, found, choice, request, releases=releases)
    if listing.records and all(_is_withheld(record) for record in listing.records):
        question = Question(snapshot.catalog, _WAGES.resource, PROGRAMS, releases, request, found)
        asked = RowsAsked(snapshot, question.path, kind.relation, found, request, releases, kind.measure)
        absence = explain_withheld(replace(question, elsewhere=nearest_figures(asked)))
        return replace(listing, absence=absence)
    return listing


def _is_withheld(record: WageRecord) -> bool:
    return record.annual_median is None and record.qualifiers.get("annual_median") == Qualifier.WAGE_NOT_RELEASED
