"""Employment as the handbook states it: jobs, and the largest employers by share."""

from sqlalchemy import Column, Float, Integer, Text

from app.domain.levels import EmploymentBasis
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import curated_part, one_of, refers_to, sorted_text, text
from app.store.tables.reference import industry_key, references_industry

handbook_employment = handbook_table(
    "handbook_employment",
    Column("reference_period", sorted_text(), nullable=False, comment="Year that is counted"),
    Column("area_code", sorted_text(), nullable=False, comment="Area; 99 is the nation"),
    refers_to("area", "area_code"),
    Column("basis", Text, nullable=False, comment="What is counted: jobs with or without the self-employed"),
    text("quantifier", "How exact the publication says the figure is: about"),
    Column("employment", Integer, nullable=False, comment="Number of jobs. OOH"),
    Column("rounded_to", Integer, nullable=False, comment="The publisher's rounding, in jobs"),
    *curated_part("detail", "the area, basis or rounding"),
    one_of("basis", EmploymentBasis),
    identity=("reference_period", "area_code", "basis"),
    comment="How many jobs an occupation holds, as an OOH profile states it",
)

largest_employer = handbook_table(
    "largest_employer",
    Column("reference_period", sorted_text(), nullable=False, comment="Year that the shares refer to"),
    position("the employers"),
    *industry_key(),
    Column(
        "percent_of_occupation", Float, nullable=False, comment="Share of the occupation's jobs, percent, as printed"
    ),
    Column("employment", Integer, comment="Number of jobs, where the publication prints it"),
    references_industry(),
    identity=("reference_period", "position"),
    comment="The largest employers of an occupation, as an OOH profile ranks them; shares do not sum to 100",
)
