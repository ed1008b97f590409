"""What lists are read from is put together once, when something is loaded.

The occupations with their main figures, and the rounds of Employment Projections. `migrate` fills both tables. OEWS
rows are found by industry.

Revision: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this revision."""
    op.create_table(
        "occupation_summary",
        sa.Column("summary_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of codes"),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="SOC code, such as 29-2071",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "major_group",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="The first two digits of the code",
        ),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title in that edition, or the publisher's own",
        ),
        sa.Column("level", sa.Text(), nullable=False, comment="total, major, minor, broad or detailed"),
        sa.Column("retired", sa.Boolean(), nullable=False, comment="Whether no edition in use has the code"),
        sa.Column(
            "employment",
            sa.Integer(),
            nullable=True,
            comment="Number of jobs. `basis` says what is counted: OEWS leaves out the self-employed, OOH and EP include them. Unit: jobs. OEWS",
        ),
        sa.Column("employment_qualifier", sa.Text(), nullable=True, comment="Why employment is empty or a bound"),
        sa.Column(
            "employment_rse",
            sa.Float(),
            nullable=True,
            comment="Sampling error of the employment estimate as a percentage of it: the smaller, the more reliable. Unit: percent. OEWS",
        ),
        sa.Column(
            "employment_rse_qualifier", sa.Text(), nullable=True, comment="Why employment_rse is empty or a bound"
        ),
        sa.Column(
            "hourly_mean",
            sa.Integer(),
            nullable=True,
            comment="The average hourly wage: estimated total wages divided by the number of workers. Unit: dollars_per_hour (stored in cents). OEWS",
        ),
        sa.Column("hourly_mean_qualifier", sa.Text(), nullable=True, comment="Why hourly_mean is empty or a bound"),
        sa.Column(
            "hourly_p10",
            sa.Integer(),
            nullable=True,
            comment="The hourly wage at the 10th percentile: 10 percent of workers earn less than this and 90 percent earn more. Unit: dollars_per_hour (stored in cents). OEWS",
        ),
        sa.Column("hourly_p10_qualifier", sa.Text(), nullable=True, comment="Why hourly_p10 is empty or a bound"),
        sa.Column(
            "hourly_p25",
            sa.Integer(),
            nullable=True,
            comment="The hourly wage at the 25th percentile: 25 percent of workers earn less than this and 75 percent earn more. Unit: dollars_per_hour (stored in cents). OEWS",
        ),
        sa.Column("hourly_p25_qualifier", sa.Text(), nullable=True, comment="Why hourly_p25 is empty or a bound"),
        sa.Column(
            "hourly_median",
            sa.Integer(),
            nullable=True,
            comment="The hourly wage at the 50th percentile: half of the workers in the occupation earn more than this and half earn less. Unit: dollars_per_hour (stored in cents). OEWS",
        ),
        sa.Column("hourly_median_qualifier", sa.Text(), nullable=True, comment="Why hourly_median is empty or a bound"),
        sa.Column(
            "hourly_p75",
            sa.Integer(),
            nullable=True,
            comment="The hourly wage at the 75th percentile: 75 percent of workers earn less than this and 25 percent earn more. Unit: dollars_per_hour (stored in cents). OEWS",
        ),
        sa.Column("hourly_p75_qualifier", sa.Text(), nullable=True, comment="Why hourly_p75 is empty or a bound"),
        sa.Column(
            "hourly_p90",
            sa.Integer(),
            nullable=True,
            comment="The hourly wage at the 90th percentile: 90 percent of workers earn less than this and 10 percent earn more. Unit: dollars_per_hour (stored in cents). OEWS",
        ),
        sa.Column("hourly_p90_qualifier", sa.Text(), nullable=True, comment="Why hourly_p90 is empty or a bound"),
        sa.Column(
            "annual_mean",
            sa.Integer(),
            nullable=True,
            comment="The average annual wage: estimated total wages divided by the number of workers. Unit: dollars_per_year. OEWS",
        ),
        sa.Column("annual_mean_qualifier", sa.Text(), nullable=True, comment="Why annual_mean is empty or a bound"),
        sa.Column(
            "annual_p10",
            sa.Integer(),
            nullable=True,
            comment="The annual wage at the 10th percentile: 10 percent of workers earn less than this and 90 percent earn more. Unit: dollars_per_year. OEWS",
        ),
        sa.Column("annual_p10_qualifier", sa.Text(), nullable=True, comment="Why annual_p10 is empty or a bound"),
        sa.Column(
            "annual_p25",
            sa.Integer(),
            nullable=True,
            comment="The annual wage at the 25th percentile: 25 percent of workers earn less than this and 75 percent earn more. Unit: dollars_per_year. OEWS",
        ),
        sa.Column("annual_p25_qualifier", sa.Text(), nullable=True, comment="Why annual_p25 is empty or a bound"),
        sa.Column(
            "annual_median",
            sa.Integer(),
            nullable=True,
            comment="The annual wage at the 50th percentile: half of the workers in the occupation earn more than this and half earn less. Unit: dollars_per_year. OEWS",
        ),
        sa.Column("annual_median_qualifier", sa.Text(), nullable=True, comment="Why annual_median is empty or a bound"),
        sa.Column(
            "annual_p75",
            sa.Integer(),
            nullable=True,
            comment="The annual wage at the 75th percentile: 75 percent of workers earn less than this and 25 percent earn more. Unit: dollars_per_year. OEWS",
        ),
        sa.Column("annual_p75_qualifier", sa.Text(), nullable=True, comment="Why annual_p75 is empty or a bound"),
        sa.Column(
            "annual_p90",
            sa.Integer(),
            nullable=True,
            comment="The annual wage at the 90th percentile: 90 percent of workers earn less than this and 10 percent earn more. Unit: dollars_per_year. OEWS",
        ),
        sa.Column("annual_p90_qualifier", sa.Text(), nullable=True, comment="Why annual_p90 is empty or a bound"),
        sa.Column(
            "mean_wage_rse",
            sa.Float(),
            nullable=True,
            comment="Sampling error of the mean wage as a percentage of it: the smaller, the more reliable. Unit: percent. OEWS",
        ),
        sa.Column("mean_wage_rse_qualifier", sa.Text(), nullable=True, comment="Why mean_wage_rse is empty or a bound"),
        sa.Column("projection_round", sa.Text(), nullable=True, comment="Round of the projected figures"),
        sa.Column(
            "base_employment", sa.Integer(), nullable=True, comment="Jobs in the base year, self-employed included"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year; empty where not printed",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Projected change in jobs; empty where not printed",
        ),
        sa.Column(
            "employment_change_percent", sa.Float(), nullable=True, comment="Projected change, percent, as printed"
        ),
        sa.Column(
            "annual_openings",
            sa.Integer(),
            nullable=True,
            comment="Job openings per year, on average over the round, as printed",
        ),
        sa.Column(
            "labor_force_exits",
            sa.Integer(),
            nullable=True,
            comment="Workers a year who leave the labor force. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "occupational_transfers",
            sa.Integer(),
            nullable=True,
            comment="Workers a year who change occupation. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "percent_self_employed",
            sa.Float(),
            nullable=True,
            comment="Share of the jobs that are self-employment. Unit: percent",
        ),
        sa.Column(
            "outlook",
            sa.Text(),
            nullable=True,
            comment="The handbook's comparison with the average for all occupations",
        ),
        sa.Column("entry_education", sa.Text(), nullable=True, comment="Education that is typically needed to enter"),
        sa.Column(
            "work_experience",
            sa.Text(),
            nullable=True,
            comment="Experience in a related occupation that is typically needed",
        ),
        sa.Column(
            "on_the_job_training",
            sa.Text(),
            nullable=True,
            comment="Training that is typically needed to become competent",
        ),
        sa.Column(
            "projection_release",
            sa.Text(),
            nullable=True,
            comment="The round that projected figures came from; empty if the handbook",
        ),
        sa.Column(
            "education_release",
            sa.Text(),
            nullable=True,
            comment="The round that entry requirements came from; empty if the handbook",
        ),
        sa.Column("occupation_part_id", sa.Integer(), nullable=True, comment="Part that the title came in"),
        sa.Column("estimate_part_id", sa.Integer(), nullable=True, comment="Part of OEWS that estimates came in"),
        sa.Column(
            "projection_part_id",
            sa.Integer(),
            nullable=True,
            comment="Part of the handbook that has a projection or an outlook",
        ),
        sa.Column(
            "education_part_id", sa.Integer(), nullable=True, comment="Part of the handbook that has an entry education"
        ),
        sa.PrimaryKeyConstraint("summary_id", name=op.f("pk_occupation_summary")),
        comment="Each occupation with its main figures of the newest releases, in the newest edition that has its code",
    )
    op.create_index(
        "ix_occupation_summary_annual_median", "occupation_summary", ["annual_median", "summary_id"], unique=False
    )
    op.create_index(
        "ix_occupation_summary_annual_openings", "occupation_summary", ["annual_openings", "summary_id"], unique=False
    )
    op.create_index("ix_occupation_summary_code", "occupation_summary", ["soc_code", "soc_vintage"], unique=True)
    op.create_index(
        "ix_occupation_summary_employment", "occupation_summary", ["employment", "summary_id"], unique=False
    )
    op.create_index(
        "ix_occupation_summary_employment_change",
        "occupation_summary",
        ["employment_change", "summary_id"],
        unique=False,
    )
    op.create_index(
        "ix_occupation_summary_employment_change_percent",
        "occupation_summary",
        ["employment_change_percent", "summary_id"],
        unique=False,
    )
    op.create_index("ix_occupation_summary_title", "occupation_summary", ["title", "summary_id"], unique=False)

    op.create_table(
        "round_projection",
        sa.Column(
            "round_projection_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the files"
        ),
        sa.Column(
            "release",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Release of the round",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="SOC code, such as 29-2071",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "row_type",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="line_item, or summary: a sum of line items",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="A part of the release that states it"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="The first row that states it"),
        sa.Column(
            "read_from", sa.Text(), nullable=False, comment="Every row that it was put together from, as one text"
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "base_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the base year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the projection year. Unit: percent",
        ),
        sa.Column(
            "annual_openings",
            sa.Integer(),
            nullable=True,
            comment="Openings a year on average: change/10 plus separations. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "labor_force_exits",
            sa.Integer(),
            nullable=True,
            comment="Workers a year who leave the labor force. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "occupational_transfers",
            sa.Integer(),
            nullable=True,
            comment="Workers a year who change occupation. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "total_separations",
            sa.Integer(),
            nullable=True,
            comment="Exits and transfers together. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "labor_force_exit_rate",
            sa.Float(),
            nullable=True,
            comment="Workers a year who leave the labor force. Unit: percent of jobs",
        ),
        sa.Column(
            "occupational_transfer_rate",
            sa.Float(),
            nullable=True,
            comment="Workers a year who change occupation. Unit: percent of jobs",
        ),
        sa.Column(
            "total_separation_rate",
            sa.Float(),
            nullable=True,
            comment="Exits and transfers together. Unit: percent of jobs",
        ),
        sa.Column(
            "percent_self_employed",
            sa.Float(),
            nullable=True,
            comment="Share of the jobs that are self-employment. Unit: percent",
        ),
        sa.Column(
            "growth_and_replacement_openings",
            sa.Integer(),
            nullable=True,
            comment="Openings in the ten years together; not annual_openings, another method. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "growth_openings",
            sa.Integer(),
            nullable=True,
            comment="Openings in the ten years due to growth alone. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "replacement_needs",
            sa.Integer(),
            nullable=True,
            comment="Openings in the ten years to replace who leaves. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "replacement_rate",
            sa.Float(),
            nullable=True,
            comment="Those in percent of base employment. Unit: percent in ten years",
        ),
        sa.Column(
            "annual_replacement_needs",
            sa.Integer(),
            nullable=True,
            comment="Openings a year to replace who leaves. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "annual_replacement_rate",
            sa.Float(),
            nullable=True,
            comment="Those in percent of employment. Unit: percent a year",
        ),
        sa.Column(
            "annual_median",
            sa.Integer(),
            nullable=True,
            comment="Median annual wage of OEWS. Unit: dollars per year; bounds as bounds",
        ),
        sa.Column("annual_median_qualifier", sa.Text(), nullable=True, comment="Why annual_median is empty or a bound"),
        sa.Column(
            "wage_year", sa.Integer(), nullable=True, comment="Year of that wage, which can differ from the base year"
        ),
        sa.Column("entry_education", sa.Text(), nullable=True, comment="Education that is typically needed to enter"),
        sa.Column(
            "entry_education_code",
            sa.Integer(),
            nullable=True,
            comment="The publisher's number of it, 1 to 8; empty if not printed",
        ),
        sa.Column(
            "work_experience",
            sa.Text(),
            nullable=True,
            comment="Experience in a related occupation that is typically needed",
        ),
        sa.Column(
            "work_experience_code",
            sa.Integer(),
            nullable=True,
            comment="The publisher's number of it: 1, 2, 4; empty if not printed",
        ),
        sa.Column(
            "on_the_job_training",
            sa.Text(),
            nullable=True,
            comment="Training that is typically needed to become competent",
        ),
        sa.Column(
            "on_the_job_training_code",
            sa.Integer(),
            nullable=True,
            comment="The publisher's number of it, 1 to 6; empty if not printed",
        ),
        sa.Column(
            "in_handbook",
            sa.Integer(),
            nullable=True,
            comment="Whether the row points to the Occupational Outlook Handbook",
        ),
        sa.PrimaryKeyConstraint("round_projection_id", name=op.f("pk_round_projection")),
        comment="What a round says of an occupation, put together from its tables and files",
    )
    op.create_index(
        "ix_round_projection_annual_median",
        "round_projection",
        ["release", "annual_median", "round_projection_id"],
        unique=False,
    )
    op.create_index(
        "ix_round_projection_annual_openings",
        "round_projection",
        ["release", "annual_openings", "round_projection_id"],
        unique=False,
    )
    op.create_index(
        "ix_round_projection_employment_change",
        "round_projection",
        ["release", "employment_change", "round_projection_id"],
        unique=False,
    )
    op.create_index(
        "ix_round_projection_employment_change_percent",
        "round_projection",
        ["release", "employment_change_percent", "round_projection_id"],
        unique=False,
    )
    op.create_index(
        "ix_round_projection_identity",
        "round_projection",
        ["soc_code", "soc_vintage", "release", "row_type"],
        unique=True,
    )
    op.create_index(
        "ix_round_projection_published", "round_projection", ["release", "round_projection_id"], unique=False
    )

    op.create_index(
        "ix_oews_estimate_industry", "oews_estimate", ["part_id", "industry_code", "area_code"], unique=False
    )
    if op.get_bind().dialect.name == "sqlite":
        _state_statistics()


# As 0002 for estimates: SQLite chooses indexes by statistics, which are stated here instead of counted, for a database
# with the whole of some releases. Without those of vocabulary it reads all estimates of an area to find an occupation.
_LIKENESS = {
    "ix_oews_estimate_industry": ("oews_estimate", "4000000 370000 700 400"),
    "sqlite_autoindex_area_1": ("area", "6000 600 1"),
    "sqlite_autoindex_occupation_1": ("occupation", "15000 1100 1 1"),
    "sqlite_autoindex_industry_1": ("industry", "4000 400 1 1"),
}
# The nation has as many estimates as all areas together, by industry: in an area and an industry it is the industry
# that leaves few.
_OF_AN_AREA = {
    "ix_oews_estimate_area_annual_median": "4000000 370000 5000 2 1",
    "ix_oews_estimate_area_employment": "4000000 370000 5000 2 1",
    "sqlite_autoindex_oews_estimate_1": "4000000 370000 5000 300 300 300 1 1 1",
}


def _state_statistics() -> None:
    statistics = sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat"))
    rows = [{"tbl": table, "idx": index, "stat": likeness} for index, (table, likeness) in _LIKENESS.items()]
    op.bulk_insert(statistics, rows)
    for index, likeness in _OF_AN_AREA.items():
        op.execute(statistics.update().where(statistics.c.idx == index).values(stat=likeness))


def downgrade() -> None:
    """Take this revision back."""
    op.drop_index("ix_oews_estimate_industry", "oews_estimate")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DELETE FROM sqlite_stat1 WHERE tbl IN ('area', 'occupation', 'industry')")
        op.execute(
            "UPDATE sqlite_stat1 SET stat = replace(stat, ' 5000 ', ' 600 ') WHERE idx LIKE '%oews_estimate_area_%'"
        )
        op.execute(
            "UPDATE sqlite_stat1 SET stat = replace(stat, ' 5000 ', ' 600 ') WHERE idx LIKE '%auto%oews_estimate%'"
        )
    op.drop_table("round_projection")
    op.drop_table("occupation_summary")
