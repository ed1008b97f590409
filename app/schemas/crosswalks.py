"""Crosswalks."""

from typing import Annotated

from pydantic import Field

from app.domain.classifications import Scheme
from app.domain.levels import Link
from app.schemas.envelope import ListAnswer, RecordProvenance
from app.schemas.keys import ReleaseId
from app.schemas.model import Model

Edition = Annotated[
    str, Field(description="Edition of the scheme, by its year.", json_schema_extra={"example": "2018"})
]


class CrosswalkLink(Model):
    """A link between a code of one scheme and edition and a code of another."""

    from_scheme: Scheme
    """Scheme of the first code."""
    from_edition: Edition
    from_code: str = Field(json_schema_extra={"example": "29-2071"})
    """The first code."""
    from_title: str = Field(json_schema_extra={"example": "Medical Records and Health Information Technicians"})
    """Its title."""
    to_scheme: Scheme
    """Scheme of the second code."""
    to_edition: Edition
    to_code: str = Field(json_schema_extra={"example": "29-2072"})
    """The second code."""
    to_title: str = Field(json_schema_extra={"example": "Medical Records Specialists"})
    """Its title."""
    link: Link | None = Field(json_schema_extra={"example": "whole"})
    """Whether all of the second came from the first, or a part; `null` between schemes of different things (CIP)."""
    note: str | None = Field(json_schema_extra={"example": "See the notes on combined codes"})
    """The publisher's note; `null` where it has none."""
    source: ReleaseId
    provenance: RecordProvenance


CrosswalkList = ListAnswer[CrosswalkLink]
