"""What an occupation is like: interests, qualities, working conditions."""

from sqlalchemy import Column, Integer, Text

from app.domain.statements import WorkAspect
from app.store.tables.handbook import handbook_table, position
from app.store.tables.metadata import curated_part, items, one_of, text

interest = handbook_table(
    "interest",
    position("the interests"),
    Column("framework", Text, nullable=False, comment="System of interest areas"),
    Column("interest", Text, nullable=False, comment="Interest area, as printed"),
    text("holland_theme", "The same area under Holland's own name; curated"),
    text("frequency", "How often workers have it"),
    Column("meaning", Text, nullable=False, comment="What the area indicates a focus on"),
    items("meaning_focus", "The activities in that meaning"),
    text("meaning_object", "What the activities are directed at"),
    text("meaning_purpose", "What they are for"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    *curated_part("theme", "Holland's name"),
    identity=("position",),
    comment="An interest area that suits an occupation",
)

quality = handbook_table(
    "quality",
    position("the qualities"),
    Column("quality", Text, nullable=False, comment="Quality, as printed"),
    Column("explanation", Text, nullable=False, comment="Why it matters, as printed"),
    text("expected", "How firmly workers are said to possess it"),
    text("necessity", "How firmly what it enables is needed"),
    items("tasks", "What the quality is needed to do"),
    items("objects", "What those tasks deal with"),
    items("with_whom", "With whom"),
    text("condition", "Condition that the explanation names"),
    text("purpose", "Purpose that the explanation names"),
    identity=("position",),
    comment="A quality that workers in an occupation should have",
)

work_environment = handbook_table(
    "work_environment",
    position("the statements"),
    Column("aspect", Text, nullable=False, comment="Side of working life: setting, physical, remote, schedule_..."),
    Column("feature", Text, nullable=False, comment="What is the case, as an identifier"),
    text("quantifier", "Of how many workers it holds: most, some"),
    text("frequency", "How often: typically"),
    text("modality", "How firmly: may"),
    text("duration", "How long at a time"),
    text("setting", "Where"),
    text("setting_condition", "Condition of that place"),
    items("setting_examples", "Examples of that place"),
    items("shifts", "Shifts that are worked"),
    Column("statement", Text, nullable=False, comment="The publication's own sentence"),
    Column("repeated_on_line", Integer, comment="Second line of the document that says the same"),
    one_of("aspect", WorkAspect),
    identity=("position",),
    comment="Where, how and when people in an occupation work",
)
