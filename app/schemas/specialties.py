"""Specialties within an occupation."""

from typing import Annotated

from pydantic import Field

from app.schemas.envelope import RecordProvenance
from app.schemas.keys import SocCode, Vintage
from app.schemas.model import Model

SpecialtySlug = Annotated[
    str,
    Field(
        description="Short name of a specialty within an occupation.",
        json_schema_extra={"example": "cancer_registrars"},
    ),
]


class Specialty(Model):
    """A specialty within an occupation, and the occupation that it belongs to today."""

    specialty: SpecialtySlug
    title: str = Field(json_schema_extra={"example": "Cancer registrars"})
    """The specialty as the publication names it."""
    soc_code: SocCode
    """Code of the occupation that the specialty is classified in today (Standard Occupational Classification)."""
    soc_vintage: Vintage
    soc_title: str
    """Title of that occupation."""
    provenance: RecordProvenance


AppliesTo = Annotated[
    Specialty | None,
    Field(description="Specialty that this applies to, and the code it has today; `null`: to the whole occupation."),
]
