"""One statement of how many jobs an occupation holds: published, or computed from a published share."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Any

from sqlalchemy import Row, RowMapping

from app.domain.measures import EMPLOYMENT_MEASURES, WAGE_MEASURES
from app.queries.catalog import Catalog
from app.queries.coverage import covers_of
from app.queries.estimates import plain_fields, qualifiers_in
from app.queries.provenance import Provenance, provenance_of, source_of

MEASURES = (*EMPLOYMENT_MEASURES, "percent_of_occupation")
# Wages are those of the same estimate, to filter and to sort by: records do not repeat them.
ALL_MEASURES = (*MEASURES, *WAGE_MEASURES)


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
    industry_code: str | None
    industry_title: str | None
    industry_level: str | None
    also_level: str | None
    industry_label: str | None
    ownership_code: str | None
    row_type: str | None
    industry_row_type: str | None
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
    subject_title: str | None
    covers: tuple[str, ...] | None
    qualifiers: dict[str, str]
    source: str
    provenance: Provenance


_OWN_FIELDS = ("derived", "subject_title", "covers", "qualifiers", "source", "provenance")
PLAIN_FIELDS = tuple(name for name in EmploymentRecord.__dataclass_fields__ if name not in _OWN_FIELDS)
_DERIVED_FROM = ("percent_of_occupation", "occupation_employment", "occupation_rounded_to")


def employment_record(row: Row[Any], catalog: Catalog) -> EmploymentRecord:
    """The record of a row of `employment_relation`."""
    fields = row._mapping
    return EmploymentRecord(
        **plain_fields(row, PLAIN_FIELDS),
        derived=_derived(fields),
        subject_title=fields["subject_title"] or None,
        covers=covers_of(fields, catalog),
        qualifiers=qualifiers_in(row, PLAIN_FIELDS, MEASURES),
        source=source_of(fields, catalog),
        provenance=provenance_of(fields, catalog),
    )


def _derived(row: RowMapping) -> DerivedEmployment | None:
    """The jobs behind a published share, where the publication gives the share and the occupation's total only."""
    share, total, rounded_to = (row[name] for name in _DERIVED_FROM)
    if share is None or total is None or row["employment"] is not None:
        return None
    half_percent, half = Decimal("0.5"), Decimal(rounded_to) / 2  # both are rounded: to whole percent, to 100 jobs
    share = Decimal(str(share))
    return DerivedEmployment(
        _whole(share * total / 100, ROUND_HALF_UP),
        _whole((share - half_percent) * (total - half) / 100, ROUND_FLOOR),
        _whole((share + half_percent) * (total + half) / 100, ROUND_CEILING),
        f"percent_of_occupation / 100 x employment of the occupation ({total}); range: share +/- 0.5 percent, "
        f"employment +/- {half}",
    )


def _whole(jobs: Decimal, rounding: str) -> int:
    return int(jobs.to_integral_value(rounding))
