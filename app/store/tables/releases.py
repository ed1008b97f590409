"""What is loaded: releases, their parts, and the files that the parts were read from."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from app.domain.programs import Origin, Program
from app.store.tables.metadata import metadata, occupation_key, one_of, sorted_text
from app.store.tables.types import TextList

database_state = Table(
    "database_state",
    metadata,
    Column("state_id", Integer, primary_key=True, autoincrement=False, comment="Always 1: the table has one row"),
    Column("data_revision", Integer, nullable=False, comment="Counts loads: readers notice new data by it"),
    Column("changed_at", Text, nullable=False, comment="Time of the last load, ISO 8601 in UTC"),
    Column("seed_sha256", Text, comment="Hash of the seed data that is loaded"),
    CheckConstraint("state_id = 1", name="one_row"),
    comment="One row: which state of the data this database holds",
)

release = Table(
    "release",
    metadata,
    Column("release", sorted_text(), primary_key=True, comment="Identifier, such as oews-2025-05"),
    Column("program", Text, nullable=False, comment="Program that publishes it: ooh, oews, ep, onet"),
    Column("title", Text, nullable=False, comment="Title, as a citation would name it"),
    Column("publisher", Text, nullable=False, comment="Who publishes it"),
    Column("reference_period", sorted_text(), nullable=False, comment="2018-05 a month, 2018 a year, 2018-28 a round"),
    Column("projection_round", sorted_text(), comment="Projection round that it belongs to, such as 2018-28"),
    Column("soc_vintage", Text, nullable=False, comment="Edition of the SOC that it is coded in"),
    Column("licence", Text, nullable=False, comment="Terms of use"),
    Column("attribution", Text, nullable=False, comment="How to cite it"),
    Column("source_url", Text, comment="Where the publisher offers it"),
    Column("published_on", Text, comment="Date of publication, ISO 8601; empty if unknown"),
    Column("origin", Text, nullable=False, comment="published, or curated where the files do not describe themselves"),
    Column("origin_basis", Text, comment="What a curated description rests on"),
    one_of("program", Program),
    one_of("origin", Origin),
    comment="A publication of a program: one reference period, one edition of the SOC",
)

unloaded_release = Table(
    "unloaded_release",
    metadata,
    Column("release", sorted_text(), primary_key=True, comment="Identifier of a release that was taken out"),
    Column("revision", Integer, nullable=False, comment="The last revision that it had: another one goes on from it"),
    comment="Releases that were taken out, so that no revision ever means two things",
)

part = Table(
    "part",
    metadata,
    Column("part_id", Integer, primary_key=True, comment="Surrogate key"),
    Column("release", sorted_text(), ForeignKey("release.release"), nullable=False, comment="Release it is a part of"),
    Column("revision", Integer, nullable=False, comment="Revision of the release: 1, then one more for other bytes"),
    Column("layout", Text, nullable=False, comment="Layout of its files, as its reader names it"),
    Column("reader_version", Integer, nullable=False, comment="Version of the readers that read it"),
    Column(
        "allowed",
        TextList(),
        nullable=False,
        comment="Oddities that were read over on request; separated by |",
    ),
    Column("part", Text, nullable=False, comment="Which part: profile, nation-and-states, ..."),
    Column("reference_period", sorted_text(), nullable=False, comment="Period that its figures refer to"),
    Column("rows_read", Integer, nullable=False, comment="Rows in its files, without headers"),
    Column("rows_stored", Integer, nullable=False, comment="Rows stored in all tables"),
    Column("rows_repeated", Integer, nullable=False, comment="Rows that the files, or other parts, state twice"),
    Column("codes_unclassified", Integer, nullable=False, comment="Codes that no classification that is loaded has"),
    Column("cells_withheld", Integer, nullable=False, comment="Cells that the publisher withholds"),
    Column("cells_bounded", Integer, nullable=False, comment="Cells published as a bound"),
    Column("loaded_at", Text, nullable=False, comment="Time of loading, ISO 8601 in UTC"),
    Column("seconds", Float, nullable=False, comment="How long reading and storing took"),
    UniqueConstraint("release", "revision", "part"),
    comment="A part of a release that was loaded at one time; every figure points to its part",
)

source_file = Table(
    "source_file",
    metadata,
    Column("file_id", Integer, primary_key=True, comment="Surrogate key"),
    Column("name", Text, nullable=False, comment="File name, without folders"),
    Column("sha256", Text, nullable=False, comment="SHA-256 of its bytes, hexadecimal"),
    Column("size_bytes", Integer, nullable=False, comment="Size in bytes"),
    UniqueConstraint("sha256", "name"),
    comment="A file that was read",
)

part_file = Table(
    "part_file",
    metadata,
    Column("part_id", Integer, ForeignKey("part.part_id"), primary_key=True, comment="Part that was read"),
    Column("file_id", Integer, ForeignKey("source_file.file_id"), primary_key=True, comment="File it was read from"),
    comment="Which files a part was read from",
)

source_sheet = Table(
    "source_sheet",
    metadata,
    Column("sheet_id", Integer, primary_key=True, comment="Surrogate key"),
    Column("file_id", Integer, ForeignKey("source_file.file_id"), nullable=False, comment="File it stands in"),
    Column("sheet", Text, comment="Name of the sheet; empty for a file without sheets"),
    Column(
        "headers",
        Text,
        comment="Which column each field was read from: a JSON object of kind of record, field and header",
    ),
    UniqueConstraint("file_id", "sheet"),
    comment="A sheet of a workbook, or a whole file that has no sheets",
)

part_coverage = Table(
    "part_coverage",
    metadata,
    Column("part_id", Integer, ForeignKey("part.part_id"), nullable=False, comment="Part of a release"),
    *occupation_key(),
    # No key of an occupation: parts of O*NET have codes that another part of the release states.
    PrimaryKeyConstraint("part_id", "soc_code", "soc_vintage"),
    comment="Which occupations a part has anything on: what an empty answer is explained by",
)
