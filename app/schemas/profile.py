"""The handbook profile of an occupation."""

from pydantic import Field

from app.domain.programs import Origin
from app.domain.statements import TitleKind
from app.schemas.envelope import ItemAnswer, RecordProvenance
from app.schemas.keys import SocCode, Title, Vintage
from app.schemas.model import Model
from app.schemas.statements import AnsweringRelease, Position


class OtherTitle(Model):
    """Another title that a profile uses for an occupation."""

    position: Position
    title: str = Field(json_schema_extra={"example": "Health information technicians"})
    """The title."""
    kind: TitleKind
    """What kind of title it is."""
    provenance: RecordProvenance


class ProfileLine(Model):
    """A paragraph, or a row of a table."""

    document_line: int = Field(json_schema_extra={"example": 7})
    """Line of the document, from 1; `provenance.document_line` of facts refers to the same lines."""
    text: str
    """Its text, word for word; cells of a table row are separated by `|`."""


class ProfileSection(Model):
    """A section of a profile."""

    position: Position
    section: str = Field(json_schema_extra={"example": "work_environment"})
    """The section as an identifier."""
    parent_section: str | None
    """Section that it stands under; `null` at the top."""
    heading: str = Field(json_schema_extra={"example": "Work Environment"})
    """Heading."""
    heading_origin: Origin
    """Whether the document prints the heading."""
    heading_origin_basis: str | None
    """What a curated heading rests on."""
    heading_line: int | None
    """Line of the document with the heading; `null` where it prints none."""
    text: str
    """The section's text, word for word; paragraphs and table rows are separated by a newline."""
    first_line: int
    """Line of the document that the text begins on."""
    last_line: int
    """Line of the document that the text ends on."""
    lines: list[ProfileLine]
    """The same text, one entry for each line."""
    provenance: RecordProvenance


class Profile(Model):
    """What the handbook says of an occupation, in its own words."""

    soc_code: SocCode
    soc_vintage: Vintage
    title: Title
    other_titles: list[OtherTitle]
    """Other titles that the profile uses."""
    sections: list[ProfileSection]
    """The sections in the order of the document."""
    links: dict[str, str] = Field(json_schema_extra={"example": {"wages": "/v1/occupations/29-2071/wages"}})
    """URL paths of the same facts as data."""
    source: AnsweringRelease


ProfileItem = ItemAnswer[Profile]
