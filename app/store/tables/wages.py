"""Wages as the handbook states them: the nation's distribution, and medians by industry."""

from sqlalchemy import Column, Float, Integer, PrimaryKeyConstraint, Table, Text

from app.domain.qualifiers import Qualifier
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import (
    curated_part,
    is_current,
    metadata,
    one_of,
    origin,
    origin_checks,
    provenance,
    refers_to,
    sorted_text,
    text,
)
from app.store.tables.reference import industry_key, references_industry
from app.store.tables.types import Cents

handbook_wage = handbook_table(
    "handbook_wage",
    Column("reference_period", sorted_text(), nullable=False, comment="Month that the wages refer to"),
    Column("area_code", sorted_text(), nullable=False, comment="Area; 99 is the nation"),
    refers_to("area", "area_code"),
    position("the wage table, 0 for all industries,"),
    *industry_key(),
    Column(
        "annual_p10", Integer, comment="10th percentile, dollars per year ('lowest 10 percent earned less than'). OOH"
    ),
    Column("annual_median", Integer, comment="Median, dollars per year. OOH"),
    Column(
        "annual_p90", Integer, comment="90th percentile, dollars per year ('highest 10 percent earned more than'). OOH"
    ),
    Column("annual_mean", Integer, comment="Mean, dollars per year, where the profile prints means. OOH"),
    Column("hourly_p10", Cents(), comment="10th percentile, dollars per hour, of occupations paid by the hour. OOH"),
    Column("hourly_median", Cents(), comment="Median, dollars per hour, of occupations paid by the hour. OOH"),
    Column("hourly_p90", Cents(), comment="90th percentile, dollars per hour, of occupations paid by the hour. OOH"),
    Column("annual_median_qualifier", Text, comment="Why the annual median is a bound"),
    Column("annual_p90_qualifier", Text, comment="Why the annual 90th percentile is a bound"),
    Column("annual_mean_qualifier", Text, comment="Why the annual mean is a bound"),
    Column("hourly_median_qualifier", Text, comment="Why the hourly median is a bound"),
    Column("hourly_p90_qualifier", Text, comment="Why the hourly 90th percentile is a bound"),
    text("statement", "The publication's own sentences, where they state the figures"),
    Column("rounded_to", Integer, comment="The publisher's rounding, in dollars; empty for hourly wages (cents)"),
    *curated_part("detail", "the area or rounding"),
    references_industry(),
    *(
        one_of(f"{measure}_qualifier", Qualifier)
        for measure in ("annual_median", "annual_p90", "annual_mean", "hourly_median", "hourly_p90")
    ),
    identity=("reference_period", "area_code", "position"),
    comment="Wages of an occupation as an OOH profile states them, in all and by industry",
)

wage_definition = Table(
    "wage_definition",
    metadata,
    Column("measure", Text, nullable=False, comment="Measure that is defined"),
    Column("percentile", Integer, nullable=False, comment="Percentile that the publication's words mean"),
    Column("label", Text, nullable=False, comment="The publication's words for it"),
    Column("share_below_percent", Float, comment="Percent of workers who earn less"),
    Column("share_above_percent", Float, comment="Percent of workers who earn more"),
    Column("comparison", Text, comment="How the publication words the bound: less_than or more_than"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    *origin(),
    *curated_part("detail", "the percentile or a share"),
    is_current(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "measure"),
    *origin_checks(),
    comment="What the handbook's words for points of the wage distribution mean",
)
