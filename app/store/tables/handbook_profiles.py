"""Profiles of the handbook: which occupations each covers, its quick facts, duties, charts, links and pictures."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from app.domain.education import EducationLevel
from app.domain.outlook import OutlookCategory
from app.domain.qualifiers import Qualifier
from app.domain.statements import ProfileScope
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import (
    metadata,
    occupation_key,
    one_of,
    origin,
    origin_checks,
    provenance,
    references_occupation,
    sorted_text,
    text,
)
from app.store.tables.types import Cents

handbook_profile = Table(
    "handbook_profile",
    metadata,
    Column("profile", sorted_text(), nullable=False, comment="Identifier: group and page, as in the page's address"),
    Column("title", sorted_text(), nullable=False, comment="Title of the profile, as printed"),
    Column("edition", sorted_text(), nullable=False, comment="Projection round of the edition, such as 2024-34"),
    text("occupation_group", "Group of occupations that the handbook lists it under, as printed"),
    text("description", "What these workers do, in one sentence, as the page describes itself"),
    text("url", "Address of the page"),
    text("last_modified", "Day of the last change, as the page states it, ISO 8601"),
    text("citation", "How the publication asks to be cited; the day of the visit is the one on which it was saved"),
    text("video_url", "Address of the video on the page"),
    Column(
        "average_change_percent",
        Float,
        comment="Projected change of all occupations, percent, that the page compares with",
    ),
    Column(
        "all_workers_annual_median", Integer, comment="Median wage of all workers, dollars per year, that it states"
    ),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "profile"),
    *origin_checks(),
    comment="A profile of one occupation, or of several together",
)

profile_coverage = Table(
    "profile_coverage",
    metadata,
    Column("profile", sorted_text(), nullable=False, comment="Profile, by the last part of its address"),
    *occupation_key(),
    Column("scope", Text, nullable=False, comment="Whether the code stands for all of the profile or a part of it"),
    Column("position", Integer, nullable=False, comment="Order of the codes as printed, from 1"),
    Column("title", Text, nullable=False, comment="Title that the profile gives the code"),
    *origin(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "profile", "soc_code", "soc_vintage"),
    ForeignKeyConstraint(["part_id", "profile"], ["handbook_profile.part_id", "handbook_profile.profile"]),
    references_occupation(),
    one_of("scope", ProfileScope),
    Index("ix_profile_coverage_occupation", "soc_code", "soc_vintage", "part_id", "profile"),
    *origin_checks(),
    comment="Which codes a profile covers: a figure of the profile belongs to all of them together",
)

quick_facts = handbook_table(
    "quick_facts",
    Column("pay_year", Integer, nullable=False, comment="Year of the median pay"),
    Column("annual_median", Integer, comment="Median pay, dollars per year. OOH"),
    Column("annual_median_qualifier", Text, comment="Why the annual median is missing or a bound"),
    Column("hourly_median", Cents(), comment="Median pay, dollars per hour. OOH"),
    Column("hourly_median_qualifier", Text, comment="Why the hourly median is missing or a bound"),
    Column("education_label", Text, nullable=False, comment="Typical entry-level education, as printed"),
    Column("education_level", Text, comment="That level; empty where the page refers to its text"),
    Column(
        "work_experience_label", Text, nullable=False, comment="Work experience in a related occupation, as printed"
    ),
    Column("training_label", Text, nullable=False, comment="On-the-job training, as printed"),
    Column("employment_year", Integer, nullable=False, comment="Year of the number of jobs"),
    Column("employment", Integer, nullable=False, comment="Number of jobs, self-employed included. OOH"),
    Column("rounded_to", Integer, nullable=False, comment="The publisher's rounding of the jobs"),
    Column("projection_round", sorted_text(), nullable=False, comment="Round of the outlook, such as 2024-34"),
    Column("employment_change_percent", Float, nullable=False, comment="Projected change, percent, as printed"),
    Column("outlook_label", Text, nullable=False, comment="How that compares with the average, as printed"),
    Column("outlook_category", Text, comment="The same as a category; empty for words that are none of these"),
    Column("employment_change", Integer, nullable=False, comment="Projected change in jobs"),
    one_of("annual_median_qualifier", Qualifier),
    one_of("hourly_median_qualifier", Qualifier),
    one_of("education_level", EducationLevel),
    one_of("outlook_category", OutlookCategory),
    identity=(),
    comment="The quick facts of a profile",
)

duty = handbook_table(
    "duty",
    Column("group_position", Integer, nullable=False, comment="Order of the lists as printed, from 1"),
    position("the duties of a list"),
    Column("duty", Text, nullable=False, comment="What these workers typically do, as printed"),
    Column("introduction", Text, nullable=False, comment="The sentence before the list"),
    identity=("group_position", "position"),
    comment="A duty that a profile lists",
)

profile_comparison = handbook_table(
    "profile_comparison",
    Column("chart", Text, nullable=False, comment="Chart of the page: pay or outlook"),
    position("the bars"),
    Column("caption", Text, nullable=False, comment="What the chart shows, as printed"),
    Column("reference_period", sorted_text(), nullable=False, comment="Month of the wages, or projection round"),
    Column("compared_title", Text, nullable=False, comment="Whose bar it is, as printed"),
    Column("annual_median", Integer, comment="Median wage, dollars per year. OOH"),
    Column("annual_median_qualifier", Text, comment="Why the annual median is missing or a bound"),
    Column("hourly_median", Cents(), comment="Median wage, dollars per hour. OOH"),
    Column("hourly_median_qualifier", Text, comment="Why the hourly median is missing or a bound"),
    Column("employment_change_percent", Float, comment="Projected change in employment, percent"),
    CheckConstraint("chart IN ('pay', 'outlook')", name="chart"),
    one_of("annual_median_qualifier", Qualifier),
    one_of("hourly_median_qualifier", Qualifier),
    identity=("chart", "position"),
    comment="A bar of a profile's charts: the occupation beside its group and all occupations",
)

profile_link = handbook_table(
    "profile_link",
    position("the links of the page"),
    Column("section", Text, nullable=False, comment="Section that the link stands in"),
    Column("section_position", Integer, nullable=False, comment="Position of that section"),
    Column(
        "text_line", Integer, nullable=False, comment="Line of the section's text that holds it, from 1; 0: its heading"
    ),
    Column("link_text", Text, nullable=False, comment="Words that are linked"),
    Column("url", Text, nullable=False, comment="Where the link leads"),
    identity=("position",),
    comment="A link in the text of a profile",
)

profile_image = handbook_table(
    "profile_image",
    position("the pictures"),
    Column("section", Text, nullable=False, comment="Section that the picture stands in"),
    text("url", "Address of the picture"),
    text("caption", "What is printed under it"),
    text("alternative_text", "What it shows, for those who do not see it"),
    identity=("position",),
    comment="A picture of a profile",
)
