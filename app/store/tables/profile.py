"""The handbook's text by section, other titles, and related occupations."""

from sqlalchemy import Column, Integer, Text

from app.domain.education import EducationLevel
from app.domain.programs import Origin
from app.domain.qualifiers import Qualifier
from app.domain.statements import Relation, TitleKind
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import curated_part, one_of, refers_to, sorted_text, text

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
    Column("heading_level", Integer, comment="Level of the heading in the page; empty for a curated heading"),
    one_of("heading_origin", Origin),
    identity=("position",),
    comment="A section of an occupation's profile, word for word",
)

other_title = handbook_table(
    "other_title",
    position("the titles"),
    Column("title", sorted_text(), nullable=False, comment="Another title of the occupation"),
    Column("kind", Text, nullable=False, comment="What kind of title it is"),
    text("statement", "The publication's own sentence, where one says so"),
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
    text("related_url", "Where the publication describes it"),
    text("duties", "What its workers do, as printed"),
    text("education_label", "Typical entry-level education, as printed"),
    Column("education_level", Text, comment="That level; empty where the publication refers to its text"),
    Column("reference_period", sorted_text(), comment="Year of its median pay"),
    Column("annual_median", Integer, comment="Its median pay, dollars per year. OOH"),
    Column("annual_median_qualifier", Text, comment="Why that is missing or a bound"),
    text("pay_label", "Its median pay, as printed"),
    *curated_part("code", "the code"),
    refers_to("occupation", "related_soc_code", "related_soc_vintage", key=("soc_code", "soc_vintage")),
    one_of("education_level", EducationLevel),
    one_of("annual_median_qualifier", Qualifier),
    one_of("relation", Relation),
    identity=("relation", "position"),
    comment="Another occupation that a profile points to",
)
