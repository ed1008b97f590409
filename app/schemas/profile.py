"""The handbook profile of an occupation."""

from pydantic import Field

from app.domain.statements import TitleKind
from app.schemas.envelope import ItemAnswer, RecordProvenance
from app.schemas.keys import Covers, SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.pages import (
    ComparisonBar,
    HandbookProfile,
    ListedDuty,
    PageLink,
    Picture,
    ProfileSection,
    QuickFacts,
)
from app.schemas.statements import AnsweringRelease, Position


class OtherTitle(Model):
    """Another title that a profile uses for an occupation."""

    position: Position
    title: str = Field(json_schema_extra={"example": "Health information technicians"})
    """The title."""
    kind: TitleKind
    """What kind of title it is."""
    statement: str | None = Field(json_schema_extra={"example": "Health information technicians code records."})
    """The publication's own sentence, where one says so."""
    provenance: RecordProvenance


class Profile(Model):
    """What the handbook says of an occupation, in its own words."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    covers: Covers
    profiles: list[HandbookProfile]
    """The pages that answer: title, address, edition, the codes that they cover; empty where none is loaded."""
    quick_facts: QuickFacts | None
    """Quick facts that head the page; `null` where it has none."""
    comparisons: list[ComparisonBar]
    """Bars of the page's charts of pay and outlook."""
    other_titles: list[OtherTitle]
    """Other titles that the profile uses."""
    duties: list[ListedDuty]
    """What these workers typically do, as the page lists it."""
    sections: list[ProfileSection]
    """The sections in the order of the document."""
    page_links: list[PageLink]
    """Links in the text."""
    pictures: list[Picture]
    """Pictures of the page."""
    links: dict[str, str] = Field(json_schema_extra={"example": {"wages": "/v1/occupations/29-2071/wages"}})
    """URL paths of the same facts as data."""
    source: AnsweringRelease


ProfileItem = ItemAnswer[Profile]
