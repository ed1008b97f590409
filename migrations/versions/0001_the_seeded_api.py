"""The seeded API.

Revision: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this revision."""
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
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_release_origin")),
        sa.CheckConstraint("program IN ('ooh', 'oews', 'ep', 'onet')", name=op.f("ck_release_program")),
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
        sa.Column("part", sa.Text(), nullable=False, comment="Which part: profile, nation-and-states, ..."),
        sa.Column(
            "reference_period",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Period that its figures refer to",
        ),
        sa.Column("rows_read", sa.Integer(), nullable=False, comment="Rows in its files, without headers"),
        sa.Column("rows_stored", sa.Integer(), nullable=False, comment="Rows stored in all tables"),
        sa.Column("cells_withheld", sa.Integer(), nullable=False, comment="Cells that the publisher withholds"),
        sa.Column("cells_bounded", sa.Integer(), nullable=False, comment="Cells published as a bound"),
        sa.Column("loaded_at", sa.Text(), nullable=False, comment="Time of loading, ISO 8601 in UTC"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "area_type IN ('nation', 'state', 'territory', 'metropolitan', 'metropolitan_division', 'nonmetropolitan')",
            name=op.f("ck_area_area_type"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_area_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_area_sheet_id")),
        sa.PrimaryKeyConstraint("area_code", name=op.f("pk_area")),
        comment="An area that estimates are published for",
    )
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
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_certification_name_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_name_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_name_sheet_id")),
        sa.PrimaryKeyConstraint("acronym", name=op.f("pk_certification_name")),
        sa.UniqueConstraint("current_acronym", name=op.f("uq_certification_name_current_acronym")),
        comment="A later name of a credential",
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "industry_level IN ('cross-industry', 'sector', '3-digit', '4-digit', '5-digit', '6-digit')",
            name=op.f("ck_industry_industry_level"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_industry_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_industry_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_industry_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_industry_sheet_id")),
        sa.PrimaryKeyConstraint("industry_code", "industry_level", name=op.f("pk_industry")),
        comment="An industry at one level of NAICS",
    )
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "level IN ('total', 'major', 'minor', 'broad', 'detailed')", name=op.f("ck_occupation_level")
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_occupation_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_occupation_origin")),
        sa.CheckConstraint("soc_vintage IN ('2000', '2010', '2018', 'oews')", name=op.f("ck_occupation_soc_vintage")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_occupation_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_occupation_sheet_id")),
        sa.PrimaryKeyConstraint("soc_code", "soc_vintage", name=op.f("pk_occupation")),
        comment="An occupation code in one edition of the SOC, or a code of OEWS's own",
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_organization_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_organization_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_organization_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_organization_sheet_id")),
        sa.PrimaryKeyConstraint("organization", name=op.f("pk_organization")),
        comment="An organization that a profile names",
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
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_projection_comparison_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_projection_comparison_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_projection_comparison_sheet_id")
        ),
        sa.PrimaryKeyConstraint("projection_round", "soc_code", name=op.f("pk_projection_comparison")),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_wage_definition_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_wage_definition_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_wage_definition_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_wage_definition_sheet_id")),
        sa.PrimaryKeyConstraint("measure", name=op.f("pk_wage_definition")),
        comment="What the handbook's words for points of the wage distribution mean",
    )
    op.create_table(
        "advancement",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_advancement_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_advancement_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_advancement_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_advancement_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_advancement_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(
            ["to_soc_code", "to_soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_advancement_to_soc_code_to_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_advancement")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_advancement_identity"),
        comment="How workers in an occupation advance",
    )
    op.create_table(
        "certification",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the credentials as printed, from 1"),
        sa.Column(
            "acronym",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Letters after the name, such as RHIT",
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
        sa.Column("specialty_origin", sa.Text(), nullable=True, comment="curated where the specialty was added by us"),
        sa.Column("specialty_origin_basis", sa.Text(), nullable=True, comment="What the specialty rests on"),
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
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_certification_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_certification_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_certification_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_certification")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "acronym", name="uq_certification_identity"),
        comment="A credential that a profile names",
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
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_certification_issuer_origin")),
        sa.ForeignKeyConstraint(
            ["organization"], ["organization.organization"], name=op.f("fk_certification_issuer_organization")
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_issuer_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_issuer_sheet_id")),
        sa.PrimaryKeyConstraint("acronym", name=op.f("pk_certification_issuer")),
        comment="Who issues a credential",
    )
    op.create_table(
        "certification_requirement",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL",
            name=op.f("ck_certification_requirement_curated_has_basis"),
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_certification_requirement_origin")),
        sa.CheckConstraint(
            "requirement IN ('exam', 'accredited_program', 'experience', 'formal_education_program', 'certification')",
            name=op.f("ck_certification_requirement_requirement"),
        ),
        sa.ForeignKeyConstraint(
            ["accreditor"], ["organization.organization"], name=op.f("fk_certification_requirement_accreditor")
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_requirement_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_requirement_sheet_id")
        ),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_certification_requirement_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_certification_requirement")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "acronym", "position", name="uq_certification_requirement_identity"
        ),
        comment="What a named credential requires",
    )
    op.create_table(
        "certification_rule",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_certification_rule_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_certification_rule_origin")),
        sa.CheckConstraint(
            "requirement IN ('exam', 'accredited_program', 'experience', 'formal_education_program', 'certification')",
            name=op.f("ck_certification_rule_requirement"),
        ),
        sa.CheckConstraint(
            "rule IN ('often_required', 'employer_preference', 'employer_expectation', 'may_be_required', 'others_exist', 'several_issuers', 'requirement', 'renewal', 'continuing_education')",
            name=op.f("ck_certification_rule_rule"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_certification_rule_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_certification_rule_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_certification_rule_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_certification_rule")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_certification_rule_identity"),
        comment="What a profile says of certification in general",
    )
    op.create_table(
        "contact",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_contact_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_contact_origin")),
        sa.ForeignKeyConstraint(["organization"], ["organization.organization"], name=op.f("fk_contact_organization")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_contact_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_contact_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_contact_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_contact")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "group_position", "position", name="uq_contact_identity"
        ),
        comment="Where a profile sends its readers, and for what",
    )
    op.create_table(
        "coursework",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_coursework_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_coursework_origin")),
        sa.CheckConstraint("stage IN ('postsecondary', 'high_school')", name=op.f("ck_coursework_stage")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_coursework_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_coursework_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_coursework_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_coursework")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "stage", "position", name="uq_coursework_identity"),
        comment="A course that prepares for an occupation",
    )
    op.create_table(
        "education_path",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_education_path_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_education_path_origin")),
        sa.CheckConstraint(
            "path IN ('typical_entry', 'alternative', 'sufficient_for_some', 'required_for_most', 'advancement')",
            name=op.f("ck_education_path_path"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_education_path_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_education_path_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_education_path_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_education_path")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_education_path_identity"),
        comment="A level of education and the part it plays on the way into or up from an occupation",
    )
    op.create_table(
        "handbook_employment",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "basis IN ('wage_and_salary_jobs', 'jobs_including_self_employed')",
            name=op.f("ck_handbook_employment_basis"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_handbook_employment_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_handbook_employment_origin")),
        sa.ForeignKeyConstraint(["area_code"], ["area.area_code"], name=op.f("fk_handbook_employment_area_code")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_handbook_employment_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_handbook_employment_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_handbook_employment_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_handbook_employment")),
        sa.UniqueConstraint(
            "part_id",
            "soc_code",
            "soc_vintage",
            "reference_period",
            "area_code",
            "basis",
            name="uq_handbook_employment_identity",
        ),
        comment="How many jobs an occupation holds, as an OOH profile states it",
    )
    op.create_table(
        "handbook_wage",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
            nullable=False,
            comment="Industry that the label means",
        ),
        sa.Column("industry_level", sa.Text(), nullable=False, comment="Level of that industry"),
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
        sa.Column("rounded_to", sa.Integer(), nullable=False, comment="The publisher's rounding, in dollars"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_handbook_wage_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_handbook_wage_origin")),
        sa.ForeignKeyConstraint(["area_code"], ["area.area_code"], name=op.f("fk_handbook_wage_area_code")),
        sa.ForeignKeyConstraint(
            ["industry_code", "industry_level"],
            ["industry.industry_code", "industry.industry_level"],
            name=op.f("fk_handbook_wage_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_handbook_wage_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_handbook_wage_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_handbook_wage_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_handbook_wage")),
        sa.UniqueConstraint(
            "part_id",
            "soc_code",
            "soc_vintage",
            "reference_period",
            "area_code",
            "industry_code",
            "industry_level",
            name="uq_handbook_wage_identity",
        ),
        comment="Annual wages of an occupation as an OOH profile states them, in all and by industry",
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
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_industry_label_origin")),
        sa.CheckConstraint(
            "ownership_code IN ('1', '2', '3', '5', '35', '123', '235', '1235', '57', '58', '59')",
            name=op.f("ck_industry_label_ownership_code"),
        ),
        sa.ForeignKeyConstraint(
            ["industry_code", "industry_level"],
            ["industry.industry_code", "industry.industry_level"],
            name=op.f("fk_industry_label_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_industry_label_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_industry_label_sheet_id")),
        sa.PrimaryKeyConstraint("industry_label", name=op.f("pk_industry_label")),
        comment="Which industry an employer label of the handbook means; the handbook prints no codes",
    )
    op.create_table(
        "interest",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_interest_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_interest_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_interest_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_interest_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_interest_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_interest")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_interest_identity"),
        comment="An interest area that suits an occupation",
    )
    op.create_table(
        "job_prospect",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint("favors IN ('certification', 'skill')", name=op.f("ck_job_prospect_favors")),
        sa.CheckConstraint("listed_as IN ('general', 'example')", name=op.f("ck_job_prospect_listed_as")),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_job_prospect_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_job_prospect_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_job_prospect_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_job_prospect_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_job_prospect_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_job_prospect")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "projection_round", "position", name="uq_job_prospect_identity"
        ),
        comment="Who has the best job prospects in an occupation",
    )
    op.create_table(
        "largest_employer",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
            nullable=False,
            comment="Industry that the label means",
        ),
        sa.Column("industry_level", sa.Text(), nullable=False, comment="Level of that industry"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_largest_employer_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_largest_employer_origin")),
        sa.ForeignKeyConstraint(
            ["industry_code", "industry_level"],
            ["industry.industry_code", "industry.industry_level"],
            name=op.f("fk_largest_employer_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_largest_employer_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_largest_employer_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_largest_employer_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_largest_employer")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "reference_period", "position", name="uq_largest_employer_identity"
        ),
        comment="The largest employers of an occupation, as an OOH profile ranks them; shares do not sum to 100",
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
        sa.CheckConstraint("link IN ('whole', 'part')", name=op.f("ck_occupation_transition_link")),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_occupation_transition_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_occupation_transition_origin")),
        sa.ForeignKeyConstraint(
            ["from_soc_code", "from_soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_occupation_transition_from_soc_code_from_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_occupation_transition_part_id")),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_occupation_transition_sheet_id")
        ),
        sa.ForeignKeyConstraint(
            ["to_soc_code", "to_soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_occupation_transition_to_soc_code_to_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint(
            "from_soc_code", "from_soc_vintage", "to_soc_code", "to_soc_vintage", name=op.f("pk_occupation_transition")
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
            "annual_mean_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'hourly_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_annual_mean_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_median_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'hourly_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_annual_median_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p10_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'hourly_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_annual_p10_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p25_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'hourly_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_annual_p25_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p75_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'hourly_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_annual_p75_qualifier"),
        ),
        sa.CheckConstraint(
            "annual_p90_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'hourly_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_annual_p90_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_qualifier IN ('employment_not_released', 'not_applicable')",
            name=op.f("ck_oews_estimate_employment_qualifier"),
        ),
        sa.CheckConstraint(
            "employment_rse_qualifier IN ('employment_not_released', 'not_applicable')",
            name=op.f("ck_oews_estimate_employment_rse_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_mean_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'annual_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_hourly_mean_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_median_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'annual_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_hourly_median_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p10_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'annual_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_hourly_p10_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p25_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'annual_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_hourly_p25_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p75_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'annual_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_hourly_p75_qualifier"),
        ),
        sa.CheckConstraint(
            "hourly_p90_qualifier IN ('wage_not_released', 'at_or_above', 'above', 'annual_only', 'not_applicable')",
            name=op.f("ck_oews_estimate_hourly_p90_qualifier"),
        ),
        sa.CheckConstraint(
            "jobs_per_1000_qualifier IN ('employment_not_released', 'not_applicable')",
            name=op.f("ck_oews_estimate_jobs_per_1000_qualifier"),
        ),
        sa.CheckConstraint(
            "level IN ('total', 'major', 'minor', 'broad', 'detailed')", name=op.f("ck_oews_estimate_level")
        ),
        sa.CheckConstraint(
            "location_quotient_qualifier IN ('employment_not_released', 'not_applicable')",
            name=op.f("ck_oews_estimate_location_quotient_qualifier"),
        ),
        sa.CheckConstraint(
            "mean_wage_rse_qualifier IN ('wage_not_released', 'not_applicable')",
            name=op.f("ck_oews_estimate_mean_wage_rse_qualifier"),
        ),
        sa.CheckConstraint(
            "ownership_code IN ('1', '2', '3', '5', '35', '123', '235', '1235', '57', '58', '59')",
            name=op.f("ck_oews_estimate_ownership_code"),
        ),
        sa.CheckConstraint(
            "percent_of_establishments_reporting_qualifier IN ('below_half_percent', 'employment_not_released', 'not_applicable')",
            name=op.f("ck_oews_estimate_percent_of_establishments_reporting_qualifier"),
        ),
        sa.CheckConstraint(
            "percent_of_industry_qualifier IN ('employment_not_released', 'not_applicable')",
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
        sa.ForeignKeyConstraint(["area_code"], ["area.area_code"], name=op.f("fk_oews_estimate_area_code")),
        sa.ForeignKeyConstraint(
            ["industry_code", "industry_level"],
            ["industry.industry_code", "industry.industry_level"],
            name=op.f("fk_oews_estimate_industry_code_industry_level"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_oews_estimate_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_oews_estimate_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_oews_estimate_soc_code_soc_vintage"),
        ),
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
    with op.batch_alter_table("oews_estimate", schema=None) as batch_op:
        batch_op.create_index(
            "ix_oews_estimate_annual_median", ["part_id", "annual_median", "estimate_id"], unique=False
        )
        batch_op.create_index(
            "ix_oews_estimate_area_annual_median",
            ["part_id", "area_code", "annual_median", "estimate_id"],
            unique=False,
        )
        batch_op.create_index(
            "ix_oews_estimate_area_employment", ["part_id", "area_code", "employment", "estimate_id"], unique=False
        )
        batch_op.create_index("ix_oews_estimate_employment", ["part_id", "employment", "estimate_id"], unique=False)
        batch_op.create_index(
            "ix_oews_estimate_occupation", ["soc_code", "soc_vintage", "part_id", "area_code"], unique=False
        )
        batch_op.create_index("ix_oews_estimate_published", ["part_id", "estimate_id"], unique=False)

    op.create_table(
        "other_title",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("position", sa.Integer(), nullable=False, comment="Order of the titles as printed, from 1"),
        sa.Column(
            "title",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="Another title of the occupation",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="What kind of title it is"),
        sa.Column("detail_origin", sa.Text(), nullable=True, comment="curated where the kind was added by us"),
        sa.Column("detail_origin_basis", sa.Text(), nullable=True, comment="What the kind rests on"),
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
        sa.CheckConstraint("kind IN ('short_title')", name=op.f("ck_other_title_kind")),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_other_title_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_other_title_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_other_title_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_other_title_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_other_title_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_other_title")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_other_title_identity"),
        comment="Another title that a publication uses for an occupation",
    )
    op.create_table(
        "outlook_driver",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_outlook_driver_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_outlook_driver_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_outlook_driver_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_outlook_driver_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_outlook_driver_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_outlook_driver")),
        sa.UniqueConstraint(
            "part_id", "soc_code", "soc_vintage", "projection_round", "position", name="uq_outlook_driver_identity"
        ),
        comment="Why employment in an occupation is projected to change",
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
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_part_coverage_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage", name=op.f("pk_part_coverage")),
        comment="Which occupations a part has anything on: what an empty answer is explained by",
    )
    op.create_table(
        "profile_section",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
            "heading_origin IN ('published', 'curated')", name=op.f("ck_profile_section_heading_origin")
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_profile_section_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_profile_section_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_profile_section_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_profile_section_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_profile_section_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_profile_section")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_profile_section_identity"),
        comment="A section of an occupation's profile, word for word",
    )
    op.create_table(
        "projection",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_projection_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_projection_origin")),
        sa.CheckConstraint(
            "outlook_category IN ('much_faster_than_average', 'faster_than_average', 'as_fast_as_average', 'slower_than_average', 'little_or_no_change', 'decline')",
            name=op.f("ck_projection_outlook_category"),
        ),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_projection_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_projection_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_projection_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_projection")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "projection_round", name="uq_projection_identity"),
        comment="Projected employment of an occupation over one round",
    )
    op.create_table(
        "quality",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_quality_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_quality_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_quality_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_quality_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_quality_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_quality")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_quality_identity"),
        comment="A quality that workers in an occupation should have",
    )
    op.create_table(
        "related_occupation",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("code_origin", sa.Text(), nullable=True, comment="curated where the code was added by us"),
        sa.Column("code_origin_basis", sa.Text(), nullable=True, comment="What the code rests on"),
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
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_related_occupation_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_related_occupation_origin")),
        sa.CheckConstraint("relation IN ('advancement', 'similar')", name=op.f("ck_related_occupation_relation")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_related_occupation_part_id")),
        sa.ForeignKeyConstraint(
            ["related_soc_code", "related_soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_related_occupation_related_soc_code_related_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_related_occupation_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_related_occupation_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_related_occupation")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_related_occupation_identity"),
        comment="Another occupation that a profile points to",
    )
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
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_specialty_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_specialty_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_specialty_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_specialty_soc_code_soc_vintage"),
        ),
        sa.ForeignKeyConstraint(
            ["specialty_soc_code", "specialty_soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_specialty_specialty_soc_code_specialty_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("soc_code", "soc_vintage", "specialty", name=op.f("pk_specialty")),
        comment="A specialty within an occupation, to which some statements apply alone",
    )
    op.create_table(
        "work_environment",
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="Surrogate key, in the order of the file"),
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
        sa.Column("part_id", sa.Integer(), nullable=False, comment="Part of the release it came in"),
        sa.Column("sheet_id", sa.Integer(), nullable=False, comment="Sheet it was read from"),
        sa.Column("row_number", sa.Integer(), nullable=False, comment="Row in that sheet; the header is row 1"),
        sa.CheckConstraint(
            "aspect IN ('setting', 'physical', 'remote', 'schedule_hours', 'schedule_shift')",
            name=op.f("ck_work_environment_aspect"),
        ),
        sa.CheckConstraint(
            "origin <> 'curated' OR origin_basis IS NOT NULL", name=op.f("ck_work_environment_curated_has_basis")
        ),
        sa.CheckConstraint("origin IN ('published', 'curated')", name=op.f("ck_work_environment_origin")),
        sa.ForeignKeyConstraint(["part_id"], ["part.part_id"], name=op.f("fk_work_environment_part_id")),
        sa.ForeignKeyConstraint(["sheet_id"], ["source_sheet.sheet_id"], name=op.f("fk_work_environment_sheet_id")),
        sa.ForeignKeyConstraint(
            ["soc_code", "soc_vintage"],
            ["occupation.soc_code", "occupation.soc_vintage"],
            name=op.f("fk_work_environment_soc_code_soc_vintage"),
        ),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_work_environment")),
        sa.UniqueConstraint("part_id", "soc_code", "soc_vintage", "position", name="uq_work_environment_identity"),
        comment="Where, how and when people in an occupation work",
    )


def downgrade() -> None:
    """Take this revision back."""
    op.drop_table("work_environment")
    op.drop_table("specialty")
    op.drop_table("related_occupation")
    op.drop_table("quality")
    op.drop_table("projection")
    op.drop_table("profile_section")
    op.drop_table("part_coverage")
    op.drop_table("outlook_driver")
    op.drop_table("other_title")
    with op.batch_alter_table("oews_estimate", schema=None) as batch_op:
        batch_op.drop_index("ix_oews_estimate_published")
        batch_op.drop_index("ix_oews_estimate_occupation")
        batch_op.drop_index("ix_oews_estimate_employment")
        batch_op.drop_index("ix_oews_estimate_area_employment")
        batch_op.drop_index("ix_oews_estimate_area_annual_median")
        batch_op.drop_index("ix_oews_estimate_annual_median")

    op.drop_table("oews_estimate")
    op.drop_table("occupation_transition")
    op.drop_table("largest_employer")
    op.drop_table("job_prospect")
    op.drop_table("interest")
    op.drop_table("industry_label")
    op.drop_table("handbook_wage")
    op.drop_table("handbook_employment")
    op.drop_table("education_path")
    op.drop_table("coursework")
    op.drop_table("contact")
    op.drop_table("certification_rule")
    op.drop_table("certification_requirement")
    op.drop_table("certification_issuer")
    op.drop_table("certification")
    op.drop_table("advancement")
    op.drop_table("wage_definition")
    op.drop_table("projection_comparison")
    op.drop_table("part_file")
    op.drop_table("organization")
    op.drop_table("occupation")
    op.drop_table("industry")
    op.drop_table("certification_name")
    op.drop_table("area")
    op.drop_table("source_sheet")
    op.drop_table("part")
    op.drop_table("source_file")
    op.drop_table("release")
    op.drop_table("database_state")
