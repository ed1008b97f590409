"""Each part states its own vocabulary; parts know their layout and reader.

Keys of vocabulary (areas, industries, occupations, organizations ...) now hold the part, so that titles are served as
each file has them. What 0001 could hold came from the seed alone, which travels with the program: its tables are made
anew, and the next start loads the seed into them.

Revision: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _drop_all() -> None:
    connection = op.get_bind()
    found = sa.MetaData()
    found.reflect(connection)
    found.drop_all(connection, [table for table in found.sorted_tables if table.name != "alembic_version"])


def upgrade() -> None:
    """Apply this revision."""
    _drop_all()
    op.create_table(
        "database_state",
        sa.Column(
            "state_id", sa.Integer(), autoincrement=False, nullable=False, comment="Always 1: the table has one row"
        ),
        sa.Column("data_revision", sa.Integer(), nullable=False, comment="Counts loads: readers notice new data by it"),
        sa.Column("changed_at", sa.Text(), nullable=False, comment="Time of the last load, ISO 8601 in UTC"),
        sa.Column("seed_sha256", sa.Text(), nullable=True, comment="Hash of the seed data that is loaded"),
        sa.CheckConstraint("state_id = 1", name=op.f("ck_database_state_one_row")),
        sa.PrimaryKeyConstraint("state_id", name=op.f("pk_database_state")),
        comment="One row: which state of the data this database holds",
    )
    op.create_table(
        "release",
        sa.Column(
            "release",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Identifier, such as oews-2025-05",
        ),
        sa.Column("program", sa.Text(), nullable=False, comment="Program that publishes it: ooh, oews, ep, onet"),
        sa.Column("title", sa.Text(), nullable=False, comment="Title, as a citation would name it"),
        sa.Column("publisher", sa.Text(), nullable=False, comment="Who publishes it"),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="2018-05 a month, 2018 a year, 2018-28 a round",
        ),
        sa.Column(
            "projection_round",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Projection round that it belongs to, such as 2018-28",
        ),
        sa.Column("soc_vintage", sa.Text(), nullable=False, comment="Edition of the SOC that it is coded in"),
        sa.Column("licence", sa.Text(), nullable=False, comment="Terms of use"),
        sa.Column("attribution", sa.Text(), nullable=False, comment="How to cite it"),
        sa.Column("source_url", sa.Text(), nullable=True, comment="Where the publisher offers it"),
        sa.Column("published_on", sa.Text(), nullable=True, comment="Date of publication, ISO 8601; empty if unknown"),
        sa.Column(
            "origin",
            sa.Text(),
            nullable=False,
            comment="published, or curated where the files do not describe themselves",
        ),
        sa.Column("origin_basis", sa.Text(), nullable=True, comment="What a curated description rests on"),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_release_origin")),
        sa.CheckConstraint(
            "program = 'ooh' OR program = 'oews' OR program = 'ep' OR program = 'onet' OR program = 'classifications'",
            name=op.f("ck_release_program"),
        ),
        sa.PrimaryKeyConstraint("release", name=op.f("pk_release")),
        comment="A publication of a program: one reference period, one edition of the SOC",
    )
    op.create_table(
        "source_file",
        sa.Column("file_id", sa.Integer(), nullable=False, comment="Surrogate key"),
        sa.Column("name", sa.Text(), nullable=False, comment="File name, without folders"),
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of its bytes, hexadecimal"),
        sa.Column("size_bytes", sa.Integer(), nullable=False, comment="Size in bytes"),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_source_file")),
        sa.UniqueConstraint("sha256", "name", name=op.f("uq_source_file_sha256_name")),
        comment="A file that was read",
    )
    op.create_table(
        "part",
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Surrogate key"),
        sa.Column(
            "release",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Release it is a part of",
        ),
        sa.Column(
            "revision",
            sa.Integer(),
            nullable=False,
            comment="Revision of the release: 1, then one more for other bytes",
        ),
        sa.Column("layout", sa.Text(), nullable=False, comment="Layout of its files, as its reader names it"),
        sa.Column("reader_version", sa.Integer(), nullable=False, comment="Version of the readers that read it"),
        sa.Column(
            "allowed", sa.Text(), nullable=False, comment="Oddities that were read over on request; separated by |"
        ),
        sa.Column("part", sa.Text(), nullable=False, comment="Which part: profile, nation-and-states, ..."),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Period that its figures refer to",
        ),
        sa.Column("rows_read", sa.Integer(), nullable=False, comment="Rows in its files, without headers"),
        sa.Column("rows_stored", sa.Integer(), nullable=False, comment="Rows stored in all tables"),
        sa.Column(
            "rows_repeated", sa.Integer(), nullable=False, comment="Rows that the files, or other parts, state twice"
        ),
        sa.Column(
            "codes_unclassified",
            sa.Integer(),
            nullable=False,
            comment="Codes that no classification that is loaded has",
        ),
        sa.Column("cells_withheld", sa.Integer(), nullable=False, comment="Cells that the publisher withholds"),
        sa.Column("cells_bounded", sa.Integer(), nullable=False, comment="Cells published as a bound"),
        sa.Column("loaded_at", sa.Text(), nullable=False, comment="Time of loading, ISO 8601 in UTC"),
        sa.Column("seconds", sa.Float(), nullable=False, comment="How long reading and storing took"),
        sa.ForeignKeyConstraint(["release"], ["release.release"], name=op.f("fk_part_release")),
        sa.PrimaryKeyConstraint("part_id", name=op.f("pk_part")),
        sa.UniqueConstraint("release", "revision", "part", name=op.f("uq_part_release_revision_part")),
        comment="A part of a release that was loaded at one time; every figure points to its part",
    )
    op.create_table(
        "source_sheet",
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Surrogate key"),
        sa.Column("file_id", sa.Integer(), nullable=False, comment="File it stands in"),
        sa.Column("sheet", sa.Text(), nullable=True, comment="Name of the sheet; empty for a file without sheets"),
        sa.Column(
            "headers",
            sa.Text(),
            nullable=True,
            comment="Which column each field was read from: a JSON object of kind of record, field and header",
        ),
        sa.ForeignKeyConstraint(["file_id"], ["source_file.file_id"], name=op.f("fk_source_sheet_file_id")),
        sa.PrimaryKeyConstraint("sheet_id", name=op.f("pk_source_sheet")),
        sa.UniqueConstraint("file_id", "sheet", name=op.f("uq_source_sheet_file_id_sheet")),
        comment="A sheet of a workbook, or a whole file that has no sheets",
    )
    op.create_table(
        "area",
        sa.Column(
            "area_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="99 nation; FIPS state; 5 or 7 digits below the state",
        ),
        sa.Column(
            "area_title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title of the area, as published",
        ),
        sa.Column("area_type", sa.Text(), nullable=False, comment="nation, state, territory, metropolitan, ..."),
        sa.Column(
            "state",
            sa.Text(),
            nullable=True,
            comment="Postal abbreviation of the (primary) state; empty for the nation",
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is the newest statement of its kind: several parts may state one code",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "area_type = 'nation' OR area_type = 'state' OR area_type = 'territory' OR area_type = 'metropolitan' OR area_type = 'metropolitan_division' OR area_type = 'nonmetropolitan'",
            name=op.f("ck_area_area_type"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_area_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_area_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "area_code", name=op.f("pk_area")),
        comment="An area that estimates are published for",
    )
    op.create_index("ix_area_code", "area", ["area_code", "part_id"], unique=False)
    op.create_table(
        "certification_name",
        sa.Column(
            "acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Credential as printed",
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="Its name as printed"),
        sa.Column(
            "current_acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Its letters today",
        ),
        sa.Column("current_name", sa.Text(), nullable=False, comment="Its name today"),
        sa.Column("since", sa.Text(), nullable=False, comment="Year of the change"),
        sa.Column("since_date", sa.Text(), nullable=True, comment="Day of the change, ISO 8601"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_certification_name_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_certification_name_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_name_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_name_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "acronym", name=op.f("pk_certification_name")),
        sa.UniqueConstraint("part_id", "current_acronym", name=op.f("uq_certification_name_part_id_current_acronym")),
        comment="A later name of a credential",
    )
    op.create_table(
        "crosswalk",
        sa.Column(
            "from_scheme", sa.Text(), nullable=False, comment="Where the link starts: soc, onet_soc, oews or cip"
        ),
        sa.Column("from_edition", sa.Text(), nullable=False, comment="Where the link starts: edition, such as 2018"),
        sa.Column(
            "from_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Where the link starts: code",
        ),
        sa.Column(
            "from_title", sa.Text(), nullable=False, comment="Where the link starts: title, without footnote marks"
        ),
        sa.Column("to_scheme", sa.Text(), nullable=False, comment="Where the link leads: soc, onet_soc, oews or cip"),
        sa.Column("to_edition", sa.Text(), nullable=False, comment="Where the link leads: edition, such as 2018"),
        sa.Column(
            "to_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Where the link leads: code",
        ),
        sa.Column("to_title", sa.Text(), nullable=False, comment="Where the link leads: title, without footnote marks"),
        sa.Column(
            "link",
            sa.Text(),
            nullable=True,
            comment="whole: all of the target came from it; part: a part did; empty where not meaningful",
        ),
        sa.Column("note", sa.Text(), nullable=True, comment="The publisher's note"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "from_scheme = 'soc' OR from_scheme = 'onet_soc' OR from_scheme = 'oews' OR from_scheme = 'cip'",
            name=op.f("ck_crosswalk_from_scheme"),
        ),
        sa.CheckConstraint("link = 'whole' OR link = 'part'", name=op.f("ck_crosswalk_link")),
        sa.CheckConstraint(
            "to_scheme = 'soc' OR to_scheme = 'onet_soc' OR to_scheme = 'oews' OR to_scheme = 'cip'",
            name=op.f("ck_crosswalk_to_scheme"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_crosswalk_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_crosswalk_sheet_id")),
        sa.UniqueConstraint(
            "from_scheme",
            "from_edition",
            "from_code",
            "to_scheme",
            "to_edition",
            "to_code",
            "part_id",
            name="uq_crosswalk",
        ),
        comment="Which codes of one scheme and edition correspond to which of another",
    )
    op.create_index("ix_crosswalk_to", "crosswalk", ["to_scheme", "to_edition", "to_code"], unique=False)
    op.create_table(
        "ep_attainment_earnings",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "attainment", sa.Text(), nullable=False, comment="Highest education completed; total for all together"
        ),
        sa.Column("survey_period", sa.Text(), nullable=False, comment="Year of the Current Population Survey"),
        sa.Column(
            "median_weekly_earnings",
            sa.Integer(),
            nullable=True,
            comment="Median usual weekly earnings. Unit: dollars per week",
        ),
        sa.Column(
            "median_weekly_earnings_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why median_weekly_earnings is empty or a bound",
        ),
        sa.Column("unemployment_rate", sa.Float(), nullable=True, comment="Unemployment rate. Unit: percent"),
        sa.Column(
            "unemployment_rate_qualifier", sa.Text(), nullable=True, comment="Why unemployment_rate is empty or a bound"
        ),
        sa.CheckConstraint(
            "attainment = 'less_than_high_school' OR attainment = 'high_school_diploma' OR attainment = 'some_college_no_degree' OR attainment = 'associates_degree' OR attainment = 'bachelors_degree' OR attainment = 'masters_degree' OR attainment = 'doctoral_or_professional_degree' OR attainment = 'professional_degree' OR attainment = 'doctoral_degree' OR attainment = 'total'",
            name=op.f("ck_ep_attainment_earnings_attainment"),
        ),
        sa.CheckConstraint(
            "median_weekly_earnings_qualifier = 'not_applicable' OR median_weekly_earnings_qualifier = 'at_or_above' OR median_weekly_earnings_qualifier = 'above'",
            name=op.f("ck_ep_attainment_earnings_median_weekly_earnings_qualifier"),
        ),
        sa.CheckConstraint(
            "unemployment_rate_qualifier = 'not_applicable' OR unemployment_rate_qualifier = 'at_or_above' OR unemployment_rate_qualifier = 'above'",
            name=op.f("ck_ep_attainment_earnings_unemployment_rate_qualifier"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_attainment_earnings_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_attainment_earnings_sheet_id")
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_attainment_earnings")),
        sa.UniqueConstraint("part_id", "attainment", name="uq_ep_attainment_earnings_identity"),
        comment="Earnings and unemployment by educational attainment, persons of 25 years and older",
    )
    op.create_table(
        "ep_education_top_skill",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "entry_education", sa.Text(), nullable=False, comment="Typical entry education; total for all together"
        ),
        sa.Column("rank", sa.Integer(), nullable=False, comment="1 the highest, 2, 3"),
        sa.Column("skill", sa.Text(), nullable=False, comment="Skill category, as published"),
        sa.CheckConstraint(
            "entry_education = 'doctoral_or_professional_degree' OR entry_education = 'masters_degree' OR entry_education = 'bachelors_degree' OR entry_education = 'associates_degree' OR entry_education = 'postsecondary_nondegree_award' OR entry_education = 'some_college_no_degree' OR entry_education = 'high_school_diploma' OR entry_education = 'no_formal_credential' OR entry_education = 'total'",
            name=op.f("ck_ep_education_top_skill_entry_education"),
        ),
        sa.CheckConstraint("rank BETWEEN 1 AND 3", name=op.f("ck_ep_education_top_skill_rank")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_education_top_skill_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_education_top_skill_sheet_id")
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_education_top_skill")),
        sa.UniqueConstraint("part_id", "entry_education", "rank", name="uq_ep_education_top_skill_identity"),
        comment="The three skills that stand highest among occupations with one entry education",
    )
    op.create_table(
        "ep_education_total",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "entry_education", sa.Text(), nullable=False, comment="Typical entry education; total for all together"
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="As published"),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "base_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
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
        sa.Column("table_number", sa.Text(), nullable=False, comment="Table it stands in"),
        sa.CheckConstraint(
            "annual_median_qualifier = 'not_applicable' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above'",
            name=op.f("ck_ep_education_total_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_education_total_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_distribution_qualifier = 'not_applicable' OR base_percent_distribution_qualifier = 'at_or_above' OR base_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_education_total_base_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_education_total_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_education_total_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "entry_education = 'doctoral_or_professional_degree' OR entry_education = 'masters_degree' OR entry_education = 'bachelors_degree' OR entry_education = 'associates_degree' OR entry_education = 'postsecondary_nondegree_award' OR entry_education = 'some_college_no_degree' OR entry_education = 'high_school_diploma' OR entry_education = 'no_formal_credential' OR entry_education = 'total'",
            name=op.f("ck_ep_education_total_entry_education"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_education_total_projected_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_distribution_qualifier = 'not_applicable' OR projected_percent_distribution_qualifier = 'at_or_above' OR projected_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_education_total_projected_percent_distribution_qualifier"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_education_total_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_education_total_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_education_total")),
        sa.UniqueConstraint("part_id", "entry_education", "table_number", name="uq_ep_education_total_identity"),
        comment="National employment by the education that occupations typically ask for",
    )
    op.create_table(
        "ep_industry",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="The matrix's own code: TE1000, 510000, 3250A1",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the industry, as published"),
        sa.Column(
            "row_type",
            sa.Text(),
            nullable=False,
            comment="line_item, or summary: a sum of line items; never add the two",
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column(
            "naics_codes",
            sa.Text(),
            nullable=True,
            comment="NAICS codes that it covers, as printed; empty where it has none",
        ),
        sa.Column("naics_vintage", sa.Text(), nullable=True, comment="Edition of NAICS"),
        sa.CheckConstraint("row_type = 'summary' OR row_type = 'line_item'", name=op.f("ck_ep_industry_row_type")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_industry_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_industry_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_industry")),
        sa.UniqueConstraint("part_id", "industry_code", name="uq_ep_industry_identity"),
        comment="An industry of the national employment matrix; its codes are no NAICS codes",
    )
    op.create_table(
        "ep_industry_projection",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="The matrix's own code; empty in rounds that print none",
        ),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title of the industry, as published",
        ),
        sa.Column(
            "row_type", sa.Text(), nullable=True, comment="line_item or summary; empty in rounds that do not say"
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column(
            "naics_codes", sa.Text(), nullable=True, comment="NAICS codes as printed; empty where the table prints none"
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Place in the table, from 1"),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column("table_number", sa.Text(), nullable=False, comment="Table it stands in"),
        sa.Column(
            "previous_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs ten years before the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "previous_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment is empty or a bound",
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "previous_employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change in the ten years to the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "previous_employment_change_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_change is empty or a bound",
        ),
        sa.Column(
            "previous_employment_change_percent", sa.Float(), nullable=True, comment="That change. Unit: percent"
        ),
        sa.Column(
            "previous_employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "previous_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Jobs ten years before the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "previous_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "base_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "previous_employment_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Jobs in the ten years to the base year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "previous_employment_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_annual_rate is empty or a bound",
        ),
        sa.Column(
            "employment_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Jobs from base to projection year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "employment_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_annual_rate is empty or a bound",
        ),
        sa.Column(
            "previous_output",
            sa.Float(),
            nullable=True,
            comment="Output ten years before the base year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column(
            "previous_output_qualifier", sa.Text(), nullable=True, comment="Why previous_output is empty or a bound"
        ),
        sa.Column(
            "base_output",
            sa.Float(),
            nullable=True,
            comment="Output in the base year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column("base_output_qualifier", sa.Text(), nullable=True, comment="Why base_output is empty or a bound"),
        sa.Column(
            "projected_output",
            sa.Float(),
            nullable=True,
            comment="Output in the projection year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column(
            "projected_output_qualifier", sa.Text(), nullable=True, comment="Why projected_output is empty or a bound"
        ),
        sa.Column(
            "output_change",
            sa.Float(),
            nullable=True,
            comment="Change from base to projection year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column("output_change_qualifier", sa.Text(), nullable=True, comment="Why output_change is empty or a bound"),
        sa.Column(
            "previous_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output ten years before the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "previous_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "base_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output in the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "base_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output in the projection year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "projected_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "previous_output_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Output in the ten years to the base year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "previous_output_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_output_annual_rate is empty or a bound",
        ),
        sa.Column(
            "output_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Output from base to projection year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "output_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why output_annual_rate is empty or a bound",
        ),
        sa.Column("output_dollar_year", sa.Integer(), nullable=True, comment="Year whose prices the output is in"),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "base_output_percent_distribution_qualifier = 'not_applicable' OR base_output_percent_distribution_qualifier = 'at_or_above' OR base_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_base_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "base_output_qualifier = 'not_applicable' OR base_output_qualifier = 'at_or_above' OR base_output_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_base_output_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_distribution_qualifier = 'not_applicable' OR base_percent_distribution_qualifier = 'at_or_above' OR base_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_base_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_annual_rate_qualifier = 'not_applicable' OR employment_annual_rate_qualifier = 'at_or_above' OR employment_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_employment_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "output_annual_rate_qualifier = 'not_applicable' OR output_annual_rate_qualifier = 'at_or_above' OR output_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_output_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "output_change_qualifier = 'not_applicable' OR output_change_qualifier = 'at_or_above' OR output_change_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_output_change_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_annual_rate_qualifier = 'not_applicable' OR previous_employment_annual_rate_qualifier = 'at_or_above' OR previous_employment_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_employment_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_change_percent_qualifier = 'not_applicable' OR previous_employment_change_percent_qualifier = 'at_or_above' OR previous_employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_change_qualifier = 'not_applicable' OR previous_employment_change_qualifier = 'at_or_above' OR previous_employment_change_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_qualifier = 'not_applicable' OR previous_employment_qualifier = 'at_or_above' OR previous_employment_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_annual_rate_qualifier = 'not_applicable' OR previous_output_annual_rate_qualifier = 'at_or_above' OR previous_output_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_output_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_percent_distribution_qualifier = 'not_applicable' OR previous_output_percent_distribution_qualifier = 'at_or_above' OR previous_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_qualifier = 'not_applicable' OR previous_output_qualifier = 'at_or_above' OR previous_output_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_output_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_percent_distribution_qualifier = 'not_applicable' OR previous_percent_distribution_qualifier = 'at_or_above' OR previous_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_previous_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_projected_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_output_percent_distribution_qualifier = 'not_applicable' OR projected_output_percent_distribution_qualifier = 'at_or_above' OR projected_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_projected_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_output_qualifier = 'not_applicable' OR projected_output_qualifier = 'at_or_above' OR projected_output_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_projected_output_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_distribution_qualifier = 'not_applicable' OR projected_percent_distribution_qualifier = 'at_or_above' OR projected_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_projection_projected_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "row_type = 'summary' OR row_type = 'line_item'", name=op.f("ck_ep_industry_projection_row_type")
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_industry_projection_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_industry_projection_sheet_id")
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_industry_projection")),
        sa.UniqueConstraint("part_id", "table_number", "position", name="uq_ep_industry_projection_identity"),
        comment="Projected employment and output of an industry of the national employment matrix",
    )
    op.create_table(
        "ep_industry_ranking",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column("ranking", sa.Text(), nullable=False, comment="What is ranked, as the table's title says it"),
        sa.Column("rank", sa.Integer(), nullable=False, comment="Place in the ranking, from 1"),
        sa.Column("title", sa.Text(), nullable=False, comment="Industry, as published; other groups than the matrix's"),
        sa.Column("sector_title", sa.Text(), nullable=True, comment="Sector that it belongs to"),
        sa.Column("naics_codes", sa.Text(), nullable=True, comment="NAICS codes that it covers, as printed"),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column("table_number", sa.Text(), nullable=False, comment="Table it stands in"),
        sa.Column(
            "previous_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs ten years before the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "previous_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment is empty or a bound",
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "previous_employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change in the ten years to the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "previous_employment_change_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_change is empty or a bound",
        ),
        sa.Column(
            "previous_employment_change_percent", sa.Float(), nullable=True, comment="That change. Unit: percent"
        ),
        sa.Column(
            "previous_employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "previous_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Jobs ten years before the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "previous_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "base_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "previous_employment_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Jobs in the ten years to the base year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "previous_employment_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_annual_rate is empty or a bound",
        ),
        sa.Column(
            "employment_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Jobs from base to projection year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "employment_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_annual_rate is empty or a bound",
        ),
        sa.Column(
            "previous_output",
            sa.Float(),
            nullable=True,
            comment="Output ten years before the base year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column(
            "previous_output_qualifier", sa.Text(), nullable=True, comment="Why previous_output is empty or a bound"
        ),
        sa.Column(
            "base_output",
            sa.Float(),
            nullable=True,
            comment="Output in the base year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column("base_output_qualifier", sa.Text(), nullable=True, comment="Why base_output is empty or a bound"),
        sa.Column(
            "projected_output",
            sa.Float(),
            nullable=True,
            comment="Output in the projection year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column(
            "projected_output_qualifier", sa.Text(), nullable=True, comment="Why projected_output is empty or a bound"
        ),
        sa.Column(
            "output_change",
            sa.Float(),
            nullable=True,
            comment="Change from base to projection year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column("output_change_qualifier", sa.Text(), nullable=True, comment="Why output_change is empty or a bound"),
        sa.Column(
            "previous_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output ten years before the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "previous_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "base_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output in the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "base_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output in the projection year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "projected_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "previous_output_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Output in the ten years to the base year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "previous_output_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_output_annual_rate is empty or a bound",
        ),
        sa.Column(
            "output_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Output from base to projection year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "output_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why output_annual_rate is empty or a bound",
        ),
        sa.Column("output_dollar_year", sa.Integer(), nullable=True, comment="Year whose prices the output is in"),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "base_output_percent_distribution_qualifier = 'not_applicable' OR base_output_percent_distribution_qualifier = 'at_or_above' OR base_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_base_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "base_output_qualifier = 'not_applicable' OR base_output_qualifier = 'at_or_above' OR base_output_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_base_output_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_distribution_qualifier = 'not_applicable' OR base_percent_distribution_qualifier = 'at_or_above' OR base_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_base_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_annual_rate_qualifier = 'not_applicable' OR employment_annual_rate_qualifier = 'at_or_above' OR employment_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_employment_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "output_annual_rate_qualifier = 'not_applicable' OR output_annual_rate_qualifier = 'at_or_above' OR output_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_output_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "output_change_qualifier = 'not_applicable' OR output_change_qualifier = 'at_or_above' OR output_change_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_output_change_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_annual_rate_qualifier = 'not_applicable' OR previous_employment_annual_rate_qualifier = 'at_or_above' OR previous_employment_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_employment_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_change_percent_qualifier = 'not_applicable' OR previous_employment_change_percent_qualifier = 'at_or_above' OR previous_employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_change_qualifier = 'not_applicable' OR previous_employment_change_qualifier = 'at_or_above' OR previous_employment_change_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_qualifier = 'not_applicable' OR previous_employment_qualifier = 'at_or_above' OR previous_employment_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_annual_rate_qualifier = 'not_applicable' OR previous_output_annual_rate_qualifier = 'at_or_above' OR previous_output_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_output_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_percent_distribution_qualifier = 'not_applicable' OR previous_output_percent_distribution_qualifier = 'at_or_above' OR previous_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_qualifier = 'not_applicable' OR previous_output_qualifier = 'at_or_above' OR previous_output_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_output_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_percent_distribution_qualifier = 'not_applicable' OR previous_percent_distribution_qualifier = 'at_or_above' OR previous_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_previous_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_projected_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_output_percent_distribution_qualifier = 'not_applicable' OR projected_output_percent_distribution_qualifier = 'at_or_above' OR projected_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_projected_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_output_qualifier = 'not_applicable' OR projected_output_qualifier = 'at_or_above' OR projected_output_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_projected_output_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_distribution_qualifier = 'not_applicable' OR projected_percent_distribution_qualifier = 'at_or_above' OR projected_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_industry_ranking_projected_percent_distribution_qualifier"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_industry_ranking_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_industry_ranking_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_industry_ranking")),
        sa.UniqueConstraint("part_id", "table_number", "rank", name="uq_ep_industry_ranking_identity"),
        comment="Rankings of industries that are printed without the matrix's codes, such as growth of output",
    )
    op.create_table(
        "ep_occupation_group",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Group of occupations that has no code: STEM occupations",
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
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
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column("table_number", sa.Text(), nullable=False, comment="Table it stands in"),
        sa.CheckConstraint(
            "annual_median_qualifier = 'not_applicable' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above'",
            name=op.f("ck_ep_occupation_group_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_occupation_group_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_occupation_group_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_occupation_group_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_occupation_group_projected_employment_qualifier"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_occupation_group_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_occupation_group_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_occupation_group")),
        sa.UniqueConstraint("part_id", "title", name="uq_ep_occupation_group_identity"),
        comment="Projected employment of groups of occupations that cut across the SOC",
    )
    op.create_table(
        "ep_sector_projection",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Major sector, as published",
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column(
            "naics_codes",
            sa.Text(),
            nullable=True,
            comment="NAICS sectors that it covers, as printed; empty where it has none",
        ),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column("table_number", sa.Text(), nullable=False, comment="Table it stands in"),
        sa.Column(
            "previous_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs ten years before the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "previous_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment is empty or a bound",
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "previous_employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change in the ten years to the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "previous_employment_change_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_change is empty or a bound",
        ),
        sa.Column(
            "previous_employment_change_percent", sa.Float(), nullable=True, comment="That change. Unit: percent"
        ),
        sa.Column(
            "previous_employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "previous_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Jobs ten years before the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "previous_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "base_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "previous_employment_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Jobs in the ten years to the base year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "previous_employment_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_employment_annual_rate is empty or a bound",
        ),
        sa.Column(
            "employment_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Jobs from base to projection year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "employment_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_annual_rate is empty or a bound",
        ),
        sa.Column(
            "previous_output",
            sa.Float(),
            nullable=True,
            comment="Output ten years before the base year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column(
            "previous_output_qualifier", sa.Text(), nullable=True, comment="Why previous_output is empty or a bound"
        ),
        sa.Column(
            "base_output",
            sa.Float(),
            nullable=True,
            comment="Output in the base year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column("base_output_qualifier", sa.Text(), nullable=True, comment="Why base_output is empty or a bound"),
        sa.Column(
            "projected_output",
            sa.Float(),
            nullable=True,
            comment="Output in the projection year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column(
            "projected_output_qualifier", sa.Text(), nullable=True, comment="Why projected_output is empty or a bound"
        ),
        sa.Column(
            "output_change",
            sa.Float(),
            nullable=True,
            comment="Change from base to projection year. Unit: billions of chained dollars of output_dollar_year",
        ),
        sa.Column("output_change_qualifier", sa.Text(), nullable=True, comment="Why output_change is empty or a bound"),
        sa.Column(
            "previous_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output ten years before the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "previous_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "base_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output in the base year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "base_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_output_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Output in the projection year. Share of the total. Unit: percent",
        ),
        sa.Column(
            "projected_output_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_output_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "previous_output_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Output in the ten years to the base year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "previous_output_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why previous_output_annual_rate is empty or a bound",
        ),
        sa.Column(
            "output_annual_rate",
            sa.Float(),
            nullable=True,
            comment="Output from base to projection year. Compound annual rate of change. Unit: percent",
        ),
        sa.Column(
            "output_annual_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why output_annual_rate is empty or a bound",
        ),
        sa.Column("output_dollar_year", sa.Integer(), nullable=True, comment="Year whose prices the output is in"),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "base_output_percent_distribution_qualifier = 'not_applicable' OR base_output_percent_distribution_qualifier = 'at_or_above' OR base_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_base_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "base_output_qualifier = 'not_applicable' OR base_output_qualifier = 'at_or_above' OR base_output_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_base_output_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_distribution_qualifier = 'not_applicable' OR base_percent_distribution_qualifier = 'at_or_above' OR base_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_base_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_annual_rate_qualifier = 'not_applicable' OR employment_annual_rate_qualifier = 'at_or_above' OR employment_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_employment_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "output_annual_rate_qualifier = 'not_applicable' OR output_annual_rate_qualifier = 'at_or_above' OR output_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_output_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "output_change_qualifier = 'not_applicable' OR output_change_qualifier = 'at_or_above' OR output_change_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_output_change_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_annual_rate_qualifier = 'not_applicable' OR previous_employment_annual_rate_qualifier = 'at_or_above' OR previous_employment_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_employment_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_change_percent_qualifier = 'not_applicable' OR previous_employment_change_percent_qualifier = 'at_or_above' OR previous_employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_change_qualifier = 'not_applicable' OR previous_employment_change_qualifier = 'at_or_above' OR previous_employment_change_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_employment_qualifier = 'not_applicable' OR previous_employment_qualifier = 'at_or_above' OR previous_employment_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_annual_rate_qualifier = 'not_applicable' OR previous_output_annual_rate_qualifier = 'at_or_above' OR previous_output_annual_rate_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_output_annual_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_percent_distribution_qualifier = 'not_applicable' OR previous_output_percent_distribution_qualifier = 'at_or_above' OR previous_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_output_qualifier = 'not_applicable' OR previous_output_qualifier = 'at_or_above' OR previous_output_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_output_qualifier"),
        ),
        sa.CheckConstraint(
            "previous_percent_distribution_qualifier = 'not_applicable' OR previous_percent_distribution_qualifier = 'at_or_above' OR previous_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_previous_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_projected_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_output_percent_distribution_qualifier = 'not_applicable' OR projected_output_percent_distribution_qualifier = 'at_or_above' OR projected_output_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_projected_output_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_output_qualifier = 'not_applicable' OR projected_output_qualifier = 'at_or_above' OR projected_output_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_projected_output_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_distribution_qualifier = 'not_applicable' OR projected_percent_distribution_qualifier = 'at_or_above' OR projected_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_sector_projection_projected_percent_distribution_qualifier"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_sector_projection_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_sector_projection_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_sector_projection")),
        sa.UniqueConstraint("part_id", "table_number", "title", name="uq_ep_sector_projection_identity"),
        comment="Employment or output of a major sector: ten years back, now and projected",
    )
    op.create_table(
        "handbook_profile",
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Identifier: group and page, as in the page's address",
        ),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title of the profile, as printed",
        ),
        sa.Column(
            "edition",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Projection round of the edition, such as 2024-34",
        ),
        sa.Column(
            "occupation_group",
            sa.Text(),
            nullable=True,
            comment="Group of occupations that the handbook lists it under, as printed",
        ),
        sa.Column(
            "description",
            sa.Text(),
            nullable=True,
            comment="What these workers do, in one sentence, as the page describes itself",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Address of the page"),
        sa.Column(
            "last_modified", sa.Text(), nullable=True, comment="Day of the last change, as the page states it, ISO 8601"
        ),
        sa.Column(
            "citation",
            sa.Text(),
            nullable=True,
            comment="How the publication asks to be cited; the day of the visit is the one on which it was saved",
        ),
        sa.Column("video_url", sa.Text(), nullable=True, comment="Address of the video on the page"),
        sa.Column(
            "average_change_percent",
            sa.Float(),
            nullable=True,
            comment="Projected change of all occupations, percent, that the page compares with",
        ),
        sa.Column(
            "all_workers_annual_median",
            sa.Integer(),
            nullable=True,
            comment="Median wage of all workers, dollars per year, that it states",
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_handbook_profile_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_handbook_profile_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_handbook_profile_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_handbook_profile_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "profile", name=op.f("pk_handbook_profile")),
        comment="A profile of one occupation, or of several together",
    )
    op.create_table(
        "industry",
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="NAICS code as OEWS writes it: 54, 622000; 000000 all",
        ),
        sa.Column("industry_level", sa.Text(), nullable=False, comment="cross-industry, sector, 3-digit, ..."),
        sa.Column(
            "industry_title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title of the industry",
        ),
        sa.Column(
            "naics_vintage", sa.Text(), nullable=True, comment="Edition of NAICS; empty for all industries together"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is the newest statement of its kind: several parts may state one code",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "industry_level = 'cross-industry' OR industry_level = 'sector' OR industry_level = '3-digit' OR industry_level = '4-digit' OR industry_level = '5-digit' OR industry_level = '6-digit'",
            name=op.f("ck_industry_industry_level"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_industry_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_industry_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_industry_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_industry_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "industry_code", "industry_level", name=op.f("pk_industry")),
        comment="An industry at one level of NAICS",
    )
    op.create_index("ix_industry_code", "industry", ["industry_code", "industry_level", "part_id"], unique=False)
    op.create_table(
        "occupation",
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
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title in that edition, or the publisher's own",
        ),
        sa.Column("level", sa.Text(), nullable=False, comment="total, major, minor, broad or detailed"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is the newest statement of its kind: several parts may state one code",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "level = 'total' OR level = 'major' OR level = 'minor' OR level = 'broad' OR level = 'detailed'",
            name=op.f("ck_occupation_level"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_occupation_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_occupation_origin")),
        sa.CheckConstraint(
            "soc_vintage = '2000' OR soc_vintage = '2010' OR soc_vintage = '2018' OR soc_vintage = 'oews'",
            name=op.f("ck_occupation_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_occupation_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_occupation_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage", name=op.f("pk_occupation")),
        comment="An occupation code in one edition of the SOC, or a code of OEWS's own",
    )
    op.create_index("ix_occupation_code", "occupation", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "onet_alternate_title",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column(
            "alternate_title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Another title that the occupation goes by",
        ),
        sa.Column(
            "short_title", sa.Text(), nullable=True, comment="Its acronym or short form; empty where it has none"
        ),
        sa.Column(
            "title_sources",
            sa.Text(),
            nullable=True,
            comment="Codes of the sources that it was found in, separated by commas, as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_alternate_title_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_alternate_title_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code",
            "alternate_title",
            "short_title",
            "part_id",
            name=op.f("uq_onet_alternate_title_onet_soc_code_alternate_title_short_title_part_id"),
        ),
        comment="Alternate (lay) titles of an occupation",
    )
    op.create_table(
        "onet_category",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element that the categories are of; empty text where they are of all tasks",
        ),
        sa.Column("element_name", sa.Text(), nullable=True, comment="Its name"),
        sa.Column(
            "scale_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Scale: IM importance, LV level, CX context, ... (see onet_scale for its range)",
        ),
        sa.Column("category", sa.Integer(), nullable=False, comment="Number of the category"),
        sa.Column("category_description", sa.Text(), nullable=False, comment="What it means"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_category_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_category_sheet_id")),
        sa.UniqueConstraint(
            "element_id",
            "scale_id",
            "category",
            "part_id",
            name=op.f("uq_onet_category_element_id_scale_id_category_part_id"),
        ),
        comment="What the categories of education, training, experience, work context and task frequency mean",
    )
    op.create_table(
        "onet_collection_fact",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column(
            "item",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="What was measured: response rate, mode, sector, ...",
        ),
        sa.Column(
            "response",
            sa.Text(),
            nullable=True,
            comment="Answer that the percentage is of; empty where the item has none",
        ),
        sa.Column("n", sa.Integer(), nullable=True, comment="Number of questionnaires; empty where not applicable"),
        sa.Column("percent", sa.Float(), nullable=True, comment="Percent; empty where not applicable"),
        sa.Column("date", sa.Text(), nullable=True, comment="Month of the data, ISO 8601"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_collection_fact_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_collection_fact_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code",
            "item",
            "response",
            "part_id",
            name=op.f("uq_onet_collection_fact_onet_soc_code_item_response_part_id"),
        ),
        comment="How an occupation's data were collected, and from whom (Occupation Level Metadata)",
    )
    op.create_table(
        "onet_commodity",
        sa.Column(
            "commodity_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="UNSPSC commodity, eight digits",
        ),
        sa.Column("commodity_title", sa.Text(), nullable=False, comment="Its title"),
        sa.Column(
            "class_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="UNSPSC class",
        ),
        sa.Column("class_title", sa.Text(), nullable=True, comment="Title of the class"),
        sa.Column(
            "family_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="UNSPSC family",
        ),
        sa.Column("family_title", sa.Text(), nullable=True, comment="Title of the family"),
        sa.Column(
            "segment_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="UNSPSC segment",
        ),
        sa.Column("segment_title", sa.Text(), nullable=True, comment="Title of the segment"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_commodity_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_commodity_sheet_id")),
        sa.UniqueConstraint("commodity_code", "part_id", name=op.f("uq_onet_commodity_commodity_code_part_id")),
        comment="The part of UNSPSC that O*NET uses",
    )
    op.create_table(
        "onet_detailed_activity",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Work activity that it belongs to",
        ),
        sa.Column(
            "intermediate_activity_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Intermediate work activity that it belongs to",
        ),
        sa.Column(
            "detailed_activity_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Detailed work activity (DWA)",
        ),
        sa.Column("detailed_activity_title", sa.Text(), nullable=False, comment="What is done"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_detailed_activity_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_detailed_activity_sheet_id")
        ),
        sa.UniqueConstraint(
            "detailed_activity_id", "part_id", name=op.f("uq_onet_detailed_activity_detailed_activity_id_part_id")
        ),
        comment="Detailed work activities",
    )
    op.create_table(
        "onet_element",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element of the content model; its parent's identifier is its start",
        ),
        sa.Column("element_name", sa.Text(), nullable=False, comment="Name"),
        sa.Column("description", sa.Text(), nullable=False, comment="What it means"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_element_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_element_sheet_id")),
        sa.UniqueConstraint("element_id", "part_id", name=op.f("uq_onet_element_element_id_part_id")),
        comment="The content model: what O*NET describes an occupation by",
    )
    op.create_table(
        "onet_element_link",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Ability, skill or basic interest",
        ),
        sa.Column("element_name", sa.Text(), nullable=True, comment="Its name"),
        sa.Column(
            "linked_element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Work activity, work context or interest that it is linked to",
        ),
        sa.Column("linked_element_name", sa.Text(), nullable=True, comment="Its name"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_element_link_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_element_link_sheet_id")),
        sa.UniqueConstraint(
            "element_id",
            "linked_element_id",
            "part_id",
            name=op.f("uq_onet_element_link_element_id_linked_element_id_part_id"),
        ),
        comment="Which abilities and skills matter for which activities and contexts; interests of basic interests",
    )
    op.create_table(
        "onet_emerging_task",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column(
            "task",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="The task, a sentence",
        ),
        sa.Column("task_category", sa.Text(), nullable=False, comment="New, or a revision of a task, as printed"),
        sa.Column("original_task_id", sa.Integer(), nullable=True, comment="Task that it revises; empty for a new one"),
        sa.Column("original_task", sa.Text(), nullable=True, comment="That task's sentence"),
        sa.Column(
            "date", sa.Text(), nullable=True, comment="Month in which it was collected or revised, ISO 8601: 2023-08"
        ),
        sa.Column(
            "domain_source",
            sa.Text(),
            nullable=True,
            comment="Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_emerging_task_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_emerging_task_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code",
            "task",
            "original_task_id",
            "part_id",
            name=op.f("uq_onet_emerging_task_onet_soc_code_task_original_task_id_part_id"),
        ),
        comment="Tasks that incumbents wrote in and that are not yet among those rated",
    )
    op.create_table(
        "onet_interest_example",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element of the content model, such as 2.A.1.a",
        ),
        sa.Column(
            "element_name",
            sa.Text(),
            nullable=True,
            comment="Its name in this release; empty where the file prints none",
        ),
        sa.Column(
            "interest_type", sa.Text(), nullable=False, comment="General (the six of RIASEC) or Basic, as printed"
        ),
        sa.Column(
            "activity", sa.Text(), nullable=True, comment="An activity that shows the interest; empty for an occupation"
        ),
        sa.Column(
            "onet_soc_code",
            sa.Text(),
            nullable=True,
            comment="An occupation that shows the interest; empty for an activity",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_interest_example_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_interest_example_sheet_id")
        ),
        sa.UniqueConstraint(
            "element_id",
            "activity",
            "onet_soc_code",
            "part_id",
            name=op.f("uq_onet_interest_example_element_id_activity_onet_soc_code_part_id"),
        ),
        comment="Activities and occupations that illustrate an interest",
    )
    op.create_table(
        "onet_interest_keyword",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element of the content model, such as 2.A.1.a",
        ),
        sa.Column(
            "element_name",
            sa.Text(),
            nullable=True,
            comment="Its name in this release; empty where the file prints none",
        ),
        sa.Column(
            "keyword",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Word that stands for the interest",
        ),
        sa.Column("keyword_type", sa.Text(), nullable=False, comment="Action or Object, as printed"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_interest_keyword_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_interest_keyword_sheet_id")
        ),
        sa.UniqueConstraint(
            "element_id",
            "keyword",
            "keyword_type",
            "part_id",
            name=op.f("uq_onet_interest_keyword_element_id_keyword_keyword_type_part_id"),
        ),
        comment="Words that stand for an interest",
    )
    op.create_table(
        "onet_intermediate_activity",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Work activity that it belongs to",
        ),
        sa.Column(
            "intermediate_activity_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Intermediate work activity (IWA)",
        ),
        sa.Column("intermediate_activity_title", sa.Text(), nullable=False, comment="What is done"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_intermediate_activity_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_intermediate_activity_sheet_id")
        ),
        sa.UniqueConstraint(
            "intermediate_activity_id",
            "part_id",
            name=op.f("uq_onet_intermediate_activity_intermediate_activity_id_part_id"),
        ),
        comment="Intermediate work activities",
    )
    op.create_table(
        "onet_job_zone",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column("job_zone", sa.Integer(), nullable=False, comment="Job zone 1 to 5: how much preparation is needed"),
        sa.Column(
            "date", sa.Text(), nullable=True, comment="Month in which it was collected or revised, ISO 8601: 2023-08"
        ),
        sa.Column(
            "domain_source",
            sa.Text(),
            nullable=True,
            comment="Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_job_zone_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_job_zone_sheet_id")),
        sa.UniqueConstraint("onet_soc_code", "part_id", name=op.f("uq_onet_job_zone_onet_soc_code_part_id")),
        comment="How much preparation an occupation needs",
    )
    op.create_table(
        "onet_job_zone_definition",
        sa.Column("job_zone", sa.Integer(), nullable=False, comment="Job zone 1 to 5"),
        sa.Column("name", sa.Text(), nullable=False, comment="Its name"),
        sa.Column("experience", sa.Text(), nullable=False, comment="Experience that it asks for"),
        sa.Column("education", sa.Text(), nullable=False, comment="Education that it asks for"),
        sa.Column("job_training", sa.Text(), nullable=False, comment="Training on the job that it asks for"),
        sa.Column("examples", sa.Text(), nullable=False, comment="Occupations in it"),
        sa.Column(
            "svp_range", sa.Text(), nullable=False, comment="Range of specific vocational preparation, as printed"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_job_zone_definition_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_job_zone_definition_sheet_id")
        ),
        sa.UniqueConstraint("job_zone", "part_id", name=op.f("uq_onet_job_zone_definition_job_zone_part_id")),
        comment="What each job zone means",
    )
    op.create_table(
        "onet_level_anchor",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element of the content model, such as 2.A.1.a",
        ),
        sa.Column(
            "element_name",
            sa.Text(),
            nullable=True,
            comment="Its name in this release; empty where the file prints none",
        ),
        sa.Column(
            "scale_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Scale: IM importance, LV level, CX context, ... (see onet_scale for its range)",
        ),
        sa.Column("anchor_value", sa.Float(), nullable=False, comment="Point on the scale"),
        sa.Column("anchor_description", sa.Text(), nullable=False, comment="An example of that level"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_level_anchor_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_level_anchor_sheet_id")),
        sa.UniqueConstraint(
            "element_id",
            "scale_id",
            "anchor_value",
            "part_id",
            name=op.f("uq_onet_level_anchor_element_id_scale_id_anchor_value_part_id"),
        ),
        comment="Examples that anchor points of the level scale",
    )
    op.create_table(
        "onet_rating",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column("domain", sa.Text(), nullable=False, comment="skills, knowledge, abilities, work_activities, ..."),
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element of the content model, such as 2.A.1.a",
        ),
        sa.Column(
            "element_name",
            sa.Text(),
            nullable=True,
            comment="Its name in this release; empty where the file prints none",
        ),
        sa.Column(
            "scale_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Scale: IM importance, LV level, CX context, ... (see onet_scale for its range)",
        ),
        sa.Column(
            "category",
            sa.Integer(),
            nullable=True,
            comment="Category of the answer; empty for a rating that is no share of one",
        ),
        sa.Column(
            "value", sa.Float(), nullable=False, comment="Rating on its scale, or percent of responses for a category"
        ),
        sa.Column(
            "n", sa.Integer(), nullable=True, comment="Number of ratings or respondents; empty where not applicable"
        ),
        sa.Column(
            "standard_error",
            sa.Float(),
            nullable=True,
            comment="Standard error of the value, in its unit; empty where not applicable",
        ),
        sa.Column(
            "lower_bound", sa.Float(), nullable=True, comment="Lower bound of the 95 percent confidence interval"
        ),
        sa.Column(
            "upper_bound", sa.Float(), nullable=True, comment="Upper bound of the 95 percent confidence interval"
        ),
        sa.Column(
            "recommend_suppress",
            sa.Boolean(),
            nullable=True,
            comment="Whether the publisher advises against use: low precision",
        ),
        sa.Column(
            "not_relevant",
            sa.Boolean(),
            nullable=True,
            comment="Whether too many said that it is not relevant; empty: not applicable",
        ),
        sa.Column(
            "date", sa.Text(), nullable=True, comment="Month in which it was collected or revised, ISO 8601: 2023-08"
        ),
        sa.Column(
            "domain_source",
            sa.Text(),
            nullable=True,
            comment="Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "domain = 'abilities' OR domain = 'interests' OR domain = 'work_values' OR domain = 'work_styles' OR domain = 'skills' OR domain = 'knowledge' OR domain = 'education_training_experience' OR domain = 'work_activities' OR domain = 'work_context'",
            name=op.f("ck_onet_rating_domain"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_rating_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_rating_sheet_id")),
        comment="A rating of an element of the content model for an occupation, on one scale",
    )
    op.create_index("ix_onet_rating_part", "onet_rating", ["part_id", "onet_soc_code", "row_number"], unique=False)
    op.create_index(
        "ix_onet_rating_value",
        "onet_rating",
        ["part_id", "element_id", "scale_id", "value", "row_number"],
        unique=False,
    )
    op.create_table(
        "onet_related_occupation",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column(
            "related_onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of the related occupation",
        ),
        sa.Column("relation", sa.Text(), nullable=False, comment="related, career_change or career_start"),
        sa.Column(
            "relatedness_tier",
            sa.Text(),
            nullable=True,
            comment="Primary-Short, Primary-Long or Supplemental, as printed; printed from 26.x",
        ),
        sa.Column("place", sa.Integer(), nullable=False, comment="Place among the related ones: 1 is the most related"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "relation = 'related' OR relation = 'career_change' OR relation = 'career_start'",
            name=op.f("ck_onet_related_occupation_relation"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_related_occupation_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_related_occupation_sheet_id")
        ),
        sa.UniqueConstraint(
            "onet_soc_code",
            "relation",
            "related_onet_soc_code",
            "part_id",
            name=op.f("uq_onet_related_occupation_onet_soc_code_relation_related_onet_soc_code_part_id"),
        ),
        comment="Related occupations, the most related first",
    )
    op.create_table(
        "onet_reported_title",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column(
            "reported_title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Job title that people in the occupation reported",
        ),
        sa.Column("shown_in_my_next_move", sa.Boolean(), nullable=True, comment="Whether My Next Move shows it"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_reported_title_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_reported_title_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code",
            "reported_title",
            "part_id",
            name=op.f("uq_onet_reported_title_onet_soc_code_reported_title_part_id"),
        ),
        comment="Sample of the job titles that incumbents report",
    )
    op.create_table(
        "onet_scale",
        sa.Column(
            "scale_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Scale: IM, LV, CX, ...",
        ),
        sa.Column("scale_name", sa.Text(), nullable=False, comment="Name of the scale"),
        sa.Column("minimum", sa.Float(), nullable=False, comment="Least value that it can take"),
        sa.Column("maximum", sa.Float(), nullable=False, comment="Greatest value that it can take"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_scale_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_scale_sheet_id")),
        sa.UniqueConstraint("scale_id", "part_id", name=op.f("uq_onet_scale_scale_id_part_id")),
        comment="Scales and their ranges",
    )
    op.create_table(
        "onet_survey_item",
        sa.Column(
            "element_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Element of the content model, such as 2.A.1.a",
        ),
        sa.Column(
            "element_name",
            sa.Text(),
            nullable=True,
            comment="Its name in this release; empty where the file prints none",
        ),
        sa.Column(
            "survey_item_number",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Number of the question, such as KN01b",
        ),
        sa.Column(
            "scale_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Scale: IM importance, LV level, CX context, ... (see onet_scale for its range)",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_survey_item_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_survey_item_sheet_id")),
        sa.UniqueConstraint(
            "element_id",
            "survey_item_number",
            "scale_id",
            "part_id",
            name=op.f("uq_onet_survey_item_element_id_survey_item_number_scale_id_part_id"),
        ),
        comment="Which question of the survey asks for an element",
    )
    op.create_table(
        "onet_task",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column("task_id", sa.Integer(), nullable=False, comment="Identifier of the task"),
        sa.Column("task", sa.Text(), nullable=False, comment="The task, a sentence"),
        sa.Column(
            "task_type", sa.Text(), nullable=True, comment="Core or Supplemental, as printed; empty where not rated"
        ),
        sa.Column(
            "incumbents_responding",
            sa.Integer(),
            nullable=True,
            comment="Number of incumbents who rated it; empty where none did",
        ),
        sa.Column(
            "date", sa.Text(), nullable=True, comment="Month in which it was collected or revised, ISO 8601: 2023-08"
        ),
        sa.Column(
            "domain_source",
            sa.Text(),
            nullable=True,
            comment="Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_task_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_task_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code", "task_id", "part_id", name=op.f("uq_onet_task_onet_soc_code_task_id_part_id")
        ),
        comment="What those who work in an occupation do",
    )
    op.create_table(
        "onet_task_activity",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column("task_id", sa.Integer(), nullable=False, comment="Identifier of the task"),
        sa.Column(
            "detailed_activity_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Detailed work activity (DWA) that it belongs to",
        ),
        sa.Column(
            "date", sa.Text(), nullable=True, comment="Month in which it was collected or revised, ISO 8601: 2023-08"
        ),
        sa.Column(
            "domain_source",
            sa.Text(),
            nullable=True,
            comment="Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_task_activity_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_task_activity_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code",
            "task_id",
            "detailed_activity_id",
            "part_id",
            name=op.f("uq_onet_task_activity_onet_soc_code_task_id_detailed_activity_id_part_id"),
        ),
        comment="Which detailed work activities a task belongs to",
    )
    op.create_table(
        "onet_task_rating",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column("task_id", sa.Integer(), nullable=False, comment="Identifier of the task"),
        sa.Column(
            "scale_id",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Scale: IM importance, LV level, CX context, ... (see onet_scale for its range)",
        ),
        sa.Column(
            "category", sa.Integer(), nullable=True, comment="Category of frequency; empty for importance and relevance"
        ),
        sa.Column(
            "value", sa.Float(), nullable=False, comment="Rating on its scale, or percent of responses for a category"
        ),
        sa.Column(
            "n", sa.Integer(), nullable=True, comment="Number of ratings or respondents; empty where not applicable"
        ),
        sa.Column(
            "standard_error",
            sa.Float(),
            nullable=True,
            comment="Standard error of the value, in its unit; empty where not applicable",
        ),
        sa.Column(
            "lower_bound", sa.Float(), nullable=True, comment="Lower bound of the 95 percent confidence interval"
        ),
        sa.Column(
            "upper_bound", sa.Float(), nullable=True, comment="Upper bound of the 95 percent confidence interval"
        ),
        sa.Column(
            "recommend_suppress",
            sa.Boolean(),
            nullable=True,
            comment="Whether the publisher advises against use: low precision",
        ),
        sa.Column(
            "date", sa.Text(), nullable=True, comment="Month in which it was collected or revised, ISO 8601: 2023-08"
        ),
        sa.Column(
            "domain_source",
            sa.Text(),
            nullable=True,
            comment="Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_task_rating_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_task_rating_sheet_id")),
        comment="Importance, relevance and frequency of a task",
    )
    op.create_index("ix_onet_task_rating_part", "onet_task_rating", ["part_id"], unique=False)
    op.create_table(
        "onet_technology",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column("technology_type", sa.Text(), nullable=False, comment="technology (software) or tool"),
        sa.Column(
            "example",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Product or tool, as printed",
        ),
        sa.Column(
            "commodity_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="UNSPSC commodity, eight digits",
        ),
        sa.Column("commodity_title", sa.Text(), nullable=True, comment="Title of that commodity"),
        sa.Column(
            "hot_technology", sa.Boolean(), nullable=True, comment="Whether employers often ask for it; empty for tools"
        ),
        sa.Column(
            "in_demand",
            sa.Boolean(),
            nullable=True,
            comment="Whether employers ask for it for this occupation; printed from 27.1",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "technology_type = 'technology' OR technology_type = 'tool'",
            name=op.f("ck_onet_technology_technology_type"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_technology_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_technology_sheet_id")),
        sa.UniqueConstraint(
            "onet_soc_code",
            "technology_type",
            "example",
            "commodity_code",
            "part_id",
            name=op.f("uq_onet_technology_onet_soc_code_technology_type_example_commodity_code_part_id"),
        ),
        comment="Technology skills and tools of an occupation",
    )
    op.create_table(
        "organization",
        sa.Column(
            "organization",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Identifier, such as ahima",
        ),
        sa.Column(
            "name",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Name as printed",
        ),
        sa.Column("former_name", sa.Text(), nullable=True, comment="Earlier name that the publication mentions"),
        sa.Column(
            "acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Acronym; curated",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Address of its site; curated, empty where unsure"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column(
            "detail_origin", sa.Text(), nullable=True, comment="curated where the acronym or address was added by us"
        ),
        sa.Column("detail_origin_basis", sa.Text(), nullable=True, comment="What the acronym or address rests on"),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is the newest statement of its kind: several parts may state one code",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_organization_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_organization_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_organization_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_organization_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "organization", name=op.f("pk_organization")),
        comment="An organization that a profile names",
    )
    op.create_table(
        "part_coverage",
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of a release"),
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
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_part_coverage_part_id")),
        sa.PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage", name=op.f("pk_part_coverage")),
        comment="Which occupations a part has anything on: what an empty answer is explained by",
    )
    op.create_table(
        "part_file",
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part that was read"),
        sa.Column("file_id", sa.Integer(), nullable=False, comment="File it was read from"),
        sa.ForeignKeyConstraint(["file_id"], ["source_file.file_id"], name=op.f("fk_part_file_file_id")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_part_file_part_id")),
        sa.PrimaryKeyConstraint("part_id", "file_id", name=op.f("pk_part_file")),
        comment="Which files a part was read from",
    )
    op.create_table(
        "projection_comparison",
        sa.Column(
            "projection_round",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Projection round",
        ),
        sa.Column("base_year", sa.Integer(), nullable=False, comment="First year of the round"),
        sa.Column("projection_year", sa.Integer(), nullable=False, comment="Last year of the round"),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="What occupations are compared with: 00-0000",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="Its title"),
        sa.Column("employment_change_percent", sa.Float(), nullable=False, comment="Its projected change, percent"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_projection_comparison_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_projection_comparison_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_projection_comparison_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_projection_comparison_sheet_id")
        ),
        sa.PrimaryKeyConstraint("part_id", "projection_round", "soc_code", name=op.f("pk_projection_comparison")),
        comment="The average that outlook categories of a round compare with",
    )
    op.create_table(
        "wage_definition",
        sa.Column("measure", sa.Text(), nullable=False, comment="Measure that is defined"),
        sa.Column("percentile", sa.Integer(), nullable=False, comment="Percentile that the publication's words mean"),
        sa.Column("label", sa.Text(), nullable=False, comment="The publication's words for it"),
        sa.Column("share_below_percent", sa.Float(), nullable=True, comment="Percent of workers who earn less"),
        sa.Column("share_above_percent", sa.Float(), nullable=True, comment="Percent of workers who earn more"),
        sa.Column(
            "comparison",
            sa.Text(),
            nullable=True,
            comment="How the publication words the bound: less_than or more_than",
        ),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column(
            "detail_origin", sa.Text(), nullable=True, comment="curated where the percentile or a share was added by us"
        ),
        sa.Column("detail_origin_basis", sa.Text(), nullable=True, comment="What the percentile or a share rests on"),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="Whether it is the newest statement of its kind: several parts may state one code",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_wage_definition_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_wage_definition_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_wage_definition_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_wage_definition_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "measure", name=op.f("pk_wage_definition")),
        comment="What the handbook's words for points of the wage distribution mean",
    )
    op.create_table(
        "advancement",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the ways to advance as printed, from 1"),
        sa.Column("to_title", sa.Text(), nullable=False, comment="Position to advance to, as printed"),
        sa.Column(
            "to_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Its SOC code; curated",
        ),
        sa.Column("to_soc_vintage", sa.Text(), nullable=True, comment="Edition of that code"),
        sa.Column(
            "education_levels",
            sa.Text(),
            nullable=False,
            comment="Degrees that lead there, one of which is enough; separated by |",
        ),
        sa.Column(
            "requires_certification_courses",
            sa.Boolean(),
            nullable=False,
            comment="Whether certification courses must be taken",
        ),
        sa.Column("certification_courses", sa.Text(), nullable=True, comment="Those courses, in words"),
        sa.Column("modality", sa.Text(), nullable=True, comment="How firmly it holds"),
        sa.Column("varies_by", sa.Text(), nullable=True, comment="What the requirements depend on"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentences"),
        sa.Column("code_origin", sa.Text(), nullable=True, comment="curated where the code was added by us"),
        sa.Column("code_origin_basis", sa.Text(), nullable=True, comment="What the code rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_advancement_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_advancement_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_advancement_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_advancement_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "to_soc_code", "to_soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_advancement_part_id_to_soc_code_to_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_advancement_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_advancement_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_advancement")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_advancement_identity"),
        comment="How workers in an occupation advance",
    )
    op.create_index("ix_advancement_occupation", "advancement", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "certification",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the credentials as printed, from 1"),
        sa.Column(
            "acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Letters after the name, such as RHIT; empty where the text has none",
        ),
        sa.Column(
            "name",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Name as the publication prints it",
        ),
        sa.Column(
            "specialty", sa.Text(), nullable=True, comment="Specialty that it is for; empty for the whole occupation"
        ),
        sa.Column("statement", sa.Text(), nullable=False, comment="The sentence that names it"),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=True,
            comment="What the text calls it: license, certification, registration, endorsement, credential",
        ),
        sa.Column(
            "issuer",
            sa.Text(),
            nullable=True,
            comment="Who issues it, in the publication's words, where the same sentence says so",
        ),
        sa.Column("specialty_origin", sa.Text(), nullable=True, comment="curated where the specialty was added by us"),
        sa.Column("specialty_origin_basis", sa.Text(), nullable=True, comment="What the specialty rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_certification_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_certification_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_certification_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_certification_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_certification")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_certification_identity"),
        comment="A credential that a profile names",
    )
    op.create_index(
        "ix_certification_occupation", "certification", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "certification_issuer",
        sa.Column(
            "acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Credential",
        ),
        sa.Column(
            "organization",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Who issues it",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Where the issuer describes it"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_certification_issuer_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_certification_issuer_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "organization"],
            ["organization.part_id", "organization.organization"],
            name=op.f("fk_certification_issuer_part_id_organization"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_issuer_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_issuer_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "acronym", name=op.f("pk_certification_issuer")),
        comment="Who issues a credential",
    )
    op.create_table(
        "certification_requirement",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Credential that asks for it",
        ),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Order of what the credential asks for as printed, from 1"
        ),
        sa.Column("requirement", sa.Text(), nullable=False, comment="Kind: exam, accredited_program, experience, ..."),
        sa.Column("requirement_detail", sa.Text(), nullable=True, comment="The requirement in words"),
        sa.Column(
            "education_level", sa.Text(), nullable=True, comment="Level of education, where the requirement names one"
        ),
        sa.Column(
            "accreditor",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Who accredits the program",
        ),
        sa.Column(
            "statement", sa.Text(), nullable=True, comment="The publication's own sentence; empty for a curated row"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL",
            name=op.f("ck_certification_requirement_curated_has_basis"),
        ),
        sa.CheckConstraint(
            "origin = 'published' OR origin = 'curated'", name=op.f("ck_certification_requirement_origin")
        ),
        sa.CheckConstraint(
            "requirement = 'exam' OR requirement = 'accredited_program' OR requirement = 'experience' OR requirement = 'formal_education_program' OR requirement = 'certification'",
            name=op.f("ck_certification_requirement_requirement"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "accreditor"],
            ["organization.part_id", "organization.organization"],
            name=op.f("fk_certification_requirement_part_id_accreditor"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_certification_requirement_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_certification_requirement_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_requirement_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_requirement_sheet_id")
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_certification_requirement")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "acronym", "position", name="uq_certification_requirement_identity"
        ),
        comment="What a named credential requires",
    )
    op.create_index(
        "ix_certification_requirement_occupation",
        "certification_requirement",
        ["soc_code", "soc_vintage", "part_id"],
        unique=False,
    )
    op.create_table(
        "certification_rule",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the rules as printed, from 1"),
        sa.Column("rule", sa.Text(), nullable=False, comment="What the statement is about: requirement, renewal, ..."),
        sa.Column(
            "applies_to", sa.Text(), nullable=False, comment="Of what or whom it holds, in the publication's words"
        ),
        sa.Column(
            "quantifier",
            sa.Text(),
            nullable=True,
            comment="Of how many it holds: most, some, many, a_few, several, others",
        ),
        sa.Column(
            "set_by",
            sa.Text(),
            nullable=False,
            comment="Who sets the rule: employers, organizations, states, facilities; separated by |",
        ),
        sa.Column("subject", sa.Text(), nullable=True, comment="Who must meet it"),
        sa.Column("requirement", sa.Text(), nullable=True, comment="Kind of requirement, where the rule is one"),
        sa.Column("requirement_detail", sa.Text(), nullable=True, comment="What is asked for, in words"),
        sa.Column("frequency", sa.Text(), nullable=True, comment="How often it holds: often, typically"),
        sa.Column("modality", sa.Text(), nullable=True, comment="How firmly: must, may_expect, prefer, require, ..."),
        sa.Column("timing", sa.Text(), nullable=True, comment="When it applies"),
        sa.Column("interval", sa.Text(), nullable=True, comment="How regularly it recurs"),
        sa.Column(
            "acronym",
            sa.Text(),
            nullable=True,
            comment="Credential that it is about; empty for certification in general",
        ),
        sa.Column("specialty", sa.Text(), nullable=True, comment="Specialty that it applies to"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_certification_rule_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_certification_rule_origin")),
        sa.CheckConstraint(
            "requirement = 'exam' OR requirement = 'accredited_program' OR requirement = 'experience' OR requirement = 'formal_education_program' OR requirement = 'certification'",
            name=op.f("ck_certification_rule_requirement"),
        ),
        sa.CheckConstraint(
            "rule = 'often_required' OR rule = 'employer_preference' OR rule = 'employer_expectation' OR rule = 'may_be_required' OR rule = 'others_exist' OR rule = 'several_issuers' OR rule = 'requirement' OR rule = 'renewal' OR rule = 'continuing_education'",
            name=op.f("ck_certification_rule_rule"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_certification_rule_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_certification_rule_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_rule_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_rule_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_certification_rule")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_certification_rule_identity"),
        comment="What a profile says of certification in general",
    )
    op.create_index(
        "ix_certification_rule_occupation", "certification_rule", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "contact",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("group_position", sa.Integer(), nullable=False, comment="Order of the groups as printed, from 1"),
        sa.Column("topic", sa.Text(), nullable=False, comment="What the group informs about, as printed"),
        sa.Column("topic_slug", sa.Text(), nullable=False, comment="The topic as an identifier"),
        sa.Column("topic_includes", sa.Text(), nullable=True, comment="What the topic is said to include"),
        sa.Column("offers", sa.Text(), nullable=False, comment="What is to be had there: information, or a list"),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Order of the organizations in a group as printed, from 1"
        ),
        sa.Column(
            "organization",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Whom to ask",
        ),
        sa.Column(
            "link_title",
            sa.Text(),
            nullable=True,
            comment="What the link to the organization says, where that is not its name",
        ),
        sa.Column("url", sa.Text(), nullable=True, comment="Where the link leads"),
        sa.Column(
            "statement", sa.Text(), nullable=True, comment="The publication's own words that introduce the group"
        ),
        sa.Column("group_heading", sa.Text(), nullable=True, comment="Heading that the group stands under, as printed"),
        sa.Column("specialty", sa.Text(), nullable=True, comment="Specialty that the group is for"),
        sa.Column(
            "group_document_line", sa.Integer(), nullable=True, comment="Line of the document that heads the group"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_contact_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_contact_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "organization"],
            ["organization.part_id", "organization.organization"],
            name=op.f("fk_contact_part_id_organization"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_contact_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_contact_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_contact_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_contact_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_contact")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "group_position", "position", name="uq_contact_identity"
        ),
        comment="Where a profile sends its readers, and for what",
    )
    op.create_index("ix_contact_occupation", "contact", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "coursework",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "stage", sa.Text(), nullable=False, comment="Where the course is taken: postsecondary or high_school"
        ),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Order of the courses of a stage as printed, from 1"
        ),
        sa.Column("subject", sa.Text(), nullable=False, comment="Subject of the course"),
        sa.Column(
            "program_levels",
            sa.Text(),
            nullable=False,
            comment="Levels of education whose programs have it; separated by |",
        ),
        sa.Column("field", sa.Text(), nullable=True, comment="Field of the programs"),
        sa.Column("frequency", sa.Text(), nullable=True, comment="How often it holds"),
        sa.Column("modality", sa.Text(), nullable=True, comment="How firmly it holds"),
        sa.Column("applies_to", sa.Text(), nullable=True, comment="Whom or what it holds of"),
        sa.Column("benefit", sa.Text(), nullable=True, comment="What taking it is good for"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_coursework_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_coursework_origin")),
        sa.CheckConstraint("stage = 'postsecondary' OR stage = 'high_school'", name=op.f("ck_coursework_stage")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_coursework_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_coursework_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_coursework_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_coursework_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_coursework")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "stage", "position", name="uq_coursework_identity"),
        comment="A course that prepares for an occupation",
    )
    op.create_index("ix_coursework_occupation", "coursework", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "duty",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("group_position", sa.Integer(), nullable=False, comment="Order of the lists as printed, from 1"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the duties of a list as printed, from 1"),
        sa.Column("duty", sa.Text(), nullable=False, comment="What these workers typically do, as printed"),
        sa.Column("introduction", sa.Text(), nullable=False, comment="The sentence before the list"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint("origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_duty_curated_has_basis")),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_duty_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_duty_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_duty_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_duty_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_duty_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_duty")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "group_position", "position", name="uq_duty_identity"
        ),
        comment="A duty that a profile lists",
    )
    op.create_index("ix_duty_occupation", "duty", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "education_path",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Order of the levels of education as printed, from 1"
        ),
        sa.Column("path", sa.Text(), nullable=False, comment="Its part: typical_entry, alternative, ..."),
        sa.Column("education_level", sa.Text(), nullable=False, comment="Level of education"),
        sa.Column("education_label", sa.Text(), nullable=True, comment="The level in the publication's words"),
        sa.Column("field", sa.Text(), nullable=True, comment="Field of study"),
        sa.Column("quantifier", sa.Text(), nullable=True, comment="Of how many it holds: some, most"),
        sa.Column("frequency", sa.Text(), nullable=True, comment="How often it holds: typically"),
        sa.Column("modality", sa.Text(), nullable=True, comment="How firmly: need, may_need, enough, require"),
        sa.Column("applies_to", sa.Text(), nullable=True, comment="What it is needed for"),
        sa.Column("with_experience", sa.Text(), nullable=True, comment="Experience that must come with it"),
        sa.Column("with_courses", sa.Text(), nullable=True, comment="Courses that must come with it"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column(
            "detail_origin",
            sa.Text(),
            nullable=True,
            comment="curated where the level's name or the field was added by us",
        ),
        sa.Column(
            "detail_origin_basis", sa.Text(), nullable=True, comment="What the level's name or the field rests on"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_education_path_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_education_path_origin")),
        sa.CheckConstraint(
            "path = 'typical_entry' OR path = 'alternative' OR path = 'sufficient_for_some' OR path = 'required_for_most' OR path = 'advancement'",
            name=op.f("ck_education_path_path"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_education_path_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_education_path_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_education_path_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_education_path_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_education_path")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_education_path_identity"),
        comment="A level of education and the part it plays on the way into or up from an occupation",
    )
    op.create_index(
        "ix_education_path_occupation", "education_path", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "ep_attainment",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation, as published"),
        sa.Column("attainment", sa.Text(), nullable=False, comment="Highest education completed"),
        sa.Column(
            "percent",
            sa.Float(),
            nullable=True,
            comment="Workers of 25 years and older with it. Unit: percent of the occupation",
        ),
        sa.Column("percent_qualifier", sa.Text(), nullable=True, comment="Why percent is empty or a bound"),
        sa.Column(
            "survey_period", sa.Text(), nullable=True, comment="Years of the American Community Survey, such as 2022-23"
        ),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.CheckConstraint(
            "attainment = 'less_than_high_school' OR attainment = 'high_school_diploma' OR attainment = 'some_college_no_degree' OR attainment = 'associates_degree' OR attainment = 'bachelors_degree' OR attainment = 'masters_degree' OR attainment = 'doctoral_or_professional_degree' OR attainment = 'professional_degree' OR attainment = 'doctoral_degree'",
            name=op.f("ck_ep_attainment_attainment"),
        ),
        sa.CheckConstraint(
            "percent_qualifier = 'not_applicable' OR percent_qualifier = 'at_or_above' OR percent_qualifier = 'above'",
            name=op.f("ck_ep_attainment_percent_qualifier"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_attainment_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_attainment_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_attainment_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_attainment")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "attainment", name="uq_ep_attainment_identity"),
        comment="Educational attainment of those who work in an occupation",
    )
    op.create_table(
        "ep_example_title",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
            "example_title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="A title that people in the occupation hold",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Place in the publisher's list, from 1"),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_example_title_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_example_title_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_example_title_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_example_title")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_ep_example_title_identity"),
        comment="Example titles that the download prints behind an occupation's title",
    )
    op.create_table(
        "ep_matrix_cell",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="The matrix's own industry code",
        ),
        sa.Column(
            "occupation_title",
            sa.Text(),
            nullable=True,
            comment="Title of the occupation; empty in a file of one occupation",
        ),
        sa.Column(
            "occupation_row_type",
            sa.Text(),
            nullable=True,
            comment="line_item or summary; empty in a file of one occupation",
        ),
        sa.Column(
            "industry_title", sa.Text(), nullable=True, comment="Title of the industry; empty in a file of one industry"
        ),
        sa.Column(
            "industry_row_type",
            sa.Text(),
            nullable=True,
            comment="line_item or summary; empty in a file of one industry",
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "base_percent_of_industry",
            sa.Float(),
            nullable=True,
            comment="Share of the industry's jobs, base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_of_industry_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_of_industry is empty or a bound",
        ),
        sa.Column(
            "projected_percent_of_industry",
            sa.Float(),
            nullable=True,
            comment="The same in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_of_industry_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_of_industry is empty or a bound",
        ),
        sa.Column(
            "base_percent_of_occupation",
            sa.Float(),
            nullable=True,
            comment="Share of the occupation's jobs, base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_of_occupation_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_of_occupation is empty or a bound",
        ),
        sa.Column(
            "projected_percent_of_occupation",
            sa.Float(),
            nullable=True,
            comment="The same in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_of_occupation_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_of_occupation is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
        ),
        sa.Column("sort_order", sa.Integer(), nullable=True, comment="The publisher's order; empty for the total"),
        sa.Column("display_level", sa.Integer(), nullable=True, comment="How deep the title is indented, 0 the total"),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_of_industry_qualifier = 'not_applicable' OR base_percent_of_industry_qualifier = 'at_or_above' OR base_percent_of_industry_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_base_percent_of_industry_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_of_occupation_qualifier = 'not_applicable' OR base_percent_of_occupation_qualifier = 'at_or_above' OR base_percent_of_occupation_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_base_percent_of_occupation_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "industry_row_type = 'summary' OR industry_row_type = 'line_item'",
            name=op.f("ck_ep_matrix_cell_industry_row_type"),
        ),
        sa.CheckConstraint(
            "occupation_row_type = 'summary' OR occupation_row_type = 'line_item'",
            name=op.f("ck_ep_matrix_cell_occupation_row_type"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_projected_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_of_industry_qualifier = 'not_applicable' OR projected_percent_of_industry_qualifier = 'at_or_above' OR projected_percent_of_industry_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_projected_percent_of_industry_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_of_occupation_qualifier = 'not_applicable' OR projected_percent_of_occupation_qualifier = 'at_or_above' OR projected_percent_of_occupation_qualifier = 'above'",
            name=op.f("ck_ep_matrix_cell_projected_percent_of_occupation_qualifier"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_matrix_cell_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_matrix_cell_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_matrix_cell_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_matrix_cell")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "industry_code", name="uq_ep_matrix_cell_identity"),
        comment="A cell of the national employment matrix: an occupation in an industry",
    )
    op.create_table(
        "ep_projection",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation in this round, as published"),
        sa.Column(
            "row_type",
            sa.Text(),
            nullable=False,
            comment="line_item, or summary: a sum of line items; never add the two",
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column(
            "table_number", sa.Text(), nullable=False, comment="Table it stands in, such as 1.2; download, matrix"
        ),
        sa.Column(
            "base_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the base year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "base_employment_qualifier", sa.Text(), nullable=True, comment="Why base_employment is empty or a bound"
        ),
        sa.Column(
            "projected_employment",
            sa.Integer(),
            nullable=True,
            comment="Jobs in the projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "projected_employment_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_employment is empty or a bound",
        ),
        sa.Column(
            "base_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the base year. Unit: percent",
        ),
        sa.Column(
            "base_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why base_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "projected_percent_distribution",
            sa.Float(),
            nullable=True,
            comment="Share of all jobs in the projection year. Unit: percent",
        ),
        sa.Column(
            "projected_percent_distribution_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why projected_percent_distribution is empty or a bound",
        ),
        sa.Column(
            "employment_change",
            sa.Integer(),
            nullable=True,
            comment="Change from base to projection year. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "employment_change_qualifier", sa.Text(), nullable=True, comment="Why employment_change is empty or a bound"
        ),
        sa.Column(
            "employment_change_percent",
            sa.Float(),
            nullable=True,
            comment="That change in percent of the base. Unit: percent",
        ),
        sa.Column(
            "employment_change_percent_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why employment_change_percent is empty or a bound",
        ),
        sa.Column(
            "annual_openings",
            sa.Integer(),
            nullable=True,
            comment="Openings a year on average: change/10 plus separations. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "annual_openings_qualifier", sa.Text(), nullable=True, comment="Why annual_openings is empty or a bound"
        ),
        sa.CheckConstraint(
            "annual_openings_qualifier = 'not_applicable' OR annual_openings_qualifier = 'at_or_above' OR annual_openings_qualifier = 'above'",
            name=op.f("ck_ep_projection_annual_openings_qualifier"),
        ),
        sa.CheckConstraint(
            "base_employment_qualifier = 'not_applicable' OR base_employment_qualifier = 'at_or_above' OR base_employment_qualifier = 'above'",
            name=op.f("ck_ep_projection_base_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "base_percent_distribution_qualifier = 'not_applicable' OR base_percent_distribution_qualifier = 'at_or_above' OR base_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_projection_base_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_percent_qualifier = 'not_applicable' OR employment_change_percent_qualifier = 'at_or_above' OR employment_change_percent_qualifier = 'above'",
            name=op.f("ck_ep_projection_employment_change_percent_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_change_qualifier = 'not_applicable' OR employment_change_qualifier = 'at_or_above' OR employment_change_qualifier = 'above'",
            name=op.f("ck_ep_projection_employment_change_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_employment_qualifier = 'not_applicable' OR projected_employment_qualifier = 'at_or_above' OR projected_employment_qualifier = 'above'",
            name=op.f("ck_ep_projection_projected_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "projected_percent_distribution_qualifier = 'not_applicable' OR projected_percent_distribution_qualifier = 'at_or_above' OR projected_percent_distribution_qualifier = 'above'",
            name=op.f("ck_ep_projection_projected_percent_distribution_qualifier"),
        ),
        sa.CheckConstraint("row_type = 'summary' OR row_type = 'line_item'", name=op.f("ck_ep_projection_row_type")),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_projection_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_projection_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_projection_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_projection")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "row_type", "table_number", name="uq_ep_projection_identity"
        ),
        comment="Projected employment of an occupation over a round",
    )
    op.create_table(
        "ep_replacement",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation in this round, as published"),
        sa.Column(
            "row_type",
            sa.Text(),
            nullable=False,
            comment="line_item, or summary: a sum of line items; never add the two",
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column(
            "table_number", sa.Text(), nullable=False, comment="Table it stands in, such as 1.2; download, matrix"
        ),
        sa.Column(
            "growth_and_replacement_openings",
            sa.Integer(),
            nullable=True,
            comment="Openings in the ten years together; not annual_openings, another method. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "growth_and_replacement_openings_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why growth_and_replacement_openings is empty or a bound",
        ),
        sa.Column(
            "growth_openings",
            sa.Integer(),
            nullable=True,
            comment="Openings in the ten years due to growth alone. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "growth_openings_qualifier", sa.Text(), nullable=True, comment="Why growth_openings is empty or a bound"
        ),
        sa.Column(
            "replacement_needs",
            sa.Integer(),
            nullable=True,
            comment="Openings in the ten years to replace who leaves. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "replacement_needs_qualifier", sa.Text(), nullable=True, comment="Why replacement_needs is empty or a bound"
        ),
        sa.Column(
            "replacement_rate",
            sa.Float(),
            nullable=True,
            comment="Those in percent of base employment. Unit: percent in ten years",
        ),
        sa.Column(
            "replacement_rate_qualifier", sa.Text(), nullable=True, comment="Why replacement_rate is empty or a bound"
        ),
        sa.Column(
            "annual_replacement_needs",
            sa.Integer(),
            nullable=True,
            comment="Openings a year to replace who leaves. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "annual_replacement_needs_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why annual_replacement_needs is empty or a bound",
        ),
        sa.Column(
            "annual_replacement_rate",
            sa.Float(),
            nullable=True,
            comment="Those in percent of employment. Unit: percent a year",
        ),
        sa.Column(
            "annual_replacement_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why annual_replacement_rate is empty or a bound",
        ),
        sa.CheckConstraint(
            "annual_replacement_needs_qualifier = 'not_applicable' OR annual_replacement_needs_qualifier = 'at_or_above' OR annual_replacement_needs_qualifier = 'above'",
            name=op.f("ck_ep_replacement_annual_replacement_needs_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_replacement_rate_qualifier = 'not_applicable' OR annual_replacement_rate_qualifier = 'at_or_above' OR annual_replacement_rate_qualifier = 'above'",
            name=op.f("ck_ep_replacement_annual_replacement_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "growth_and_replacement_openings_qualifier = 'not_applicable' OR growth_and_replacement_openings_qualifier = 'at_or_above' OR growth_and_replacement_openings_qualifier = 'above'",
            name=op.f("ck_ep_replacement_growth_and_replacement_openings_qualifier"),
        ),
        sa.CheckConstraint(
            "growth_openings_qualifier = 'not_applicable' OR growth_openings_qualifier = 'at_or_above' OR growth_openings_qualifier = 'above'",
            name=op.f("ck_ep_replacement_growth_openings_qualifier"),
        ),
        sa.CheckConstraint(
            "replacement_needs_qualifier = 'not_applicable' OR replacement_needs_qualifier = 'at_or_above' OR replacement_needs_qualifier = 'above'",
            name=op.f("ck_ep_replacement_replacement_needs_qualifier"),
        ),
        sa.CheckConstraint(
            "replacement_rate_qualifier = 'not_applicable' OR replacement_rate_qualifier = 'at_or_above' OR replacement_rate_qualifier = 'above'",
            name=op.f("ck_ep_replacement_replacement_rate_qualifier"),
        ),
        sa.CheckConstraint("row_type = 'summary' OR row_type = 'line_item'", name=op.f("ck_ep_replacement_row_type")),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_replacement_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_replacement_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_replacement_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_replacement")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "row_type", "table_number", name="uq_ep_replacement_identity"
        ),
        comment="Openings due to growth and replacement needs, as rounds before 2016-26 measured them",
    )
    op.create_table(
        "ep_separation",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation in this round, as published"),
        sa.Column(
            "row_type",
            sa.Text(),
            nullable=False,
            comment="line_item, or summary: a sum of line items; never add the two",
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column(
            "table_number", sa.Text(), nullable=False, comment="Table it stands in, such as 1.2; download, matrix"
        ),
        sa.Column(
            "labor_force_exit_rate",
            sa.Float(),
            nullable=True,
            comment="Workers a year who leave the labor force. Unit: percent of jobs",
        ),
        sa.Column(
            "labor_force_exit_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why labor_force_exit_rate is empty or a bound",
        ),
        sa.Column(
            "occupational_transfer_rate",
            sa.Float(),
            nullable=True,
            comment="Workers a year who change occupation. Unit: percent of jobs",
        ),
        sa.Column(
            "occupational_transfer_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why occupational_transfer_rate is empty or a bound",
        ),
        sa.Column(
            "total_separation_rate",
            sa.Float(),
            nullable=True,
            comment="Exits and transfers together. Unit: percent of jobs",
        ),
        sa.Column(
            "total_separation_rate_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why total_separation_rate is empty or a bound",
        ),
        sa.Column(
            "labor_force_exits",
            sa.Integer(),
            nullable=True,
            comment="Workers a year who leave the labor force. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "labor_force_exits_qualifier", sa.Text(), nullable=True, comment="Why labor_force_exits is empty or a bound"
        ),
        sa.Column(
            "occupational_transfers",
            sa.Integer(),
            nullable=True,
            comment="Workers a year who change occupation. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "occupational_transfers_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why occupational_transfers is empty or a bound",
        ),
        sa.Column(
            "total_separations",
            sa.Integer(),
            nullable=True,
            comment="Exits and transfers together. Unit: jobs, published in thousands with one decimal",
        ),
        sa.Column(
            "total_separations_qualifier", sa.Text(), nullable=True, comment="Why total_separations is empty or a bound"
        ),
        sa.CheckConstraint(
            "labor_force_exit_rate_qualifier = 'not_applicable' OR labor_force_exit_rate_qualifier = 'at_or_above' OR labor_force_exit_rate_qualifier = 'above'",
            name=op.f("ck_ep_separation_labor_force_exit_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "labor_force_exits_qualifier = 'not_applicable' OR labor_force_exits_qualifier = 'at_or_above' OR labor_force_exits_qualifier = 'above'",
            name=op.f("ck_ep_separation_labor_force_exits_qualifier"),
        ),
        sa.CheckConstraint(
            "occupational_transfer_rate_qualifier = 'not_applicable' OR occupational_transfer_rate_qualifier = 'at_or_above' OR occupational_transfer_rate_qualifier = 'above'",
            name=op.f("ck_ep_separation_occupational_transfer_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "occupational_transfers_qualifier = 'not_applicable' OR occupational_transfers_qualifier = 'at_or_above' OR occupational_transfers_qualifier = 'above'",
            name=op.f("ck_ep_separation_occupational_transfers_qualifier"),
        ),
        sa.CheckConstraint("row_type = 'summary' OR row_type = 'line_item'", name=op.f("ck_ep_separation_row_type")),
        sa.CheckConstraint(
            "total_separation_rate_qualifier = 'not_applicable' OR total_separation_rate_qualifier = 'at_or_above' OR total_separation_rate_qualifier = 'above'",
            name=op.f("ck_ep_separation_total_separation_rate_qualifier"),
        ),
        sa.CheckConstraint(
            "total_separations_qualifier = 'not_applicable' OR total_separations_qualifier = 'at_or_above' OR total_separations_qualifier = 'above'",
            name=op.f("ck_ep_separation_total_separations_qualifier"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_separation_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_separation_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_separation_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_separation")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "row_type", "table_number", name="uq_ep_separation_identity"
        ),
        comment="Who leaves an occupation in a year, on average over the round (2016-26 and later)",
    )
    op.create_table(
        "ep_skill_score",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation, as published"),
        sa.Column("skill", sa.Text(), nullable=False, comment="Skill category, as published"),
        sa.Column("measure", sa.Text(), nullable=False, comment="percentile_rank among detailed occupations, or score"),
        sa.Column("value", sa.Float(), nullable=True, comment="Percentile rank (0-100) or score"),
        sa.Column("value_qualifier", sa.Text(), nullable=True, comment="Why value is empty or a bound"),
        sa.Column(
            "footnote",
            sa.Text(),
            nullable=True,
            comment="Footnote that the publisher attaches to the row: imputed from similar occupations",
        ),
        sa.CheckConstraint("measure = 'percentile_rank' OR measure = 'score'", name=op.f("ck_ep_skill_score_measure")),
        sa.CheckConstraint(
            "value_qualifier = 'not_applicable' OR value_qualifier = 'at_or_above' OR value_qualifier = 'above'",
            name=op.f("ck_ep_skill_score_value_qualifier"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_skill_score_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_skill_score_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_skill_score_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_skill_score")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "skill", "measure", name="uq_ep_skill_score_identity"
        ),
        comment="How much of a skill an occupation asks for, beside the others",
    )
    op.create_table(
        "ep_top_skill",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation, as published"),
        sa.Column("rank", sa.Integer(), nullable=False, comment="1 the highest, 2, 3"),
        sa.Column("skill", sa.Text(), nullable=False, comment="Skill category, as published"),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.CheckConstraint("rank BETWEEN 1 AND 3", name=op.f("ck_ep_top_skill_rank")),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_top_skill_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_top_skill_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_top_skill_sheet_id")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_top_skill")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "rank", name="uq_ep_top_skill_identity"),
        comment="The three skills that stand highest in an occupation",
    )
    op.create_table(
        "ep_utilization_factor",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation, as published"),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="The matrix's industry code; empty where none is printed",
        ),
        sa.Column(
            "industry_title", sa.Text(), nullable=False, comment="Title of that industry; all industries where it is"
        ),
        sa.Column(
            "factor", sa.Text(), nullable=False, comment="What changes the occupation's share, in the publisher's words"
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_utilization_factor_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_utilization_factor_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_utilization_factor_sheet_id")
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_utilization_factor")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "industry_title", name="uq_ep_utilization_factor_identity"
        ),
        comment="Why an occupation's share of an industry's jobs is projected to change",
    )
    op.create_table(
        "ep_worker_characteristic",
        sa.Column("row_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("title", sa.Text(), nullable=False, comment="Title of the occupation in this round, as published"),
        sa.Column(
            "row_type",
            sa.Text(),
            nullable=False,
            comment="line_item, or summary: a sum of line items; never add the two",
        ),
        sa.Column(
            "display_level",
            sa.Integer(),
            nullable=True,
            comment="How deep the title is indented, 0 the total; empty if not printed",
        ),
        sa.Column("footnote", sa.Text(), nullable=True, comment="Footnote that the publisher attaches to the row"),
        sa.Column(
            "table_number", sa.Text(), nullable=False, comment="Table it stands in, such as 1.2; download, matrix"
        ),
        sa.Column(
            "percent_self_employed",
            sa.Float(),
            nullable=True,
            comment="Share of the jobs that are self-employment. Unit: percent",
        ),
        sa.Column(
            "percent_self_employed_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why percent_self_employed is empty or a bound",
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
            "entry_education_qualifier", sa.Text(), nullable=True, comment="Why entry_education is empty or a bound"
        ),
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
            "work_experience_qualifier", sa.Text(), nullable=True, comment="Why work_experience is empty or a bound"
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
            "on_the_job_training_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why on_the_job_training is empty or a bound",
        ),
        sa.Column(
            "on_the_job_training_code",
            sa.Integer(),
            nullable=True,
            comment="The publisher's number of it, 1 to 6; empty if not printed",
        ),
        sa.Column(
            "in_handbook",
            sa.Boolean(),
            nullable=True,
            comment="Whether the row points to the Occupational Outlook Handbook",
        ),
        sa.CheckConstraint(
            "annual_median_qualifier = 'not_applicable' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above'",
            name=op.f("ck_ep_worker_characteristic_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "entry_education = 'doctoral_or_professional_degree' OR entry_education = 'masters_degree' OR entry_education = 'bachelors_degree' OR entry_education = 'associates_degree' OR entry_education = 'postsecondary_nondegree_award' OR entry_education = 'some_college_no_degree' OR entry_education = 'high_school_diploma' OR entry_education = 'no_formal_credential'",
            name=op.f("ck_ep_worker_characteristic_entry_education"),
        ),
        sa.CheckConstraint(
            "entry_education_qualifier = 'not_applicable' OR entry_education_qualifier = 'at_or_above' OR entry_education_qualifier = 'above'",
            name=op.f("ck_ep_worker_characteristic_entry_education_qualifier"),
        ),
        sa.CheckConstraint(
            "on_the_job_training = 'internship_or_residency' OR on_the_job_training = 'apprenticeship' OR on_the_job_training = 'long_term' OR on_the_job_training = 'moderate_term' OR on_the_job_training = 'short_term' OR on_the_job_training = 'none'",
            name=op.f("ck_ep_worker_characteristic_on_the_job_training"),
        ),
        sa.CheckConstraint(
            "on_the_job_training_qualifier = 'not_applicable' OR on_the_job_training_qualifier = 'at_or_above' OR on_the_job_training_qualifier = 'above'",
            name=op.f("ck_ep_worker_characteristic_on_the_job_training_qualifier"),
        ),
        sa.CheckConstraint(
            "percent_self_employed_qualifier = 'not_applicable' OR percent_self_employed_qualifier = 'at_or_above' OR percent_self_employed_qualifier = 'above'",
            name=op.f("ck_ep_worker_characteristic_percent_self_employed_qualifier"),
        ),
        sa.CheckConstraint(
            "row_type = 'summary' OR row_type = 'line_item'", name=op.f("ck_ep_worker_characteristic_row_type")
        ),
        sa.CheckConstraint(
            "work_experience = 'five_years_or_more' OR work_experience = 'less_than_five_years' OR work_experience = 'none'",
            name=op.f("ck_ep_worker_characteristic_work_experience"),
        ),
        sa.CheckConstraint(
            "work_experience_qualifier = 'not_applicable' OR work_experience_qualifier = 'at_or_above' OR work_experience_qualifier = 'above'",
            name=op.f("ck_ep_worker_characteristic_work_experience_qualifier"),
        ),
        sa.CheckConstraint(
            "entry_education_code BETWEEN 1 AND 8", name=op.f("ck_ep_worker_characteristic_entry_education_code")
        ),
        sa.CheckConstraint(
            "on_the_job_training_code BETWEEN 1 AND 6",
            name=op.f("ck_ep_worker_characteristic_on_the_job_training_code"),
        ),
        sa.CheckConstraint(
            "work_experience_code IN (1, 2, 4)", name=op.f("ck_ep_worker_characteristic_work_experience_code")
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_ep_worker_characteristic_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_ep_worker_characteristic_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_ep_worker_characteristic_sheet_id")
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_ep_worker_characteristic")),
        sa.UniqueConstraint(
            "part_id",
            "soc_code",
            "soc_vintage",
            "row_type",
            "table_number",
            name="uq_ep_worker_characteristic_identity",
        ),
        comment="Pay, self-employment and entry requirements of an occupation in a round",
    )
    op.create_table(
        "handbook_employment",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Year that is counted",
        ),
        sa.Column(
            "area_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Area; 99 is the nation",
        ),
        sa.Column(
            "basis", sa.Text(), nullable=False, comment="What is counted: jobs with or without the self-employed"
        ),
        sa.Column(
            "quantifier", sa.Text(), nullable=True, comment="How exact the publication says the figure is: about"
        ),
        sa.Column("employment", sa.Integer(), nullable=False, comment="Number of jobs. OOH"),
        sa.Column("rounded_to", sa.Integer(), nullable=False, comment="The publisher's rounding, in jobs"),
        sa.Column(
            "detail_origin",
            sa.Text(),
            nullable=True,
            comment="curated where the area, basis or rounding was added by us",
        ),
        sa.Column("detail_origin_basis", sa.Text(), nullable=True, comment="What the area, basis or rounding rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "basis = 'wage_and_salary_jobs' OR basis = 'jobs_including_self_employed'",
            name=op.f("ck_handbook_employment_basis"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_handbook_employment_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_handbook_employment_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "area_code"],
            ["area.part_id", "area.area_code"],
            name=op.f("fk_handbook_employment_part_id_area_code"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_handbook_employment_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_handbook_employment_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_handbook_employment_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_handbook_employment_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_handbook_employment")),
        sa.UniqueConstraint(
            "part_id",
            "profile",
            "subject_title",
            "reference_period",
            "area_code",
            "basis",
            name="uq_handbook_employment_identity",
        ),
        comment="How many jobs an occupation holds, as an OOH profile states it",
    )
    op.create_index(
        "ix_handbook_employment_occupation", "handbook_employment", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "handbook_wage",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Month that the wages refer to",
        ),
        sa.Column(
            "area_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Area; 99 is the nation",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="Order of the wage table, 0 for all industries, as printed, from 1",
        ),
        sa.Column(
            "industry_label",
            sa.Text(),
            nullable=True,
            comment="Employer group as printed; empty for all industries together",
        ),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Industry that the label means; empty where none is settled",
        ),
        sa.Column("industry_level", sa.Text(), nullable=True, comment="Level of that industry"),
        sa.Column(
            "ownership_code",
            sa.Text(),
            nullable=True,
            comment="Ownership that the label states; empty where it states none",
        ),
        sa.Column(
            "annual_p10",
            sa.Integer(),
            nullable=True,
            comment="10th percentile, dollars per year ('lowest 10 percent earned less than'). OOH",
        ),
        sa.Column("annual_median", sa.Integer(), nullable=True, comment="Median, dollars per year. OOH"),
        sa.Column(
            "annual_p90",
            sa.Integer(),
            nullable=True,
            comment="90th percentile, dollars per year ('highest 10 percent earned more than'). OOH",
        ),
        sa.Column(
            "annual_mean",
            sa.Integer(),
            nullable=True,
            comment="Mean, dollars per year, where the profile prints means. OOH",
        ),
        sa.Column(
            "hourly_p10",
            sa.Integer(),
            nullable=True,
            comment="10th percentile, dollars per hour, of occupations paid by the hour. OOH",
        ),
        sa.Column(
            "hourly_median",
            sa.Integer(),
            nullable=True,
            comment="Median, dollars per hour, of occupations paid by the hour. OOH",
        ),
        sa.Column(
            "hourly_p90",
            sa.Integer(),
            nullable=True,
            comment="90th percentile, dollars per hour, of occupations paid by the hour. OOH",
        ),
        sa.Column("annual_median_qualifier", sa.Text(), nullable=True, comment="Why the annual median is a bound"),
        sa.Column(
            "annual_p90_qualifier", sa.Text(), nullable=True, comment="Why the annual 90th percentile is a bound"
        ),
        sa.Column("annual_mean_qualifier", sa.Text(), nullable=True, comment="Why the annual mean is a bound"),
        sa.Column("hourly_median_qualifier", sa.Text(), nullable=True, comment="Why the hourly median is a bound"),
        sa.Column(
            "hourly_p90_qualifier", sa.Text(), nullable=True, comment="Why the hourly 90th percentile is a bound"
        ),
        sa.Column(
            "statement",
            sa.Text(),
            nullable=True,
            comment="The publication's own sentences, where they state the figures",
        ),
        sa.Column(
            "rounded_to",
            sa.Integer(),
            nullable=True,
            comment="The publisher's rounding, in dollars; empty for hourly wages (cents)",
        ),
        sa.Column(
            "detail_origin", sa.Text(), nullable=True, comment="curated where the area or rounding was added by us"
        ),
        sa.Column("detail_origin_basis", sa.Text(), nullable=True, comment="What the area or rounding rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "annual_mean_qualifier = 'wage_not_released' OR annual_mean_qualifier = 'employment_not_released' OR annual_mean_qualifier = 'at_or_above' OR annual_mean_qualifier = 'above' OR annual_mean_qualifier = 'below_half_percent' OR annual_mean_qualifier = 'annual_only' OR annual_mean_qualifier = 'hourly_only' OR annual_mean_qualifier = 'not_applicable'",
            name=op.f("ck_handbook_wage_annual_mean_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_median_qualifier = 'wage_not_released' OR annual_median_qualifier = 'employment_not_released' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above' OR annual_median_qualifier = 'below_half_percent' OR annual_median_qualifier = 'annual_only' OR annual_median_qualifier = 'hourly_only' OR annual_median_qualifier = 'not_applicable'",
            name=op.f("ck_handbook_wage_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p90_qualifier = 'wage_not_released' OR annual_p90_qualifier = 'employment_not_released' OR annual_p90_qualifier = 'at_or_above' OR annual_p90_qualifier = 'above' OR annual_p90_qualifier = 'below_half_percent' OR annual_p90_qualifier = 'annual_only' OR annual_p90_qualifier = 'hourly_only' OR annual_p90_qualifier = 'not_applicable'",
            name=op.f("ck_handbook_wage_annual_p90_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_median_qualifier = 'wage_not_released' OR hourly_median_qualifier = 'employment_not_released' OR hourly_median_qualifier = 'at_or_above' OR hourly_median_qualifier = 'above' OR hourly_median_qualifier = 'below_half_percent' OR hourly_median_qualifier = 'annual_only' OR hourly_median_qualifier = 'hourly_only' OR hourly_median_qualifier = 'not_applicable'",
            name=op.f("ck_handbook_wage_hourly_median_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p90_qualifier = 'wage_not_released' OR hourly_p90_qualifier = 'employment_not_released' OR hourly_p90_qualifier = 'at_or_above' OR hourly_p90_qualifier = 'above' OR hourly_p90_qualifier = 'below_half_percent' OR hourly_p90_qualifier = 'annual_only' OR hourly_p90_qualifier = 'hourly_only' OR hourly_p90_qualifier = 'not_applicable'",
            name=op.f("ck_handbook_wage_hourly_p90_qualifier"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_handbook_wage_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_handbook_wage_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "area_code"],
            ["area.part_id", "area.area_code"],
            name=op.f("fk_handbook_wage_part_id_area_code"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "industry_code", "industry_level"],
            ["industry.part_id", "industry.industry_code", "industry.industry_level"],
            name=op.f("fk_handbook_wage_part_id_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_handbook_wage_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_handbook_wage_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_handbook_wage_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_handbook_wage_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_handbook_wage")),
        sa.UniqueConstraint(
            "part_id",
            "profile",
            "subject_title",
            "reference_period",
            "area_code",
            "position",
            name="uq_handbook_wage_identity",
        ),
        comment="Wages of an occupation as an OOH profile states them, in all and by industry",
    )
    op.create_index(
        "ix_handbook_wage_occupation", "handbook_wage", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "industry_label",
        sa.Column("industry_label", sa.Text(), nullable=False, comment="Employer group as the handbook prints it"),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Industry that it corresponds to",
        ),
        sa.Column("industry_level", sa.Text(), nullable=False, comment="Level of that industry"),
        sa.Column(
            "ownership_code",
            sa.Text(),
            nullable=True,
            comment="Ownership that the label states; empty where it states none",
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_industry_label_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_industry_label_origin")),
        sa.CheckConstraint(
            "ownership_code = '1' OR ownership_code = '2' OR ownership_code = '3' OR ownership_code = '5' OR ownership_code = '35' OR ownership_code = '123' OR ownership_code = '235' OR ownership_code = '1235' OR ownership_code = '57' OR ownership_code = '58' OR ownership_code = '59'",
            name=op.f("ck_industry_label_ownership_code"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "industry_code", "industry_level"],
            ["industry.part_id", "industry.industry_code", "industry.industry_level"],
            name=op.f("fk_industry_label_part_id_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_industry_label_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_industry_label_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "industry_label", name=op.f("pk_industry_label")),
        comment="Which industry an employer label of the handbook means; the handbook prints no codes",
    )
    op.create_table(
        "interest",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the interests as printed, from 1"),
        sa.Column("framework", sa.Text(), nullable=False, comment="System of interest areas"),
        sa.Column("interest", sa.Text(), nullable=False, comment="Interest area, as printed"),
        sa.Column("holland_theme", sa.Text(), nullable=True, comment="The same area under Holland's own name; curated"),
        sa.Column("frequency", sa.Text(), nullable=True, comment="How often workers have it"),
        sa.Column("meaning", sa.Text(), nullable=False, comment="What the area indicates a focus on"),
        sa.Column("meaning_focus", sa.Text(), nullable=False, comment="The activities in that meaning; separated by |"),
        sa.Column("meaning_object", sa.Text(), nullable=True, comment="What the activities are directed at"),
        sa.Column("meaning_purpose", sa.Text(), nullable=True, comment="What they are for"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column("theme_origin", sa.Text(), nullable=True, comment="curated where Holland's name was added by us"),
        sa.Column("theme_origin_basis", sa.Text(), nullable=True, comment="What Holland's name rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_interest_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_interest_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_interest_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_interest_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_interest_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_interest_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_interest")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_interest_identity"),
        comment="An interest area that suits an occupation",
    )
    op.create_index("ix_interest_occupation", "interest", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "job_prospect",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "projection_round",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Projection round that it belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the prospects as printed, from 1"),
        sa.Column(
            "favors", sa.Text(), nullable=False, comment="What improves a candidate's prospects: certification or skill"
        ),
        sa.Column("listed_as", sa.Text(), nullable=False, comment="general, or an example of the general statement"),
        sa.Column("name", sa.Text(), nullable=False, comment="Which certification or skill"),
        sa.Column("acronym", sa.Text(), nullable=True, comment="Its acronym, if it has one"),
        sa.Column("prospects", sa.Text(), nullable=False, comment="What the prospects are: best, needed"),
        sa.Column("certainty", sa.Text(), nullable=True, comment="How sure the statement is"),
        sa.Column("condition", sa.Text(), nullable=True, comment="Condition that it depends on"),
        sa.Column("purpose", sa.Text(), nullable=True, comment="What it is needed for"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint("favors = 'certification' OR favors = 'skill'", name=op.f("ck_job_prospect_favors")),
        sa.CheckConstraint("listed_as = 'general' OR listed_as = 'example'", name=op.f("ck_job_prospect_listed_as")),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_job_prospect_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_job_prospect_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_job_prospect_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_job_prospect_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_job_prospect_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_job_prospect_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_job_prospect")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "projection_round", "position", name="uq_job_prospect_identity"
        ),
        comment="Who has the best job prospects in an occupation",
    )
    op.create_index("ix_job_prospect_occupation", "job_prospect", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "largest_employer",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Year that the shares refer to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the employers as printed, from 1"),
        sa.Column(
            "industry_label",
            sa.Text(),
            nullable=True,
            comment="Employer group as printed; empty for all industries together",
        ),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Industry that the label means; empty where none is settled",
        ),
        sa.Column("industry_level", sa.Text(), nullable=True, comment="Level of that industry"),
        sa.Column(
            "ownership_code",
            sa.Text(),
            nullable=True,
            comment="Ownership that the label states; empty where it states none",
        ),
        sa.Column(
            "percent_of_occupation",
            sa.Float(),
            nullable=False,
            comment="Share of the occupation's jobs, percent, as printed",
        ),
        sa.Column("employment", sa.Integer(), nullable=True, comment="Number of jobs, where the publication prints it"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_largest_employer_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_largest_employer_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "industry_code", "industry_level"],
            ["industry.part_id", "industry.industry_code", "industry.industry_level"],
            name=op.f("fk_largest_employer_part_id_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_largest_employer_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_largest_employer_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_largest_employer_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_largest_employer_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_largest_employer")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "reference_period", "position", name="uq_largest_employer_identity"
        ),
        comment="The largest employers of an occupation, as an OOH profile ranks them; shares do not sum to 100",
    )
    op.create_index(
        "ix_largest_employer_occupation", "largest_employer", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "occupation_transition",
        sa.Column(
            "from_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Code that was replaced",
        ),
        sa.Column("from_soc_vintage", sa.Text(), nullable=False, comment="Its edition"),
        sa.Column(
            "to_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Code that took its place, or a part of it",
        ),
        sa.Column("to_soc_vintage", sa.Text(), nullable=False, comment="Its edition"),
        sa.Column(
            "link", sa.Text(), nullable=False, comment="whole: all of the successor came from it; part: a part did"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint("link = 'whole' OR link = 'part'", name=op.f("ck_occupation_transition_link")),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_occupation_transition_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_occupation_transition_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "from_soc_code", "from_soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_occupation_transition_part_id_from_soc_code_from_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "to_soc_code", "to_soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_occupation_transition_part_id_to_soc_code_to_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_occupation_transition_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_occupation_transition_sheet_id")
        ),
        sa.PrimaryKeyConstraint(
            "part_id",
            "from_soc_code",
            "from_soc_vintage",
            "to_soc_code",
            "to_soc_vintage",
            name=op.f("pk_occupation_transition"),
        ),
        comment="What became of an occupation code when the classification was revised",
    )
    op.create_table(
        "oews_estimate",
        sa.Column("estimate_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
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
        sa.Column("level", sa.Text(), nullable=False, comment="Level at which the file gives the occupation"),
        sa.Column(
            "area_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Area of the estimate",
        ),
        sa.Column(
            "industry_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Industry of the estimate; 000000 is all",
        ),
        sa.Column("industry_level", sa.Text(), nullable=False, comment="Level of that industry"),
        sa.Column(
            "ownership_code", sa.Text(), nullable=False, comment="Whose establishments are counted: OEWS ownership code"
        ),
        sa.Column(
            "also_level",
            sa.Text(),
            nullable=True,
            comment="Other level (of occupation or industry) at which the same figures stand again",
        ),
        sa.Column(
            "is_repeat",
            sa.Boolean(),
            nullable=False,
            comment="Whether that other level is the more detailed one, which lists show in place of this row",
        ),
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
            "jobs_per_1000",
            sa.Float(),
            nullable=True,
            comment="Jobs in the occupation for every 1,000 jobs in the area. The nation as a whole has none. Unit: jobs_per_1000_jobs. OEWS",
        ),
        sa.Column("jobs_per_1000_qualifier", sa.Text(), nullable=True, comment="Why jobs_per_1000 is empty or a bound"),
        sa.Column(
            "location_quotient",
            sa.Float(),
            nullable=True,
            comment="The occupation's share of the area's jobs divided by its share of the nation's: above 1, concentrated here. Unit: ratio. OEWS",
        ),
        sa.Column(
            "location_quotient_qualifier", sa.Text(), nullable=True, comment="Why location_quotient is empty or a bound"
        ),
        sa.Column(
            "percent_of_industry",
            sa.Float(),
            nullable=True,
            comment="The occupation's share of all jobs in the industry. Published for single industries only. Unit: percent. OEWS",
        ),
        sa.Column(
            "percent_of_industry_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why percent_of_industry is empty or a bound",
        ),
        sa.Column(
            "percent_of_establishments_reporting",
            sa.Float(),
            nullable=True,
            comment="Share of the industry's establishments that report the occupation. Published for single industries only. Unit: percent. OEWS",
        ),
        sa.Column(
            "percent_of_establishments_reporting_qualifier",
            sa.Text(),
            nullable=True,
            comment="Why percent_of_establishments_reporting is empty or a bound",
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
        sa.CheckConstraint(
            "annual_mean_qualifier = 'wage_not_released' OR annual_mean_qualifier = 'at_or_above' OR annual_mean_qualifier = 'above' OR annual_mean_qualifier = 'hourly_only' OR annual_mean_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_annual_mean_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_median_qualifier = 'wage_not_released' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above' OR annual_median_qualifier = 'hourly_only' OR annual_median_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p10_qualifier = 'wage_not_released' OR annual_p10_qualifier = 'at_or_above' OR annual_p10_qualifier = 'above' OR annual_p10_qualifier = 'hourly_only' OR annual_p10_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_annual_p10_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p25_qualifier = 'wage_not_released' OR annual_p25_qualifier = 'at_or_above' OR annual_p25_qualifier = 'above' OR annual_p25_qualifier = 'hourly_only' OR annual_p25_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_annual_p25_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p75_qualifier = 'wage_not_released' OR annual_p75_qualifier = 'at_or_above' OR annual_p75_qualifier = 'above' OR annual_p75_qualifier = 'hourly_only' OR annual_p75_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_annual_p75_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p90_qualifier = 'wage_not_released' OR annual_p90_qualifier = 'at_or_above' OR annual_p90_qualifier = 'above' OR annual_p90_qualifier = 'hourly_only' OR annual_p90_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_annual_p90_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_qualifier = 'employment_not_released' OR employment_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_rse_qualifier = 'employment_not_released' OR employment_rse_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_employment_rse_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_mean_qualifier = 'wage_not_released' OR hourly_mean_qualifier = 'at_or_above' OR hourly_mean_qualifier = 'above' OR hourly_mean_qualifier = 'annual_only' OR hourly_mean_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_hourly_mean_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_median_qualifier = 'wage_not_released' OR hourly_median_qualifier = 'at_or_above' OR hourly_median_qualifier = 'above' OR hourly_median_qualifier = 'annual_only' OR hourly_median_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_hourly_median_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p10_qualifier = 'wage_not_released' OR hourly_p10_qualifier = 'at_or_above' OR hourly_p10_qualifier = 'above' OR hourly_p10_qualifier = 'annual_only' OR hourly_p10_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_hourly_p10_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p25_qualifier = 'wage_not_released' OR hourly_p25_qualifier = 'at_or_above' OR hourly_p25_qualifier = 'above' OR hourly_p25_qualifier = 'annual_only' OR hourly_p25_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_hourly_p25_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p75_qualifier = 'wage_not_released' OR hourly_p75_qualifier = 'at_or_above' OR hourly_p75_qualifier = 'above' OR hourly_p75_qualifier = 'annual_only' OR hourly_p75_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_hourly_p75_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p90_qualifier = 'wage_not_released' OR hourly_p90_qualifier = 'at_or_above' OR hourly_p90_qualifier = 'above' OR hourly_p90_qualifier = 'annual_only' OR hourly_p90_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_hourly_p90_qualifier"),
        ),
        sa.CheckConstraint(
            "jobs_per_1000_qualifier = 'employment_not_released' OR jobs_per_1000_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_jobs_per_1000_qualifier"),
        ),
        sa.CheckConstraint(
            "level = 'total' OR level = 'major' OR level = 'minor' OR level = 'broad' OR level = 'detailed'",
            name=op.f("ck_oews_estimate_level"),
        ),
        sa.CheckConstraint(
            "location_quotient_qualifier = 'employment_not_released' OR location_quotient_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_location_quotient_qualifier"),
        ),
        sa.CheckConstraint(
            "mean_wage_rse_qualifier = 'wage_not_released' OR mean_wage_rse_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_mean_wage_rse_qualifier"),
        ),
        sa.CheckConstraint(
            "ownership_code = '1' OR ownership_code = '2' OR ownership_code = '3' OR ownership_code = '5' OR ownership_code = '35' OR ownership_code = '123' OR ownership_code = '235' OR ownership_code = '1235' OR ownership_code = '57' OR ownership_code = '58' OR ownership_code = '59'",
            name=op.f("ck_oews_estimate_ownership_code"),
        ),
        sa.CheckConstraint(
            "percent_of_establishments_reporting_qualifier = 'below_half_percent' OR percent_of_establishments_reporting_qualifier = 'employment_not_released' OR percent_of_establishments_reporting_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_percent_of_establishments_reporting_qualifier"),
        ),
        sa.CheckConstraint(
            "percent_of_industry_qualifier = 'employment_not_released' OR percent_of_industry_qualifier = 'not_applicable'",
            name=op.f("ck_oews_estimate_percent_of_industry_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_mean IS NOT NULL OR annual_mean_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_annual_mean_explained"),
        ),
        sa.CheckConstraint(
            "annual_median IS NOT NULL OR annual_median_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_annual_median_explained"),
        ),
        sa.CheckConstraint(
            "annual_p10 IS NOT NULL OR annual_p10_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_annual_p10_explained"),
        ),
        sa.CheckConstraint(
            "annual_p25 IS NOT NULL OR annual_p25_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_annual_p25_explained"),
        ),
        sa.CheckConstraint(
            "annual_p75 IS NOT NULL OR annual_p75_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_annual_p75_explained"),
        ),
        sa.CheckConstraint(
            "annual_p90 IS NOT NULL OR annual_p90_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_annual_p90_explained"),
        ),
        sa.CheckConstraint(
            "employment IS NOT NULL OR employment_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_employment_explained"),
        ),
        sa.CheckConstraint(
            "employment_rse IS NOT NULL OR employment_rse_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_employment_rse_explained"),
        ),
        sa.CheckConstraint(
            "hourly_mean IS NOT NULL OR hourly_mean_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_hourly_mean_explained"),
        ),
        sa.CheckConstraint(
            "hourly_median IS NOT NULL OR hourly_median_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_hourly_median_explained"),
        ),
        sa.CheckConstraint(
            "hourly_p10 IS NOT NULL OR hourly_p10_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_hourly_p10_explained"),
        ),
        sa.CheckConstraint(
            "hourly_p25 IS NOT NULL OR hourly_p25_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_hourly_p25_explained"),
        ),
        sa.CheckConstraint(
            "hourly_p75 IS NOT NULL OR hourly_p75_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_hourly_p75_explained"),
        ),
        sa.CheckConstraint(
            "hourly_p90 IS NOT NULL OR hourly_p90_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_hourly_p90_explained"),
        ),
        sa.CheckConstraint(
            "jobs_per_1000 IS NOT NULL OR jobs_per_1000_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_jobs_per_1000_explained"),
        ),
        sa.CheckConstraint(
            "location_quotient IS NOT NULL OR location_quotient_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_location_quotient_explained"),
        ),
        sa.CheckConstraint(
            "mean_wage_rse IS NOT NULL OR mean_wage_rse_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_mean_wage_rse_explained"),
        ),
        sa.CheckConstraint(
            "percent_of_establishments_reporting IS NOT NULL OR percent_of_establishments_reporting_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_percent_of_establishments_reporting_explained"),
        ),
        sa.CheckConstraint(
            "percent_of_industry IS NOT NULL OR percent_of_industry_qualifier IS NOT NULL",
            name=op.f("ck_oews_estimate_percent_of_industry_explained"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "area_code"],
            ["area.part_id", "area.area_code"],
            name=op.f("fk_oews_estimate_part_id_area_code"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "industry_code", "industry_level"],
            ["industry.part_id", "industry.industry_code", "industry.industry_level"],
            name=op.f("fk_oews_estimate_part_id_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_oews_estimate_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_oews_estimate_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_oews_estimate_sheet_id")),
        sa.PrimaryKeyConstraint("estimate_id", name=op.f("pk_oews_estimate")),
        sa.UniqueConstraint(
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
        comment="One OEWS cell group: an occupation in an area, industry and ownership, with all its measures",
    )
    op.create_index(
        "ix_oews_estimate_annual_median", "oews_estimate", ["part_id", "annual_median", "estimate_id"], unique=False
    )
    op.create_index(
        "ix_oews_estimate_area_annual_median",
        "oews_estimate",
        ["part_id", "area_code", "annual_median", "estimate_id"],
        unique=False,
    )
    op.create_index(
        "ix_oews_estimate_area_employment",
        "oews_estimate",
        ["part_id", "area_code", "employment", "estimate_id"],
        unique=False,
    )
    op.create_index(
        "ix_oews_estimate_employment", "oews_estimate", ["part_id", "employment", "estimate_id"], unique=False
    )
    op.create_index(
        "ix_oews_estimate_occupation",
        "oews_estimate",
        ["soc_code", "soc_vintage", "part_id", "area_code"],
        unique=False,
    )
    op.create_index("ix_oews_estimate_published", "oews_estimate", ["part_id", "estimate_id"], unique=False)
    op.create_table(
        "onet_occupation",
        sa.Column(
            "onet_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="O*NET-SOC code of eight digits, such as 29-2072.00",
        ),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Title of the occupation in O*NET-SOC",
        ),
        sa.Column("description", sa.Text(), nullable=False, comment="What those who work in it do"),
        sa.Column(
            "taxonomy_edition", sa.Text(), nullable=False, comment="Edition of O*NET-SOC: 2010 to 25.0, 2019 from 25.1"
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "taxonomy_edition = '2010' OR taxonomy_edition = '2019'", name=op.f("ck_onet_occupation_taxonomy_edition")
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_onet_occupation_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_onet_occupation_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_onet_occupation_sheet_id")),
        sa.UniqueConstraint("onet_soc_code", "part_id", name=op.f("uq_onet_occupation_onet_soc_code_part_id")),
        comment="An occupation of O*NET-SOC, more detailed than the SOC",
    )
    op.create_table(
        "other_title",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the titles as printed, from 1"),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Another title of the occupation",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="What kind of title it is"),
        sa.Column("statement", sa.Text(), nullable=True, comment="The publication's own sentence, where one says so"),
        sa.Column("detail_origin", sa.Text(), nullable=True, comment="curated where the kind was added by us"),
        sa.Column("detail_origin_basis", sa.Text(), nullable=True, comment="What the kind rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "kind = 'short_title' OR kind = 'also_called' OR kind = 'type'", name=op.f("ck_other_title_kind")
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_other_title_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_other_title_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_other_title_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_other_title_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_other_title_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_other_title_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_other_title")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_other_title_identity"),
        comment="Another title that a publication uses for an occupation",
    )
    op.create_index("ix_other_title_occupation", "other_title", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "outlook_driver",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "projection_round",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Projection round that it explains",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the reasons as printed, from 1"),
        sa.Column("driver", sa.Text(), nullable=False, comment="What drives employment, in a few words"),
        sa.Column("driver_scope", sa.Text(), nullable=True, comment="Where or for whom the driver works"),
        sa.Column("driver_acronym", sa.Text(), nullable=True, comment="Acronym that the sentence gives the driver"),
        sa.Column("cause", sa.Text(), nullable=True, comment="What lies behind the driver"),
        sa.Column("effect", sa.Text(), nullable=False, comment="What it leads to, in a few words"),
        sa.Column("effect_scope", sa.Text(), nullable=True, comment="Where or for whom the effect is felt"),
        sa.Column("certainty", sa.Text(), nullable=True, comment="How sure the statement is: will, expected, likely"),
        sa.Column(
            "specialty",
            sa.Text(),
            nullable=True,
            comment="Specialty that it applies to; empty for the whole occupation",
        ),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentences"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_outlook_driver_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_outlook_driver_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_outlook_driver_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_outlook_driver_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_outlook_driver_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_outlook_driver_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_outlook_driver")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "projection_round", "position", name="uq_outlook_driver_identity"
        ),
        comment="Why employment in an occupation is projected to change",
    )
    op.create_index(
        "ix_outlook_driver_occupation", "outlook_driver", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "profile_comparison",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("chart", sa.Text(), nullable=False, comment="Chart of the page: pay or outlook"),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the bars as printed, from 1"),
        sa.Column("caption", sa.Text(), nullable=False, comment="What the chart shows, as printed"),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Month of the wages, or projection round",
        ),
        sa.Column("compared_title", sa.Text(), nullable=False, comment="Whose bar it is, as printed"),
        sa.Column("annual_median", sa.Integer(), nullable=True, comment="Median wage, dollars per year. OOH"),
        sa.Column(
            "annual_median_qualifier", sa.Text(), nullable=True, comment="Why the annual median is missing or a bound"
        ),
        sa.Column("hourly_median", sa.Integer(), nullable=True, comment="Median wage, dollars per hour. OOH"),
        sa.Column(
            "hourly_median_qualifier", sa.Text(), nullable=True, comment="Why the hourly median is missing or a bound"
        ),
        sa.Column(
            "employment_change_percent", sa.Float(), nullable=True, comment="Projected change in employment, percent"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "annual_median_qualifier = 'wage_not_released' OR annual_median_qualifier = 'employment_not_released' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above' OR annual_median_qualifier = 'below_half_percent' OR annual_median_qualifier = 'annual_only' OR annual_median_qualifier = 'hourly_only' OR annual_median_qualifier = 'not_applicable'",
            name=op.f("ck_profile_comparison_annual_median_qualifier"),
        ),
        sa.CheckConstraint("chart IN ('pay', 'outlook')", name=op.f("ck_profile_comparison_chart")),
        sa.CheckConstraint(
            "hourly_median_qualifier = 'wage_not_released' OR hourly_median_qualifier = 'employment_not_released' OR hourly_median_qualifier = 'at_or_above' OR hourly_median_qualifier = 'above' OR hourly_median_qualifier = 'below_half_percent' OR hourly_median_qualifier = 'annual_only' OR hourly_median_qualifier = 'hourly_only' OR hourly_median_qualifier = 'not_applicable'",
            name=op.f("ck_profile_comparison_hourly_median_qualifier"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_profile_comparison_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_profile_comparison_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_profile_comparison_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_profile_comparison_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_profile_comparison_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_profile_comparison_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_profile_comparison")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "chart", "position", name="uq_profile_comparison_identity"
        ),
        comment="A bar of a profile's charts: the occupation beside its group and all occupations",
    )
    op.create_index(
        "ix_profile_comparison_occupation", "profile_comparison", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "profile_coverage",
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile, by the last part of its address",
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
            "scope", sa.Text(), nullable=False, comment="Whether the code stands for all of the profile or a part of it"
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the codes as printed, from 1"),
        sa.Column("title", sa.Text(), nullable=False, comment="Title that the profile gives the code"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_profile_coverage_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_profile_coverage_origin")),
        sa.CheckConstraint(
            "scope = 'whole_profile' OR scope = 'part_of_profile'", name=op.f("ck_profile_coverage_scope")
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_profile_coverage_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_profile_coverage_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_profile_coverage_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_profile_coverage_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "profile", "soc_code", "soc_vintage", name=op.f("pk_profile_coverage")),
        comment="Which codes a profile covers: a figure of the profile belongs to all of them together",
    )
    op.create_index(
        "ix_profile_coverage_occupation",
        "profile_coverage",
        ["soc_code", "soc_vintage", "part_id", "profile"],
        unique=False,
    )
    op.create_table(
        "profile_image",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the pictures as printed, from 1"),
        sa.Column("section", sa.Text(), nullable=False, comment="Section that the picture stands in"),
        sa.Column("url", sa.Text(), nullable=True, comment="Address of the picture"),
        sa.Column("caption", sa.Text(), nullable=True, comment="What is printed under it"),
        sa.Column("alternative_text", sa.Text(), nullable=True, comment="What it shows, for those who do not see it"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_profile_image_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_profile_image_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_profile_image_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_profile_image_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_profile_image_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_profile_image_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_profile_image")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_profile_image_identity"),
        comment="A picture of a profile",
    )
    op.create_index(
        "ix_profile_image_occupation", "profile_image", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "profile_link",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Order of the links of the page as printed, from 1"
        ),
        sa.Column("section", sa.Text(), nullable=False, comment="Section that the link stands in"),
        sa.Column("section_position", sa.Integer(), nullable=False, comment="Position of that section"),
        sa.Column(
            "text_line",
            sa.Integer(),
            nullable=False,
            comment="Line of the section's text that holds it, from 1; 0: its heading",
        ),
        sa.Column("link_text", sa.Text(), nullable=False, comment="Words that are linked"),
        sa.Column("url", sa.Text(), nullable=False, comment="Where the link leads"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_profile_link_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_profile_link_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_profile_link_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_profile_link_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_profile_link_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_profile_link_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_profile_link")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_profile_link_identity"),
        comment="A link in the text of a profile",
    )
    op.create_index("ix_profile_link_occupation", "profile_link", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "profile_section",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the sections as printed, from 1"),
        sa.Column("section", sa.Text(), nullable=False, comment="Identifier of the section"),
        sa.Column("parent_section", sa.Text(), nullable=True, comment="Section that it stands under"),
        sa.Column("heading", sa.Text(), nullable=False, comment="Heading of the section, as printed or curated"),
        sa.Column(
            "heading_origin",
            sa.Text(),
            nullable=False,
            comment="published where the document prints the heading, else curated",
        ),
        sa.Column("heading_origin_basis", sa.Text(), nullable=True, comment="What a curated heading rests on"),
        sa.Column("heading_line", sa.Integer(), nullable=True, comment="Line of the document with the heading"),
        sa.Column(
            "text", sa.Text(), nullable=False, comment="The section's text, a line for each paragraph or table row"
        ),
        sa.Column("first_line", sa.Integer(), nullable=False, comment="First line of the text in the document"),
        sa.Column("last_line", sa.Integer(), nullable=False, comment="Last line of the text in the document"),
        sa.Column(
            "heading_level",
            sa.Integer(),
            nullable=True,
            comment="Level of the heading in the page; empty for a curated heading",
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "heading_origin = 'published' OR heading_origin = 'curated'", name=op.f("ck_profile_section_heading_origin")
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_profile_section_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_profile_section_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_profile_section_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_profile_section_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_profile_section_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_profile_section_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_profile_section")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_profile_section_identity"),
        comment="A section of an occupation's profile, word for word",
    )
    op.create_index(
        "ix_profile_section_occupation", "profile_section", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "projection",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "projection_round",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Base and projection year, such as 2018-28",
        ),
        sa.Column("base_year", sa.Integer(), nullable=False, comment="First year of the round"),
        sa.Column("projection_year", sa.Integer(), nullable=False, comment="Last year of the round"),
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
            "percent_rounded_to", sa.Float(), nullable=False, comment="The publisher's rounding of that percentage"
        ),
        sa.Column(
            "outlook_category",
            sa.Text(),
            nullable=True,
            comment="How the change compares with the average for all occupations",
        ),
        sa.Column("outlook_label", sa.Text(), nullable=True, comment="That comparison in the publication's words"),
        sa.Column(
            "compared_with_title",
            sa.Text(),
            nullable=True,
            comment="What it is compared with, in the publication's words",
        ),
        sa.Column(
            "compared_with_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Code of what it is compared with; curated",
        ),
        sa.Column(
            "annual_openings",
            sa.Integer(),
            nullable=True,
            comment="Job openings per year, on average over the round, as printed",
        ),
        sa.Column(
            "openings_rounded_to",
            sa.Integer(),
            nullable=True,
            comment="The publisher's rounding of the openings, in jobs",
        ),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=True,
            comment="Row of the profile's projections table, from 1; empty without such a table",
        ),
        sa.Column(
            "row_depth",
            sa.Integer(),
            nullable=True,
            comment="How deep the row stands under the rows above it; 0 is the profile as a whole",
        ),
        sa.Column("row_title", sa.Text(), nullable=True, comment="Title of the row, as printed"),
        sa.Column(
            "matrix_url",
            sa.Text(),
            nullable=True,
            comment="Where the publisher offers the industries of the row's occupation",
        ),
        sa.Column(
            "openings_statement", sa.Text(), nullable=True, comment="The publication's own sentences on openings"
        ),
        sa.Column("statement", sa.Text(), nullable=True, comment="The publication's own sentence"),
        sa.Column(
            "detail_origin",
            sa.Text(),
            nullable=True,
            comment="curated where the base employment, the code or the rounding was added by us",
        ),
        sa.Column(
            "detail_origin_basis",
            sa.Text(),
            nullable=True,
            comment="What the base employment, the code or the rounding rests on",
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_projection_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_projection_origin")),
        sa.CheckConstraint(
            "outlook_category = 'much_faster_than_average' OR outlook_category = 'faster_than_average' OR outlook_category = 'as_fast_as_average' OR outlook_category = 'slower_than_average' OR outlook_category = 'little_or_no_change' OR outlook_category = 'decline'",
            name=op.f("ck_projection_outlook_category"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_projection_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_projection_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_projection_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_projection_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_projection")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "projection_round", name="uq_projection_identity"),
        comment="Projected employment of an occupation over one round",
    )
    op.create_index("ix_projection_occupation", "projection", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "quality",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the qualities as printed, from 1"),
        sa.Column("quality", sa.Text(), nullable=False, comment="Quality, as printed"),
        sa.Column("explanation", sa.Text(), nullable=False, comment="Why it matters, as printed"),
        sa.Column("expected", sa.Text(), nullable=True, comment="How firmly workers are said to possess it"),
        sa.Column("necessity", sa.Text(), nullable=True, comment="How firmly what it enables is needed"),
        sa.Column("tasks", sa.Text(), nullable=False, comment="What the quality is needed to do; separated by |"),
        sa.Column("objects", sa.Text(), nullable=False, comment="What those tasks deal with; separated by |"),
        sa.Column("with_whom", sa.Text(), nullable=False, comment="With whom; separated by |"),
        sa.Column("condition", sa.Text(), nullable=True, comment="Condition that the explanation names"),
        sa.Column("purpose", sa.Text(), nullable=True, comment="Purpose that the explanation names"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_quality_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_quality_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_quality_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_quality_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_quality_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_quality_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_quality")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_quality_identity"),
        comment="A quality that workers in an occupation should have",
    )
    op.create_index("ix_quality_occupation", "quality", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "quick_facts",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("pay_year", sa.Integer(), nullable=False, comment="Year of the median pay"),
        sa.Column("annual_median", sa.Integer(), nullable=True, comment="Median pay, dollars per year. OOH"),
        sa.Column(
            "annual_median_qualifier", sa.Text(), nullable=True, comment="Why the annual median is missing or a bound"
        ),
        sa.Column("hourly_median", sa.Integer(), nullable=True, comment="Median pay, dollars per hour. OOH"),
        sa.Column(
            "hourly_median_qualifier", sa.Text(), nullable=True, comment="Why the hourly median is missing or a bound"
        ),
        sa.Column("education_label", sa.Text(), nullable=False, comment="Typical entry-level education, as printed"),
        sa.Column(
            "education_level", sa.Text(), nullable=True, comment="That level; empty where the page refers to its text"
        ),
        sa.Column(
            "work_experience_label",
            sa.Text(),
            nullable=False,
            comment="Work experience in a related occupation, as printed",
        ),
        sa.Column("training_label", sa.Text(), nullable=False, comment="On-the-job training, as printed"),
        sa.Column("employment_year", sa.Integer(), nullable=False, comment="Year of the number of jobs"),
        sa.Column("employment", sa.Integer(), nullable=False, comment="Number of jobs, self-employed included. OOH"),
        sa.Column("rounded_to", sa.Integer(), nullable=False, comment="The publisher's rounding of the jobs"),
        sa.Column(
            "projection_round",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Round of the outlook, such as 2024-34",
        ),
        sa.Column(
            "employment_change_percent", sa.Float(), nullable=False, comment="Projected change, percent, as printed"
        ),
        sa.Column("outlook_label", sa.Text(), nullable=False, comment="How that compares with the average, as printed"),
        sa.Column("outlook_category", sa.Text(), nullable=False, comment="The same as a category"),
        sa.Column("employment_change", sa.Integer(), nullable=False, comment="Projected change in jobs"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "annual_median_qualifier = 'wage_not_released' OR annual_median_qualifier = 'employment_not_released' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above' OR annual_median_qualifier = 'below_half_percent' OR annual_median_qualifier = 'annual_only' OR annual_median_qualifier = 'hourly_only' OR annual_median_qualifier = 'not_applicable'",
            name=op.f("ck_quick_facts_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "education_level = 'doctoral_or_professional_degree' OR education_level = 'masters_degree' OR education_level = 'bachelors_degree' OR education_level = 'associates_degree' OR education_level = 'postsecondary_nondegree_award' OR education_level = 'some_college_no_degree' OR education_level = 'high_school_diploma' OR education_level = 'no_formal_credential'",
            name=op.f("ck_quick_facts_education_level"),
        ),
        sa.CheckConstraint(
            "hourly_median_qualifier = 'wage_not_released' OR hourly_median_qualifier = 'employment_not_released' OR hourly_median_qualifier = 'at_or_above' OR hourly_median_qualifier = 'above' OR hourly_median_qualifier = 'below_half_percent' OR hourly_median_qualifier = 'annual_only' OR hourly_median_qualifier = 'hourly_only' OR hourly_median_qualifier = 'not_applicable'",
            name=op.f("ck_quick_facts_hourly_median_qualifier"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_quick_facts_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_quick_facts_origin")),
        sa.CheckConstraint(
            "outlook_category = 'much_faster_than_average' OR outlook_category = 'faster_than_average' OR outlook_category = 'as_fast_as_average' OR outlook_category = 'slower_than_average' OR outlook_category = 'little_or_no_change' OR outlook_category = 'decline'",
            name=op.f("ck_quick_facts_outlook_category"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_quick_facts_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_quick_facts_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_quick_facts_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_quick_facts_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_quick_facts")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", name="uq_quick_facts_identity"),
        comment="The quick facts of a profile",
    )
    op.create_index("ix_quick_facts_occupation", "quick_facts", ["soc_code", "soc_vintage", "part_id"], unique=False)
    op.create_table(
        "related_occupation",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Order of the related occupations as printed, from 1"
        ),
        sa.Column("relation", sa.Text(), nullable=False, comment="advancement or similar"),
        sa.Column("related_title", sa.Text(), nullable=False, comment="Title as printed"),
        sa.Column(
            "related_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Its SOC code",
        ),
        sa.Column("related_soc_vintage", sa.Text(), nullable=True, comment="Edition of that code"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column("related_url", sa.Text(), nullable=True, comment="Where the publication describes it"),
        sa.Column("duties", sa.Text(), nullable=True, comment="What its workers do, as printed"),
        sa.Column("education_label", sa.Text(), nullable=True, comment="Typical entry-level education, as printed"),
        sa.Column(
            "education_level",
            sa.Text(),
            nullable=True,
            comment="That level; empty where the publication refers to its text",
        ),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Year of its median pay",
        ),
        sa.Column("annual_median", sa.Integer(), nullable=True, comment="Its median pay, dollars per year. OOH"),
        sa.Column("annual_median_qualifier", sa.Text(), nullable=True, comment="Why that is missing or a bound"),
        sa.Column("pay_label", sa.Text(), nullable=True, comment="Its median pay, as printed"),
        sa.Column("code_origin", sa.Text(), nullable=True, comment="curated where the code was added by us"),
        sa.Column("code_origin_basis", sa.Text(), nullable=True, comment="What the code rests on"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "annual_median_qualifier = 'wage_not_released' OR annual_median_qualifier = 'employment_not_released' OR annual_median_qualifier = 'at_or_above' OR annual_median_qualifier = 'above' OR annual_median_qualifier = 'below_half_percent' OR annual_median_qualifier = 'annual_only' OR annual_median_qualifier = 'hourly_only' OR annual_median_qualifier = 'not_applicable'",
            name=op.f("ck_related_occupation_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "education_level = 'doctoral_or_professional_degree' OR education_level = 'masters_degree' OR education_level = 'bachelors_degree' OR education_level = 'associates_degree' OR education_level = 'postsecondary_nondegree_award' OR education_level = 'some_college_no_degree' OR education_level = 'high_school_diploma' OR education_level = 'no_formal_credential'",
            name=op.f("ck_related_occupation_education_level"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_related_occupation_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_related_occupation_origin")),
        sa.CheckConstraint(
            "relation = 'advancement' OR relation = 'similar'", name=op.f("ck_related_occupation_relation")
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_related_occupation_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "related_soc_code", "related_soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_related_occupation_part_id_related_soc_code_related_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_related_occupation_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_related_occupation_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_related_occupation_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_related_occupation")),
        sa.UniqueConstraint(
            "part_id", "profile", "subject_title", "relation", "position", name="uq_related_occupation_identity"
        ),
        comment="Another occupation that a profile points to",
    )
    op.create_index(
        "ix_related_occupation_occupation", "related_occupation", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    op.create_table(
        "soc_entry",
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
            "parent_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Group that it stands in; empty for a major group",
        ),
        sa.Column(
            "definition",
            sa.Text(),
            nullable=True,
            comment="What it covers, in the classification's words; empty for groups and where a file has none",
        ),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_soc_entry_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_soc_entry_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_soc_entry_sheet_id")),
        sa.UniqueConstraint(
            "soc_code", "soc_vintage", "part_id", name=op.f("uq_soc_entry_soc_code_soc_vintage_part_id")
        ),
        comment="Place and definition of a code in an edition of the SOC",
    )
    op.create_index("ix_soc_entry_parent", "soc_entry", ["parent_soc_code", "soc_vintage"], unique=False)
    op.create_table(
        "specialty",
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
            "specialty",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Identifier, such as cancer_registrars",
        ),
        sa.Column("title", sa.Text(), nullable=False, comment="As the publication names it"),
        sa.Column(
            "specialty_soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="SOC code that the specialty has today",
        ),
        sa.Column("specialty_soc_vintage", sa.Text(), nullable=False, comment="Edition of that code"),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.Column("code_origin", sa.Text(), nullable=True, comment="curated where the code was added by us"),
        sa.Column("code_origin_basis", sa.Text(), nullable=True, comment="What the code rests on"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_specialty_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_specialty_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_specialty_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "specialty_soc_code", "specialty_soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_specialty_part_id_specialty_soc_code_specialty_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_specialty_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_specialty_sheet_id")),
        sa.PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage", "specialty", name=op.f("pk_specialty")),
        comment="A specialty within an occupation, to which some statements apply alone",
    )
    op.create_table(
        "work_environment",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.Column(
            "profile",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Profile that says so",
        ),
        sa.Column(
            "subject_title",
            sa.Text(),
            server_default=sa.text("''"),
            nullable=False,
            comment="Those of its occupations that it says so of, as printed; empty for all of them together",
        ),
        sa.Column(
            "soc_code",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="SOC code of the subject; empty where several codes or none are meant",
        ),
        sa.Column(
            "soc_vintage",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
            comment="Edition of the SOC that the code belongs to",
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the statements as printed, from 1"),
        sa.Column(
            "aspect", sa.Text(), nullable=False, comment="Side of working life: setting, physical, remote, schedule_..."
        ),
        sa.Column("feature", sa.Text(), nullable=False, comment="What is the case, as an identifier"),
        sa.Column("quantifier", sa.Text(), nullable=True, comment="Of how many workers it holds: most, some"),
        sa.Column("frequency", sa.Text(), nullable=True, comment="How often: typically"),
        sa.Column("modality", sa.Text(), nullable=True, comment="How firmly: may"),
        sa.Column("duration", sa.Text(), nullable=True, comment="How long at a time"),
        sa.Column("setting", sa.Text(), nullable=True, comment="Where"),
        sa.Column("setting_condition", sa.Text(), nullable=True, comment="Condition of that place"),
        sa.Column("setting_examples", sa.Text(), nullable=False, comment="Examples of that place; separated by |"),
        sa.Column("shifts", sa.Text(), nullable=False, comment="Shifts that are worked; separated by |"),
        sa.Column("statement", sa.Text(), nullable=False, comment="The publication's own sentence"),
        sa.Column(
            "repeated_on_line", sa.Integer(), nullable=True, comment="Second line of the document that says the same"
        ),
        sa.Column("origin", sa.Text(), nullable=False, comment="published: the document says so; curated: added by us"),
        sa.Column(
            "origin_basis", sa.Text(), nullable=True, comment="What a curated row rests on; empty for a published one"
        ),
        sa.Column(
            "document_line", sa.Integer(), nullable=True, comment="Line of the source document; empty for a curated row"
        ),
        sa.CheckConstraint(
            "aspect = 'setting' OR aspect = 'physical' OR aspect = 'remote' OR aspect = 'schedule_hours' OR aspect = 'schedule_shift'",
            name=op.f("ck_work_environment_aspect"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_work_environment_curated_has_basis")
        ),
        sa.CheckConstraint("origin = 'published' OR origin = 'curated'", name=op.f("ck_work_environment_origin")),
        sa.ForeignKeyConstraint(
            ["part_id", "profile"],
            ["handbook_profile.part_id", "handbook_profile.profile"],
            name=op.f("fk_work_environment_part_id_profile"),
        ),
        sa.ForeignKeyConstraint(
            ["part_id", "soc_code", "soc_vintage"],
            ["occupation.part_id", "occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_work_environment_part_id_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_work_environment_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_work_environment_sheet_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_work_environment")),
        sa.UniqueConstraint("part_id", "profile", "subject_title", "position", name="uq_work_environment_identity"),
        comment="Where, how and when people in an occupation work",
    )
    op.create_index(
        "ix_work_environment_occupation", "work_environment", ["soc_code", "soc_vintage", "part_id"], unique=False
    )
    # With an expression in them: a rating without a category is one row, not many.
    op.create_index(
        "uq_onet_rating_identity",
        "onet_rating",
        ["onet_soc_code", "element_id", "scale_id", sa.text("coalesce(category, 0)"), "part_id"],
        unique=True,
    )
    op.create_index(
        "uq_onet_task_rating_identity",
        "onet_task_rating",
        ["onet_soc_code", "task_id", "scale_id", sa.text("coalesce(category, 0)"), "part_id"],
        unique=True,
    )
    if op.get_bind().dialect.name == "sqlite":
        _state_statistics()


# What SQLite's planner takes an index of estimates to be like: rows in all, and rows that are alike in its first
# column, its first two, and so on. Those of eleven whole releases. Without, it takes all indexes for alike, and reads
# all of a release to find one occupation; counting anew after each load takes longer the more is loaded.
_LIKENESS = {
    "ix_oews_estimate_occupation": "4000000 5000 5000 450 1",
    "ix_oews_estimate_published": "4000000 370000 1",
    "ix_oews_estimate_annual_median": "4000000 370000 40 1",
    "ix_oews_estimate_employment": "4000000 370000 100 1",
    "ix_oews_estimate_area_annual_median": "4000000 370000 600 2 1",
    "ix_oews_estimate_area_employment": "4000000 370000 600 2 1",
    # The unique constraint.
    "sqlite_autoindex_oews_estimate_1": "4000000 370000 600 300 300 300 1 1 1",
}


def _state_statistics() -> None:
    op.execute("ANALYZE oews_estimate")  # of an empty table: it makes the table of statistics
    statistics = sa.table("sqlite_stat1", sa.column("tbl"), sa.column("idx"), sa.column("stat"))
    rows = [{"tbl": "oews_estimate", "idx": index, "stat": likeness} for index, likeness in _LIKENESS.items()]
    op.bulk_insert(statistics, rows)


def downgrade() -> None:
    """Take this revision back: 0001 made its tables from nothing."""
    _drop_all()
    environment = op.get_context().environment_context
    assert environment is not None
    environment.script.get_revision("0001").module.upgrade()
