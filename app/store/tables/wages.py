"""Wages as the handbook states them: the nation's distribution, and medians by industry."""

from sqlalchemy import Column, Float, ForeignKey, Integer, Table, Text

from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import (
    curated_part,
    metadata,
    origin,
    origin_checks,
    provenance,
    sorted_text,
)
from app.store.tables.reference import industry_key, references_industry

handbook_wage = handbook_table(
    "handbook_wage",
    Column("reference_period", sorted_text(), nullable=False, comment="Month that the wages refer to"),
    Column("area_code", sorted_text(), ForeignKey("area.area_code"), nullable=False, comment="Area; 99 is the nation"),
    position("the wage table, 0 for all industries,"),
    *industry_key(),
    Column(
        "annual_p10", Integer, comment="10th percentile, dollars per year ('lowest 10 percent earned less than'). OOH"
    ),
    Column("annual_median", Integer, comment="Median, dollars per year. OOH"),
    Column(
        "annual_p90", Integer, comment="90th percentile, dollars per year ('highest 10 percent earned more than'). OOH"
    ),
    Column("rounded_to", Integer, nullable=False, comment="The publisher's rounding, in dollars"),
    *curated_part("detail", "the area or rounding"),
    references_industry(),
    identity=("reference_period", "area_code", "industry_code", "industry_level"),
    comment="Annual wages of an occupation as an OOH profile states them, in all and by industry",
)

wage_definition = Table(
    "wage_definition",
    metadata,
    Column("measure", Text, primary_key=True, comment="Measure that is defined"),
    Column("percentile", Integer, nullable=False, comment="Percentile that the publication's words mean"),
    Column("label", Text, nullable=False, comment="The publication's words for it"),
    Column("share_below_percent", Float, comment="Percent of workers who earn less"),
    Column("share_above_percent", Float, comment="Percent of workers who earn more"),
    Column("comparison", Text, comment="How the publication words the bound: less_than or more_than"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    *origin(),
    *curated_part("detail", "the percentile or a share"),
    *provenance(),
    *origin_checks(),
    comment="What the handbook's words for points of the wage distribution mean",
)
