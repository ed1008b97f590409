"""O*NET's ratings."""

from pydantic import Field

from app.domain.onet import RatingDomain
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Qualifiers, ReleaseId, SocCode, Vintage
from app.schemas.model import Model
from app.schemas.onet import (
    CategoryDescription,
    CategoryNumber,
    CollectedIn,
    DomainSource,
    ElementId,
    ElementName,
    LowerBound,
    OnetSocCode,
    OnetTitle,
    RecommendSuppress,
    Responses,
    Scale,
    StandardError,
    UpperBound,
    Value,
)


class LevelAnchor(Model):
    """An example of a point on the level scale of an element."""

    anchor_value: float = Field(json_schema_extra={"example": 4})
    """The point on the scale."""
    anchor_description: str = Field(json_schema_extra={"example": "Read a memo on new rules for coding records"})
    """What somebody at that level can do."""


class Rating(Model):
    """The rating of an element of the content model for an occupation, on one scale."""

    soc_code: SocCode
    soc_vintage: Vintage
    onet_soc_code: OnetSocCode
    title: OnetTitle
    domain: RatingDomain = Field(json_schema_extra={"example": "skills"})
    """Part of the content model that the element stands in."""
    element_id: ElementId
    element_name: ElementName
    element_description: str | None = Field(json_schema_extra={"example": "Understanding what is written at work."})
    """What the element means, in O*NET's words; `null` where the content model is not loaded."""
    scale: Scale
    """The scale that the value is on, with its range."""
    value: Value
    category: CategoryNumber
    category_description: CategoryDescription
    level_anchors: list[LevelAnchor]
    """Examples of points on the scale, for values on a level scale; empty for others."""
    n: Responses
    standard_error: StandardError
    lower_bound: LowerBound
    upper_bound: UpperBound
    recommend_suppress: RecommendSuppress
    not_relevant: bool | None = Field(json_schema_extra={"example": False})
    """Whether too many said that the element is not relevant for its level to be used; `null`: not applicable."""
    date: CollectedIn
    domain_source: DomainSource
    qualifiers: Qualifiers
    source: ReleaseId
    provenance: RecordProvenance


RatingList = ListAnswer[Rating]
