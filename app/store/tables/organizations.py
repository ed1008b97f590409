"""Organizations, and what a profile says each is good for."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, Table, Text

from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import (
    curated_part,
    is_current,
    metadata,
    origin,
    origin_checks,
    provenance,
    refers_to,
    sorted_text,
    text,
)

organization = Table(
    "organization",
    metadata,
    Column("organization", sorted_text(), nullable=False, comment="Identifier, such as ahima"),
    Column("name", sorted_text(), nullable=False, comment="Name as printed"),
    text("former_name", "Earlier name that the publication mentions"),
    Column("acronym", sorted_text(), comment="Acronym; curated"),
    text("url", "Address of its site; curated, empty where unsure"),
    *origin(),
    *curated_part("detail", "the acronym or address"),
    is_current(),
    *provenance(),
    PrimaryKeyConstraint("part_id", "organization"),
    *origin_checks(),
    comment="An organization that a profile names",
)

contact = handbook_table(
    "contact",
    Column("group_position", Integer, nullable=False, comment="Order of the groups as printed, from 1"),
    Column("topic", Text, nullable=False, comment="What the group informs about, as printed"),
    Column("topic_slug", Text, nullable=False, comment="The topic as an identifier"),
    text("topic_includes", "What the topic is said to include"),
    Column("offers", Text, nullable=False, comment="What is to be had there: information, or a list"),
    position("the organizations in a group"),
    Column("organization", sorted_text(), nullable=False, comment="Whom to ask"),
    refers_to("organization", "organization"),
    text("link_title", "What the link to the organization says, where that is not its name"),
    text("url", "Where the link leads"),
    text("statement", "The publication's own words that introduce the group"),
    text("group_heading", "Heading that the group stands under, as printed"),
    text("specialty", "Specialty that the group is for"),
    Column("group_document_line", Integer, comment="Line of the document that heads the group"),
    identity=("group_position", "position"),
    comment="Where a profile sends its readers, and for what",
)
