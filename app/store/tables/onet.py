"""O*NET: occupations by their eight digits, ratings with their reliability, tasks, technology, and reference lists.

No row but that of an occupation refers to another: a release may lack files, and one that comes later adds its part.
A SOC code's rows are those whose `onet_soc_code` begins with it.
"""

from sqlalchemy import Boolean, Column, Float, Index, Integer, Table, Text, UniqueConstraint, func
from sqlalchemy.schema import SchemaItem

from app.domain.onet import OnetRelation, OnetSocEdition, RatingDomain, TechnologyType
from app.store.tables.metadata import (
    metadata,
    occupation_key,
    one_of,
    provenance,
    references_occupation,
    sorted_text,
    text,
)


def _onet_table(name: str, *items: SchemaItem, identity: tuple[str, ...], comment: str) -> Table:
    """A table of O*NET rows, whose identity holds within a part."""
    columns = [item for item in items if isinstance(item, Column)]
    constraints = [item for item in items if not isinstance(item, Column)]
    unique = UniqueConstraint(*identity, "part_id")
    return Table(name, metadata, *columns, *provenance(), *constraints, unique, comment=comment)


def _key(name: str, comment: str) -> Column[str]:
    return Column(name, sorted_text(), nullable=False, comment=comment)


def _code() -> Column[str]:
    return _key("onet_soc_code", "O*NET-SOC code of eight digits, such as 29-2072.00")


def _element() -> list[Column[str]]:
    return [
        _key("element_id", "Element of the content model, such as 2.A.1.a"),
        text("element_name", "Its name in this release; empty where the file prints none"),
    ]


def _scale() -> Column[str]:
    return _key("scale_id", "Scale: IM importance, LV level, CX context, ... (see onet_scale for its range)")


def _dated() -> list[Column[str]]:
    return [
        text("date", "Month in which it was collected or revised, ISO 8601: 2023-08"),
        text("domain_source", "Who it comes from: Incumbent, Analyst, Occupational Expert, ..., as printed"),
    ]


def _estimate() -> list[Column[object]]:
    return [
        Column("value", Float, nullable=False, comment="Rating on its scale, or percent of responses for a category"),
        Column("n", Integer, comment="Number of ratings or respondents; empty where not applicable"),
        Column("standard_error", Float, comment="Standard error of the value, in its unit; empty where not applicable"),
        Column("lower_bound", Float, comment="Lower bound of the 95 percent confidence interval"),
        Column("upper_bound", Float, comment="Upper bound of the 95 percent confidence interval"),
        Column("recommend_suppress", Boolean, comment="Whether the publisher advises against use: low precision"),
    ]


onet_occupation = _onet_table(
    "onet_occupation",
    _code(),
    Column("title", sorted_text(), nullable=False, comment="Title of the occupation in O*NET-SOC"),
    Column("description", Text, nullable=False, comment="What those who work in it do"),
    Column("taxonomy_edition", Text, nullable=False, comment="Edition of O*NET-SOC: 2010 to 25.0, 2019 from 25.1"),
    *occupation_key(),
    references_occupation(),
    one_of("taxonomy_edition", OnetSocEdition),
    identity=("onet_soc_code",),
    comment="An occupation of O*NET-SOC, more detailed than the SOC",
)

onet_alternate_title = _onet_table(
    "onet_alternate_title",
    _code(),
    _key("alternate_title", "Another title that the occupation goes by"),
    text("short_title", "Its acronym or short form; empty where it has none"),
    text("title_sources", "Codes of the sources that it was found in, separated by commas, as printed"),
    identity=("onet_soc_code", "alternate_title", "short_title"),
    comment="Alternate (lay) titles of an occupation",
)

onet_reported_title = _onet_table(
    "onet_reported_title",
    _code(),
    _key("reported_title", "Job title that people in the occupation reported"),
    Column("shown_in_my_next_move", Boolean, comment="Whether My Next Move shows it"),
    identity=("onet_soc_code", "reported_title"),
    comment="Sample of the job titles that incumbents report",
)

onet_rating = Table(
    "onet_rating",
    metadata,
    _code(),
    Column("domain", Text, nullable=False, comment="skills, knowledge, abilities, work_activities, ..."),
    *_element(),
    _scale(),
    Column("category", Integer, comment="Category of the answer; empty for a rating that is no share of one"),
    *_estimate(),
    Column("not_relevant", Boolean, comment="Whether too many said that it is not relevant; empty: not applicable"),
    *_dated(),
    *provenance(),
    one_of("domain", RatingDomain),
    comment="A rating of an element of the content model for an occupation, on one scale",
)
Index(
    "uq_onet_rating_identity",
    onet_rating.c.onet_soc_code,
    onet_rating.c.element_id,
    onet_rating.c.scale_id,
    func.coalesce(onet_rating.c.category, 0),
    onet_rating.c.part_id,
    unique=True,
)
# Of one occupation, and all in the order of the file, which is that of the codes; of an element, the highest first.
Index("ix_onet_rating_part", onet_rating.c.part_id, onet_rating.c.onet_soc_code, onet_rating.c.row_number)
Index(
    "ix_onet_rating_value",
    onet_rating.c.part_id,
    onet_rating.c.element_id,
    onet_rating.c.scale_id,
    onet_rating.c.value,
    onet_rating.c.row_number,
)

onet_task = _onet_table(
    "onet_task",
    _code(),
    Column("task_id", Integer, nullable=False, comment="Identifier of the task"),
    Column("task", Text, nullable=False, comment="The task, a sentence"),
    text("task_type", "Core or Supplemental, as printed; empty where not rated"),
    Column("incumbents_responding", Integer, comment="Number of incumbents who rated it; empty where none did"),
    *_dated(),
    identity=("onet_soc_code", "task_id"),
    comment="What those who work in an occupation do",
)

onet_task_rating = Table(
    "onet_task_rating",
    metadata,
    _code(),
    Column("task_id", Integer, nullable=False, comment="Identifier of the task"),
    _scale(),
    Column("category", Integer, comment="Category of frequency; empty for importance and relevance"),
    *_estimate(),
    *_dated(),
    *provenance(),
    comment="Importance, relevance and frequency of a task",
)
Index(
    "uq_onet_task_rating_identity",
    onet_task_rating.c.onet_soc_code,
    onet_task_rating.c.task_id,
    onet_task_rating.c.scale_id,
    func.coalesce(onet_task_rating.c.category, 0),
    onet_task_rating.c.part_id,
    unique=True,
)
Index("ix_onet_task_rating_part", onet_task_rating.c.part_id)

onet_emerging_task = _onet_table(
    "onet_emerging_task",
    _code(),
    _key("task", "The task, a sentence"),
    Column("task_category", Text, nullable=False, comment="New, or a revision of a task, as printed"),
    Column("original_task_id", Integer, comment="Task that it revises; empty for a new one"),
    text("original_task", "That task's sentence"),
    *_dated(),
    identity=("onet_soc_code", "task", "original_task_id"),
    comment="Tasks that incumbents wrote in and that are not yet among those rated",
)

onet_task_activity = _onet_table(
    "onet_task_activity",
    _code(),
    Column("task_id", Integer, nullable=False, comment="Identifier of the task"),
    _key("detailed_activity_id", "Detailed work activity (DWA) that it belongs to"),
    *_dated(),
    identity=("onet_soc_code", "task_id", "detailed_activity_id"),
    comment="Which detailed work activities a task belongs to",
)

onet_technology = _onet_table(
    "onet_technology",
    _code(),
    Column("technology_type", Text, nullable=False, comment="technology (software) or tool"),
    _key("example", "Product or tool, as printed"),
    Column("commodity_code", sorted_text(), comment="UNSPSC commodity, eight digits; empty from 30.3 on"),
    text("commodity_title", "Title of that commodity"),
    text("element_id", "Kind of software in the content model; empty before 30.3"),
    text("element_name", "Its name"),
    Column("hot_technology", Boolean, comment="Whether employers often ask for it; empty for tools"),
    Column("in_demand", Boolean, comment="Whether employers ask for it for this occupation; printed from 27.1"),
    one_of("technology_type", TechnologyType),
    identity=("onet_soc_code", "technology_type", "example", "commodity_code", "element_id"),
    comment="Technology skills and tools of an occupation",
)

onet_commodity = _onet_table(
    "onet_commodity",
    _key("commodity_code", "UNSPSC commodity, eight digits"),
    Column("commodity_title", Text, nullable=False, comment="Its title"),
    *(
        column
        for group in ("class", "family", "segment")
        for column in (_key(f"{group}_code", f"UNSPSC {group}"), text(f"{group}_title", f"Title of the {group}"))
    ),
    identity=("commodity_code",),
    comment="The part of UNSPSC that O*NET uses",
)

onet_related_occupation = _onet_table(
    "onet_related_occupation",
    _code(),
    _key("related_onet_soc_code", "O*NET-SOC code of the related occupation"),
    Column("relation", Text, nullable=False, comment="related, career_change or career_start"),
    text("relatedness_tier", "Primary-Short, Primary-Long or Supplemental, as printed; printed from 26.x"),
    Column("place", Integer, nullable=False, comment="Place among the related ones: 1 is the most related"),
    one_of("relation", OnetRelation),
    identity=("onet_soc_code", "relation", "related_onet_soc_code"),
    comment="Related occupations, the most related first",
)

onet_job_zone = _onet_table(
    "onet_job_zone",
    _code(),
    Column("job_zone", Integer, nullable=False, comment="Job zone 1 to 5: how much preparation is needed"),
    *_dated(),
    identity=("onet_soc_code",),
    comment="How much preparation an occupation needs",
)

onet_job_zone_definition = _onet_table(
    "onet_job_zone_definition",
    Column("job_zone", Integer, nullable=False, comment="Job zone 1 to 5"),
    Column("name", Text, nullable=False, comment="Its name"),
    Column("experience", Text, nullable=False, comment="Experience that it asks for"),
    Column("education", Text, nullable=False, comment="Education that it asks for"),
    Column("job_training", Text, nullable=False, comment="Training on the job that it asks for"),
    Column("examples", Text, nullable=False, comment="Occupations in it"),
    Column("svp_range", Text, nullable=False, comment="Range of specific vocational preparation, as printed"),
    identity=("job_zone",),
    comment="What each job zone means",
)

onet_element = _onet_table(
    "onet_element",
    _key("element_id", "Element of the content model; its parent's identifier is its start"),
    Column("element_name", Text, nullable=False, comment="Name"),
    Column("description", Text, nullable=False, comment="What it means"),
    identity=("element_id",),
    comment="The content model: what O*NET describes an occupation by",
)

onet_element_link = _onet_table(
    "onet_element_link",
    _key("element_id", "Ability, skill or basic interest"),
    text("element_name", "Its name"),
    _key("linked_element_id", "Work activity, work context or interest that it is linked to"),
    text("linked_element_name", "Its name"),
    identity=("element_id", "linked_element_id"),
    comment="Which abilities and skills matter for which activities and contexts; interests of basic interests",
)

onet_scale = _onet_table(
    "onet_scale",
    _key("scale_id", "Scale: IM, LV, CX, ..."),
    Column("scale_name", Text, nullable=False, comment="Name of the scale"),
    Column("minimum", Float, nullable=False, comment="Least value that it can take"),
    Column("maximum", Float, nullable=False, comment="Greatest value that it can take"),
    identity=("scale_id",),
    comment="Scales and their ranges",
)

onet_category = _onet_table(
    "onet_category",
    _key("element_id", "Element that the categories are of; empty text where they are of all tasks"),
    text("element_name", "Its name"),
    _scale(),
    Column("category", Integer, nullable=False, comment="Number of the category"),
    Column("category_description", Text, nullable=False, comment="What it means"),
    identity=("element_id", "scale_id", "category"),
    comment="What the categories of education, training, experience, work context and task frequency mean",
)

onet_level_anchor = _onet_table(
    "onet_level_anchor",
    *_element(),
    _scale(),
    Column("anchor_value", Float, nullable=False, comment="Point on the scale"),
    Column("anchor_description", Text, nullable=False, comment="An example of that level"),
    identity=("element_id", "scale_id", "anchor_value"),
    comment="Examples that anchor points of the level scale",
)

onet_collection_fact = _onet_table(
    "onet_collection_fact",
    _code(),
    _key("item", "What was measured: response rate, mode, sector, ..."),
    text("response", "Answer that the percentage is of; empty where the item has none"),
    Column("n", Integer, comment="Number of questionnaires; empty where not applicable"),
    Column("percent", Float, comment="Percent; empty where not applicable"),
    text("date", "Month of the data, ISO 8601"),
    identity=("onet_soc_code", "item", "response"),
    comment="How an occupation's data were collected, and from whom (Occupation Level Metadata)",
)

onet_survey_item = _onet_table(
    "onet_survey_item",
    *_element(),
    _key("survey_item_number", "Number of the question, such as KN01b"),
    _scale(),
    identity=("element_id", "survey_item_number", "scale_id"),
    comment="Which question of the survey asks for an element",
)

onet_intermediate_activity = _onet_table(
    "onet_intermediate_activity",
    _key("element_id", "Work activity that it belongs to"),
    _key("intermediate_activity_id", "Intermediate work activity (IWA)"),
    Column("intermediate_activity_title", Text, nullable=False, comment="What is done"),
    identity=("intermediate_activity_id",),
    comment="Intermediate work activities",
)

onet_detailed_activity = _onet_table(
    "onet_detailed_activity",
    _key("element_id", "Work activity that it belongs to"),
    _key("intermediate_activity_id", "Intermediate work activity that it belongs to"),
    _key("detailed_activity_id", "Detailed work activity (DWA)"),
    Column("detailed_activity_title", Text, nullable=False, comment="What is done"),
    identity=("detailed_activity_id",),
    comment="Detailed work activities",
)

onet_interest_example = _onet_table(
    "onet_interest_example",
    *_element(),
    Column("interest_type", Text, nullable=False, comment="General (the six of RIASEC) or Basic, as printed"),
    text("activity", "An activity that shows the interest; empty for an occupation"),
    text("onet_soc_code", "An occupation that shows the interest; empty for an activity"),
    identity=("element_id", "activity", "onet_soc_code"),
    comment="Activities and occupations that illustrate an interest",
)

onet_interest_keyword = _onet_table(
    "onet_interest_keyword",
    *_element(),
    _key("keyword", "Word that stands for the interest"),
    Column("keyword_type", Text, nullable=False, comment="Action or Object, as printed"),
    identity=("element_id", "keyword", "keyword_type"),
    comment="Words that stand for an interest",
)
