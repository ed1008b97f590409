"""What it takes to enter an occupation and to advance from it."""

from sqlalchemy import Boolean, Column, Text

from app.domain.statements import CourseStage, EducationPath
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import curated_part, items, one_of, refers_to, sorted_text, text

education_path = handbook_table(
    "education_path",
    position("the levels of education"),
    Column("path", Text, nullable=False, comment="Its part: typical_entry, alternative, ..."),
    Column("education_level", Text, nullable=False, comment="Level of education"),
    text("education_label", "The level in the publication's words"),
    text("field", "Field of study"),
    text("quantifier", "Of how many it holds: some, most"),
    text("frequency", "How often it holds: typically"),
    text("modality", "How firmly: need, may_need, enough, require"),
    text("applies_to", "What it is needed for"),
    text("with_experience", "Experience that must come with it"),
    text("with_courses", "Courses that must come with it"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    *curated_part("detail", "the level's name or the field"),
    one_of("path", EducationPath),
    identity=("position",),
    comment="A level of education and the part it plays on the way into or up from an occupation",
)

coursework = handbook_table(
    "coursework",
    Column("stage", Text, nullable=False, comment="Where the course is taken: postsecondary or high_school"),
    position("the courses of a stage"),
    Column("subject", Text, nullable=False, comment="Subject of the course"),
    items("program_levels", "Levels of education whose programs have it"),
    text("field", "Field of the programs"),
    text("frequency", "How often it holds"),
    text("modality", "How firmly it holds"),
    text("applies_to", "Whom or what it holds of"),
    text("benefit", "What taking it is good for"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    one_of("stage", CourseStage),
    identity=("stage", "position"),
    comment="A course that prepares for an occupation",
)

advancement = handbook_table(
    "advancement",
    position("the ways to advance"),
    Column("to_title", Text, nullable=False, comment="Position to advance to, as printed"),
    Column("to_soc_code", sorted_text(), comment="Its SOC code; curated"),
    Column("to_soc_vintage", Text, comment="Edition of that code"),
    items("education_levels", "Degrees that lead there, one of which is enough"),
    Column(
        "requires_certification_courses", Boolean, nullable=False, comment="Whether certification courses must be taken"
    ),
    text("certification_courses", "Those courses, in words"),
    text("modality", "How firmly it holds"),
    text("varies_by", "What the requirements depend on"),
    Column("statement", Text, nullable=False, comment="The publication's own sentences"),
    *curated_part("code", "the code"),
    refers_to("occupation", "to_soc_code", "to_soc_vintage", key=("soc_code", "soc_vintage")),
    identity=("position",),
    comment="How workers in an occupation advance",
)
