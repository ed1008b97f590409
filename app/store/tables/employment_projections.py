"""Employment Projections: occupations, industries and the national employment matrix, a row for each published row.

All employment is in jobs, the self-employed included. Each row belongs to the round of its part's release. What one
workbook prints in several tables is stored once, from the fullest table; the others were compared with it.
"""

from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Float, Integer, Table, Text, UniqueConstraint
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeEngine

from app.domain.education import EducationLevel
from app.domain.employment_projections import (
    TOTAL,
    Attainment,
    OnTheJobTraining,
    RowType,
    SkillMeasure,
    WorkExperience,
)
from app.domain.qualifiers import Qualifier
from app.store.tables.metadata import (
    metadata,
    occupation_key,
    one_of,
    provenance,
    references_occupation,
    sorted_text,
    text,
)

_QUALIFIERS = (Qualifier.NOT_APPLICABLE, Qualifier.AT_OR_ABOVE, Qualifier.ABOVE)
_JOBS = "Unit: jobs, published in thousands with one decimal"


def _qualified(name: str, kind: type[TypeEngine[Any]], comment: str) -> list[Column[Any]]:
    return [
        Column(name, kind(), comment=comment),
        Column(f"{name}_qualifier", Text, comment=f"Why {name} is empty or a bound"),
    ]


def _checks(*names: str) -> list[CheckConstraint]:
    return [one_of(f"{name}_qualifier", _QUALIFIERS) for name in names]


def _row_type() -> Column[str]:
    return Column(
        "row_type", Text, nullable=False, comment="line_item, or summary: a sum of line items; never add the two"
    )


def _listing(what: str) -> list[Column[Any]]:
    return [
        Column("title", Text, nullable=False, comment=f"Title of the {what} in this round, as published"),
        _row_type(),
        Column("display_level", Integer, comment="How deep the title is indented, 0 the total; empty if not printed"),
        text("footnote", "Footnote that the publisher attaches to the row"),
        Column("table_number", Text, nullable=False, comment="Table it stands in, such as 1.2; download, matrix"),
    ]


def _employment() -> list[Column[Any]]:
    return [
        *_qualified("base_employment", Integer, f"Jobs in the base year. {_JOBS}"),
        *_qualified("projected_employment", Integer, f"Jobs in the projection year. {_JOBS}"),
    ]


def _change() -> list[Column[Any]]:
    return [
        *_qualified("employment_change", Integer, f"Change from base to projection year. {_JOBS}"),
        *_qualified("employment_change_percent", Float, "That change in percent of the base. Unit: percent"),
    ]


def _distribution() -> list[Column[Any]]:
    return [
        *_qualified("base_percent_distribution", Float, "Share of all jobs in the base year. Unit: percent"),
        *_qualified("projected_percent_distribution", Float, "Share of all jobs in the projection year. Unit: percent"),
    ]


def _wage() -> list[Column[Any]]:
    return [
        *_qualified("annual_median", Integer, "Median annual wage of OEWS. Unit: dollars per year; bounds as bounds"),
        Column("wage_year", Integer, comment="Year of that wage, which can differ from the base year"),
    ]


_EMPLOYMENT = ("base_employment", "projected_employment")
_CHANGE = ("employment_change", "employment_change_percent")
_DISTRIBUTION = ("base_percent_distribution", "projected_percent_distribution")
_OCCUPATION_IDENTITY = ("part_id", "soc_code", "soc_vintage", "row_type", "table_number")


def _table(name: str, *parts: SchemaItem, identity: tuple[str, ...], comment: str) -> Table:
    return Table(
        name,
        metadata,
        Column("row_id", Integer, primary_key=True, comment="Surrogate key, in the order of the file"),
        *provenance(),
        *parts,
        UniqueConstraint(*identity, name=f"uq_{name}_identity"),
        comment=comment,
    )


def _occupation_table(name: str, *parts: SchemaItem, identity: tuple[str, ...], comment: str) -> Table:
    return _table(name, *occupation_key(), *parts, references_occupation(), identity=identity, comment=comment)


ep_projection = _occupation_table(
    "ep_projection",
    *_listing("occupation"),
    *_employment(),
    *_distribution(),
    *_change(),
    *_qualified("annual_openings", Integer, f"Openings a year on average: change/10 plus separations. {_JOBS}"),
    one_of("row_type", RowType),
    *_checks(*_EMPLOYMENT, *_DISTRIBUTION, *_CHANGE, "annual_openings"),
    identity=_OCCUPATION_IDENTITY,
    comment="Projected employment of an occupation over a round",
)

ep_worker_characteristic = _occupation_table(
    "ep_worker_characteristic",
    *_listing("occupation"),
    *_qualified("percent_self_employed", Float, "Share of the jobs that are self-employment. Unit: percent"),
    *_wage(),
    *_qualified("entry_education", Text, "Education that is typically needed to enter"),
    Column("entry_education_code", Integer, comment="The publisher's number of it, 1 to 8; empty if not printed"),
    *_qualified("work_experience", Text, "Experience in a related occupation that is typically needed"),
    Column("work_experience_code", Integer, comment="The publisher's number of it: 1, 2, 4; empty if not printed"),
    *_qualified("on_the_job_training", Text, "Training that is typically needed to become competent"),
    Column("on_the_job_training_code", Integer, comment="The publisher's number of it, 1 to 6; empty if not printed"),
    Column("in_handbook", Boolean, comment="Whether the row points to the Occupational Outlook Handbook"),
    one_of("row_type", RowType),
    one_of("entry_education", EducationLevel),
    one_of("work_experience", WorkExperience),
    one_of("on_the_job_training", OnTheJobTraining),
    CheckConstraint("entry_education_code BETWEEN 1 AND 8", name="entry_education_code"),
    CheckConstraint("work_experience_code IN (1, 2, 4)", name="work_experience_code"),
    CheckConstraint("on_the_job_training_code BETWEEN 1 AND 6", name="on_the_job_training_code"),
    *_checks("percent_self_employed", "annual_median", "entry_education", "work_experience", "on_the_job_training"),
    identity=_OCCUPATION_IDENTITY,
    comment="Pay, self-employment and entry requirements of an occupation in a round",
)

_SEPARATIONS = (
    "labor_force_exit_rate",
    "occupational_transfer_rate",
    "total_separation_rate",
    "labor_force_exits",
    "occupational_transfers",
    "total_separations",
)
ep_separation = _occupation_table(
    "ep_separation",
    *_listing("occupation"),
    *_qualified("labor_force_exit_rate", Float, "Workers a year who leave the labor force. Unit: percent of jobs"),
    *_qualified("occupational_transfer_rate", Float, "Workers a year who change occupation. Unit: percent of jobs"),
    *_qualified("total_separation_rate", Float, "Exits and transfers together. Unit: percent of jobs"),
    *_qualified("labor_force_exits", Integer, f"Workers a year who leave the labor force. {_JOBS}"),
    *_qualified("occupational_transfers", Integer, f"Workers a year who change occupation. {_JOBS}"),
    *_qualified("total_separations", Integer, f"Exits and transfers together. {_JOBS}"),
    one_of("row_type", RowType),
    *_checks(*_SEPARATIONS),
    identity=_OCCUPATION_IDENTITY,
    comment="Who leaves an occupation in a year, on average over the round (2016-26 and later)",
)

ep_replacement = _occupation_table(
    "ep_replacement",
    *_listing("occupation"),
    *_qualified(
        "growth_and_replacement_openings",
        Integer,
        f"Openings in the ten years together; not annual_openings, another method. {_JOBS}",
    ),
    *_qualified("growth_openings", Integer, f"Openings in the ten years due to growth alone. {_JOBS}"),
    *_qualified("replacement_needs", Integer, f"Openings in the ten years to replace who leaves. {_JOBS}"),
    *_qualified("replacement_rate", Float, "Those in percent of base employment. Unit: percent in ten years"),
    *_qualified("annual_replacement_needs", Integer, f"Openings a year to replace who leaves. {_JOBS}"),
    *_qualified("annual_replacement_rate", Float, "Those in percent of employment. Unit: percent a year"),
    one_of("row_type", RowType),
    *_checks(
        "growth_and_replacement_openings",
        "growth_openings",
        "replacement_needs",
        "replacement_rate",
        "annual_replacement_needs",
        "annual_replacement_rate",
    ),
    identity=_OCCUPATION_IDENTITY,
    comment="Openings due to growth and replacement needs, as rounds before 2016-26 measured them",
)

ep_attainment = _occupation_table(
    "ep_attainment",
    Column("title", Text, nullable=False, comment="Title of the occupation, as published"),
    Column("attainment", Text, nullable=False, comment="Highest education completed"),
    *_qualified("percent", Float, "Workers of 25 years and older with it. Unit: percent of the occupation"),
    text("survey_period", "Years of the American Community Survey, such as 2022-23"),
    text("footnote", "Footnote that the publisher attaches to the row"),
    one_of("attainment", Attainment),
    *_checks("percent"),
    identity=("part_id", "soc_code", "soc_vintage", "attainment"),
    comment="Educational attainment of those who work in an occupation",
)

ep_utilization_factor = _occupation_table(
    "ep_utilization_factor",
    Column("title", Text, nullable=False, comment="Title of the occupation, as published"),
    Column("industry_code", sorted_text(), comment="The matrix's industry code; empty where none is printed"),
    Column("industry_title", Text, nullable=False, comment="Title of that industry; all industries where it is"),
    Column("factor", Text, nullable=False, comment="What changes the occupation's share, in the publisher's words"),
    identity=("part_id", "soc_code", "soc_vintage", "industry_title"),
    comment="Why an occupation's share of an industry's jobs is projected to change",
)

ep_example_title = _occupation_table(
    "ep_example_title",
    Column("example_title", sorted_text(), nullable=False, comment="A title that people in the occupation hold"),
    Column("position", Integer, nullable=False, comment="Place in the publisher's list, from 1"),
    identity=("part_id", "soc_code", "soc_vintage", "position"),
    comment="Example titles that the download prints behind an occupation's title",
)

ep_skill_score = _occupation_table(
    "ep_skill_score",
    Column("title", Text, nullable=False, comment="Title of the occupation, as published"),
    Column("skill", Text, nullable=False, comment="Skill category, as published"),
    Column("measure", Text, nullable=False, comment="percentile_rank among detailed occupations, or score"),
    *_qualified("value", Float, "Percentile rank (0-100) or score"),
    text("footnote", "Footnote that the publisher attaches to the row: imputed from similar occupations"),
    one_of("measure", SkillMeasure),
    *_checks("value"),
    identity=("part_id", "soc_code", "soc_vintage", "skill", "measure"),
    comment="How much of a skill an occupation asks for, beside the others",
)

ep_top_skill = _occupation_table(
    "ep_top_skill",
    Column("title", Text, nullable=False, comment="Title of the occupation, as published"),
    Column("rank", Integer, nullable=False, comment="1 the highest, 2, 3"),
    Column("skill", Text, nullable=False, comment="Skill category, as published"),
    text("footnote", "Footnote that the publisher attaches to the row"),
    CheckConstraint("rank BETWEEN 1 AND 3", name="rank"),
    identity=("part_id", "soc_code", "soc_vintage", "rank"),
    comment="The three skills that stand highest in an occupation",
)

_EDUCATION_GROUP = (*EducationLevel, TOTAL)
ep_education_total = _table(
    "ep_education_total",
    Column("entry_education", Text, nullable=False, comment="Typical entry education; total for all together"),
    Column("title", Text, nullable=False, comment="As published"),
    *_employment(),
    *_distribution(),
    *_change(),
    *_wage(),
    Column("table_number", Text, nullable=False, comment="Table it stands in"),
    one_of("entry_education", _EDUCATION_GROUP),
    *_checks(*_EMPLOYMENT, *_DISTRIBUTION, *_CHANGE, "annual_median"),
    identity=("part_id", "entry_education", "table_number"),
    comment="National employment by the education that occupations typically ask for",
)

ep_education_top_skill = _table(
    "ep_education_top_skill",
    Column("entry_education", Text, nullable=False, comment="Typical entry education; total for all together"),
    Column("rank", Integer, nullable=False, comment="1 the highest, 2, 3"),
    Column("skill", Text, nullable=False, comment="Skill category, as published"),
    one_of("entry_education", _EDUCATION_GROUP),
    CheckConstraint("rank BETWEEN 1 AND 3", name="rank"),
    identity=("part_id", "entry_education", "rank"),
    comment="The three skills that stand highest among occupations with one entry education",
)

ep_attainment_earnings = _table(
    "ep_attainment_earnings",
    Column("attainment", Text, nullable=False, comment="Highest education completed; total for all together"),
    Column("survey_period", Text, nullable=False, comment="Year of the Current Population Survey"),
    *_qualified("median_weekly_earnings", Integer, "Median usual weekly earnings. Unit: dollars per week"),
    *_qualified("unemployment_rate", Float, "Unemployment rate. Unit: percent"),
    one_of("attainment", (*Attainment, TOTAL)),
    *_checks("median_weekly_earnings", "unemployment_rate"),
    identity=("part_id", "attainment"),
    comment="Earnings and unemployment by educational attainment, persons of 25 years and older",
)

ep_occupation_group = _table(
    "ep_occupation_group",
    Column("title", sorted_text(), nullable=False, comment="Group of occupations that has no code: STEM occupations"),
    *_employment(),
    *_change(),
    *_wage(),
    text("footnote", "Footnote that the publisher attaches to the row"),
    Column("table_number", Text, nullable=False, comment="Table it stands in"),
    *_checks(*_EMPLOYMENT, *_CHANGE, "annual_median"),
    identity=("part_id", "title"),
    comment="Projected employment of groups of occupations that cut across the SOC",
)

ep_industry = _table(
    "ep_industry",
    Column("industry_code", sorted_text(), nullable=False, comment="The matrix's own code: TE1000, 510000, 3250A1"),
    Column("title", Text, nullable=False, comment="Title of the industry, as published"),
    _row_type(),
    Column("display_level", Integer, comment="How deep the title is indented, 0 the total; empty if not printed"),
    Column("naics_codes", Text, comment="NAICS codes that it covers, as printed; empty where it has none"),
    Column("naics_vintage", Text, comment="Edition of NAICS"),
    one_of("row_type", RowType),
    identity=("part_id", "industry_code"),
    comment="An industry of the national employment matrix; its codes are no NAICS codes",
)

_INDUSTRY_MEASURES = (
    "previous_employment",
    *_EMPLOYMENT,
    "previous_employment_change",
    "previous_employment_change_percent",
    *_CHANGE,
    "previous_percent_distribution",
    *_DISTRIBUTION,
    "previous_employment_annual_rate",
    "employment_annual_rate",
    "previous_output",
    "base_output",
    "projected_output",
    "output_change",
    "previous_output_percent_distribution",
    "base_output_percent_distribution",
    "projected_output_percent_distribution",
    "previous_output_annual_rate",
    "output_annual_rate",
)


def _industry_measures() -> list[Column[Any]]:
    output = "Unit: billions of chained dollars of output_dollar_year"
    rate = "Compound annual rate of change. Unit: percent"
    share = "Share of the total. Unit: percent"
    return [
        *_qualified("previous_employment", Integer, f"Jobs ten years before the base year. {_JOBS}"),
        *_employment(),
        *_qualified("previous_employment_change", Integer, f"Change in the ten years to the base year. {_JOBS}"),
        *_qualified("previous_employment_change_percent", Float, "That change. Unit: percent"),
        *_change(),
        *_qualified("previous_percent_distribution", Float, f"Jobs ten years before the base year. {share}"),
        *_distribution(),
        *_qualified("previous_employment_annual_rate", Float, f"Jobs in the ten years to the base year. {rate}"),
        *_qualified("employment_annual_rate", Float, f"Jobs from base to projection year. {rate}"),
        *_qualified("previous_output", Float, f"Output ten years before the base year. {output}"),
        *_qualified("base_output", Float, f"Output in the base year. {output}"),
        *_qualified("projected_output", Float, f"Output in the projection year. {output}"),
        *_qualified("output_change", Float, f"Change from base to projection year. {output}"),
        *_qualified("previous_output_percent_distribution", Float, f"Output ten years before the base year. {share}"),
        *_qualified("base_output_percent_distribution", Float, f"Output in the base year. {share}"),
        *_qualified("projected_output_percent_distribution", Float, f"Output in the projection year. {share}"),
        *_qualified("previous_output_annual_rate", Float, f"Output in the ten years to the base year. {rate}"),
        *_qualified("output_annual_rate", Float, f"Output from base to projection year. {rate}"),
        Column("output_dollar_year", Integer, comment="Year whose prices the output is in"),
    ]


ep_industry_projection = _table(
    "ep_industry_projection",
    Column("industry_code", sorted_text(), comment="The matrix's own code; empty in rounds that print none"),
    Column("title", sorted_text(), nullable=False, comment="Title of the industry, as published"),
    Column("row_type", Text, comment="line_item or summary; empty in rounds that do not say"),
    Column("display_level", Integer, comment="How deep the title is indented, 0 the total; empty if not printed"),
    Column("naics_codes", Text, comment="NAICS codes as printed; empty where the table prints none"),
    Column("position", Integer, nullable=False, comment="Place in the table, from 1"),
    text("footnote", "Footnote that the publisher attaches to the row"),
    Column("table_number", Text, nullable=False, comment="Table it stands in"),
    *_industry_measures(),
    one_of("row_type", RowType),
    *_checks(*_INDUSTRY_MEASURES),
    identity=("part_id", "table_number", "position"),
    comment="Projected employment and output of an industry of the national employment matrix",
)

ep_sector_projection = _table(
    "ep_sector_projection",
    Column("title", sorted_text(), nullable=False, comment="Major sector, as published"),
    Column("display_level", Integer, comment="How deep the title is indented, 0 the total; empty if not printed"),
    Column("naics_codes", Text, comment="NAICS sectors that it covers, as printed; empty where it has none"),
    text("footnote", "Footnote that the publisher attaches to the row"),
    Column("table_number", Text, nullable=False, comment="Table it stands in"),
    *_industry_measures(),
    *_checks(*_INDUSTRY_MEASURES),
    identity=("part_id", "table_number", "title"),
    comment="Employment or output of a major sector: ten years back, now and projected",
)

ep_industry_ranking = _table(
    "ep_industry_ranking",
    Column("ranking", Text, nullable=False, comment="What is ranked, as the table's title says it"),
    Column("rank", Integer, nullable=False, comment="Place in the ranking, from 1"),
    Column("title", Text, nullable=False, comment="Industry, as published; other groups than the matrix's"),
    Column("sector_title", Text, comment="Sector that it belongs to"),
    Column("naics_codes", Text, comment="NAICS codes that it covers, as printed"),
    text("footnote", "Footnote that the publisher attaches to the row"),
    Column("table_number", Text, nullable=False, comment="Table it stands in"),
    *_industry_measures(),
    *_checks(*_INDUSTRY_MEASURES),
    identity=("part_id", "table_number", "rank"),
    comment="Rankings of industries that are printed without the matrix's codes, such as growth of output",
)

_MATRIX = (
    *_EMPLOYMENT,
    "base_percent_of_industry",
    "projected_percent_of_industry",
    "base_percent_of_occupation",
    "projected_percent_of_occupation",
    *_CHANGE,
)
ep_matrix_cell = _occupation_table(
    "ep_matrix_cell",
    Column("industry_code", sorted_text(), nullable=False, comment="The matrix's own industry code"),
    Column("occupation_title", Text, comment="Title of the occupation; empty in a file of one occupation"),
    Column("occupation_row_type", Text, comment="line_item or summary; empty in a file of one occupation"),
    Column("industry_title", Text, comment="Title of the industry; empty in a file of one industry"),
    Column("industry_row_type", Text, comment="line_item or summary; empty in a file of one industry"),
    *_employment(),
    *_qualified("base_percent_of_industry", Float, "Share of the industry's jobs, base year. Unit: percent"),
    *_qualified("projected_percent_of_industry", Float, "The same in the projection year. Unit: percent"),
    *_qualified("base_percent_of_occupation", Float, "Share of the occupation's jobs, base year. Unit: percent"),
    *_qualified("projected_percent_of_occupation", Float, "The same in the projection year. Unit: percent"),
    *_change(),
    Column("sort_order", Integer, comment="The publisher's order; empty for the total"),
    Column("display_level", Integer, comment="How deep the title is indented, 0 the total"),
    one_of("occupation_row_type", RowType),
    one_of("industry_row_type", RowType),
    *_checks(*_MATRIX),
    identity=("part_id", "soc_code", "soc_vintage", "industry_code"),
    comment="A cell of the national employment matrix: an occupation in an industry",
)
