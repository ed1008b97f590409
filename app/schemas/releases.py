"""Releases: what is loaded."""

from pydantic import Field

from app.domain.levels import SocVintage
from app.domain.programs import Origin, Program
from app.schemas.envelope import ItemAnswer, ListAnswer, SourceFile
from app.schemas.keys import ReleaseId, Url
from app.schemas.model import Model


class ReleasePart(Model):
    """A part of a release, as it was loaded."""

    part: str = Field(json_schema_extra={"example": "nation-and-states"})
    """Which part."""
    revision: int
    """1, then one more each time other bytes were loaded for it."""
    reference_period: str
    """Period that its figures refer to."""
    layout: str = Field(json_schema_extra={"example": "data package"})
    """Layout of its files, by the name that the reader gives it."""
    allowed: list[str] = Field(json_schema_extra={"example": ["unknown-columns"]})
    """What the operator allowed to be read over, or said where the files do not: `threshold=115.00/239200`."""
    rows_read: int
    """Rows in its files, without headers."""
    rows_stored: int
    """Rows stored, in all tables."""
    rows_repeated: int
    """Rows that its files state twice, or that another part of the release states alike: stored once."""
    codes_unclassified: int
    """Occupation codes in it that no loaded classification of its edition has; they are stored nevertheless."""
    cells_withheld: int
    """Cells that the publisher withholds."""
    cells_bounded: int
    """Cells that are published as a bound."""
    loaded_at: str = Field(json_schema_extra={"format": "date-time", "example": "2026-11-24T06:00:00Z"})
    """Time of loading, UTC."""
    seconds: float = Field(json_schema_extra={"example": 2.5})
    """How long reading and storing it took, in seconds."""
    files: list[SourceFile]
    """The files it was read from, with their hashes."""


class Release(Model):
    """A release that is loaded."""

    release: ReleaseId
    revision: int
    """Revision that answers now."""
    pinned: str = Field(json_schema_extra={"example": "oews-2025-05.r1"})
    """Identifier of this revision: answers that name it never change, and are gone when it is replaced."""
    program: Program
    """Program that publishes it."""
    program_name: str
    """The program's name."""
    title: str
    """Title."""
    publisher: str
    """Publisher."""
    reference_period: str = Field(json_schema_extra={"example": "2025-05"})
    """A month, a year or a projection round."""
    projection_round: str | None = Field(json_schema_extra={"example": "2018-28"})
    """Projection round that it belongs to."""
    soc_vintage: SocVintage
    """Edition of the SOC that its occupations are coded in."""
    licence: str
    """Terms of use."""
    attribution: str
    """How to cite it."""
    source_url: str | None
    """Where the publisher offers it."""
    published_on: str | None = Field(json_schema_extra={"format": "date", "example": "2026-05-15"})
    """Day of publication; `null` if it is not known."""
    origin: Origin
    """Whether this description stands in the files or is curated."""
    origin_basis: str | None
    """What a curated description rests on."""
    occupations: int
    """How many occupation codes it has anything on."""
    parts: list[ReleasePart]
    """Its parts."""
    superseded_by: str | None = Field(json_schema_extra={"example": "oews-2025-05"})
    """The newest release of the same program that is loaded, where that is another; `null` for the newest itself, and
    for classifications, which are of several kinds."""
    url: Url


ReleaseList = ListAnswer[Release]
ReleaseItem = ItemAnswer[Release]
