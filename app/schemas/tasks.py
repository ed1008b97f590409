"""Tasks."""

from pydantic import Field

from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import Qualifiers, ReleaseId, SocCode, Vintage
from app.schemas.model import Model
from app.schemas.onet import (
    CategoryDescription,
    CategoryNumber,
    CollectedIn,
    DomainSource,
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


class TaskRating(Model):
    """How important, relevant or frequent a task is."""

    scale: Scale
    """`IM` importance, `RT` relevance, `FT` frequency: the percent of responses in each category."""
    value: Value
    category: CategoryNumber
    category_description: CategoryDescription
    n: Responses
    standard_error: StandardError
    lower_bound: LowerBound
    upper_bound: UpperBound
    recommend_suppress: RecommendSuppress
    date: CollectedIn
    domain_source: DomainSource
    qualifiers: Qualifiers
    provenance: RecordProvenance


class TaskActivity(Model):
    """A detailed work activity that a task belongs to, and the wider ones above it."""

    detailed_activity_id: str = Field(json_schema_extra={"example": "4.A.3.b.6.I08.D04"})
    """Identifier of the detailed work activity (DWA)."""
    detailed_activity_title: str | None = Field(json_schema_extra={"example": "Enter codes into records."})
    """What is done; `null` where O*NET's list of these activities is not loaded."""
    intermediate_activity_id: str | None = Field(json_schema_extra={"example": "4.A.3.b.6.I08"})
    """Identifier of the intermediate work activity (IWA) that it belongs to."""
    intermediate_activity_title: str | None = Field(json_schema_extra={"example": "Keep records."})
    """What is done in that."""
    element_id: str | None = Field(json_schema_extra={"example": "4.A.3.b.6"})
    """Work activity of the content model that it belongs to."""
    element_name: ElementName
    date: CollectedIn
    domain_source: DomainSource
    provenance: RecordProvenance


class Task(Model):
    """What those who work in an occupation do."""

    soc_code: SocCode
    soc_vintage: Vintage
    onet_soc_code: OnetSocCode
    title: OnetTitle
    task_id: int | None = Field(json_schema_extra={"example": 21684})
    """Identifier of the task; `null` for an emerging one."""
    task: str = Field(json_schema_extra={"example": "Give each record the codes that its contents call for."})
    """The task, a sentence."""
    task_type: str | None = Field(json_schema_extra={"example": "Core"})
    """`Core` or `Supplemental`, as printed; `null` where it was not rated."""
    emerging: bool
    """Whether workers wrote it in and it is not yet among those that are rated."""
    task_category: str | None = Field(json_schema_extra={"example": "New"})
    """Of an emerging task, as printed: `New`, or a revision of another; else `null`."""
    original_task_id: int | None = Field(json_schema_extra={"example": 21684})
    """Of an emerging task that revises another: that task."""
    original_task: str | None = Field(json_schema_extra={"example": "File records."})
    """That task's sentence."""
    incumbents_responding: int | None = Field(json_schema_extra={"example": 27})
    """How many of those who work in the occupation rated it; `null` where none did."""
    ratings: list[TaskRating]
    """Its importance, relevance and frequency; empty where it was not rated or that part is not loaded."""
    activities: list[TaskActivity]
    """Detailed work activities that it belongs to; empty where none is named or that part is not loaded."""
    date: CollectedIn
    domain_source: DomainSource
    source: ReleaseId
    provenance: RecordProvenance


TaskList = ListAnswer[Task]
