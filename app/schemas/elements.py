"""Elements of O*NET's content model."""

from pydantic import Field

from app.domain.onet import RatingDomain
from app.schemas.envelope import ItemAnswer, ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId
from app.schemas.model import Model
from app.schemas.onet import ElementId, ElementName, ScaleId


class Element(Model):
    """An element of the content model: something that O*NET describes occupations by."""

    element_id: ElementId
    element_name: str = Field(json_schema_extra={"example": "Reading Comprehension"})
    """What it is called."""
    description: str = Field(json_schema_extra={"example": "Understanding what is written at work."})
    """What it means, in O*NET's words."""
    domain: RatingDomain | None = Field(json_schema_extra={"example": "skills"})
    """Part of the content model whose ratings it has; `null` for an element that no domain of ratings holds."""
    parent_element_id: str | None = Field(json_schema_extra={"example": "2.A.1"})
    """Element above it; `null` for one of the six main parts."""
    url: str = Field(json_schema_extra={"example": "/v1/elements/2.A.1.a"})
    """URL path of the element with all that explains it."""
    source: ReleaseId
    provenance: RecordProvenance


class Category(Model):
    """What a category of answers about an element means."""

    scale_id: ScaleId
    category: int = Field(json_schema_extra={"example": 5})
    """Number of the category."""
    category_description: str = Field(json_schema_extra={"example": "Post-secondary certificate"})
    """What it means."""
    element_name: ElementName
    provenance: RecordProvenance


class Anchor(Model):
    """An example of a point on the level scale of an element."""

    scale_id: ScaleId
    anchor_value: float = Field(json_schema_extra={"example": 4})
    """The point on the scale."""
    anchor_description: str = Field(json_schema_extra={"example": "Read a memo on new rules for coding records"})
    """What somebody at that level can do."""
    element_name: ElementName
    provenance: RecordProvenance


class SurveyItem(Model):
    """A question of the survey that asks for an element."""

    survey_item_number: str = Field(json_schema_extra={"example": "SK01a"})
    """Number of the question."""
    scale_id: ScaleId
    element_name: ElementName
    provenance: RecordProvenance


class ElementLink(Model):
    """A link from an ability, skill or basic interest to an activity, a context or an interest that it matters for."""

    element_id: ElementId
    element_name: ElementName
    linked_element_id: str = Field(json_schema_extra={"example": "4.A.1.a.1"})
    """Element that it is linked to."""
    linked_element_name: str | None = Field(json_schema_extra={"example": "Getting Information"})
    """Name of that element."""
    provenance: RecordProvenance


class IntermediateActivity(Model):
    """An intermediate work activity that belongs to a work activity."""

    intermediate_activity_id: str = Field(json_schema_extra={"example": "4.A.3.b.6.I08"})
    """Identifier (IWA)."""
    intermediate_activity_title: str = Field(json_schema_extra={"example": "Keep records."})
    """What is done."""
    provenance: RecordProvenance


class DetailedActivity(Model):
    """A detailed work activity that belongs to a work activity."""

    intermediate_activity_id: str = Field(json_schema_extra={"example": "4.A.3.b.6.I08"})
    """Intermediate work activity that it belongs to."""
    detailed_activity_id: str = Field(json_schema_extra={"example": "4.A.3.b.6.I08.D04"})
    """Identifier (DWA)."""
    detailed_activity_title: str = Field(json_schema_extra={"example": "Enter codes into records."})
    """What is done."""
    provenance: RecordProvenance


class InterestExample(Model):
    """An activity or an occupation that shows an interest."""

    interest_type: str = Field(json_schema_extra={"example": "General"})
    """`General` (one of the six of RIASEC) or `Basic`, as printed."""
    activity: str | None = Field(json_schema_extra={"example": "Keep an inventory."})
    """The activity; `null` for an occupation."""
    onet_soc_code: str | None = Field(json_schema_extra={"example": "29-2072.00"})
    """The occupation; `null` for an activity."""
    element_name: ElementName
    provenance: RecordProvenance


class InterestKeyword(Model):
    """A word that stands for an interest."""

    keyword: str = Field(json_schema_extra={"example": "Organize"})
    """The word."""
    keyword_type: str = Field(json_schema_extra={"example": "Action"})
    """`Action` or `Object`, as printed."""
    element_name: ElementName
    provenance: RecordProvenance


class ExplainedElement(Model):
    """An element with all that explains it; lists are empty where it has none or the part is not loaded."""

    element_id: ElementId
    element_name: ElementName
    description: str | None = Field(json_schema_extra={"example": "Understanding what is written at work."})
    """What it means, in O*NET's words; `null` where no content model is loaded."""
    domain: RatingDomain | None = Field(json_schema_extra={"example": "skills"})
    """Part of the content model whose ratings it has; `null` for an element that no domain of ratings holds."""
    parent_element_id: str | None = Field(json_schema_extra={"example": "2.A.1"})
    """Element above it; `null` for one of the six main parts."""
    url: str = Field(json_schema_extra={"example": "/v1/elements/2.A.1.a"})
    """URL path of the element."""
    children: list[str] = Field(json_schema_extra={"example": ["2.A.1.a", "2.A.1.b"]})
    """Elements right below it."""
    categories: list[Category]
    """What the categories of answers about it mean."""
    level_anchors: list[Anchor]
    """Examples of points on its level scale."""
    survey_items: list[SurveyItem]
    """Questions of the survey that ask for it."""
    links: list[ElementLink]
    """Links from it and to it."""
    intermediate_activities: list[IntermediateActivity]
    """Intermediate work activities that belong to it."""
    detailed_activities: list[DetailedActivity]
    """Detailed work activities that belong to it."""
    examples: list[InterestExample]
    """Activities and occupations that show it, if it is an interest."""
    keywords: list[InterestKeyword]
    """Words that stand for it, if it is an interest."""
    source: str | None = Field(json_schema_extra={"example": "onet-30.1"})
    """Release that answers; `sources` describes it. `null` where none is loaded."""
    provenance: RecordProvenance | None
    """Where its description stands; `null` where no content model is loaded."""


ElementList = ListAnswer[Element]
ElementItem = ItemAnswer[ExplainedElement]
