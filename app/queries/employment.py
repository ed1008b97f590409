"""Employment: how many jobs an occupation holds, by area and by industry, and on which basis that is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Float, Integer, Text, case, literal, null, type_coerce

from app.domain.levels import EmploymentBasis
from app.domain.measures import EMPLOYMENT_MEASURES
from app.domain.programs import Program
from app.queries.absence import explain_empty_list, explain_missing_occupation, explain_missing_rows
from app.queries.answers import Listing
from app.queries.catalog import Catalog, Occupation, Release
from app.queries.estimates import (
    in_parts,
    key_columns,
    measure_columns,
    missing_measure,
    qualifiers_of,
    with_titles,
)
from app.queries.listing import ListRequest, Relation, fetch_page, of_occupation, union
from app.queries.provenance import Provenance, provenance_of, source_of
from app.queries.resolution import ReleaseChoice, choose_releases
from app.queries.snapshot import Snapshot
from app.store.tables import handbook_employment, largest_employer, oews_estimate

PROGRAMS = (Program.OEWS, Program.OOH)
MEASURES = (*EMPLOYMENT_MEASURES, "percent_of_occupation")


@dataclass(frozen=True, slots=True)
class DerivedEmployment:
    """Jobs that were computed here from a published share: the value, and the range that rounding leaves open."""

    employment: int
    at_least: int
    at_most: int
    formula: str


@dataclass(frozen=True, slots=True)
class EmploymentRecord:
    """The jobs of an occupation in one area, industry and period, on one basis."""

    soc_code: str
    soc_vintage: str
    title: str
    level: str
    area_code: str
    area_title: str
    area_type: str
    industry_code: str
    industry_title: str
    industry_level: str
    industry_label: str | None
    ownership_code: str | None
    reference_period: str
    basis: str
    employment: int | None
    employment_rse: float | None
    jobs_per_1000: float | None
    location_quotient: float | None
    percent_of_industry: float | None
    percent_of_establishments_reporting: float | None
    percent_of_occupation: float | None
    rank: int | None
    quantifier: str | None
    rounded_to: int | None
    derived: DerivedEmployment | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


_OWN_FIELDS = ("derived", "qualifiers", "source", "provenance")
_PLAIN_FIELDS = tuple(name for name in EmploymentRecord.__dataclass_fields__ if name not in _OWN_FIELDS)


def list_employment(snapshot: Snapshot, choice: ReleaseChoice, request: ListRequest) -> Listing[EmploymentRecord]:
    """Employment across occupations, from the newest OEWS release unless another is chosen."""
    releases = choose_releases(snapshot.catalog, choice, PROGRAMS)
    relation = employment_relation(releases)
    if relation is None:
        return Listing([], (), total=0, absence=explain_empty_list("employment", PROGRAMS))
    listing = _list(snapshot, releases, relation, request)
    if listing.records:
        return listing
    names = [release.release for release in releases]
    absence = explain_missing_rows(snapshot.catalog, None, names, "employment", "/v1/employment")
    return replace(listing, absence=absence)


def list_occupation_employment(
    snapshot: Snapshot, found: Occupation, choice: ReleaseChoice, request: ListRequest
) -> Listing[EmploymentRecord]:
    """Employment of one occupation, from OEWS or else from the handbook, unless programs or releases are chosen."""
    catalog = snapshot.catalog
    releases = choose_releases(catalog, choice, PROGRAMS, found)
    relation = employment_relation(releases)
    if relation is None:
        absence = explain_missing_occupation(catalog, found, "employment", PROGRAMS, choice.programs)
        return Listing([], (), total=0, absence=absence)
    listing = _list(snapshot, releases, of_occupation(relation, found.soc_code, found.soc_vintage), request)
    if listing.records:
        return listing
    names = [release.release for release in releases]
    url = f"/v1/occupations/{found.soc_code}/employment"
    return replace(listing, absence=explain_missing_rows(catalog, found, names, "employment", url))


def employment_relation(releases: Sequence[Release]) -> Relation | None:
    """All employment records of some releases; `None` if none of them publishes employment."""
    oews = [release for release in releases if release.program is Program.OEWS]
    ooh = [release for release in releases if release.program is Program.OOH]
    relations = [_oews(oews)] if oews else []
    if ooh:
        relations += [_handbook_totals(ooh), _largest_employers(ooh)]
    if len(relations) < 2:
        return relations[0] if relations else None
    return union(relations)


def _list(
    snapshot: Snapshot, releases: tuple[Release, ...], relation: Relation, request: ListRequest
) -> Listing[EmploymentRecord]:
    page = fetch_page(snapshot.connection, relation, request)
    records = [_record(row._mapping, snapshot.catalog) for row in page.rows]
    return Listing(records, releases, page.next_after, page.total)


def _record(row: Mapping[str, Any], catalog: Catalog) -> EmploymentRecord:
    return EmploymentRecord(
        **{name: row[name] for name in _PLAIN_FIELDS},
        derived=_derived(row),
        qualifiers=qualifiers_of(row, MEASURES),
        source=source_of(row, catalog),
        provenance=provenance_of(row, catalog),
    )


def _derived(row: Mapping[str, Any]) -> DerivedEmployment | None:
    """The jobs behind a published share, where the publication gives the share and the occupation's total only."""
    share, total = row["percent_of_occupation"], row["occupation_employment"]
    if share is None or total is None or row["employment"] is not None:
        return None
    half = 0.5  # shares are rounded to whole percent
    return DerivedEmployment(
        round(share * total / 100),
        round((share - half) * total / 100),
        round((share + half) * total / 100),
        f"percent_of_occupation / 100 x employment of the occupation ({total}); range: share +/- 0.5 percent",
    )


def _oews(releases: Sequence[Release]) -> Relation:
    return Relation(
        source=with_titles(oews_estimate),
        columns=key_columns(oews_estimate)
        | measure_columns(EMPLOYMENT_MEASURES)
        | missing_measure("percent_of_occupation", Float())
        | {
            "basis": literal(str(EmploymentBasis.WAGE_AND_SALARY_JOBS)),
            "rank": type_coerce(null(), Integer),
            "quantifier": type_coerce(null(), Text),
            "rounded_to": literal(10, Integer),
            "occupation_employment": type_coerce(null(), Integer),
        },
        identity=("record_id",),
        where=(in_parts(oews_estimate, releases),),
        qualified=frozenset(MEASURES),
    )


def _handbook_totals(releases: Sequence[Release]) -> Relation:
    own = handbook_employment.c
    return Relation(
        source=with_titles(handbook_employment),
        columns=key_columns(handbook_employment)
        | _handbook_measures(employment=own.employment)
        | {
            "basis": own.basis,
            "rank": type_coerce(null(), Integer),
            "quantifier": own.quantifier,
            "rounded_to": own.rounded_to,
            "occupation_employment": type_coerce(null(), Integer),
        },
        identity=("record_id",),
        where=(in_parts(handbook_employment, releases),),
        qualified=frozenset(MEASURES),
    )


def _largest_employers(releases: Sequence[Release]) -> Relation:
    own, total = largest_employer.c, handbook_employment.c
    of_same_profile = (
        (total.part_id == own.part_id)
        & (total.soc_code == own.soc_code)
        & (total.soc_vintage == own.soc_vintage)
        & (total.reference_period == own.reference_period)
    )
    return Relation(
        source=with_titles(largest_employer).outerjoin(handbook_employment, of_same_profile),
        columns=key_columns(largest_employer)
        | _handbook_measures(employment=own.employment, percent_of_occupation=own.percent_of_occupation)
        | {
            "basis": literal(str(EmploymentBasis.JOBS_INCLUDING_SELF_EMPLOYED)),
            "rank": own.position,
            "quantifier": type_coerce(null(), Text),
            "rounded_to": type_coerce(null(), Integer),
            "occupation_employment": total.employment,
        },
        identity=("record_id",),
        where=(in_parts(largest_employer, releases),),
        qualified=frozenset(MEASURES),
    )


def _handbook_measures(**published: ColumnElement[Any]) -> dict[str, ColumnElement[Any]]:
    columns: dict[str, ColumnElement[Any]] = {}
    for name in MEASURES:
        if name in published:
            column = published[name]
            columns |= {name: column, f"{name}_qualifier": case((column.is_(None), literal("not_applicable")))}
        else:
            columns |= missing_measure(name, Integer() if name == "employment" else Float())
    return columns
