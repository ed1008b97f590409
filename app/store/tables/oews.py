"""OEWS estimates: employment and wages by occupation, area, industry and ownership."""

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Index, Integer, Table, Text, UniqueConstraint
from sqlalchemy.types import TypeEngine

from app.domain.levels import OccupationLevel, Ownership
from app.domain.measures import MEASURES, OEWS_MEASURES, Measure, Unit
from app.store.tables.metadata import (
    metadata,
    occupation_key,
    one_of,
    provenance,
    references_occupation,
    refers_to,
    sorted_text,
)
from app.store.tables.types import Cents


def measure_type(measure: Measure) -> TypeEngine[int] | TypeEngine[float] | Cents:
    """The column type of a measure: whole dollars and jobs as integers, hourly wages in cents."""
    if measure.unit is Unit.DOLLARS_PER_HOUR:
        return Cents()
    if measure.unit in (Unit.JOBS, Unit.DOLLARS_PER_YEAR):
        return Integer()
    return Float()


def _measure_columns(measure: Measure) -> list[Column[object]]:
    stored = " (stored in cents)" if measure.unit is Unit.DOLLARS_PER_HOUR else ""
    return [
        Column(measure.name, measure_type(measure), comment=f"{measure.meaning} Unit: {measure.unit}{stored}. OEWS"),
        Column(f"{measure.name}_qualifier", Text, comment=f"Why {measure.name} is empty or a bound"),
    ]


def _measure_checks(measure: Measure) -> list[CheckConstraint]:
    return [
        one_of(f"{measure.name}_qualifier", measure.qualifiers),
        CheckConstraint(
            f"{measure.name} IS NOT NULL OR {measure.name}_qualifier IS NOT NULL", name=f"{measure.name}_explained"
        ),
    ]


_measures = [MEASURES[name] for name in OEWS_MEASURES]

oews_estimate = Table(
    "oews_estimate",
    metadata,
    Column("estimate_id", Integer, primary_key=True, comment="Surrogate key, in the order of the file"),
    *provenance(),
    *occupation_key(),
    Column("level", Text, nullable=False, comment="Level at which the file gives the occupation"),
    Column("area_code", sorted_text(), nullable=False, comment="Area of the estimate"),
    Column("industry_code", sorted_text(), nullable=False, comment="Industry of the estimate; 000000 is all"),
    Column("industry_level", Text, nullable=False, comment="Level of that industry"),
    Column("ownership_code", Text, nullable=False, comment="Whose establishments are counted: OEWS ownership code"),
    Column("also_level", Text, comment="Other level (of occupation or industry) at which the same figures stand again"),
    Column(
        "is_repeat",
        Boolean,
        nullable=False,
        default=False,
        comment="Whether that other level is the more detailed one, which lists show in place of this row",
    ),
    *(column for measure in _measures for column in _measure_columns(measure)),
    UniqueConstraint(
        "part_id",
        "area_code",
        "industry_code",
        "industry_level",
        "ownership_code",
        "soc_code",
        "soc_vintage",
        "level",
        name="uq_oews_estimate_identity",
    ),
    references_occupation(),
    refers_to("area", "area_code"),
    refers_to("industry", "industry_code", "industry_level"),
    one_of("level", OccupationLevel),
    one_of("ownership_code", Ownership),
    *(check for measure in _measures for check in _measure_checks(measure)),
    Index("ix_oews_estimate_industry", "part_id", "industry_code", "area_code"),
    Index("ix_oews_estimate_occupation", "soc_code", "part_id", "soc_vintage", "area_code"),
    # The orders that lists are read in most: as published, by pay and by size, in all areas and in one.
    Index("ix_oews_estimate_published", "part_id", "estimate_id"),
    Index("ix_oews_estimate_annual_median", "part_id", "annual_median", "estimate_id"),
    Index("ix_oews_estimate_employment", "part_id", "employment", "estimate_id"),
    Index("ix_oews_estimate_area_annual_median", "part_id", "area_code", "annual_median", "estimate_id"),
    Index("ix_oews_estimate_area_employment", "part_id", "area_code", "employment", "estimate_id"),
    comment="One OEWS cell group: an occupation in an area, industry and ownership, with all its measures",
)
