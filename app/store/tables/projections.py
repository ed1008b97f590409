"""Projections and the outlook: category, why an occupation grows, and its job prospects."""

from sqlalchemy import Column, Float, Integer, PrimaryKeyConstraint, Table, Text

from app.domain.outlook import OutlookCategory
from app.domain.statements import ListedAs, ProspectFavors
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import (
    curated_part,
    metadata,
    one_of,
    origin,
    origin_checks,
    provenance,
    sorted_text,
    text,
)

projection = handbook_table(
    "projection",
    Column("projection_round", sorted_text(), nullable=False, comment="Base and projection year, such as 2018-28"),
    Column("base_year", Integer, nullable=False, comment="First year of the round"),
    Column("projection_year", Integer, nullable=False, comment="Last year of the round"),
    Column("base_employment", Integer, comment="Jobs in the base year, self-employed included"),
    Column("projected_employment", Integer, comment="Jobs in the projection year; empty where not printed"),
    Column("employment_change", Integer, comment="Projected change in jobs; empty where not printed"),
    Column("employment_change_percent", Float, comment="Projected change, percent, as printed"),
    Column("percent_rounded_to", Float, nullable=False, comment="The publisher's rounding of that percentage"),
    Column("outlook_category", Text, comment="How the change compares with the average for all occupations"),
    Column("outlook_label", Text, comment="That comparison in the publication's words"),
    Column("compared_with_title", Text, comment="What it is compared with, in the publication's words"),
    Column("compared_with_soc_code", sorted_text(), comment="Code of what it is compared with; curated"),
    Column("annual_openings", Integer, comment="Job openings per year, on average over the round, as printed"),
    Column("openings_rounded_to", Integer, comment="The publisher's rounding of the openings, in jobs"),
    Column("position", Integer, comment="Row of the profile's projections table, from 1; empty without such a table"),
    Column(
        "row_depth", Integer, comment="How deep the row stands under the rows above it; 0 is the profile as a whole"
    ),
    text("row_title", "Title of the row, as printed"),
    text("matrix_url", "Where the publisher offers the industries of the row's occupation"),
    text("openings_statement", "The publication's own sentences on openings"),
    text("statement", "The publication's own sentence"),
    *curated_part("detail", "the base employment, the code or the rounding"),
    one_of("outlook_category", OutlookCategory),
    identity=("projection_round",),
    comment="Projected employment of an occupation over one round",
)

projection_comparison = Table(
    "projection_comparison",
    metadata,
    Column("projection_round", sorted_text(), nullable=False, comment="Projection round"),
    Column("base_year", Integer, nullable=False, comment="First year of the round"),
    Column("projection_year", Integer, nullable=False, comment="Last year of the round"),
    Column("soc_code", sorted_text(), nullable=False, comment="What occupations are compared with: 00-0000"),
    Column("title", Text, nullable=False, comment="Its title"),
    Column("employment_change_percent", Float, nullable=False, comment="Its projected change, percent"),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "projection_round", "soc_code"),
    *origin_checks(),
    comment="The average that outlook categories of a round compare with",
)

outlook_driver = handbook_table(
    "outlook_driver",
    Column("projection_round", sorted_text(), nullable=False, comment="Projection round that it explains"),
    position("the reasons"),
    Column("driver", Text, nullable=False, comment="What drives employment, in a few words"),
    text("driver_scope", "Where or for whom the driver works"),
    text("driver_acronym", "Acronym that the sentence gives the driver"),
    text("cause", "What lies behind the driver"),
    Column("effect", Text, nullable=False, comment="What it leads to, in a few words"),
    text("effect_scope", "Where or for whom the effect is felt"),
    text("certainty", "How sure the statement is: will, expected, likely"),
    text("specialty", "Specialty that it applies to; empty for the whole occupation"),
    Column("statement", Text, nullable=False, comment="The publication's own sentences"),
    identity=("projection_round", "position"),
    comment="Why employment in an occupation is projected to change",
)

job_prospect = handbook_table(
    "job_prospect",
    Column("projection_round", sorted_text(), nullable=False, comment="Projection round that it belongs to"),
    position("the prospects"),
    Column("favors", Text, nullable=False, comment="What improves a candidate's prospects: certification or skill"),
    Column("listed_as", Text, nullable=False, comment="general, or an example of the general statement"),
    Column("name", Text, nullable=False, comment="Which certification or skill"),
    text("acronym", "Its acronym, if it has one"),
    Column("prospects", Text, nullable=False, comment="What the prospects are: best, needed"),
    text("certainty", "How sure the statement is"),
    text("condition", "Condition that it depends on"),
    text("purpose", "What it is needed for"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    one_of("favors", ProspectFavors),
    one_of("listed_as", ListedAs),
    identity=("projection_round", "position"),
    comment="Who has the best job prospects in an occupation",
)
