"""One occupation as a page shows it: each topic with the beginning of its own answer."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field

from app.schemas.certifications import Certification
from app.schemas.characteristics import Characteristics
from app.schemas.contacts import ContactGroup
from app.schemas.employment import EmploymentRecord
from app.schemas.envelope import Absence, ItemAnswer
from app.schemas.keys import Url
from app.schemas.model import Model, described, with_words_of_part
from app.schemas.occupations import Hierarchy, OccupationGlance
from app.schemas.preparation import Preparation
from app.schemas.projections import ExplainedOutlook, ProjectionRecord
from app.schemas.ratings import Rating
from app.schemas.related import RelatedOccupation
from app.schemas.tasks import Task
from app.schemas.technology import Technology
from app.schemas.titles import ListedTitle
from app.schemas.wages import WageRecord

Record = TypeVar("Record", bound=BaseModel)


@described
class ListSection(Model, Generic[Record]):
    """The beginning of a list."""

    model_config = with_words_of_part("The beginning of a list. Each record:")

    data: list[Record]
    """The first records, as the path in `url` gives them."""
    total: int | None = Field(json_schema_extra={"example": 5})
    """How many records the list has; `null` where counting would take long."""
    absence: Absence | None
    """Why there is nothing to show; `null` where there is something."""
    url: Url
    """The path of the whole list."""

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`WageRecord` gives `WageRecordSection`."""
        return f"{params[0].__name__}Section"


@described
class ItemSection(Model, Generic[Record]):
    """An answer on one topic."""

    model_config = with_words_of_part("An answer on one topic:")

    data: Record
    """The answer, as the path in `url` gives it."""
    absence: Absence | None
    """Why there is nothing to show; `null` where there is something."""
    url: Url
    """The path that gives it alone."""

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """`Preparation` gives `PreparationSection`."""
        return f"{params[0].__name__}Section"


class Overview(Model):
    """An occupation at a glance, and its topics. A topic that was not asked for is `null`."""

    occupation: OccupationGlance
    """What the code is, what became of it, and its main figures."""
    wages: ListSection[WageRecord] | None
    """What it pays in the nation."""
    employment: ListSection[EmploymentRecord] | None
    """How many work in it in the nation."""
    projections: ListSection[ProjectionRecord[ExplainedOutlook]] | None
    """Every round, newest first, with the reasons."""
    preparation: ItemSection[Preparation] | None
    """What it takes to enter."""
    certifications: ListSection[Certification] | None
    """Credentials."""
    characteristics: ItemSection[Characteristics] | None
    """Qualities, interests, surroundings and schedules."""
    skills: ListSection[Rating] | None
    """Skills of O*NET by importance, the most important first."""
    tasks: ListSection[Task] | None
    """What is done."""
    technology: ListSection[Technology] | None
    """Software and tools."""
    titles: ListSection[ListedTitle] | None
    """Other titles."""
    related: ListSection[RelatedOccupation] | None
    """Where to go next."""
    contacts: ListSection[ContactGroup] | None
    """Whom to ask."""
    hierarchy: ItemSection[Hierarchy] | None
    """Its place in the classification."""


OverviewItem = ItemAnswer[Overview]
