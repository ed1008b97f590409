"""The handbook's text by section, other titles, and related occupations."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, Text

from app.domain.programs import Origin
from app.domain.statements import Relation, TitleKind
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import curated_part, one_of, sorted_text, text

profile_section = handbook_table(
    "profile_section",
    position("the sections"),
    Column("section", Text, nullable=False, comment="Identifier of the section"),
    text("parent_section", "Section that it stands under"),
    Column("heading", Text, nullable=False, comment="Heading of the section, as printed or curated"),
    Column(
        "heading_origin", Text, nullable=False, comment="published where the document prints the heading, else curated"
    ),
    text("heading_origin_basis", "What a curated heading rests on"),
    Column("heading_line", Integer, comment="Line of the document with the heading"),
    Column("text", Text, nullable=False, comment="The section's text, a line for each paragraph or table row"),
    Column("first_line", Integer, nullable=False, comment="First line of the text in the document"),
    Column("last_line", Integer, nullable=False, comment="Last line of the text in the document"),
    one_of("heading_origin", Origin),
    identity=("position",),
    comment="A section of an occupation's profile, word for word",
)

other_title = handbook_table(
    "other_title",
    position("the titles"),
    Column("title", sorted_text(), nullable=False, comment="Another title of the occupation"),
    Column("kind", Text, nullable=False, comment="What kind of title it is"),
    *curated_part("detail", "the kind"),
    one_of("kind", TitleKind),
    identity=("position",),
    comment="Another title that a publication uses for an occupation",
)

related_occupation = handbook_table(
    "related_occupation",
    position("the related occupations"),
    Column("relation", Text, nullable=False, comment="advancement or similar"),
    Column("related_title", Text, nullable=False, comment="Title as printed"),
    Column("related_soc_code", sorted_text(), comment="Its SOC code"),
    Column("related_soc_vintage", Text, comment="Edition of that code"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    *curated_part("code", "the code"),
    ForeignKeyConstraint(
        ["related_soc_code", "related_soc_vintage"], ["occupation.soc_code", "occupation.soc_vintage"]
    ),
    one_of("relation", Relation),
    identity=("position",),
    comment="Another occupation that a profile points to",
)
